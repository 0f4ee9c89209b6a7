import { vasteToeval } from '../engine/index.ts'

/** From 0 up to and without 1. */
export type Kans = () => number

/** Sources of chance that do not touch each other, so that two runs differ in one thing only. */
export interface Toevalstromen {
  readonly aankomst: Kans
  readonly klasse: Kans
  readonly onderwerp: Kans
  readonly duur: Kans
  readonly geduld: Kans
}

/** The same seed, a whole number, gives the same run. */
export function toevalstromen(zaad: number): Toevalstromen {
  const [aankomst, klasse, onderwerp, duur, geduld] = [1, 2, 3, 4, 5].map((nummer) =>
    // Far apart, or a seed and the next would share a stream.
    vasteToeval(Math.imul(zaad, 0x9e3779b1) + Math.imul(nummer, 0x85ebca6b)),
  ) as [Kans, Kans, Kans, Kans, Kans] // five in, five out
  return { aankomst, klasse, onderwerp, duur, geduld }
}

/** An exponential time with that mean, in the unit of the mean. */
export function exponentieel(kans: Kans, gemiddeld: number): number {
  return -Math.log(1 - kans()) * gemiddeld
}
