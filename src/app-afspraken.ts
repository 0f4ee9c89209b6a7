import { randomBytes } from 'node:crypto'
import { createAfspraken } from './afspraken/index.ts'
import type { Sleutelring } from './audit/index.ts'
import type { LopendCorpus } from './corpus/index.ts'
import { createHulpbehoeften } from './inwoner/index.ts'
import type { Config, Klok } from './platform/index.ts'
import { afspraakOpslag, hulpbehoefteOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import type { MijnBronnen } from './web/index.ts'

/** The part of the composition root that is about appointments and what somebody needs to be helped well. */
export function openAfspraken(
  { config, klok }: { readonly config: Pick<Config, 'demo'>; readonly klok: Klok },
  {
    opslag,
    corpus,
    toegang,
    ring,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly corpus: Pick<LopendCorpus, 'huidig'>
    readonly toegang: Pick<Toegang, 'audit'>
    readonly ring: Sleutelring
  },
): Pick<MijnBronnen, 'afspraken' | 'hulpbehoeften'> {
  const gedeeld = { audit: toegang.audit, ring, nu: klok.nu, toeval: randomBytes }
  return {
    hulpbehoeften: createHulpbehoeften({ ...gedeeld, store: hulpbehoefteOpslag(opslag.databank) }),
    afspraken: createAfspraken({
      ...gedeeld,
      store: afspraakOpslag(opslag.databank),
      // What is made up takes part only beside made-up organisations.
      teams: () =>
        [...corpus.huidig().afspraakteams.values()].filter(
          ({ vertrouwen }) => config.demo || vertrouwen !== 'verzonnen',
        ),
    }),
  }
}
