import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { type PersoonId, parseOrganisatieId } from '../domain/index.ts'
import type {
  Bronantwoord,
  BronId,
  Deelnemer,
  Indexpseudoniem,
  ZaakindexStore,
  ZaakweigeringStore,
} from '../zaken/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { zetHints } from './zaakhints.ts'

/** `nu` is the moment of writing: until then an answer held. */
export function zaakindexOpslag(databank: Databank, nu: () => Date): ZaakindexStore {
  const { alsTaakMetHashes, alsTaak } = ingangen(databank)
  const als = <T>(wie: Indexpseudoniem, fn: (tx: Tx, hash: Buffer) => Promise<T>): Promise<T> => {
    const { hash } = naamVan(wie)
    return alsTaakMetHashes('zaakindex', [hash], (tx) => fn(tx, hash))
  }
  return {
    neemOp: (wie, op, zegel) =>
      als(wie, async (tx, hash) => {
        // Lost in a crash of the database: then they are taken in at their next visit.
        await sql`insert into zaakindex_deelnemer as d (wie, kid, persoon, sinds, gezien)
          values (${hash}, ${naamVan(wie).kid}, ${zegel ?? null}, ${op}, ${op})
          on conflict (wie) do update set gezien = greatest(d.gezien, excluded.gezien),
            persoon = coalesce(d.persoon, excluded.persoon)
          returning set_config('synchronous_commit', 'off', true)`.execute(tx)
      }),

    vergeet: (wie) => als(wie, vergeet),

    deelnemers: async (namen) => {
      const { hashes, naam } = metHashes(namen)
      if (hashes.length === 0) return new Map()
      return alsTaakMetHashes('zaakindex', hashes, (tx) => leesDeelnemers(tx, hashes, naam), 'lezen')
    },

    bevestig: (wie, antwoorden) => als(wie, (tx, hash) => bevestig(tx, { hash, antwoorden, nu: nu() })),

    merk: (wie, { bron, uuid }, isVanHen, op) =>
      als(wie, async (tx, hash) => {
        if (isVanHen) return zetZaak(tx, { hash, bron, uuid, nu: nu() })
        await sql`delete from zaakindex_zaak
          where wie = ${hash} and bron = ${bron} and zaak = ${uuid} and gezien_op <= ${op}`.execute(tx)
        const { rows } = await sql`select 1 from zaakindex_zaak
          where wie = ${hash} and bron = ${bron} and zaak = ${uuid}`.execute(tx)
        if (rows.length > 0) await zetHints(tx, bron, [uuid], nu())
      }),

    verwijder: ({ bron, uuid }) =>
      alsTaak('zaakindex-bijhouden', async (tx) => {
        await sql`delete from zaakindex_zaak where bron = ${bron} and zaak = ${uuid}`.execute(tx)
      }),

    deelnemersOnder: async (namen) => {
      const { hashes, naam } = metHashes(namen)
      if (hashes.length === 0) return []
      return alsTaakMetHashes('zaakindex', hashes, async (tx) => {
        const { rows } = await sql<{ wie: Buffer }>`select wie from zaakindex_deelnemer
          where wie = any(${hashes})`.execute(tx)
        return rows.flatMap(({ wie }) => naam(wie) ?? [])
      })
    },
  }
}

function metHashes(namen: readonly Indexpseudoniem[]) {
  const hashes = namen.map((naam) => naamVan(naam).hash)
  const perHash = new Map(hashes.map((hash, i) => [hash.toString('hex'), namen[i]]))
  return { hashes, naam: (wie: Buffer) => perHash.get(wie.toString('hex')) }
}

/** `k0123456789.<base64url>`: which key, and the 32 bytes that the row stands under. */
export function naamVan(naam: Indexpseudoniem): { readonly kid: string; readonly hash: Buffer } {
  const [kid = '', waarde = ''] = naam.split('.')
  return { kid, hash: Buffer.from(waarde, 'base64url') }
}

export function indexnaamVan({ kid, wie }: { readonly kid: string; readonly wie: Buffer }): Indexpseudoniem {
  // Only `neemOp` and `hernoem` write these two, and they had them from a name.
  return `${kid}.${wie.toString('base64url')}` as Indexpseudoniem
}

export function bronVan(tekst: string): BronId {
  const bron = parseOrganisatieId(tekst)
  if (bron === undefined) throw new Error('in de index staat een bron die niet klopt')
  return bron
}

/** Also what hangs on it: see the foreign keys. */
export async function vergeet(tx: Tx, hash: Buffer): Promise<void> {
  await sql`delete from zaakindex_deelnemer where wie = ${hash}`.execute(tx)
}

interface Deelnemerrij {
  readonly wie: Buffer
  readonly sinds: Date
  readonly gezien: Date
  readonly bronnen: readonly {
    readonly bron: string
    readonly op: number | null
    readonly zaken: readonly string[]
  }[]
}

async function leesDeelnemers(
  tx: Tx,
  hashes: readonly Buffer[],
  naam: (wie: Buffer) => Indexpseudoniem | undefined,
): Promise<ReadonlyMap<Indexpseudoniem, Deelnemer>> {
  const { rows } =
    await sql<Deelnemerrij>`select d.wie, d.sinds, d.gezien, coalesce(b.bronnen, '[]') as bronnen
    from zaakindex_deelnemer d left join lateral (
      select json_agg(json_build_object('bron', bron, 'zaken', zaken,
        'op', (extract(epoch from op) * 1000)::bigint) order by bron) as bronnen
      from (select bron, max(bevestigd_op) as op,
          coalesce(array_agg(zaak::text order by zaak) filter (where zaak is not null), '{}') as zaken
        from (select bron, bevestigd_op, null::uuid as zaak from zaakindex_bron where wie = d.wie
          union all select bron, null, zaak from zaakindex_zaak where wie = d.wie) alles
        group by bron) per) b on true
    where d.wie = any(${hashes})`.execute(tx)
  return new Map(
    rows.flatMap(({ wie, sinds, gezien, bronnen }) => {
      const gevonden = naam(wie)
      const perBron = bronnen.map(({ bron, op, zaken }) => ({
        bron: bronVan(bron),
        ...(op !== null && { bevestigdOp: new Date(op) }),
        zaken,
      }))
      return gevonden === undefined ? [] : [[gevonden, { sinds, gezien, bronnen: perBron }] as const]
    }),
  )
}

interface Bevestiging {
  readonly hash: Buffer
  readonly antwoorden: readonly Bronantwoord[]
  readonly nu: Date
}

/**
 * All connections together, in the order of every transaction here: connection, case, hint, and in each by name. Lost
 * in a crash of the database it is as if nobody had answered: then they are asked again.
 */
async function bevestig(tx: Tx, { hash, antwoorden, nu }: Bevestiging): Promise<void> {
  const { rows: deelnemers } = await sql`select set_config('synchronous_commit', 'off', true)
    from zaakindex_deelnemer where wie = ${hash} for no key update`.execute(tx)
  if (deelnemers.length === 0) return
  const { rows: nieuwer } = await sql<{
    bron: string
  }>`insert into zaakindex_bron as b (wie, bron, bevestigd_op)
    select ${hash}::bytea, bron, op from unnest(
      ${antwoorden.map(({ bron }) => bron)}::text[],
      ${antwoorden.map(({ op }) => op)}::timestamptz[]) as a (bron, op) order by bron
    on conflict (wie, bron) do update set bevestigd_op = excluded.bevestigd_op
      where b.bevestigd_op is null or b.bevestigd_op <= excluded.bevestigd_op
    returning bron`.execute(tx)
  // Of the others the whole answer to a later question stands already.
  const tellen = antwoorden.filter(({ bron }) => nieuwer.some((een) => een.bron === bron))
  if (tellen.length === 0) return
  const bronnen = tellen.map(({ bron }) => bron)
  const momenten = tellen.map(({ op }) => op)
  const zaken = tellen.flatMap(({ bron, uuids }) => uuids.map((zaak) => ({ bron, zaak })))
  const gevraagd = sql`unnest(${bronnen}::text[], ${momenten}::timestamptz[]) as q (bron, op)`
  const genoemd = sql`unnest(${zaken.map(({ bron }) => bron)}::text[],
    ${zaken.map(({ zaak }) => zaak)}::uuid[]) as g (bron, zaak)`
  const nietGenoemd = sql`not exists (select 1 from ${genoemd} where g.bron = z.bron and g.zaak = z.zaak)`
  await sql`delete from zaakindex_zaak z using ${gevraagd}
    where z.wie = ${hash} and z.bron = q.bron and z.gezien_op <= q.op and ${nietGenoemd}`.execute(tx)
  const { rows: erin } = await sql<{ bron: string; zaak: string; nieuw: boolean }>`
    insert into zaakindex_zaak as z (wie, bron, zaak, gezien_op)
    select distinct ${hash}::bytea, bron, zaak, ${nu}::timestamptz from ${genoemd} order by bron, zaak
    on conflict (wie, bron, zaak) do update set gezien_op = greatest(z.gezien_op, excluded.gezien_op)
    returning bron, zaak::text, xmax = 0 as nieuw`.execute(tx)
  const { rows: twijfel } = await sql<{ bron: string; zaak: string | null }>`
    select z.bron, z.zaak::text from zaakindex_zaak z
      where z.wie = ${hash} and z.bron = any(${bronnen}) and ${nietGenoemd}
    union all select l.bron, null from zaakbron_gelezen l join ${gevraagd} on q.bron = l.bron
      where l.tot > q.op`.execute(tx)
  for (const { bron } of tellen.toSorted((een, ander) => (een.bron < ander.bron ? -1 : 1))) {
    const hier = twijfel.filter((een) => een.bron === bron)
    // While this question was open a hint was followed: what is new here may just have been taken away by it.
    const isGelezen = hier.some(({ zaak }) => zaak === null)
    const nieuw = isGelezen ? erin.filter((rij) => rij.bron === bron && rij.nieuw) : []
    await zetHints(
      tx,
      bron,
      [...hier, ...nieuw].flatMap(({ zaak }) => zaak ?? []),
      nu,
    )
  }
}

async function zetZaak(
  tx: Tx,
  { hash, bron, uuid, nu }: { hash: Buffer; bron: BronId; uuid: string; nu: Date },
): Promise<void> {
  await sql`insert into zaakindex_zaak as z (wie, bron, zaak, gezien_op)
    select wie, ${bron}, ${uuid}::uuid, ${nu} from zaakindex_deelnemer where wie = ${hash} for key share
    on conflict (wie, bron, zaak) do update set gezien_op = greatest(z.gezien_op, excluded.gezien_op)`.execute(
    tx,
  )
}

export function zaakweigeringOpslag(databank: Databank): ZaakweigeringStore {
  const { alsPersoon } = ingangen(databank)
  return {
    weigert: (persoon: PersoonId) =>
      alsPersoon(
        persoon,
        async (tx) => {
          const { rows } = await sql`select 1 from zaakindex_weigering where persoon = ${persoon}`.execute(tx)
          return rows.length > 0
        },
        'lezen',
      ),
    zet: (persoon, weigert, op) =>
      alsPersoon(persoon, async (tx) => {
        const opdracht = weigert
          ? sql`insert into zaakindex_weigering (persoon, sinds) values (${persoon}, ${op}) on conflict do nothing`
          : sql`delete from zaakindex_weigering where persoon = ${persoon}`
        await opdracht.execute(tx)
      }),
  }
}

/** What goes when the retention periods are over: people who were not here, and hints that nobody could follow. */
export function zaakindexOpruimers(bewaring: Databank): readonly Opruimer[] {
  const { alsTaak } = ingangen(bewaring)
  return [
    {
      verwerking: 'zaken-index',
      ruimOp: (grens) =>
        alsTaak('bewaring', async (tx) => {
          const { numAffectedRows } = await sql`delete from zaakindex_deelnemer
            where gezien < ${grens}`.execute(tx)
          return Number(numAffectedRows ?? 0n)
        }),
    },
    {
      verwerking: 'zaken-berichten',
      ruimOp: (grens) =>
        alsTaak('bewaring', async (tx) => {
          const { rows } = await sql<{ aantal: number }>`
            with oud as (select bron, zaak from zaakhint where sinds < ${grens} for update skip locked),
              weg as (delete from zaakhint h using oud where h.bron = oud.bron and h.zaak = oud.zaak
                returning h.bron, h.sinds),
              per as (select bron, count(*) as aantal, max(sinds) as tot from weg group by bron),
              geteld as (update zaakbron_stand s set mislukt = s.mislukt + per.aantal,
                gemist_op = greatest(s.gemist_op, per.tot) from per where per.bron = s.bron)
            select count(*) as aantal from weg`.execute(tx)
          return rows[0]?.aantal ?? 0
        }),
    },
  ]
}
