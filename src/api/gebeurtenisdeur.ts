/** Where other organisations tell us something: who they are, and who here takes what they say. */
/** Who takes messages of some kinds; what nobody takes is acknowledged and counted. */
export interface Gebeurtenisontvanger {
  /** Begin of the types, with the dot: `nl.overheid.zaken.`. */
  readonly soorten: string
  /** All of them or none; `afzender` is who the key belongs to. */
  readonly ontvang: (afzender: string, gebeurtenissen: readonly unknown[]) => Promise<Gebeurtenisuitkomst>
}

export type Gebeurtenisuitkomst =
  | { readonly status: 'ontvangen' }
  | { readonly status: 'ongeldig'; readonly plaats: string; readonly waarom: string }
  | { readonly status: 'vol' }

export interface Gebeurtenisdeur {
  /** Whose key this is, by the header Authorization; `undefined` when it is nobody's. */
  readonly afzender: (authorization: string | undefined) => string | undefined
  readonly ontvangers: readonly Gebeurtenisontvanger[]
  readonly telOnbekend: (afzender: string, aantal: number) => Promise<void>
}
