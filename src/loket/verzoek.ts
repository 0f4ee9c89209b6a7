/** An organisation is asked to take part, or is forwarded a question: somebody there has to say yes, or give it back. */
import type { OrganisatieId } from '../domain/index.ts'
import type { Tekstverwijzing } from './woorden.ts'

type T = Tekstverwijzing

/** `doorzending`: the question is theirs to decide (Awb 2:3). `erbij`: to help with somebody else's. */
export type Verzoeksoort = 'doorzending' | 'erbij'

export interface Verzoek<W = T> {
  readonly id: string
  readonly wat: Verzoeksoort
  readonly organisatie: OrganisatieId
  readonly deelnemer: string
  readonly reden: W
  readonly op: Date
  /** When a function of the owner is asked, because nobody answered. */
  readonly tot: Date
  /** `afgehandeld`: it was given back, and the owner did something else with it. `ingetrokken`: they are out of the case. */
  readonly stand: 'open' | 'aangenomen' | 'teruggegeven' | 'afgehandeld' | 'ingetrokken'
  readonly isOnbeantwoord?: true
  /** Why it was given back. */
  readonly antwoord?: W
}

export type Verzoekinhoud =
  | {
      readonly soort: 'mee-gevraagd'
      readonly verzoek: string
      readonly wat: Verzoeksoort
      readonly organisatie: OrganisatieId
      readonly deelnemer: string
      readonly reden: T
      readonly tot: Date
    }
  | { readonly soort: 'verzoek-aangenomen'; readonly verzoek: string }
  | { readonly soort: 'verzoek-teruggegeven'; readonly verzoek: string; readonly reden: T }
  /** The owner did something else with what was given back. */
  | { readonly soort: 'teruggave-afgehandeld'; readonly verzoek: string; readonly uitkomst: T }
  /** Nobody there said anything in time. It stays with them as well. */
  | { readonly soort: 'verzoek-onbeantwoord'; readonly verzoek: string }
