import type { VerzegeldBewijs, Zegel } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import type { Geheimsoort } from './aansluiting.ts'
import type { BronId } from './zaakgegevens.ts'

/** Who changed it. A professional by the number that their organisation gives them. */
export type Wijziger =
  | {
      readonly soort: 'medewerker'
      readonly medewerker: string
      readonly organisatie: OrganisatieId
      readonly rol: string
    }
  /** At the command line of the installation. */
  | { readonly soort: 'opdracht' }
  /** When the made-up organisations began to listen: their addresses differ at each start. */
  | { readonly soort: 'begin' }

export interface AansluitingRij {
  readonly bron: BronId
  readonly versie: number
  /** As it was written; read again by `leesAansluiting`, because a later program may want it otherwise. */
  readonly instelling: unknown
  readonly geheimen: ReadonlyMap<Geheimsoort, Zegel>
}

export interface AansluitingVersie {
  readonly versie: number
  readonly op: Date
  readonly door: Wijziger
  /** Which parts changed: `adressen`, `regels`, `geheim-register`. Never a value. */
  readonly wat: readonly string[]
  /** As it was written then, without its secrets. */
  readonly instelling: unknown
}

export interface NieuweVersie {
  readonly bron: BronId
  /** The version that was changed; 0 for a new connection. */
  readonly vanVersie: number
  readonly instelling: unknown
  /** Those that change; `undefined` takes one away. */
  readonly geheimen: ReadonlyMap<Geheimsoort, Zegel | undefined>
  readonly wat: readonly string[]
  readonly door: Wijziger
  readonly op: Date
}

/** Connections with every version of them. Nothing is ever changed or lost but a secret, of which the last counts. */
export interface AansluitingStore {
  /** Rises with each change, whoever made it. */
  readonly nummer: () => Promise<number>
  /** Number and connections as one: read from one snapshot. */
  readonly alle: () => Promise<{ readonly nummer: number; readonly rijen: readonly AansluitingRij[] }>
  readonly versies: (bron: BronId, hoogstens: number) => Promise<readonly AansluitingVersie[]>
  /** Together with its evidence, or not at all. `ingehaald`: somebody else changed it meanwhile. */
  readonly bewaar: (nieuw: NieuweVersie, bewijs: VerzegeldBewijs) => Promise<'ok' | 'ingehaald'>
  /** The same secrets under another key; no version of its own. */
  readonly herzegel: (bron: BronId, geheimen: ReadonlyMap<Geheimsoort, Zegel>) => Promise<void>
}

/** What is counted of a connection; nothing of whom or what it was about. */
export interface Brontelling {
  readonly gevraagd: number
  readonly mislukt: number
}

export interface Brondag extends Brontelling {
  readonly bron: BronId
  readonly dag: string
}

/** How it went last, seen by all nodes together. */
export interface Bronverloop {
  readonly bron: BronId
  readonly laatstGoed?: Date
  readonly laatstMislukt?: Date
  readonly laatsteFout?: string
}

export interface BronverkeerStore {
  /** Adds to what was counted. */
  readonly tel: (dagen: readonly (Brondag & Bronverloop)[]) => Promise<void>
  readonly dagen: (vanaf: string) => Promise<readonly Brondag[]>
  readonly verloop: () => Promise<readonly Bronverloop[]>
}
