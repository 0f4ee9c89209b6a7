import type { Lijnvraag, Passreden, Stap } from './passing.ts'
import type { Beller, Klasse, Plekstand, Toezegging } from './wachtrij.ts'

/** What happened in a queue. Nothing about the person it is about. */
export type Voorvalinhoud =
  | { readonly soort: 'aangemeld'; readonly plek: string; readonly teams: readonly string[] }
  | { readonly soort: 'afgemeld'; readonly plek: string }
  | { readonly soort: 'stand-gezet'; readonly plek: string; readonly stand: Exclude<Plekstand, 'in-gesprek'> }
  | { readonly soort: 'niet-opgenomen'; readonly plek: string }
  /** Asked for and not found: here a lane is missing. `beller`: of a call, so that one sent again is counted once. */
  | {
      readonly soort: 'geen-lijn'
      readonly klasse: Klasse
      readonly vraag: Lijnvraag
      readonly beller?: string
    }
  | { readonly soort: 'aangekomen'; readonly beller: Beller }
  | { readonly soort: 'elders'; readonly beller: string; readonly isElders: boolean }
  /** Was put through here while it rang elsewhere already. */
  | { readonly soort: 'teruggenomen'; readonly plek: string; readonly beller: string }
  /** A resident at the desk comes where the first of these colleagues for themselves stood; each of those one place later. */
  | { readonly soort: 'voorgelaten'; readonly beller: string; readonly wie: readonly string[] }
  | { readonly soort: 'verruimd'; readonly beller: string; readonly stap: Stap }
  | { readonly soort: 'aangeboden'; readonly beller: string; readonly aanbod: Toezegging }
  | {
      readonly soort: 'verbonden'
      readonly beller: string
      readonly klasse: Klasse
      readonly plek: string
      readonly team: string
      readonly redenen: readonly Passreden[]
      /** Since the call came in. */
      readonly gewachtMs: number
    }
  /** Whom the queue chose is on the line: they answered, or they called who was promised that. Not of the queue itself. */
  | { readonly soort: 'opgenomen'; readonly beller: string; readonly plek: string }
  | {
      readonly soort: 'toegezegd'
      readonly beller: string
      readonly toezegging: Toezegging
      /** `tijd-is-daar`: they still waited when the time came that was offered. */
      readonly waarom: 'gevraagd' | 'gesloten' | 'tijd-is-daar'
    }
  | { readonly soort: 'aan-de-beurt'; readonly beller: string; readonly kostMs: number }
  /** Tell the caller the new time, and whoever runs the team that one was missed. `blijft`: they stay first in the queue. */
  | {
      readonly soort: 'toezegging-gemist'
      readonly beller: string
      readonly gemist: Toezegging
      readonly nieuw: Toezegging
      readonly blijft: boolean
    }
  | {
      readonly soort: 'weg'
      readonly beller: string
      readonly klasse: Klasse
      /** `geen-tijd`: shut, and no lane hours in the coming month. `elders`: in another queue they stand still, or were helped. */
      readonly waarom: 'opgehangen' | 'ingetrokken' | 'geen-tijd' | 'elders'
      readonly gewachtMs: number
    }

export interface Voorval {
  readonly opMs: number
  readonly inhoud: Voorvalinhoud
}

export type Voorvalsoort = Voorvalinhoud['soort']
