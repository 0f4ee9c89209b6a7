import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { type PersoonId, parseOrganisatieId } from '../domain/index.ts'
import type {
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
        await sql`insert into zaakindex_deelnemer as d (wie, kid, persoon, sinds, gezien)
          values (${hash}, ${naamVan(wie).kid}, ${zegel ?? null}, ${op}, ${op})
          on conflict (wie) do update set gezien = greatest(d.gezien, excluded.gezien),
            persoon = coalesce(d.persoon, excluded.persoon)`.execute(tx)
      }),

    vergeet: (wie) => als(wie, vergeet),

    deelnemer: (wie) => als(wie, leesDeelnemer),

    bevestig: (wie, bron, uuids, op) =>
      als(wie, (tx, hash) => bevestig(tx, { hash, bron, uuids: [...new Set(uuids)].sort(), op, nu: nu() })),

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
      if (namen.length === 0) return []
      const perHash = new Map(namen.map((naam) => [naamVan(naam).hash.toString('hex'), naam]))
      const hashes = namen.map((naam) => naamVan(naam).hash)
      return alsTaakMetHashes('zaakindex', hashes, async (tx) => {
        const { rows } = await sql<{ wie: Buffer }>`select wie from zaakindex_deelnemer
          where wie = any(${hashes})`.execute(tx)
        return rows.flatMap(({ wie }) => perHash.get(wie.toString('hex')) ?? [])
      })
    },
  }
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

async function leesDeelnemer(tx: Tx, hash: Buffer): Promise<Deelnemer | undefined> {
  const { rows: deelnemers } = await sql<{ sinds: Date }>`select sinds from zaakindex_deelnemer
    where wie = ${hash}`.execute(tx)
  const [deelnemer] = deelnemers
  if (deelnemer === undefined) return undefined
  const { rows } = await sql<{ bron: string; bevestigd_op: Date | null; zaken: string[] }>`
    select bron, max(bevestigd_op) as bevestigd_op,
      coalesce(array_agg(zaak::text order by zaak) filter (where zaak is not null), '{}') as zaken
    from (select bron, bevestigd_op, null::uuid as zaak from zaakindex_bron where wie = ${hash}
      union all select bron, null, zaak from zaakindex_zaak where wie = ${hash}) alles
    group by bron order by bron`.execute(tx)
  const bronnen = rows.map(({ bron, bevestigd_op: op, zaken }) => ({
    bron: bronVan(bron),
    ...(op !== null && { bevestigdOp: op }),
    zaken,
  }))
  return { sinds: deelnemer.sinds, bronnen }
}

interface Bevestiging {
  readonly hash: Buffer
  readonly bron: BronId
  readonly uuids: readonly string[]
  readonly op: Date
  readonly nu: Date
}

async function bevestig(tx: Tx, { hash, bron, uuids, op, nu }: Bevestiging): Promise<void> {
  const { rows: deelnemers } = await sql`select 1 from zaakindex_deelnemer
    where wie = ${hash} for no key update`.execute(tx)
  if (deelnemers.length === 0) return
  const { numAffectedRows: isNieuwer } = await sql`insert into zaakindex_bron as b (wie, bron, bevestigd_op)
    values (${hash}, ${bron}, ${op})
    on conflict (wie, bron) do update set bevestigd_op = excluded.bevestigd_op
      where b.bevestigd_op is null or b.bevestigd_op <= excluded.bevestigd_op`.execute(tx)
  // The whole answer to a later question stands already.
  if (isNieuwer === 0n) return
  await sql`delete from zaakindex_zaak
    where wie = ${hash} and bron = ${bron} and zaak <> all(${uuids}::uuid[]) and gezien_op <= ${op}`.execute(
    tx,
  )
  const { rows } = await sql<{ zaak: string; nieuw: boolean }>`
    insert into zaakindex_zaak as z (wie, bron, zaak, gezien_op)
    select ${hash}, ${bron}, zaak, ${nu} from unnest(${uuids}::uuid[]) as zaak
    on conflict (wie, bron, zaak) do update set gezien_op = greatest(z.gezien_op, excluded.gezien_op)
    returning zaak::text, xmax = 0 as nieuw`.execute(tx)
  const { rows: over } = await sql<{ zaak: string }>`select zaak::text from zaakindex_zaak
    where wie = ${hash} and bron = ${bron} and zaak <> all(${uuids}::uuid[])`.execute(tx)
  const { rows: gelezen } = await sql`select 1 from zaakbron_gelezen
    where bron = ${bron} and tot > ${op}`.execute(tx)
  // While this question was open a hint was followed: what is new here may just have been taken away by it.
  const nieuw = gelezen.length === 0 ? [] : rows.filter((rij) => rij.nieuw)
  await zetHints(
    tx,
    bron,
    [...over, ...nieuw].map(({ zaak }) => zaak),
    nu,
  )
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
      alsPersoon(persoon, async (tx) => {
        const { rows } = await sql`select 1 from zaakindex_weigering where persoon = ${persoon}`.execute(tx)
        return rows.length > 0
      }),
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
