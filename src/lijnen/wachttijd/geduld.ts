import {
  bekend,
  belasting,
  type Drukte,
  isPositief,
  keurDrukte,
  onbekend,
  type Uitkomst,
  type Wachtbeeld,
} from './uitkomst.ts'

/** With people who hang up. `gemiddeldMinuten` is over all of them, who hang up included. */
export interface Geduldbeeld extends Wachtbeeld {
  /** The part that hangs up before it is their turn, from 0 to 1. */
  readonly kansAfhaken: number
  /** The part of their time that people are busy, from 0 to 1; never above, however much comes in. */
  readonly bezetting: number
}

/** Named limit of the states that are walked. */
const HOOGSTENS_STANDEN = 2_000_000
/** What weighs less than this beside the heaviest state changes no digit of the answer. */
const VERWAARLOOSBAAR = 1e-20

/**
 * Erlang A (M/M/c+M; C. Palm 1957; Garnett, Mandelbaum and Reiman, M&SOM 4, 2002): whoever waits hangs up after an
 * exponential time, `geduldMinuten` on average. It has an answer above 100 % too, because then more people hang up.
 *
 * The birth-death chain, normalised numerically: weights beside that of the topstand state, from there in both
 * directions, so that each step multiplies by at most 1 and nothing overflows.
 */
export function metGeduld(drukte: Drukte, geduldMinuten: number): Uitkomst<Geduldbeeld> {
  const reden = keurDrukte(drukte) ?? (isPositief(geduldMinuten) ? undefined : 'geduld')
  if (reden !== undefined) return onbekend(reden)
  const { medewerkers, perMinuut, behandelMinuten } = drukte
  if (perMinuut === 0) return bekend({ kansWachten: 0, gemiddeldMinuten: 0, kansAfhaken: 0, bezetting: 0 })
  /** How fast one leaves when there are `n`. */
  const weg = (n: number): number =>
    Math.min(n, medewerkers) / behandelMinuten + Math.max(0, n - medewerkers) / geduldMinuten
  const top = topstand(drukte, geduldMinuten)

  let [som, bezig, wacht, rij] = [0, 0, 0, 0]
  let standen = 0
  const tel = (n: number, gewicht: number): void => {
    som += gewicht
    bezig += gewicht * Math.min(n, medewerkers)
    if (n >= medewerkers) wacht += gewicht
    rij += gewicht * Math.max(0, n - medewerkers)
    standen++
  }
  tel(top, 1)
  for (let n = top, w = 1; n > 0 && w > VERWAARLOOSBAAR; n--) {
    if (standen > HOOGSTENS_STANDEN) return onbekend('te-groot')
    w *= weg(n) / perMinuut
    tel(n - 1, w)
  }
  for (let n = top + 1, w = 1; w > VERWAARLOOSBAAR; n++) {
    if (standen > HOOGSTENS_STANDEN) return onbekend('te-groot')
    w *= perMinuut / weg(n)
    tel(n, w)
  }
  const gemiddeldeRij = rij / som
  return bekend({
    kansWachten: wacht / som,
    gemiddeldMinuten: gemiddeldeRij / perMinuut,
    kansAfhaken: gemiddeldeRij / geduldMinuten / perMinuut,
    bezetting: bezig / som / medewerkers,
  })
}

/** The last state into which more come than leave it. */
function topstand(drukte: Drukte, geduldMinuten: number): number {
  const { medewerkers, perMinuut, behandelMinuten } = drukte
  const { erlang } = belasting(drukte)
  if (erlang < medewerkers) return Math.floor(erlang)
  return medewerkers + Math.floor((perMinuut - medewerkers / behandelMinuten) * geduldMinuten)
}
