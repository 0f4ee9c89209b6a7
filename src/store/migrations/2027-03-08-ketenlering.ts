import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** What a chain learns of its cases: counts by month, kind of chain and pair of organisations, written with the events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
  await sql.raw(schrijf).execute(db)
}

const isMedewerker = `(select context_soort() = 'medewerker')`
const wie = '(select context_organisatie())'

const tabel = `
  create table loket_lering (
    maand date not null check (extract(day from maand) = 1),
    keten text not null check (keten ~ '^[a-z0-9-]{1,60}$'),
    van text not null,
    naar text not null,
    soort text not null check (soort ~ '^[a-z]+(-[a-z]+)*$'),
    dagen smallint not null check (dagen between 0 and 3660),
    aantal integer not null check (aantal > 0),
    primary key (maand, keten, van, naar, soort, dagen)
  );
  alter table loket_lering enable row level security, force row level security;
  create policy tellen on loket_lering to ${app}
    using ((select context_taak()) = 'loket') with check ((select context_taak()) = 'loket');
  create policy alles on loket_lering for select to ${app} using ((select context_taak()) = 'loket-ronde');
  create policy zien on loket_lering for select to ${app}
    using (${isMedewerker} and (van = ${wie} or naar = ${wie}));
  grant select, insert, update (aantal) on loket_lering to ${app};
`

/** All that comes of a command, and what is counted of it: both, or neither. */
const schrijf = `
  create function loket_schrijf(t jsonb) returns boolean
  language plpgsql set search_path = voordeur, pg_temp set enable_seqscan = off as $$
  declare
    een record;
  begin
    if not loket_voeg_toe(t) then
      return false;
    end if;
    if t ? 'lering' then
      -- In one order, so that two who write at once never wait for each other in a circle.
      for een in select maand, keten, van, naar, soort, dagen, count(*)::int as n
          from jsonb_populate_recordset(null::loket_lering, t -> 'lering')
          group by maand, keten, van, naar, soort, dagen order by maand, keten, van, naar, soort, dagen loop
        insert into loket_lering as l (maand, keten, van, naar, soort, dagen, aantal)
          values (een.maand, een.keten, een.van, een.naar, een.soort, een.dagen, een.n)
          on conflict (maand, keten, van, naar, soort, dagen) do update set aantal = l.aantal + excluded.aantal;
      end loop;
    end if;
    return true;
  end $$;
  revoke all on function loket_schrijf(jsonb) from public;
  grant execute on function loket_schrijf(jsonb) to ${app};
`
