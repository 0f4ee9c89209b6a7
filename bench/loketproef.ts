/**
 * People of four organisations, residents, a bank and time itself do whatever they like in chain cases, on two nodes
 * whose clocks differ, while one or the other node, and the database under them, are killed again and again. Afterwards
 * what was accepted is there, once, and every row and every line of evidence follows from the events.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as pauze } from 'node:timers/promises'
import { maakPersoonId, maakUuid7, type PersoonId } from '../src/domain/index.ts'
import { datumOp, plusDagen } from '../src/kalender/index.ts'
import { type Ketenzaak, type Opdracht, speelAf } from '../src/loket/index.ts'
import { speelGeschiedenis } from '../src/loket/proefgeschiedenis.ts'
import { gemeente, medewerker, svb } from '../src/loket/proefketen.ts'
import { gooien, iemand, ietsTeDoen } from '../src/loket/proefopdrachten.ts'
import { vervangVerwijzingen } from '../src/loket/woorden.ts'
import { stilLog } from '../src/platform/index.ts'
import { ketenzaakOpslag, openOpslag } from '../src/store/index.ts'
import { doodOmBeurten, startKnopen } from './knopenpaar.ts'
import { type Nodeopdracht, nodeklok } from './loket-node.ts'
import { type Bevonden, controleerKetens } from './loketproef-controle.ts'
import type { Meting } from './meet.ts'
import type { Waakhond } from './waakhond.ts'

export interface Loketproef {
  /** Commands that people give. */
  readonly aantal: number
  readonly zaken: number
  /** How often a node is killed; every other time the database as well. */
  readonly keren: number
  /** As in bench/kanalenproef.ts. */
  readonly databank: 'kill' | 'verbreek'
  readonly databaseUrl: string
}

const tegelijk = 8
/** How far the clocks of the two nodes are from the right one. */
const scheefMs = [45_000, -90_000] as const

/** Histories without a database first: each a case, or several, with the rules looked at after every command. */
export function geschiedenissen(seeds: number, aantal: number): Meting[] {
  let zaken = 0
  let voorvallen = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const { gebeurd, zaken: hier } = speelGeschiedenis(seed, aantal)
    zaken += hier
    for (const keer of gebeurd.values()) voorvallen += keer
  }
  return [
    {
      naam: 'loket.geschiedenissen',
      waarde: seeds,
      eenheid: `van ${aantal} opdrachten elk (${zaken} zaken, ${voorvallen} voorvallen), na elke opdracht alle regels`,
    },
    {
      naam: 'loket.regels-geschonden',
      waarde: 0,
      eenheid: 'keer; de eerste keer breekt de proef af',
      grens: 0,
    },
  ]
}

export async function loketproef(proef: Loketproef): Promise<Meting[]> {
  const begin = Date.now()
  const nodes = await startKnopen('loket-node.ts', { databaseUrl: proef.databaseUrl, begin, scheefMs })
  const volk = new Volk(proef, nodes, nodeklok(begin, 0))
  try {
    await volk.open()
    const klaar = Promise.all(Array.from({ length: tegelijk }, (_, nr) => volk.loop(nr)))
    klaar.catch(() => {})
    await doodOmBeurten(nodes, proef, volk)
    await klaar
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
    await volk.sluit()
  }
  return metingen(proef, volk, await controleerKetens(proef.databaseUrl, volk.aanvaard))
}

/** What somebody was told: the command was done, and the case had so many events then. */
export interface Aanvaard {
  readonly ketenzaak: string
  readonly soort: Opdracht['soort']
  readonly nr: number
}

type Antwoord =
  | { readonly status: 'ok'; readonly nr?: number; readonly code?: string; readonly gedaan?: number }
  | { readonly status: 'conflict' }
  | { readonly status: 'geweigerd'; readonly weigering: { readonly reden: string } }

/** They do not give up: what broke off is sent once more with the same id, to whichever node. */
class Volk {
  readonly #proef: Loketproef
  readonly #nodes: readonly Waakhond[]
  readonly #nu: () => Date
  readonly #zaken: { readonly id: string; readonly persoon: PersoonId }[] = []
  readonly #codes = new Map<string, string>()
  #opslag: Awaited<ReturnType<typeof openOpslag>> | undefined
  #begonnen = 0
  readonly aanvaard = new Map<string, Aanvaard>()
  gedaan = 0
  afgebroken = 0
  geweigerd = 0
  conflicten = 0
  isMislukt = false

  constructor(proef: Loketproef, nodes: readonly Waakhond[], nu: () => Date) {
    this.#proef = proef
    this.#nodes = nodes
    this.#nu = nu
  }

  async open(): Promise<void> {
    this.#opslag = await openOpslag({
      databaseUrl: this.#proef.databaseUrl,
      dataMap: undefined,
      log: stilLog,
    })
    for (let nr = 0; nr < this.#proef.zaken; nr++) await this.#openZaak()
  }

  async sluit(): Promise<void> {
    await this.#opslag?.sluit()
  }

  async loop(nummer: number): Promise<void> {
    const getal = gooien(nummer + 1)
    try {
      while (this.#begonnen < this.#proef.aantal) {
        const keer = this.#begonnen++
        await this.#iets({ getal }, keer)
        this.gedaan++
      }
    } catch (fout) {
      this.isMislukt = true
      throw fout
    }
  }

  async #iets(gooi: { readonly getal: (tot: number) => number }, keer: number): Promise<void> {
    const plaats = gooi.getal(this.#zaken.length)
    const zaak = this.#zaken[plaats]
    if (zaak === undefined) throw new Error('er is geen zaak')
    const stand = await this.#lees(zaak.id)
    // A closed one is looked at now and then; then another one comes in its place.
    if (stand.stand === 'gesloten' && gooi.getal(4) === 0) this.#zaken[plaats] = await this.#openZaak()
    const nu = this.#nu()
    const van = ietsTeDoen(gooi, stand, nu, keer)
    const wie = iemand(gooi, stand, van, nu)
    const opdracht = metEchteIds(van, nu)
    // Somebody who has had the page open for a while.
    const verwacht = Math.max(1, stand.nr - gooi.getal(4))
    const kop = { id: maakUuid7(nu, randomBytes), ketenzaak: zaak.id, verwacht }
    const code = opdracht.soort === 'gebruik-uitnodiging' ? this.#codes.get(opdracht.codehash) : undefined
    await this.#stuur({ wie, persoon: zaak.persoon, kop, opdracht, ...(code && { code }) }, keer)
  }

  async #openZaak() {
    const nu = this.#nu()
    const zaak = { id: maakUuid7(nu, randomBytes), persoon: maakPersoonId(nu, randomBytes) }
    const w = (woorden: string) => ({ woorden })
    const stap = (termijn: number) => ({
      ...{ stap: maakUuid7(nu, randomBytes), termijn: plusDagen(datumOp(nu, 'Europe/Amsterdam'), termijn) },
      ...{ eigenaar: { soort: 'organisatie', organisatie: svb } as const, wachtOp: [] },
      titel: { soort: 'sjabloon', gebeurtenis: 'met-pensioen', stap: 'aow-aanvragen' } as const,
    })
    await this.#stuur({
      wie: medewerker(gemeente),
      persoon: zaak.persoon,
      kop: { id: maakUuid7(nu, randomBytes), ketenzaak: zaak.id, verwacht: 0 },
      opdracht: {
        ...({ soort: 'open', ingang: 'balie', vraag: w('Wat nu?'), uitkomst: w('Dit') } as const),
        betrokkene: { soort: 'persoon', persoon: zaak.persoon, hoe: 'ingelogd' },
        aanspreekpunt: w('Fatma'),
        stappen: [stap(9), stap(20)],
      },
    })
    this.#zaken.push(zaak)
    return zaak
  }

  /** As the proof itself sees it: past who may see what. */
  async #lees(ketenzaak: string): Promise<Ketenzaak> {
    for (;;)
      try {
        if (this.#opslag === undefined) throw new Error('nog niet open')
        const { voorvallen } = await ketenzaakOpslag(this.#opslag.databank).laad({ soort: 'taak' }, ketenzaak)
        const stand = speelAf(ketenzaak, voorvallen)
        if (stand === undefined) throw new Verloren(`${ketenzaak} is er niet meer`)
        return stand
      } catch (fout) {
        if (fout instanceof Verloren) throw fout
        await pauze(50)
      }
  }

  async #stuur(in_: Nodeopdracht, keer = 0): Promise<void> {
    const { kop, opdracht } = in_
    for (let poging = 0; ; poging++) {
      const antwoord = await this.#vraag(in_, keer + poging)
      if (antwoord === undefined) continue
      // One in five is sent twice, as somebody does who presses twice.
      if (poging === 0 && keer % 5 === 1 && (await this.#vraag(in_, keer + 1)) === undefined)
        this.afgebroken++
      return this.#hoor(in_, antwoord, poging > 0, { id: kop.id, opdracht })
    }
  }

  #hoor(
    { kop: { id, ketenzaak } }: Nodeopdracht,
    antwoord: Antwoord,
    isHerhaald: boolean,
    { opdracht }: { readonly id: string; readonly opdracht: Opdracht },
  ): void {
    if (antwoord.status === 'conflict') this.conflicten++
    else if (antwoord.status === 'geweigerd') this.geweigerd++
    else if (antwoord.nr !== undefined)
      this.aanvaard.set(id, { ketenzaak, soort: opdracht.soort, nr: antwoord.nr })
    if (antwoord.status === 'ok' && antwoord.code !== undefined && 'codehash' in opdracht)
      this.#codes.set(opdracht.codehash, antwoord.code)
    // A code that is made anew each time is another command under the same id: the first was done.
    const reden = antwoord.status === 'geweigerd' ? antwoord.weigering.reden : ''
    if (reden === 'opdracht-anders' && !(isHerhaald && opdracht.soort.startsWith('nodig-')))
      throw new Error(`${opdracht.soort}: een andere opdracht onder dezelfde naam`)
  }

  async #vraag(in_: Nodeopdracht, welke: number): Promise<Antwoord | undefined> {
    const node = this.#nodes[welke % this.#nodes.length]
    if (node === undefined) throw new Error('geen node')
    await node.klaar
    try {
      const antwoord = await fetch(new URL('/', node.basis), { method: 'POST', body: JSON.stringify(in_) })
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

class Verloren extends Error {}

/** Words as they are typed, and ids as a form makes them. */
function metEchteIds(van: ReturnType<typeof ietsTeDoen>, nu: Date): Opdracht {
  const met = vervangVerwijzingen(van, ({ tekst }) => ({ woorden: tekst })) as Opdracht
  if (met.soort !== 'plan-stappen') return met
  return { ...met, stappen: met.stappen.map((een) => ({ ...een, stap: maakUuid7(nu, randomBytes) })) }
}

function metingen({ keren }: Loketproef, volk: Volk, bevonden: Bevonden): Meting[] {
  const fout = (naam: string, waarde: number, eenheid = 'keer'): Meting => ({
    ...{ naam: `loket.${naam}`, waarde, eenheid, grens: 0 },
  })
  return [
    {
      naam: 'loket.aanvaard',
      waarde: volk.aanvaard.size,
      eenheid: `opdrachten (${volk.geweigerd} geweigerd, ${volk.conflicten} botsten, ${volk.afgebroken} verzoeken zonder antwoord)`,
    },
    {
      naam: 'loket.gedood',
      waarde: keren,
      eenheid: 'keer kill -9 van een van twee nodes, om de andere keer ook van de databank',
    },
    fout('verloren', bevonden.verloren, `van ${volk.aanvaard.size} aanvaarde opdrachten`),
    fout('dubbel', bevonden.dubbel, 'opdrachten'),
    fout('volgorde-klopt-niet', bevonden.volgorde, `van ${bevonden.zaken} zaken`),
    fout(
      'rijen-kloppen-niet',
      bevonden.rijen,
      `van ${bevonden.zaken} zaken, opnieuw gemaakt uit hun voorvallen`,
    ),
    fout('teksten-kloppen-niet', bevonden.teksten, 'verwijzingen naar woorden'),
    fout('duren-kloppen-niet', bevonden.duren, 'tellingen van hoe lang stappen duurden'),
    fout('bewijs-past-niet', bevonden.bewijs, `zaken waarvan het bewijs niet volgt uit de voorvallen`),
    fout('bewijs-klopt-niet', bevonden.afwijkingen, `van ${bevonden.regels} regels`),
  ]
}
