/** From counts to what is read. What is too small to say is not said here, so no page can forget it. */
import { type Getal, KLEINSTE, toonGetal } from '../ervaring/index.ts'
import { type Leersoort, leersoorten } from './lering.ts'

/** Counts over a period, added up over its months. */
export interface Leerrij {
  readonly keten: string
  readonly van: string
  readonly naar: string
  readonly soort: Leersoort
  readonly dagen: number
  readonly aantal: number
}

/** How long was waited: half of them at most `mediaan` days, nine in ten at most `p90`. */
export interface Wachttijd {
  readonly mediaan: number
  readonly p90: number
}

export interface Paaruitkomst {
  readonly van: string
  readonly naar: string
  readonly klaar: Getal
  /** Absent when too few were finished to say it without pointing at one of them. */
  readonly wacht?: Wachttijd
  readonly gemist: Getal
  readonly geweigerd: Getal
  readonly overdracht: Getal
  readonly doorgestuurd: Getal
}

export interface Ketenuitkomst {
  readonly keten: string
  readonly aantal: Readonly<Record<Leersoort, Getal>>
  /** How often people told their story; absent when too few said so. */
  readonly verteld?: Wachttijd
  /** The longest wait first; of which nothing may be said, last. */
  readonly paren: readonly Paaruitkomst[]
}

export function leeruitkomsten(rijen: readonly Leerrij[]): readonly Ketenuitkomst[] {
  return [...Map.groupBy(rijen, ({ keten }) => keten)]
    .map(([keten, van]): Ketenuitkomst => {
      const verteld = verdeling(van.filter(({ soort }) => soort === 'verteld'))
      const paren = [...Map.groupBy(van, (een) => `${een.van} ${een.naar}`).values()]
        .flatMap(paarVan)
        .toSorted((a, b) => (b.wacht?.p90 ?? -1) - (a.wacht?.p90 ?? -1))
      return { keten, aantal: tellingen(van), paren, ...(verteld && { verteld }) }
    })
    .toSorted((a, b) => a.keten.localeCompare(b.keten))
}

const tussen: readonly Leersoort[] = ['wacht', 'gemist', 'geweigerd', 'overdracht', 'doorgestuurd']

function paarVan(rijen: readonly Leerrij[]): readonly Paaruitkomst[] {
  const [eerste] = rijen.filter(({ soort }) => tussen.includes(soort))
  if (eerste === undefined) return []
  const { wacht: klaar, gemist, geweigerd, overdracht, doorgestuurd } = tellingen(rijen)
  const wacht = verdeling(rijen.filter(({ soort }) => soort === 'wacht'))
  const { van, naar } = eerste
  return [{ van, naar, klaar, gemist, geweigerd, overdracht, doorgestuurd, ...(wacht && { wacht }) }]
}

function tellingen(rijen: readonly Leerrij[]): Readonly<Record<Leersoort, Getal>> {
  const som = (soort: Leersoort) =>
    toonGetal(rijen.reduce((tot, een) => (een.soort === soort ? tot + een.aantal : tot), 0))
  // One entry for each of them.
  return Object.fromEntries(leersoorten.map((soort) => [soort, som(soort)])) as Record<Leersoort, Getal>
}

/** The value that half, and that nine in ten, do not go above; of too few, nothing. */
function verdeling(rijen: readonly Leerrij[]): Wachttijd | undefined {
  const totaal = rijen.reduce((som, { aantal }) => som + aantal, 0)
  if (totaal < KLEINSTE) return undefined
  const opDuur = rijen.toSorted((a, b) => a.dagen - b.dagen)
  const bij = (deel: number): number => {
    let tot = 0
    for (const { dagen, aantal } of opDuur) {
      tot += aantal
      if (tot >= totaal * deel) return dagen
    }
    return 0
  }
  return { mediaan: bij(0.5), p90: bij(0.9) }
}
