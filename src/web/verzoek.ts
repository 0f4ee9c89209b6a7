import type { GegevensPerGebeurtenis } from '../gebeurtenissen/index.ts'
import type { Antwoorden, WatAls } from '../rechten/index.ts'
import type { Bezoek } from './bezoek/bezoek.ts'
import type { Beeld, RechtenBronnen } from './pages/rechten/beeld.ts'
import type { Context } from './ui/context.ts'

/** A request as pages see it: whose answers, in which language, with what was asked and sent. */
export interface Verzoek {
  readonly context: Context
  readonly beeld: Beeld
  readonly bezoek: Bezoek
  readonly nu: Date
  readonly bronnen: RechtenBronnen
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
      readonly bewaarGebeurtenissen?: GegevensPerGebeurtenis
      readonly watAls?: WatAls
      readonly wis?: boolean
    }
  /** A file to keep, made of the visitor's own answers. */
  | { readonly soort: 'bestand'; readonly inhoud: string; readonly type: string; readonly naam: string }
  | { readonly soort: 'niet-gevonden' }
