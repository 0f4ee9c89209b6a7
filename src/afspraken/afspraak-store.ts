import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { Afspraakvorm } from '../corpus/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Afspraakstand, Maker } from './afspraak.ts'
import type { Tijdvak } from './tijden.ts'

/** An appointment as it is kept: what it is about is sealed. */
export interface AfspraakRij extends Tijdvak {
  readonly id: string
  readonly nummer: string
  readonly persoon: PersoonId
  readonly organisatie: OrganisatieId
  readonly team: string
  readonly vorm: Afspraakvorm
  readonly stand: Afspraakstand
  readonly door: Maker
  readonly kenmerk: Buffer
  readonly gemaakt: Date
  /** When they were told of it again, or it was made so shortly before that they need not be. */
  readonly herinnerd: Date | undefined
  /** From when on they may be told of it again. */
  readonly herinnerVanaf: Date
  /** How many times something was agreed about it: one when it was made, one more for a move and for cancelling. */
  readonly keer: number
  /** The time of which they heard before the last change, as far as is known. */
  readonly verteld?: Date | undefined
  /** Who moved or cancelled it last; `undefined`: nobody yet. */
  readonly gewijzigdDoor?: AfspraakVrager['soort'] | undefined
  readonly kid: string
  readonly cijfer: Buffer
}

/** Whose appointments: of the person themselves, or of them at the organisation of a professional. */
export type AfspraakVrager =
  | { readonly soort: 'persoon'; readonly persoon: PersoonId }
  | {
      readonly soort: 'medewerker'
      readonly persoon: PersoonId
      readonly medewerker: string
      readonly organisatie: OrganisatieId
    }

export type Plaatsing =
  | { readonly status: 'ok'; readonly rij: AfspraakRij }
  /** The same mark was there already: what came of it then. */
  | { readonly status: 'was-er-al'; readonly rij: AfspraakRij }
  | { readonly status: 'vol' | 'te-veel' | 'nummer-bezet' }

export type Wijziging = 'ok' | 'was-al-zo' | 'vol' | 'niet-gevonden'

export interface AfspraakStore {
  /** Which places are taken between two moments; of whom is not said. */
  readonly bezet: (team: string, tussen: Tijdvak) => Promise<readonly Tijdvak[]>
  /** One place and one row with their evidence, or nothing. Never more at the same time than `capaciteit`. */
  readonly plaats: (
    vrager: AfspraakVrager,
    rij: AfspraakRij,
    eis: { readonly capaciteit: number; readonly maxOpen: number },
    bewijs: Verwerkingsbewijs,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<Plaatsing>
  /** The new place is taken and the old one given back in one go. An appointment that began stays what it was. */
  readonly verzet: (
    vrager: AfspraakVrager,
    id: string,
    naar: Tijdvak & {
      readonly capaciteit: number
      readonly nu: Date
      readonly herinnerd: Date | undefined
      readonly herinnerVanaf: Date
    },
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<Wijziging>
  readonly zegAf: (
    vrager: AfspraakVrager,
    id: string,
    nu: Date,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<Wijziging>
  /** The first to come first. */
  readonly lijst: (
    vrager: AfspraakVrager,
    bewijs: Verwerkingsbewijs,
    hoogstens: number,
  ) => Promise<readonly AfspraakRij[]>
  readonly vind: (
    vrager: AfspraakVrager,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<AfspraakRij | undefined>
  /**
   * Takes up to `hoogstens` that are still to come and of which this was not told; other nodes take others. What `doe`
   * could not do is left alone until `herkans`, and comes after what was never tried.
   */
  readonly vertel: (voor: Vertelronde, doe: (wat: TeVertellen) => Promise<void>) => Promise<Verteld>
}

/** What people are told of an appointment: that it was agreed, and that it is near. */
export type Vertelling = 'bevestiging' | 'herinnering'

export interface Vertelronde {
  readonly wat: Vertelling
  readonly nu: Date
  /** What failed after this moment is not tried now. */
  readonly herkans: Date
  readonly hoogstens: number
}

/** How many were told, and what went wrong with others: those come back. */
export interface Verteld {
  readonly gedaan: number
  readonly fouten: readonly unknown[]
}

/** An event for who sends messages. The same id and `keer` is the same agreement, however often it comes. */
export interface TeVertellen extends Tijdvak {
  readonly id: string
  readonly persoon: PersoonId
  readonly organisatie: OrganisatieId
  readonly team: string
  readonly vorm: Afspraakvorm
  readonly stand: Afspraakstand
  readonly keer: number
  /** The time that they heard of before this, as far as is known. */
  readonly verteld?: Date | undefined
  readonly herinnerVanaf: Date
  readonly gewijzigdDoor?: AfspraakRij['gewijzigdDoor']
}
