/** Speed of the rule engine: one scheme, one scheme explained, all schemes; beside it the same formula by hand and in other engines. */
import { bereken, compilePopulatie, maakKolommen } from '../src/engine/index.ts'
import { BEKEND, openCorpus, stel, VIJF_ONBEKEND } from './corpus.ts'
import { type Meting, microseconden, microsecondenLater, rond } from './meet.ts'
import { andereMotoren } from './motoren.ts'

export async function regels(): Promise<Meting[]> {
  const corpus = openCorpus()
  const een = stel(corpus, BEKEND, ['zorgtoeslag'])
  const alle = stel(corpus, BEKEND)
  const vijf = stel(corpus, VIJF_ONBEKEND)
  const plan = compilePopulatie(corpus, 'zorgtoeslag', '2026-03-01')
  const kolommen = maakKolommen(corpus, 'zorgtoeslag', '2026-03-01', [een.huishouden])
  const uit = new Float64Array(1)
  const berekend = bereken(corpus, een).uitkomsten[0]?.bedrag?.waarde
  plan.bereken(kolommen, uit)
  if (uit[0] !== berekend || metDeHand(PERSONEN) !== berekend)
    throw new Error(`not the same: ${uit[0]}, ${metDeHand(PERSONEN)}, ${berekend}`)

  const hand = microseconden(() => metDeHand(PERSONEN))
  const rij = (naam: string, waarde: number, grens?: number): Meting => ({
    naam,
    waarde: rond(waarde),
    eenheid: 'µs',
    ...(grens === undefined ? {} : { grens }),
    verhouding: rond(waarde / hand),
    tegen: 'dezelfde formule met de hand in JavaScript',
  })
  const metingen = [
    { naam: 'regels.met-de-hand', waarde: rond(hand), eenheid: 'µs' },
    rij(
      'regels.een-regeling',
      microseconden(() => plan.bereken(kolommen, uit)),
      2,
    ),
    rij(
      'regels.een-regeling-grenzen',
      microseconden(() => bereken(corpus, een, { uitleg: false })),
    ),
    rij(
      'regels.een-regeling-uitleg',
      microseconden(() => bereken(corpus, een)),
      20,
    ),
    rij(
      'regels.alle-regelingen',
      microseconden(() => bereken(corpus, alle)),
      1000,
    ),
    rij(
      'regels.alle-regelingen-vijf-onbekend',
      microseconden(() => bereken(corpus, vijf)),
    ),
  ]
  for (const { naam, doe, later } of await andereMotoren()) {
    metingen.push(rij(naam, later ? await microsecondenLater(later) : microseconden(doe)))
  }
  return metingen
}

interface Persoon {
  readonly geboren: number
  readonly verzekerd: boolean
  readonly inkomen: number
  readonly vermogen: number
}

const PERSONEN: readonly Persoon[] = [
  { geboren: Date.UTC(1990, 4, 1), verzekerd: true, inkomen: 2_950_000, vermogen: 0 },
  { geboren: Date.UTC(1991, 1, 3), verzekerd: true, inkomen: 1_200_000, vermogen: 0 },
]

/** Zorgtoeslag 2026 as somebody would write it for this one purpose: whole numbers, no checks, no explanation. */
function metDeHand(personen: readonly Persoon[]): number {
  const [aanvrager] = personen
  if (!aanvrager?.verzekerd || Date.UTC(2026, 2, 1) - aanvrager.geboren < 18 * 365.25 * 86_400_000) return 0
  let [inkomen, vermogen, verzekerden] = [0, 0, 0]
  for (const p of personen) {
    inkomen += p.inkomen
    vermogen += p.vermogen
    if (p.verzekerd) verzekerden++
  }
  const samen = personen.length === 2
  if (vermogen > (samen ? 18_463_300 : 14_601_100)) return 0
  // In units of 10^-7 euro: cents times a percentage with five decimals.
  const norm = (samen ? 4289 : 1912) * 2_973_600 + 13_730 * Math.max(0, inkomen - 2_973_600)
  let jaar = (samen ? 2 : 1) * 211_900 * 100_000 - norm
  if (samen && verzekerden === 1) jaar = Math.floor(jaar / 2)
  const euro = Math.floor((jaar + 5_000_000) / 10_000_000)
  return euro < 24 ? 0 : Math.floor(euro / 12) * 100
}
