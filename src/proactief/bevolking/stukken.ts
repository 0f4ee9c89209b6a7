/** The country in pieces that can each be made alone: households of one municipality and water board. */
import type { GebiedInfo } from '../../engine/index.ts'
import { gemeentecijfer } from './gemeenten.ts'
import { MARGES, type Zekerheid } from './marges.ts'
import { samenstellingen } from './samenstelling.ts'

export interface Stuk {
  /** Together with the seed it decides who lives there. */
  readonly nr: number
  readonly provincie: string
  readonly gemeente: string
  /** Of a municipality with several: the homes of one of them. */
  readonly waterschap: string | undefined
  readonly huishoudens: number
  /** Of the homes there, the rented ones: 0 to 1. */
  readonly huur: number
  /** Shares of the kinds of household (SOORTEN); together 1. */
  readonly soorten: readonly number[]
}

export interface Gemeentedeel {
  readonly gemeente: string
  readonly provincie: string
  readonly huishoudens: number
  /** People in a private household there, on average, where that is known. */
  readonly grootte: number | undefined
  /** Of the homes there, the rented ones: 0 to 1. */
  readonly huur: number
  /** Of the number of people that this number of households follows from. */
  readonly zekerheid: Zekerheid
}

/** Households and people in institutions: those are counted as households of one. */
export const HUISHOUDENS = Object.values(MARGES.huishoudens.waarde).reduce((a, b) => a + b, 0)
/** People in a private household of the country, on average. */
const GROOTTE =
  (MARGES.mensen.waarde - MARGES.huishoudens.waarde.instelling) /
  (HUISHOUDENS - MARGES.huishoudens.waarde.instelling)
/** At most this many households in a piece: its columns fit in a few megabytes. */
const STUK = 16_384

/**
 * Households per municipality: its people of 2023, grown as its province did since, by how many live together there.
 * One that is newer than the table gets an even part of what the others leave of its province.
 */
export function gemeentedelen(
  gebieden: ReadonlyMap<string, GebiedInfo>,
  totaal: number,
): readonly Gemeentedeel[] {
  const rijen = Object.entries(MARGES.provincies.waarde).flatMap(([provincie, mensen]) => {
    const codes = [...gebieden.values()]
      .filter((g) => g.soort === 'gemeente' && g.in.includes(provincie))
      .map((g) => g.code)
      .sort()
    const bekend = codes.map((c) => gemeentecijfer(c))
    const geteld = bekend.reduce((s, b) => s + (b?.inwoners ?? 0), 0)
    const nieuw = bekend.filter((b) => b === undefined).length
    const rest = nieuw === 0 ? 0 : Math.max(mensen - geteld, (mensen * nieuw) / codes.length)
    return codes.map((gemeente, i) => {
      const b = bekend[i]
      const inwoners = ((b?.inwoners ?? rest / nieuw) * mensen) / (geteld + rest)
      return {
        ...{ gemeente, provincie, gewicht: inwoners / (b?.grootte ?? GROOTTE), grootte: b?.grootte },
        huur: b?.huur ?? MARGES.huur.waarde[provincie] ?? 0,
        zekerheid: b?.zekerheid ?? 'aangenomen',
      }
    })
  })
  const huishoudens = verdeel(
    totaal,
    rijen.map((r) => r.gewicht),
  )
  return rijen.map(({ gewicht: _, ...rij }, i) => ({ ...rij, huishoudens: huishoudens[i] ?? 0 }))
}

/** `totaal`: how many households; the whole country without it. */
export function stukkenVan(gebieden: ReadonlyMap<string, GebiedInfo>, totaal = HUISHOUDENS): readonly Stuk[] {
  const uit: Stuk[] = []
  const gemeenten = gemeentedelen(gebieden, totaal)
  const delenPer = samenstellingen(gemeenten)
  for (const [g, { gemeente, provincie, huishoudens, huur }] of gemeenten.entries()) {
    const soorten = delenPer[g] ?? []
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
        uit.push({
          nr: uit.length,
          ...{ provincie, gemeente, waterschap: delen[i], huishoudens: aantal, huur, soorten },
        })
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
