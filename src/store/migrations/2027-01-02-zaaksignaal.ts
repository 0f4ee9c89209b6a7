import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Cases that are late or silent, for the organisation whose cases they are. Nothing of whose case it is: whoever works
 * there finds that in their own register.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

const tabel = `
  create table zaaksignaal (
    bron text not null,
    zaak uuid not null,
    soort text not null check (soort in ('te-laat', 'stil')),
    vanaf date not null,
    organisatie text not null,
    nummer text check (length(nummer) between 1 and 200),
    zaaktype text not null check (length(zaaktype) <= 200),
    gemerkt timestamptz not null,
    opgelost timestamptz,
    primary key (bron, zaak, soort, vanaf),
    check (opgelost >= gemerkt)
  );
  create index zaaksignaal_open on zaaksignaal (organisatie, vanaf) where opgelost is null;

  alter table zaaksignaal enable row level security, force row level security;

  create policy merken on zaaksignaal to ${app}
    using ((select context_taak()) = 'zaaksignalen') with check ((select context_taak()) = 'zaaksignalen');
  create policy eigen_organisatie on zaaksignaal for select to ${app}
    using ((select context_soort()) = 'medewerker' and organisatie = (select context_organisatie()));
  create policy wissen on zaaksignaal to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, update (opgelost, gemerkt) on zaaksignaal to ${app};
  grant select (gemerkt), delete on zaaksignaal to ${bewaring};
`
