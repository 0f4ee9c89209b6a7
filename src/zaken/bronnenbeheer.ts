import type { Aansluitingen } from './aansluitingen.ts'
import type { Bronverkeer } from './bronverkeer.ts'

/** Everything that whoever looks after connections can do with them. */
export interface Bronnenbeheer {
  readonly aansluitingen: Aansluitingen
  readonly verkeer: Bronverkeer
}
