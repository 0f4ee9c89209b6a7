import type { Afspraakteam, Organisatie } from '../../corpus/index.ts'
import type { GebiedInfo } from '../../engine/index.ts'
import type { Helper, VoorSoort } from '../../toegang/index.ts'
import type { Taal } from '../routes.ts'
import type { Gelukplek } from './gelukplek.ts'
import type { Spraak } from './spraak.ts'

/** For the line on every page: for whom somebody acts. */
export interface Ingelogd {
  readonly voor: VoorSoort
  /** Of the other person, when it is known. */
  readonly naam: string | undefined
  /** Of a mandate: the service and the organisation. */
  readonly waarvoor?: string
  /** Of a company, when it is about one branch. */
  readonly vestiging?: string
  /** Sits beside them. */
  readonly helper?: Helper
}

/** For the line on pages of professionals. */
export interface OpWerk {
  readonly organisatie: string
  readonly naam: string | undefined
  readonly rollen: readonly string[]
}

/** A team that helps whoever gets stuck, with whose it is. */
export interface Steunteam extends Afspraakteam {
  readonly van: Organisatie | undefined
}

/** What the line under the header speaks of. */
export type Onderwerp = 'wie' | 'plaats'

/** What every page knows of its visitor and its place. */
export interface Context {
  readonly taal: Taal
  readonly spraak: Spraak
  /** Address without language, for the links to the other languages. */
  readonly pad: string
  readonly zoekdeel: string
  readonly plaats?: GebiedInfo | undefined
  /** Phone and desk of where the visitor lives, when we know them. */
  readonly bellen?: { readonly nummer: string; readonly naam: string } | undefined
  /** On a page of error: what is not known here, and so not said. */
  readonly zwijgtOver?: ReadonlySet<Onderwerp>
  /** Who is logged in; absent for a visitor. */
  readonly ingelogd?: Ingelogd | undefined
  /** On a page below `/balie`: who is at work, or nobody yet. There nothing is about a visitor of the website. */
  readonly balie?: OpWerk | 'niemand' | undefined
  /** Who helps whoever gets stuck, for the box on every page. */
  readonly steun: readonly Steunteam[]
  /** About rights. */
  readonly heeftAntwoorden: boolean
  /** Anything at all in the cookie, so that it can be erased. */
  readonly heeftIets: boolean
  /** Whether anybody can log in here. */
  readonly kanInloggen: boolean
  /** «Is dit gelukt?» on this page; absent where nothing is asked. */
  readonly gelukt?: Gelukplek | undefined
  /** Address of a file in `assets`. */
  readonly asset: (naam: string) => string
}
