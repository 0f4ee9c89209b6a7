import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, eigenaar } = rollen

/**
 * A signal that fits nobody by itself is found out by a professional of that municipality: a list of nobody, and one row
 * of it, sealed, for who stated why. Whether may be searched by address stands with the agreement.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(opdracht).execute(db)
}

const isApart = 's.apart is not null and s.persoon is null and not s.is_weg'

const opdracht = `
  alter table vroegsignaal_partner add column zoekt_op_adres boolean not null default false;
  -- The last day for an offer, as of the offers themselves; it says nothing of whom or how much.
  alter table vroegsignaal add column apart_uiterlijk date;
  grant update (apart_uiterlijk) on vroegsignaal to ${app};

  drop function vroegsignaal_apart();
  create function vroegsignaal_apart_lijst(hoogstens integer)
    returns table (id uuid, soort text, reden text, ontvangen timestamptz, uiterlijk date)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select s.id, s.soort, s.apart, s.ontvangen, s.apart_uiterlijk from vroegsignaal s where ${isApart}
      order by s.apart_uiterlijk nulls last, s.ontvangen, s.id limit hoogstens;
    end;
  create function vroegsignaal_apart_een(signaal uuid)
    returns table (id uuid, bron text, sleutel bytea, organisatie text, soort text, ontvangen timestamptz,
      wis_vanaf timestamptz, kid text, cijfer bytea)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select s.id, s.bron, s.sleutel, s.organisatie, s.soort, s.ontvangen, s.wis_vanaf, s.kid, s.cijfer
      from vroegsignaal s where s.id = signaal and ${isApart};
    end;
  ${['vroegsignaal_apart_lijst(integer)', 'vroegsignaal_apart_een(uuid)']
    .map(
      (functie) => `alter function ${functie} owner to ${eigenaar};
  revoke all on function ${functie} from public;
  grant execute on function ${functie} to ${app};`,
    )
    .join('\n  ')}
`
