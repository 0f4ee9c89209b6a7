import type { OrganisatieId } from '../../../domain/index.ts'
import type { Tijdzone } from '../../../kalender/index.ts'
import type { Ontvangst, Storingen } from '../../../ontvangst/index.ts'

/** What the pages of post need. Absent in an installation that takes nothing in. */
export interface PostBronnen {
  readonly ontvangst: Ontvangst
  readonly storingen: Storingen
  /** Bodies of government whose people read here what comes in. */
  readonly organisaties: () => readonly OrganisatieId[]
  readonly zoneVan: (organisatie: OrganisatieId) => Tijdzone
  readonly toeval: (aantal: number) => Uint8Array
}
