import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * A chain case costs one message to read, to write and to list, however many there are. What is written, and who sees
 * it, stays as it was; who reads what belongs to a case names the case.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(beleid).execute(db)
  await sql.raw(voegToe).execute(db)
  await sql.raw(lees).execute(db)
  await sql.raw(werk).execute(db)
  await sql.raw(rechten).execute(db)
}

const isPersoon = `(select context_soort()) = 'persoon'`
const lezend = `(select context_soort() in ('persoon', 'medewerker'))`
const gezien = `ketenzaak = any ((select context_ketenzaken())::uuid[])`
const eigen = `organisatie = (select context_organisatie())`
const isMedewerker = `(select context_soort() = 'medewerker')`

// Of each row it was asked whether its case is theirs; a case of thousands of events was looked up thousands of times.
// Which of the named cases they see is asked once per query, and by the same policies.
const beleid = `
  create function context_ketenzaken() returns uuid[] language plpgsql stable
    set search_path = voordeur, pg_temp set enable_seqscan = off as $$
  declare
    -- As a list that stands by itself, or all cases are read to find these among them.
    genoemd uuid[] := array(select zoek::uuid from unnest(context_zoek()) as zoek where zoek ~ '^[0-9a-f]{32}$');
  begin
    return array(select id from loket_zaak where id = any (genoemd));
  end $$;
  ${['loket_voorval', 'loket_tekst']
    .map((tabel) => `alter policy erbij on ${tabel} using (${lezend} and ${gezien});`)
    .join('\n')}
  alter policy erbij on loket_gezien using (${isPersoon} and ${gezien});
  -- One yes or no per query; see 2027-01-15-doorvoer.
  alter policy werk on loket_stap using (${isMedewerker} and ${eigen});
  alter policy werk on loket_oproep using (${isMedewerker} and ${eigen});
`

const tabellen = {
  loket_stap: ['organisatie', 'stand', 'termijn', 'kan_verder'],
  loket_deelnemer: ['organisatie', 'rol'],
  loket_deling: ['onderdeel', 'deelnemer', 'tot', 'geldt'],
  loket_oproep: ['soort', 'organisatie', 'functie', 'tot'],
  loket_ingang: ['hash', 'soort', 'deelnemer', 'tot'],
} as const

const zet = (tabel: string, kolommen: readonly string[]): string => `
    if t ? '${tabel}' then
      delete from ${tabel} where ketenzaak = zaak and id::text in (select jsonb_array_elements_text(t -> '${tabel}' -> 'weg'));
      insert into ${tabel} (ketenzaak, id, ${kolommen.join(', ')})
        select zaak, id, ${kolommen.join(', ')} from jsonb_populate_recordset(null::${tabel}, t -> '${tabel}' -> 'zet')
        on conflict (ketenzaak, id) do update set ${kolommen.map((kolom) => `${kolom} = excluded.${kolom}`).join(', ')};
    end if;`

const zaakkolommen = 'persoon, organisatie, medewerker, stand, nr, gesloten, termijn, bij, volgend'.split(
  ', ',
)

/**
 * Everything that comes of one command, or nothing of it: false when somebody wrote after `na`. As whoever calls it,
 * under the same policies. Its plans are kept as long as a connection lives, and may be made while tables are empty.
 */
const voegToe = `
  create function loket_voeg_toe(t jsonb) returns boolean
  language plpgsql set search_path = voordeur, pg_temp set enable_seqscan = off as $$
  declare
    zaak uuid := t ->> 'ketenzaak';
    door_opdracht uuid := t -> 'opdracht' ->> 'id';
    duur record;
  begin
    if (t -> 'na')::int = 0 then
      insert into loket_zaak (id, nummer, geopend, ${zaakkolommen.join(', ')})
        select id, nummer, geopend, ${zaakkolommen.join(', ')} from jsonb_populate_record(null::loket_zaak, t -> 'zaak')
        on conflict do nothing;
    else
      update loket_zaak z set ${zaakkolommen.map((kolom) => `${kolom} = n.${kolom}`).join(', ')}
        from jsonb_populate_record(null::loket_zaak, t -> 'zaak') n where z.id = zaak and z.nr = (t -> 'na')::int;
    end if;
    if not found then
      return false;
    end if;
    insert into loket_voorval (ketenzaak, nr, soort, op, door, opdracht, inhoud)
      select zaak, v.nr, v.inhoud ->> 'soort', v.op, v.door, door_opdracht, v.inhoud
      from jsonb_to_recordset(t -> 'voorvallen') as v (nr integer, op timestamptz, door jsonb, inhoud jsonb);
    insert into loket_opdracht (ketenzaak, id, kid, merk)
      values (zaak, door_opdracht, t -> 'opdracht' ->> 'kid', decode(t -> 'opdracht' ->> 'merk', 'hex'));
    if t ? 'teksten' then
      insert into loket_tekst (id, ketenzaak, kid, cijfer)
        select id, zaak, kid, decode(cijfer, 'hex') from jsonb_to_recordset(t -> 'teksten')
          as w (id uuid, kid text, cijfer text);
    end if;
    ${Object.entries(tabellen)
      .map(([tabel, kolommen]) => zet(tabel, kolommen))
      .join('\n')}
    if t ? 'duren' then
      -- In one order, so that two who finish steps at once never wait for each other.
      for duur in select organisatie, sjabloon, dagen from jsonb_populate_recordset(null::loket_duur, t -> 'duren')
          order by organisatie, sjabloon, dagen loop
        insert into loket_duur as d (organisatie, sjabloon, dagen, aantal)
          values (duur.organisatie, duur.sjabloon, duur.dagen, 1)
          on conflict (organisatie, sjabloon, dagen) do update set aantal = d.aantal + 1;
      end loop;
    end if;
    if t ? 'bewijzen' then
      perform bewijs_voeg_toe(t -> 'bewijzen');
    end if;
    return true;
  end $$;
`

/** What happened in one case, and its words: with plans that are kept, as what access adds costs more to plan than to do. */
const lees = `
  create function loket_lees(zaak uuid, door_opdracht uuid) returns table (
    nr integer, op timestamptz, door jsonb, opdracht uuid, inhoud jsonb, kid text, merk bytea)
  language plpgsql stable set search_path = voordeur, pg_temp set enable_seqscan = off as $$
  begin
    return query select v.nr, v.op, v.door, v.opdracht, v.inhoud, o.kid, o.merk from loket_voorval v
      left join loket_opdracht o on o.ketenzaak = v.ketenzaak and o.id = v.opdracht and o.id = door_opdracht
      where v.ketenzaak = zaak order by v.nr;
  end $$;
  create function loket_lees_woorden(zaak uuid, ids uuid[]) returns table (id uuid, kid text, cijfer bytea)
  language plpgsql stable set search_path = voordeur, pg_temp set enable_seqscan = off as $$
  begin
    return query select t.id, t.kid, t.cijfer from loket_tekst t where t.ketenzaak = zaak and t.id = any (ids);
  end $$;
`

/**
 * What lies with the organisation of a professional, the first term first. What access adds to a question makes the
 * planner expect a handful of rows, and then it fetches all of them to sort: here it goes along the index, and stops.
 */
const werk = `
  create function loket_werk(functies text[], hoogstens integer) returns table (
    ketenzaak uuid, nummer text, soort text, stap text, stand text, termijn date, bij text)
  language plpgsql stable set search_path = voordeur, pg_temp
    set enable_seqscan = off set enable_bitmapscan = off as $$
  declare wie text := context_organisatie();
  begin
    return query select w.ketenzaak, z.nummer, w.soort, w.stap, w.stand, w.termijn, w.bij from (
        (select id as ketenzaak, 'regie' as soort, null::text as stap, r.stand, r.termijn, r.bij from loket_zaak r
          where r.organisatie = wie and r.stand = 'open' order by r.termijn, r.id limit hoogstens)
        union all
        (select s.ketenzaak, 'stap', s.id::text, s.stand, s.termijn, null from loket_stap s
          where s.organisatie = wie and s.stand in ('gevraagd', 'aanvaard', 'bezig')
          order by s.termijn, s.ketenzaak limit hoogstens)
        union all
        (select o.ketenzaak, o.soort, null, coalesce(o.functie, 'gevraagd'), (o.tot at time zone 'Europe/Amsterdam')::date,
          null from loket_oproep o where o.organisatie = wie and (o.functie is null or o.functie = any (functies))
          order by o.tot limit hoogstens)
      ) w join loket_zaak z on z.id = w.ketenzaak and z.stand = 'open'
      order by w.termijn nulls last, w.ketenzaak, w.stap nulls first limit hoogstens;
  end $$;
`

const functies = [
  'context_ketenzaken()',
  'loket_voeg_toe(jsonb)',
  'loket_lees(uuid, uuid)',
  'loket_lees_woorden(uuid, uuid[])',
  'loket_werk(text[], integer)',
].join(', ')
const rechten = `
  revoke all on function ${functies} from public;
  grant execute on function ${functies} to ${app};
`
