/**
 * MijnZaken: the first list of somebody who has cases at six of twenty-eight organisations, each of which takes 100 ms
 * for an answer, and half of them two answers. Load maker, server and organisations are three processes.
 */
import type { ChildProcess } from 'node:child_process'
import { request } from 'node:http'
import { setTimeout as pauze } from 'node:timers/promises'
import type { Wachttijd } from './inwoner-meting.ts'
import { type Meting, mediaan, rond } from './meet.ts'
import { agent, type Bezigheid, Mens, p95, type Tijd, type Wereld } from './mens.ts'
import { rekentijd, startKind, stopKind, vraagKind } from './rekentijd.ts'

/** Fifty people who each do one thing every five seconds. */
const MENSEN = 50
const PAUZE_MS = 5_000
const RUSTIG_MS = 40_000
const OPWARMEN = 20
const [GRENS_MS, GRENS_EIGEN_MS, GRENS_UIT_MS] = [250, 40, 400]

const bezigheden: readonly Bezigheid[] = [
  { wat: 'inloggen' },
  { wat: 'lijst', pad: '/mijn/zaken' },
  { wat: 'nog eens', pad: '/mijn/zaken' },
  { wat: 'uitloggen', pad: '/uitloggen', isForm: true },
]

interface Kinderen {
  readonly server: ChildProcess
  readonly bronnen: ChildProcess
}

interface Gestart {
  readonly omgeving: Record<string, string>
  readonly mensen: string[]
  readonly bsns: string[]
}

export async function zaken(): Promise<Meting[]> {
  const bronnen = await startKind<Gestart>('zaken-bronnen.ts')
  try {
    const { omgeving, mensen: wie, bsns } = bronnen.bericht
    const server = await startKind<{ basis: string }>('zaken-server.ts', omgeving)
    try {
      const adres = server.bericht.basis.replace(/\/\/(\[::1?\]|0\.0\.0\.0|127\.0\.0\.1)/, '//localhost')
      const wereld = { basis: new URL(adres), wie, bezigheden }
      const kinderen = { server: server.kind, bronnen: bronnen.kind }
      // Written by bench/zaken-bronnen.ts.
      const alle = JSON.parse(omgeving.METING_BRONNEN ?? '[]') as { basis: string }[]
      const direct = { adressen: alle.map(({ basis }) => basis), bsns }
      const goed = await ronde(kinderen, wereld, direct)
      await vraagKind(bronnen.kind, 'uit')
      const uit = await ronde(kinderen, wereld, direct)
      return [...eersteLijst(goed), uitgevallen(uit)]
    } finally {
      await stopKind(server.kind)
    }
  } finally {
    await stopKind(bronnen.kind)
    agent.destroy()
  }
}

interface Ronde {
  readonly lijst: readonly number[]
  readonly eigen: readonly number[]
  readonly nogEens: readonly number[]
  readonly direct: readonly number[]
  /** Milliseconds of processor time per thing that somebody did. */
  readonly rekentijd: Readonly<Record<'server' | 'bronnen' | 'last', number>>
}

/** Open loop: the next thing does not wait for the last answer. */
async function ronde(
  kinderen: Kinderen,
  wereld: Wereld,
  direct: { readonly adressen: readonly string[]; readonly bsns: readonly string[] },
): Promise<Ronde> {
  const mensen = Array.from({ length: MENSEN }, (_, i) => new Mens(wereld, i))
  for (const mens of mensen.slice(0, OPWARMEN)) for (const _ of bezigheden) await mens.doe()
  await vraagKind<Wachttijd[]>(kinderen.server, 'wachttijden')
  const voor = await lastVan(kinderen)
  const tijden: Tijd[] = []
  const directe: number[] = []
  const lopend: Promise<void>[] = []
  const fouten: unknown[] = []
  const bij = (belofte: Promise<void>): void =>
    void lopend.push(belofte.catch((fout: unknown) => void fouten.push(fout)))
  const stap = PAUZE_MS / MENSEN
  const begin = performance.now()
  for (let i = 0; i * stap < RUSTIG_MS; i += 1) {
    const mens = mensen[i % MENSEN]
    if (mens) bij(mens.opBeurt().then((tijd) => void tijden.push(tijd)))
    // Between two people, so that neither measures the other.
    await pauze(Math.max(0, begin + (i + 0.5) * stap - performance.now()))
    const bsn = direct.bsns[i % direct.bsns.length] ?? ''
    if (i % 4 === 0) bij(vraagZelf(direct.adressen, bsn).then((ms) => void directe.push(ms)))
    await pauze(Math.max(0, begin + (i + 1) * stap - performance.now()))
  }
  await Promise.all(lopend)
  if (fouten.length > 0) throw fouten[0]
  const na = await lastVan(kinderen)
  const inServer = new Map(
    (await vraagKind<Wachttijd[]>(kinderen.server, 'wachttijden')).map((w) => [w.stap, w.duurMs - w.wachtMs]),
  )
  const van = (wat: string, duur = ({ ms }: { readonly stap: string; readonly ms: number }) => ms) =>
    tijden
      .filter((tijd) => tijd.wat === wat)
      .map(({ stappen }) => stappen.reduce((som, stap) => som + duur(stap), 0))
  const per = (wie: keyof Last) => rond((na[wie] - voor[wie]) / tijden.length)
  return {
    lijst: van('lijst'),
    eigen: van('lijst', ({ stap, ms }) => inServer.get(stap) ?? ms),
    nogEens: van('nog eens'),
    direct: directe,
    rekentijd: { server: per('server'), bronnen: per('bronnen'), last: per('last') },
  }
}

type Last = Ronde['rekentijd']

async function lastVan({ server, bronnen }: Kinderen): Promise<Last> {
  const { user, system } = process.cpuUsage()
  return { server: await rekentijd(server), bronnen: await rekentijd(bronnen), last: (user + system) / 1000 }
}

function eersteLijst({ lijst, eigen, nogEens, direct, rekentijd: tijd }: Ronde): Meting[] {
  const hoe = `95 van de 100, ${lijst.length} keer`
  return [
    {
      naam: 'zaken.rechtstreeks',
      waarde: rond(p95(direct)),
      eenheid: `ms (95 van de 100, ${direct.length} keer): dezelfde bronnen tegelijk gevraagd, zonder ons`,
    },
    {
      naam: 'zaken.eerste-lijst-p95',
      waarde: rond(p95(lijst)),
      eenheid: `ms (${hoe}, midden ${rond(mediaan(lijst))}): zaken bij 6 van 28 bronnen van 100 ms`,
      grens: GRENS_MS,
      verhouding: rond(p95(lijst) / p95(direct)),
      tegen: 'zaken.rechtstreeks',
    },
    {
      naam: 'zaken.eerste-lijst-eigen-p95',
      waarde: rond(p95(eigen)),
      eenheid: `ms eigen tijd, van vraag tot antwoord in de server, zonder wat bronnen zeggen dat zij nodig hadden (${hoe}, midden ${rond(mediaan(eigen))})`,
      grens: GRENS_EIGEN_MS,
    },
    {
      naam: 'zaken.nog-eens-p95',
      waarde: rond(p95(nogEens)),
      eenheid: `ms (95 van de 100, ${nogEens.length} keer): dezelfde lijst opnieuw, uit het geheugen`,
    },
    {
      naam: 'zaken.rekentijd',
      waarde: tijd.server,
      eenheid: `ms per handeling (daarnaast lastmaker ${tijd.last} ms, bronnen en inloggen ${tijd.bronnen} ms)`,
    },
  ]
}

function uitgevallen({ lijst }: Ronde): Meting {
  return {
    naam: 'zaken.bronnen-uit-p95',
    waarde: rond(p95(lijst)),
    eenheid: `ms (95 van de 100, ${lijst.length} keer, midden ${rond(mediaan(lijst))}): 3 bronnen dood, 3 met 6 seconden`,
    grens: GRENS_UIT_MS,
  }
}

/** What it would take without us: all at once, and the second page where there is one. A dead one ends its part. */
async function vraagZelf(adressen: readonly string[], bsn: string): Promise<number> {
  const begin = performance.now()
  const antwoorden = await Promise.all(
    adressen.map(async (basis) => {
      const eerste = await vraag(`${basis}/zaken/api/v1/zaken/_zoek`, bsn)
      return typeof eerste?.next === 'string' ? vraag(eerste.next, bsn) : eerste
    }),
  )
  if (antwoorden.length !== adressen.length) throw new Error('er ontbreekt een antwoord')
  return performance.now() - begin
}

function vraag(url: string, bsn: string): Promise<{ next?: unknown } | undefined> {
  const tekst = JSON.stringify({ rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: bsn })
  const headers = { 'content-type': 'application/json', 'content-length': tekst.length }
  return new Promise((klaar) => {
    const uit = request(url, { agent, method: 'POST', headers }, (antwoord) => {
      let inhoud = ''
      antwoord.setEncoding('utf8')
      antwoord.on('data', (deel: string) => {
        inhoud += deel
      })
      // Made by bench/zaken-bron.ts.
      antwoord.on('end', () => klaar(JSON.parse(inhoud) as { next?: unknown }))
    })
    uit.on('error', () => klaar(undefined))
    uit.end(tekst)
  })
}
