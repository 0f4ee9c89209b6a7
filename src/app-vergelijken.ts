import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { LopendCorpus } from './corpus/index.ts'
import { herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { openVergelijkloper, type Vergelijkloper } from './proactief/index.ts'
import { type Opslag, vergelijkOpslag } from './store/index.ts'

/** Named limits: so often is looked whether somebody asked; one processor stays for who visits. */
const KIJK_MS = 2000
const DRADEN = Math.max(1, Math.min(4, availableParallelism() - 1))

/** The part of the composition root that works out what a changed law would do. */
export function openVergelijken(
  { klok, log }: { readonly klok: Klok; readonly log: Log },
  { opslag, corpus }: { readonly opslag: Pick<Opslag, 'databank'>; readonly corpus: LopendCorpus },
  levensloop: Levensloop,
): { readonly vergelijkloper: Vergelijkloper } {
  const vergelijkloper = openVergelijkloper({
    store: vergelijkOpslag(opslag.databank),
    corpus: () => corpus.huidig(),
    nu: klok.nu,
    nieuwId: randomUUID,
    draden: DRADEN,
  })
  const einde = new AbortController()
  const stop = herhaal(
    KIJK_MS,
    async () => {
      await vergelijkloper.werk(einde.signal)
    },
    (fout) => log.waarschuwing('een vergelijking is mislukt', { fout }),
  )
  levensloop.bijSluiten('vergelijken', async () => {
    einde.abort()
    await stop()
  })
  return { vergelijkloper }
}
