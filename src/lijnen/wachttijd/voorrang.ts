import { eenRij } from './erlang.ts'
import {
  bekend,
  belasting,
  type Drukte,
  onbekend,
  type Uitkomst,
  type Wachtbeeld,
  type Wachtverdeling,
} from './uitkomst.ts'

export interface TweeKlassen {
  readonly lijn: Wachtverdeling
  readonly publiek: Wachtbeeld
  /** Everybody in one queue, with the same people: what it is compared with. */
  readonly eenRij: Wachtverdeling
  /** How much longer the public waits than in one queue: 0.03 is three percent. */
  readonly publiekExtra: number
}

/**
 * Two classes, calls equally long, the lane first and no call broken off (A. Cobham, Operations Research 2, 1954; for
 * more people at once O. Kella and U. Yechiali, Stochastic Models 1, 1985). `aandeelLijn`: the part of the calls that
 * comes over the lane, from 0 to 1.
 *
 * What is won by the one is lost by the other: ρ1·W1 + ρ2·W2 = ρ·W.
 */
export function tweeKlassen(drukte: Drukte, aandeelLijn: number): Uitkomst<TweeKlassen> {
  if (!(aandeelLijn >= 0 && aandeelLijn <= 1)) return onbekend('aandeel')
  const samen = eenRij(drukte)
  if (samen.soort !== 'bekend') return samen
  const { kansWachten, tempoPerMinuut } = samen.waarde
  const vrijVanLijn = 1 - belasting(drukte).bezetting * aandeelLijn
  const volTempo = drukte.medewerkers / drukte.behandelMinuten
  // Whoever waits with precedence waits for a free hand, and behind the others of the lane alone.
  const lijnTempo = volTempo * vrijVanLijn
  return bekend({
    lijn: { kansWachten, tempoPerMinuut: lijnTempo, gemiddeldMinuten: kansWachten / lijnTempo },
    publiek: { kansWachten, gemiddeldMinuten: kansWachten / (tempoPerMinuut * vrijVanLijn) },
    eenRij: samen.waarde,
    publiekExtra: publiekGrens(1 - vrijVanLijn),
  })
}

/**
 * The longest that the public can wait more than in one queue when the lane takes at most that part of everybody's time:
 * 1/(1-ρ1) - 1. It holds for any number of people and however busy they are.
 */
export function publiekGrens(plafond: number): number {
  return 1 / (1 - plafond) - 1
}
