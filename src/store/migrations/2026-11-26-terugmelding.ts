import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Corrections that people asked for at source holders. A row is seen in the context of the person it is about, and
 * by the task that sends what still has to go.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

// Settings of one transaction; see store/context.ts. Read once per query, hence the subselects.
const soort = `(select nullif(current_setting('voordeur.soort', true), ''))`
const persoon = `(select nullif(current_setting('voordeur.persoon', true), '')::uuid)`
const taak = `(select nullif(current_setting('voordeur.taak', true), ''))`

const tabel = `
  create table terugmelding (
    id uuid primary key,
    persoon uuid not null,
    door uuid not null,
    gegeven text not null check (gegeven ~ '^[a-z]+(-[a-z]+)*$'),
    toelichting text not null check (length(toelichting) between 1 and 2000),
    status text not null
      check (status in ('opgesteld', 'ontvangen', 'in-onderzoek', 'aangepast', 'niet-aangepast')),
    sinds timestamptz not null,
    gemaakt timestamptz not null,
    uitleg text check (length(uitleg) <= 2000),
    pogingen integer not null check (pogingen >= 0),
    volgende_poging timestamptz,
    -- What the source does not have yet is sent again; what it has is not.
    check ((status = 'opgesteld') = (volgende_poging is not null))
  );
  create index terugmelding_persoon on terugmelding (persoon, gemaakt desc);
  create index terugmelding_verzenden on terugmelding (volgende_poging) where volgende_poging is not null;

  alter table terugmelding enable row level security, force row level security;

  create policy eigen on terugmelding to ${app}
    using (${soort} = 'persoon' and persoon = ${persoon})
    with check (${soort} = 'persoon' and persoon = ${persoon});
  create policy verzenden on terugmelding for select to ${app}
    using (${taak} = 'terugmelden' and volgende_poging is not null);
  create policy wissen on terugmelding to ${bewaring}
    using (${taak} = 'bewaring' and status in ('aangepast', 'niet-aangepast'));

  grant select, insert on terugmelding to ${app};
  grant update (status, sinds, uitleg, pogingen, volgende_poging) on terugmelding to ${app};
  grant select (id, status, sinds), delete on terugmelding to ${bewaring};
`
