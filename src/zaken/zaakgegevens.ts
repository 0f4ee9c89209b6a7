import type { Datum, OrganisatieId } from '../domain/index.ts'

/** Where a case is, for us and in an address: the connection it came over and its uuid there. Nothing personal. */
export interface Zaakref {
  readonly bron: BronId
  readonly uuid: string
}

/** A connection, named after the organisation that answers at it: `gemeente-GM0363`. */
export type BronId = OrganisatieId

/** Roles in which somebody may see a case as their own. The words of the standard. */
export const eigenRollen = ['initiator', 'mede_initiator', 'belanghebbende'] as const
export type EigenRol = (typeof eigenRollen)[number]

/** A type keeps its number over its versions, its address does not: all settings hang on these three. */
export interface Zaaktypesleutel {
  readonly domein: string
  readonly rsin: string
  readonly identificatie: string
}

/**
 * What a source says about one case, in its own words, whichever standard it came over. No name of an official, no
 * number of a person. Texts have been rid of control characters and are cut at their limit; they are text, not HTML.
 */
export interface Zaakgegevens {
  readonly ref: Zaakref
  /** How the organisation calls it on the telephone; absent when it gave none. */
  readonly nummer?: string
  /** The connection, or for whom it works by the RSIN in the case: `eigen-rsin.ts`. */
  readonly organisatie: OrganisatieId
  readonly type: Zaaktypegegevens
  /** What an official wrote; shown only where the organisation says so. */
  readonly omschrijving?: string
  readonly rol: EigenRol
  readonly start: Datum
  readonly geregistreerd?: Datum
  /** Present: closed. */
  readonly einde?: Datum
  /** A plan; says nothing about the law. */
  readonly gepland?: Datum
  /** The last day according to the law, as the organisation recorded it. */
  readonly uiterlijk?: Datum
  /** The term stands still. */
  readonly isOpgeschort: boolean
  readonly isVerlengd: boolean
  readonly status?: Statusgegevens
  readonly resultaat?: Resultaatgegevens
  /** Cases it belongs to, also at other organisations; only addresses of connections that we know. */
  readonly verwant: readonly Verwant[]
}

export interface Zaaktypegegevens {
  readonly sleutel: Zaaktypesleutel
  /** From the plainest to the most official; the layer of words looks for each. */
  readonly namen: readonly string[]
  /** ISO 8601, as the catalogue says: how long it takes at most, and what the organisation promises. */
  readonly doorlooptijd?: string
  readonly servicenorm?: string
  /**
   * The catalogue says both that somebody applies for it and that it ends in a formal decision; absent: it does not
   * say so. Only of such a case may a page speak of ingebrekestelling (`ingebreke.ts`).
   */
  readonly isAanvraagMetBesluit?: boolean
  /** The steps that the catalogue has for it, in order. Empty: not known. */
  readonly stappen: readonly Stap[]
}

export interface Stap {
  readonly volgnummer: number
  readonly namen: readonly string[]
  readonly isEinde: boolean
}

export interface Statusgegevens extends Stap {
  readonly op: Date
  /** Written for this case; shown only where the organisation says so. */
  readonly toelichting?: string
}

export interface Resultaatgegevens {
  readonly namen: readonly string[]
  readonly toelichting?: string
}

export interface Verwant {
  readonly ref: Zaakref
  readonly aard: 'hoofdzaak' | 'deelzaak' | 'vervolg' | 'onderwerp' | 'bijdrage'
  /** The other case says this of this one: it follows on from this one, is about it, or contributes to it. */
  readonly isOmgekeerd?: boolean
}

/** One case, opened. What could not be had is named; an empty list means that there is nothing. */
export interface Zaakdetail {
  readonly zaak: Zaakgegevens
  /** Oldest first. */
  readonly tijdlijn: readonly Statusgegevens[]
  readonly documenten: readonly Documentgegevens[]
  readonly besluiten: readonly Besluitgegevens[]
  readonly ontbreekt: readonly ('tijdlijn' | 'documenten' | 'besluiten')[]
}

export interface Documentgegevens {
  /** Only of use together with the case. */
  readonly uuid: string
  readonly titel: string
  readonly datum?: Datum
  /** MIME, as the source says; never trusted for how it is shown. */
  readonly formaat?: string
  readonly bestandsnaam?: string
  /** Bytes. */
  readonly omvang?: number
  readonly richting: 'van-u' | 'aan-u' | 'onbekend'
}

export interface Besluitgegevens {
  readonly namen: readonly string[]
  readonly datum: Datum
  readonly toelichting?: string
  readonly ingang?: Datum
  readonly verval?: Datum
  readonly verzonden?: Datum
  /** Last day on which objection is possible, as the organisation recorded it. */
  readonly bezwaarTot?: Datum
}
