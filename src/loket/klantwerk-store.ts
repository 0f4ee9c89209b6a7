import type { OrganisatieId } from '../domain/index.ts'
import type { UitgaandStore } from './uitgaand-store.ts'

/** The outbox of what goes to registers of contacts. What arrived stays known for a while, so that it is not laid anew. */
export interface KlantwerkStore extends Pick<UitgaandStore, 'leg' | 'pak' | 'later' | 'klaar'> {
  /** What waits, by organisation. */
  readonly stand: () => Promise<readonly Klantwerkstand[]>
}

export interface Klantwerkstand {
  readonly naar: OrganisatieId
  readonly wachtend: number
  /** It was brought, and did not arrive. */
  readonly hapert: boolean
}
