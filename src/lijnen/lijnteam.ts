import type { Openingstijd } from '../corpus/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import {
  type Datum,
  dagenTussen,
  datumOp,
  feestdagOp,
  minuutOp,
  type Tijdzone,
  weekdagVan,
} from '../kalender/index.ts'

/** What a question can be about: a scheme or a life event, by its id in the corpus. */
export interface Lijnonderwerp {
  readonly soort: 'regeling' | 'gebeurtenis'
  readonly id: string
}

/** Who may decide can explain as well. */
export type Bevoegdheid = 'uitleggen' | 'beslissen'

export const lijnniveaus = ['specialist', 'generalist'] as const
export type Lijnniveau = (typeof lijnniveaus)[number]

/**
 * Where a team is there for. The whole country is the European Netherlands: an island has law of its own and is named.
 * `buren`: where it helps out when the team of that place does not manage; each team says so itself.
 */
export type Lijngebied =
  | { readonly soort: 'heel-het-land'; readonly ook: readonly string[] }
  | { readonly soort: 'plaatsen'; readonly eigen: readonly string[]; readonly buren: readonly string[] }

/** When the lane is answered, by the clock of the place; never shut, or by the hour. */
export type Lijnrooster =
  | { readonly soort: 'altijd'; readonly zone: Tijdzone }
  | {
      readonly soort: 'uren'
      readonly zone: Tijdzone
      readonly openingstijden: readonly Openingstijd[]
      /** The holidays of the Algemene termijnenwet. */
      readonly dichtOpFeestdagen: boolean
      readonly gesloten: readonly Datum[]
    }

/** An entry of the guide: a team at an organisation, never a person. */
export interface Lijnteam {
  readonly id: string
  readonly organisatie: OrganisatieId
  readonly naam: string
  readonly kan: readonly { readonly onderwerp: Lijnonderwerp; readonly bevoegdheid: Bevoegdheid }[]
  readonly gebied: Lijngebied
  /** Languages in which they can speak, as BCP 47: `nl`, `en`, `pap`. */
  readonly talen: readonly string[]
  readonly niveau: Lijnniveau
  readonly rooster: Lijnrooster
  /** So many calls at the same time, when everybody is there. */
  readonly capaciteit: number
  /** The organisation last said that all of this is so. */
  readonly bevestigdOp: Datum
}

/** Our choice: a quarter, then the organisation is asked again. */
export const BEVESTIG_DAGEN = 92
/** Named limits of one entry. */
export const HOOGSTENS_ONDERWERPEN = 200
export const HOOGSTENS_PLAATSEN = 500
export const HOOGSTENS_CAPACITEIT = 2000

/** Nobody confirmed it for too long: shown as such, and asked about; it still counts. */
export function isVerouderd({ bevestigdOp }: Pick<Lijnteam, 'bevestigdOp'>, vandaag: Datum): boolean {
  return dagenTussen(bevestigdOp, vandaag) > BEVESTIG_DAGEN
}

/** Are these lane hours? A holiday or another day on which they are shut is none of them. */
export function isOpen(rooster: Lijnrooster, nu: Date): boolean {
  if (rooster.soort === 'altijd') return true
  const { zone, openingstijden, dichtOpFeestdagen, gesloten } = rooster
  const dag = datumOp(nu, zone)
  if (gesloten.includes(dag) || (dichtOpFeestdagen && feestdagOp(dag) !== undefined)) return false
  const weekdag = weekdagVan(dag)
  const minuut = minuutOp(nu, zone)
  return openingstijden.some(
    (tijd) => tijd.weekdag === weekdag && tijd.vanMinuut <= minuut && minuut < tijd.totMinuut,
  )
}

/** A fault in an entry, before it is taken in. */
export type Lijnteamfout =
  | 'naam-leeg'
  | 'geen-onderwerp'
  | 'te-veel-onderwerpen'
  | 'geen-plaats'
  | 'te-veel-plaatsen'
  | 'geen-taal'
  | 'geen-uren'
  | 'uren-kloppen-niet'
  | 'capaciteit'

/** Every fault at once; none means that it can be taken in. Whether its ids exist in the corpus is for whoever has it. */
export function keurLijnteam(team: Lijnteam): readonly Lijnteamfout[] {
  const { naam, kan, gebied, talen, rooster, capaciteit, niveau } = team
  const plaatsen = gebied.soort === 'heel-het-land' ? gebied.ook : [...gebied.eigen, ...gebied.buren]
  const uren = rooster.soort === 'altijd' ? undefined : rooster.openingstijden
  const fouten: readonly (readonly [boolean, Lijnteamfout])[] = [
    [naam.trim() === '', 'naam-leeg'],
    // A generalist may be there for everything that their organisation does.
    [kan.length === 0 && niveau === 'specialist', 'geen-onderwerp'],
    [kan.length > HOOGSTENS_ONDERWERPEN, 'te-veel-onderwerpen'],
    [gebied.soort === 'plaatsen' && gebied.eigen.length === 0, 'geen-plaats'],
    [plaatsen.length > HOOGSTENS_PLAATSEN, 'te-veel-plaatsen'],
    [talen.length === 0, 'geen-taal'],
    // Without hours no callback could be promised.
    [uren?.length === 0, 'geen-uren'],
    [uren?.some(kloptNiet) === true, 'uren-kloppen-niet'],
    [!Number.isInteger(capaciteit) || capaciteit < 1 || capaciteit > HOOGSTENS_CAPACITEIT, 'capaciteit'],
  ]
  return fouten.flatMap(([isFout, fout]) => (isFout ? [fout] : []))
}

function kloptNiet({ weekdag, vanMinuut, totMinuut }: Openingstijd): boolean {
  const geheel = [weekdag, vanMinuut, totMinuut].every(Number.isInteger)
  return !geheel || weekdag < 1 || weekdag > 7 || vanMinuut < 0 || vanMinuut >= totMinuut || totMinuut > 1440
}
