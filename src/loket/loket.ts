import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { Subject, Voor } from '../toegang/index.ts'
import type { Partijsoort, Stapstand } from './begrippen.ts'
import type { Bestandssoort } from './bestand.ts'
import type { Herkomst } from './herkomst.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import type { Ketenzin } from './verwachting.ts'
import type { Voorvalsoort } from './voorval.ts'
import type { Gelezen, Woorden } from './woorden.ts'
import type { Zicht, Zichtdader } from './zicht-vorm.ts'

/** Who is at the door, and for whom. An invited outside party is a subject of its own (`genodigde`). */
export interface Loketvrager {
  readonly subject: Subject
  readonly voor: Voor
  /** A system of an organisation asks: which of their people looks is for that organisation itself. */
  readonly isSysteem?: true
}

export interface Opdrachtkop {
  /** Made with the form (`nieuwId`): sent twice it is done once, with the same answer. */
  readonly id: string
  readonly ketenzaak: string
  /** The `nr` of the case as the reader saw it; 0 to open one. */
  readonly verwacht: number
  /** Commands of theirs that this one was given after, and that they did not see the outcome of: no surprise to them. */
  readonly na?: readonly string[]
  /** Who gave it at another installation, and on what ground: stands in the evidence with what was done. */
  readonly vanElders?: Readonly<Record<string, string>>
}

export type Uitslag =
  | {
      readonly status: 'ok'
      readonly nr: number
      /** The same command came before: this is what came of it then. */
      readonly isHerhaald: boolean
      /** Others did something else meanwhile, and both hold. */
      readonly isSamengevoegd: boolean
      /** The case lies elsewhere and cannot be reached: this is kept here, and goes there as soon as it can. */
      readonly isBewaard?: true
    }
  /** Others did something to the same thing meanwhile. Nothing was done of this. */
  | { readonly status: 'conflict'; readonly nr: number; readonly anderen: readonly Gebeurd[] }
  | { readonly status: 'geweigerd'; readonly weigering: Weigering }

/** One line of what happened, for who may see it. */
export interface Gebeurd {
  readonly nr: number
  readonly op: Date
  readonly soort: Voorvalsoort
  readonly van: Zichtdader
  /** The step, item, participant, share … it is about. */
  readonly over?: string
  /** Of what is shared: with which participant. */
  readonly met?: string
  /** Of a handing over: to which organisation. */
  readonly aan?: OrganisatieId
  /** Of a participant or a share: which organisation that is, also when it takes part no more. */
  readonly wie?: OrganisatieId
  /** Of a step: how it stands since. */
  readonly stand?: Stapstand
}

export interface Ketenbeeld {
  readonly zicht: Zicht<Gelezen>
  readonly zin: Ketenzin
  /** For the resident and the owner: everything that happened, oldest first. */
  readonly verloop: readonly Gebeurd[]
  readonly herkomst: Herkomst
  /** As it was at the number that was asked for, of what this reader sees now. */
  readonly toen?: Toen<Gelezen>
  /** The case lies at another installation. */
  readonly elders?: Elders
}

export type Toen<W> = Pick<Zicht<W>, 'stappen' | 'onderdelen'>

export interface Elders {
  /** By which connection. */
  readonly bij: OrganisatieId
  /** When it was read; that it was not now says `isNu`. */
  readonly gelezen: Date
  readonly isNu: boolean
  /** Why not, where it is known: clocks that differ, or the other side that refuses us. */
  readonly om?: Stilreden
  /** What people here did and did not arrive yet, or did not go as it was meant. */
  readonly opdrachten: readonly { readonly soort: string; readonly op: Date; readonly uitkomst?: string }[]
  /** They said that it is not there, or not for this organisation any more. */
  readonly isWeg?: true
}

export type Stilreden = 'weg' | 'klok' | 'geweigerd'

/** An installation whose work list could not be read: what waits there may be missing here. */
export interface NietGelezen {
  readonly bij: OrganisatieId
  readonly om: Stilreden
  readonly sinds: Date
}

/** Who saw what of the resident's case: an organisation or an outside party, on which day, which items. */
export interface Gezien {
  readonly wie: Zichtdader
  readonly dag: Datum
  readonly onderdelen: readonly string[]
}

/** The latest days of who saw what, whole days; with `eerder` there is more before that day. */
export interface Gezienblad {
  readonly rijen: readonly Gezien[]
  readonly eerder?: Datum
}

/** A line of a work list: numbers, states and days, and nothing of whom or what. */
export interface Werkregel {
  readonly ketenzaak: string
  readonly nummer: string
  /** `mislukt`: what somebody here did in a case elsewhere, and what it did not become. */
  readonly soort:
    | 'regie'
    | 'stap'
    | 'aanbod'
    | 'opschaling'
    | 'stap-geweigerd'
    | 'doorzending'
    | 'erbij'
    | 'terug'
    | 'mislukt'
  /** Of a step. */
  readonly stap?: string
  readonly stand: string
  /** The last day, or the day on which something goes further by itself. */
  readonly termijn?: Datum
  /** Of a case that they own: whose turn it is. */
  readonly bij?: OrganisatieId | 'inwoner' | 'partij'
  /** It lies at the installation of this organisation. */
  readonly elders?: OrganisatieId
}

/** An answer that somebody waits for goes before one's own work. */
export const werkgroepen = ['antwoord', 'stap', 'regie'] as const
export type Werkgroep = (typeof werkgroepen)[number]

/** Where a line stands: the first day first, what has none last. */
export interface Werkplek {
  readonly termijn?: Datum
  readonly ketenzaak: string
  /** Of a step its id; what makes it one line of its case. */
  readonly sleutel: string
}

export interface Werkrij {
  readonly regel: Werkregel
  readonly plek: Werkplek
}

export interface Werkblad {
  readonly groep: Werkgroep
  readonly rijen: readonly Werkrij[]
  /** How many lie there in all; with `isMeer` there are more than that. */
  readonly aantal: number
  readonly isMeer: boolean
  /** With which the next page is asked; absent on the last one. */
  readonly volgende?: string
}

export interface Bladvraag {
  /** Absent: of each group the first page. */
  readonly groep?: Werkgroep
  /** What an earlier page gave as `volgende`; anything else is the first page. */
  readonly na?: string
}

/** Of a case that somebody took part in: how and when that ended for them, and who can be called about it. */
export interface Afscheid {
  /** `verlopen`: the time that an outside party was let in for is over. */
  readonly soort: 'gesloten' | 'overgedragen' | 'weg' | 'verlopen'
  readonly op: Date
  readonly nummer: string
  readonly regie: OrganisatieId
  readonly aanspreekpunt: Gelezen
}

export interface EigenKetenzaak {
  readonly ketenzaak: string
  readonly nummer: string
  readonly stand: 'open' | 'gesloten'
  readonly geopend: Date
  readonly regie: OrganisatieId
  readonly termijn?: Datum
  readonly bij?: OrganisatieId | 'inwoner' | 'partij'
}

export type Uitgenodigd =
  /** The code is shown once, to be told or handed over; nobody can show it again. */
  { readonly status: 'ok'; readonly nr: number; readonly code: string } | Exclude<Uitslag, { status: 'ok' }>

export type Aangemeld =
  /** The key goes into a cookie of the outside party, and nowhere else. */
  | {
      readonly status: 'ok'
      readonly ketenzaak: string
      readonly deelnemer: string
      readonly sleutel: string
    }
  | { readonly status: 'geweigerd'; readonly weigering: Weigering }

/** What a library or a bank brings in with who stands there; nobody who is known, and nothing of a file. */
export interface Aanbreng {
  readonly vraag: Woorden
  readonly uitkomst: Woorden
  /** Whom the visitor can call, until somebody takes the case. */
  readonly aanspreekpunt: Woorden
  readonly aan: OrganisatieId
  readonly partij: Partijsoort
  readonly naam: Woorden
  readonly tot: Date
  readonly stap?: { readonly stap: string; readonly titel: Woorden; readonly termijn: Datum }
}

export type Aangebracht =
  /** The number is for the visitor; the code, shown once, for whoever brought it. */
  | { readonly status: 'ok'; readonly nummer: string; readonly code: string }
  | { readonly status: 'geweigerd'; readonly weigering: Weigering }

/** What a professional was writing about a case that is not open yet, while they look for whom it is about. */
export interface Onafdienst {
  /** One for each professional; what they wrote before is gone with it. */
  readonly bewaar: (vrager: Loketvrager, velden: string) => Promise<void>
  readonly haal: (vrager: Loketvrager) => Promise<{ readonly velden: string; readonly op: Date } | undefined>
  readonly vergeet: (vrager: Loketvrager) => Promise<void>
}

/** For what is looked who somebody is: to know it, or to have them join a call. */
export type Waarvoor = 'wie-het-is' | 'bereiken'

/** The overheidsloket: chain cases over organisations. Each use case asks `beslis`, and writes the line of processing first. */
export interface Loket {
  /** An id for a form: of a case, a command or a step. Says nothing of anybody. */
  readonly nieuwId: () => string
  readonly open: (
    vrager: Loketvrager,
    kop: Omit<Opdrachtkop, 'verwacht'>,
    opdracht: Extract<Opdracht, { soort: 'open' }>,
  ) => Promise<Uitslag>
  readonly doe: (
    vrager: Loketvrager,
    kop: Opdrachtkop,
    opdracht: Exclude<
      Opdracht,
      { soort: 'open' | 'nodig-uit' | 'nodig-opnieuw-uit' | 'gebruik-uitnodiging' | 'klok' }
    >,
  ) => Promise<Uitslag>
  readonly nodigUit: (
    vrager: Loketvrager,
    kop: Opdrachtkop,
    wie: Omit<Extract<Opdracht, { soort: 'nodig-uit' | 'nodig-opnieuw-uit' }>, 'codehash'>,
  ) => Promise<Uitgenodigd>
  /** To which bodies something can be brought in: those of which somebody can take it here. */
  readonly ontvangers: () => readonly OrganisatieId[]
  /** Somebody of a library or a bank, with the visitor beside them; a government body owns it from the beginning. */
  readonly brengAan: (
    vrager: Loketvrager,
    kop: Omit<Opdrachtkop, 'verwacht'>,
    wat: Aanbreng,
  ) => Promise<Aangebracht>
  /** An outside party signs confidentiality and uses its code; by eHerkenning the company comes back without a key. */
  readonly meldAan: (
    aan: { readonly code: string; readonly ondertekenaar: string; readonly bedrijf?: PersoonId },
    opdracht: string,
  ) => Promise<Aangemeld>
  /** Whose key it is or was; what they still see, and why it is nothing any more, is asked of the case (`afscheid`). */
  readonly genodigde: (sleutel: string) => Promise<Extract<Subject, { soort: 'genodigde' }> | undefined>
  /** Writes down that it was seen. `undefined`: there is no such case, or not for them. `sinds`: also as it was at that number. */
  readonly bekijk: (vrager: Loketvrager, ketenzaak: string, sinds?: number) => Promise<Ketenbeeld | undefined>
  /**
   * The same without a word of anybody and without a forecast, for who does something in it. Nothing is shown, so nothing
   * is written down.
   */
  readonly overzie: (vrager: Loketvrager, ketenzaak: string) => Promise<Ketenbeeld | undefined>
  /** A file of a case that lies here. `undefined`: there is none, or not for them. */
  readonly bestand?: (
    vrager: Loketvrager,
    ketenzaak: string,
    onderdeel: string,
  ) => Promise<{ readonly soort: Bestandssoort; readonly inhoud: Uint8Array } | undefined>
  /** The number of a case at their organisation that a professional reads only after stating why. */
  readonly vraagtGrond?: (vrager: Loketvrager, ketenzaak: string) => Promise<string | undefined>
  /** Whom it is about, for that ground and nothing else. */
  readonly grondOver?: (
    vrager: Loketvrager,
    ketenzaak: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<PersoonId | undefined>
  /** At which number it stands, of what they may see something of; says nothing of it, and is no looking. */
  readonly volg: (vrager: Loketvrager, ketenzaak: string) => Promise<number | undefined>
  /** Of a case that cannot be shown: at whose installation it lies, when it does. */
  readonly ligtElders?: (
    vrager: Loketvrager,
    ketenzaak: string,
  ) => Promise<Omit<Elders, 'gelezen'> | undefined>
  /** Of a case that cannot be shown to them any more. `undefined`: they never took part. */
  readonly afscheid: (vrager: Loketvrager, ketenzaak: string) => Promise<Afscheid | undefined>
  /** By the number that a resident mentions: a case in which their organisation takes part, or did. */
  readonly vindNummer: (vrager: Loketvrager, nummer: string) => Promise<string | undefined>
  /** For who is shared who it is about: with the proof of it on the record of the resident. */
  readonly overBetrokkene: <T>(
    vrager: Loketvrager,
    ketenzaak: string,
    fn: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<T>,
    waarvoor?: Waarvoor,
  ) => Promise<T | undefined>
  /** Of whom a professional helps now: the cases in which their organisation takes part, newest first. */
  readonly vanGeholpene: (vrager: Loketvrager) => Promise<readonly EigenKetenzaak[]>
  /** What a professional was writing about a case that is not open yet. */
  readonly onaf: Onafdienst
  /** Installations whose work list could not be read; absent: there are none. */
  readonly nietGelezen?: (vrager: Loketvrager) => readonly NietGelezen[]
  /** Whether somebody of that organisation sees what they are asked. Absent: everybody does. */
  readonly bereik?: (() => Promise<(organisatie: OrganisatieId) => boolean>) | undefined
  /** Of whoever it is about, newest first. */
  readonly eigen: (vrager: Loketvrager) => Promise<readonly EigenKetenzaak[]>
  /** For whoever it is about, and for the owner, who tells them. */
  readonly wieZag: (vrager: Loketvrager, ketenzaak: string, voor?: Datum) => Promise<Gezienblad>
  /** Of the organisation of a professional, the first term first; no more than one answer holds. */
  readonly werkvoorraad: (vrager: Loketvrager) => Promise<readonly Werkregel[]>
  /** The same by groups, a page of each or of one; it says how much there is. */
  readonly werkbladen: (vrager: Loketvrager, vraag: Bladvraag) => Promise<readonly Werkblad[]>
  /** One round over cases whose term, offer or escalation is over. Gives how many went further. */
  readonly klok: () => Promise<number>
  /** One round of events that nobody was told of yet. Gives how many. */
  readonly zend: () => Promise<number>
}
