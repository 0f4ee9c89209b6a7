import { sql } from 'kysely'
import { type InzendingStore, inzendingDoel, inzendingSoort } from '../zaken/index.ts'
import { type InhoudRij, inhoudVan, type RegelRij, regelVan } from './bewijs-rijen.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function inzendingOpslag(databank: Databank): InzendingStore {
  const { metBewijs } = ingangen(databank)
  return {
    lees: (persoon, bewijs, max) =>
      metBewijs(bewijs).alsPersoon(
        persoon,
        async (tx) => {
          const { rows } = await sql<RegelRij & InhoudRij>`
          select r.*, i.persoon, i.verwerking, i.organisatie, i.kid, i.zout, i.cijfer
          from bewijs_regel r left join bewijs_inhoud i using (onderwerp, volgnummer)
          where r.onderwerp = ${`persoon:${persoon}`} and r.soort = ${inzendingSoort}
            and r.codes::jsonb ->> 'verwerking' = ${inzendingDoel}
          order by r.volgnummer desc limit ${max}`.execute(tx)
          return rows.map((rij) => ({ regel: regelVan(rij), inhoud: inhoudVan(rij) }))
        },
        'lezen',
      ),
  }
}
