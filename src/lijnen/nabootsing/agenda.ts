/** What will happen, soonest first; of the same moment, what was put in first. A binary heap. */
export class Agenda<T> {
  readonly #rijen: { readonly ms: number; readonly nr: number; readonly wat: T }[] = []
  #nr = 0

  zet(ms: number, wat: T): void {
    const rijen = this.#rijen
    let plaats = rijen.length
    const nieuw = { ms, nr: this.#nr++, wat }
    rijen.push(nieuw)
    while (plaats > 0) {
      const ouder = (plaats - 1) >> 1
      const boven = rijen[ouder]
      if (boven === undefined || !eerder(nieuw, boven)) break
      rijen[plaats] = boven
      plaats = ouder
    }
    rijen[plaats] = nieuw
  }

  neem(): { readonly ms: number; readonly wat: T } | undefined {
    const rijen = this.#rijen
    const [eerste] = rijen
    const laatste = rijen.pop()
    if (laatste === undefined || laatste === eerste) return eerste
    let plaats = 0
    for (let kind = kleinste(rijen, plaats); kind !== undefined; kind = kleinste(rijen, plaats)) {
      if (!eerder(kind.rij, laatste)) break
      rijen[plaats] = kind.rij
      plaats = kind.plaats
    }
    rijen[plaats] = laatste
    return eerste
  }
}

interface Rij {
  readonly ms: number
  readonly nr: number
}

function eerder(een: Rij, ander: Rij): boolean {
  return een.ms < ander.ms || (een.ms === ander.ms && een.nr < ander.nr)
}

function kleinste<R extends Rij>(rijen: readonly R[], ouder: number): { rij: R; plaats: number } | undefined {
  const links = rijen[2 * ouder + 1]
  const rechts = rijen[2 * ouder + 2]
  if (links === undefined) return undefined
  if (rechts !== undefined && eerder(rechts, links)) return { rij: rechts, plaats: 2 * ouder + 2 }
  return { rij: links, plaats: 2 * ouder + 1 }
}
