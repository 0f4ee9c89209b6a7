import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Kid, Sleutelring } from './sleutelring.ts'

/**
 * What somebody outside shows at one door of ours: `Bearer <name>.<kid>.<mac>`. Made from the key ring, so that it is
 * the same on every node and stands nowhere; good as long as its key is on the ring, and for that use alone.
 */
export function deursleutel(
  ring: Sleutelring,
  gebruik: string,
  naam: string,
  kid: Kid = ring.actief(),
): string {
  return `Bearer ${naam}.${kid}.${mac(ring, gebruik, naam, kid).toString('base64url')}`
}

/** Who shows this; `undefined` for whatever we did not make for this use. */
export function naamBijDeursleutel(
  ring: Sleutelring,
  gebruik: string,
  kop: string | undefined,
): string | undefined {
  const [, naam = '', kid = '', teken = ''] =
    /^Bearer ([A-Za-z0-9-]{1,80})\.(k[0-9a-f]{10})\.([A-Za-z0-9_-]{43})$/.exec(kop ?? '') ?? []
  if (naam === '' || !ring.kids().includes(kid)) return undefined
  return timingSafeEqual(mac(ring, gebruik, naam, kid), Buffer.from(teken, 'base64url')) ? naam : undefined
}

function mac(ring: Sleutelring, gebruik: string, naam: string, kid: Kid): Buffer {
  return createHmac('sha256', ring.leid(kid, gebruik)).update(naam).digest()
}
