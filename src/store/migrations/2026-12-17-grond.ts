import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * What professionals state before they look, and the figures that a supervisor sees of it. A row is seen by the one
 * who stated it and by nobody else, not even by a colleague.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(grond).execute(db)
  await sql.raw(cijfers).execute(db)
}

const grond = `
  create function context_medewerker() returns text language sql stable
    return nullif(current_setting('voordeur.medewerker', true), '');

  create table grond (
    id uuid primary key,
    -- One at a time for each session.
    sessie uuid not null unique,
    medewerker text not null check (length(medewerker) between 1 and 200),
    organisatie text not null,
    rol text not null,
    doel text not null check (doel ~ '^[a-z]+(-[a-z]+)*$'),
    reden text not null check (reden in ('balie', 'telefoon', 'brief', 'zaak')),
    kenmerk text check (kenmerk ~ '^[A-Za-z0-9_./-]{2,40}$'),
    gesteld_op timestamptz not null,
    persoon uuid,
    ander uuid,
    kandidaten jsonb not null default '[]',
    pogingen integer not null default 0 check (pogingen >= 0),
    check (ander is null or (persoon is not null and persoon <> ander))
  );
  create index grond_gesteld_op on grond (gesteld_op);

  alter table grond enable row level security, force row level security;

  create policy eigen on grond to ${app}
    using ((select context_soort()) = 'medewerker' and organisatie = (select context_organisatie())
      and medewerker = (select context_medewerker()))
    with check ((select context_soort()) = 'medewerker' and organisatie = (select context_organisatie())
      and medewerker = (select context_medewerker()));
  create policy opruimen on grond to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, delete, update (persoon, ander, kandidaten, pogingen) on grond to ${app};
  grant select (gesteld_op), delete on grond to ${bewaring};
`

const cijfers = `
  -- Counts of the organisation in the context and of no other, and no row about anybody. It runs as the owner of the
  -- tables, who sees the evidence; what comes out is what stands here.
  create function bewijs_cijfers(van timestamptz, tot timestamptz)
    returns table (verwerking text, rol text, aantal bigint)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select i.verwerking, coalesce(r.codes::jsonb ->> 'rol', ''), count(*)
      from bewijs_inhoud i join bewijs_regel r using (onderwerp, volgnummer)
      where context_soort() = 'medewerker' and i.organisatie = context_organisatie()
        and r.soort = 'verwerking' and i.tijd >= van and i.tijd < tot
      group by 1, 2 order by 1, 2;
    end;
  revoke all on function bewijs_cijfers(timestamptz, timestamptz) from public;
  grant execute on function bewijs_cijfers(timestamptz, timestamptz) to ${app};
  create index bewijs_inhoud_organisatie on bewijs_inhoud (organisatie, tijd) where organisatie is not null;
`
