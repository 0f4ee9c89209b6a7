import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bsns, maakRegister, nieuweZaak, rolVan, rsin, typen, zaakVan } from '../../../test/zgw/register.ts'

const zaken = '/zaken/api/v1/zaken'
const opBsn = 'rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn'
const urls = (inhoud: { results: { url: string }[] }) => inhoud.results.map(({ url }) => url)

test('two people never see each other through _zoek or through the list', async () => {
  const register = maakRegister()
  const [vanAnna, vanBert] = [await zaakVan(register, bsns.anna), await zaakVan(register, bsns.bert)]
  for (const [bsn, url] of [
    [bsns.anna, vanAnna],
    [bsns.bert, vanBert],
  ]) {
    const gezocht = await register.vraag('POST', `${zaken}/_zoek`, { json: { [opBsn]: bsn } })
    const lijst = await register.vraag('GET', `${zaken}?${opBsn}=${bsn}`)
    assert.deepEqual(urls(gezocht.inhoud), [url])
    assert.deepEqual(urls(lijst.inhoud), [url])
  }
  const niemand = await register.vraag('POST', `${zaken}/_zoek`, { json: { [opBsn]: '111222333' } })
  assert.deepEqual(niemand.inhoud, { count: 0, next: null, previous: null, results: [] })
  // A number of a person is not looked for among officials or businesses.
  await register.vraag('POST', '/zaken/api/v1/rollen', {
    json: rolVan(vanBert ?? '', '', {
      betrokkeneType: 'niet_natuurlijk_persoon',
      betrokkeneIdentificatie: { innNnpId: bsns.anna },
    }),
  })
  const weer = await register.vraag('POST', `${zaken}/_zoek`, { json: { [opBsn]: bsns.anna } })
  assert.deepEqual(urls(weer.inhoud), [vanAnna])
})

test('a filter that is empty, unknown or malformed is refused and never means «all»', async () => {
  const register = maakRegister()
  await zaakVan(register, bsns.anna)
  for (const [vraag, name, code] of [
    [`${opBsn}=`, opBsn, 'blank'],
    ['inpBsn=1', 'nonFieldErrors', 'unknown-parameters'],
    ['pageSize=10', 'nonFieldErrors', 'unknown-parameters'],
    ['startdatum=gisteren', 'startdatum', 'invalid'],
    ['zaaktype=parkeren', 'zaaktype', 'bad-url'],
    ['archiefstatus=weg', 'archiefstatus', 'invalid_choice'],
    ['rol__omschrijvingGeneriek=eigenaar', 'rol__omschrijvingGeneriek', 'invalid_choice'],
    ['maximaleVertrouwelijkheidaanduiding=alles', 'maximaleVertrouwelijkheidaanduiding', 'invalid_choice'],
    [`${opBsn}=1&${opBsn}=2`, opBsn, 'invalid_choice'],
    ['ordering=omschrijving', 'ordering', 'invalid_choice'],
    ['expand=zaakinformatieobjecten', 'expand', 'invalid'],
    ['expand=status.zaak.status.statustype', 'expand', 'invalid'],
  ] as const) {
    const { status, inhoud } = await register.vraag('GET', `${zaken}?${vraag}`)
    assert.equal(status, 400, vraag)
    assert.deepEqual([inhoud.invalidParams[0].name, inhoud.invalidParams[0].code], [name, code], vraag)
  }
  for (const [json, code] of [
    [{}, 'empty_search_body'],
    [[], 'empty_search_body'],
    ['x', 'empty_search_body'],
    [{ [opBsn]: '' }, 'blank'],
    [{ [opBsn]: null }, 'invalid'],
    [{ bsn: bsns.anna }, 'unknown-parameters'],
  ] as const) {
    const { status, inhoud } = await register.vraag('POST', `${zaken}/_zoek`, { json })
    assert.equal(status, 400, JSON.stringify(json))
    assert.equal(inhoud.invalidParams[0].code, code, JSON.stringify(json))
  }
})

test('filters about a role are about one and the same role; a supplier that takes any role shows more', async () => {
  for (const [rolfilter, aantal] of [
    ['zelfde-rol', 0],
    ['elke-rol', 1],
  ] as const) {
    const register = maakRegister({ dialect: { rolfilter } })
    const zaak = await zaakVan(register, bsns.anna)
    await register.vraag('POST', '/zaken/api/v1/rollen', {
      json: rolVan(zaak, bsns.bert, { roltype: typen.belanghebbende }),
    })
    const json = { [opBsn]: bsns.bert, rol__omschrijvingGeneriek: 'initiator' }
    const { inhoud } = await register.vraag('POST', `${zaken}/_zoek`, { json })
    assert.equal(inhoud.count, aantal, rolfilter)
  }
})

test('pages end where the list ends', async () => {
  const register = maakRegister({ dialect: { perPagina: 2 } })
  for (let i = 0; i < 4; i++) await zaakVan(register, bsns.anna, { startdatum: `2026-01-0${i + 1}` })
  const pagina = async (pad: string) => (await register.vraag('GET', pad)).inhoud
  const eerste = await pagina(`${zaken}?ordering=-startdatum`)
  assert.deepEqual(
    [eerste.count, eerste.results.length, eerste.previous, eerste.results[0].startdatum],
    [4, 2, null, '2026-01-04'],
  )
  const tweede = await pagina(eerste.next)
  assert.deepEqual(
    [tweede.results.length, tweede.next, tweede.results[1].startdatum],
    [2, null, '2026-01-01'],
  )
  assert.equal(tweede.previous, `https://zaken.example${zaken}?ordering=-startdatum`)
  for (const nummer of ['0', '3', '-1', '1.5', 'x', '', '99999999999']) {
    assert.equal((await register.vraag('GET', `${zaken}?page=${nummer}`)).status, 404, nummer)
  }
  // An empty list has one page, and the body of a search stays a body: only the page goes in the address.
  const leeg = maakRegister()
  assert.equal((await leeg.vraag('GET', `${zaken}?page=1`)).status, 200)
  const gezocht = await register.vraag('POST', `${zaken}/_zoek`, { json: { [opBsn]: bsns.anna } })
  assert.equal(gezocht.inhoud.next, `https://zaken.example${zaken}/_zoek?page=2`)
  const verder = await register.vraag('POST', gezocht.inhoud.next, { json: { [opBsn]: bsns.anna } })
  assert.equal(verder.inhoud.results.length, 2)
  // These are bare lists in 1.5.
  assert.ok(Array.isArray(await pagina('/zaken/api/v1/zaakinformatieobjecten')))
  assert.equal((await register.vraag('GET', '/zaken/api/v1/zaakinformatieobjecten?page=1')).status, 400)
})

test('the coordinate system is asked where geometry goes, absent is 412, another 406 or 415', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  for (const [methode, pad, koppen, status] of [
    ['GET', zaken, { 'accept-crs': undefined }, 412],
    ['GET', zaken, { 'accept-crs': 'EPSG:28992' }, 406],
    ['GET', zaken, { 'content-crs': undefined }, 200],
    ['HEAD', url, { 'accept-crs': undefined }, 412],
    ['POST', zaken, { 'content-crs': undefined }, 412],
    ['POST', zaken, { 'content-crs': 'EPSG:28992' }, 415],
    ['POST', `${zaken}/_zoek`, { 'accept-crs': undefined }, 412],
    ['GET', '/zaken/api/v1/rollen', { 'accept-crs': undefined, 'content-crs': undefined }, 200],
    ['DELETE', url, { 'accept-crs': undefined, 'content-crs': undefined }, 204],
  ] as const) {
    const antwoord = await register.vraag(methode, pad, { koppen, json: nieuweZaak() })
    assert.equal(antwoord.status, status, `${methode} ${pad} ${JSON.stringify(koppen)}`)
  }
  assert.equal((await register.vraag('GET', zaken)).koppen['content-crs'], 'EPSG:4326')
})

test('one resource has a mark: the same representation is not sent twice, another one is', async () => {
  const register = maakRegister()
  const url = await zaakVan(register, bsns.anna)
  const eerste = await register.vraag('GET', url)
  const { etag = '' } = eerste.koppen
  for (const kop of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    const weer = await register.vraag('GET', url, { koppen: { 'if-none-match': kop } })
    assert.deepEqual([weer.status, weer.tekst], [304, ''], kop)
  }
  const koppen = { 'if-none-match': etag }
  assert.equal((await register.vraag('GET', `${url}?expand=rollen`, { koppen })).status, 200)
  const hoofd = await register.vraag('HEAD', url)
  assert.deepEqual([hoofd.status, hoofd.tekst, hoofd.koppen.etag], [200, '', etag])
  await register.vraag('PATCH', url, { json: { toelichting: 'Anders' } })
  assert.equal((await register.vraag('GET', url, { koppen })).status, 200)
})

test('expand puts objects inside and keeps the addresses; what is empty becomes an empty object', async () => {
  const register = maakRegister()
  const hoofd = await zaakVan(register, bsns.anna)
  const deel = await zaakVan(register, bsns.anna, {
    hoofdzaak: hoofd,
    relevanteAndereZaken: [{ url: 'https://elders.example/zaken/api/v1/zaken/1', aardRelatie: 'vervolg' }],
  })
  await register.vraag('POST', '/zaken/api/v1/statussen', {
    json: { zaak: hoofd, statustype: typen.ontvangen, datumStatusGezet: '2026-02-02T09:00:00Z' },
  })
  const expand = 'hoofdzaak.status.statustype,status,rollen,relevanteAndereZaken,zaaktype'
  const { inhoud } = await register.vraag('GET', `${deel}?expand=${expand}`)
  assert.equal(inhoud.hoofdzaak, hoofd)
  assert.equal(inhoud._expand.hoofdzaak._expand.status._expand.statustype.omschrijving, 'Ontvangen')
  assert.equal(inhoud._expand.zaaktype.identificatie, 'PV')
  assert.equal(inhoud._expand.rollen[0].betrokkeneIdentificatie.inpBsn, bsns.anna)
  assert.deepEqual(inhoud._expand.status, {})
  // Of another organisation: the address is there, the case is fetched by whoever may.
  assert.deepEqual(inhoud._expand.relevanteAndereZaken, [])
  const zonder = await register.vraag('GET', hoofd)
  assert.equal(zonder.inhoud._expand, undefined)
  assert.deepEqual(zonder.inhoud.deelzaken, [deel])
})

test('a supplier without expand refuses it or passes it over, and one without _zoek has no such address', async () => {
  const weigert = maakRegister({ dialect: { expand: 'weigert' } })
  assert.equal((await weigert.vraag('GET', `${zaken}?expand=status`)).status, 400)
  const negeert = maakRegister({ dialect: { expand: 'negeert' } })
  const url = await zaakVan(negeert, bsns.anna)
  const { status, inhoud } = await negeert.vraag('GET', `${url}?expand=status`)
  assert.deepEqual([status, inhoud._expand], [200, undefined])
  const zonder = maakRegister({ dialect: { zoek: false } })
  assert.equal((await zonder.vraag('POST', `${zaken}/_zoek`, { json: { [opBsn]: bsns.anna } })).status, 405)
})

test('a client sees the types and levels of its lines, in lists, one by one, inside, and below a case', async () => {
  const register = maakRegister()
  const open = await zaakVan(register, bsns.anna)
  const dicht = await zaakVan(register, bsns.anna, { vertrouwelijkheidaanduiding: 'geheim' })
  const ander = await zaakVan(register, bsns.anna, { zaaktype: typen.geheim })
  const als = 'lezer'
  assert.deepEqual(urls((await register.vraag('GET', zaken, { als })).inhoud), [open])
  for (const url of [dicht, ander]) {
    assert.equal((await register.vraag('GET', url, { als })).status, 403)
    assert.equal((await register.vraag('GET', `${url}/zaakeigenschappen`, { als })).status, 403)
  }
  const rollen = await register.vraag('GET', '/zaken/api/v1/rollen', { als })
  assert.deepEqual(
    rollen.inhoud.results.map(({ zaak }: { zaak: string }) => zaak),
    [open],
  )
  await register.vraag('PATCH', open, { json: { hoofdzaak: dicht } })
  const { inhoud } = await register.vraag('GET', `${open}?expand=hoofdzaak`, { als })
  assert.deepEqual(inhoud._expand.hoofdzaak, {})
  // Types of cases come with reading cases; the rest of the catalogue and documents do not.
  for (const [pad, status] of [
    ['/catalogi/api/v1/zaaktypen', 200],
    ['/catalogi/api/v1/statustypen', 403],
    ['/documenten/api/v1/enkelvoudiginformatieobjecten', 403],
    ['/besluiten/api/v1/besluiten', 403],
  ] as const) {
    assert.equal((await register.vraag('GET', pad, { als })).status, status, pad)
  }
  const schrijft = await register.vraag('POST', zaken, { als, json: nieuweZaak() })
  assert.deepEqual([schrijft.status, schrijft.inhoud.code], [403, 'permission_denied'])
})

test('the highest level to show is a filter too, and one that nobody knows is never below it', async () => {
  const register = maakRegister()
  await zaakVan(register, bsns.anna)
  await zaakVan(register, bsns.anna, { vertrouwelijkheidaanduiding: 'vertrouwelijk' })
  const vreemd = await zaakVan(register, bsns.anna)
  const rij = register.opslag.pak('zaken', vreemd)
  assert.ok(rij)
  register.opslag.leg('zaken', { ...rij, vertrouwelijkheidaanduiding: 'onbekend' })
  for (const [maximum, aantal] of [
    ['openbaar', 1],
    ['zeer_geheim', 2],
  ]) {
    const { inhoud } = await register.vraag('GET', `${zaken}?maximaleVertrouwelijkheidaanduiding=${maximum}`)
    assert.equal(inhoud.count, aantal)
  }
})

test('types in the making are seen by whoever asks for them, and types of a day by that day', async () => {
  const { vraag } = maakRegister()
  const aantal = async (vragen: string) =>
    (await vraag('GET', `/catalogi/api/v1/zaaktypen?${vragen}`)).inhoud.count
  assert.equal(await aantal(''), 2)
  assert.equal(await aantal('status=definitief'), 2)
  assert.equal(await aantal('status=concept'), 1)
  assert.equal(await aantal('status=alles'), 3)
  assert.equal(await aantal('datumGeldigheid=2019-12-31'), 0)
  assert.equal(await aantal('identificatie=PV&datumGeldigheid=2026-01-01'), 1)
  const stappen = await vraag(
    'GET',
    `/catalogi/api/v1/statustypen?zaaktype=${encodeURIComponent(typen.zaaktype)}`,
  )
  assert.equal(stappen.inhoud.count, 2)
})

test('addresses that are none, and methods that are not there, are said to be so', async () => {
  const { vraag } = maakRegister()
  for (const [methode, pad, status] of [
    ['GET', '/', 404],
    ['GET', '/zaken/api/v1/', 404],
    ['GET', '/zaken/api/v1/zaken/', 404],
    ['GET', '/zaken/api/v1/vreemd', 404],
    ['GET', '/catalogi/api/v1/zaken', 404],
    ['GET', '/zaken/api/v1/zaken/a/b/c/d/e', 404],
    ['GET', '/zaken/api/v1/zaken/%00', 404],
    ['GET', '/zaken/api/v1/rollen/a/download', 404],
    ['DELETE', zaken, 405],
    ['PUT', '/zaken/api/v1/rollen/a', 405],
    ['DELETE', '/zaken/api/v1/statussen/a', 405],
    ['GET', '/zaken/api/v1/zaken/_zoek', 405],
    ['CONNECT', zaken, 405],
  ] as const) {
    const antwoord = await vraag(methode, pad, { json: {} })
    assert.equal(antwoord.status, status, `${methode} ${pad}`)
    if (status === 405) assert.match(antwoord.koppen.allow ?? '', /^(GET|POST)/)
  }
  assert.equal((await vraag('GET', zaken, { koppen: { accept: 'text/html' } })).status, 406)
  assert.equal((await vraag('GET', zaken, { koppen: { accept: 'text/html, */*;q=0.1' } })).status, 200)
})

test('search by place finds points inside and nothing else', async () => {
  const register = maakRegister()
  const punt = (x: number, y: number) => ({ zaakgeometrie: { type: 'Point', coordinates: [x, y] } })
  const binnen = await zaakVan(register, bsns.anna, punt(4.9, 52.37))
  await zaakVan(register, bsns.anna, punt(5.9, 52.37))
  await zaakVan(register, bsns.anna)
  const within = {
    type: 'Polygon',
    coordinates: [
      [
        [4.8, 52.3],
        [5, 52.3],
        [5, 52.4],
        [4.8, 52.4],
        [4.8, 52.3],
      ],
    ],
  }
  const gezocht = await register.vraag('POST', `${zaken}/_zoek`, { json: { zaakgeometrie: { within } } })
  assert.deepEqual(urls(gezocht.inhoud), [binnen])
  const fout = await register.vraag('POST', `${zaken}/_zoek`, { json: { zaakgeometrie: { within: 'hier' } } })
  assert.equal(fout.status, 400)
})

test('a document comes as bytes with a safe name, in the version that is there', async () => {
  const register = maakRegister()
  const { inhoud: document } = await register.vraag(
    'POST',
    '/documenten/api/v1/enkelvoudiginformatieobjecten',
    {
      json: {
        bronorganisatie: rsin,
        creatiedatum: '2026-02-01',
        titel: 'Brief',
        auteur: 'A. Bakker',
        taal: 'nld',
        informatieobjecttype: typen.brief,
        bestandsnaam: 'brief"\r\nx: y.pdf',
        inhoud: Buffer.from('Dag Anna').toString('base64'),
      },
    },
  )
  const antwoord = await register.vraag('GET', document.inhoud)
  assert.equal(antwoord.tekst, 'Dag Anna')
  assert.equal(antwoord.koppen['content-type'], 'application/octet-stream')
  assert.equal(antwoord.koppen['content-disposition'], 'attachment; filename="brief___x_ y.pdf"')
  assert.equal((await register.vraag('GET', `${document.url}/download?versie=2`)).status, 404)
  assert.equal(
    (await register.vraag('GET', `${document.url}?registratieOp=2026-02-01T00:00:00Z`)).status,
    404,
  )
  assert.equal(
    (await register.vraag('GET', `${document.url}?registratieOp=2026-03-02T00:00:00Z`)).status,
    200,
  )
  const uit = await register.vraag('GET', `${document.url}?expand=informatieobjecttype.catalogus`)
  assert.equal(uit.inhoud._expand.informatieobjecttype._expand.catalogus.domein, 'ALG')
  assert.equal((await register.vraag('GET', document.inhoud, { als: 'lezer' })).status, 403)
})

test('a body that is no JSON, no object, or far too large is answered and not thrown', async () => {
  const { vraag } = maakRegister()
  for (const [lichaam, status] of [
    ['{', 400],
    ['', 400],
    ['null', 400],
    ['"x"', 400],
    ['[]', 400],
    [`{"a":${'['.repeat(50_000)}`, 400],
    [`"${'x'.repeat(17 * 1024 * 1024)}"`, 413],
  ] as const) {
    const antwoord = await vraag('POST', zaken, { lichaam })
    assert.equal(antwoord.status, status, lichaam.slice(0, 20))
    assert.equal(antwoord.koppen['content-type'], 'application/problem+json')
  }
})

test('text of a client comes back as text, whatever is in it', async () => {
  const register = maakRegister()
  const omschrijving = '<script>alert(1)</script> \u0000\u202e \ud83d\ude00 "\\'
  const url = await zaakVan(register, bsns.anna, { omschrijving })
  assert.equal((await register.vraag('GET', url)).inhoud.omschrijving, omschrijving)
})
