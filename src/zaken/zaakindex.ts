import type { Sleutelring } from '../audit/index.ts'
import type { PersoonId, Toeval } from '../domain/index.ts'
import { indexnaam, indexnamen, verzegelNaam } from './indexnaam.ts'
import type {
  Bronantwoord,
  Deelnemer,
  ZaakindexStore,
  ZaakindexwerkStore,
  ZaakweigeringStore,
} from './zaakindex-store.ts'

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
  /** At each visit, and only reads, because a page waits for it; `undefined` when they refused. */
  readonly bezoek: (persoon: PersoonId) => Promise<Bezoek | undefined>
  /** Takes part from now on, unless they refused. What is known of them; `undefined` when they refused. */
  readonly meldAan: (persoon: PersoonId) => Promise<Deelnemer | undefined>
  /** Without making anybody: what is known of them. */
  readonly bekend: (persoon: PersoonId) => Promise<Deelnemer | undefined>
  /** `onbekend`: never here, or forgotten after a long time. */
  readonly deelname: (persoon: PersoonId) => Promise<'ja' | 'nee' | 'onbekend'>
  readonly zetDeelname: (persoon: PersoonId, meedoen: boolean) => Promise<void>
  /** The whole answers of connections, each of them once. For who does not take part nothing is kept. */
  readonly bevestig: (persoon: PersoonId, antwoorden: readonly Bronantwoord[]) => Promise<void>
}

/** Who comes, and what is still to be written of that with `meldAan`. */
export interface Bezoek {
  readonly deelnemer: Deelnemer
  /**
   * `eerst`: before anybody is asked about them, or a case that begins in between would find nobody. `straks`: to be
   * remembered for longer, or under a newer name, for which nobody needs to wait. `niets`: they were here a moment ago.
   */
  readonly meldAan: 'eerst' | 'straks' | 'niets'
}

/** Named limit: whoever was here this recently is not written down again. */
const gezienMs = 86_400_000

export function openZaakindex(onderdelen: ZaakindexOnderdelen): Zaakindex {
  const { store, weigeringen, ring, nu } = onderdelen
  const vergeet = async (persoon: PersoonId): Promise<void> => {
    for (const naam of indexnamen(ring, persoon)) await store.vergeet(naam)
  }
  const vind = async (persoon: PersoonId) => {
    const namen = indexnamen(ring, persoon)
    const bekend = await store.deelnemers(namen)
    const naam = namen.find((een) => bekend.has(een))
    const deelnemer = naam === undefined ? undefined : bekend.get(naam)
    return deelnemer === undefined ? undefined : { deelnemer, isNieuweNaam: naam === namen[0] }
  }
  return {
    async bezoek(persoon) {
      const [weigert, gevonden] = await Promise.all([weigeringen.weigert(persoon), vind(persoon)])
      if (weigert) {
        if (gevonden !== undefined) await vergeet(persoon)
        return undefined
      }
      if (gevonden === undefined) {
        const op = nu()
        return { deelnemer: { sinds: op, gezien: op, bronnen: [] }, meldAan: 'eerst' }
      }
      const { deelnemer, isNieuweNaam } = gevonden
      const wasHier = nu().getTime() - deelnemer.gezien.getTime() < gezienMs
      return { deelnemer, meldAan: isNieuweNaam && wasHier ? 'niets' : 'straks' }
    },

    async meldAan(persoon) {
      const [weigert] = await Promise.all([weigeringen.weigert(persoon), neemMee(onderdelen, persoon)])
      if (weigert) {
        await vergeet(persoon)
        return undefined
      }
      const naam = indexnaam(ring, persoon)
      await store.neemOp(naam, nu(), verzegelNaam(ring, naam, persoon, onderdelen.toeval))
      // Refused in another window meanwhile: whoever refuses writes that down before they are forgotten.
      const [weigertNu, deelnemers] = await Promise.all([
        weigeringen.weigert(persoon),
        store.deelnemers([naam]),
      ])
      if (!weigertNu) return deelnemers.get(naam)
      await vergeet(persoon)
      return undefined
    },

    bekend: async (persoon) => (await vind(persoon))?.deelnemer,

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

    async bevestig(persoon, antwoorden) {
      if (antwoorden.length === 0) return
      const [enige, ...ouder] = indexnamen(ring, persoon)
      if (enige === undefined) return
      // Who does not take part has no row, and then `bevestig` keeps nothing.
      if (ouder.length === 0) return store.bevestig(enige, antwoorden)
      for (const naam of await store.deelnemersOnder([enige, ...ouder]))
        await store.bevestig(naam, antwoorden)
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
