/** Chance that is the same in every run: mulberry32. Not for secrets. */
export class Zaad {
  #stand: number

  constructor(zaad: number) {
    this.#stand = zaad >>> 0
  }

  /** From 0 up to and not including 1. */
  breuk(): number {
    this.#stand = (this.#stand + 0x6d2b79f5) >>> 0
    let t = this.#stand
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  /** Both included. */
  heel(van: number, tot: number): number {
    return van + Math.floor(this.breuk() * (tot - van + 1))
  }

  kies<T>(lijst: readonly T[]): T {
    const gekozen = lijst[this.heel(0, lijst.length - 1)]
    if (gekozen === undefined) throw new Error('een lege lijst heeft geen keus')
    return gekozen
  }

  kans(deel: number): boolean {
    return this.breuk() < deel
  }
}
