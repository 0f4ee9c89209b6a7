import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import {
  type HulpbehoefteRij,
  type HulpbehoefteStore,
  type HulpVrager,
  hulpOnthoudenDoel,
} from '../inwoner/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

export function hulpbehoefteOpslag(databank: Databank): HulpbehoefteStore {
  const { alsPersoon, alsMedewerker, metBewijs } = ingangen(databank)
  const als = <T>(vrager: HulpVrager, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    vrager.soort === 'persoon' ? alsPersoon(vrager.persoon, fn) : alsMedewerker(vrager, fn)
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

    zet: (vrager, { sinds, kid, cijfer }, bewijzen) =>
      als(vrager, async (tx) => {
        await sql`insert into hulpbehoefte (persoon, sinds, kid, cijfer)
          values (${vrager.persoon}, ${sinds}, ${kid}, ${cijfer})
          on conflict (persoon) do update set sinds = excluded.sinds, kid = excluded.kid, cijfer = excluded.cijfer`.execute(
          tx,
        )
        await voegBewijsToe(tx, bewijzen)
      }),

    trekIn: (vrager, bewijzen) =>
      als(vrager, async (tx) => {
        const { numAffectedRows } = await sql`delete from hulpbehoefte
          where persoon = ${vrager.persoon}`.execute(tx)
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
