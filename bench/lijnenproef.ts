/**
 * Colleagues, residents and those who answer do whatever they like in the queues of direct lines, on two nodes whose
 * clocks differ, while one or the other, and the database under them, are killed again and again. Afterwards everything
 * that was accepted is there, once, everybody has their place, and each queue follows from its events.
 */
import { randomBytes, randomInt } from 'node:crypto'
import { setTimeout as pauze } from 'node:timers/promises'
import type { Lijnteam, Opdracht, Voorval, Wachtrij, Weigering } from '../src/lijnen/index.ts'
import { kantooruren, organisatie, proefteam, proefvraag } from '../src/lijnen/proeflijn.ts'
import { stilLog } from '../src/platform/index.ts'
import { gidsOpslag, openOpslag } from '../src/store/index.ts'
import { doodOmBeurten, startKnopen } from './knopenpaar.ts'
import { type Aanvaard, type Bevonden, controleerLijnen, schendingen } from './lijnenproef-controle.ts'
import type { Meting } from './meet.ts'
import type { Waakhond } from './waakhond.ts'

export interface Rijproef {
  /** Commands that people give. */
  readonly aantal: number
  readonly pools: number
  /** How often a node is killed; every other time the database as well. */
  readonly keren: number
  /** As in bench/kanalenproef.ts. */
  readonly databank: 'kill' | 'verbreek'
  readonly databaseUrl: string
}

const tegelijk = 8
/** How far the clocks of the two nodes are from the right one; they run 600 times as fast. */
const scheefMs = [45_000, -90_000] as const

export async function rijproef(proef: Rijproef): Promise<Meting[]> {
  const begin = Date.now()
  const nodes = await startKnopen('lijn-node.ts', { databaseUrl: proef.databaseUrl, begin, scheefMs })
  const volk = new Volk(proef, nodes)
  try {
    await volk.open()
    const klaar = Promise.all(Array.from({ length: tegelijk }, () => volk.loop()))
    klaar.catch(() => {})
    await doodOmBeurten(nodes, proef, volk)
    await klaar
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
  return metingen(proef, volk, await controleerLijnen(proef.databaseUrl, volk.aanvaard))
}

type Antwoord =
  | { readonly soort: 'ok'; readonly voorvallen: readonly Voorval[]; readonly stand: Wachtrij }
  | { readonly soort: 'geweigerd'; readonly weigering: Weigering }
  | { readonly soort: 'druk' }

/** They do not give up: what broke off is sent once more with the same id, to whichever node. */
class Volk {
  readonly #proef: Rijproef
  readonly #nodes: readonly Waakhond[]
  readonly #standen = new Map<string, Wachtrij>()
  readonly aanvaard: Aanvaard[] = []
  #begonnen = 0
  gedaan = 0
  afgebroken = 0
  geweigerd = 0
  druk = 0
  schendingen = 0
  isMislukt = false

  constructor(proef: Rijproef, nodes: readonly Waakhond[]) {
    this.#proef = proef
    this.#nodes = nodes
  }

  /** Each pool: one that is there day and night, one with office hours, one of a neighbour, and who knows a bit of all. */
  async open(): Promise<void> {
    const opslag = await openOpslag({
      databaseUrl: this.#proef.databaseUrl,
      dataMap: undefined,
      log: stilLog,
    })
    try {
      const gids = gidsOpslag(opslag.databank)
      for (let nr = 0; nr < this.#proef.pools; nr++)
        for (const team of teamsVan(nr)) await gids.bewaar('beheer', { team, pool: pool(nr), vanVersie: 0 })
    } finally {
      await opslag.sluit()
    }
  }

  async loop(): Promise<void> {
    try {
      while (this.#begonnen < this.#proef.aantal) {
        const keer = this.#begonnen++
        const nr = randomInt(this.#proef.pools)
        await this.#stuur(pool(nr), ietsTeDoen(this.#standen.get(pool(nr)), nr), keer)
        this.gedaan++
      }
    } catch (fout) {
      this.isMislukt = true
      throw fout
    }
  }

  async #stuur(naar: string, opdracht: Opdracht, keer: number): Promise<void> {
    for (let poging = 0; ; poging++) {
      const antwoord = await this.#vraag(naar, opdracht, keer + poging)
      if (antwoord === undefined) continue
      if (antwoord.soort === 'geweigerd') this.geweigerd++
      else if (antwoord.soort === 'druk') this.druk++
      else this.#hoor(naar, antwoord)
      // One in five is sent twice, as somebody does who presses twice: whatever it says, nothing may go wrong by it.
      if (poging === 0 && keer % 5 === 1) {
        const nogEens = await this.#vraag(naar, opdracht, keer + 1)
        if (nogEens?.soort === 'ok') this.#hoor(naar, nogEens)
      }
      return
    }
  }

  #hoor(naar: string, { voorvallen, stand }: Extract<Antwoord, { soort: 'ok' }>): void {
    this.schendingen += schendingen(stand).length
    const eerste = stand.nr - voorvallen.length + 1
    for (const [i, voorval] of voorvallen.entries())
      this.aanvaard.push({ pool: naar, nr: eerste + i, voorval })
    if (stand.nr >= (this.#standen.get(naar)?.nr ?? 0)) this.#standen.set(naar, stand)
  }

  async #vraag(naar: string, opdracht: Opdracht, welke: number): Promise<Antwoord | undefined> {
    const node = this.#nodes[welke % this.#nodes.length]
    if (node === undefined) throw new Error('geen node')
    await node.klaar
    try {
      const body = JSON.stringify({ pool: naar, opdracht })
      const antwoord = await fetch(new URL('/', node.basis), { method: 'POST', body })
      const tekst = await antwoord.text()
      // Written by the node.
      if (antwoord.ok) return JSON.parse(tekst) as Antwoord
    } catch (fout) {
      if (!(fout instanceof TypeError)) throw fout
    }
    this.afgebroken++
    await pauze(20)
    return undefined
  }
}

function pool(nr: number): string {
  return `gemeente-GM${String(nr + 1).padStart(4, '0')}`
}

function teamsVan(nr: number): readonly Lijnteam[] {
  const van = organisatie(pool(nr))
  const buur = `GM${String(nr + 2).padStart(4, '0')}`
  const eigen = pool(nr).slice(-6)
  const altijd = { soort: 'altijd', zone: 'Europe/Amsterdam' } as const
  const deel = { organisatie: van, capaciteit: 3 }
  return [
    proefteam({ ...deel, id: `dag-${nr}`, gebied: { soort: 'plaatsen', eigen: [eigen], buren: [] } }),
    proefteam({
      ...{ ...deel, id: `buur-${nr}`, gebied: { soort: 'plaatsen', eigen: [buur], buren: [eigen] } },
      rooster: nr % 2 === 0 ? altijd : kantooruren,
    }),
    proefteam({ ...deel, id: `alles-${nr}`, kan: [], niveau: 'generalist', rooster: altijd }),
  ]
}

function kies<T>(uit: readonly T[]): T | undefined {
  return uit.length === 0 ? undefined : uit[randomInt(uit.length)]
}

/** Mostly what makes sense in the queue as they saw it last, which others changed meanwhile; now and then nonsense. */
function ietsTeDoen(stand: Wachtrij | undefined, nr: number): Opdracht {
  const { plekken = [], wachtenden = [], afgesproken = [] } = stand ?? {}
  const plek = kies(plekken)?.id ?? 'geen'
  const beller = kies([...wachtenden, ...afgesproken])?.id ?? 'geen'
  const teams = [`dag-${nr}`, `buur-${nr}`, `alles-${nr}`].filter(() => randomInt(3) > 0)
  const gooi = randomInt(100)
  if (gooi < 12 && plekken.length < 6) return { soort: 'meld-aan', plek: nieuw('p'), teams }
  if (gooi < 14) return { soort: 'meld-af', plek }
  if (gooi < 20)
    return { soort: 'zet-stand', plek, stand: kies(['vrij', 'pauze', 'bezet'] as const) ?? 'vrij' }
  if (gooi < 22) return { soort: 'niet-opgenomen', plek }
  if (gooi < 27) return { soort: 'verlaat', beller }
  if (gooi < 33) return { soort: 'kies-terugbellen', beller }
  if (gooi < 36) return { soort: 'klok' }
  if (gooi < 66 || wachtenden.length > 40) {
    const bezet = kies(plekken.filter((een) => een.stand === 'in-gesprek'))?.id ?? plek
    return { soort: 'rond-af', plek: bezet, daarna: randomInt(4) === 0 ? 'nawerk' : 'vrij' }
  }
  return {
    ...{ soort: 'bel', beller: nieuw('b'), klasse: randomInt(3) === 0 ? 'publiek' : 'lijn' },
    namens: randomInt(2) === 0 ? 'inwoner' : 'zelf',
    vraag: {
      ...proefvraag,
      gebied: randomInt(20) === 0 ? 'GM9999' : pool(nr).slice(-6),
      taal: randomInt(5) === 0 ? 'en' : 'nl',
    },
  }
}

function nieuw(soort: string): string {
  return `${soort}-${randomBytes(9).toString('base64url')}`
}

function metingen({ keren }: Rijproef, volk: Volk, bevonden: Bevonden): Meting[] {
  const fout = (naam: string, waarde: number, eenheid: string): Meting => ({
    ...{ naam: `lijnen.${naam}`, waarde, eenheid, grens: 0 },
  })
  const keer = [...bevonden.soorten].sort(([, a], [, b]) => b - a).map(([soort, n]) => `${soort} ${n}`)
  return [
    {
      naam: 'lijnen.aanvaard',
      waarde: volk.aanvaard.length,
      eenheid: `voorvallen die iemand hoorde (${volk.geweigerd} opdrachten geweigerd, ${volk.druk} keer te druk, ${volk.afgebroken} verzoeken zonder antwoord)`,
    },
    {
      naam: 'lijnen.voorvallen',
      waarde: bevonden.voorvallen,
      eenheid: `in ${bevonden.pools} wachtrijen: ${keer.join(', ')}`,
    },
    {
      naam: 'lijnen.gedood',
      waarde: keren,
      eenheid: 'keer kill -9 van een van twee nodes, om de andere keer ook van de databank',
    },
    fout('verloren', bevonden.verloren, `van ${volk.aanvaard.length} gehoorde voorvallen`),
    fout('nummers-kloppen-niet', bevonden.gaten, `van ${bevonden.voorvallen} voorvallen`),
    fout('plaats-kwijt', bevonden.plaatsen, `van ${bevonden.bellers} bellers`),
    fout(
      'rij-klopt-niet',
      bevonden.rijen,
      `van ${bevonden.pools} wachtrijen, opnieuw gemaakt uit hun voorvallen`,
    ),
    fout('regels-na-antwoord', volk.schendingen, 'keer in een antwoord'),
    fout('regels-na-voorval', bevonden.regels, 'keer na een voorval'),
  ]
}
