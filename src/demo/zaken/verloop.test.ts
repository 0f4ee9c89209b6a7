import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { eisAntwoord, eisVerzoek } from '../../../test/zgw/specificatie.ts'
import {
  beheersleutel,
  inpBsn,
  startOntvanger,
  startZakentest,
  type Zakentest,
} from '../../../test/zgw/vragen.ts'
import {
  gebeurtenissleutel,
  isVerwijderd,
  notificatieSchema,
  sleutelVan,
  zaakgebeurtenisSchema,
} from '../../zgw/index.ts'

async function lijst(demo: Zakentest, organisatie: string, bsn = demo.bsnVan('fatima')) {
  const { inhoud } = await demo.vraag(demo.bron(organisatie), '/zaken/_zoek', {
    json: { [inpBsn]: bsn, ordering: 'identificatie' },
  })
  // The port is another one each time.
  return inhoud.results.map((zaak: object) => JSON.stringify(zaak).replaceAll(/127\.0\.0\.1:\d+/g, 'hier'))
}

test('the same clock gives the same cases, whenever somebody asked first', async (t) => {
  const [een, ander] = [await startZakentest(), await startZakentest()]
  t.after(() => Promise.all([een.sluit(), ander.sluit()]))
  const eerst = await lijst(een, 'svb')
  for (const dag of [
    '2026-03-02T10:00:00Z',
    '2026-04-19T03:00:00Z',
    '2026-09-01T12:00:00Z',
    '2027-01-01T00:00:00Z',
  ]) {
    een.zetKlok(dag)
    await lijst(een, 'svb')
  }
  ander.zetKlok('2027-01-01T00:00:00Z')
  assert.deepEqual(await lijst(een, 'svb'), await lijst(ander, 'svb'))
  ander.zetKlok('2026-03-02T10:00:00Z')
  assert.deepEqual(await lijst(ander, 'svb'), eerst)
})

test('statuses change while one watches, in the order of their type', async (t) => {
  const demo = await startZakentest()
  t.after(demo.sluit)
  const bron = demo.bron('gemeente-GM0599')
  const gezien = new Set<string>()
  for (let minuut = 0; minuut < 60; minuut += 2) {
    demo.zetKlok(new Date(Date.UTC(2026, 2, 2, 10, minuut)).toISOString())
    const { inhoud } = await demo.vraag(bron, '/zaken/_zoek', {
      json: { [inpBsn]: demo.bsnVan('fatima'), expand: 'status.statustype,zaaktype' },
    })
    for (const zaak of inhoud.results) {
      if (zaak._expand.zaaktype.identificatie !== 'melding-openbare-ruimte') continue
      gezien.add(`${zaak._expand.status._expand.statustype.volgnummer}`)
      const statussen = await demo.vraag(bron, `/statussen?zaak=${encodeURIComponent(zaak.url)}`)
      const momenten = statussen.inhoud.results.map(
        ({ datumStatusGezet }: { datumStatusGezet: string }) => datumStatusGezet,
      )
      assert.deepEqual(momenten, [...new Set(momenten)].sort())
      assert.equal(statussen.inhoud.results.at(-1).url, zaak.status)
    }
  }
  assert.deepEqual([...gezien].sort(), ['1', '2', '3', '4'])
})

test('some cases fall silent and pass the last day of the law; some are suspended or take longer', async (t) => {
  const demo = await startZakentest()
  t.after(demo.sluit)
  let [laat, opgeschort, verlengd, open] = [0, 0, 0, 0]
  for (const bron of demo.bronnen) {
    if (
      ['gemeente-GM0392', 'gemeente-GM0513', 'gemeente-GM0935', 'gemeente-GM0344'].includes(bron.organisatie)
    )
      continue
    const { inhoud, status } = await demo.vraag(bron, '/zaken')
    if (status !== 200) continue
    for (const zaak of inhoud.results) {
      if (zaak.einddatum !== null) continue
      open += 1
      if (zaak.uiterlijkeEinddatumAfdoening !== null && zaak.uiterlijkeEinddatumAfdoening < '2026-03-02')
        laat += 1
      if (zaak.opschorting.indicatie) opgeschort += 1
      if (zaak.verlenging !== null) verlengd += 1
    }
  }
  assert.ok(
    open > 400 && laat > 20 && opgeschort > 3 && verlengd > 10,
    `${open} ${laat} ${opgeschort} ${verlengd}`,
  )
})

test('whoever subscribed hears where something happened and not what; a messy sender says it twice and out of order', async (t) => {
  const demo = await startZakentest()
  const ontvanger = await startOntvanger('Bearer van-ons')
  t.after(() => Promise.all([demo.sluit(), ontvanger.sluit()]))
  const abonnement = (callbackUrl: string, meer = {}) => ({
    callbackUrl,
    auth: 'Bearer van-ons',
    kanalen: [{ naam: 'zaken', filters: {} }],
    ...meer,
  })
  for (const organisatie of ['gemeente-GM0599', 'gemeente-GM0268']) {
    const bron = demo.bron(organisatie)
    const json = abonnement(ontvanger.url)
    eisVerzoek('notificaties', 'post', '/abonnement', json)
    const gemaakt = await demo.vraag(bron, `${bron.urls.nrc}/abonnement`, { json })
    eisAntwoord('notificaties', 'post', '/abonnement', gemaakt)
    eisAntwoord('notificaties', 'get', '/abonnement/{uuid}', await demo.vraag(bron, gemaakt.inhoud.url))
    eisAntwoord('notificaties', 'get', '/abonnement', await demo.vraag(bron, `${bron.urls.nrc}/abonnement`))
    eisAntwoord(
      'notificaties',
      'get',
      '/kanaal',
      await demo.vraag(bron, `${bron.urls.nrc}/kanaal?naam=zaken`),
    )
  }
  assert.deepEqual(
    ontvanger.berichten.map(({ kanaal }) => kanaal),
    ['test', 'test'],
  )
  ontvanger.berichten.length = 0
  assert.equal(await demo.tik(), 0)
  demo.zetKlok('2026-03-09T10:00:00Z')
  assert.ok((await demo.tik()) > 10)
  const gelezen = ontvanger.berichten.map((bericht) => {
    eisVerzoek('webhook', 'post', '/{webhooks_path}', bericht)
    return notificatieSchema.parse(bericht)
  })
  assert.ok(!JSON.stringify(gelezen).includes(demo.bsnVan('fatima')))
  const soorten = new Set(gelezen.map(({ resource, actie }) => `${resource} ${actie}`))
  for (const soort of [
    'zaak create',
    'zaak destroy',
    'status create',
    'rol create',
    'resultaat create',
    'zaakinformatieobject create',
    'zaak partial_update',
  ]) {
    assert.ok(soorten.has(soort), soort)
  }
  const van = (organisatie: string) =>
    gelezen
      .filter(({ hoofdObject }) => hoofdObject.startsWith(demo.bron(organisatie).urls.zrc.origin))
      .map(sleutelVan)
  const [net, rommelig] = [van('gemeente-GM0599'), van('gemeente-GM0268')]
  assert.equal(new Set(net).size, net.length)
  assert.ok(new Set(rommelig).size < rommelig.length)
  // What went is gone: the source keeps nothing.
  const weg = gelezen.find(
    ({ actie, hoofdObject }) =>
      actie === 'destroy' && hoofdObject.includes(demo.bron('gemeente-GM0599').urls.zrc.port),
  )
  assert.equal((await demo.vraag(demo.bron('gemeente-GM0599'), weg?.hoofdObject ?? '')).status, 404)
})

test('a subscription counts only when its address answers 204, asks for its header, and is on this computer', async (t) => {
  const demo = await startZakentest()
  const goed = await startOntvanger('Bearer van-ons')
  const anders = await startOntvanger('Bearer van-ons', 200)
  t.after(() => Promise.all([demo.sluit(), goed.sluit(), anders.sluit()]))
  const bron = demo.bron('svb')
  const zaken = [{ naam: 'zaken', filters: {} }]
  for (const [json, code] of [
    [{ callbackUrl: anders.url, auth: 'Bearer van-ons', kanalen: zaken }, 'invalid-callback-url'],
    [{ callbackUrl: goed.url, auth: 'Bearer fout', kanalen: zaken }, 'invalid-callback-url'],
    [{ callbackUrl: 'https://elders.example/', auth: 'x', kanalen: zaken }, 'invalid-callback-url'],
    [{ callbackUrl: goed.url, auth: 'Bearer van-ons', kanalen: [{ naam: 'vreemd' }] }, 'kanaal_naam'],
    [
      { callbackUrl: goed.url, auth: 'Bearer van-ons', kanalen: [{ naam: 'zaken', filters: { bsn: '1' } }] },
      'filters',
    ],
    [{ callbackUrl: goed.url, kanalen: zaken }, 'required'],
    [{ callbackUrl: goed.url, auth: 'x', kanalen: [] }, 'invalid'],
  ] as const) {
    const { status, inhoud } = await demo.vraag(bron, `${bron.urls.nrc}/abonnement`, { json })
    assert.deepEqual([status, inhoud.invalidParams?.[0]?.code], [400, code])
  }
  const { inhoud } = await demo.vraag(bron, `${bron.urls.nrc}/abonnement`, {
    json: {
      callbackUrl: goed.url,
      auth: 'Bearer van-ons',
      kanalen: [{ naam: 'zaken', filters: { zaaktype: 'https://elders.example/zaaktypen/1' } }],
    },
  })
  demo.zetKlok('2026-04-20T10:00:00Z')
  assert.equal(await demo.tik(), 0)
  assert.equal((await demo.vraag(bron, inhoud.url, { methode: 'DELETE' })).status, 204)
  assert.equal((await demo.vraag(bron, inhoud.url)).status, 404)
})

test('a case points to the case of another organisation that it belongs with', async (t) => {
  const demo = await startZakentest()
  t.after(demo.sluit)
  for (const [bekende, van, soort, naar] of [
    ['fatima', 'gemeente-GM0599', 'urgentieverklaring', 'dienst-toeslagen'],
    ['dawit', 'duo', 'lening-inburgering', 'gemeente-GM0153'],
  ] as const) {
    const { inhoud } = await demo.vraag(demo.bron(van), '/zaken/_zoek', {
      json: { [inpBsn]: demo.bsnVan(bekende), expand: 'zaaktype', ordering: '-startdatum' },
    })
    const zaak = inhoud.results.find(
      ({ _expand }: { _expand: { zaaktype: { identificatie: string } } }) =>
        _expand.zaaktype.identificatie === soort,
    )
    const [{ url }] = zaak.relevanteAndereZaken
    const ander = await demo.vraag(demo.bron(naar), url)
    assert.equal(ander.status, 200)
    const rollen = await demo.vraag(demo.bron(naar), `/rollen?zaak=${encodeURIComponent(url)}`)
    assert.ok(JSON.stringify(rollen.inhoud).includes(demo.bsnVan(bekende)))
  }
})

test('some say it by CloudEvents, to an address that was filled in; a messy one also late and twice', async (t) => {
  const demo = await startZakentest()
  t.after(demo.sluit)
  const gehoord = new Map<string, ReturnType<typeof zaakgebeurtenisSchema.parse>[]>()
  const server = createServer((vraag, antwoord) => {
    const delen: Buffer[] = []
    vraag.on('data', (deel: Buffer) => delen.push(deel))
    vraag.on('end', () => {
      const tekst = Buffer.concat(delen).toString('utf8')
      const inKoppen = Object.entries(vraag.headers).flatMap(([naam, waarde]) =>
        naam.startsWith('ce-') ? [[naam.slice(3), decodeURIComponent(String(waarde))]] : [],
      )
      const inhoud: unknown[] =
        inKoppen.length > 0
          ? [{ ...Object.fromEntries(inKoppen), data: JSON.parse(tekst) }]
          : [JSON.parse(tekst)].flat()
      const wie = vraag.headers.authorization ?? ''
      gehoord.set(wie, [
        ...(gehoord.get(wie) ?? []),
        ...inhoud.map((een) => zaakgebeurtenisSchema.parse(een)),
      ])
      antwoord.writeHead(202).end('{}')
    })
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  t.after(() => server.close())
  const adres = server.address()
  const naar = `http://127.0.0.1:${typeof adres === 'object' && adres !== null ? adres.port : 0}/`
  const zet = (organisatie: string, inhoud: object) =>
    fetch(new URL('gebeurtenissen', demo.bron(organisatie).beheerUrl), {
      method: 'PUT',
      headers: { 'x-beheersleutel': beheersleutel, 'content-type': 'application/json' },
      body: JSON.stringify(inhoud),
    })
  for (const organisatie of ['duo', 'gemeente-GM0518'])
    assert.equal((await zet(organisatie, { naar, auth: organisatie })).status, 200)
  assert.equal((await zet('svb', { naar, auth: 'svb' })).status, 400, 'this one has subscriptions')
  assert.equal((await zet('duo', { naar: 'nergens', auth: 'x' })).status, 400)
  const bron = demo.bron('duo')
  assert.equal(bron.meldt, 'gebeurtenissen')
  assert.equal((await demo.vraag(bron, `${bron.urls.nrc}/abonnement`)).status, 404)

  // The register begins to listen when it was woken.
  await demo.vraag(bron, '/zaken')
  await demo.vraag(demo.bron('gemeente-GM0518'), '/zaken')
  await demo.tik()
  demo.zetKlok('2026-03-09T10:00:00Z')
  assert.ok((await demo.tik()) > 10)
  const [net, rommelig] = [gehoord.get('duo') ?? [], gehoord.get('gemeente-GM0518') ?? []]
  assert.equal(new Set(net.map(gebeurtenissleutel)).size, net.length)
  assert.ok(new Set(rommelig.map(gebeurtenissleutel)).size < rommelig.length)
  assert.ok(!JSON.stringify([...gehoord]).includes(demo.bsnVan('fatima')))
  await demo.tik()
  assert.ok((gehoord.get('gemeente-GM0518') ?? []).length > rommelig.length, 'some came later')
  const weg = net.find((een) => isVerwijderd(een))
  assert.equal((await demo.vraag(bron, `/zaken/${weg?.subject}`)).status, 404)
})
