import type { OrganisatieId } from '../domain/index.ts'
import type { Medewerkerrol } from './rollen.ts'

/** What must be remembered between going and coming back, in the browser that went and nowhere else. */
export interface Medewerkerstaat {
  readonly organisatie: OrganisatieId
  readonly state: string
  readonly nonce: string
  /** PKCE: who comes with the code must be who asked for it. */
  readonly verifier: string
}

export type Medewerkerstart =
  | { readonly status: 'ok'; readonly adres: URL; readonly staat: Medewerkerstaat }
  | { readonly status: 'onbereikbaar' }
  /** No login of this organisation is set. */
  | { readonly status: 'onbekend' }

export type Medewerkeruitkomst =
  | {
      readonly status: 'ok'
      readonly medewerker: string
      readonly naam: string | undefined
      readonly organisatie: OrganisatieId
      readonly rollen: readonly Medewerkerrol[]
    }
  | { readonly status: 'afgebroken' | 'niveau-te-laag' | 'geweigerd' | 'onbereikbaar' }
  /** The provider of one organisation speaks for that one alone. */
  | { readonly status: 'andere-organisatie' }
  /** A role that this organisation may not give, or that nobody knows. One of them is enough to refuse. */
  | { readonly status: 'rol-onbekend' }
  | { readonly status: 'geen-rol' }

/** How professionals prove who they are: each through their own organisation, and through no other. */
export interface Organisatielogins {
  readonly organisaties: readonly OrganisatieId[]
  start(organisatie: OrganisatieId, terug: URL): Promise<Medewerkerstart>
  rond(adres: URL, staat: Medewerkerstaat): Promise<Medewerkeruitkomst>
}
