import type { OrganisatieId } from '../../domain/index.ts'
import type { Belgesprek } from './belgesprek.ts'

/** Where calls are kept: who takes part and when, for every node the same. Nothing of what is said. */
export interface GesprekStore {
  readonly vind: (id: string) => Promise<Belgesprek | undefined>
  /** By what is kept of a code or a key. */
  readonly vindBijIngang: (ingang: string) => Promise<Belgesprek | undefined>
  /** Not ended, and ringing for them or for whoever of their organisation takes it first, or with them in it. */
  readonly vanOrganisatie: (wie: {
    readonly medewerker: string
    readonly organisatie: OrganisatieId
  }) => Promise<readonly Belgesprek[]>
  /** In which that professional was, also when they ended; newest first, while they are kept. */
  readonly geweest: (wie: {
    readonly medewerker: string
    readonly organisatie: OrganisatieId
  }) => Promise<readonly Belgesprek[]>
  /** Goes up by each change of a list of calls at that organisation, whatever the clock of a node says; 0: there was none. */
  readonly gewijzigd: (wie: {
    readonly medewerker: string
    readonly organisatie: OrganisatieId
  }) => Promise<number>
  /** `ingehaald`: somebody wrote in between, and what was decided on is not there any more. */
  readonly bewaar: (gesprek: Belgesprek, isOokLijst: boolean) => Promise<'ok' | 'ingehaald'>
  /** Somebody of these calls has a browser open: kept with the clock of the database, for every node the same. */
  readonly hoort: (gesprekken: readonly string[]) => Promise<void>
  /** Calls in which time does something by now; with `ookStil` those as well of which no browser was heard for `STIL_MS`. */
  readonly opTijd: (
    nu: Date,
    ookStil: boolean,
  ) => Promise<readonly { readonly id: string; readonly isStil: boolean }[]>
  /** One at a time for each professional, on all nodes together: what is counted in it still holds when it is written. */
  readonly omDeBeurt: <T>(
    wie: { readonly medewerker: string; readonly organisatie: OrganisatieId },
    fn: () => Promise<T>,
  ) => Promise<T>
}
