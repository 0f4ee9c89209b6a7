import { metSleutel } from '../../platform/bron/index.ts'
import { maakToken } from '../../zgw/index.ts'

/** The headers that say who we are; `namens` is whom this source knows the person as, never a number of theirs. */
export type Aanmelden = (namens?: string) => Promise<Readonly<Record<string, string>>>

/**
 * A JWT (HS256) per question: a receiver refuses what is an hour old, and making one costs microseconds. The audit
 * trail of the source gets the pseudonym that this source alone has for the person, and words that say what it is.
 */
export function metJwt(keus: {
  readonly client: string
  readonly geheim: string
  /** For people who read the audit trail: `Inwoner via Voordeur`. */
  readonly weergave: string
  readonly nu: () => Date
}): Aanmelden {
  const { client, geheim, weergave, nu } = keus
  return async (namens) => {
    const wie = namens === undefined ? { gebruiker: client } : { gebruiker: namens, weergave }
    return { authorization: `Bearer ${maakToken({ client, geheim, ...wie }, nu())}` }
  }
}

/** As Open Klant wants it, and some others. */
export function metVastToken(token: string): Aanmelden {
  return metSleutel('authorization', `Token ${token}`)
}
