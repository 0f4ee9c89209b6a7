/** Nodes on one database that a proof kills in turn while people go on, and every other time the database as well. */
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pauze } from 'node:timers/promises'
import { doodDatabank } from './kanalenproef.ts'
import { vrijePoort, Waakhond } from './waakhond.ts'

/** Each with a clock that is so far from the right one; the first is there before the next, because it makes the tables. */
export async function startKnopen(
  bestand: string,
  {
    databaseUrl,
    begin,
    scheefMs,
  }: { readonly databaseUrl: string; readonly begin: number; readonly scheefMs: readonly number[] },
): Promise<readonly Waakhond[]> {
  const nodes: Waakhond[] = []
  for (const scheef of scheefMs) {
    const omgeving = {
      DATABASE_URL: databaseUrl,
      VOORDEUR_PORT: String(await vrijePoort()),
      BEGIN: String(begin),
      SCHEEF: String(scheef),
    }
    const node = new Waakhond(join(import.meta.dirname, bestand), omgeving)
    nodes.push(node)
    await node.start()
  }
  return nodes
}

/** Spread over the work that `volk` does, until `keren` is reached or it failed. */
export async function doodOmBeurten(
  nodes: readonly Waakhond[],
  proef: { readonly aantal: number; readonly keren: number } & Parameters<typeof doodDatabank>[0],
  volk: { readonly gedaan: number; readonly isMislukt: boolean },
): Promise<void> {
  for (let dood = 0; dood < proef.keren; dood++) {
    const tot = ((dood + 1) * proef.aantal) / (proef.keren + 1)
    while (volk.gedaan < tot && !volk.isMislukt) await pauze(5)
    await pauze(randomInt(200))
    if (dood % 2 === 0) await doodDatabank(proef)
    const node = nodes[dood % nodes.length]
    await node?.dood()
    await node?.start()
  }
}
