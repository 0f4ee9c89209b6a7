/** What makes a professional look at somebody's data. */
export const redenen = ['balie', 'telefoon', 'brief', 'zaak'] as const
export type Reden = (typeof redenen)[number]

declare const merk: unique symbol

/**
 * The reason as it stands in the database, stated before anything is fetched. Whatever a professional does with
 * somebody's data carries one, and only `toegang/gronden.ts` makes them (test/tidy): without stating a reason there
 * is nothing to search with.
 */
export interface Aanleiding {
  readonly [merk]: 'Aanleiding'
  readonly reden: Reden
  /** Where it can be found again at their own organisation. Says nothing about a person. */
  readonly kenmerk?: string
}

export function geefAanleiding(reden: Reden, kenmerk: string | undefined): Aanleiding {
  const velden = { reden, ...(kenmerk !== undefined && { kenmerk }) }
  // The brand exists for the compiler alone; that nobody else calls this is for test/tidy.
  return Object.freeze(velden) as unknown as Aanleiding
}
