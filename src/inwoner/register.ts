/**
 * How a register can leave us without an answer. Pages have a sentence for each; `ander-persoon` is an answer about
 * somebody else, of which nothing is ever shown.
 */
export const registerfouten = [
  'onbereikbaar',
  'te-laat',
  'storing',
  'onleesbaar',
  'ander-persoon',
  'geweigerd',
  /** Not asked: the register failed a moment ago, or too many wait for it. */
  'niet-gevraagd',
] as const

export type Registerfout = (typeof registerfouten)[number]

export interface RegisterMislukt {
  readonly status: 'fout'
  readonly soort: Registerfout
  /** Since when the register has given no good answer to anybody. */
  readonly sinds: Date
}

export type RegisterUitkomst<T> =
  | { readonly status: 'ok'; readonly gegevens: T; readonly op: Date }
  /** The register answered, and does not know this person. Not the same as nothing to tell. */
  | { readonly status: 'onbekend'; readonly op: Date }
  /** The register knows people by their BSN and this person has none. */
  | { readonly status: 'geen-bsn' }
  | RegisterMislukt

/** From what went wrong on the way to a source to what it means for the person. */
const bijBronfout = {
  onbereikbaar: 'onbereikbaar',
  'te-laat': 'te-laat',
  afgebroken: 'storing',
  storing: 'storing',
  geweigerd: 'geweigerd',
  onbegrepen: 'geweigerd',
  onleesbaar: 'onleesbaar',
  'te-groot': 'onleesbaar',
  'ander-antwoord': 'ander-persoon',
  onderbroken: 'niet-gevraagd',
  vol: 'niet-gevraagd',
} as const satisfies Readonly<Record<string, Registerfout>>

export function registerMislukt(fout: {
  readonly soort: keyof typeof bijBronfout
  readonly sinds: Date
}): RegisterMislukt {
  return { status: 'fout', soort: bijBronfout[fout.soort], sinds: fout.sinds }
}
