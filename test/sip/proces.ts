/** Programs that a proof starts, each in a folder of its own that goes with it, and that end with it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'

/** Named limit: a program is ready within this. */
const klaarMs = 20_000

export interface Proces {
  readonly map: string
  readonly regels: () => string
  readonly stop: () => Promise<void>
}

export interface Start {
  readonly pad: string
  readonly opties: (map: string) => readonly string[]
  readonly bestanden: (map: string) => Readonly<Record<string, string | Buffer>>
  /** What it says when it is ready; absent: at once. */
  readonly klaar?: RegExp
}

export async function start(t: TestContext, { pad, opties, bestanden, klaar }: Start): Promise<Proces> {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-sip-'))
  for (const [naam, inhoud] of Object.entries(bestanden(map))) {
    mkdirSync(dirname(join(map, naam)), { recursive: true })
    writeFileSync(join(map, naam), inhoud)
  }
  const kind = spawn(pad, [...opties(map)], { cwd: map, stdio: ['ignore', 'pipe', 'pipe'] })
  let regels = ''
  for (const stroom of [kind.stdout, kind.stderr])
    stroom.setEncoding('utf8').on('data', (deel: string) => {
      regels += deel
    })
  const stop = () => eindig(kind)
  t.after(async () => {
    await stop()
    rmSync(map, { recursive: true, force: true })
  })
  const tot = Date.now() + klaarMs
  while (klaar !== undefined && !klaar.test(regels)) {
    if (kind.exitCode !== null || Date.now() > tot)
      throw new Error(`${pad} begint niet: ${regels.slice(-1_500)}`)
    await new Promise((verder) => setTimeout(verder, 20))
  }
  return { map, regels: () => regels, stop }
}

/** As a person would: first asked, then made. */
async function eindig(kind: ChildProcess): Promise<void> {
  if (kind.exitCode !== null || kind.signalCode !== null) return
  const weg = once(kind, 'exit')
  kind.kill('SIGTERM')
  const dwing = setTimeout(() => kind.kill('SIGKILL'), 3_000)
  await weg
  clearTimeout(dwing)
}

/** For UDP, and with the one after it for TCP as well: a telephone listens there whether it is wanted or not. */
export async function vrijeUdppoort(): Promise<number> {
  for (let keer = 0; keer < 50; keer++) {
    const socket = createSocket('udp4')
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    const { port } = socket.address()
    await new Promise<void>((klaar) => socket.close(klaar))
    if ((await isVrijTcp(port)) && (await isVrijTcp(port + 1))) return port
  }
  throw new Error('geen poort vrij voor een telefoon')
}

async function isVrijTcp(poort: number): Promise<boolean> {
  const server = createServer()
  server.listen(poort, '127.0.0.1')
  // `once` rejects when it says that there was an error first.
  const uit = await once(server, 'listening').then(
    () => true,
    () => false,
  )
  if (uit) await new Promise<void>((klaar) => server.close(() => klaar()))
  return uit
}
