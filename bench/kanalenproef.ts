/**
 * Messages go out while the server that sends them, and the database under it, are killed again and again. The other
 * side fails, takes what it says it did not take, and brings bounces late, twice and out of order. Afterwards of each
 * accepted message there is one, each way carried it once, and what bounced went on by letter.
 */
import { createHash, randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pauze } from 'node:timers/promises'
import pg from 'pg'
import { controleerBewijs } from '../src/audit/index.ts'
import type { PersoonId } from '../src/domain/index.ts'
import type { Verzendstuk } from '../src/kanalen/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { bewijsLezer, openOpslag } from '../src/store/index.ts'
import { openProefverzending } from '../src/store/proefverzending.ts'
import type { Meting } from './meet.ts'
import { snelleKlok } from './snelle-klok.ts'
import { vrijePoort, Waakhond } from './waakhond.ts'

export interface Kanalenproef {
  readonly aantal: number
  readonly mensen: number
  /** How often the server is killed; every other time the database as well. */
  readonly keren: number
  /** `kill`: a process of the database gets a kill -9, and all of it starts anew. `verbreek`: connections break. */
  readonly databank: 'kill' | 'verbreek'
  readonly databaseUrl: string
}

const tegelijk = 12
/** Named limit: so long may it take until nothing is on its way any more. */
const uitloopMs = 180_000

export async function kanalenproef(proef: Kanalenproef): Promise<Meting[]> {
  const begin = Date.now()
  const ontvanger = new Ontvanger()
  const adres = await ontvanger.luister()
  const wacht = new Waakhond(join(import.meta.dirname, 'kanalen-server.ts'), {
    DATABASE_URL: proef.databaseUrl,
    VOORDEUR_PORT: String(await vrijePoort()),
    ONTVANGER: adres,
    BEGIN: String(begin),
  })
  try {
    const wie = await maakMensen(proef, snelleKlok(begin))
    const bode = new Bode(wacht, wie, proef.aantal)
    ontvanger.terug = (body) => bode.breng('/terug', body)
    await wacht.start()
    const klaar = Promise.all(Array.from({ length: tegelijk }, () => bode.loop()))
    klaar.catch(() => {})
    for (let dood = 0; dood < proef.keren; dood++) {
      const tot = ((dood + 1) * proef.aantal) / (proef.keren + 1)
      while (bode.aanvaard.size < tot) await pauze(5)
      await pauze(randomInt(200))
      if (dood % 2 === 0) await doodDatabank(proef)
      await wacht.dood()
      await wacht.start()
    }
    await klaar
    await wachtTotLeeg(proef, ontvanger)
    return await meet(proef, bode, ontvanger)
  } finally {
    await wacht.stop()
    await ontvanger.sluit()
  }
}

/** As a page would do it, before anything is sent. */
async function maakMensen({ mensen, databaseUrl }: Kanalenproef, tijd: () => Date): Promise<PersoonId[]> {
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  try {
    const huis = openProefverzending({ databank: opslag.databank, alsRol: () => opslag.bewijs, tijd })
    const wie = Array.from({ length: mensen }, () => huis.persoon())
    for (const een of wie) {
      await huis.maakBereikbaar(een, { soort: 'email', waarde: `${een}@voorbeeld.example` })
      await huis.maakBereikbaar(een, { soort: 'post', regels: ['Iemand', 'Ergens 1', 'Dorp'] })
    }
    return wie
  } finally {
    await opslag.sluit()
  }
}

/** One connection of this database; with `kill` the whole server recovers, as after a power cut. */
export async function doodDatabank({
  databaseUrl,
  databank,
}: Pick<Kanalenproef, 'databaseUrl' | 'databank'>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  const pid = rows[0]?.pid
  if (databank === 'kill' && pid !== undefined) process.kill(pid, 'SIGKILL')
  else for (const rij of rows) await client.query('select pg_terminate_backend($1)', [rij.pid])
  await client.end().catch(() => {})
}

/**
 * The other side: carries what it is handed as often as that is, unless it is told that it may have it already and can
 * look (as Notify is asked). Whatever it says of it, and with bounces late and twice.
 */
class Ontvanger {
  /** Per channel what was truly carried, by id. */
  readonly gedragen = { email: new Map<string, number>(), brief: new Map<string, number>() }
  readonly gebounced = new Set<string>()
  terug: (body: string) => Promise<void> = async () => {}
  onderweg = 0
  #server: Server | undefined

  async luister(): Promise<string> {
    this.#server = createServer(async (vraag, antwoord) => {
      const delen: Buffer[] = []
      for await (const stuk of vraag) delen.push(stuk as Buffer)
      // Written by the server of this proof.
      const { zending, poging } = JSON.parse(Buffer.concat(delen).toString('utf8')) as Verzendstuk
      const kanaal = vraag.url?.endsWith('brief') ? 'brief' : 'email'
      await pauze(randomInt(20))
      antwoord.end(JSON.stringify(this.#verzend(kanaal, zending, poging)))
    })
    await new Promise<void>((klaar) => this.#server?.listen(0, '127.0.0.1', klaar))
    const adres = this.#server.address()
    return `http://127.0.0.1:${typeof adres === 'object' && adres !== null ? adres.port : 0}/`
  }

  #verzend(kanaal: 'email' | 'brief', zending: string, poging: number): { soort: string; reden?: string } {
    const lot = randomInt(100)
    if (lot < 8) return { soort: 'tijdelijk', reden: 'vol' }
    const eerder = this.gedragen[kanaal].get(zending) ?? 0
    if (poging > 1 && eerder > 0) return { soort: 'verzonden' }
    this.gedragen[kanaal].set(zending, eerder + 1)
    // One in fifty: fewer than would make every address one that does not work.
    if (kanaal === 'email' && eerder === 0 && (createHash('sha256').update(zending).digest()[0] ?? 0) < 5)
      this.#bounce(zending)
    return lot < 16 ? { soort: 'tijdelijk', reden: 'te-laat' } : { soort: 'verzonden' }
  }

  #bounce(zending: string): void {
    this.gebounced.add(zending)
    for (const uitkomst of ['mislukt', 'bezorgd', 'mislukt']) {
      this.onderweg++
      void pauze(randomInt(400))
        .then(() => this.terug(JSON.stringify({ zending, uitkomst })))
        .finally(() => this.onderweg--)
    }
  }

  async sluit(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((klaar) => this.#server?.close(klaar))
  }
}

/** Who sends does not give up: what broke off is sent once more, with the same mark. */
class Bode {
  readonly #wacht: Waakhond
  readonly #wie: readonly PersoonId[]
  readonly #aantal: number
  readonly aanvaard = new Set<string>()
  afgebroken = 0
  #begonnen = 0

  constructor(wacht: Waakhond, wie: readonly PersoonId[], aantal: number) {
    this.#wacht = wacht
    this.#wie = wie
    this.#aantal = aantal
  }

  async loop(): Promise<void> {
    while (this.#begonnen < this.#aantal) {
      const nummer = this.#begonnen++
      const kenmerk = `proef ${nummer}`
      const persoon = this.#wie[nummer % this.#wie.length]
      // One in five is sent twice, as a feature does that fell over itself.
      const keren = nummer % 5 === 0 ? 2 : 1
      for (let keer = 0; keer < keren; keer++)
        await this.breng('/bericht', JSON.stringify({ persoon, kenmerk }))
      this.aanvaard.add(kenmerk)
    }
  }

  async breng(pad: string, body: string): Promise<void> {
    for (;;) {
      await this.#wacht.klaar
      try {
        const antwoord = await fetch(new URL(pad, this.#wacht.basis), { method: 'POST', body })
        const tekst = await antwoord.text()
        if (antwoord.ok && tekst !== 'onbekend') return
      } catch (fout) {
        if (!(fout instanceof TypeError)) throw fout
      }
      this.afgebroken++
      await pauze(20)
    }
  }
}

async function wachtTotLeeg(proef: Kanalenproef, ontvanger: Ontvanger): Promise<void> {
  const tot = performance.now() + uitloopMs
  while (performance.now() < tot) {
    const [rij] = await vraag(
      proef,
      `select count(*)::int as n from voordeur.zending where stand in ('gemaakt', 'bezig')`,
    )
    if (rij?.n === 0 && ontvanger.onderweg === 0) return
    await pauze(100)
  }
  throw new Error('er is nog iets onderweg')
}

async function vraag({ databaseUrl }: Kanalenproef, tekst: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query(tekst)).rows
  } finally {
    await client.end()
  }
}

/**
 * Nobody knew yet what became of it when its address turned out not to work: a letter goes as well, because twice is
 * better than never.
 */
function viel(rijen: readonly Record<string, unknown>[]): boolean {
  return rijen.some(({ kanaal, reden }) => kanaal === 'email' && reden === 'geen-adres')
}

async function meet(proef: Kanalenproef, bode: Bode, ontvanger: Ontvanger): Promise<Meting[]> {
  const { email, brief } = ontvanger.gedragen
  const zendingen = await vraag(proef, 'select id, bericht, kanaal, stand, reden from voordeur.zending')
  const [geteld] = await vraag(proef, 'select count(*)::int as n from voordeur.bericht')
  const perBericht = Map.groupBy(zendingen, ({ bericht }) => String(bericht))
  const bereikt = [...perBericht.values()].filter((rijen) =>
    rijen.some(
      ({ kanaal, stand }) => kanaal !== 'berichtenbox' && (stand === 'verzonden' || stand === 'bezorgd'),
    ),
  )
  const verder = zendingen.filter(
    ({ kanaal, id }) => kanaal === 'email' && ontvanger.gebounced.has(String(id)),
  )
  const nietVerder = verder.filter(
    ({ bericht }) =>
      !perBericht.get(String(bericht))?.some(({ kanaal, id }) => kanaal === 'brief' && brief.has(String(id))),
  )
  const twee = [...perBericht.values()].filter((rijen) => {
    const gedragen = rijen.filter(({ id }) => email.has(String(id)) || brief.has(String(id)))
    const isBounce = rijen.some(({ id }) => ontvanger.gebounced.has(String(id)))
    return gedragen.length > (isBounce || viel(rijen) ? 2 : 1)
  })
  const zonderAdres = [...perBericht.values()].filter(viel)
  const vaker = [...email.values(), ...brief.values()].filter((keren) => keren > 1)
  const [bewijs] = await vraag(
    proef,
    `select count(*)::int as n from (select codes::jsonb ->> 'zending' from voordeur.bewijs_regel
      where soort = 'verzonden' and codes::jsonb ? 'zending' group by 1 having count(*) > 1) d`,
  )
  const keten = await controleer(proef)
  const fout = (naam: string, waarde: number, eenheid = 'berichten'): Meting => ({
    naam: `kanalen.${naam}`,
    waarde,
    eenheid,
    grens: 0,
  })
  return [
    {
      naam: 'kanalen.aanvaard',
      waarde: bode.aanvaard.size,
      eenheid: `berichten (${bode.afgebroken} verzoeken zonder antwoord)`,
    },
    {
      naam: 'kanalen.gedood',
      waarde: proef.keren,
      eenheid: 'keer kill -9 van de server, om de andere keer ook van de databank',
    },
    { naam: 'kanalen.gebounced', waarde: ontvanger.gebounced.size, eenheid: 'meldingen' },
    { naam: 'kanalen.adres-viel-uit', waarde: zonderAdres.length, eenheid: 'berichten, verder per brief' },
    fout('verloren', bode.aanvaard.size - bereikt.length),
    fout('dubbel-bericht', Number(geteld?.n) - bode.aanvaard.size),
    fout('dubbel-verteld', twee.length),
    fout('dubbel-gedragen', vaker.length, 'zendingen'),
    fout('bounce-zonder-brief', nietVerder.length),
    fout('dubbel-bewijs', Number(bewijs?.n), 'zendingen'),
    fout('bewijs-klopt-niet', keten.afwijkingen.length, `van ${keten.regels} regels`),
  ]
}

async function controleer({ databaseUrl }: Kanalenproef) {
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  try {
    const { ring } = openProefverzending({ databank: opslag.databank, alsRol: () => opslag.bewijs })
    return await controleerBewijs(bewijsLezer(opslag.databank), ring)
  } finally {
    await opslag.sluit()
  }
}
