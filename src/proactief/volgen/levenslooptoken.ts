import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Sleutelring } from '../../audit/index.ts'
import { isGetekend, ontleedToken, tekenToken } from '../../zgw/index.ts'

/** Named limits, in seconds: so long may one hold, and so much may two clocks differ. */
const geldigS = 60
const speelruimteS = 60

const aanspraken = z.object({ iss: z.string(), iat: z.int(), exp: z.int(), inhoud: z.string() })

/** Names of sources, as they stand in a key. */
const bronvorm = /^[a-z0-9][a-z0-9-]{0,79}$/

/**
 * With what a source signs: made from the ring, so that it is the same on every node and stands nowhere. Who has it
 * speaks for that source and for no other.
 */
export function bronsleutel(ring: Sleutelring, bron: string, kid = ring.actief()): string {
  if (!bronvorm.test(bron)) throw new Error('zo heet geen bron')
  return `${kid}.${ring.merk(kid, 'levensloop tekenen', bron).toString('base64url')}`
}

/** For one body: HS256, a minute, for these very bytes. The same body again is the same messages, and does nothing. */
export function tekenLevensloop(bron: string, sleutel: string, tekst: string, nu: Date): string {
  const iat = Math.floor(nu.getTime() / 1000)
  return tekenToken({ iss: bron, iat, exp: iat + geldigS, inhoud: hash(tekst) }, sleutel)
}

/** Which source signed this body; `undefined`: nobody that we gave a key, too old, or for another body. */
export function bronVanToken(
  ring: Sleutelring,
  authorization: string | undefined,
  tekst: string,
  nu: Date,
): string | undefined {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  const delen = token === undefined ? undefined : ontleedToken(token)
  const { data } = aanspraken.safeParse(delen?.lading)
  if (delen === undefined || data === undefined || !bronvorm.test(data.iss)) return undefined
  const { iss, iat, exp, inhoud } = data
  // Also a key of before the last rotation, as long as it is on the ring.
  if (!ring.kids().some((kid) => isGetekend(delen, bronsleutel(ring, iss, kid)))) return undefined
  const nuS = nu.getTime() / 1000
  if (iat > nuS + speelruimteS || exp + speelruimteS <= nuS || exp - iat > geldigS) return undefined
  return inhoud === hash(tekst) ? iss : undefined
}

function hash(tekst: string): string {
  return createHash('sha256').update(tekst).digest('base64url')
}
