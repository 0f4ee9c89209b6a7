import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { isLevend } from './slot.ts'

/** What `postmaster.pid` says of the server that made it (PostgreSQL documentation, storage file layout). */
export interface Postmaster {
  readonly pid: number
  readonly poort: number
  readonly isGereed: boolean
}

/** Lines: 1 process id, 2 directory, 3 start time, 4 port, 5 socket directory, 6 address, 7 memory, 8 state. */
export function leesPostmaster(cluster: string): Postmaster | undefined {
  const pad = join(cluster, 'postmaster.pid')
  if (!existsSync(pad)) return undefined
  const regels = readFileSync(pad, 'utf8').split('\n')
  const pid = Number(regels[0])
  const poort = Number(regels[3])
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(poort) || poort <= 0) return undefined
  return { pid, poort, isGereed: (regels[7] ?? '').trim() === 'ready' }
}

/**
 * The server that outlived a kill -9 of us, if it still runs. A file of a server that is gone is removed:
 * in a container the same process number soon belongs to another program, and PostgreSQL then refuses to start.
 */
export function findOverlevende(cluster: string): Postmaster | undefined {
  const postmaster = leesPostmaster(cluster)
  if (postmaster !== undefined && isLevend(postmaster.pid) && isPostgresVan(postmaster.pid, cluster))
    return postmaster
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return undefined
}

/** Fast shutdown (SIGINT): open transactions are rolled back, nothing committed is lost. Waits for the end. */
export async function stopPostmaster({ pid }: Postmaster, maxMs: number): Promise<boolean> {
  signaleer(pid, 'SIGINT')
  const begonnen = performance.now()
  while (isLevend(pid)) {
    if (performance.now() - begonnen > maxMs) return false
    await wacht(20)
  }
  return true
}

/** For the exit of the process, where nothing can be waited for. */
export function signaleer(pid: number, signaal: NodeJS.Signals): void {
  try {
    process.kill(pid, signaal)
  } catch {
    // Already gone, which is what we wanted.
  }
}

function isPostgresVan(pid: number, cluster: string): boolean {
  // A zombie has an empty command line and is not alive for us.
  if (existsSync('/proc/self/cmdline')) {
    try {
      const opdracht = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      return opdracht.includes(cluster)
    } catch {
      return false
    }
  }
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  return String(stdout ?? '').includes(cluster)
}
