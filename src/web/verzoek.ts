import type { Antwoorden, WatAls } from '../rechten/index.ts'
import type { Bezoek } from './bezoek/bezoek.ts'
import type { Beeld } from './pages/rechten/beeld.ts'
import type { Context } from './ui/context.ts'

/** A request as pages see it: whose answers, in which language, with what was asked and sent. */
export interface Verzoek {
  readonly context: Context
  readonly beeld: Beeld
  readonly bezoek: Bezoek
  /** After the `?`. */
  readonly zoek: URLSearchParams
  /** Named parts of the address. */
  readonly delen: Readonly<Record<string, string>>
  /** What a form sent; empty for a GET. */
  readonly form: URLSearchParams
}

/** What a page function wants to happen. Sending and cookies are done in one place. */
export type Antwoord =
  | { readonly soort: 'pagina'; readonly pagina: string; readonly status?: number }
  /** 303: after a form the browser fetches the next page, so that Back and Refresh send nothing twice. */
  | {
      readonly soort: 'ga-naar'
      readonly adres: string
      readonly bewaar?: Antwoorden
      readonly watAls?: WatAls
      readonly wis?: boolean
    }
  | { readonly soort: 'niet-gevonden' }
