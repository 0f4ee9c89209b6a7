/** A TURN server for a test: coturn, over TCP alone, with the secret that the program has as well. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { vrijePoort } from '../../bench/waakhond.ts'
import { zorgVoor } from '../debian.ts'

export const turngeheim = 'geheim-van-de-proef'

export interface Turnserver {
  readonly url: string
  /** What it said so far; who was let in and who was not. */
  readonly regels: () => string
  readonly dood: () => Promise<void>
}

/** The program, or why it is not there. */
export function vindTurnserver(): { readonly pad: string } | { readonly reden: string } {
  const gevonden = zorgVoor(['turnserver'], ['coturn'])
  if (typeof gevonden === 'string') return { reden: gevonden }
  return { pad: gevonden.get('turnserver') ?? 'turnserver' }
}

export async function startTurnserver(t: TestContext, pad: string): Promise<Turnserver> {
  const poort = await vrijePoort()
  const map = mkdtempSync(join(tmpdir(), 'voordeur-turn-'))
  const opties = [
    ...['-n', '-v', '--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${poort}`],
    ...['--use-auth-secret', `--static-auth-secret=${turngeheim}`, '--realm=voordeur.example'],
    ...['--no-udp', '--no-tls', '--no-dtls', '--no-cli', '--allow-loopback-peers'],
    ...['--log-file=stdout', '--simple-log', `--pidfile=${join(map, 'pid')}`, `--userdb=${join(map, 'db')}`],
  ]
  const kind = spawn(pad, opties, { cwd: map, stdio: ['ignore', 'pipe', 'pipe'] })
  let regels = ''
  for (const stroom of [kind.stdout, kind.stderr])
    stroom.setEncoding('utf8').on('data', (deel: string) => {
      regels += deel
    })
  t.after(async () => {
    await eindig(kind)
    rmSync(map, { recursive: true, force: true })
  })
  while (!regels.includes('TCP listener opened')) {
    if (kind.exitCode !== null) throw new Error(`turnserver: ${regels}`)
    await new Promise((klaar) => setTimeout(klaar, 20))
  }
  return {
    url: `turn:127.0.0.1:${poort}?transport=tcp`,
    regels: () => regels,
    dood: () => eindig(kind),
  }
}

async function eindig(kind: ChildProcess): Promise<void> {
  if (kind.exitCode !== null || kind.signalCode !== null) return
  const weg = once(kind, 'exit')
  kind.kill('SIGKILL')
  await weg
}
