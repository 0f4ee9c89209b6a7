import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Sessions of people who are logged in. A row is seen by whoever brings the hash of its token, and by the person
 * whose session it is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

const tabel = `
  create table sessie (
    hash bytea primary key check (length(hash) = 32),
    id uuid not null unique,
    soort text not null check (soort in ('inwoner', 'medewerker')),
    persoon uuid,
    wie jsonb not null,
    voor jsonb not null,
    apparaat text not null check (length(apparaat) <= 100),
    begonnen timestamptz not null,
    laatst_gebruikt timestamptz not null,
    check ((soort = 'inwoner') = (persoon is not null))
  );
  create index sessie_persoon on sessie (persoon) where persoon is not null;
  create index sessie_laatst_gebruikt on sessie (laatst_gebruikt);

  alter table sessie enable row level security, force row level security;

  create policy token on sessie to ${app}
    using ((select context_taak()) = 'sessies' and encode(hash, 'hex') = any((select context_zoek())::text[]))
    with check ((select context_taak()) = 'sessies' and encode(hash, 'hex') = any((select context_zoek())::text[]));
  create policy zien on sessie for select to ${app}
    using ((select context_soort()) = 'persoon' and persoon = (select context_persoon()));
  create policy beeindigen on sessie for delete to ${app}
    using ((select context_soort()) = 'persoon' and persoon = (select context_persoon()));
  create policy opruimen on sessie to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, delete, update (voor, laatst_gebruikt) on sessie to ${app};
  grant select (laatst_gebruikt), delete on sessie to ${bewaring};
`
