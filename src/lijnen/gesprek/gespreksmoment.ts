import { BEL_MS, type Belgesprek, CODE_MS, GESPREK_MS } from './belgesprek.ts'

/** When time alone does something in a call next (`naTijd`); absent: it is over. */
export function volgendeMs({ begonnenMs, beeindigdMs, deelnemers }: Belgesprek): number | undefined {
  if (beeindigdMs !== undefined) return undefined
  const momenten = deelnemers.map(({ partij, stand, sindsMs }) => {
    if (stand === 'gaat-over') return sindsMs + (partij.soort === 'gast' ? CODE_MS : BEL_MS)
    return stand === 'in-gesprek' && partij.soort === 'telefoon' ? (partij.geldigTotMs ?? Infinity) : Infinity
  })
  return Math.min(begonnenMs + GESPREK_MS, ...momenten)
}
