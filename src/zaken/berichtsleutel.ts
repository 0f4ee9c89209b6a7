import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Kid, Sleutelring } from '../audit/index.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import type { BronId } from './zaakgegevens.ts'

/**
 * What an organisation shows when it tells us something: `Bearer <connection>.<kid>.<mac>`. Made from the key ring, so
 * that it is the same on every node and stands nowhere; good as long as its key is on the ring and its number is that
 * of the connection (`Aansluiting.sleutelnummer`). It opens the doors for messages of this one connection and nothing
 * else.
 */
export function berichtsleutel(
  ring: Sleutelring,
  bron: BronId,
  { nummer = 0, kid = ring.actief() }: { readonly nummer?: number | undefined; readonly kid?: Kid } = {},
): string {
  return `Bearer ${bron}.${kid}.${mac(ring, { bron, nummer, kid }).toString('base64url')}`
}

/**
 * Who shows this; `undefined` for whatever we did not make, and for a key that was replaced.
 * @param nummerVan The number of the key that holds now; `undefined`: this one may bring nothing.
 */
export function afzenderVan(
  ring: Sleutelring,
  kop: string | undefined,
  nummerVan: (bron: BronId) => number | undefined,
): BronId | undefined {
  const delen = /^Bearer ([A-Za-z0-9-]{1,80})\.(k[0-9a-f]{10})\.([A-Za-z0-9_-]{43})$/.exec(kop ?? '')
  const bron = parseOrganisatieId(delen?.[1])
  const [kid, waarde] = [delen?.[2] ?? '', Buffer.from(delen?.[3] ?? '', 'base64url')]
  const nummer = bron && nummerVan(bron)
  if (bron === undefined || nummer === undefined || !ring.kids().includes(kid)) return undefined
  return timingSafeEqual(mac(ring, { bron, nummer, kid }), waarde) ? bron : undefined
}

/** What an organisation that sends CloudEvents fills in: where it brings them, and what it shows there (`Authorization`). */
export interface Gebeurtenisadres {
  readonly naar: string
  readonly auth: string
}

/** @param hier Where sources reach us. */
export function gebeurtenisadres(
  ring: Sleutelring,
  hier: URL,
  bron: BronId,
  nummer: number | undefined,
): Gebeurtenisadres {
  const auth = berichtsleutel(ring, bron, { nummer })
  return { naar: new URL('/api/v1/gebeurtenisberichten', hier).href, auth }
}

function mac(
  ring: Sleutelring,
  { bron, nummer, kid }: { readonly bron: BronId; readonly nummer: number; readonly kid: Kid },
): Buffer {
  // No id of an organisation holds a bar, so that no two of them come together.
  const wat = nummer === 0 ? bron : `${bron}|${nummer}`
  return createHmac('sha256', ring.leid(kid, 'zaakberichten')).update(wat).digest()
}
