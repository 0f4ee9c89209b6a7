import { drukteVan, type Modelvraag, rijmodel, voorrangsmodel } from './wachtmodel.ts'
import type { Uitkomst } from './wachttijd/uitkomst.ts'

export interface Gevoeligheid {
  /** Lane calls, beside the public calls of before: 0.03 is three for each hundred. */
  readonly aandeelLijn: number
  /** Public calls that no longer come because of one lane call: who was helped at once does not call back. */
  readonly vermeden: number
  /** What comes in, of both kinds, as a part of what they can do; without people who hang up 1 or more does not fit. */
  readonly bezetting: number
  readonly wacht: Uitkomst<{
    readonly lijnMinuten: number
    readonly publiekMinuten: number
    /** Against one queue with the public calls of before: 0.03 is three percent longer. Unknown where that has no answer. */
    readonly publiekTegenNu: number | undefined
  }>
}

/**
 * What the lane does to everybody when its calls come on top of those of now: neutral at one public call avoided per lane
 * call, heavier below, lighter above. Calls of both kinds last equally long. A model, not a measurement: `vermeden` is
 * what has to be measured.
 */
export function gevoeligheid(
  vraag: Omit<Modelvraag, 'aandeelLijn' | 'eigenTeam'>,
  { aandelen, vermeden }: { readonly aandelen: readonly number[]; readonly vermeden: readonly number[] },
): readonly Gevoeligheid[] {
  const nu = drukteVan(vraag)
  const zonder = rijmodel(nu, vraag.geduldMinuten)
  const nuMinuten = zonder.soort === 'bekend' ? zonder.waarde.gemiddeldMinuten : 0
  return aandelen.flatMap((aandeelLijn) =>
    vermeden.map((k): Gevoeligheid => {
      const { perMinuut, deel } = metVermeden(nu.perMinuut, aandeelLijn, k)
      const { lijn, publiek } = voorrangsmodel({ ...nu, perMinuut }, deel, vraag.geduldMinuten)
      const bezetting = (perMinuut * nu.behandelMinuten) / nu.medewerkers
      if (lijn.soort !== 'bekend') return { aandeelLijn, vermeden: k, bezetting, wacht: lijn }
      if (publiek.soort !== 'bekend') return { aandeelLijn, vermeden: k, bezetting, wacht: publiek }
      const publiekMinuten = publiek.waarde.gemiddeldMinuten
      return {
        ...{ aandeelLijn, vermeden: k, bezetting },
        wacht: {
          soort: 'bekend',
          waarde: {
            lijnMinuten: lijn.waarde.gemiddeldMinuten,
            publiekMinuten,
            publiekTegenNu: nuMinuten > 0 ? publiekMinuten / nuMinuten - 1 : undefined,
          },
        },
      }
    }),
  )
}

/** What comes in, and the part of it over the lane; no more public calls are avoided than there were. */
export function metVermeden(
  perMinuut: number,
  aandeelLijn: number,
  vermeden: number,
): { readonly perMinuut: number; readonly deel: number } {
  const lijn = perMinuut * aandeelLijn
  const samen = lijn + Math.max(0, perMinuut - vermeden * lijn)
  return { perMinuut: samen, deel: samen === 0 ? 0 : lijn / samen }
}
