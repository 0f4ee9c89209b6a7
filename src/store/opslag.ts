import pg from 'pg'
import { codeVan, type Log, PlatformError } from '../platform/index.ts'
import { controleerDatabank, type Databank, onbereikbaar, openDatabank } from './databank.ts'
import { startEmbedded } from './embedded.ts'
import { luister } from './luister.ts'
import { migreer } from './migreer.ts'
import { alsRol } from './rollen.ts'

export interface Opslag {
  /** Connected as `app`: reads and writes what pages need, owns nothing. */
  readonly databank: Databank
  /** Connected as `bewijs`: adds evidence. */
  readonly bewijs: Databank
  /** Connected as `bewaring`: erases what may no longer be kept. */
  readonly bewaring: Databank
  readonly soort: 'ingebouwd' | 'eigen'
  readonly versie: string
  /** Calls `bij` when another node, or this one, sends a notice on a channel. Gives what stops it. */
  readonly luister: (kanaal: string, bij: (bericht?: string) => void) => () => Promise<void>
  readonly sluit: () => Promise<void>
}

export interface OpslagOpties {
  readonly databaseUrl: string | undefined
  readonly dataMap: string | undefined
  readonly log: Log
}

/** Named limit. A line of evidence takes a connection for one round trip. */
const maxBewijs = 5

/** The embedded database, or your own in DATABASE_URL; migrated and ready. */
export async function openOpslag({ databaseUrl, dataMap, log }: OpslagOpties): Promise<Opslag> {
  if (databaseUrl !== undefined && isOnversleuteld(databaseUrl))
    log.waarschuwing(
      'de verbinding met de databank is niet versleuteld; zet sslmode=verify-full in DATABASE_URL',
    )
  if (databaseUrl !== undefined) return { ...(await openOp(databaseUrl, log)), soort: 'eigen' }
  const embedded = await startEmbedded({ dataMap, log })
  try {
    const url = await maakDatabank(embedded.url, 'voordeur')
    const { sluit, ...opslag } = await openOp(url, log)
    const sluitBeide = async () => {
      await sluit()
      await embedded.stop()
    }
    return { ...opslag, soort: 'ingebouwd', sluit: sluitBeide }
  } catch (fout) {
    await embedded.stop()
    throw fout
  }
}

/** Over a network without checked TLS: whoever is in between can read along, or be the database. */
export function isOnversleuteld(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  const isHier =
    ['', 'localhost', '127.0.0.1', '[::1]'].includes(hostname) || searchParams.get('host')?.startsWith('/')
  return !isHier && !['require', 'verify-ca', 'verify-full'].includes(searchParams.get('sslmode') ?? '')
}

/** Makes a database if it is not there, and gives its connection string. */
export async function maakDatabank(url: string, naam: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [naam])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(naam)}`)
  } catch (fout) {
    // 42P04, 23505: another process made it at the same moment.
    if (!['42P04', '23505'].includes(codeVan(fout) ?? '')) throw onbereikbaar(fout, url)
  } finally {
    await client.end()
  }
  const adres = new URL(url)
  adres.pathname = `/${naam}`
  return adres.href
}

async function openOp(url: string, log: Log): Promise<Omit<Opslag, 'soort'>> {
  try {
    await migreer(url, log)
    const databank = openDatabank({ ...alsRol(url, 'app'), log })
    // These connect when they are first used, and let go again when nothing is asked.
    const bewijs = openDatabank({ ...alsRol(url, 'bewijs'), log, max: maxBewijs })
    const bewaring = openDatabank({ ...alsRol(url, 'bewaring'), log, max: 1 })
    const { versie } = await controleerDatabank(databank)
    return {
      databank,
      bewijs,
      bewaring,
      versie,
      luister: (kanaal, bij) => luister({ ...alsRol(url, 'app'), log, kanaal, bij }),
      sluit: async () => {
        await Promise.all([databank, bewijs, bewaring].map((open) => open.destroy()))
      },
    }
  } catch (fout) {
    throw fout instanceof PlatformError ? fout : onbereikbaar(fout, url)
  }
}
