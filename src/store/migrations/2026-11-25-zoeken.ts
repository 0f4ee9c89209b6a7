import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/**
 * The search index. Nothing in it is personal: it can be made again from the corpus at any moment. Each corpus has
 * an index of its own, by hash, so that nodes with an older and a newer version run side by side.
 * pg_trgm is made with the roles: an owner of tables may not install what is the server's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table zoek_index (
      hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
      gebruikt_op timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table zoek_document (
      hash text not null references zoek_index (hash) on delete cascade,
      taal text not null check (taal in ('nl', 'en', 'pap')),
      sleutel text not null,
      soort text not null check (soort in ('gebeurtenis', 'stap', 'regeling', 'organisatie', 'pagina')),
      id text not null,
      ouder text,
      titel text not null,
      kort text not null,
      gebied text,
      namen text[] not null,
      vector tsvector not null,
      vakvector tsvector not null,
      primary key (hash, taal, sleutel)
    )`.execute(db)
  await sql`
    create table zoek_woord (
      hash text not null references zoek_index (hash) on delete cascade,
      taal text not null,
      woord text not null,
      primary key (hash, taal, woord)
    )`.execute(db)
  await sql`create index zoek_document_vector on zoek_document using gin (vector)`.execute(db)
  await sql`create index zoek_document_vakvector on zoek_document using gin (vakvector)`.execute(db)
  await sql`create index zoek_woord_trgm on zoek_woord using gin (woord gin_trgm_ops)`.execute(db)
  await sql`grant select, insert, update, delete on zoek_index to ${sql.id(rollen.app)}`.execute(db)
  await sql`grant select, insert, delete on zoek_document, zoek_woord to ${sql.id(rollen.app)}`.execute(db)
}
