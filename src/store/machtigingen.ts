import { sql } from 'kysely'
import {
  type OrganisatieId,
  type PersoonId,
  parseDatum,
  parseOrganisatieId,
  parsePersoonId,
} from '../domain/index.ts'
import type { Machtiging, MachtigingSoort, Wijze } from '../toegang/machtiging.ts'
import type { MachtigingStore, MachtigingVrager } from '../toegang/machtiging-store.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

export function machtigingOpslag(databank: Databank): MachtigingStore {
  const { alsPersoon, alsMedewerker } = ingangen(databank)
  const als = <T>(vrager: MachtigingVrager, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    vrager.soort === 'persoon' ? alsPersoon(vrager.persoon, fn) : alsMedewerker(vrager, fn)
  return {
    bewaar: (vrager, machtiging, bewijzen) =>
      als(vrager, async (tx) => {
        const { id, soort, gever, gemachtigde, organisatie, diensten, geldigVanaf, geldigTot } = machtiging
        const { wijze, vastgelegd } = machtiging
        const balie = wijze.soort === 'digitaal' ? undefined : wijze
        await sql`insert into machtiging (id, soort, gever, gemachtigde, organisatie, diensten, vanaf, tot, wijze,
            bij, medewerker, kenmerk, vastgelegd)
          values (${id}, ${soort}, ${gever}, ${gemachtigde}, ${organisatie}, ${[...diensten]}::text[], ${geldigVanaf},
            ${geldigTot}, ${wijze.soort}, ${balie?.bij ?? null}, ${balie?.medewerker ?? null},
            ${balie?.kenmerk ?? null}, ${vastgelegd})`.execute(tx)
        await voegBewijsToe(tx, bewijzen)
      }),

    trekIn: (vrager, id, op, bewijzen) =>
      als(vrager, async (tx) => {
        const { numAffectedRows } = await sql`update machtiging set ingetrokken = ${op}
          where id = ${id} and ingetrokken is null`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    vind: (vrager, id) =>
      als(vrager, async (tx) => {
        const { rows } = await sql<Rij>`select * from machtiging where id = ${id}`.execute(tx)
        return rows.map(machtigingVan)[0]
      }),

    alle: (vrager) =>
      als(vrager, async (tx) => {
        const { rows } = await sql<Rij>`select * from machtiging
          where ${vrager.persoon} in (gever, gemachtigde) order by vastgelegd desc, id desc`.execute(tx)
        return rows.map(machtigingVan)
      }),
  }
}

/** As `bewaring`: mandates that ended, or were taken back, before this moment. Gives how many went. */
export async function ruimMachtigingenOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from machtiging
      where tot <= ${grens}::timestamptz::date or ingetrokken < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

interface Rij {
  readonly id: string
  readonly soort: MachtigingSoort
  readonly gever: string
  readonly gemachtigde: string
  readonly organisatie: string
  readonly diensten: readonly string[]
  readonly vanaf: string
  readonly tot: string
  readonly wijze: Wijze['soort']
  readonly bij: string | null
  readonly medewerker: string | null
  readonly kenmerk: string | null
  readonly vastgelegd: Date
  readonly ingetrokken: Date | null
}

function machtigingVan(rij: Rij): Machtiging {
  const { id, soort, diensten, vastgelegd, medewerker, kenmerk } = rij
  const wijze: Wijze =
    rij.wijze === 'digitaal'
      ? { soort: 'digitaal' }
      : {
          soort: rij.wijze,
          bij: eis(rij.bij, parseOrganisatieId),
          medewerker: medewerker ?? '',
          kenmerk: kenmerk ?? '',
        }
  return {
    id,
    soort,
    gever: eis<PersoonId>(rij.gever, parsePersoonId),
    gemachtigde: eis<PersoonId>(rij.gemachtigde, parsePersoonId),
    organisatie: eis<OrganisatieId>(rij.organisatie, parseOrganisatieId),
    diensten,
    geldigVanaf: eis(rij.vanaf, parseDatum),
    geldigTot: eis(rij.tot, parseDatum),
    wijze,
    vastgelegd,
    ingetrokken: rij.ingetrokken ?? undefined,
  }
}

/** What we wrote ourselves through the same parser. */
function eis<T>(waarde: string | null, parse: (waarde: unknown) => T | undefined): T {
  const gelezen = parse(waarde)
  if (gelezen === undefined) throw new Error('in de databank staat een machtiging die niet klopt')
  return gelezen
}
