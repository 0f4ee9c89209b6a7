import {
  type Aanbieder,
  type AanbiederOpties,
  type Autorisatie,
  createAanbieder,
  Geheugen,
  type JsonObject,
} from '../../src/zgw/aanbieder/index.ts'
import { maakToken, type Notificatie } from '../../src/zgw/index.ts'

/** A small register for tests of the kernel: one type of case, its catalogue, and who may ask. */
export const wortel = 'https://zaken.example'
export const nu = new Date('2026-03-01T10:00:00Z')
export const rsin = '000000012'
export const bsns = { anna: '999990019', bert: '999990020' } as const

const ztc = `${wortel}/catalogi/api/v1`
export const typen = {
  catalogus: `${ztc}/catalogussen/c0000000-0000-4000-8000-000000000001`,
  zaaktype: `${ztc}/zaaktypen/a0000000-0000-4000-8000-000000000001`,
  geheim: `${ztc}/zaaktypen/a0000000-0000-4000-8000-000000000002`,
  concept: `${ztc}/zaaktypen/a0000000-0000-4000-8000-000000000003`,
  ontvangen: `${ztc}/statustypen/b0000000-0000-4000-8000-000000000001`,
  klaar: `${ztc}/statustypen/b0000000-0000-4000-8000-000000000002`,
  andere: `${ztc}/statustypen/b0000000-0000-4000-8000-000000000003`,
  verleend: `${ztc}/resultaattypen/d0000000-0000-4000-8000-000000000001`,
  initiator: `${ztc}/roltypen/e0000000-0000-4000-8000-000000000001`,
  belanghebbende: `${ztc}/roltypen/e0000000-0000-4000-8000-000000000002`,
  brief: `${ztc}/informatieobjecttypen/f0000000-0000-4000-8000-000000000001`,
} as const

const clienten: Record<
  string,
  { geheim: string; heeftAlleAutorisaties?: boolean; autorisaties?: Autorisatie[] }
> = {
  alles: { geheim: 'geheim-van-alles', heeftAlleAutorisaties: true },
  lezer: {
    geheim: 'geheim-van-lezer',
    autorisaties: [
      { component: 'zrc', scopes: ['zaken.lezen'], type: typen.zaaktype, maximum: 'zaakvertrouwelijk' },
    ],
  },
  schrijver: {
    geheim: 'geheim-van-schrijver',
    autorisaties: [
      {
        component: 'zrc',
        scopes: ['zaken.aanmaken', 'zaken.lezen', 'zaken.bijwerken', 'zaken.statussen.toevoegen'],
      },
    ],
  },
  begin: { geheim: 'geheim-van-begin', autorisaties: [{ component: 'zrc', scopes: ['zaken.aanmaken'] }] },
}

export interface Register {
  readonly opslag: Geheugen
  readonly gemeld: Notificatie[]
  readonly vraag: (methode: string, pad: string, meer?: Meer) => Promise<Uitkomst>
}

export interface Meer {
  readonly json?: unknown
  readonly als?: string
  readonly koppen?: Readonly<Record<string, string | undefined>>
  readonly lichaam?: string
  readonly bytes?: Uint8Array
}

export interface Uitkomst {
  readonly status: number
  readonly koppen: Readonly<Record<string, string>>
  readonly tekst: string
  readonly bytes: Uint8Array
  /** Parsed; `undefined` when there is none. A test looks inside what it knows. */
  readonly inhoud: ReturnType<typeof JSON.parse>
}

export function maakRegister(opties: Partial<AanbiederOpties> = {}): Register {
  const opslag = new Geheugen()
  for (const [soort, rij] of catalogus()) opslag.leg(soort, rij)
  const gemeld: Notificatie[] = []
  let teller = 0
  const aanbieder = createAanbieder({
    wortel,
    opslag,
    clienten: (id) => clienten[id],
    nu: () => nu,
    uuid: () => `00000000-0000-4000-8000-${String(++teller).padStart(12, '0')}`,
    meld: (bericht) => gemeld.push(bericht),
    ...opties,
  })
  return { opslag, gemeld, vraag: (methode, pad, meer) => doe(aanbieder, methode, pad, meer) }
}

export function token(als: string, op = nu, geheim = clienten[als]?.geheim ?? ''): string {
  return `Bearer ${maakToken({ client: als, geheim, gebruiker: 'balie-3', weergave: 'Balie 3' }, op)}`
}

async function doe(aanbieder: Aanbieder, methode: string, pad: string, meer: Meer = {}): Promise<Uitkomst> {
  const adres = new URL(pad.startsWith('http') ? pad : `${wortel}${pad}`)
  const koppen = {
    authorization: token(meer.als ?? 'alles'),
    'accept-crs': 'EPSG:4326',
    'content-crs': 'EPSG:4326',
    'content-type': 'application/json',
    ...meer.koppen,
  }
  const lichaam = meer.lichaam ?? (meer.json === undefined ? '' : JSON.stringify(meer.json))
  const { bytes: inBytes } = meer
  const antwoord = await aanbieder({
    methode,
    adres,
    koppen,
    lichaam,
    ...(inBytes === undefined ? {} : { bytes: inBytes }),
  })
  const bytes = Buffer.from(antwoord.lichaam)
  const tekst = bytes.toString('utf8')
  const isJson = /json/.test(antwoord.koppen['content-type'] ?? '') && tekst !== ''
  return { ...antwoord, bytes, tekst, inhoud: isJson ? JSON.parse(tekst) : undefined }
}

/** A case as a client would make it. */
export function nieuweZaak(meer: JsonObject = {}): JsonObject {
  return {
    bronorganisatie: rsin,
    verantwoordelijkeOrganisatie: rsin,
    zaaktype: typen.zaaktype,
    startdatum: '2026-02-01',
    omschrijving: 'Aanvraag parkeervergunning',
    ...meer,
  }
}

export function rolVan(zaak: string, bsn: string, meer: JsonObject = {}): JsonObject {
  return {
    zaak,
    betrokkeneType: 'natuurlijk_persoon',
    roltype: typen.initiator,
    roltoelichting: 'aanvrager',
    betrokkeneIdentificatie: { inpBsn: bsn },
    ...meer,
  }
}

/** A case with a role of this person; gives its address. */
export async function zaakVan({ vraag }: Register, bsn: string, meer: JsonObject = {}): Promise<string> {
  const { inhoud } = await vraag('POST', '/zaken/api/v1/zaken', { json: nieuweZaak(meer) })
  await vraag('POST', '/zaken/api/v1/rollen', { json: rolVan(inhoud.url, bsn) })
  return inhoud.url
}

function catalogus() {
  const zaaktype = (url: string, identificatie: string, meer: JsonObject = {}) => ({
    url,
    identificatie,
    omschrijving: 'Parkeervergunning',
    omschrijvingGeneriek: 'Parkeervergunning',
    vertrouwelijkheidaanduiding: 'openbaar',
    doel: 'Parkeren',
    aanleiding: 'Aanvraag',
    toelichting: '',
    indicatieInternOfExtern: 'extern',
    handelingInitiator: 'Aanvragen',
    onderwerp: 'Parkeren',
    handelingBehandelaar: 'Behandelen',
    doorlooptijd: 'P8W',
    opschortingEnAanhoudingMogelijk: true,
    verlengingMogelijk: false,
    publicatieIndicatie: false,
    productenOfDiensten: ['https://producten.example/parkeervergunning'],
    referentieproces: { naam: 'Vergunning' },
    verantwoordelijke: rsin,
    catalogus: typen.catalogus,
    zaakobjecttypen: [],
    statustypen: [],
    resultaattypen: [],
    eigenschappen: [],
    informatieobjecttypen: [typen.brief],
    roltypen: [],
    besluittypen: [],
    gerelateerdeZaaktypen: [],
    beginGeldigheid: '2020-01-01',
    eindeGeldigheid: null,
    versiedatum: '2020-01-01',
    concept: false,
    ...meer,
  })
  const deel = { zaaktype: typen.zaaktype, zaaktypeIdentificatie: 'PV', catalogus: typen.catalogus }
  const statustype = (url: string, volgnummer: number, isEindstatus: boolean, meer: JsonObject = {}) => ({
    url,
    omschrijving: isEindstatus ? 'Afgehandeld' : 'Ontvangen',
    statustekst: '',
    ...deel,
    volgnummer,
    isEindstatus,
    informeren: true,
    ...meer,
  })
  return [
    [
      'catalogussen',
      {
        url: typen.catalogus,
        domein: 'ALG',
        rsin,
        contactpersoonBeheerNaam: 'Beheer',
        zaaktypen: [typen.zaaktype],
        besluittypen: [],
        informatieobjecttypen: [typen.brief],
      },
    ],
    ['zaaktypen', zaaktype(typen.zaaktype, 'PV')],
    ['zaaktypen', zaaktype(typen.geheim, 'GEHEIM', { vertrouwelijkheidaanduiding: 'geheim' })],
    ['zaaktypen', zaaktype(typen.concept, 'CONCEPT', { concept: true })],
    ['statustypen', statustype(typen.ontvangen, 1, false)],
    ['statustypen', statustype(typen.klaar, 2, true)],
    ['statustypen', statustype(typen.andere, 1, false, { zaaktype: typen.geheim })],
    [
      'resultaattypen',
      {
        url: typen.verleend,
        ...deel,
        omschrijving: 'Verleend',
        resultaattypeomschrijving: 'https://selectielijst.example/verleend',
        omschrijvingGeneriek: 'Verleend',
        selectielijstklasse: 'https://selectielijst.example/1',
        archiefnominatie: 'vernietigen',
        archiefactietermijn: 'P1Y',
        brondatumArchiefprocedure: {
          afleidingswijze: 'afgehandeld',
          datumkenmerk: '',
          einddatumBekend: false,
          objecttype: '',
          registratie: '',
          procestermijn: null,
        },
        besluittypeOmschrijving: [],
        informatieobjecttypeOmschrijving: [],
      },
    ],
    [
      'roltypen',
      { url: typen.initiator, ...deel, omschrijving: 'Aanvrager', omschrijvingGeneriek: 'initiator' },
    ],
    [
      'roltypen',
      {
        url: typen.belanghebbende,
        ...deel,
        omschrijving: 'Belanghebbende',
        omschrijvingGeneriek: 'belanghebbende',
      },
    ],
    [
      'informatieobjecttypen',
      {
        url: typen.brief,
        catalogus: typen.catalogus,
        omschrijving: 'Brief',
        vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
        beginGeldigheid: '2020-01-01',
        concept: false,
        zaaktypen: [],
        besluittypen: [],
        informatieobjectcategorie: 'Brieven',
      },
    ],
  ] as const
}
