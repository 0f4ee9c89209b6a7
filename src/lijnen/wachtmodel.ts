/**
 * The question of whoever has to decide: with these people, so busy, and such a part of the calls from professionals, who
 * waits how long in one queue, with a lane, with a team of their own? A model, not a measurement: calls come by chance,
 * last exponentially long, and everybody can take each of them.
 */
import { binnen, eenRij, kwantiel } from './wachttijd/erlang.ts'
import { metGeduld } from './wachttijd/geduld.ts'
import { bekend, type Drukte, type Uitkomst, type Wachtverdeling } from './wachttijd/uitkomst.ts'
import { tweeKlassen } from './wachttijd/voorrang.ts'
import { tweeKlassenMetGeduld } from './wachttijd/voorrang-geduld.ts'

export interface Modelvraag {
  readonly medewerkers: number
  /** What comes in, as a part of what they can do: 0.95. Above 1 it does not fit, unless people hang up. */
  readonly bezetting: number
  /** Of the calls, from 0 to 1. */
  readonly aandeelLijn: number
  readonly behandelMinuten: number
  /** On average; absent: nobody hangs up. */
  readonly geduldMinuten?: number | undefined
  /** So many of the people form a team of their own in the third arrangement. */
  readonly eigenTeam: number
}

export const modelvormen = ['een-rij', 'voorrang', 'eigen-team'] as const
export type Modelvorm = (typeof modelvormen)[number]

/** Times in minutes, over everybody of that kind. The last two only where a formula gives them. */
export interface Modelwacht {
  readonly gemiddeldMinuten: number
  readonly p90Minuten: number | undefined
  readonly binnen20: number | undefined
}

/** Of one arrangement. */
export interface Modelbeeld {
  readonly lijn: Uitkomst<Modelwacht>
  readonly publiek: Uitkomst<Modelwacht>
}

export function drukteVan({
  medewerkers,
  bezetting,
  behandelMinuten,
}: Pick<Modelvraag, 'medewerkers' | 'bezetting' | 'behandelMinuten'>): Drukte {
  return { medewerkers, behandelMinuten, perMinuut: (medewerkers * bezetting) / behandelMinuten }
}

export function rekenModel(vraag: Modelvraag): Readonly<Record<Modelvorm, Modelbeeld>> {
  const drukte = drukteVan(vraag)
  const { aandeelLijn, eigenTeam, geduldMinuten } = vraag
  const deel = (medewerkers: number, aandeel: number) =>
    rijmodel({ ...drukte, medewerkers, perMinuut: drukte.perMinuut * aandeel }, geduldMinuten)
  const samen = rijmodel(drukte, geduldMinuten)
  return {
    'een-rij': { lijn: samen, publiek: samen },
    voorrang: voorrangsmodel(drukte, aandeelLijn, geduldMinuten),
    'eigen-team': {
      lijn: deel(eigenTeam, aandeelLijn),
      publiek: deel(vraag.medewerkers - eigenTeam, 1 - aandeelLijn),
    },
  }
}

export function rijmodel(drukte: Drukte, geduldMinuten: number | undefined): Uitkomst<Modelwacht> {
  if (geduldMinuten === undefined) return verdeeld(eenRij(drukte))
  return gemiddelde(metGeduld(drukte, geduldMinuten))
}

export function voorrangsmodel(
  drukte: Drukte,
  aandeelLijn: number,
  geduldMinuten: number | undefined,
): Modelbeeld {
  if (geduldMinuten === undefined) {
    const uit = tweeKlassen(drukte, aandeelLijn)
    if (uit.soort !== 'bekend') return { lijn: uit, publiek: uit }
    return { lijn: verdeeld(bekend(uit.waarde.lijn)), publiek: gemiddelde(bekend(uit.waarde.publiek)) }
  }
  const uit = tweeKlassenMetGeduld(drukte, aandeelLijn, geduldMinuten)
  if (uit.soort !== 'bekend') return { lijn: uit, publiek: uit }
  return { lijn: gemiddelde(bekend(uit.waarde.lijn)), publiek: gemiddelde(bekend(uit.waarde.publiek)) }
}

/** Without people who hang up the whole distribution is known. */
function verdeeld(uit: Uitkomst<Wachtverdeling>): Uitkomst<Modelwacht> {
  if (uit.soort !== 'bekend') return uit
  const snel = binnen(uit.waarde, 20 / 60)
  const p90 = kwantiel(uit.waarde, 0.9)
  return bekend({
    gemiddeldMinuten: uit.waarde.gemiddeldMinuten,
    p90Minuten: p90.soort === 'bekend' ? p90.waarde : undefined,
    binnen20: snel.soort === 'bekend' ? snel.waarde : undefined,
  })
}

function gemiddelde(uit: Uitkomst<{ readonly gemiddeldMinuten: number }>): Uitkomst<Modelwacht> {
  if (uit.soort !== 'bekend') return uit
  return bekend({
    gemiddeldMinuten: uit.waarde.gemiddeldMinuten,
    p90Minuten: undefined,
    binnen20: undefined,
  })
}

/** How much longer the public waits with the lane than in one queue: 0.03 is three percent. Unknown where nobody waits. */
export function publiekLanger(beeld: Readonly<Record<Modelvorm, Modelbeeld>>): number | undefined {
  const { publiek } = beeld.voorrang
  const samen = beeld['een-rij'].publiek
  if (publiek.soort !== 'bekend' || samen.soort !== 'bekend') return undefined
  const nu = samen.waarde.gemiddeldMinuten
  return nu > 0 ? publiek.waarde.gemiddeldMinuten / nu - 1 : undefined
}
