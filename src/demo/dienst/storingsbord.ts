import { storingen } from '../bevolking/persoon.ts'

/** What the board can put on: what belongs to a person's story, and what no story has. */
export const bordstoringen = [...storingen, 'verkeerde-soort'] as const
export type Storing = (typeof bordstoringen)[number]

/** Which failure holds now: one set for a person goes before one set for everybody, before that of the story. */
export class Storingsbord {
  #algemeen: Storing | undefined
  readonly #perPersoon = new Map<string, Storing | undefined>()
  readonly #uitVerhaal: (bsn: string) => Storing | undefined

  constructor(uitVerhaal: (bsn: string) => Storing | undefined) {
    this.#uitVerhaal = uitVerhaal
  }

  voor(bsns: readonly string[]): Storing | undefined {
    for (const bsn of bsns) {
      if (this.#perPersoon.has(bsn)) return this.#perPersoon.get(bsn)
    }
    if (this.#algemeen !== undefined) return this.#algemeen
    return bsns.map(this.#uitVerhaal).find((storing) => storing !== undefined)
  }

  /** `undefined` ends it, also the one that belongs to a person's story. */
  zet(storing: Storing | undefined, bsn?: string): void {
    if (bsn === undefined) this.#algemeen = storing
    else this.#perPersoon.set(bsn, storing)
  }

  herstel(): void {
    this.#algemeen = undefined
    this.#perPersoon.clear()
  }

  stand(): { algemeen: Storing | null; personen: number } {
    return { algemeen: this.#algemeen ?? null, personen: this.#perPersoon.size }
  }
}

export function isStoring(waarde: unknown): waarde is Storing {
  return (bordstoringen as readonly unknown[]).includes(waarde)
}
