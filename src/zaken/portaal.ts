import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { Bsn, OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Tekst } from '../engine/index.ts'

/** In the register of processing activities: showing in another portal, with the consent of whoever it is about. */
export const portaaldoel = 'portaal-tonen'

/** Another portal that this installation knows. */
export interface Portaal {
  readonly id: string
  /** As residents know it. */
  readonly naam: string
}

/** With what its tokens are checked. */
export interface Portaalsleutel extends Portaal {
  readonly client: string
  readonly geheim: string
}

/** Who asks, about whom: as the portal signed it. */
export interface Portaalbeller {
  readonly portaal: Portaal
  /** What the portal calls this person. Says nothing to us. */
  readonly klant: string
  readonly bsn: Bsn
}

export interface Portaaltoestemming {
  readonly portaal: string
  readonly sinds: Date
}

export interface PortaaltoestemmingStore {
  /** Asked at every question of a portal, and kept nowhere: who stops, has stopped. */
  readonly heeft: (persoon: PersoonId, portaal: string) => Promise<boolean>
  readonly lijst: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<readonly Portaaltoestemming[]>
  /** With its evidence, or neither. `false`: it was so already. */
  readonly geef: (
    persoon: PersoonId,
    een: Portaaltoestemming,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
  readonly trekIn: (
    persoon: PersoonId,
    portaal: string,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
}

/** What we can give, beside what the contract has (`taken`). What is not on the list is passed over. */
export const portaaldelen = ['taken', 'zaken', 'ketens'] as const
export type Portaaldeel = (typeof portaaldelen)[number]

export interface Portaalvraag {
  readonly klant: string
  /** URN of a case: that one alone. */
  readonly context?: string
  /** Absent or empty: everything. */
  readonly delen?: readonly string[]
}

export type Portaaluitkomst<T> =
  | { readonly status: 'ok'; readonly antwoord: T }
  /** Did not say yes, stopped, or is nobody we know: which of these is not said. */
  | { readonly status: 'geen-toestemming' }
  | { readonly status: 'andere-klant' }
  | { readonly status: 'onbekend' }
  /** The organisation does not answer. */
  | { readonly status: 'later' }
  | { readonly status: 'te-vaak'; readonly seconden: number }

/** From here the words of the contract, MijnTaken 0.1.0; everything beyond `taken` is additive. */
export interface Portaalantwoord {
  readonly taken?: readonly TaakInfo[]
  readonly zaken?: readonly ZaakInfo[]
  readonly ketens?: readonly Keten[]
  readonly volledigheid?: Volledigheid
}

export interface TaakInfo {
  readonly uuid: string
  readonly titel: Tekst
  readonly toelichting?: Tekst
  readonly status: string
  /** RFC 3339. */
  readonly deadline?: string
  readonly context?: { readonly urn: string; readonly canonicalUrl?: string }
  readonly uitvoering: { readonly type?: string; readonly fallbackUrl: string }
}

export interface Organisatienaam {
  readonly id: OrganisatieId
  readonly naam: string
}

export interface ZaakInfo {
  readonly urn: string
  readonly titel: Tekst
  readonly nummer?: string
  readonly organisatie: Organisatienaam
  readonly statusgroep?: string
  readonly status?: Tekst
  readonly doet?: 'organisatie' | 'u' | 'niemand'
  readonly straks?: Tekst
  /** Parts in the words of the source, in its language. */
  readonly inWoordenVanBron: readonly ('titel' | 'status' | 'straks' | 'resultaat')[]
  /** Soonest first; empty: nobody gave a date. */
  readonly verwacht: readonly Portaalverwachting[]
  readonly startdatum: string
  readonly einddatum?: string
  readonly resultaat?: Tekst
  readonly canonicalUrl?: string
}

export interface Portaalverwachting {
  readonly datum: string
  readonly soort: 'gepland' | 'wettelijk'
  /** Of a legal date: who gave it, or counted. */
  readonly volgens?: 'organisatie' | 'wet'
  readonly artikel?: string
}

/** Cases that belong together, as far as this person sees them. */
export interface Keten {
  readonly zaken: readonly string[]
  /** Every kind of relation that holds them together. */
  readonly aard: readonly string[]
}

/** Who did not answer (wholly) is named: a list with a gap says so. */
export interface Volledigheid {
  readonly gevraagd: number
  readonly geantwoord: number
  readonly ontbreekt: readonly Organisatienaam[]
  /** Their cases are there, and what they ask of this person is not known. */
  readonly takenOntbreken: readonly Organisatienaam[]
}
