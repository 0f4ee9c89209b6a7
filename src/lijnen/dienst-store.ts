import type { VerzegeldBewijs } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import type { Lijnonderwerp } from './lijnteam.ts'

/** A professional, as far as a line knows them: whom it rings for. */
export interface Lijnwerker {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
  /** As they introduce themselves. */
  readonly naam?: string | undefined
}

/** Somebody who signed on to answer; `plek` is the number of this shift, and all that the queue knows of them. */
export interface Dienst extends Lijnwerker {
  readonly plek: string
  readonly pool: string
  readonly teams: readonly string[]
  readonly begonnenMs: number
  /** Without a sign of life by then they are signed off. */
  readonly geldigTotMs: number
}

export const oproepaflopen = ['gesproken', 'verlaten', 'niet-bereikt', 'geen-lijn', 'geen-tijd'] as const
/** `niet-bereikt`: they were called back, and did not answer. `geen-tijd`: no lane hours in the coming month. */
export type Oproepafloop = (typeof oproepaflopen)[number]

/** Who called: whose number of the queue it is. Nothing about whom it is about, but the chain case if it is of one. */
export interface Oproep extends Lijnwerker {
  readonly beller: string
  readonly pool: string
  readonly onderwerp: Lijnonderwerp
  readonly ketenzaak?: string
  /** The call that came of it last, and the moment at which the queue put them through to it. */
  readonly gesprek?: string
  readonly verbondenMs?: number
  /** In which pool that was; absent: in theirs. */
  readonly verbondenPool?: string
  /** Other pools that were asked along. */
  readonly ook: readonly string[]
  /** When somebody answered that one. */
  readonly opgenomenMs?: number
  readonly begonnenMs: number
  readonly geldigTotMs: number
  readonly afloop?: Oproepafloop
}

/** As it is when they call; put through at once, that as well. */
export type Nieuweoproep = Omit<Oproep, 'ook' | 'verbondenPool'>

export interface DienstStore {
  /** `bestaat-al`: they are signed on, somewhere. */
  readonly begin: (dienst: Dienst, bewijs: VerzegeldBewijs) => Promise<'ok' | 'bestaat-al'>
  readonly vind: (wie: Lijnwerker) => Promise<Dienst | undefined>
  readonly bijPlek: (plek: string) => Promise<Dienst | undefined>
  readonly verleng: (plek: string, tot: Date) => Promise<void>
  readonly eindig: (plek: string, bewijs: VerzegeldBewijs) => Promise<void>
  /** Those of that pool whose time is over. */
  readonly verlopen: (pool: string, nu: Date) => Promise<readonly Dienst[]>
}

export interface OproepStore {
  readonly vind: (beller: string) => Promise<Oproep | undefined>
  readonly bijGesprek: (gesprek: string) => Promise<Oproep | undefined>
  /** Theirs that are not over, newest first. */
  readonly van: (wie: Lijnwerker) => Promise<readonly Oproep[]>
  /** Those of that pool that are not over. */
  readonly openIn: (pool: string) => Promise<readonly Oproep[]>
  /**
   * The call in which they are put through at that moment: of two nodes that come with one, both get the same. Of two
   * pools the first has them until `maakLos`: `verbondenPool` says which. `undefined`: it is over.
   */
  readonly verbind: (
    beller: string,
    met: { readonly pool: string; readonly gesprek: string; readonly verbondenMs: number },
  ) => Promise<Oproep | undefined>
  /** Before that pool is asked along; `false`: it is over. */
  readonly zoektOok: (beller: string, pool: string) => Promise<boolean>
  /** They wait again: what they were put through to at that moment is theirs no more. */
  readonly maakLos: (beller: string, verbondenMs: number) => Promise<void>
  /** The first time it is kept among what happened, in one write: to count how long callers wait for a voice. */
  readonly neemtOp: (
    beller: string,
    plek: string,
    wat: { readonly opMs: number; readonly bewijzen: readonly VerzegeldBewijs[] },
  ) => Promise<void>
  readonly verleng: (beller: string, tot: Date) => Promise<void>
  readonly sluit: (beller: string, afloop: Oproepafloop, op: Date) => Promise<void>
}

/** In which pools time does something by now: in the queue, with who gave no sign of life, or with who does not answer. */
export type PoolsOpTijd = (nu: Date, gaatOverSinds: Date) => Promise<readonly string[]>

/** The pool where they were put through last, or wait. */
export function poolVan({ pool, verbondenPool }: Oproep): string {
  return verbondenPool ?? pool
}
