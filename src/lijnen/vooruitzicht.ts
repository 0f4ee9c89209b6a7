import { begin, type Omgeving } from './bouw.ts'
import { type IsOpenTeam, kiesPlek, passingVoor } from './kiezen.ts'
import { beoordeelTeams, type Lijnvraag, type Stap } from './passing.ts'
import { voorrangskost } from './plafond.ts'
import { eersteToezegging } from './toezegging.ts'
import { collegasVoor } from './voorlaten.ts'
import type { Beller, Namens, Rang, Toezegging, Wachtrij } from './wachtrij.ts'
import { wachtband } from './wachttijd/wachtband.ts'

/** What to say before somebody dials. Minutes are whole, rounded away from the middle. */
export type Vooruitzicht =
  | { readonly soort: 'geen-lijn' }
  | { readonly soort: 'meteen'; readonly team: string }
  /** Nine in ten wait between these two, if calls last as long as they did; `voor` of them come first. */
  | {
      readonly soort: 'band'
      readonly voor: number
      readonly vanMinuten: number
      readonly totMinuten: number
      /** The lane took its share: this call waits with the public. */
      readonly alsPubliek: boolean
    }
  /** Outside lane hours, or nobody there, or too many before them to say anything of use. */
  | { readonly soort: 'gesloten' | 'niemand' | 'onbekend'; readonly toezegging?: Toezegging }

/** The forecast of a lane call that would come in now. */
export function vooruitzicht(
  wachtrij: Wachtrij,
  { vraag, namens }: { readonly vraag: Lijnvraag; readonly namens: Namens },
  omgeving: Omgeving,
): Vooruitzicht {
  const { isOpen, nuMs } = begin(wachtrij, omgeving)
  const { passend } = beoordeelTeams(omgeving.teams.values(), vraag)
  if (passend.length === 0) return { soort: 'geen-lijn' }
  const teams = passend.flatMap(({ team }) => omgeving.teams.get(team) ?? [])
  const later = (soort: 'gesloten' | 'niemand' | 'onbekend'): Vooruitzicht => {
    const toezegging = eersteToezegging(wachtrij, { teams, nu: omgeving.nu, keer: 1, bezet: omgeving.bezet })
    return { soort, ...(toezegging && { toezegging }) }
  }
  const eerste = passend.find(({ team }) => isOpen(team))
  if (eerste === undefined) return later('gesloten')
  const beller: { readonly passend: typeof passend; readonly stap: Stap } = {
    passend,
    stap: eerste.vanafStap,
  }
  const keuze = kiesPlek(wachtrij, beller, nuMs, isOpen)
  if (keuze !== undefined) return { soort: 'meteen', team: keuze.passing.team }

  // A resident at the desk takes the place of a colleague for themselves.
  const isVoorgelaten =
    namens === 'inwoner' && collegasVoor(wachtrij.wachtenden, { passend }).some((een) => een.rang === 2)
  const heeftVoorrang = isVoorgelaten || voorrangskost(wachtrij, nuMs) !== undefined
  const rang: Rang = heeftVoorrang ? (namens === 'inwoner' ? 1 : 2) : 3
  const band = bandVan(wachtrij, {
    beller: { ...beller, rang },
    isVoor: (ander) => ander.rang <= rang,
    isOpen,
  })
  return typeof band === 'string' ? later(band) : band
}

/** How somebody who waits stands now: as before they dialled, but with the place that they have. */
export function plaatsbeeld(wachtrij: Wachtrij, id: string, omgeving: Omgeving): Plaatsbeeld | undefined {
  const { isOpen } = begin(wachtrij, omgeving)
  const plaats = wachtrij.wachtenden.findIndex((een) => een.id === id)
  const beller = wachtrij.wachtenden[plaats]
  if (beller === undefined) return undefined
  const eerder = new Set(wachtrij.wachtenden.slice(0, plaats))
  const band = bandVan(wachtrij, { beller, isVoor: (ander) => eerder.has(ander), isOpen })
  return { beller, band: typeof band === 'string' ? { soort: band } : band }
}

export interface Plaatsbeeld {
  readonly beller: Beller
  /** `niemand`: whoever is there is at something else, and comes back nobody knows when. */
  readonly band: Band | { readonly soort: 'niemand' | 'onbekend' }
}

type Band = Extract<Vooruitzicht, { readonly soort: 'band' }>

function bandVan(
  wachtrij: Wachtrij,
  {
    beller,
    isVoor,
    isOpen,
  }: {
    readonly beller: Pick<Beller, 'passend' | 'stap' | 'rang' | 'eigenPlek'>
    readonly isVoor: (ander: Beller) => boolean
    readonly isOpen: IsOpenTeam
  },
): Band | 'niemand' | 'onbekend' {
  // Who is at something else comes back nobody knows when.
  const helpers = wachtrij.plekken.filter(
    (plek) =>
      (plek.stand === 'in-gesprek' || plek.stand === 'nawerk') &&
      passingVoor(plek, beller, isOpen) !== undefined,
  )
  if (helpers.length === 0) return 'niemand'
  const voor = wachtrij.wachtenden.filter(
    (ander) => isVoor(ander) && helpers.some((plek) => passingVoor(plek, ander, isOpen) !== undefined),
  ).length
  const behandelMinuten = wachtrij.behandelMs / 60_000
  const vraagVan = { voor, medewerkers: helpers.length, behandelMinuten }
  // How many will overtake is not known; more than the cap cannot. So: from nobody to as many as can.
  const hoogstens = beller.rang <= 1 ? 0 : (wachtrij.instellingen.plafond * helpers.length) / behandelMinuten
  const snel = wachtband({ ...vraagVan, inhalersPerMinuut: 0 })
  const traag = wachtband({ ...vraagVan, inhalersPerMinuut: hoogstens })
  if (snel.soort !== 'bekend' || traag.soort !== 'bekend') return 'onbekend'
  return {
    soort: 'band',
    voor,
    vanMinuten: Math.floor(snel.waarde.vanMinuten),
    totMinuten: Math.ceil(traag.waarde.totMinuten),
    alsPubliek: beller.rang === 3,
  }
}
