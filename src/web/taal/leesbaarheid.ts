/**
 * Figures about a text. They can warn and prove nothing: no formula knows whether the order is right, whether the
 * reader knows what to do, or whether it is true. Nothing here says at which level a text is.
 */
import type { Taal } from '../routes.ts'
import { lettergrepen } from './lettergrepen.ts'
import { moeilijkeWoorden } from './moeilijke-woorden.ts'
import { isLijdend, vindMoeilijk, woorden, zinnen } from './taal.ts'

export interface Telling {
  readonly woorden: number
  readonly zinnen: number
  readonly lettergrepen: number
}

export interface Meting {
  readonly woorden: number
  readonly zinnen: number
  /** Words per sentence. */
  readonly gemiddeld: number
  readonly langste: { readonly zin: string; readonly woorden: number }
  /** Dutch only: we have no list for the other languages. */
  readonly moeilijk: readonly string[]
  /** Sentences that look passive; Dutch only. */
  readonly lijdend: number
  /** Flesch-Douma and Brouwer: Dutch only, and never for a short text. */
  readonly score?: { readonly douma: number; readonly brouwer: number }
}

/** Under this number of words a formula says nothing. */
export const MINSTENS_WOORDEN = 50

/** 0–30 very hard, 45–60 fairly hard, 60–70 normal, 80–90 easy. */
export function fleschDouma({ woorden: w, zinnen: s, lettergrepen: l }: Telling): number {
  return 206.84 - 0.93 * (w / s) - 77 * (l / w)
}

/** Leesindex A: 80 and more very easy, 50–75 normal, under 30 hard. */
export function brouwer({ woorden: w, zinnen: s, lettergrepen: l }: Telling): number {
  return 195 - 2 * (w / s) - (200 / 3) * (l / w)
}

/** Undefined when there is no sentence to measure. Several texts are measured as one. */
export function meet(teksten: readonly string[], taal: Taal): Meting | undefined {
  const alle = teksten.flatMap(zinnen).map((zin) => ({ zin, delen: woorden(zin) }))
  const gevuld = alle.filter(({ delen }) => delen.length > 0)
  const eerste = gevuld[0]
  if (eerste === undefined) return undefined
  const langste = gevuld.reduce((a, b) => (b.delen.length > a.delen.length ? b : a), eerste)
  const aantal = gevuld.reduce((som, { delen }) => som + delen.length, 0)
  const isNederlands = taal === 'nl'
  const klein = isNederlands ? gevuld.map(({ zin }) => ` ${zin.toLowerCase()} `) : []
  const score = isNederlands && aantal >= MINSTENS_WOORDEN ? scoreVan(gevuld) : undefined
  return {
    woorden: aantal,
    zinnen: gevuld.length,
    gemiddeld: aantal / gevuld.length,
    langste: { zin: langste.zin, woorden: langste.delen.length },
    moeilijk: [...new Set(klein.flatMap((zin) => vindMoeilijk(zin, moeilijkeWoorden())))],
    lijdend: klein.filter(isLijdend).length,
    ...(score && { score }),
  }
}

function scoreVan(zinnenMetDelen: readonly { readonly delen: readonly string[] }[]): Meting['score'] {
  const tel = zinnenMetDelen.map(({ delen }) => zonderNamen(delen))
  const alle = tel.flat()
  if (alle.length === 0) return undefined
  const perWoord = alle.reduce((som, woord) => som + lettergrepen(woord), 0) / alle.length
  const aantal = zinnenMetDelen.reduce((som, { delen }) => som + delen.length, 0)
  const telling = { woorden: aantal, zinnen: zinnenMetDelen.length, lettergrepen: perWoord * aantal }
  return { douma: fleschDouma(telling), brouwer: brouwer(telling) }
}

/** Names and numbers lower the score and nobody can choose a shorter one: a capital inside a sentence is a name. */
function zonderNamen(delen: readonly string[]): readonly string[] {
  return delen.filter((woord, index) => /\p{L}/u.test(woord) && (index === 0 || !/^\p{Lu}/u.test(woord)))
}
