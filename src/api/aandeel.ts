/**
 * The share of random households, everything about them known, that a scheme answers with yes or no. It shows
 * where figures or rules are missing. Counted when first asked, for a few fixed days a year, and then kept.
 */
import { setImmediate } from 'node:timers/promises'
import { beantwoordt, type Corpus, type GebiedInfo, type RegelingInfo, vasteToeval } from '../engine/index.ts'
import { vandaag } from './parameters.ts'

/** Standard error at most 3.5 percentage points (binomial, p = 0.5). */
const STEEKPROEF = 200
/** A national scheme is asked in this many places: some leave a value to the municipality. */
const PLAATSEN = 20
const ZAAD = 20_260_301

/** Named limit: so long may counting keep other requests waiting. */
const MAX_BEURT_MS = 5

/** Per corpus: scheme, place and day to its share, also while it is being counted, so that nobody counts twice. */
const bewaard = new WeakMap<Corpus, Map<string, Promise<number>>>()

/** For each scheme a number from 0 to 1, in hundredths; the same on every node and after every start. */
export async function aandelenBeantwoord(
  corpus: Corpus,
  regelingen: readonly RegelingInfo[],
  dag: string,
  nu: Date,
  signaal?: AbortSignal,
): Promise<readonly number[]> {
  const geteld = bewaard.get(corpus) ?? new Map<string, Promise<number>>()
  bewaard.set(corpus, geteld)
  const sleutel = (r: RegelingInfo): string => `${r.gebied} ${telDagVan(r.vanaf, dag, nu)} ${r.id}`
  const nieuw = regelingen.filter((r) => !geteld.has(sleutel(r)))
  const groepen = Map.groupBy(nieuw, (r) => `${r.gebied} ${telDagVan(r.vanaf, dag, nu)}`)
  let vorige: Promise<unknown> = Promise.resolve()
  for (const [groep, leden] of groepen) {
    const [gebied = '', telDag = ''] = groep.split(' ')
    const ids = [...new Set(leden.map((r) => r.id))]
    // One group after the other: each takes the processor.
    const telling = vorige.then(() => tel(corpus, ids, gebied, telDag, signaal))
    vorige = telling
    for (const id of ids) {
      const aandeel = telling.then((per) => per.get(id) ?? 0)
      geteld.set(`${groep} ${id}`, aandeel)
      // A mistake of ours may not stay an answer for ever.
      aandeel.catch(() => geteld.delete(`${groep} ${id}`))
    }
  }
  try {
    return await Promise.all(regelingen.map((r) => geteld.get(sleutel(r)) ?? 0))
  } catch (fout) {
    // Somebody else's count that we waited for was stopped: ours goes on.
    if (signaal !== undefined || !isGestopt(fout)) throw fout
    return aandelenBeantwoord(corpus, regelingen, dag, nu)
  }
}

function isGestopt(fout: unknown): boolean {
  return fout instanceof Error && fout.name === 'AbortError'
}

/**
 * Counts beforehand what the first caller would have to wait for: the schemes of today, everywhere. In turns of
 * some milliseconds, so that a request comes in between. Stops at `signaal`, for a corpus that nobody asks any more;
 * who asks all the same counts again.
 */
export async function telAandelenVooraf(corpus: Corpus, nu: Date, signaal?: AbortSignal): Promise<void> {
  const dag = vandaag(nu)
  await aandelenBeantwoord(corpus, regelingenOveral(corpus, dag), dag, nu, signaal)
}

/** One sample of households for all schemes of a place: drawing them takes longer than computing. */
async function tel(
  corpus: Corpus,
  ids: readonly string[],
  gebied: string,
  telDag: string,
  signaal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const toeval = vasteToeval(ZAAD)
  const plaatsen = plaatsenVan(corpus, gebied, toeval)
  const perPlaats = Math.ceil(STEEKPROEF / plaatsen.length)
  const aantal = new Map<string, number>(ids.map((id) => [id, 0]))
  let begin = performance.now()
  for (const plaats of plaatsen) {
    for (let i = 0; i < perPlaats; i++) {
      for (const id of beantwoordt(corpus, ids, telDag, toeval, plaats))
        aantal.set(id, (aantal.get(id) ?? 0) + 1)
      if (performance.now() - begin < MAX_BEURT_MS) continue
      await setImmediate()
      signaal?.throwIfAborted()
      begin = performance.now()
    }
  }
  const totaal = plaatsen.length * perPlaats
  return new Map([...aantal].map(([id, n]) => [id, Math.round((n / totaal) * 100) / 100]))
}

/** Per scheme and place the newest text that holds on the day. */
export function regelingenOveral(corpus: Corpus, dag: string): RegelingInfo[] {
  const nieuwste = new Map<string, RegelingInfo>()
  for (const r of corpus.alleRegelingen()) {
    const sleutel = `${r.id} ${r.gebied}`
    const ander = nieuwste.get(sleutel)
    const isNieuwer =
      ander === undefined || r.vanaf > ander.vanaf || (r.vanaf === ander.vanaf && r.versie > ander.versie)
    if (r.vanaf <= dag && isNieuwer) nieuwste.set(sleutel, r)
  }
  return [...nieuwste.values()]
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
