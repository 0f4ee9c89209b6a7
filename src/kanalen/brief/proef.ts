import type { Briefinhoud } from '../index.ts'
import { type Briefwoorden, gewoonVenster, taalVan, zetgegevens } from './brief.ts'
import { createZetter, type Zetsel } from './zetter.ts'

/** One letter by itself: to look at, or for a service that prints. */
export type Proefzetter = (
  brief: Briefinhoud,
  vorm: { readonly taal: string; readonly groot: boolean; readonly adres: readonly string[] },
) => Promise<Zetsel>

export function createProefzetter(woorden: Briefwoorden, nu: () => Date): Proefzetter {
  const zet = createZetter()
  return async (brief, { taal, groot, adres }) => {
    const gegevens = zetgegevens(brief, adres, {
      taal: taalVan({ taal }),
      groot,
      woorden,
      opmaak: { venster: gewoonVenster },
    })
    return zet('brief', gegevens, nu())
  }
}
