import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { codeVan, type Log, meldingVan, PlatformError } from '../platform/index.ts'
import type { Schema } from './schema.ts'
import { type Planning, Verbinding } from './verbinding.ts'

export type Databank = Kysely<Schema>

/** Named limits. */
const maxVerbindingen = 10
const maxVerbindenMs = 10_000
const maxOpdrachtMs = 30_000

/** Every table of ours stands here; `public` stays empty. */
export const schemaNaam = 'voordeur'

// What the driver gives by default is wrong for us: `date` as a moment in local time, `int8` as a string.
const { types } = pg
types.setTypeParser(types.builtins.DATE, (tekst) => tekst)
types.setTypeParser(types.builtins.INT8, (tekst) => {
  const getal = Number(tekst)
  if (!Number.isSafeInteger(getal)) throw new Error(`int8 buiten het bereik van een getal: ${tekst}`)
  return getal
})

export interface VerbindingOpties {
  readonly url: string
  readonly log: Log
  /** `SET ROLE` for every connection, where the login is not the role itself. */
  readonly rol?: string
  /** Set for every connection, for a role that does one thing only. */
  readonly instellingen?: Readonly<Record<string, string>>
  readonly max?: number
}

export function openPool({
  url,
  log,
  rol,
  instellingen = {},
  max = maxVerbindingen,
}: VerbindingOpties): pg.Pool {
  const planning: Planning = { isVeranderd: false }
  const pool = new pg.Pool({
    ...{ Client: Verbinding, planning },
    connectionString: url,
    max,
    connectionTimeoutMillis: maxVerbindenMs,
    application_name: 'voordeur',
    options: [
      `-c search_path=${schemaNaam}`,
      `-c statement_timeout=${maxOpdrachtMs}`,
      '-c timezone=UTC',
      ...Object.entries(instellingen).map(([naam, waarde]) => `-c ${naam}=${waarde}`),
      ...(rol === undefined ? [] : [`-c role=${rol}`]),
    ].join(' '),
  })
  // Without a listener a connection that the server closes ends the whole process: one that waits in the pool, and
  // one that is at work, of which the pool says nothing. Who was waiting for an answer hears it as well.
  const meld = (fout: Error) =>
    log.waarschuwing('verbinding met de databank verbroken', { code: codeVan(fout) })
  pool.on('error', meld)
  pool.on('acquire', (client) => void client.on('error', meld))
  pool.on('release', (_fout, client) => {
    client.removeListener('error', meld)
    if (client instanceof Verbinding) client.vergeet()
  })
  return pool
}

export function openDatabank(opties: VerbindingOpties): Databank {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(opties) }) })
}

/** All of it or nothing, for what is about nobody. Rows about people: `context.ts`. */
export function inTransactie<T>(databank: Databank, fn: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  return databank.transaction().execute(fn)
}

/** For `/gezond` and for the start: does it answer? */
export async function controleerDatabank(databank: Databank): Promise<{ versie: string }> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(databank)
  return { versie: rows[0]?.server_version ?? 'onbekend' }
}

/** How late it is there at this very moment. */
export async function tijdVan(databank: Databank): Promise<Date> {
  const { rows } = await sql<{ nu: Date }>`select clock_timestamp() as nu`.execute(databank)
  const nu = rows[0]?.nu
  if (nu === undefined) throw new Error('de databank zegt niet hoe laat het is')
  return nu
}

/** What to do, by code of the system or SQLSTATE of PostgreSQL. */
const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Daar luistert geen databank. Zet haar aan, of verbeter computer en poort in DATABASE_URL.',
  ENOTFOUND: 'Die computer is niet te vinden. Verbeter de naam in DATABASE_URL.',
  '28P01': 'Naam of wachtwoord klopt niet. Verbeter ze in DATABASE_URL.',
  '3D000': 'Die databank bestaat niet. Maak haar met «create database», of verbeter de naam in DATABASE_URL.',
}
const ANDERS =
  'Kijk of daar een PostgreSQL draait en of DATABASE_URL klopt. Bij de ingebouwde databank: start opnieuw.'

/** Turns a failed first connection into a sentence with a remedy. The connection string may hold a password. */
export function onbereikbaar(fout: unknown, url: string): PlatformError {
  const { hostname, port, pathname } = new URL(url)
  const waar = `${hostname || 'localhost'}:${port || '5432'}${pathname}`
  const remedie = REMEDIES[codeVan(fout) ?? ''] ?? ANDERS
  const detail = `${waar}: ${meldingVan(fout)}. ${remedie}`
  return new PlatformError('databank-onbereikbaar', { detail, cause: fout })
}
