/** Runs in a thread of its own, so that nobody's page waits while calls are played. Only naspeler.ts starts it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Modelvorm } from '../wachtmodel.ts'
import { type Nabootsuitkomst, speelNa } from './nabootsing.ts'
import { type Naspelvraag, naspelstappen } from './naspel.ts'

/** From the thread: how far it is, from 0 to 1, or all that came out. */
export type Werkersein =
  | { readonly soort: 'gedaan'; readonly deel: number }
  | { readonly soort: 'klaar'; readonly uit: readonly (readonly [Modelvorm, Nabootsuitkomst])[] }

/** So often it says how far it is. */
const OM_DE = 100

// Only naspeler.ts starts this file, with exactly this.
const vraag = workerData as Naspelvraag
const stappen = naspelstappen(vraag)
const uit: (readonly [Modelvorm, Nabootsuitkomst])[] = []
for (const [i, { vorm, opzet }] of stappen.entries()) {
  const spel = speelNa(opzet)
  for (let n = 1; ; n++) {
    const stuk = spel.next()
    if (stuk.done === true) {
      uit.push([vorm, stuk.value])
      break
    }
    if (n % OM_DE === 0)
      zeg({ soort: 'gedaan', deel: (i + stuk.value.gedaan / stuk.value.van) / stappen.length })
  }
}
zeg({ soort: 'klaar', uit })

function zeg(sein: Werkersein): void {
  parentPort?.postMessage(sein)
}
