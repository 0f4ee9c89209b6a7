/**
 * What a queueing formula says. Never NaN or infinite: what has no answer says why.
 * `instabiel`: more work comes in than these people can do, so that the queue grows as long as it lasts.
 */
export type Uitkomst<T> =
  | { readonly soort: 'bekend'; readonly waarde: T }
  | { readonly soort: 'instabiel'; readonly bezetting: number }
  | { readonly soort: 'onbekend'; readonly reden: Onbekendreden }

/** Which number makes no sense, or is beyond a named limit (`te-groot`). */
export type Onbekendreden =
  | 'medewerkers'
  | 'aanbod'
  | 'behandeltijd'
  | 'geduld'
  | 'aandeel'
  | 'aantal-voor'
  | 'tijd'
  | 'te-groot'

/** How busy it is at one group of people who all can take the same calls. */
export interface Drukte {
  /** Who work at the same time: a whole number of at least 1. */
  readonly medewerkers: number
  /** Calls that come in, by chance and independent of each other (Poisson). */
  readonly perMinuut: number
  /** How long one takes on average, work afterwards included (exponential). */
  readonly behandelMinuten: number
}

/** Waiting in a queue. Exact for the model, which is a model: Poisson arrivals, exponential calls, equal people. */
export interface Wachtbeeld {
  /** From 0 to 1: that somebody has to wait at all. */
  readonly kansWachten: number
  /** Over everybody, those who do not wait included. */
  readonly gemiddeldMinuten: number
}

/** Whoever has to wait waits exponentially long: so many per minute are through. */
export interface Wachtverdeling extends Wachtbeeld {
  readonly tempoPerMinuut: number
}

/** Named limit; a group is smaller than a large call centre. */
export const HOOGSTENS_MEDEWERKERS = 20_000
/** Named limit of a pace or a time: two thousand years in minutes, and as small; beyond it digits are lost. */
const HOOGSTENS = 1e9

export function bekend<T>(waarde: T): Uitkomst<T> {
  return { soort: 'bekend', waarde }
}

export function onbekend(reden: Onbekendreden): Uitkomst<never> {
  return { soort: 'onbekend', reden }
}

export function instabiel(bezetting: number): Uitkomst<never> {
  return { soort: 'instabiel', bezetting }
}

/** Which of these numbers makes no sense. Too busy is no fault: that is for the formula to say. */
export function keurDrukte({ medewerkers, perMinuut, behandelMinuten }: Drukte): Onbekendreden | undefined {
  return (
    keurMedewerkers(medewerkers) ??
    (isAantal(perMinuut) ? undefined : 'aanbod') ??
    (isPositief(behandelMinuten) ? undefined : 'behandeltijd')
  )
}

export function keurMedewerkers(medewerkers: number): Onbekendreden | undefined {
  if (!Number.isInteger(medewerkers) || medewerkers < 1) return 'medewerkers'
  return medewerkers > HOOGSTENS_MEDEWERKERS ? 'te-groot' : undefined
}

/** Zero, or a number of a size that occurs: see `HOOGSTENS`. */
export function isAantal(getal: number): boolean {
  return getal === 0 || isPositief(getal)
}

export function isPositief(getal: number): boolean {
  return getal >= 1 / HOOGSTENS && getal <= HOOGSTENS
}

/** The work offered, in people who are busy all the time (erlang), and the part of theirs that it takes. */
export function belasting({ medewerkers, perMinuut, behandelMinuten }: Drukte): {
  readonly erlang: number
  readonly bezetting: number
} {
  const erlang = perMinuut * behandelMinuten
  return { erlang, bezetting: erlang / medewerkers }
}
