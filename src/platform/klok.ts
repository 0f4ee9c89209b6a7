/** The clock is passed in, never read: tests and demonstrations choose their own day. */
export interface Klok {
  readonly nu: () => Date
}

export const systeemklok: Klok = { nu: () => new Date() }

/**
 * A clock that starts at `begin` and runs on at normal speed, for `VOORDEUR_NU`.
 * It does not stand still: what should end after an hour must still end.
 */
export function klokVanaf(begin: Date, echt: Klok = systeemklok): Klok {
  const verschilMs = begin.getTime() - echt.nu().getTime()
  return { nu: () => new Date(echt.nu().getTime() + verschilMs) }
}

/**
 * Reads `2027-01-01` or a full moment with zone. A bare date means noon UTC: then it is that
 * same date in Amsterdam (UTC+1 or +2) and in Kralendijk (UTC-4).
 */
export function leesMoment(tekst: string): Date | undefined {
  const isDatum = /^\d{4}-\d{2}-\d{2}$/.test(tekst)
  if (!isDatum && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(tekst))
    return undefined
  const moment = new Date(isDatum ? `${tekst}T12:00:00Z` : tekst)
  if (Number.isNaN(moment.getTime())) return undefined
  // 30 February would otherwise quietly become 2 March.
  if (isDatum && moment.toISOString().slice(0, 10) !== tekst) return undefined
  return moment
}
