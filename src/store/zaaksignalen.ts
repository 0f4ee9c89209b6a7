import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { parseDatum, parseOrganisatieId } from '../domain/index.ts'
import type { GemerktSignaal, ZaaksignaalStore } from '../zaken/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function zaaksignaalOpslag(databank: Databank): ZaaksignaalStore {
  const { alsTaak, alsMedewerker } = ingangen(databank)
  return {
    merk: ({ ref, organisatie, nummer, zaaktype, soort, vanaf }, op) =>
      alsTaak('zaaksignalen', async (tx) => {
        // One that was solved and is there again begins anew.
        const { rows } = await sql<{ is_nieuw: boolean }>`
          insert into zaaksignaal (bron, zaak, soort, vanaf, organisatie, nummer, zaaktype, gemerkt)
          values (${ref.bron}, ${ref.uuid}, ${soort}, ${vanaf}, ${organisatie}, ${nummer ?? null},
            ${zaaktype.slice(0, maxZaaktype)}, ${op})
          on conflict (bron, zaak, soort, vanaf) do update set gemerkt = excluded.gemerkt, opgelost = null
            where zaaksignaal.opgelost is not null and excluded.gemerkt >= zaaksignaal.opgelost
          returning true as is_nieuw`.execute(tx)
        return rows.length > 0
      }),

    rond: (bron, zaken, open, op) =>
      alsTaak('zaaksignalen', async (tx) => {
        const nog = open.map(({ ref, soort, vanaf }) => `${ref.uuid} ${soort} ${vanaf}`)
        await sql`delete from zaaksignaal
          where bron = ${bron} and zaak = any(${[...zaken]}::uuid[]) and opgelost is null and gemerkt <= ${op}
            and not (zaak::text || ' ' || soort || ' ' || vanaf::text) = any(${nog}::text[])`.execute(tx)
      }),

    open: (wie, hoogstens) =>
      alsMedewerker(wie, async (tx) => {
        const { rows } =
          await sql<Rij>`select bron, zaak, soort, vanaf::text as vanaf, organisatie, nummer, zaaktype, gemerkt
          from zaaksignaal where opgelost is null and organisatie = ${wie.organisatie}
          order by vanaf, zaak, soort limit ${hoogstens}`.execute(tx)
        return rows.map(signaalVan)
      }),
  }
}

/** Named limit: as in the migration. */
const maxZaaktype = 200

/** What goes when the retention period is over. */
export function zaaksignaalOpruimer(bewaring: Databank): Opruimer {
  return { verwerking: 'zaken-signalen', ruimOp: (grens) => ruimZaaksignalenOp(bewaring, grens) }
}

/** As `bewaring`: what was noticed before this moment. Gives how many went. */
export async function ruimZaaksignalenOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from zaaksignaal where gemerkt < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

interface Rij {
  readonly bron: string
  readonly zaak: string
  /** The table allows no other. */
  readonly soort: 'te-laat' | 'stil'
  readonly vanaf: string
  readonly organisatie: string
  readonly nummer: string | null
  readonly zaaktype: string
  readonly gemerkt: Date
}

function signaalVan({
  bron,
  zaak,
  soort,
  vanaf,
  organisatie,
  nummer,
  zaaktype,
  gemerkt,
}: Rij): GemerktSignaal {
  const [bronId, organisatieId] = [parseOrganisatieId(bron), parseOrganisatieId(organisatie)]
  const dag = parseDatum(vanaf)
  if (bronId === undefined || organisatieId === undefined || dag === undefined)
    throw new Error('in de databank staat iets anders dan een signaal')
  return {
    ref: { bron: bronId, uuid: zaak },
    organisatie: organisatieId,
    ...(nummer !== null && { nummer }),
    zaaktype,
    soort,
    vanaf: dag,
    gemerkt,
  }
}
