/** For proofs in which a server falls over: starts one, kills it, and starts it again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as pauze } from 'node:timers/promises'

/** Named limit: a server starts within this. */
const startMs = 180_000

/** Keeps one server: starts it, kills it, and says when it answers. */
export class Waakhond {
  readonly #programma: string
  readonly #omgeving: Readonly<Record<string, string>>
  #kind: ChildProcess | undefined
  #klaar = Promise.withResolvers<void>()

  constructor(programma: string, omgeving: Readonly<Record<string, string>>) {
    this.#programma = programma
    this.#omgeving = omgeving
  }

  get basis(): URL {
    return new URL(`http://localhost:${this.#omgeving.VOORDEUR_PORT}`)
  }

  /** Waits until a server answers; who works asks this after each broken connection. */
  get klaar(): Promise<void> {
    return this.#klaar.promise
  }

  /** As whoever looks after servers does: one that ends because its database is still coming up is started again. */
  async start(): Promise<void> {
    const tot = performance.now() + startMs
    this.#begin()
    while (!(await isGezond(this.basis))) {
      if (performance.now() > tot) throw new Error('de server start niet')
      if (this.#kind?.exitCode !== null) this.#begin()
      await pauze(50)
    }
    this.#klaar.resolve()
  }

  #begin(): void {
    const kind = spawn(process.execPath, [this.#programma], {
      env: { ...process.env, ...this.#omgeving },
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    this.#kind = kind
    // When the proof itself falls over, the server goes with it.
    const mee = (): void => void kind.kill('SIGKILL')
    process.once('exit', mee)
    kind.once('exit', () => process.off('exit', mee))
  }

  async dood(): Promise<void> {
    this.#klaar = Promise.withResolvers<void>()
    await this.#eindig('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#eindig('SIGTERM')
  }

  async #eindig(signaal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const kind = this.#kind
    this.#kind = undefined
    if (kind === undefined || kind.exitCode !== null || kind.signalCode !== null) return
    const weg = once(kind, 'exit')
    kind.kill(signaal)
    await weg
  }
}

async function isGezond(basis: URL): Promise<boolean> {
  try {
    return (await fetch(new URL('/gezond', basis))).ok
  } catch {
    return false
  }
}

export async function vrijePoort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((klaar) => server.listen(0, 'localhost', klaar))
  const adres = server.address()
  if (typeof adres !== 'object' || adres === null) throw new Error('geen vrije poort')
  await new Promise((klaar) => server.close(klaar))
  return adres.port
}
