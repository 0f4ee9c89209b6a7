/**
 * Two thousand professionals at work, each with a wire that hears what concerns them and gives signs of life, and two
 * hundred calls set up a second between them (open loop: the next does not wait for the last). Load maker, server and
 * database share the machine.
 */
import { setTimeout as pauze } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { binnen, type Gestart, Lijn } from './lijnen-draad.ts'
import { type Meting, rond } from './meet.ts'
import { p95 } from './mens.ts'
import { rekentijd, startKind, stopKind } from './rekentijd.ts'

const AANWEZIG = 2_000
const PER_SECONDE = 200
/** What it is measured against: the same, when hardly anybody calls. */
const RUSTIG = 10
const WARM_S = 5
const MEET_S = 15
const GRENS_MS = 50
/** An offer of Chromium for sound alone is about so long. */
const SDP = `v=0\r\n${'a=candidate:1 1 UDP 2122252543 192.0.2.1 40000 typ host\r\n'.repeat(40)}`

/** What is told from one to the other, and how long it took until the other had it, in milliseconds. */
const stappen = ['belt', 'opgenomen', 'aanbod', 'antwoord'] as const
type Stap = (typeof stappen)[number]

export async function lijnenOpzetten({
  aanwezig = AANWEZIG,
  perSeconde = PER_SECONDE,
  meetS = MEET_S,
} = {}): Promise<Meting[]> {
  const { kind, bericht } = await startKind<Gestart>('lijnen-server.ts', { AANWEZIG: String(aanwezig) })
  const balie = new Werkplaats(bericht, aanwezig)
  try {
    await balie.open()
    await balie.loop(perSeconde, WARM_S)
    balie.wis()
    await balie.loop(RUSTIG, WARM_S)
    const rustig = balie.p95()
    balie.wis()
    const [server, eigen] = [await rekentijd(kind), process.cpuUsage()]
    await balie.loop(perSeconde, meetS)
    const serverMs = ((await rekentijd(kind)) - server) / meetS
    const { user, system } = process.cpuUsage(eigen)
    return balie.metingen({ rustig, perSeconde, serverMs, lastMs: (user + system) / 1000 / meetS })
  } finally {
    balie.sluit()
    await stopKind(kind)
  }
}

class Werkplaats {
  readonly #lijn: Lijn
  readonly #plekken: readonly string[]
  readonly #aantal: number
  readonly #draden: WebSocket[] = []
  readonly #vrij: number[] = []
  /** Who waits until it rings at them. */
  readonly #hoort = new Map<number, () => void>()
  #tijden: Record<Stap, number[]> = { belt: [], opgenomen: [], aanbod: [], antwoord: [] }
  #heel: number[] = []
  #mislukt = 0
  #overgeslagen = 0

  constructor({ basis, plekken }: Gestart, aantal: number) {
    this.#lijn = new Lijn(basis)
    this.#plekken = plekken
    this.#aantal = aantal
  }

  async open(): Promise<void> {
    for (let van = 0; van < this.#aantal; van += 50)
      await Promise.all(
        Array.from({ length: Math.min(50, this.#aantal - van) }, (_, i) => this.#openPlek(van + i)),
      )
  }

  async #openPlek(nr: number): Promise<void> {
    const ws = this.#lijn.draad(`/levend?wie=${nr}`)
    this.#draden.push(ws)
    const klaar = Promise.withResolvers<void>()
    ws.on('open', () =>
      ws.send(JSON.stringify({ volg: { soort: 'lijndienst', id: this.#plekken[nr] ?? '' } })),
    )
    ws.on('error', klaar.reject)
    // The first says how it stands; each after it that something changed.
    ws.once('message', () => {
      klaar.resolve()
      ws.on('message', () => this.#hoort.get(nr)?.())
    })
    await klaar.promise
    this.#vrij.push(nr)
  }

  async loop(perSeconde: number, seconden: number): Promise<void> {
    const begin = performance.now()
    const lopend = new Set<Promise<void>>()
    for (let n = 0; n < perSeconde * seconden; n++) {
      const wacht = begin + (n * 1000) / perSeconde - performance.now()
      if (wacht > 1) await pauze(wacht)
      const een = this.#eenGesprek()
      lopend.add(een)
      een.finally(() => lopend.delete(een))
    }
    await Promise.all(lopend)
  }

  wis(): void {
    this.#tijden = { belt: [], opgenomen: [], aanbod: [], antwoord: [] }
    this.#heel = []
    this.#mislukt = 0
    this.#overgeslagen = 0
  }

  sluit(): void {
    for (const ws of this.#draden) ws.terminate()
    this.#lijn.sluit()
  }

  async #eenGesprek(): Promise<void> {
    const [a, b] = [this.#vrij.shift(), this.#vrij.shift()]
    if (a === undefined || b === undefined) {
      this.#overgeslagen++
      return
    }
    try {
      await this.#zetOp(a, b)
    } catch {
      this.#mislukt++
    }
    this.#hoort.delete(b)
    this.#vrij.push(a, b)
  }

  /** Rings at b, b takes it, a offers, b answers; then both leave. */
  async #zetOp(a: number, b: number): Promise<void> {
    const begin = performance.now()
    const gaatOver = Promise.withResolvers<number>()
    this.#hoort.set(b, () => gaatOver.resolve(performance.now()))
    const gebeld = await this.#lijn.doe({ wat: 'bel', wie: a, naar: b })
    const { gesprek = '', deelnemer: vanA = '' } = gebeld
    const draadA = await this.#inGesprek(a, gesprek)
    const op = await binnen(gaatOver.promise)
    const neemt = performance.now()
    const { deelnemer: vanB = '' } = await this.#lijn.doe({ wat: 'neem-op', wie: b, gesprek })
    const opgenomen = await binnen(draadA.totOpgenomen)
    const draadB = await this.#inGesprek(b, gesprek)
    const aanbod = await this.#zeg(draadA, draadB, vanB, 'offer')
    const antwoord = await this.#zeg(draadB, draadA, vanA, 'answer')
    this.#heel.push(performance.now() - begin)
    this.#tijden.belt.push(op - begin)
    this.#tijden.opgenomen.push(opgenomen - neemt)
    this.#tijden.aanbod.push(aanbod)
    this.#tijden.antwoord.push(antwoord)
    draadA.ws.close()
    draadB.ws.close()
    await this.#lijn.doe({ wat: 'weg', wie: a, gesprek })
  }

  async #zeg(van: InGesprek, naar: InGesprek, aan: string, type: 'offer' | 'answer'): Promise<number> {
    const gehoord = naar.totSein()
    const begin = performance.now()
    const sein = { soort: 'sdp', plek: 'p', type, sdp: SDP }
    van.ws.send(JSON.stringify({ soort: 'sein', aan, sein }))
    return (await binnen(gehoord)) - begin
  }

  async #inGesprek(nr: number, gesprek: string): Promise<InGesprek> {
    const ws = this.#lijn.draad(`/seinen?wie=${nr}&gesprek=${gesprek}`)
    const open = Promise.withResolvers<void>()
    const opgenomen = Promise.withResolvers<number>()
    let hoor: (op: number) => void = () => {}
    ws.on('message', (inhoud) => {
      // Written by the server.
      const { soort, deelnemers = [] } = JSON.parse(String(inhoud)) as {
        soort: string
        deelnemers?: readonly { stand: string }[]
      }
      if (soort === 'gesprek') {
        open.resolve()
        if (deelnemers.length > 1 && deelnemers.every(({ stand }) => stand === 'in-gesprek'))
          opgenomen.resolve(performance.now())
      } else if (soort === 'sein') hoor(performance.now())
    })
    ws.on('error', open.reject)
    await binnen(open.promise)
    return {
      ws,
      totOpgenomen: opgenomen.promise,
      totSein: () =>
        new Promise((klaar) => {
          hoor = klaar
        }),
    }
  }

  p95(): number {
    return p95(stappen.flatMap((stap) => this.#tijden[stap]))
  }

  metingen(wat: {
    readonly rustig: number
    readonly perSeconde: number
    readonly serverMs: number
    readonly lastMs: number
  }): Meting[] {
    const heel = p95(this.#heel)
    const per = stappen.map((stap) => `${stap} ${rond(p95(this.#tijden[stap]))}`).join(', ')
    return [
      {
        naam: 'lijnen.opzetten-p95',
        waarde: rond(this.p95()),
        eenheid: `ms tot de ander het heeft (${per}); ${this.#aantal} aanwezig, ${wat.perSeconde} gesprekken per seconde`,
        grens: GRENS_MS,
        verhouding: rond(this.p95() / wat.rustig),
        tegen: `${RUSTIG} gesprekken per seconde`,
      },
      {
        naam: 'lijnen.opzetten-heel-p95',
        waarde: rond(heel),
        eenheid: 'ms van bellen tot antwoord, alles na elkaar',
      },
      {
        naam: 'lijnen.opzetten-mislukt',
        waarde: this.#mislukt + this.#overgeslagen,
        eenheid: `van ${this.#heel.length + this.#mislukt + this.#overgeslagen} gesprekken`,
        grens: 0,
      },
      {
        naam: 'lijnen.opzetten-rekentijd',
        waarde: rond(wat.serverMs / wat.perSeconde),
        eenheid: `ms van de server per gesprek (de lastmaker ${rond(wat.lastMs / wat.perSeconde)} ms; de databank staat er niet bij)`,
      },
    ]
  }
}

interface InGesprek {
  readonly ws: WebSocket
  /** When both were in it. */
  readonly totOpgenomen: Promise<number>
  readonly totSein: () => Promise<number>
}
