import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Bladwijzer } from './blad.ts'
import type { Kennissoort, Kenniswijze } from './poststuk.ts'

/** What somebody wrote is sealed; who it is from and where it goes is what access is decided on. */
export interface PoststukRij {
  readonly id: string
  readonly nummer: string
  readonly kenmerk: Buffer
  readonly persoon: PersoonId | undefined
  readonly door: PersoonId | undefined
  readonly organisatie: OrganisatieId
  readonly bij: OrganisatieId
  readonly soort: string
  readonly weg: string
  readonly ontvangen: Date
  readonly vastgelegd: Date
  /** Nothing is left to do with it at the body that has it, since then. */
  readonly gereed: Date | undefined
  readonly kid: string
  readonly cijfer: Buffer
}

export interface BijlageRij {
  readonly volgnummer: number
  readonly kid: string
  readonly cijfer: Buffer
}

export interface KennisRij {
  readonly id: string
  readonly poststuk: string
  readonly persoon: PersoonId | undefined
  readonly soort: Kennissoort
  readonly hoe: Kenniswijze
  readonly op: Date
  readonly bezorgd: Date | undefined
  /** Of the form that it came of; absent: of no form. */
  readonly kenmerk: Buffer | undefined
  /** What they are told, and of a refusal why. */
  readonly kid: string
  readonly cijfer: Buffer
}

/** Of a notice in hand: how often it was taken, tried in vain, and tried without a word of what came of it. */
export interface GepakteRij extends KennisRij {
  readonly greep: number
  readonly pogingen: number
  readonly ongewis: number
}

export interface DoorzendRij {
  readonly van: OrganisatieId
  readonly naar: OrganisatieId
  /** The notice that went with it; the database takes no forwarding without one. */
  readonly kennisgeving: string
  /** The other body reads nothing here: it stays where it is, and is work until somebody sent it. Not kept. */
  readonly blijft?: boolean
}

export interface VolledigeRij {
  readonly rij: PoststukRij
  readonly kennis: readonly KennisRij[]
  readonly doorgezonden: readonly DoorzendRij[]
}

/** One line of evidence about what went to and fro, as it stands in the chain. */
export interface Verkeersregel {
  readonly volgnummer: number
  readonly tijd: Date
  readonly soort: string
  readonly codes: string
  readonly hash: string
}

/** A professional: of one person of their ground, or of items of whom nobody knows who sent them. */
export interface Postlezer {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
  readonly persoon?: PersoonId
}

/** Where something went, and when. */
export interface Doorgezonden {
  readonly naar: OrganisatieId
  readonly op: Date
}

/** What an organisation still has to do with its post; nothing of what it says or of whom it is. */
export interface Werkregel {
  readonly id: string
  readonly nummer: string
  readonly soort: string
  readonly weg: string
  readonly ontvangen: Date
  readonly isBekend: boolean
  /** Notices that somebody has to bring to an address. */
  readonly teBezorgen: number
  readonly gereed: Date | undefined
}

/** Which items of a body. */
export interface Postvraag {
  /**
   * `open`, also when left out: what is not done yet, or of which somebody still has to be told; what waits longest
   * first. `alles`: the latest first.
   */
  readonly stand?: 'open' | 'alles'
  /** Behind this one. */
  readonly na?: Bladwijzer | undefined
  /** The one of this number, in whatever state. */
  readonly nummer?: string | undefined
}

/** What is written when an item comes in. */
export interface Poststukplaatsing {
  readonly rij: PoststukRij
  readonly bijlagen: readonly BijlageRij[]
  readonly kennis: KennisRij
  readonly bewijzen: readonly VerzegeldBewijs[]
}

export interface PoststukStore {
  /**
   * Each item with its attachments, its receipt and the evidence, or nothing of any of them; in the order in which they
   * were given. The mark was there: whose it is, and nothing new is written.
   */
  readonly plaats: (
    plaatsingen: readonly Poststukplaatsing[],
  ) => Promise<readonly { readonly isNieuw: boolean; readonly volledig: VolledigeRij }[]>
  /**
   * A notice about an item, alone or with the forwarding that it tells of, and the evidence; or nothing of it. With the
   * mark of one that is there it is that one. `al-gemeld`: the sender was refused or shown another way.
   */
  readonly meld: (
    rij: PoststukRij,
    delen: {
      readonly kennis: KennisRij
      readonly doorzending: DoorzendRij | undefined
      readonly bewijzen: readonly VerzegeldBewijs[]
    },
  ) => Promise<'ok' | 'al-weg' | 'al-gemeld'>
  /** The latest first. */
  readonly lijst: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    hoogstens: number,
  ) => Promise<readonly VolledigeRij[]>
  readonly vind: (
    persoon: PersoonId,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<VolledigeRij | undefined>
  readonly bijlage: (
    persoon: PersoonId,
    id: string,
    volgnummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<BijlageRij | undefined>
  /** What was received, sent, notified, opened and forwarded, of one person (Awb 2:25). */
  readonly verkeer: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<readonly Verkeersregel[]>
  readonly bij: (
    lezer: Postlezer,
    bewijs: Verwerkingsbewijs,
    vraag: Postvraag,
    hoogstens: number,
  ) => Promise<readonly VolledigeRij[]>
  readonly vindBij: (
    lezer: Postlezer,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<VolledigeRij | undefined>
  readonly bijlageBij: (
    lezer: Postlezer,
    id: string,
    volgnummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<BijlageRij | undefined>
  /** Whom an item is from that lies at their body: a person, or `onbekend`. `undefined`: no such item there. */
  readonly afzenderVan: (
    wie: Pick<Postlezer, 'medewerker' | 'organisatie'>,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<PersoonId | 'onbekend' | undefined>
  /** Where an item of this number went that their body sent on, the latest first; nothing of the item. */
  readonly doorgezonden: (
    wie: Pick<Postlezer, 'medewerker' | 'organisatie'>,
    nummer: string,
  ) => Promise<readonly Doorgezonden[]>
  readonly werklijst: (
    wie: Pick<Postlezer, 'medewerker' | 'organisatie'>,
    vraag: Omit<Postvraag, 'stand'>,
    hoogstens: number,
  ) => Promise<readonly Werkregel[]>
  /** Done at the body that has it, or not after all, with the evidence; or nothing of it. */
  readonly zetGereed: (
    rij: PoststukRij,
    gereed: Date | undefined,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<'ok' | 'al-weg' | 'nog-te-melden'>
  /** A notice was brought to its address; `false`: it was already, or needs no bringing. */
  readonly merkBezorgd: (
    lezer: Postlezer,
    kennisgeving: string,
    op: Date,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
  /** Notices for inboxes, or for e-mail, each for one worker at a time until `tot`. */
  readonly pak: (keer: {
    readonly hoe: 'bericht' | 'email'
    readonly nu: Date
    readonly tot: Date
    readonly hoogstens: number
  }) => Promise<readonly GepakteRij[]>
  /** One for e-mail that did not go this time, for another worker from then on. */
  readonly stelUit: (rij: Pick<GepakteRij, 'id' | 'pogingen' | 'ongewis'>, volgende: Date) => Promise<void>
  readonly klaar: (
    kennisgevingen: readonly string[],
    op: Date,
    bewijzen?: readonly VerzegeldBewijs[],
  ) => Promise<void>
  /** One for e-mail that cannot be sent, or that came back: from now on somebody brings it. `false`: it is no such one. */
  readonly naarAdres: (
    kennisgeving: string,
    bewijzen: (rij: KennisRij) => readonly VerzegeldBewijs[],
  ) => Promise<boolean>
}
