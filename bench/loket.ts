/**
 * Chain cases: a million of ten steps each in the database, and fifty professionals who look at their work list, open a
 * case and do something in one. Then the same with ten thousand cases, in the same run: what costs more by that, costs
 * with the total and not with what is shown.
 */
import { createHash, randomBytes } from 'node:crypto'
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as pauze } from 'node:timers/promises'
import { openSleutelring } from '../src/audit/index.ts'
import { loadCorpus, MEEGELEVERD } from '../src/corpus/index.ts'
import { maakUuid7 } from '../src/domain/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { openOpslag } from '../src/store/index.ts'
import { maakDatabank } from '../src/store/opslag.ts'
import { sessieOpslag } from '../src/store/sessies.ts'
import { belasting } from './gewoon-gebruik.ts'
import {
  type Gekozen,
  kiesKetenzaken,
  laadKetenzaken,
  telKetenzaken,
  verzegelOpnieuw,
} from './loket-laden.ts'
import { organisatie } from './loket-voorbeeld.ts'
import { type Meting, mediaan, rond } from './meet.ts'
import { agent, haal, p95 } from './mens.ts'
import { metDuurzameDatabank } from './personen.ts'
import { rekentijd, startKind, stopKind } from './rekentijd.ts'

export interface Loketmeting {
  readonly aantal: number
  /** What it is held against. */
  readonly klein: number
  readonly duurMs: number
  readonly opwarmMs: number
}

/** Fifty people who each do one thing every five seconds. */
const MENSEN = 50
const PAUZE_MS = 5_000
const OPWARMERS = 5
/** So many cases are read; of these the words are sealed for their own place. */
const GELEZEN = 2_500
const GRENS_MS = 50
/** Named limit: so many bytes takes a case, with its evidence and all indexes. */
const PER_ZAAK = 42_000
const sleutel = 'x'.repeat(40)
const begin = new Date('2026-03-01T12:00:00Z')

/** Of each kind as often: a note, a step of somebody else with what they see for it, and a wanted outcome in other words. */
const opdrachten = [
  { vorm: 'bericht', velden: 'wat=notitie&tekst=Gebeld.+De+brief+is+onderweg.' },
  {
    vorm: 'stap-erbij',
    velden: 'titel=Stuur+een+bewijs&eigenaar=o%3Asvb&termijn=2026-04-01&nodig=&mee=vraag',
  },
  { vorm: 'uitkomst', velden: 'uitkomst=Elke+maand+genoeg+geld' },
] as const

const soorten = ['werkvoorraad', 'zaak', 'opdracht'] as const
type Soort = (typeof soorten)[number]

export function loket(
  maat: Loketmeting = { aantal: 1_000_000, klein: 10_000, duurMs: 45_000, opwarmMs: 15_000 },
): Promise<Meting[]> {
  return metDuurzameDatabank(async (serverUrl) => {
    const klein = await vul(serverUrl, 'voordeur_klein', maat.klein)
    const groot = await vul(serverUrl, 'voordeur_groot', maat.aantal)
    try {
      const bijKlein = await ronde(klein, maat)
      const bijGroot = await ronde(groot, maat)
      return [...soorten.map((soort) => meting(soort, bijGroot, bijKlein, maat)), kosten(bijGroot)]
    } finally {
      agent.destroy()
    }
  })
}

interface Gevuld {
  readonly databaseUrl: string
  readonly zaken: readonly Gekozen[]
}

/** A database that has them already is taken as it is: filling it takes longer than measuring. */
async function vul(serverUrl: string, naam: string, aantal: number): Promise<Gevuld> {
  const databaseUrl = await maakDatabank(serverUrl, naam)
  if ((await telKetenzaken(databaseUrl)) < aantal) {
    const { bavail, bsize } = statfsSync(tmpdir())
    if (bavail * bsize < aantal * PER_ZAAK)
      throw new Error(`voor ${aantal} ketenzaken is ${Math.ceil((aantal * PER_ZAAK) / 1e9)} GB schijf nodig`)
    await laadKetenzaken({ databaseUrl, sleutel, aantal, regie: gemeenten(), nu: begin })
  }
  const zaken = await kiesKetenzaken({ databaseUrl }, aantal, Math.min(aantal, GELEZEN))
  await verzegelOpnieuw(
    { databaseUrl },
    openSleutelring(() => [sleutel]),
    zaken,
  )
  return { databaseUrl, zaken }
}

function gemeenten(): readonly string[] {
  const geladen = loadCorpus({ mappen: [MEEGELEVERD] })
  if (!geladen.ok) throw new Error('het corpus klopt niet')
  return [...geladen.corpus.organisaties.keys()].filter((id) => /^gemeente-GM\d{4}$/.test(id)).toSorted()
}

interface Ronde {
  readonly ms: Readonly<Record<Soort, readonly number[]>>
  readonly rekentijd: { readonly server: number; readonly last: number }
}

async function ronde({ databaseUrl, zaken }: Gevuld, maat: Loketmeting): Promise<Ronde> {
  const server = await startKind<{ basis: string }>('loket-server.ts', {
    DATABASE_URL: databaseUrl,
    VOORDEUR_SLEUTEL: sleutel,
    METING_NU: begin.toISOString(),
  })
  try {
    const basis = new URL(
      server.bericht.basis.replace(/\/\/(\[::1?\]|0\.0\.0\.0|127\.0\.0\.1)/, '//localhost'),
    )
    const mensen = await maakMensen(databaseUrl, basis, zaken)
    await warmOp(mensen, maat.opwarmMs)
    const voor = await lastVan(server.kind)
    const ms = await openLus(mensen, maat.duurMs)
    const na = await lastVan(server.kind)
    const gedaan = soorten.reduce((som, soort) => som + ms[soort].length, 0)
    const per = (wie: 'server' | 'last') => rond((na[wie] - voor[wie]) / gedaan)
    return { ms, rekentijd: { server: per('server'), last: per('last') } }
  } finally {
    await stopKind(server.kind)
  }
}

async function lastVan(kind: Parameters<typeof rekentijd>[0]) {
  const { user, system } = process.cpuUsage()
  return { server: await rekentijd(kind), last: (user + system) / 1000 }
}

/** Each at a desk of an organisation that takes part in some of the cases. */
async function maakMensen(databaseUrl: string, basis: URL, zaken: readonly Gekozen[]): Promise<Medewerker[]> {
  const per = [...Map.groupBy(zaken, (een) => een.organisatie)].toSorted(([a], [b]) => a.localeCompare(b))
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  try {
    const sessies = sessieOpslag(opslag.databank)
    return await Promise.all(
      Array.from({ length: MENSEN }, async (_, nummer) => {
        const [naam = '', hier = []] = per[nummer % per.length] ?? []
        const token = randomBytes(32).toString('base64url')
        const wie = {
          ...({ soort: 'medewerker', medewerker: `m-${nummer}`, organisatie: organisatie(naam) } as const),
          // A coordinator: who states a ground first would measure that page.
          ...{ rollen: ['balie', 'behandelaar', 'coordinator'], doelen: ['ketenzaak'] },
        }
        const sessie = {
          ...{ id: maakUuid7(begin, randomBytes), wie, voor: { soort: 'zelf' } as const },
          ...{ apparaat: 'meting', begonnen: begin, laatstGebruikt: begin },
        }
        await sessies.begin(createHash('sha256').update(token).digest(), sessie, undefined, () => [])
        return new Medewerker({ basis, nummer, token, zaken: hier.map(({ ketenzaak }) => ketenzaak) })
      }),
    )
  } finally {
    await opslag.sluit()
  }
}

/** A professional with a browser of their own, who does one thing after another. */
class Medewerker {
  readonly #basis: URL
  readonly #zaken: readonly string[]
  readonly #kop: Readonly<Record<string, string>>
  #beurt: number
  #vorige: Promise<unknown> = Promise.resolve()

  constructor(wie: { basis: URL; nummer: number; token: string; zaken: readonly string[] }) {
    this.#basis = wie.basis
    this.#zaken = wie.zaken
    this.#beurt = wie.nummer
    this.#kop = { 'x-forwarded-for': `10.1.0.${wie.nummer}`, cookie: `voordeur-balie=${wie.token}` }
  }

  /** One thing at a time; what they waited for themselves counts as our time. */
  opBeurt(): Promise<{ readonly soort: Soort; readonly ms: number }> {
    const gewild = performance.now()
    const klaar = this.#vorige.then(async () => {
      const soort = await this.#doe()
      return { soort, ms: performance.now() - gewild }
    })
    this.#vorige = klaar
    return klaar
  }

  async #doe(): Promise<Soort> {
    const soort = soorten[this.#beurt % soorten.length] ?? 'zaak'
    const opdracht = opdrachten[Math.floor(this.#beurt / soorten.length) % opdrachten.length] ?? opdrachten[0]
    // Another case each time.
    const zaak = `/balie/loket/${this.#zaken[Math.floor(this.#beurt++ / 2) % this.#zaken.length]}`
    const [pad, form, verwacht] =
      soort === 'werkvoorraad'
        ? (['/balie/loket', undefined, 200] as const)
        : soort === 'zaak'
          ? ([zaak, undefined, 200] as const)
          : ([`${zaak}/doe/${opdracht.vorm}`, opdracht.velden, 303] as const)
    const { status } = await haal(new URL(pad, this.#basis), this.#kop, form)
    if (status !== verwacht) throw new Error(`${soort}: ${status}`)
    return soort
  }
}

/** A server has run for hours: as much as goes, so that what is compiled and kept of plans is so when it counts. */
async function warmOp(mensen: readonly Medewerker[], duurMs: number): Promise<void> {
  const tot = performance.now() + duurMs
  const lus = async (nummer: number): Promise<void> => {
    for (let i = nummer; performance.now() < tot; i += OPWARMERS) await mensen[i % MENSEN]?.opBeurt()
  }
  await Promise.all(Array.from({ length: OPWARMERS }, (_, nummer) => lus(nummer)))
}

/** Open loop: the next thing does not wait for the last answer. */
async function openLus(mensen: readonly Medewerker[], duurMs: number): Promise<Ronde['ms']> {
  const ms: Record<Soort, number[]> = { werkvoorraad: [], zaak: [], opdracht: [] }
  const fouten: unknown[] = []
  const lopend: Promise<void>[] = []
  const stap = PAUZE_MS / MENSEN
  const van = performance.now()
  for (let i = 0; i * stap < duurMs; i++) {
    const gedaan = mensen[i % MENSEN]?.opBeurt().then((een) => void ms[een.soort].push(een.ms))
    if (gedaan) lopend.push(gedaan.catch((fout: unknown) => void fouten.push(fout)))
    await pauze(Math.max(0, van + (i + 1) * stap - performance.now()))
  }
  await Promise.all(lopend)
  if (fouten.length > 0) throw fouten[0]
  return ms
}

const woorden: Readonly<Record<Soort, string>> = {
  werkvoorraad: 'de werkvoorraad van een organisatie',
  zaak: 'een zaak van tien stappen op het scherm',
  opdracht:
    'een opdracht (een notitie, een stap voor een ander, een ander doel), met de zaak die erbij gelezen wordt',
}

function meting(soort: Soort, groot: Ronde, klein: Ronde, { aantal }: Loketmeting): Meting {
  const [hier, daar] = [groot.ms[soort], klein.ms[soort]]
  return {
    naam: `loket.${soort}-p95`,
    waarde: rond(p95(hier)),
    eenheid: `ms (95 van de 100, ${hier.length} keer, midden ${rond(mediaan(hier))}): ${woorden[soort]}, van ${aantal}; ${belasting()}`,
    grens: GRENS_MS,
    verhouding: rond(mediaan(hier) / mediaan(daar)),
    tegen: `loket.${soort} in het midden, met honderd keer zo weinig zaken`,
  }
}

function kosten({ rekentijd: { server, last } }: Ronde): Meting {
  return {
    naam: 'loket.rekentijd',
    waarde: server,
    eenheid: `ms per handeling (daarnaast lastmaker ${last} ms)`,
  }
}
