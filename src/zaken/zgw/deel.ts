/** A part of a case, and whether it is all of it. */
export interface Deel<T> {
  readonly rijen: readonly T[]
  readonly isVolledig: boolean
}
