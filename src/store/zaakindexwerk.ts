import { sql } from 'kysely'
import type { Bekijkopdracht, BronId, Genoemd, Vraagopdracht, ZaakindexwerkStore } from '../zaken/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { bronVan, indexnaamVan, naamVan, vergeet } from './zaakindex.ts'

export function zaakindexwerkOpslag(databank: Databank): ZaakindexwerkStore {
  const { alsTaak, alsTaakMetHashes } = ingangen(databank)
  return {
    heeftDeelnemers: () =>
      alsTaak('zaakindex-bijhouden', async (tx) => {
        const { rows } = await sql`select 1 from zaakindex_deelnemer limit 1`.execute(tx)
        return rows.length > 0
      }),

    houders: ({ bron, uuid }, gelezenOp) =>
      alsTaak('zaakindex-bijhouden', async (tx) => {
        await noteerLezing(tx, bron, gelezenOp)
        const { rows } = await sql<Rij>`select d.wie, d.kid, d.persoon
          from zaakindex_zaak z join zaakindex_deelnemer d using (wie)
          where z.bron = ${bron} and z.zaak = ${uuid}::uuid`.execute(tx)
        return rows.map(genoemdVan)
      }),

    teVragen: (opdracht) =>
      alsTaak('zaakindex-bijhouden', async (tx) => {
        await maakParen(tx, opdracht)
        return neemParen(tx, opdracht)
      }),

    teBekijken: (opdracht) => alsTaak('zaakindex-bijhouden', (tx) => neemTeBekijken(tx, opdracht)),

    zetBekeken: (wie, bron, op) =>
      alsTaak('zaakindex-bijhouden', async (tx) => {
        await sql`update zaakindex_bron set bekeken_op = ${op}
          where wie = ${naamVan(wie).hash} and bron = ${bron}`.execute(tx)
      }),

    metAndereSleutel: (kid, na, max) =>
      alsTaak('zaakindex-bijhouden', async (tx) => {
        const begin = na === undefined ? Buffer.alloc(0) : naamVan(na).hash
        const { rows } = await sql<Rij>`select wie, kid, persoon from zaakindex_deelnemer
          where kid <> ${kid} and wie > ${begin} order by wie limit ${max}`.execute(tx)
        return rows.map(genoemdVan)
      }),

    hernoem: (oud, nieuw, zegel) => {
      const [was, wordt] = [naamVan(oud), naamVan(nieuw)]
      return alsTaakMetHashes('zaakindex', [was.hash, wordt.hash], async (tx) => {
        const { rows } = await sql`select 1 from zaakindex_deelnemer
          where wie = ${wordt.hash} for update`.execute(tx)
        if (rows.length > 0) return vergeet(tx, was.hash)
        await sql`update zaakindex_deelnemer set wie = ${wordt.hash}, kid = ${wordt.kid}, persoon = ${zegel}
          where wie = ${was.hash}`.execute(tx)
      })
    },

    vergeet: (wie) =>
      alsTaakMetHashes('zaakindex', [naamVan(wie).hash], (tx) => vergeet(tx, naamVan(wie).hash)),

    vergeetBron: (bron) =>
      alsTaak('zaakindex-bijhouden', async (tx) => {
        // In the order of every transaction here: connection, case, hint.
        await sql`delete from zaakindex_bron where bron = ${bron}`.execute(tx)
        await sql`delete from zaakindex_zaak where bron = ${bron}`.execute(tx)
        await sql`delete from zaakhint where bron = ${bron}`.execute(tx)
      }),
  }
}

/** Named limit: noted ahead for so long, so that not each reading writes. It makes a few cases be read once more. */
const vooruitMs = 1_000

async function noteerLezing(tx: Tx, bron: BronId, op: Date): Promise<void> {
  const tot = new Date(op.getTime() + vooruitMs)
  // Lost in a crash of the database, so are the answers that would have looked at it.
  const { rows } = await sql`select set_config('synchronous_commit', 'off', true)
    from zaakbron_gelezen where bron = ${bron} and tot >= ${op}`.execute(tx)
  if (rows.length > 0) return
  await sql`insert into zaakbron_gelezen as g (bron, tot) values (${bron}, ${tot})
    on conflict (bron) do update set tot = greatest(g.tot, excluded.tot)
    returning set_config('synchronous_commit', 'off', true)`.execute(tx)
}

/**
 * Whom a connection was never asked about has no row there yet. Each person is looked at once for each list of
 * connections, without waiting for anybody.
 */
async function maakParen(tx: Tx, { bronnen, aantal }: Vraagopdracht): Promise<void> {
  const ids = bronnen.map(({ bron }) => bron).sort()
  const lijst = ids.join(' ')
  await sql`
    with wie as (select wie from zaakindex_deelnemer
        where persoon is not null and bronnen is distinct from ${lijst}
        order by wie limit ${aantal} for no key update skip locked),
      nieuw as (insert into zaakindex_bron (wie, bron)
        select wie.wie, b.bron from wie cross join unnest(${ids}::text[]) as b (bron) on conflict do nothing)
    update zaakindex_deelnemer d set bronnen = ${lijst} from wie where d.wie = wie.wie`.execute(tx)
}

/** The longest unconfirmed first. Each connection by its own index; who is locked is somebody else's. */
async function neemParen(
  tx: Tx,
  { bronnen, nu, pauzeMs, aantal }: Vraagopdracht,
): Promise<readonly (Genoemd & { readonly bron: BronId })[]> {
  const pauze = new Date(nu.getTime() - pauzeMs)
  const ids = bronnen.map(({ bron }) => bron)
  const voor = bronnen.map(({ bevestigdVoor }) => bevestigdVoor)
  const open = sql`from zaakindex_bron z join zaakindex_deelnemer d on d.wie = z.wie and d.persoon is not null
    where z.bron = b.bron and (z.gevraagd_op is null or z.gevraagd_op <= ${pauze})`
  const { rows } = await sql<Rij & { bron: string }>`
    with kandidaat as (
        select k.* from unnest(${ids}::text[], ${voor}::timestamptz[]) as b (bron, voor)
          left join zaakbron_stand s on s.bron = b.bron
          cross join lateral (
            (select z.wie, z.bron, z.bevestigd_op ${open} and z.bevestigd_op is null limit ${aantal})
            union all
            (select z.wie, z.bron, z.bevestigd_op ${open} and z.bevestigd_op <=
                greatest(b.voor, least(coalesce(s.gemist_op, '-infinity'), ${pauze}::timestamptz))
              order by z.bevestigd_op limit ${aantal})) k
        where s.rust_tot is null or s.rust_tot <= ${nu}),
      paar as (
        select z.wie, z.bron from zaakindex_bron z join kandidaat k on k.wie = z.wie and k.bron = z.bron
        order by k.bevestigd_op nulls first limit ${aantal} for update of z skip locked)
    -- Whoever is asked about is looked at as well.
    update zaakindex_bron z set gevraagd_op = ${nu}, bekeken_op = ${nu}
    from paar join zaakindex_deelnemer d on d.wie = paar.wie
    where z.wie = paar.wie and z.bron = paar.bron
      -- Another node may have been first since we looked.
      and (z.gevraagd_op is null or z.gevraagd_op <= ${pauze})
    returning z.wie, d.kid, d.persoon, z.bron`.execute(tx)
  return rows.map((rij) => ({ ...genoemdVan(rij), bron: bronVan(rij.bron) }))
}

/** Who was looked at longest ago first. At a connection that rests nobody looks. */
async function neemTeBekijken(
  tx: Tx,
  { bronnen, nu, bekekenVoor, aantal }: Bekijkopdracht,
): Promise<readonly (Genoemd & { readonly bron: BronId })[]> {
  const { rows } = await sql<Rij & { bron: string }>`
    with paar as (
      select z.wie, z.bron from zaakindex_bron z
        left join zaakbron_stand s on s.bron = z.bron
      where z.bron = any(${[...bronnen]}::text[])
        and (z.bekeken_op is null or z.bekeken_op <= ${bekekenVoor})
        and (s.rust_tot is null or s.rust_tot <= ${nu})
        and exists (select 1 from zaakindex_zaak k where k.wie = z.wie and k.bron = z.bron)
      order by z.bekeken_op nulls first limit ${aantal} for update of z skip locked)
    update zaakindex_bron z set bekeken_op = ${nu}
    from paar join zaakindex_deelnemer d on d.wie = paar.wie and d.persoon is not null
    where z.wie = paar.wie and z.bron = paar.bron
      and (z.bekeken_op is null or z.bekeken_op <= ${bekekenVoor})
    returning z.wie, d.kid, d.persoon, z.bron`.execute(tx)
  return rows.map((rij) => ({ ...genoemdVan(rij), bron: bronVan(rij.bron) }))
}

interface Rij {
  readonly wie: Buffer
  readonly kid: string
  readonly persoon: Buffer | null
}

function genoemdVan(rij: Rij): Genoemd {
  return { wie: indexnaamVan(rij), zegel: rij.persoon ?? undefined }
}
