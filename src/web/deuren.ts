import type { LevendOpties, SeinOpties } from '../platform/http/index.ts'
import { type Levendbronnen, maakLevenddeur } from './levenddeur.ts'
import { maakSeindeur, type Seinbronnen } from './seindeur.ts'

/** Who is let in at each wire, by the cookies of the page that asks. */
export interface Deuren {
  readonly levend: LevendOpties['wie']
  readonly seinen: SeinOpties['wie']
}

export function maakDeuren(bronnen: Levendbronnen & Seinbronnen): Deuren {
  return { levend: maakLevenddeur(bronnen), seinen: maakSeindeur(bronnen) }
}
