/** Random households from the published prior: for tests, benchmarks and «how many does this answer». */
import { berekenOp } from './bereken.ts'
import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import { parseHuishouden } from './invoer.ts'
import { type Toeval, trekHuishouden } from './prior.ts'
import type { HuishoudenJson } from './types.ts'

const PEIL = '2026-03-01'

/** A household with every fact given, drawn from the prior; `datum` (YYYY-MM-DD) is the day on which its ages count. */
export function randomHuishouden(
  corpus: Corpus,
  toeval: Toeval,
  gebied = 'nederland',
  datum = PEIL,
): HuishoudenJson {
  return trekHuishouden(corpus.vocabulaire, corpus.prior, toeval, gebied, leesDatum(datum) ?? 0)
}

/** Of one random household, with every fact given: the schemes that answer ja or nee. */
export function beantwoordt(
  corpus: Corpus,
  ids: readonly string[],
  datum: string,
  toeval: Toeval,
  gebied = 'nederland',
): readonly string[] {
  const h = parseHuishouden(corpus, randomHuishouden(corpus, toeval, gebied, datum))
  if (!h.ok) return []
  const vraag = { datum, huishouden: h.huishouden, regelingen: ids }
  return berekenOp(corpus, vraag, { uitleg: false })
    .uitkomsten.filter((u) => u.recht !== 'onbekend')
    .map((u) => u.regeling)
}

/** A small repeatable source of chance (mulberry32): the same seed gives the same households. */
export function vasteToeval(zaad: number): Toeval {
  let a = zaad >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
