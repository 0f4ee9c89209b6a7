import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { Datum, PersoonId } from '../domain/index.ts'
import type { Aanbod } from './aanbod.ts'
import type { Maatregel, Machtiging } from './machtiging.ts'

/** One try of a code by one person. */
export interface Poging {
  /** The code under every key on the ring; what stands in the database is one of these or nothing. */
  readonly codes: readonly Buffer[]
  readonly nu: Date
  /** So many wrong ones since each of these moments, and it is not looked at any more. */
  readonly grenzen: readonly { readonly sinds: Date; readonly max: number }[]
  readonly maxBekeken: number
}

/** What an open offer looks like to whoever brought its code. */
export interface Gevonden {
  readonly aanbod: Aanbod
  /** What a court decided about the giver. */
  readonly maatregelen: readonly Maatregel[]
}

/** What becomes of it. */
export type Afloop =
  /** It was shown. */
  | { readonly soort: 'bekeken' }
  | {
      readonly soort: 'aangenomen'
      readonly machtiging: Machtiging
      readonly bewijzen: readonly VerzegeldBewijs[]
    }
  | { readonly soort: 'geweigerd'; readonly op: Date; readonly bewijzen: readonly VerzegeldBewijs[] }
  /** As if it was not found: it is counted as a wrong code. */
  | { readonly soort: 'niets' }

export type Probeersel =
  | { readonly status: 'gevonden'; readonly gevonden: Gevonden }
  | { readonly status: 'onbekend' }
  | { readonly status: 'te-vaak' }

/** What both are told of a mandate. */
export type Machtigingnieuws = 'gegeven' | 'loopt-af' | 'ingetrokken'

/** Of one round: how many mandates were told of, and what went wrong with others. */
export interface Verteld {
  readonly gedaan: number
  readonly fouten: readonly unknown[]
}

export interface AanbodStore {
  /** The offer, the look-up of its code, and its evidence, or nothing; false when the id is there already. */
  maak(aanbod: Aanbod, code: Buffer, bewijzen: readonly VerzegeldBewijs[]): Promise<boolean>
  /** What a court decided about this person. */
  maatregelen(persoon: PersoonId): Promise<readonly Maatregel[]>
  /** Of the giver, the newest first. */
  alle(gever: PersoonId, bewijs: Verwerkingsbewijs): Promise<readonly Aanbod[]>
  /** False when it is not theirs or not open any more. */
  trekIn(gever: PersoonId, id: string, op: Date, bewijzen: readonly VerzegeldBewijs[]): Promise<boolean>
  /**
   * Counts, looks, decides and writes in one transaction, one at a time for each person: who tries two codes at once
   * tries them one after the other. A code that was used is gone for whoever comes a moment later.
   */
  probeer(
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    poging: Poging,
    doe: (gevonden: Gevonden) => Afloop,
  ): Promise<Probeersel>
  /** Offers that nobody can use any more, closed with their evidence. Gives how many. */
  sluitVerlopen(
    nu: Date,
    maxBekeken: number,
    bewijzenVan: (aanbod: Aanbod) => readonly VerzegeldBewijs[],
  ): Promise<number>
  /** Mandates whose last day has passed, written into the evidence once. Gives how many. */
  boekVoorbij(
    vandaag: string,
    op: Date,
    bewijzenVan: (machtiging: Machtiging) => readonly VerzegeldBewijs[],
  ): Promise<number>
  /**
   * Mandates of which both were not told something yet: `doe` tells it, and that is written down after it. One that
   * fails is there again the next time. One node at a time; the others do nothing.
   */
  vertel(
    vandaag: Datum,
    op: Date,
    doe: (machtiging: Machtiging, nieuws: Machtigingnieuws) => Promise<void>,
  ): Promise<Verteld>
  /** Tries older than this count no longer. */
  vergeetPogingen(voor: Date): Promise<void>
}
