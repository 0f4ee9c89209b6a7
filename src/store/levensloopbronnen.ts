import { sql } from 'kysely'
import type { Kid } from '../audit/index.ts'
import { parseOrganisatieId, parsePersoonId } from '../domain/index.ts'
import { type LevensloopbronStore, levensloopsoorten } from '../proactief/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { wieVan } from './dossiers.ts'

export function levensloopbronOpslag(databank: Databank): LevensloopbronStore {
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => ingangen(databank).alsTaak('levensloop', fn)
  return {
    alle: () =>
      als(async (tx) => {
        const { rows } = await sql<Rij>`select bron, organisatie, soorten, aanmelden, kid, cijfer, sinds
          from levensloop_bron order by bron`.execute(tx)
        return rows.map(rijVan)
      }),

    zet: ({ bron, organisatie, soorten, aanmelden }, { geheim, op, vanaf }, bewijs) =>
      als(async (tx) => {
        await sql`insert into levensloop_bron as b (bron, organisatie, soorten, aanmelden, kid, cijfer, sinds, vul_op)
          values (${bron}, ${organisatie}, ${[...soorten]}::text[], ${aanmelden}, ${geheim?.kid ?? null},
            ${geheim?.cijfer ?? null}, ${op}, ${vanaf})
          on conflict (bron) do update set organisatie = excluded.organisatie, soorten = excluded.soorten,
            aanmelden = excluded.aanmelden, kid = coalesce(excluded.kid, b.kid),
            cijfer = coalesce(excluded.cijfer, b.cijfer),
            vul_na = case when ${isAnders} then ${sql.lit(begin)}::uuid else b.vul_na end,
            vul_alle = b.vul_alle or ${isAnders},
            vul_op = case when ${isAnders} then excluded.vul_op else b.vul_op end`.execute(tx)
        await voegBewijsToe(tx, [bewijs])
      }),

    herzegel: (bron, { kid, cijfer }) =>
      als(async (tx) => {
        await sql`update levensloop_bron set kid = ${kid}, cijfer = ${cijfer} where bron = ${bron}`.execute(
          tx,
        )
      }),

    sluit: (bron, bewijs) =>
      als(async (tx) => {
        // First the source: then nothing waits to be told to it.
        const { numAffectedRows } = await sql`delete from levensloop_bron where bron = ${bron}`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await sql`delete from levensloop_abonnement where bron = ${bron}`.execute(tx)
        await sql`delete from levensloop_aanmelding where bron = ${bron}`.execute(tx)
        await voegBewijsToe(tx, [bewijs])
        return true
      }),

    vulAan: (nu, aantal, maak) => als((tx) => vulAan(tx, nu, aantal, maak)),

    pak: (nu, tot, aantal) =>
      als(async (tx) => {
        const { rows } = await sql<{
          readonly nr: number
          readonly bron: string
          readonly wie: string
          readonly persoon: string | null
          readonly wat: 'aan' | 'af'
          readonly pogingen: number
        }>`update levensloop_aanmelding a set bezig_tot = ${tot}, volgend = ${tot}, pogingen = pogingen + 1
          where a.nr in (select k.nr from levensloop_aanmelding k where k.volgend <= ${nu}
            and not exists (select 1 from levensloop_aanmelding e
              where e.bron = k.bron and e.wie = k.wie and e.nr < k.nr)
            order by k.nr limit ${aantal} for update skip locked)
          returning a.nr, a.bron, a.wie, a.persoon::text, a.wat, a.pogingen - 1 as pogingen`.execute(tx)
        return rows
          .toSorted((a, b) => a.nr - b.nr)
          .map(({ persoon, ...rij }) => ({
            ...rij,
            persoon: persoon === null ? undefined : parsePersoonId(persoon),
          }))
      }),

    later: (nr, volgend) =>
      als(async (tx) => {
        await sql`update levensloop_aanmelding set volgend = ${volgend}, bezig_tot = null
          where nr = ${nr}`.execute(tx)
      }),

    klaar: (nr) =>
      als(async (tx) => {
        await sql`delete from levensloop_aanmelding where nr = ${nr}`.execute(tx)
      }),

    wachtend: () =>
      als(async (tx) => {
        const { rows } = await sql<{ readonly bron: string; readonly aantal: number }>`
          select bron, count(*) as aantal from levensloop_aanmelding group by bron`.execute(tx)
        return new Map(rows.map(({ bron, aantal }) => [bron, aantal]))
      }),
  }
}

/** Named limit: a source that has so many to hear of gets no more names for now. */
const genoeg = 500

/** Before everybody: an id that nobody has. */
const begin = '00000000-0000-0000-0000-000000000000'

/** Something that it hears about those it follows: another address, or other kinds. */
const isAnders = sql`(b.soorten, b.aanmelden) is distinct from (excluded.soorten, excluded.aanmelden)`

/** One source that has been told of nearly all before, one batch, by the id of who takes part. Who stops meanwhile waits until the batch stands, and goes whole. */
async function vulAan(
  tx: Tx,
  nu: Date,
  aantal: number,
  maak: Parameters<LevensloopbronStore['vulAan']>[2],
): Promise<number> {
  const { rows: bronnen } = await sql<{
    readonly bron: string
    readonly na: string
    readonly alle: boolean
  }>`select bron, vul_na::text as na, vul_alle as alle from levensloop_bron b
    where vul_na is not null and vul_op <= ${nu}
      -- Behind what still has to be told stands whoever stops at this moment.
      and (select count(*) from (select 1 from levensloop_aanmelding a where a.bron = b.bron limit ${genoeg}) w) < ${genoeg}
    order by bron limit 1 for update skip locked`.execute(tx)
  const [rij] = bronnen
  if (rij === undefined) return 0
  const { bron, na, alle } = rij
  const { rows } = await sql<{ readonly persoon: string }>`select persoon::text from levensloop_dossier
    where persoon > ${na}::uuid order by persoon limit ${aantal} for key share`.execute(tx)
  const wie = rows.map(({ persoon }) => ({ persoon, ...maak(bron, wieVan(persoon)) }))
  const personen = wie.map(({ persoon }) => persoon)
  if (alle)
    await sql`insert into levensloop_aanmelding (bron, wie, persoon, wat)
      select a.bron, a.wie, a.persoon, 'aan' from levensloop_abonnement a
      where a.bron = ${bron} and a.persoon = any(${personen}::uuid[]) and not exists (
        select 1 from levensloop_aanmelding m
        where m.bron = a.bron and m.wie = a.wie and m.bezig_tot is null and m.wat = 'aan')`.execute(tx)
  // As old as their consent: the name goes when that ends.
  const { rows: nieuw } = await sql<{ readonly persoon: string }>`
    insert into levensloop_abonnement (bron, wie, persoon, sinds)
    select ${bron}, n.wie, d.persoon, d.sinds
    from unnest(${personen}::uuid[], ${wie.map((een) => een.wie)}::text[]) as n (persoon, wie)
      join levensloop_dossier d on d.persoon = n.persoon
    on conflict do nothing returning persoon::text`.execute(tx)
  const isNieuw = new Set(nieuw.map(({ persoon }) => persoon))
  await voegBewijsToe(
    tx,
    wie.flatMap(({ persoon, bewijs }) => (isNieuw.has(persoon) ? [bewijs] : [])),
  )
  const laatste = rows.length < aantal ? null : (personen.at(-1) ?? null)
  await sql`update levensloop_bron set vul_na = ${laatste}::uuid, vul_alle = vul_alle and ${laatste}::uuid is not null
    where bron = ${bron}`.execute(tx)
  return rows.length
}

interface Rij {
  readonly bron: string
  readonly organisatie: string
  readonly soorten: readonly string[]
  readonly aanmelden: string
  readonly kid: Kid | null
  readonly cijfer: Buffer | null
  readonly sinds: Date
}

function rijVan({ bron, organisatie: naam, soorten, aanmelden, kid, cijfer, sinds }: Rij) {
  const organisatie = parseOrganisatieId(naam)
  if (organisatie === undefined) throw new Error('een bron van een organisatie die niet zo kan heten')
  return {
    bron,
    organisatie,
    // Of a kind that a later version knew and this one does not, nothing is taken in.
    soorten: levensloopsoorten.filter((soort) => soorten.includes(soort)),
    aanmelden,
    geheim: kid === null || cijfer === null ? undefined : { kid, cijfer },
    sinds,
  }
}
