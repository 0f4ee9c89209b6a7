/** People who asked to be told, and those who tell of them. */
import { randomBytes } from 'node:crypto'
import { setTimeout as pauze } from 'node:timers/promises'
import pg from 'pg'
import { maakPersoonId, type PersoonId } from '../src/domain/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { tekenLevensloop, type Volgfeiten } from '../src/proactief/index.ts'
import { openOpslag } from '../src/store/index.ts'
import { bron, openVolgwereld, voorheen } from './proactief-wereld.ts'
import type { Waakhond } from './waakhond.ts'

export interface Mens {
  readonly persoon: PersoonId
  readonly naam: string
}

const tegelijk = 8

/** Each with a dossier that was worked out once, and with the registers that they let us ask. */
export async function maakMensen(
  databaseUrl: string,
  aantal: number,
  bronnen: (nr: number) => Volgfeiten['bronnen'] = () => ['inkomen'],
): Promise<{ readonly mensen: readonly Mens[]; readonly sleutel: string }> {
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  try {
    const { volg, naam, sleutel, volgwerk } = openVolgwereld(opslag, voorheen)
    const mensen = Array.from({ length: aantal }, () => {
      const persoon = maakPersoonId(new Date(), randomBytes)
      return { persoon, naam: naam(persoon) }
    })
    const rij = mensen.entries()
    await Promise.all(
      Array.from({ length: tegelijk }, async () => {
        for (const [nr, { persoon }] of rij) await volg(persoon, bronnen(nr))
      }),
    )
    await volgwerk.ronde()
    return { mensen, sleutel }
  } finally {
    await opslag.sluit()
  }
}

/** One body of events, signed; sent again to whichever node is there until it was taken in. Gives how often that broke off. */
export async function meld(
  nodes: readonly Waakhond[],
  sleutel: string,
  gebeurtenissen: readonly object[],
  welke: number,
): Promise<number> {
  const body = JSON.stringify(gebeurtenissen)
  for (let poging = 0; ; poging++) {
    const node = nodes[(welke + poging) % nodes.length]
    if (node === undefined) throw new Error('geen node')
    await node.klaar
    try {
      const antwoord = await fetch(new URL('/api/v1/levensloopberichten', node.basis), {
        method: 'POST',
        headers: {
          'content-type': 'application/cloudevents-batch+json',
          authorization: `Bearer ${tekenLevensloop(bron, sleutel, body, new Date())}`,
        },
        body,
      })
      const tekst = await antwoord.text()
      if (antwoord.status === 202) return poging
      if (antwoord.status < 500) throw new Error(`geweigerd: ${antwoord.status} ${tekst}`)
    } catch (fout) {
      if (!(fout instanceof TypeError)) throw fout
    }
    await pauze(20)
  }
}

/** When the message of each lies in their inbox; more than one moment is told more than once. */
export async function verteldOp(
  client: pg.Client,
  mensen: readonly Mens[],
): Promise<ReadonlyMap<string, readonly Date[]>> {
  const { rows } = await client.query<{ persoon: string; verstuurd: Date }>(
    `select persoon::text, verstuurd from voordeur.bericht where persoon = any($1::uuid[])`,
    [mensen.map(({ persoon }) => persoon)],
  )
  const perMens = Map.groupBy(rows, ({ persoon }) => persoon)
  return new Map([...perMens].map(([persoon, een]) => [persoon, een.map(({ verstuurd }) => verstuurd)]))
}

/** Until nobody waits any more; gives `false` when that takes too long. */
export async function wachtTotLeeg(client: pg.Client, hoogstensMs: number): Promise<boolean> {
  const tot = performance.now() + hoogstensMs
  while (performance.now() < tot) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from voordeur.levensloop_dossier where op <= now()`,
    )
    if (rows[0]?.n === 0) return true
    await pauze(100)
  }
  return false
}

/** As the owner of the server, who sees every row. */
export async function metClient<T>(databaseUrl: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  // Whoever asks something hears that the database fell over; who is silent at that moment does not have to.
  client.on('error', () => {})
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}
