/** Somebody that can be chosen, with what the provider says about them. */
export interface Inloggever {
  /** In the address of nothing: only in a form and as `sub`. */
  readonly id: string
  readonly naam: string
  readonly verhaal: string
  readonly isExtra: boolean
  /** Scope by which this one can be found, and the claims that come with it. */
  readonly scope: string
  readonly claims: Readonly<Record<string, unknown>>
}
