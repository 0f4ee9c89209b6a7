/**
 * Events about people come in by the real door, of every kind, twice, out of order, taken back before they came and
 * after, about somebody unknown, the same one again and again and a flood about one person; while the two nodes that work
 * them off, and the database under them, are killed again and again. Afterwards everybody who was to be told was told
 * once, nobody else was, and everything that was taken in is accounted for (proactief-controle.ts).
 */
import { randomInt } from 'node:crypto'
import { setTimeout as pauze } from 'node:timers/promises'
import { doodDatabank } from './kanalenproef.ts'
import { doodOmBeurten, startKnopen } from './knopenpaar.ts'
import type { Meting } from './meet.ts'
import { controleer } from './proactief-controle.ts'
import { type Mens, maakMensen, meld, metClient, wachtTotLeeg } from './proactief-mensen.ts'
import { bewaarMensen, bewaarStand, leesStand, type Proefstand, vindMensen } from './proactief-stand.ts'
import {
  type Bericht,
  bronVan,
  herhaling,
  perVloed,
  vloed,
  type Zending,
  zending,
} from './proactief-verhaal.ts'
import { gebeurtenis, onbekende } from './proactief-wereld.ts'
import type { Waakhond } from './waakhond.ts'

export interface Proactiefproef {
  readonly mensen: number
  /** The same event comes so often; and so many different ones about one person. */
  readonly dubbel: number
  readonly vloed: number
  /** By the clock: so long, so many events a second, and a node is killed after each so many milliseconds. */
  readonly tijd?: {
    readonly duurMs: number
    readonly perSeconde: number
    readonly doodMs: readonly [number, number]
  }
  /** By counts: so many bodies of each sender, and so many times a node is killed. */
  readonly telling?: { readonly zendingen: number; readonly keren: number }
  /** As in bench/kanalenproef.ts. */
  readonly databank: 'kill' | 'verbreek'
  readonly databaseUrl: string
  /** Asked to stop before the end: what was done stays, and the next time goes on from there. */
  readonly moetStoppen?: () => boolean
}

const zenders = 4
/** Every so many times a node is killed, the database is as well. */
const databankElke = 4
/** Named limit: so long may it take until the last is told. */
const uitloopMs = 300_000

/** `undefined`: it was told to stop before the end. */
export async function proactiefproef(proef: Proactiefproef): Promise<Meting[] | undefined> {
  const { databaseUrl } = proef
  const stand = await metClient(databaseUrl, leesStand)
  const { mensen, sleutel } = stand.isBegonnen
    ? await vindMensen(databaseUrl)
    : await maakMensen(databaseUrl, proef.mensen + 2, (nr) => [bronVan(nr)])
  await metClient(databaseUrl, async (client) => {
    if (!stand.isBegonnen) await bewaarMensen(client, mensen)
    await bewaarStand(client, { ...stand, isBegonnen: true })
  })
  const nodes = await startKnopen('proactief-node.ts', { databaseUrl, begin: Date.now(), scheefMs: [0, 0] })
  const melders = new Melders(proef, stand, { mensen, nodes, sleutel })
  let isLeeg = false
  try {
    const klaar = melders.alles()
    klaar.catch(() => {})
    if (proef.telling !== undefined)
      await doodOmBeurten(
        nodes,
        { ...proef, aantal: proef.telling.zendingen * zenders, keren: proef.telling.keren },
        melders,
      )
    else if (proef.tijd !== undefined) await doodOpDeKlok(nodes, proef, proef.tijd, melders)
    await klaar
    if (melders.isGestopt) return undefined
    // What was in hand of a node that fell over is in hand until its term is over.
    isLeeg = await metClient(databaseUrl, (client) => wachtTotLeeg(client, uitloopMs))
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
  const { ms, gedood, databankGedood, afgebroken } = melders.stand
  return [
    {
      naam: 'proactief.aanvaard',
      waarde: melders.aanvaard().reduce((som, lijst) => som + lijst.length, 0),
      eenheid: `gebeurtenissen${proef.tijd === undefined ? '' : ` in ${Math.round(ms / 1_000)} s`} (${afgebroken} verzoeken zonder antwoord)`,
    },
    {
      naam: 'proactief.gedood',
      waarde: proef.telling?.keren ?? gedood,
      eenheid: `keer kill -9 van een van twee nodes${proef.tijd === undefined ? '' : `, ${databankGedood} keer ook van de databank`}`,
    },
    { naam: 'proactief.blijft-liggen', waarde: isLeeg ? 0 : 1, eenheid: 'keer', grens: 0 },
    ...(await controleer(databaseUrl, mensen, melders.aanvaard())),
  ]
}

/** A node in turn, whatever it does at that moment, for as long as there is load. */
async function doodOpDeKlok(
  nodes: readonly Waakhond[],
  proef: Proactiefproef,
  { doodMs: [van, tot] }: NonNullable<Proactiefproef['tijd']>,
  melders: Melders,
): Promise<void> {
  const { stand } = melders
  while (true) {
    await pauze(randomInt(van, tot))
    if (melders.isKlaar) return
    if (stand.gedood % databankElke === databankElke - 1) {
      await doodDatabank(proef)
      stand.databankGedood++
    }
    const node = nodes[stand.gedood % nodes.length]
    stand.gedood++
    await node?.dood()
    await node?.start()
  }
}

interface Delen {
  readonly mensen: readonly Mens[]
  readonly nodes: readonly Waakhond[]
  readonly sleutel: string
}

/** The bodies of one sender, and how long after one the next is due. */
interface Stroom {
  readonly maak: (i: number) => Zending
  readonly hoeveel: number
  readonly elkeMs: number
}

/** They do not give up: what broke off is sent again with the same ids, to whichever node. */
class Melders {
  readonly #proef: Proactiefproef
  readonly #delen: Delen
  readonly #begin = performance.now()
  readonly #eerderMs: number
  readonly stand: Proefstand
  gedaan = 0
  isMislukt = false
  isKlaar = false
  isGestopt = false

  constructor(proef: Proactiefproef, stand: Proefstand, delen: Delen) {
    this.#proef = proef
    this.#delen = delen
    this.#eerderMs = stand.ms
    this.stand = { ...stand, isBegonnen: true, zendingen: [...stand.zendingen] }
  }

  async alles(): Promise<void> {
    try {
      const stromen = Array.from({ length: zenders }, (_, nr) => this.#loop(nr, this.#stroom(nr)))
      const [dubbel, veel] = [zenders, zenders + 1].map((nr) => this.#loop(nr, this.#stroom(nr)))
      const bewaar = this.#bewaar()
      await Promise.all([...stromen, dubbel, veel])
      this.isKlaar = true
      await bewaar
    } catch (fout) {
      this.isMislukt = true
      this.isKlaar = true
      throw fout
    }
  }

  /** Everything that was taken in, per person and in that order. What is about nobody is in the list of nobody. */
  aanvaard(): readonly (readonly Bericht[])[] {
    const perMens: Bericht[][] = this.#delen.mensen.map(() => [])
    const niemand: Bericht[] = []
    for (const [nr, aantal] of this.stand.zendingen.entries())
      for (let i = 0; i < aantal; i++) {
        const { eerst, dan } = this.#stroom(nr).maak(i)
        for (const een of [...eerst, ...dan])
          (een.mens === undefined ? niemand : (perMens[een.mens] ?? niemand)).push(een)
      }
    return [...perMens, niemand]
  }

  /** The last two people have one of their own. */
  #stroom(nr: number): Stroom {
    const { mensen, telling, tijd, dubbel, vloed: veel } = this.#proef
    if (nr >= zenders) {
      const [mens, totaal] = nr === zenders ? [mensen, dubbel] : [mensen + 1, veel]
      const hoeveel = Math.ceil(totaal / perVloed)
      const maak = nr === zenders ? () => herhaling(mens) : (i: number) => vloed(mens, i)
      return { maak, hoeveel, elkeMs: tijd === undefined ? 0 : tijd.duurMs / (hoeveel + 1) }
    }
    const eigen = Array.from({ length: mensen }, (_, i) => i).filter((i) => i % zenders === nr)
    const maak = (i: number) => zending(this.stand.zaad, nr, i, eigen)
    if (tijd === undefined) return { maak, hoeveel: telling?.zendingen ?? 0, elkeMs: 0 }
    const elkeMs = (1_000 * zenders * maak(0).dan.length) / tijd.perSeconde
    return { maak, hoeveel: Math.floor(tijd.duurMs / elkeMs), elkeMs }
  }

  async #loop(nr: number, { maak, hoeveel, elkeMs }: Stroom): Promise<void> {
    const { tijd } = this.#proef
    for (let i = this.stand.zendingen[nr] ?? 0; i < hoeveel; i++) {
      const teVroegMs = i * elkeMs - this.#ms()
      if (teVroegMs > 0) await pauze(teVroegMs)
      if (this.#proef.moetStoppen?.()) {
        this.isGestopt = true
        return
      }
      // The stream ends by the clock, however slow it went; what comes so often comes so often.
      if (tijd !== undefined && nr < zenders && this.#ms() >= tijd.duurMs) return
      const { eerst, dan } = maak(i)
      if (eerst.length > 0) await this.#stuur(eerst)
      await this.#stuur(dan)
      // One body in three comes twice, to the other node as often as not.
      if (nr < zenders && randomInt(3) === 0) await this.#stuur(dan)
      this.stand.zendingen[nr] = i + 1
      if (nr < zenders) this.gedaan++
    }
  }

  #ms(): number {
    return this.#eerderMs + performance.now() - this.#begin
  }

  async #stuur(berichten: readonly Bericht[]): Promise<void> {
    const { mensen, nodes, sleutel } = this.#delen
    const body = berichten.map(({ mens, id, wat }) => {
      const wie = mens === undefined ? onbekende : mensen[mens]?.naam
      if (wie === undefined) throw new Error('er is niemand die zo heet')
      return gebeurtenis(wie, id, wat)
    })
    this.stand.afgebroken += await meld(nodes, sleutel, body, randomInt(2))
  }

  /** Once a second, with what is known to be taken in: what is sent again when it goes on from there is nothing new. */
  async #bewaar(): Promise<void> {
    if (this.#proef.moetStoppen === undefined) return
    const schrijf = () =>
      metClient(this.#proef.databaseUrl, (client) => bewaarStand(client, { ...this.stand, ms: this.#ms() }))
    while (!this.isKlaar) {
      await pauze(1_000)
      // While the database comes up again nothing can be kept.
      await schrijf().catch(() => {})
    }
    this.stand.ms = this.#ms()
    await schrijf()
  }
}
