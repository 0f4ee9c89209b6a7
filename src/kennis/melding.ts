import type { Datum, OrganisatieId } from '../domain/index.ts'

/** The parts of a page about a scheme or a life event; a report is about one of them. */
export const bladdelen = [
  'voorwaarden',
  'struikelblokken',
  'vragen',
  'beslist',
  'uitleg',
  'uitzonderingen',
  'hardheid',
] as const
export type Bladdeel = (typeof bladdelen)[number]

/** «Dit klopt niet»: a short list, so that most people need not write anything. */
export const meldredenen = ['fout', 'verouderd', 'ontbreekt', 'onduidelijk'] as const
export type Meldreden = (typeof meldredenen)[number]

/** `open` waits for the owner; an answer closes it, and says whether the page changes. */
export const meldingstanden = ['open', 'aangepast', 'blijft'] as const
export type Meldingstand = (typeof meldingstanden)[number]

/** That a colleague of another organisation says a part is not right. Names an organisation and never a person. */
export interface Kennismelding {
  readonly id: string
  /** `regeling-zorgtoeslag`. */
  readonly blad: string
  readonly deel: Bladdeel
  readonly reden: Meldreden
  /** After `maakSchoon`; absent when nothing was written. */
  readonly tekst?: string
  /** Whose sheet it is, and who answers. */
  readonly eigenaar: Eigenaar
  readonly van: OrganisatieId
  readonly gemeld: Datum
  readonly stand: Meldingstand
  readonly antwoord?: string
  readonly afgehandeld?: Datum
}

/** `installatie`: whoever answers for the front door as a whole, where no body of its own keeps the sheet. */
export type Eigenaar = OrganisatieId | 'installatie'

/** Named limits: a report is a sentence or two; the last of this many stand in a list. */
export const HOOGSTENS_LETTERS = 300
export const HOOGSTENS_LIJST = 200

export function isBladdeel(waarde: unknown): waarde is Bladdeel {
  return (bladdelen as readonly unknown[]).includes(waarde)
}

export function isMeldreden(waarde: unknown): waarde is Meldreden {
  return (meldredenen as readonly unknown[]).includes(waarde)
}

export function isMeldingstand(waarde: unknown): waarde is Meldingstand {
  return (meldingstanden as readonly unknown[]).includes(waarde)
}
