/** What made a day count: an age, another text of the law, a new year. Only where the rules themselves say which. Pure. */
import { type Corpus, type Jarige, type Oorzaak, parseHuishouden } from '../../engine/index.ts'
import { parseDatum, plusDagen } from '../../kalender/index.ts'
import type { Dossier } from './herziening.ts'
import { tijdlijn } from './tijdlijn.ts'

/** `situatie`: something in their answers or a register that began or ended on a day that was known beforehand. */
export const tijdsoorten = [
  'leeftijd-aanvrager',
  'leeftijd-partner',
  'leeftijd-kinderen',
  'leeftijd-medebewoners',
  'aow-aanvrager',
  'aow-partner',
  'aow-medebewoners',
  'nieuw-jaar',
  'nieuw-jaar-bedragen',
  'nieuwe-bedragen',
  'nieuwe-regels',
  'nieuwe-maand',
  'situatie',
] as const
export type Tijdsoort = (typeof tijdsoorten)[number]

export interface Tijdreden {
  readonly wat: Tijdsoort
  /** With `leeftijd-…`: in whole years. */
  readonly leeftijd?: number
}

/** The rule of `corpus/regelingen/gedeeld/aow-leeftijd` that says that somebody reached it. */
const aowRegel = 'heeft_aow_leeftijd'

/**
 * Why one scheme gives something else on `dag` than when it was looked at last, while no fact of it changed. Empty: it is
 * not known for certain, and then nothing is said of it but that a day came.
 */
export function tijdredenen(
  corpus: Corpus,
  vorige: Dossier,
  { huishouden, dag }: Pick<Dossier, 'huishouden' | 'dag'>,
  regeling: string,
): readonly Tijdreden[] {
  const eerder = vorige.standen[regeling]
  if (eerder === undefined) return isNieuweRegeling(corpus, vorige.dag, dag, regeling) ? [nieuweRegels] : []
  const wissel = parseDatum(eerder.geldigTot)
  const gelezen = parseHuishouden(corpus, huishouden)
  if (wissel === undefined || wissel > dag || !gelezen.ok) return []
  const tijdvak = { van: plusDagen(wissel, -1), tot: dag }
  const redenen = tijdlijn(corpus, gelezen.huishouden, tijdvak, [regeling]).flatMap(({ datum, oorzaken }) =>
    oorzaken.map((een) => redenVan(een, datum)),
  )
  // Of causes that work together, none is named when one of them cannot be.
  const bekend = redenen.flatMap((een) => (een === undefined ? [] : [een]))
  if (bekend.length < redenen.length) return []
  return [...new Map(bekend.map((een) => [JSON.stringify(een), een])).values()]
}

const nieuweRegels: Tijdreden = { wat: 'nieuwe-regels' }

function isNieuweRegeling(corpus: Corpus, van: string, tot: string, regeling: string): boolean {
  const teksten = corpus.alleRegelingen().filter(({ id }) => id === regeling)
  return (
    teksten.length > 0 &&
    teksten.every(({ vanaf }) => vanaf > van) &&
    teksten.some(({ vanaf }) => vanaf <= tot)
  )
}

function redenVan({ soort, jarig }: Oorzaak, datum: string): Tijdreden | undefined {
  const isNieuwJaar = datum.endsWith('-01-01')
  switch (soort) {
    case 'verjaardag':
      return jarig && leeftijdVan(jarig)
    case 'bedragen':
      return { wat: isNieuwJaar ? 'nieuw-jaar-bedragen' : 'nieuwe-bedragen' }
    case 'wet':
      return nieuweRegels
    case 'situatie':
      return { wat: 'situatie' }
    default:
      // Only the calendar moved on: which of a new month and a new year counted, the first of January cannot say.
      if (isNieuwJaar) return { wat: 'nieuw-jaar' }
      return datum.endsWith('-01') ? { wat: 'nieuwe-maand' } : undefined
  }
}

function leeftijdVan({ wie, leeftijd, regel }: Jarige): Tijdreden | undefined {
  if (regel === aowRegel && wie !== 'kinderen') return { wat: `aow-${wie}` }
  // A baby that was born between two days to look is no age that somebody reached.
  return leeftijd < 1 ? undefined : { wat: `leeftijd-${wie}`, leeftijd }
}
