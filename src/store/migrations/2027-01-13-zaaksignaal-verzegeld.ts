import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * Which case a signal is about, and what kind of case, nobody reads in the database: a key made of the ring, and a
 * seal that opens for the organisation. What stood here in the open goes; it is found anew at the next look, of which
 * the index remembers when it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(verzegeld).execute(db)
}

const verzegeld = `
  delete from zaaksignaal;
  drop index zaaksignaal_open;
  alter table zaaksignaal drop constraint zaaksignaal_pkey,
    drop column zaak, drop column nummer, drop column zaaktype, drop column opgelost,
    add column sleutel bytea not null check (length(sleutel) = 32),
    add column kid text not null check (kid ~ '^k[0-9a-f]{10}$'),
    -- Number and kind of the case.
    add column inhoud bytea not null check (length(inhoud) between 29 and 2000),
    add primary key (bron, sleutel, soort, vanaf);
  create index zaaksignaal_open on zaaksignaal (organisatie, vanaf);
  grant select, insert, update (gemerkt), delete on zaaksignaal to ${app};

  -- When was last looked whether a case of somebody there takes too long.
  alter table zaakindex_bron add column bekeken_op timestamptz;
  create index zaakindex_bron_bekeken on zaakindex_bron (bekeken_op nulls first);
`
