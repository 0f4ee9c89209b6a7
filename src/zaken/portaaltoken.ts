import { z } from 'zod'
import { parseBsn } from '../domain/index.ts'
import { isGetekend, ontleedToken } from '../zgw/index.ts'
import type { Portaalbeller, Portaalsleutel } from './portaal.ts'

/** Named limits, in seconds: how long a token may hold, and how much two clocks may differ. */
const hoogstensS = 300
const speelruimteS = 60

const aanspraken = z.object({
  iss: z.string(),
  client_id: z.string().optional(),
  sub: z.string().min(1).max(255),
  bsn: z.string(),
  iat: z.int(),
  exp: z.int(),
})

/**
 * The token of another portal, the other way round of what we send ourselves (docs/adr/0018): HS256, at most five
 * minutes, with a pseudonym and the BSN of who is logged in there. Checked before a word of it is believed; who signs
 * chooses no algorithm. `undefined`: nobody that we know.
 */
export function leesPortaaltoken(
  authorization: string | undefined,
  portalen: readonly Portaalsleutel[],
  nu: Date,
): Portaalbeller | undefined {
  const token = /^Bearer ([^\s]+)$/i.exec(authorization ?? '')?.[1]
  const delen = token === undefined ? undefined : ontleedToken(token)
  const { data } = aanspraken.safeParse(delen?.lading)
  if (delen === undefined || data === undefined) return undefined
  const { iss, client_id: client = iss, sub, iat, exp } = data
  const sleutel = portalen.find((een) => een.client === iss)
  if (sleutel === undefined || client !== iss || !isGetekend(delen, sleutel.geheim)) return undefined
  const nuS = nu.getTime() / 1000
  if (exp <= nuS || iat > nuS + speelruimteS || exp <= iat || exp - iat > hoogstensS) return undefined
  const bsn = parseBsn(data.bsn)
  const { id, naam } = sleutel
  return bsn && { portaal: { id, naam }, klant: sub, bsn }
}
