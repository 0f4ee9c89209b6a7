import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * Lists of chain cases that go on where the last page ended, however much there is: of work, and of what an organisation
 * takes part in. Each page goes along an index and stops; what there is in all is counted up to a limit.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(deelnemer).execute(db)
  await sql.raw(werk).execute(db)
  await sql.raw(rechten).execute(db)
}

// When a case was opened stands with who takes part, so that their list is in that order without reading the cases.
// The owner of a table with forced row-level security updates no rows; see 2027-01-19-afspraakbericht.
const deelnemer = `
  alter table loket_deelnemer add column geopend timestamptz;
  alter table loket_deelnemer no force row level security;
  alter table loket_zaak no force row level security;
  update loket_deelnemer d set geopend = z.geopend from loket_zaak z where z.id = d.ketenzaak;
  alter table loket_zaak force row level security;
  alter table loket_deelnemer force row level security;
  alter table loket_deelnemer alter column geopend set not null;
  -- It never changes, and whoever writes the row writes the case: they see it.
  create function loket_deelnemer_geopend() returns trigger language plpgsql set search_path = voordeur, pg_temp as $$
  begin
    new.geopend := (select z.geopend from loket_zaak z where z.id = new.ketenzaak);
    return new;
  end $$;
  create trigger geopend before insert on loket_deelnemer
    for each row execute function loket_deelnemer_geopend();
  create index loket_deelnemer_lijst on loket_deelnemer (organisatie, geopend, ketenzaak)
    where organisatie is not null;
  create index loket_zaak_lijst on loket_zaak (organisatie, geopend, id);
`

const dag = (kolom: string) => `((${kolom} at time zone 'Europe/Amsterdam')::date)`

/**
 * A page of what lies with the organisation of a professional, after the line with this day, case and id. What access
 * adds makes the planner expect a handful of rows, and then it fetches all of them to sort; see 2027-02-18-ketenopslag.
 */
const werk = `
  create index loket_oproep_dag on loket_oproep (organisatie, ${dag('tot')}, ketenzaak);

  create function loket_werkblad(groep text, functies text[], na_dag date, na_zaak uuid, na_id text, hoogstens integer)
  returns table (ketenzaak uuid, nummer text, soort text, stap text, stand text, termijn date, bij text, sleutel text)
  language plpgsql stable set search_path = voordeur, pg_temp
    set enable_seqscan = off set enable_bitmapscan = off as $$
  declare
    wie text := context_organisatie();
    vanaf date := coalesce(na_dag, '-infinity');
    eerst uuid := coalesce(na_zaak, '00000000-0000-0000-0000-000000000000');
    sinds text := coalesce(na_id, '');
  begin
    if groep = 'stap' then
      return query select w.ketenzaak, z.nummer, 'stap', w.id, w.stand, w.termijn, null::text, w.id from (
          select s.ketenzaak, s.id::text as id, s.stand, s.termijn from loket_stap s
            where s.organisatie = wie and s.stand in ('gevraagd', 'aanvaard', 'bezig')
              and (s.termijn, s.ketenzaak) >= (vanaf, eerst)
              and (s.termijn, s.ketenzaak, s.id::text collate "C") > (vanaf, eerst, sinds collate "C")
            order by s.termijn, s.ketenzaak, s.id::text collate "C" limit hoogstens
        ) w join loket_zaak z on z.id = w.ketenzaak order by w.termijn, w.ketenzaak, w.id collate "C";
    elsif groep = 'antwoord' then
      return query select w.ketenzaak, z.nummer, w.soort, null::text, w.stand, w.dag, null::text, w.id from (
          select o.ketenzaak, o.soort, o.id, coalesce(o.functie, 'gevraagd') as stand, ${dag('o.tot')} as dag
            from loket_oproep o
            where o.organisatie = wie and (o.functie is null or o.functie = any (functies))
              and (${dag('o.tot')}, o.ketenzaak) >= (vanaf, eerst)
              and (${dag('o.tot')}, o.ketenzaak, o.id collate "C") > (vanaf, eerst, sinds collate "C")
            order by ${dag('o.tot')}, o.ketenzaak, o.id collate "C" limit hoogstens
        ) w join loket_zaak z on z.id = w.ketenzaak order by w.dag, w.ketenzaak, w.id collate "C";
    elsif groep = 'regie' then
      -- What has no term comes last: the rest of the index.
      return query select w.* from (
        (select z.id, z.nummer, 'regie', null::text, z.stand, z.termijn, z.bij, '' from loket_zaak z
          where z.organisatie = wie and z.stand = 'open' and (z.termijn, z.id) > (vanaf, eerst)
          order by z.termijn, z.id limit hoogstens)
        union all
        (select z.id, z.nummer, 'regie', null::text, z.stand, z.termijn, z.bij, '' from loket_zaak z
          where z.organisatie = wie and z.stand = 'open' and z.termijn is null
            and (vanaf <> 'infinity' or z.id > eerst)
          order by z.id limit hoogstens)
      ) w (ketenzaak, nummer, soort, stap, stand, termijn, bij, sleutel)
      order by w.termijn nulls last, w.ketenzaak limit hoogstens;
    end if;
  end $$;

  create function loket_werktelling(groep text, functies text[], hoogstens integer) returns integer
  language plpgsql stable set search_path = voordeur, pg_temp
    set enable_seqscan = off set enable_bitmapscan = off as $$
  declare wie text := context_organisatie();
  begin
    return case groep
      when 'stap' then (select count(*) from (select from loket_stap s where s.organisatie = wie
        and s.stand in ('gevraagd', 'aanvaard', 'bezig') order by s.termijn, s.ketenzaak limit hoogstens) t)
      when 'antwoord' then (select count(*) from (select from loket_oproep o where o.organisatie = wie
        and (o.functie is null or o.functie = any (functies)) order by o.tot limit hoogstens) t)
      when 'regie' then (select count(*) from (select from loket_zaak z where z.organisatie = wie
        and z.stand = 'open' order by z.termijn, z.id limit hoogstens) t)
    end;
  end $$;
`

const functies =
  'loket_werkblad(text, text[], date, uuid, text, integer), loket_werktelling(text, text[], integer)'
const rechten = `
  revoke all on function ${functies}, loket_deelnemer_geopend() from public;
  grant execute on function ${functies}, loket_deelnemer_geopend() to ${app};
`
