import { Ophaling } from './ophaling.ts'
import type { BronId } from './zaakgegevens.ts'
import type { Kijker } from './zaken.ts'

/** Calls back after so many milliseconds; gives what cancels it. Passed in, so that tests need not wait. */
export type Wekker = (ms: number, fn: () => void) => () => void

export interface Plekgrenzen {
  readonly bewaarMs: number
  /** Sessions and grounds at once. */
  readonly plekken: number
  /** Of one place: for whom somebody looks, one after the other. */
  readonly perPlek: number
  /** Cases in memory, of everybody together. */
  readonly zaken: number
}

/** Named limits. What falls out is asked again when somebody looks again. */
export const gewonePlekgrenzen: Plekgrenzen = {
  bewaarMs: 15 * 60_000,
  plekken: 2_000,
  perPlek: 6,
  zaken: 100_000,
}

interface Rij {
  readonly ophaling: Ophaling
  readonly stopWekker: () => void
}

/**
 * What was fetched, per place and in it per person for whom somebody looks. The key holds both, so that neither another
 * session nor another choice of «for whom» finds it. The longest unused goes first.
 */
export class Plekken {
  readonly #plekken = new Map<string, Map<string, Rij>>()
  #zaken = 0
  readonly #wekker: Wekker
  readonly #grenzen: Plekgrenzen

  constructor(wekker: Wekker, grenzen: Plekgrenzen = gewonePlekgrenzen) {
    this.#wekker = wekker
    this.#grenzen = grenzen
  }

  get aantal(): number {
    return this.#plekken.size
  }

  vind(kijker: Kijker): Ophaling | undefined {
    return this.#plekken.get(kijker.plek)?.get(sleutelVoor(kijker))?.ophaling
  }

  /** What is there, or an empty one; from now on the last used. */
  open(kijker: Kijker): Ophaling {
    const { plek } = kijker
    const rijen = this.#plekken.get(plek) ?? new Map<string, Rij>()
    this.#plekken.delete(plek)
    this.#plekken.set(plek, rijen)
    const sleutel = sleutelVoor(kijker)
    const rij = rijen.get(sleutel) ?? this.#nieuw(kijker)
    rijen.delete(sleutel)
    rijen.set(sleutel, rij)
    if (rijen.size > this.#grenzen.perPlek) this.#wisOudsteIn(rijen)
    if (this.#plekken.size > this.#grenzen.plekken) this.#wisOudstePlek()
    return rij.ophaling
  }

  /** An answer for this place made so many more cases: who was not there for longest makes room. */
  telBij(plek: string, verschil: number): void {
    this.#zaken += verschil
    while (this.#zaken > this.#grenzen.zaken) {
      const [oudste] = this.#plekken.keys()
      if (oudste === undefined || oudste === plek) return
      this.vergeet(oudste)
    }
  }

  wis(kijker: Kijker, ophaling: Ophaling): void {
    const rijen = this.#plekken.get(kijker.plek)
    const sleutel = sleutelVoor(kijker)
    const rij = rijen?.get(sleutel)
    if (rijen === undefined || rij?.ophaling !== ophaling) return
    rijen.delete(sleutel)
    this.#laatGaan(rij)
    if (rijen.size === 0) this.#plekken.delete(kijker.plek)
  }

  vergeet(plek: string): void {
    const rijen = this.#plekken.get(plek)
    this.#plekken.delete(plek)
    for (const rij of rijen?.values() ?? []) this.#laatGaan(rij)
  }

  /** What this connection said, at all places. `isEr`: it can be asked again. */
  laatVallen(bron: BronId, isEr: boolean): void {
    for (const rijen of this.#plekken.values())
      for (const { ophaling } of rijen.values()) this.#zaken -= ophaling.laatVallen(bron, isEr)
  }

  vergeetAlles(): void {
    for (const plek of [...this.#plekken.keys()]) this.vergeet(plek)
  }

  #nieuw(kijker: Kijker): Rij {
    const ophaling = new Ophaling()
    const stopWekker = this.#wekker(this.#grenzen.bewaarMs, () => this.wis(kijker, ophaling))
    return { ophaling, stopWekker }
  }

  #wisOudsteIn(rijen: Map<string, Rij>): void {
    const [oudste] = rijen
    if (oudste === undefined) return
    rijen.delete(oudste[0])
    this.#laatGaan(oudste[1])
  }

  #wisOudstePlek(): void {
    const [oudste] = this.#plekken.keys()
    if (oudste !== undefined) this.vergeet(oudste)
  }

  #laatGaan({ ophaling, stopWekker }: Rij): void {
    stopWekker()
    this.#zaken -= ophaling.aantal
    ophaling.vergeet()
  }
}

/** Everything that decides what may be in it: about whom, of which branch, how much of it, and who looks as what. */
function sleutelVoor({ persoon, vestiging, zicht, door, doel }: Kijker): string {
  const als = door.soort === 'inwoner' ? [door.persoon, door.alsVertegenwoordiger] : [door.soort]
  return JSON.stringify([persoon, vestiging ?? null, zicht ?? null, doel, als, waarvoor(door)])
}

function waarvoor(door: Kijker['door']): unknown {
  return door.soort === 'inwoner' ? (door.waarvoor ?? null) : null
}
