import type { VerzegeldBewijs } from '../audit/index.ts'
import type { Datum, OrganisatieId } from '../domain/index.ts'
import type { Nieuweoproep, Oproepafloop } from './dienst-store.ts'
import type { Lijnteam } from './lijnteam.ts'
import type { Plekverschil } from './plekverschil.ts'
import type { Voorval } from './voorval.ts'
import type { Wachtrij } from './wachtrij.ts'

/** Who looks into the guide or writes in it. */
export interface Gidskijker {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
}

/** `beheer`: whoever runs the installation, from the command line. */
export type Gidsschrijver = Gidskijker | 'beheer'

export interface Gidsrij {
  readonly team: Lijnteam
  /** Who answer together: the organisation, unless whoever runs the installation put several in one pool. */
  readonly pool: string
  readonly versie: number
  /** When the organisation was asked whether it still holds; absent since it was confirmed. */
  readonly gevraagdOp?: Datum
}

export interface GidsStore {
  readonly alle: () => Promise<readonly Gidsrij[]>
  /**
   * `ingehaald`: somebody else changed it since `vanVersie` (0: there is none yet). `van-ander`: another organisation has
   * a team of that id. Writing it says that it is so on that day.
   */
  readonly bewaar: (
    wie: Gidsschrijver,
    rij: { readonly team: Lijnteam; readonly pool?: string; readonly vanVersie: number | undefined },
  ) => Promise<'ok' | 'ingehaald' | 'van-ander'>
  /** `false` when there is none of theirs. */
  readonly verwijder: (wie: Gidskijker, id: string) => Promise<boolean>
  readonly bevestig: (wie: Gidskijker, id: string, op: Datum) => Promise<boolean>
  /** Marks those confirmed before that day and not asked about yet; gives how many. */
  readonly vraagNa: (voor: Datum, vandaag: Datum) => Promise<number>
}

/** The queue of a pool, kept as one value: any node decides on it, and the number says who was first. */
export interface WachtrijStore {
  readonly lees: (pool: string) => Promise<Wachtrij | undefined>
  /** As this node read or wrote it last: good to decide on when the decision is written, because `schrijf` finds out. */
  readonly bekend: (pool: string) => Wachtrij | undefined
  /**
   * `false` when it is no longer at `vanNr`; `undefined`: there should be none yet. What happened is kept with it, to
   * count: both or neither.
   */
  readonly schrijf: (
    wachtrij: Wachtrij,
    vanNr: number | undefined,
    voorvallen: readonly Voorval[],
    mee?: {
      /** Places that it promises or gives back, with it or not at all: `false` as well when one is not free any more. */
      readonly plekken: Plekverschil
      readonly bewijzen: readonly VerzegeldBewijs[]
      /** Who called with it: whoever finds them in the queue has to know whose call it is. */
      readonly oproep?: Nieuweoproep | undefined
      /** Whose call is over with it. */
      readonly sluit?:
        | { readonly beller: string; readonly afloop: Oproepafloop; readonly op: Date }
        | undefined
    },
  ) => Promise<boolean>
  /** The queue, and whether a call of that id ever came in there, also when it is over or nobody was found for it. */
  readonly leesVoor: (
    pool: string,
    beller: string,
  ) => Promise<{ readonly was: Wachtrij | undefined; readonly isGeweest: boolean }>
  /** Per team when times begin that were agreed with it and are no promise of a queue, in milliseconds. */
  readonly bezet: (teams: readonly string[], vanaf: Date) => Promise<ReadonlyMap<string, readonly number[]>>
  /** What was asked for and is in no pool; with the same `beller` once. */
  readonly noteer: (voorval: Voorval) => Promise<void>
  readonly pools: () => Promise<readonly string[]>
}

/** What happened, as it is kept: nothing in it says who. Who counts reads it between two moments, oldest first. */
export interface Bewaardvoorval extends Voorval {
  /** Absent: asked for, and in no pool at all. */
  readonly pool?: string
  /** Of whoever took the call or promised the time; of who came in, the team that fits them best. */
  readonly team?: string
}
