import { sql } from 'kysely'
import type { Databank } from './databank.ts'

/** Notices that something changed, for whoever looks at it on whichever node: a kind and an id, and nothing of it. */
export const levendKanaal = 'voordeur_levend'

/** Tells every node that listens. After what it tells of was written, so that nobody waits for it. */
export async function meldOp(databank: Databank, kanaal: string, bericht: string): Promise<void> {
  await sql`select pg_notify(${kanaal}, ${bericht})`.execute(databank)
}
