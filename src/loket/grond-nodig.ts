/** A case of somebody who is known, at the organisation that owns it: who states a ground before they read it. */
import type { PersoonId } from '../domain/index.ts'
import { maxGrondMinuten, type Subject } from '../toegang/index.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { Loketvrager } from './loket.ts'
import { hoedanigheden } from './rechten.ts'
import { functiesVan, persoonIn } from './vrager.ts'

/** A professional has a ground for whom they stated one, not long ago, and for nobody else. */
export function heeftGrondVoor(subject: Subject, persoon: PersoonId, nu: Date): boolean {
  if (subject.soort !== 'medewerker' || subject.grond?.persoon !== persoon) return false
  const geledenMs = nu.getTime() - subject.grond.gesteldOp.getTime()
  return geledenMs >= 0 && geledenMs <= maxGrondMinuten * 60_000
}

/**
 * About whom a colleague states a ground first. Nobody for who owns the case, a coordinator, a function that was asked,
 * the system of the organisation itself, and whoever takes part: what they see is shared with them.
 */
export function grondNodig(
  stand: Ketenzaak,
  { subject, isSysteem }: Loketvrager,
  nu: Date,
): PersoonId | undefined {
  const persoon = persoonIn(stand)
  if (persoon === undefined || subject.soort !== 'medewerker' || isSysteem === true) return undefined
  const { organisatie, medewerker } = subject
  if (organisatie !== stand.regie.organisatie || medewerker === stand.regie.medewerker) return undefined
  const functies = functiesVan(subject)
  const is = hoedanigheden(stand, { soort: 'medewerker', organisatie, medewerker, functies }, nu)
  if (functies.includes('coordinator') || is.has('opschaling')) return undefined
  return heeftGrondVoor(subject, persoon, nu) ? undefined : persoon
}
