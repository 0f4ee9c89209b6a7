import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { maakProefmap } from '../src/store/proefdatabank.ts'

const wortel = join(import.meta.dirname, '..')
/** Named limit: a start after a kill, on a busy machine. */
const maxStartMs = 60_000

interface Gestart {
  readonly proces: ChildProcess
  readonly adres: string
  readonly uitvoer: () => string
}

/** The whole program in a process of its own, as `npm start` runs it, on a port that the system chooses. */
async function start(t: TestContext, omgeving: Record<string, string>): Promise<Gestart> {
  const proces = run(omgeving)
  t.after(() => void proces.kill('SIGKILL'))
  let uitvoer = ''
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const wekker = setTimeout(
    () => reject(new Error(`geen start binnen ${maxStartMs} ms:\n${uitvoer}`)),
    maxStartMs,
  )
  for (const stroom of [proces.stdout, proces.stderr]) {
    stroom?.on('data', (deel) => {
      uitvoer += String(deel)
      const adres = /staat open op (\S+)/.exec(uitvoer)?.[1]
      if (adres !== undefined) resolve(adres)
    })
  }
  proces.once('exit', (code) => reject(new Error(`gestopt met ${code}:\n${uitvoer}`)))
  const adres = await promise.finally(() => clearTimeout(wekker))
  return { proces, adres, uitvoer: () => uitvoer }
}

function run(omgeving: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _, ...rest } = process.env
  return spawn(process.execPath, ['src/main.ts'], {
    cwd: wortel,
    env: { ...rest, VOORDEUR_PORT: '0', DEMO: 'false', ...omgeving },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function einde(proces: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => proces.once('exit', (code) => resolve(code)))
}

function isLevend(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('after a kill -9 the next start takes over the database that lived on, and TERM stops everything', async (t) => {
  const map = maakProefmap()
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const postgresPid = () =>
    Number(readFileSync(join(map, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0])

  const eerste = await start(t, { VOORDEUR_DATA: map })
  const gezond = await fetch(new URL('/gezond', eerste.adres))
  assert.equal(gezond.status, 200)
  const pid = postgresPid()
  const gestopt = einde(eerste.proces)
  eerste.proces.kill('SIGKILL')
  await gestopt
  assert.ok(isLevend(pid), 'de databank leeft nog')

  const tweede = await start(t, { VOORDEUR_DATA: map })
  assert.equal(postgresPid(), pid)
  assert.match(tweede.uitvoer(), /"overgenomen":true/)
  assert.equal((await fetch(new URL('/gezond', tweede.adres))).status, 200)

  const netjes = einde(tweede.proces)
  tweede.proces.kill('SIGTERM')
  assert.equal(await netjes, 0)
  assert.ok(!isLevend(pid), 'de databank is gestopt')
})

test('a busy port ends the start with a sentence, and leaves no database behind', async (t) => {
  const map = maakProefmap()
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const bezet = createServer()
  const poort = await new Promise<number>((resolve) => {
    bezet.listen(0, '127.0.0.1', () => {
      const adres = bezet.address()
      resolve(typeof adres === 'object' && adres !== null ? adres.port : 0)
    })
  })
  t.after(() => void bezet.close())

  const proces = run({ VOORDEUR_DATA: map, VOORDEUR_PORT: String(poort), VOORDEUR_ADRES: '127.0.0.1' })
  let fout = ''
  proces.stderr?.on('data', (deel) => {
    fout += String(deel)
  })
  assert.equal(await einde(proces), 1)
  assert.match(
    fout,
    new RegExp(`poort-bezet[\\s\\S]*poort ${poort} luistert al[\\s\\S]*VOORDEUR_PORT=${poort + 1} npm start`),
  )
  assert.throws(() => readFileSync(join(map, 'postgresql', 'postmaster.pid')), { code: 'ENOENT' })
})

test('wrong settings are all named before anything starts', async () => {
  const proces = run({ VOORDEUR_PORT: 'drieduizend', VOORDEUR_NU: 'morgen' })
  let fout = ''
  proces.stderr?.on('data', (deel) => {
    fout += String(deel)
  })
  assert.equal(await einde(proces), 1)
  assert.match(fout, /configuratie-ongeldig[\s\S]*VOORDEUR_PORT[\s\S]*VOORDEUR_NU/)
})

test('an unreachable database of your own gives its address, never its password', async () => {
  const proces = run({ DATABASE_URL: 'postgres://iemand:geheim@127.0.0.1:9/voordeur' })
  let fout = ''
  proces.stderr?.on('data', (deel) => {
    fout += String(deel)
  })
  assert.equal(await einde(proces), 1)
  assert.match(fout, /databank-onbereikbaar[\s\S]*127\.0\.0\.1:9\/voordeur[\s\S]*Zet haar aan/)
  assert.doesNotMatch(fout, /geheim/)
})
