import type { Audit, Sleutelring } from '../audit/index.ts'
import type { Toeval } from '../domain/index.ts'
import { identificatieVan, sluitRij } from './kluis.ts'
import type { KluisStore } from './kluis-store.ts'

export interface WisselOnderdelen {
  readonly store: KluisStore
  readonly ring: Sleutelring
  readonly audit: Pick<Audit, 'schrijf'>
  readonly nu: () => Date
  readonly toeval: Toeval
}

export interface Gewisseld {
  readonly rijen: number
  /** Keys that no row of the vault needs any more. */
  readonly uitGebruik: readonly string[]
}

/** Named limit: so many rows in one transaction. */
const maxPerKeer = 500

/**
 * Rewrites the vault, and the vault only, for the newest key of the ring. Running it again goes on where it stopped:
 * rows that have the key already are not read. Who looks somebody up meanwhile finds them under either key.
 */
export async function wisselSleutels(onderdelen: WisselOnderdelen): Promise<Gewisseld> {
  const { store, ring, audit, nu } = onderdelen
  const kid = ring.actief()
  const eerder = await store.sleutels()
  if (eerder.at(-1) !== kid) {
    if (eerder.includes(kid)) throw new Error(`de sleutel ${kid} is al vervangen; zet de nieuwste vooraan`)
    await store.neemInGebruik(kid)
  }
  let rijen = 0
  let na: string | undefined
  for (;;) {
    const oud = await store.teWisselen(kid, na, maxPerKeer)
    rijen += await store.wissel(
      oud.map((rij) => ({ oud: rij, nieuw: sluitRij(onderdelen, kid, rij, identificatieVan(ring, rij)) })),
    )
    na = oud.at(-1)?.id
    if (oud.length < maxPerKeer) break
  }
  const uitGebruik: string[] = []
  for (const oud of eerder) if (oud !== kid && (await store.neemUitGebruik(oud))) uitGebruik.push(oud)
  const codes = { kid, rijen, uit: uitGebruik.join(',') }
  await audit.schrijf({ onderwerp: 'installatie:sleutels', soort: 'sleutel-gewisseld', tijd: nu(), codes })
  return { rijen, uitGebruik }
}
