import type { Routenaam } from './routes.ts'

/** What goes along through a login beside the page: which of our own words that page cannot do without. */
export type Inlogmee = Readonly<Record<string, string>>

/** Per page the name in its address. With whom somebody wants an appointment is an id of the corpus. */
const mee: Partial<Readonly<Record<Routenaam, string>>> = { afspraakNieuw: 'team' }

/** Named limit: as our ids are written, and no longer; whatever else stands in an address stays behind. */
const woord = /^[A-Za-z0-9-]{1,80}$/

export function leesInlogmee(
  naar: Routenaam,
  haal: (naam: string) => string | null | undefined,
): Inlogmee | undefined {
  const naam = mee[naar]
  const waarde = naam === undefined ? undefined : haal(naam)
  return naam !== undefined && typeof waarde === 'string' && woord.test(waarde)
    ? { [naam]: waarde }
    : undefined
}
