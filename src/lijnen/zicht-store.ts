import type { OrganisatieId } from '../domain/index.ts'
import type { Dienst, Oproep } from './dienst-store.ts'
import type { Belgesprek } from './gesprek/belgesprek.ts'
import type { Wachtrij } from './wachtrij.ts'

/** Whom somebody at work has before them: all as it stood at one moment. */
export interface Dienstzicht {
  readonly dienst: Dienst
  readonly wachtrij?: Wachtrij
  /** Of whom the queue put through to them. */
  readonly oproep?: Oproep
  readonly gesprek?: Belgesprek
}

/** A call over a line, with the queue in which they stand, or were put through last. */
export interface Oproepzicht {
  readonly oproep: Oproep
  readonly wachtrij?: Wachtrij
  /** Of whoever has them on the line, as far as this node knows who that is. */
  readonly dienst?: Dienst
  readonly gesprek?: Belgesprek
}

/** Shift, queue, call and who takes part in it, read together: pages and what follows from a call ask for all of it. */
export interface ZichtStore {
  readonly vanDienst: (wie: {
    readonly organisatie: OrganisatieId
    readonly medewerker: string
  }) => Promise<Dienstzicht | undefined>
  readonly vanOproep: (beller: string) => Promise<Oproepzicht | undefined>
  /** Of the line that this call came of; `undefined`: of none. */
  readonly vanGesprek: (gesprek: string) => Promise<Oproepzicht | undefined>
}
