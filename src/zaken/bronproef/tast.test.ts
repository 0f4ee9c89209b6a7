import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import { startZakentest, type Zakentest } from '../../../test/zgw/vragen.ts'
import { maakZaakbron, Proefkluis } from '../../../test/zgw/zaakbronnen.ts'
import { nepbewijs } from '../../audit/proefaudit.ts'
import { oefenorganisatie } from '../../demo/zaken/organisaties.ts'
import { parseDatum } from '../../domain/index.ts'
import { systeemwekker } from '../../platform/bron/index.ts'
import { magNaar } from '../aansluitadres.ts'
import { leesAansluiting } from '../aansluiting.ts'
import type { Verbinding } from '../aansluitingen.ts'
import { type Proefcode, type Proefonderdeel, proefcodes } from '../bronproef.ts'
import { maakBronproeven } from '../bronproeven.ts'
import type { Berichtenstand } from '../zaakbericht-store.ts'
import { tast } from './tast.ts'

const nu = () => new Date('2026-03-02T10:00:00Z')
const vandaag = parseDatum('2026-03-02')
assert.ok(vandaag)
const dag = vandaag
const netwerk = { isDemo: true, toegestaan: [] }
const omgeving = { nu, wekker: systeemwekker, magNaar: (ip: string) => magNaar(ip, netwerk) }

const kluis = new Proefkluis()
let demo: Zakentest
before(async () => {
  demo = await startZakentest()
})
after(() => demo.sluit())

interface Anders {
  readonly tls?: object
  readonly geheim?: string
  readonly client?: string
  readonly adressen?: Readonly<Record<string, string>>
  readonly stuurtGebeurtenissen?: boolean
  /** By number. */
  readonly proefpersonen?: readonly string[]
}

/** As an operator would have written it down, with a mistake when the test says so. */
function verbindingMet(
  id: string,
  { geheim, client, adressen, stuurtGebeurtenissen = false, proefpersonen = [], tls }: Anders = {},
): Verbinding {
  const bron = id === oefenorganisatie.id ? demo.oefening : demo.bron(id)
  const gelezen = leesAansluiting({
    organisatie: id,
    rsins: bron.rsins,
    adressen: {
      ...Object.fromEntries(Object.entries(bron.urls).map(([naam, url]) => [naam, url.href])),
      ...adressen,
    },
    stuurtGebeurtenissen,
    tls,
    aanmelden: { soort: 'zgw-jwt', client: client ?? bron.client },
    stand: 'proef',
    proefpersonen: proefpersonen.map((nummer) => ({
      persoon: kluis.persoonMet('bsn', nummer),
      einde: nummer.slice(-3),
    })),
  })
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  return { aansluiting: gelezen.aansluiting, versie: 1, geheimen: { register: geheim ?? bron.geheim } }
}

async function testMet(
  verbinding: Verbinding,
  terugroep?: string,
  gekomen: readonly Berichtenstand[] = [],
): Promise<Readonly<Partial<Record<Proefonderdeel, Proefcode>>>> {
  const { organisatie, adressen, aanmelden } = verbinding.aansluiting
  const urls = Object.fromEntries(Object.entries(adressen).map(([naam, adres]) => [naam, new URL(adres)]))
  const proeven = maakBronproeven({
    verbinding: async () => verbinding,
    maak: ({ aansluiting, geheimen }) => {
      const bron = maakZaakbron(
        {
          organisatie,
          // What stands in the settings, by the same names.
          urls: urls as Parameters<typeof maakZaakbron>[0]['urls'],
          client: aanmelden.soort === 'zgw-jwt' ? aanmelden.client : '',
          geheim: geheimen.register ?? '',
        },
        aansluiting.rsins[0] ?? '',
        { kluis, nu, instelling: { regels: aansluiting.regels } },
      )
      return { bron, sluit: bron.sluit }
    },
    tast: (een) => tast(een, omgeving, terugroep),
    berichten: async () => gekomen,
    audit: {
      metVerwerking: (verwerking, fn) => fn(nepbewijs(verwerking.doel, ['zaken'])),
      schrijf: async () => [],
    },
    zaaktaal: () => ({ vindZaaktype: () => undefined, vindStatus: () => undefined }),
    zone: () => 'Europe/Amsterdam',
    nu,
    vandaag: () => dag,
    isEchteTijd: false,
  })
  const verslag = await proeven.test(organisatie, { soort: 'opdracht' })
  assert.ok(verslag)
  return Object.fromEntries(verslag.regels.map(({ onderdeel, code }) => [onderdeel, code]))
}

const goed = {
  naam: 'naam-goed',
  certificaat: 'certificaat-hier',
  zrc: 'deel-goed',
  ztc: 'deel-goed',
  drc: 'deel-goed',
  brc: 'deel-goed',
  nrc: 'deel-goed',
  aanmelden: 'aanmelden-goed',
  slot: 'slot-goed',
  klok: 'klok-onbekend',
  crs: 'crs-goed',
  'eigen-adres': 'eigen-adres-goed',
  zoek: 'zoek-ja',
  contacten: 'contacten-geen',
  expand: 'expand-ja',
  bladeren: 'bladeren-een',
  catalogus: 'catalogus-goed',
  statustekst: 'statustekst-goed',
  proefpersoon: 'proefpersoon-geen',
  vreemd: 'vreemd-geen',
  documenten: 'documenten-geen',
  berichten: 'berichten-geen-abonnement',
} as const

test('each habit of an organisation shows at its own line, and no other changes', async () => {
  const gewoonten: readonly (readonly [string, Partial<Record<Proefonderdeel, Proefcode>>])[] = [
    ['gemeente-GM0014', {}],
    ['gemeente-GM0034', { zoek: 'zoek-nee' }],
    ['gemeente-GM0080', { expand: 'expand-nee' }],
    ['gemeente-GM0202', { expand: 'expand-nee' }],
    ['gemeente-GM0193', { statustekst: 'statustekst-weinig' }],
    ['gemeente-GM0344', { bladeren: 'bladeren-goed' }],
    ['gemeente-GM0546', { zoek: 'zoek-nee', expand: 'expand-nee' }],
  ]
  for (const [id, anders] of gewoonten) {
    const zonderNrc = demo.bron(id).meldt === 'gebeurtenissen'
    const gezien = await testMet(verbindingMet(id, zonderNrc ? { adressen: { nrc: '' } } : {}))
    // A catalogue of a municipality is longer than one page of its supplier.
    const bladeren = anders.bladeren ?? gezien.bladeren ?? 'onbekend'
    assert.ok(['bladeren-goed', 'bladeren-een'].includes(bladeren), id)
    const { nrc, ...rest } = goed
    const verwacht = zonderNrc ? { ...rest, berichten: 'berichten-geen' } : { ...rest, nrc }
    assert.deepEqual(gezien, { ...verwacht, ...anders, bladeren }, id)
  }
})

test('what an operator writes down wrongly is told apart', async () => {
  const id = 'gemeente-GM0014'
  const { zrc, ztc } = demo.bron(id).urls
  const geheim = await testMet(verbindingMet(id, { geheim: 'een-ander-geheim' }))
  assert.equal(geheim.aanmelden, 'aanmelden-geheim')
  // One cause is said once: that parts refuse us follows from it.
  assert.deepEqual([geheim.zrc, geheim.slot], ['onbekend', 'onbekend'])
  const client = await testMet(verbindingMet(id, { client: 'voordeurtje' }))
  assert.equal(client.aanmelden, 'aanmelden-client')
  const pad = await testMet(verbindingMet(id, { adressen: { zrc: `${zrc.origin}/zaken/v1` } }))
  assert.equal(pad.zrc, 'deel-weg')
  assert.equal(pad.ztc, 'deel-goed')
  // Two addresses changed for each other.
  const verwisseld = await testMet(verbindingMet(id, { adressen: { zrc: ztc.href, ztc: zrc.href } }))
  assert.notEqual(verwisseld.zrc, 'deel-goed')
  assert.notEqual(verwisseld.ztc, 'deel-goed')
  const uit = await testMet(verbindingMet('gemeente-GM0392'))
  assert.deepEqual([uit.naam, uit.zrc, uit.aanmelden], ['naam-goed', 'deel-geen-verbinding', 'onbekend'])
})

test('who brings events by itself needs no subscription; that something came says that it works', async () => {
  const verbinding = verbindingMet('duo', { adressen: { nrc: '' }, stuurtGebeurtenissen: true })
  assert.equal((await testMet(verbinding)).berichten, 'berichten-nog-niet-gebracht')
  const stand = {
    bron: verbinding.aansluiting.organisatie,
    ontvangen: 1,
    verwerkt: 1,
    mislukt: 0,
    wachtend: 0,
    onbekend: 0,
    deelnemers: 0,
  }
  const gekomen = [{ ...stand, laatsteBericht: nu() }]
  assert.equal((await testMet(verbinding, undefined, gekomen)).berichten, 'berichten-gebracht')
})

test('test persons show a case, a document, and that one does not get what is of the other', async () => {
  const { bevolking } = await import('../../../test/zgw/vragen.ts')
  const proefpersonen = bevolking.bekenden.flatMap(({ persoon }) => persoon.bsn ?? []).slice(0, 19)
  const gezien = await testMet(verbindingMet('gemeente-GM0599', { proefpersonen }))
  assert.equal(gezien.proefpersoon, 'proefpersoon-goed')
  assert.equal(gezien.documenten, 'documenten-goed')
  // Nobody else of them has a case there.
  assert.equal(gezien.vreemd, 'vreemd-geen-zaak')
  const dienst = await testMet(verbindingMet('dienst-toeslagen', { proefpersonen }))
  assert.equal(dienst.vreemd, 'vreemd-geweigerd')
})

test('the register to practise with gives a test without red or amber once we are subscribed', async () => {
  const { bevolking } = await import('../../../test/zgw/vragen.ts')
  const proefpersonen = ['fatima', 'ria'].map(
    (wie) => bevolking.bekenden.find(({ id }) => id === wie)?.persoon.bsn ?? '',
  )
  const { berichten, ...gezien } = await testMet(verbindingMet(oefenorganisatie.id, { proefpersonen }))
  assert.equal(berichten, 'berichten-geen-abonnement')
  const anders = Object.entries(gezien).filter(([, code]) => proefcodes[code] !== 'goed')
  // Of this computer there is no certificate, and the clock of a test is set by hand.
  assert.deepEqual(anders.toSorted(), [
    ['certificaat', 'certificaat-hier'],
    ['klok', 'klok-onbekend'],
  ])
  assert.equal(gezien.vreemd, 'vreemd-geweigerd')
})

test('a source that lets in anybody, and one that is a website, are red', async (t) => {
  const soorten: readonly (readonly [string, string, Proefonderdeel, Proefcode])[] = [
    ['application/json', '{"count":0,"next":null,"previous":null,"results":[]}', 'slot', 'slot-open'],
    ['text/html', '<h1>Welkom</h1>', 'zrc', 'deel-geen-zgw'],
  ]
  for (const [type, inhoud, onderdeel, code] of soorten) {
    const plaats = await server(t, type, inhoud)
    const adressen = { zrc: `${plaats}/z`, ztc: `${plaats}/c`, drc: '', brc: '', nrc: '' }
    const gezien = await testMet(verbindingMet('gemeente-GM0014', { adressen }))
    assert.equal(gezien[onderdeel], code)
    assert.equal(gezien.berichten, 'berichten-geen')
  }
})

test('a next page at another address is not fetched, and no token goes there', async (t) => {
  const gevraagd: string[] = []
  const elders = await server(t, 'application/json', '{"results":[]}', gevraagd)
  const lijst = JSON.stringify({ count: 1, next: `${elders}/gestolen`, previous: null, results: [] })
  const plaats = await server(t, 'application/json', lijst)
  const adressen = { zrc: `${plaats}/z`, ztc: `${plaats}/c`, drc: '', brc: '', nrc: '' }
  const gezien = await testMet(verbindingMet('gemeente-GM0014', { adressen }))
  assert.equal(gezien.bladeren, 'bladeren-vreemd')
  assert.deepEqual(gevraagd, [])
})

test('a name that does not exist, and one that leads to where we may not go, are told apart and not connected to', async () => {
  const geenNaam = await tast(
    verbindingMet('gemeente-GM0014', {
      adressen: { drc: demo.bron('gemeente-GM0014').urls.drc.href.replace('127.0.0.1', 'localhost') },
    }),
    { ...omgeving, zoekOp: async () => [] },
    undefined,
  )
  assert.deepEqual(
    geenNaam.plaatsen.map(({ naam }) => naam),
    ['goed', 'onbekend'],
  )
  const verbinding = verbindingMet('gemeente-GM0014')
  const gezien = await tast(verbinding, { ...omgeving, magNaar: () => false }, undefined)
  assert.equal(gezien.plaatsen[0]?.naam, 'eigen-netwerk')
  const opNaam = verbindingMet('gemeente-GM0014', {
    adressen: { drc: demo.bron('gemeente-GM0014').urls.drc.href.replace('127.0.0.1', 'localhost') },
  })
  const { onderdelen } = await tast(opNaam, { ...omgeving, magNaar: () => false }, undefined)
  const drc = onderdelen.find(({ onderdeel }) => onderdeel === 'drc')
  assert.deepEqual(drc?.antwoord, { soort: 'geen', waarom: 'verbinding' })
})

async function server(
  t: TestContext,
  type: string,
  inhoud: string,
  gevraagd: string[] = [],
): Promise<string> {
  return luister(
    t,
    createServer((verzoek, antwoord) => {
      gevraagd.push(verzoek.url ?? '')
      antwoord.writeHead(200, { 'content-type': type }).end(inhoud)
    }),
  )
}

async function luister(t: TestContext, luisteraar: Server): Promise<string> {
  await new Promise<void>((klaar) => luisteraar.listen(0, '127.0.0.1', klaar))
  t.after(async () => {
    luisteraar.closeAllConnections()
    await new Promise((klaar) => luisteraar.close(klaar))
  })
  const adres = luisteraar.address()
  assert.ok(typeof adres === 'object' && adres !== null)
  return `http://127.0.0.1:${adres.port}`
}

test('a certificate that expired, one that nobody knows, and how long a good one holds', async (t) => {
  const lees = (naam: string) =>
    readFileSync(join(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'tls', naam), 'utf8')
  const sleutel = lees('sleutel.pem')
  for (const [bestand, ca, tls, dagen] of [
    ['geldig.pem', true, 'goed', true],
    ['geldig.pem', false, 'vreemd', false],
    ['verlopen.pem', true, 'verlopen', false],
  ] as const) {
    const cert = lees(bestand)
    const luisteraar = createHttps({ key: sleutel, cert }, (_vraag, antwoord) => antwoord.end('{}'))
    const plaats = (await luister(t, luisteraar)).replace('http:', 'https:')
    const adressen = { zrc: `${plaats}/z`, ztc: `${plaats}/c`, drc: '', brc: '', nrc: '' }
    const { plaatsen, onderdelen } = await tast(
      verbindingMet('gemeente-GM0014', {
        adressen,
        ...(ca && { tls: { ca: cert, eigenCertificaat: false } }),
      }),
      omgeving,
      undefined,
    )
    assert.equal(plaatsen[0]?.tls, tls, bestand)
    assert.equal((plaatsen[0]?.dagenOver ?? 0) > 30_000, dagen)
    // Behind a line that is not trusted nothing is asked.
    assert.equal(onderdelen[0]?.antwoord.soort, tls === 'goed' ? 'antwoord' : 'geen')
  }
})
