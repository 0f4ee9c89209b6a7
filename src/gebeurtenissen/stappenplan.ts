import type { Levensgebeurtenis, Stap, Stapgebied } from '../corpus/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { Gegevens } from './gegevens.ts'
import { isLater, type Plantermijn, plantermijn } from './plantermijn.ts'
import { type Omgeving, type Stapwie, stapwie } from './wie.ts'

/**
 * `te-doen`: yours, now. `later`: yours, but it cannot be done yet. `te-laat`: its last day is over
 * (we do not know whether it was done). `vanzelf` and `door-ander`: nothing for you to do.
 */
export type Staat = 'te-doen' | 'later' | 'te-laat' | 'vanzelf' | 'door-ander'

export interface GeplandeStap {
  readonly stap: Stap
  /** From 1, in this plan. */
  readonly nummer: number
  readonly staat: Staat
  readonly wie: Stapwie
  readonly termijn: Plantermijn
  /** The question that decides is open, so the page says for whom the step is. */
  readonly isVoorwaardelijk: boolean
  /** Steps of this plan that come first, by number. */
  readonly wachtOp: readonly number[]
}

export interface VervallenStap {
  readonly stap: Stap
  readonly reden: 'antwoord' | 'plaats'
}

export interface Stappenplan {
  readonly stappen: readonly GeplandeStap[]
  readonly vervallen: readonly VervallenStap[]
  /** How many different organisations take part. */
  readonly organisaties: number
  readonly perStaat: Readonly<Record<Staat, number>>
  /** The first last day that is still to come, of a step of the visitor. */
  readonly eersteTermijn: GeplandeStap | undefined
}

export interface PlanInvoer extends Omgeving {
  readonly gebeurtenis: Levensgebeurtenis
  readonly gegevens: Gegevens
  /** Today, in the zone of the place. */
  readonly vandaag: Datum
  /** Which law we take until we know the place. */
  readonly landBijGeenPlaats: 'nederland' | 'caribisch'
}

const CARIBISCH: readonly Stapgebied[] = ['caribisch', 'bonaire', 'saba', 'sint-eustatius']

/** The steps of one person, in the order of the event, each with who, when and what it waits for. */
export function maakStappenplan(invoer: PlanInvoer): Stappenplan {
  const { gebeurtenis, gegevens } = invoer
  const vervallen: VervallenStap[] = []
  const over: Stap[] = []
  for (const stap of gebeurtenis.stappen) {
    if (!geldtHier(stap, invoer)) vervallen.push({ stap, reden: 'plaats' })
    else if (valtAf(stap, gegevens)) vervallen.push({ stap, reden: 'antwoord' })
    else over.push(stap)
  }
  const nummers = new Map(over.map((stap, index) => [stap.id, index + 1]))
  const later = laterOp(over, invoer)
  const stappen = over.map((stap, index): GeplandeStap => {
    const termijn = plantermijn(stap.termijn, gegevens.datum)
    return {
      stap,
      nummer: index + 1,
      staat: staatVan(stap, termijn, { vandaag: invoer.vandaag, isLater: later.has(stap.id) }),
      wie: stapwie(stap, invoer),
      termijn,
      isVoorwaardelijk: isOpen(stap, gegevens),
      wachtOp: stap.wachtOp.flatMap((id) => nummers.get(id) ?? []),
    }
  })
  return {
    stappen,
    vervallen,
    organisaties: new Set(stappen.map(({ wie }) => wie.id)).size,
    perStaat: telPerStaat(stappen),
    eersteTermijn: eersteTermijn(stappen, invoer.vandaag),
  }
}

function geldtHier({ gebied }: Stap, { plaats, landBijGeenPlaats }: PlanInvoer): boolean {
  if (gebied === undefined) return true
  if (plaats !== undefined) return plaats.code === gebied || plaats.in.includes(gebied)
  return landBijGeenPlaats === 'caribisch' ? CARIBISCH.includes(gebied) : gebied === 'nederland'
}

/** One answer that does not fit is enough. */
function valtAf({ als }: Stap, { antwoorden }: Gegevens): boolean {
  return Object.entries(als ?? {}).some(([vraag, goed]) => {
    const antwoord = antwoorden[vraag]
    return antwoord !== undefined && !goed.includes(antwoord)
  })
}

function isOpen({ als }: Stap, { antwoorden }: Gegevens): boolean {
  return Object.keys(als ?? {}).some((vraag) => antwoorden[vraag] === undefined)
}

/** A step that waits for one that cannot be done yet, cannot be done yet either. */
function laterOp(stappen: readonly Stap[], { gegevens, vandaag }: PlanInvoer): ReadonlySet<string> {
  const later = new Set(
    stappen.filter(({ termijn }) => isLater(termijn, gegevens.datum, vandaag)).map(({ id }) => id),
  )
  // The corpus has no circles, so each round adds a step or is the last.
  for (let gegroeid = true; gegroeid; ) {
    gegroeid = false
    for (const { id, wachtOp } of stappen) {
      if (later.has(id) || !wachtOp.some((eerst) => later.has(eerst))) continue
      later.add(id)
      gegroeid = true
    }
  }
  return later
}

function staatVan(
  { wie }: Stap,
  { tot }: Plantermijn,
  nu: { readonly vandaag: Datum; readonly isLater: boolean },
): Staat {
  if (wie === 'vanzelf') return 'vanzelf'
  if (wie === 'ander') return 'door-ander'
  if (tot !== undefined && tot < nu.vandaag) return 'te-laat'
  return nu.isLater ? 'later' : 'te-doen'
}

function telPerStaat(stappen: readonly GeplandeStap[]): Record<Staat, number> {
  const aantallen = { 'te-doen': 0, later: 0, 'te-laat': 0, vanzelf: 0, 'door-ander': 0 }
  for (const { staat } of stappen) aantallen[staat] += 1
  return aantallen
}

function eersteTermijn(stappen: readonly GeplandeStap[], vandaag: Datum): GeplandeStap | undefined {
  let eerste: GeplandeStap | undefined
  for (const stap of stappen) {
    const { tot } = stap.termijn
    if (stap.stap.wie !== 'u' || tot === undefined || tot < vandaag) continue
    if (eerste?.termijn.tot === undefined || tot < eerste.termijn.tot) eerste = stap
  }
  return eerste
}
