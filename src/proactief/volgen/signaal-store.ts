import type { Verwerkingsbewijs, VerzegeldBewijs } from '../../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../../domain/index.ts'
import type { VolgvoorkeurRij } from './dossier-store.ts'
import type { Signaal, Signaalstand } from './signaal.ts'

/** By which message they heard of it, and when. */
export interface Verteld {
  readonly op: Date
  readonly bericht: string
}

/** What a person at a desk did with it. */
export const bureauuitkomsten = ['verteld', 'niet-bereikt', 'niet-nodig'] as const
export type Bureauuitkomst = (typeof bureauuitkomsten)[number]

/** Why a person looks at it: there is no ground to tell it by message, or the resident asked for help with it. */
export const bureauredenen = ['alleen-mens', 'hulp'] as const
export type Bureaureden = (typeof bureauredenen)[number]

/** A signal with what became of it. */
export interface BewaardSignaal extends Signaal {
  readonly id: string
  readonly persoon: PersoonId
  readonly ontstaan: Date
  /** Absent: no message told them of it (yet). */
  readonly verteld?: Verteld
  /** The message that said that it is not so after all. */
  readonly hersteld?: Verteld
  readonly beantwoord?: Date
  /** Whose desk here helps with it; absent: nobody's, and then no person here looks at it. */
  readonly organisatie?: OrganisatieId
  /** That a person of that desk looks at it or did, without who. */
  readonly bureau?: Bureaubeeld
}

/** What whom it is about may know of the work of a desk: that, since when, and what came of it. */
export interface Bureaubeeld {
  readonly reden: Bureaureden
  readonly sinds: Date
  /** How often nobody was reached. */
  readonly pogingen: number
  /** Absent: it is still to do. Without `uitkomst` it ended because they answered, or because it lapsed. */
  readonly af?: Date
  readonly uitkomst?: Exclude<Bureauuitkomst, 'niet-bereikt'>
}

/** As it is kept: of which scheme it is and everything that is said of it is sealed. */
export interface SignaalRij {
  readonly id: string
  readonly persoon: PersoonId
  readonly stand: Signaalstand
  readonly ontstaan: Date
  readonly verteld: Verteld | undefined
  readonly hersteld: Verteld | undefined
  readonly beantwoord: Date | undefined
  /** Whose desk here would help with it; absent: nobody's. */
  readonly organisatie: OrganisatieId | undefined
  /** Absent: no person looks at it. */
  readonly bureau:
    | {
        readonly sinds: Date
        readonly reden: Bureaureden
        readonly pogingen: number
        readonly af: Date | undefined
        /** With `af`: what a person did with it. */
        readonly uitkomst?: Exclude<Bureauuitkomst, 'niet-bereikt'> | undefined
      }
    | undefined
  readonly kid: string
  readonly cijfer: Buffer
}

/** What of a row can change after it was made. */
export type Signaalwijziging = Pick<
  SignaalRij,
  'stand' | 'verteld' | 'hersteld' | 'beantwoord' | 'bureau' | 'kid' | 'cijfer'
>

/** For the list of an organisation: nothing of whom it is about or of what. */
export interface Bureauregel {
  readonly id: string
  readonly sinds: Date
  readonly reden: Bureaureden
  readonly pogingen: number
}

export interface Bureauvrager {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
}

/** After the ground over this one person was stated. */
export interface Bureauhelper extends Bureauvrager {
  readonly persoon: PersoonId
}

export interface SignaalStore {
  /** Of this person, the newest first; at most so many. */
  readonly van: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    hoogstens: number,
  ) => Promise<readonly SignaalRij[]>
  /**
   * Under the lock of the row; the evidence and what they want from now on in the same act. `undefined` from `besluit`:
   * nothing is written, and `false` comes out, as when it is not theirs.
   */
  readonly beantwoord: (
    persoon: PersoonId,
    id: string,
    besluit: (
      rij: SignaalRij,
      voorkeur: VolgvoorkeurRij | undefined,
    ) =>
      | {
          readonly wijziging: Signaalwijziging
          readonly voorkeur?: VolgvoorkeurRij
          readonly bewijzen: readonly VerzegeldBewijs[]
        }
      | undefined,
  ) => Promise<boolean>
  /** The oldest first, behind the one with this moment and id. */
  readonly bureaulijst: (
    wie: Bureauvrager,
    na: Pick<Bureauregel, 'sinds' | 'id'> | undefined,
    hoogstens: number,
  ) => Promise<readonly Bureauregel[]>
  /** Whom it is about, for who stated a reason that is about nobody yet. */
  readonly bureauWie: (
    wie: Bureauvrager,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<PersoonId | undefined>
  readonly bureauOpen: (
    wie: Bureauhelper,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<SignaalRij | undefined>
  /** As `beantwoord`, for the work of this organisation about this person. */
  readonly bureauRond: (
    wie: Bureauhelper,
    id: string,
    besluit: (
      rij: SignaalRij,
    ) => { readonly wijziging: Signaalwijziging; readonly bewijzen: readonly VerzegeldBewijs[] } | undefined,
  ) => Promise<boolean>
}
