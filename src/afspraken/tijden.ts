import type { Afspraakteam } from '../corpus/index.ts'
import { type Datum, datumOp, feestdagOp, momentOp, plusDagen, weekdagVan } from '../kalender/index.ts'

/** Part of the day at one team: from `begin` up to `einde`. */
export interface Tijdvak {
  readonly begin: Date
  readonly einde: Date
}

/** One at which somebody can still come, and for how many there is room. */
export interface VrijTijdvak extends Tijdvak {
  readonly vrij: number
}

type Rooster = Pick<
  Afspraakteam,
  'zone' | 'openingstijden' | 'dichtOpFeestdagen' | 'gesloten' | 'duurMinuten'
>

/** Back to back from opening on; what does not fit before closing is none. A day on which they are shut has none. */
export function tijdvakkenOp(team: Rooster, dag: Datum): readonly Tijdvak[] {
  const { zone, openingstijden, dichtOpFeestdagen, gesloten, duurMinuten } = team
  if (gesloten.includes(dag) || (dichtOpFeestdagen && feestdagOp(dag) !== undefined)) return []
  const vandaag = openingstijden.filter(({ weekdag }) => weekdag === weekdagVan(dag))
  return vandaag.flatMap(({ vanMinuut, totMinuut }) => {
    const aantal = Math.floor((totMinuut - vanMinuut) / duurMinuten)
    return Array.from({ length: aantal }, (_, nummer): Tijdvak => {
      const begin = momentOp(dag, vanMinuut + nummer * duurMinuten, zone)
      return { begin, einde: new Date(begin.getTime() + duurMinuten * 60_000) }
    })
  })
}

/** First and last day on which somebody who asks now can come. */
export function boekbareDagen(
  { zone, voorafMinuten, hoogstensDagen }: Afspraakteam,
  nu: Date,
): { readonly vanaf: Datum; readonly totEnMet: Datum } {
  const vanaf = datumOp(new Date(nu.getTime() + voorafMinuten * 60_000), zone)
  return { vanaf, totEnMet: plusDagen(datumOp(nu, zone), hoogstensDagen) }
}

/** Is this one of theirs, not too soon and not too far away? Whether there is room is another question. */
export function isBoekbaar(team: Afspraakteam, begin: Date, nu: Date): Tijdvak | undefined {
  const dag = datumOp(begin, team.zone)
  if (!isTijdig(team, begin, nu) || dag > boekbareDagen(team, nu).totEnMet) return undefined
  return tijdvakkenOp(team, dag).find((vak) => vak.begin.getTime() === begin.getTime())
}

function isTijdig({ voorafMinuten }: Afspraakteam, begin: Date, nu: Date): boolean {
  return begin.getTime() >= nu.getTime() + voorafMinuten * 60_000
}

/**
 * Where there is room on that day. `bezet` may hold appointments that were made under other hours: whoever sits there
 * for a part of the time takes a place for all of it.
 */
export function vrijeTijden(
  team: Afspraakteam,
  { dag, nu, bezet }: { readonly dag: Datum; readonly nu: Date; readonly bezet: readonly Tijdvak[] },
): readonly VrijTijdvak[] {
  const { vanaf, totEnMet } = boekbareDagen(team, nu)
  if (dag < vanaf || dag > totEnMet) return []
  return tijdvakkenOp(team, dag).flatMap((vak): VrijTijdvak[] => {
    if (!isTijdig(team, vak.begin, nu)) return []
    const vrij = team.capaciteit - bezet.filter((ander) => overlapt(vak, ander)).length
    return vrij > 0 ? [{ ...vak, vrij }] : []
  })
}

/** Every day on which somebody who asks now can still come, with the times. */
export function vrijeDagen(
  team: Afspraakteam,
  { nu, bezet }: { readonly nu: Date; readonly bezet: readonly Tijdvak[] },
): ReadonlyMap<Datum, readonly VrijTijdvak[]> {
  const { vanaf, totEnMet } = boekbareDagen(team, nu)
  const perDag = Map.groupBy(bezet, ({ begin }) => datumOp(begin, team.zone))
  const dagen = new Map<Datum, readonly VrijTijdvak[]>()
  for (let dag = vanaf; dag <= totEnMet; dag = plusDagen(dag, 1)) {
    const vrij = vrijeTijden(team, { dag, nu, bezet: perDag.get(dag) ?? [] })
    if (vrij.length > 0) dagen.set(dag, vrij)
  }
  return dagen
}

function overlapt(een: Tijdvak, ander: Tijdvak): boolean {
  return een.begin < ander.einde && ander.begin < een.einde
}
