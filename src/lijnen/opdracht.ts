import type { OrganisatieId } from '../domain/index.ts'
import type { Lijnvraag, Stap } from './passing.ts'
import type { Klasse, Namens, Plekstand } from './wachtrij.ts'

/** What can be asked of a queue. Ids are made by who asks; the same id twice does nothing twice. */
export type Opdracht =
  | { readonly soort: 'meld-aan'; readonly plek: string; readonly teams: readonly string[] }
  | { readonly soort: 'meld-af'; readonly plek: string }
  /** Out of a call one comes by `rond-af` alone. */
  | { readonly soort: 'zet-stand'; readonly plek: string; readonly stand: Exclude<Plekstand, 'in-gesprek'> }
  | {
      readonly soort: 'rond-af'
      readonly plek: string
      readonly daarna: 'vrij' | 'nawerk' | 'pauze'
      /** Of this call and of no later one: whoever is late ends nothing of somebody else. */
      readonly beller?: string
    }
  /** It rang there and nobody answered: the caller goes back to their place, whoever did not answer has a break. */
  | { readonly soort: 'niet-opgenomen'; readonly plek: string; readonly beller?: string }
  | {
      readonly soort: 'bel'
      readonly beller: string
      readonly klasse: Klasse
      readonly namens: Namens
      readonly vraag: Lijnvraag
      /** Asked along from another pool: since when they wait, and how far is looked there by now. */
      readonly van?: { readonly pool: string; readonly aankomstMs: number; readonly stap: Stap }
      /** The number of their own shift, at which it never rings for themselves. */
      readonly eigenPlek?: string
      /** Of the public: at whose number they called. Only their professionals have the telephone at which it rings. */
      readonly organisatie?: OrganisatieId
      /** They wait for a time of this pool: no other one is asked. */
      readonly alleenHier?: true
    }
  /** Elsewhere it begins to ring for them, or does so no more. */
  | { readonly soort: 'zet-elders'; readonly beller: string; readonly isElders: boolean }
  /** Put through here while it rang elsewhere already: back to their place, and whoever was to answer is free. */
  | { readonly soort: 'neem-terug'; readonly plek: string; readonly beller: string }
  /** Was helped elsewhere, or asks no more. */
  | { readonly soort: 'laat-los'; readonly beller: string }
  /** Hangs up while waiting, or no longer wants to be called back; `isGesloten`: was told that nobody takes calls any more. */
  | { readonly soort: 'verlaat'; readonly beller: string; readonly isGesloten?: true }
  /** Takes the time that was offered, or the first from `nietVoor` on; again to choose another. */
  | { readonly soort: 'kies-terugbellen'; readonly beller: string; readonly nietVoor?: Date }
  /** Time went on: see `volgendMoment`. Give it every minute as well, for lane hours that begin or end. */
  | { readonly soort: 'klok' }

export type Opdrachtsoort = Opdracht['soort']

export type Weigering =
  | { readonly reden: 'bestaat-al' }
  | { readonly reden: 'niet-gevonden'; readonly wat: 'plek' | 'beller' | 'team' }
  | { readonly reden: 'kan-niet-nu' }
  | { readonly reden: 'te-veel'; readonly hoogstens: number }
  /** No lane hours in the coming month. */
  | { readonly reden: 'geen-tijd' }
