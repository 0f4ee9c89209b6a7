/**
 * A campaign that is measured: who gets it and who does not is drawn by lot within each layer, and of both groups is
 * counted how far they came. Only numbers are kept. Who has which number on a list is known to who keeps that list.
 */

import type { OrganisatieId } from '../domain/index.ts'
import { KLEINSTE } from '../ervaring/index.ts'
import { begin, stroom } from './bevolking/toeval.ts'
import { type Effect, effectVan } from './campagnemaat.ts'

export const armen = ['campagne', 'controle'] as const
export type Arm = (typeof armen)[number]

/** From reached to granted. Who gets nothing is not reached and looks at nothing: of them the last two count. */
export const fasen = ['bereikt', 'bekeken', 'aangevraagd', 'toegekend'] as const
export type Fase = (typeof fasen)[number]

export const campagnekanalen = ['brief', 'telefoon', 'informatiepunt', 'email', 'sms', 'wijkkrant'] as const
export type Campagnekanaal = (typeof campagnekanalen)[number]

/** `huishouden`: a list that somebody has a ground for. `buurt`: whole neighbourhoods, and no list of anybody. */
export const eenheden = ['buurt', 'huishouden'] as const
export type Eenheid = (typeof eenheden)[number]

export interface Laag {
  readonly naam: string
  /** Units in it: households, or neighbourhoods. */
  readonly omvang: number
}

export interface Campagneplan {
  readonly regeling: string
  readonly gemeente: string
  readonly kanaal: Campagnekanaal
  readonly eenheid: Eenheid
  /** Households with a probable right in a unit, on average; 1 for `huishouden`. */
  readonly perEenheid: number
  readonly lagen: readonly Laag[]
  /** Of the units, those that get nothing until it was measured: 0 to 1. */
  readonly controledeel: number
  readonly zaad: number
  /** For `huishouden`: the ground for the list (corpus/lijstgronden). */
  readonly grond: string | undefined
  /** Share that applies by itself, and the rise that it is hoped to bring. */
  readonly verwacht: { readonly zonder: number; readonly stijging: number }
}

export type Campagnetelling = Readonly<Record<Arm, Readonly<Record<Fase, number>>>>

export interface Campagne {
  readonly id: string
  readonly organisatie: OrganisatieId
  readonly plan: Campagneplan
  readonly tellingen: Campagnetelling
  /** Goes up with each write. */
  readonly versie: number
  readonly gemaakt: string
  /** YYYY-MM-DD: ended after it began; nothing is counted any more, and what was counted stays. */
  readonly gestopt?: string
}

/** Named limits. */
export const HOOGSTENS_LAGEN = 12
/**
 * Of the neighbourhoods so many get it, and so many do not. With fewer, how far neighbourhoods lie apart cannot show, and
 * the interval rests on SAMENHANG alone; a choice of ours.
 */
export const MINSTENS_BUURTEN = 4
export const HOOGSTENS_EENHEDEN = 100_000
export const HOOGSTENS_HUISHOUDENS = 10_000_000

/** Households of one neighbourhood resemble each other; how much was not measured, so it is a guess. */
export const SAMENHANG = {
  waarde: 0.01,
  zekerheid: 'aangenomen',
  bron: 'schatting van ons: huishoudens van een buurt lijken een honderdste op elkaar',
} as const

/** By so much a count in neighbourhoods says less than one in households: 1 + (m − 1) ρ (Kish). */
export function ontwerpfactor({ eenheid, perEenheid }: Pick<Campagneplan, 'eenheid' | 'perEenheid'>): number {
  return eenheid === 'huishouden' ? 1 : 1 + (perEenheid - 1) * SAMENHANG.waarde
}

export interface Toegewezen {
  readonly laag: string
  /** From 1, in the order of the list of who keeps it. */
  readonly nummer: number
  readonly arm: Arm
}

/** By lot within each layer: the same seed gives the same groups, and each layer has its share of both. */
export function toewijzing(
  plan: Pick<Campagneplan, 'lagen' | 'controledeel' | 'zaad'>,
): readonly Toegewezen[] {
  return plan.lagen.flatMap(({ naam, omvang }, nr) => {
    const toeval = stroom(begin(plan.zaad, nr, 'campagne'))
    const nummers = Array.from({ length: omvang }, (_, i) => i + 1)
    for (let i = omvang - 1; i > 0; i--) {
      const j = Math.floor(toeval() * (i + 1))
      const [a = 0, b = 0] = [nummers[i], nummers[j]]
      nummers[i] = b
      nummers[j] = a
    }
    const controle = new Set(nummers.slice(0, controleIn(omvang, plan.controledeel)))
    return Array.from({ length: omvang }, (_, i) => ({
      ...{ laag: naam, nummer: i + 1 },
      arm: controle.has(i + 1) ? ('controle' as const) : ('campagne' as const),
    }))
  })
}

function controleIn(omvang: number, deel: number): number {
  return Math.round(omvang * deel)
}

/** Households in each group. */
export function groepen(plan: Campagneplan): Readonly<Record<Arm, number>> {
  const eenhedenIn = plan.lagen.reduce((n, { omvang }) => n + controleIn(omvang, plan.controledeel), 0)
  const alles = plan.lagen.reduce((n, { omvang }) => n + omvang, 0)
  return {
    campagne: Math.round((alles - eenhedenIn) * plan.perEenheid),
    controle: Math.round(eenhedenIn * plan.perEenheid),
  }
}

export type Campagnefout =
  | { readonly veld: keyof Campagneplan | 'verwacht' | 'stijging'; readonly code: string }
  | { readonly veld: `${Arm}-${Fase}`; readonly code: string }

export interface Plankennis {
  readonly regelingen: ReadonlySet<string>
  readonly gemeenten: ReadonlySet<string>
  /** Of a municipality its own; absent: a body of more than one place. */
  readonly eigen?: string
  /** Grounds with which a list of that scheme may be made. */
  readonly magLijst: (grond: string, regeling: string) => boolean
}

/** What is wrong with a plan; nothing when it can be done. */
export function keurPlan(plan: Campagneplan, kennis: Plankennis): readonly Campagnefout[] {
  const fouten: Campagnefout[] = []
  const eis = (
    goed: boolean,
    veld: Extract<Campagnefout, { veld: keyof Campagneplan | 'stijging' }>['veld'],
    code: string,
  ) => {
    if (!goed) fouten.push({ veld, code })
  }
  eis(kennis.regelingen.has(plan.regeling), 'regeling', 'onbekend')
  eis(kennis.gemeenten.has(plan.gemeente), 'gemeente', 'onbekend')
  // Whoever lives elsewhere is for the municipality there to speak to.
  const isVanHen = kennis.eigen === undefined || kennis.eigen === plan.gemeente
  eis(isVanHen || !kennis.gemeenten.has(plan.gemeente), 'gemeente', 'andere')
  const { lagen, controledeel, perEenheid, eenheid, verwacht } = plan
  eis(lagen.length >= 1 && lagen.length <= HOOGSTENS_LAGEN, 'lagen', 'aantal')
  eis(new Set(lagen.map((l) => l.naam)).size === lagen.length, 'lagen', 'dubbel')
  eis(
    lagen.every((l) => isGeheel(l.omvang, 2, HOOGSTENS_EENHEDEN)),
    'lagen',
    'omvang',
  )
  eis(lagen.reduce((n, l) => n + l.omvang, 0) <= HOOGSTENS_EENHEDEN, 'lagen', 'te-veel')
  eis(controledeel >= 0.1 && controledeel <= 0.5, 'controledeel', 'bereik')
  eis(
    lagen.every((l) => controleIn(l.omvang, controledeel) >= 1),
    'lagen',
    'zonder-controle',
  )
  // One fault of a field at a time: without neighbourhoods there is nothing to say of how few they are.
  const isFout = fouten.some(({ veld }) => veld === 'lagen')
  const genoeg = isFout || !heeftWeinigBuurten(plan)
  eis(genoeg, 'lagen', 'weinig-buurten')
  eis(perEenheid >= 1 && perEenheid <= 10_000, 'perEenheid', 'bereik')
  eis(eenheid === 'buurt' || perEenheid === 1, 'perEenheid', 'een')
  eis(verwacht.zonder >= 0 && verwacht.zonder < 1, 'verwacht', 'bereik')
  eis(verwacht.stijging > 0 && verwacht.zonder + verwacht.stijging <= 1, 'stijging', 'bereik')
  if (eenheid === 'huishouden')
    eis(plan.grond !== undefined && kennis.magLijst(plan.grond, plan.regeling), 'grond', 'niet-vastgesteld')
  return fouten
}

/** Too few neighbourhoods on either side to see how far neighbourhoods lie apart. */
export function heeftWeinigBuurten({
  eenheid,
  lagen,
  controledeel,
}: Pick<Campagneplan, 'eenheid' | 'lagen' | 'controledeel'>): boolean {
  const zonder = lagen.reduce((n, l) => n + controleIn(l.omvang, controledeel), 0)
  const met = lagen.reduce((n, l) => n + l.omvang, 0) - zonder
  return eenheid === 'buurt' && Math.min(zonder, met) < MINSTENS_BUURTEN
}

function isGeheel(n: number, van: number, tot: number): boolean {
  return Number.isSafeInteger(n) && n >= van && n <= tot
}

export const LEGE_TELLING: Campagnetelling = {
  campagne: { bereikt: 0, bekeken: 0, aangevraagd: 0, toegekend: 0 },
  controle: { bereikt: 0, bekeken: 0, aangevraagd: 0, toegekend: 0 },
}

/** Each count is at most the one it comes from; who gets nothing is not reached. */
export function keurTelling(plan: Campagneplan, telling: Campagnetelling): readonly Campagnefout[] {
  const groep = groepen(plan)
  const fouten: Campagnefout[] = []
  for (const arm of armen) {
    const t = telling[arm]
    const hoogstens: Readonly<Record<Fase, number>> = {
      bereikt: arm === 'campagne' ? groep.campagne : 0,
      bekeken: t.bereikt,
      aangevraagd: groep[arm],
      toegekend: t.aangevraagd,
    }
    for (const fase of fasen)
      if (!isGeheel(t[fase], 0, HOOGSTENS_HUISHOUDENS)) fouten.push({ veld: `${arm}-${fase}`, code: 'getal' })
      else if (t[fase] > hoogstens[fase]) fouten.push({ veld: `${arm}-${fase}`, code: 'te-veel' })
  }
  return fouten
}

/** Nobody counted yet: the plan can still be another one. */
export function isBegonnen({ tellingen }: Pick<Campagne, 'tellingen'>): boolean {
  return armen.some((arm) => fasen.some((fase) => tellingen[arm][fase] > 0))
}

/** What it did to applying and to granting, over everybody who was drawn, reached or not. */
export function effecten({
  plan,
  tellingen,
}: Pick<Campagne, 'plan' | 'tellingen'>): Readonly<
  Record<'aangevraagd' | 'toegekend', Effect | 'klein' | 'leeg'>
> {
  const groep = groepen(plan)
  const factor = ontwerpfactor(plan)
  const isWeinig = heeftWeinigBuurten(plan)
  const van = (fase: 'aangevraagd' | 'toegekend') => {
    const uit = effectVan(
      { x: tellingen.campagne[fase], n: groep.campagne },
      { x: tellingen.controle[fase], n: groep.controle },
      KLEINSTE,
      factor,
    )
    // Of a plan from before: then the interval rests on what is assumed alone, and nothing is sure.
    return typeof uit === 'object' && isWeinig ? { ...uit, isZeker: false } : uit
  }
  return { aangevraagd: van('aangevraagd'), toegekend: van('toegekend') }
}
