import { sql } from 'kysely'
import type { Reden } from '../audit/index.ts'
import { type OrganisatieId, type PersoonId, parseOrganisatieId, parsePersoonId } from '../domain/index.ts'
import type { GesteldeGrond, GrondStore, GrondVrager, Kandidaat } from '../toegang/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

export function grondOpslag(databank: Databank): GrondStore {
  const { alsMedewerker } = ingangen(databank)
  // Without a person: what a ground is about is a column of its own row.
  const als = <T>({ medewerker, organisatie }: GrondVrager, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    alsMedewerker({ medewerker, organisatie }, fn)
  return {
    stel: (grond) =>
      als(grond, async (tx) => {
        const { id, sessie, medewerker, organisatie, rol, doel, reden, kenmerk, gesteldOp } = grond
        await sql`delete from grond where sessie = ${sessie}`.execute(tx)
        await sql`insert into grond (id, sessie, medewerker, organisatie, rol, doel, reden, kenmerk, gesteld_op)
          values (${id}, ${sessie}, ${medewerker}, ${organisatie}, ${rol}, ${doel}, ${reden}, ${kenmerk ?? null},
            ${gesteldOp})`.execute(tx)
      }),

    vind: (vrager) =>
      als(vrager, async (tx) => {
        const { rows } = await sql<Rij>`select * from grond where sessie = ${vrager.sessie}`.execute(tx)
        return rows.map(grondVan)[0]
      }),

    telPoging: (vrager, id, max) =>
      als(vrager, async (tx) => {
        const { numAffectedRows } = await sql`update grond set pogingen = pogingen + 1
          where id = ${id} and sessie = ${vrager.sessie} and pogingen < ${max}`.execute(tx)
        return numAffectedRows === 1n
      }),

    bewaarKandidaten: (vrager, id, kandidaten) =>
      als(vrager, async (tx) => {
        await sql`update grond set kandidaten = ${JSON.stringify(kandidaten)}::jsonb
          where id = ${id} and sessie = ${vrager.sessie}`.execute(tx)
      }),

    kies: (vrager, id, wie, persoon) =>
      als(vrager, async (tx) => {
        const kolom = sql.ref(wie)
        const { numAffectedRows } = await sql`update grond set ${kolom} = ${persoon}, kandidaten = '[]'
          where id = ${id} and sessie = ${vrager.sessie} and ${kolom} is null`.execute(tx)
        return numAffectedRows === 1n
      }),

    beeindig: (vrager) =>
      als(vrager, async (tx) => {
        await sql`delete from grond where sessie = ${vrager.sessie}`.execute(tx)
      }),
  }
}

/** As `bewaring`: what was stated before this moment. Gives how many went. */
export async function ruimGrondenOp(bewaring: Databank, grens: Date): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    const { numAffectedRows } = await sql`delete from grond where gesteld_op < ${grens}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

interface Rij {
  readonly id: string
  readonly sessie: string
  readonly medewerker: string
  readonly organisatie: string
  readonly rol: string
  readonly doel: string
  readonly reden: Reden
  readonly kenmerk: string | null
  readonly gesteld_op: Date
  readonly persoon: string | null
  readonly ander: string | null
  readonly kandidaten: readonly { readonly handvat: string; readonly persoon: string }[]
  readonly pogingen: number
}

function grondVan({
  gesteld_op: gesteldOp,
  organisatie,
  persoon,
  ander,
  kandidaten,
  ...rij
}: Rij): GesteldeGrond {
  return {
    ...rij,
    organisatie: eis<OrganisatieId>(parseOrganisatieId(organisatie)),
    kenmerk: rij.kenmerk ?? undefined,
    gesteldOp,
    persoon: persoon === null ? undefined : eis<PersoonId>(parsePersoonId(persoon)),
    ander: ander === null ? undefined : eis<PersoonId>(parsePersoonId(ander)),
    kandidaten: kandidaten.map(
      (een): Kandidaat => ({ handvat: een.handvat, persoon: eis<PersoonId>(parsePersoonId(een.persoon)) }),
    ),
  }
}

function eis<T>(waarde: T | undefined): T {
  if (waarde === undefined) throw new Error('in de databank staat een grond die niet klopt')
  return waarde
}
