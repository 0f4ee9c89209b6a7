import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakRegister, nieuweZaak, type Register, rsin, typen } from '../../../../test/zgw/register.ts'
import { eisAntwoord, eisVerzoek } from '../../../../test/zgw/specificatie.ts'
import { Geheugen } from '../geheugen.ts'

const ztc = '/catalogi/api/v1'
const codes = (inhoud: { invalidParams: { name: string; code: string }[] }) =>
  inhoud.invalidParams.map(({ name, code }) => `${name}: ${code}`)

const zaaktype = (catalogus: string, meer: object = {}) => ({
  identificatie: 'WAS',
  omschrijving: 'Wasmachine',
  vertrouwelijkheidaanduiding: 'openbaar',
  doel: 'Schone was',
  aanleiding: 'Aanvraag',
  indicatieInternOfExtern: 'extern',
  handelingInitiator: 'Aanvragen',
  onderwerp: 'Was',
  handelingBehandelaar: 'Behandelen',
  doorlooptijd: 'P10D',
  opschortingEnAanhoudingMogelijk: false,
  verlengingMogelijk: true,
  verlengingstermijn: 'P5D',
  publicatieIndicatie: false,
  productenOfDiensten: [],
  referentieproces: { naam: 'Was', link: '' },
  verantwoordelijke: rsin,
  catalogus,
  besluittypen: [],
  gerelateerdeZaaktypen: [],
  beginGeldigheid: '2026-01-01',
  versiedatum: '2026-01-01',
  ...meer,
})

function maker(register: Register) {
  return async (soort: string, json: unknown, verwacht = 201) => {
    const { status, inhoud, tekst } = await register.vraag('POST', `${ztc}/${soort}`, { json })
    assert.equal(status, verwacht, tekst)
    return inhoud
  }
}

/** A catalogue with one type of everything; gives the addresses. */
async function vul(register: Register) {
  const maak = maker(register)
  const catalogus = await maak('catalogussen', { domein: 'WAS', rsin, contactpersoonBeheerNaam: 'Beheer' })
  const document = await maak('informatieobjecttypen', {
    catalogus: catalogus.url,
    omschrijving: 'Brief',
    vertrouwelijkheidaanduiding: 'openbaar',
    informatieobjectcategorie: 'Brieven',
    beginGeldigheid: '2026-01-01',
  })
  const besluit = await maak('besluittypen', {
    catalogus: catalogus.url,
    omschrijving: 'Toekenning',
    publicatieIndicatie: false,
    informatieobjecttypen: ['Brief'],
    beginGeldigheid: '2026-01-01',
  })
  const type = await maak('zaaktypen', zaaktype(catalogus.url, { besluittypen: ['Toekenning'] }))
  const deel = { zaaktype: type.url }
  const ontvangen = await maak('statustypen', { ...deel, omschrijving: 'Ontvangen', volgnummer: 1 })
  const klaar = await maak('statustypen', { ...deel, omschrijving: 'Klaar', volgnummer: 2 })
  const rol = await maak('roltypen', {
    ...deel,
    omschrijving: 'Aanvrager',
    omschrijvingGeneriek: 'initiator',
  })
  const resultaat = await maak('resultaattypen', {
    ...deel,
    omschrijving: 'Verleend',
    resultaattypeomschrijving: 'https://selectielijst.example/1',
    selectielijstklasse: 'https://selectielijst.example/2',
    archiefnominatie: 'vernietigen',
    archiefactietermijn: 'P1Y',
    brondatumArchiefprocedure: { afleidingswijze: 'afgehandeld', procestermijn: '' },
  })
  const eigenschap = await maak('eigenschappen', {
    ...deel,
    naam: 'merk',
    definitie: 'Merk van de machine',
    specificatie: { formaat: 'tekst', lengte: '20', kardinaliteit: '1' },
  })
  await maak('zaaktype-informatieobjecttypen', {
    ...deel,
    informatieobjecttype: document.url,
    volgnummer: 1,
    richting: 'inkomend',
  })
  return { catalogus, document, besluit, type, ontvangen, klaar, rol, resultaat, eigenschap }
}

test('a catalogue is made from nothing, published, and cases are made of it; all as described', async () => {
  const register = maakRegister({ opslag: new Geheugen() })
  const gemaakt = await vul(register)
  eisVerzoek('catalogi', 'post', '/statustypen', {
    zaaktype: gemaakt.type.url,
    omschrijving: 'X',
    volgnummer: 3,
  })
  for (const [soort, { url }] of [
    ['catalogussen', gemaakt.catalogus],
    ['zaaktypen', gemaakt.type],
    ['statustypen', gemaakt.klaar],
    ['roltypen', gemaakt.rol],
    ['resultaattypen', gemaakt.resultaat],
    ['eigenschappen', gemaakt.eigenschap],
    ['informatieobjecttypen', gemaakt.document],
    ['besluittypen', gemaakt.besluit],
  ] as const) {
    eisAntwoord('catalogi', 'get', `/${soort}/{uuid}`, await register.vraag('GET', url))
  }
  const { url } = gemaakt.type
  assert.deepEqual(codes((await register.vraag('POST', `${url}/publish`)).inhoud), [
    'nonFieldErrors: concept-relation',
  ])
  for (const deel of [gemaakt.besluit, gemaakt.document]) {
    assert.equal((await register.vraag('POST', `${deel.url}/publish`)).status, 200)
  }
  const gepubliceerd = await register.vraag('POST', `${url}/publish`)
  assert.deepEqual([gepubliceerd.status, gepubliceerd.inhoud.concept], [200, false])
  assert.deepEqual(gepubliceerd.inhoud.statustypen, [gemaakt.ontvangen.url, gemaakt.klaar.url])
  assert.deepEqual(gepubliceerd.inhoud.besluittypen, [gemaakt.besluit.url])

  const zaak = await register.vraag('POST', '/zaken/api/v1/zaken', { json: nieuweZaak({ zaaktype: url }) })
  assert.equal(zaak.status, 201)
  const json = { zaak: zaak.inhoud.url, resultaattype: gemaakt.resultaat.url }
  await register.vraag('POST', '/zaken/api/v1/resultaten', { json })
  const einde = {
    zaak: zaak.inhoud.url,
    statustype: gemaakt.klaar.url,
    datumStatusGezet: '2026-02-20T09:00:00Z',
  }
  assert.equal((await register.vraag('POST', '/zaken/api/v1/statussen', { json: einde })).status, 201)
  assert.equal((await register.vraag('GET', zaak.inhoud.url)).inhoud.archiefactiedatum, '2027-02-20')
})

test('no case is made of a concept, and what is published does not change', async () => {
  const register = maakRegister()
  const maak = maker(register)
  const concept = await maak('zaaktypen', zaaktype(typen.catalogus))
  const zaak = await register.vraag('POST', '/zaken/api/v1/zaken', {
    json: nieuweZaak({ zaaktype: concept.url }),
  })
  assert.deepEqual(codes(zaak.inhoud), ['zaaktype: not-published'])
  const gewoon = maakRegister({
    clienten: () => ({
      geheim: 'geheim-van-alles',
      autorisaties: [{ component: 'ztc', scopes: ['catalogi.schrijven', 'catalogi.lezen'] }],
    }),
  })
  for (const [methode, url, json, code] of [
    ['PATCH', typen.zaaktype, { omschrijving: 'Anders' }, 'non-concept-object'],
    ['DELETE', typen.zaaktype, undefined, 'non-concept-object'],
    [
      'POST',
      `${ztc}/statustypen`,
      { zaaktype: typen.zaaktype, omschrijving: 'X', volgnummer: 9 },
      'non-concept-zaaktype',
    ],
  ] as const) {
    const { status, inhoud } = await gewoon.vraag(methode, url, { json })
    assert.deepEqual([status, codes(inhoud)], [400, [`nonFieldErrors: ${code}`]], `${methode} ${url}`)
  }
})

test('the end status is the one with the highest number, whoever comes and goes', async () => {
  const register = maakRegister({ opslag: new Geheugen() })
  const { type, ontvangen, klaar } = await vul(register)
  const einde = async () => {
    const { inhoud } = await register.vraag(
      'GET',
      `${ztc}/statustypen?status=alles&zaaktype=${encodeURIComponent(type.url)}`,
    )
    return inhoud.results
      .filter(({ isEindstatus }: { isEindstatus: boolean }) => isEindstatus)
      .map(({ url }: { url: string }) => url)
  }
  assert.deepEqual(await einde(), [klaar.url])
  await register.vraag('PATCH', ontvangen.url, { json: { volgnummer: 3 } })
  assert.deepEqual(await einde(), [ontvangen.url])
  assert.equal((await register.vraag('DELETE', ontvangen.url)).status, 204)
  assert.deepEqual(await einde(), [klaar.url])
  assert.deepEqual((await register.vraag('GET', type.url)).inhoud.statustypen, [klaar.url])
  await register.vraag('DELETE', type.url)
  assert.equal((await register.vraag('GET', klaar.url)).status, 404)
})

test('a type names what is there: a catalogue, a document, a decision', async () => {
  const register = maakRegister()
  for (const [json, verwacht] of [
    [zaaktype('https://elders.example/1'), ['catalogus: bad-url']],
    [zaaktype(typen.zaaktype), ['catalogus: invalid-resource']],
    [zaaktype(typen.catalogus, { besluittypen: ['Nergens'] }), ['besluittypen: bad-url']],
    [zaaktype(typen.catalogus, { doorlooptijd: 'tien dagen' }), ['doorlooptijd: invalid']],
  ] as const) {
    const { status, inhoud } = await register.vraag('POST', `${ztc}/zaaktypen`, { json })
    assert.deepEqual([status, codes(inhoud)], [400, verwacht])
  }
  const lezer = await register.vraag('POST', `${ztc}/zaaktypen`, {
    als: 'lezer',
    json: zaaktype(typen.catalogus),
  })
  assert.equal(lezer.status, 403)
  assert.equal((await register.vraag('POST', `${typen.ontvangen}/publish`)).status, 404)
})

test('a decision belongs to the type of its case, is found from both sides, and goes from both', async () => {
  const register = maakRegister({ opslag: new Geheugen() })
  const { type, besluit: soort, document, eigenschap } = await vul(register)
  for (const { url } of [document, soort, type]) await register.vraag('POST', `${url}/publish`)
  const { inhoud: zaak } = await register.vraag('POST', '/zaken/api/v1/zaken', {
    json: nieuweZaak({ zaaktype: type.url }),
  })
  const json = {
    verantwoordelijkeOrganisatie: rsin,
    besluittype: soort.url,
    zaak: zaak.url,
    datum: '2026-02-20',
    ingangsdatum: '2026-02-21',
    uiterlijkeReactiedatum: '2026-04-03',
  }
  eisVerzoek('besluiten', 'post', '/besluiten', json)
  const gemaakt = await register.vraag('POST', '/besluiten/api/v1/besluiten', { json })
  eisAntwoord('besluiten', 'post', '/besluiten', gemaakt)
  const bijZaak = await register.vraag('GET', `${zaak.url}/besluiten`)
  eisAntwoord('zaken', 'get', '/zaken/{zaak_uuid}/besluiten', bijZaak)
  assert.equal(bijZaak.inhoud[0].besluit, gemaakt.inhoud.url)
  const gewijzigd = await register.vraag('PATCH', gemaakt.inhoud.url, {
    json: { vervalreden: 'tijdelijk', vervaldatum: '2027-01-01' },
  })
  eisAntwoord('besluiten', 'patch', '/besluiten/{uuid}', gewijzigd)
  assert.equal(gewijzigd.inhoud.vervalredenWeergave, 'Besluit met tijdelijke werking')
  for (const [anders, verwacht] of [
    [{ datum: '2026-03-02' }, ['datum: future_not_allowed']],
    [{ besluittype: type.url }, ['besluittype: invalid-resource']],
    [{ zaak: 'https://zaken.example/zaken/api/v1/zaken/x' }, ['zaak: bad-url']],
    [{ identificatie: gemaakt.inhoud.identificatie }, ['identificatie: identificatie-niet-uniek']],
  ] as const) {
    const { inhoud } = await register.vraag('POST', '/besluiten/api/v1/besluiten', {
      json: { ...json, ...anders },
    })
    assert.deepEqual(codes(inhoud), verwacht)
  }
  const merk = await register.vraag('POST', `${zaak.url}/zaakeigenschappen`, {
    json: { zaak: zaak.url, eigenschap: eigenschap.url, waarde: 'Zoem' },
  })
  eisAntwoord('zaken', 'post', '/zaken/{zaak_uuid}/zaakeigenschappen', merk)
  assert.equal(merk.inhoud.naam, 'merk')
  const ander = await register.vraag('PATCH', merk.inhoud.url, { json: { waarde: 'Brom' } })
  assert.equal(ander.inhoud.waarde, 'Brom')
  assert.deepEqual((await register.vraag('GET', zaak.url)).inhoud.eigenschappen, [merk.inhoud.url])
  for (const { url } of [merk.inhoud, gemaakt.inhoud])
    assert.equal((await register.vraag('DELETE', url)).status, 204)
  assert.deepEqual((await register.vraag('GET', `${zaak.url}/besluiten`)).inhoud, [])
  assert.deepEqual((await register.vraag('GET', zaak.url)).inhoud.eigenschappen, [])
})
