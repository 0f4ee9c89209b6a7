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

interface Proef {
  readonly apps: readonly App[]
  readonly url: string
  readonly map: string
  readonly databank: Awaited<ReturnType<typeof openProefdatabank>>['databank']
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
  const omgeving = { DATABASE_URL: url, VOORDEUR_PORT: '0', VOORDEUR_DATA: map, DEMO: 'false' }
  for (let i = 0; i < 2; i++) {
    apps.push(await startApp({ config: loadConfig(omgeving, map), klok: systeemklok, log: stilLog }))
  }
  return { apps, url, map, databank }
}

async function publiceer({ url, map }: Proef, tekst: string): Promise<{ code: number; tekst: string }> {
  writeFileSync(join(map, '2026-01-01.yaml'), tekst)
  const regels: string[] = []
  const code = await voerOpdrachtUit(['regeling', 'publiceer', '2026-01-01.yaml'], opdrachten, {
    uit: (r) => regels.push(r),
    fout: (r) => regels.push(r),
    omgeving: { DATABASE_URL: url, VOORDEUR_DATA: map },
    werkmap: map,
  })
  return { code, tekst: regels.join('\n') }
}

async function bedrag({ server }: App): Promise<number | undefined> {
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
  return uitkomsten.find((u: { regeling: string }) => u.regeling === 'huurbijdrage')?.bedrag?.waarde
}

async function wachtOp(apps: readonly App[], verwacht: number): Promise<void> {
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

  const gezond = await apps[0]?.server.inject('/gezond')
  assert.equal(gezond?.json().onderdelen.corpus.stand, 'goed')
})
