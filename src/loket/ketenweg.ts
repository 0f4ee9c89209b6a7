import type { ZodType } from 'zod'
import type { Ketenverbinding } from './koppelingen.ts'

/** `weg`: nobody there, a wrong key, clocks that differ: what was sent did not arrive, as far as we know. */
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
    },
  ) => Promise<Wegantwoord<T>>
  readonly sluit: () => void
}
