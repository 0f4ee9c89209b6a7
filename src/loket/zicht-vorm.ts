import type { Datum, OrganisatieId } from '../domain/index.ts'
import type {
  Betrokkene,
  Deelnemersrol,
  Deelreden,
  Gespreksverslag,
  Ingang,
  Namenswijze,
  Onderdeelsoort,
  Opschaalfunctie,
  Opschaalreden,
  Partijsoort,
  Stapeigenaar,
  Stapstand,
  Staptitel,
  Werknotitiereden,
} from './begrippen.ts'
import type { Bestand } from './bestand.ts'
import type { Opdrachtsoort } from './opdracht.ts'
import type { Verzoek } from './verzoek.ts'

/** Who looks. A professional has the functions of their organisation; they are asked when something escalates to it. */
export type Kijker =
  | { readonly soort: 'inwoner' }
  | {
      readonly soort: 'medewerker'
      readonly organisatie: OrganisatieId
      readonly medewerker: string
      readonly functies: readonly Opschaalfunctie[]
    }
  | { readonly soort: 'genodigde'; readonly deelnemer: string }

/** As what somebody sees it: this says how much. */
export type Zichtrol = 'inwoner' | 'regie' | 'deelnemer' | 'aangeboden'

export interface ZichtbareStap<W> {
  readonly stap: string
  /** From 1, in the whole plan: one number for everybody who sees it. Absent from an installation that does not say it. */
  readonly plaats?: number
  readonly eigenaar: Stapeigenaar
  readonly stand: Stapstand
  readonly termijn: Datum
  /** Steps that this reader may see as well. */
  readonly wachtOp: readonly string[]
  /** It is not shared with them, and waits for theirs or theirs for it: whose it is and how it stands, no more. */
  readonly isAfgeschermd: boolean
  readonly titel?: Staptitel<W>
  readonly nodig?: W
  readonly toelichting?: W
  readonly isGewist?: true
  /** Whoever does it cannot say here how it stands: who owns the case writes down what they say. */
  readonly regieMeldt?: true
}

export interface ZichtbaarOnderdeel<W> {
  readonly id: string
  readonly soort: Onderdeelsoort
  readonly op: Date
  /** Which organisation or participant wrote it; never which professional. */
  readonly van: Zichtdader
  /** Absent of a work note, for the resident: they see that it is there, why it is not shown, and until when. */
  readonly tekst?: W
  readonly bestand?: Omit<Bestand<W>, 'inhoud'>
  /** Of a call about the case: what came of it; `tekst` is the question. */
  readonly gesprek?: Gespreksverslag<W>
  readonly waarom?: Werknotitiereden
  readonly tot?: Date
  /** Of a work note: the resident does not read it yet. */
  readonly isDicht?: true
  readonly isGewist?: true
}

export type Zichtdader =
  | { readonly soort: 'inwoner' }
  | { readonly soort: 'organisatie'; readonly organisatie: OrganisatieId }
  | { readonly soort: 'genodigde'; readonly deelnemer: string }
  | { readonly soort: 'klok' }
  | { readonly soort: 'beheer' }

export interface ZichtbareDeling<W> extends Deelreden {
  readonly id: string
  readonly onderdeel: string
  readonly deelnemer: string
  readonly sinds: Date
  readonly stand: 'geldt' | 'bezwaar' | 'gestopt' | 'verlopen'
  readonly bezwaar?: {
    readonly reden: W
    readonly namens?: Namenswijze
    readonly uitkomst?: 'gestopt' | 'blijft'
    readonly antwoord?: W
  }
}

export interface ZichtbareDeelnemer<W> {
  readonly id: string
  readonly wie:
    | { readonly soort: 'organisatie'; readonly organisatie: OrganisatieId }
    | { readonly soort: 'partij'; readonly partij: Partijsoort; readonly naam: W }
  readonly rol: Deelnemersrol
  readonly doel: Deelreden['doel']
  /** Of an outside party. */
  readonly heeftGetekend?: boolean
  /** Who signed, for the owner and the resident. */
  readonly ondertekenaar?: W
}

/** What one reader sees of a case, and what they can do in it. What is not shared is not in it. */
export interface Zicht<W> {
  readonly id: string
  readonly nummer: string
  /** To base the next command on; of a participant the last thing that they noticed (`eigen-beeld.ts`). */
  readonly nr: number
  readonly als: Zichtrol
  /** As which participant. */
  readonly deelnemer?: string
  readonly stand: 'open' | 'gesloten'
  readonly geopend: Date
  readonly ingang: Ingang
  readonly gebeurtenis?: string
  /** Of an owner in their own organisation also which professional. */
  readonly regie: {
    readonly organisatie: OrganisatieId
    readonly aanspreekpunt: W
    readonly medewerker?: string
    /** Their organisation owns it, and nobody there took it yet: a function is called, and no person. */
    readonly isNogNiemand?: true
  }
  readonly betrokkene?: Betrokkene<W>
  readonly helper?: { readonly naam: W; readonly organisatie?: OrganisatieId }
  readonly onderdelen: readonly ZichtbaarOnderdeel<W>[]
  readonly stappen: readonly ZichtbareStap<W>[]
  readonly deelnemers: readonly ZichtbareDeelnemer<W>[]
  readonly delingen: readonly ZichtbareDeling<W>[]
  /** The one that is open, for who offered it, who is asked, and the resident. */
  readonly overdracht?: {
    readonly id: string
    readonly aan: OrganisatieId
    readonly reden: W
    readonly tot: Date
  }
  readonly opschalingen: readonly {
    readonly id: string
    readonly aanleiding: Opschaalreden
    readonly stap?: string
    readonly organisatie: OrganisatieId
    readonly functie: Opschaalfunctie
    readonly op: Date
    readonly tot: Date
    readonly stand: 'open' | 'verder' | 'behandeld' | 'doorbroken' | 'voorbij'
    readonly reden?: W
    readonly uitkomst?: W
  }[]
  readonly doorzendingen: readonly {
    readonly id: string
    readonly naar: OrganisatieId
    readonly op: Date
    readonly reden: W
    readonly gemeld?: W
  }[]
  /** Of the owner and the resident all; of who is asked those to them. */
  readonly verzoeken: readonly Omit<Verzoek<W>, 'deelnemer'>[]
  readonly sluitingGevraagd?: { readonly op: Date; readonly uitleg: W }
  readonly nietOpgelost?: { readonly op: Date; readonly reden: W }
  readonly sluiting?: {
    readonly om: string
    readonly ja?: string
    readonly door: Zichtdader
    readonly uitleg?: W
    readonly op: Date
    readonly betwistbaarTot: Datum
  }
  readonly nabevraagd?: { readonly opgelost: string; readonly keerVerteld: number }
  /** What this reader may do now: the buttons of a page. */
  readonly kan: readonly Opdrachtsoort[]
}
