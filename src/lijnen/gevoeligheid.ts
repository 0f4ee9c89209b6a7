import { eenRij } from './wachttijd/erlang.ts'
import type { Drukte, Uitkomst } from './wachttijd/uitkomst.ts'
import { type TweeKlassen, tweeKlassen } from './wachttijd/voorrang.ts'

export interface Gevoeligheid {
  /** Lane calls, beside the public calls of before: 0.03 is three for each hundred. */
  readonly aandeelLijn: number
  /** Public calls that no longer come because of one lane call: who was helped at once does not call back. */
  readonly vermeden: number
  /** What comes in, of both kinds. */
  readonly perMinuut: number
  /** From 0; at 1 or more it does not fit. */
  readonly bezetting: number
  readonly wacht: Uitkomst<TweeKlassen & { readonly publiekTegenNu: number | undefined }>
}

/**
 * What the lane does to everybody when its calls come on top of those of now: neutral at one public call avoided per lane
 * call, heavier below, lighter above. Calls of both kinds last equally long. A model, not a measurement: `vermeden` is
 * what has to be measured.
 */
export function gevoeligheid(
  nu: Drukte,
  { aandelen, vermeden }: { readonly aandelen: readonly number[]; readonly vermeden: readonly number[] },
): readonly Gevoeligheid[] {
  const zonder = eenRij(nu)
  const nuMinuten = zonder.soort === 'bekend' ? zonder.waarde.gemiddeldMinuten : 0
  return aandelen.flatMap((aandeelLijn) =>
    vermeden.map((k): Gevoeligheid => {
      const { perMinuut, deel } = metVermeden(nu.perMinuut, aandeelLijn, k)
      const uit = tweeKlassen({ ...nu, perMinuut }, deel)
      return {
        aandeelLijn,
        vermeden: k,
        perMinuut,
        bezetting: (perMinuut * nu.behandelMinuten) / nu.medewerkers,
        wacht:
          uit.soort === 'bekend'
            ? {
                soort: 'bekend',
                waarde: {
                  ...uit.waarde,
                  publiekTegenNu:
                    nuMinuten > 0 ? uit.waarde.publiek.gemiddeldMinuten / nuMinuten - 1 : undefined,
                },
              }
            : uit,
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
