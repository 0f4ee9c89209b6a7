import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bsns,
  type Meer,
  maakRegister,
  nieuweZaak,
  type Register,
  rolVan,
  rsin,
  typen,
  zaakVan,
} from '../../../../test/zgw/register.ts'

const zaken = '/zaken/api/v1/zaken'
const statussen = '/zaken/api/v1/statussen'
const resultaten = '/zaken/api/v1/resultaten'

const codes = (inhoud: { invalidParams: { name: string; code: string }[] }) =>
  inhoud.invalidParams.map(({ name, code }) => `${name}: ${code}`)

function status({ vraag }: Register, zaak: string, statustype: string, op: string, meer: Meer = {}) {
  return vraag('POST', statussen, { json: { zaak, statustype, datumStatusGezet: op }, ...meer })
}

async function sluit(register: Register, zaak: string, op = '2026-02-20T23:30:00Z'): Promise<void> {
  await register.vraag('POST', resultaten, { json: { zaak, resultaattype: typen.verleend } })
  assert.equal((await status(register, zaak, typen.klaar, op)).status, 201)
}

test('a case is refused with everything that is wrong with it', async () => {
  const { vraag } = maakRegister()
  for (const [json, verwacht] of [
    [
      {},
      [
        'bronorganisatie: required',
        'zaaktype: required',
        'verantwoordelijkeOrganisatie: required',
        'startdatum: required',
      ],
    ],
    [nieuweZaak({ bronorganisatie: '123456789' }), ['bronorganisatie: invalid']],
    [nieuweZaak({ omschrijving: 'x'.repeat(81) }), ['omschrijving: max_length']],
    [nieuweZaak({ startdatum: null }), ['startdatum: null']],
    [nieuweZaak({ zaaktype: 'geen adres' }), ['zaaktype: bad-url']],
    [nieuweZaak({ zaaktype: 'https://elders.example/zaaktypen/1' }), ['zaaktype: bad-url']],
    [nieuweZaak({ zaaktype: typen.ontvangen }), ['zaaktype: invalid-resource']],
    [nieuweZaak({ zaaktype: typen.concept }), ['zaaktype: not-published']],
    [nieuweZaak({ hoofdzaak: 'https://zaken.example/zaken/api/v1/zaken/x' }), ['hoofdzaak: does-not-exist']],
    [
      nieuweZaak({ betalingsindicatie: 'nvt', laatsteBetaaldatum: '2026-01-01T00:00:00Z' }),
      ['laatsteBetaaldatum: betaling-nvt'],
    ],
    [
      nieuweZaak({ productenOfDiensten: ['https://producten.example/anders'] }),
      ['productenOfDiensten: invalid-products-services'],
    ],
    [
      nieuweZaak({ archiefstatus: 'gearchiveerd' }),
      ['archiefnominatie: archiefnominatie-not-set', 'archiefactiedatum: archiefactiedatum-not-set'],
    ],
    [
      nieuweZaak({
        relevanteAndereZaken: [{ url: 'https://zaken.example/zaken/api/v1/zaken/x', aardRelatie: 'vervolg' }],
      }),
      ['relevanteAndereZaken.0: bad-url'],
    ],
  ] as const) {
    const { status, inhoud } = await vraag('POST', zaken, { json })
    assert.equal(status, 400)
    assert.deepEqual(codes(inhoud), verwacht)
  }
})

test('a new case gets what it lacks: identification, day, level; an identification is used once', async () => {
  const register = maakRegister()
  const { inhoud, koppen } = await register.vraag('POST', zaken, { json: nieuweZaak() })
  assert.match(inhoud.identificatie, /^ZAAK-2026-/)
  assert.equal(inhoud.registratiedatum, '2026-03-01')
  assert.equal(inhoud.vertrouwelijkheidaanduiding, 'openbaar')
  assert.equal(koppen.location, inhoud.url)
  assert.deepEqual([inhoud.einddatum, inhoud.status, inhoud.rollen], [null, null, []])
  const json = nieuweZaak({ identificatie: 'Z-1' })
  assert.equal((await register.vraag('POST', zaken, { json })).status, 201)
  assert.deepEqual(codes((await register.vraag('POST', zaken, { json })).inhoud), [
    'identificatie: identificatie-niet-uniek',
  ])
})

test('a case below a case has nothing below it, and is not its own main case', async () => {
  const register = maakRegister()
  const hoofd = await zaakVan(register, bsns.anna)
  const deel = await zaakVan(register, bsns.anna, { hoofdzaak: hoofd })
  const dieper = await register.vraag('POST', zaken, { json: nieuweZaak({ hoofdzaak: deel }) })
  assert.deepEqual(codes(dieper.inhoud), ['hoofdzaak: deelzaak-als-hoofdzaak'])
  const zelf = await register.vraag('PATCH', hoofd, { json: { hoofdzaak: hoofd } })
  assert.deepEqual(codes(zelf.inhoud), ['hoofdzaak: self-forbidden'])
})

test('what lies fixed does not change; a part changes alone; null unsets a group', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna, { verlenging: { reden: 'Druk', duur: 'P2W' } })
  const ander = await register.vraag('PATCH', url, { json: { identificatie: 'X', zaaktype: typen.geheim } })
  assert.deepEqual(codes(ander.inhoud), [
    'zaaktype: wijzigen-niet-toegelaten',
    'identificatie: wijzigen-niet-toegelaten',
  ])
  const deels = await register.vraag('PATCH', url, { json: { toelichting: 'Nieuw', verlenging: null } })
  assert.deepEqual([deels.status, deels.inhoud.toelichting, deels.inhoud.verlenging], [200, 'Nieuw', null])
  assert.equal(deels.inhoud.omschrijving, 'Aanvraag parkeervergunning')
  assert.equal(deels.inhoud.rollen.length, 1)
  const heel = await register.vraag('PUT', url, { json: nieuweZaak({ omschrijving: 'Anders' }) })
  assert.deepEqual([heel.inhoud.toelichting, heel.inhoud.omschrijving], ['', 'Anders'])
})

test('the last status closes a case when everything is there, on the day in the Netherlands', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  await status(register, url, typen.ontvangen, '2026-02-02T09:00:00Z')
  const { inhoud: document } = await register.vraag(
    'POST',
    '/documenten/api/v1/enkelvoudiginformatieobjecten',
    {
      json: {
        bronorganisatie: rsin,
        creatiedatum: '2026-02-01',
        titel: 'Brief',
        auteur: 'A',
        taal: 'nld',
        informatieobjecttype: typen.brief,
      },
    },
  )
  await register.vraag('POST', '/zaken/api/v1/zaakinformatieobjecten', {
    json: { zaak: url, informatieobject: document.url },
  })
  await zaakVan(register, bsns.anna, { hoofdzaak: url })
  const teVroeg = await status(register, url, typen.klaar, '2026-02-20T09:00:00Z')
  assert.deepEqual(codes(teVroeg.inhoud), [
    'nonFieldErrors: resultaat-does-not-exist',
    'nonFieldErrors: deelzaken-not-closed',
    'nonFieldErrors: indicatiegebruiksrecht-unset',
  ])
  const ander = await zaakVan(register, bsns.anna)
  await sluit(register, ander)
  const { inhoud } = await register.vraag('GET', ander)
  assert.equal(inhoud.einddatum, '2026-02-21')
  assert.deepEqual([inhoud.archiefnominatie, inhoud.archiefactiedatum], ['vernietigen', '2027-02-21'])
})

test('a closed case changes with a scope of its own only, and another status opens it again', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  await sluit(register, url)
  const als = 'schrijver'
  for (const [methode, pad, json] of [
    ['PATCH', url, { toelichting: 'Nog' }],
    ['POST', statussen, { zaak: url, statustype: typen.ontvangen, datumStatusGezet: '2026-02-22T09:00:00Z' }],
    ['POST', '/zaken/api/v1/rollen', rolVan(url, bsns.bert)],
  ] as const) {
    const { status, inhoud } = await register.vraag(methode, pad, { als, json })
    assert.deepEqual([status, inhoud.code], [403, 'permission_denied'], `${methode} ${pad}`)
  }
  assert.equal((await status(register, url, typen.ontvangen, '2026-02-22T09:00:00Z')).status, 201)
  const { inhoud } = await register.vraag('GET', url)
  assert.deepEqual([inhoud.einddatum, inhoud.archiefnominatie, inhoud.archiefactiedatum], [null, null, null])
})

test('a status is of this type of case, not in the future, one per moment; the newest is that of the case', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  const fout = async (type: string, op: string) => codes((await status(register, url, type, op)).inhoud)
  assert.deepEqual(await fout(typen.andere, '2026-02-02T09:00:00Z'), ['nonFieldErrors: zaaktype-mismatch'])
  assert.deepEqual(await fout(typen.ontvangen, '2026-03-01T10:00:01Z'), ['datumStatusGezet: date-in-future'])
  assert.deepEqual(await fout(typen.ontvangen, '2026-02-02'), ['datumStatusGezet: invalid'])
  const nieuw = await status(register, url, typen.ontvangen, '2026-02-10T09:00:00Z')
  assert.deepEqual(await fout(typen.ontvangen, '2026-02-10T10:00:00+01:00'), ['nonFieldErrors: unique'])
  const oud = await status(register, url, typen.ontvangen, '2026-02-01T09:00:00Z')
  assert.equal(oud.inhoud.indicatieLaatstGezetteStatus, false)
  assert.equal((await register.vraag('GET', url)).inhoud.status, nieuw.inhoud.url)
  const laatste = await register.vraag(
    'GET',
    `${statussen}?zaak=${encodeURIComponent(url)}&indicatieLaatstGezetteStatus=true`,
  )
  assert.deepEqual(
    laatste.inhoud.results.map(({ url }: { url: string }) => url),
    [nieuw.inhoud.url],
  )
})

test('a moment without a zone is one of UTC, as the reference takes it', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  const { inhoud } = await status(register, url, typen.ontvangen, '2026-02-02T09:00:00')
  assert.equal(inhoud.datumStatusGezet, '2026-02-02T09:00:00Z')
})

test('whoever may only make cases sets the first status and no second', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  const als = 'begin'
  assert.equal((await status(register, url, typen.ontvangen, '2026-02-02T09:00:00Z', { als })).status, 201)
  assert.equal((await status(register, url, typen.ontvangen, '2026-02-03T09:00:00Z', { als })).status, 403)
})

test('roles have a kind and somebody; results are one to a case', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  const fout = async (pad: string, json: unknown) =>
    codes((await register.vraag('POST', pad, { json })).inhoud)
  assert.deepEqual(await fout('/zaken/api/v1/rollen', rolVan(url, '123456789')), [
    'betrokkeneIdentificatie.inpBsn: invalid',
  ])
  assert.deepEqual(await fout('/zaken/api/v1/rollen', rolVan(url, '', { betrokkeneIdentificatie: null })), [
    'nonFieldErrors: invalid-betrokkene',
  ])
  assert.deepEqual(
    await fout('/zaken/api/v1/rollen', rolVan(url, bsns.bert, { betrokkeneType: 'buurman' })),
    ['betrokkeneType: invalid_choice'],
  )
  const json = { zaak: url, resultaattype: typen.verleend }
  const { inhoud } = await register.vraag('POST', resultaten, { json })
  assert.deepEqual(await fout(resultaten, json), ['zaak: unique'])
  const { inhoud: zaak } = await register.vraag('GET', url)
  assert.equal(zaak.resultaat, inhoud.url)
  await register.vraag('DELETE', zaak.rollen[0])
  await register.vraag('DELETE', inhoud.url)
  const { inhoud: weer } = await register.vraag('GET', url)
  assert.deepEqual([weer.rollen, weer.resultaat], [[], null])
})

test('a document is tied once, mirrored in the documents API, and untied in both', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  const documenten = '/documenten/api/v1/enkelvoudiginformatieobjecten'
  const basis = {
    bronorganisatie: rsin,
    creatiedatum: '2026-02-01',
    titel: 'Loonstrook',
    auteur: 'Anna',
    taal: 'nld',
    informatieobjecttype: typen.brief,
  }
  for (const [meer, verwacht] of [
    [{ ontvangstdatum: '2026-02-01', status: 'in_bewerking' }, ['status: invalid_for_received']],
    [{ indicatieGebruiksrecht: true }, ['indicatieGebruiksrecht: missing-gebruiksrechten']],
    [{ inhoud: 'RGFn', bestandsomvang: 5 }, ['nonFieldErrors: file-size']],
    [{ inhoud: 'geen base64!' }, ['inhoud: invalid']],
    [{ taal: 'nl' }, ['taal: blank']],
  ] as const) {
    const { inhoud } = await register.vraag('POST', documenten, { json: { ...basis, ...meer } })
    assert.deepEqual(codes(inhoud), verwacht)
  }
  const { inhoud: document } = await register.vraag('POST', documenten, {
    json: { ...basis, inhoud: 'RGFn' },
  })
  assert.deepEqual([document.vertrouwelijkheidaanduiding, document.bestandsomvang], ['zaakvertrouwelijk', 3])
  const koppel = { json: { zaak: url, informatieobject: document.url } }
  const { inhoud: koppeling } = await register.vraag('POST', '/zaken/api/v1/zaakinformatieobjecten', koppel)
  const nogEens = await register.vraag('POST', '/zaken/api/v1/zaakinformatieobjecten', koppel)
  assert.deepEqual(codes(nogEens.inhoud), ['nonFieldErrors: unique'])
  const spiegel = async () =>
    (
      await register.vraag(
        'GET',
        `/documenten/api/v1/objectinformatieobjecten?object=${encodeURIComponent(url)}`,
      )
    ).inhoud
  assert.equal((await spiegel())[0].informatieobject, document.url)
  await register.vraag('DELETE', koppeling.url)
  assert.deepEqual(await spiegel(), [])
})

test('a case that goes takes everything with it, also the cases below it', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  const deel = await zaakVan(register, bsns.anna, { hoofdzaak: url })
  await status(register, url, typen.ontvangen, '2026-02-02T09:00:00Z')
  assert.equal((await register.vraag('DELETE', url)).status, 204)
  for (const weg of [url, deel]) assert.equal((await register.vraag('GET', weg)).status, 404)
  for (const soort of ['statussen', 'rollen']) {
    assert.equal((await register.vraag('GET', `/zaken/api/v1/${soort}`)).inhoud.count, 0, soort)
  }
})

test('what changed is told without saying what: addresses, no values', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  await status(register, url, typen.ontvangen, '2026-02-02T09:00:00Z')
  await register.vraag('POST', statussen, { json: { zaak: url } })
  await register.vraag('DELETE', url)
  assert.deepEqual(
    register.gemeld.map(({ resource, actie }) => `${resource} ${actie}`),
    ['zaak create', 'rol create', 'status create', 'zaak destroy'],
  )
  for (const bericht of register.gemeld) {
    assert.equal(bericht.hoofdObject, url)
    assert.ok(!JSON.stringify(bericht).includes(bsns.anna))
    assert.deepEqual(bericht.kenmerken, {
      bronorganisatie: rsin,
      zaaktype: typen.zaaktype,
      vertrouwelijkheidaanduiding: 'openbaar',
    })
  }
})

test('a case that moves to another main case, or goes, leaves no trace with the old one', async () => {
  const register = maakRegister()
  const [een, ander] = [await zaakVan(register, bsns.anna), await zaakVan(register, bsns.anna)]
  const deel = await zaakVan(register, bsns.anna, { hoofdzaak: een })
  const delen = async (url: string) => (await register.vraag('GET', url)).inhoud.deelzaken
  await register.vraag('PATCH', deel, { json: { hoofdzaak: ander } })
  assert.deepEqual([await delen(een), await delen(ander)], [[], [deel]])
  await register.vraag('DELETE', deel)
  assert.deepEqual(await delen(ander), [])
})

test('saying that nothing is to be paid takes the date of payment away', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna, {
    betalingsindicatie: 'geheel',
    laatsteBetaaldatum: '2026-01-01T00:00:00Z',
  })
  const { status, inhoud } = await register.vraag('PATCH', url, { json: { betalingsindicatie: 'nvt' } })
  assert.deepEqual([status, inhoud.laatsteBetaaldatum], [200, null])
  assert.match(inhoud.betalingsindicatieWeergave, /geen sprake/)
})

test('what is tied to a case may be called otherwise and not be tied otherwise', async () => {
  const register = maakRegister()
  const [een, ander] = [await zaakVan(register, bsns.anna), await zaakVan(register, bsns.bert)]
  const { inhoud: document } = await register.vraag(
    'POST',
    '/documenten/api/v1/enkelvoudiginformatieobjecten',
    {
      json: {
        bronorganisatie: rsin,
        creatiedatum: '2026-02-01',
        titel: 'Brief',
        auteur: 'A',
        taal: 'nld',
        informatieobjecttype: typen.brief,
      },
    },
  )
  const { inhoud: koppeling } = await register.vraag('POST', '/zaken/api/v1/zaakinformatieobjecten', {
    json: { zaak: een, informatieobject: document.url },
  })
  const vast = await register.vraag('PATCH', koppeling.url, { json: { zaak: ander } })
  assert.deepEqual(codes(vast.inhoud), ['zaak: wijzigen-niet-toegelaten'])
  const titel = await register.vraag('PATCH', koppeling.url, { json: { titel: 'Loonstrook' } })
  assert.deepEqual([titel.status, titel.inhoud.titel, titel.inhoud.zaak], [200, 'Loonstrook', een])
})

test('a scope for one type of case opens no case of another', async () => {
  const register = maakRegister({
    clienten: (id) =>
      id === 'alles'
        ? { geheim: 'geheim-van-alles', heeftAlleAutorisaties: true }
        : {
            geheim: 'geheim-van-schrijver',
            autorisaties: [
              { component: 'zrc', scopes: ['zaken.bijwerken'], type: typen.zaaktype },
              { component: 'zrc', scopes: ['zaken.geforceerd-bijwerken'], type: typen.geheim },
            ],
          },
  })
  const url = await zaakVan(register, bsns.anna)
  await sluit(register, url)
  const ander = await register.vraag('PATCH', url, { als: 'schrijver', json: { toelichting: 'Nog' } })
  assert.equal(ander.status, 403)
})

test('the archive counts from a property of the case when its type says so', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  const type = register.opslag.pak('resultaattypen', typen.verleend)
  assert.ok(type)
  const brondatumArchiefprocedure = { afleidingswijze: 'eigenschap', datumkenmerk: 'einde huur' }
  register.opslag.leg('resultaattypen', { ...type, brondatumArchiefprocedure })
  register.opslag.leg('zaakeigenschappen', {
    url: `${url}/zaakeigenschappen/1`,
    zaak: url,
    naam: 'einde huur',
    waarde: '2028-02-29',
  })
  await sluit(register, url)
  const { inhoud } = await register.vraag('GET', url)
  assert.deepEqual([inhoud.einddatum, inhoud.archiefactiedatum], ['2026-02-21', '2029-02-28'])
})
