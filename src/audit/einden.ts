import type { PersoonId } from '../domain/index.ts'
import type { BewijsStore } from './bewijs-store.ts'
import type { VerzegeldBewijs } from './bewijsregel.ts'
import { openVerwerking, sluitBewijs, type Verwerkingsbewijs } from './verwerking.ts'

/** How several processings end, for the store that writes it in one act with what they were for. */
export interface Einden {
  readonly per: ReadonlyMap<PersoonId, readonly VerzegeldBewijs[]>
  /** For these it stands: no end is written again, and nothing more is done with what was handed out. */
  readonly staan: (personen: ReadonlySet<PersoonId>) => void
}

/**
 * Keeps lines that may be written soon until the next that must stand at once, so that they go in one act. What is kept
 * is gone when the process falls over: a processing then stands without an end, as it does when the database falls over.
 */
export function spaarSpoedige(store: BewijsStore): {
  readonly store: BewijsStore
  /** Writes what is kept still. */
  readonly rond: () => Promise<void>
  /** With what is kept of whom they are about: the ends of what was done within. */
  readonly einden: (
    bewijzen: readonly Verwerkingsbewijs[],
    sluit: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => VerzegeldBewijs,
  ) => Einden
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
    einden(bewijzen, sluit) {
      const eerder = Map.groupBy(gespaard, ({ onderwerp }) => onderwerp)
      const van = bewijzen.flatMap((bewijs) =>
        [...openVerwerking(bewijs).betrokkenen].map((persoon) => ({ persoon, bewijs })),
      )
      const per = new Map(
        van.map(({ persoon, bewijs }) => [
          persoon,
          [...(eerder.get(`persoon:${persoon}`) ?? []), sluit(persoon, bewijs)],
        ]),
      )
      return {
        per,
        staan(personen) {
          for (const { persoon, bewijs } of van) if (personen.has(persoon)) sluitBewijs(bewijs)
          const weg = new Set([...personen].flatMap((persoon) => per.get(persoon) ?? []))
          gespaard = gespaard.filter((regel) => !weg.has(regel))
        },
      }
    },
    async rond() {
      const regels = gespaard
      gespaard = []
      if (regels.length > 0) await store.schrijf(regels, 'spoedig')
    },
  }
}
