import type { Datum, Geheimhouding, PersoonId } from '../../domain/index.ts'
import { type Deeldatum, isHele, maakDeeldatum } from '../deeldatum.ts'
import type { Gegeven } from '../gegeven.ts'
import type { Adres, Kind, Medebewoner, Naam, Partner, Persoonsgegevens } from '../persoonsregister.ts'
import type { RegisterMislukt } from '../register.ts'
import type {
  BrpBewoner,
  BrpDatum,
  BrpGezag,
  BrpKind,
  BrpNaam,
  BrpPartner,
  BrpPersoon,
} from './haal-centraal.ts'

/** Municipality code of the register of non-residents: no municipality. */
const rni = '1999'

/** Codes of the register's table of countries. */
const eilanden: Readonly<Record<string, string>> = {
  '5106': 'bonaire',
  '5108': 'saba',
  '5109': 'sint-eustatius',
}

export interface Opgehaald {
  readonly persoon: BrpPersoon
  /** Who is registered at the address; a failure of that question; or not asked, without an address. */
  readonly bewoners: readonly BrpBewoner[] | RegisterMislukt | undefined
  readonly op: Date
  /** By BSN: the children whom this person may act for. */
  readonly onderGezag: ReadonlyMap<string, PersoonId>
  readonly zwijgt: Zwijgen
}

/**
 * What it means when the register says nothing about secrecy. The standard leaves out what is not secret («indicatie
 * geheim waarde 0 wordt niet geleverd», BRP-API features/…/geheimhouding/overzicht.feature). Whatever stands between
 * could have left it out as well, so it is a «no» only where whoever connected the register saw a «yes» come through.
 */
export type Zwijgen = 'nee' | 'onbekend'

export function vertaal({ persoon, bewoners, op, onderGezag, zwijgt }: Opgehaald): Persoonsgegevens {
  const gegeven = <T>(waarde: T, isInOnderzoek: boolean, datum?: Datum): Gegeven<T> => {
    return { waarde, bron: 'brp', datum, opgehaaldOp: op, isInOnderzoek }
  }
  const opAdres = Array.isArray(bewoners)
    ? new Set(bewoners.map((een) => een.burgerservicenummer))
    : undefined
  const { verblijfplaats } = persoon
  const isAdresTwijfel = isTwijfel(verblijfplaats, verblijfplaats?.verblijfadres)
  const partner = huidigePartner(persoon.partners ?? [])
  const kinderen = persoon.kinderen ?? []
  return {
    naam: gegeven(naamVan(persoon), isTwijfel(persoon.naam)),
    geboortedatum: gegeven(deeldatumVan(persoon.geboorte?.datum), isTwijfel(persoon.geboorte)),
    adres: gegeven(adresVan(persoon), isAdresTwijfel, heleDag(verblijfplaats?.datumVan)),
    partner: gegeven(
      partner === undefined ? null : partnerVan(partner, opAdres),
      isTwijfel(partner, partner?.geboorte),
      heleDag(partner?.aangaanHuwelijkPartnerschap?.datum),
    ),
    kinderen: gegeven(
      kinderen.map((kind) => kindVan(kind, opAdres, onderGezag)),
      kinderen.some((kind) => isTwijfel(kind, kind.geboorte)),
    ),
    medebewoners: medebewonersVan(bewoners, persoon, partner, (waarde) => gegeven(waarde, isAdresTwijfel)),
    geheimhouding: geheimhoudingVan(persoon, zwijgt),
    isOnderCuratele: persoon.indicatieCurateleRegister === true,
    isOverleden: isOverleden(persoon),
  }
}

/**
 * Silence says something about who is registered in a municipality, of whom the register is kept. Of who lives abroad or
 * on an island, or whose entry is closed, the request may stand elsewhere, or nobody keeps it any more.
 */
export function geheimhoudingVan(
  {
    geheimhoudingPersoonsgegevens: gezegd,
    gemeenteVanInschrijving,
    opschortingBijhouding,
  }: Pick<BrpPersoon, 'geheimhoudingPersoonsgegevens' | 'gemeenteVanInschrijving' | 'opschortingBijhouding'>,
  zwijgt: Zwijgen,
): Geheimhouding {
  if (gezegd !== undefined) return gezegd ? 'ja' : 'nee'
  const isIngezetene = isGemeente(gemeenteVanInschrijving?.code) && opschortingBijhouding === undefined
  return isIngezetene ? zwijgt : 'onbekend'
}

export function deeldatumVan(datum: BrpDatum | undefined): Deeldatum | undefined {
  if (datum === undefined || datum.type === 'DatumOnbekend') return undefined
  if (datum.type === 'JaarDatum') return maakDeeldatum(datum.jaar)
  if (datum.type === 'JaarMaandDatum') return maakDeeldatum(datum.jaar, datum.maand)
  const [jaar = 0, maand, dag] = datum.datum.split('-').map(Number)
  return maakDeeldatum(jaar, maand, dag)
}

/**
 * The children under custody of this person, by their BSN. Custody in doubt, or of a kind that we do not know, gives
 * nobody the right to act.
 */
export function kinderenOnderGezag(persoon: BrpPersoon): string[] {
  const ik = persoon.burgerservicenummer
  const heeftGezag = ({ type, ouder, ouders, inOnderzoek }: BrpGezag) => {
    if (inOnderzoek === true) return false
    if (type === 'EenhoofdigOuderlijkGezag') return ouder?.burgerservicenummer === ik
    // The second name is the one of version 2.0 up to 2.3.
    if (type === 'GezamenlijkOuderlijkGezag' || type === 'TweehoofdigOuderlijkGezag') {
      return ouders?.some((een) => een.burgerservicenummer === ik) === true
    }
    return type === 'GezamenlijkGezag' && ouder?.burgerservicenummer === ik
  }
  return (persoon.gezag ?? [])
    .filter(heeftGezag)
    .flatMap((een) => een.minderjarige?.burgerservicenummer ?? [])
}

/** One that ended is no partner. */
function huidigePartner(partners: readonly BrpPartner[]): BrpPartner | undefined {
  return partners.find((een) => een.ontbindingHuwelijkPartnerschap === undefined)
}

function partnerVan(partner: BrpPartner, opAdres: ReadonlySet<string> | undefined): Partner {
  const soort = partner.soortVerbintenis?.code
  return {
    naam: naamDelen(partner.naam),
    geboren: deeldatumVan(partner.geboorte?.datum),
    soort: soort === 'H' ? 'huwelijk' : soort === 'P' ? 'partnerschap' : undefined,
    sinds: deeldatumVan(partner.aangaanHuwelijkPartnerschap?.datum),
    isZelfdeAdres: staatOp(opAdres, partner.burgerservicenummer),
  }
}

function kindVan(
  kind: BrpKind,
  opAdres: ReadonlySet<string> | undefined,
  onderGezag: ReadonlyMap<string, PersoonId>,
): Kind {
  const { burgerservicenummer: bsn } = kind
  return {
    naam: naamDelen(kind.naam),
    geboren: deeldatumVan(kind.geboorte?.datum),
    isZelfdeAdres: staatOp(opAdres, bsn),
    alsOuder: bsn === undefined ? undefined : onderGezag.get(bsn),
  }
}

function medebewonersVan(
  bewoners: Opgehaald['bewoners'],
  persoon: BrpPersoon,
  partner: BrpPartner | undefined,
  gegeven: (waarde: readonly Medebewoner[]) => Gegeven<readonly Medebewoner[]>,
): Persoonsgegevens['medebewoners'] {
  if (bewoners === undefined || 'status' in bewoners) return bewoners
  const bekend = new Set([
    persoon.burgerservicenummer,
    partner?.burgerservicenummer,
    ...(persoon.kinderen ?? []).map((kind) => kind.burgerservicenummer),
  ])
  const anderen = bewoners.filter((een) => !bekend.has(een.burgerservicenummer))
  return gegeven(anderen.map((een) => ({ geboren: deeldatumVan(een.geboorte?.datum) })))
}

function adresVan({ adressering, gemeenteVanInschrijving, verblijfplaats }: BrpPersoon): Adres {
  const gemeente = gemeenteVanInschrijving?.code
  const land = verblijfplaats?.verblijfadres?.land?.code
  return {
    regel1: adressering?.adresregel1,
    regel2: adressering?.adresregel2,
    gebied: isGemeente(gemeente) ? `GM${gemeente}` : land === undefined ? undefined : eilanden[land],
  }
}

function isGemeente(code: string | undefined): code is string {
  return code !== undefined && /^\d{4}$/.test(code) && ![rni, '0000'].includes(code)
}

function naamVan({ naam: delen, adressering }: BrpPersoon): Naam {
  return { ...naamDelen(delen), aanschrijfnaam: adressering?.aanschrijfwijze?.naam }
}

export function isOverleden({ opschortingBijhouding }: Pick<BrpPersoon, 'opschortingBijhouding'>): boolean {
  return opschortingBijhouding?.reden?.code === 'O'
}

export function naamDelen(delen: BrpNaam | undefined): Naam {
  return {
    voornamen: delen?.voornamen,
    voorvoegsel: delen?.voorvoegsel,
    geslachtsnaam: delen?.geslachtsnaam,
    aanschrijfnaam: undefined,
  }
}

/** Any value of the group in doubt makes the whole group doubtful: rather ask once too often. */
function isTwijfel(
  ...groepen: readonly (
    | { readonly inOnderzoek?: Readonly<Record<string, unknown>> | undefined }
    | undefined
  )[]
): boolean {
  return groepen.some((groep) => groep?.inOnderzoek !== undefined)
}

function staatOp(opAdres: ReadonlySet<string> | undefined, bsn: string | undefined): boolean | undefined {
  return opAdres === undefined || bsn === undefined ? undefined : opAdres.has(bsn)
}

function heleDag(datum: BrpDatum | undefined): Datum | undefined {
  const deel = deeldatumVan(datum)
  return deel !== undefined && isHele(deel) ? deel.van : undefined
}
