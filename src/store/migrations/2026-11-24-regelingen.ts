import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/**
 * Published regeling files. Both tables only grow: `app` may add and read, nobody may change or remove,
 * because a receipt must replay to the same answer years later.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table regeling_bestand (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      pad text not null check (length(pad) between 1 and 300),
      inhoud text not null check (octet_length(inhoud) <= 2000000),
      geplaatst_op timestamptz not null default now(),
      unique (pad, sha256)
    )`.execute(db)
  await sql`
    create table regeling_activering (
      volgnummer bigint generated always as identity primary key,
      pad text not null,
      sha256 text not null,
      status text not null check (status in ('actief', 'ingetrokken')),
      op timestamptz not null default now(),
      foreign key (pad, sha256) references regeling_bestand (pad, sha256)
    )`.execute(db)
  await sql`create index regeling_activering_pad on regeling_activering (pad, volgnummer desc)`.execute(db)
  await sql`grant select, insert on regeling_bestand, regeling_activering to ${sql.id(rollen.app)}`.execute(
    db,
  )
}
