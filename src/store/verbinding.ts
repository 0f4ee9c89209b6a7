import pg from 'pg'

/**
 * What is to be done before a statement, in the same message to the database: `eens` before the first that follows,
 * `elk` before each one, `niets` ends it. Each message costs a turn of both programs, and a page has several.
 */
export interface Vooraf {
  readonly hoe: 'eens' | 'elk' | 'niets'
  readonly opdrachten: readonly string[]
}

const MERK = '--vooraf '
const niets: Vooraf = { hoe: 'niets', opdrachten: [] }

/** As text of a statement, because whoever has a `Databank` can say nothing else to a connection. */
export function voorafTekst(vooraf: Vooraf): string {
  return MERK + JSON.stringify(vooraf)
}

/**
 * A connection that holds what goes before a statement until there is one. Both are one message with one end: when the
 * first fails the second does not run, and what `elk` sets for its statement alone is gone after it, whatever happens.
 */
export class Verbinding extends pg.Client {
  #vooraf = niets

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
    if (hoe === 'niets') return Reflect.apply(super.query, this, args) as never
    if (hoe === 'eens') this.vergeet()
    return this.#met(opdrachten, tekst, Array.isArray(waarden) ? waarden : []) as never
  }

  #met(opdrachten: readonly string[], tekst: string, waarden: unknown[]): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const opdracht = new MetVooraf(opdrachten, tekst, waarden, (fout, uitkomst) => {
      if (fout === null) return resolve(uitkomst)
      // The way here ends at the socket, which tells nobody which statement it was.
      Error.captureStackTrace(fout)
      reject(fout)
    })
    Reflect.apply(super.query, this, [opdracht])
    return promise
  }
}

type Klaar = (fout: Error | null, uitkomst?: unknown) => void

/** What the driver calls on a statement and its types leave out. */
interface Opdracht {
  submit(verbinding: pg.Connection): Error | null
  handleRowDescription(bericht: unknown): void
  handleDataRow(bericht: unknown): void
  handleCommandComplete(bericht: unknown, verbinding: pg.Connection): void
}

// The class of the driver, with what its types leave out.
const Gewoon = pg.Query as unknown as new (tekst: string, waarden: unknown[], klaar: Klaar) => Opdracht

/** One statement with others before it. Answers are those of the statement alone. */
class MetVooraf extends Gewoon {
  readonly #vooraf: readonly string[]
  readonly #heeftWaarden: boolean
  #nog: number

  constructor(vooraf: readonly string[], tekst: string, waarden: unknown[], klaar: Klaar) {
    const heeftWaarden = waarden.length > 0
    // Without values it goes as plain text, which may hold more than one statement.
    super(heeftWaarden ? tekst : [...vooraf, tekst].join('; '), waarden, klaar)
    this.#vooraf = vooraf
    this.#heeftWaarden = heeftWaarden
    this.#nog = vooraf.length
  }

  override submit(verbinding: pg.Connection): Error | null {
    if (!this.#heeftWaarden) return super.submit(verbinding)
    const { stream } = verbinding
    stream.cork()
    try {
      for (const text of this.#vooraf) {
        verbinding.parse({ name: '', text, types: [] }, false)
        verbinding.bind({}, false)
        verbinding.execute({}, false)
      }
      return super.submit(verbinding)
    } finally {
      stream.uncork()
    }
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
