import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { bewijs } = rollen

/** The same lines in the same chains for less: what is written, and what a table refuses, stays as it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(openstaand).execute(db)
  await sql.raw(regels).execute(db)
  await sql.raw(toevoegen).execute(db)
}

/**
 * That a chain has lines which no anchor holds is kept as a yes or no: with the number in the condition of an index each
 * line that came rewrote every index of its chain. Room in a page is for the next end of the same chain.
 */
const openstaand = `
  alter table bewijs_keten add column is_open boolean not null default true;
  update bewijs_keten set is_open = false where volgnummer <= verankerd;
  drop index bewijs_keten_open;
  create index bewijs_keten_open on bewijs_keten (onderwerp) where is_open;
  alter table bewijs_keten set (fillfactor = 70);
  grant update (is_open) on bewijs_keten to ${bewijs};
`

/** The same rules, asked without a regular expression where one is not needed: it is asked twelve times for one event. */
const regels = `
  alter table bewijs_keten drop constraint bewijs_keten_onderwerp_check;
  alter table bewijs_keten add constraint bewijs_keten_onderwerp_check check (
    split_part(onderwerp, ':', 1) in ('persoon', 'organisatie', 'installatie', 'zaak')
    and strpos(onderwerp, '|') = 0 and strpos(onderwerp, E'\\n') = 0
    and length(onderwerp) - strpos(onderwerp, ':') between 1 and 200) not valid;
  alter table bewijs_regel drop constraint bewijs_regel_codes_check;
  alter table bewijs_regel add constraint bewijs_regel_codes_check check (
    strpos(codes, E'\\n') = 0 and (octet_length(codes) <= 20000 or length(codes) <= 20000)) not valid;
`

const kolommen =
  'onderwerp, soort, tijd, codes, inhoud_hash, persoon, verwerking, organisatie, kid, zout, cijfer'

/**
 * As before (2027-01-15-doorvoer): first every chain that is new, then the ends of all of them locked, both in order of
 * subject; then number and hash of each line follow from the one before it. The lines are read once, a chain that is
 * there already is not offered again. No scan of a whole table: the plans are kept, and may be made while tables are empty.
 */
const toevoegen = `
  create or replace function bewijs_voeg_toe(regels jsonb) returns table (o text, n bigint)
  language plpgsql security definer set search_path = voordeur, pg_temp set enable_seqscan = off as $$
  declare
    aantal int := jsonb_array_length(regels);
    -- Per line, by subject, and of one subject in the order in which they came.
    wie text[]; soorten text[]; tijden timestamptz[]; codelijst text[]; inhouden text[]; personen uuid[];
    verwerkingen text[]; organisaties text[]; kids text[]; zouten text[]; cijfers text[];
    nummers bigint[] := array_fill(null::bigint, array[aantal]);
    vorigen bytea[] := array_fill(null::bytea, array[aantal]);
    hashes bytea[] := array_fill(null::bytea, array[aantal]);
    -- Per subject, in order; its place among them.
    onderwerpen text[];
    einden bigint[];
    koppen bytea[];
    plek int := 0;
    kop bytea;
  begin
    if context_soort() is null then
      raise exception 'bewijs zonder context' using errcode = '42501';
    end if;
    select array_agg(onderwerp), array_agg(soort), array_agg(tijd), array_agg(codes), array_agg(inhoud_hash),
        array_agg(persoon), array_agg(verwerking), array_agg(organisatie), array_agg(kid), array_agg(zout),
        array_agg(cijfer)
      into wie, soorten, tijden, codelijst, inhouden, personen, verwerkingen, organisaties, kids, zouten, cijfers
      from (select ${kolommen} from rows from (jsonb_to_recordset(regels) as (
          onderwerp text, soort text, tijd timestamptz, codes text, inhoud_hash text,
          persoon uuid, verwerking text, organisatie text, kid text, zout text, cijfer text
        )) with ordinality as t (${kolommen}, plaats) order by t.onderwerp, t.plaats) as regel;
    onderwerpen := array(select distinct w from unnest(wie) as w order by w);
    insert into bewijs_keten (onderwerp, volgnummer, hash)
      select w, 0, decode(repeat('00', 32), 'hex') from unnest(onderwerpen) as w
      where not exists (select 1 from bewijs_keten k where k.onderwerp = w) order by w
      on conflict do nothing;
    select array_agg(k.volgnummer), array_agg(k.hash) into einden, koppen from (
      select volgnummer, hash from bewijs_keten where onderwerp = any (onderwerpen) order by onderwerp for update) as k;
    for i in 1 .. aantal loop
      if o is distinct from wie[i] then
        plek := plek + 1;
        o := wie[i];
        n := einden[plek];
        kop := koppen[plek];
      end if;
      n := n + 1;
      nummers[i] := n;
      vorigen[i] := kop;
      kop := sha256(convert_to(concat_ws(E'\\n',
        'voordeur-bewijs-1', o, n,
        to_char(tijden[i] at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        soorten[i], codelijst[i], coalesce(inhouden[i], '-'), encode(kop, 'hex')), 'UTF8'));
      hashes[i] := kop;
      einden[plek] := n;
      koppen[plek] := kop;
      return next;
    end loop;
    with regel as (
      insert into bewijs_regel (onderwerp, volgnummer, vorige, tijd, soort, codes, inhoud_hash, hash)
      select r.wie, r.nummer, r.vorige, r.tijd, r.soort, r.codes, decode(r.inhoud, 'hex'), r.hash
      from unnest(wie, nummers, vorigen, tijden, soorten, codelijst, inhouden, hashes)
        as r (wie, nummer, vorige, tijd, soort, codes, inhoud, hash)
    ), inhoud as (
      insert into bewijs_inhoud (onderwerp, volgnummer, persoon, verwerking, organisatie, tijd, kid, zout, cijfer)
      select r.wie, r.nummer, r.persoon, r.verwerking, r.organisatie, r.tijd, r.kid, decode(r.zout, 'hex'),
        decode(r.cijfer, 'hex')
      from unnest(wie, nummers, inhouden, personen, verwerkingen, organisaties, tijden, kids, zouten, cijfers)
        as r (wie, nummer, inhoud, persoon, verwerking, organisatie, tijd, kid, zout, cijfer)
      where r.inhoud is not null
    )
    update bewijs_keten k set volgnummer = e.volgnummer, hash = e.hash, is_open = true
      from unnest(onderwerpen, einden, koppen) as e (onderwerp, volgnummer, hash)
      where k.onderwerp = e.onderwerp and k.onderwerp = any (onderwerpen);
  end $$;
`
