import { type Kysely, sql } from 'kysely'

/**
 * A step that was refused waits for an answer of who owns the case, and a case in which nothing happens has a day on
 * which time looks at it. The rows are made from the events; those of open cases are put right here, for lists that are
 * read before anything happens in them. Where it is too early the clock looks again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(oproep).execute(db)
  await sql.raw(bestaand).execute(db)
}

const oproep = `
  alter table loket_oproep drop constraint loket_oproep_soort_check;
  alter table loket_oproep add constraint loket_oproep_soort_check
    check (soort in ('aanbod', 'opschaling', 'stap-geweigerd'));
`

// The owner of a table with forced row-level security updates no rows; see 2027-01-19-afspraakbericht.
const tabellen = ['loket_zaak', 'loket_stap', 'loket_oproep']
const bestaand = `
  ${tabellen.map((tabel) => `alter table ${tabel} no force row level security;`).join('\n')}
  insert into loket_oproep (ketenzaak, id, soort, organisatie, tot)
    select s.ketenzaak, s.id || '/geweigerd', 'stap-geweigerd', z.organisatie,
      s.termijn::timestamp at time zone 'Europe/Amsterdam'
    from loket_stap s join loket_zaak z on z.id = s.ketenzaak
    where s.stand = 'geweigerd' and z.stand = 'open';
  update loket_zaak z set volgend = now() + interval '14 days'
    where z.stand = 'open' and z.volgend is null
      and not exists (select from loket_oproep o where o.ketenzaak = z.id and o.soort = 'opschaling');
  ${tabellen.map((tabel) => `alter table ${tabel} force row level security;`).join('\n')}
`
