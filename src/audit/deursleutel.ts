import { timingSafeEqual } from 'node:crypto'
import type { Kid, Sleutelring } from './sleutelring.ts'

/**
 * What somebody outside shows at one door of ours: `Bearer <name>.<kid>.<mac>`. Made from the key ring, so that it is
 * the same on every node and stands nowhere; good as long as its key is on the ring, for that use alone, and as long
 * as its number is the one that holds.
 */
export function deursleutel(
  ring: Sleutelring,
  gebruik: string,
  naam: string,
  { nummer = 0, kid = ring.actief() }: { readonly nummer?: number | undefined; readonly kid?: Kid } = {},
): string {
  return `Bearer ${naam}.${kid}.${mac(ring, { gebruik, naam, nummer, kid }).toString('base64url')}`
}

/**
 * Who shows this; `undefined` for whatever we did not make for this use, and for a key that was replaced.
 * @param nummerVan The number of the key that holds now; `undefined`: this one may bring nothing.
 */
export function naamBijDeursleutel(
  ring: Sleutelring,
  gebruik: string,
  kop: string | undefined,
  nummerVan: (naam: string) => number | undefined = () => 0,
): string | undefined {
  const [, naam = '', kid = '', teken = ''] =
    /^Bearer ([A-Za-z0-9-]{1,80})\.(k[0-9a-f]{10})\.([A-Za-z0-9_-]{43})$/.exec(kop ?? '') ?? []
  const nummer = naam === '' ? undefined : nummerVan(naam)
  if (nummer === undefined || !ring.kids().includes(kid)) return undefined
  const goed = mac(ring, { gebruik, naam, nummer, kid })
  return timingSafeEqual(goed, Buffer.from(teken, 'base64url')) ? naam : undefined
}

function mac(
  ring: Sleutelring,
  {
    gebruik,
    naam,
    nummer,
    kid,
  }: { readonly gebruik: string; readonly naam: string; readonly nummer: number; readonly kid: Kid },
): Buffer {
  // No name holds a bar, so that no two of them come together.
  const wat = nummer === 0 ? naam : `${naam}|${nummer}`
  return ring.merk(kid, gebruik, wat)
}
