import type { BewijsStore } from './bewijs-store.ts'
import type { VerzegeldBewijs } from './bewijsregel.ts'

/**
 * Keeps lines that may be written soon until the next that must stand at once, so that they go in one act. What is kept
 * is gone when the process falls over: a processing then stands without an end, as it does when the database falls over.
 */
export function spaarSpoedige(store: BewijsStore): {
  readonly store: BewijsStore
  /** Writes what is kept still. */
  readonly rond: () => Promise<void>
} {
  let gespaard: readonly VerzegeldBewijs[] = []
  return {
    store: {
      ...store,
      async schrijf(regels, zekerheid = 'blijvend') {
        if (zekerheid === 'spoedig') {
          gespaard = [...gespaard, ...regels]
          return []
        }
        const mee = gespaard
        gespaard = []
        try {
          return await store.schrijf([...mee, ...regels], zekerheid)
        } catch (fout) {
          gespaard = [...mee, ...gespaard]
          throw fout
        }
      },
    },
    async rond() {
      const regels = gespaard
      gespaard = []
      if (regels.length > 0) await store.schrijf(regels, 'spoedig')
    },
  }
}
