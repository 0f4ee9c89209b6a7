import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { openProefaudit } from '../audit/proefaudit.ts'
import type { PersoonId } from '../domain/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import { type Machtiging, openSessies } from '../toegang/index.ts'
import { geheugensessies, proefmijn } from './proefinwoner.ts'
import { ander, bedrijf, type Geval, gevallen, ik, inwoner, kind } from './proeftoegang.ts'
import { proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { maakProefzaken, proefuuid } from './proefzaken.ts'
import { createWeb } from './register.ts'
import { inTaal, routes, talen } from './routes.ts'
import { leesTerugnaam, terugnaam } from './terugnaam.ts'

const eigen = ['mijn', 'sessiesEinde', 'voorWie', 'voorWieKies', 'ernaast', 'ernaastStuur']
const lezen = ['gegevens', 'inzage', 'inzageBestand', 'inzagePdf', 'kloptNiet', 'kloptNietStuur', 'meldingen']
const zaken =
  'zaken zakenZoek zakenOpnieuw zaak zaakDocument zaakVoegToe zaakVraag zaakVraagStuur taak taakStuur'.split(
    ' ',
  )
/** To look, and nothing that adds, answers or asks. */
const zakenBekijken = ['zaken', 'zakenZoek', 'zakenOpnieuw', 'zaak', 'zaakDocument', 'taak']
const toestemmen = ['invullen', 'invullenNeem']
const machtigen = ['machtigingen', 'machtigingTrekIn']
/** Only for oneself, and only just after logging in. */
const vers =
  'berichtDoor berichtDoorStuur kanalenVerklaar hulpbehoefteGeef volgenGeef portaalGeef invullenGeef machtigingGeef machtigingGeefStuur machtigingCode machtigingCodeStuur'.split(
    ' ',
  )
const post =
  'berichten berichtenZoek bericht berichtZet berichtPapier berichtBijlage verstuurd verstuurdStuk verstuurdPdf verstuurdHtml verstuurdBijlage verstuurdBewijs'.split(
    ' ',
  )
// How somebody is reached they say themselves, and a company through who acts for the whole of it.
const kanalenZien = 'kanalen kanalenSoorten kanalenOrganisaties kanalenZaak kanalenWensen kanalenPrint'.split(
  ' ',
)
const kanalen = [...kanalenZien, 'kanalenKies', 'kanalenTerug', 'kanalenWensenZet']
const loket = ['loket', 'ketenzaak', 'ketenPrint', 'ketenPdf', 'ketenStuk', 'ketenVorm', 'ketenDoe']
const afspraken =
  'afspraken afspraakNieuw afspraakMaak afspraak afspraakAgenda afspraakVerzet afspraakZegAf'.split(' ')
// Whoever acts for money may let it be looked at, and say what is to be done.
const volgen =
  'volgen volgenStop veranderingen veranderingenZeg verandering veranderingPapier veranderingPapierStuur'.split(
    ' ',
  )
// Whoever may act for money may answer an offer of help with debts.
const hulpaanbod = ['hulpaanbod', 'hulpaanbodEen', 'hulpaanbodKies']
// What we remember of somebody they decide themselves.
const allesEigen = [
  ...eigen,
  ...lezen,
  ...zaken,
  ...post,
  ...kanalen,
  ...afspraken,
  ...hulpaanbod,
  ...loket,
  'zakenDeelname',
  ...toestemmen,
  ...machtigen,
  ...volgen,
  'portalen',
  'portaalStop',
  'hulpbehoefte',
  'hulpbehoefteNeem',
]
const magWel: Readonly<Record<string, readonly string[]>> = {
  niemand: [],
  medewerker: [],
  zelf: [...allesEigen, ...vers],
  'zelf, hoog': [...allesEigen, ...vers],
  'zelf, met een helper ernaast': [...allesEigen, ...vers],
  'zelf, laag': eigen,
  'zelf, een kwartier geleden herkend': allesEigen,
  // Nothing that says where a child lives: cases and messages name the organisation. The register here does not know
  // the child, so that whether it is secret is not known either.
  kind: [...eigen, ...lezen],
  'kind, niet geheim': [...eigen, ...lezen, ...zakenBekijken],
  'kind, geheim': [...eigen, ...lezen],
  'kind, onbekend of het geheim is': [...eigen, ...lezen],
  'kind dat 18 werd': eigen,
  'kind dat 18 werd, niet geheim': eigen,
  gemachtigd: [...eigen, 'gegevens', ...zaken],
  'gemachtigd voor een dienst': [...eigen, 'gegevens', ...zaken],
  'gemachtigd voor twee diensten, een gekozen': [...eigen, 'gegevens', ...zaken],
  // Nobody acts for two services at once: one is chosen first.
  'gemachtigd voor twee diensten, geen gekozen': eigen,
  'gemachtigd voor een dienst, een andere gekozen': eigen,
  'gemachtigd, gever kwam onder curatele': eigen,
  'machtiging voorbij': eigen,
  'machtiging nog niet': eigen,
  'machtiging ingetrokken': eigen,
  // Not found for this person, so that there is no session at all.
  'machtiging van een ander': [],
  bewind: [
    ...eigen,
    ...post,
    ...kanalenZien,
    ...afspraken,
    ...hulpaanbod,
    ...loket,
    ...lezen,
    ...zaken,
    ...toestemmen,
    ...volgen,
    'invullenGeef',
    'volgenGeef',
  ],
  mentorschap: [...eigen, ...lezen, ...zaken],
  bedrijf: [
    ...eigen,
    ...post,
    ...kanalen,
    'kanalenVerklaar',
    ...loket,
    ...zaken,
    'gegevens',
    'inzage',
    'inzageBestand',
    'inzagePdf',
  ],
  'bedrijf, een vestiging': [...eigen, ...post, ...zaken, 'gegevens', 'inzage', 'inzageBestand', 'inzagePdf'],
  'bedrijf, een andere vestiging': eigen,
  'bedrijf, meer dan de vestiging': eigen,
  'een ander bedrijf': eigen,
  'bedrijf zonder herkenning': eigen,
}

/** Sessions in memory, registers that count who they are asked about. */
function opstelling() {
  const store = geheugensessies()
  const gevraagd: PersoonId[] = []
  const vraag = async (over: PersoonId) => {
    gevraagd.push(over)
    return { status: 'onbekend', op: proefdag } as const
  }
  const { audit } = openProefaudit({
    schrijf: async (bewijzen) =>
      bewijzen.map(({ onderwerp }) => ({ onderwerp, volgnummer: 1, hash: Buffer.alloc(32) })),
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const sessies = openSessies({ store, audit, nu: () => proefdag, toeval: randomBytes })
  let bekend: Machtiging | undefined
  const mijn = proefmijn({
    sessies,
    registers: { brp: { raadpleeg: vraag }, inkomen: { raadpleeg: vraag } },
    audit: {
      ...audit,
      // The proof that a line stands is tested in audit/; here it is about who gets that far.
      metVerwerking: async (verwerking, fn) => {
        for (const over of verwerking.betrokkenen) gevraagd.push(over)
        return fn({ doel: verwerking.doel } as Parameters<typeof fn>[0])
      },
    },
    // As the database does it: seen by both sides and by nobody else.
    vindMachtiging: async (vrager) =>
      bekend !== undefined && [bekend.gever, bekend.gemachtigde].includes(vrager.persoon)
        ? bekend
        : undefined,
    zaken: maakProefzaken({ meld: ({ persoon: over }) => void gevraagd.push(over) }),
    gezien: (over) => void gevraagd.push(over),
  })
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const web = createWeb({ bronnen: proefbronnen(), mijn, teksten, sleutel: proefsleutel, isHttps: false })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const cookieVan = async ({ wie, voor, machtiging: een }: Geval): Promise<string> => {
    bekend = een
    if (wie === undefined) return ''
    const { token } = await sessies.begin({ wie, voor: voor ?? { soort: 'zelf' }, apparaat: '' })
    return `voordeur-sessie=${token}`
  }
  return { app, cookieVan, gevraagd, sessies }
}

const overWie: Readonly<Record<string, PersoonId>> = {
  kind,
  'kind, niet geheim': kind,
  'kind, geheim': kind,
  'kind, onbekend of het geheim is': kind,
  gemachtigd: ander,
  bewind: ander,
  mentorschap: ander,
  bedrijf,
  'bedrijf, een vestiging': bedrijf,
  'gemachtigd voor een dienst': ander,
  'gemachtigd voor twee diensten, een gekozen': ander,
}

test('every page against everybody who can be at the door: only what is written out opens, and only about whom they act for', async (t) => {
  const { app, cookieVan, gevraagd } = opstelling()
  let aantal = 0
  for (const [naam, geval] of Object.entries(gevallen)) {
    for (const [route, { methode, pad, toegang }] of Object.entries(routes)) {
      if (toegang.soort === 'openbaar') continue
      const cookie = await cookieVan(geval)
      gevraagd.length = 0
      const isForm = { 'content-type': 'application/x-www-form-urlencoded' }
      const isVerwacht = magWel[naam]?.includes(route) === true
      // A refusal is the same page again and again: one in eight is looked at as a page, the others as a problem.
      const accept = isVerwacht || aantal % 8 === 0 ? 'text/html' : 'application/json'
      const { statusCode, body } = await app.inject({
        method: methode,
        url: pad
          .replace(':gegeven', 'adres')
          .replace(':bron', 'gemeente-GM0599')
          .replace(/:(zaak|document)/g, proefuuid(1)),
        headers: { accept, cookie, ...(methode === 'POST' && isForm) },
        ...(methode === 'POST' && { payload: 'wie=zelf&welke=andere&bron=brp&toelichting=x' }),
      })
      const isBinnen = statusCode !== 401 && statusCode !== 403
      assert.equal(isBinnen, isVerwacht, `${naam} bij ${route}: ${statusCode}`)
      assert.ok(statusCode < 500, `${naam} bij ${route}: ${statusCode}`)
      const magOver = 'alsZelf' in toegang ? ik : (overWie[naam] ?? ik)
      // Of a child the register is asked about the child first; nothing else is read before that lets them in.
      const isNagevraagd = naam === 'kind'
      const lek =
        isBinnen || isNagevraagd ? gevraagd.filter((over) => over !== magOver && over !== ik) : gevraagd
      assert.deepEqual(lek, [], `${naam} bij ${route} kwam bij iemand anders`)
      for (const id of [ander, kind, bedrijf]) assert.ok(!body.includes(id), `${route} noemt een persoon`)
      aantal++
    }
  }
  t.diagnostic(`${aantal} combinaties`)
  assert.ok(aantal > 200)
})

test('who may not see an income reports nothing about it either', async () => {
  const { app, cookieVan } = opstelling()
  for (const [naam, status] of [
    ['zelf', 200],
    ['bewind', 200],
    ['mentorschap', 404],
    ['kind', 404],
  ] as const) {
    const headers = { cookie: await cookieVan(gevallen[naam] ?? { wie: undefined }), accept: 'text/html' }
    for (const soort of ['toetsingsinkomen', 'vermogen'])
      assert.equal(
        (await app.inject({ url: `/mijn/gegevens/klopt-niet/${soort}`, headers })).statusCode,
        status,
        naam,
      )
  }
})

test('who a court appointed sees how mail comes, and reads why they choose nothing and what works; a company chooses', async () => {
  const { app, cookieVan } = opstelling()
  const lees = async (naam: string, pad: string) => {
    const headers = { cookie: await cookieVan(gevallen[naam] ?? { wie: undefined }), accept: 'text/html' }
    return (await app.inject({ url: pad, headers })).body
  }
  const waarom =
    /is niet vastgesteld.*aan de balie, per telefoon|is not established.*at the desk|No ta establesé.*na balia/s
  const vorm = /<form[^>]*\/mijn\/kanalen/
  for (const taal of talen) {
    const bewind = await lees('bewind', inTaal(taal, '/mijn/kanalen'))
    assert.match(bewind, waarom)
    assert.doesNotMatch(bewind, vorm)
  }
  for (const naam of ['zelf', 'bedrijf']) {
    const kiezen = await lees(naam, '/mijn/kanalen')
    assert.match(kiezen, vorm)
    assert.doesNotMatch(kiezen, waarom)
  }
})

test('whoever is not logged in gets the page to log in, in their language, and comes back', async () => {
  const { app } = opstelling()
  for (const taal of talen) {
    const { statusCode, body, headers } = await app.inject({
      url: inTaal(taal, '/mijn/inzage'),
      headers: { accept: 'text/html' },
    })
    assert.equal(statusCode, 401)
    assert.match(body, new RegExp(`href="${inTaal(taal, '/inloggen/start')}\\?[^"]*naar=inzage`))
    assert.equal(headers['cache-control'], 'no-store')
  }
})

test('whoever chose with whom to talk comes back to that choice after logging in', async () => {
  const { app } = opstelling()
  const knop = (body: string) =>
    /href="(\/inloggen\/start[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const haal = async (url: string) => (await app.inject({ url, headers: { accept: 'text/html' } })).body
  const gevraagd = new URL(knop(await haal('/mijn/afspraken/nieuw?team=svb-telefoon&x=1')), 'http://x')
  assert.equal(gevraagd.searchParams.get('naar'), 'afspraakNieuw')
  assert.equal(gevraagd.searchParams.get('team'), 'svb-telefoon')
  assert.equal(gevraagd.searchParams.get('x'), null)
  // The page to log in keeps it as well when it was reached by its own address.
  const weer = await haal('/inloggen?naar=afspraakNieuw&team=svb-telefoon')
  assert.match(knop(weer), /team=svb-telefoon/)
  for (const vals of ['a/b', 'https://kwaad.example', '"', 'x'.repeat(200)])
    assert.doesNotMatch(knop(await haal(`/mijn/afspraken/nieuw?team=${encodeURIComponent(vals)}`)), /team=/)
  assert.doesNotMatch(knop(await haal('/mijn/inzage?team=svb-telefoon')), /team=/)
})

test('one comes back to a page of ours and nowhere else', () => {
  assert.equal(leesTerugnaam('inzage'), 'inzage')
  for (const vals of [
    'https://kwaad.example',
    '//kwaad.example',
    'uitloggen',
    'inlogTerug',
    'balie',
    'balieInwoner',
    'regeling',
    '',
    null,
    '__proto__',
  ])
    assert.equal(leesTerugnaam(vals), undefined, String(vals))
  assert.equal(terugnaam('/mijn/gegevens/klopt-niet/adres'), 'gegevens')
  assert.equal(terugnaam('/mijn/sessies'), 'mijn')
  // A path that is none of ours ends at our own first page.
  assert.equal(terugnaam('//kwaad.example/mijn'), 'start')
})

test('a form from elsewhere, or one that hides that it is a form, does nothing', async () => {
  const { app, cookieVan, sessies } = opstelling()
  const cookie = await cookieVan({ wie: inwoner('substantieel') })
  const formulier = 'application/x-www-form-urlencoded'
  for (const [headers, status] of [
    [{ 'content-type': formulier, 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'content-type': formulier, 'sec-fetch-site': 'same-site' }, 403],
    [{ 'content-type': formulier, origin: 'https://kwaad.example' }, 403],
    [{ 'content-type': formulier, origin: 'null' }, 403],
    [{ 'content-type': 'text/plain', origin: 'https://kwaad.example' }, 400],
    [{ 'content-type': 'application/json' }, 400],
    [{}, 400],
  ] as const) {
    const heeftSoort = 'content-type' in headers
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/uitloggen',
      headers: { accept: 'text/html', cookie, ...headers },
      ...(heeftSoort && { payload: headers['content-type'] === 'application/json' ? '{}' : 'uit=1' }),
    })
    assert.equal(statusCode, status, JSON.stringify(headers))
    assert.ok(await sessies.vind(cookie.replace('voordeur-sessie=', '')), 'nog ingelogd')
  }
})

test('a session that ended is closed for the very next request', async () => {
  const { app, cookieVan, sessies } = opstelling()
  const cookie = await cookieVan({ wie: inwoner('substantieel') })
  const haal = async () =>
    (await app.inject({ url: '/mijn', headers: { accept: 'text/html', cookie } })).statusCode
  assert.equal(await haal(), 200)
  await sessies.beeindig(cookie.replace('voordeur-sessie=', ''))
  assert.equal(await haal(), 401)
})
