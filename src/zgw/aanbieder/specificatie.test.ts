import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bsns,
  maakRegister,
  nieuweZaak,
  type Register,
  rolVan,
  rsin,
  typen,
} from '../../../test/zgw/register.ts'
import {
  eisAntwoord,
  eisVerzoek,
  heeftOperatie,
  operatiesVan,
  type Specificatie,
  scopesVan,
  vraagparameters,
} from '../../../test/zgw/specificatie.ts'
import { methodenVan } from './doel.ts'
import { acties, schrijfroutes } from './schrijven/routes.ts'
import type { Onderdeel } from './verzameling.ts'
import { isSoort, type Soort, verzamelingen, verzamelingVan } from './verzamelingen.ts'

const spec: Readonly<Record<Onderdeel, Specificatie>> = {
  zrc: 'zaken',
  ztc: 'catalogi',
  drc: 'documenten',
  brc: 'besluiten',
  ac: 'autorisaties',
}
// The keys of the table are its kinds.
const soorten = (Object.keys(verzamelingen) as Soort[]).filter(
  (soort) => !('isIntern' in verzamelingen[soort]),
)
const lijstpad = (soort: Soort) => {
  const { pad, ouder } = verzamelingVan(soort)
  if (ouder === undefined || !isSoort(ouder.soort)) return `/${pad}`
  return `/${pad.replace('*', `{${verzamelingVan(ouder.soort).resource}_uuid}`)}`
}

test('each list takes exactly the parameters of its description', () => {
  for (const soort of soorten) {
    if (verzamelingVan(soort).isOnleesbaar === true) continue
    const { component, filters, isGepagineerd, ordening, kanUitvouwen } = verzamelingVan(soort)
    const beschreven = vraagparameters(spec[component], 'get', lijstpad(soort))
    const eigen = [
      ...filters.map(({ naam }) => naam),
      ...(isGepagineerd ? ['page'] : []),
      ...(ordening === undefined ? [] : ['ordering']),
      ...(kanUitvouwen === true ? ['expand'] : []),
    ]
    assert.deepEqual(eigen.sort(), beschreven.sort(), soort)
  }
})

test('HEAD, ETag and writing are where the description has them', () => {
  for (const soort of soorten) {
    const { component, heeftEtag, isOnleesbaar, leesScopes } = verzamelingVan(soort)
    assert.equal(heeftOperatie(spec[component], 'head', `${lijstpad(soort)}/{uuid}`), heeftEtag, soort)
    for (const [methode, route] of Object.entries(schrijfroutes[soort] ?? {})) {
      const pad = methode === 'POST' ? lijstpad(soort) : `${lijstpad(soort)}/{uuid}`
      assert.ok(heeftOperatie(spec[component], methode.toLowerCase(), pad), `${methode} ${pad}`)
      const beschreven = scopesVan(spec[component], methode.toLowerCase(), pad)
      if (beschreven.length > 0) assert.deepEqual([...route.scopes].sort(), beschreven, `${methode} ${pad}`)
    }
    if (isOnleesbaar === true) continue
    const beschreven = scopesVan(spec[component], 'get', lijstpad(soort))
    if (beschreven.length > 0) assert.deepEqual([...leesScopes].sort(), beschreven, soort)
  }
})

test('everything that the descriptions have is answered: no operation is missing', () => {
  const gedaan = new Set(
    soorten.flatMap((soort) => {
      const lijst = `${verzamelingVan(soort).component} ${lijstpad(soort)}`
      return [lijst, `${lijst}/{uuid}`].concat(
        Object.entries(acties[soort] ?? {}).map(
          ([naam, { opEen }]) => `${lijst}${opEen ? '/{uuid}' : ''}/${naam}`,
        ),
      )
    }),
  )
  for (const component of Object.keys(spec) as Onderdeel[]) {
    for (const [pad, methoden] of operatiesVan(spec[component])) {
      assert.ok(gedaan.has(`${component} ${pad}`), `${component} ${pad}`)
      const delen = pad.split('/').filter((deel) => deel !== '' && !deel.startsWith('{'))
      const actie = delen.at(-1) ?? ''
      const soort = soorten.find((naam) => lijstpad(naam) === pad || `${lijstpad(naam)}/{uuid}` === pad)
      const opSoort = soort ?? soorten.find((naam) => lijstpad(naam) === `/${delen[0]}`)
      assert.ok(opSoort !== undefined, pad)
      const doel = {
        component,
        soort: opSoort,
        ...(pad.includes('{uuid}') ? { uuid: 'x' } : {}),
        ...(soort === undefined ? { actie } : {}),
      }
      assert.deepEqual([...methodenVan(doel)].sort(), methoden.sort(), pad)
    }
  }
})

test('what the kernel answers is what the descriptions say, from making a case to closing and removing it', async () => {
  const register = maakRegister()
  const { opslag } = register
  const zrc = proef(register, 'zaken', '/zaken/api/v1')
  const drc = proef(register, 'documenten', '/documenten/api/v1')
  const ztc = proef(register, 'catalogi', '/catalogi/api/v1')
  const brc = proef(register, 'besluiten', '/besluiten/api/v1')

  const zaak = await zrc('POST', '/zaken', '/zaken', nieuweZaak({ opschorting: null, verlenging: null }))
  const rol = await zrc('POST', '/rollen', '/rollen', rolVan(zaak.url, bsns.anna))
  await zrc('POST', '/statussen', '/statussen', {
    zaak: zaak.url,
    statustype: typen.ontvangen,
    datumStatusGezet: '2026-02-01T09:00:00+01:00',
    statustoelichting: '',
  })
  const resultaat = await zrc('POST', '/resultaten', '/resultaten', {
    zaak: zaak.url,
    resultaattype: typen.verleend,
  })
  const resultaatPad = `/resultaten/${resultaat.uuid}`
  await zrc('PATCH', '/resultaten/{uuid}', resultaatPad, { toelichting: 'Verleend voor een jaar' })
  await zrc('PUT', '/resultaten/{uuid}', resultaatPad, {
    zaak: zaak.url,
    resultaattype: typen.verleend,
    toelichting: '',
  })
  const document = await drc(
    'POST',
    '/enkelvoudiginformatieobjecten',
    '/enkelvoudiginformatieobjecten',
    {
      bronorganisatie: rsin,
      creatiedatum: '2026-02-01',
      titel: 'Brief',
      auteur: 'A. Bakker',
      taal: 'nld',
      status: 'definitief',
      indicatieGebruiksrecht: false,
      informatieobjecttype: typen.brief,
      inhoud: Buffer.from('Dag').toString('base64'),
      bestandsomvang: 3,
    },
    { zonderAntwoordvorm: true },
  )
  const koppeling = await zrc('POST', '/zaakinformatieobjecten', '/zaakinformatieobjecten', {
    zaak: zaak.url,
    informatieobject: document.url,
  })
  opslag.leg('zaakeigenschappen', {
    url: `${zaak.url}/zaakeigenschappen/00000000-0000-4000-9000-000000000001`,
    uuid: '00000000-0000-4000-9000-000000000001',
    zaak: zaak.url,
    eigenschap: 'https://zaken.example/catalogi/api/v1/eigenschappen/1',
    naam: 'kenteken',
    waarde: 'AB-12-C',
  })
  opslag.leg('zaakbesluiten', {
    url: `${zaak.url}/besluiten/00000000-0000-4000-9000-000000000002`,
    uuid: '00000000-0000-4000-9000-000000000002',
    zaak: zaak.url,
    besluit: 'https://zaken.example/besluiten/api/v1/besluiten/1',
  })
  const besluit = {
    url: 'https://zaken.example/besluiten/api/v1/besluiten/00000000-0000-4000-9000-000000000003',
    identificatie: 'B-1',
    verantwoordelijkeOrganisatie: rsin,
    besluittype: 'https://zaken.example/catalogi/api/v1/besluittypen/1',
    zaak: zaak.url,
    datum: '2026-02-20',
    toelichting: '',
    bestuursorgaan: '',
    ingangsdatum: '2026-02-20',
    vervaldatum: null,
    vervalredenWeergave: 'Besluit met tijdelijke werking',
    publicatiedatum: null,
    verzenddatum: '2026-02-20',
    uiterlijkeReactiedatum: '2026-04-03',
  }
  opslag.leg('besluiten', besluit)
  opslag.leg('besluitinformatieobjecten', {
    url: 'https://zaken.example/besluiten/api/v1/besluitinformatieobjecten/00000000-0000-4000-9000-000000000004',
    informatieobject: document.url,
    besluit: besluit.url,
  })
  await zrc('POST', '/statussen', '/statussen', {
    zaak: zaak.url,
    statustype: typen.klaar,
    datumStatusGezet: '2026-02-20T12:00:00Z',
    statustoelichting: 'Klaar',
  })

  const zaakPad = `/zaken/${zaak.uuid}`
  const alles =
    'zaaktype,status.statustype,resultaat.resultaattype,rollen.roltype,eigenschappen,hoofdzaak,deelzaken,relevanteAndereZaken,zaakobjecten'
  await zrc('GET', '/zaken', '/zaken')
  await zrc('GET', '/zaken', `/zaken?expand=${alles}&ordering=-startdatum`)
  await zrc('GET', '/zaken/{uuid}', zaakPad)
  await zrc('GET', '/zaken/{uuid}', `${zaakPad}?expand=${alles}`)
  await zrc('HEAD', '/zaken/{uuid}', zaakPad)
  await zrc('POST', '/zaken/_zoek', '/zaken/_zoek', {
    rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: bsns.anna,
    expand: alles,
  })
  await zrc('GET', '/zaken/{zaak_uuid}/zaakeigenschappen', `${zaakPad}/zaakeigenschappen`)
  await zrc('GET', '/zaken/{zaak_uuid}/besluiten', `${zaakPad}/besluiten`)
  for (const soort of [
    'statussen',
    'rollen',
    'resultaten',
    'zaakinformatieobjecten',
    'zaakcontactmomenten',
  ]) {
    await zrc('GET', `/${soort}`, `/${soort}?zaak=${encodeURIComponent(zaak.url)}`)
  }
  await zrc('GET', '/rollen/{uuid}', `/rollen/${rol.uuid}`)
  await zrc('GET', '/zaakinformatieobjecten/{uuid}', `/zaakinformatieobjecten/${koppeling.uuid}`)
  const documentPad = document.url.slice('https://zaken.example/documenten/api/v1'.length)
  await drc('GET', '/enkelvoudiginformatieobjecten', '/enkelvoudiginformatieobjecten')
  await drc('GET', '/enkelvoudiginformatieobjecten/{uuid}', documentPad)
  await drc('GET', '/enkelvoudiginformatieobjecten/{uuid}/download', `${documentPad}/download?versie=1`)
  await drc('POST', '/enkelvoudiginformatieobjecten/_zoek', '/enkelvoudiginformatieobjecten/_zoek', {
    uuid__in: [documentPad.split('/')[2]],
  })
  await drc(
    'GET',
    '/objectinformatieobjecten',
    `/objectinformatieobjecten?object=${encodeURIComponent(zaak.url)}`,
  )
  await brc('GET', '/besluiten', `/besluiten?zaak=${encodeURIComponent(zaak.url)}`)
  await brc('GET', '/besluiten/{uuid}', besluit.url.slice('https://zaken.example/besluiten/api/v1'.length))
  await brc(
    'GET',
    '/besluitinformatieobjecten',
    `/besluitinformatieobjecten?besluit=${encodeURIComponent(besluit.url)}`,
  )
  for (const soort of soorten.filter((naam) => verzamelingVan(naam).component === 'ztc')) {
    const lijst = await ztc('GET', `/${soort}`, `/${soort}`)
    for (const rij of lijst.results.slice(0, 2)) {
      await ztc('GET', `/${soort}/{uuid}`, `/${soort}/${rij.url.split('/').at(-1)}`)
    }
  }

  await zrc('PATCH', '/zaken/{uuid}', zaakPad, { toelichting: 'Nog iets' })
  await zrc('PUT', '/zaken/{uuid}', zaakPad, nieuweZaak({ toelichting: 'Alles' }))
  await zrc('DELETE', '/zaakinformatieobjecten/{uuid}', `/zaakinformatieobjecten/${koppeling.uuid}`)
  await zrc('DELETE', '/rollen/{uuid}', `/rollen/${rol.uuid}`)
  await zrc('DELETE', '/resultaten/{uuid}', resultaatPad)
  await zrc('DELETE', '/zaken/{uuid}', zaakPad)
  await zrc('GET', '/zaken/{uuid}', zaakPad)
})

test('errors have the form of the description: problem details, with the fields when the input is wrong', async () => {
  const register = maakRegister()
  for (const [methode, pad, sjabloon, meer] of [
    ['GET', '/zaken?vreemd=1', '/zaken', {}],
    ['GET', '/zaken', '/zaken', { koppen: { authorization: undefined } }],
    ['GET', '/zaken', '/zaken', { koppen: { 'accept-crs': undefined } }],
    ['GET', '/zaken', '/zaken', { koppen: { 'accept-crs': 'EPSG:28992' } }],
    ['POST', '/zaken', '/zaken', { json: {} }],
    ['POST', '/zaken', '/zaken', { json: nieuweZaak(), koppen: { 'content-crs': 'EPSG:28992' } }],
    ['POST', '/zaken', '/zaken', { lichaam: '{', koppen: {} }],
    [
      'POST',
      '/zaken',
      '/zaken',
      { lichaam: 'a=b', koppen: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    ['GET', '/zaken/00000000-0000-4000-8000-000000000099', '/zaken/{uuid}', {}],
    ['POST', '/zaken/_zoek', '/zaken/_zoek', { json: {} }],
  ] as const) {
    const antwoord = await register.vraag(methode, `/zaken/api/v1${pad}`, meer)
    assert.ok(antwoord.status >= 400, `${methode} ${pad}`)
    eisAntwoord('zaken', methode.toLowerCase(), sjabloon, antwoord)
  }
})

function proef({ vraag }: Register, spec: Specificatie, basis: string) {
  return async (
    methode: string,
    sjabloon: string,
    pad: string,
    json?: unknown,
    keus: { zonderAntwoordvorm?: boolean } = {},
  ) => {
    if (json !== undefined && keus.zonderAntwoordvorm !== true)
      eisVerzoek(spec, methode.toLowerCase(), sjabloon, json)
    const antwoord = await vraag(methode, `${basis}${pad}`, json === undefined ? {} : { json })
    if (keus.zonderAntwoordvorm === true) assert.equal(antwoord.status, 201, antwoord.tekst)
    else eisAntwoord(spec, methode.toLowerCase(), sjabloon, antwoord)
    return antwoord.inhoud
  }
}
