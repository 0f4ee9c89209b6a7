import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { maakProefmap } from '../../src/store/proefdatabank.ts'

/** Named limit: a start on a busy machine. */
const maxStartMs = 90_000

export interface Knoop {
  /** As `http://localhost:…`: sessions of one node hold on the other. */
  readonly basis: string
  /** As when the power goes. Waits until it is gone. */
  readonly dood: () => Promise<void>
}

/** One more node, in a process of its own, on the database and with the keys that are named. */
export async function startKnoop(t: TestContext, omgeving: Readonly<Record<string, string>>): Promise<Knoop> {
  const map = maakProefmap()
  const proces = spawn(process.execPath, ['src/main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, VOORDEUR_PORT: '0', VOORDEUR_DATA: map, ...omgeving },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const dood = () => stop(proces)
  t.after(async () => {
    await dood()
    rmSync(map, { recursive: true, force: true })
  })
  const adres = await adresVan(proces)
  const { port } = new URL(adres)
  return { basis: `http://localhost:${port}`, dood }
}

async function stop(proces: ChildProcess): Promise<void> {
  if (proces.exitCode !== null || proces.signalCode !== null) return
  const gestopt = new Promise((klaar) => proces.once('exit', klaar))
  proces.kill('SIGKILL')
  await gestopt
}

function adresVan(proces: ChildProcess): Promise<string> {
  let uitvoer = ''
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const wekker = setTimeout(
    () => reject(new Error(`geen start binnen ${maxStartMs} ms:\n${uitvoer}`)),
    maxStartMs,
  )
  for (const stroom of [proces.stdout, proces.stderr])
    stroom?.on('data', (deel) => {
      uitvoer += String(deel)
      const adres = /staat open op (http\S+)/.exec(uitvoer)?.[1]
      if (adres !== undefined) resolve(adres)
    })
  proces.once('exit', (code) => reject(new Error(`gestopt met ${code}:\n${uitvoer}`)))
  return promise.finally(() => clearTimeout(wekker))
}
