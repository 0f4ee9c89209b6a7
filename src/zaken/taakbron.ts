import type { Tekst } from '../engine/index.ts'
import type { RegisterUitkomst } from '../inwoner/index.ts'
import { beginVan, type Datum, plusDagen } from '../kalender/index.ts'
import type { NieuwDocument, Zaakvraag } from './zaakbron.ts'
import type { BronId } from './zaakgegevens.ts'

/** Something that an organisation asks of somebody. It is always carried out at the source. */
export interface Taak {
  readonly uuid: string
  /** In the languages that the source has of ours; without any of those in the first of its own. Never empty. */
  readonly titel: Tekst
  readonly toelichting?: Tekst
  /** A status that we do not know is `onbekend`, and is shown as that. */
  readonly status: 'open' | 'afgerond' | 'geannuleerd' | 'onbekend'
  /** Last moment at which it is in time, inclusive. */
  readonly uiterlijk?: Date
  /** The case it belongs to, by uuid at this source. */
  readonly zaak?: string
  readonly uitvoering: Uitvoering
}

/** How it is done. `elders` always works, also for what we do not know. */
export type Uitvoering =
  | {
      readonly soort: 'upload'
      readonly elders: URL
      readonly maxBestanden: number
      /** Bytes of each. */
      readonly maxOmvang: number
      /** Extensions in small letters; empty: the source named none. */
      readonly formaten: readonly string[]
    }
  | { readonly soort: 'formulier'; readonly elders: URL; readonly velden: readonly Formulierveld[] }
  | { readonly soort: 'betaling'; readonly elders: URL }
  | { readonly soort: 'anders'; readonly elders: URL }

/** The part of JSON Schema that a form of ours can hold; with anything else the task is done elsewhere. */
export interface Formulierveld {
  readonly naam: string
  readonly label: Tekst
  readonly soort: 'tekst' | 'getal' | 'ja-nee' | 'datum' | 'keuze'
  readonly keuzes: readonly string[]
  readonly isVerplicht: boolean
  readonly maxTekens?: number
}

export type Ingevuld = Readonly<Record<string, string | number | boolean>>

export interface Takenlijst {
  readonly taken: readonly Taak[]
  /** There was more, that could not be read or not be shown: perhaps of this case, perhaps of none. */
  readonly isVolledig: boolean
}

/** The last second of that day in the European Netherlands: what a bare day means as a deadline (MijnTaken 0.1.0). */
export function eindeVan(dag: Datum): Date {
  return new Date(beginVan(plusDagen(dag, 1), 'Europe/Amsterdam').getTime() - 1_000)
}

export interface Taakbron {
  readonly id: BronId
  /** With `zaak`: of that case alone. */
  readonly zoek: (vraag: Zaakvraag, zaak?: string) => Promise<RegisterUitkomst<Takenlijst>>
  /** Just before it is done, and again after somebody came back: coming back proves nothing. */
  readonly haal: (vraag: Zaakvraag, uuid: string) => Promise<RegisterUitkomst<Taak>>
  readonly lever: (
    vraag: Zaakvraag,
    uuid: string,
    bestanden: readonly NieuwDocument[],
  ) => Promise<RegisterUitkomst<Taak>>
  readonly vulIn: (vraag: Zaakvraag, uuid: string, ingevuld: Ingevuld) => Promise<RegisterUitkomst<Taak>>
}
