import pg from 'pg'

/** A number in all the ways in which it could lie somewhere unseen: as written, with signs in between, packed or coded. */
export function gedaanten(nummer: string): readonly string[] {
  const groepen = [
    [nummer.slice(0, 3), nummer.slice(3, 6), nummer.slice(6)],
    [nummer.slice(0, 4), nummer.slice(4, 6), nummer.slice(6)],
  ]
  const met = groepen.flatMap((delen) => [' ', '.', '-', '%20'].map((teken) => delen.join(teken)))
  // As PostgreSQL shows bytes, and as text stands in a token, at each of the three places where it can begin.
  const hex = Buffer.from(nummer, 'utf8').toString('hex')
  const base64 = [0, 1, 2].map((begin) => {
    const tekst = Buffer.from(`${'x'.repeat(begin)}${nummer}`, 'utf8').toString('base64url')
    // What shares a sign with what stands before or behind it says nothing.
    return tekst.slice(Math.ceil((begin * 4) / 3), Math.floor(((begin + nummer.length) * 4) / 3))
  })
  return [nummer, ...met, hex, ...base64]
}

/**
 * Which of these numbers stand in these texts, in which form and where, with what stands beside it. Goes through each
 * text once. The nine digits within a long row of hexadecimal (a seal, a hash, a key) stand there by chance: of some
 * hundred numbers and millions of such signs that happens once in so many runs. Written into bytes a number looks
 * otherwise, and is found in that form.
 */
export function vindNummers(
  teksten: ReadonlyMap<string, string>,
  nummers: readonly string[],
): readonly string[] {
  const perBegin = Map.groupBy(new Set(nummers.flatMap(gedaanten)), (vorm) => vorm.slice(0, begin))
  const gevonden = new Set<string>()
  for (const [waar, tekst] of teksten)
    for (let i = 0; i < tekst.length; i++)
      for (const vorm of perBegin.get(tekst.slice(i, i + begin)) ?? [])
        if (tekst.startsWith(vorm, i) && !isToeval(tekst, i, vorm))
          gevonden.add(
            `${waar}: ${vorm} in «${tekst.slice(Math.max(0, i - OMGEVING), i + vorm.length + OMGEVING)}»`,
          )
  return [...gevonden]
}

function isToeval(tekst: string, plaats: number, vorm: string): boolean {
  if (!/^[0-9]{9}$/.test(vorm)) return false
  const voor = tekst.slice(Math.max(0, plaats - KIJK), plaats).match(/[0-9a-f]*$/)?.[0] ?? ''
  const na = tekst.slice(plaats + vorm.length, plaats + vorm.length + KIJK).match(/^[0-9a-f]*/)?.[0] ?? ''
  const rij = `${voor}${vorm}${na}`
  // A row of digits alone, or of one that is short or hardly mixed, was written by somebody.
  return rij.length >= 32 && (rij.match(/[a-f]/g)?.length ?? 0) >= rij.length / 8
}

const begin = 6
const KIJK = 64
const OMGEVING = 40

/** Every row of every table, as the owner of the server sees it: past row-level security. */
export async function leesDatabank(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tabellen } = await client.query<{ naam: string }>(
      `select format('%I.%I', schemaname, tablename) as naam from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const delen: string[] = []
    for (const { naam } of tabellen) {
      const { rows } = await client.query<{ rij: string }>(`select t::text as rij from ${naam} t`)
      delen.push(...rows.map(({ rij }) => `${naam} ${rij}`))
    }
    return delen.join('\n')
  } finally {
    await client.end()
  }
}
