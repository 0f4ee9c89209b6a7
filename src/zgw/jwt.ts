import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What the standard puts in the token. `user_*` name the real end user and feed the audit trail of the receiver. */
export interface Aanspraken {
  readonly iss: string
  readonly iat: number
  readonly client_id: string
  readonly user_id: string
  readonly user_representation: string
}

export type Tokenfout =
  | 'jwt-decode-error'
  | 'invalid-client-identifier'
  | 'invalid-jwt-signature'
  | 'jwt-missing-iat-claim'
  | 'jwt-expired'
  | 'jwt-not-yet-valid'

/** Named limits, in seconds: as Open Zaak has them; there is no `exp` in the standard. */
const geldigS = 3600
const speelruimteS = 60
const maxTekens = 8192

const kopSchema = z.object({ alg: z.literal('HS256') })
const aansprakenSchema = z.object({
  iss: z.string().optional(),
  iat: z.unknown().optional(),
  client_id: z.string().optional(),
  user_id: z.string().optional(),
  user_representation: z.string().optional(),
})

/** A fresh one for each call or for a few minutes: a receiver refuses what is an hour old. */
export function maakToken({ client, geheim, gebruiker = '', weergave = '' }: TokenKeus, nu: Date): string {
  const aanspraken: Aanspraken = {
    iss: client,
    iat: Math.floor(nu.getTime() / 1000),
    client_id: client,
    user_id: gebruiker,
    user_representation: weergave,
  }
  return tekenToken(aanspraken, geheim)
}

/** Any claims, for a standard that wants others; HS256 and nothing else. */
export function tekenToken(aanspraken: object, geheim: string): string {
  const deel = [{ alg: 'HS256', typ: 'JWT' }, aanspraken].map(base64).join('.')
  return `${deel}.${handtekening(deel, geheim)}`
}

export interface TokenKeus {
  readonly client: string
  readonly geheim: string
  readonly gebruiker?: string
  readonly weergave?: string
}

/** The signature is checked before a claim is believed; who signs chooses no algorithm. */
export async function leesToken(
  token: string,
  geheimVan: (client: string) => string | undefined | Promise<string | undefined>,
  nu: Date,
): Promise<{ readonly client: string; readonly gebruiker: string } | { readonly fout: Tokenfout }> {
  const delen = ontleedToken(token)
  const { data: aanspraken } = aansprakenSchema.safeParse(delen?.lading)
  if (delen === undefined || aanspraken === undefined) return { fout: 'jwt-decode-error' }
  const client = aanspraken.client_id ?? aanspraken.iss ?? ''
  const geheim = await geheimVan(client)
  if (geheim === undefined) return { fout: 'invalid-client-identifier' }
  if (!isGetekend(delen, geheim)) return { fout: 'invalid-jwt-signature' }
  const { iat } = aanspraken
  if (typeof iat !== 'number' || !Number.isFinite(iat)) return { fout: 'jwt-missing-iat-claim' }
  const oudS = nu.getTime() / 1000 - iat
  if (oudS >= geldigS) return { fout: 'jwt-expired' }
  if (oudS < -speelruimteS) return { fout: 'jwt-not-yet-valid' }
  return { client, gebruiker: aanspraken.user_id ?? '' }
}

/** A token taken apart: nothing in it may be believed before `isGetekend` said yes. */
export interface Tokendelen {
  readonly deel: string
  readonly teken: string
  readonly lading: unknown
}

/** `undefined`: no token, too long, or signed in another way than the one that we take. */
export function ontleedToken(token: string): Tokendelen | undefined {
  const delen = token.split('.')
  const [kop = '', lading = '', teken = ''] = delen
  if (token.length > maxTekens || delen.length !== 3 || !kopSchema.safeParse(ontleed(kop)).success)
    return undefined
  return { deel: `${kop}.${lading}`, teken, lading: ontleed(lading) }
}

export function isGetekend({ deel, teken }: Tokendelen, geheim: string): boolean {
  return isGelijk(teken, handtekening(deel, geheim))
}

/** How the one who asks is called, of a token that was found good: by itself this proves nothing. */
export function weergaveIn(token: string): string {
  const { data } = aansprakenSchema.safeParse(ontleed(token.split('.')[1] ?? ''))
  return data?.user_representation ?? ''
}

const base64 = (waarde: object) => Buffer.from(JSON.stringify(waarde)).toString('base64url')
const handtekening = (deel: string, geheim: string) =>
  createHmac('sha256', geheim).update(deel).digest('base64url')

function ontleed(deel: string): unknown {
  try {
    return JSON.parse(Buffer.from(deel, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function isGelijk(een: string, ander: string): boolean {
  const [a, b] = [Buffer.from(een), Buffer.from(ander)]
  return a.length === b.length && timingSafeEqual(a, b)
}
