/**
 * A thousand events a second by the real door, signed and batched, each about somebody else whose right changes by it;
 * two nodes take them in, work them out and put a message in the inbox, on one database. Open loop: the next batch goes
 * whether the last was taken in or not.
 */
import { setTimeout as pauze } from 'node:timers/promises'
import { startKnopen } from './knopenpaar.ts'
import { type Meting, rond } from './meet.ts'
import { p95 } from './mens.ts'
import { metDuurzameDatabank } from './personen.ts'
import { maakMensen, meld, metClient, verteldOp, wachtTotLeeg } from './proactief-mensen.ts'
import { gebeurtenis } from './proactief-wereld.ts'

export interface Proactiefmaat {
  readonly perSeconde: number
  readonly seconden: number
}

/** So many in one body. */
const perKeer = 50
/** Named limit: so long may it take until the last is told; then they count as lost. */
const uitloopMs = 180_000
const grensS = 2

export function proactief(maat: Proactiefmaat = { perSeconde: 1_000, seconden: 60 }): Promise<Meting[]> {
  return metDuurzameDatabank((databaseUrl) => meet(databaseUrl, maat))
}

async function meet(databaseUrl: string, { perSeconde, seconden }: Proactiefmaat): Promise<Meting[]> {
  const aantal = perSeconde * seconden
  // Who take part are there before anything is measured, and need not wait for the disk to be made up.
  await wachtOpSchijf(databaseUrl, false)
  const { mensen, sleutel } = await maakMensen(databaseUrl, aantal)
  await wachtOpSchijf(databaseUrl, true)
  const nodes = await startKnopen('proactief-node.ts', { databaseUrl, begin: Date.now(), scheefMs: [0, 0] })
  try {
    return await metClient(databaseUrl, async (client) => {
      const gestuurd = new Map<string, number>()
      const bezig: Promise<number>[] = []
      const begin = performance.now()
      for (let i = 0; i < aantal; i += perKeer) {
        const opTijd = (i * 1_000) / perSeconde - (performance.now() - begin)
        if (opTijd > 1) await pauze(opTijd)
        const deel = mensen.slice(i, i + perKeer)
        for (const { persoon } of deel) gestuurd.set(persoon, Date.now())
        const body = deel.map(({ naam }, j) => gebeurtenis(naam, `e${i + j}`))
        bezig.push(meld(nodes, sleutel, body, i / perKeer))
      }
      await Promise.all(bezig)
      const binnenMs = performance.now() - begin
      await wachtTotLeeg(client, uitloopMs)
      const klaarMs = performance.now() - begin
      const verteld = await verteldOp(client, mensen)
      const duur = mensen.flatMap(({ persoon }) => {
        const [op] = verteld.get(persoon) ?? []
        return op === undefined ? [] : [op.getTime() - (gestuurd.get(persoon) ?? 0)]
      })
      const keren = [...verteld.values()]
      return [
        {
          naam: 'proactief.gebeurtenis-tot-bericht-p95',
          waarde: rond(p95(duur) / 1_000),
          eenheid: `s van versturen tot in de berichtenbox, bij ${perSeconde} per seconde gedurende ${seconden} s (binnen na ${rond(binnenMs / 1_000)} s)`,
          grens: grensS,
        },
        {
          naam: 'proactief.doorvoer',
          waarde: Math.round((aantal * 1_000) / klaarMs),
          eenheid: 'gebeurtenissen per seconde, van de eerste tot het laatste bericht',
          minstens: Math.round(perSeconde * 0.95),
        },
        {
          naam: 'proactief.niet-verteld',
          waarde: aantal - verteld.size,
          eenheid: `van ${aantal}`,
          grens: 0,
        },
        {
          naam: 'proactief.dubbel-verteld',
          waarde: keren.filter(({ length }) => length > 1).length,
          eenheid: 'mensen',
          grens: 0,
        },
      ]
    })
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
}

/** For connections from here on. */
function wachtOpSchijf(databaseUrl: string, moet: boolean): Promise<void> {
  return metClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ naam: string }>('select current_database() as naam')
    const naam = client.escapeIdentifier(rows[0]?.naam ?? '')
    await client.query(
      moet
        ? `alter database ${naam} reset synchronous_commit`
        : `alter database ${naam} set synchronous_commit = off`,
    )
  })
}
