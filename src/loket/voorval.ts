import type { Datum, OrganisatieId, PersoonId } from '../domain/index.ts'
import type {
  Betrokkene,
  Dader,
  Deelnemersrol,
  Deelreden,
  Gespreksverslag,
  Herkenningswijze,
  Hulpgever,
  Ingang,
  Jawijze,
  Meldwijze,
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
  Wisreden,
} from './begrippen.ts'
import type { Bestand } from './bestand.ts'
import type { Verzoekinhoud } from './verzoek.ts'
import type { Tekstverwijzing } from './woorden.ts'

type T = Tekstverwijzing

/** What happened in a chain case. Never changed; ids, times and codes, and references to words. */
export type Voorvalinhoud =
  | {
      readonly soort: 'geopend'
      readonly nummer: string
      readonly ingang: Ingang
      readonly vraag: T
      readonly uitkomst: T
      readonly betrokkene: Betrokkene<T>
      readonly helper?: Hulpgever<T>
      readonly regie: Regie<T>
      /** The life event it is about, when it is one. */
      readonly gebeurtenis?: string
    }
  | { readonly soort: 'betrokkene-bekend'; readonly persoon: PersoonId; readonly hoe: Herkenningswijze }
  | { readonly soort: 'uitkomst-gewijzigd'; readonly uitkomst: T }
  | ({ readonly soort: 'stap-gepland'; readonly regieMeldt?: true } & Stapplan<T>)
  | ({ readonly soort: 'stap-gewijzigd'; readonly stap: string; readonly regieMeldt?: true } & Partial<
      Omit<Stapplan<T>, 'stap'>
    >)
  | {
      readonly soort: 'stap-stand'
      readonly stap: string
      readonly van: Stapstand
      readonly naar: Stapstand
      readonly reden?: T
    }
  | {
      readonly soort: 'deelnemer-erbij'
      readonly deelnemer: string
      readonly wie:
        | { readonly soort: 'organisatie'; readonly organisatie: OrganisatieId }
        | { readonly soort: 'partij'; readonly partij: Partijsoort; readonly naam: T }
      readonly rol: Deelnemersrol
      readonly doel: Deelreden['doel']
    }
  | { readonly soort: 'deelnemer-weg'; readonly deelnemer: string }
  | {
      readonly soort: 'uitgenodigd'
      readonly uitnodiging: string
      readonly deelnemer: string
      /** SHA-256 of the code; the code itself is shown once and kept nowhere. */
      readonly codehash: string
      readonly tot: Date
      /** Who uses it must have logged in for this company. */
      readonly bedrijf?: PersoonId
    }
  | { readonly soort: 'uitnodiging-ingetrokken'; readonly uitnodiging: string }
  /** Confidentiality was signed, and the code used: both, or neither. */
  | {
      readonly soort: 'uitnodiging-gebruikt'
      readonly uitnodiging: string
      readonly deelnemer: string
      readonly ondertekenaar: T
      /** Version of the text that was signed. */
      readonly geheimhouding: string
      readonly toegang: Genodigdetoegang
      readonly tot: Date
    }
  /** Their key opens nothing any more: they stopped, or a new code was made for them. */
  | { readonly soort: 'toegang-geeindigd'; readonly deelnemer: string }
  | ({
      readonly soort: 'gedeeld'
      readonly deling: string
      readonly onderdeel: string
      readonly deelnemer: string
    } & Deelreden)
  | { readonly soort: 'deling-gestopt'; readonly deling: string }
  | {
      readonly soort: 'deling-bezwaar'
      readonly deling: string
      readonly reden: T
      /** The owner of the case wrote it down on behalf of the resident, who said it in this way. */
      readonly namens?: Namenswijze
    }
  | {
      readonly soort: 'bezwaar-beoordeeld'
      readonly deling: string
      readonly uitkomst: 'gestopt' | 'blijft'
      readonly reden: T
    }
  | {
      readonly soort: 'onderdeel-erbij'
      readonly onderdeel: string
      readonly wat: Extract<
        Onderdeelsoort,
        'notitie' | 'werknotitie' | 'document' | 'contactmoment' | 'bericht'
      >
      readonly tekst: T
      readonly bestand?: Bestand<T>
      /** Of a call about the case: what came of it. */
      readonly gesprek?: Gespreksverslag<T>
      /** Of a work note: why the resident does not see it yet, and until when. */
      readonly waarom?: Werknotitiereden
      readonly tot?: Date
    }
  | { readonly soort: 'werknotitie-getoond'; readonly onderdeel: string }
  /** All words that stood there are gone from here on: in the same transaction. */
  | { readonly soort: 'woorden-gewist'; readonly onderdeel: string; readonly waarom: Wisreden }
  | {
      readonly soort: 'overdracht-aangeboden'
      readonly overdracht: string
      readonly aan: OrganisatieId
      readonly reden: T
      readonly tot: Date
    }
  | { readonly soort: 'overdracht-aanvaard'; readonly overdracht: string; readonly regie: Regie<T> }
  | { readonly soort: 'overdracht-geweigerd'; readonly overdracht: string; readonly reden: T }
  | { readonly soort: 'overdracht-ingetrokken'; readonly overdracht: string }
  | { readonly soort: 'overdracht-verlopen'; readonly overdracht: string }
  /** Within one organisation, or by who breaks through. */
  | { readonly soort: 'regie-toegewezen'; readonly regie: Regie<T>; readonly reden: T }
  | {
      readonly soort: 'opgeschaald'
      readonly opschaling: string
      readonly aanleiding: Opschaalreden
      readonly stap?: string
      readonly organisatie: OrganisatieId
      readonly functie: Opschaalfunctie
      readonly reden?: T
      /** When the next function is asked. */
      readonly tot: Date
    }
  /** Without words: what it was about is done, and nobody has to answer any more. */
  | { readonly soort: 'opschaling-behandeld'; readonly opschaling: string; readonly uitkomst?: T }
  | { readonly soort: 'doorbroken'; readonly opschaling: string; readonly besluit: T }
  /** Awb 2:3: forwarded, and the resident told. One cannot stand without the other, so they are one event. */
  | {
      readonly soort: 'doorgestuurd'
      readonly doorzending: string
      readonly naar: OrganisatieId
      readonly deelnemer: string
      readonly reden: T
    }
  | {
      readonly soort: 'doorzending-gemeld'
      readonly doorzending: string
      readonly hoe: Meldwijze
      readonly tekst: T
    }
  | Verzoekinhoud
  | { readonly soort: 'niet-opgelost'; readonly reden: T }
  | { readonly soort: 'sluiting-gevraagd'; readonly uitleg: T }
  | {
      readonly soort: 'gesloten'
      /** `niet-opgepakt`: by time, of a case that nobody took. */
      readonly om: Sluitreden | 'niet-opgepakt'
      readonly ja?: Jawijze
      /** Absent: time has no words. */
      readonly uitleg?: T
      readonly betwistbaarTot: Datum
    }
  | { readonly soort: 'sluiting-betwist'; readonly reden: T; readonly namens?: Namenswijze }
  | { readonly soort: 'nabevraagd'; readonly opgelost: Oplossing; readonly keerVerteld: number }

/** By what an outside party is known after the invitation: a key of its own, of which only the hash is kept. */
export interface Genodigdetoegang {
  readonly hash: string
  /** Whoever came in through eHerkenning: the company. */
  readonly bedrijf?: PersoonId
}

export interface Voorval {
  /** From 1, without gaps. */
  readonly nr: number
  /** Never before that of the one before, whatever the clock of a node says. */
  readonly op: Date
  readonly door: Dader
  /** Which command it came of. */
  readonly opdracht: string
  readonly inhoud: Voorvalinhoud
}

export type Voorvalsoort = Voorvalinhoud['soort']
