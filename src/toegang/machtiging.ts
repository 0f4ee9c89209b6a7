import type { Datum, OrganisatieId, PersoonId } from '../domain/index.ts'

/**
 * Somebody may act for somebody else. A mandate is given by a person (Awb 2:1) and taken back by them; bewind,
 * mentorschap and curatele are given by a court, stand in a register, and are not theirs to end.
 */
export type MachtigingSoort = 'machtiging' | 'bewind' | 'mentorschap' | 'curatele'

export interface Machtiging {
  readonly id: string
  readonly soort: MachtigingSoort
  /** For whom. */
  readonly gever: PersoonId
  /** Who acts. */
  readonly gemachtigde: PersoonId
  /** At one organisation; another needs another mandate. For bewind and the like: who registered it. */
  readonly organisatie: OrganisatieId
  /** Services of that organisation; empty: all of them. */
  readonly diensten: readonly string[]
  readonly geldigVanaf: Datum
  /** Not included. */
  readonly geldigTot: Datum
  readonly wijze: Wijze
  readonly vastgelegd: Date
  /** From this moment on it no longer holds. */
  readonly ingetrokken: Date | undefined
  /** What a court decided about the giver, also after this was given. Absent when it decided nothing. */
  readonly maatregelen?: readonly Maatregel[]
}

/** A decision of a court about somebody, as far as it matters for what they can give away. */
export interface Maatregel {
  readonly soort: Exclude<MachtigingSoort, 'machtiging'>
  readonly geldigVanaf: Datum
  /** Not included. */
  readonly geldigTot: Datum
}

export type Wijze =
  /** By the person who gives it, logged in. */
  | { readonly soort: 'digitaal' }
  /** At a desk, from a signed paper (Awb 2:1 lid 3) or from the register of the court. */
  | {
      readonly soort: 'papier' | 'register'
      readonly bij: OrganisatieId
      readonly medewerker: string
      /** Where the paper or the entry can be found again. Never what it says. */
      readonly kenmerk: string
    }

export type MachtigingFout =
  | 'zichzelf'
  | 'periode-leeg'
  | 'periode-voorbij'
  | 'dienst-onjuist'
  | 'te-veel-diensten'
  | 'kenmerk-ontbreekt'
  | 'alleen-uit-register'
  | 'alleen-voor-bewind'
  /** A court gave this to somebody else, so it is not theirs to give. */
  | 'niet-zelf-te-geven'

/** Named limit. */
const maxDiensten = 50

export type NieuweMachtiging = Omit<Machtiging, 'id' | 'vastgelegd' | 'ingetrokken' | 'maatregelen'>

/** Everything that is wrong with it; empty when it may be stored. */
export function machtigingFouten(nieuw: NieuweMachtiging, vandaag: Datum): readonly MachtigingFout[] {
  const { soort, gever, gemachtigde, wijze } = nieuw
  const isVanRechter = soort !== 'machtiging'
  const fouten: readonly (readonly [boolean, MachtigingFout])[] = [
    [gever === gemachtigde, 'zichzelf'],
    ...inhoudFouten(nieuw, vandaag).map((fout) => [true, fout] as const),
    [wijze.soort !== 'digitaal' && !/^[\w./-]{1,80}$/.test(wijze.kenmerk), 'kenmerk-ontbreekt'],
    [isVanRechter && wijze.soort !== 'register', 'alleen-uit-register'],
    [!isVanRechter && wijze.soort === 'register', 'alleen-voor-bewind'],
  ]
  return fouten.filter(([isFout]) => isFout).map(([, fout]) => fout)
}

/**
 * Nobody gives more than they hold. Under curatele somebody gives nothing; under bewind nothing that shows or touches
 * money, and everything a mandate opens here shows income; under mentorschap nothing about care, so only services
 * that are named: a mandate for a whole organisation could be about care.
 */
export function magZelfGeven(
  maatregelen: readonly Maatregel[],
  diensten: readonly string[],
  vandaag: Datum,
): boolean {
  return maatregelen
    .filter(({ geldigVanaf, geldigTot }) => geldigVanaf <= vandaag && vandaag < geldigTot)
    .every(({ soort }) => soort === 'mentorschap' && diensten.length > 0)
}

/** What is wrong with what it covers and how long, whoever it is for. */
export function inhoudFouten(
  { diensten, geldigVanaf, geldigTot }: Pick<NieuweMachtiging, 'diensten' | 'geldigVanaf' | 'geldigTot'>,
  vandaag: Datum,
): readonly MachtigingFout[] {
  const fouten: readonly (readonly [boolean, MachtigingFout])[] = [
    [geldigVanaf >= geldigTot, 'periode-leeg'],
    [geldigTot <= vandaag, 'periode-voorbij'],
    [diensten.some((dienst) => !/^[a-z][a-z0-9-]{0,79}$/.test(dienst)), 'dienst-onjuist'],
    [diensten.length > maxDiensten, 'te-veel-diensten'],
  ]
  return fouten.filter(([isFout]) => isFout).map(([, fout]) => fout)
}

export type MachtigingStand = 'geldig' | 'nog-niet' | 'voorbij' | 'ingetrokken' | 'door-rechter'

/** `vandaag` is the day at the organisation it is for. */
export function standVan(machtiging: Machtiging, vandaag: Datum): MachtigingStand {
  const { soort, ingetrokken, geldigVanaf, geldigTot, diensten, maatregelen = [] } = machtiging
  if (ingetrokken !== undefined) return 'ingetrokken'
  // First: whose mandate ended long ago does not read in it what a court decides about the giver today.
  if (geldigTot <= vandaag) return 'voorbij'
  // What a court took from the giver, also later, is no longer theirs to have given.
  if (soort === 'machtiging' && !magZelfGeven(maatregelen, diensten, vandaag)) return 'door-rechter'
  return vandaag < geldigVanaf ? 'nog-niet' : 'geldig'
}

/**
 * Does it cover this service of this organisation? Without a service it must cover all of them. What a court gave
 * holds everywhere; of that the organisation only says who registered it.
 */
export function dekt(
  machtiging: Machtiging,
  organisatie: OrganisatieId | undefined,
  dienst: string | undefined,
): boolean {
  if (machtiging.soort !== 'machtiging') return true
  if (machtiging.organisatie !== organisatie) return false
  if (machtiging.diensten.length === 0) return true
  return dienst !== undefined && machtiging.diensten.includes(dienst)
}

/** At a desk, for whoever gave it: what that same desk recorded from paper. What was given at home is ended at home. */
export function magAanBalieIntrekken(
  { soort, gever, wijze }: Machtiging,
  vrager: { readonly persoon: PersoonId; readonly organisatie: OrganisatieId },
): boolean {
  const isVanDezeBalie = wijze.soort === 'papier' && wijze.bij === vrager.organisatie
  return soort === 'machtiging' && isVanDezeBalie && gever === vrager.persoon
}

/** Who may end it: whoever gave it, and whoever got it. What a court gave only a court ends. */
export function magIntrekken({ soort, gever, gemachtigde }: Machtiging, wie: PersoonId): boolean {
  return soort === 'machtiging' && (wie === gever || wie === gemachtigde)
}
