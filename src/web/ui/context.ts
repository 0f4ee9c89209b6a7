import type { GebiedInfo } from '../../engine/index.ts'
import type { Taal } from '../routes.ts'
import type { Spraak } from './spraak.ts'

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
  /** About rights. */
  readonly heeftAntwoorden: boolean
  /** Anything at all in the cookie, so that it can be erased. */
  readonly heeftIets: boolean
  /** Address of a file in `assets`. */
  readonly asset: (naam: string) => string
}
