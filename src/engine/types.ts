/**
 * The words of the engine: what goes in, what comes out. No logic here.
 * Money on the wire is integer cents in the currency of the place; dates are `YYYY-MM-DD`.
 */
import type { Jarige } from './jarige.ts'

/** How far a figure or rule has been checked, lowest first. */
export type Vertrouwen = 'alleen-tekst' | 'opgesteld' | 'beoordeeld' | 'nagerekend'

/** Why something is not known. */
export type Reden =
  | 'niet-gevraagd'
  | 'bron-zweeg'
  | 'bedrag-niet-vastgesteld'
  | 'niet-gemodelleerd'
  | 'bedragen-nog-niet-bekend'

export type Soort = 'geld' | 'korting' | 'kwijtschelding' | 'natura' | 'signaal'
export type Recht = 'ja' | 'nee' | 'onbekend'
export type Valuta = 'EUR' | 'USD'
export type Per = '2-weken' | 'maand' | 'kwartaal' | 'jaar' | 'eenmalig'

/** The same Dutch text in other languages. */
export interface Vertalingen {
  readonly en?: string
  readonly pap?: string
}

/** A part of the law that is left out, and why: Dutch, with translations where the author wrote them. */
export interface Onzeker {
  readonly artikel: string
  readonly reden: string
  readonly vertalingen?: Vertalingen | undefined
}

// ---------------------------------------------------------------- documents

/**
 * A document of the corpus, already read. Scalars that are numbers or dates in the text
 * stand here as the string that was written (so `13.730` keeps its decimals); JSON numbers are allowed too.
 */
export interface CorpusDocument {
  /** Path relative to its corpus directory, for messages and receipts. */
  readonly bestand: string
  /** SHA-256 of the text, lower-case hex. */
  readonly sha256: string
  readonly inhoud: unknown
  /** Line and column (from 1) of the value at a path; the nearest parent when the path does not exist. */
  plaats(pad: readonly (string | number)[]): { regel: number; kolom: number }
}

export interface CorpusDocumenten {
  readonly regelingen: readonly CorpusDocument[]
  readonly feiten: readonly CorpusDocument[]
  readonly gebieden: readonly CorpusDocument[]
  readonly prior: readonly CorpusDocument[]
}

/** A fault in a law file, with its place and how to mend it. */
export interface CorpusFout {
  readonly code: string
  readonly bestand: string
  readonly regel: number
  readonly kolom: number
  readonly melding: string
  readonly remedie: string
}

/** A fault in a request. `pointer` is a JSON Pointer into the request. */
export interface InvoerFout {
  readonly pointer: string
  readonly code: string
  readonly melding: string
  /** What was given, shortened; absent when nothing was. */
  readonly gegeven?: string
  readonly verwacht: string
}

// ---------------------------------------------------------------- question and answer

/** A request as it arrives (checked by `parseVraag`). */
export interface Vraag {
  readonly datum: string
  readonly huishouden: Huishouden
  readonly regelingen?: readonly string[]
  /** Months from `van` up to, not including, `tot`. */
  readonly reeks?: { readonly van: string; readonly tot: string }
}

/** A household that passed `parseHuishouden`; opaque to callers, keep the JSON beside it. */
export interface Huishouden {
  readonly json: HuishoudenJson
  readonly gebied: string | undefined
}

export type HuishoudenJson = Readonly<Record<string, unknown>>

export interface Bedrag {
  /** Integer cents, the household's total as paid out. */
  readonly waarde: number
  readonly valuta: Valuta
  readonly per: Per
}

/** Sound limits, both included, after rounding, in cents; `tot` null when no limit is known. */
export interface Grenzen {
  readonly van: number
  readonly tot: number | null
  readonly valuta: Valuta
  readonly per: Per
  readonly exact: boolean
}

export interface Ontbreekt {
  /** JSON Pointer into the request; absent when a figure of the law is missing. */
  readonly pad?: string
  /** Parameter or open value of the law that is missing. */
  readonly parameter?: string
  readonly reden: Reden
  /** Where the figure comes from or whom to ask. */
  readonly bron?: string
}

export interface Aanname {
  readonly pad: string
  readonly waarde: unknown
}

/** A value in an explanation. Numbers are decimal strings in the unit beside them. */
export type Waarde =
  | { readonly soort: 'bekend'; readonly waarde: string | boolean }
  | { readonly soort: 'grenzen'; readonly van: string; readonly tot: string }
  | { readonly soort: 'onbekend' }

export type Verwijzing =
  | { readonly soort: 'regel'; readonly stap: UitlegStap }
  /** A rule explained earlier in the same tree. */
  | { readonly soort: 'eerder'; readonly naam: string }
  | {
      readonly soort: 'parameter'
      readonly naam: string
      readonly waarde: Waarde
      readonly eenheid: string
      readonly bron: string
      readonly vertrouwen: Vertrouwen
    }
  | {
      readonly soort: 'feit'
      readonly pad: string
      readonly waarde: Waarde
      readonly eenheid: string
      readonly herkomst: 'opgegeven' | 'aanname' | 'onbekend'
    }

/** A law or ordinance other than the scheme's own. */
export interface WetVerwijzing {
  readonly naam: string
  readonly bwb?: string
  readonly cvdr?: string
}

export interface UitlegStap {
  readonly naam: string
  readonly artikel: string
  /** The law of the article, when the rule does not come from the scheme's own file. */
  readonly wet?: WetVerwijzing
  /** Dutch; `vertalingen` says the same in other languages. */
  readonly uitleg: string
  readonly vertalingen?: Vertalingen | undefined
  readonly formule: string
  readonly eenheid: string
  readonly vertrouwen: Vertrouwen
  readonly waarde: Waarde
  /** Whom the rule was about, for a rule per person: a JSON Pointer such as /huishouden/kinderen/0. */
  readonly wie?: string
  readonly gebruikt: readonly Verwijzing[]
}

/** How far a failed comparison is from holding: `waarde` ≥ 0, decimal string in `eenheid`. */
export interface Afstand {
  readonly waarde: string
  readonly eenheid: string
  /** The value compared, and the limit it was compared with. */
  readonly gemeten: string
  readonly grens: string
  readonly richting: 'te-hoog' | 'te-laag'
}

export interface VoorwaardeUitleg {
  readonly naam: string
  readonly artikel: string
  /** As in `UitlegStap`. */
  readonly wet?: WetVerwijzing
  readonly voldaan: Recht
  readonly afstand?: Afstand
}

export interface Uitleg {
  readonly wet: {
    readonly naam: string
    readonly bwb?: string
    readonly cvdr?: string
    readonly artikel?: string
  }
  readonly voorwaarden: readonly VoorwaardeUitleg[]
  /** One tree per result: the conditions, the amount, the year amount. */
  readonly stappen: readonly UitlegStap[]
  readonly onzeker: readonly Onzeker[]
}

/** What would change the outcome: the nearest value of one fact at which `recht` turns. */
export interface Omslag {
  readonly pad: string
  readonly nu: string | boolean
  readonly wordt: string | boolean
  readonly recht: Recht
}

export interface Maand {
  /** First day of the month. */
  readonly maand: string
  readonly recht: Recht
  readonly bedrag?: Bedrag
  readonly grenzen?: Grenzen
}

export interface Oorzaak {
  readonly oorzaak: string
  /** `verjaardag` | `wet` | `bedragen` | `situatie` | `onbekend`. */
  readonly soort: string
  readonly artikel: string
  /** Of `verjaardag`: who grew older. */
  readonly jarig?: Jarige
}

/** `oorzaak` and `artikel` name all causes in one line; `soort` is that of the first. */
export interface Wijziging extends Oorzaak {
  readonly datum: string
  /** Each cause that changes the outcome by itself; when none does, those that do it together. */
  readonly oorzaken: readonly Oorzaak[]
  /** Cents; null when not known. */
  readonly voor: number | null
  readonly na: number | null
}

export interface Ontvangstbewijs {
  readonly engine: string
  readonly regeling: string
  readonly datum: string
  /** Where the answer was computed: a place code, or nederland. */
  readonly gebied: string
  readonly bestanden: readonly { readonly bestand: string; readonly sha256: string }[]
  /** The files of facts and places: what the words in the law files and in `feiten` mean. */
  readonly vocabulaire: readonly { readonly bestand: string; readonly sha256: string }[]
  /** The part of the household that the scheme reads. */
  readonly feiten: HuishoudenJson
  readonly uitkomst: {
    readonly recht: Recht
    readonly bedrag?: number
    readonly jaarbedrag?: number
    readonly van?: number
    readonly tot?: number | null
  }
}

export interface Uitkomst {
  readonly regeling: string
  readonly naam: string
  readonly soort: Soort
  readonly recht: Recht
  readonly vertrouwen: Vertrouwen
  readonly bedrag?: Bedrag
  readonly jaarbedrag?: number
  readonly grenzen?: Grenzen
  readonly ontbreekt: readonly Ontbreekt[]
  readonly aannames: readonly Aanname[]
  /** The last known amount, when the figures of this date are not published yet. */
  readonly indicatie?: Bedrag
  readonly uitleg: Uitleg
  readonly ontvangstbewijs: Ontvangstbewijs
  readonly maanden?: readonly Maand[]
  readonly wijzigingen?: readonly Wijziging[]
}

export interface Antwoord {
  readonly datum: string
  readonly uitkomsten: readonly Uitkomst[]
}

/** A fact worth asking next: higher `score` decides more. */
export interface Vraagkandidaat {
  /** JSON Pointer into the request: /huishouden/aanvrager/geboortedatum, /huishouden/partner, … */
  readonly pad: string
  /** Fact id, or the list's name for partner, kinderen and medebewoners. */
  readonly feit: string
  readonly score: number
  /** Schemes for which it matters. */
  readonly regelingen: readonly string[]
}

// ---------------------------------------------------------------- metadata

export type Tekst = Readonly<Record<string, string | undefined>>

export interface RegelingTekst {
  readonly titel: string
  readonly kort: string
  readonly voorwaarden: Readonly<Record<string, string>>
  readonly waarom?: string
  readonly aanvragen?: string
  readonly let_op?: string
}

export interface Kanaal {
  readonly url?: string
  readonly met?: string
  readonly nummer?: string
  readonly naam?: string
  readonly uren?: string
  readonly adres?: string
  readonly tekst?: Readonly<Record<string, string>>
  readonly bron?: string
  readonly vertrouwen?: string
}

/** A way of its own, or «ja» and «nee»: the way of the organisation leads here, or does not. */
export type Kanaalkeuze = Kanaal | 'ja' | 'nee'

/** What is said about a scheme at a date and place, beside its rules. */
export interface RegelingInfo {
  readonly id: string
  readonly naam: string
  readonly soort: Soort
  readonly doelgroep: 'inwoner' | 'ondernemer'
  readonly uitvoerder: string
  readonly gebied: string
  readonly vanaf: string
  readonly versie: number
  readonly vertrouwen: Vertrouwen
  readonly grondslag: {
    readonly wet: string
    readonly bwb?: string
    readonly cvdr?: string
    readonly artikel?: string
  }
  /** Per language: nl, en, pap. */
  readonly teksten: Readonly<Record<string, RegelingTekst>>
  readonly kanalen: Readonly<Record<string, Kanaalkeuze>>
  readonly gebeurtenissen: readonly string[]
  readonly upl?: { readonly naam: string; readonly uri: string }
  readonly onzeker: readonly Onzeker[]
}

export interface FeitTekst {
  readonly naam: string
  readonly vraag: string
  readonly vraag_ander?: string
  readonly waarom?: string
  readonly hulp?: string
  readonly opties?: Readonly<Record<string, string>>
}

export type FeitType = 'geld' | 'getal' | 'ja-nee' | 'datum' | 'keuze' | 'gebied'
export type FeitBij =
  | 'aanvrager'
  | 'partner'
  | 'kinderen'
  | 'medebewoners'
  | 'woning'
  | 'onderneming'
  | 'opvang'

/** One fact of the vocabulary. Bounds are in scaled integers (cents for money, day numbers for dates). */
export interface FeitInfo {
  readonly id: string
  readonly bij: readonly FeitBij[]
  readonly type: FeitType
  readonly eenheid: string
  readonly decimalen: number
  readonly van: number
  readonly tot: number
  readonly opties: readonly string[]
  readonly aanname?: unknown
  readonly teksten: Readonly<Record<string, FeitTekst>>
}

export interface GebiedInfo {
  readonly code: string
  readonly naam: string
  readonly soort: 'land' | 'groep' | 'gemeente' | 'provincie' | 'waterschap' | 'eiland'
  readonly valuta: Valuta
  readonly tijdzone: string
  /** Codes of the places it lies in. */
  readonly in: readonly string[]
  /** Water boards of a municipality; more than one when the address decides. */
  readonly waterschappen: readonly string[]
}
