import { metGeduld } from './geduld.ts'
import { bekend, type Drukte, isPositief, onbekend, type Uitkomst, type Wachtbeeld } from './uitkomst.ts'

export interface TweeKlassenMetGeduld {
  readonly lijn: Wachtbeeld
  readonly publiek: Wachtbeeld
  readonly eenRij: Wachtbeeld
  /** The part of all calls that hangs up; in which order they are helped changes nothing of it. */
  readonly kansAfhaken: number
}

/** What weighs less than this beside an empty queue changes no digit. */
const VERWAARLOOSBAAR = 1e-18

/**
 * Two classes of people who hang up, equally patient, the lane first and no call broken off. It has an answer above
 * 100 % too.
 *
 * As long as everybody is busy, those of the lane who wait come at their own pace and leave at that of all people
 * together, or because they hang up; what the public does is nothing to them. Everybody is busy as often as in one queue
 * (`metGeduld`), so that this part of the birth-death chain gives how many of the lane wait. The public is the rest of
 * the queue, which is as long in whatever order one helps. Means over everybody, who hang up included.
 */
export function tweeKlassenMetGeduld(
  drukte: Drukte,
  aandeelLijn: number,
  geduldMinuten: number,
): Uitkomst<TweeKlassenMetGeduld> {
  if (!(aandeelLijn >= 0 && aandeelLijn <= 1)) return onbekend('aandeel')
  if (!isPositief(geduldMinuten)) return onbekend('geduld')
  const samen = metGeduld(drukte, geduldMinuten)
  if (samen.soort !== 'bekend') return samen
  const { kansWachten, gemiddeldMinuten, kansAfhaken } = samen.waarde
  const lijnPerMinuut = drukte.perMinuut * aandeelLijn
  const gewogen = wachtendenVanLijn(lijnPerMinuut, drukte, geduldMinuten)
  const lijnMinuten =
    lijnPerMinuut > 0
      ? (kansWachten * gewogen) / lijnPerMinuut
      : kansWachten * eersteWacht(drukte, geduldMinuten)
  const publiekDeel = 1 - aandeelLijn
  const publiekMinuten =
    publiekDeel > 0
      ? Math.max(0, (gemiddeldMinuten - aandeelLijn * lijnMinuten) / publiekDeel)
      : gemiddeldMinuten
  return bekend({
    lijn: { kansWachten, gemiddeldMinuten: lijnMinuten },
    publiek: { kansWachten, gemiddeldMinuten: publiekMinuten },
    eenRij: { kansWachten, gemiddeldMinuten },
    kansAfhaken,
  })
}

/** So many of the lane wait on average while everybody is busy. */
function wachtendenVanLijn(lijnPerMinuut: number, drukte: Drukte, geduldMinuten: number): number {
  const klaarPerMinuut = drukte.medewerkers / drukte.behandelMinuten
  let [som, rij] = [1, 0]
  for (let n = 1, gewicht = 1; gewicht > som * VERWAARLOOSBAAR; n++) {
    gewicht *= lijnPerMinuut / (klaarPerMinuut + n / geduldMinuten)
    som += gewicht
    rij += n * gewicht
  }
  return rij / som
}

/** Nobody else of the lane: until somebody is ready, or until this one hangs up. */
function eersteWacht({ medewerkers, behandelMinuten }: Drukte, geduldMinuten: number): number {
  return 1 / (medewerkers / behandelMinuten + 1 / geduldMinuten)
}
