import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { maxMislukt } from '../kanalen/index.ts'
import type { Boeking, ZendingStore, Zendingstanden } from '../kanalen/zending-store.ts'
import { leesBerichten } from './berichten.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { herstelOpslag } from './herstelwerk.ts'
import { leesVoorkeuren } from './voorkeuren.ts'
import {
  type Hersteltaakrij,
  hersteltaakVan,
  type Werkrij,
  werkVan,
  type Zendingrij,
  zendingVan,
} from './zending-rijen.ts'
import { standenNa, type Zendingstandrij } from './zending-standen.ts'

export function zendingOpslag(databank: Databank): ZendingStore {
  const { alsTaak, metBewijs } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('verzenden', fn)
  return {
    erIsWerk: (kanalen, nu) =>
      alsTaak(
        'verzenden',
        async (tx) => {
          const { rows } = await sql<{ er: boolean }>`
          select exists (select from zending where kanaal = k.kanaal
            and stand in ('gemaakt', 'bezig') and volgende <= ${nu}) as er
          from unnest(${[...kanalen]}::text[]) with ordinality as k (kanaal, plaats) order by plaats`.execute(
            tx,
          )
          return rows.map(({ er }) => er)
        },
        'lezen',
      ),

    pak: ({ kanaal, nu, tot, hoogstens }) =>
      als(async (tx) => {
        // Planned once more after a crash of the database it comes to the same, and nobody waits for the disk. That
        // something may have left the house is known before it leaves.
        if (kanaal === 'berichtenbox')
          await sql`select set_config('synchronous_commit', 'off', true)`.execute(tx)
        const { rows } = await sql<Zendingrij>`
          with rij as (select id from zending
            where kanaal = ${kanaal} and stand in ('gemaakt', 'bezig') and volgende <= ${nu}
            order by volgende limit ${hoogstens} for update skip locked)
          update zending z set stand = 'bezig', greep = z.greep + 1, volgende = ${tot},
            ongewis = z.ongewis + (z.stand = 'bezig')::int
          from rij where z.id = rij.id returning z.*`.execute(tx)
        return rows.map(zendingVan)
      }),

    lees: (zendingen, bewijs) => {
      const wie = [...new Set(zendingen.map(({ persoon }) => persoon))]
      return metBewijs(bewijs).alsTaakOverHen('verzenden', wie, async (tx) => ({
        berichten: await leesBerichten(tx, [...new Set(zendingen.map(({ bericht }) => bericht))]),
        voorkeuren: await leesVoorkeuren(tx, wie),
      }))
    },

    boek: (boekingen) => als(async (tx) => boek(tx, await houdVast(tx, boekingen), boekingen)),

    zoek: (id) =>
      als(async (tx) => {
        const { rows } = await sql<Zendingrij>`select * from zending where id::text = ${id}`.execute(tx)
        return rows.map(zendingVan)[0]
      }),

    wijzig: (id, maak) =>
      als(async (tx) => {
        const { rows } = await sql<Zendingstandrij>`select * from zending
          where bericht = (select bericht from zending where id = ${id}) order by id for update`.execute(tx)
        const rij = rows.find((een) => een.id === id)
        if (rij === undefined) return 'onbekend'
        // An address may be marked of whom it is about, and of nobody else.
        await sql`select set_config('voordeur.persoon', ${rij.persoon}, true)`.execute(tx)
        const boeking = maak(zendingVan(rij))
        if (boeking === undefined) return 'was-er-al'
        await boek(tx, rows, [boeking])
        return 'gewijzigd'
      }),

    codeMislukt: (zending, op) =>
      als(async (tx) => {
        const { rows } = await sql<{
          raak: boolean
        }>`select adrescode_mislukt(${zending}, ${op}) as raak`.execute(tx)
        return rows[0]?.raak === true
      }),

    vanBericht: (persoon, bericht, bewijs) =>
      metBewijs(bewijs).alsPersoon(persoon, async (tx) => {
        const { rows } = await sql<Zendingrij>`select * from zending
          where persoon = ${persoon} and bericht = ${bericht} order by gemaakt, kanaal <> 'berichtenbox', id`.execute(
          tx,
        )
        return rows.map(zendingVan)
      }),

    vraagBrief: ({ id, persoon, bericht, beurt, gemaakt }, bewijzen) =>
      als(async (tx) => {
        // Of a message that is theirs: the item of the inbox says so.
        const { numAffectedRows } = await sql`insert into zending
            (id, persoon, bericht, organisatie, kanaal, beurt, stand, gemaakt, volgende, op_verzoek)
          select ${id}, persoon, bericht, organisatie, 'brief', ${beurt}, 'gemaakt', ${gemaakt}, ${gemaakt}, true
          from zending where bericht = ${bericht} and persoon = ${persoon} and kanaal = 'berichtenbox' and beurt = 1
          on conflict (bericht, kanaal, beurt) do nothing`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    onbemeld: (grenzen, hoogstens) =>
      als(async (tx) => {
        const { rows } = await sql<Zendingrij & { alarm: number }>`select * from zending
          where kanaal = 'berichtenbox' and uiterlijk is not null and gemeld is null and exists (
            select 1 from unnest(${grenzen.map(({ uren }) => uren)}::int[],
              ${grenzen.map(({ verstuurdVoor }) => verstuurdVoor)}::timestamptz[]) as g (uren, voor)
            where gemaakt <= g.voor and alarm < g.uren)
          order by uiterlijk limit ${hoogstens}`.execute(tx)
        return rows.map((rij) => {
          const { persoon, bericht, organisatie, gemaakt } = zendingVan(rij)
          return { persoon, bericht, organisatie, verstuurd: gemaakt, alarm: rij.alarm }
        })
      }),

    waarschuw: ({ bericht }, uren, taken, bewijzen) =>
      als(async (tx) => {
        const { numAffectedRows } = await sql`update zending set alarm = ${uren}
          where bericht = ${bericht} and kanaal = 'berichtenbox' and gemeld is null and uiterlijk is not null
            and alarm < ${uren}`.execute(tx)
        if (numAffectedRows !== 1n) return false
        await schrijfTaken(tx, taken)
        await voegBewijsToe(tx, bewijzen)
        return true
      }),

    zonderBericht: ({ kanalen, voor, vanaf, rustMs, hoogstens }) =>
      als(async (tx) => {
        const { rows } = await sql<Zendingrij>`
          with rij as (select id from zending
            where stand = 'verzonden' and kanaal in ('sms', 'email', 'brief') and kanaal = any(${[...kanalen]})
              and verzonden > ${vanaf} and coalesce(navraag, verzonden) <= ${voor}
            order by coalesce(navraag, verzonden) limit ${hoogstens} for update skip locked)
          update zending z set navraag = ${new Date(voor.getTime() + rustMs)} from rij
          where z.id = rij.id returning z.*`.execute(tx)
        return rows.map(zendingVan)
      }),

    stelNavraagUit: (id, op) =>
      als(async (tx) => {
        await sql`update zending set navraag = ${op}::timestamptz + (${op}::timestamptz - verzonden)
          where id = ${id}`.execute(tx)
      }),

    standen: (nu) => als((tx) => leesStanden(tx, nu)),

    herstelZonder: () =>
      als(async (tx) => {
        const { rows } = await sql<Werkrij>`select id, soort, reden, gemaakt, uiterlijk, pogingen, geprobeerd
          from hersteltaak where organisatie is null and afgehandeld is null
          order by uiterlijk, id limit ${maxTaken}`.execute(tx)
        return rows.map(werkVan)
      }),

    ...herstelOpslag(databank),

    geefTaak: (id, aan, bewijs) =>
      als(async (tx) => {
        const { rows } = await sql<Hersteltaakrij>`update hersteltaak set organisatie = ${aan}
          where id = ${id} and organisatie is null and afgehandeld is null returning *`.execute(tx)
        const [taak] = rows.map(hersteltaakVan)
        if (taak === undefined) return false
        await voegBewijsToe(tx, [bewijs(taak)])
        return true
      }),

    verlopenBellen: (nu, hoogstens) =>
      als(async (tx) => {
        const { rows } = await sql<{ id: string }>`select id from hersteltaak
          where afgehandeld is null and zending is not null and uiterlijk <= ${nu}
          order by uiterlijk limit ${hoogstens}`.execute(tx)
        return rows.map(({ id }) => id)
      }),

    rondAf: (id, maak) =>
      als(async (tx) => {
        // The items first, as everybody who changes one does.
        const { rows: vast } = await sql<Zendingstandrij>`select * from zending
          where bericht = (select bericht from hersteltaak where id = ${id}) order by id for update`.execute(
          tx,
        )
        const { rows } = await sql<Hersteltaakrij>`select * from hersteltaak
          where id = ${id} and afgehandeld is null for update`.execute(tx)
        const [taak] = rows.map(hersteltaakVan)
        const item = vast.find(({ kanaal, stand }) => kanaal === 'telefoon' && stand === 'klaar')
        const wordt = taak && maak(taak, taak.soort === 'bellen' && item ? zendingVan(item) : undefined)
        if (taak === undefined || wordt === undefined) return false
        const { isAf, op, pogingen, isVerteld, boeking, taken, bewijzen } = wordt
        await sql`update hersteltaak set afgehandeld = ${isAf ? op : null}, pogingen = ${pogingen},
          geprobeerd = ${op} where id = ${id}`.execute(tx)
        if (boeking !== undefined) await boek(tx, vast, [boeking])
        await schrijfTaken(tx, taken)
        await voegBewijsToe(tx, bewijzen)
        if (isVerteld) await merkVerteld(tx, taak.bericht, op)
        return true
      }),
  }
}

/** Who was called or written to knows of it. That an address was put right tells nobody of a message. */
async function merkVerteld(tx: Tx, bericht: string, op: Date): Promise<void> {
  await sql`update zending set stand = 'hersteld' where bericht = ${bericht}
    and stand in ('mislukt', 'retour')`.execute(tx)
  await sql`update zending set gemeld = ${op} where bericht = ${bericht} and kanaal = 'berichtenbox'
    and gemeld is null`.execute(tx)
}

/** Named limit: more fit on no page. */
const maxTaken = 200

/**
 * All items of these messages, in one order for everybody, and only then the chains: nobody waits in a circle, and two
 * ways of one message are written down one after the other.
 */
async function houdVast(tx: Tx, boekingen: readonly Boeking[]): Promise<readonly Zendingstandrij[]> {
  const berichten = [...new Set(boekingen.map(({ was }) => was.bericht))]
  const { rows } = await sql<Zendingstandrij>`select * from zending
    where bericht = any(${berichten}::uuid[]) order by id for update`.execute(tx)
  return rows
}

/** Gives how many had effect. */
async function boek(
  tx: Tx,
  vast: readonly Zendingstandrij[],
  boekingen: readonly Boeking[],
): Promise<number> {
  const nu = new Map(vast.map((rij) => [rij.id, rij]))
  const raak = boekingen.filter(({ was }) => {
    const rij = nu.get(was.id)
    return rij?.stand === was.stand && rij.greep === was.greep
  })
  if (raak.length === 0) return 0
  // Before the items: who they are about is in hand until then.
  await merkAdressen(tx, raak)
  const standen = standenNa(vast, raak)
  await schrijfStanden(tx, standen)
  await sluitAlarm(
    tx,
    standen.filter(({ id, gemeld }) => gemeld !== null && nu.get(id)?.gemeld === null),
  )
  await schrijfVervolg(tx, raak)
  await schrijfTaken(
    tx,
    raak.flatMap(({ taken }) => taken),
  )
  await voegBewijsToe(
    tx,
    raak.flatMap(({ bewijzen }) => bewijzen),
  )
  return raak.length
}

/** Who got the notice after all is not called because it stayed away. */
async function sluitAlarm(tx: Tx, gemeld: readonly Zendingstandrij[]): Promise<void> {
  if (gemeld.length === 0) return
  await sql`update hersteltaak set afgehandeld = greatest(gemaakt, g.op)
    from unnest(${gemeld.map(({ bericht }) => bericht)}::uuid[],
      ${gemeld.map((rij) => rij.gemeld)}::timestamptz[]) as g (bericht, op)
    where hersteltaak.bericht = g.bericht and soort = 'bellen' and reden = 'melding-uitgebleven'
      and afgehandeld is null`.execute(tx)
}

async function merkAdressen(tx: Tx, raak: readonly Boeking[]): Promise<void> {
  const adressen = raak.flatMap(({ was, adres }) => (adres ? [{ persoon: was.persoon, ...adres }] : []))
  if (adressen.length === 0) return
  await sql`select 1 from contactadres where persoon = any(${adressen.map(({ persoon }) => persoon)}::uuid[])
    order by id for update`.execute(tx)
  const { rows } = await sql<{ id: string; is_op: boolean }>`
    update contactadres a set mislukt = case when w.kwam_aan then 0 else a.mislukt + 1 end
    from unnest(${adressen.map(({ persoon }) => persoon)}::uuid[], ${adressen.map(({ id }) => id)}::uuid[],
      ${adressen.map(({ kwamAan }) => kwamAan)}::boolean[]) as w (persoon, id, kwam_aan)
    where a.persoon = w.persoon and a.id = w.id and a.bevestigd is not null
      and (not w.kwam_aan or a.mislukt > 0)
    returning a.id, a.mislukt >= ${maxMislukt} and not w.kwam_aan as is_op`.execute(tx)
  const op = new Set(rows.flatMap(({ id, is_op }) => (is_op ? [id] : [])))
  await schrijfTaken(
    tx,
    adressen.flatMap(({ id, taak }) => (op.has(id) ? [taak] : [])),
  )
}

async function schrijfStanden(tx: Tx, wordt: readonly Zendingstandrij[]): Promise<void> {
  const kolom = <T>(van: (rij: Zendingstandrij) => T) => wordt.map(van)
  await sql`update zending z set stand = w.stand, pogingen = w.pogingen, ongewis = w.ongewis, volgende = w.volgende,
      verzonden = w.verzonden, kenmerk = w.kenmerk, reden = w.reden, uiterlijk = w.uiterlijk, gemeld = w.gemeld,
      adres = w.adres
    from unnest(${kolom(({ id }) => id)}::uuid[], ${kolom(({ stand }) => stand)}::text[],
      ${kolom(({ pogingen }) => pogingen)}::int[], ${kolom(({ ongewis }) => ongewis)}::int[], ${kolom(({ volgende }) => volgende)}::timestamptz[],
      ${kolom(({ verzonden }) => verzonden)}::timestamptz[], ${kolom(({ kenmerk }) => kenmerk)}::text[],
      ${kolom(({ reden }) => reden)}::text[], ${kolom(({ uiterlijk }) => uiterlijk)}::timestamptz[],
      ${kolom(({ gemeld }) => gemeld)}::timestamptz[], ${kolom(({ adres }) => adres)}::uuid[])
      as w (id, stand, pogingen, ongewis, volgende, verzonden, kenmerk, reden, uiterlijk, gemeld, adres)
    where z.id = w.id`.execute(tx)
}

async function schrijfVervolg(tx: Tx, raak: readonly Boeking[]): Promise<void> {
  const nieuw = raak.flatMap((een) => een.nieuw)
  if (nieuw.length === 0) return
  // Written out per row: an array of arrays must be a rectangle.
  await sql`insert into zending (id, persoon, bericht, organisatie, kanaal, beurt, stand, gemaakt, volgende, daarna,
      uiterlijk, alleen_snel)
    select id, persoon, bericht, organisatie, kanaal, beurt, 'gemaakt', gemaakt, gemaakt, daarna, uiterlijk,
      coalesce("alleenSnel", false)
    from jsonb_to_recordset(${JSON.stringify(nieuw)}::jsonb) as n (id uuid, persoon uuid, bericht uuid,
      organisatie text, kanaal text, beurt int, gemaakt timestamptz, daarna text[], uiterlijk timestamptz,
      "alleenSnel" boolean)
    on conflict (bericht, kanaal, beurt) do nothing`.execute(tx)
}

/**
 * The same work about the same message is one task: by the earlier term. One that waits for a call alone ends by itself;
 * one for what failed as well does not.
 */
async function schrijfTaken(tx: Tx, taken: Boeking['taken']): Promise<void> {
  if (taken.length === 0) return
  const perWerk = Map.groupBy(taken, ({ bericht, soort }) => `${bericht} ${soort}`)
  const samen = [...perWerk.values()].flatMap(([eerste, ...rest]) => {
    if (eerste === undefined || rest.length === 0) return eerste ?? []
    const { zending: _, ...taak } = eerste
    const uiterlijk = new Date(Math.min(...[eerste, ...rest].map((een) => een.uiterlijk.getTime())))
    return { ...taak, uiterlijk }
  })
  await sql`insert into hersteltaak (id, persoon, bericht, organisatie, soort, reden, gemaakt, uiterlijk, zending)
    select id, persoon, bericht, organisatie, soort, reden, gemaakt, uiterlijk, zending
    from jsonb_to_recordset(${JSON.stringify(samen)}::jsonb) as n (id uuid, persoon uuid, bericht uuid,
      organisatie text, soort text, reden text, gemaakt timestamptz, uiterlijk timestamptz, zending uuid)
    on conflict (bericht, soort) where afgehandeld is null do update set
      uiterlijk = least(hersteltaak.uiterlijk, excluded.uiterlijk),
      zending = case when excluded.zending is not null then hersteltaak.zending end`.execute(tx)
}

async function leesStanden(tx: Tx, nu: Date): Promise<Zendingstanden> {
  const { rows } = await sql<{
    wachtend: number
    oudste: Date | null
    alarmen: number
    taken: number
    laat: number
  }>`
    select count(*) filter (where volgende <= ${nu}) as wachtend,
      min(volgende) filter (where volgende <= ${nu}) as oudste,
      (select count(*) from zending where kanaal = 'berichtenbox' and uiterlijk is not null and gemeld is null
        and alarm > 0) as alarmen,
      (select count(*) from hersteltaak where afgehandeld is null) as taken,
      (select count(*) from hersteltaak where afgehandeld is null and uiterlijk <= ${nu}) as laat
    from zending where stand in ('gemaakt', 'bezig')`.execute(tx)
  const [rij] = rows
  return {
    wachtend: rij?.wachtend ?? 0,
    oudste: rij?.oudste ?? undefined,
    alarmen: rij?.alarmen ?? 0,
    hersteltaken: rij?.taken ?? 0,
    teLaat: rij?.laat ?? 0,
  }
}

/** What goes when the retention period of items on their way is over. */
export function zendingOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: 'bericht-verzenden',
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const weg = [
          await sql`delete from zending where gemaakt < ${grens}`.execute(tx),
          await sql`delete from hersteltaak where gemaakt < ${grens}`.execute(tx),
        ]
        return weg.reduce((som, { numAffectedRows }) => som + Number(numAffectedRows ?? 0n), 0)
      }),
  }
}
