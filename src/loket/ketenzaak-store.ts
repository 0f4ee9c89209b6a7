import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { Opschaalfunctie } from './begrippen.ts'
import type {
  Deelnemerrij,
  Delingrij,
  Ingangrij,
  Oproeprij,
  Staprij,
  Verschil,
  Zaakrij,
} from './leesbeeld.ts'
import type { Leertelling } from './lering.ts'
import type { EigenKetenzaak, Werkregel } from './loket.ts'
import type { Duurtelling } from './verwachting.ts'
import type { Voorval } from './voorval.ts'

/** As whom rows are read; the database shows each what they take part in, and no other. */
export type Ketenlezer =
  | { readonly soort: 'persoon'; readonly persoon: PersoonId }
  | { readonly soort: 'medewerker'; readonly medewerker: string; readonly organisatie: OrganisatieId }
  /** An outside party, and time: the one case that is named. */
  | { readonly soort: 'taak' }

/** Words under their seal, with the salt of their hash. */
export interface Tekstrij {
  readonly id: string
  readonly kid: string
  readonly cijfer: Buffer
}

/** What was done with a command before: enough to know the same one again. */
export interface Opdrachtmerk {
  readonly kid: string
  readonly merk: Buffer
}

export interface Toevoeging {
  readonly ketenzaak: string
  /** The number of events that it was decided on. */
  readonly na: number
  readonly opdracht: Opdrachtmerk & { readonly id: string }
  readonly voorvallen: readonly Voorval[]
  readonly teksten: readonly Tekstrij[]
  /** Words that go with it, by their id. */
  readonly wis: readonly string[]
  readonly zaak: Zaakrij
  readonly stappen: Verschil<Staprij>
  readonly deelnemers: Verschil<Deelnemerrij>
  readonly delingen: Verschil<Delingrij>
  readonly oproepen: Verschil<Oproeprij>
  readonly ingangen: Verschil<Ingangrij>
  /** Steps that were finished in it, each with how long it took; about nobody. */
  readonly duren: readonly {
    readonly organisatie: OrganisatieId
    readonly sjabloon: string
    readonly dagen: number
  }[]
  /** What is counted of it; about nobody. */
  readonly lering: readonly Leertelling[]
  readonly bewijzen: readonly VerzegeldBewijs[]
}

/** The latest first. `voor`: only of days before that one. */
export interface Gezienvraag {
  readonly hoogstens: number
  readonly voor?: Datum
}

export interface Gezienrij {
  readonly wie: string
  readonly dag: Datum
  readonly onderdelen: readonly string[]
}

/** A row that lets an outside party in. */
export interface Ingang {
  readonly ketenzaak: string
  readonly deelnemer: string
  readonly tot: Date
}

export interface Ongemeld {
  readonly ketenzaak: string
  readonly voorval: Voorval
}

export interface KetenzaakStore {
  /** Every event of one case, in order, and whether this command came before. Ids, times and codes. */
  readonly laad: (
    lezer: Ketenlezer,
    ketenzaak: string,
    opdracht?: string,
  ) => Promise<{ readonly voorvallen: readonly Voorval[]; readonly eerder: Opdrachtmerk | undefined }>
  /**
   * Events, words, rows and evidence, or nothing of any of them. `ingehaald`: somebody else wrote after `na`, and nothing
   * was written of this.
   */
  readonly voegToe: (toevoeging: Toevoeging) => Promise<'ok' | 'ingehaald'>
  /** What people wrote, of a case of somebody who is known. */
  readonly teksten: (
    lezer: Ketenlezer,
    van: { readonly ketenzaak: string; readonly persoon: PersoonId },
    ids: readonly string[],
    bewijs: Verwerkingsbewijs,
  ) => Promise<readonly Tekstrij[]>
  /** The same of a case of nobody who is known: the evidence stands on the chain of the case. */
  readonly tekstenZonderPersoon: (
    lezer: Ketenlezer,
    ketenzaak: string,
    ids: readonly string[],
  ) => Promise<readonly Tekstrij[]>
  readonly merkGezien: (ketenzaak: string, gezien: Gezienrij) => Promise<void>
  readonly wieZag: (
    persoon: PersoonId,
    ketenzaak: string,
    bewijs: Verwerkingsbewijs,
    welke: Gezienvraag,
  ) => Promise<readonly Gezienrij[]>
  /** The same of a case of nobody who is known; of anybody else it gives none. */
  readonly wieZagZonderPersoon: (ketenzaak: string, welke: Gezienvraag) => Promise<readonly Gezienrij[]>
  readonly eigen: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    hoogstens: number,
  ) => Promise<readonly EigenKetenzaak[]>
  /** Of one person, as far as the organisation of the reader takes part. */
  readonly vanPersoon: (
    lezer: Extract<Ketenlezer, { soort: 'medewerker' }>,
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    hoogstens: number,
  ) => Promise<readonly EigenKetenzaak[]>
  /** Of which case this is the number; as a task whoever takes part in it, so that an id comes of it and nothing else. */
  readonly vindNummer: (lezer: Ketenlezer, nummer: string) => Promise<string | undefined>
  readonly werkvoorraad: (
    wie: Omit<Extract<Ketenlezer, { soort: 'medewerker' }>, 'soort'> & {
      readonly functies: readonly Opschaalfunctie[]
    },
    hoogstens: number,
  ) => Promise<readonly Werkregel[]>
  readonly vindIngang: (soort: Ingangrij['soort'], hash: string) => Promise<Ingang | undefined>
  /** Cases in which time changes something now, the longest waiting first, but these. */
  readonly teBekijken: (nu: Date, hoogstens: number, zonder: readonly string[]) => Promise<readonly string[]>
  /** How often steps of this kind took how many days at this organisation. */
  readonly duren: (
    sleutels: readonly { readonly organisatie: OrganisatieId; readonly sjabloon: string }[],
  ) => Promise<
    readonly {
      readonly organisatie: OrganisatieId
      readonly sjabloon: string
      readonly tellingen: readonly Duurtelling[]
    }[]
  >
  /**
   * Events that nobody was told of yet, in the order of each case, without those of some cases. What `doe` gives back was
   * told; the others come again.
   */
  readonly meld: (
    op: Date,
    welke: { readonly hoogstens: number; readonly zonder: readonly string[] },
    doe: (voorvallen: readonly Ongemeld[]) => Promise<readonly Ongemeld[]>,
  ) => Promise<number>
}
