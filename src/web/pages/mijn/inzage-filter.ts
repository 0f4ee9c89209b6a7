import type { InzageFilter, Inzagekeuzes } from '../../../audit/index.ts'
import { beginVan, type Datum, maakDatum, parseDatum, plusDagen } from '../../../kalender/index.ts'
import type { Getoond } from './inzage-voor-kind.ts'
import type { Wie } from './wie.ts'

/**
 * Who looked and is no professional; `portaal`: another portal to which they said yes, `meegekomen`: at somebody else,
 * and data of this person came along.
 */
export const kijkers = ['zelf', 'ander', 'portaal', 'programma', 'meegekomen'] as const
export type Kijker = (typeof kijkers)[number]

/** What the list is narrowed to; without any of these it is all of it. */
export interface Inzagekeuze {
  readonly verwerking?: string
  readonly kijker?: Kijker
  /** Of several portals this one; only beside `kijker: 'portaal'`. */
  readonly portaal?: string
  /** Of a professional; never beside `kijker`. */
  readonly organisatie?: string
  /** Whole days in the Netherlands, the last one included. */
  readonly vanaf?: Datum
  readonly totEnMet?: Datum
}

/** What somebody can choose from, each in an order that stays. */
export interface Keuzelijsten extends Inzagekeuzes {
  /** Portals that are known here. */
  readonly portalen?: readonly string[]
}

export interface LeesUitslag {
  readonly keuze: Inzagekeuze
  /** The field, and what is wrong with it. */
  readonly fouten: readonly {
    readonly veld: 'wie' | 'wat' | 'vanaf' | 'tm'
    readonly soort: 'niet-in-lijst' | 'geen-dag' | 'te-vroeg'
  }[]
  readonly bladzij: number
  /** Lines before this moment alone: each look makes the list longer, and pages must stay what they were. */
  readonly voor: Date | undefined
}

/**
 * What was chosen, from the address: `?wat=2&wie=1&vanaf=2026-01-01&tm=2026-01-31&n=2&voor=1772359200001`. An
 * activity and an organisation are their place in the person's own list: an address does not say who looked at whom,
 * or what for. A place that is not there is a fault, and never «everything».
 */
export function leesKeuze(zoek: URLSearchParams, keuzes: Keuzelijsten): LeesUitslag {
  const verwerking = opPlaats(keuzes.verwerkingen, zoek.get('wat'))
  const portaal = opPlaats(keuzes.portalen ?? [], /^portaal(\d+)$/.exec(zoek.get('wie') ?? '')?.[1] ?? null)
  const kijker = portaal === undefined ? kijkers.find((soort) => soort === zoek.get('wie')) : 'portaal'
  const organisatie = opPlaats(keuzes.organisaties, zoek.get('wie'))
  const [vanaf, totEnMet] = [leesDag(zoek.get('vanaf')), leesDag(zoek.get('tm'))]
  const fouten: LeesUitslag['fouten'][number][] = []
  if (zoek.get('wie') && kijker === undefined && organisatie === undefined)
    fouten.push({ veld: 'wie', soort: 'niet-in-lijst' })
  if (zoek.get('wat') && verwerking === undefined) fouten.push({ veld: 'wat', soort: 'niet-in-lijst' })
  if (vanaf === 'geen-dag') fouten.push({ veld: 'vanaf', soort: 'geen-dag' })
  if (totEnMet === 'geen-dag') fouten.push({ veld: 'tm', soort: 'geen-dag' })
  else if (vanaf && totEnMet && totEnMet < vanaf) fouten.push({ veld: 'tm', soort: 'te-vroeg' })
  return {
    keuze: {
      ...(verwerking !== undefined && { verwerking }),
      ...(kijker !== undefined && { kijker }),
      ...(portaal !== undefined && { portaal }),
      ...(organisatie !== undefined && { organisatie }),
      ...(vanaf && vanaf !== 'geen-dag' && { vanaf }),
      ...(totEnMet && totEnMet !== 'geen-dag' && { totEnMet }),
    },
    fouten,
    bladzij: /^[1-9]\d?$/.test(zoek.get('n') ?? '') ? Number(zoek.get('n')) : 1,
    voor: momentvorm.test(zoek.get('voor') ?? '') ? new Date(Number(zoek.get('voor'))) : undefined,
  }
}

/** The same choice in an address; of a page of it, or of a download. */
export function inAdres(keuze: Inzagekeuze, keuzes: Keuzelijsten): Readonly<Record<string, string>> {
  const { verwerking, kijker, portaal, organisatie, vanaf, totEnMet } = keuze
  const kijkerNaam =
    kijker && `${kijker}${portaal === undefined ? '' : plaatsVan(keuzes.portalen ?? [], portaal)}`
  const wie = kijkerNaam ?? (organisatie && plaatsVan(keuzes.organisaties, organisatie))
  return {
    ...(verwerking !== undefined && { wat: plaatsVan(keuzes.verwerkingen, verwerking) }),
    ...(wie !== undefined && { wie }),
    ...(vanaf !== undefined && { vanaf }),
    ...(totEnMet !== undefined && { tm: totEnMet }),
  }
}

export function plaatsVan(lijst: readonly string[], naam: string): string {
  return String(lijst.indexOf(naam) + 1)
}

/** For the links to the other languages: what has the form of a choice, whatever it chooses. */
export function inzageZoekdeel(zoek: URLSearchParams): string {
  const vormen = {
    wat: /^\d{1,3}$/,
    wie: /^(\d{1,3}|[a-z]{1,10}\d{0,3})$/,
    vanaf: dagvorm,
    tm: dagvorm,
    n: /^\d{1,2}$/,
    voor: momentvorm,
  }
  const uit = new URLSearchParams()
  for (const [naam, vorm] of Object.entries(vormen)) {
    const waarde = zoek.get(naam) ?? ''
    if (vorm.test(waarde)) uit.set(naam, waarde)
  }
  return uit.size === 0 ? '' : `?${uit}`
}

/** The part of a choice that the database can make. */
export function filterVan(keuze: Inzagekeuze): Omit<InzageFilter, 'max'> {
  const { verwerking, kijker, organisatie, vanaf, totEnMet } = keuze
  return {
    ...(verwerking !== undefined && { verwerking }),
    ...(kijker !== undefined && { zonderOrganisatie: true }),
    ...(organisatie !== undefined && { organisatie }),
    ...(vanaf !== undefined && { vanaf: beginVan(vanaf, 'Europe/Amsterdam') }),
    ...(totEnMet !== undefined && { tot: beginVan(plusDagen(totEnMet, 1), 'Europe/Amsterdam') }),
  }
}

/** The other part: who it was lies sealed. */
export function past({ kijker, portaal }: Inzagekeuze, wie: Pick<Wie, 'subject'>, inzage: Getoond): boolean {
  if (kijker === undefined) return true
  const door = inzage.inhoud?.door
  if (portaal !== undefined && !(door?.soort === 'portaal' && door.portaal === portaal)) return false
  return kijkerVan(wie, inzage) === kijker
}

/** Absent for a professional, and for a line of which the payload was erased. */
export function kijkerVan({ subject }: Pick<Wie, 'subject'>, { inhoud }: Getoond): Kijker | undefined {
  const door = inhoud?.door
  if (door === undefined || door.soort === 'medewerker' || door.soort === 'ergens') return undefined
  if (door.soort === 'taak') return 'programma'
  if (door.soort === 'huishouden') return 'meegekomen'
  if (door.soort === 'portaal') return 'portaal'
  return door.persoon === subject.persoon ? 'zelf' : 'ander'
}

/** Milliseconds, as `Date` counts them. */
const momentvorm = /^\d{1,14}$/
const dagvorm = /^(\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4})$/

/** As a browser sends it; a browser without a calendar lets people type, and they begin with the day. */
function leesDag(waarde: string | null): Datum | 'geen-dag' | undefined {
  const tekst = (waarde ?? '').trim()
  if (tekst === '') return undefined
  const delen = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(tekst)
  const dag = delen ? maakDatum(Number(delen[3]), Number(delen[2]), Number(delen[1])) : parseDatum(tekst)
  return dag ?? 'geen-dag'
}

function opPlaats(lijst: readonly string[], waarde: string | null): string | undefined {
  return /^[1-9]\d{0,2}$/.test(waarde ?? '') ? lijst[Number(waarde) - 1] : undefined
}
