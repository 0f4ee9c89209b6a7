import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { codeVan, PlatformError } from '../platform/index.ts'
import { schemaNaam } from './databank.ts'

/**
 * Who may do what in the database. The names carry a prefix because roles belong to a whole server.
 * `eigenaar` owns the tables and runs migrations; `app` serves pages, owns nothing and cannot pass
 * row-level security; `bewijs` may only add; `bewaring` removes what may no longer be kept;
 * `taken` has a schema of its own for the job queue.
 */
export const rollen = {
  eigenaar: 'voordeur_eigenaar',
  app: 'voordeur_app',
  bewijs: 'voordeur_bewijs',
  bewaring: 'voordeur_bewaring',
  taken: 'voordeur_taken',
} as const

export type Rol = keyof typeof rollen

export const takenSchema = 'voordeur_taken'

/**
 * How to connect as a role. With a password in the connection string the role logs in by itself, with a
 * password derived from that one: nothing to configure, and the same on every node. Without one (a socket,
 * a certificate) we log in as given and switch role, which keeps out mistakes but not an intruder.
 */
export function alsRol(url: string, rol: Rol): Rolverbinding {
  const adres = new URL(url)
  const context = vasteContext[rol]
  const metContext = context === undefined ? {} : { instellingen: context }
  if (adres.password === '') return { url, rol: rollen[rol], ...metContext }
  adres.password = afgeleidWachtwoord(adres.password, rol)
  adres.username = rollen[rol]
  return { url: adres.href, ...metContext }
}

export interface Rolverbinding {
  readonly url: string
  readonly rol?: string
  readonly instellingen?: Readonly<Record<string, string>>
}

// These two do one thing, whoever asks; a line of evidence then costs one round trip.
const vasteContext: Partial<Record<Rol, Readonly<Record<string, string>>>> = {
  bewijs: { 'voordeur.soort': 'taak', 'voordeur.taak': 'bewijs' },
  bewaring: { 'voordeur.soort': 'taak', 'voordeur.taak': 'bewaring' },
}

/** Makes the roles and the two schemas, again and again with the same result. */
export async function maakRollen(pool: pg.Pool, url: string): Promise<void> {
  const { password } = new URL(url)
  try {
    for (const rol of Object.keys(rollen) as Rol[]) await maakRol(pool, rol, password)
    await pool.query(`
      grant ${rollen.eigenaar}, ${rollen.taken} to current_user;
      create schema if not exists ${schemaNaam} authorization ${rollen.eigenaar};
      create schema if not exists ${takenSchema} authorization ${rollen.taken};
      grant usage on schema ${schemaNaam} to ${rollen.app}, ${rollen.bewijs}, ${rollen.bewaring};
      create extension if not exists pg_trgm with schema ${schemaNaam};
    `)
  } catch (fout) {
    // 42501: insufficient_privilege.
    if (codeVan(fout) !== '42501') throw fout
    throw new PlatformError('databank-rechten', {
      cause: fout,
      detail:
        'De gebruiker in DATABASE_URL mag geen rollen of schema’s maken. Geef hem CREATEROLE en maak hem eigenaar van de databank.',
    })
  }
}

async function maakRol(pool: pg.Pool, rol: Rol, password: string): Promise<void> {
  const naam = rollen[rol]
  const login = password === '' ? 'nologin' : `login password '${afgeleidWachtwoord(password, rol)}'`
  const { rowCount } = await pool.query('select 1 from pg_roles where rolname = $1', [naam])
  if (rowCount === 0) {
    try {
      await pool.query(`create role ${naam} ${login}`)
      return
    } catch (fout) {
      // Another node, or another database of this server, was first (duplicate_object, unique_violation).
      if (!['42710', '23505'].includes(codeVan(fout) ?? '')) throw fout
    }
  }
  await metHerhaling(() => pool.query(`alter role ${naam} ${login}`))
}

/** Two nodes that set the same password at once: "tuple concurrently updated" (XX000). Both mean the same. */
async function metHerhaling(fn: () => Promise<unknown>, pogingen = 5): Promise<void> {
  try {
    await fn()
  } catch (fout) {
    if (codeVan(fout) !== 'XX000' || pogingen <= 1) throw fout
    await metHerhaling(fn, pogingen - 1)
  }
}

// Base64url has no quote in it, so it can stand inside a statement that takes no parameters.
function afgeleidWachtwoord(password: string, rol: Rol): string {
  return createHmac('sha256', decodeURIComponent(password)).update(`voordeur:rol:${rol}`).digest('base64url')
}
