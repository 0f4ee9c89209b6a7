import { sql } from 'kysely'
import type { Berichtenstand, BronId, Hint, Ontvangst, ZaakberichtStore } from '../zaken/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { zetHints } from './zaakhints.ts'
import { bronVan } from './zaakindex.ts'

export function zaakberichtOpslag(databank: Databank): ZaakberichtStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('zaakberichten', fn)
  // Lost in a crash of the database it is done once more, after what it builds on: nobody waits for the disk.
  const alsSpoedig = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
    als(async (tx) => {
      await sql`select set_config('synchronous_commit', 'off', true)`.execute(tx)
      return fn(tx)
    })
  const stand = (bron: BronId) =>
    sql`insert into zaakbron_stand (bron) values (${bron}) on conflict do nothing`
  return {
    ontvang: (ontvangsten) =>
      als(async (tx) => {
        for (const [bron, deel] of perBron(ontvangsten)) await ontvang(tx, bron, deel)
      }),

    pak: ({ bronnen, nu, tot, perBron: aantal }) =>
      alsSpoedig(async (tx) => {
        const { rows } = await sql<Rij>`
          with rij as (
            select gekozen.* from unnest(${[...bronnen]}::text[]) as b (bron)
            cross join lateral (
              select h.bron, h.zaak from zaakhint h
              where h.bron = b.bron and h.volgende <= ${nu} and (h.bezig_tot is null or h.bezig_tot <= ${nu})
                and not exists (select 1 from zaakbron_stand s where s.bron = h.bron and s.rust_tot > ${nu})
              order by h.volgende limit ${aantal} for update skip locked) gekozen)
          update zaakhint h set bezig_tot = ${tot} from rij where h.bron = rij.bron and h.zaak = rij.zaak
          returning h.bron, h.zaak::text, h.versie, h.sinds, h.pogingen`.execute(tx)
        return rows.map(hintVan)
      }),

    klaar: (bron, hints) =>
      alsSpoedig(async (tx) => {
        const gedaan = sql`unnest(${hints.map(({ ref }) => ref.uuid)}::uuid[], ${hints.map(({ versie }) => versie)}::bigint[])
          as gedaan (zaak, versie)`
        // In the order in which others write them, so that nobody waits in a circle.
        await sql`select 1 from zaakhint where bron = ${bron} and zaak = any(${hints.map(({ ref }) => ref.uuid)}::uuid[])
          order by zaak for update`.execute(tx)
        await sql`delete from zaakhint h using ${gedaan}
          where h.bron = ${bron} and h.zaak = gedaan.zaak and h.versie = gedaan.versie`.execute(tx)
        await sql`update zaakhint h set bezig_tot = null, pogingen = 0 from ${gedaan}
          where h.bron = ${bron} and h.zaak = gedaan.zaak`.execute(tx)
        await stand(bron).execute(tx)
        await sql`update zaakbron_stand set verwerkt = verwerkt + ${hints.length} where bron = ${bron}`.execute(
          tx,
        )
      }),

    stelUit: ({ ref: { bron, uuid } }, tot) =>
      alsSpoedig(async (tx) => {
        await sql`update zaakhint set bezig_tot = null, pogingen = pogingen + 1, volgende = ${tot}
          where bron = ${bron} and zaak = ${uuid}::uuid`.execute(tx)
      }),

    laatLos: ({ ref: { bron, uuid } }) =>
      alsSpoedig(async (tx) => {
        await sql`update zaakhint set bezig_tot = null
          where bron = ${bron} and zaak = ${uuid}::uuid`.execute(tx)
      }),

    geefOp: ({ ref: { bron, uuid } }, op) =>
      als(async (tx) => {
        await sql`delete from zaakhint where bron = ${bron} and zaak = ${uuid}::uuid`.execute(tx)
        await stand(bron).execute(tx)
        await sql`update zaakbron_stand set mislukt = mislukt + 1, gemist_op = greatest(gemist_op, ${op}::timestamptz)
          where bron = ${bron}`.execute(tx)
      }),

    rust: (bron, tot) =>
      alsSpoedig(async (tx) => {
        await stand(bron).execute(tx)
        const { rows } = await sql<{ storingen: number }>`update zaakbron_stand
          set storingen = storingen + 1 where bron = ${bron} returning storingen`.execute(tx)
        await sql`update zaakbron_stand set rust_tot = ${tot(rows[0]?.storingen ?? 1)}
          where bron = ${bron}`.execute(tx)
      }),

    hervat: (bron) =>
      alsSpoedig(async (tx) => {
        await sql`update zaakbron_stand set storingen = 0, rust_tot = null
          where bron = ${bron} and (storingen > 0 or rust_tot is not null)`.execute(tx)
      }),

    zetAbonnement: (bron, { fout, isGemist }, op) =>
      als(async (tx) => {
        await stand(bron).execute(tx)
        await sql`update zaakbron_stand set abonnement_goed = ${fout === undefined}, abonnement_op = ${op},
            abonnement_fout = ${fout ?? null},
            gemist_op = case when ${isGemist} then greatest(gemist_op, ${op}::timestamptz) else gemist_op end
          where bron = ${bron}`.execute(tx)
      }),

    neemControle: (bron, voor, op) =>
      als(async (tx) => {
        await stand(bron).execute(tx)
        const { numAffectedRows } = await sql`update zaakbron_stand set abonnement_op = ${op}
          where bron = ${bron} and (abonnement_op is null or abonnement_op <= ${voor})`.execute(tx)
        return numAffectedRows === 1n
      }),

    meldend: (sinds) =>
      als(async (tx) => {
        const { rows } = await sql<{ bron: string }>`select bron from zaakbron_stand
          where abonnement_goed or laatste_bericht >= ${sinds}`.execute(tx)
        return new Set(rows.map(({ bron }) => bronVan(bron)))
      }),

    standen: () => alsTaak('zaakindex-bijhouden', leesStanden),
  }
}

function perBron(ontvangsten: readonly Ontvangst[]): readonly (readonly [BronId, readonly Ontvangst[]])[] {
  return [...Map.groupBy(ontvangsten, ({ bron }) => bron)].sort(([een], [ander]) => (een < ander ? -1 : 1))
}

async function ontvang(tx: Tx, bron: BronId, ontvangsten: readonly Ontvangst[]): Promise<void> {
  const zaken = ontvangsten.flatMap(({ zaak }) => zaak ?? [])
  const laatste = new Date(Math.max(...ontvangsten.map(({ op }) => op.getTime())))
  await zetHints(tx, bron, zaken, laatste)
  const onbekend = ontvangsten.length - zaken.length
  await sql`insert into zaakbron_stand as s (bron, laatste_bericht, ontvangen, onbekend)
    values (${bron}, ${laatste}, ${ontvangsten.length}, ${onbekend})
    on conflict (bron) do update set laatste_bericht = greatest(s.laatste_bericht, excluded.laatste_bericht),
      ontvangen = s.ontvangen + excluded.ontvangen, onbekend = s.onbekend + excluded.onbekend`.execute(tx)
}

interface Rij {
  readonly bron: string
  readonly zaak: string
  readonly versie: number
  readonly sinds: Date
  readonly pogingen: number
}

function hintVan({ bron, zaak, ...rest }: Rij): Hint {
  return { ref: { bron: bronVan(bron), uuid: zaak }, ...rest }
}

interface Standrij {
  readonly bron: string
  readonly laatste_bericht: Date | null
  readonly ontvangen: number
  readonly onbekend: number
  readonly verwerkt: number
  readonly mislukt: number
  readonly wachtend: number
  readonly wacht_sinds: Date | null
  readonly gemist_op: Date | null
  readonly rust_tot: Date | null
  readonly abonnement_op: Date | null
  readonly abonnement_goed: boolean | null
  readonly abonnement_fout: string | null
  readonly deelnemers: number
}

/** Numbers of people are counted here and leave as numbers. */
async function leesStanden(tx: Tx): Promise<readonly Berichtenstand[]> {
  const { rows } = await sql<Standrij>`
    select bron, laatste_bericht, coalesce(ontvangen, 0) as ontvangen, coalesce(onbekend, 0) as onbekend,
      coalesce(verwerkt, 0) as verwerkt, coalesce(mislukt, 0) as mislukt, gemist_op, rust_tot, abonnement_goed,
      abonnement_op, abonnement_fout, coalesce(w.aantal, 0) as wachtend, w.sinds as wacht_sinds,
      coalesce(d.aantal, 0) as deelnemers
    from zaakbron_stand
      full join (select bron, count(*) as aantal from zaakindex_bron where bevestigd_op is not null group by bron) d
        using (bron)
      left join (select bron, count(*) as aantal, min(sinds) as sinds from zaakhint group by bron) w using (bron)
    order by bron`.execute(tx)
  return rows.map((rij) => ({
    bron: bronVan(rij.bron),
    ontvangen: rij.ontvangen,
    onbekend: rij.onbekend,
    verwerkt: rij.verwerkt,
    mislukt: rij.mislukt,
    wachtend: rij.wachtend,
    deelnemers: rij.deelnemers,
    ...(rij.laatste_bericht !== null && { laatsteBericht: rij.laatste_bericht }),
    ...(rij.wacht_sinds !== null && { wachtSinds: rij.wacht_sinds }),
    ...(rij.gemist_op !== null && { gemistOp: rij.gemist_op }),
    ...(rij.rust_tot !== null && { rustTot: rij.rust_tot }),
    ...(rij.abonnement_op !== null &&
      rij.abonnement_goed !== null && {
        abonnement: {
          op: rij.abonnement_op,
          ...(rij.abonnement_fout !== null && { fout: rij.abonnement_fout }),
        },
      }),
  }))
}
