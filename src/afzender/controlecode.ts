/**
 * The code on what we send: ten characters of Crockford's base 32 and one to check, as `K7M2-9QTD-4XV`. No I, L, O and
 * U, so that no character is taken for another one.
 */
export type Controlecode = string & { readonly __controlecode: unique symbol }

const alfabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const tekens = 10
/** Ten characters of five bits. */
const codebits = 50n

/**
 * From at least seven bytes that nobody can guess. Crockford checks by the remainder of 37, which has five signs more
 * than the alphabet; a code with one of those is never given out, so that every code can be typed and read aloud.
 * `undefined`: take other bytes.
 */
export function codeUit(bytes: Uint8Array): Controlecode | undefined {
  let getal = 0n
  for (const byte of bytes.subarray(0, 7)) getal = getal * 256n + BigInt(byte)
  const deel = getal & ((1n << codebits) - 1n)
  const controle = alfabet[Number(deel % 37n)]
  if (controle === undefined || bytes.length < 7) return undefined
  let uit = ''
  for (let rest = deel, i = 0; i < tekens; i++, rest >>= 5n) uit = (alfabet[Number(rest & 31n)] ?? '') + uit
  return `${uit}${controle}` as Controlecode // made just now
}

export type GelezenCode =
  | { readonly status: 'goed'; readonly code: Controlecode }
  /** One character is wrong, or two stand in each other's place: look again. */
  | { readonly status: 'verschreven' }
  /** Not a code at all. */
  | { readonly status: 'geen' }

/** However it is typed: small letters, other dashes, O for 0 and I or L for 1. */
export function leesControlecode(tekst: string): GelezenCode {
  const kaal = tekst
    .slice(0, 60)
    .toUpperCase()
    .replace(/[\s.\-‐‑–—]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-Z]{11}$/.test(kaal)) return { status: 'geen' }
  let rest = 0
  for (const teken of kaal.slice(0, tekens)) {
    const waarde = alfabet.indexOf(teken)
    if (waarde < 0) return { status: 'verschreven' }
    rest = (rest * 32 + waarde) % 37
  }
  const isGoed = alfabet[rest] === kaal[tekens]
  return isGoed ? { status: 'goed', code: kaal as Controlecode } : { status: 'verschreven' }
}

/** In threes and fours, as it stands on paper. */
export function schrijfControlecode(code: Controlecode): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}
