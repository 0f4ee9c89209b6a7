/** What was just answered, for one line on the page; `al` and `oud` say why it did not count. */
export const standen = ['ja', 'deels', 'nee', 'bedankt', 'al', 'oud'] as const
export type Gelukstand = (typeof standen)[number]

export interface Gelukplek {
  /** By which way it came to them, when that was not this website. */
  readonly kanaal?: 'brief'
  readonly stap: string
  /** The end of a step: the question stands open. */
  readonly isEinde: boolean
  readonly stand: Gelukstand | undefined
  /** Signed for this step, and different each time. */
  readonly stempel: string
  /** Where one comes back to, without language; absent where that cannot be. */
  readonly terug: string | undefined
}

export function leesStand(waarde: string | null): Gelukstand | undefined {
  return standen.find((een) => een === waarde)
}
