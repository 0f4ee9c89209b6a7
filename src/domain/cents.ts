declare const merk: unique symbol

/** A whole number of cents, in a currency that stands beside it. Exact: never a fraction, never too large. */
export type Cents = number & { readonly [merk]: 'Cents' }

/** Refuses fractions and what a double cannot count exactly; -0 becomes 0. */
export function parseCents(waarde: unknown): Cents | undefined {
  if (typeof waarde !== 'number' || !Number.isSafeInteger(waarde)) return undefined
  // The check above is the proof of this cast.
  return (waarde + 0) as Cents
}
