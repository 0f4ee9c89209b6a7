/** Which kinds of household a municipality has: as large on average as counted there, and all together as the country. */
import { MARGES, SOORTEN } from './marges.ts'

const PARTICULIER = SOORTEN.length - 1
/** Named limit: rounds of raking; after ten the shares move in the sixth decimal. */
const RONDEN = 25
const STAPPEN = 40

/** People in a household of each kind, on average, as they are made; the last kind are people in institutions. */
const GROOTTE = SOORTEN.map((soort) => {
  const tal = MARGES.kindertal.waarde[soort]
  const [een = 0, twee = 0, meer = 0] = tal ?? []
  const drie = MARGES.drieOfMeer.waarde.reduce((n, deel, i) => n + deel * (3 + i), 0)
  const kinderen = tal ? (een + 2 * twee + drie * meer) / (een + twee + meer) : 0
  const volwassenen = soort === 'alleen' || soort === 'een-ouder' ? 1 : soort === 'overig' ? 2.5 : 2
  return volwassenen + kinderen
})

export interface Plaatsgrootte {
  readonly huishoudens: number
  /** People in a private household, on average; without it as in the country. */
  readonly grootte: number | undefined
}

/**
 * Shares of the kinds (SOORTEN) per place. Of all divisions with the right mean size the one nearest to the country is
 * taken (weights e^(θ·size)), and the kinds are scaled until their sum over all places is that of the country.
 */
export function samenstellingen(plaatsen: readonly Plaatsgrootte[]): readonly (readonly number[])[] {
  const landelijk = SOORTEN.map((s) => MARGES.huishoudens.waarde[s])
  const alles = landelijk.reduce((a, b) => a + b, 0)
  const instelling = (landelijk[PARTICULIER] ?? 0) / alles
  const doel = landelijk.slice(0, PARTICULIER).map((n) => n / (alles * (1 - instelling)))
  const gemiddeld = som(doel, GROOTTE)
  const totaal = plaatsen.reduce((n, p) => n + p.huishoudens, 0)
  // Counted sizes are of another year and rounded: together they must be the size of the country.
  const geteld = plaatsen.reduce((n, p) => n + p.huishoudens * (p.grootte ?? gemiddeld), 0) / totaal
  const maten = plaatsen.map((p) => ((p.grootte ?? gemiddeld) * gemiddeld) / geteld)
  let schaal = [...doel]
  let uit: (readonly number[])[] = []
  for (let ronde = 0; ronde < RONDEN; ronde++) {
    uit = maten.map((maat) => metGrootte(schaal, maat))
    schaal = schaal.map((a, s) => {
      const nu =
        uit.reduce((n, delen, i) => n + (delen[s] ?? 0) * (plaatsen[i]?.huishoudens ?? 0), 0) / totaal
      return (a * (doel[s] ?? 0)) / nu
    })
  }
  return uit.map((delen) => [...delen.map((d) => d * (1 - instelling)), instelling])
}

/** Shares in proportion to `schaal` × e^(θ·size), with θ such that the mean size is `maat` (by halving). */
function metGrootte(schaal: readonly number[], maat: number): readonly number[] {
  let [laag, hoog] = [-8, 8]
  let delen: readonly number[] = schaal
  for (let i = 0; i < STAPPEN; i++) {
    const theta = (laag + hoog) / 2
    const gewicht = schaal.map((a, s) => a * Math.exp(theta * ((GROOTTE[s] ?? 0) - maat)))
    const heel = gewicht.reduce((a, b) => a + b, 0)
    delen = gewicht.map((g) => g / heel)
    if (som(delen, GROOTTE) < maat) laag = theta
    else hoog = theta
  }
  return delen
}

function som(delen: readonly number[], maten: readonly number[]): number {
  return delen.reduce((n, d, s) => n + d * (maten[s] ?? 0), 0)
}
