import { sql } from 'kysely'
import type { BegrenzingStore } from '../toegang/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function begrenzingOpslag(databank: Databank): BegrenzingStore {
  return {
    async tel(vensters) {
      // In one order for everybody: two requests that count the same rows never wait for each other in a circle.
      const rijen = vensters
        .map(({ sleutel, begin }, plaats) => ({ hex: sleutel.toString('hex'), sleutel, begin, plaats }))
        .toSorted((a, b) => (a.hex < b.hex ? -1 : 1))
      // A page does not wait for the disk: what a crash of the database forgets is a few visits not counted.
      const waarden = rijen.map(({ sleutel, begin }) => sql`(${sleutel}::bytea, ${begin}::timestamptz, 1)`)
      const { rows } = await sql<{ sleutel: Buffer; aantal: number }>`
        insert into begrenzing as b (sleutel, begin, aantal) values ${sql.join(waarden)}
        on conflict (sleutel, begin) do update set aantal = b.aantal + 1
        returning b.sleutel, b.aantal, set_config('synchronous_commit', 'off', true)`.execute(databank)
      const perSleutel = new Map(rows.map(({ sleutel, aantal }) => [sleutel.toString('hex'), aantal]))
      return rijen.toSorted((a, b) => a.plaats - b.plaats).map(({ hex }) => perSleutel.get(hex) ?? 0)
    },
  }
}

/** As `bewaring`: counters of windows that began before this moment. */
export async function ruimBegrenzingOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from begrenzing where begin < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}
