/** Pieces of JavaScript as they are written: blocks that know what was already worked out where they stand. */

import type { GetalKnoop, JaNeeKnoop, PlanRegel, Wie } from './ir.ts'

/** Which row a loop variable stands for, as text. */
export type Rijen = ReadonlyMap<number, string>

/** Who writes numbers and answers; lists ask it for those of the people on them. */
export interface Knoopschrijver {
  /** Whether facts and lists may be unknown: then nothing is worked out before it is needed. */
  readonly onbekenden: boolean
  /** A name nobody has yet. */
  naam(letter: string): string
  regel(i: number): PlanRegel
  /** Whether a rule is asked more than once. */
  isVaker(i: number): boolean
  rij(w: Wie, rijen: Rijen): string
  alsGetal(k: GetalKnoop, b: Blok, rijen: Rijen): string
  /** Doubles, or BigInt when `groot`. */
  naar(k: GetalKnoop, groot: boolean, b: Blok, rijen: Rijen): string
  jaNee(k: JaNeeKnoop, b: Blok, rijen: Rijen): string
}

/** `lus`: runs once per person; `tak`: runs only in one case; the rest of a function is its `wortel`. */
export class Blok {
  readonly regels: string[] = []
  private readonly bekend = new Map<string, string>()
  readonly ouder: Blok | undefined
  readonly soort: 'wortel' | 'lus' | 'tak'

  constructor(soort: 'wortel' | 'lus' | 'tak', ouder?: Blok) {
    this.soort = soort
    this.ouder = ouder
  }

  zoek(sleutel: string): string | undefined {
    return this.bekend.get(sleutel) ?? this.ouder?.zoek(sleutel)
  }

  onthoud(sleutel: string, naam: string): string {
    this.bekend.set(sleutel, naam)
    return naam
  }

  /** The nearest block around it that does not run per person: what is the same for everybody is worked out there. */
  buitenLus(): Blok {
    return this.soort === 'lus' && this.ouder ? this.ouder.buitenLus() : this
  }

  /** The function itself: what several cases ask is worked out before any of them. */
  wortel(): Blok {
    return this.ouder ? this.ouder.wortel() : this
  }

  schrijf(...regels: string[]): void {
    this.regels.push(...regels)
  }

  get isLeeg(): boolean {
    return this.regels.length === 0
  }

  toString(): string {
    return this.regels.join('\n')
  }
}
