import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { LopendCorpus } from './corpus/index.ts'
import { maakUuid7 } from './domain/index.ts'
import { herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import {
  type Gebruikslopen,
  gebruikloop,
  openBevolkingsloper,
  openGebruikslopen,
  openVergelijkingen,
  type Vergelijkingen,
  vergelijkloop,
} from './proactief/index.ts'
import { bevolkingsloopOpslag, type Opslag } from './store/index.ts'

/** Named limits: so often is looked for a run to work out; of the processors one stays for who asks a page. */
const KIJK_MS = 2_000
const DRADEN = Math.max(1, Math.min(4, availableParallelism() - 1))

/** The part of the composition root that works things out over the made-up population, one at a time. */
export function openBevolkingsdeel(
  { klok, log }: { readonly klok: Klok; readonly log: Log },
  {
    opslag,
    corpus,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
  },
  levensloop: Levensloop,
): { readonly gebruikslopen: Gebruikslopen; readonly vergelijkingen: Vergelijkingen } {
  const { nu } = klok
  const deel = {
    store: bevolkingsloopOpslag(opslag.databank),
    corpus: corpus.huidig,
    nu,
    nieuwId: () => maakUuid7(nu(), randomBytes),
  }
  const loper = openBevolkingsloper({ ...deel, draden: DRADEN, soorten: [gebruikloop, vergelijkloop] })
  const einde = new AbortController()
  const stop = herhaal(
    KIJK_MS,
    () => loper.werk(einde.signal),
    (fout) => log.waarschuwing('een loop over de bevolking ging mis', { fout }),
  )
  levensloop.bijSluiten('bevolking', async () => {
    einde.abort()
    await stop()
  })
  return { gebruikslopen: openGebruikslopen(deel), vergelijkingen: openVergelijkingen(deel) }
}
