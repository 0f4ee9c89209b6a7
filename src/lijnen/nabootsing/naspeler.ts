/**
 * Plays calls beside the server and not in its way: one thread at a time, a short row before it, and what came out is
 * kept for who asks again. The same question gives the same answer on every node, so no node needs what another keeps.
 */
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Modelvorm } from '../wachtmodel.ts'
import type { Nabootsuitkomst } from './nabootsing.ts'
import type { Naspeluitkomst, Naspelvraag } from './naspel.ts'
import type { Werkersein } from './naspel-werker.ts'

export type Naspelstand =
  | { readonly soort: 'klaar'; readonly uitkomst: Naspeluitkomst }
  /** From 0 to 1; 0 as long as others are before it. */
  | { readonly soort: 'bezig'; readonly deel: number }
  /** Too many wait already: nothing was begun. */
  | { readonly soort: 'druk' }
  | { readonly soort: 'mislukt' }

export interface Naspeler {
  /** What is known now. Begins when first asked, and then waits at most so long: who asks does not wait for everything. */
  readonly speel: (vraag: Naspelvraag, wachtMs: number) => Promise<Naspelstand>
  readonly sluit: () => Promise<void>
}

/** Named limits: playing that takes longer is stopped, so many wait for their turn, so much is kept. */
const MAX_DUUR_MS = 60_000
const HOOGSTENS_WACHTEND = 6
const HOOGSTENS_BEWAARD = 40
const MAX_GEHEUGEN_MB = 256

interface Spel {
  readonly sleutel: string
  readonly vraag: Naspelvraag
  stand: Naspelstand
  readonly einde: Promise<void>
  readonly klaar: () => void
}

export function createNaspeler(): Naspeler {
  const spellen = new Map<string, Spel>()
  const rij: Spel[] = []
  let nu: { readonly spel: Spel; readonly werker: Worker } | undefined
  let isDicht = false

  const verder = (): void => {
    const spel = nu === undefined && !isDicht ? rij.shift() : undefined
    if (spel === undefined) return
    const werker = draai(spel, () => {
      nu = undefined
      spel.klaar()
      verder()
    })
    nu = { spel, werker }
  }

  const begin = (sleutel: string, vraag: Naspelvraag): Spel | undefined => {
    if (isDicht || rij.length >= HOOGSTENS_WACHTEND) return undefined
    const { promise: einde, resolve: klaar } = Promise.withResolvers<void>()
    const spel: Spel = { sleutel, vraag, stand: { soort: 'bezig', deel: 0 }, einde, klaar }
    spellen.set(sleutel, spel)
    rij.push(spel)
    ruimOp(spellen)
    verder()
    return spel
  }

  return {
    async speel(vraag, wachtMs) {
      const sleutel = sleutelVan(vraag)
      const bekend = spellen.get(sleutel)
      // What failed is tried once more by who asks again.
      const spel = bekend === undefined || bekend.stand.soort === 'mislukt' ? begin(sleutel, vraag) : bekend
      if (spel === undefined) return { soort: 'druk' }
      if (spel.stand.soort === 'bezig') {
        const stop = new AbortController()
        await Promise.race([
          spel.einde,
          setTimeout(wachtMs, undefined, { signal: stop.signal }).catch(() => undefined),
        ])
        stop.abort()
      }
      return spel.stand
    },
    async sluit() {
      isDicht = true
      rij.length = 0
      await nu?.werker.terminate()
    },
  }
}

function sleutelVan(vraag: Naspelvraag): string {
  const { zaad, medewerkers, bezetting, aandeelLijn, behandelMinuten, geduldMinuten, eigenTeam } = vraag
  return [zaad, medewerkers, bezetting, aandeelLijn, behandelMinuten, geduldMinuten, eigenTeam].join(' ')
}

/** The oldest first, and never what still waits or runs. */
function ruimOp(spellen: Map<string, Spel>): void {
  for (const [sleutel, { stand }] of spellen) {
    if (spellen.size <= HOOGSTENS_BEWAARD) return
    if (stand.soort !== 'bezig') spellen.delete(sleutel)
  }
}

function draai(spel: Spel, klaar: () => void): Worker {
  const werker = new Worker(new URL('./naspel-werker.ts', import.meta.url), {
    workerData: spel.vraag,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_GEHEUGEN_MB },
  })
  // Nobody's question keeps a process alive.
  werker.unref()
  const grens = globalThis.setTimeout(() => void werker.terminate(), MAX_DUUR_MS)
  grens.unref()
  werker.on('message', (sein: Werkersein) => {
    spel.stand =
      sein.soort === 'gedaan'
        ? { soort: 'bezig', deel: sein.deel }
        : { soort: 'klaar', uitkomst: uitkomstVan(sein.uit) }
  })
  // «exit» follows.
  werker.on('error', () => undefined)
  werker.on('exit', () => {
    clearTimeout(grens)
    if (spel.stand.soort !== 'klaar') spel.stand = { soort: 'mislukt' }
    klaar()
  })
  return werker
}

function uitkomstVan(uit: readonly (readonly [Modelvorm, Nabootsuitkomst])[]): Naspeluitkomst {
  const per = new Map(uit)
  return { 'een-rij': per.get('een-rij'), voorrang: per.get('voorrang'), 'eigen-team': per.get('eigen-team') }
}
