/** The country in pieces that can each be made alone: households of one municipality and water board. */
import type { GebiedInfo } from '../../engine/index.ts'
import { inwoners } from './gemeenten.ts'
import { MARGES, type Zekerheid } from './marges.ts'

export interface Stuk {
  /** Together with the seed it decides who lives there. */
  readonly nr: number
  readonly provincie: string
  readonly gemeente: string
  /** Of a municipality with several: the homes of one of them. */
  readonly waterschap: string | undefined
  readonly huishoudens: number
}

export interface Gemeentedeel {
  readonly gemeente: string
  readonly provincie: string
  readonly huishoudens: number
  /** Of the number of people that this number of households follows from. */
  readonly zekerheid: Zekerheid
}

/** Households and people in institutions: those are counted as households of one. */
export const HUISHOUDENS = Object.values(MARGES.huishoudens.waarde).reduce((a, b) => a + b, 0)
/** At most this many households in a piece: its columns fit in a few megabytes. */
const STUK = 16_384

/** Households per municipality: those of a province follow its people, and within it those of its municipalities. */
export function gemeentedelen(
  gebieden: ReadonlyMap<string, GebiedInfo>,
  totaal: number,
): readonly Gemeentedeel[] {
  const provincies = Object.entries(MARGES.provincies.waarde)
  const perProvincie = verdeel(
    totaal,
    provincies.map(([, n]) => n),
  )
  return provincies.flatMap(([provincie, mensen], i) => {
    const codes = [...gebieden.values()]
      .filter((g) => g.soort === 'gemeente' && g.in.includes(provincie))
      .map((g) => g.code)
      .sort()
    const bekend = codes.map((c) => inwoners(c))
    const rest = Math.max(0, mensen - bekend.reduce((s, b) => s + (b?.aantal ?? 0), 0))
    const zonder = bekend.filter((b) => b === undefined).length
    const huishoudens = verdeel(
      perProvincie[i] ?? 0,
      bekend.map((b) => b?.aantal ?? rest / zonder),
    )
    return codes.map((gemeente, n) => ({
      gemeente,
      provincie,
      huishoudens: huishoudens[n] ?? 0,
      zekerheid: bekend[n]?.zekerheid ?? 'aangenomen',
    }))
  })
}

/** `totaal`: how many households; the whole country without it. */
export function stukkenVan(gebieden: ReadonlyMap<string, GebiedInfo>, totaal = HUISHOUDENS): readonly Stuk[] {
  const uit: Stuk[] = []
  for (const { gemeente, provincie, huishoudens } of gemeentedelen(gebieden, totaal)) {
    const borden = gebieden.get(gemeente)?.waterschappen ?? []
    const delen: readonly (string | undefined)[] = borden.length > 1 ? borden : [borden[0]]
    // Which homes lie in which water board is known per address alone: an even split is a guess.
    verdeel(
      huishoudens,
      delen.map(() => 1),
    ).forEach((n, i) => {
      const keren = Math.ceil(n / STUK)
      for (const aantal of verdeel(
        n,
        Array.from({ length: keren }, () => 1),
      ))
        uit.push({ nr: uit.length, provincie, gemeente, waterschap: delen[i], huishoudens: aantal })
    })
  }
  return uit
}

/** Whole numbers that add up to the total, as near to the weights as can be (largest remainders first). */
function verdeel(totaal: number, gewichten: readonly number[]): readonly number[] {
  const som = gewichten.reduce((a, b) => a + b, 0)
  const precies = gewichten.map((g) => (totaal * g) / som)
  const uit = precies.map(Math.floor)
  const over = totaal - uit.reduce((a, b) => a + b, 0)
  const volgorde = precies
    .map((p, i) => [p - Math.floor(p), i] as const)
    .sort(([a, i], [b, j]) => b - a || i - j)
  for (const [, i] of volgorde.slice(0, over)) uit[i] = (uit[i] ?? 0) + 1
  return uit
}
