import type { Migration } from 'kysely/migration'
import * as regelingen from './2026-11-24-regelingen.ts'
import * as terugmelding from './2026-11-26-terugmelding.ts'

/**
 * In order of name, one file each. Once shipped a migration is never changed; a new one goes below.
 * They run as the role `eigenaar`; each grants `app` (and the others) exactly what they need.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-24-regelingen': regelingen,
  '2026-11-26-terugmelding': terugmelding,
}
