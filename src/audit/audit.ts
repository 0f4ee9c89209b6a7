import type { PersoonId } from '../domain/index.ts'
import { type Anker, maakAnker } from './anker.ts'
import type { Geschreven, InzageFilter } from './bewijs-store.ts'
import { type Bewijs, type VerzegeldBewijs, verzegelBewijs } from './bewijsregel.ts'
import { type Einden, spaarSpoedige } from './einden.ts'
import { type Inzage, leesInzage } from './inzage.ts'
import type { Meegekomen } from './meegekomen.ts'
import {
  type AuditOnderdelen,
  eindeVan,
  metVerwerking,
  metVerwerkingen,
  schrijfMeegekomen,
} from './met-verwerking.ts'
import type { Verwerking, Verwerkingsbewijs } from './verwerking.ts'

/** The evidence of this installation, for everything above it. */
export interface Audit {
  /** Something that happened; gives back when it is safely written. */
  schrijf(...bewijzen: readonly Bewijs[]): Promise<readonly Geschreven[]>
  /** For a store that writes it in its own transaction, together with the act itself. */
  verzegel(bewijs: Bewijs): VerzegeldBewijs
  metVerwerking<T>(verwerking: Verwerking, fn: (bewijs: Verwerkingsbewijs) => Promise<T>): Promise<T>
  /** Several at once, each with its own lines and its own proof. */
  metVerwerkingen<T>(
    verwerkingen: readonly Verwerking[],
    fn: (bewijzen: readonly Verwerkingsbewijs[]) => Promise<T>,
  ): Promise<T>
  /**
   * What is done in one go, one processing within the other: where one ends is written together with what comes next, or
   * by a store in the transaction of the act itself (`einden`).
   */
  ineens<T>(fn: (audit: Ineens) => Promise<T>): Promise<T>
  /** While something is done with the data of one person: those of others came along with them. */
  schrijfMeegekomen(bewijs: Verwerkingsbewijs, mee: Meegekomen): Promise<void>
  /** Everything done with one person's data, newest first. */
  leesInzage(
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    filter?: Partial<InzageFilter>,
  ): Promise<readonly Inzage[]>
  /** Holds fast what was written since the anchor before; gives nothing when nothing was. Run it every few minutes. */
  veranker(): Promise<Anker | undefined>
}

export interface Ineens extends Pick<Audit, 'metVerwerkingen'> {
  /** That these ended well, each about one person. */
  einden(bewijzen: readonly Verwerkingsbewijs[]): Einden
}

/** Named limit: an anchor over more lines than this becomes two. */
const maxBladen = 50_000

export function openAudit(onderdelen: AuditOnderdelen): Audit {
  const { store, ring, nu, toeval } = onderdelen
  const verzegel = (bewijs: Bewijs) => verzegelBewijs(ring, bewijs, toeval)
  return {
    schrijf: (...bewijzen) => store.schrijf(bewijzen.map(verzegel)),
    verzegel,
    metVerwerking: (verwerking, fn) => metVerwerking(onderdelen, verwerking, fn),
    metVerwerkingen: (verwerkingen, fn) => metVerwerkingen(onderdelen, verwerkingen, fn),
    async ineens(fn) {
      const { store: sparend, rond, einden } = spaarSpoedige(store)
      try {
        return await fn({
          metVerwerkingen: (verwerkingen, doe) =>
            metVerwerkingen({ ...onderdelen, store: sparend }, verwerkingen, doe),
          einden: (bewijzen) =>
            einden(bewijzen, (persoon, { spoor }) =>
              verzegel(eindeVan(`persoon:${persoon}`, spoor.spanId, 'Ok', nu())),
            ),
        })
      } finally {
        await rond()
      }
    },
    schrijfMeegekomen: (bewijs, mee) => schrijfMeegekomen(onderdelen, bewijs, mee),
    leesInzage: (persoon, bewijs, filter) => leesInzage(onderdelen, persoon, bewijs, filter),
    veranker: () =>
      store.veranker((vorig, bladen) => maakAnker(ring, { vorig, bladen, tijd: nu() }), maxBladen),
  }
}
