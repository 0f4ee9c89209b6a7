import type { Belgesprek } from './belgesprek.ts'

/** A telephone that is in the call no more, and by which any node hangs up for it. */
export interface Losgelaten {
  readonly deelnemer: string
  readonly lijn: string
}

/** The call as it is kept, without lines of telephones that are in it no more; and those lines, once, for who writes it. */
export function scheidLijnen(gesprek: Belgesprek): {
  readonly gesprek: Belgesprek
  readonly los: readonly Losgelaten[]
} {
  const los: Losgelaten[] = []
  const deelnemers = gesprek.deelnemers.map((een) => {
    if (een.partij.soort !== 'telefoon' || een.partij.lijn === undefined || een.stand === 'in-gesprek')
      return een
    const { lijn, ...partij } = een.partij
    los.push({ deelnemer: een.id, lijn })
    return { ...een, partij }
  })
  return los.length === 0 ? { gesprek, los } : { gesprek: { ...gesprek, deelnemers }, los }
}
