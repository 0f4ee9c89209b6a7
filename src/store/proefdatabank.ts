import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { stilLog } from '../platform/index.ts'
import { type Databank, openDatabank } from './databank.ts'
import { startEmbedded } from './embedded.ts'
import { migreer } from './migreer.ts'
import { maakDatabank } from './opslag.ts'
import { alsRol, type Rol } from './rollen.ts'
import { isLevend } from './slot.ts'

/** A fresh, migrated database for one test, and how to connect to it. */
export interface Proefdatabank {
  /** As the owner of the server: for the preparations of a test only. */
  readonly url: string
  /** As the role that the product uses. Closed after the test. */
  readonly databank: Databank
  readonly alsRol: (rol: Rol) => Databank
}

/**
 * For tests: a database of its own on one server that all tests of a process share. It starts at the first
 * call and stops after the last test. With DATABASE_URL that server is used.
 */
export function openProefdatabank(t: Na): Promise<Proefdatabank> {
  return open(t, ({ sjabloon }) => sjabloon)
}

/**
 * The same for tests of the whole program: a copy of what `vul` left in a first one, once for all tests of a process. So a
 * program finds what it found at its last start, and need not write it again for each test.
 */
export function openGevuldeProefdatabank(
  t: Na,
  vul: (databank: Databank) => Promise<void>,
): Promise<Proefdatabank> {
  return open(t, (van) => {
    gevuld ??= maakGevuld(van, vul)
    return gevuld
  })
}

interface Na {
  readonly after: (fn: () => Promise<void>) => void
}

async function open(t: Na, kies: (server: Proefserver) => string | Promise<string>): Promise<Proefdatabank> {
  server ??= startServer()
  const gestart = await server
  const { url: serverUrl } = gestart
  const naam = await kopieer(gestart, await kies(gestart), 'proef')
  const url = opServer(serverUrl, naam)
  const geopend: Databank[] = []
  const opRol = (rol: Rol) => {
    const databank = openDatabank({ ...alsRol(url, rol), log: stilLog, max: 4 })
    geopend.push(databank)
    return databank
  }
  t.after(async () => {
    for (const databank of geopend) await databank.destroy()
    await gooiWeg(serverUrl, naam)
  })
  return { url, databank: opRol('app'), alsRol: opRol }
}

/** Its name. Nobody may be in the one that is copied. */
async function kopieer({ url, hoe }: Proefserver, van: string, soort: string): Promise<string> {
  const naam = `${soort}_${randomBytes(6).toString('hex')}`
  await metClient(url, (client) => client.query(`create database ${naam} template ${van} ${hoe}`))
  return naam
}

function gooiWeg(serverUrl: string, naam: string): Promise<unknown> {
  return metClient(serverUrl, (client) => client.query(`drop database if exists ${naam} with (force)`))
}

async function maakGevuld(van: Proefserver, vul: (databank: Databank) => Promise<void>): Promise<string> {
  const naam = await kopieer(van, van.sjabloon, 'proef_gevuld')
  const databank = openDatabank({ ...alsRol(opServer(van.url, naam), 'app'), log: stilLog, max: 4 })
  try {
    await vul(databank)
  } finally {
    await databank.destroy()
  }
  return naam
}

interface Proefserver {
  readonly url: string
  /** A migrated database that nobody opens: the others are copies of it. */
  readonly sjabloon: string
  /** How a copy is made, in SQL. */
  readonly hoe: '' | 'strategy file_copy'
  readonly stop: () => Promise<void>
}

async function startServer(): Promise<Proefserver> {
  const { url, stop, hoe } = await kiesServer()
  const sjabloon = `proef_sjabloon_${randomBytes(6).toString('hex')}`
  await migreer(await maakDatabank(url, sjabloon), stilLog)
  const ruimOp = async () => {
    for (const naam of [sjabloon, await gevuld]) if (naam !== undefined) await gooiWeg(url, naam)
    await stop()
  }
  return { url, sjabloon, hoe, stop: ruimOp }
}

async function kiesServer(): Promise<Omit<Proefserver, 'sjabloon'>> {
  const eigen = process.env.DATABASE_URL
  if (eigen !== undefined && eigen !== '') return { url: eigen, hoe: '', stop: async () => {} }
  const plek = inGeheugen()
  const dataMap = maakProefmap(plek)
  const embedded = await startEmbedded({ dataMap, log: stilLog, zonderSchijf: true })
  const stop = async () => {
    await embedded.stop()
    rmSync(dataMap, { recursive: true, force: true })
  }
  // Copying files is quick in memory; on a disk the log of PostgreSQL is quicker than the files themselves.
  return { url: embedded.url, hoe: plek === undefined ? '' : 'strategy file_copy', stop }
}

/** Named limit: so much must be free before tests lay a database in memory. */
const minGeheugen = 2 * 1024 ** 3

/**
 * Memory that looks like a directory, where there is one (Linux). A database is some three hundred files: to make and
 * drop one costs a disk ten times the work. What tests of a fall say about a database holds on a disk; they start one.
 */
function inGeheugen(): string | undefined {
  const plek = '/dev/shm'
  try {
    ruimWezenOp(plek)
    const { bavail, bsize } = statfsSync(plek)
    return bavail * bsize >= minGeheugen ? plek : undefined
  } catch {
    return undefined // Not on this system.
  }
}

async function metClient<T>(url: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}

function opServer(serverUrl: string, naam: string): string {
  const adres = new URL(serverUrl)
  adres.pathname = `/${naam}`
  return adres.href
}

/** What tests that were killed left behind would take memory until the machine starts again. */
function ruimWezenOp(plek: string): void {
  for (const naam of readdirSync(plek)) {
    const pid = Number(/^voordeur-proef-(\d+)-/.exec(naam)?.[1] ?? 0)
    if (pid > 0 && !isLevend(pid)) rmSync(join(plek, naam), { recursive: true, force: true })
  }
}

/** A temporary directory that the database user can reach too: mkdtemp makes it for one user alone. */
export function maakProefmap(plek = tmpdir()): string {
  const map = mkdtempSync(join(plek, `voordeur-proef-${process.pid}-`))
  chmodSync(map, 0o755)
  return map
}

let server: ReturnType<typeof startServer> | undefined
let gevuld: Promise<string> | undefined

// Here and not in `startServer`: inside a test it would belong to that test alone.
after(async () => (await server)?.stop())

/** Past every policy: only for what a test must see and nobody may. */
export async function alsEigenaar(
  { url }: Pick<Proefdatabank, 'url'>,
  vraag: string,
  waarden: readonly string[] = [],
): Promise<readonly Record<string, unknown>[]> {
  return metClient(url, async (client) => (await client.query(vraag, [...waarden])).rows)
}
