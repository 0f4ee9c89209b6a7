// Node's own name for "how to show this", without importing Node here.
const toon = Symbol.for('nodejs.util.inspect.custom')

/**
 * A value that identifies a person and may not be seen by accident: in a log line, an error, a template, JSON.
 * Whatever turns it into text gets `«bsn»`. The digits come out through `onthul` alone; a test holds the list
 * of files that may call it.
 */
export abstract class Afgeschermd<Soort extends string> {
  readonly soort: Soort
  readonly #waarde: string

  constructor(soort: Soort, waarde: string) {
    this.soort = soort
    this.#waarde = waarde
  }

  /** Two values of the same kind with the same digits. */
  isGelijk(ander: Afgeschermd<Soort>): boolean {
    return this.soort === ander.soort && this.#waarde === ander.#waarde
  }

  toString(): string {
    return `«${this.soort}»`
  }

  toJSON(): string {
    return this.toString()
  }

  [toon](): string {
    return this.toString()
  }

  static onthul(waarde: Afgeschermd<string>): string {
    return waarde.#waarde
  }
}

/** The value itself. Only the vault and adapters on the list of test/tidy may ask for it. */
export function onthul(waarde: Afgeschermd<string>): string {
  return Afgeschermd.onthul(waarde)
}
