import type { Datum, OrganisatieId } from '../domain/index.ts'

/** By which way somebody did it; the ids of channels that the whole product uses. */
export const kanalen = ['web', 'telefoon', 'balie', 'brief', 'informatiepunt'] as const
export type Kanaal = (typeof kanalen)[number]

export const talen = ['nl', 'en', 'pap'] as const
export type Taal = (typeof talen)[number]

/** «Is dit gelukt?» */
export const antwoorden = ['ja', 'deels', 'nee'] as const
export type Gelukt = (typeof antwoorden)[number]

/** «Wat ging er mis?»: a short list, so that most people need not write anything. */
export const redenen = [
  'niet-gevonden',
  'niet-begrepen',
  'niet-passend',
  'niet-invullen',
  'storing',
  'inloggen',
  'twijfel',
  'liever-mens',
  'anders',
] as const
export type Reden = (typeof redenen)[number]

/** What happens in a step. Each is counted by itself; nothing says that two of them were of one person. */
export const voorvallen = ['begonnen', 'verder', 'fout', 'terug'] as const
export type Voorval = (typeof voorvallen)[number]

/** What one counter counts. */
export type Soort = Voorval | `antwoord-${Gelukt}` | `reden-${Reden}`

export const soorten: readonly Soort[] = [
  ...voorvallen,
  ...antwoorden.map((een) => `antwoord-${een}` as const),
  ...redenen.map((een) => `reden-${een}` as const),
]

/** Where a counter belongs. There is nothing finer than a day, and nothing about whoever it was. */
export interface Plek {
  readonly dag: Datum
  /** Of `reizen.ts`. */
  readonly stap: string
  readonly kanaal: Kanaal
  readonly taal: Taal
  /** Absent for what is of no organisation: the front door itself. */
  readonly organisatie?: OrganisatieId | undefined
}

export interface Telling extends Plek {
  readonly soort: Soort
  readonly aantal: number
}

/** A sentence that somebody wrote, after `maakSchoon`. The same sentence on the same day is one row. */
export interface Zin extends Plek {
  readonly antwoord: Gelukt
  readonly reden?: Reden | undefined
  readonly tekst: string
  readonly aantal: number
}

export function isKanaal(waarde: unknown): waarde is Kanaal {
  return (kanalen as readonly unknown[]).includes(waarde)
}

export function isGelukt(waarde: unknown): waarde is Gelukt {
  return (antwoorden as readonly unknown[]).includes(waarde)
}

export function isReden(waarde: unknown): waarde is Reden {
  return (redenen as readonly unknown[]).includes(waarde)
}

export function isTaal(waarde: unknown): waarde is Taal {
  return (talen as readonly unknown[]).includes(waarde)
}
