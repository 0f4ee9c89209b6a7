import { createHash, sign, verify } from 'node:crypto'
import { geheimeSleutel, publiekeSleutel } from './anker.ts'
import type { Onderwerp } from './bewijsregel.ts'
import type { Kid, Sleutelring } from './sleutelring.ts'

/** The end of somebody's chain at a moment, signed: whoever keeps it can ask later whether it is still there. */
export interface Ketenkop {
  readonly volgnummer: number
  /** Of the last line, and so over all lines before it. */
  readonly hash: Buffer
  readonly kid: Kid
  readonly handtekening: Buffer
}

export function ondertekenKop(
  ring: Sleutelring,
  onderwerp: Onderwerp,
  { volgnummer, hash }: Pick<Ketenkop, 'volgnummer' | 'hash'>,
): Ketenkop {
  const kid = ring.actief()
  const handtekening = sign(null, inhoudVan(onderwerp, volgnummer, hash), geheimeSleutel(ring, kid))
  return { volgnummer, hash, kid, handtekening }
}

export function isKop(ring: Sleutelring, onderwerp: Onderwerp, kop: Ketenkop): boolean {
  const { volgnummer, hash, kid, handtekening } = kop
  return (
    ring.heeft(kid) &&
    verify(null, inhoudVan(onderwerp, volgnummer, hash), publiekeSleutel(ring, kid), handtekening)
  )
}

function inhoudVan(onderwerp: Onderwerp, volgnummer: number, hash: Buffer): Buffer {
  const delen = ['voordeur-ketenkop-1', onderwerp, String(volgnummer), hash.toString('hex')]
  return createHash('sha256').update(delen.join('\n'), 'utf8').digest()
}
