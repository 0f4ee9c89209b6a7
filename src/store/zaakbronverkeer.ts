import { sql } from 'kysely'
import { parseOrganisatieId } from '../domain/index.ts'
import type { Brondag, BronverkeerStore, Bronverloop } from '../zaken/aansluiting-store.ts'
import { type Databank, inTransactie } from './databank.ts'

/** How often connections were asked, per day. Nothing about anybody. */
export function bronverkeerOpslag(databank: Databank): BronverkeerStore {
  return {
    tel: (dagen) =>
      inTransactie(databank, async (tx) => {
        // In one order for all nodes, so that they never wait for each other in a circle.
        for (const een of dagen.toSorted((a, b) => (`${a.bron} ${a.dag}` < `${b.bron} ${b.dag}` ? -1 : 1))) {
          const { bron, dag, gevraagd, mislukt } = een
          await sql`insert into zaakbron_gebruik as g (bron, dag, gevraagd, mislukt)
            values (${bron}, ${dag}::date, ${gevraagd}, ${mislukt})
            on conflict (bron, dag) do update set gevraagd = g.gevraagd + excluded.gevraagd,
              mislukt = g.mislukt + excluded.mislukt`.execute(tx)
          const { laatstGoed = null, laatstMislukt = null, laatsteFout = null } = een
          await sql`insert into zaakbron_verloop as v (bron, laatst_goed, laatst_mislukt, laatste_fout)
            values (${bron}, ${laatstGoed}, ${laatstMislukt}, ${laatsteFout})
            on conflict (bron) do update set laatst_goed = greatest(v.laatst_goed, excluded.laatst_goed),
              laatste_fout = case when excluded.laatst_mislukt >= coalesce(v.laatst_mislukt, '-infinity')
                then excluded.laatste_fout else v.laatste_fout end,
              laatst_mislukt = greatest(v.laatst_mislukt, excluded.laatst_mislukt)`.execute(tx)
        }
      }),

    dagen: async (vanaf) => {
      const { rows } = await sql<Omit<Brondag, 'bron'> & { bron: string }>`
        select bron, dag::text as dag, gevraagd, mislukt
        from zaakbron_gebruik where dag >= ${vanaf}::date order by dag desc, bron`.execute(databank)
      return rows.flatMap((rij): Brondag[] => {
        const bron = parseOrganisatieId(rij.bron)
        return bron === undefined ? [] : [{ ...rij, bron }]
      })
    },

    verloop: async () => {
      const { rows } = await sql<VerloopRij>`select * from zaakbron_verloop`.execute(databank)
      return rows.flatMap(({ bron: id, laatst_goed, laatst_mislukt, laatste_fout }): Bronverloop[] => {
        const bron = parseOrganisatieId(id)
        if (bron === undefined) return []
        return [
          {
            bron,
            ...(laatst_goed && { laatstGoed: laatst_goed }),
            ...(laatst_mislukt && { laatstMislukt: laatst_mislukt }),
            ...(laatste_fout !== null && { laatsteFout: laatste_fout }),
          },
        ]
      })
    },
  }
}

interface VerloopRij {
  readonly bron: string
  readonly laatst_goed: Date | null
  readonly laatst_mislukt: Date | null
  readonly laatste_fout: string | null
}
