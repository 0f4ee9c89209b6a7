import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { LopendCorpus } from './corpus/index.ts'
import { maakUuid7 } from './domain/index.ts'
import { herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { openBevolkingsloper, openCampagnes, openLijstvragen } from './proactief/index.ts'
import { bevolkingsloopOpslag, campagneOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import type { Gebruikbronnen } from './web/index.ts'

/** Named limits: so often is looked for a run to work out; of the processors one stays for who asks a page. */
const kijkMs = 3_000
const draden = Math.max(1, Math.min(2, availableParallelism() - 1))

/** The part of the composition root about use and non-use: runs in the background, campaigns, and who may ask a list. */
export function openGebruikdeel(
  { klok, log }: { readonly klok: Klok; readonly log: Log },
  {
    opslag,
    corpus,
    toegang,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit'>
  },
  levensloop: Levensloop,
): { readonly gebruik: Gebruikbronnen } {
  const { nu } = klok
  const nieuwId = () => maakUuid7(nu(), randomBytes)
  const loper = openBevolkingsloper({
    store: bevolkingsloopOpslag(opslag.databank),
    corpus: corpus.huidig,
    ...{ nu, nieuwId, draden },
  })
  const einde = new AbortController()
  const stop = herhaal(
    kijkMs,
    () => loper.werk(einde.signal),
    (fout) => log.waarschuwing('de loop over de bevolking ging mis', { fout }),
  )
  levensloop.bijSluiten('bevolking', async () => {
    einde.abort()
    await stop()
  })
  const gemeenten = () =>
    new Set(
      [...corpus.huidig().engine.gebieden.values()].filter((g) => g.soort === 'gemeente').map((g) => g.code),
    )
  const lijstvragen = openLijstvragen({
    kennis: () => ({
      gronden: corpus.huidig().lijstgronden,
      gemeenten: gemeenten(),
      uitvoerder: (id) =>
        corpus
          .huidig()
          .engine.alleRegelingen()
          .find((r) => r.id === id)?.uitvoerder,
    }),
    audit: toegang.audit,
    nu,
  })
  const campagnes = openCampagnes({ store: campagneOpslag(opslag.databank), nu, nieuwId })
  return { gebruik: { loper, campagnes, lijstvragen } }
}
