import type { Tijdvak } from '../afspraken/index.ts'
import type { VerzegeldBewijs } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import type { Gidskijker } from './gids-store.ts'

/** A time at which a team of one organisation calls another one. Of whom it is about it says nothing. */
export interface Belafspraak extends Tijdvak {
  readonly id: string
  /** Id of the team in the guide. It may be gone when it is looked at. */
  readonly team: string
  /** Who calls, and who is called. */
  readonly organisatie: OrganisatieId
  readonly van: OrganisatieId
  readonly stand: 'gemaakt' | 'afgezegd'
  /** The chain case that it is about. */
  readonly ketenzaak?: string | undefined
  /** The resident takes part: then it is an appointment of theirs as well, with this id. */
  readonly afspraak?: string | undefined
  /** Changed by another one since their organisation said that it had seen it. */
  readonly nieuws?:
    | { readonly soort: 'nieuw' | 'afgezegd' }
    | { readonly soort: 'verzet'; readonly was: Date }
}

export type NieuweBelafspraak = Omit<Belafspraak, 'stand' | 'afspraak' | 'nieuws'> & {
  readonly medewerker: string
  readonly gemaakt: Date
}

/** Written with what it proves, or not at all. */
export interface Metbewijs {
  readonly bewijzen: readonly VerzegeldBewijs[]
}

export interface BelafspraakStore {
  /** One place and one row, or nothing; the same id is the same one. */
  readonly plaats: (
    wie: Gidskijker,
    rij: NieuweBelafspraak,
    eis: Metbewijs & { readonly plek: string; readonly capaciteit: number },
  ) => Promise<'ok' | 'vol'>
  /**
   * Before the appointment of the resident is made under that mark: after this their row is found by it, and who may
   * look after it are these two organisations. Without that row there is nothing to see.
   */
  readonly verbind: (wie: Gidskijker, rij: NieuweBelafspraak, kenmerk: Buffer) => Promise<void>
  readonly verzet: (
    wie: Gidskijker,
    id: string,
    naar: Metbewijs & Tijdvak & { readonly plek: string; readonly capaciteit: number; readonly nu: Date },
  ) => Promise<'ok' | 'vol' | 'niet-gevonden'>
  readonly zegAf: (
    wie: Gidskijker,
    id: string,
    weg: Metbewijs & { readonly plek: string; readonly nu: Date },
  ) => Promise<boolean>
  /** So their organisation knows it; what it became since is news to them still. */
  readonly gezien: (
    wie: Gidskijker,
    id: string,
    zo: Pick<Belafspraak, 'begin' | 'stand'> & Partial<Metbewijs>,
  ) => Promise<void>
  /** Of their organisation, on either side, that end after that moment; the first to come first. */
  readonly lijst: (wie: Gidskijker, vanaf: Date, hoogstens: number) => Promise<readonly Belafspraak[]>
  readonly vind: (wie: Gidskijker, id: string) => Promise<Belafspraak | undefined>
}
