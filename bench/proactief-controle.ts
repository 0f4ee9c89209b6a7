/** What stands in the database when everything is over, against what was sent: nothing lost, nothing twice, all of it proved. */
import type pg from 'pg'
import { controleerBewijs } from '../src/audit/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { bewijsLezer, openOpslag } from '../src/store/index.ts'
import type { Meting } from './meet.ts'
import { type Mens, metClient, verteldOp } from './proactief-mensen.ts'
import { afloop, type Bericht } from './proactief-verhaal.ts'
import { openVolgwereld } from './proactief-wereld.ts'

/** `aanvaard`: per person everything that was taken in, in that order; behind them what was about nobody. */
export async function controleer(
  databaseUrl: string,
  mensen: readonly Mens[],
  aanvaard: readonly (readonly Bericht[])[],
): Promise<readonly Meting[]> {
  const uit = await metClient(databaseUrl, async (client) => [
    ...(await verteldeMensen(client, mensen, aanvaard)),
    ...(await bewaardeMeldingen(client, mensen, aanvaard)),
    ...(await bewijsErvan(client)),
  ])
  return [...uit, fout('bewijs-klopt-niet', await afwijkingen(databaseUrl), 'regels')]
}

async function verteldeMensen(
  client: pg.Client,
  mensen: readonly Mens[],
  aanvaard: readonly (readonly Bericht[])[],
): Promise<readonly Meting[]> {
  const verteld = await verteldOp(client, mensen)
  const hoort = mensen.map((_, nr) => afloop(nr, aanvaard[nr] ?? []))
  const van = (een: ReturnType<typeof afloop>) => mensen.filter((_, nr) => hoort[nr] === een)
  const moeten = van('moet')
  return [
    { naam: 'proactief.verteld', waarde: verteld.size, eenheid: `van ${mensen.length} mensen` },
    fout(
      'niet-verteld',
      moeten.filter(({ persoon }) => !verteld.has(persoon)).length,
      `van ${moeten.length} mensen`,
    ),
    fout('dubbel-verteld', [...verteld.values()].filter(({ length }) => length > 1).length, 'mensen'),
    fout(
      'ten-onrechte-verteld',
      van('niet').filter(({ persoon }) => verteld.has(persoon)).length,
      `van ${van('niet').length} mensen voor wie niets veranderde`,
    ),
  ]
}

/** Each that was taken in is kept once and worked off. Of a flood about one person not each by itself, and none is uncounted. */
async function bewaardeMeldingen(
  client: pg.Client,
  mensen: readonly Mens[],
  aanvaard: readonly (readonly Bericht[])[],
): Promise<readonly Meting[]> {
  const { rows } = await client.query<{
    persoon: string
    id: string
    is_nieuw: boolean
    samengevat: boolean
  }>('select persoon::text, id, is_nieuw, samengevat from voordeur.levensloop_melding')
  const bewaard = new Set(rows.map(({ persoon, id }) => `${persoon} ${id}`))
  const gestuurd = mensen.map(({ persoon }, nr) => [
    ...new Set((aanvaard[nr] ?? []).map(({ id }) => `${persoon} ${id}`)),
  ])
  const vloed = gestuurd.at(-1) ?? []
  const missend = (lijst: readonly string[]) => lijst.filter((een) => !bewaard.has(een)).length
  const { rows: tellingen } = await client.query<{
    nieuw: string
    dubbel: string
    samen: string
    onbekend: string
  }>(
    'select sum(nieuw) as nieuw, sum(dubbel) as dubbel, sum(samen) as samen, sum(onbekend) as onbekend from voordeur.levensloop_telling',
  )
  const [telling] = tellingen
  const onbekend = aanvaard.at(-1)?.length ?? 0
  return [
    {
      naam: 'proactief.dubbel-ontvangen',
      waarde: Number(telling?.dubbel),
      eenheid: 'berichten, niets mee gedaan',
    },
    {
      naam: 'proactief.vloed-bewaard',
      waarde: vloed.length - missend(vloed),
      eenheid: `van ${vloed.length} gebeurtenissen over een mens`,
    },
    fout('verloren', missend(gestuurd.slice(0, -1).flat()), `van ${bewaard.size} bewaarde gebeurtenissen`),
    fout('niet-verwerkt', rows.filter((een) => een.is_nieuw).length, 'gebeurtenissen'),
    fout(
      'anders-geteld',
      Math.abs(Number(telling?.nieuw) - rows.filter((een) => !een.samengevat).length),
      'gebeurtenissen',
    ),
    fout(
      'onbekende-niet-geteld',
      Math.max(0, onbekend - Number(telling?.onbekend)),
      `van ${onbekend} gebeurtenissen`,
    ),
  ]
}

/** A line for each that was kept, for each signal, for each message; and an end to everything that was begun. */
async function bewijsErvan(client: pg.Client): Promise<readonly Meting[]> {
  const tel = async (vraag: string) => {
    const { rows } = await client.query<{ n: string }>(vraag)
    return Number(rows[0]?.n)
  }
  await client.query('set search_path = voordeur')
  return [
    fout(
      'ontvangst-zonder-een-regel',
      await tel(`select count(*) as n from levensloop_melding m where not m.samengevat and 1 <> (
        select count(*) from bewijs_regel r where r.onderwerp = 'persoon:' || m.persoon and r.soort = 'gebeurtenis-ontvangen'
          and r.codes::jsonb ->> 'melding' = left(encode(sha256(convert_to(m.id, 'UTF8')), 'hex'), 16))`),
      'gebeurtenissen',
    ),
    fout(
      'verteld-zonder-een-regel',
      await tel(`select count(*) as n from levensloop_signaal s where s.verteld_bericht is not null and (
        not exists (select 1 from bericht b where b.id = s.verteld_bericht and b.persoon = s.persoon) or 1 <> (
        select count(*) from bewijs_regel r where r.onderwerp = 'persoon:' || s.persoon and r.soort = 'signaal-verteld'
          and r.codes::jsonb ->> 'signaal' = s.id::text))`),
      'signalen',
    ),
    fout(
      'bericht-zonder-signaal',
      await tel(`select count(*) as n from bericht b
        where not exists (select 1 from levensloop_signaal s where b.id in (s.verteld_bericht, s.hersteld_bericht))`),
      'berichten',
    ),
    fout(
      'begonnen-zonder-einde',
      await tel(`select count(*) as n from bewijs_regel r where r.soort = 'verwerking' and not exists (
        select 1 from bewijs_regel a where a.onderwerp = r.onderwerp and a.soort = 'afgerond'
          and (a.codes::jsonb ->> 'span') = (r.codes::jsonb ->> 'span'))`),
      'verwerkingen',
    ),
  ]
}

function fout(naam: string, waarde: number, eenheid: string): Meting {
  return { naam: `proactief.${naam}`, waarde, eenheid, grens: 0 }
}

async function afwijkingen(databaseUrl: string): Promise<number> {
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  try {
    const { ring } = openVolgwereld(opslag)
    const verslag = await controleerBewijs(bewijsLezer(opslag.databank), ring)
    return verslag.afwijkingen.length
  } finally {
    await opslag.sluit()
  }
}
