import { sql } from 'kysely'
import type { Genoemd, ZaakindexwerkStore } from '../zaken/index.ts'
import { ingangen } from './context.ts'
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
        await sql`insert into zaakbron_stand as s (bron, verwerkt_op) values (${bron}, ${gelezenOp})
          on conflict (bron) do update set verwerkt_op = greatest(s.verwerkt_op, excluded.verwerkt_op)`.execute(
          tx,
        )
        const { rows } = await sql<Rij>`select d.wie, d.kid, d.persoon
          from zaakindex_zaak z join zaakindex_deelnemer d using (wie)
          where z.bron = ${bron} and z.zaak = ${uuid}::uuid`.execute(tx)
        return rows.map(genoemdVan)
      }),

    teVragen: ({ bronnen, nu, bevestigdVoor, pauzeMs, aantal }) =>
      alsTaak('zaakindex-bijhouden', async (tx) => {
        // Whom a connection was never asked about has no row there yet. In one order, and without waiting for anybody.
        await sql`insert into zaakindex_bron (wie, bron)
          select d.wie, b.bron from zaakindex_deelnemer d cross join unnest(${[...bronnen]}::text[]) as b (bron)
          where d.persoon is not null
            and not exists (select 1 from zaakindex_bron z where z.wie = d.wie and z.bron = b.bron)
          order by d.wie, b.bron limit ${aantal} for key share of d skip locked on conflict do nothing`.execute(
          tx,
        )
        const pauze = new Date(nu.getTime() - pauzeMs)
        const { rows } = await sql<Rij & { bron: string }>`
          with paar as (
            select z.wie, z.bron from zaakindex_bron z
              join zaakindex_deelnemer d using (wie) left join zaakbron_stand s on s.bron = z.bron
            where z.bron = any(${[...bronnen]}::text[]) and d.persoon is not null
              and (z.gevraagd_op is null or z.gevraagd_op <= ${pauze})
              and (z.bevestigd_op is null or z.bevestigd_op < ${bevestigdVoor}
                or (z.bevestigd_op <= s.gemist_op and z.bevestigd_op <= ${pauze}))
              and (s.rust_tot is null or s.rust_tot <= ${nu})
            order by z.bevestigd_op nulls first limit ${aantal} for update of z skip locked)
          update zaakindex_bron z set gevraagd_op = ${nu}
          from paar join zaakindex_deelnemer d on d.wie = paar.wie
          where z.wie = paar.wie and z.bron = paar.bron
          returning z.wie, d.kid, d.persoon, z.bron`.execute(tx)
        return rows.map((rij) => ({ ...genoemdVan(rij), bron: bronVan(rij.bron) }))
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
  }
}

interface Rij {
  readonly wie: Buffer
  readonly kid: string
  readonly persoon: Buffer | null
}

function genoemdVan(rij: Rij): Genoemd {
  return { wie: indexnaamVan(rij), zegel: rij.persoon ?? undefined }
}
