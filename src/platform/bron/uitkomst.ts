/**
 * What can go wrong between us and another organisation. A closed list: pages and the log say something about each.
 * None of it is thrown: that a source fails is expected, and costs only its own part of a page.
 */
export const bronFouten = [
  /** No connection: refused, no such host, not within the time. */
  'onbereikbaar',
  /** Connected, but no whole answer within the time. */
  'te-laat',
  /** The connection broke before the answer was whole. */
  'afgebroken',
  /** The source says it cannot now: 5xx or 429. */
  'storing',
  /** Our key or our authorisation is refused: 401 or 403. */
  'geweigerd',
  /** The source does not understand what we ask: another 4xx, or a redirect. A mistake of ours. */
  'onbegrepen',
  /** No JSON, or not in the shape that the standard says. */
  'onleesbaar',
  'te-groot',
  /** A readable answer to another question than ours. Never shown. */
  'ander-antwoord',
  /** We asked nothing: the source failed just now and gets time to recover. */
  'onderbroken',
  /** We asked nothing: too many questions to this source are waiting. */
  'vol',
] as const

export type BronFoutsoort = (typeof bronFouten)[number]

export interface BronFout {
  readonly status: 'fout'
  readonly soort: BronFoutsoort
  /** Since when this source has not given a good answer to anybody. */
  readonly sinds: Date
  /** The status of HTTP, when there was one. */
  readonly http?: number
  /** What the system calls it, for who must repair it: `CERT_HAS_EXPIRED`, `ECONNREFUSED`. */
  readonly oorzaak?: string
}

export type BronUitkomst<T> =
  | { readonly status: 'ok'; readonly inhoud: T; readonly op: Date }
  /** 404: the source answered that it does not have it. */
  | { readonly status: 'niet-gevonden'; readonly op: Date }
  | BronFout

/** Says something about the health of the source, not about us or about one question. */
export function isBronZiek(soort: BronFoutsoort): boolean {
  return !['onbegrepen', 'onderbroken', 'vol'].includes(soort)
}

/** Asking once more may help, and only for these: the source did nothing yet, or says it will soon. */
export function isHerhalenZinnig(soort: BronFoutsoort): boolean {
  return soort === 'onbereikbaar' || soort === 'afgebroken' || soort === 'storing'
}
