import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Kid, Sleutelring } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import type { Codeonderwerp } from './code-store.ts'
import type { Controlecode } from './controlecode.ts'
import type { Jwk } from './sleutellog.ts'

/** What stands in the QR code beside the address, signed by who sent it: the same that the page says. */
export interface Codeverklaring {
  readonly code: Controlecode
  readonly organisatie: OrganisatieId
  readonly datum: string
  readonly onderwerp: Codeonderwerp
}

// An Ed25519 private key in PKCS #8 is this prefix and 32 bytes (RFC 8410).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Each body has a key of its own, derived from the ring: it stands nowhere, and is the same on every node. */
function geheimeSleutel(ring: Sleutelring, kid: Kid, organisatie: OrganisatieId): KeyObject {
  const der = Buffer.concat([pkcs8, ring.leid(kid, `afzender ${organisatie}`)])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

/** With the thumbprint as its name (RFC 7638). */
export function publiekeJwk(ring: Sleutelring, kid: Kid, organisatie: OrganisatieId): Jwk {
  const { x = '' } = createPublicKey(geheimeSleutel(ring, kid, organisatie)).export({ format: 'jwk' })
  const duim = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
  return { kty: 'OKP', crv: 'Ed25519', x, kid: duim.digest('base64url') }
}

/** Compact JWS (RFC 7515) with EdDSA (RFC 8037). Short names: it must fit in a QR code on paper. */
export function onderteken(ring: Sleutelring, kid: Kid, wat: Codeverklaring): string {
  const { code, organisatie, datum, onderwerp } = wat
  const kop = deel({ alg: 'EdDSA', kid: publiekeJwk(ring, kid, organisatie).kid })
  const inhoud = `${kop}.${deel({ c: code, iss: organisatie, d: datum, o: onderwerp })}`
  const handtekening = sign(null, Buffer.from(inhoud), geheimeSleutel(ring, kid, organisatie))
  return `${inhoud}.${handtekening.toString('base64url')}`
}

/** What it says, when a published key of that very body signed it; `undefined` for everything else. */
export function leesVerklaring(
  jws: string,
  sleutels: readonly { readonly organisatie: string; readonly jwk: Jwk }[],
): Readonly<Record<'c' | 'iss' | 'd' | 'o', string>> | undefined {
  const [kop = '', inhoud = '', handtekening = '', ...rest] = jws.slice(0, 2_000).split('.')
  if (rest.length > 0) return undefined
  const [gelezenKop, gelezen] = [leesDeel(kop), leesDeel(inhoud)]
  const { c, iss, d, o } = gelezen
  if (gelezenKop.alg !== 'EdDSA' || [c, iss, d, o].some((een) => een === undefined)) return undefined
  const sleutel = sleutels.find(({ organisatie, jwk }) => organisatie === iss && jwk.kid === gelezenKop.kid)
  if (sleutel === undefined) return undefined
  const publiek = createPublicKey({ key: { ...sleutel.jwk }, format: 'jwk' })
  const isGoed = verify(
    null,
    Buffer.from(`${kop}.${inhoud}`),
    publiek,
    Buffer.from(handtekening, 'base64url'),
  )
  return isGoed ? { c: c ?? '', iss: iss ?? '', d: d ?? '', o: o ?? '' } : undefined
}

function deel(wat: Readonly<Record<string, string>>): string {
  return Buffer.from(JSON.stringify(wat)).toString('base64url')
}

function leesDeel(tekst: string): Readonly<Record<string, string | undefined>> {
  try {
    const gelezen: unknown = JSON.parse(Buffer.from(tekst, 'base64url').toString('utf8'))
    if (typeof gelezen !== 'object' || gelezen === null) return {}
    return Object.fromEntries(Object.entries(gelezen).filter(([, waarde]) => typeof waarde === 'string'))
  } catch {
    return {}
  }
}
