/**
 * Events about people come in, twice, out of order, and taken back before they came, while the two nodes that work them
 * off, and the database under them, are killed again and again. Afterwards everybody who was to be told was told once,
 * and nobody else.
 */
import { randomInt } from 'node:crypto'
import { controleerBewijs } from '../src/audit/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { bewijsLezer, openOpslag } from '../src/store/index.ts'
import { doodOmBeurten, startKnopen } from './knopenpaar.ts'
import type { Meting } from './meet.ts'
import { type Mens, maakMensen, meld, metClient, verteldOp, wachtTotLeeg } from './proactief-mensen.ts'
import { gebeurtenis, openVolgwereld } from './proactief-wereld.ts'
import type { Waakhond } from './waakhond.ts'

export interface Proactiefproef {
  /** Events, each about somebody else; one in ten was taken back before it came. */
  readonly aantal: number
  /** How often a node is killed; every other time the database as well. */
  readonly keren: number
  /** As in bench/kanalenproef.ts. */
  readonly databank: 'kill' | 'verbreek'
  readonly databaseUrl: string
}

const tegelijk = 4
/** Named limits: so many in one body, and so long may it take until the last is told. */
const perKeer = 10
const uitloopMs = 300_000

export async function proactiefproef(proef: Proactiefproef): Promise<Meting[]> {
  const { databaseUrl, aantal, keren } = proef
  const { mensen, sleutel } = await maakMensen(databaseUrl, aantal)
  const nodes = await startKnopen('proactief-node.ts', { databaseUrl, begin: Date.now(), scheefMs: [0, 0] })
  const melders = new Melders(mensen, nodes, sleutel)
  let isLeeg = false
  try {
    const klaar = Promise.all(Array.from({ length: tegelijk }, () => melders.loop()))
    klaar.catch(() => {})
    await doodOmBeurten(nodes, proef, melders)
    await klaar
    // What was in hand of a node that fell over is in hand until its term is over.
    isLeeg = await metClient(databaseUrl, (client) => wachtTotLeeg(client, uitloopMs))
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
  const verteld = await metClient(databaseUrl, (client) => verteldOp(client, mensen))
  const gelijk = mensen.filter((_, i) => !isTeruggenomen(i))
  const fout = (naam: string, waarde: number, eenheid: string): Meting => ({
    ...{ naam: `proactief.${naam}`, waarde, eenheid, grens: 0 },
  })
  return [
    {
      naam: 'proactief.aanvaard',
      waarde: aantal,
      eenheid: `gebeurtenissen (${melders.afgebroken} verzoeken zonder antwoord)`,
    },
    { naam: 'proactief.gedood', waarde: keren, eenheid: 'keer kill -9 van een van twee nodes' },
    fout('blijft-liggen', isLeeg ? 0 : 1, 'keer'),
    fout(
      'niet-verteld',
      gelijk.filter(({ persoon }) => !verteld.has(persoon)).length,
      `van ${gelijk.length} mensen`,
    ),
    fout('dubbel-verteld', [...verteld.values()].filter(({ length }) => length > 1).length, 'mensen'),
    fout(
      'ten-onrechte-verteld',
      mensen.filter(({ persoon }, i) => isTeruggenomen(i) && verteld.has(persoon)).length,
      'mensen van wie het was teruggenomen',
    ),
    fout('bewijs-klopt-niet', await afwijkingen(databaseUrl), 'regels'),
  ]
}

function isTeruggenomen(i: number): boolean {
  return i % 10 === 9
}

/** They do not give up: what broke off is sent again with the same ids, to whichever node. */
class Melders {
  readonly #mensen: readonly Mens[]
  readonly #nodes: readonly Waakhond[]
  readonly #sleutel: string
  #begonnen = 0
  gedaan = 0
  afgebroken = 0
  isMislukt = false

  constructor(mensen: readonly Mens[], nodes: readonly Waakhond[], sleutel: string) {
    this.#mensen = mensen
    this.#nodes = nodes
    this.#sleutel = sleutel
  }

  async loop(): Promise<void> {
    try {
      while (this.#begonnen < this.#mensen.length) {
        const vanaf = this.#begonnen
        this.#begonnen += perKeer
        const deel = this.#mensen.slice(vanaf, vanaf + perKeer)
        const terug = deel.flatMap(({ naam }, i) =>
          isTeruggenomen(vanaf + i) ? [gebeurtenis(naam, `weg${vanaf + i}`, `e${vanaf + i}`)] : [],
        )
        if (terug.length > 0) await this.#stuur(terug)
        const body = deel.map(({ naam }, i) => gebeurtenis(naam, `e${vanaf + i}`))
        await this.#stuur(body)
        // One body in three comes twice, to the other node as often as not.
        if (randomInt(3) === 0) await this.#stuur(body)
        this.gedaan += deel.length
      }
    } catch (fout) {
      this.isMislukt = true
      throw fout
    }
  }

  async #stuur(body: readonly object[]): Promise<void> {
    this.afgebroken += await meld(this.#nodes, this.#sleutel, body, randomInt(2))
  }
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
