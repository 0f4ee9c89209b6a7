import type { Adressen, JsonObject, Rij } from '../../zgw/aanbieder/index.ts'
import type { Geplaatst, Typen } from './catalogus.ts'
import type { Zaakorganisatie } from './organisaties.ts'
import type { Zaakplan } from './plan.ts'
import { type Mensen, maakRollen } from './rollen.ts'
import { uuidVan } from './sleutel.ts'
import { maakStukken } from './stukken.ts'
import type { Verbonden } from './verbonden.ts'

export interface Omgeving {
  readonly organisatie: Zaakorganisatie
  readonly adressen: Adressen
  readonly typen: Typen
  readonly mensen: Mensen
  readonly verbonden: Verbonden
}

const dagMs = 86_400_000
export const dagVan = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const moment = (ms: number): string => new Date(ms).toISOString()

/** The whole case as it is at this moment; before it begins there is nothing. */
export function maakDossier(omgeving: Omgeving, plan: Zaakplan, nuMs: number): Geplaatst[] {
  if (nuMs < plan.beginMs) return []
  const { adressen } = omgeving
  const uuid = uuidVan(plan.sleutel)
  const url = adressen.van('zaken', uuid)
  const statussen = maakStatussen(omgeving, plan, url, nuMs)
  const rollen = maakRollen(omgeving, plan, url)
  const stukken = maakStukken(omgeving, plan, { zaak: url, nuMs })
  const isKlaar = statussen.length === plan.stappenMs.length
  const resultaat: Rij[] = isKlaar ? [maakResultaat(omgeving, plan, url)] : []
  const zaak: Rij = {
    ...zaakvelden(omgeving, plan, nuMs),
    url,
    uuid,
    rollen: rollen.map((rol) => rol.url),
    status: statussen.at(-1)?.url ?? null,
    zaakinformatieobjecten: urlsVan(stukken, 'zaakinformatieobjecten'),
    resultaat: resultaat[0]?.url ?? null,
    einddatum: isKlaar ? dagVan(plan.stappenMs.at(-1) ?? 0) : null,
    archiefnominatie: isKlaar ? 'vernietigen' : null,
    archiefactiedatum: null,
  }
  return [
    ['zaken', zaak],
    ...statussen.map((rij): Geplaatst => ['statussen', rij]),
    ...rollen.map((rij): Geplaatst => ['rollen', rij]),
    ...resultaat.map((rij): Geplaatst => ['resultaten', rij]),
    ...stukken,
  ]
}

function urlsVan(stukken: readonly Geplaatst[], soort: string): string[] {
  return stukken.filter(([naam]) => naam === soort).map(([, rij]) => rij.url)
}

function zaakvelden({ organisatie, typen, verbonden }: Omgeving, plan: Zaakplan, nuMs: number): JsonObject {
  const { soort, beginMs, opschorting, verlenging } = plan
  const isVerlengd = verlenging !== undefined && nuMs >= verlenging.opMs
  const isOpgeschort = opschorting !== undefined && nuMs >= opschorting.vanMs && nuMs < opschorting.totMs
  const termijnMs =
    beginMs + dagenIn(soort.doorlooptijd) * dagMs + (isVerlengd ? verlenging.weken * 7 * dagMs : 0)
  return {
    identificatie: `ZAAK-${plan.nummer}`,
    bronorganisatie: organisatie.rsin,
    omschrijving: omschrijvingVan(organisatie, plan),
    toelichting: organisatie.gewoonten.isAmbtelijk === true ? 'Zie <b>dossier</b> & de brief.' : '',
    zaaktype: typen.zaaktype(soort.id),
    registratiedatum: dagVan(beginMs),
    verantwoordelijkeOrganisatie: organisatie.rsin,
    startdatum: dagVan(beginMs),
    einddatumGepland: plan.heeftPlanning ? dagVan(beginMs + soort.dagen * dagMs) : null,
    uiterlijkeEinddatumAfdoening: plan.heeftTermijn ? dagVan(termijnMs) : null,
    publicatiedatum: null,
    productenOfDiensten: [],
    vertrouwelijkheidaanduiding: soort.niveau ?? 'openbaar',
    betalingsindicatie: '',
    betalingsindicatieWeergave: '',
    laatsteBetaaldatum: null,
    zaakgeometrie: soort.id === 'melding-openbare-ruimte' ? plekVan(plan) : null,
    verlenging: isVerlengd ? { reden: 'Er is advies nodig.', duur: `P${verlenging.weken}W` } : null,
    opschorting: { indicatie: isOpgeschort, reden: isOpgeschort ? 'Wij wachten op gegevens.' : '' },
    hoofdzaak: null,
    deelzaken: [],
    relevanteAndereZaken: verbonden(plan.persoon.bsn ?? '', soort.id, beginMs),
    eigenschappen: [],
    zaakobjecten: [],
    kenmerken: [],
    archiefstatus: 'nog_te_archiveren',
    opdrachtgevendeOrganisatie: organisatie.rsin,
    processobjectaard: null,
    startdatumBewaartermijn: null,
    processobject: null,
  }
}

/** As an official writes it: with the number in front, or with the name of somebody in it. */
function omschrijvingVan({ gewoonten }: Zaakorganisatie, { soort, nummer, persoon }: Zaakplan): string {
  if (gewoonten.isAmbtelijk === true)
    return `${nummer} ${soort.naam} inz. ${persoon.geslachtsnaam}`.slice(0, 80)
  return soort.naam
}

/** A place in the Netherlands, made of the key. */
function plekVan({ sleutel }: Zaakplan): JsonObject {
  const getal = (van: number) => Number.parseInt(uuidVan(sleutel).slice(van, van + 4), 16) / 65_536
  return { type: 'Point', coordinates: [rond(4.2 + getal(0) * 2.4), rond(51.6 + getal(9) * 1.6)] }
}

const rond = (getal: number) => Math.round(getal * 1e5) / 1e5

/** Only what the types of this demo use: days, weeks, months, years. */
function dagenIn(duur: string): number {
  const [, getal = '0', eenheid = 'D'] = /^P(\d+)([DWMY])$/.exec(duur) ?? []
  return Number(getal) * ({ D: 1, W: 7, M: 30, Y: 365 }[eenheid] ?? 1)
}

function maakStatussen({ adressen, typen }: Omgeving, plan: Zaakplan, zaak: string, nuMs: number): Rij[] {
  const gezet = plan.stappenMs.filter((ms) => ms <= nuMs)
  return gezet.map((ms, i) => {
    const uuid = uuidVan(`${plan.sleutel}/status/${i}`)
    return {
      url: adressen.van('statussen', uuid),
      uuid,
      zaak,
      statustype: typen.statustype(plan.soort.id, i),
      datumStatusGezet: moment(ms),
      statustoelichting: '',
      indicatieLaatstGezetteStatus: i === gezet.length - 1,
      zaakinformatieobjecten: [],
    }
  })
}

function maakResultaat({ adressen, typen }: Omgeving, plan: Zaakplan, zaak: string): Rij {
  const uuid = uuidVan(`${plan.sleutel}/resultaat`)
  return {
    url: adressen.van('resultaten', uuid),
    uuid,
    zaak,
    resultaattype: typen.resultaattype(plan.soort.id, plan.resultaat),
    toelichting: '',
  }
}
