/** How a client proves to the operator that it knows the password (RFC 7616, for SIP with RFC 8760). */
import { createHash } from 'node:crypto'
import type { Sipbericht } from './bericht.ts'

export interface Aanmelding {
  readonly gebruiker: string
  readonly wachtwoord: string
}

const hashes: Readonly<Record<string, string>> = { MD5: 'md5', 'SHA-256': 'sha256' }

/**
 * The header with which the same is asked once more, after an answer that asks for the password (RFC 3261 §22.2, §22.3);
 * `undefined`: it is another answer, or asks for something that we do not do.
 */
export function bewijsNa(
  { begin, koppen }: Sipbericht,
  aanmelding: Aanmelding,
  vraag: Parameters<typeof beantwoord>[2],
): readonly [string, string] | undefined {
  if (begin.soort !== 'antwoord' || (begin.code !== 401 && begin.code !== 407)) return undefined
  const [daagtUit, antwoord] =
    begin.code === 407
      ? (['proxy-authenticate', 'Proxy-Authorization'] as const)
      : (['www-authenticate', 'Authorization'] as const)
  // A challenge has commas of its own: each line is one.
  for (const [naam, uitdaging] of koppen) {
    const woorden = naam === daagtUit ? beantwoord(uitdaging, aanmelding, vraag) : undefined
    if (woorden !== undefined) return [antwoord, woorden]
  }
  return undefined
}

/** The answer to a challenge; `undefined`: it asks for something that we do not do. */
export function beantwoord(
  uitdaging: string,
  { gebruiker, wachtwoord }: Aanmelding,
  { methode, uri, cnonce }: { readonly methode: string; readonly uri: string; readonly cnonce: string },
): string | undefined {
  if (!/^digest\s/i.test(uitdaging)) return undefined
  const deel = (naam: string) =>
    new RegExp(`[\\s,]${naam}\\s*=\\s*(?:"([^"]*)"|([^\\s,]+))`, 'i').exec(uitdaging)?.slice(1).find(Boolean)
  const {
    realm,
    nonce,
    opaque,
    qop,
    algorithm = 'MD5',
  } = {
    ...{ realm: deel('realm'), nonce: deel('nonce'), opaque: deel('opaque') },
    ...{ qop: deel('qop'), algorithm: deel('algorithm')?.toUpperCase() },
  }
  const soort = hashes[algorithm]
  const isQop = qop?.split(/\s*,\s*/).includes('auth')
  if (soort === undefined || realm === undefined || nonce === undefined) return undefined
  if (qop !== undefined && isQop !== true) return undefined
  const hash = (tekst: string) => createHash(soort).update(tekst).digest('hex')
  const geheim = hash(`${gebruiker}:${realm}:${wachtwoord}`)
  const vraag = hash(`${methode}:${uri}`)
  const nc = '00000001'
  const midden = isQop ? `${nonce}:${nc}:${cnonce}:auth` : nonce
  const delen = [
    ...[`username="${gebruiker}"`, `realm="${realm}"`, `nonce="${nonce}"`, `uri="${uri}"`],
    ...[`response="${hash(`${geheim}:${midden}:${vraag}`)}"`, `algorithm=${algorithm}`],
    ...(isQop ? ['qop=auth', `nc=${nc}`, `cnonce="${cnonce}"`] : []),
    ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
  ]
  return `Digest ${delen.join(', ')}`
}
