import type { Datum, OrganisatieId } from '../domain/index.ts'
import type { Kanaal, Soort, Taal, Telling, Zin } from './telling.ts'

/** Who looks: of one organisation they see theirs and what is of none; of the installation all of it. */
export type Kijker =
  | { readonly soort: 'organisatie'; readonly medewerker: string; readonly organisatie: OrganisatieId }
  | { readonly soort: 'installatie' }

/** What somebody looks at. The first day is in it, the last is not. */
export interface Keuze {
  readonly van: Datum
  readonly tot: Datum
  readonly kanaal?: Kanaal | undefined
  readonly taal?: Taal | undefined
  /** `eigen-huis` is what is of no organisation. */
  readonly organisatie?: OrganisatieId | 'eigen-huis' | undefined
}

/** Counters of a week, added up over days, languages and organisations. */
export interface Weektelling {
  /** Its Monday. */
  readonly week: Datum
  readonly stap: string
  readonly kanaal: Kanaal
  readonly soort: Soort
  readonly aantal: number
}

export interface ErvaringStore {
  /** Adds to what was there, all of it or nothing. */
  schrijf(tellingen: readonly Telling[], zinnen: readonly Zin[]): Promise<void>
  /** That this form was used. `false` when it was before. */
  verbruik(merk: Buffer, dag: Datum): Promise<boolean>
  weken(kijker: Kijker, keuze: Keuze): Promise<readonly Weektelling[]>
  /** Of which organisations there is anything in the period. */
  organisaties(kijker: Kijker, keuze: Keuze): Promise<readonly OrganisatieId[]>
  /** Newest day first. Of what is of no organisation only for who looks after the installation. */
  zinnen(kijker: Kijker, keuze: Keuze, hoogstens: number): Promise<readonly Zin[]>
}
