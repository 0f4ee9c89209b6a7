import type { Ervaring } from '../ervaring/index.ts'
import type { GegevensPerGebeurtenis } from '../gebeurtenissen/index.ts'
import type { Bestandsformulier } from '../platform/http/index.ts'
import type { Antwoorden, WatAls } from '../rechten/index.ts'
import type { Bezoek, Inhoud } from './bezoek/bezoek.ts'
import type { Intakekaart } from './bezoek/intakekaart.ts'
import type { Actie } from './grenzen.ts'
import type { BalieBronnen } from './pages/balie/bronnen.ts'
import type { Werker } from './pages/balie/werker.ts'
import type { Genodigde, LoketBronnen } from './pages/loket/bronnen.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import type { Wie } from './pages/mijn/wie.ts'
import type { PostBronnen } from './pages/post/bronnen.ts'
import type { Proactiefbronnen } from './pages/proactief/bronnen.ts'
import type { Beeld, RechtenBronnen } from './pages/rechten/beeld.ts'
import type { Context } from './ui/context.ts'

/** A request as pages see it: whose answers, in which language, with what was asked and sent. */
export interface Verzoek {
  readonly context: Context
  readonly beeld: Beeld
  readonly bezoek: Bezoek
  readonly nu: Date
  /** When it had come in, before anything was done with it (Awb 2:20). */
  readonly binnen: Date
  readonly bronnen: RechtenBronnen
  /** After the `?`. */
  readonly zoek: URLSearchParams
  /** Named parts of the address. */
  readonly delen: Readonly<Record<string, string>>
  /** Absent where nobody can log in. */
  readonly mijn: MijnBronnen | undefined
  /** Who is logged in. On a page of a resident the table of access has let them in already. */
  readonly wie: Wie | undefined
  /** Absent where no professional can log in. */
  readonly balie: BalieBronnen | undefined
  /** What people send to bodies; absent where nothing is taken in. */
  readonly poststukken: PostBronnen | undefined
  /** How steps of journeys go; absent where nothing is counted. */
  readonly ervaring: Ervaring | undefined
  /** Which professional is at work; on pages below `/balie` alone. */
  readonly werker: Werker | undefined
  /** Chain cases over organisations; absent where there are none. */
  readonly loket: LoketBronnen | undefined
  /** Being kept informed; absent where nobody can be. */
  readonly proactief: Proactiefbronnen | undefined
  /** Which outside party came in by invitation; on its own pages alone. */
  readonly genodigde: Genodigde | undefined
  readonly post: Post
  /** Counts one of this action for whoever asks; throws `te-vaak` when it is one too many. For more than a page counts by itself. */
  readonly begrens: (actie: Actie) => Promise<void>
  /** What a form sent; empty for a GET. */
  readonly form: URLSearchParams
  /** What a form with a file sent; on pages that take one. */
  readonly bestandsformulier?: Bestandsformulier | undefined
  /** It came by POST. */
  readonly isForm: boolean
}

/** What only logging in and out look at. */
export interface Post {
  /** How people reach us: scheme and host. */
  readonly basis: string
  /** As it was asked, with what stands after the `?`. */
  readonly pad: string
  readonly cookie: string | undefined
  readonly sessietoken: string | undefined
  readonly balietoken: string | undefined
  readonly userAgent: string | undefined
  readonly sleutel: Buffer
  readonly isHttps: boolean
}

/** What a page function wants to happen. Sending and cookies are done in one place. */
export type Antwoord =
  | {
      readonly soort: 'pagina'
      readonly pagina: string
      readonly status?: number
      /** Lines of Set-Cookie, besides that of the answers. */
      readonly koekjes?: readonly string[]
    }
  /** 303: after a form the browser fetches the next page, so that Back and Refresh send nothing twice. */
  | {
      readonly soort: 'ga-naar'
      readonly adres: string
      readonly bewaar?: Antwoorden
      readonly bewaarGebeurtenissen?: GegevensPerGebeurtenis
      readonly watAls?: WatAls
      readonly wis?: boolean
      readonly bewaarUitBronnen?: Inhoud['uitBronnen']
      readonly bewaarKaart?: Intakekaart
      readonly koekjes?: readonly string[]
    }
  /** A file to keep, made of the visitor's own answers. */
  | {
      readonly soort: 'bestand'
      readonly inhoud: string | Buffer
      readonly type: string
      readonly naam: string
    }
  | { readonly soort: 'niet-gevonden' }
