import type { Datum, OrganisatieId, PersoonId } from '../domain/index.ts'
import type {
  Betrokkene,
  Bezwaarstand,
  Dader,
  Deelnemersrol,
  Deelreden,
  Gespreksverslag,
  Hulpgever,
  Ingang,
  Namenswijze,
  Onderdeelsoort,
  Oplossing,
  Opschaalfunctie,
  Opschaalreden,
  Partijsoort,
  Regie,
  Sluitreden,
  Stapplan,
  Stapstand,
  Werknotitiereden,
} from './begrippen.ts'
import type { Bestand } from './bestand.ts'
import type { Verzoek } from './verzoek.ts'
import type { Genodigdetoegang } from './voorval.ts'
import type { Tekstverwijzing } from './woorden.ts'

type T = Tekstverwijzing

export interface Stap extends Omit<Stapplan<T>, 'grond' | 'mee'> {
  readonly stand: Stapstand
  readonly gevraagd: Date
  /** Since when nothing that it waits for is open. */
  readonly vrijSinds?: Date
  readonly af?: Date
  /** Why it was refused, or fell away; or what came of it. */
  readonly toelichting?: T
  /** What its owner was shown for it besides the step itself. */
  readonly mee?: readonly string[]
  /** Nobody there saw it when it was asked: who owns the case writes down what they say. */
  readonly regieMeldt?: true
  /** Of one that fell away: how it stood before. */
  readonly was?: Stapstand
}

export interface Deelnemer {
  readonly id: string
  readonly wie:
    | { readonly soort: 'organisatie'; readonly organisatie: OrganisatieId }
    | { readonly soort: 'partij'; readonly partij: Partijsoort; readonly naam: T }
  readonly rol: Deelnemersrol
  readonly doel: Deelreden['doel']
  /** Of an outside party: since it signed confidentiality and used its code. */
  readonly toegang?: {
    readonly wijze: Genodigdetoegang
    readonly tot: Date
    readonly ondertekenaar: T
    readonly geheimhouding: string
  }
}

export interface Deling extends Deelreden {
  readonly id: string
  readonly onderdeel: string
  readonly deelnemer: string
  readonly sinds: Date
  /** `bezwaar`: the resident objects, and until somebody decided nothing is shown by it. */
  readonly stand: 'geldt' | 'bezwaar' | 'gestopt'
  readonly bezwaar?: {
    readonly reden: T
    readonly namens?: Namenswijze
    readonly uitkomst?: 'gestopt' | 'blijft'
    readonly antwoord?: T
  }
}

export interface Onderdeel {
  readonly id: string
  readonly soort: Onderdeelsoort
  readonly door: Dader
  readonly op: Date
  /** Absent of a step, which says itself, and of who it is about. */
  readonly tekst?: T
  readonly bestand?: Bestand<T>
  /** Of a call about the case: what came of it. */
  readonly gesprek?: Gespreksverslag<T>
  /** Of a work note: why the resident does not read it yet, until when, and since when they do. */
  readonly waarom?: Werknotitiereden
  readonly tot?: Date
  readonly getoond?: Date
  readonly gewist?: Date
}

export interface Uitnodiging {
  readonly id: string
  readonly deelnemer: string
  readonly codehash: string
  readonly tot: Date
  readonly bedrijf?: PersoonId
  readonly stand: 'open' | 'gebruikt' | 'ingetrokken'
  /** Of one that was used: until when who logs in for its company can come back with it. */
  readonly terugTot?: Date
}

export interface Overdracht {
  readonly id: string
  readonly aan: OrganisatieId
  readonly reden: T
  readonly op: Date
  readonly tot: Date
  readonly stand: 'open' | 'aanvaard' | 'geweigerd' | 'ingetrokken' | 'verlopen'
  readonly antwoord?: T
}

export interface Opschaling {
  readonly id: string
  readonly aanleiding: Opschaalreden
  readonly stap?: string
  /** The term of that step when it was missed: one miss escalates once. */
  readonly termijn?: Datum
  readonly organisatie: OrganisatieId
  readonly functie: Opschaalfunctie
  readonly op: Date
  readonly tot: Date
  readonly reden?: T
  /** `voorbij`: what it was about is done, and nobody had to answer any more. */
  readonly stand: 'open' | 'verder' | 'behandeld' | 'doorbroken' | 'voorbij'
  readonly uitkomst?: T
}

export interface Doorzending {
  readonly id: string
  readonly naar: OrganisatieId
  readonly reden: T
  readonly op: Date
  /** What the resident was told in the same act (Awb 2:3). */
  readonly gemeld?: { readonly hoe: string; readonly tekst: T }
}

export interface Sluiting {
  readonly om: Sluitreden | 'niet-opgepakt'
  readonly ja?: string
  readonly door: Dader
  readonly uitleg?: T
  readonly op: Date
  readonly betwistbaarTot: Datum
}

/** A chain case as it stands after all that happened: made of the events and of nothing else. */
export interface Ketenzaak {
  readonly id: string
  /** How many events; the number to base a command on. */
  readonly nr: number
  readonly nummer: string
  readonly ingang: Ingang
  readonly gebeurtenis?: string
  readonly stand: 'open' | 'gesloten'
  readonly geopend: Date
  readonly laatst: Date
  readonly betrokkene: Betrokkene<T>
  readonly helper?: Hulpgever<T>
  readonly regie: Regie<T>
  readonly stappen: ReadonlyMap<string, Stap>
  readonly deelnemers: ReadonlyMap<string, Deelnemer>
  readonly delingen: ReadonlyMap<string, Deling>
  /** By item and participant (`bezwaren.ts`): an objection stays when its share is gone. */
  readonly bezwaren: ReadonlyMap<string, Bezwaarstand>
  /** Outside parties that were taken out, with the way in that they had: it opens nothing, and says why. */
  readonly vertrokken?: ReadonlyMap<string, NonNullable<Deelnemer['toegang']>>
  readonly onderdelen: ReadonlyMap<string, Onderdeel>
  readonly uitnodigingen: ReadonlyMap<string, Uitnodiging>
  readonly overdrachten: ReadonlyMap<string, Overdracht>
  readonly opschalingen: ReadonlyMap<string, Opschaling>
  readonly doorzendingen: ReadonlyMap<string, Doorzending>
  readonly verzoeken: ReadonlyMap<string, Verzoek>
  /** Since when nobody is at it: no step goes on within its term, and who owns the case did nothing. */
  readonly stilSinds?: Date
  /** Somebody asked the resident whether it can be closed; while it is open there is no answer yet. */
  readonly sluitingGevraagd?: { readonly op: Date; readonly uitleg: T }
  /** The last time the resident said «dit is niet opgelost», since it was open. */
  readonly nietOpgelost?: { readonly op: Date; readonly reden: T }
  readonly sluiting?: Sluiting
  readonly nabevraagd?: { readonly opgelost: Oplossing; readonly keerVerteld: number }
}

/** The resident does not read it yet: its day has not come, and nobody opened it for them. */
export function isDicht({ soort, tot, getoond }: Onderdeel, nu: Date): boolean {
  return soort === 'werknotitie' && getoond === undefined && (tot === undefined || tot > nu)
}

export function openOverdracht({ overdrachten }: Pick<Ketenzaak, 'overdrachten'>): Overdracht | undefined {
  return [...overdrachten.values()].find(({ stand }) => stand === 'open')
}

/** One missed term escalates once; a new term that is missed too does so anew. */
export function isGemist(
  { opschalingen }: Pick<Ketenzaak, 'opschalingen'>,
  stap: string,
  termijn: string,
): boolean {
  return [...opschalingen.values()].some(
    (een) => een.aanleiding === 'termijn-gemist' && een.stap === stap && een.termijn === termijn,
  )
}

export function vindOrganisatie(
  { deelnemers }: Pick<Ketenzaak, 'deelnemers'>,
  organisatie: OrganisatieId,
): Deelnemer | undefined {
  return [...deelnemers.values()].find(
    ({ wie }) => wie.soort === 'organisatie' && wie.organisatie === organisatie,
  )
}
