import type { PersoonId } from '../domain/index.ts'
import type { EigenBedrijf, Herkenning, Niveau } from './wie.ts'

/** By which means somebody can log in through a provider; each stands for another kind of number. */
export const inlogmiddelen = ['digid', 'eherkenning', 'eidas', 'eiland'] as const
export type Inlogmiddel = (typeof inlogmiddelen)[number]

export interface Inlogvraag {
  readonly middel: Inlogmiddel
  /** At least this. Asked of the provider, and checked when the answer comes. */
  readonly niveau: Niveau
  /** Where the provider sends the browser back to. */
  readonly terug: URL
}

/** What must be remembered between going and coming back, in the browser that went and nowhere else. */
export interface Inlogstaat {
  readonly middel: Inlogmiddel
  readonly niveau: Niveau
  readonly state: string
  readonly nonce: string
  /** PKCE: who comes with the code must be who asked for it. */
  readonly verifier: string
}

export type Inlogstart =
  | { readonly status: 'ok'; readonly adres: URL; readonly staat: Inlogstaat }
  | { readonly status: 'onbereikbaar' }

export type Inloguitkomst =
  | {
      readonly status: 'ok'
      /** Who sits there. For a company that is who acts for it, and not the company. */
      readonly persoon: PersoonId
      readonly herkenning: Herkenning
      readonly bedrijf?: EigenBedrijf
    }
  /** The person changed their mind at the provider. */
  | { readonly status: 'afgebroken' }
  | { readonly status: 'niveau-te-laag' }
  /** Known to the provider, but without a number that we know people by. */
  | { readonly status: 'geen-nummer' }
  /** The answer is not one to our question: changed, used before, or from somebody else. */
  | { readonly status: 'geweigerd' }
  | { readonly status: 'onbereikbaar' }

/**
 * How people prove who they are, whatever the protocol: OpenID Connect today, the identity wallet tomorrow. What
 * comes out is who it is and how that was established; a number goes to the vault and no further.
 */
export interface Inlogdienst {
  /** What this installation can ask for; not every provider has all of them. */
  readonly middelen: readonly Inlogmiddel[]
  start(vraag: Inlogvraag): Promise<Inlogstart>
  /** `adres` is where the browser came back, with what the provider put in it. */
  rond(adres: URL, staat: Inlogstaat): Promise<Inloguitkomst>
}
