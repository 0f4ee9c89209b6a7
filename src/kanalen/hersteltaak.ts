import { isUuid7, type OrganisatieId, type PersoonId } from '../domain/index.ts'

/** What a human does when no channel reached somebody (Awb 2:11 lid 2): call, write, or find a right address. */
export const herstelsoorten = ['bellen', 'brief', 'adres'] as const
export type Herstelsoort = (typeof herstelsoorten)[number]

/** What came of it: they were told, nobody picked up, or it cannot be done this way. */
export const hersteluitkomsten = ['gedaan', 'niet-bereikt', 'kan-niet'] as const
export type Hersteluitkomst = (typeof hersteluitkomsten)[number]

/** Named limits: by when somebody calls where no other term holds, and how often before it goes on paper. */
export const beltermijnMs = 48 * 3_600_000
export const maxBelpogingen = 3

/** For the list of an organisation: nothing of whom it is about. */
export interface Hersteltaak {
  readonly id: string
  /** Absent: of this installation itself. */
  readonly organisatie?: OrganisatieId
  readonly soort: Herstelsoort
  readonly reden: string
  readonly gemaakt: Date
  readonly uiterlijk: Date
  /** How often nobody was reached, and when last. */
  readonly pogingen: number
  readonly geprobeerd?: Date
}

/** For who takes it up. */
export interface OpenHersteltaak extends Hersteltaak {
  readonly persoon: PersoonId
  readonly bericht: string
  /** The item of the phone that waits for this call; absent: a way failed, and this is instead. */
  readonly zending?: string
}

export interface Herstelvrager {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
}

/** After the ground over this one person was stated. */
export interface Herstelaar extends Herstelvrager {
  readonly persoon: PersoonId
}

/** The last one of a page: the next goes on behind it. */
export type Taakplaats = Pick<Hersteltaak, 'uiterlijk' | 'id'>

export interface Taakblad {
  readonly taken: readonly Hersteltaak[]
  readonly volgende?: Taakplaats
}

/** For an address: a moment and an id. */
export function schrijfTaakplaats({ uiterlijk, id }: Taakplaats): string {
  return `${uiterlijk.getTime()}.${id}`
}

/** What is no such mark begins at the begin. */
export function leesTaakplaats(tekst: string | null): Taakplaats | undefined {
  const [, ms = '', id = ''] = /^(\d{1,15})\.(.{36})$/.exec(tekst ?? '') ?? []
  return isUuid7(id) ? { uiterlijk: new Date(Number(ms)), id } : undefined
}
