import { type Kysely, sql } from 'kysely'

/**
 * Many lines of evidence and many items in one go. What is written and who may see it stays as it was: the same
 * hashes in the same chains, the same rows for the same tasks.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(naam).execute(db)
  await sql.raw(toevoegen).execute(db)
  await sql.raw(beleid).execute(db)
}

// The same rule. Counting up to 200 in a regular expression cost thirty times as much, four times for each line. What
// stands in the table was held against it already.
const naam = `
  alter table bewijs_keten drop constraint bewijs_keten_onderwerp_check;
  alter table bewijs_keten add constraint bewijs_keten_onderwerp_check check (
    onderwerp ~ '^(persoon|organisatie|installatie|zaak):[^\\n|]+$'
    and length(onderwerp) - strpos(onderwerp, ':') <= 200) not valid;
`

/**
 * All lines of a call in one pass. First every chain that is new, then the ends of all of them locked, both in order
 * of subject: whoever waits holds nothing that comes before it for somebody who waits for them. Then number and hash
 * of each line follow from the one before it, and everything is written by one statement. The plan of a statement is
 * kept as long as a connection lives, and may be made while the tables are still empty: no scan of a whole table then.
 * src/audit/bewijsregel.ts makes the same hash.
 */
const regel = `jsonb_to_recordset(regels) as (
          onderwerp text, soort text, tijd timestamptz, codes text, inhoud_hash text,
          persoon uuid, verwerking text, organisatie text, kid text, zout text, cijfer text)`
const kolommen =
  'onderwerp, soort, tijd, codes, inhoud_hash, persoon, verwerking, organisatie, kid, zout, cijfer'
const toevoegen = `
  create or replace function bewijs_voeg_toe(regels jsonb) returns table (o text, n bigint)
  language plpgsql security definer set search_path = voordeur, pg_temp set enable_seqscan = off as $$
  declare
    r record;
    kop bytea;
    -- Per subject, in order; its place among them.
    onderwerpen text[] := '{}';
    plek int := 0;
    einden bigint[] := '{}';
    koppen bytea[] := '{}';
    -- Per line, in the order in which they came.
    nummers bigint[] := array_fill(null::bigint, array[jsonb_array_length(regels)]);
    vorigen bytea[] := array_fill(null::bytea, array[jsonb_array_length(regels)]);
    hashes bytea[] := array_fill(null::bytea, array[jsonb_array_length(regels)]);
  begin
    if context_soort() is null then
      raise exception 'bewijs zonder context' using errcode = '42501';
    end if;
    insert into bewijs_keten (onderwerp, volgnummer, hash)
      select distinct onderwerp, 0, decode(repeat('00', 32), 'hex')
      from jsonb_to_recordset(regels) as (onderwerp text) order by onderwerp
      on conflict do nothing;
    for r in
      with regel as materialized (
        select * from rows from (jsonb_to_recordset(regels) as (
          onderwerp text, soort text, tijd timestamptz, codes text, inhoud_hash text
        )) with ordinality as t (onderwerp, soort, tijd, codes, inhoud_hash, plaats)
      ), keten as materialized (
        select onderwerp, volgnummer, hash from bewijs_keten
        where onderwerp = any (array(select onderwerp from regel)) order by onderwerp for update
      )
      select t.onderwerp, t.soort, t.tijd, t.codes, t.inhoud_hash, t.plaats, k.volgnummer, k.hash
      from regel t join keten k on k.onderwerp = t.onderwerp order by t.onderwerp, t.plaats
    loop
      if o is distinct from r.onderwerp then
        o := r.onderwerp;
        n := r.volgnummer;
        kop := r.hash;
        plek := plek + 1;
        onderwerpen[plek] := o;
      end if;
      n := n + 1;
      nummers[r.plaats] := n;
      vorigen[r.plaats] := kop;
      kop := sha256(convert_to(concat_ws(E'\\n',
        'voordeur-bewijs-1', r.onderwerp, n,
        to_char(r.tijd at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        r.soort, r.codes, coalesce(r.inhoud_hash, '-'), encode(kop, 'hex')), 'UTF8'));
      hashes[r.plaats] := kop;
      einden[plek] := n;
      koppen[plek] := kop;
      return next;
    end loop;
    with alles as materialized (
      select * from rows from (
        ${regel}, unnest(nummers), unnest(vorigen), unnest(hashes)
      ) as t (${kolommen}, volgnummer, vorige, hash)
    ), regel as (
      insert into bewijs_regel (onderwerp, volgnummer, vorige, tijd, soort, codes, inhoud_hash, hash)
      select onderwerp, volgnummer, vorige, tijd, soort, codes, decode(inhoud_hash, 'hex'), hash from alles
    ), inhoud as (
      insert into bewijs_inhoud (onderwerp, volgnummer, persoon, verwerking, organisatie, tijd, kid, zout, cijfer)
      select onderwerp, volgnummer, persoon, verwerking, organisatie, tijd, kid, decode(zout, 'hex'),
        decode(cijfer, 'hex') from alles where inhoud_hash is not null
    )
    update bewijs_keten k set volgnummer = e.volgnummer, hash = e.hash
      from unnest(onderwerpen, einden, koppen) as e (onderwerp, volgnummer, hash)
      where k.onderwerp = e.onderwerp and k.onderwerp = any (onderwerpen);
  end $$;
`

/**
 * The same conditions, asked as one yes or no per query. Compared with a word inside the policy the planner expects
 * one row in two hundred, twice over, and then reads a whole table for the twenty rows that it was given.
 */
const isVerzenden = `(select context_taak() = 'verzenden')`
const isEigen = `(select context_soort() = 'persoon') and persoon = (select context_persoon())`
const beleid = `
  alter policy verzenden on zending using (${isVerzenden}) with check (${isVerzenden});
  alter policy eigen on zending using (${isEigen});
`
