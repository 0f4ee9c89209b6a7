import { sql } from 'kysely'
import type { Toevoeging, Verschil } from '../loket/index.ts'
import type { Tx } from './context.ts'

/** The rows that lists are made of, as far as they became others. */
export async function schrijfRijen(
  tx: Tx,
  { ketenzaak, stappen, deelnemers, delingen, oproepen, ingangen }: Toevoeging,
): Promise<void> {
  await zet(tx, ketenzaak, 'loket_stap', {
    weg: stappen.weg,
    zet: stappen.zet.map(({ kanVerder: kan_verder, organisatie = null, ...rij }) => ({
      ...rij,
      organisatie,
      kan_verder,
    })),
  })
  await zet(tx, ketenzaak, 'loket_deelnemer', {
    weg: deelnemers.weg,
    zet: deelnemers.zet.map(({ organisatie = null, ...rij }) => ({ ...rij, organisatie })),
  })
  await zet(tx, ketenzaak, 'loket_deling', delingen)
  await zet(tx, ketenzaak, 'loket_oproep', {
    weg: oproepen.weg,
    zet: oproepen.zet.map(({ functie = null, ...rij }) => ({ ...rij, functie })),
  })
  // Bytes travel as text in JSON.
  await zet(tx, ketenzaak, 'loket_ingang', {
    weg: ingangen.weg,
    zet: ingangen.zet.map(({ hash, ...rij }) => ({ ...rij, hash: `\\x${hash}` })),
  })
}

type Tabel = 'loket_stap' | 'loket_deelnemer' | 'loket_deling' | 'loket_oproep' | 'loket_ingang'

/** Changed rows go and come back: one statement each way, whatever the columns are. */
async function zet(
  tx: Tx,
  ketenzaak: string,
  tabel: Tabel,
  { zet: nieuw, weg }: Verschil<{ readonly id: string }>,
): Promise<void> {
  const ids = [...weg, ...nieuw.map(({ id }) => id)]
  if (ids.length === 0) return
  await sql`delete from ${sql.table(tabel)} where ketenzaak = ${ketenzaak} and id::text = any (${ids}::text[])`.execute(
    tx,
  )
  if (nieuw.length === 0) return
  const rijen = JSON.stringify(nieuw.map((rij) => ({ ...rij, ketenzaak })))
  await sql`insert into ${sql.table(tabel)}
    select * from jsonb_populate_recordset(null::${sql.table(tabel)}, ${rijen}::jsonb)`.execute(tx)
}
