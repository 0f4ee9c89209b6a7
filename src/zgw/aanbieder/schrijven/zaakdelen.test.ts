import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakProef } from '../../../../test/zgw/proef.ts'
import { bsns, maakRegister, rsin, typen, zaakVan } from '../../../../test/zgw/register.ts'
import type { JsonObject } from '../opslag.ts'

const zrc = '/zaken/api/v1'

async function metZaak(opties: Parameters<typeof maakRegister>[0] = {}, meer: JsonObject = {}) {
  const register = maakRegister(opties)
  const zaak = await zaakVan(register, bsns.anna, meer)
  return { register, zaak, ...maakProef(register.vraag) }
}

/** Sets a result and the end status. */
async function sluit({ goed }: Pick<Awaited<ReturnType<typeof metZaak>>, 'goed'>, zaak: string) {
  await goed('POST', `${zrc}/resultaten`, { zaak, resultaattype: typen.verleend })
  const datumStatusGezet = '2026-02-20T09:00:00Z'
  await goed('POST', `${zrc}/statussen`, { zaak, statustype: typen.klaar, datumStatusGezet })
}

test('what a case is about is an address or a description, of a kind that the standard knows', async () => {
  const { goed, fout, zaak } = await metZaak()
  const adres = {
    zaak,
    objectType: 'adres',
    relatieomschrijving: 'Waar het om gaat',
    objectIdentificatie: {
      identificatie: '0392010000012345',
      wplWoonplaatsNaam: 'Haarlem',
      gorOpenbareRuimteNaam: 'Grote Markt',
      huisnummer: 2,
    },
  }
  const gemaakt = await goed('POST', `${zrc}/zaakobjecten`, adres)
  await goed('GET', gemaakt.url)
  assert.deepEqual((await goed('GET', zaak)).zaakobjecten, [gemaakt.url])
  assert.equal((await goed('GET', `${zrc}/zaakobjecten?objectType=adres`)).count, 1)
  await goed('PATCH', gemaakt.url, { relatieomschrijving: 'Het huis', objectType: 'adres' })
  await goed('PUT', gemaakt.url, adres)
  assert.deepEqual(await fout('PATCH', gemaakt.url, { objectType: 'buurt' }), [
    'objectType: wijzigen-niet-toegelaten',
  ])
  for (const [meer, verwacht] of [
    [{ objectIdentificatie: null }, 'nonFieldErrors: invalid-zaakobject'],
    [{ objectType: 'overige' }, 'objectTypeOverige: missing-object-type-overige'],
    [{ objectTypeOverige: 'boom' }, 'objectTypeOverige: invalid-object-type-overige-usage'],
    [{ objectType: 'boom' }, 'objectType: invalid_choice'],
    [{ zaakobjecttype: typen.brief }, 'zaakobjecttype: invalid-resource'],
  ] as const) {
    assert.deepEqual(await fout('POST', `${zrc}/zaakobjecten`, { ...adres, ...meer }), [verwacht])
  }
  const object = 'https://bag.example/pand/1'
  await goed('POST', `${zrc}/zaakobjecten`, {
    zaak,
    object,
    objectType: 'overige',
    objectTypeOverige: 'boom',
  })
  await goed('DELETE', gemaakt.url)
  assert.equal((await goed('GET', `${zrc}/zaakobjecten`)).count, 1)
})

test('a contact and a request belong to a case once, and go with it', async () => {
  const { goed, fout, zaak, register } = await metZaak()
  const contact = { zaak, contactmoment: 'https://contact.example/1' }
  const { url } = await goed('POST', `${zrc}/zaakcontactmomenten`, contact)
  assert.deepEqual(await fout('POST', `${zrc}/zaakcontactmomenten`, contact), ['nonFieldErrors: unique'])
  await goed('GET', url)
  const verzoek = await goed('POST', `${zrc}/zaakverzoeken`, { zaak, verzoek: 'https://verzoeken.example/1' })
  assert.equal((await goed('GET', `${zrc}/zaakverzoeken?verzoek=https://verzoeken.example/1`)).length, 1)
  await goed('GET', verzoek.url)
  await goed('DELETE', url)
  const klant = await goed('POST', `${zrc}/klantcontacten`, {
    zaak,
    datumtijd: '2026-02-01T09:00:00Z',
    kanaal: 'balie',
  })
  assert.equal(klant.identificatie.length, 14)
  assert.deepEqual(await fout('POST', `${zrc}/klantcontacten`, { zaak, datumtijd: '2026-03-02T00:00:00Z' }), [
    'datumtijd: not_in_future',
  ])
  await goed('GET', klant.url)
  await goed('DELETE', zaak)
  for (const weg of [verzoek.url, klant.url]) assert.equal((await register.vraag('GET', weg)).status, 404)
  assert.deepEqual(await goed('GET', `${zrc}/zaakverzoeken`), [])
})

test('a document ties to a case when the type of the case knows it', async () => {
  const { goed, fout, zaak, register } = await metZaak()
  const type = await goed('POST', '/catalogi/api/v1/informatieobjecttypen', {
    catalogus: typen.catalogus,
    omschrijving: 'Foto',
    vertrouwelijkheidaanduiding: 'openbaar',
    informatieobjectcategorie: 'Beeld',
    beginGeldigheid: '2026-01-01',
  })
  await goed('POST', `${type.url}/publish`)
  const document = await goed('POST', '/documenten/api/v1/enkelvoudiginformatieobjecten', {
    bronorganisatie: rsin,
    creatiedatum: '2026-02-01',
    titel: 'Foto',
    auteur: 'Anna',
    taal: 'nld',
    informatieobjecttype: type.url,
  })
  const koppel = { zaak, informatieobject: document.url }
  assert.deepEqual(await fout('POST', `${zrc}/zaakinformatieobjecten`, koppel), [
    'nonFieldErrors: missing-zaaktype-informatieobjecttype-relation',
  ])
  register.opslag.leg('zaaktype-informatieobjecttypen', {
    url: 'https://zaken.example/catalogi/api/v1/zaaktype-informatieobjecttypen/1',
    zaaktype: typen.zaaktype,
    informatieobjecttype: 'Foto',
    volgnummer: 1,
    richting: 'inkomend',
  })
  await goed('POST', `${zrc}/zaakinformatieobjecten`, koppel)
})

test('a closed case opens with another status, by whoever may; a part of it not before the whole', async () => {
  const proef = await metZaak()
  const { goed, fout, zaak, register } = proef
  const deel = await zaakVan(register, bsns.anna, { hoofdzaak: zaak })
  await sluit(proef, deel)
  await sluit(proef, zaak)
  const open = (van: string) => ({
    zaak: van,
    statustype: typen.ontvangen,
    datumStatusGezet: '2026-02-25T09:00:00Z',
  })
  const smal = await register.vraag('POST', `${zrc}/statussen`, { json: open(zaak), als: 'schrijver' })
  assert.deepEqual([smal.status, smal.inhoud.code], [403, 'permission_denied'])
  assert.deepEqual(await fout('POST', `${zrc}/statussen`, open(deel)), ['nonFieldErrors: hoofdzaak-closed'])
  assert.equal((await goed('GET', zaak)).archiefactiedatum, '2027-02-20')
  await goed('POST', `${zrc}/statussen`, open(zaak))
  const { einddatum, archiefactiedatum, archiefnominatie } = await goed('GET', zaak)
  assert.deepEqual([einddatum, archiefactiedatum, archiefnominatie], [null, null, null])
  await goed('POST', `${zrc}/statussen`, open(deel))
})

test('the date of the archive follows from objects and from other cases, and is unknown when one of them is', async () => {
  const wijze = (register: ReturnType<typeof maakRegister>, procedure: object) => {
    const type = register.opslag.pak('resultaattypen', typen.verleend)
    assert.ok(type !== undefined)
    register.opslag.leg('resultaattypen', { ...type, brondatumArchiefprocedure: { ...procedure } })
  }
  const object = (zaak: string, eindeHuur: string) => ({
    zaak,
    objectType: 'pand',
    objectIdentificatie: { identificatie: '1', eindeHuur },
  })
  const een = await metZaak()
  wijze(een.register, { afleidingswijze: 'zaakobject', objecttype: 'Pand', datumkenmerk: 'eindeHuur' })
  for (const dag of ['2030-01-01', '2031-05-06']) {
    await een.register.vraag('POST', `${zrc}/zaakobjecten`, { json: object(een.zaak, dag) })
  }
  await sluit(een, een.zaak)
  assert.equal((await een.goed('GET', een.zaak)).archiefactiedatum, '2032-05-06')

  const twee = await metZaak()
  wijze(twee.register, { afleidingswijze: 'zaakobject', objecttype: 'pand', datumkenmerk: 'eindeHuur' })
  await twee.register.vraag('POST', `${zrc}/zaakobjecten`, { json: object(twee.zaak, 'ooit') })
  await sluit(twee, twee.zaak)
  assert.equal((await twee.goed('GET', twee.zaak)).archiefactiedatum, null)

  const drie = await metZaak()
  wijze(drie.register, { afleidingswijze: 'gerelateerde_zaak' })
  const ander = await zaakVan(drie.register, bsns.bert)
  const relatie = { relevanteAndereZaken: [{ url: ander, aardRelatie: 'vervolg' }] }
  await drie.goed('PATCH', drie.zaak, relatie)
  await drie.goed('POST', `${zrc}/resultaten`, { zaak: ander, resultaattype: typen.verleend })
  const einde = { zaak: ander, statustype: typen.klaar, datumStatusGezet: '2026-01-10T09:00:00Z' }
  await drie.goed('POST', `${zrc}/statussen`, einde)
  await sluit(drie, drie.zaak)
  assert.equal((await drie.goed('GET', drie.zaak)).archiefactiedatum, '2027-01-10')
})

test('addresses elsewhere are believed, and looked at when there is a way to', async () => {
  const gevraagd: string[] = []
  const buiten = async (adres: string) => {
    gevraagd.push(adres)
    if (adres.endsWith('/kanaal')) return { json: { url: adres, naam: 'Balie', omschrijving: '' } }
    return adres.endsWith('/anders') ? { json: {} } : undefined
  }
  const { fout, goed } = await metZaak({ buiten })
  const nieuw = {
    bronorganisatie: rsin,
    verantwoordelijkeOrganisatie: rsin,
    zaaktype: typen.zaaktype,
    startdatum: '2026-02-01',
  }
  const kanaal = (naam: string) => ({ ...nieuw, communicatiekanaal: `https://lijsten.example/${naam}` })
  await goed('POST', `${zrc}/zaken`, kanaal('kanaal'))
  assert.deepEqual(await fout('POST', `${zrc}/zaken`, kanaal('404')), ['communicatiekanaal: bad-url'])
  assert.deepEqual(await fout('POST', `${zrc}/zaken`, kanaal('anders')), [
    'communicatiekanaal: invalid-resource',
  ])
  const relevant = (url: string) => ({ ...nieuw, relevanteAndereZaken: [{ url, aardRelatie: 'vervolg' }] })
  assert.deepEqual(await fout('POST', `${zrc}/zaken`, relevant('https://elders.example/404')), [
    'relevanteAndereZaken.0: bad-url',
  ])
  assert.equal(gevraagd.length, 4)
  const vanType = (url: string) => ({ ...nieuw, zaaktype: url })
  assert.deepEqual(await fout('POST', `${zrc}/zaken`, vanType('https://elders.example/anders')), [
    'zaaktype: invalid-resource',
  ])
  assert.deepEqual(await fout('POST', `${zrc}/zaken`, vanType('https://elders.example/404')), [
    'zaaktype: bad-url',
  ])
  const gelooft = await metZaak()
  await gelooft.goed('POST', `${zrc}/zaken`, kanaal('404'))
})
