import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { parseDatum, parseOrganisatieId } from '../domain/index.ts'
import type { ZaaksignaalStore } from '../zaken/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function zaaksignaalOpslag(databank: Databank): ZaaksignaalStore {
  const { alsTaak, alsMedewerker } = ingangen(databank)
  return {
    merk: ({ bron, sleutel, organisatie, soort, vanaf, inhoud: { kid, cijfer } }, op) =>
      alsTaak('zaaksignalen', async (tx) => {
        const { numAffectedRows } = await sql`
          insert into zaaksignaal (bron, sleutel, soort, vanaf, organisatie, kid, inhoud, gemerkt)
          values (${bron}, ${sleutel}, ${soort}, ${vanaf}, ${organisatie}, ${kid}, ${cijfer}, ${op})
          on conflict (bron, sleutel, soort, vanaf) do nothing`.execute(tx)
        return numAffectedRows === 1n
      }),

    rond: (bron, zaken, open, op) =>
      alsTaak('zaaksignalen', async (tx) => {
        const nog = open.map(({ sleutel, soort, vanaf }) => `${sleutel.toString('hex')} ${soort} ${vanaf}`)
        await sql`delete from zaaksignaal
          where bron = ${bron} and sleutel = any(${[...zaken]}::bytea[]) and gemerkt <= ${op}
            and not (encode(sleutel, 'hex') || ' ' || soort || ' ' || vanaf::text) = any(${nog}::text[])`.execute(
          tx,
        )
      }),

    open: (wie, hoogstens) =>
      alsMedewerker(wie, async (tx) => {
        const { rows } =
          await sql<Rij>`select bron, sleutel, soort, vanaf::text as vanaf, organisatie, kid, inhoud, gemerkt
          from zaaksignaal where organisatie = ${wie.organisatie}
          order by vanaf, sleutel, soort limit ${hoogstens}`.execute(tx)
        return rows.map(signaalVan)
      }),
  }
}

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
  readonly sleutel: Buffer
  /** The table allows no other. */
  readonly soort: 'te-laat' | 'stil'
  readonly vanaf: string
  readonly organisatie: string
  readonly kid: string
  readonly inhoud: Buffer
  readonly gemerkt: Date
}

function signaalVan({ bron, sleutel, soort, vanaf, organisatie, kid, inhoud, gemerkt }: Rij) {
  const [bronId, organisatieId] = [parseOrganisatieId(bron), parseOrganisatieId(organisatie)]
  const dag = parseDatum(vanaf)
  if (bronId === undefined || organisatieId === undefined || dag === undefined)
    throw new Error('in de databank staat iets anders dan een signaal')
  return {
    bron: bronId,
    sleutel,
    organisatie: organisatieId,
    soort,
    vanaf: dag,
    inhoud: { kid, cijfer: inhoud },
    gemerkt,
  }
}
