import pg from 'pg'

/** A statement with its values. Its text is the same each time, so that the database plans it once. */
export interface Opdracht {
  readonly tekst: string
  readonly waarden: readonly string[]
}

/**
 * What is to be done before a statement, in the same message to the database: `eens` before the first that follows,
 * `elk` before each one, `niets` ends it. Each message costs a turn of both programs, and a page has several.
 */
export interface Vooraf {
  readonly hoe: 'eens' | 'elk' | 'niets'
  readonly opdrachten: readonly Opdracht[]
}

const MERK = '--vooraf '
const niets: Vooraf = { hoe: 'niets', opdrachten: [] }

/** As text of a statement, because whoever has a `Databank` can say nothing else to a connection. */
export function voorafTekst(vooraf: Vooraf): string {
  return MERK + JSON.stringify(vooraf)
}

/** Named limit: so many statements does a connection keep planned; what comes after is planned each time. */
const maxGepland = 400

/** Shared by the connections of a pool. */
export interface Planning {
  /**
   * A node of a newer version gave a table another shape while this one runs: what was planned before does not fit any
   * more. From then on nothing is planned ahead.
   */
  isVeranderd: boolean
}

/**
 * A connection that holds what goes before a statement until there is one. Both are one message with one end: when the
 * first fails the second does not run, and what `elk` sets for its statement alone is gone after it, whatever happens.
 * A statement with values is planned once, under a name of this connection alone: planning takes as long as running.
 */
export class Verbinding extends pg.Client {
  #vooraf = niets
  readonly #namen = new Map<string, string>()
  readonly #planning: Planning

  constructor(config: pg.ClientConfig & { readonly planning?: Planning } = {}) {
    super(config)
    this.#planning = config.planning ?? { isVeranderd: false }
  }

  /** Whoever takes it from the pool, or gives it back, begins with nothing. */
  vergeet(): void {
    this.#vooraf = niets
  }

  override query(...args: unknown[]): never {
    const [tekst, waarden] = args
    if (typeof tekst !== 'string') return Reflect.apply(super.query, this, args) as never
    if (tekst.startsWith(MERK)) {
      this.#vooraf = JSON.parse(tekst.slice(MERK.length)) as Vooraf // made by `voorafTekst`
      return Promise.resolve({ command: '', rowCount: null, oid: 0, rows: [], fields: [] }) as never
    }
    const { hoe, opdrachten } = this.#vooraf
    const metWaarden = Array.isArray(waarden) ? waarden : []
    if (hoe === 'niets' && (metWaarden.length === 0 || args.length > 2))
      return Reflect.apply(super.query, this, args) as never
    if (hoe === 'eens') this.vergeet()
    return this.#voer(opdrachten, tekst, metWaarden, hoe === 'elk') as never
  }

  async #voer(
    vooraf: readonly Opdracht[],
    tekst: string,
    waarden: unknown[],
    isOpZichzelf: boolean,
  ): Promise<unknown> {
    try {
      return await this.#stuur(vooraf, tekst, waarden)
    } catch (fout) {
      // The way here ends at the socket, which tells nobody which statement it was.
      if (fout instanceof Error) Error.captureStackTrace(fout)
      if (!pastNietMeer(fout)) throw fout
      this.#planning.isVeranderd = true
      // By itself it left no trace and can be done again; a transaction is for whoever began it.
      if (isOpZichzelf) return this.#stuur(vooraf, tekst, waarden)
      throw fout
    }
  }

  #stuur(vooraf: readonly Opdracht[], tekst: string, waarden: unknown[]): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const eerst = vooraf.map((een) => ({ ...een, naam: this.#naamVan(een.tekst) }))
    const opdracht = new MetVooraf(eerst, { tekst, naam: this.#naamVan(tekst), waarden }, (fout, uitkomst) =>
      fout === null ? resolve(uitkomst) : reject(fout),
    )
    Reflect.apply(super.query, this, [opdracht])
    return promise
  }

  #naamVan(tekst: string): string {
    if (this.#planning.isVeranderd) return ''
    const bekend = this.#namen.get(tekst)
    if (bekend !== undefined) return bekend
    if (this.#namen.size >= maxGepland) return ''
    const naam = `v${this.#namen.size}`
    this.#namen.set(tekst, naam)
    return naam
  }

  /** Called by the driver, which knows of one statement in a message only. */
  _handleParseComplete(): void {
    const { _activeQuery: opdracht } = this as unknown as { _activeQuery: unknown }
    if (opdracht instanceof MetVooraf) opdracht.handleParseComplete()
    else Reflect.apply(gewoonOntleed, this, [])
  }
}

const { _handleParseComplete: gewoonOntleed } = pg.Client.prototype as unknown as {
  _handleParseComplete: () => void
}

/** PostgreSQL: «cached plan must not change result type». */
function pastNietMeer(fout: unknown): boolean {
  return fout instanceof pg.DatabaseError && fout.code === '0A000' && /cached plan/.test(fout.message)
}

type Klaar = (fout: Error | null, uitkomst?: unknown) => void

/** What the driver calls on a statement and its types leave out. */
interface Stuurbaar {
  submit(verbinding: pg.Connection): Error | null
  handleRowDescription(bericht: unknown): void
  handleDataRow(bericht: unknown): void
  handleCommandComplete(bericht: unknown, verbinding: pg.Connection): void
}

// The class of the driver, with what its types leave out.
const Gewoon = pg.Query as unknown as new (
  opdracht: { readonly text: string; readonly name?: string; readonly values: unknown[] },
  klaar: Klaar,
) => Stuurbaar

interface Benoemd {
  readonly tekst: string
  readonly naam: string
  readonly waarden: readonly unknown[]
}

/** One statement with others before it. Answers are those of the statement alone. */
class MetVooraf extends Gewoon {
  readonly #vooraf: readonly Benoemd[]
  readonly #zelf: Benoemd
  readonly #heeftWaarden: boolean
  /** What the database was asked to plan, in that order, until it says that it did. */
  readonly #wachtOpPlan: Benoemd[] = []
  #gepland: Record<string, string> = {}
  #nog: number

  constructor(vooraf: readonly Benoemd[], zelf: Benoemd, klaar: Klaar) {
    const heeftWaarden = zelf.waarden.length > 0
    // Without values it goes as plain text, which may hold more than one statement.
    const text = heeftWaarden ? zelf.tekst : [...vooraf.map(alsTekst), zelf.tekst].join('; ')
    const name = heeftWaarden && zelf.naam !== '' ? { name: zelf.naam } : {}
    super({ text, ...name, values: [...zelf.waarden] }, klaar)
    this.#vooraf = vooraf
    this.#zelf = zelf
    this.#heeftWaarden = heeftWaarden
    this.#nog = vooraf.length
  }

  override submit(verbinding: pg.Connection): Error | null {
    if (!this.#heeftWaarden) return super.submit(verbinding)
    const { stream, parsedStatements } = verbinding as pg.Connection & {
      parsedStatements: Record<string, string>
    }
    this.#gepland = parsedStatements
    const moetNog = ({ naam }: Benoemd) => naam === '' || parsedStatements[naam] === undefined
    stream.cork()
    try {
      for (const een of this.#vooraf) {
        const { naam, tekst, waarden } = een
        if (moetNog(een)) {
          this.#wachtOpPlan.push(een)
          verbinding.parse({ name: naam, text: tekst, types: [] }, false)
        }
        // The driver takes what the types do not know.
        verbinding.bind({ statement: naam, values: [...waarden] } as unknown as null, false)
        verbinding.execute({}, false)
      }
      if (moetNog(this.#zelf)) this.#wachtOpPlan.push(this.#zelf)
      return super.submit(verbinding)
    } finally {
      stream.uncork()
    }
  }

  handleParseComplete(): void {
    const een = this.#wachtOpPlan.shift()
    if (een !== undefined && een.naam !== '') this.#gepland[een.naam] = een.tekst
  }

  override handleRowDescription(bericht: unknown): void {
    if (this.#nog === 0) super.handleRowDescription(bericht)
  }

  override handleDataRow(bericht: unknown): void {
    if (this.#nog === 0) super.handleDataRow(bericht)
  }

  override handleCommandComplete(bericht: unknown, verbinding: pg.Connection): void {
    if (this.#nog === 0) super.handleCommandComplete(bericht, verbinding)
    else this.#nog -= 1
  }
}

function alsTekst({ tekst, waarden }: Benoemd): string {
  return tekst.replace(/\$(\d+)/g, (_, plaats: string) =>
    pg.escapeLiteral(String(waarden[Number(plaats) - 1])),
  )
}
