import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { openProefaudit, proeforganisatie } from '../audit/proefaudit.ts'
import {
  type Datum,
  type Geheimhouding,
  maakPersoonId,
  type PersoonId,
  parseDatum,
  parseVestigingsnummer,
} from '../domain/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import {
  type EigenBedrijf,
  type Ingelogd,
  type Machtiging,
  type Niveau,
  openSessies,
  type Subject,
  type VoorKeuze,
} from '../toegang/index.ts'
import { geheugensessies, proefmijn } from './proefinwoner.ts'
import { proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { maakProefzaken, proefuuid } from './proefzaken.ts'
import { createWeb } from './register.ts'
import { inTaal, leesTerugnaam, routes, talen, terugnaam } from './routes.ts'

const persoon = (): PersoonId => maakPersoonId(proefdag, randomBytes)
const [ik, ander, kind, bedrijf] = [persoon(), persoon(), persoon(), persoon()]
function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

const machtiging = (deel: Partial<Machtiging>): Machtiging => ({
  id: '00000000-0000-7000-8000-000000000000',
  soort: 'machtiging',
  gever: ander,
  gemachtigde: ik,
  organisatie: proeforganisatie('svb'),
  diensten: [],
  geldigVanaf: dag('2020-01-01'),
  geldigTot: dag('2030-01-01'),
  wijze: { soort: 'digitaal' },
  vastgelegd: proefdag,
  ingetrokken: undefined,
  ...deel,
})

interface Geval {
  readonly wie: Ingelogd | undefined
  readonly voor?: VoorKeuze
  readonly machtiging?: Machtiging
}

const inwoner = (niveau: Niveau, minutenGeleden = 0): Extract<Subject, { soort: 'inwoner' }> => ({
  soort: 'inwoner',
  persoon: ik,
  herkenning: {
    middel: 'digid',
    niveau,
    bron: 'https://x.example',
    op: new Date(proefdag.getTime() - minutenGeleden * 60_000),
  },
})

const medewerker: Ingelogd = {
  soort: 'medewerker',
  medewerker: 'm-1',
  organisatie: proeforganisatie('svb'),
  rollen: ['balie', 'klantcontact'],
  doelen: ['inwoner-zoeken', 'inwoner-helpen', 'machtiging-registreren'],
}
const metMachtiging = (deel: Partial<Machtiging>): Geval => {
  const een = machtiging(deel)
  return { wie: inwoner('substantieel'), voor: { soort: 'machtiging', id: een.id }, machtiging: een }
}
const gezagOp = proefdag.toISOString()
const alsKind = (meerderjarigOp: string, geheimhouding?: Geheimhouding): Geval => ({
  wie: inwoner('substantieel'),
  voor: {
    soort: 'kind',
    persoon: kind,
    meerderjarigOp: dag(meerderjarigOp),
    gezagOp,
    ...(geheimhouding && { geheimhouding }),
  },
})

const [vestiging, andereVestiging] = ['000090009111', '000090009112'].map(parseVestigingsnummer)
assert.ok(vestiging && andereVestiging)
const voorBedrijf = (eigen: Partial<EigenBedrijf>, gekozen: { vestiging?: typeof vestiging }): Geval => ({
  wie: { ...inwoner('substantieel'), bedrijf: { persoon: bedrijf, ...eigen } },
  voor: { soort: 'bedrijf', persoon: bedrijf, ...gekozen },
})

const gevallen: Readonly<Record<string, Geval>> = {
  niemand: { wie: undefined },
  medewerker: { wie: medewerker },
  zelf: { wie: inwoner('substantieel') },
  'zelf, hoog': { wie: inwoner('hoog') },
  'zelf, met een helper ernaast': { wie: { ...inwoner('substantieel'), metHelper: true } },
  'zelf, laag': { wie: inwoner('laag') },
  'zelf, een kwartier geleden herkend': { wie: inwoner('substantieel', 14) },
  kind: alsKind('2030-01-01'),
  'kind, niet geheim': alsKind('2030-01-01', 'nee'),
  'kind, geheim': alsKind('2030-01-01', 'ja'),
  'kind, onbekend of het geheim is': alsKind('2030-01-01', 'onbekend'),
  'kind dat 18 werd': alsKind('2026-01-01'),
  'kind dat 18 werd, niet geheim': alsKind('2026-01-01', 'nee'),
  gemachtigd: metMachtiging({}),
  'gemachtigd voor een dienst': metMachtiging({ diensten: ['aow'] }),
  'gemachtigd voor twee diensten, een gekozen': {
    ...metMachtiging({ diensten: ['aow', 'anw'] }),
    voor: { soort: 'machtiging', id: machtiging({}).id, dienst: 'anw' },
  },
  'gemachtigd voor twee diensten, geen gekozen': metMachtiging({ diensten: ['aow', 'anw'] }),
  'gemachtigd voor een dienst, een andere gekozen': {
    ...metMachtiging({ diensten: ['aow'] }),
    voor: { soort: 'machtiging', id: machtiging({}).id, dienst: 'anw' },
  },
  'gemachtigd, gever kwam onder curatele': metMachtiging({
    maatregelen: [{ soort: 'curatele', geldigVanaf: dag('2026-02-01'), geldigTot: dag('2100-01-01') }],
  }),
  'machtiging voorbij': metMachtiging({ geldigTot: dag('2026-02-01') }),
  'machtiging nog niet': metMachtiging({ geldigVanaf: dag('2027-01-01') }),
  'machtiging ingetrokken': metMachtiging({ ingetrokken: proefdag }),
  'machtiging van een ander': metMachtiging({ gemachtigde: ander, gever: kind }),
  bewind: metMachtiging({ soort: 'bewind' }),
  mentorschap: metMachtiging({ soort: 'mentorschap' }),
  bedrijf: voorBedrijf({}, {}),
  'bedrijf, een vestiging': voorBedrijf({ vestiging }, { vestiging }),
  'bedrijf, een andere vestiging': voorBedrijf({ vestiging }, { vestiging: andereVestiging }),
  'bedrijf, meer dan de vestiging': voorBedrijf({ vestiging }, {}),
  'een ander bedrijf': voorBedrijf({ persoon: ander }, {}),
  'bedrijf zonder herkenning': { wie: inwoner('hoog'), voor: { soort: 'bedrijf', persoon: bedrijf } },
}

/** What each may open, besides what is open to everybody. Written out: a change here is a decision. */
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
  'berichtDoor berichtDoorStuur kanalenVerklaar hulpbehoefteGeef portaalGeef invullenGeef machtigingGeef machtigingGeefStuur machtigingCode machtigingCodeStuur'.split(
    ' ',
  )
const post =
  'berichten berichtenZoek bericht berichtZet berichtBijlage verstuurd verstuurdStuk verstuurdPdf verstuurdHtml verstuurdBijlage verstuurdBewijs'.split(
    ' ',
  )
// How somebody is reached they say themselves.
const kanalen =
  'kanalen kanalenKies kanalenTerug kanalenSoorten kanalenOrganisaties kanalenZaak kanalenWensen kanalenWensenZet kanalenPrint'.split(
    ' ',
  )
const afspraken =
  'afspraken afspraakNieuw afspraakMaak afspraak afspraakAgenda afspraakVerzet afspraakZegAf'.split(' ')
// What we remember of somebody they decide themselves.
const allesEigen = [
  ...eigen,
  ...lezen,
  ...zaken,
  ...post,
  ...kanalen,
  ...afspraken,
  'zakenDeelname',
  ...toestemmen,
  ...machtigen,
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
  bewind: [...eigen, ...post, ...afspraken, ...lezen, ...zaken, ...toestemmen, 'invullenGeef'],
  mentorschap: [...eigen, ...lezen, ...zaken],
  bedrijf: [...eigen, ...post, ...zaken, 'gegevens', 'inzage', 'inzageBestand', 'inzagePdf'],
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
      const { statusCode, body } = await app.inject({
        method: methode,
        url: pad
          .replace(':gegeven', 'adres')
          .replace(':bron', 'gemeente-GM0599')
          .replace(/:(zaak|document)/g, proefuuid(1)),
        headers: { accept: 'text/html', cookie, ...(methode === 'POST' && isForm) },
        ...(methode === 'POST' && { payload: 'wie=zelf&welke=andere&bron=brp&toelichting=x' }),
      })
      const isBinnen = statusCode !== 401 && statusCode !== 403
      assert.equal(isBinnen, magWel[naam]?.includes(route) === true, `${naam} bij ${route}: ${statusCode}`)
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
