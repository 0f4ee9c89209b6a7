/** Arithmetic, comparison and look-up on limits. Each returns limits that contain every possible result. */
import type { Interval } from './gezin.ts'
import type { GetalKnoop } from './ir.ts'
import type { GetalFn, JaNeeFn } from './omgeving.ts'
import { DEEL } from './rekenen.ts'

export const NUL: Interval = { lo: 0, hi: 0 }

export function punt(n: number): Interval {
  return { lo: n, hi: n }
}

export function omhulsel(a: Interval, b: Interval): Interval {
  return { lo: a.lo < b.lo ? a.lo : b.lo, hi: a.hi > b.hi ? a.hi : b.hi }
}

/**
 * `+ - * min max`, scaling, rounding and division. Both operands are doubles (`groot` false, proven below 2^53)
 * or both BigInt; the operators below mean the same for the two, so the casts only pick one of them for the compiler.
 */
export function ruweBewerking(
  k: GetalKnoop & { t: 'op' | 'schaal' | 'rond' | 'deel' },
  groot: boolean,
  x: GetalFn,
  y: GetalFn | undefined,
): GetalFn {
  const b: GetalFn = y ?? x
  if (k.t === 'rond' || k.t === 'deel') {
    const deel = k.t === 'deel' ? deler(k.hoe, groot, k.f, 1n) : deler(k.hoe, groot, 1n, k.f)
    if (k.t === 'rond') {
      return (e) => {
        const p = x(e)
        const lo = deel(p.lo, undefined)
        return { lo, hi: p.hi === p.lo ? lo : deel(p.hi, undefined) }
      }
    }
    return (e) => {
      const p = x(e)
      const q = b(e)
      if (p.lo === p.hi && q.lo === q.hi) {
        const r = deel(p.lo, q.lo)
        return { lo: r, hi: r }
      }
      const h = [deel(p.lo, q.lo), deel(p.lo, q.hi), deel(p.hi, q.lo), deel(p.hi, q.hi)]
      return { lo: h.reduce((m, n) => (n < m ? n : m)), hi: h.reduce((m, n) => (n > m ? n : m)) }
    }
  }
  if (k.t === 'schaal') {
    const f = (groot ? k.f : Number(k.f)) as number
    return (e) => {
      const p = x(e)
      const lo = (p.lo as number) * f
      return { lo, hi: p.lo === p.hi ? lo : (p.hi as number) * f }
    }
  }
  switch (k.op) {
    case '+':
      return (e) => {
        const p = x(e)
        const q = b(e)
        const lo = (p.lo as number) + (q.lo as number)
        return { lo, hi: p.lo === p.hi && q.lo === q.hi ? lo : (p.hi as number) + (q.hi as number) }
      }
    case '-':
      return (e) => {
        const p = x(e)
        const q = b(e)
        const lo = (p.lo as number) - (q.hi as number)
        return { lo, hi: p.lo === p.hi && q.lo === q.hi ? lo : (p.hi as number) - (q.lo as number) }
      }
    case '*':
      return (e) => {
        const p = x(e)
        const q = b(e)
        const ll = (p.lo as number) * (q.lo as number)
        if (p.lo === p.hi && q.lo === q.hi) return { lo: ll, hi: ll }
        const h = [
          ll,
          (p.lo as number) * (q.hi as number),
          (p.hi as number) * (q.lo as number),
          (p.hi as number) * (q.hi as number),
        ]
        return { lo: h.reduce((m, n) => (n < m ? n : m)), hi: h.reduce((m, n) => (n > m ? n : m)) }
      }
    case 'min':
      return (e) => {
        const p = x(e)
        const q = b(e)
        return { lo: p.lo < q.lo ? p.lo : q.lo, hi: p.hi < q.hi ? p.hi : q.hi }
      }
    case 'max':
      return (e) => {
        const p = x(e)
        const q = b(e)
        return { lo: p.lo > q.lo ? p.lo : q.lo, hi: p.hi > q.hi ? p.hi : q.hi }
      }
  }
}

/**
 * n · f / (d ?? g), rounded to a whole number. In doubles the quotient of two safe integers is never rounded
 * across a whole number (its distance to one is at least 1/d, more than half a step), so floor and ceil are exact;
 * half is the floor of (2n + d) / 2d for n ≥ 0 and mirrored below zero.
 */
function deler(
  hoe: 'omlaag' | 'omhoog' | 'half',
  groot: boolean,
  f: bigint,
  g: bigint,
): (n: number | bigint, d: number | bigint | undefined) => number | bigint {
  const [ff, gg] = [Number(f), Number(g)]
  if (groot || hoe === 'half') {
    // 2n + d may pass 2^53 when n fits just below it: half is done in BigInt only then.
    return (n, d) => {
      if (!groot && typeof n === 'number') {
        const t = n * ff
        const q = d === undefined ? gg : Number(d)
        const a = Math.abs(t)
        const m = Math.abs(q)
        if (2 * a + m <= Number.MAX_SAFE_INTEGER) {
          const r = Math.floor((2 * a + m) / (2 * m))
          return t < 0 !== q < 0 && r !== 0 ? -r : r
        }
      }
      const uit = DEEL[hoe](BigInt(n) * f, d === undefined ? g : BigInt(d))
      return groot ? uit : Number(uit)
    }
  }
  const rond = hoe === 'omlaag' ? Math.floor : Math.ceil
  return (n, d) => rond((Number(n) * ff) / (d === undefined ? gg : Number(d))) + 0
}

export function vergelijk(op: '<' | '<=' | '=', a: GetalFn, b: GetalFn): JaNeeFn {
  switch (op) {
    case '<':
      return (e) => {
        const x = a(e)
        const y = b(e)
        return x.hi < y.lo ? 1 : x.lo >= y.hi ? 0 : 2
      }
    case '<=':
      return (e) => {
        const x = a(e)
        const y = b(e)
        return x.hi <= y.lo ? 1 : x.lo > y.hi ? 0 : 2
      }
    case '=':
      return (e) => {
        const x = a(e)
        const y = b(e)
        if (x.hi < y.lo || x.lo > y.hi) return 0
        return x.lo === x.hi && y.lo === y.hi ? 1 : 2
      }
  }
}

export function zoek(
  x: Interval,
  grenzen: readonly (number | bigint)[],
  waarden: readonly (number | bigint)[],
): Interval {
  const rij = (n: number | bigint) => {
    let [lo, hi] = [0, grenzen.length]
    while (lo < hi) {
      const m = (lo + hi) >> 1
      if (n <= (grenzen[m] ?? 0)) hi = m
      else lo = m + 1
    }
    return lo
  }
  const i = rij(x.lo)
  const w = waarden[i] ?? 0
  if (x.lo === x.hi) return { lo: w, hi: w }
  let [lo, hi] = [w, w]
  for (let j = i + 1, einde = rij(x.hi); j <= einde; j++) {
    const n = waarden[j] ?? 0
    if (n < lo) lo = n
    if (n > hi) hi = n
  }
  return { lo, hi }
}
