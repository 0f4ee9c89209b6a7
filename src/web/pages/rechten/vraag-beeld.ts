import type { GebiedInfo } from '../../../engine/index.ts'
import type { Overzicht, Vraagstelling } from '../../../rechten/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Vraagtekst } from './vraagtekst.ts'

/** What the page of one question shows. */
export interface VraagBeeld {
  readonly context: Context
  readonly vraag: Vraagstelling
  readonly tekst: Vraagtekst
  /** From 1, in the visitor's own order. */
  readonly n: number
  /** What stands in the fields: an earlier answer, or what was just sent. */
  readonly waarden: Readonly<Record<string, string>>
  readonly fouten: readonly Veldfout[]
  /** Places to choose from, after a name that we did not find. */
  readonly voorstellen: readonly GebiedInfo[]
  /** For a question about a water board or an island. */
  readonly gebieden: readonly GebiedInfo[]
  readonly valutateken: string
  /** Names of the schemes for which the answer matters. */
  readonly regelingen: readonly string[]
  readonly overzicht: Overzicht | undefined
  readonly nogVragen: number
  /** Came from the list of answers, and goes back there. */
  readonly naarAntwoorden: boolean
}
