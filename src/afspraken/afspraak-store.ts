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
   * Takes up to `hoogstens` that begin before this moment and were not reminded of; other nodes take others. What `doe`
   * could not do is there again the next time.
   */
  readonly herinner: (
    voor: { readonly nu: Date; readonly tot: Date; readonly hoogstens: number },
    doe: (wat: TeHerinneren) => Promise<void>,
  ) => Promise<Herinnerd>
}

/** How many were told, and what went wrong with others: those come back. */
export interface Herinnerd {
  readonly gedaan: number
  readonly fouten: readonly unknown[]
}

/** An event for who sends messages. The same id and begin is the same reminder, however often it comes. */
export interface TeHerinneren extends Tijdvak {
  readonly id: string
  readonly persoon: PersoonId
  readonly organisatie: OrganisatieId
  readonly team: string
  readonly vorm: Afspraakvorm
}
