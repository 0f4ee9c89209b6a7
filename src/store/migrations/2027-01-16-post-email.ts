import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * A notice can go by itself to the e-mail address that an e-mail came from (Awb 2:17). Where that does not work it
 * becomes one that somebody brings. Nothing else of a notice ever changes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table poststuk_kennisgeving drop constraint poststuk_kennisgeving_hoe_check;
    alter table poststuk_kennisgeving add constraint poststuk_kennisgeving_hoe_check
      check (hoe in ('pagina', 'print', 'bericht', 'email', 'adres', 'geen-adres'));
    create index poststuk_kennisgeving_email on poststuk_kennisgeving (op) where hoe = 'email' and bezorgd is null;

    -- Whoever changes a row must see it before and after.
    create policy mailen_zien on poststuk_kennisgeving for select to ${app}
      using ((select context_taak()) = 'post-bezorgen' and hoe in ('email', 'adres'));
    create policy mailen on poststuk_kennisgeving for update to ${app}
      using ((select context_taak()) = 'post-bezorgen' and hoe = 'email')
      with check ((select context_taak()) = 'post-bezorgen' and hoe in ('email', 'adres'));
    grant update (hoe) on poststuk_kennisgeving to ${app};

    create function poststuk_hoe() returns trigger language plpgsql set search_path = voordeur, pg_temp as $$
    begin
      if not (old.hoe = 'email' and new.hoe = 'adres' and new.bezorgd is null) then
        raise exception 'hoe iemand het hoort, verandert alleen van e-mail in een adres' using errcode = '23514';
      end if;
      return new;
    end $$;
    create trigger poststuk_hoe before update of hoe on poststuk_kennisgeving
      for each row when (old.hoe is distinct from new.hoe) execute function poststuk_hoe();
  `)
    .execute(db)
}
