import { sql } from 'kysely'
import type { Zegel } from '../audit/index.ts'
import type { ConceptStore } from '../loket/concept-store.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function conceptOpslag(databank: Databank): ConceptStore {
  const { alsMedewerker, alsTaak } = ingangen(databank)
  return {
    bewaar: ({ organisatie, medewerker }, { id, op, kid, cijfer }) =>
      alsMedewerker({ organisatie, medewerker }, async (tx) => {
        await sql`insert into loket_concept (id, organisatie, op, kid, cijfer)
          values (${id}, ${organisatie}, ${op}, ${kid}, ${cijfer})`.execute(tx)
      }),
    haal: ({ organisatie, medewerker }, id, vanaf) =>
      alsMedewerker({ organisatie, medewerker }, async (tx) => {
        const { rows } = await sql<Zegel>`select kid, cijfer from loket_concept
          where id = ${id} and op > ${vanaf}`.execute(tx)
        return rows[0]
      }),
    verwijder: ({ organisatie, medewerker }, id) =>
      alsMedewerker({ organisatie, medewerker }, async (tx) => {
        await sql`delete from loket_concept where id = ${id}`.execute(tx)
      }),
    ruimOp: (voor) =>
      alsTaak('loket-koppelingen', async (tx) => {
        await sql`delete from loket_concept where op <= ${voor}`.execute(tx)
      }),
  }
}
