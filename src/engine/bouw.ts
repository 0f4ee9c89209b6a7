/** Small builders of the intermediate form, shared by the checker and its functions. */
import { type Eenheid, gelijk, isDatum, maal, toonEenheid } from './eenheid.ts'
import { macht10 } from './getal.ts'
import type { GetalKnoop, Wie } from './ir.ts'
import type { FeitBij } from './types.ts'

/** Who a name stands for. */
export interface Persoon {
  readonly persoon: Wie
  readonly wie: readonly FeitBij[]
}

/** A fault with its place in the formula; thrown and caught per rule. */
export class CheckFout extends Error {
  readonly van: number
  readonly remedie: string
  /** Follows from a fault that was told elsewhere. */
  readonly gevolg: boolean
  constructor(van: number, melding: string, remedie: string, gevolg = false) {
    super(melding)
    this.van = van
    this.remedie = remedie
    this.gevolg = gevolg
  }
}

export function constante(w: bigint, eenheid: Eenheid, schaal = 0): GetalKnoop {
  return { t: 'c', w, schaal, lo: w, hi: w, eenheid }
}

export function opSchaal(k: GetalKnoop, schaal: number): GetalKnoop {
  if (k.schaal === schaal) return k
  const f = macht10(schaal - k.schaal)
  if (k.t === 'c') return { ...k, w: k.w * f, lo: k.lo * f, hi: k.hi * f, schaal }
  return { t: 'schaal', a: k, f, schaal, lo: k.lo * f, hi: k.hi * f, eenheid: k.eenheid }
}

export function kleinste(xs: readonly bigint[]): bigint {
  return xs.reduce((m, x) => (x < m ? x : m))
}

export function grootste(xs: readonly bigint[]): bigint {
  return xs.reduce((m, x) => (x > m ? x : m))
}

/** Sum, difference, product, smaller or larger of two numbers, with proven limits. */
export function reken(
  op: '+' | '-' | '*' | 'min' | 'max',
  x: GetalKnoop,
  y: GetalKnoop,
  van: number,
): GetalKnoop {
  if (op === '*') {
    if (isDatum(x.eenheid) || isDatum(y.eenheid))
      throw new CheckFout(
        van,
        'Met een datum kunt u niet vermenigvuldigen.',
        'Gebruik leeftijd, verjaardag of plus_maanden.',
      )
    const p = [x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi]
    return {
      t: 'op',
      op,
      a: x,
      b: y,
      schaal: x.schaal + y.schaal,
      lo: kleinste(p),
      hi: grootste(p),
      eenheid: maal(x.eenheid, y.eenheid),
    }
  }
  const { a, b, eenheid } = gelijkmaken(x, y, van, op)
  if (isDatum(eenheid) && (op === '+' || op === '-'))
    throw new CheckFout(
      van,
      'Datums optellen of aftrekken kan niet.',
      'Gebruik plus_dagen, plus_maanden of maanden_tussen.',
    )
  const lo =
    op === '+'
      ? a.lo + b.lo
      : op === '-'
        ? a.lo - b.hi
        : op === 'min'
          ? kleinste([a.lo, b.lo])
          : grootste([a.lo, b.lo])
  const hi =
    op === '+'
      ? a.hi + b.hi
      : op === '-'
        ? a.hi - b.lo
        : op === 'min'
          ? kleinste([a.hi, b.hi])
          : grootste([a.hi, b.hi])
  return { t: 'op', op, a, b, schaal: a.schaal, lo, hi, eenheid }
}

/** Two numbers of one unit, brought to one scale. */
export function gelijkmaken(
  x: GetalKnoop,
  y: GetalKnoop,
  van: number,
  wat: string,
): { a: GetalKnoop; b: GetalKnoop; eenheid: Eenheid } {
  const nulX = x.t === 'c' && x.nul === true
  const nulY = y.t === 'c' && y.nul === true
  if (!nulX && !nulY && !gelijk(x.eenheid, y.eenheid)) {
    throw new CheckFout(
      van,
      `Dit kan niet samen (${wat}): ${toonEenheid(x.eenheid)} en ${toonEenheid(y.eenheid)}.`,
      'Reken eerst om, bijvoorbeeld met maanden_per_jaar, of kies het juiste bedrag.',
    )
  }
  const eenheid = nulX ? y.eenheid : x.eenheid
  const schaal = Math.max(x.schaal, y.schaal)
  return { a: opSchaal({ ...x, eenheid }, schaal), b: opSchaal({ ...y, eenheid }, schaal), eenheid }
}
