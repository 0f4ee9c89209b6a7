import { setTimeout as wacht } from 'node:timers/promises'
import pg from 'pg'
import { codeVan, type Log } from '../platform/index.ts'

export interface LuisterOpties {
  readonly url: string
  readonly rol?: string
  readonly log: Log
  readonly kanaal: string
  /** Called for every notice with what it says, and once after each (re)connection: something may have happened in between. */
  readonly bij: (bericht?: string) => void
}

/** Named limit: this long between two attempts to connect. */
const herkansMs = 2_000

/**
 * Listens to NOTIFY on a connection of its own. A broken connection is made again; a notice that was missed
 * meanwhile does not come back, so callers also look by themselves from time to time.
 */
export function luister({ url, rol, log, kanaal, bij }: LuisterOpties): () => Promise<void> {
  const einde = new AbortController()
  let client: pg.Client | undefined
  // A connection that is ended while it is being made never answers its connect(): the wait must end by itself.
  const gestopt = new Promise<void>((klaar) =>
    einde.signal.addEventListener('abort', () => klaar(), { once: true }),
  )
  const ofGestopt = (werk: Promise<unknown>) => Promise.race([werk, gestopt])

  const verbind = async (): Promise<void> => {
    const nieuw = new pg.Client({
      connectionString: url,
      application_name: 'voordeur-luister',
      ...(rol !== undefined && { options: `-c role=${rol}` }),
    })
    client = nieuw
    const verbroken = new Promise<void>((klaar) => {
      nieuw.on('error', () => klaar())
      nieuw.on('end', () => klaar())
    })
    nieuw.on('notification', ({ payload = '' }) => bij(payload))
    await ofGestopt(nieuw.connect())
    if (einde.signal.aborted) return
    await ofGestopt(nieuw.query(`listen ${nieuw.escapeIdentifier(kanaal)}`))
    if (einde.signal.aborted) return
    bij()
    await ofGestopt(verbroken)
  }

  const lus = async (): Promise<void> => {
    while (!einde.signal.aborted) {
      try {
        await verbind()
      } catch (fout) {
        if (!einde.signal.aborted) log.waarschuwing('luisteren mislukt', { kanaal, code: codeVan(fout) })
      }
      if (!einde.signal.aborted) await client?.end().catch(() => {})
      if (!einde.signal.aborted) await wacht(herkansMs, undefined, { signal: einde.signal }).catch(() => {})
    }
  }

  const klaar = lus()
  return async () => {
    einde.abort()
    await client?.end().catch(() => {})
    await klaar
  }
}
