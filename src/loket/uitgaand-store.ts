import type { OrganisatieId } from '../domain/index.ts'

/** Something that has to reach another installation or system, and did not yet. */
export interface Uitgaand {
  readonly id: string
  /** `inwoner`: a message to whoever the case is about. `klant`: for a register of contacts, in an outbox of its own. */
  readonly soort: 'bericht' | 'opdracht' | 'inwoner' | 'klant'
  /** To a resident: whose message it is. */
  readonly naar: OrganisatieId
  readonly ketenzaak: string
  readonly op: Date
  /** This try included. */
  readonly pogingen: number
  /** Ids, times and codes; of a command what was sealed. */
  readonly inhoud: unknown
}

export interface UitgaandStore {
  /** Those that are there already stay as they are. */
  readonly leg: (
    rijen: readonly (Omit<Uitgaand, 'pogingen'> & {
      /** When it may be taken; absent: now. */ readonly volgend?: Date
    })[],
  ) => Promise<void>
  /** Which commands to this case still wait, the oldest first. */
  readonly wachtend: (ketenzaak: string) => Promise<readonly string[]>
  /**
   * Those whose time has come, the oldest first, each for one node until `tot`. Of commands to one case only the first:
   * what somebody did after it comes after it.
   */
  readonly pak: (nu: Date, tot: Date, hoogstens: number) => Promise<readonly Uitgaand[]>
  readonly later: (id: string, volgend: Date) => Promise<void>
  /** It arrived, or never will. What came of a command is kept with it; a message goes. */
  readonly klaar: (id: string, op: Date, uitkomst: unknown) => Promise<void>
}
