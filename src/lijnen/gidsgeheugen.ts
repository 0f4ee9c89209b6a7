import type { Gidsrij, GidsStore } from './gids-store.ts'

/** Named limit: so long may a queue follow what the guide said before. */
export const GIDS_MS = 1_000

/**
 * The guide as it was at most a second ago, read once for everybody who asks meanwhile: each command on a queue needs
 * all of it, and it changes a few times a day.
 * @param nuMs Of a clock that only goes forward.
 */
export function onthoudGids(gids: Pick<GidsStore, 'alle'>, nuMs: () => number): Pick<GidsStore, 'alle'> {
  let bekend: { readonly totMs: number; readonly rijen: Promise<readonly Gidsrij[]> } | undefined
  return {
    alle() {
      if (bekend !== undefined && nuMs() < bekend.totMs) return bekend.rijen
      const nieuw = { totMs: nuMs() + GIDS_MS, rijen: gids.alle() }
      bekend = nieuw
      // What failed is asked anew by whoever comes next.
      nieuw.rijen.catch(() => {
        if (bekend === nieuw) bekend = undefined
      })
      return nieuw.rijen
    },
  }
}
