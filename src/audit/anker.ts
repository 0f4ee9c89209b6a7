import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { merkleWortel } from './merkle.ts'
import type { Kid, Sleutelring } from './sleutelring.ts'

/** One line that an anchor holds fast. */
export interface Blad {
  readonly onderwerp: string
  readonly volgnummer: number
  readonly hash: Buffer
}

/** A signed root over every line since the anchor before. Printed or published elsewhere it proves what was there. */
export interface Anker {
  readonly nummer: number
  readonly tijd: Date
  readonly aantal: number
  readonly wortel: Buffer
  readonly vorige: Buffer
  readonly hash: Buffer
  readonly kid: Kid
  readonly handtekening: Buffer
}

export function maakAnker(
  ring: Sleutelring,
  {
    vorig,
    bladen,
    tijd,
  }: { vorig: Pick<Anker, 'nummer' | 'hash'> | undefined; bladen: readonly Blad[]; tijd: Date },
): Anker {
  const open = {
    nummer: (vorig?.nummer ?? 0) + 1,
    tijd,
    aantal: bladen.length,
    wortel: merkleWortel(bladen.map(({ hash }) => hash)),
    vorige: vorig?.hash ?? Buffer.alloc(32),
  }
  const hash = hashVanAnker(open)
  const kid = ring.actief()
  return { ...open, hash, kid, handtekening: sign(null, hash, geheimeSleutel(ring, kid)) }
}

export function hashVanAnker({
  nummer,
  tijd,
  aantal,
  wortel,
  vorige,
}: Omit<Anker, 'hash' | 'kid' | 'handtekening'>): Buffer {
  const delen = [
    'voordeur-anker-1',
    String(nummer),
    tijd.toISOString(),
    String(aantal),
    wortel.toString('hex'),
    vorige.toString('hex'),
  ]
  return createHash('sha256').update(delen.join('\n'), 'utf8').digest()
}

export function isOndertekend(ring: Sleutelring, { hash, kid, handtekening }: Anker): boolean {
  return ring.heeft(kid) && verify(null, hash, publiekeSleutel(ring, kid), handtekening)
}

/** For somebody elsewhere who checks anchors without our secrets. */
export function publiekeSleutel(ring: Sleutelring, kid: Kid): KeyObject {
  return createPublicKey(geheimeSleutel(ring, kid))
}

// An Ed25519 private key in PKCS #8 is this prefix and 32 bytes (RFC 8410).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

export function geheimeSleutel(ring: Sleutelring, kid: Kid): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([pkcs8, ring.leid(kid, 'anker')]),
    format: 'der',
    type: 'pkcs8',
  })
}
