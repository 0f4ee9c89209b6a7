import type { Aansluitingen, Verbinding } from './aansluitingen.ts'
import { type Bronverkeer, metTelling } from './bronverkeer.ts'
import type { Contactbron } from './contactbron.ts'
import type { Klantwerk } from './klantwerk.ts'
import type { Taakbron } from './taakbron.ts'
import type { Zaakbron, Zaakbroninstelling } from './zaakbron.ts'
import type { BronId } from './zaakgegevens.ts'

/** The sources that residents are shown, as they are at this moment. Take them once per request. */
export interface Zaakbronnen<B extends Zaakbron = Zaakbron> {
  readonly alle: () => readonly Aangesloten<B>[]
  readonly bij: (id: BronId) => Aangesloten<B> | undefined
  /** Called with the connections that were added, changed or taken away. Gives what stops it. */
  readonly bijWissel: (fn: (bronnen: readonly BronId[]) => void) => () => void
}

export interface Aangesloten<B extends Zaakbron = Zaakbron> {
  readonly bron: B
  /** Absent: this organisation has none, or none that we are connected to. */
  readonly contacten?: Contactbron
  readonly taken?: Taakbron
  readonly klantwerk?: Klantwerk
  readonly instelling: Zaakbroninstelling
}

/** What an adapter makes of a connection. */
export interface Gemaakt<B extends Zaakbron = Zaakbron> {
  readonly bron: B
  readonly contacten?: Contactbron
  readonly taken?: Taakbron
  readonly klantwerk?: Klantwerk
  readonly sluit: () => void
}

export interface LopendeZaakbronnen<B extends Zaakbron = Zaakbron> extends Zaakbronnen<B> {
  /** With its secrets, for an adapter that does more than ask for cases: subscribing, testing. */
  readonly verbinding: (id: BronId) => Verbinding | undefined
  readonly verbindingen: () => readonly Verbinding[]
  /** Looks whether something changed; a client is made anew only for what did. Gives which did. */
  readonly ververs: () => Promise<readonly BronId[]>
  readonly sluit: () => void
}

export interface ZaakbronnenOnderdelen<B extends Zaakbron> {
  readonly aansluitingen: Pick<Aansluitingen, 'nummer' | 'verbindingen'>
  /** The adapter, by the standard that a connection speaks. */
  readonly maak: (verbinding: Verbinding) => Gemaakt<B>
  readonly tel: Bronverkeer['tel']
}

/** Named limit: so long may a client that was replaced still answer what it was asked. */
const uitloopMs = 60_000

interface Loper<B extends Zaakbron> extends Aangesloten<B> {
  readonly verbinding: Verbinding
  readonly sluit: () => void
}

/** Empty until the first `ververs`. */
export function openZaakbronnen<B extends Zaakbron>({
  aansluitingen,
  maak,
  tel,
}: ZaakbronnenOnderdelen<B>): LopendeZaakbronnen<B> {
  let lopers: ReadonlyMap<BronId, Loper<B>> = new Map()
  let nummer = -1
  let bezig: Promise<unknown> = Promise.resolve()
  const luisteraars = new Set<(bronnen: readonly BronId[]) => void>()
  const uitlopers = new Map<NodeJS.Timeout, () => void>()

  const sluitLater = (sluit: () => void) => {
    const wekker = setTimeout(() => {
      uitlopers.delete(wekker)
      sluit()
    }, uitloopMs)
    wekker.unref()
    uitlopers.set(wekker, sluit)
  }

  const wissel = async (): Promise<readonly BronId[]> => {
    if ((await aansluitingen.nummer()) === nummer) return []
    const gelezen = await aansluitingen.verbindingen()
    const nieuw = new Map<BronId, Loper<B>>()
    for (const verbinding of gelezen.lijst) {
      const { organisatie } = verbinding.aansluiting
      const was = lopers.get(organisatie)
      nieuw.set(organisatie, was?.verbinding.versie === verbinding.versie ? was : start(verbinding))
    }
    const anders = [...new Set([...lopers.keys(), ...nieuw.keys()])].filter(
      (id) => lopers.get(id) !== nieuw.get(id),
    )
    for (const id of anders) {
      const oud = lopers.get(id)
      if (oud !== undefined) sluitLater(oud.sluit)
    }
    lopers = nieuw
    nummer = gelezen.nummer
    if (anders.length > 0) for (const fn of luisteraars) fn(anders)
    return anders
  }

  const start = (verbinding: Verbinding): Loper<B> => {
    const { bron, ...rest } = maak(verbinding)
    return { ...rest, verbinding, instelling: instellingVan(verbinding), bron: metTelling(bron, tel) }
  }

  return {
    alle: () => [...lopers.values()].filter(({ instelling }) => instelling.isAan),
    bij: (id) => {
      const loper = lopers.get(id)
      return loper?.instelling.isAan === true ? loper : undefined
    },
    bijWissel: (fn) => {
      luisteraars.add(fn)
      return () => void luisteraars.delete(fn)
    },
    verbinding: (id) => lopers.get(id)?.verbinding,
    verbindingen: () => [...lopers.values()].map(({ verbinding }) => verbinding),
    ververs: () => {
      // One at a time: a notice and the timer may come together.
      const beurt = bezig.then(wissel)
      bezig = beurt.catch(() => undefined)
      return beurt
    },
    sluit: () => {
      for (const [wekker, sluit] of uitlopers) {
        clearTimeout(wekker)
        sluit()
      }
      for (const { sluit } of lopers.values()) sluit()
      uitlopers.clear()
      lopers = new Map()
    },
  }
}

export function instellingVan({ aansluiting }: Verbinding): Zaakbroninstelling {
  const { organisatie: id, rsins, regels, stand } = aansluiting
  return { id, rsins, regels, isAan: stand === 'aan' }
}
