import { sql, type Transaction } from 'kysely'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Databank } from './databank.ts'
import type { Schema } from './schema.ts'

export type Tx = Transaction<Schema>

/** What runs without a person who asked for it. A policy names the tasks that may see a table. */
export type Taak =
  | 'kluis'
  | 'sleutels-wissel'
  | 'bewijs'
  | 'bewijs-controle'
  | 'bewaring'
  | 'terugmelden'
  | 'sessies'
  | 'machtigingen'
  | 'hulp'

export interface AlsMedewerker {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
  /** Whose rows, after the ground was stated; without it no rows about persons at all. */
  readonly persoon?: PersoonId
}

/**
 * The only ways to rows about people. Each is one transaction, with the context for that transaction alone: on
 * commit and on abort PostgreSQL forgets it, so that the next one on the same connection starts with nothing.
 */
export interface Ingangen {
  alsPersoon<T>(persoon: PersoonId, fn: (tx: Tx) => Promise<T>): Promise<T>
  alsMedewerker<T>(wie: AlsMedewerker, fn: (tx: Tx) => Promise<T>): Promise<T>
  alsTaak<T>(taak: Taak, fn: (tx: Tx) => Promise<T>): Promise<T>
}

export function ingangen(databank: Databank): Ingangen {
  return {
    alsPersoon: (persoon, fn) => metContext(databank, { soort: 'persoon', persoon }, fn),
    alsMedewerker: (wie, fn) => metContext(databank, { soort: 'medewerker', ...wie }, fn),
    alsTaak: (taak, fn) => metContext(databank, { soort: 'taak', taak }, fn),
  }
}

interface Context {
  readonly soort: 'persoon' | 'medewerker' | 'taak'
  readonly persoon?: PersoonId
  readonly medewerker?: string
  readonly organisatie?: OrganisatieId
  readonly taak?: Taak
}

function metContext<T>(databank: Databank, context: Context, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const { soort, persoon = '', medewerker = '', organisatie = '', taak = '' } = context
  return databank.transaction().execute(async (tx) => {
    // All of them, each time: nothing may be left over from a setting of the connection itself.
    await sql`select set_config('voordeur.soort', ${soort}, true), set_config('voordeur.persoon', ${persoon}, true),
      set_config('voordeur.medewerker', ${medewerker}, true),
      set_config('voordeur.organisatie', ${organisatie}, true),
      set_config('voordeur.taak', ${taak}, true), set_config('voordeur.zoek', '', true)`.execute(tx)
    return fn(tx)
  })
}

/** Inside a task: which person, or which look-ups, the vault may show. */
export async function metKluisrij(
  tx: Tx,
  { persoon = '', zoek = [] }: { persoon?: PersoonId | ''; zoek?: readonly Buffer[] },
): Promise<void> {
  const hex = zoek.map((hash) => hash.toString('hex')).join(',')
  await sql`select set_config('voordeur.persoon', ${persoon}, true), set_config('voordeur.zoek', ${hex}, true)`.execute(
    tx,
  )
}

/** Inside the task of sessions: rows by the hash that somebody brought. */
export async function metZoekhashes(tx: Tx, hashes: readonly Buffer[]): Promise<void> {
  const hex = hashes.map((hash) => hash.toString('hex')).join(',')
  await sql`select set_config('voordeur.zoek', ${hex}, true)`.execute(tx)
}
