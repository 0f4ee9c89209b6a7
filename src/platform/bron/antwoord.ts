import type { ZodType } from 'zod'
import type { BronAntwoord, Opgehaald } from './oproep.ts'
import type { BronFoutsoort } from './uitkomst.ts'

/** Understood; or not readable; or readable and about something else than what was asked. */
export type Lezing<T> =
  | { readonly soort: 'gelezen'; readonly inhoud: T }
  | { readonly soort: 'onleesbaar' | 'ander-antwoord' }

export type Uitslag<T> =
  | { readonly status: 'ok'; readonly inhoud: T }
  | { readonly status: 'niet-gevonden' }
  | {
      readonly status: 'fout'
      readonly soort: BronFoutsoort
      readonly http?: number
      readonly oorzaak?: string
    }

/**
 * Redirects are not followed: whoever sends us elsewhere did not answer.
 * @param ook What is an answer besides 2xx; with 404 among them the reader says whether it is one of theirs.
 */
export function duid<T>(
  opgehaald: Opgehaald,
  lees: (antwoord: BronAntwoord) => Lezing<T>,
  ook: readonly number[],
): Uitslag<T> {
  if (!opgehaald.ok) {
    const { fout: soort, oorzaak } = opgehaald
    return { status: 'fout', soort, ...(oorzaak === undefined ? {} : { oorzaak }) }
  }
  const { http } = opgehaald
  if (http === 404 && !ook.includes(404)) return { status: 'niet-gevonden' }
  if ((http === 401 || http === 403) && !ook.includes(http))
    return { status: 'fout', soort: 'geweigerd', http }
  if (http === 429 || http >= 500) return { status: 'fout', soort: 'storing', http }
  const isGoed = (http >= 200 && http < 300) || ook.includes(http)
  if (!isGoed) return { status: 'fout', soort: 'onbegrepen', http }
  const gelezen = lees(opgehaald)
  return gelezen.soort === 'gelezen'
    ? { status: 'ok', inhoud: gelezen.inhoud }
    : { status: 'fout', soort: gelezen.soort, http }
}

/** For an answer in JSON that must have this shape. */
export function alsJson<T>(
  vorm: ZodType<T>,
  pastBij?: (inhoud: T) => boolean,
): (antwoord: BronAntwoord) => Lezing<T> {
  return ({ koppen, lichaam }) => {
    // What does not say that it is JSON is not read as JSON: it may be anybody's page that happens to parse.
    if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(koppen['content-type'] ?? '')) {
      return { soort: 'onleesbaar' }
    }
    const inhoud = vorm.safeParse(leesJson(lichaam.toString('utf8')))
    if (!inhoud.success) return { soort: 'onleesbaar' }
    if (pastBij?.(inhoud.data) === false) return { soort: 'ander-antwoord' }
    return { soort: 'gelezen', inhoud: inhoud.data }
  }
}

/** What cannot be read is `undefined`, which no shape accepts. */
function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
