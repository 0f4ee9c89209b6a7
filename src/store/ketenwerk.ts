import { sql } from 'kysely'
import type { Werkgroep, Werkregel, WerkStore } from '../loket/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'
import { type Werkrij, werkregelVan } from './ketenzaken.ts'

/** What lies with the organisation of a professional, a page at a time; in one message, whatever the number of groups. */
export function ketenwerkOpslag(databank: Databank): WerkStore {
  return {
    werkbladen: ({ functies, ...wie }, { groepen, na, aantal, geteld }) =>
      ingangen(databank).alsMedewerker(
        wie,
        async (tx) => {
          const voor = sql`${[...functies]}::text[]`
          const vanaf = sql`${na === undefined ? null : (na.termijn ?? 'infinity')}::date,
            ${na?.ketenzaak ?? null}::uuid, ${na?.sleutel ?? null}::text`
          const { rows } = await sql<Bladrij>`select g.groep, g.geteld, b.* from (
              select groep, plaats, loket_werktelling(groep, ${voor}, ${geteld}) as geteld
              from unnest(${[...groepen]}::text[]) with ordinality as u (groep, plaats)) g
            left join lateral loket_werkblad(g.groep, ${voor}, ${vanaf}, ${aantal}) with ordinality b on true
            order by g.plaats, b.ordinality`.execute(tx)
          return groepen.map((groep) => {
            const van = rows.filter((rij) => rij.groep === groep)
            return { groep, aantal: van[0]?.geteld ?? 0, rijen: van.flatMap(rijVan) }
          })
        },
        { wijze: 'lezen' },
      ),
  }
}

type Bladrij = { readonly groep: Werkgroep; readonly geteld: number } & (
  | (Werkrij & { readonly sleutel: string })
  | { readonly ketenzaak: null }
)

function rijVan(rij: Bladrij) {
  if (rij.ketenzaak === null) return []
  const regel: Werkregel = werkregelVan(rij)
  const { ketenzaak, termijn } = regel
  return [{ regel, plek: { ketenzaak, sleutel: rij.sleutel, ...(termijn !== undefined && { termijn }) } }]
}
