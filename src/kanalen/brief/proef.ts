import type { Briefinhoud } from '../index.ts'
import { type Briefwoorden, gewoonVenster, taalVan, zetgegevens } from './brief.ts'
import { createZetter } from './zetter.ts'

/** A letter to look at, before there is somebody to send it to. `undefined`: it could not be set. */
export type Proefzetter = (
  brief: Briefinhoud,
  vorm: { readonly taal: string; readonly groot: boolean; readonly adres: readonly string[] },
) => Promise<Buffer | undefined>

export function createProefzetter(woorden: Briefwoorden, nu: () => Date): Proefzetter {
  const zet = createZetter()
  return async (brief, { taal, groot, adres }) => {
    const gegevens = zetgegevens(brief, adres, {
      taal: taalVan({ taal }),
      groot,
      woorden,
      opmaak: { venster: gewoonVenster },
    })
    const zetsel = await zet('brief', gegevens, nu())
    return zetsel.soort === 'gezet' ? zetsel.pdf : undefined
  }
}
