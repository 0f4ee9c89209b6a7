/** What people wrote down after a call: one note for each call, to which everybody who was in it can add. */
import type { Datum, OrganisatieId } from '../domain/index.ts'
import type { Stapeigenaar } from '../loket/index.ts'
import { type Belgesprek, type Deelnemer, isVanMedewerker } from './gesprek/belgesprek.ts'

/** Named limits: of one field, of one line, of lines, and of what is added to one note. */
export const HOOGSTENS_VERSLAG = 1_500
export const HOOGSTENS_ACTIE = 200
export const HOOGSTENS_ACTIES = 8
export const HOOGSTENS_BIJDRAGEN = 8

export interface Notitieactie {
  readonly wie: Stapeigenaar
  readonly wat: string
  readonly termijn: Datum
}

/** All of it is theirs to read whom it is about: there is no field for anything else. */
export interface Notitieinhoud {
  readonly vraag: string
  readonly antwoord: string
  readonly afgesproken?: string
  readonly acties: readonly Notitieactie[]
}

export interface Notitieschrijver {
  readonly organisatie: OrganisatieId
  readonly medewerker: string
  readonly naam?: string
}

/** Written once and never changed; who wants to say more adds one. */
export interface Bijdrage {
  /** Made with the form: sent twice it stands there once. */
  readonly id: string
  readonly door: Notitieschrijver
  readonly opMs: number
  readonly inhoud: Notitieinhoud
  /** What of it stands in the chain case. */
  readonly isContact: boolean
  readonly isGepland: boolean
  /** Whoever wrote it may not see the case: all of it waits there for who plans. */
  readonly isVanBuiten?: true
}

export interface Gespreksnotitie {
  readonly gesprek: string
  /** Goes up by one with each change. */
  readonly nr: number
  readonly begonnenMs: number
  readonly ketenzaak?: string
  readonly bijdragen: readonly Bijdrage[]
  /** Nothing was agreed, says who; a contribution later makes that past. */
  readonly niets?: { readonly door: Notitieschrijver; readonly opMs: number }
  /** Keys of the browsers of residents who were in the call: they can read it there. */
  readonly ingangen: readonly string[]
}

/** How many things others may have written that somebody saw, with the form before them. */
export function gezienVan(notitie: Gespreksnotitie | undefined): number {
  return (notitie?.bijdragen.length ?? 0) + (notitie?.niets === undefined ? 0 : 1)
}

const was = ({ stand }: Deelnemer): boolean => stand === 'in-gesprek' || stand === 'weg'

/** People spoke: of a call that nobody answered there is nothing to write down. */
export function isGevoerd({ deelnemers }: Belgesprek): boolean {
  return deelnemers.filter(was).length > 1
}

/** Of whom a note is asked: a professional who was in it, since they left or it ended. */
export function isGevraagd(gesprek: Belgesprek, organisatie: string, medewerker: string): boolean {
  if (!isGevoerd(gesprek)) return false
  const eigen = gesprek.deelnemers.filter((een) => isVanMedewerker(een, organisatie, medewerker))
  return eigen.some(({ stand }) => stand === 'weg') && eigen.every(({ stand }) => stand !== 'in-gesprek')
}

/** Whether somebody was in it at all, also while it goes on. */
export function wasErbij(gesprek: Belgesprek, organisatie: string, medewerker: string): boolean {
  return gesprek.deelnemers.some((een) => was(een) && isVanMedewerker(een, organisatie, medewerker))
}

export function nieuweNotitie(gesprek: Belgesprek): Gespreksnotitie {
  const { id, begonnenMs, ketenzaak } = gesprek
  return {
    ...{ gesprek: id, nr: 0, begonnenMs, bijdragen: [], ingangen: ingangenVan(gesprek) },
    ...(ketenzaak !== undefined && { ketenzaak }),
  }
}

/** A note may be begun while the call goes on: a resident who came in after that reads it as well. */
export function metIngangen(notitie: Gespreksnotitie, gesprek: Belgesprek): Gespreksnotitie {
  return { ...notitie, ingangen: [...new Set([...notitie.ingangen, ...ingangenVan(gesprek)])] }
}

function ingangenVan({ deelnemers }: Belgesprek): readonly string[] {
  return deelnemers.flatMap(({ partij, stand }) =>
    partij.soort === 'gast' && partij.als === 'inwoner' && partij.isBinnen && stand !== 'weggehaald'
      ? [partij.ingang]
      : [],
  )
}

export type Schrijfuitkomst =
  | { readonly status: 'ok' | 'was-er-al'; readonly notitie: Gespreksnotitie }
  /** Somebody wrote meanwhile: nothing was written of this, and what they wrote is in it. */
  | { readonly status: 'conflict'; readonly notitie: Gespreksnotitie }
  | { readonly status: 'vol' }

/** One more contribution, by who saw `gezien` of what others wrote. */
export function schrijfBij(
  notitie: Gespreksnotitie,
  bijdrage: Omit<Bijdrage, 'isContact' | 'isGepland'>,
  gezien: number,
): Schrijfuitkomst {
  if (notitie.bijdragen.some(({ id }) => id === bijdrage.id)) return { status: 'was-er-al', notitie }
  if (gezien !== gezienVan(notitie)) return { status: 'conflict', notitie }
  if (notitie.bijdragen.length >= HOOGSTENS_BIJDRAGEN) return { status: 'vol' }
  const { niets: _, ...rest } = notitie
  const nieuw = { ...bijdrage, isContact: false, isGepland: bijdrage.inhoud.acties.length === 0 }
  return {
    status: 'ok',
    notitie: { ...rest, nr: notitie.nr + 1, bijdragen: [...notitie.bijdragen, nieuw] },
  }
}

export function zegNiets(
  notitie: Gespreksnotitie,
  door: Notitieschrijver,
  { gezien, opMs }: { readonly gezien: number; readonly opMs: number },
): Schrijfuitkomst {
  const eerder = notitie.niets?.door
  if (eerder?.organisatie === door.organisatie && eerder.medewerker === door.medewerker)
    return { status: 'was-er-al', notitie }
  if (gezien !== gezienVan(notitie)) return { status: 'conflict', notitie }
  return { status: 'ok', notitie: { ...notitie, nr: notitie.nr + 1, niets: { door, opMs } } }
}

/** Something of it waits for whoever plans the case. */
export function wachtOpPlan({ isContact, isGepland, isVanBuiten }: Bijdrage): boolean {
  return !isGepland || (isVanBuiten === true && !isContact)
}

/** What of one contribution came into the case. */
export function metGeland(
  notitie: Gespreksnotitie,
  id: string,
  wat: Partial<Pick<Bijdrage, 'isContact' | 'isGepland'>>,
): Gespreksnotitie {
  const bijdragen = notitie.bijdragen.map((een) => (een.id === id ? { ...een, ...wat } : een))
  return { ...notitie, nr: notitie.nr + 1, bijdragen }
}
