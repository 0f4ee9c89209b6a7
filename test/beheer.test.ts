import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { type App, startApp } from '../src/app.ts'
import { opdrachten } from '../src/cli/opdrachten.ts'
import { foutcodes, loadConfig, stilLog, systeemklok } from '../src/platform/index.ts'
import { maakProefmap } from '../src/store/proefdatabank.ts'

const wortel = join(import.meta.dirname, '..')
const lees = (pad: string): string => readFileSync(join(wortel, pad), 'utf8')
const beheer = lees('docs/operations.md')
const [, voorbeeld = ''] = /```yaml\n([\s\S]*?)```/.exec(lees('docs/regelingen-schrijven.md')) ?? []

async function start(t: TestContext, map: string): Promise<App> {
  const omgeving = { VOORDEUR_DATA: map, VOORDEUR_PORT: '0', DEMO: 'false' }
  const app = await startApp({ config: loadConfig(omgeving, map), klok: systeemklok, log: stilLog })
  t.after(() => app.sluit())
  return app
}

/** In a process of its own, as somebody types it: the last process to leave a data directory stops its database. */
async function opdracht(map: string, ...getypt: string[]): Promise<string> {
  const { DATABASE_URL: _, ...rest } = process.env
  const omgeving = { ...rest, VOORDEUR_DATA: map, INIT_CWD: map }
  const argumenten = [join(wortel, 'src/cli/main.ts'), ...getypt]
  return (await promisify(execFile)(process.execPath, argumenten, { cwd: wortel, env: omgeving })).stdout
}

test('a copy of the data directory of a stopped server is a back-up: key, publications and archive come back', {
  skip: process.platform === 'win32' && 'cp -a is of Unix',
}, async (t) => {
  const map = maakProefmap()
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const [eerst, kopie] = [join(map, 'eerst'), join(map, 'kopie')]
  mkdirSync(eerst)
  const app = await start(t, eerst)
  writeFileSync(join(eerst, '2026-01-01.yaml'), voorbeeld)
  // While the server runs: the command uses the same data directory and leaves it in use.
  await opdracht(eerst, 'regeling', 'publiceer', '2026-01-01.yaml')
  assert.equal((await app.server.inject('/gezond')).statusCode, 200)
  await app.sluit()

  await promisify(execFile)('cp', ['-a', eerst, kopie])
  rmSync(eerst, { recursive: true })
  const terug = await start(t, kopie)
  const lijst = await opdracht(kopie, 'regeling', 'lijst')
  assert.match(lijst, /huurbijdrage 2026-01-01 GM0344, versie 1: geldt/)
  assert.ok(lijst.startsWith(`In de databank in ${kopie}:`), lijst)
  await opdracht(kopie, 'regeling', 'trek-in', 'huurbijdrage')
  assert.match(
    await opdracht(kopie, 'regeling', 'lijst'),
    /huurbijdrage 2026-01-01 GM0344, versie 1: ingetrokken\.[\s\S]*geldt nu niets meer/,
  )
  assert.equal(readFileSync(join(kopie, 'sleutel-antwoorden'), 'utf8').length > 30, true)
  const gezond = await terug.server.inject('/gezond')
  const {
    databank: _databank,
    corpus: _corpus,
    klok,
    bezorgberichten: _bezorgd,
    klantcontacten: _klant,
    postwegen: _postwegen,
    ...wegen
  } = gezond.json().onderdelen
  assert.deepEqual(klok, { stand: 'goed' })
  // Nobody set up a way out, and that is said.
  const nietAangesloten = { stand: 'goed', aangesloten: false }
  assert.deepEqual(wegen, { email: nietAangesloten, sms: nietAangesloten, brief: nietAangesloten })
  await terug.sluit()
})

test('the manual for operators names commands and error codes that exist', () => {
  const genoemd = [...beheer.matchAll(/voordeur -- ([a-z]+(?: [a-z-]+)?)/g)].map(([, naam]) => naam)
  assert.ok(genoemd.length >= 4)
  for (const naam of genoemd)
    assert.ok(
      opdrachten.some((o) => o.naam === naam || o.naam === naam?.split(' ')[0]),
      naam,
    )
  const codes = [...beheer.matchAll(/errors\.md#([a-z-]+)/g)].map(([, code = '']) => code)
  assert.ok(codes.length > 5)
  for (const code of codes) assert.ok(Object.hasOwn(foutcodes, code), code)
  for (const [, pad = ''] of beheer.matchAll(/\]\((?!http)([\w./-]+\.md)/g)) lees(join('docs', pad))
})
