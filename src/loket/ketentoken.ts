import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Toeval } from '../domain/index.ts'
import { isGetekend, ontleedToken, tekenToken } from '../zgw/index.ts'
import type { Ketenverbinding, Koppelingen } from './koppelingen.ts'

/** Named limits, in seconds: so long does one hold, and so much may two clocks differ. */
const geldigS = 60
const speelruimteS = 60

export type Ketentokenfout =
  | 'jwt-decode-error'
  | 'invalid-client-identifier'
  | 'invalid-jwt-signature'
  | 'jwt-expired'
  | 'jwt-not-yet-valid'
  | 'jwt-other-content'
  | 'jwt-replayed'

const aanspraken = z.object({
  iss: z.string(),
  client_id: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.string().min(16).max(100),
  inhoud: z.string(),
})

/**
 * For one message between two installations: HS256 as in ZGW, a minute, used once, and for this text alone. What somebody
 * catches on the way opens nothing else, and nothing twice.
 */
export function maakKetentoken(
  { koppeling, geheim }: Ketenverbinding,
  tekst: string,
  { nu, toeval }: { readonly nu: Date; readonly toeval: Toeval },
): string {
  const iat = Math.floor(nu.getTime() / 1000)
  const client = koppeling.onszelf ?? ''
  const jti = Buffer.from(toeval(18)).toString('base64url')
  const wie = { iss: client, client_id: client, user_id: '', user_representation: '' }
  return tekenToken({ ...wie, iat, exp: iat + geldigS, jti, inhoud: hash(tekst) }, geheim)
}

export async function leesKetentoken(
  authorization: string | undefined,
  tekst: string,
  {
    koppelingen,
    nu,
  }: { readonly koppelingen: Pick<Koppelingen, 'opClient' | 'merkToken'>; readonly nu: Date },
): Promise<{ readonly verbinding: Ketenverbinding } | { readonly fout: Ketentokenfout }> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  const delen = token === undefined ? undefined : ontleedToken(token)
  const { data } = aanspraken.safeParse(delen?.lading)
  if (delen === undefined || data === undefined) return { fout: 'jwt-decode-error' }
  const verbinding = await koppelingen.opClient(data.client_id)
  if (verbinding === undefined || data.iss !== data.client_id) return { fout: 'invalid-client-identifier' }
  if (!isGetekend(delen, verbinding.geheim)) return { fout: 'invalid-jwt-signature' }
  const nuS = nu.getTime() / 1000
  if (data.iat > nuS + speelruimteS) return { fout: 'jwt-not-yet-valid' }
  if (data.exp + speelruimteS <= nuS || data.exp - data.iat > geldigS) return { fout: 'jwt-expired' }
  if (data.inhoud !== hash(tekst)) return { fout: 'jwt-other-content' }
  const { organisatie } = verbinding.koppeling
  const tot = new Date((data.exp + speelruimteS + 1) * 1000)
  if (!(await koppelingen.merkToken({ organisatie, jti: data.jti }, tot, nu))) return { fout: 'jwt-replayed' }
  return { verbinding }
}

/** For who has to repair it. */
export function ketentokenuitleg(fout: Ketentokenfout, nu: Date): string {
  const hier = `Hier is het ${nu.toISOString()}.`
  switch (fout) {
    case 'jwt-not-yet-valid':
      return `Het token is van straks: een van de klokken loopt niet gelijk. ${hier}`
    case 'jwt-expired':
      return `Het token is te oud, of een van de klokken loopt niet gelijk. ${hier}`
    case 'jwt-other-content':
      return 'Het token hoort bij een ander bericht.'
    case 'jwt-replayed':
      return 'Het token is al gebruikt: maak voor elk bericht een nieuw.'
    default:
      return 'Het token is niet geldig.'
  }
}

const hash = (tekst: string): string => createHash('sha256').update(tekst, 'utf8').digest('base64url')
