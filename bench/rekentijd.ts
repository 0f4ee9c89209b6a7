/** What a process that is measured says about itself, and how it is told to stop. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

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
