import { type Datum, dagenInMaand, leeftijdOp, maakDatum } from '../kalender/index.ts'

/**
 * A day of which not everything may be known: the first and the last day that it can be, the same when it is whole.
 * `undefined` where nothing is known.
 */
export interface Deeldatum {
  readonly van: Datum
  readonly tot: Datum
}

/** `undefined` for what does not exist: month 13, 30 February. */
export function maakDeeldatum(jaar: number, maand?: number, dag?: number): Deeldatum | undefined {
  const van = maakDatum(jaar, maand ?? 1, dag ?? 1)
  const laatsteMaand = maand ?? 12
  const tot =
    laatsteMaand >= 1 && laatsteMaand <= 12
      ? maakDatum(jaar, laatsteMaand, dag ?? dagenInMaand(jaar, laatsteMaand))
      : undefined
  return van === undefined || tot === undefined ? undefined : { van, tot }
}

export function isHele({ van, tot }: Deeldatum): boolean {
  return van === tot
}

/** Of age on a day, or not, or not to be said. */
export function isMeerderjarig(geboren: Deeldatum | undefined, op: Datum): boolean | undefined {
  if (geboren === undefined) return undefined
  const hoogst = leeftijdOp(geboren.van, op) >= 18
  const laagst = leeftijdOp(geboren.tot, op) >= 18
  return hoogst === laagst ? hoogst : undefined
}
