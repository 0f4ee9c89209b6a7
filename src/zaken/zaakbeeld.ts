import type { Onderwerp, Statusgroep } from '../corpus/index.ts'
import type { Datum, OrganisatieId } from '../domain/index.ts'
import type { Tekst } from '../engine/index.ts'
import type { Documentgegevens, EigenRol, Verwant, Zaakref } from './zaakgegevens.ts'

/** Ours are in three languages; the source's own are Dutch as a rule, and the page says whose they are. */
export type Woorden =
  | { readonly van: 'ons'; readonly tekst: Tekst }
  | { readonly van: 'bron'; readonly tekst: string }

/** A case as people read it: of `Zaakgegevens` by the layer of words. Absent means not known, and is shown as that. */
export interface Zaakbeeld {
  readonly ref: Zaakref
  readonly organisatie: OrganisatieId
  readonly nummer?: string
  readonly rol: EigenRol
  readonly titel: Woorden
  readonly onderwerp?: Onderwerp
  /** Which scheme it is about; absent: not established. */
  readonly regeling?: string
  readonly start: Datum
  /** Present: closed. */
  readonly einde?: Datum
  readonly groep?: Statusgroep
  readonly status?: Woorden
  readonly statusOp?: Datum
  /** What comes next. */
  readonly straks?: Woorden
  /** Who must act now; absent: not known. */
  readonly doet?: 'organisatie' | 'u' | 'niemand'
  /** So many things the organisation asks of them now; absent: none, or not known. */
  readonly openTaken?: number
  /** The day they last sent what was asked, when the organisation took no step on a later day. */
  readonly verstuurdOp?: Datum
  /** By when; empty: «niet bekend». Soonest first. */
  readonly verwacht: readonly Verwachting[]
  /** The source named a day that has passed, of a case that runs and whose term does not stand still. */
  readonly planVoorbij?: Datum
  readonly isOpgeschort: boolean
  readonly isVerlengd: boolean
  readonly resultaat?: Woorden
  /** Past its legal term, or nothing happened for longer than usual. Empty for closed cases. */
  readonly signalen: readonly Signaal[]
  readonly verwant: readonly Verwant[]
}

/** A date is never shown without which of these it is. */
export type Verwachting =
  | { readonly soort: 'gepland'; readonly datum: Datum }
  | {
      readonly soort: 'wettelijk'
      readonly datum: Datum
      /** Recorded by the organisation, or counted by us from this article. */
      readonly volgens: 'organisatie' | 'wet'
      readonly artikel?: string
    }

export type Signaal =
  | {
      readonly soort: 'te-laat'
      readonly termijn: Datum
      readonly volgens: 'organisatie' | 'wet'
      /** What is established that somebody may do; absent: not established, and then a page says nothing of it. */
      readonly kan?: 'ingebrekestelling'
    }
  | {
      readonly soort: 'stil'
      readonly sinds: Datum
      readonly gebruikelijkDagen: number
      /** What the organisation itself promises, or the longest it says to take. */
      readonly volgens?: 'servicenorm' | 'doorlooptijd'
    }

/** One case opened, as people read it. */
export interface Zaakverhaal {
  readonly zaak: Zaakbeeld
  /** Oldest first; what is expected stands apart. */
  readonly tijdlijn: readonly {
    readonly op: Datum
    readonly wat: Woorden
    readonly toelichting?: string
  }[]
  readonly daarna: readonly Woorden[]
  readonly documenten: readonly Documentgegevens[]
  readonly magToevoegen: boolean
  readonly besluiten: readonly Besluitbeeld[]
  /** The other cases it belongs to, as far as they are in the list of this person. */
  readonly keten?: readonly Zaakbeeld[]
  readonly ontbreekt: readonly ('tijdlijn' | 'documenten' | 'besluiten')[]
}

export interface Besluitbeeld {
  readonly naam: Woorden
  readonly datum: Datum
  readonly toelichting?: string
  readonly ingang?: Datum
  readonly verval?: Datum
  /** Absent: the organisation recorded none, and we do not guess one. */
  readonly bezwaarTot?: Datum
}
