/** How heavy pages are, and how many of each kind the real program serves, against a bare page in the same run. */
import type { ChildProcess } from 'node:child_process'
import { Agent, request } from 'node:http'
import { type Bezoek, vulAlles } from '../src/web/proefbezoek.ts'
import { GRENZEN, weegPaginas } from '../src/web/proefgewicht.ts'
import { type Meting, mediaan, rond } from './meet.ts'
import { rekentijd, startKind, stopKind } from './rekentijd.ts'

const VERBINDINGEN = 8
const RONDES = 3
const RONDE_MS = 1200
/** Fifty people who each ask a page every five seconds. */
const MENSEN = 50
const PAUZE_MS = 5000
const RUSTIG_MS = 15_000

/** One page of each kind; all but the first as somebody who has answered everything. */
const SOORTEN: Readonly<Record<string, string>> = {
  eerste: '/',
  vraag: '/rechten/vraag?n=3',
  overzicht: '/rechten/overzicht',
  regeling: '/rechten/huurtoeslag',
  'wat-als': '/rechten/wat-als/werken/uitslag',
  gebeurtenis: '/gebeurtenissen/kind-krijgen',
  product: '/regelingen/huurtoeslag',
  organisatie: '/organisaties/svb',
  zoeken: '/zoeken?q=huurtoeslach',
}

const agent = new Agent({ keepAlive: true, maxSockets: MENSEN })

export async function portaal(): Promise<Meting[]> {
  const { kind: server, bericht: adressen } = await startKind<{ basis: string; kaal: string }>(
    'portaal-server.ts',
  )
  const basis = adressen.basis.replace(/\/\/(\[::1?\]|0\.0\.0\.0)/, '//localhost')
  try {
    const bezoeker = overHttp(basis)
    await vulAlles(bezoeker)
    const cookie = bezoeker.koekjes()
    return [
      ...(await gewichten(basis, cookie)),
      ...(await snelheden(server, basis, adressen.kaal, cookie)),
      await rustig(basis, cookie),
    ]
  } finally {
    await stopKind(server)
    agent.destroy()
  }
}

async function gewichten(basis: string, cookie: string): Promise<Meting[]> {
  const gewogen = await weegPaginas(basis, cookie, 30)
  const zwaarste = gewogen.reduce((a, b) => (b.bytes > a.bytes ? b : a))
  const eerste = gewogen.filter(({ pad }) => ['/', '/en/', '/pap/'].includes(pad)).map(({ bytes }) => bytes)
  const kB = (bytes: number): number => rond(bytes / 1000)
  return [
    {
      naam: 'portaal.zwaarste-pagina',
      waarde: kB(zwaarste.bytes),
      eenheid: `kB (${zwaarste.pad}, van ${gewogen.length} pagina's)`,
      grens: kB(GRENZEN.zwaarste),
    },
    {
      naam: 'portaal.eerste-pagina',
      waarde: kB(Math.max(...eerste)),
      eenheid: 'kB',
      grens: kB(GRENZEN.eerste),
    },
  ]
}

interface Ronde {
  readonly perSeconde: number
  readonly serverMs: number
  readonly lastMs: number
}

/** Without limit: as many as go. Each kind in turn with the bare page, so that both have the same machine. */
async function snelheden(
  server: ChildProcess,
  basis: string,
  kaal: string,
  cookie: string,
): Promise<Meting[]> {
  const kaleRondes: Ronde[] = []
  const uit: Meting[] = []
  for (const [soort, pad] of Object.entries(SOORTEN)) {
    const rondes: Ronde[] = []
    const eigen: Ronde[] = []
    for (let i = 0; i < RONDES; i += 1) {
      rondes.push(await ronde(server, basis + pad, soort === 'eerste' ? '' : cookie))
      eigen.push(await ronde(server, `${kaal}/`, ''))
    }
    kaleRondes.push(...eigen)
    const keer = mediaan(eigen.map((r) => r.perSeconde)) / mediaan(rondes.map((r) => r.perSeconde))
    uit.push({ ...meting(soort, rondes), verhouding: rond(keer), tegen: 'portaal.kaal' })
  }
  return [meting('kaal', kaleRondes), ...uit]
}

function meting(soort: string, rondes: readonly Ronde[]): Meting {
  const server = rond(mediaan(rondes.map((r) => r.serverMs)))
  const last = rond(mediaan(rondes.map((r) => r.lastMs)))
  return {
    naam: `portaal.${soort}`,
    waarde: Math.round(mediaan(rondes.map((r) => r.perSeconde))),
    eenheid: `verzoeken/s (rekentijd per verzoek: server ${server} ms, lastmaker ${last} ms)`,
  }
}

async function ronde(server: ChildProcess, url: string, cookie: string): Promise<Ronde> {
  const [voor, eigenVoor, begin] = [await rekentijd(server), process.cpuUsage(), performance.now()]
  let aantal = 0
  const lus = async (): Promise<void> => {
    while (performance.now() - begin < RONDE_MS) {
      await vraag(url, cookie)
      aantal += 1
    }
  }
  await Promise.all(Array.from({ length: VERBINDINGEN }, lus))
  const seconden = (performance.now() - begin) / 1000
  const { user, system } = process.cpuUsage(eigenVoor)
  return {
    perSeconde: aantal / seconden,
    serverMs: ((await rekentijd(server)) - voor) / aantal,
    lastMs: (user + system) / 1000 / aantal,
  }
}

/** Open loop: the next question does not wait for the last answer. */
async function rustig(basis: string, cookie: string): Promise<Meting> {
  const paden = Object.values(SOORTEN)
  const tijden: number[] = []
  const bezig: Promise<void>[] = []
  const stap = PAUZE_MS / MENSEN
  for (let i = 0; i * stap < RUSTIG_MS; i += 1) {
    const begin = performance.now()
    const url = basis + (paden[i % paden.length] ?? '/')
    bezig.push(vraag(url, cookie).then(() => void tijden.push(performance.now() - begin)))
    await new Promise((klaar) => setTimeout(klaar, stap))
  }
  await Promise.all(bezig)
  const p95 = tijden.toSorted((a, b) => a - b)[Math.floor(tijden.length * 0.95)] ?? 0
  const eenheid = `ms (95 van de 100 antwoorden; ${MENSEN} mensen, elk 1 pagina per ${PAUZE_MS / 1000} s)`
  return { naam: 'portaal.vijftig-mensen', waarde: rond(p95), eenheid }
}

function vraag(url: string, cookie: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const headers = { accept: 'text/html', 'accept-encoding': 'br', ...(cookie && { cookie }) }
  const gevraagd = request(url, { agent, headers }, (antwoord) => {
    if (antwoord.statusCode !== 200) reject(new Error(`${url}: ${antwoord.statusCode}`))
    antwoord.resume().on('end', resolve)
  })
  gevraagd.on('error', reject)
  gevraagd.end()
  return promise
}

function overHttp(basis: string): Bezoek & { readonly koekjes: () => string } {
  const pot = new Map<string, string>()
  const koekjes = (): string => [...pot].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ')
  const ga: (url: string, init?: RequestInit) => ReturnType<Bezoek['haal']> = async (url, init = {}) => {
    const antwoord = await fetch(basis + url, { redirect: 'manual', headers: { cookie: koekjes() }, ...init })
    for (const regel of antwoord.headers.getSetCookie()) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(regel) ?? []
      if (waarde === '') pot.delete(naam)
      else pot.set(naam, waarde)
    }
    const location = antwoord.headers.get('location') ?? undefined
    return { statusCode: antwoord.status, headers: { location }, body: await antwoord.text() }
  }
  return {
    koekjes,
    haal: (url) => ga(url),
    stuur: (url, velden) => ga(url, { method: 'POST', body: new URLSearchParams(velden) }),
  }
}
