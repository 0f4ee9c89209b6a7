import { type Kysely, sql } from 'kysely'

/**
 * What is written for each event is written in fewer places. A day from which a term counts is looked for once a day,
 * over rows that lie in that order: by ranges of pages.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(meldingen).execute(db)
  await sql.raw(dossiers).execute(db)
  await sql.raw(kenmerken).execute(db)
  await sql.raw(tellingen).execute(db)
}

const meldingen = `
  drop index levensloop_melding_ontvangen;
  create index levensloop_melding_ontvangen on levensloop_melding using brin (ontvangen);
`

const dossiers = `
  drop index levensloop_dossier_sinds;
  create index levensloop_dossier_sinds on levensloop_dossier using brin (sinds);
  alter table levensloop_dossier set (fillfactor = 70);
  -- What is sealed grows no smaller: nobody tries to.
  alter table levensloop_dossier alter column cijfer set storage external;
  alter table bericht alter column cijfer set storage external;
  drop index levensloop_signaal_ontstaan;
  create index levensloop_signaal_ontstaan on levensloop_signaal using brin (ontstaan);
`

/** The same rule: counting in a regular expression cost as much as the rest of the row. */
const kenmerken = ['levensloop_dossier', 'levensloop_signaal']
  .map(
    (tabel) => `
  alter table ${tabel} drop constraint ${tabel}_kid_check;
  alter table ${tabel} add constraint ${tabel}_kid_check check (length(kid) = 11 and kid ~ '^k[0-9a-f]+$') not valid;`,
  )
  .join('')

/** A row for each who counts at the same moment: until the end of their act one keeps all who come after from theirs. */
const tellingen = `
  alter table levensloop_telling add column plek integer not null default 0;
  alter table levensloop_telling drop constraint levensloop_telling_pkey;
  alter table levensloop_telling add primary key (bron, plek);
  alter table levensloop_telling set (fillfactor = 50);
`
