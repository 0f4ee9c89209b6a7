import { sql } from 'kysely'
import type { Momentopname, MomentopnameStore } from '../afzender/index.ts'
import { parseDatum } from '../domain/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function momentopnameOpslag(databank: Databank): MomentopnameStore {
  const { alsTaak } = ingangen(databank)
  return {
    laatste: () =>
      alsTaak('afzenders', async (tx) => {
        const { rows } = await sql<{
          bron: string
          peildatum: string
          domeinen: Momentopname['domeinen']
        }>`select bron, peildatum::text as peildatum, domeinen from afzender_momentopname
          order by nummer desc limit 1`.execute(tx)
        const [rij] = rows
        if (rij === undefined) return undefined
        const peildatum = parseDatum(rij.peildatum)
        if (peildatum === undefined) throw new Error('in de databank staat iets anders dan een dag')
        return { bron: rij.bron, peildatum, domeinen: rij.domeinen }
      }),

    nummer: () =>
      alsTaak('afzenders', async (tx) => {
        const { rows } = await sql<{ nummer: number | null }>`
          select max(nummer) as nummer from afzender_momentopname`.execute(tx)
        return rows[0]?.nummer ?? 0
      }),

    zet: ({ bron, peildatum, domeinen }, op) =>
      alsTaak('afzenders', async (tx) => {
        const { rows } = await sql<{ nummer: number }>`
          insert into afzender_momentopname (bron, peildatum, gelezen, domeinen)
          values (${bron}, ${peildatum}, ${op}, ${JSON.stringify(domeinen)}::jsonb) returning nummer`.execute(
          tx,
        )
        await sql`delete from afzender_momentopname where nummer < ${rows[0]?.nummer ?? 0}`.execute(tx)
      }),
  }
}
