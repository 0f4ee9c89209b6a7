import { sql } from 'kysely'
import { type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import { codeVan } from '../platform/index.ts'
import type {
  AansluitingRij,
  AansluitingStore,
  AansluitingVersie,
  Wijziger,
} from '../zaken/aansluiting-store.ts'
import type { Geheimsoort } from '../zaken/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

/** Notices that a connection changed; the payload is not used, the table says what holds. */
export const aansluitingKanaal = 'voordeur_zaakbron'

type Zegels = AansluitingRij['geheimen']

export function aansluitingOpslag(databank: Databank): AansluitingStore {
  const alsTaak = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => ingangen(databank).alsTaak('zaakbronnen', fn)
  return {
    nummer: () => ingangen(databank).alsTaak('zaakbronnen', nummer, 'lezen'),

    alle: () =>
      alsTaak(async (tx) => {
        // One statement is one snapshot.
        const { rows } = await sql<Rij>`
          select distinct on (v.bron) v.bron, v.versie, v.instelling,
            (select max(volgnummer) from zaakbron_versie) as nummer,
            (select coalesce(jsonb_agg(jsonb_build_array(g.soort, g.kid, encode(g.cijfer, 'hex'))), '[]')
              from zaakbron_geheim g where g.bron = v.bron) as geheimen
          from zaakbron_versie v order by v.bron, v.versie desc`.execute(tx)
        return { nummer: Number(rows[0]?.nummer ?? 0), rijen: rows.map(rijVan) }
      }),

    versies: (bron, hoogstens) =>
      alsTaak(async (tx) => {
        const { rows } =
          await sql<AansluitingVersie>`select versie, op, door, wat, instelling from zaakbron_versie
          where bron = ${bron} order by versie desc limit ${hoogstens}`.execute(tx)
        return rows.map(({ door, ...rij }) => ({ ...rij, door: wijzigerVan(door) }))
      }),

    bewaar: async ({ bron, vanVersie, instelling, geheimen, wat, door, op }, bewijs) => {
      try {
        return await alsTaak(async (tx) => {
          const { rows } = await sql<{ versie: number }>`select coalesce(max(versie), 0) as versie
            from zaakbron_versie where bron = ${bron}`.execute(tx)
          if (Number(rows[0]?.versie ?? 0) !== vanVersie) return 'ingehaald'
          await sql`insert into zaakbron_versie (bron, versie, instelling, wat, door, op) values (${bron},
            ${vanVersie + 1}, ${JSON.stringify(instelling)}::jsonb, ${[...wat]}::text[],
            ${JSON.stringify(door)}::jsonb, ${op})`.execute(tx)
          for (const [soort, zegel] of geheimen)
            if (zegel === undefined)
              await sql`delete from zaakbron_geheim where bron = ${bron} and soort = ${soort}`.execute(tx)
            else await zetGeheim(tx, bron, soort, zegel, op)
          await voegBewijsToe(tx, [bewijs])
          // Delivered when the transaction is committed, not before.
          await sql`select pg_notify(${aansluitingKanaal}, '')`.execute(tx)
          return 'ok'
        })
      } catch (fout) {
        // 23505: two at the same moment made the same version; the second one looks again.
        if (codeVan(fout) === '23505') return 'ingehaald'
        throw fout
      }
    },

    herzegel: (bron, geheimen) =>
      alsTaak(async (tx) => {
        for (const [soort, { kid, cijfer }] of geheimen)
          await sql`update zaakbron_geheim set kid = ${kid}, cijfer = ${cijfer}
            where bron = ${bron} and soort = ${soort}`.execute(tx)
      }),
  }
}

async function nummer(tx: Tx): Promise<number> {
  const { rows } = await sql<{ nummer: number }>`
    select coalesce(max(volgnummer), 0) as nummer from zaakbron_versie`.execute(tx)
  return Number(rows[0]?.nummer ?? 0)
}

async function zetGeheim(
  tx: Tx,
  bron: string,
  soort: Geheimsoort,
  { kid, cijfer }: { readonly kid: string; readonly cijfer: Buffer },
  op: Date,
): Promise<void> {
  await sql`insert into zaakbron_geheim (bron, soort, kid, cijfer, gezet_op)
    values (${bron}, ${soort}, ${kid}, ${cijfer}, ${op})
    on conflict (bron, soort) do update set kid = excluded.kid, cijfer = excluded.cijfer,
      gezet_op = excluded.gezet_op`.execute(tx)
}

interface Rij {
  readonly bron: string
  readonly versie: number
  readonly instelling: unknown
  readonly nummer: number
  readonly geheimen: readonly (readonly [Geheimsoort, string, string])[]
}

function rijVan({ bron, versie, instelling, geheimen }: Rij): AansluitingRij {
  const zegels: Zegels = new Map(
    geheimen.map(([soort, kid, hex]) => [soort, { kid, cijfer: Buffer.from(hex, 'hex') }]),
  )
  return { bron: eis(bron), versie, instelling, geheimen: zegels }
}

function wijzigerVan(door: Wijziger): Wijziger {
  return door.soort === 'medewerker' ? { ...door, organisatie: eis(door.organisatie) } : door
}

function eis(id: string): OrganisatieId {
  const organisatie = parseOrganisatieId(id)
  if (organisatie === undefined) throw new Error('in de databank staat een aansluiting die niet klopt')
  return organisatie
}
