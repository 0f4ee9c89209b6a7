/**
 * Many chain cases at once: copies, made in the database itself, of a few that real commands made. The same rows in the
 * same tables, with other ids, owners and numbers, and chains of evidence that hold. What was sealed is copied as it is;
 * it opens where it was sealed for its place (`verzegelOpnieuw`).
 */
import { randomBytes, randomInt } from 'node:crypto'
import pg from 'pg'
import { ontzegel, type Sleutelring, verzegel } from '../src/audit/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { openOpslag } from '../src/store/index.ts'
import { ketenregister } from '../src/store/proefloket.ts'
import { gemerkt, MERK, maakVoorbeeld, openHuis, REGIE, VOORBEELDEN } from './loket-voorbeeld.ts'

export interface Laadopties {
  /** As the owner of the server. */
  readonly databaseUrl: string
  readonly sleutel: string
  readonly aantal: number
  /** Who own the cases, one after the other. */
  readonly regie: readonly string[]
  readonly nu: Date
}

/** In this order: a case before what refers to it. */
const tabellen = [
  'loket_zaak',
  'loket_voorval',
  'loket_opdracht',
  'loket_tekst',
  'loket_stap',
  'loket_deelnemer',
  'loket_deling',
  'bewijs_inhoud',
] as const
/** Named limits: so many cases in one statement, and so many statements at once. */
const perKeer = 10_000
const tegelijk = 2

/** Gives how many cases there are; the examples are among them. */
export async function laadKetenzaken(opties: Laadopties): Promise<number> {
  await maakVoorbeelden(opties)
  const client = await verbind(opties.databaseUrl)
  try {
    await maakSjablonen(client, opties.regie)
    const stukken = Array.from({ length: Math.ceil(opties.aantal / perKeer) }, (_, nr) => nr * perKeer)
    await zonderIndexen(client, () =>
      Promise.all(Array.from({ length: tegelijk }, () => laadStukken(opties, stukken))),
    )
    await client.query('drop schema meting cascade')
    // What the database does by itself after so much was written, and a planner needs.
    await client.query('vacuum analyze')
    await client.query('checkpoint')
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from loket_zaak')
    return rows[0]?.n ?? 0
  } finally {
    await client.end()
  }
}

async function maakVoorbeelden({ databaseUrl, sleutel, nu }: Laadopties): Promise<void> {
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  try {
    const huis = openHuis(opslag, {
      ...{ sleutel, nu: () => nu, toeval: gemerkt },
      ...{ register: ketenregister, isOverheid: () => true },
    })
    for (let nr = 0; nr < VOORBEELDEN; nr++) await maakVoorbeeld(huis, nr, nu)
  } finally {
    await opslag.sluit()
  }
}

async function verbind(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(`set search_path to voordeur; set statement_timeout to 0`)
  return client
}

/** Rows of the examples, each with the number of its example; and per number of a case what is its own. */
async function maakSjablonen(client: pg.Client, regie: readonly string[]): Promise<void> {
  await client.query(`create schema meting`)
  await client.query(schakel)
  await client.query(`create unlogged table meting.zaak as
    select id, persoon, nummer, row_number() over (order by geopend, id) - 1 as voorbeeld from loket_zaak`)
  for (const tabel of tabellen) {
    const bij =
      tabel === 'loket_zaak'
        ? 'm.id = t.id'
        : tabel === 'bewijs_inhoud'
          ? `t.onderwerp in ('zaak:' || m.id, 'persoon:' || m.persoon)`
          : 'm.id = t.ketenzaak'
    // As text, which is what changes; others were told of what happened long ago.
    const kolommen = (await kolommenVan(client, tabel)).map(({ naam, type }) =>
      naam === 'gemeld' ? 'op as gemeld' : isTekst(type) ? `t.${naam}::text as ${naam}` : `t.${naam}`,
    )
    await client.query(`create unlogged table meting.${tabel} as
      select m.voorbeeld, m.nummer as was, ${kolommen.join(', ')} from ${tabel} t join meting.zaak m on ${bij}`)
  }
  await client.query(`create unlogged table meting.bewijs_regel as
    select m.voorbeeld, m.nummer as was, t.onderwerp, t.volgnummer, t.tijd, t.soort, t.codes, t.inhoud_hash,
      to_char(t.tijd at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment
    from bewijs_regel t join meting.zaak m on t.onderwerp in ('zaak:' || m.id, 'persoon:' || m.persoon)`)
  await client.query(`create unlogged table meting.regie (plaats integer primary key, id text)`)
  await client.query(
    'insert into meting.regie select o - 1, id from unnest($1::text[]) with ordinality as r (id, o)',
    [[...regie]],
  )
}

async function laadStukken(opties: Laadopties, stukken: number[]): Promise<void> {
  const client = await verbind(opties.databaseUrl)
  try {
    // References hold, because the examples' do; looking up each one would take half of the time.
    await client.query(
      `set session_replication_role to replica; set synchronous_commit to off; set work_mem to '256MB'`,
    )
    const kolommen = new Map<string, readonly Kolom[]>()
    for (const tabel of tabellen) kolommen.set(tabel, await kolommenVan(client, tabel))
    for (let van = stukken.shift(); van !== undefined; van = stukken.shift()) {
      const tot = Math.min(van + perKeer, opties.aantal)
      await client.query('begin')
      await client.query(`create temporary table n on commit drop as
        select n, (n % ${VOORBEELDEN})::bigint as voorbeeld, lpad(to_hex(n), 12, '0') as h, r.id as regie,
          'B000-' || substr(upper(lpad(to_hex(n), 8, '0')), 1, 4) || '-' || substr(upper(lpad(to_hex(n), 8, '0')), 5) as nummer
        from generate_series(${van}::bigint, ${tot - 1}) as n
        join meting.regie r on r.plaats = (n / ${VOORBEELDEN}) % ${opties.regie.length}`)
      for (const tabel of tabellen) await client.query(kopie(tabel, kolommen.get(tabel) ?? []))
      await client.query(bewijsketens)
      await client.query('commit')
    }
  } finally {
    await client.end()
  }
}

/** Making an index of all rows takes less than half of what keeping it up for each does. */
async function zonderIndexen(client: pg.Client, laad: () => Promise<unknown>): Promise<void> {
  const gevuld = [...tabellen, 'bewijs_regel', 'bewijs_keten']
  await client.query(
    `update pg_catalog.pg_index set indisready = false, indisvalid = false
    where indrelid = any ($1::text[]::regclass[])`,
    [gevuld],
  )
  await laad()
  await client.query(`set maintenance_work_mem to '1GB'`)
  // Makes them valid again, and says so when two rows have one key.
  for (const tabel of gevuld) await client.query(`reindex table ${tabel}`)
}

interface Kolom {
  readonly naam: string
  readonly type: string
}

async function kolommenVan(client: pg.Client, tabel: string): Promise<readonly Kolom[]> {
  const { rows } = await client.query<Kolom>(
    `select attname as naam, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [tabel],
  )
  return rows
}

/** The same row with the ids, the owner and the number of the copy. */
function kopie(tabel: string, kolommen: readonly Kolom[]): string {
  return `insert into ${tabel} (${kolommen.map(({ naam }) => naam).join(', ')})
    select ${kolommen.map(anders).join(', ')} from n join meting.${tabel} t using (voorbeeld) order by n.n`
}

const isTekst = (type: string): boolean => ['uuid', 'text', 'jsonb', 'text[]'].includes(type)
const kaal = (tekst: string): string => `replace(${tekst}, '${MERK}', n.h)`
const geheel = (tekst: string): string =>
  `replace(replace(${kaal(tekst)}, '${REGIE}', n.regie), t.was, n.nummer)`

function anders({ naam, type }: Kolom): string {
  if (!isTekst(type)) return `t.${naam}`
  if (type === 'uuid') return `${kaal(`t.${naam}`)}::uuid`
  return type === 'text' ? geheel(`t.${naam}`) : `${geheel(`t.${naam}`)}::${type}`
}

/** As `bewijs_voeg_toe` does: each line has the hash of the one before it, which is the last that its own is made of. */
const schakel = `
  create function meting.schakel(vorige bytea, regel text) returns bytea language plpgsql immutable as
    $$ begin return sha256(convert_to(regel || encode(vorige, 'hex'), 'UTF8')); end $$;
  create aggregate meting.schakel(text) (
    sfunc = meting.schakel, stype = bytea, initcond = '\\x${'00'.repeat(32)}'
  )`
const bewijsketens = `
  with regel as (
    select ${kaal('t.onderwerp')} as onderwerp, ${geheel('t.codes')} as codes, t.volgnummer, t.tijd, t.moment, t.soort,
      t.inhoud_hash from n join meting.bewijs_regel t using (voorbeeld)
  ), keten as (
    select *, meting.schakel(concat_ws(E'\\n', 'voordeur-bewijs-1', onderwerp, volgnummer, moment, soort, codes,
      coalesce(encode(inhoud_hash, 'hex'), '-'), '')) over (partition by onderwerp order by volgnummer) as hash
    from regel
  ), geschreven as (
    insert into bewijs_regel (onderwerp, volgnummer, vorige, tijd, soort, codes, inhoud_hash, hash)
    select onderwerp, volgnummer,
      lag(hash, 1, decode(repeat('00', 32), 'hex')) over (partition by onderwerp order by volgnummer),
      tijd, soort, codes, inhoud_hash, hash from keten
    returning onderwerp, volgnummer, hash
  )
  insert into bewijs_keten (onderwerp, volgnummer, hash, verankerd)
  select distinct on (onderwerp) onderwerp, volgnummer, hash, volgnummer from geschreven
  order by onderwerp, volgnummer desc`

/** A case, and who takes part in it. */
export interface Gekozen {
  readonly ketenzaak: string
  readonly organisatie: string
}

/** Cases from everywhere among so many, each with somebody who owns it or does a step in it. */
export async function kiesKetenzaken(
  { databaseUrl }: Pick<Laadopties, 'databaseUrl'>,
  van: number,
  hoeveel: number,
): Promise<readonly Gekozen[]> {
  const client = await verbind(databaseUrl)
  try {
    const nummers = Array.from({ length: hoeveel }, () => randomInt(van))
    const { rows } = await client.query<Gekozen>(
      `with v as (
        select id, row_number() over (order by geopend, id) - 1 as voorbeeld from loket_zaak where id = any (
          select ketenzaak from loket_voorval where nr = 1 and right(ketenzaak::text, 12) = '${MERK}')
      ), gekozen as (
        select distinct overlay(v.id::text placing lpad(to_hex(n), 12, '0') from 25)::uuid as id
        from unnest($1::bigint[]) as n join v on v.voorbeeld = n % ${VOORBEELDEN}
      )
      select z.id as ketenzaak, z.organisatie from gekozen g join loket_zaak z using (id)
      union all select d.ketenzaak, d.organisatie from gekozen g join loket_deelnemer d on d.ketenzaak = g.id`,
      [nummers],
    )
    return rows
  } finally {
    await client.end()
  }
}

/** Cases that somebody will read: their words are sealed for their own place, as a command would have done. */
export async function verzegelOpnieuw(
  { databaseUrl }: Pick<Laadopties, 'databaseUrl'>,
  ring: Sleutelring,
  zaken: readonly Gekozen[],
): Promise<void> {
  const client = await verbind(databaseUrl)
  try {
    const { rows } = await client.query<Tekstrij>(
      `select t.id, t.ketenzaak, v.kid, v.cijfer, v.id as van, v.ketenzaak as bij from loket_tekst t
      join loket_tekst v on v.id = overlay(t.id::text placing '${MERK}' from 25)::uuid
      where t.ketenzaak = any ($1::uuid[]) and t.id <> v.id`,
      [zaken.map(({ ketenzaak }) => ketenzaak)],
    )
    const plek = (ketenzaak: string, id: string) => ({
      ...{ tabel: 'loket_tekst', rij: `${ketenzaak}/${id}`, doel: 'woorden' },
    })
    const nieuw = rows.map(({ id, ketenzaak, kid, cijfer, van, bij }) => {
      const inhoud = ontzegel(ring, plek(bij, van), { kid, cijfer })
      return { id, ...verzegel(ring, plek(ketenzaak, id), inhoud, { toeval: randomBytes }) }
    })
    await client.query(
      `update loket_tekst t set kid = n.kid, cijfer = n.cijfer
      from unnest($1::uuid[], $2::text[], $3::bytea[]) as n (id, kid, cijfer) where t.id = n.id`,
      [nieuw.map(({ id }) => id), nieuw.map(({ kid }) => kid), nieuw.map(({ cijfer }) => cijfer)],
    )
  } finally {
    await client.end()
  }
}

interface Tekstrij {
  readonly id: string
  readonly ketenzaak: string
  readonly kid: string
  readonly cijfer: Buffer
  readonly van: string
  readonly bij: string
}

/** How many stand there already; nought where there is no table yet. */
export async function telKetenzaken(databaseUrl: string): Promise<number> {
  const client = await verbind(databaseUrl)
  try {
    const { rows } = await client.query<{ er: boolean }>(`select to_regclass('loket_zaak') is not null as er`)
    if (rows[0]?.er !== true) return 0
    return (await client.query<{ n: number }>('select count(*)::int as n from loket_zaak')).rows[0]?.n ?? 0
  } finally {
    await client.end()
  }
}
