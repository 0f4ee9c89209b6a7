/**
 * The same as bench/lijnen-opzetten.ts over the queue: a colleague calls a line, the queue chooses who is free, it rings
 * there, they answer, and both hear of it on the page that they have open. And what that asks of the database. Pages look
 * again as `src/web/enhance/levend.js` does where somebody waits for a call.
 */
import { setTimeout as pauze } from 'node:timers/promises'
import { binnen, type Gedaan, type Gestart, Lijn, type Pagina } from './lijnen-draad.ts'
import { type Meting, rond } from './meet.ts'
import { p95 } from './mens.ts'
import { rekentijd, startKind, stopKind } from './rekentijd.ts'

const AANWEZIG = 2_000
const PER_SECONDE = 200
const RUSTIG = 10
const WARM_S = 5
const MEET_S = 15
const GRENS_MS = 50

export async function lijnenRij({
  aanwezig = AANWEZIG,
  perSeconde = PER_SECONDE,
  meetS = MEET_S,
} = {}): Promise<Meting[]> {
  const { kind, bericht } = await startKind<Gestart>('lijnen-server.ts', {
    ...{ AANWEZIG: String(aanwezig), OVER_DE_RIJ: 'ja' },
  })
  const rij = new Rij(bericht)
  try {
    await rij.open()
    await rij.loop(perSeconde, WARM_S)
    const leeg = await rij.verbruik(() => pauze(WARM_S * 1000))
    rij.wis()
    const bijRust = await rij.verbruik(() => rij.loop(RUSTIG, WARM_S))
    const perGesprek = (bijRust.berichten - leeg.berichten) / (RUSTIG * WARM_S)
    const rustig = rij.p95()
    rij.wis()
    const [server, zelf] = [await rekentijd(kind), process.cpuUsage()]
    const { databankMs, berichten } = await rij.verbruik(() => rij.loop(perSeconde, meetS))
    const { user, system } = process.cpuUsage(zelf)
    const oproepen = meetS * perSeconde
    return rij.metingen({
      ...{ rustig, perSeconde, perGesprek, aanwezig, perGesprekDruk: berichten / oproepen },
      serverMs: ((await rekentijd(kind)) - server) / oproepen,
      lastMs: (user + system) / 1000 / oproepen,
      inDatabankMs: databankMs === undefined ? undefined : databankMs / oproepen,
    })
  } finally {
    rij.sluit()
    await stopKind(kind)
  }
}

/** At whom a call rings, found by its caller: heard at `op`, seen at `gezien`. */
type GaatOver = PromiseWithResolvers<{
  readonly nr: number
  readonly gesprek: string
  readonly op: number
  readonly gezien: number
}>

function legeTijden(): Record<'belt' | 'opgenomen' | 'gezien' | 'heel', number[]> {
  return { belt: [], opgenomen: [], gezien: [], heel: [] }
}

class Rij {
  readonly #lijn: Lijn
  readonly #plekken: readonly string[]
  readonly #paginas: Pagina[] = []
  readonly #vrij: number[] = []
  readonly #onderweg = new Map<string, GaatOver>()
  /** By call: who waits until they have the note of it before them. */
  readonly #schrijft = new Map<string, () => void>()
  #tijden = legeTijden()
  #mislukt = 0

  constructor({ basis, plekken }: Gestart) {
    this.#lijn = new Lijn(basis)
    this.#plekken = plekken
  }

  async open(): Promise<void> {
    for (let van = 0; van < this.#plekken.length; van += 50)
      await Promise.all(this.#plekken.slice(van, van + 50).map((plek, i) => this.#openPlek(van + i, plek)))
  }

  async #openPlek(nr: number, plek: string): Promise<void> {
    const pagina = await this.#lijn.pagina(nr, {
      volg: { soort: 'lijndienst', id: plek },
      haal: { wat: 'lijn-dienst', wie: nr },
      zie: (beeld, op) => this.#zie(nr, beeld, op),
      mis: () => this.#mislukt++,
    })
    this.#paginas.push(pagina)
    this.#vrij.push(nr)
  }

  /** Something changed in their shift: it may be that it rings. */
  #zie(nr: number, { gesprek, beller, isOpgenomen, nagesprek }: Gedaan, op: number): void {
    if (nagesprek !== undefined) this.#schrijft.get(nagesprek)?.()
    if (gesprek === undefined || beller === undefined || isOpgenomen === true) return
    this.#van(beller).resolve({ nr, gesprek, op, gezien: performance.now() })
  }

  #van(beller: string): GaatOver {
    const al = this.#onderweg.get(beller)
    if (al !== undefined) return al
    const nieuw: GaatOver = Promise.withResolvers()
    this.#onderweg.set(beller, nieuw)
    return nieuw
  }

  async loop(perSeconde: number, seconden: number): Promise<void> {
    const begin = performance.now()
    const lopend = new Set<Promise<void>>()
    for (let n = 0; n < perSeconde * seconden; n++) {
      const wacht = begin + (n * 1000) / perSeconde - performance.now()
      if (wacht > 1) await pauze(wacht)
      const een = this.#eenGesprek(n)
      lopend.add(een)
      een.finally(() => lopend.delete(een))
    }
    await Promise.all(lopend)
  }

  async #eenGesprek(n: number): Promise<void> {
    const a = this.#vrij.shift()
    if (a === undefined) {
      this.#mislukt++
      return
    }
    try {
      // Spread over the organisations; never their own.
      await this.#zetOp(a, (a + 50 * (1 + (n % 7))) % this.#plekken.length)
    } catch {
      this.#mislukt++
    }
    this.#vrij.push(a)
  }

  async #zetOp(a: number, naar: number): Promise<void> {
    const begin = performance.now()
    const { beller = '' } = await this.#lijn.doe({ wat: 'lijn-bel', wie: a, naar })
    const gaatOver = this.#van(beller)
    const opgenomen = Promise.withResolvers<{ readonly op: number; readonly gezien: number }>()
    const pagina = await this.#lijn.pagina(a, {
      volg: { soort: 'lijnoproep', id: beller },
      haal: { wat: 'lijn-oproep', wie: a, beller },
      zie: ({ gesprek }, op) => {
        if (gesprek !== undefined) opgenomen.resolve({ op, gezien: performance.now() })
      },
      mis: opgenomen.reject,
    })
    try {
      const { nr, gesprek, op, gezien } = await binnen(gaatOver.promise)
      const neemt = performance.now()
      await this.#lijn.doe({ wat: 'neem-op', wie: nr, gesprek })
      const hoort = await binnen(opgenomen.promise)
      this.#tijden.belt.push(op - begin)
      this.#tijden.opgenomen.push(hoort.op - neemt)
      this.#tijden.gezien.push(gezien - begin, hoort.gezien - neemt)
      this.#tijden.heel.push(hoort.gezien - begin)
      await this.#hangOp(a, nr, gesprek)
    } finally {
      this.#onderweg.delete(beller)
      pagina.sluit()
    }
  }

  /** Who answered has the note before them, and is done with it. */
  async #hangOp(a: number, nr: number, gesprek: string): Promise<void> {
    const schrijft = Promise.withResolvers<void>()
    this.#schrijft.set(gesprek, schrijft.resolve)
    try {
      await this.#lijn.doe({ wat: 'weg', wie: a, gesprek })
      await binnen(schrijft.promise)
    } finally {
      this.#schrijft.delete(gesprek)
    }
    await this.#lijn.doe({ wat: 'lijn-vrij', wie: nr })
  }

  /** How many messages the server sent to the database meanwhile, and how long that one worked. */
  async verbruik(
    terwijl: () => Promise<unknown>,
  ): Promise<{ readonly berichten: number; readonly databankMs: number | undefined }> {
    const voor = await this.#lijn.doe({ wat: 'berichten', wie: 0 })
    await terwijl()
    const na = await this.#lijn.doe({ wat: 'berichten', wie: 0 })
    return {
      berichten: (na.n ?? 0) - (voor.n ?? 0),
      databankMs:
        na.databankMs === undefined || voor.databankMs === undefined
          ? undefined
          : na.databankMs - voor.databankMs,
    }
  }

  wis(): void {
    this.#tijden = legeTijden()
    this.#mislukt = 0
  }

  sluit(): void {
    for (const pagina of this.#paginas) pagina.sluit()
    this.#lijn.sluit()
  }

  p95(): number {
    return p95([...this.#tijden.belt, ...this.#tijden.opgenomen])
  }

  metingen(wat: {
    readonly rustig: number
    readonly perSeconde: number
    readonly perGesprek: number
    readonly perGesprekDruk: number
    readonly lastMs: number
    readonly serverMs: number
    readonly inDatabankMs: number | undefined
    readonly aanwezig: number
  }): Meting[] {
    const { belt, opgenomen, gezien, heel } = this.#tijden
    return [
      {
        naam: 'lijnen.rij-p95',
        waarde: rond(this.p95()),
        eenheid: `ms tot de ander het heeft (belt ${rond(p95(belt))}, opgenomen ${rond(p95(opgenomen))}); ${wat.aanwezig} aanwezig, ${wat.perSeconde} oproepen per seconde door de wachtrij`,
        grens: GRENS_MS,
        verhouding: rond(this.p95() / wat.rustig),
        tegen: `${RUSTIG} oproepen per seconde`,
      },
      {
        naam: 'lijnen.rij-gezien-p95',
        waarde: rond(p95(gezien)),
        eenheid: 'ms tot hun pagina het ook heeft opgehaald (zonder het tekenen)',
      },
      {
        naam: 'lijnen.rij-heel-p95',
        waarde: rond(p95(heel)),
        eenheid: 'ms van bellen tot opgenomen, alles na elkaar',
      },
      {
        naam: 'lijnen.rij-mislukt',
        waarde: this.#mislukt,
        eenheid: `van ${heel.length + this.#mislukt} oproepen`,
        grens: 0,
      },
      {
        naam: 'lijnen.rij-berichten',
        waarde: rond(wat.perGesprek),
        eenheid: `berichten aan de databank per oproep, met opnemen, ophangen, weer vrij zijn en wat hun pagina’s lezen (${rond(wat.perGesprekDruk)} als het druk is)`,
      },
      {
        naam: 'lijnen.rij-rekentijd',
        waarde: rond(wat.serverMs),
        eenheid: `ms van de server per oproep (de lastmaker ${rond(wat.lastMs)} ms; de databank staat er niet bij)`,
      },
      ...(wat.inDatabankMs === undefined
        ? []
        : [
            {
              naam: 'lijnen.rij-databank',
              waarde: rond(wat.inDatabankMs),
              eenheid: 'ms van de databank per oproep',
            },
          ]),
    ]
  }
}
