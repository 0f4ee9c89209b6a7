/** Small builders of the intermediate form, shared by the checker and its functions. */
import type { Eenheid } from './eenheid.ts'
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
  constructor(van: number, melding: string, remedie: string) {
    super(melding)
    this.van = van
    this.remedie = remedie
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
