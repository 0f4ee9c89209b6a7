import type { Vergelijking, WatAls } from '../../../rechten/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Beeld } from '../rechten/beeld.ts'
import type { Veld } from './velden.ts'

/** What the page of one «what if» shows: the visitor now, the visitor then, and how the two differ. */
export interface UitslagBeeld {
  readonly context: Context
  readonly nu: Beeld
  readonly dan: Beeld
  readonly watAls: WatAls
  readonly velden: readonly Veld[]
  readonly vergelijking: Vergelijking
}
