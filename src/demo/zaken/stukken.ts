import type { Adressen, Rij } from '../../zgw/aanbieder/index.ts'
import type { Geplaatst, Typen } from './catalogus.ts'
import type { Zaakorganisatie } from './organisaties.ts'
import { maakPdf } from './pdf.ts'
import type { Zaakplan } from './plan.ts'
import { uuidVan } from './sleutel.ts'

interface Omgeving {
  readonly organisatie: Zaakorganisatie
  readonly adressen: Adressen
  readonly typen: Typen
}

const dagMs = 86_400_000
const dag = (ms: number) => new Date(ms).toISOString().slice(0, 10)

interface Stuk {
  readonly titel: string
  readonly isIn: boolean
  readonly opMs: number
  readonly isConcept: boolean
}

/** Documents and the decision of a case, as far as they are there. One is still a draft, which nobody outside sees. */
export function maakStukken(
  omgeving: Omgeving,
  plan: Zaakplan,
  { zaak, nuMs }: { zaak: string; nuMs: number },
): Geplaatst[] {
  const { soort, beginMs, stappenMs } = plan
  const besluitMs = stappenMs.at(-2) ?? Number.POSITIVE_INFINITY
  const eerderMs = stappenMs.at(-3) ?? besluitMs
  const laatsteUit = soort.stukkenUit.length - 1
  const stukken: Stuk[] = [
    ...soort.stukkenIn.map((titel) => ({ titel, isIn: true, opMs: beginMs, isConcept: false })),
    ...soort.stukkenUit.map((titel, i) => {
      const opMs = i === laatsteUit ? besluitMs : eerderMs
      const isConcept = nuMs < opMs
      return { titel, isIn: false, opMs: isConcept ? Math.min(opMs, eerderMs) : opMs, isConcept }
    }),
  ]
  const er = stukken.filter(({ opMs }) => opMs <= nuMs)
  return [
    ...er.flatMap((stuk, i) => maakStuk(omgeving, plan, zaak, { ...stuk, nr: i })),
    ...(soort.besluit === undefined || besluitMs > nuMs ? [] : maakBesluit(omgeving, plan, zaak, besluitMs)),
  ]
}

/** The bytes that belong to a row made here; the same each time. */
export function inhoudVan(document: Rij): Uint8Array {
  return maakPdf([
    String(document.auteur),
    '',
    String(document.titel),
    `Datum: ${String(document.creatiedatum)}`,
    `Kenmerk: ${String(document.identificatie)}`,
    '',
    'Dit stuk is verzonnen.',
  ])
}

function maakStuk(
  { organisatie, adressen, typen }: Omgeving,
  plan: Zaakplan,
  zaak: string,
  stuk: Stuk & { nr: number },
): Geplaatst[] {
  const naam = `${plan.sleutel}/stuk/${stuk.nr}`
  const [documentUuid, koppelUuid, spiegelUuid] = ['', '/zio', '/oio'].map((deel) => uuidVan(naam + deel))
  const url = adressen.van('enkelvoudiginformatieobjecten', documentUuid ?? '')
  const kaal: Rij = {
    url,
    identificatie: `DOC-${plan.nummer}-${stuk.nr + 1}`,
    bronorganisatie: organisatie.rsin,
    creatiedatum: dag(stuk.opMs),
    titel: stuk.titel,
    vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
    auteur: stuk.isIn ? 'Aanvrager' : organisatie.naam,
    status: stuk.isConcept ? 'in_bewerking' : 'definitief',
    formaat: 'application/pdf',
    taal: 'nld',
    versie: 1,
    beginRegistratie: new Date(stuk.opMs).toISOString(),
    bestandsnaam: `${stuk.titel.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.pdf`,
    inhoud: `${url}/download?versie=1`,
    beschrijving: '',
    ontvangstdatum: stuk.isIn ? dag(stuk.opMs) : null,
    verzenddatum: null,
    indicatieGebruiksrecht: false,
    verschijningsvorm: '',
    ondertekening: null,
    integriteit: null,
    informatieobjecttype: typen.documenttype(stuk.isIn ? 'in' : 'uit'),
    locked: false,
    bestandsdelen: [],
    trefwoorden: [],
  }
  const document: Rij = { ...kaal, bestandsomvang: inhoudVan(kaal).length }
  const koppeling: Rij = {
    url: adressen.van('zaakinformatieobjecten', koppelUuid ?? ''),
    uuid: koppelUuid ?? '',
    informatieobject: url,
    zaak,
    aardRelatieWeergave: 'Hoort bij, omgekeerd: kent',
    titel: stuk.titel,
    beschrijving: '',
    registratiedatum: new Date(stuk.opMs).toISOString(),
    vernietigingsdatum: null,
    status: null,
  }
  const spiegel: Rij = {
    url: adressen.van('objectinformatieobjecten', spiegelUuid ?? ''),
    informatieobject: url,
    object: zaak,
    objectType: 'zaak',
  }
  return [
    ['enkelvoudiginformatieobjecten', document],
    ['zaakinformatieobjecten', koppeling],
    ['objectinformatieobjecten', spiegel],
  ]
}

function maakBesluit(
  { organisatie, adressen, typen }: Omgeving,
  plan: Zaakplan,
  zaak: string,
  opMs: number,
): Geplaatst[] {
  const [besluitUuid, zaakbesluitUuid] = ['besluit', 'zaakbesluit'].map((deel) =>
    uuidVan(`${plan.sleutel}/${deel}`),
  )
  const url = adressen.van('besluiten', besluitUuid ?? '')
  const zaakUuid = zaak.slice(zaak.lastIndexOf('/') + 1)
  const besluit: Rij = {
    url,
    identificatie: `BESLUIT-${plan.nummer}`,
    verantwoordelijkeOrganisatie: organisatie.rsin,
    besluittype: typen.besluittype(plan.soort.id),
    zaak,
    datum: dag(opMs),
    toelichting: '',
    bestuursorgaan: '',
    ingangsdatum: dag(opMs),
    vervaldatum: null,
    publicatiedatum: null,
    verzenddatum: dag(opMs),
    // Awb 6:7 and 6:8: six weeks, from the day after it was sent.
    uiterlijkeReactiedatum: dag(opMs + 42 * dagMs),
  }
  const zaakbesluit: Rij = {
    url: adressen.van('zaakbesluiten', zaakbesluitUuid ?? '', zaakUuid),
    uuid: zaakbesluitUuid ?? '',
    zaak,
    besluit: url,
  }
  return [
    ['besluiten', besluit],
    ['zaakbesluiten', zaakbesluit],
  ]
}
