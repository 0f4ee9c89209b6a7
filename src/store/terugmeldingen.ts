import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { type PersoonId, parsePersoonId } from '../domain/index.ts'
import {
  type Gegevensoort,
  isGegevensoort,
  type Terugmelding,
  type TerugmeldingStatus,
} from '../inwoner/index.ts'
import type { TerugmeldingStore } from '../inwoner/terugmelding-store.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function terugmeldingOpslag(databank: Databank): TerugmeldingStore {
  const { alsPersoon, alsTaak, metBewijs } = ingangen(databank)
  return {
    bewaar: (melding) =>
      alsPersoon(melding.persoon, async (tx) => {
        const { id, persoon, door, gegeven, toelichting, status, sinds, gemaaktOp, pogingen } = melding
        const { numAffectedRows } =
          await sql`insert into terugmelding (id, persoon, door, gegeven, toelichting, status, sinds, gemaakt, uitleg,
            pogingen, volgende_poging)
          values (${id}, ${persoon}, ${door}, ${gegeven}, ${toelichting}, ${status}, ${sinds}, ${gemaaktOp},
            ${melding.uitleg ?? null}, ${pogingen}, ${melding.volgendePoging ?? null})
          on conflict (id) do nothing`.execute(tx)
        return numAffectedRows === 1n
      }),

    wijzig: (was, wordt) =>
      alsPersoon(was.persoon, async (tx) => {
        const { numAffectedRows } = await sql`update terugmelding
          set status = ${wordt.status}, sinds = ${wordt.sinds}, uitleg = ${wordt.uitleg ?? null},
            pogingen = ${wordt.pogingen}, volgende_poging = ${wordt.volgendePoging ?? null}
          where id = ${was.id} and status = ${was.status} and sinds = ${was.sinds} and pogingen = ${was.pogingen}`.execute(
          tx,
        )
        return numAffectedRows === 1n
      }),

    haal: (persoon, bewijs, id) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Rij>`select * from terugmelding where id = ${id}`.execute(tx)
        return rows.map(meldingVan)[0]
      }),

    vanPersoon: (persoon, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Rij>`select * from terugmelding
          where persoon = ${persoon} order by gemaakt desc, id desc limit ${maxLijst}`.execute(tx)
        return rows.map(meldingVan)
      }),

    teVerzenden: (nu, aantal) =>
      alsTaak('terugmelden', async (tx) => {
        const { rows } = await sql<Pick<Rij, 'id' | 'persoon' | 'gegeven'>>`select id, persoon, gegeven
          from terugmelding where volgende_poging <= ${nu} order by volgende_poging, id limit ${aantal}`.execute(
          tx,
        )
        return rows.map(({ id, persoon, gegeven }) => ({
          id,
          persoon: eisPersoon(persoon),
          gegeven: eisGegeven(gegeven),
        }))
      }),
  }
}

/** Named limit: nobody reports more in the years that a report is kept. */
const maxLijst = 500

/** What goes when the retention period of reports is over. */
export function terugmeldingOpruimer(bewaring: Databank): Opruimer {
  return { verwerking: 'terugmelding', ruimOp: (grens) => ruimTerugmeldingenOp(bewaring, grens) }
}

/** As `bewaring`: finished reports from before this moment. Gives how many went. */
export async function ruimTerugmeldingenOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from terugmelding where sinds < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

interface Rij {
  readonly id: string
  readonly persoon: string
  readonly door: string
  readonly gegeven: string
  readonly toelichting: string
  /** The table allows no other. */
  readonly status: TerugmeldingStatus
  readonly sinds: Date
  readonly gemaakt: Date
  readonly uitleg: string | null
  readonly pogingen: number
  readonly volgende_poging: Date | null
}

function meldingVan(rij: Rij): Terugmelding {
  return {
    id: rij.id,
    persoon: eisPersoon(rij.persoon),
    door: eisPersoon(rij.door),
    gegeven: eisGegeven(rij.gegeven),
    toelichting: rij.toelichting,
    status: rij.status,
    sinds: rij.sinds,
    gemaaktOp: rij.gemaakt,
    uitleg: rij.uitleg ?? undefined,
    pogingen: rij.pogingen,
    volgendePoging: rij.volgende_poging ?? undefined,
  }
}

function eisGegeven(gegeven: string): Gegevensoort {
  if (!isGegevensoort(gegeven)) throw new Error(`terugmelding over een onbekend gegeven: ${gegeven}`)
  return gegeven
}

function eisPersoon(tekst: string): PersoonId {
  const persoon = parsePersoonId(tekst)
  if (persoon === undefined) throw new Error('in de databank staat iets anders dan een persoon')
  return persoon
}
