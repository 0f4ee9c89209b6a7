/** The words of a chain case (ketenzaak). Ids, times and codes; what people wrote is `W`. */
import type { Datum, OrganisatieId, PersoonId } from '../domain/index.ts'

/** Named limits. */
export const HOOGSTENS_STAPPEN = 200
export const HOOGSTENS_DEELNEMERS = 50
export const HOOGSTENS_ONDERDELEN = 1_000
export const HOOGSTENS_DELINGEN = 2_000
/** Of everything that ever happened in one case. */
export const HOOGSTENS_VOORVALLEN = 5_000
/** Until when an invitation may hold, and the way in that comes of it. */
export const UITNODIGING_DAGEN = 14
export const GENODIGDE_DAGEN = 90
/** So long may a share hold; after that somebody says anew why. */
export const DELING_DAGEN = 366
/** The last day of a step lies at most so far away; what takes longer gets a new day on the way. */
export const TERMIJN_DAGEN = 731
/** So long after its term what was shared for a step can still be read by who did it. */
export const NALOOP_DAGEN = 90
/** So long may an offer of the case stand. */
export const OVERDRACHT_DAGEN = 14
/** So many working days has a function before the next one is asked. */
export const OPSCHALING_WERKDAGEN = 3
/** So long waits a case of nobody who is known for somebody to take it; then it closes, and its words go. */
export const ONGENOMEN_DAGEN = 30
/** So many working days may nothing happen in an open case before its owner counts as absent. Our own choice. */
export const STIL_WERKDAGEN = 10
/** So long can whoever it is about contest that a case was closed. Our own choice, no legal term. */
export const BETWISTEN_DAGEN = 42

/** So long may a work note be closed for the resident; our own choice, no legal term. */
export const WERKNOTITIE_DAGEN = 90

/** How the professional says they know who the resident is. Nothing checks it: no wallet is read in this house yet. */
export const herkenningswijzen = ['ingelogd', 'wallet', 'document'] as const
export type Herkenningswijze = (typeof herkenningswijzen)[number]
export const documentsoorten = [
  'paspoort',
  'identiteitskaart',
  'rijbewijs',
  'verblijfsdocument',
  'ander',
] as const
export type Documentsoort = (typeof documentsoorten)[number]

/** Whose case it is. Of a document only the kind is kept, never its number. */
export type Betrokkene<W> =
  | { readonly soort: 'persoon'; readonly persoon: PersoonId; readonly hoe: Herkenningswijze }
  | { readonly soort: 'document'; readonly document: Documentsoort; readonly naam: W }
  | { readonly soort: 'anoniem' }

/** Who helps the resident, as they call them. */
export interface Hulpgever<W> {
  readonly naam: W
  readonly organisatie?: OrganisatieId
}

/** The one owner (ketenregisseur): an organisation and, by the number they have there, a person. */
export interface Regie<W> {
  readonly organisatie: OrganisatieId
  readonly medewerker: string
  /** Whom the resident can call: a name and a number. */
  readonly aanspreekpunt: W
}

export const ingangen = ['balie', 'telefoon', 'informatiepunt', 'brief', 'web', 'partner'] as const
export type Ingang = (typeof ingangen)[number]

/** As the states of a FHIR Task: requested, accepted, rejected, in-progress, completed, cancelled. */
export const stapstanden = ['gevraagd', 'aanvaard', 'geweigerd', 'bezig', 'klaar', 'vervallen'] as const
export type Stapstand = (typeof stapstanden)[number]
export const fhirTaakstand: Readonly<Record<Stapstand, string>> = {
  gevraagd: 'requested',
  aanvaard: 'accepted',
  geweigerd: 'rejected',
  bezig: 'in-progress',
  klaar: 'completed',
  vervallen: 'cancelled',
}
export const isAf = (stand: Stapstand): boolean => stand === 'klaar' || stand === 'vervallen'

export type Stapeigenaar =
  | { readonly soort: 'organisatie'; readonly organisatie: OrganisatieId }
  /** An outside party: a participant by invitation. */
  | { readonly soort: 'partij'; readonly deelnemer: string }
  | { readonly soort: 'inwoner' }

/** A step of a template says itself in all languages; a free one in the words of who made it. */
export type Staptitel<W> =
  | { readonly soort: 'sjabloon'; readonly gebeurtenis: string; readonly stap: string }
  | { readonly soort: 'vrij'; readonly tekst: W }

export interface Stapplan<W> {
  /** Chosen by who plans it, so that steps of one plan can wait for each other (`loket.nieuwId()`). */
  readonly stap: string
  readonly titel: Staptitel<W>
  readonly eigenaar: Stapeigenaar
  /** What is needed for it, of whom. */
  readonly nodig?: W
  /** The last day on which it is done in time. */
  readonly termijn: Datum
  readonly wachtOp: readonly string[]
  /**
   * Its owner is shown the step itself: on this ground. Absent: it is their task. An outside party has no task of
   * government, and sees it with consent of the resident alone.
   */
  readonly grond?: Deelgrond
  /** What else its owner is shown for it, from the beginning: ids of items. */
  readonly mee?: readonly string[]
}

/** Whom the case is shared with, and as what. */
export const deelnemersrollen = ['uitvoerder', 'adviseur', 'hulpverlener', 'buitenstaander'] as const
export type Deelnemersrol = (typeof deelnemersrollen)[number]
export const partijsoorten = [
  'bank',
  'woningcorporatie',
  'zorgverzekeraar',
  'energieleverancier',
  'notaris',
  'ander',
] as const
export type Partijsoort = (typeof partijsoorten)[number]

/** Why something is shared: what for, and what allows it. Codes, so that they can be said in every language. */
export const deeldoelen = [
  'stap-uitvoeren',
  'meedenken',
  'beslissen',
  'afstemmen',
  'opschaling',
  'doorsturen',
] as const
export type Deeldoel = (typeof deeldoelen)[number]
/** `taak`: the task of the organisation. `toestemming`: the resident said yes. `eigen-inbreng`: they brought it in. */
export const deelgronden = ['taak', 'toestemming', 'eigen-inbreng'] as const
export type Deelgrond = (typeof deelgronden)[number]

export interface Deelreden {
  readonly doel: Deeldoel
  readonly grond: Deelgrond
  readonly tot: Date
}

/** How an objection stands. `wacht`: nobody judged it yet. `gestopt`: the resident was put in the right, or nobody judged it and it was stopped. */
export type Bezwaarstand = 'wacht' | 'gestopt' | 'blijft'

export const onderdeelsoorten = [
  'betrokkene',
  'vraag',
  'uitkomst',
  'helper',
  'stap',
  'notitie',
  'werknotitie',
  'document',
  'contactmoment',
  'bericht',
] as const
export type Onderdeelsoort = (typeof onderdeelsoorten)[number]
/** Who it is about, the question, the wanted outcome and the helper are there once; their kind is their id. */
export const vasteOnderdelen = ['betrokkene', 'vraag', 'uitkomst', 'helper'] as const

/** Named functions, from near to far. The last one may break through. */
export const opschaalfuncties = ['coordinator', 'doorbreker'] as const
export type Opschaalfunctie = (typeof opschaalfuncties)[number]
export const opschaalredenen = [
  'regisseur-afwezig',
  'termijn-gemist',
  'overdracht-geweigerd',
  'overdracht-verlopen',
  'stap-geweigerd',
  'niet-opgelost',
  'notitie-opgevraagd',
  'verzoek-onbeantwoord',
  'anders',
] as const
export type Opschaalreden = (typeof opschaalredenen)[number]

/** Why the resident does not read a work note yet. Our own list, and no ground of any law. */
export const werknotitieredenen = ['overleg', 'over-ander', 'veiligheid'] as const
export type Werknotitiereden = (typeof werknotitieredenen)[number]
/** Why words are erased. A code, so that the reason does not say again what has to go. */
export const wisredenen = ['verzoek', 'verkeerde-zaak', 'niet-nodig'] as const
export type Wisreden = (typeof wisredenen)[number]

/** Who does something in a case. `beheer`: the administrator of this installation, to erase words. `klok`: time itself, through the work that watches terms. */
export type Dader =
  | { readonly soort: 'inwoner' }
  | { readonly soort: 'medewerker'; readonly organisatie: OrganisatieId; readonly medewerker: string }
  | { readonly soort: 'genodigde'; readonly deelnemer: string }
  | { readonly soort: 'klok' }
  | { readonly soort: 'beheer' }

/**
 * How a resident hears at once that their question was forwarded (Awb 2:3). `bericht`: who is known gets a message of it
 * anyhow, and no more is needed.
 */
export const meldwijzen = ['mondeling', 'print', 'pagina', 'bericht'] as const
export type Meldwijze = (typeof meldwijzen)[number]

/**
 * What came of a call about the case, besides the question, which is the text of the item itself. Nothing in it is hidden
 * from the resident: what they may not read is no part of it.
 */
export interface Gespreksverslag<W> {
  readonly antwoord: W
  readonly afgesproken?: W
  /** Who does what by when. */
  readonly acties: readonly { readonly wie: Stapeigenaar; readonly wat: W; readonly termijn: Datum }[]
}

/** How somebody said yes who is not logged in. */
export const jawijzen = ['ingelogd', 'balie', 'telefoon', 'brief'] as const
export type Jawijze = (typeof jawijzen)[number]
/** How they said it to a professional, who writes it down on their behalf. */
export const namenswijzen = ['balie', 'telefoon', 'brief'] as const
export type Namenswijze = (typeof namenswijzen)[number]
export const sluitredenen = [
  'opgelost',
  'niet-haalbaar',
  'onbereikbaar',
  'ingetrokken',
  'elders-verder',
] as const
export type Sluitreden = (typeof sluitredenen)[number]
export const oplossingen = ['ja', 'deels', 'nee'] as const
export type Oplossing = (typeof oplossingen)[number]
