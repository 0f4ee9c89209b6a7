import { createHash } from 'node:crypto'
import type { Kid, Sleutelring } from '../audit/index.ts'

// Crockford's alphabet: no I, L, O or U, so that nobody hears or reads another one.
const tekens = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Eighty bits in four groups, that nobody guesses without the key: of one command, so that the same command once more
 * gives the code that was shown, or that was lost on the way to the screen.
 */
export function maakUitnodigingscode(
  ring: Sleutelring,
  kid: Kid,
  { id, ketenzaak }: { readonly id: string; readonly ketenzaak: string },
): string {
  const merk = ring.merk(kid, 'loket_uitnodiging', JSON.stringify([ketenzaak, id]))
  return schrijfCode(merk.subarray(0, 16))
}

/** Sixteen bytes as people read them out: eighty of their bits, in four groups. */
export function schrijfCode(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte) => tekens[byte % 32] ?? '0').join('')
  return letters.match(/.{4}/g)?.join('-') ?? ''
}

/** As somebody typed it: small letters, spaces, and an O that is a nought. `undefined`: it is no code. */
export function leesUitnodigingscode(tekst: string): string | undefined {
  const kaal = tekst.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return kaal.length === 16 && [...kaal].every((teken) => tekens.includes(teken))
    ? kaal.match(/.{4}/g)?.join('-')
    : undefined
}

/** What is kept of a code or a key: enough to know it again. */
export function ingangshash(soort: 'code' | 'sleutel', geheim: string): string {
  return createHash('sha256').update(`voordeur loket ${soort}|${geheim}`).digest('hex')
}
