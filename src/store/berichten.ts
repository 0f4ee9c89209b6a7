import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { parsePersoonId } from '../domain/index.ts'
import type { BerichtRij, BerichtStore } from '../kanalen/bericht-store.ts'
import { type Berichtsoort, berichtsoorten } from '../kanalen/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

export function berichtOpslag(databank: Databank): BerichtStore {
  const { alsPersoon, alsTaakOver, metBewijs } = ingangen(databank)
  return {
    kent: (persoon, kenmerk) =>
      alsTaakOver('berichten', persoon, async (tx) => {
        const { rows } = await sql`select 1 from bericht
          where persoon = ${persoon} and kenmerk = ${kenmerk}`.execute(tx)
        return rows.length > 0
      }),

    plaats: (rij, bewijzen) =>
      alsTaakOver('berichten', rij.persoon, async (tx) => {
        const { id, persoon, soort, kenmerk, verstuurd, kid, cijfer } = rij
        const { numAffectedRows } =
          await sql`insert into bericht (id, persoon, soort, kenmerk, verstuurd, kid, cijfer)
          values (${id}, ${persoon}, ${soort}, ${kenmerk}, ${verstuurd}, ${kid}, ${cijfer})
          on conflict (persoon, kenmerk) do nothing`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    lijst: (persoon, bewijs, hoogstens) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Rij>`select * from bericht
          where persoon = ${persoon} order by verstuurd desc, id desc limit ${hoogstens}`.execute(tx)
        return rows.map(rijVan)
      }),

    vind: (persoon, id, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Rij>`select * from bericht where id = ${id}`.execute(tx)
        return rows.map(rijVan)[0]
      }),

    merkGeopend: (persoon, id, op, bewijzen) =>
      alsPersoon(persoon, async (tx) => {
        const { numAffectedRows } = await sql`update bericht set geopend = ${op}
          where id = ${id} and geopend is null`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    ongelezen: (persoon, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<{ aantal: number }>`select count(*)::int as aantal from bericht
          where persoon = ${persoon} and geopend is null`.execute(tx)
        return rows[0]?.aantal ?? 0
      }),
  }
}

/** What goes when the retention period of messages is over. */
export function berichtOpruimer(bewaring: Databank): Opruimer {
  return { verwerking: 'bericht-sturen', ruimOp: (grens) => ruimBerichtenOp(bewaring, grens) }
}

/** As `bewaring`: messages from before this moment. Gives how many went. */
export async function ruimBerichtenOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from bericht where verstuurd < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

interface Rij {
  readonly id: string
  readonly persoon: string
  readonly soort: string
  readonly kenmerk: Buffer
  readonly verstuurd: Date
  readonly geopend: Date | null
  readonly kid: string
  readonly cijfer: Buffer
}

function rijVan({ id, persoon, soort, kenmerk, verstuurd, geopend, kid, cijfer }: Rij): BerichtRij {
  const wie = parsePersoonId(persoon)
  if (wie === undefined || !isSoort(soort)) throw new Error('een bericht van een onbekende soort')
  return { id, persoon: wie, soort, kenmerk, verstuurd, geopend: geopend ?? undefined, kid, cijfer }
}

function isSoort(soort: string): soort is Berichtsoort {
  return (berichtsoorten as readonly string[]).includes(soort)
}
