/**
 * The visitor's answers, travelling in the visitor's own browser: JSON, compressed, then encrypted and
 * authenticated (AES-256-GCM), split over numbered cookies because a browser keeps at most 4,096 bytes of each.
 * Nothing of it stays on the server. Compression stands before encryption: the text holds only what one
 * visitor typed, no secret beside it that its length could give away.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** On https with a prefix: only this very host can set it, for all of it, and only over https. */
export function koekjenaam(isHttps: boolean): string {
  return isHttps ? '__Host-voordeur' : 'voordeur'
}

export const GELDIG_SECONDEN = 3600
export const SLEUTEL_BYTES = 32
/** Four parts of 3,500 characters: about 10 kB of ciphertext, well over 100 kB of answers. */
export const HOOGSTENS_DELEN = 4
const DEEL_TEKENS = 3500
const HOOGSTENS_TEKST_BYTES = 256 * 1024
const VERSIE = Buffer.from('voordeur-1')
const IV_BYTES = 12
const TAG_BYTES = 16

export type Ontsloten =
  | { readonly status: 'ok'; readonly inhoud: unknown }
  /** No cookie at all. */
  | { readonly status: 'geen' }
  /** There is one, but it is too old, changed, or made with another key. */
  | { readonly status: 'verlopen' | 'onleesbaar' }

export type Verpakt =
  | { readonly status: 'ok'; readonly delen: readonly string[] }
  | { readonly status: 'te-groot' }

/** `iv` is passed in: 12 random bytes, never used twice with one key. */
export function verpak(inhoud: unknown, sleutel: Buffer, nuSeconden: number, iv: Buffer): Verpakt {
  const tekst = Buffer.from(JSON.stringify({ t: nuSeconden, i: inhoud }))
  if (tekst.length > HOOGSTENS_TEKST_BYTES) return { status: 'te-groot' }
  const klein = brotliCompressSync(tekst, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  const cipher = createCipheriv('aes-256-gcm', sleutel, iv)
  cipher.setAAD(VERSIE)
  const geheim = Buffer.concat([cipher.update(klein), cipher.final()])
  const alles = Buffer.concat([iv, cipher.getAuthTag(), geheim]).toString('base64url')
  const delen = Array.from({ length: Math.ceil(alles.length / DEEL_TEKENS) }, (_, i) =>
    alles.slice(i * DEEL_TEKENS, (i + 1) * DEEL_TEKENS),
  )
  return delen.length > HOOGSTENS_DELEN ? { status: 'te-groot' } : { status: 'ok', delen }
}

export function ontsluit(delen: readonly string[], sleutel: Buffer, nuSeconden: number): Ontsloten {
  if (delen.length === 0) return { status: 'geen' }
  const alles = Buffer.from(delen.join(''), 'base64url')
  if (delen.length > HOOGSTENS_DELEN || alles.length <= IV_BYTES + TAG_BYTES) return { status: 'onleesbaar' }
  const inhoud = ontcijfer(alles, sleutel)
  if (inhoud === undefined) return { status: 'onleesbaar' }
  const { t, i } = inhoud
  if (typeof t !== 'number' || nuSeconden - t > GELDIG_SECONDEN) return { status: 'verlopen' }
  return { status: 'ok', inhoud: i }
}

function ontcijfer(alles: Buffer, sleutel: Buffer): { t?: unknown; i?: unknown } | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', sleutel, alles.subarray(0, IV_BYTES))
    decipher.setAAD(VERSIE)
    decipher.setAuthTag(alles.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const klein = Buffer.concat([decipher.update(alles.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
    const tekst = brotliDecompressSync(klein, { maxOutputLength: HOOGSTENS_TEKST_BYTES + 1024 })
    const inhoud: unknown = JSON.parse(tekst.toString('utf8'))
    return typeof inhoud === 'object' && inhoud !== null ? inhoud : undefined
  } catch {
    // Changed, cut off, or made with another key: to us all the same, and nobody's fault.
    return undefined
  }
}

/** The parts of our cookie, in order, from a Cookie header. */
export function delenUit(header: string | undefined, isHttps: boolean): readonly string[] {
  const gevonden = new Map<number, string>()
  const begin = koekjenaam(isHttps)
  for (const paar of (header ?? '').split(';')) {
    const [voor, na] = [paar.trim().slice(0, begin.length), paar.trim().slice(begin.length)]
    const deel = voor === begin ? /^(\d)=([\w-]+)$/.exec(na) : null
    if (deel?.[1] && deel[2]) gevonden.set(Number(deel[1]), deel[2])
  }
  const delen: string[] = []
  for (let n = 0; gevonden.has(n); n += 1) delen.push(gevonden.get(n) ?? '')
  // A first part that is missing while others are there is a damaged cookie, not an absent one.
  return delen.length === 0 && gevonden.size > 0 ? [''] : delen
}

/** Set-Cookie lines: the parts, and the removal of parts that an earlier, longer cookie left behind. */
export function zetRegels(delen: readonly string[], isHttps: boolean): readonly string[] {
  const naam = koekjenaam(isHttps)
  const staart = `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
  return Array.from({ length: HOOGSTENS_DELEN }, (_, n) => {
    const deel = delen[n]
    return deel === undefined
      ? `${naam}${n}=; Max-Age=0; ${staart}`
      : `${naam}${n}=${deel}; Max-Age=${GELDIG_SECONDEN}; ${staart}`
  })
}
