import { sql } from 'kysely'
import { eisZoekbewijs } from '../audit/index.ts'
import { parsePersoonId } from '../domain/index.ts'
import type { BijlageRij } from '../kanalen/bericht-store.ts'
import type { ZendingStore } from '../kanalen/zending-store.ts'
import { leesBerichten } from './berichten.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'
import { leesVoorkeuren } from './voorkeuren.ts'
import {
  type Hersteltaakrij,
  hersteltaakVan,
  type Werkrij,
  werkVan,
  type Zendingrij,
  zendingVan,
} from './zending-rijen.ts'

/** What a professional sees of the work of their own body: of nobody, or of the one person of their ground. */
export function herstelOpslag(
  databank: Databank,
): Pick<ZendingStore, 'herstelwerk' | 'herstelWie' | 'herstelOpen' | 'herstelBijlage'> {
  const { alsMedewerker, metBewijs } = ingangen(databank)
  return {
    herstelwerk: ({ medewerker, organisatie }, na, hoogstens) =>
      alsMedewerker({ medewerker, organisatie }, async (tx) => {
        const { rows } = await sql<Werkrij>`select * from herstel_werklijst(
          ${na?.uiterlijk ?? null}::timestamptz, ${na?.id ?? null}::uuid, ${hoogstens}::integer)`.execute(tx)
        return rows.map((rij) => ({ ...werkVan(rij), organisatie }))
      }),

    async herstelWie({ medewerker, organisatie }, id, bewijs) {
      eisZoekbewijs(bewijs)
      const { rows } = await alsMedewerker({ medewerker, organisatie }, (tx) =>
        sql<{ persoon: string }>`select persoon from herstel_wie(${id})`.execute(tx),
      )
      return parsePersoonId(rows[0]?.persoon ?? '')
    },

    herstelOpen: ({ medewerker, organisatie, persoon }, id, bewijs) =>
      metBewijs(bewijs).alsMedewerker({ medewerker, organisatie, persoon }, async (tx) => {
        const { rows } = await sql<Hersteltaakrij>`select * from hersteltaak
          where id = ${id} and afgehandeld is null`.execute(tx)
        const [taak] = rows.map(hersteltaakVan)
        const rij = taak && (await leesBerichten(tx, [taak.bericht])).get(taak.bericht)
        const voorkeuren = (await leesVoorkeuren(tx, [persoon])).get(persoon)
        if (taak === undefined || rij === undefined || voorkeuren === undefined) return undefined
        const { rows: items } = await sql<Zendingrij>`select * from zending
          where bericht = ${taak.bericht} order by gemaakt, kanaal <> 'berichtenbox', id`.execute(tx)
        return { taak, rij, voorkeuren, zendingen: items.map(zendingVan) }
      }),

    herstelBijlage: ({ medewerker, organisatie, persoon }, id, nummer, bewijs) =>
      metBewijs(bewijs).alsMedewerker({ medewerker, organisatie, persoon }, async (tx) => {
        const { rows } = await sql<BijlageRij>`select b.bericht, b.nummer, b.kid, b.cijfer
          from bericht_bijlage b join hersteltaak h on h.bericht = b.bericht
          where h.id = ${id} and h.soort = 'brief' and h.afgehandeld is null and b.nummer = ${nummer}`.execute(
          tx,
        )
        return rows[0]
      }),
  }
}
