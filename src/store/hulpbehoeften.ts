import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { type HulpbehoefteRij, type HulpbehoefteStore, hulpOnthoudenDoel } from '../inwoner/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

export function hulpbehoefteOpslag(databank: Databank): HulpbehoefteStore {
  const { alsPersoon, metBewijs } = ingangen(databank)
  return {
    haal: (vrager, bewijs) => {
      const lees = async (tx: Tx) => {
        const { rows } = await sql<HulpbehoefteRij>`select sinds, kid, cijfer from hulpbehoefte
          where persoon = ${vrager.persoon}`.execute(tx)
        return rows[0]
      }
      const door = metBewijs(bewijs)
      return vrager.soort === 'persoon'
        ? door.alsPersoon(vrager.persoon, lees)
        : door.alsMedewerker(vrager, lees)
    },

    zet: (persoon, { sinds, kid, cijfer }, bewijzen) =>
      alsPersoon(persoon, async (tx) => {
        await sql`insert into hulpbehoefte (persoon, sinds, kid, cijfer)
          values (${persoon}, ${sinds}, ${kid}, ${cijfer})
          on conflict (persoon) do update set sinds = excluded.sinds, kid = excluded.kid, cijfer = excluded.cijfer`.execute(
          tx,
        )
        await voegBewijsToe(tx, bewijzen)
      }),

    trekIn: (persoon, bewijzen) =>
      alsPersoon(persoon, async (tx) => {
        const { numAffectedRows } = await sql`delete from hulpbehoefte where persoon = ${persoon}`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),
  }
}

/** A consent ends by itself when the retention period is over. */
export function hulpbehoefteOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: hulpOnthoudenDoel,
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from hulpbehoefte where sinds < ${grens}`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),
  }
}
