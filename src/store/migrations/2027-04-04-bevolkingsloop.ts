import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** Runs of every kind over the made-up population in one table: one at a time, whatever is worked out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(samen).execute(db)
}

const tabellen = ['bevolkingsloop', 'bevolkingsstuk', 'bevolkingsuitkomst', 'vergelijking', 'vergelijkstuk']

// The owner of the tables writes no rows of anybody, except here.
const samen = `
  ${tabellen.map((tabel) => `alter table ${tabel} no force row level security;`).join('\n')}

  drop index bevolkingsloop_een;
  drop index bevolkingsloop_gevraagd;
  alter table bevolkingsloop
    add column soort text not null default 'niet-gebruik' check (soort in ('niet-gebruik', 'vergelijking')),
    -- Whose it is: nobody else's.
    add column eigenaar text check (eigenaar <> ''),
    -- What was asked, as that kind writes it.
    add column invoer jsonb check (jsonb_typeof(invoer) = 'object' and length(invoer::text) <= 2000),
    -- A long text that belongs to it and stands in no list.
    add column tekst text check (length(tekst) <= 1000000),
    add column uitkomst jsonb;
  alter table bevolkingsloop alter column soort drop default;

  update bevolkingsloop l set
    invoer = jsonb_strip_nulls(
      jsonb_build_object('zaad', zaad, 'datum', datum::text, 'huishoudens', huishoudens)),
    uitkomst = (select u.uitkomst from bevolkingsuitkomst u where u.merk = l.merk and l.stand = 'klaar');
  alter table bevolkingsloop drop column zaad, drop column datum, drop column huishoudens;

  insert into bevolkingsloop (id, soort, eigenaar, invoer, tekst, stand, is_stop_gevraagd, merk, gedaan, stukken,
      nog_ms, beurt, gevraagd, bijgewerkt, uitkomst)
    select id, 'vergelijking', organisatie,
      jsonb_strip_nulls(jsonb_build_object('regeling', regeling, 'naam', naam, 'bestand', bestand,
        'versie', versie::text, 'peildatum', peildatum::text, 'huishoudens', huishoudens)),
      tekst, stand, is_stop_gevraagd, merk, gedaan, stukken, nog_ms, beurt, gevraagd, bijgewerkt, uitslag
    from vergelijking order by gevraagd, id;
  insert into bevolkingsstuk (loop, nr, uitkomst) select vergelijking, nr, uitkomst from vergelijkstuk;
  drop table vergelijkstuk;
  drop table vergelijking;
  drop table bevolkingsuitkomst;

  -- Of each kind one could be running: from now on they take turns.
  update bevolkingsloop set stand = case when is_stop_gevraagd then 'gestopt' else 'wacht' end,
    is_stop_gevraagd = false where stand = 'loopt';
  alter table bevolkingsloop
    alter column invoer set not null,
    -- A text of an organisation may be a plan that nobody knows of.
    add check ((soort = 'vergelijking') = (eigenaar is not null)),
    add check ((stand = 'klaar') = (uitkomst is not null));
  -- One at a time, over all nodes and all kinds.
  create unique index bevolkingsloop_een on bevolkingsloop ((true)) where stand = 'loopt';
  create index bevolkingsloop_van on bevolkingsloop (soort, eigenaar, nummer desc);

  ${tabellen
    .slice(0, 2)
    .map((tabel) => `alter table ${tabel} force row level security;`)
    .join('\n')}
  grant delete on bevolkingsloop to ${app};
`
