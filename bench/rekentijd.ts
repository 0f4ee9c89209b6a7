/** What a process that is measured says about itself, and how it is told to stop. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Opslag } from '../src/store/index.ts'

/** In the measured process: answers how much processor time it used, and ends when it is told to. */
export function meldRekentijd(eindig: () => Promise<void>): void {
  let klaar: Promise<void> | undefined
  const sluit = (): Promise<void> => {
    klaar ??= eindig()
    return klaar
  }
  process.on('message', async (wat) => {
    if (wat === 'rekentijd') {
      const { user, system } = process.cpuUsage()
      process.send?.({ rekentijdMs: (user + system) / 1000 })
    } else if (wat === 'stop') {
      await sluit()
      process.disconnect()
    }
  })
  // Whoever measured is gone, told or not: nothing may stay behind.
  process.once('disconnect', () => {
    sluit().finally(() => process.exit())
  })
}

/** In the measuring process: so many milliseconds of processor time so far. */
export async function rekentijd(kind: ChildProcess): Promise<number> {
  const { rekentijdMs } = await vraagKind<{ rekentijdMs: number }>(kind, 'rekentijd')
  return rekentijdMs
}

/** One question, one answer; whoever asks knows what the other program sends. */
export async function vraagKind<T>(kind: ChildProcess, wat: string): Promise<T> {
  const antwoord = once(kind, 'message')
  kind.send(wat)
  const [bericht] = await antwoord
  return bericht as T // sent by the program that was started with `startKind`
}

export async function startKind<T>(
  bestand: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<{ readonly kind: ChildProcess; readonly bericht: T }> {
  const kind = fork(join(import.meta.dirname, bestand), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  })
  const isWeg = once(kind, 'exit').then(() => Promise.reject(new Error(`${bestand} stopte`)))
  // After the end nobody waits for it any more.
  isWeg.catch(() => {})
  const [bericht] = await Promise.race([once(kind, 'message'), isWeg])
  return { kind, bericht: bericht as T } // the first thing it sends
}

export async function stopKind(kind: ChildProcess): Promise<void> {
  if (kind.exitCode !== null || !kind.connected) return
  const weg = once(kind, 'exit')
  kind.send('stop')
  await weg
}

/** Of a database on this machine: so many milliseconds of processor time so far, of all its processes. On Linux alone. */
export async function databankMs({ databank }: Pick<Opslag, 'databank'>): Promise<number | undefined> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(databank)
  const hoofd = leesProces(rows[0]?.pid ?? 0)?.ouder
  const postmaster = hoofd === undefined ? undefined : leesProces(hoofd)
  if (postmaster?.naam !== 'postgres') return undefined
  const kinderen = readdirSync('/proc').flatMap((pid) => {
    const proces = /^\d+$/.test(pid) ? leesProces(Number(pid)) : undefined
    return proces !== undefined && proces.ouder === hoofd ? [proces.tikken] : []
  })
  // A hundred ticks a second, and those of whoever ended count with the parent.
  return 10 * kinderen.reduce((som, tikken) => som + tikken, postmaster.tikken + postmaster.vanKinderen)
}

interface Proces {
  readonly naam: string
  readonly ouder: number
  readonly tikken: number
  readonly vanKinderen: number
}

/** As `man proc_pid_stat` has it: the name stands in brackets and may hold anything. */
function leesProces(pid: number): Proces | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const naam = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const getal = (plaats: number) => Number(rest[plaats])
    return { naam, ouder: getal(1), tikken: getal(11) + getal(12), vanKinderen: getal(13) + getal(14) }
  } catch {
    // Not this system, or it ended meanwhile.
    return undefined
  }
}
