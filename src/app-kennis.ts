import { randomBytes } from 'node:crypto'
import { createNaamlozeAfspraken } from './afspraken/index.ts'
import type { LopendCorpus } from './corpus/index.ts'
import { openKennismeldingen } from './kennis/index.ts'
import type { Config, Klok } from './platform/index.ts'
import { kennismeldingOpslag, naamlozeOpslag, type Opslag } from './store/index.ts'
import type { BalieBronnen } from './web/index.ts'

/** The part of the composition root that is about what colleagues read of each other, and about who walks in unnamed. */
export function openKennisdeel(
  { config, klok }: { readonly config: Pick<Config, 'demo'>; readonly klok: Klok },
  {
    opslag,
    corpus,
  }: { readonly opslag: Pick<Opslag, 'databank'>; readonly corpus: Pick<LopendCorpus, 'huidig'> },
): Required<Pick<BalieBronnen, 'kennismeldingen' | 'naamloos'>> {
  const gedeeld = { nu: klok.nu, toeval: randomBytes }
  return {
    kennismeldingen: openKennismeldingen({ ...gedeeld, store: kennismeldingOpslag(opslag.databank) }),
    naamloos: createNaamlozeAfspraken({
      ...gedeeld,
      store: naamlozeOpslag(opslag.databank),
      // What is made up takes part only beside made-up organisations.
      teams: () =>
        [...corpus.huidig().afspraakteams.values()].filter(
          ({ vertrouwen }) => config.demo || vertrouwen !== 'verzonnen',
        ),
    }),
  }
}
