import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import {
  type Campagne,
  type Campagneplan,
  type CampagneStore,
  type Campagnetelling,
  campagneDoel,
  LEGE_TELLING,
} from '../proactief/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

const kolommen = sql`id, organisatie, plan, tellingen, versie, gemaakt::text as gemaakt, gestopt::text as gestopt`
const leeg = JSON.stringify(LEGE_TELLING)

/** Campaigns that are measured, each of one organisation; row-level security holds which somebody sees. */
export function campagneOpslag(databank: Databank): CampagneStore {
  const { alsMedewerker } = ingangen(databank)
  return {
    bewaar: (kijker, { id, organisatie, plan, tellingen, versie, gemaakt }) =>
      alsMedewerker(kijker, async (tx) => {
        await sql`insert into campagne (id, organisatie, plan, tellingen, versie, gemaakt)
          values (${id}, ${organisatie}, ${JSON.stringify(plan)}::jsonb, ${JSON.stringify(tellingen)}::jsonb, ${versie},
            ${gemaakt}::date)`.execute(tx)
      }),

    lijst: (kijker, vanaf, hoogstens) =>
      alsMedewerker(kijker, async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen} from campagne where gemaakt >= ${vanaf}::date
          order by gemaakt desc, id desc limit ${hoogstens}`.execute(tx)
        return rows.flatMap(campagneVan)
      }),

    een: (kijker, vanaf, id) =>
      alsMedewerker(kijker, async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen} from campagne
          where id = ${id} and gemaakt >= ${vanaf}::date`.execute(tx)
        return rows.flatMap(campagneVan)[0]
      }),

    tel: (kijker, id, vanVersie, tellingen) =>
      alsMedewerker(kijker, async (tx) => {
        const { numAffectedRows } = await sql`update campagne
          set tellingen = ${JSON.stringify(tellingen)}::jsonb, versie = versie + 1
          where id = ${id} and versie = ${vanVersie} and gestopt is null`.execute(tx)
        return numAffectedRows === 1n
      }),

    wijzig: (kijker, id, vanVersie, plan) =>
      alsMedewerker(kijker, async (tx) => {
        const { numAffectedRows } = await sql`update campagne
          set plan = ${JSON.stringify(plan)}::jsonb, versie = versie + 1
          where id = ${id} and versie = ${vanVersie} and gestopt is null and tellingen = ${leeg}::jsonb`.execute(
          tx,
        )
        return numAffectedRows === 1n
      }),

    wis: (kijker, id, vanVersie) =>
      alsMedewerker(kijker, async (tx) => {
        const { numAffectedRows } = await sql`delete from campagne
          where id = ${id} and versie = ${vanVersie} and gestopt is null and tellingen = ${leeg}::jsonb`.execute(
          tx,
        )
        return numAffectedRows === 1n
      }),

    stop: (kijker, id, vanVersie, op) =>
      alsMedewerker(kijker, async (tx) => {
        const { numAffectedRows } = await sql`update campagne set gestopt = ${op}::date, versie = versie + 1
          where id = ${id} and versie = ${vanVersie} and gestopt is null`.execute(tx)
        return numAffectedRows === 1n
      }),
  }
}

/** Counts of nobody, and the plan of an organisation: they go by themselves, whether anybody looks or not. */
export function campagneOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: campagneDoel,
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from campagne
          where gemaakt < ${grens.toISOString().slice(0, 10)}::date`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),
  }
}

interface Rij {
  readonly id: string
  readonly organisatie: string
  readonly plan: Campagneplan
  readonly tellingen: Campagnetelling
  readonly versie: number
  readonly gemaakt: string
  readonly gestopt: string | null
}

function campagneVan({ organisatie: van, gestopt, ...rij }: Rij): readonly Campagne[] {
  const organisatie = parseOrganisatieId(van)
  // `undefined` is left out of JSON, and comes back as nothing.
  return organisatie === undefined
    ? []
    : [
        {
          ...rij,
          ...(gestopt !== null && { gestopt }),
          organisatie,
          plan: { ...rij.plan, grond: rij.plan.grond ?? undefined },
        },
      ]
}
