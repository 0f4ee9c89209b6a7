import { randomBytes } from 'node:crypto'
import type { LopendCorpus } from './corpus/index.ts'
import { maakUuid7 } from './domain/index.ts'
import type { Klok } from './platform/index.ts'
import { type Gebruikslopen, openCampagnes, openLijstvragen } from './proactief/index.ts'
import { campagneOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import type { Gebruikbronnen } from './web/index.ts'

/** The part of the composition root about use and non-use: runs, campaigns, and who may ask a list. */
export function openGebruikdeel(
  { klok }: { readonly klok: Klok },
  {
    opslag,
    corpus,
    toegang,
    gebruikslopen,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit'>
    readonly gebruikslopen: Gebruikslopen
  },
): { readonly gebruik: Gebruikbronnen } {
  const { nu } = klok
  const nieuwId = () => maakUuid7(nu(), randomBytes)
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
  return { gebruik: { loper: gebruikslopen, campagnes, lijstvragen } }
}
