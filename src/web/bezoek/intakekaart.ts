/**
 * The question of whoever sits at an information point, in their own words. It lives in the sealed cookie of that browser,
 * is read by the session that wrote it alone, and holds an hour after it was last changed, whatever else is written there.
 */
import { createHash } from 'node:crypto'
import { GELDIG_SECONDEN } from './koekje.ts'

export interface Intakekaart {
  /** Which login wrote it: a hash, so that whoever logs in next on this computer reads nothing. */
  readonly sessie: string
  /** When it was last changed. */
  readonly op: Date
  readonly vraag: string
  /** Code of a municipality or island. */
  readonly plaats?: string
  /** `regeling:zorgtoeslag`, `gebeurtenis:overlijden`, `organisatie:svb`. */
  readonly gekozen: readonly string[]
  readonly afspraken: readonly Kaartafspraak[]
}

/** Of nobody: its number is what opens it. */
export interface Kaartafspraak {
  readonly nummer: string
  readonly team: string
  readonly begin: Date
}

/** Named limits: a question is not a file. */
export const HOOGSTENS_VRAAG = 600
export const HOOGSTENS_GEKOZEN = 20
export const HOOGSTENS_AFSPRAKEN = 5

const KEUZE = /^(regeling|gebeurtenis|organisatie):[A-Za-z0-9-]{1,80}$/

export function sessiemerk(sessie: string): string {
  return createHash('sha256').update(`voordeur intake|${sessie}`).digest('base64url').slice(0, 22)
}

export function isKeuze(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && KEUZE.test(waarde)
}

export function schrijfKaart({ sessie, op, vraag, plaats, gekozen, afspraken }: Intakekaart): unknown {
  return [
    sessie,
    Math.floor(op.getTime() / 1000),
    vraag,
    plaats ?? '',
    gekozen,
    afspraken.map(({ nummer, team, begin }) => [nummer, team, begin.getTime()]),
  ]
}

/** Nothing when it is over, or when an older version wrote something else. */
export function leesKaart(inhoud: unknown, nu: Date): Intakekaart | undefined {
  const k = typeof inhoud === 'object' && inhoud !== null && 'k' in inhoud ? inhoud.k : undefined
  if (!Array.isArray(k)) return undefined
  const [sessie, seconden, vraag, plaats, gekozen, afspraken]: unknown[] = k
  if (typeof sessie !== 'string' || typeof seconden !== 'number' || typeof vraag !== 'string')
    return undefined
  if (typeof plaats !== 'string' || !Array.isArray(gekozen) || !Array.isArray(afspraken)) return undefined
  const op = new Date(seconden * 1000)
  const oudMs = nu.getTime() - op.getTime()
  if (!(oudMs <= GELDIG_SECONDEN * 1000)) return undefined
  return {
    sessie,
    op,
    vraag: vraag.slice(0, HOOGSTENS_VRAAG),
    ...(plaats !== '' && { plaats }),
    gekozen: gekozen.filter(isKeuze).slice(0, HOOGSTENS_GEKOZEN),
    afspraken: afspraken.flatMap(leesAfspraak).slice(0, HOOGSTENS_AFSPRAKEN),
  }
}

function leesAfspraak(rij: unknown): Kaartafspraak[] {
  if (!Array.isArray(rij)) return []
  const [nummer, team, begin]: unknown[] = rij
  if (typeof nummer !== 'string' || typeof team !== 'string' || typeof begin !== 'number') return []
  return [{ nummer, team, begin: new Date(begin) }]
}
