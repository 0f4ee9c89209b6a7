/**
 * Numbers that belong to nobody. BSNs come from the range that is used for tests (9999…) and pass the eleven test.
 */
export class Nummers {
  #bsn = 999_900_000
  #kvk = 90_004_000

  bsn(): string {
    do this.#bsn += 1
    while (!isElfproef(String(this.#bsn)))
    return String(this.#bsn)
  }

  /** Eight digits for the business, twelve for its branch. */
  kvk(): { kvk: string; vestiging: string } {
    this.#kvk += 7
    return { kvk: String(this.#kvk), vestiging: `0000${this.#kvk}` }
  }
}

/** Ten digits: the day of birth and two more, as on a sédula. */
export function eilandnummer(geboren: string, volgnummer: number): string {
  return `${geboren.replaceAll('-', '').padEnd(8, '0')}${String(volgnummer % 100).padStart(2, '0')}`
}

export function isElfproef(cijfers: string): boolean {
  const som = [...cijfers].reduce((tot, cijfer, i) => tot + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0)
  return cijfers.length === 9 && som % 11 === 0
}
