import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Bank, startBank } from './zgw/collecties/bank.ts'

let bank: Bank
before(async () => {
  bank = await startBank()
})
after(() => bank.sluit())

const omgeving = (): Record<string, string> =>
  Object.fromEntries(
    // The shape of an environment file: a list of keys and values.
    (bank.omgeving as { values: { key: string; value: string }[] }).values.map(({ key, value }) => [
      key,
      value,
    ]),
  )

async function token(meer: object): Promise<string> {
  const antwoord = await fetch(omgeving()['token-issuer_url'] ?? '', {
    method: 'POST',
    body: JSON.stringify({ clientIds: ['proef'], secret: 'geheim', label: 'Proef', ...meer }),
  })
  const { authorization } = (await antwoord.json()) as { authorization: string }
  return authorization
}

async function vraag(
  methode: string,
  adres: string,
  { als, json, form }: { als: string; json?: unknown; form?: FormData },
) {
  const antwoord = await fetch(adres.startsWith('http') ? adres : `http://${adres}`, {
    method: methode,
    headers: {
      authorization: als,
      'accept-crs': 'EPSG:4326',
      'content-crs': 'EPSG:4326',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(form === undefined ? {} : { body: form }),
  })
  const tekst = await antwoord.text()
  const isJson = /json/.test(antwoord.headers.get('content-type') ?? '')
  return { status: antwoord.status, tekst, inhoud: isJson ? JSON.parse(tekst) : undefined }
}

test('who asks for a token without saying who gets 400, and a port that is taken is refused', async () => {
  const adres = omgeving()['token-issuer_url'] ?? ''
  for (const body of [undefined, '{', '{"clientIds":[]}'])
    assert.equal((await fetch(adres, { method: 'POST', ...(body && { body }) })).status, 400, body)
  await assert.rejects(startBank(bank.poort), /EADDRINUSE/)
})

test('the bench for the conformance collections answers as their environment expects', async () => {
  const url = omgeving()
  const alles = await token({ heeftAlleAutorisaties: true })
  const als = { als: alles }
  for (const naam of ['zrc_url', 'ztc_url', 'drc_url', 'brc_url', 'ac_url', 'nrc_url']) {
    const beschrijving = await fetch(`http://${url[naam]}/schema/openapi.yaml`)
    assert.equal(beschrijving.status, 200, naam)
    assert.match(await beschrijving.text(), /^openapi: /, naam)
  }
  const lees = (pad: string) => vraag('GET', `${url.referentielijst_url}${pad}`, als)
  const { inhoud: lijst } = await lees('/resultaten?page=1')
  const nihil = lijst.results.find(
    ({ procestermijn }: { procestermijn: string }) => procestermijn === 'nihil',
  )
  const [omschrijving] = (await lees('/resultaattypeomschrijvingen')).inhoud

  const catalogus = await vraag('POST', `${url.ztc_url}/catalogussen`, {
    ...als,
    json: { domein: 'PROEF', rsin: '000000012', contactpersoonBeheerNaam: 'Beheer' },
  })
  assert.equal(catalogus.status, 201, catalogus.tekst)
  const zaaktype = {
    identificatie: 'P',
    omschrijving: 'Proef',
    vertrouwelijkheidaanduiding: 'openbaar',
    doel: 'Proef',
    aanleiding: 'Proef',
    indicatieInternOfExtern: 'extern',
    handelingInitiator: 'Vragen',
    onderwerp: 'Proef',
    handelingBehandelaar: 'Doen',
    doorlooptijd: 'P10D',
    opschortingEnAanhoudingMogelijk: false,
    verlengingMogelijk: false,
    publicatieIndicatie: false,
    productenOfDiensten: [],
    selectielijstProcestype: nihil.procesType,
    referentieproces: { naam: 'Proef' },
    verantwoordelijke: '000000012',
    catalogus: catalogus.inhoud.url,
    besluittypen: [],
    gerelateerdeZaaktypen: [],
    beginGeldigheid: '2019-01-01',
    versiedatum: '2019-01-01',
  }
  const fout = { ...zaaktype, selectielijstProcestype: `${url.mock_url}/404` }
  const geweigerd = await vraag('POST', `${url.ztc_url}/zaaktypen`, { ...als, json: fout })
  assert.equal(geweigerd.inhoud.invalidParams[0].code, 'bad-url')
  const { inhoud: type } = await vraag('POST', `${url.ztc_url}/zaaktypen`, { ...als, json: zaaktype })
  const resultaattype = await vraag('POST', `${url.ztc_url}/resultaattypen`, {
    ...als,
    json: {
      zaaktype: type.url,
      omschrijving: 'Klaar',
      resultaattypeomschrijving: omschrijving.url,
      selectielijstklasse: nihil.url,
      brondatumArchiefprocedure: { afleidingswijze: 'afgehandeld' },
    },
  })
  assert.deepEqual([resultaattype.status, resultaattype.inhoud.archiefnominatie], [201, nihil.waardering])
  assert.equal((await vraag('POST', `${type.url}/publish`, { ...als, json: {} })).status, 200)

  const zaak = {
    bronorganisatie: '000000012',
    verantwoordelijkeOrganisatie: '000000012',
    startdatum: '2026-01-01',
  }
  const maak = (meer: object) =>
    vraag('POST', `${url.zrc_url}/zaken`, { ...als, json: { ...zaak, zaaktype: type.url, ...meer } })
  assert.equal((await maak({ communicatiekanaal: `${url.mock_url}/communicatiekanaal` })).status, 201)
  assert.equal(
    (await maak({ communicatiekanaal: `${url.mock_url}/404` })).inhoud.invalidParams[0].code,
    'bad-url',
  )

  const smal = await token({
    clientIds: ['smal'],
    autorisaties: [
      {
        component: 'zrc',
        scopes: ['zaken.lezen'],
        zaaktype: type.url,
        maxVertrouwelijkheidaanduiding: 'openbaar',
      },
    ],
  })
  assert.equal((await vraag('GET', `${url.zrc_url}/zaken`, { als: smal })).inhoud.count, 1)
  assert.equal((await vraag('POST', `${url.zrc_url}/zaken`, { als: smal, json: {} })).status, 403)
  const consument = await vraag('GET', `${url.ac_url}/applicaties/consumer?clientId=smal`, als)
  assert.deepEqual(consument.inhoud.clientIds, ['smal'])
})

test('a part of a document goes over the wire as a form, byte for byte', async () => {
  const url = omgeving()
  const als = { als: await token({ heeftAlleAutorisaties: true }) }
  const catalogus = await vraag('POST', `${url.ztc_url}/catalogussen`, {
    ...als,
    json: { domein: 'DELEN', rsin: '000000012', contactpersoonBeheerNaam: 'Beheer' },
  })
  const type = await vraag('POST', `${url.ztc_url}/informatieobjecttypen`, {
    ...als,
    json: {
      catalogus: catalogus.inhoud.url,
      omschrijving: 'Foto',
      vertrouwelijkheidaanduiding: 'openbaar',
      informatieobjectcategorie: 'Beeld',
      beginGeldigheid: '2026-01-01',
    },
  })
  await vraag('POST', `${type.inhoud.url}/publish`, { ...als, json: {} })
  const bytes = Uint8Array.from({ length: 1_000 }, (_, i) => (i * 37) % 256)
  const { inhoud: document } = await vraag('POST', `${url.drc_url}/enkelvoudiginformatieobjecten`, {
    ...als,
    json: {
      bronorganisatie: '000000012',
      creatiedatum: '2026-02-01',
      titel: 'Foto',
      auteur: 'Anna',
      taal: 'nld',
      informatieobjecttype: type.inhoud.url,
      inhoud: null,
      bestandsomvang: bytes.length,
    },
  })
  const form = new FormData()
  form.set('inhoud', new Blob([bytes]), 'foto.bin')
  form.set('lock', document.lock)
  const gezet = await vraag('PUT', document.bestandsdelen[0].url, { ...als, form })
  assert.deepEqual([gezet.status, gezet.inhoud.voltooid], [200, true])
  await vraag('POST', `${document.url}/unlock`, { ...als, json: { lock: document.lock } })
  const terug = await fetch(`${document.url}/download`, { headers: { authorization: als.als } })
  assert.deepEqual(new Uint8Array(await terug.arrayBuffer()), bytes)
})
