import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wacht } from 'node:timers/promises'
import { type App, startApp } from '../src/app.ts'
import { opdrachten } from '../src/cli/opdrachten.ts'
import { voerOpdrachtUit } from '../src/cli/voer-uit.ts'
import { loadConfig, stilLog, systeemklok } from '../src/platform/index.ts'
import { maakProefmap, openProefdatabank } from '../src/store/proefdatabank.ts'

const wortel = join(import.meta.dirname, '..')
const handleiding = readFileSync(join(wortel, 'docs', 'regelingen-schrijven.md'), 'utf8')
const [, voorbeeld = ''] = /```yaml\n([\s\S]*?)```/.exec(handleiding) ?? []
const PAD = 'regelingen/lokaal/GM0344/huurbijdrage/2026-01-01.yaml'

/** Named limit: a node that missed the notice looks by itself every five seconds; the machine may be busy. */
const maxWachtMs = 60_000

const INSTELLINGEN = {
  VOORDEUR_CONTACT_NAAM: 'Team API',
  VOORDEUR_CONTACT_EMAIL: 'api@gemeente.example',
  VOORDEUR_CONTACT_URL: 'https://www.gemeente.example/api',
  VOORDEUR_HERKOMSTEN: 'https://www.gemeente.example',
}

interface Proef {
  readonly apps: readonly App[]
  readonly url: string
  readonly map: string
  readonly databank: Awaited<ReturnType<typeof openProefdatabank>>['databank']
}

/** A database and a directory, and nobody who runs on them. */
async function maakProef(t: TestContext): Promise<Proef> {
  const map = maakProefmap()
  t.after(() => rmSync(map, { recursive: true, force: true }))
  return { ...(await openProefdatabank(t)), map, apps: [] }
}

/** Two installations of the program on one database, as behind a load balancer. */
async function startTwee(t: TestContext): Promise<Proef> {
  const map = maakProefmap()
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const apps: App[] = []
  // Closed before the database of this test is thrown away.
  const { url, databank } = await openProefdatabank({
    after: (fn) =>
      t.after(async () => {
        for (const app of apps) await app.sluit()
        await fn()
      }),
  })
  const omgeving = {
    DATABASE_URL: url,
    VOORDEUR_PORT: '0',
    VOORDEUR_DATA: map,
    DEMO: 'false',
    ...INSTELLINGEN,
  }
  for (let i = 0; i < 2; i++) {
    apps.push(await startApp({ config: loadConfig(omgeving, map), klok: systeemklok, log: stilLog }))
  }
  return { apps, url, map, databank }
}

async function publiceer(proef: Proef, tekst: string): Promise<{ code: number; tekst: string }> {
  writeFileSync(join(proef.map, '2026-01-01.yaml'), tekst)
  return regeling(proef, 'publiceer', '2026-01-01.yaml')
}

async function regeling({ url, map }: Proef, ...getypt: string[]): Promise<{ code: number; tekst: string }> {
  const regels: string[] = []
  const code = await voerOpdrachtUit(['regeling', ...getypt], opdrachten, {
    uit: (r) => regels.push(r),
    fout: (r) => regels.push(r),
    omgeving: { DATABASE_URL: url, VOORDEUR_DATA: map },
    werkmap: map,
  })
  return { code, tekst: regels.join('\n') }
}

async function bedrag(app: App): Promise<number | undefined> {
  return (await uitkomst(app))?.bedrag?.waarde
}

async function uitkomst({ server }: App): Promise<{ bedrag?: { waarde: number }; ontvangstbewijs: object }> {
  const antwoord = await server.inject({
    method: 'POST',
    url: '/api/v1/berekeningen',
    payload: {
      datum: '2026-03-01',
      huishouden: {
        aanvrager: { toetsingsinkomen: 2_000_000 },
        woning: { kale_huur: 60_000, gemeente: 'GM0344' },
      },
    },
  })
  assert.equal(antwoord.statusCode, 200)
  const { uitkomsten } = antwoord.json()
  return uitkomsten.find((u: { regeling: string }) => u.regeling === 'huurbijdrage')
}

async function wachtOp(apps: readonly App[], verwacht: number | undefined): Promise<void> {
  const begonnen = performance.now()
  for (const app of apps) {
    while ((await bedrag(app)) !== verwacht) {
      assert.ok(performance.now() - begonnen < maxWachtMs, `na ${maxWachtMs} ms geldt ${verwacht} nog niet`)
      await wacht(50)
    }
  }
}

test('a scheme published from the command line holds on two running nodes, without a restart', async (t) => {
  const proef = await startTwee(t)
  const { apps, databank } = proef
  for (const app of apps) assert.equal(await bedrag(app), undefined)

  const stuk = await publiceer(proef, voorbeeld.replace('EUR/jaar', 'EUR/maand'))
  assert.equal(stuk.code, 1)
  assert.match(stuk.tekst, /2026-01-01\.yaml:\d+:\d+ .+ — .+/)

  const eerste = await publiceer(proef, voorbeeld)
  assert.equal(eerste.code, 0, eerste.tekst)
  // A quarter of 600 - 400.
  await wachtOp(apps, 5_000)

  const zelfdeVersie = await publiceer(proef, voorbeeld.replace('waarde: 25,', 'waarde: 50,'))
  assert.equal(zelfdeVersie.code, 1)
  assert.match(zelfdeVersie.tekst, /versie: 2/)

  const verbeterd = voorbeeld.replace('vanaf:', 'versie: 2\nvanaf:').replace('waarde: 25,', 'waarde: 50,')
  assert.equal((await publiceer(proef, verbeterd)).code, 0)
  await wachtOp(apps, 10_000)

  // A notice that nobody heard: the row is there, and each node finds it by looking.
  const gemist = verbeterd.replace('versie: 2', 'versie: 3').replace('waarde: 400,', 'waarde: 500,')
  const sha256 = createHash('sha256').update(gemist).digest('hex')
  await databank.insertInto('regeling_bestand').values({ pad: PAD, sha256, inhoud: gemist }).execute()
  await databank.insertInto('regeling_activering').values({ pad: PAD, sha256, status: 'actief' }).execute()
  await wachtOp(apps, 5_000)

  const openapi = await apps[1]?.server.inject('/api/v1/openapi.json')
  assert.equal(openapi?.json().info.contact.email, INSTELLINGEN.VOORDEUR_CONTACT_EMAIL)
  const vanElders = await apps[1]?.server.inject({
    url: '/api/v1/gebieden',
    headers: { origin: INSTELLINGEN.VOORDEUR_HERKOMSTEN },
  })
  assert.equal(vanElders?.headers['access-control-allow-origin'], INSTELLINGEN.VOORDEUR_HERKOMSTEN)

  const gezond = await apps[0]?.server.inject('/gezond')
  assert.equal(gezond?.json().onderdelen.corpus.stand, 'goed')
})

test('a withdrawn publication holds nowhere any more, what it replaced comes back, and its receipts still replay', async (t) => {
  const proef = await startTwee(t)
  const { apps } = proef
  const [app] = apps
  assert.ok(app)
  assert.match((await regeling(proef, 'lijst')).tekst, /niets gepubliceerd/)
  const niets = await regeling(proef, 'trek-in', 'huurbijdrage')
  assert.deepEqual([niets.code, /Er is niets gepubliceerd/.test(niets.tekst)], [1, true])

  const later = voorbeeld
    .replace('vanaf: 2026-01-01', 'vanaf: 2026-02-01')
    .replace('waarde: 25,', 'waarde: 50,')
  assert.equal((await publiceer(proef, voorbeeld)).code, 0)
  assert.equal((await publiceer(proef, later)).code, 0)
  await wachtOp(apps, 10_000)
  const { ontvangstbewijs } = await uitkomst(app)
  const lijst = await regeling(proef, 'lijst')
  assert.equal(lijst.code, 0)
  assert.match(
    lijst.tekst,
    /huurbijdrage 2026-01-01 GM0344, versie 1: geldt\.[\s\S]*huurbijdrage 2026-02-01 GM0344/,
  )

  // Which one is meant must be said, and what is not there is named beside what is.
  const welke = await regeling(proef, 'trek-in', 'huurbijdrage')
  assert.equal(welke.code, 1)
  assert.match(welke.tekst, /Er zijn er 2[\s\S]*2026-01-01 GM0344[\s\S]*2026-02-01 GM0344/)
  const fout = await regeling(proef, 'trek-in', 'huurbijdrage', '2026-03-01')
  assert.equal(fout.code, 1)
  assert.match(
    fout.tekst,
    /huurbijdrage 2026-03-01 is niet gepubliceerd\. Gepubliceerd zijn:[\s\S]*2026-02-01/,
  )

  const eerste = await regeling(proef, 'trek-in', 'huurbijdrage', '2026-02-01', 'GM0344')
  assert.equal(eerste.code, 0, eerste.tekst)
  assert.match(eerste.tekst, /De tekst blijft bewaard/)
  assert.match(
    eerste.tekst,
    /Van huurbijdrage in GM0344 gelden nu nog de teksten vanaf 2026-01-01 \(versie 1\)/,
  )
  await wachtOp(apps, 5_000)

  const tweede = await regeling(proef, 'trek-in', 'huurbijdrage')
  assert.equal(tweede.code, 0, tweede.tekst)
  assert.match(tweede.tekst, /geldt nu niets meer/)
  await wachtOp(apps, undefined)

  for (const { server } of apps) {
    const controle = await server.inject({
      method: 'POST',
      url: '/api/v1/berekeningen/controle',
      payload: ontvangstbewijs,
    })
    assert.deepEqual(controle.json(), { status: 'gelijk' })
  }
  // The same text may come back.
  assert.equal((await publiceer(proef, voorbeeld)).code, 0)
  await wachtOp(apps, 5_000)
})

test('what others build on cannot be withdrawn before them', async (t) => {
  const proef = await maakProef(t)
  assert.equal((await publiceer(proef, voorbeeld)).code, 0)
  const erop = `id: huurbijdrage
gebied: GM0344
vanaf: 2027-01-01
bouwt_voort_op: 2026-01-01
bedragen_tot: 2028-01-01
parameters:
  vrije_huur: { waarde: 410, eenheid: EUR/maand, bron: "Verordening huurbijdrage, artikel 3" }
`
  const gepubliceerd = await publiceer(proef, erop)
  assert.equal(gepubliceerd.code, 0, gepubliceerd.tekst)
  const geweigerd = await regeling(proef, 'trek-in', 'huurbijdrage', '2026-01-01')
  assert.equal(geweigerd.code, 1)
  assert.match(
    geweigerd.tekst,
    /kunnen niet zonder[\s\S]*2027-01-01\.yaml:\d+:\d+ .+[\s\S]*Er is niets veranderd/,
  )
  assert.match((await regeling(proef, 'lijst')).tekst, /2026-01-01 GM0344, versie 1: geldt/)
  for (const vanaf of ['2027-01-01', '2026-01-01'])
    assert.equal((await regeling(proef, 'trek-in', 'huurbijdrage', vanaf)).code, 0)
})
