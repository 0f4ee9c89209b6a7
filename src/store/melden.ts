import { sql } from 'kysely'
import type { Databank } from './databank.ts'

/** Notices that something changed, for whoever looks at it on whichever node: a kind and an id, and nothing of it. */
export const levendKanaal = 'voordeur_levend'

/**
 * Named limit, in milliseconds: so long notices are gathered. Each statement of them wakes every connection that listens, on
 * all nodes, whatever it listens to.
 */
const BUNDEL_MS = 3
/** Named limit: so many in one statement. */
const HOOGSTENS = 200

/** Tells every node that listens. After what it tells of was written, so that nobody waits for it. */
export function meldOp(databank: Databank, kanaal: string, bericht: string): Promise<void> {
  const melder = melders.get(databank) ?? maakMelder(databank)
  melders.set(databank, melder)
  return melder(kanaal, bericht)
}

type Melder = (kanaal: string, bericht: string) => Promise<void>

const melders = new WeakMap<Databank, Melder>()

function maakMelder(databank: Databank): Melder {
  let wachtend: (readonly [string, string])[] = []
  let straks: Promise<void> | undefined
  const stuur = async (): Promise<void> => {
    straks = undefined
    const alle = wachtend
    wachtend = []
    for (let i = 0; i < alle.length; i += HOOGSTENS) {
      const deel = alle.slice(i, i + HOOGSTENS)
      const [kanalen, berichten] = [deel.map(([naar]) => naar), deel.map(([, wat]) => wat)]
      await sql`select pg_notify(naar, wat) from unnest(${kanalen}::text[], ${berichten}::text[]) as u (naar, wat)`.execute(
        databank,
      )
    }
  }
  return (kanaal, bericht) => {
    wachtend.push([kanaal, bericht])
    straks ??= new Promise<void>((klaar) => setTimeout(klaar, BUNDEL_MS)).then(stuur)
    return straks
  }
}
