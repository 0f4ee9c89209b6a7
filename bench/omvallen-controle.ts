/** What is left after bench/omvallen.ts: counted in the database and at the source, past everything that serves pages. */
import { setTimeout as pauze } from 'node:timers/promises'
import pg from 'pg'
import { controleerBewijs, openSleutelring } from '../src/audit/index.ts'
import type { Demo } from '../src/demo/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { bewijsLezer, openOpslag } from '../src/store/index.ts'
import type { Aanvaard } from './omvallen.ts'

export interface Bevonden {
  /** Accepted, and not there. */
  readonly verloren: number
  /** Done more than once. */
  readonly dubbel: number
  /** Accepted, and the source holder never heard of it. */
  readonly nietBijBron: number
  /** Done without a line in the log of the person. */
  readonly zonderBewijs: number
  readonly afwijkingen: number
  readonly regels: number
}

/** Named limit: so long may the job take to send what was waiting. */
const verzendMs = 60_000

interface Vraag {
  readonly databaseUrl: string
  readonly aanvaard: Aanvaard
  readonly basis: URL
  readonly sleutel: string
  readonly demo: Demo
}

export async function controleer(vraag: Vraag): Promise<Bevonden> {
  const client = new pg.Client({ connectionString: vraag.databaseUrl })
  await client.connect()
  try {
    await client.query('set search_path to voordeur')
    await wachtOpVerzending(client)
    const { inlogs, meldingen } = vraag.aanvaard
    const rijen = await client.query<{ id: string; toelichting: string; persoon: string }>(
      'select id, toelichting, persoon from terugmelding',
    )
    const perTekst = Map.groupBy(rijen.rows, ({ toelichting }) => toelichting)
    const levend = await Promise.all(inlogs.map((token) => isIngelogd(vraag.basis, token)))
    const bijBron = await Promise.all(rijen.rows.map(({ id }) => kentBron(vraag.demo, id)))
    const { verslag, tekort } = await bewijsVan(vraag, client)
    return {
      verloren: levend.filter((is) => !is).length + meldingen.filter((tekst) => !perTekst.has(tekst)).length,
      dubbel: [...perTekst.values()].reduce((som, { length }) => som + length - 1, 0),
      nietBijBron: bijBron.filter((is) => !is).length,
      zonderBewijs: tekort,
      afwijkingen: verslag.afwijkingen.length,
      regels: verslag.regels,
    }
  } finally {
    await client.end()
  }
}

async function wachtOpVerzending(client: pg.Client): Promise<void> {
  const tot = performance.now() + verzendMs
  while (performance.now() < tot) {
    const { rows } = await client.query(
      'select 1 from terugmelding where volgende_poging is not null limit 1',
    )
    if (rows.length === 0) return
    await pauze(100)
  }
}

async function isIngelogd(basis: URL, token: string): Promise<boolean> {
  const antwoord = await fetch(new URL('/mijn', basis), { headers: { cookie: `voordeur-sessie=${token}` } })
  await antwoord.text()
  return antwoord.ok
}

async function kentBron({ brp }: Demo, id: string): Promise<boolean> {
  const adres = new URL(`${brp.url.href}/terugmeldingen/${id}`)
  return (await fetch(adres, { headers: { 'x-api-key': brp.sleutel } })).ok
}

/** The chains as they are, and per person at least one line for each session and each report. */
async function bewijsVan({ databaseUrl, sleutel }: Vraag, client: pg.Client) {
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  try {
    const verslag = await controleerBewijs(
      bewijsLezer(opslag.databank),
      openSleutelring(() => [sleutel]),
    )
    const { rows } = await client.query<{ tekort: number }>(`
      select coalesce(sum(greatest(0, gedaan - regels)), 0)::int as tekort from (
        select d.persoon, d.doel, count(*) as gedaan, (
          select count(*) from bewijs_regel r where r.onderwerp = 'persoon:' || d.persoon and r.soort = 'verwerking'
            and r.codes::jsonb ->> 'verwerking' = d.doel) as regels
        from (
          select persoon, 'terugmelding' as doel from terugmelding
          union all select persoon, 'inloggen' from sessie) d
        group by d.persoon, d.doel) t`)
    return { verslag, tekort: rows[0]?.tekort ?? -1 }
  } finally {
    await opslag.sluit()
  }
}
