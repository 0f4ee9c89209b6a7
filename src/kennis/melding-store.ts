import type { Datum, OrganisatieId } from '../domain/index.ts'
import type { Kennismelding, Meldingstand } from './melding.ts'

/** Who looks: an organisation, and whether they also answer for the installation. */
export interface Meldingkijker {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
}

export interface Afhandeling {
  readonly stand: Exclude<Meldingstand, 'open'>
  readonly antwoord: string
  readonly op: Datum
}

/** Nothing in a row is about a person: reports go from organisation to organisation. */
export interface MeldingStore {
  readonly bewaar: (kijker: Meldingkijker, melding: Kennismelding) => Promise<void>
  /** What their organisation has to answer, reported itself, and what the installation has to answer. Newest first. */
  readonly lijst: (kijker: Meldingkijker, hoogstens: number) => Promise<readonly Kennismelding[]>
  /** Of one sheet, what was answered to anybody: who reads it should know. */
  readonly vanBlad: (
    kijker: Meldingkijker,
    blad: string,
    hoogstens: number,
  ) => Promise<readonly Kennismelding[]>
  /** `false` when there is none that is open and theirs to answer. */
  readonly handelAf: (kijker: Meldingkijker, id: string, hoe: Afhandeling) => Promise<boolean>
}
