import { sql } from 'kysely'
import {
  type OrganisatieId,
  type PersoonId,
  parseDatum,
  parseOrganisatieId,
  parsePersoonId,
} from '../domain/index.ts'
import type { Maatregel, Machtiging, MachtigingSoort, Wijze } from '../toegang/machtiging.ts'
import type { MachtigingStore, MachtigingVrager } from '../toegang/machtiging-store.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type MetBewijs, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

export function machtigingOpslag(databank: Databank): MachtigingStore {
  const door = ingangen(databank)
  const als = <T>(
    vrager: MachtigingVrager,
    fn: (tx: Tx) => Promise<T>,
    { alsPersoon, alsMedewerker }: Pick<MetBewijs, 'alsPersoon' | 'alsMedewerker'> = door,
  ): Promise<T> => (vrager.soort === 'persoon' ? alsPersoon(vrager.persoon, fn) : alsMedewerker(vrager, fn))
  return {
    bewaar: (vrager, machtiging, bewijzen) =>
      als(vrager, async (tx) => {
        await schrijfMachtiging(tx, machtiging)
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
        const { rows } = await sql<MachtigingRij>`select *, ${maatregelen} from machtiging
          where id = ${id}`.execute(tx)
        return rows.map(machtigingVan)[0]
      }),

    staatEr: (vrager, { soort, gever, gemachtigde, organisatie, geldigVanaf, geldigTot }) =>
      als(vrager, async (tx) => {
        const { rows } = await sql`select 1 from machtiging where soort = ${soort} and gever = ${gever}
          and gemachtigde = ${gemachtigde} and organisatie = ${organisatie} and vanaf = ${geldigVanaf}
          and tot = ${geldigTot} and ingetrokken is null limit 1`.execute(tx)
        return rows.length > 0
      }),

    maatregelen: (vrager) => als(vrager, (tx) => leesMaatregelen(tx, vrager.persoon)),

    alle: (vrager, bewijs) =>
      als(
        vrager,
        async (tx) => {
          const { rows } = await sql<MachtigingRij>`select *, ${maatregelen} from machtiging
            where ${vrager.persoon} in (gever, gemachtigde) order by vastgelegd desc, id desc`.execute(tx)
          return rows.map(machtigingVan)
        },
        door.metBewijs(bewijs),
      ),
  }
}

/** What a court decided about the giver matters for what a person gave, and for nothing else. */
const maatregelen = sql`case when soort = 'machtiging' then maatregelen_van(gever) end as maatregelen`

export async function leesMaatregelen(tx: Tx, persoon: string): Promise<readonly Maatregel[]> {
  const { rows } = await sql<{ gevonden: readonly MaatregelRij[] }>`
    select maatregelen_van(${persoon}) as gevonden`.execute(tx)
  return (rows[0]?.gevonden ?? []).map(maatregelVan)
}

export async function schrijfMachtiging(tx: Tx, machtiging: Machtiging): Promise<void> {
  const { id, soort, gever, gemachtigde, organisatie, diensten, geldigVanaf, geldigTot } = machtiging
  const { wijze, vastgelegd } = machtiging
  const balie = wijze.soort === 'digitaal' ? undefined : wijze
  await sql`insert into machtiging (id, soort, gever, gemachtigde, organisatie, diensten, vanaf, tot, wijze,
      bij, medewerker, kenmerk, vastgelegd)
    values (${id}, ${soort}, ${gever}, ${gemachtigde}, ${organisatie}, ${[...diensten]}::text[], ${geldigVanaf},
      ${geldigTot}, ${wijze.soort}, ${balie?.bij ?? null}, ${balie?.medewerker ?? null},
      ${balie?.kenmerk ?? null}, ${vastgelegd})`.execute(tx)
}

/** As `bewaring`: mandates that ended, or were taken back, before this moment. Gives how many went. */
export async function ruimMachtigingenOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from machtiging
      where tot <= ${grens}::timestamptz::date or ingetrokken < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

interface MaatregelRij {
  readonly soort: Maatregel['soort']
  readonly vanaf: string
  readonly tot: string
}

function maatregelVan({ soort, vanaf, tot }: MaatregelRij): Maatregel {
  return { soort, geldigVanaf: eisRij(vanaf, parseDatum), geldigTot: eisRij(tot, parseDatum) }
}

export interface MachtigingRij {
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
  readonly maatregelen?: readonly MaatregelRij[] | null
}

export function machtigingVan(rij: MachtigingRij): Machtiging {
  const { id, soort, diensten, vastgelegd, medewerker, kenmerk } = rij
  const gevonden = (rij.maatregelen ?? []).map(maatregelVan)
  const wijze: Wijze =
    rij.wijze === 'digitaal'
      ? { soort: 'digitaal' }
      : {
          soort: rij.wijze,
          bij: eisRij(rij.bij, parseOrganisatieId),
          medewerker: medewerker ?? '',
          kenmerk: kenmerk ?? '',
        }
  return {
    id,
    soort,
    gever: eisRij<PersoonId>(rij.gever, parsePersoonId),
    gemachtigde: eisRij<PersoonId>(rij.gemachtigde, parsePersoonId),
    organisatie: eisRij<OrganisatieId>(rij.organisatie, parseOrganisatieId),
    diensten,
    geldigVanaf: eisRij(rij.vanaf, parseDatum),
    geldigTot: eisRij(rij.tot, parseDatum),
    wijze,
    vastgelegd,
    ingetrokken: rij.ingetrokken ?? undefined,
    ...(gevonden.length > 0 && { maatregelen: gevonden }),
  }
}

/** What we wrote ourselves through the same parser. */
export function eisRij<T>(waarde: string | null, parse: (waarde: unknown) => T | undefined): T {
  const gelezen = parse(waarde)
  if (gelezen === undefined) throw new Error('in de databank staat een machtiging die niet klopt')
  return gelezen
}
