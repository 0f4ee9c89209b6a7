import type { Sleutelring } from '../audit/index.ts'
import type { PersoonId, Toeval } from '../domain/index.ts'
import { indexnaam, indexnamen, verzegelNaam } from './indexnaam.ts'
import type { BronId } from './zaakgegevens.ts'
import type { Deelnemer, ZaakindexStore, ZaakindexwerkStore, ZaakweigeringStore } from './zaakindex-store.ts'

export interface ZaakindexOnderdelen {
  readonly store: ZaakindexStore
  readonly werk: Pick<ZaakindexwerkStore, 'hernoem'>
  readonly weigeringen: ZaakweigeringStore
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

/** The index for whoever has a PersoonId: names and keys stay inside. Writes no line in the log; who calls does. */
export interface Zaakindex {
  /** At each visit: takes part from now on, unless they refused. What is known of them; `undefined` when they refused. */
  readonly meldAan: (persoon: PersoonId) => Promise<Deelnemer | undefined>
  /** Without making anybody: what is known of them. */
  readonly bekend: (persoon: PersoonId) => Promise<Deelnemer | undefined>
  /** `onbekend`: never here, or forgotten after a long time. */
  readonly deelname: (persoon: PersoonId) => Promise<'ja' | 'nee' | 'onbekend'>
  readonly zetDeelname: (persoon: PersoonId, meedoen: boolean) => Promise<void>
  /** The whole answer of one connection to a question that began at `op`. For who does not take part nothing is kept. */
  readonly bevestig: (persoon: PersoonId, bron: BronId, uuids: readonly string[], op: Date) => Promise<void>
}

export function openZaakindex(onderdelen: ZaakindexOnderdelen): Zaakindex {
  const { store, weigeringen, ring, nu } = onderdelen
  const vergeet = async (persoon: PersoonId): Promise<void> => {
    for (const naam of indexnamen(ring, persoon)) await store.vergeet(naam)
  }
  return {
    async meldAan(persoon) {
      // Side by side: a page waits for all of this before it asks anybody.
      const [weigert] = await Promise.all([weigeringen.weigert(persoon), neemMee(onderdelen, persoon)])
      if (weigert) {
        await vergeet(persoon)
        return undefined
      }
      const naam = indexnaam(ring, persoon)
      await store.neemOp(naam, nu(), verzegelNaam(ring, naam, persoon, onderdelen.toeval))
      // Refused in another window meanwhile: whoever refuses writes that down before they are forgotten.
      const [weigertNu, deelnemer] = await Promise.all([weigeringen.weigert(persoon), store.deelnemer(naam)])
      if (!weigertNu) return deelnemer
      await vergeet(persoon)
      return undefined
    },

    async bekend(persoon) {
      for (const naam of indexnamen(ring, persoon)) {
        const deelnemer = await store.deelnemer(naam)
        if (deelnemer !== undefined) return deelnemer
      }
      return undefined
    },

    async deelname(persoon) {
      if (await weigeringen.weigert(persoon)) return 'nee'
      const namen = await store.deelnemersOnder(indexnamen(ring, persoon))
      return namen.length > 0 ? 'ja' : 'onbekend'
    },

    async zetDeelname(persoon, meedoen) {
      await weigeringen.zet(persoon, !meedoen, nu())
      if (meedoen) await this.meldAan(persoon)
      else await vergeet(persoon)
    },

    async bevestig(persoon, bron, uuids, op) {
      for (const naam of await store.deelnemersOnder(indexnamen(ring, persoon)))
        await store.bevestig(naam, bron, uuids, op)
    },
  }
}

/** Who came before a key was changed gets the newer name and keeps what is known. */
async function neemMee(
  { store, werk, ring, toeval }: ZaakindexOnderdelen,
  persoon: PersoonId,
): Promise<void> {
  const [nieuw, ...ouder] = indexnamen(ring, persoon)
  if (nieuw === undefined || ouder.length === 0) return
  for (const oud of await store.deelnemersOnder(ouder))
    await werk.hernoem(oud, nieuw, verzegelNaam(ring, nieuw, persoon, toeval))
}
