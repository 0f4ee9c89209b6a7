import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/** What somebody needs to be helped well, sealed. The row is the consent: taking that back removes it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

// Read once per query, hence the subselects; see store/context.ts.
const soort = `(select context_soort())`
const vanHen = `persoon = (select context_persoon())`

const tabel = `
  create table hulpbehoefte (
    persoon uuid primary key,
    sinds timestamptz not null,
    kid text not null,
    cijfer bytea not null
  );
  create index hulpbehoefte_sinds on hulpbehoefte (sinds);

  alter table hulpbehoefte enable row level security, force row level security;

  create policy eigen on hulpbehoefte to ${app}
    using (${soort} = 'persoon' and ${vanHen}) with check (${soort} = 'persoon' and ${vanHen});
  create policy helpen on hulpbehoefte for select to ${app}
    using (${soort} = 'medewerker' and ${vanHen});
  create policy wissen on hulpbehoefte to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, update, delete on hulpbehoefte to ${app};
  grant select (sinds), delete on hulpbehoefte to ${bewaring};
`
