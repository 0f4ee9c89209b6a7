/**
 * Residents: from logging in to the dashboard and the data of two registers that take 50 ms each. Our own time is what
 * somebody waits, less what we wait for others. Load maker, server and made-up organisations are three processes.
 */
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as pauze } from 'node:timers/promises'
import { Proefbrowser } from '../src/demo/inlog/proefbrowser.ts'
import { registerMs, stapkop, type Wachttijd } from './inwoner-meting.ts'
import { type Meting, mediaan, rond } from './meet.ts'
import { rekentijd, startKind, stopKind, vraagKind } from './rekentijd.ts'

/** Fifty people who each do one thing every five seconds. */
const MENSEN = 50
const PAUZE_MS = 5000
const RUSTIG_MS = 40_000
const OPWARMEN = 40
const DRUK_MS = 8000
const DRUK_TEGELIJK = 8
const GRENS_MS = 60

/** What one person does, in this order, over and over: one thing each time it is their turn. */
const bezigheden = ['inloggen', 'gegevens', 'inzage', 'uitloggen'] as const
type Bezigheid = (typeof bezigheden)[number]

interface Tijd {
  readonly wat: string
  readonly stappen: readonly { readonly stap: string; readonly ms: number }[]
}

export async function inwoner(): Promise<Meting[]> {
  const demo = await startKind<{ omgeving: Record<string, string>; mensen: string[] }>('inwoner-demo.ts')
  try {
    const server = await startKind<{ basis: string; kaal: string }>(
      'inwoner-server.ts',
      demo.bericht.omgeving,
    )
    try {
      const basis = new URL(
        server.bericht.basis.replace(/\/\/(\[::1?\]|0\.0\.0\.0|127\.0\.0\.1)/, '//localhost'),
      )
      const kinderen = { server: server.kind, demo: demo.kind }
      const wereld = { basis, kaal: new URL(server.bericht.kaal), wie: demo.bericht.mensen }
      return [...(await rustig(kinderen, wereld)), ...(await druk(kinderen, wereld))]
    } finally {
      await stopKind(server.kind)
    }
  } finally {
    await stopKind(demo.kind)
    agent.destroy()
  }
}

interface Kinderen {
  readonly server: ChildProcess
  readonly demo: ChildProcess
}

interface Wereld {
  readonly basis: URL
  readonly kaal: URL
  /** Whom one can log in as. */
  readonly wie: readonly string[]
}

/** Open loop: the next thing does not wait for the last answer. */
async function rustig({ server, demo }: Kinderen, wereld: Wereld): Promise<Meting[]> {
  const mensen = Array.from({ length: MENSEN }, (_, i) => new Mens(wereld, i))
  const begonnen = mensen.slice(0, OPWARMEN)
  for (const mens of begonnen) for (const _ of bezigheden) await mens.doe()
  await vraagKind<Wachttijd[]>(server, 'wachttijden')
  const voor = await lastVan({ server, demo })

  const tijden: Tijd[] = []
  const kale: number[] = []
  const lopend: Promise<void>[] = []
  const fouten: unknown[] = []
  const stap = PAUZE_MS / MENSEN
  const begin = performance.now()
  for (let i = 0; i * stap < RUSTIG_MS; i += 1) {
    const mens = mensen[i % MENSEN]
    const bij = (belofte: Promise<void>): void =>
      void lopend.push(belofte.catch((fout: unknown) => void fouten.push(fout)))
    if (mens) bij(mens.opBeurt().then((tijd) => void tijden.push(tijd)))
    // The bare page on the same machine, in the same process, at the same time.
    bij(haal(wereld.kaal, {}).then(({ ms }) => void kale.push(ms)))
    await pauze(Math.max(0, begin + (i + 1) * stap - performance.now()))
  }
  await Promise.all(lopend)
  if (fouten.length > 0) throw fouten[0]
  const na = await lastVan({ server, demo })
  const wachten = new Map(
    (await vraagKind<Wachttijd[]>(server, 'wachttijden')).map((w) => [w.stap, w.wachtMs]),
  )
  const eigen = (tijd: Tijd): number =>
    tijd.stappen.reduce((som, { stap: naam, ms }) => som + ms - (wachten.get(naam) ?? 0), 0)
  const van = (wat: Bezigheid): number[] => tijden.filter((tijd) => tijd.wat === wat).map(eigen)
  const kaal95 = p95(kale)
  const meting = (naam: string, waarden: readonly number[], wat: string): Meting => ({
    naam,
    waarde: rond(p95(waarden)),
    eenheid: `ms eigen tijd (95 van de 100, ${waarden.length} keer, midden ${rond(mediaan(waarden))}): ${wat}`,
    verhouding: rond(p95(waarden) / kaal95),
    tegen: 'inwoner.kaal',
  })
  const perActie = (wie: keyof Last): number => rond((na[wie] - voor[wie]) / tijden.length)
  return [
    { naam: 'inwoner.kaal', waarde: rond(kaal95), eenheid: `ms (95 van de 100, ${kale.length} keer)` },
    {
      ...meting(
        'inwoner.inloggen-p95',
        van('inloggen'),
        'drie verzoeken, van de knop tot en met de eerste pagina',
      ),
      grens: GRENS_MS,
    },
    {
      ...meting(
        'inwoner.gegevens-p95',
        van('gegevens'),
        `beide registers, elk ${registerMs} ms per antwoord`,
      ),
      grens: GRENS_MS,
    },
    meting('inwoner.inzage-p95', van('inzage'), 'wie zag mijn gegevens'),
    {
      naam: 'inwoner.rekentijd',
      waarde: perActie('server'),
      eenheid: `ms per handeling (daarnaast lastmaker ${perActie('last')} ms, verzonnen organisaties ${perActie('demo')} ms)`,
    },
  ]
}

/** Without limit: as many whole visits as go. */
async function druk({ server, demo }: Kinderen, wereld: Wereld): Promise<Meting[]> {
  const voor = await lastVan({ server, demo })
  const begin = performance.now()
  let aantal = 0
  const lus = async (nummer: number): Promise<void> => {
    const mens = new Mens(wereld, nummer)
    while (performance.now() - begin < DRUK_MS) {
      for (const _ of bezigheden) await mens.doe()
      aantal += 1
    }
  }
  await Promise.all(Array.from({ length: DRUK_TEGELIJK }, (_, i) => lus(1000 + i)))
  const seconden = (performance.now() - begin) / 1000
  const na = await lastVan({ server, demo })
  const per = (wie: keyof Last): number => rond((na[wie] - voor[wie]) / aantal)
  return [
    {
      naam: 'inwoner.zonder-grens',
      waarde: rond(aantal / seconden),
      eenheid: `bezoeken/s van inloggen tot uitloggen (rekentijd per bezoek: server ${per('server')} ms, lastmaker ${per('last')} ms, verzonnen organisaties ${per('demo')} ms)`,
    },
  ]
}

interface Last {
  readonly server: number
  readonly demo: number
  readonly last: number
}

async function lastVan({ server, demo }: Kinderen): Promise<Last> {
  const { user, system } = process.cpuUsage()
  return { server: await rekentijd(server), demo: await rekentijd(demo), last: (user + system) / 1000 }
}

/** One person with a browser of their own, behind an address of their own. */
class Mens {
  readonly #wereld: Wereld
  readonly #wie: string
  readonly #kop: Readonly<Record<string, string>>
  #koekje = ''
  #beurt = 0
  #vorige: Promise<unknown> = Promise.resolve()

  constructor(wereld: Wereld, nummer: number) {
    this.#wereld = wereld
    this.#wie = wereld.wie[nummer % wereld.wie.length] ?? ''
    this.#kop = { 'x-forwarded-for': `10.0.${Math.floor(nummer / 250)}.${nummer % 250}` }
  }

  /** One person does one thing at a time; what they waited for themselves counts as our time. */
  async opBeurt(): Promise<Tijd> {
    const gewild = performance.now()
    const klaar = this.#vorige.then(async (): Promise<Tijd> => {
      const wachtte = { stap: '', ms: performance.now() - gewild }
      const { wat, stappen } = await this.doe()
      return { wat, stappen: [wachtte, ...stappen] }
    })
    this.#vorige = klaar
    return klaar
  }

  async doe(): Promise<Tijd> {
    const wat = bezigheden[this.#beurt++ % bezigheden.length] ?? 'inzage'
    const stappen =
      wat === 'inloggen' ? await this.#logIn() : [await this.#stap(pad[wat], wat === 'uitloggen')]
    return { wat, stappen }
  }

  /** The pages of the login service itself are between two steps and belong to nobody here. */
  async #logIn(): Promise<Tijd['stappen']> {
    const start = await this.#stap('/inloggen/start?middel=digid&naar=mijn')
    const naar = await new Proefbrowser().logIn(new URL(start.location), {
      wie: this.#wie,
      niveau: 'substantieel',
    })
    const terug = await this.#stap(naar.pathname + naar.search)
    return [start, terug, await this.#stap(terug.location)]
  }

  async #stap(pad: string, isForm = false) {
    const stap = randomUUID()
    const koppen = { ...this.#kop, cookie: this.#koekje, [stapkop]: stap }
    const { ms, status, location, koekjes } = await haal(new URL(pad, this.#wereld.basis), koppen, isForm)
    if (status !== 200 && status !== 303) throw new Error(`${pad.split('?')[0]}: ${status}`)
    for (const regel of koekjes) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(regel) ?? []
      const rest = this.#koekje.split('; ').filter((een) => een !== '' && !een.startsWith(`${naam}=`))
      this.#koekje = [...rest, ...(waarde === '' ? [] : [`${naam}=${waarde}`])].join('; ')
    }
    return { stap, ms, location }
  }
}

const pad = { gegevens: '/mijn/gegevens', inzage: '/mijn/inzage', uitloggen: '/uitloggen' } as const
const agent = new Agent({ keepAlive: true, maxSockets: MENSEN * 2 })

async function haal(url: URL, koppen: Readonly<Record<string, string>>, isForm = false) {
  const begin = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const soort = isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const headers = { accept: 'text/html', 'accept-encoding': 'br', ...koppen, ...soort }
  const vraag = request(url, { agent, method: isForm ? 'POST' : 'GET', headers }, resolve)
  vraag.on('error', reject)
  vraag.end(isForm ? 'uit=1' : undefined)
  const antwoord = await promise
  for await (const _ of antwoord);
  return {
    ms: performance.now() - begin,
    status: antwoord.statusCode ?? 0,
    location: antwoord.headers.location ?? '',
    koekjes: antwoord.headers['set-cookie'] ?? [],
  }
}

function p95(waarden: readonly number[]): number {
  return waarden.toSorted((a, b) => a - b)[Math.floor(waarden.length * 0.95)] ?? 0
}
