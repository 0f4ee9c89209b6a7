import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { type Log, PlatformError } from '../platform/index.ts'
import type { Systeemgebruiker } from './bestanden.ts'
import { type Datamap, kiesDatamap, kiesSysteemgebruiker, leesWachtwoord, maakDatamap } from './bestanden.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { findOverlevende, leesPostmaster, type Postmaster, signaleer, stopPostmaster } from './postmaster.ts'
import { meldAan, meldAf, metSlot } from './slot.ts'

export interface EmbeddedPostgres {
  /** Connection string of the superuser, for `postgres` as database. */
  readonly url: string
  /** True when it was already running: after a kill -9 of us, or because another process of ours uses it. */
  readonly isOvergenomen: boolean
  readonly stop: () => Promise<void>
}

export interface EmbeddedOpties {
  readonly dataMap: string | undefined
  readonly log: Log
  /** Tests only: no waiting for the disk. A power cut would then cost the data. */
  readonly zonderSchijf?: boolean
}

/** Named limits. A start after a crash reads the log of what was not yet written. */
const maxStartMs = 60_000
const maxStopMs = 10_000
const superuser = 'voordeur_beheer'

/** Starts PostgreSQL in the data directory, or takes over the one that runs there already. */
export async function startEmbedded({
  dataMap,
  log,
  zonderSchijf = false,
}: EmbeddedOpties): Promise<EmbeddedPostgres> {
  const gebruiker = kiesSysteemgebruiker()
  const datamap = maakDatamap(kiesDatamap(dataMap, gebruiker), gebruiker)
  const wachtwoord = leesWachtwoord(datamap)
  const { postmaster, isOvergenomen } = await metSlot(datamap.slot, async () => {
    meldAan(datamap.gebruikers)
    const overlevende = findOverlevende(datamap.cluster)
    if (overlevende !== undefined) return { postmaster: await wachtTotGereed(datamap), isOvergenomen: true }
    const binaries = await findBinaries(datamap.programma, gebruiker)
    if (!existsSync(datamap.cluster)) maakCluster(datamap, binaries, gebruiker, wachtwoord)
    startServer(datamap, binaries, gebruiker, { poort: await vrijePoort(), zonderSchijf })
    return { postmaster: await wachtTotGereed(datamap), isOvergenomen: false }
  })
  log.info('databank gestart', { map: datamap.map, poort: postmaster.poort, overgenomen: isOvergenomen })

  // Last net for an exit that did not go through `stop`, such as an error nobody caught.
  const bijExit = () => {
    if (meldAf(datamap.gebruikers)) signaleer(postmaster.pid, 'SIGINT')
  }
  process.on('exit', bijExit)
  return {
    url: `postgres://${superuser}:${wachtwoord}@127.0.0.1:${postmaster.poort}/postgres`,
    isOvergenomen,
    stop: async () => {
      process.off('exit', bijExit)
      await metSlot(datamap.slot, async () => {
        if (!meldAf(datamap.gebruikers)) return
        if (!(await stopPostmaster(postmaster, maxStopMs))) signaleer(postmaster.pid, 'SIGQUIT')
      })
    },
  }
}

/** In a directory of its own that gets its name when it is whole: a half-made cluster can never be started. */
function maakCluster(
  { map, cluster }: Datamap,
  { initdb }: Binaries,
  gebruiker: Systeemgebruiker | undefined,
  wachtwoord: string,
): void {
  for (const naam of readdirSync(map)) {
    if (naam.startsWith('postgresql.nieuw')) rmSync(join(map, naam), { recursive: true, force: true })
  }
  const nieuw = join(map, `postgresql.nieuw-${process.pid}`)
  mkdirSync(nieuw, { mode: 0o700 })
  const pwfile = join(map, `postgresql.nieuw-wachtwoord-${process.pid}`)
  writeFileSync(pwfile, wachtwoord, { mode: 0o600 })
  if (gebruiker !== undefined) for (const pad of [nieuw, pwfile]) chownSync(pad, gebruiker.uid, gebruiker.gid)
  const { status, stderr, stdout } = spawnSync(
    initdb,
    [
      `--pgdata=${nieuw}`,
      `--username=${superuser}`,
      `--pwfile=${pwfile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Sorting of PostgreSQL itself: the same on every machine, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ],
    { encoding: 'utf8', cwd: map, ...alsGebruiker(gebruiker) },
  )
  rmSync(pwfile, { force: true })
  if (status !== 0) {
    rmSync(nieuw, { recursive: true, force: true })
    throw new PlatformError('databank-start-mislukt', { detail: `initdb: ${(stderr || stdout).trim()}` })
  }
  renameSync(nieuw, cluster)
}

function startServer(
  { map, cluster, logboek }: Datamap,
  { postgres }: Binaries,
  gebruiker: Systeemgebruiker | undefined,
  { poort, zonderSchijf }: { poort: number; zonderSchijf: boolean },
): void {
  const instellingen = {
    listen_addresses: '127.0.0.1',
    port: poort,
    // A path of a socket may be 107 characters at most, and Windows has none.
    unix_socket_directories: '',
    max_connections: 60,
    ...(zonderSchijf ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const argumenten = Object.entries(instellingen).flatMap(([naam, waarde]) => ['-c', `${naam}=${waarde}`])
  const uitvoer = openSync(logboek, 'a')
  // A group of its own: Ctrl-C in the terminal must reach us and not the database, which we close last.
  const server = spawn(postgres, ['-D', cluster, ...argumenten], {
    cwd: map,
    detached: true,
    stdio: ['ignore', uitvoer, uitvoer],
    ...alsGebruiker(gebruiker),
  })
  server.on('error', () => {}) // A failed start shows itself below, with the log.
  server.unref()
  closeSync(uitvoer)
  lopend.set(cluster, server)
}

async function wachtTotGereed({ cluster, logboek }: Datamap): Promise<Postmaster> {
  const begonnen = performance.now()
  while (performance.now() - begonnen < maxStartMs) {
    const postmaster = leesPostmaster(cluster)
    if (postmaster?.isGereed) return postmaster
    const server = lopend.get(cluster)
    if (server !== undefined && (server.exitCode !== null || server.pid === undefined)) break
    await wacht(20)
  }
  const regels = existsSync(logboek) ? readFileSync(logboek, 'utf8').trimEnd().split('\n').slice(-5) : []
  throw new PlatformError('databank-start-mislukt', { detail: `${logboek}: ${regels.join(' | ')}` })
}

/** The system gives a free port. Somebody else could take it first; then the start fails and says so. */
async function vrijePoort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const proef = createServer()
  proef.once('error', reject)
  proef.listen(0, '127.0.0.1', () => {
    const adres = proef.address()
    const poort = typeof adres === 'object' && adres !== null ? adres.port : 0
    proef.close(() => resolve(poort))
  })
  return promise
}

function alsGebruiker(gebruiker: Systeemgebruiker | undefined) {
  return gebruiker === undefined ? {} : { uid: gebruiker.uid, gid: gebruiker.gid }
}

const lopend = new Map<string, ReturnType<typeof spawn>>()
