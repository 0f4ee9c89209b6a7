import type { Zaakorganisatie } from '../organisaties.ts'
import { gemeentesoorten } from './gemeente.ts'
import { landelijkeSoorten } from './landelijk.ts'
import type { Zaaksoort } from './zaaksoort.ts'

/** The types of case that an organisation has. */
export function soortenVan({ id, gebied }: Zaakorganisatie): readonly Zaaksoort[] {
  return gebied === undefined ? (landelijkeSoorten[id] ?? []) : gemeentesoorten
}
