import { createHash } from 'node:crypto'
import type { OrganisatieId } from '../domain/index.ts'

/** A public key as it is published (RFC 8037). */
export interface Jwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
}

/** One line of the log of keys: from then on this body signs with it. Each holds the hash of the line before. */
export interface Sleutelregel {
  readonly nummer: number
  readonly organisatie: OrganisatieId
  readonly jwk: Jwk
  readonly sinds: Date
  /** Lower-case hex; of the first line 64 zeroes. */
  readonly vorige: string
  readonly hash: string
}

export const eersteVorige = '0'.repeat(64)

export function volgendeRegel(
  laatste: Sleutelregel | undefined,
  nieuw: Pick<Sleutelregel, 'organisatie' | 'jwk' | 'sinds'>,
): Sleutelregel {
  const open = { ...nieuw, nummer: (laatste?.nummer ?? 0) + 1, vorige: laatste?.hash ?? eersteVorige }
  return { ...open, hash: hashVan(open) }
}

/** The number of the first line that does not follow from those before it; `undefined` when all do. */
export function eersteBreuk(regels: readonly Sleutelregel[]): number | undefined {
  let vorige = eersteVorige
  for (const [plaats, regel] of regels.entries()) {
    if (regel.nummer !== plaats + 1 || regel.vorige !== vorige || hashVan(regel) !== regel.hash)
      return plaats + 1
    vorige = regel.hash
  }
  return undefined
}

/** SHA-256 over these lines, so that anybody can count it again. */
function hashVan({ nummer, organisatie, jwk, sinds, vorige }: Omit<Sleutelregel, 'hash'>): string {
  const delen = [
    'voordeur-afzendersleutel-1',
    nummer,
    organisatie,
    jwk.kid,
    jwk.x,
    sinds.toISOString(),
    vorige,
  ]
  return createHash('sha256').update(delen.join('\n')).digest('hex')
}
