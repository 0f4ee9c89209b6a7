import type { Inlogmiddel } from '../inlogdienst.ts'
import { isNiveau, type Niveau, niveaus } from '../wie.ts'
import type { Gesprekspartner } from './gesprek.ts'

export interface OidcInstelling extends Gesprekspartner {
  /** What the provider calls each level (`acr`). */
  readonly acr: Readonly<Record<Niveau, string>>
  /** Scope to ask, and claim in which the number comes, for each means. */
  readonly middelen: Readonly<
    Partial<Record<Inlogmiddel, { readonly scope: string; readonly claim: string }>>
  >
  /** Beside the number of a company: who acts for it, for which branch, and what it is called. */
  readonly bedrijf: { readonly handelende: string; readonly vestiging: string; readonly naam: string }
}

/** Every `acr` that is good enough, the lowest first. */
export function acrVanaf({ acr }: Pick<OidcInstelling, 'acr'>, niveau: Niveau): readonly string[] {
  return niveaus.filter((een) => isNiveau(een, niveau)).map((een) => acr[een])
}

/** What we do not know is no level at all. */
export function niveauVan({ acr }: Pick<OidcInstelling, 'acr'>, waarde: unknown): Niveau | undefined {
  return niveaus.find((niveau) => acr[niveau] === waarde)
}
