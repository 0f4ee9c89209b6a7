/**
 * A node with nothing but queues of direct lines, for the proof in which it is killed: commands come in over HTTP, time
 * goes by itself. Its clock runs faster and is not right, as clocks are.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { openSleutelring, verzegelBewijs } from '../src/audit/index.ts'
import { type Opdracht, openWachtrijen } from '../src/lijnen/index.ts'
import { herhaal, stilLog } from '../src/platform/index.ts'
import { gidsOpslag, openOpslag, wachtrijOpslag } from '../src/store/index.ts'

export interface Lijnopdracht {
  readonly pool: string
  readonly opdracht: Opdracht
}

/** So much faster than the wall: waits of minutes run out within a second, and evenings within a proof. */
const SNELHEID = 600

export function lijnklok(begin: number, scheefMs: number): () => Date {
  return () => new Date(begin + (Date.now() - begin) * SNELHEID + scheefMs)
}

if (import.meta.main) {
  const { DATABASE_URL, VOORDEUR_PORT, BEGIN = '0', SCHEEF = '0' } = process.env
  const { databank, sluit } = await openOpslag({
    databaseUrl: DATABASE_URL,
    dataMap: undefined,
    log: stilLog,
  })
  const ring = openSleutelring(() => ['een sleutel van niemand, voor deze proef'])
  const store = wachtrijOpslag(databank)
  const wachtrijen = openWachtrijen({
    store,
    gids: gidsOpslag(databank),
    nu: lijnklok(Number(BEGIN), Number(SCHEEF)),
    verzegel: (bewijs) => verzegelBewijs(ring, bewijs, randomBytes),
    bij: () => {},
  })
  // Two nodes do this at once, as they do in earnest.
  const tik = async () => {
    for (const pool of await store.pools()) await wachtrijen.doe(pool, { soort: 'klok' })
  }
  const stop = herhaal(100, tik, () => {})
  const beantwoord = async (vraag: IncomingMessage): Promise<string> => {
    if (vraag.url === '/gezond') return 'goed'
    const delen: Buffer[] = []
    for await (const stuk of vraag) delen.push(stuk as Buffer)
    // Sent by bench/lijnenproef.ts.
    const { pool, opdracht } = JSON.parse(Buffer.concat(delen).toString('utf8')) as Lijnopdracht
    return JSON.stringify(await wachtrijen.doe(pool, opdracht))
  }
  const server = createServer((vraag, antwoord) => {
    beantwoord(vraag).then(
      (tekst) => antwoord.end(tekst),
      () => antwoord.writeHead(503).end(),
    )
  })
  server.listen(Number(VOORDEUR_PORT), 'localhost')
  await once(process, 'SIGTERM')
  server.close()
  await stop()
  await sluit()
  process.exit(0)
}
