/** From values to places in a drawing, and the round values that an axis names. */

export type Schaal = (waarde: number) => number
export type Stuk = readonly [van: number, tot: number]

export function lineair([d0, d1]: Stuk, [b0, b1]: Stuk): Schaal {
  const breedte = d1 - d0
  return (waarde) => (breedte === 0 ? b0 : b0 + ((waarde - d0) / breedte) * (b1 - b0))
}

/** Steps of 1, 2, 2½ or 5 times a power of ten, that together give at most `hoogstens` values between the two. */
export function rondeTreden([van, tot]: Stuk, hoogstens: number): readonly number[] {
  if (!(tot > van) || hoogstens < 2) return [van]
  const ruw = (tot - van) / (hoogstens - 1)
  const macht = 10 ** Math.floor(Math.log10(ruw))
  for (const keer of [1, 2, 2.5, 5, 10, 20]) {
    const trede = keer * macht
    const eerste = Math.ceil(van / trede - 1e-9)
    const aantal = Math.floor(tot / trede + 1e-9) - eerste + 1
    if (aantal <= hoogstens) return Array.from({ length: aantal }, (_, i) => (eerste + i) * trede)
  }
  return [van]
}

/** The end of an axis: the first round step at or above the highest value, so that nothing touches the edge. */
export function rondEinde(hoogste: number, treden: number): number {
  const ruw = Math.max(hoogste, 1) / treden
  const macht = 10 ** Math.floor(Math.log10(ruw))
  const keer = [1, 2, 2.5, 5, 10].find((k) => k * macht >= ruw - 1e-9) ?? 10
  return Math.ceil(Math.max(hoogste, 1) / (keer * macht) - 1e-9) * keer * macht
}

/** A coordinate: one decimal is finer than a screen, and keeps the page small. */
export function plek(getal: number): number {
  return Math.round(getal * 10) / 10
}
