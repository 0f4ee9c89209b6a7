/** What is left after bench/loketproef.ts: everything made anew from the events, and held against what stands there. */
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { controleerBewijs, openSleutelring } from '../src/audit/index.ts'
import { evolve, type Ketenzaak, type Voorval } from '../src/loket/index.ts'
import { bewijzenVan, durenVan } from '../src/loket/ketenbewijs.ts'
import { metWoorden } from '../src/loket/ketentekst.ts'
import { leesbeeld } from '../src/loket/leesbeeld.ts'
import { gewistDoor } from '../src/loket/wissen.ts'
import { verwijzingenIn } from '../src/loket/woorden.ts'
import { stilLog } from '../src/platform/index.ts'
import { bewijsLezer, ketenzaakOpslag, openOpslag } from '../src/store/index.ts'
import { SLEUTEL } from './loket-node.ts'
import type { Aanvaard } from './loketproef.ts'

export interface Bevonden {
  readonly zaken: number
  readonly verloren: number
  readonly dubbel: number
  readonly volgorde: number
  readonly rijen: number
  readonly teksten: number
  readonly duren: number
  readonly bewijs: number
  readonly afwijkingen: number
  readonly regels: number
}

export async function controleerKetens(
  databaseUrl: string,
  aanvaard: ReadonlyMap<string, Aanvaard>,
): Promise<Bevonden> {
  const client = new pg.Client({ connectionString: databaseUrl })
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  const ring = openSleutelring(() => [SLEUTEL])
  try {
    await client.connect()
    await client.query('set search_path to voordeur')
    const { laad } = ketenzaakOpslag(opslag.databank)
    const { rows: zaken } = await client.query<{ id: string }>('select id from loket_zaak')
    const [volgorde, rijen, bewijs, duren]: [string[], string[], string[], Map<string, number>] = [
      [],
      [],
      [],
      new Map(),
    ]
    const vanOpdracht = new Map<string, { readonly ketenzaak: string; readonly nrs: number[] }>()
    let teksten = 0
    for (const { id } of zaken) {
      const { voorvallen } = await laad({ soort: 'taak' }, id)
      if (!isOpVolgorde(voorvallen)) volgorde.push(id)
      for (const { opdracht, nr } of voorvallen) {
        const is = vanOpdracht.get(opdracht) ?? { ketenzaak: id, nrs: [] }
        is.nrs.push(nr)
        vanOpdracht.set(opdracht, is)
      }
      const stand = speel(id, voorvallen, duren)
      if (stand === undefined || !(await staanErZo(client, stand))) rijen.push(id)
      if (!(await isBewezen(client, id, voorvallen))) bewijs.push(id)
      const tekstrijen = await client.query<{ id: string; kid: string; cijfer: Buffer }>(
        'select id, kid, cijfer from loket_tekst where ketenzaak = $1',
        [id],
      )
      const gewist = new Set(
        voorvallen.flatMap(({ inhoud }, plaats) => gewistDoor([inhoud], voorvallen.slice(0, plaats))),
      )
      const nodig = new Set(
        verwijzingenIn(voorvallen).flatMap(({ tekst }) => (gewist.has(tekst) ? [] : [tekst])),
      )
      const er = new Set(tekstrijen.rows.map((rij) => rij.id))
      teksten +=
        [...nodig].filter((een) => !er.has(een)).length + [...er].filter((een) => !nodig.has(een)).length
      // Throws where words are not what was said.
      metWoorden(ring, id, voorvallen, tekstrijen.rows)
    }
    const { rows: opdrachten } = await client.query<{ id: string; n: number }>(
      'select id, count(*)::int as n from loket_opdracht group by 1',
    )
    const merken = new Map(opdrachten.map(({ id, n }) => [id, n]))
    const verloren = [...aanvaard].filter(([id, een]) => isVerloren(vanOpdracht.get(id), een))
    const dubbel = [...vanOpdracht].filter(
      ([id, { nrs }]) => merken.get(id) !== 1 || nrs.some((nr, plaats) => nr !== (nrs[0] ?? 0) + plaats),
    )
    const verslag = await controleerBewijs(bewijsLezer(opslag.databank), ring)
    return {
      zaken: zaken.length,
      verloren: verloren.length,
      dubbel: dubbel.length + [...merken].filter(([id]) => !vanOpdracht.has(id)).length,
      volgorde: volgorde.length,
      rijen: rijen.length,
      teksten,
      duren: await durenAnders(client, duren),
      bewijs: bewijs.length,
      afwijkingen: verslag.afwijkingen.length,
      regels: verslag.regels,
    }
  } finally {
    await client.end()
    await opslag.sluit()
  }
}

/** By these nothing may have changed: it was shared already, or was so already. No event came of it then. */
const magLeeg: readonly Aanvaard['soort'][] = ['deel', 'wijzig-stap']

function isVerloren(
  is: { readonly ketenzaak: string; readonly nrs: readonly number[] } | undefined,
  { ketenzaak, soort, nr }: Aanvaard,
): boolean {
  if (is === undefined) return !magLeeg.includes(soort)
  return is.ketenzaak !== ketenzaak || is.nrs.at(-1) !== nr
}

/** From one on without gaps, and never back in time. */
function isOpVolgorde(voorvallen: readonly Voorval[]): boolean {
  return voorvallen.every(
    ({ nr, op }, plaats) => nr === plaats + 1 && op >= (voorvallen[plaats - 1]?.op ?? op),
  )
}

function speel(
  id: string,
  voorvallen: readonly Voorval[],
  duren: Map<string, number>,
): Ketenzaak | undefined {
  let stand: Ketenzaak | undefined
  for (const groep of Map.groupBy(voorvallen, ({ opdracht }) => opdracht).values()) {
    for (const een of groep) stand = evolve(id, stand, een)
    if (stand === undefined) continue
    for (const { organisatie, sjabloon, dagen } of durenVan(stand, groep)) {
      const sleutel = `${organisatie} ${sjabloon} ${dagen}`
      duren.set(sleutel, (duren.get(sleutel) ?? 0) + 1)
    }
  }
  return stand
}

async function durenAnders(client: pg.Client, duren: ReadonlyMap<string, number>): Promise<number> {
  const { rows } = await client.query<{ sleutel: string; aantal: number }>(
    `select organisatie || ' ' || sjabloon || ' ' || dagen as sleutel, aantal from loket_duur`,
  )
  const anders = rows.filter(({ sleutel, aantal }) => duren.get(sleutel) !== aantal)
  return (
    anders.length + [...duren.keys()].filter((een) => !rows.some(({ sleutel }) => sleutel === een)).length
  )
}

/** Every row of every list, as it would be made now. */
async function staanErZo(client: pg.Client, stand: Ketenzaak): Promise<boolean> {
  const beeld = leesbeeld(stand)
  const lees = async (tabel: string, kolommen: string, sleutel = 'ketenzaak') =>
    (
      await client.query<{ r: unknown }>(
        `select to_jsonb(t) as r from (select ${kolommen} from ${tabel} where ${sleutel} = $1 order by id::text) t`,
        [stand.id],
      )
    ).rows.map(({ r }) => r)
  const gelijk = (nu: unknown, zou: readonly { readonly id: string }[]) =>
    isDeepStrictEqual(nu, vlak(zou.toSorted((a, b) => (a.id < b.id ? -1 : 1))))
  const zaak =
    'id, nummer, persoon, organisatie, medewerker, stand, nr, geopend, gesloten, termijn, bij, volgend'
  return (
    gelijk(tijden(await lees('loket_zaak', zaak, 'id')), [beeld.zaak]) &&
    gelijk(
      await lees('loket_stap', 'id, organisatie, stand, termijn, kan_verder as "kanVerder"'),
      beeld.stappen,
    ) &&
    gelijk(await lees('loket_deelnemer', 'id, organisatie, rol'), beeld.deelnemers) &&
    gelijk(tijden(await lees('loket_deling', 'id, onderdeel, deelnemer, tot, geldt')), beeld.delingen) &&
    gelijk(tijden(await lees('loket_oproep', 'id, soort, organisatie, functie, tot')), beeld.oproepen) &&
    gelijk(
      tijden(await lees('loket_ingang', `id, soort, encode(hash, 'hex') as hash, deelnemer, tot`)),
      beeld.ingangen,
    )
  )
}

const momenten = ['geopend', 'gesloten', 'volgend', 'tot']

/** As JSON has them: a moment as text, and `null` for what is not there. */
function vlak(rijen: readonly object[]): unknown {
  return JSON.parse(
    JSON.stringify(
      rijen.map((rij) =>
        Object.fromEntries(Object.entries(rij).map(([naam, waarde]) => [naam, waarde ?? null])),
      ),
    ),
  )
}

function tijden(rijen: readonly unknown[]): unknown {
  return rijen.map((rij) =>
    Object.fromEntries(
      Object.entries(rij as Record<string, unknown>).map(([naam, waarde]) => [
        naam,
        momenten.includes(naam) && typeof waarde === 'string' ? new Date(waarde).toISOString() : waarde,
      ]),
    ),
  )
}

/** On the chain of the case: one line for each event that is evidence, in their order, and of seeing nothing here. */
async function isBewezen(client: pg.Client, id: string, voorvallen: readonly Voorval[]): Promise<boolean> {
  const { rows } = await client.query<{ soort: string; tijd: Date; codes: string }>(
    `select soort, tijd, codes from bewijs_regel where onderwerp = $1 and soort <> 'gezien' order by volgnummer`,
    [`zaak:${id}`],
  )
  const zou = bewijzenVan(id, voorvallen).map(({ soort, tijd, codes }) => ({
    soort,
    tijd,
    codes: { ...codes },
  }))
  const is = rows.map(({ soort, tijd, codes }) => ({ soort, tijd, codes: JSON.parse(codes) as unknown }))
  return isDeepStrictEqual(is, zou)
}
