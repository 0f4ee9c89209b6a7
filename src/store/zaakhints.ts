import { sql } from 'kysely'
import type { BronId } from '../zaken/index.ts'
import type { Tx } from './context.ts'

/** To be read at their source: in one order for everybody, so that two nodes never wait for each other in a circle. */
export async function zetHints(tx: Tx, bron: BronId, uuids: readonly string[], nu: Date): Promise<void> {
  if (uuids.length === 0) return
  const zaken = [...new Set(uuids)].sort()
  await sql`insert into zaakhint as h (bron, zaak, sinds, volgende)
    select ${bron}, zaak, ${nu}, ${nu} from unnest(${zaken}::uuid[]) as zaak
    on conflict (bron, zaak) do update set versie = h.versie + 1, volgende = least(h.volgende, excluded.volgende)`.execute(
    tx,
  )
}
