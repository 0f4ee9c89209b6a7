/** Whole-number arithmetic as JavaScript text: doubles where that is proven exact, BigInt elsewhere. */
import { type GetalKnoop, isGroot } from './ir.ts'

export function letterlijk(w: bigint, groot: boolean): string {
  return groot ? `${w}n` : w < 0n ? `(${w})` : `${w}`
}

export function bewerking(op: '+' | '-' | '*' | 'min' | 'max', x: string, y: string, groot: boolean): string {
  if (op !== 'min' && op !== 'max') return `(${x} ${op} ${y})`
  return groot ? `((p, q) => p ${op === 'min' ? '<' : '>'} q ? p : q)(${x}, ${y})` : `Math.${op}(${x}, ${y})`
}

export function gedeeld(hoe: 'omlaag' | 'omhoog' | 'half', a: string, d: string, groot: boolean): string {
  if (groot) return `DEEL.${hoe}(${a}, ${d})`
  if (hoe === 'omlaag') return `Math.floor(${a} / ${d})`
  if (hoe === 'omhoog') return `Math.ceil(${a} / ${d})`
  return `Number(DEEL.half(BigInt(${a}), BigInt(${d})))`
}

/** Half up in doubles, when 2n + d is proven safe and nothing is negative: floor((2n + d) / 2d). */
export function halfOmhoog(
  k: GetalKnoop & { t: 'rond' | 'deel' },
  a: string,
  d: string,
  groot: boolean,
): string | undefined {
  const [teller, noemer] =
    k.t === 'rond' ? [k.a, { lo: k.f, hi: k.f }] : [{ lo: k.a.lo * k.f, hi: k.a.hi * k.f }, k.b]
  if (groot || k.hoe !== 'half' || teller.lo < 0n || noemer.lo <= 0n) return undefined
  if (isGroot({ lo: 0n, hi: 2n * teller.hi + noemer.hi })) return undefined
  return k.t === 'rond'
    ? `Math.floor((2 * ${a} + ${d}) / ${2n * k.f})`
    : `Math.floor((2 * ${a} + ${d}) / (2 * ${d}))`
}
