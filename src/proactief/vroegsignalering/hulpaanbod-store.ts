import type { Verwerkingsbewijs, VerzegeldBewijs } from '../../audit/index.ts'
import type { Datum, OrganisatieId, PersoonId } from '../../domain/index.ts'
import type { Aanbodstand, Aanleiding } from './hulpaanbod.ts'
import type { Achterstandsoort } from './regels.ts'
import type { Signaalpartner } from './vroegsignaal.ts'

/** As it is kept. Whom it is about, how far it is and by when can be read; what happened is sealed. */
export interface AanbodRij {
  readonly id: string
  readonly organisatie: OrganisatieId
  readonly persoon: PersoonId
  readonly stand: Aanbodstand
  readonly aanleiding: Aanleiding
  readonly soorten: readonly Achterstandsoort[]
  readonly uiterlijk: Datum
  readonly gesprekUiterlijk?: Datum
  readonly gemaakt: Date
  /** From this moment on it is erased. */
  readonly wisVanaf: Date
  /** How often it was written: who writes says which one they saw. */
  readonly versie: number
  readonly kid: string
  readonly cijfer: Buffer
}

/** A signal as it is kept: what was told is sealed. */
export interface VroegsignaalRij {
  readonly id: string
  readonly bron: string
  /** Hash of the id that the creditor gave it. */
  readonly sleutel: Buffer
  readonly organisatie: OrganisatieId
  readonly soort: Achterstandsoort
  readonly ontvangen: Date
  readonly wisVanaf: Date
  readonly kid: string
  readonly cijfer: Buffer
}

/** A line of the work list: of nobody. */
export interface Aanbodregel {
  readonly id: string
  readonly stand: Aanbodstand
  readonly aanleiding: Aanleiding
  readonly soorten: readonly Achterstandsoort[]
  readonly uiterlijk: Datum
  readonly gesprekUiterlijk?: Datum
}

/** What is counted, per municipality, kind of creditor and month; about nobody. */
export const telbaar = [
  'binnen',
  'geweigerd',
  'ingetrokken',
  'apart',
  'eerder-nee',
  'aangeboden',
  'aangeboden-op-tijd',
  'bereikt',
  'aangenomen',
  'afgewezen',
] as const
export type Telbaar = (typeof telbaar)[number]

export interface Telling {
  readonly organisatie: OrganisatieId
  readonly soort: Achterstandsoort
  /** First day of the month. */
  readonly maand: Datum
  readonly wat: Telbaar
  readonly aantal: number
}

/** Whoever looks or does: the person themselves, or a professional whose ground is about them. */
export type Aanbodvrager =
  | { readonly soort: 'persoon'; readonly persoon: PersoonId }
  | {
      readonly soort: 'medewerker'
      readonly persoon: PersoonId
      readonly medewerker: string
      readonly organisatie: OrganisatieId
    }

export interface Desk {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
}

/** A signal of which is not known yet whom it is about. */
export type Ongekoppeld = VroegsignaalRij

/** A signal of which a professional finds out whom it is about, in a list of nobody. */
export interface Uitzoekregel {
  readonly id: string
  readonly soort: Achterstandsoort
  /** Why nobody was found. */
  readonly reden: string
  readonly ontvangen: Date
  /** The last day for an offer, as if they had been found at once. */
  readonly uiterlijk: Datum | undefined
}

export interface Koppeling {
  readonly signaal: VroegsignaalRij
  readonly persoon: PersoonId
  /** It was put aside, and a professional found them. */
  readonly isApart: boolean
  /** Given what they have now: what is written. */
  readonly besluit: (eerder: AanbodRij | undefined) => {
    /** Absent: nothing is kept of it. */
    readonly aanbod?: AanbodRij
    readonly tellingen: readonly Telling[]
    readonly bewijzen: readonly VerzegeldBewijs[]
  }
}

export interface Ontvangen {
  readonly nieuw: readonly string[]
  readonly dubbel: number
  /** Taken back or replaced now, or before they came. */
  readonly ingetrokken: number
}

export interface VroegsignaalStore {
  readonly partners: () => Promise<readonly Signaalpartner[]>
  readonly zetPartner: (partner: Signaalpartner) => Promise<void>
  /** All of one batch, its withdrawals and its counts, or nothing. */
  readonly ontvang: (opdracht: {
    readonly bron: string
    readonly signalen: readonly VroegsignaalRij[]
    /** Hashes of ids that are taken back or replaced, whether they came or not. */
    readonly weg: readonly Buffer[]
    readonly op: Date
    readonly tellingen: (uitkomst: Ontvangen) => readonly Telling[]
  }) => Promise<Ontvangen>
  /** In one pair of hands; after `tot` another may take them. */
  readonly pak: (nu: Date, tot: Date, aantal: number) => Promise<readonly Ongekoppeld[]>
  /** `false`: it is not there any more, or not as it was. */
  readonly koppel: (koppeling: Koppeling) => Promise<boolean>
  /** Nobody was found, or more than one: it waits for a human, without a person. */
  readonly zetApart: (
    signaal: VroegsignaalRij,
    wat: {
      readonly reden: string
      readonly wisVanaf: Date
      readonly uiterlijk: Datum
      readonly tellingen: readonly Telling[]
    },
  ) => Promise<void>
  /** Of what was put aside; it counts no more, however often it comes. `false`: it is not there any more. */
  readonly laatLos: (
    desk: Pick<Desk, 'organisatie'>,
    id: string,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
  /** Offers of which a signal was taken back and that do not know it yet. */
  readonly teHerzien: (
    aantal: number,
  ) => Promise<readonly { readonly aanbod: AanbodRij; readonly weg: readonly string[] }[]>
  readonly herzie: (
    rij: AanbodRij,
    weg: readonly string[],
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
}

export interface HulpaanbodStore {
  /** Of their own organisation, the first day first; of nobody. */
  readonly werklijst: (desk: Desk, hoogstens: number) => Promise<readonly Aanbodregel[]>
  /** What waits without a person, at their own organisation: the first day first. */
  readonly apart: (desk: Desk, hoogstens: number) => Promise<readonly Uitzoekregel[]>
  /** One of those, sealed. The proof is of a search: whom it is about is not known yet. */
  readonly apartEen: (
    desk: Desk,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<VroegsignaalRij | undefined>
  /** The same, once it is known whom it is about: the proof is about them. */
  readonly apartVan: (
    desk: Desk,
    id: string,
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
  ) => Promise<VroegsignaalRij | undefined>
  readonly wie: (desk: Desk, id: string, bewijs: Verwerkingsbewijs) => Promise<PersoonId | undefined>
  readonly haal: (
    vrager: Aanbodvrager,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<AanbodRij | undefined>
  readonly lijst: (vrager: Aanbodvrager, bewijs: Verwerkingsbewijs) => Promise<readonly AanbodRij[]>
  readonly signalen: (
    vrager: Aanbodvrager,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<readonly VroegsignaalRij[]>
  /** In the place of the version that was seen. `false`: somebody else wrote meanwhile. */
  readonly zet: (
    vrager: Aanbodvrager,
    rij: AanbodRij,
    mee: {
      readonly bewijzen: readonly VerzegeldBewijs[]
      readonly tellingen: readonly Telling[]
      /** What creditors told goes at once. */
      readonly wisSignalen: boolean
    },
  ) => Promise<boolean>
  readonly tellingen: (organisatie: OrganisatieId, vanaf: Datum) => Promise<readonly Telling[]>
  /** What creditors are called; about nobody. */
  readonly namen: () => Promise<ReadonlyMap<string, string>>
}
