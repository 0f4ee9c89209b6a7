/** What the processes of bench/inwoner.ts must agree on. */

/** So long a register takes, and so much of each question to another organisation is not our own time. */
export const registerMs = 50

/** How many milliseconds an organisation says that it had a question in hand, by its own clock. */
export const duurkop = 'x-duurde'

/** When whoever asks began, in milliseconds since 1970: a server that is too busy to hear a question is slow as well. */
export const beginkop = 'x-begonnen'
/** Names one step of one person, so that the server can say what it waited for in it. */
export const stapkop = 'x-meting'

export interface Wachttijd {
  readonly stap: string
  /** How long at least one question to another organisation was out, at most as long as that one says it took. */
  readonly wachtMs: number
  /** From when it was asked until the last byte of the answer was handed over: what who asks does after is not ours. */
  readonly duurMs: number
}

/** The length of the union of some stretches of time. */
export function samenMs(stukken: readonly { readonly van: number; readonly tot: number }[]): number {
  let samen = 0
  let tot = Number.NEGATIVE_INFINITY
  for (const stuk of stukken.toSorted((a, b) => a.van - b.van)) {
    samen += Math.max(0, stuk.tot - Math.max(stuk.van, tot))
    tot = Math.max(tot, stuk.tot)
  }
  return samen
}
