import { sql } from 'kysely'
import { type PersoonId, parseDatum } from '../domain/index.ts'
import {
  type Boeking,
  blijvend,
  ingetrokken,
  type Levensloopwerk,
  type LevensloopwerkStore,
  levensloopsoorten,
  type Melding,
  type SignaalRij,
  type Werkstand,
} from '../proactief/index.ts'
import { plaatsAlsLaatste } from './berichten.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { type Rij as Dossierkolommen, dossierVan, leesVolgvoorkeuren, wieVan } from './dossiers.ts'
import { type Signaalkolommen, signaalVan } from './signalen.ts'

export function levensloopwerkOpslag(databank: Databank): LevensloopwerkStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('levensloop', fn)
  return {
    pak: (nu, tot, aantal) => als((tx) => pak(tx, nu, tot, aantal)),
    boek: (boekingen) => als((tx) => boek(tx, boekingen)),

    mislukt: (werk, weer, { na, op }) =>
      als(async (tx) => {
        await sql`update levensloop_dossier d set hand = null, bezig_tot = null, mislukt = mislukt + 1,
            op = ${weer}, opzij = case when mislukt + 1 >= ${na} then ${op}::timestamptz end
          from unnest(${werk.map(({ persoon }) => persoon)}::uuid[], ${werk.map(({ hand }) => hand)}::uuid[])
            as w (persoon, hand)
          where d.persoon = w.persoon and d.hand = w.hand`.execute(tx)
      }),

    later: (werk, weer) =>
      als(async (tx) => {
        await sql`update levensloop_dossier d set hand = null, bezig_tot = null, op = ${weer}
          from unnest(${werk.map(({ persoon }) => persoon)}::uuid[], ${werk.map(({ hand }) => hand)}::uuid[])
            as w (persoon, hand)
          where d.persoon = w.persoon and d.hand = w.hand`.execute(tx)
      }),

    andereTeksten: (corpus, op) =>
      als(async (tx) => {
        const { numAffectedRows } = await sql`update levensloop_dossier
          set op = least(op, ${op}), mislukt = 0, opzij = null
          -- In two parts, so that an index finds them: this is asked often, and nearly always there is nobody.
          where (corpus < ${corpus} or corpus > ${corpus}) and (op > ${op} or opzij is not null)`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),

    stand: (nu) =>
      als(async (tx) => {
        const { rows } = await sql<{
          readonly wachtend: number
          readonly sinds: Date | null
          readonly opzij: number
        }>`select (select count(*) from (select 1 from levensloop_dossier
              where opzij is null and op <= ${nu} limit ${hoogstensGeteld}) as w) as wachtend,
            (select min(op) from levensloop_dossier where opzij is null and op <= ${nu}) as sinds,
            (select count(*) from levensloop_dossier where opzij is not null) as opzij`.execute(tx)
        const [rij] = rows
        const stand: Werkstand = {
          wachtend: rij?.wachtend ?? 0,
          sinds: rij?.sinds ?? undefined,
          opzij: rij?.opzij ?? 0,
        }
        return stand
      }),
  }
}

/** Named limit: further nobody counts to say how it goes. */
const hoogstensGeteld = 10_000

async function pak(tx: Tx, nu: Date, tot: Date, aantal: number): Promise<readonly Levensloopwerk[]> {
  const { rows } = await sql<Dossierkolommen & { readonly hand: string }>`
    with wie as (
      select persoon from levensloop_dossier
      where opzij is null and op <= ${nu} and (bezig_tot is null or bezig_tot <= ${nu})
      order by heeft_voorrang desc, op limit ${aantal} for no key update skip locked)
    update levensloop_dossier d set bezig_tot = ${tot}, hand = gen_random_uuid() from wie
    where d.persoon = wie.persoon
    returning d.persoon::text, d.hand::text, d.sinds, d.versie, d.zout, d.kid, d.cijfer`.execute(tx)
  if (rows.length === 0) return []
  const personen = rows.map(({ persoon }) => wieVan(persoon))
  const meldingen = await leesMeldingen(tx, personen)
  const signalen = await leesSignalen(tx, personen)
  const voorkeuren = await leesVolgvoorkeuren(tx, personen)
  return rows.map((rij): Levensloopwerk => {
    const dossier = dossierVan(rij)
    const { persoon } = dossier
    const gelezen = meldingen.get(persoon) ?? []
    return {
      ...{ persoon, hand: rij.hand, dossier },
      voorkeur: voorkeuren.get(persoon),
      meldingen: gelezen.map(({ melding }) => melding),
      nieuw: gelezen.flatMap(({ melding: { bron, id }, isNieuw }) => (isNieuw ? [{ bron, id }] : [])),
      signalen: signalen.get(persoon) ?? [],
    }
  })
}

interface Gelezen {
  readonly melding: Melding
  readonly isNieuw: boolean
}

/** What is new, what it takes back, what takes it back, and everything that lasts with what takes that back. */
async function leesMeldingen(
  tx: Tx,
  personen: readonly PersoonId[],
): Promise<ReadonlyMap<string, readonly Gelezen[]>> {
  const { rows } = await sql<Meldingkolommen>`
    with eigen as (select * from levensloop_melding where persoon = any(${[...personen]}::uuid[])),
      kern as (select * from eigen where is_nieuw or soort = any(${[...blijvend]}::text[]))
    select e.persoon::text, e.bron, e.id, e.soort, e.op::text, e.intrekt, e.is_nieuw from eigen e
    where e.is_nieuw or e.soort = any(${[...blijvend]}::text[])
      or exists (select 1 from kern k where k.persoon = e.persoon and k.bron = e.bron
        and (k.intrekt = e.id or e.intrekt = k.id))
    order by e.persoon, e.ontvangen, e.bron, e.id`.execute(tx)
  const gelezen = rows.map((rij) => ({
    persoon: rij.persoon,
    melding: meldingVan(rij),
    isNieuw: rij.is_nieuw,
  }))
  return Map.groupBy(gelezen, ({ persoon }) => persoon)
}

interface Meldingkolommen {
  readonly persoon: string
  readonly bron: string
  readonly id: string
  readonly soort: string
  readonly op: string | null
  readonly intrekt: string | null
  readonly is_nieuw: boolean
}

function meldingVan({ bron, id, soort: naam, op, intrekt }: Meldingkolommen): Melding {
  if (intrekt !== null) return { bron, id, wat: { soort: ingetrokken, intrekt } }
  const soort = levensloopsoorten.find((een) => een === naam)
  const dag = parseDatum(op ?? '')
  if (soort === undefined || dag === undefined) throw new Error('een gebeurtenis die wij niet bewaren')
  return { bron, id, wat: { soort, op: dag } }
}

/** That run, that somebody said they have, or that turned out not to be so after they were told. */
async function leesSignalen(
  tx: Tx,
  personen: readonly PersoonId[],
): Promise<ReadonlyMap<string, readonly SignaalRij[]>> {
  const { rows } = await sql<Signaalkolommen>`select * from levensloop_signaal
    where persoon = any(${[...personen]}::uuid[])
      and (stand in ('open', 'verteld', 'geregeld') or (stand = 'hersteld' and hersteld_op is null and bureau_sinds is null))
    order by persoon, ontstaan, id`.execute(tx)
  return Map.groupBy(rows.map(signaalVan), ({ persoon }) => persoon)
}

async function boek(tx: Tx, alle: readonly Boeking[]): Promise<ReadonlySet<PersoonId>> {
  // In one order for everybody, and before anything else of them: who writes what came in waits, or is seen below.
  const { rows } = await sql<{ readonly persoon: string; readonly hand: string | null }>`
    select persoon::text, hand::text from levensloop_dossier
    where persoon = any(${alle.map(({ werk }) => werk.persoon)}::uuid[])
    order by persoon for no key update`.execute(tx)
  const handen = new Map(rows.map(({ persoon, hand }) => [persoon, hand]))
  const boekingen = alle.filter(({ werk }) => handen.get(werk.persoon) === werk.hand)
  if (boekingen.length === 0) return new Set()
  await legMeldingenWeg(tx, boekingen)
  await schrijfDossiers(tx, boekingen)
  await schrijfSignalen(
    tx,
    boekingen.flatMap(({ signalen }) => signalen),
  )
  await plaatsAlsLaatste(
    tx,
    boekingen.flatMap(({ bericht }) => bericht ?? []),
    boekingen.flatMap(({ bewijzen }) => bewijzen),
  )
  return new Set(boekingen.map(({ werk }) => werk.persoon))
}

async function legMeldingenWeg(tx: Tx, boekingen: readonly Boeking[]): Promise<void> {
  const weg = boekingen.flatMap(({ werk: { persoon, nieuw } }) => nieuw.map((een) => ({ persoon, ...een })))
  if (weg.length === 0) return
  await sql`update levensloop_melding m set is_nieuw = false
    from unnest(${weg.map(({ persoon }) => persoon)}::uuid[], ${weg.map(({ bron }) => bron)}::text[],
      ${weg.map(({ id }) => id)}::text[]) as k (persoon, bron, id)
    where m.persoon = k.persoon and m.bron = k.bron and m.id = k.id
      and m.persoon = any(${weg.map(({ persoon }) => persoon)}::uuid[])`.execute(tx)
}

/** What came in meanwhile keeps them on the list. */
async function schrijfDossiers(tx: Tx, boekingen: readonly Boeking[]): Promise<void> {
  const kolom = <T>(van: (een: Boeking) => T): readonly T[] => boekingen.map(van)
  await sql`update levensloop_dossier d set versie = n.versie, zout = n.zout, kid = n.kid, cijfer = n.cijfer,
      corpus = n.corpus, hand = null, bezig_tot = null, mislukt = 0, opzij = null,
      op = case when w.is_er then d.op else n.op end, heeft_voorrang = w.is_er
    from unnest(${kolom(({ dossier }) => dossier.persoon)}::uuid[], ${kolom(({ dossier }) => dossier.versie)}::bigint[],
      ${kolom(({ dossier }) => dossier.zout)}::bytea[], ${kolom(({ dossier }) => dossier.kid)}::text[],
      ${kolom(({ dossier }) => dossier.cijfer)}::bytea[], ${kolom(({ corpus }) => corpus)}::text[],
      ${kolom(({ op }) => op)}::timestamptz[]) as n (persoon, versie, zout, kid, cijfer, corpus, op),
      lateral (select exists (select 1 from levensloop_melding m
        where m.persoon = n.persoon and m.is_nieuw) as is_er) w
    -- As a list too, or everybody's dossier is laid beside each of these.
    where d.persoon = n.persoon and d.persoon = any(${kolom(({ dossier }) => dossier.persoon)}::uuid[])`.execute(
    tx,
  )
}

async function schrijfSignalen(tx: Tx, rijen: readonly SignaalRij[]): Promise<void> {
  if (rijen.length === 0) return
  const kolom = <T>(van: (rij: SignaalRij) => T): readonly T[] => rijen.map(van)
  await sql`insert into levensloop_signaal (id, persoon, stand, ontstaan, verteld_op, verteld_bericht, hersteld_op,
      hersteld_bericht, beantwoord, organisatie, bureau_sinds, bureau_reden, bureau_pogingen, bureau_af, kid, cijfer)
    select * from unnest(${kolom(({ id }) => id)}::uuid[], ${kolom(({ persoon }) => persoon)}::uuid[],
      ${kolom(({ stand }) => stand)}::text[], ${kolom(({ ontstaan }) => ontstaan)}::timestamptz[],
      ${kolom(({ verteld }) => verteld?.op ?? null)}::timestamptz[],
      ${kolom(({ verteld }) => verteld?.bericht ?? null)}::uuid[],
      ${kolom(({ hersteld }) => hersteld?.op ?? null)}::timestamptz[],
      ${kolom(({ hersteld }) => hersteld?.bericht ?? null)}::uuid[],
      ${kolom(({ beantwoord }) => beantwoord ?? null)}::timestamptz[],
      ${kolom(({ organisatie }) => organisatie ?? null)}::text[],
      ${kolom(({ bureau }) => bureau?.sinds ?? null)}::timestamptz[],
      ${kolom(({ bureau }) => bureau?.reden ?? null)}::text[], ${kolom(({ bureau }) => bureau?.pogingen ?? 0)}::integer[],
      ${kolom(({ bureau }) => bureau?.af ?? null)}::timestamptz[], ${kolom(({ kid }) => kid)}::text[],
      ${kolom(({ cijfer }) => cijfer)}::bytea[])
    on conflict (id) do update set stand = excluded.stand, verteld_op = excluded.verteld_op,
      verteld_bericht = excluded.verteld_bericht, hersteld_op = excluded.hersteld_op,
      hersteld_bericht = excluded.hersteld_bericht, beantwoord = excluded.beantwoord,
      bureau_sinds = excluded.bureau_sinds, bureau_reden = excluded.bureau_reden,
      bureau_pogingen = excluded.bureau_pogingen, bureau_af = excluded.bureau_af, kid = excluded.kid,
      cijfer = excluded.cijfer`.execute(tx)
}
