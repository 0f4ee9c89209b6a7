/** Which function answers which address of offers of help; `web/behandelaars.ts` takes them in. */
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import * as aanbod from './balie-aanbod.ts'
import * as werk from './balie-lijst.ts'
import * as mijn from './mijn.ts'
import * as uitzoeken from './uitzoeken.ts'

export const vroegbehandelaars = {
  balieVroeg: werk.toon,
  balieVroegOpen: werk.openen,
  balieVroegCijfers: werk.cijfers,
  balieVroegUitzoek: uitzoeken.begin,
  balieVroegSignaal: uitzoeken.toon,
  balieVroegSignaalDoe: uitzoeken.doe,
  balieAanbod: aanbod.toon,
  balieAanbodDoe: aanbod.doe,
  hulpaanbod: mijn.lijst,
  hulpaanbodEen: mijn.toon,
  hulpaanbodKies: mijn.kies,
} as const satisfies Record<string, (verzoek: Verzoek) => Antwoord | Promise<Antwoord>>
