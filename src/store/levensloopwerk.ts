import { sql } from 'kysely'
import { type PersoonId, parseDatum } from '../domain/index.ts'
import {
  type Boeking,
  blijvend,
  ingetrokken,
  type Levensloopsoort,
  type Levensloopwerk,
  type LevensloopwerkStore,
  levensloopsoorten,
  type Melding,
  type SignaalRij,
  type Werkstand,
} from '../proactief/index.ts'
import { plaatsAlsLaatste } from './berichten.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { type Rij as Dossierkolommen, dossierVan, leesVolgvoorkeuren, wieVan } from './dossiers.ts'
import { type Signaalkolommen, signaalVan } from './signalen.ts'

export function levensloopwerkOpslag(databank: Databank): LevensloopwerkStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('levensloop', fn)
  return {
    pak: (nu, tot, aantal, maakEinde) => als((tx) => pak(tx, { nu, tot, aantal, maakEinde })),
    boek: (boekingen) => als((tx) => boek(tx, boekingen)),

    mislukt: (werk, weer, { na, op }) =>
      als(async (tx) => {
        // The hand stays: whoever takes them next sees whether it left something without an end.
        await sql`update levensloop_dossier d set bezig_tot = null, mislukt = mislukt + 1,
            op = ${weer}, opzij = case when mislukt + 1 >= ${na} then ${op}::timestamptz end
          from unnest(${werk.map(({ persoon }) => persoon)}::uuid[], ${werk.map(({ hand }) => hand)}::uuid[])
            as w (persoon, hand)
          where d.persoon = w.persoon and d.hand = w.hand`.execute(tx)
      }),

    later: (werk, weer) =>
      als(async (tx) => {
        await sql`update levensloop_dossier d set bezig_tot = null, op = ${weer}
          from unnest(${werk.map(({ persoon }) => persoon)}::uuid[], ${werk.map(({ hand }) => hand)}::uuid[])
            as w (persoon, hand)
          where d.persoon = w.persoon and d.hand = w.hand`.execute(tx)
      }),

    async andereTeksten(corpus, op) {
      // In two parts, so that an index finds them: this is asked often, and nearly always there is nobody.
      const zonderDeze = sql`(corpus < ${corpus} or corpus > ${corpus}) and (op > ${op} or opzij is not null)`
      return (await opnieuw(als, zonderDeze, op)) + (await opnieuw(als, sql`opzij <= ${dagEerder(op)}`, op))
    },

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

/** Named limit: so many come on the list in one act. Another text of the law is about everybody. */
const perLijst = 20_000
const dagMs = 86_400_000
const dagEerder = (op: Date) => new Date(op.getTime() - dagMs)

/** Puts them on the list. Whoever is being written at this moment is waited for by nobody, and comes the next time. */
async function opnieuw(
  als: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>,
  wie: ReturnType<typeof sql>,
  op: Date,
): Promise<number> {
  let totaal = 0
  for (;;) {
    const { numAffectedRows } = await als((tx) =>
      sql`update levensloop_dossier d set op = least(d.op, ${op}), mislukt = 0, opzij = null
        from (select persoon from levensloop_dossier where ${wie} limit ${perLijst} for no key update skip locked) w
        where d.persoon = w.persoon`.execute(tx),
    )
    totaal += Number(numAffectedRows ?? 0n)
    if (Number(numAffectedRows ?? 0n) < perLijst) return totaal
  }
}

/** Of another kind nothing is taken by this node. */
const bekend = [...levensloopsoorten, ingetrokken]

interface Pakvraag {
  readonly nu: Date
  readonly tot: Date
  readonly aantal: number
  readonly maakEinde: Parameters<LevensloopwerkStore['pak']>[3]
}

async function pak(tx: Tx, { nu, tot, aantal, maakEinde }: Pakvraag): Promise<readonly Levensloopwerk[]> {
  const { rows } = await sql<Dossierkolommen & { readonly hand: string; readonly vorige: string | null }>`
    with wie as (
      select persoon, hand as vorige from levensloop_dossier d
      where opzij is null and op <= ${nu} and (bezig_tot is null or bezig_tot <= ${nu})
        -- What a newer node kept waits for that node, and so does whoever it is about. Asked of each by itself.
        and (select true from levensloop_melding m left join levensloop_melding t
            on t.persoon = m.persoon and t.bron = m.bron and t.id = m.intrekt
          where m.persoon = d.persoon and m.is_nieuw and coalesce(t.soort, m.soort) <> all(${bekend}::text[])
          limit 1) is null
      order by heeft_voorrang desc, op limit ${aantal} for no key update skip locked)
    update levensloop_dossier d set bezig_tot = ${tot}, hand = gen_random_uuid() from wie
    where d.persoon = wie.persoon
    returning d.persoon::text, d.hand::text, wie.vorige::text, d.sinds, d.versie, d.zout, d.kid, d.cijfer`.execute(
    tx,
  )
  if (rows.length === 0) return []
  if (maakEinde !== undefined) await sluitVerlaten(tx, rows, maakEinde)
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

/** Of whom somebody had in hand who wrote nothing of it any more: what that one began has ended, undone. */
async function sluitVerlaten(
  tx: Tx,
  rijen: readonly { readonly persoon: string; readonly vorige: string | null }[],
  maakEinde: NonNullable<Pakvraag['maakEinde']>,
): Promise<void> {
  const verlaten = rijen.flatMap(({ persoon, vorige }) => (vorige === null ? [] : [{ persoon, vorige }]))
  if (verlaten.length === 0) return
  const { rows } = await sql<{ readonly wie: string; readonly span: string }>`
    select wie::text, span from levensloop_onafgerond(${verlaten.map(({ persoon }) => persoon)}::uuid[],
      ${verlaten.map(({ vorige }) => vorige.replaceAll('-', ''))}::text[])`.execute(tx)
  await voegBewijsToe(
    tx,
    rows.map(({ wie, span }) => maakEinde(wieVan(wie), span)),
  )
}

interface Gelezen {
  readonly melding: Melding
  readonly isNieuw: boolean
}

/**
 * What is new, with what it takes back or is taken back by; and of what lasts (a death, a move, a
 * marriage) the last that stands. However many there were, no more of them are read.
 */
async function leesMeldingen(
  tx: Tx,
  personen: readonly PersoonId[],
): Promise<ReadonlyMap<string, readonly Gelezen[]>> {
  const kolommen = sql`e.persoon, e.bron, e.id, e.soort, e.op, e.intrekt, e.is_nieuw, e.ontvangen`
  const staatNog = sql`not e.is_nieuw and (select true from levensloop_melding t
    where t.persoon = e.persoon and t.bron = e.bron and t.intrekt = e.id limit 1) is null`
  const laatste = (soort: Levensloopsoort) => sql`
    select e.* from wie cross join lateral (select ${kolommen} from levensloop_melding e
      where e.persoon = wie.persoon and e.soort = ${soort} and ${staatNog} order by e.op desc limit 1) e`
  const { rows } = await sql<Meldingkolommen>`
    with wie as (select unnest(${[...personen]}::uuid[]) as persoon),
    nieuw as materialized (select ${kolommen} from levensloop_melding e
      where e.persoon = any(${[...personen]}::uuid[]) and e.is_nieuw),
    erbij as (
      select e.* from nieuw n cross join lateral (select ${kolommen} from levensloop_melding e
        where e.persoon = n.persoon and e.bron = n.bron and e.id = n.intrekt and not e.is_nieuw) e
      union
      select e.* from nieuw n cross join lateral (select ${kolommen} from levensloop_melding e
        where e.persoon = n.persoon and e.bron = n.bron and e.intrekt = n.id and not e.is_nieuw limit 1) e
      ${sql.join(
        blijvend.map((soort) => sql`union ${laatste(soort)}`),
        sql` `,
      )})
    select a.persoon::text, a.bron, a.id, a.soort, a.op::text, a.intrekt, a.is_nieuw
    from (select * from nieuw union all select * from erbij) as a
    order by a.persoon, a.ontvangen, a.bron, a.id`.execute(tx)
  const gelezen = rows.flatMap((rij) => {
    const melding = meldingVan(rij)
    return melding === undefined ? [] : [{ persoon: rij.persoon, melding, isNieuw: rij.is_nieuw }]
  })
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

/** `undefined`: of a kind that a newer node keeps and this one does not know; it stays as it is. */
function meldingVan({ bron, id, soort: naam, op, intrekt }: Meldingkolommen): Melding | undefined {
  if (intrekt !== null) return { bron, id, wat: { soort: ingetrokken, intrekt } }
  const soort = levensloopsoorten.find((een) => een === naam)
  const dag = parseDatum(op ?? '')
  return soort === undefined || dag === undefined ? undefined : { bron, id, wat: { soort, op: dag } }
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
  await sql`insert into levensloop_signaal as s (id, persoon, stand, ontstaan, verteld_op, verteld_bericht, hersteld_op,
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
      -- Before a person again: what came of it last time is over.
      bureau_uitkomst = case when excluded.bureau_af is null then null else s.bureau_uitkomst end,
      cijfer = excluded.cijfer`.execute(tx)
}
