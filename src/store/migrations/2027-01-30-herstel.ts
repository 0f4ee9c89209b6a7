import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, eigenaar } = rollen

/**
 * What a human does about a message, for who does it: by when, how often somebody tried, and the item of the phone that
 * waits for it. A body sees what it has to do, of nobody; who stated a ground over the person sees their message.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(kolommen).execute(db)
  await sql.raw(beleid).execute(db)
}

// The owner sees rows only where the table is not forced; in this transaction nobody else sees it so.
const kolommen = `
  alter table hersteltaak
    add column zending uuid,
    add column uiterlijk timestamptz,
    add column pogingen integer not null default 0 check (pogingen >= 0),
    add column geprobeerd timestamptz;
  alter table hersteltaak no force row level security;
  update hersteltaak set uiterlijk = gemaakt + interval '48 hours';
  alter table hersteltaak force row level security;
  alter table hersteltaak alter column uiterlijk set not null;
  -- Once at a time: what was done and failed again is work again.
  alter table hersteltaak drop constraint hersteltaak_bericht_soort_key;
  create unique index hersteltaak_een on hersteltaak (bericht, soort) where afgehandeld is null;
  drop index hersteltaak_open;
  create index hersteltaak_open on hersteltaak (organisatie, uiterlijk, id) where afgehandeld is null;
  create index hersteltaak_bellen on hersteltaak (uiterlijk) where afgehandeld is null and zending is not null;
  grant update (pogingen, geprobeerd) on hersteltaak to ${app};
`

const isOns = `(select context_soort()) = 'medewerker' and organisatie = (select context_organisatie())`

const beleid = `
  create policy openen on hersteltaak for select to ${app}
    using (${isOns} and persoon = (select context_persoon()));
  create policy herstellen on bericht for select to ${app}
    using ((select context_soort()) = 'medewerker' and persoon = (select context_persoon())
      and id in (select h.bericht from hersteltaak h where h.afgehandeld is null));

  -- These run as the owner, who sees no rows but by this.
  create policy tellen on hersteltaak for select to ${eigenaar} using (${isOns});
  create function herstel_werklijst(na_uiterlijk timestamptz, na_id uuid, hoogstens integer)
    returns table (id uuid, soort text, reden text, gemaakt timestamptz, uiterlijk timestamptz, pogingen integer,
      geprobeerd timestamptz)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select h.id, h.soort, h.reden, h.gemaakt, h.uiterlijk, h.pogingen, h.geprobeerd from hersteltaak h
      where h.afgehandeld is null and (na_id is null or (h.uiterlijk, h.id) > (na_uiterlijk, na_id))
      order by h.uiterlijk, h.id limit hoogstens;
    end;
  create function herstel_wie(taak uuid) returns table (persoon uuid)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select h.persoon from hersteltaak h where h.id = taak and h.afgehandeld is null;
    end;
  ${['herstel_werklijst(timestamptz, uuid, integer)', 'herstel_wie(uuid)']
    .map(
      (functie) => `alter function ${functie} owner to ${eigenaar};
  revoke all on function ${functie} from public;
  grant execute on function ${functie} to ${app};`,
    )
    .join('\n  ')}
`
