import type { Datum, OrganisatieId, PersoonId } from '../domain/index.ts'
import type {
  Betrokkene,
  Deelgrond,
  Deelnemersrol,
  Deelreden,
  Gespreksverslag,
  Herkenningswijze,
  Hulpgever,
  Ingang,
  Jawijze,
  Meldwijze,
  Namenswijze,
  Oplossing,
  Opschaalreden,
  Partijsoort,
  Sluitreden,
  Stapeigenaar,
  Stapplan,
  Staptitel,
  Werknotitiereden,
  Wisreden,
} from './begrippen.ts'
import type { Bestand } from './bestand.ts'
import type { Genodigdetoegang } from './voorval.ts'
import type { Woorden } from './woorden.ts'

/** What somebody wants done in a chain case. `W` are the words: `Woorden` on the way in, references inside. */
export type Opdracht<W = Woorden> =
  | {
      readonly soort: 'open'
      readonly ingang: Ingang
      readonly vraag: W
      readonly uitkomst: W
      readonly betrokkene: Betrokkene<W>
      readonly helper?: Hulpgever<W>
      /** Whom the resident can call: a name and a number. */
      readonly aanspreekpunt: W
      readonly gebeurtenis?: string
      readonly stappen?: readonly Stapplan<W>[]
      /** Who is no government brings it in: the body that owns it, and as which party they take part themselves. */
      readonly aanbrenger?: {
        readonly aan: OrganisatieId
        readonly partij: Partijsoort
        readonly naam: W
        readonly codehash: string
        readonly tot: Date
        readonly stap?: { readonly stap: string; readonly titel: W; readonly termijn: Datum }
      }
    }
  | { readonly soort: 'maak-bekend'; readonly persoon: PersoonId; readonly hoe: Herkenningswijze }
  | { readonly soort: 'wijzig-uitkomst'; readonly uitkomst: W }
  | { readonly soort: 'plan-stappen'; readonly stappen: readonly Stapplan<W>[] }
  | {
      readonly soort: 'wijzig-stap'
      readonly stap: string
      readonly titel?: Staptitel<W>
      readonly eigenaar?: Stapeigenaar
      readonly nodig?: W
      readonly termijn?: Datum
      readonly wachtOp?: readonly string[]
      /** On which another owner is shown it; absent: it is their task. */
      readonly grond?: Deelgrond
    }
  | {
      readonly soort: 'vraag-opnieuw'
      readonly stap: string
      readonly termijn: Datum
      readonly eigenaar?: Stapeigenaar
      readonly grond?: Deelgrond
    }
  | { readonly soort: 'aanvaard-stap'; readonly stap: string }
  | { readonly soort: 'weiger-stap'; readonly stap: string; readonly reden: W }
  | { readonly soort: 'begin-stap'; readonly stap: string }
  | { readonly soort: 'rond-stap-af'; readonly stap: string; readonly uitkomst?: W }
  | { readonly soort: 'laat-stap-vervallen'; readonly stap: string; readonly reden: W }
  | {
      readonly soort: 'voeg-organisatie-toe'
      readonly organisatie: OrganisatieId
      readonly rol: Exclude<Deelnemersrol, 'buitenstaander'>
      readonly doel: Deelreden['doel']
      /** For who is asked. */
      readonly reden: W
    }
  | { readonly soort: 'neem-verzoek-aan'; readonly verzoek: string }
  | { readonly soort: 'geef-verzoek-terug'; readonly verzoek: string; readonly reden: W }
  | { readonly soort: 'handel-teruggave-af'; readonly verzoek: string; readonly uitkomst: W }
  | { readonly soort: 'haal-deelnemer-weg'; readonly deelnemer: string }
  | {
      readonly soort: 'nodig-uit'
      readonly partij: Partijsoort
      readonly naam: W
      readonly doel: Deelreden['doel']
      readonly codehash: string
      readonly tot: Date
      /** The code works for who logs in for this company alone. */
      readonly bedrijf?: PersoonId
    }
  /** A participant who was invited before, and whose code was lost or ran out. */
  | {
      readonly soort: 'nodig-opnieuw-uit'
      readonly deelnemer: string
      readonly codehash: string
      readonly tot: Date
      /** Absent: as it was asked of them before. */
      readonly bedrijf?: PersoonId
    }
  | {
      readonly soort: 'gebruik-uitnodiging'
      readonly codehash: string
      readonly ondertekenaar: W
      readonly geheimhouding: string
      readonly toegang: Genodigdetoegang
    }
  /** An outside party ends its own key. */
  | { readonly soort: 'beeindig-toegang' }
  | ({
      readonly soort: 'deel'
      readonly onderdeel: string
      readonly deelnemer: string
      /** They were asked anew after they objected, and said yes. */
      readonly isNieuwJa?: true
    } & Deelreden)
  | { readonly soort: 'stop-deling'; readonly deling: string }
  | {
      readonly soort: 'maak-bezwaar'
      readonly deling: string
      readonly reden: W
      /** For the resident, by the owner of the case: how they said it. */
      readonly namens?: Namenswijze
    }
  | {
      readonly soort: 'beoordeel-bezwaar'
      readonly deling: string
      readonly uitkomst: 'gestopt' | 'blijft'
      readonly reden: W
    }
  | {
      readonly soort: 'voeg-toe'
      readonly wat: 'notitie' | 'document' | 'contactmoment' | 'bericht'
      readonly tekst: W
      /** Of a document that is a file: `tekst` is its title. */
      readonly bestand?: Bestand<W>
      /** Of a call: what came of it. */
      readonly gesprek?: Gespreksverslag<W>
    }
  | {
      readonly soort: 'voeg-werknotitie-toe'
      readonly tekst: W
      readonly waarom: Werknotitiereden
      readonly tot: Date
    }
  /** The resident asks to read what is closed for them. */
  | { readonly soort: 'vraag-notities-op'; readonly reden: W }
  | { readonly soort: 'toon-werknotitie'; readonly onderdeel: string }
  | { readonly soort: 'wis-woorden'; readonly onderdeel: string; readonly waarom: Wisreden }
  | {
      readonly soort: 'bied-overdracht-aan'
      readonly aan: OrganisatieId
      readonly reden: W
      readonly tot: Date
    }
  | { readonly soort: 'aanvaard-overdracht'; readonly overdracht: string; readonly aanspreekpunt: W }
  | { readonly soort: 'weiger-overdracht'; readonly overdracht: string; readonly reden: W }
  | { readonly soort: 'trek-overdracht-in'; readonly overdracht: string }
  /** A colleague of the same organisation takes it over: who was owner is absent, or says so. */
  | { readonly soort: 'neem-over'; readonly aanspreekpunt: W; readonly reden: W }
  | {
      readonly soort: 'schaal-op'
      readonly aanleiding: Opschaalreden
      readonly stap?: string
      readonly reden: W
    }
  | { readonly soort: 'behandel-opschaling'; readonly opschaling: string; readonly uitkomst: W }
  | {
      readonly soort: 'breek-door'
      readonly opschaling: string
      readonly besluit: W
      /** Takes the case upon their own organisation. */
      readonly neemtRegie?: { readonly aanspreekpunt: W }
      readonly termijnen?: readonly { readonly stap: string; readonly termijn: Datum }[]
    }
  | {
      readonly soort: 'stuur-door'
      readonly naar: OrganisatieId
      readonly reden: W
      /** What the resident is told, and how it reached them at once. */
      readonly melding: W
      readonly hoe: Meldwijze
      readonly tot: Date
    }
  | { readonly soort: 'meld-niet-opgelost'; readonly reden: W }
  | { readonly soort: 'vraag-sluiting'; readonly uitleg: W }
  /** The yes of the resident: theirs own, or said to a professional, who says how. */
  | { readonly soort: 'sluit-met-ja'; readonly hoe: Jawijze; readonly uitleg: W }
  | { readonly soort: 'sluit-met-reden'; readonly om: Exclude<Sluitreden, 'opgelost'>; readonly uitleg: W }
  | { readonly soort: 'betwist-sluiting'; readonly reden: W; readonly namens?: Namenswijze }
  | { readonly soort: 'beantwoord-navraag'; readonly opgelost: Oplossing; readonly keerVerteld: number }
  /** Time passed. */
  | { readonly soort: 'klok' }

export type Opdrachtsoort = Opdracht['soort']

/** Why not. Codes, for a page to say in every language; with what it is about where that helps. */
export type Weigering =
  | { readonly reden: 'niet-gevonden' }
  | { readonly reden: 'mag-niet' }
  | { readonly reden: 'gesloten' }
  | { readonly reden: 'bestaat-al' }
  /** Steps that wait for each other, in that order; the first is also the last. */
  | { readonly reden: 'kring'; readonly stappen: readonly string[] }
  | { readonly reden: 'termijn-voorbij'; readonly stap?: string }
  | {
      readonly reden: 'te-veel'
      readonly wat: 'stappen' | 'deelnemers' | 'onderdelen' | 'delingen' | 'voorvallen' | 'keren'
      readonly hoogstens: number
    }
  | { readonly reden: 'te-lang'; readonly hoogstens: number }
  | { readonly reden: 'leeg' }
  | { readonly reden: 'wacht-nog'; readonly stappen: readonly string[] }
  | { readonly reden: 'kan-niet-nu'; readonly stand: string }
  | { readonly reden: 'geen-overheid' }
  /** Nobody of that organisation could take it here. */
  | { readonly reden: 'niet-hier' }
  /** Who can log in is asked first whether it may be closed. */
  | { readonly reden: 'eerst-vragen' }
  | { readonly reden: 'al-onderweg' }
  | { readonly reden: 'einde-ongeldig'; readonly hoogstensDagen: number }
  | { readonly reden: 'code-gebruikt' | 'code-verlopen' | 'code-onbekend' }
  /** The invitation names a company: nobody logged in for one, or it was another. */
  | { readonly reden: 'bedrijf-nodig' | 'ander-bedrijf' }
  | { readonly reden: 'niet-getekend' }
  /** It is not so of that step, or nothing that somebody can say. */
  | { readonly reden: 'aanleiding-past-niet' }
  /** An outside party sees nothing on the ground of a task. */
  | { readonly reden: 'grond-past-niet' }
  /** Who gives advice is asked neither to decide nor to do. */
  | { readonly reden: 'rol-past-niet' }
  /** The resident objected to sharing this with them. */
  | { readonly reden: 'bezwaar'; readonly onderdeel: string; readonly stand: 'wacht' | 'gestopt' }
  | { readonly reden: 'opdracht-anders' }
  | { readonly reden: 'verwacht-onbekend' }
  /** Nobody of that organisation would see it: no professionals here, and no connection. */
  | { readonly reden: 'niet-bereikbaar' }
  /** Two installations say that the case lies with them. */
  | { readonly reden: 'twee-plekken' }
