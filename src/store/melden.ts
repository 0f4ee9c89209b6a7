import { sql } from 'kysely'
import type { Databank } from './databank.ts'
import { samen } from './samen.ts'

/** Notices that something changed, for whoever looks at it on whichever node: a kind and an id, and nothing of it. */
export const levendKanaal = 'voordeur_levend'

/** Tells every node that listens. After what it tells of was written, so that nobody waits for it. */
export function meldOp(databank: Databank, kanaal: string, bericht: string): Promise<void> {
  let melder = melders.get(databank)
  if (melder === undefined) {
    melder = samen(async (vragen) => {
      const [kanalen, berichten] = [vragen.map(([naar]) => naar), vragen.map(([, wat]) => wat)]
      await sql`select pg_notify(naar, wat) from unnest(${kanalen}::text[], ${berichten}::text[]) as u (naar, wat)`.execute(
        databank,
      )
      return vragen.map(() => undefined)
    })
    melders.set(databank, melder)
  }
  return melder([kanaal, bericht])
}

const melders = new WeakMap<Databank, (vraag: readonly [string, string]) => Promise<void>>()
