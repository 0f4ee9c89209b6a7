/** The few operations that the checker, the evaluator and the generated JavaScript carry out the same way. */
import * as datum from './datum.ts'
import { deelHalf, deelOmhoog, deelOmlaag } from './getal.ts'
import type { Afronding, Dagfunctie } from './ir.ts'

export const DEEL: Readonly<Record<Afronding, (a: bigint, b: bigint) => bigint>> = {
  omlaag: deelOmlaag,
  omhoog: deelOmhoog,
  half: deelHalf,
}

/** Days, years and months as plain numbers: the one place where the date functions are carried out. */
export function dag(fn: Dagfunctie, a: number, b: number): number {
  switch (fn) {
    case 'verjaardag':
      return datum.verjaardag(a, b)
    case 'plus_maanden':
      return datum.plusMaanden(a, b)
    case 'plus_dagen':
      return a + b
    case 'leeftijd':
      return datum.leeftijd(a, b)
    case 'maanden_tussen':
      return datum.maandenTussen(a, b)
    case 'begin_maand':
      return datum.beginMaand(a)
    case 'begin_kwartaal':
      return datum.beginKwartaal(a)
    case 'begin_jaar':
      return datum.beginJaar(a)
  }
}
