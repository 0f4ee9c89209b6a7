/** Sums of a whole country or municipality: whole euros, and large ones as one says them. */
import type { Spraak } from './spraak.ts'

/** Whole euros, with a sign for what is less. */
export function euro({ geld }: Spraak, centen: number): string {
  const heel = Math.round(centen / 100) * 100
  return heel < 0 ? `−${geld(-heel, 'EUR')}` : geld(heel, 'EUR')
}

/** «€ 467 miljoen», «€ 1,47 miljard»; below a million whole euros. @param centen Whole or broken, also negative. */
export function grootGeld(spraak: Spraak, centen: number): string {
  const miljoen = Math.abs(centen) / 1e8
  if (miljoen < 1) return euro(spraak, centen)
  const [getal, woord] = miljoen >= 1000 ? [miljoen / 1000, 'miljard'] : [miljoen, 'miljoen']
  const afgerond = spraak.getal(Number(getal.toPrecision(3)))
  return `${centen < 0 ? '−' : ''}${spraak.t(`algemeen.som.${woord}`, { getal: afgerond })}`
}
