import { begin, type Omgeving } from './bouw.ts'
import { kiesPlek, passingVoor } from './kiezen.ts'
import { beoordeelTeams, type Lijnvraag, type Stap } from './passing.ts'
import { voorrangskost } from './plafond.ts'
import { eersteToezegging } from './toezegging.ts'
import type { Namens, Rang, Toezegging, Wachtrij } from './wachtrij.ts'
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
    const toezegging = eersteToezegging(wachtrij, { teams, nu: omgeving.nu, keer: 1 })
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

  // Who is at something else comes back nobody knows when.
  const helpers = wachtrij.plekken.filter(
    (plek) =>
      (plek.stand === 'in-gesprek' || plek.stand === 'nawerk') &&
      passingVoor(plek, beller, isOpen) !== undefined,
  )
  if (helpers.length === 0) return later('niemand')
  const heeftVoorrang = voorrangskost(wachtrij, nuMs) !== undefined
  const rang: Rang = heeftVoorrang ? (namens === 'inwoner' ? 1 : 2) : 3
  const voor = wachtrij.wachtenden.filter(
    (ander) => ander.rang <= rang && helpers.some((plek) => passingVoor(plek, ander, isOpen) !== undefined),
  ).length
  const behandelMinuten = wachtrij.behandelMs / 60_000
  const vraagVan = { voor, medewerkers: helpers.length, behandelMinuten }
  // How many will overtake is not known; more than the cap cannot. So: from nobody to as many as can.
  const hoogstens = rang === 1 ? 0 : (wachtrij.instellingen.plafond * helpers.length) / behandelMinuten
  const snel = wachtband({ ...vraagVan, inhalersPerMinuut: 0 })
  const traag = wachtband({ ...vraagVan, inhalersPerMinuut: hoogstens })
  if (snel.soort !== 'bekend' || traag.soort !== 'bekend') return later('onbekend')
  return {
    soort: 'band',
    voor,
    vanMinuten: Math.floor(snel.waarde.vanMinuten),
    totMinuten: Math.ceil(traag.waarde.totMinuten),
    alsPubliek: !heeftVoorrang,
  }
}
