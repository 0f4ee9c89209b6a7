import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import type { PortaaltoestemmingStore } from '../zaken/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function portaalOpslag(databank: Databank): PortaaltoestemmingStore {
  const { alsPersoon, alsTaakOver, metBewijs } = ingangen(databank)
  return {
    heeft: (persoon, portaal) =>
      alsTaakOver('portalen', persoon, async (tx) => {
        const { rows } = await sql`select 1 from portaal_toestemming
          where persoon = ${persoon} and portaal = ${portaal}`.execute(tx)
        return rows.length > 0
      }),

    lijst: (persoon, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<{ portaal: string; sinds: Date }>`select portaal, sinds
          from portaal_toestemming where persoon = ${persoon} order by sinds, portaal`.execute(tx)
        return rows
      }),

    geef: (persoon, { portaal, sinds }, bewijzen) =>
      alsPersoon(persoon, async (tx) => {
        const { numAffectedRows } = await sql`insert into portaal_toestemming (persoon, portaal, sinds)
          values (${persoon}, ${portaal}, ${sinds}) on conflict do nothing`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    trekIn: (persoon, portaal, bewijzen) =>
      alsPersoon(persoon, async (tx) => {
        const { numAffectedRows } = await sql`delete from portaal_toestemming
          where persoon = ${persoon} and portaal = ${portaal}`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),
  }
}

/** A yes ends by itself when the retention period is over. */
export function portaalOpruimer(bewaring: Databank): Opruimer {
  const { alsTaak } = ingangen(bewaring)
  return {
    verwerking: 'portaal-tonen',
    ruimOp: (grens) =>
      alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from portaal_toestemming where sinds < ${grens}`.execute(
          tx,
        )
        return Number(numAffectedRows ?? 0n)
      }),
  }
}
