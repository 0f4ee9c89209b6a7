/**
 * Exact decimal numbers: a whole number and the number of its decimals (scale).
 * Everything the engine computes with is such a scaled integer; nothing here rounds by itself.
 */

export interface Decimaal {
  /** The digits as a whole number: 13.730 is 13730 … */
  readonly w: bigint
  /** … with scale 3. */
  readonly schaal: number
}

const VORM = /^-?(0|[1-9]\d*)(\.\d+)?$/

/** Reads `13.730`; undefined for anything else (`012`, `1e3`, `1.`, `1,5`). */
export function leesDecimaal(tekst: string): Decimaal | undefined {
  if (!VORM.test(tekst)) return undefined
  const punt = tekst.indexOf('.')
  if (punt < 0) return { w: BigInt(tekst), schaal: 0 }
  return { w: BigInt(tekst.slice(0, punt) + tekst.slice(punt + 1)), schaal: tekst.length - punt - 1 }
}

/** Drops zeros at the end: 13.730 becomes 13.73. */
export function korter(d: Decimaal): Decimaal {
  let { w, schaal } = d
  while (schaal > 0 && w % 10n === 0n) {
    w /= 10n
    schaal--
  }
  return { w, schaal }
}

export function macht10(k: number): bigint {
  return 10n ** BigInt(k)
}

/** A scaled integer as a decimal text without trailing zeros: (13730, 3) is `13.73`. */
export function toonDecimaal(w: number | bigint, schaal: number): string {
  if (schaal === 0) return String(w)
  if (typeof w === 'number' && schaal <= 8) return kort(w, schaal)
  const min = w < 0
  const s = String(min ? -w : w).padStart(schaal + 1, '0')
  const heel = s.slice(0, -schaal)
  const rest = s.slice(-schaal).replace(/0+$/, '')
  return (min ? '-' : '') + heel + (rest === '' ? '' : `.${rest}`)
}

const MACHTEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]

/** The same for a safe integer, without regular expressions: explanations show thousands of these. */
function kort(w: number, schaal: number): string {
  const m = MACHTEN[schaal] ?? 1
  const x = Math.abs(w)
  const heel = Math.floor(x / m)
  let rest = x - heel * m
  if (rest === 0) return w < 0 ? `-${heel}` : `${heel}`
  let cijfers = schaal
  while (rest % 10 === 0) {
    rest /= 10
    cijfers--
  }
  return `${w < 0 ? '-' : ''}${heel}.${String(rest).padStart(cijfers, '0')}`
}

export function deelOmlaag(a: bigint, b: bigint): bigint {
  const q = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q
}

export function deelOmhoog(a: bigint, b: bigint): bigint {
  return -deelOmlaag(-a, b)
}

/** Nearest; a tie goes away from zero, as amounts are rounded in the laws («naar boven bij de helft»). */
export function deelHalf(a: bigint, b: bigint): bigint {
  const negatief = a < 0n !== b < 0n && a !== 0n
  const x = a < 0n ? -a : a
  const y = b < 0n ? -b : b
  const q = (2n * x + y) / (2n * y)
  return negatief ? -q : q
}
