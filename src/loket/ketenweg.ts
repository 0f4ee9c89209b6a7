import type { ZodType } from 'zod'
import type { Ketenverbinding } from './koppelingen.ts'

/**
 * `weg`: nobody there, a wrong key, clocks that differ, a page of somebody in between: what was sent did not arrive, as
 * far as we know. `niet-gevonden`: the other side itself said so.
 */
export type Wegantwoord<T> =
  | { readonly status: 'ok'; readonly inhoud: T }
  | { readonly status: 'niet-gevonden' }
  | {
      readonly status: 'weg'
      /** What the other side said of it. */
      readonly om?: 'klok' | 'geweigerd'
      /** The road rests for a while after it failed: what was wrong then may be wrong still. */
      readonly isNietGevraagd?: true
    }

/** To the installations and systems of other organisations, each by a road of its own that rests when it fails. */
export interface Ketenweg {
  readonly vraag: <T>(
    verbinding: Ketenverbinding,
    vraag: {
      /** Complete; the last part is the resource. */
      readonly adres: string
      readonly handeling: string
      readonly json: unknown
      readonly soort?: string
      readonly vorm: ZodType<T>
      /** To another installation of this software: an answer that does not bear the mark of its door is none. */
      readonly isKeten?: true
    },
  ) => Promise<Wegantwoord<T>>
  readonly sluit: () => void
}
