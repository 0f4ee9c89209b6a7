import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { antwoorden, buiten, kanalen, redenen, reizen, type Soort, stappen } from '../ervaring/index.ts'
import { geheugenErvaring } from '../ervaring/proefervaring.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stapVan } from './meting.ts'
import { keurPagina } from './proefkeuring.ts'
import { Bezoeker, padUit, proefervaring, proefweb } from './proefweb.ts'
import { inTaal, isBalie, type Routenaam, routes, talen } from './routes.ts'

const alle = Object.keys(routes) as Routenaam[]

function opstelling() {
  const store = geheugenErvaring()
  const ervaring = proefervaring(store)
  const app = proefweb({}, { ervaring })
  const tellingen = async () => {
    await ervaring.schrijf()
    return Object.fromEntries(
      store.rijen().tellingen.map(({ stap, soort, aantal }) => [`${stap} ${soort}`, aantal]),
    )
  }
  const aantal = async (stap: string, soort: Soort) => (await tellingen())[`${stap} ${soort}`] ?? 0
  return { app, store, ervaring, tellingen, aantal, bezoeker: new Bezoeker(app) }
}

const vak = (body: string) => /<section class="vd-gelukt vd-box[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''
const veld = (deel: string, naam: string) =>
  new RegExp(`name="${naam}" value="([^"]*)"`).exec(deel)?.[1] ?? ''
const met = (referer: string) => ({ referer: `http://localhost${referer}`, host: 'localhost' })

test('every page with a form or an end is a step of a journey, or is left out with its reason', (t) => {
  const genoemd = new Set<string>(
    stappen.flatMap(({ begin, verder, ook = [], einde }) => [...begin, ...verder, ...ook, ...einde]),
  )
  const eigen = alle.filter((naam) => !isBalie(routes[naam].pad))
  t.diagnostic(
    `${eigen.length} pagina's, ${genoemd.size} in een reis, ${Object.keys(buiten).length} met reden niet`,
  )
  assert.deepEqual(
    eigen.filter((naam) => !genoemd.has(naam) && !(naam in buiten)),
    [],
    'in geen reis, en zonder reden',
  )
  for (const [naam, reden] of Object.entries(buiten)) {
    assert.ok(reden.length > 10, naam)
    const isBegin = stappen.some(({ begin, ook = [] }) => [...begin, ...ook].some((een) => een === naam))
    assert.ok(!isBegin, `${naam} is een stap, en toch niet`)
  }
  for (const naam of genoemd) assert.ok(alle.includes(naam as Routenaam), `${naam} is geen pagina`)
})

test('a page begins one step, only pages that can be opened begin one, and pages of professionals are in none', () => {
  for (const naam of alle) {
    const begint = stappen.filter(({ begin }) => begin.some((een) => een === naam))
    assert.ok(begint.length <= 1, naam)
    if (begint.length > 0) assert.equal(routes[naam].methode, 'GET', naam)
    if (isBalie(routes[naam].pad)) assert.equal(stapVan.get(naam), undefined, naam)
  }
  // Where one is asked «is it done?» one is in that step.
  for (const stap of stappen)
    for (const naam of stap.einde) assert.equal(stapVan.get(naam as Routenaam)?.id, stap.id, naam)
})

test('every form of a resident is in a step that it finishes or belongs to', () => {
  for (const naam of alle) {
    if (routes[naam].methode !== 'POST' || isBalie(routes[naam].pad) || naam in buiten) continue
    assert.ok(stapVan.has(naam), naam)
  }
})

test('coming, going on, going back and errors are counted by themselves; looking again is not coming again', async () => {
  const { bezoeker, aantal, tellingen } = opstelling()
  await bezoeker.haal('/rechten')
  assert.equal(await aantal('rechten-begin', 'begonnen'), 1)
  await bezoeker.haal('/rechten', met('/rechten'))
  assert.equal(await aantal('rechten-begin', 'begonnen'), 1, 'the same page again')
  const vraag = await bezoeker.haal('/rechten/vraag?n=1', met('/rechten'))
  assert.deepEqual(await tellingen(), {
    'rechten-begin begonnen': 1,
    'rechten-begin verder': 1,
    'rechten-vragen begonnen': 1,
  })
  const pad = padUit(vraag.body)
  const fout = await bezoeker.stuur('/rechten/vraag', { pad, n: '1', gemeente: 'Nergenshuizen' })
  assert.equal(fout.statusCode, 422)
  assert.equal(await aantal('rechten-vragen', 'fout'), 1)
  const goed = await bezoeker.stuur('/rechten/vraag', { pad, n: '1', gemeente: 'Utrecht' })
  assert.equal(goed.statusCode, 303)
  await bezoeker.haal('/rechten/vraag?n=2', met('/rechten/vraag?n=1'))
  assert.equal(await aantal('rechten-vragen', 'begonnen'), 1, 'the second question')
  await bezoeker.haal('/rechten/vraag?n=2')
  assert.equal(await aantal('rechten-vragen', 'begonnen'), 1, 'also of a browser that says nothing')
  await bezoeker.haal('/rechten/overzicht', met('/rechten/vraag?n=2'))
  assert.equal(await aantal('rechten-vragen', 'verder'), 1)
  await bezoeker.haal('/rechten/vraag?n=1', met('/rechten/overzicht'))
  assert.equal(await aantal('rechten-overzicht', 'terug'), 1)
  assert.equal(await aantal('rechten-vragen', 'begonnen'), 1, 'whoever goes back had come')
  assert.equal((await bezoeker.haal('/rechten/bestaat-niet')).statusCode, 404)
  assert.equal(await aantal('rechten-regeling', 'begonnen'), 0)
})

test('whoever asks only what there is, or fetches ahead, did not come', async () => {
  const { app, bezoeker, tellingen } = opstelling()
  await app.inject({ method: 'HEAD', url: '/rechten', headers: { accept: 'text/html' } })
  await bezoeker.haal('/rechten', { 'sec-purpose': 'prefetch;prerender' })
  assert.deepEqual(await tellingen(), {})
  await bezoeker.haal('/rechten')
  assert.deepEqual(await tellingen(), { 'rechten-begin begonnen': 1 })
})

test('a page that finishes two steps finishes the one they came from', async () => {
  const { bezoeker, tellingen } = opstelling()
  const url = '/gebeurtenissen/kind-krijgen/stappen/geboorteaangifte'
  assert.equal((await bezoeker.haal(url, met('/zoeken?q=geboorte'))).statusCode, 200)
  assert.equal((await bezoeker.haal(url, met('/gebeurtenissen/kind-krijgen'))).statusCode, 200)
  const { 'vinden-zoeken verder': zoek, 'gebeurtenis-plan verder': plan } = await tellingen()
  assert.deepEqual([zoek, plan], [1, 1])
})

test('«Is dit gelukt?» without a script: an answer, thanks where one was, why not, and one count of each', async () => {
  for (const taal of talen) {
    const { bezoeker, store, aantal, ervaring } = opstelling()
    const url = inTaal(taal, '/organisaties/svb')
    const vraag = vak((await bezoeker.haal(url)).body)
    const velden = { stempel: veld(vraag, 'stempel'), terug: veld(vraag, 'terug') }
    const gelukt = inTaal(taal, '/gelukt')
    const nee = await bezoeker.stuur(gelukt, { ...velden, gelukt: 'nee' })
    assert.deepEqual([nee.statusCode, nee.headers.location], [303, `${url}?gelukt=nee#gelukt`])
    const terug = await bezoeker.haal(`${url}?gelukt=nee`)
    assert.match(String(terug.headers['cache-control']), /no-store/)
    assert.deepEqual(keurPagina(terug.body), [])
    const waarom = vak(terug.body)
    assert.match(waarom, /role="status"/)
    const zin = { reden: 'niet-gevonden', tekst: 'bel 06 12345678', waarom: '1' }
    const stempel = veld(waarom, 'stempel')
    const dank = await bezoeker.stuur(gelukt, { stempel, terug: veld(waarom, 'terug'), ...zin })
    assert.equal(dank.headers.location, `${url}?gelukt=bedankt#gelukt`)
    for (const [wat, uit] of [
      [{ ...velden, gelukt: 'nee' }, 'al'],
      [{ ...velden, gelukt: 'ja' }, 'al'],
      [{ ...velden, stempel: 'zomaar', gelukt: 'ja' }, 'oud'],
      [{ stempel, terug: velden.terug, ...zin }, 'al'],
    ] as const)
      assert.equal((await bezoeker.stuur(gelukt, wat)).headers.location, `${url}?gelukt=${uit}#gelukt`)
    assert.equal(await aantal('vinden-organisatie', 'antwoord-nee'), 1)
    assert.equal(await aantal('vinden-organisatie', 'antwoord-ja'), 0)
    assert.equal(await aantal('vinden-organisatie', 'reden-niet-gevonden'), 1)
    await ervaring.schrijf()
    const { tellingen, zinnen } = store.rijen()
    for (const een of [...tellingen, ...zinnen])
      assert.deepEqual([een.taal, een.organisatie, een.kanaal], [taal, 'svb', 'web'])
    assert.deepEqual(
      zinnen.map(({ tekst }) => tekst),
      ['bel […]'],
    )
    // Coming back with thanks is no new visit.
    assert.equal(await aantal('vinden-organisatie', 'begonnen'), 1)
    // Whoever has more to say gets a form that was not used yet.
    const opnieuw = vak((await bezoeker.haal(`${url}?gelukt=al`)).body)
    assert.notEqual(veld(opnieuw, 'stempel'), velden.stempel)
    assert.match(opnieuw, /value="deels"/)
  }
})

test('where a form gave the page there is nothing to go back to: a page says thanks, and asks on', async () => {
  const { bezoeker, aantal } = opstelling()
  const uit = await bezoeker.stuur('/echt', {
    wat: 'https://www.rijksoverheid.nl',
    tekst: 'https://www.rijksoverheid.nl',
  })
  const deel = vak(uit.body)
  assert.equal(veld(deel, 'terug'), '', uit.body.slice(0, 300))
  const nee = await bezoeker.stuur('/gelukt', { stempel: veld(deel, 'stempel'), gelukt: 'deels' })
  assert.equal(nee.headers.location, '/gelukt?gelukt=deels&stap=echt-vragen#gelukt')
  const dank = await bezoeker.haal('/gelukt?gelukt=deels&stap=echt-vragen')
  assert.deepEqual(keurPagina(dank.body), [])
  assert.match(vak(dank.body), /name="reden"/)
  assert.match(dank.body, /<a href="\/echt">/)
  assert.equal(await aantal('echt-vragen', 'antwoord-deels'), 1)
  assert.equal((await bezoeker.haal('/gelukt')).statusCode, 200)
})

test('one comes back to a page of ours for residents and nowhere else', async () => {
  const { bezoeker } = opstelling()
  const { body } = await bezoeker.haal('/organisaties/svb')
  const stempel = veld(vak(body), 'stempel')
  for (const terug of [
    '//kwaad.example/',
    'https://kwaad.example/',
    '/\\kwaad.example',
    '/balie',
    '/balie/zoeken',
    '/bestaat-niet',
    'javascript:alert(1)',
    '/organisaties/svb\r\nx: y',
    '/../..//kwaad.example',
    '',
  ]) {
    const { headers } = await bezoeker.stuur('/gelukt', { stempel, terug, gelukt: 'ja' })
    assert.match(
      String(headers.location),
      /^\/gelukt\?gelukt=(ja|al)&stap=vinden-organisatie&organisatie=svb#gelukt$/,
      terug,
    )
  }
  const { headers } = await bezoeker.stuur('/gelukt', {
    stempel,
    terug: '/zoeken?q=huur%26toeslag',
    gelukt: 'ja',
  })
  assert.equal(headers.location, '/zoeken?q=huur%26toeslag&gelukt=al#gelukt')
})

test('in the middle of a step the question is folded; where nothing is asked there is none; a browser is told nothing to keep', async () => {
  const { bezoeker } = opstelling()
  const midden = (await bezoeker.haal('/rechten/vraag?n=1')).body
  assert.match(midden, /<section class="vd-gelukt[^>]*><details/)
  assert.equal(vak(midden), '')
  for (const url of ['/', '/hulp', '/privacy', '/redactie']) {
    const { body, headers } = await bezoeker.haal(url)
    assert.doesNotMatch(body, /vd-gelukt|gelukt\.(js|css)/, url)
    assert.equal(headers['set-cookie'], undefined)
  }
})

test('a page with a stamp is the same page for its ETag, until the day is over', async () => {
  const stand = { nu: new Date('2026-03-01T12:00:00Z') }
  const app = proefweb({}, { ervaring: proefervaring(geheugenErvaring(), () => stand.nu) })
  const haal = () => app.inject({ url: '/organisaties/svb', headers: { accept: 'text/html' } })
  const [een, twee] = [await haal(), await haal()]
  assert.notEqual(een.body, twee.body)
  assert.equal(een.headers.etag, twee.headers.etag)
  stand.nu = new Date('2026-03-02T12:00:00Z')
  assert.notEqual((await haal()).headers.etag, een.headers.etag)
})

test('without counters no page asks anything, and what is sent finds nothing', async () => {
  const app = proefweb({}, { ervaring: undefined })
  assert.doesNotMatch((await app.inject({ url: '/organisaties/svb' })).body, /gelukt/)
  assert.equal((await new Bezoeker(app).stuur('/gelukt', { gelukt: 'ja' })).statusCode, 404)
})

test('each journey, step, channel, answer and reason has a name in every language', () => {
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const sleutels = [
    ...reizen.map(({ id }) => `reis.${id}`),
    ...stappen.map(({ id }) => `stap.${id}`),
    ...kanalen.map((een) => `kanaal.${een}`),
    ...antwoorden.map((een) => `antwoord.${een}`),
    ...redenen.map((een) => `reden.${een}`),
  ]
  for (const taal of talen)
    assert.deepEqual(
      sleutels.filter((sleutel) => !teksten[taal].has(`ervaring.${sleutel}`)),
      [],
      taal,
    )
})

test('what somebody answers about a letter is counted beside the website, at the step that its kind is about', async () => {
  const { bezoeker, store, ervaring } = opstelling()
  const { body, statusCode } = await bezoeker.haal('/gelukt/taken')
  assert.equal(statusCode, 200)
  assert.deepEqual(keurPagina(body), [])
  const vraag = vak(body)
  const velden = {
    stempel: veld(vraag, 'stempel'),
    terug: veld(vraag, 'terug'),
    kanaal: veld(vraag, 'kanaal'),
  }
  const nee = await bezoeker.stuur('/gelukt', { ...velden, gelukt: 'nee' })
  assert.equal(nee.headers.location, '/gelukt/taken?gelukt=nee#gelukt')
  const waarom = vak((await bezoeker.haal('/gelukt/taken?gelukt=nee')).body)
  const zin = { stempel: veld(waarom, 'stempel'), kanaal: veld(waarom, 'kanaal'), reden: 'niet-begrepen' }
  await bezoeker.stuur('/gelukt', { ...zin, waarom: '1' })
  await ervaring.schrijf()
  assert.deepEqual(
    store
      .rijen()
      .tellingen.map(({ stap, kanaal, soort }) => [stap, kanaal, soort])
      .toSorted(),
    [
      ['zaken-taak', 'brief', 'antwoord-nee'],
      ['zaken-taak', 'brief', 'reden-niet-begrepen'],
    ],
  )
  assert.equal((await bezoeker.haal('/gelukt/bestaat-niet')).statusCode, 404)
})
