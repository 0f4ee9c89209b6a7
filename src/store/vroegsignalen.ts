import { sql } from 'kysely'
import type { Opruimer, VerzegeldBewijs } from '../audit/index.ts'
import { type PersoonId, parsePersoonId } from '../domain/index.ts'
import {
  type Koppeling,
  type VroegsignaalRij,
  type VroegsignaalStore,
  vroegsignaalDoel,
} from '../proactief/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import {
  type Aanbodkolommen,
  aanbodVan,
  aanbodvelden,
  type Partnerkolommen,
  partnerVan,
  type Signaalkolommen,
  schrijfAanbod,
  signaalVan,
  signaalvelden,
  telBij,
} from './hulpaanbod-rijen.ts'

/** Signals on their way from a creditor to a person: as a task of its own. */
export function vroegsignaalOpslag(databank: Databank): VroegsignaalStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('vroegsignalering', fn)
  return {
    partners: () =>
      als(async (tx) => {
        const { rows } =
          await sql<Partnerkolommen>`select bron, soort, naam, organisatie, gemeente, zoekt_op_adres
          from vroegsignaal_partner order by bron`.execute(tx)
        return rows.map(partnerVan)
      }),

    zetPartner: ({ bron, soort, naam, organisatie, gemeente, zoektOpAdres = false }) =>
      als(async (tx) => {
        await sql`insert into vroegsignaal_partner (bron, soort, naam, organisatie, gemeente, zoekt_op_adres)
          values (${bron}, ${soort}, ${naam}, ${organisatie}, ${gemeente}, ${zoektOpAdres})
          on conflict (bron) do update set soort = excluded.soort, naam = excluded.naam,
            organisatie = excluded.organisatie, gemeente = excluded.gemeente,
            zoekt_op_adres = excluded.zoekt_op_adres`.execute(tx)
      }),

    ontvang: ({ bron, signalen, weg, op, tellingen }) =>
      als(async (tx) => {
        const nieuw = await voegSignalenToe(tx, bron, signalen)
        const ingetrokken = await trekIn(tx, bron, weg, op)
        const uitkomst = { nieuw, dubbel: signalen.length - nieuw.length, ingetrokken }
        await telBij(tx, tellingen(uitkomst))
        return uitkomst
      }),

    pak: (nu, tot, aantal) =>
      als(async (tx) => {
        const { rows } = await sql<Signaalkolommen>`
          with werk as (
            select id from vroegsignaal
            where persoon is null and apart is null and not is_weg and (bezig_tot is null or bezig_tot <= ${nu})
            order by ontvangen, id limit ${aantal} for update skip locked)
          update vroegsignaal s set bezig_tot = ${tot} from werk where s.id = werk.id
          returning ${signaalvelden}`.execute(tx)
        return rows.map(signaalVan)
      }),

    koppel: (koppeling) => als((tx) => koppel(tx, koppeling)),

    zetApart: ({ id }, { reden, wisVanaf, uiterlijk, tellingen }) =>
      als(async (tx) => {
        const { numAffectedRows } = await sql`update vroegsignaal
          set apart = ${reden}, apart_uiterlijk = ${uiterlijk}, wis_vanaf = least(wis_vanaf, ${wisVanaf}), bezig_tot = null
          where id = ${id} and persoon is null and apart is null`.execute(tx)
        if (numAffectedRows === 1n) await telBij(tx, tellingen)
      }),

    laatLos: ({ organisatie }, id, bewijzen) =>
      als(async (tx) => {
        const { rows } = await sql<{
          readonly bron: string
          readonly sleutel: Buffer
          readonly ontvangen: Date
        }>`
          delete from vroegsignaal where id = ${id} and organisatie = ${organisatie} and apart is not null
            and not is_weg returning bron, sleutel, ontvangen`.execute(tx)
        const [weg] = rows
        if (weg === undefined) return false
        await sql`insert into vroegsignaal_vervallen (bron, sleutel, sinds)
          values (${weg.bron}, ${weg.sleutel}, ${weg.ontvangen}) on conflict do nothing`.execute(tx)
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    teHerzien: (aantal) =>
      als(async (tx) => {
        const { rows } = await sql<Aanbodkolommen & { readonly weg: readonly string[] }>`
          select ${aanbodvelden}, array(select s.id::text from vroegsignaal s
              where s.aanbod = h.id and s.is_weg order by s.id) as weg
          from hulpaanbod h where h.id in (select aanbod from vroegsignaal where is_weg and aanbod is not null)
          order by h.id limit ${aantal}`.execute(tx)
        return rows.map((rij) => ({ aanbod: aanbodVan(rij), weg: rij.weg }))
      }),

    herzie: (rij, weg, bewijzen) =>
      als(async (tx) => {
        if (!(await schrijfAanbod(tx, rij))) return false
        await sql`delete from vroegsignaal where aanbod = ${rij.id} and id = any(${[...weg]}::uuid[])`.execute(
          tx,
        )
        await voegBewijsToe(tx, bewijzen)
        return true
      }),
  }
}

/** Ids of those that were not here before, and were not taken back before they came. */
async function voegSignalenToe(
  tx: Tx,
  bron: string,
  signalen: readonly VroegsignaalRij[],
): Promise<readonly string[]> {
  if (signalen.length === 0) return []
  const { rows } = await sql<{ readonly id: string }>`
    insert into vroegsignaal (id, bron, sleutel, organisatie, soort, ontvangen, wis_vanaf, kid, cijfer)
    select b.* from unnest(${signalen.map(({ id }) => id)}::uuid[], ${signalen.map(() => bron)}::text[],
      ${signalen.map(({ sleutel }) => sleutel)}::bytea[], ${signalen.map(({ organisatie }) => organisatie)}::text[],
      ${signalen.map(({ soort }) => soort)}::text[], ${signalen.map(({ ontvangen }) => ontvangen)}::timestamptz[],
      ${signalen.map(({ wisVanaf }) => wisVanaf)}::timestamptz[], ${signalen.map(({ kid }) => kid)}::text[],
      ${signalen.map(({ cijfer }) => cijfer)}::bytea[])
      as b (id, bron, sleutel, organisatie, soort, ontvangen, wis_vanaf, kid, cijfer)
    where not exists (select 1 from vroegsignaal_vervallen v where v.bron = b.bron and v.sleutel = b.sleutel)
    on conflict (bron, sleutel) do nothing returning id::text`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Also of what is still to come. What belongs to nobody yet goes at once. */
async function trekIn(tx: Tx, bron: string, weg: readonly Buffer[], op: Date): Promise<number> {
  if (weg.length === 0) return 0
  const sleutels = sql`${[...weg]}::bytea[]`
  const { numAffectedRows } = await sql`insert into vroegsignaal_vervallen (bron, sleutel, sinds)
    select ${bron}, s, ${op} from unnest(${sleutels}) s on conflict do nothing`.execute(tx)
  await sql`delete from vroegsignaal where bron = ${bron} and sleutel = any(${sleutels}) and persoon is null`.execute(
    tx,
  )
  await sql`update vroegsignaal set is_weg = true where bron = ${bron} and sleutel = any(${sleutels})`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}

/** One at a time for one person at one municipality: two signals at once make one offer. */
async function koppel(tx: Tx, { signaal, persoon, isApart, besluit }: Koppeling): Promise<boolean> {
  const { id, organisatie, bron } = signaal
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hulpaanbod ${organisatie} ${persoon}`}, 0))`.execute(
    tx,
  )
  const { rows: over } = await sql<{ readonly sleutel: Buffer }>`select sleutel from vroegsignaal
    where id = ${id} and organisatie = ${organisatie} and persoon is null and (apart is not null) = ${isApart}
      and not is_weg for update`.execute(tx)
  const [nog] = over
  if (nog === undefined) return false
  const { rows } = await sql<Aanbodkolommen>`select ${aanbodvelden} from hulpaanbod h
    where h.persoon = ${persoon} and h.organisatie = ${organisatie}
    order by h.gemaakt desc, h.id desc limit 1 for update`.execute(tx)
  const [eerder] = rows.map(aanbodVan)
  const { aanbod, tellingen, bewijzen } = besluit(eerder)
  if (aanbod === undefined) {
    await sql`insert into vroegsignaal_vervallen (bron, sleutel, sinds)
      values (${bron}, ${nog.sleutel}, ${signaal.ontvangen}) on conflict do nothing`.execute(tx)
    await sql`delete from vroegsignaal where id = ${id}`.execute(tx)
  } else {
    if (!(await schrijfAanbod(tx, aanbod))) throw new Error('een aanbod dat tegelijk werd geschreven')
    await sql`update vroegsignaal set persoon = ${persoon}, aanbod = ${aanbod.id}, bezig_tot = null,
      apart = null, apart_uiterlijk = null,
      wis_vanaf = ${aanbod.wisVanaf} where id = ${id}`.execute(tx)
    await sql`update vroegsignaal set wis_vanaf = ${aanbod.wisVanaf} where aanbod = ${aanbod.id}`.execute(tx)
  }
  await telBij(tx, tellingen)
  await voegBewijsToe(tx, bewijzen)
  return true
}

export interface Gewist {
  readonly persoon: PersoonId
  readonly aanbod: string
  readonly stand: string
}

/**
 * Erases what is over, as `bewaring`: the offer with everything that was told for it, and signals of nobody. What is
 * left is that somebody's were erased, on their own record; gives how many rows went.
 */
export async function wisVroegsignalen(
  bewaring: Databank,
  nu: Date,
  bewijsVan: (gewist: Gewist) => VerzegeldBewijs,
): Promise<number> {
  return ingangen(bewaring).alsTaak('bewaring', async (tx) => {
    await sql`insert into vroegsignaal_vervallen (bron, sleutel, sinds)
      select bron, sleutel, ${nu}::timestamptz from vroegsignaal where wis_vanaf <= ${nu} on conflict do nothing`.execute(
      tx,
    )
    const signalen = await sql`delete from vroegsignaal where wis_vanaf <= ${nu}`.execute(tx)
    const { rows } = await sql<{ readonly id: string; readonly persoon: string; readonly stand: string }>`
      delete from hulpaanbod where wis_vanaf <= ${nu} returning id::text, persoon::text, stand`.execute(tx)
    await voegBewijsToe(
      tx,
      rows.flatMap(({ id, persoon: wie, stand }) => {
        const persoon = parsePersoonId(wie)
        return persoon === undefined ? [] : [bewijsVan({ persoon, aanbod: id, stand })]
      }),
    )
    return rows.length + Number(signalen.numAffectedRows ?? 0n)
  })
}

/** What stays by no rule at all: hashes of what is over, and whatever the round above did not reach. */
export function vroegsignaalOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: vroegsignaalDoel,
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const hashes = await sql`delete from vroegsignaal_vervallen where sinds < ${grens}`.execute(tx)
        const signalen = await sql`delete from vroegsignaal where wis_vanaf < ${grens}`.execute(tx)
        const aanbod = await sql`delete from hulpaanbod where wis_vanaf < ${grens}`.execute(tx)
        return [hashes, signalen, aanbod].reduce(
          (a, { numAffectedRows }) => a + Number(numAffectedRows ?? 0n),
          0,
        )
      }),
  }
}
