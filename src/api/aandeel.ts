/**
 * The share of random households, everything about them known, that a scheme answers with yes or no. It shows
 * where figures or rules are missing. Counted when first asked, for a few fixed days a year, and then kept.
 */
import { setImmediate } from 'node:timers/promises'
import {
  beantwoordbaar,
  type Corpus,
  type GebiedInfo,
  type RegelingInfo,
  vasteToeval,
} from '../engine/index.ts'

/** Standard error at most 3.5 percentage points (binomial, p = 0.5). */
const STEEKPROEF = 200
/** A national scheme is asked in this many places: some leave a value to the municipality. */
const PLAATSEN = 20
const ZAAD = 20_260_301

const bewaard = new WeakMap<Corpus, Map<string, number>>()

/** A number from 0 to 1, in hundredths; the same on every node and after every start. */
export async function aandeelBeantwoord(
  corpus: Corpus,
  regeling: RegelingInfo,
  dag: string,
  nu: Date,
): Promise<number> {
  const telDag = telDagVan(regeling.vanaf, dag, nu)
  const perRegeling = bewaard.get(corpus) ?? new Map<string, number>()
  bewaard.set(corpus, perRegeling)
  const sleutel = `${regeling.id} ${regeling.gebied} ${telDag}`
  const eerder = perRegeling.get(sleutel)
  if (eerder !== undefined) return eerder
  const aandeel = tel(corpus, regeling, telDag)
  perRegeling.set(sleutel, aandeel)
  // Some milliseconds for each scheme: other requests come in between.
  await setImmediate()
  return aandeel
}

function tel(corpus: Corpus, { id, gebied }: RegelingInfo, telDag: string): number {
  const toeval = vasteToeval(ZAAD)
  const plaatsen = plaatsenVan(corpus, gebied, toeval)
  const perPlaats = Math.ceil(STEEKPROEF / plaatsen.length)
  const som = plaatsen.reduce((s, code) => s + beantwoordbaar(corpus, id, telDag, perPlaats, toeval, code), 0)
  return Math.round((som / plaatsen.length) * 100) / 100
}

/** Places where people live under this scheme: the municipality or island itself, or some that lie in the area. */
function plaatsenVan(corpus: Corpus, gebied: string, toeval: () => number): readonly string[] {
  const ligtIn = ({ in: groter, waterschappen }: GebiedInfo): boolean =>
    groter.includes(gebied) ||
    waterschappen.includes(gebied) ||
    groter.some((g) => corpus.gebieden.get(g)?.in.includes(gebied))
  const plaatsen = [...corpus.gebieden.values()]
    .filter((g) => (g.soort === 'gemeente' || g.soort === 'eiland') && (g.code === gebied || ligtIn(g)))
    .map((g) => g.code)
  if (plaatsen.length === 0) return [gebied]
  if (plaatsen.length <= PLAATSEN) return plaatsen
  return Array.from({ length: PLAATSEN }, () => plaatsen[Math.floor(toeval() * plaatsen.length)] ?? gebied)
}

/**
 * Amounts change on 1 January and 1 July. Two days a year, up to two years ahead, so that asking for many
 * dates cannot make us count without end.
 */
function telDagVan(vanaf: string, dag: string, nu: Date): string {
  const laatste = `${nu.getUTCFullYear() + 2}-07-01`
  const halfjaar = dag.slice(5, 7) < '07' ? `${dag.slice(0, 4)}-01-01` : `${dag.slice(0, 4)}-07-01`
  if (halfjaar > laatste) return laatste
  return halfjaar < vanaf ? vanaf : halfjaar
}
