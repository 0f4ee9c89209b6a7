/**
 * Residents: from logging in to the dashboard and the data of two registers that take 50 ms each. Our own time is what
 * somebody waits, less what we wait for others. Load maker, server and made-up organisations are three processes.
 */
import type { ChildProcess } from 'node:child_process'
import { setTimeout as pauze } from 'node:timers/promises'
import { registerMs, type Wachttijd } from './inwoner-meting.ts'
import { type Meting, mediaan, rond } from './meet.ts'
import { agent, type Bezigheid, haal, Mens, p95, type Tijd, type Wereld } from './mens.ts'
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
const bezigheden = [
  { wat: 'inloggen' },
  { wat: 'gegevens', pad: '/mijn/gegevens' },
  { wat: 'inzage', pad: '/mijn/inzage' },
  { wat: 'uitloggen', pad: '/uitloggen', isForm: true },
] as const satisfies readonly Bezigheid[]

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
      const wereld = { basis, wie: demo.bericht.mensen, bezigheden }
      const kaal = new URL(server.bericht.kaal)
      return [...(await rustig(kinderen, wereld, kaal)), ...(await druk(kinderen, wereld))]
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

/** Open loop: the next thing does not wait for the last answer. */
async function rustig({ server, demo }: Kinderen, wereld: Wereld, kaalAdres: URL): Promise<Meting[]> {
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
    bij(haal(kaalAdres, {}).then(({ ms }) => void kale.push(ms)))
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
  const van = (wat: string): number[] => tijden.filter((tijd) => tijd.wat === wat).map(eigen)
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
