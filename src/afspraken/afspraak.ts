import { createHash } from 'node:crypto'
import type { Afspraakvorm } from '../corpus/index.ts'
import type { OrganisatieId, PersoonId, Toeval } from '../domain/index.ts'
import type { Tolktaal } from '../inwoner/index.ts'
import type { Tijdvak } from './tijden.ts'

/** What it is about: words of ours, never a story. */
export const onderwerpen = ['digitale-hulp', 'formulier', 'brief', 'zaak', 'geld', 'anders'] as const
export type Onderwerp = (typeof onderwerpen)[number]

/** Who made it: the person, whoever acts for them, or a professional under a ground. */
export const makers = ['zelf', 'vertegenwoordiger', 'medewerker'] as const
export type Maker = (typeof makers)[number]

export const afspraakstanden = ['gemaakt', 'afgezegd'] as const
export type Afspraakstand = (typeof afspraakstanden)[number]

/** What is sealed in the store. */
export interface Afspraakinhoud {
  readonly onderwerp: Onderwerp
  /** The number that is called, as it was typed; of a callback alone. */
  readonly telefoon?: string
  /** The language of the interpreter that they need. */
  readonly tolk?: Tolktaal
}

export interface Afspraak extends Tijdvak {
  readonly id: string
  /** What people say at the desk and on the telephone: `KWR-274`. Says nothing, and opens nothing. */
  readonly nummer: string
  readonly persoon: PersoonId
  readonly organisatie: OrganisatieId
  /** Id of the team. It may be gone when it is looked at; the appointment then still says what and when. */
  readonly team: string
  readonly vorm: Afspraakvorm
  readonly stand: Afspraakstand
  readonly door: Maker
  readonly gemaakt: Date
  /** How many times something was agreed about it: the version, for a calendar. */
  readonly keer: number
  readonly inhoud: Afspraakinhoud
}

/** Named limit: so many that are still to come, so that nobody holds a whole desk. */
export const maxOpen = 10

/** No vowels, so that it makes no word; nothing that looks or sounds like something else. */
const letters = 'BCDFGHJKLMNPRSTVWXZ'
const cijfers = '23456789'

/** Some 3.5 million; the store refuses one that exists, and whoever makes it tries again. */
export function maakNummer(toeval: Toeval, aantalCijfers = 3): string {
  const kies = (uit: string, aantal: number) =>
    // 256 is no multiple of the length: a few come a little more often, which gives nothing away.
    [...toeval(aantal)].map((byte) => uit[byte % uit.length]).join('')
  return `${kies(letters, 3)}-${kies(cijfers, aantalCijfers)}`
}

/** Ten digits in the Netherlands, seven on the islands, or a number that begins with +. Spaces and lines do not count. */
export function leesTelefoon(tekst: string): string | undefined {
  const kaal = tekst.replace(/[\s().-]/g, '')
  return /^(0\d{9}|\+[1-9]\d{7,14}|[347]\d{6})$/.test(kaal) ? kaal : undefined
}

/** What is kept of a mark: enough to know it again. */
export function kenmerkhash(persoon: PersoonId, kenmerk: string): Buffer {
  return createHash('sha256').update(`voordeur afspraak|${persoon}|${kenmerk}`).digest()
}
