import type { OrganisatieId } from '../domain/index.ts'
import type { Ketenlezer } from './ketenzaak-store.ts'
import type { Werkregel } from './loket.ts'

type Medewerker = Extract<Ketenlezer, { readonly soort: 'medewerker' }>

/** A case that lies at another installation, in which an organisation here takes part. Numbers, states and days. */
export interface Eldersrij {
  readonly ketenzaak: string
  /** Of which connection it came. */
  readonly bij: OrganisatieId
  readonly regels: readonly Werkregel[]
}

/** A command that somebody here gave, and what became of it. */
export interface Eldersopdracht {
  readonly id: string
  readonly soort: string
  readonly op: Date
  /** Absent: it still waits. */
  readonly uitkomst?: string
}

/** Who says that a case lies with them. */
export interface Eldersplek {
  readonly bij: OrganisatieId
  /** With a line of work, or with the case itself; not only with a message. */
  readonly heeftGeantwoord: boolean
  /** They said that it is not there, or not for this organisation any more. */
  readonly isWeg: boolean
  /** Since when what was read before is shown no longer. */
  readonly vergeten?: Date
}

export interface EldersStore {
  /** Who answered first goes first: nobody gets between them and who works in it. */
  readonly plekken: (lezer: Medewerker, ketenzaak: string) => Promise<readonly Eldersplek[]>
  /** Those in which something lies with their organisation. */
  readonly lijst: (lezer: Medewerker) => Promise<readonly Eldersrij[]>
  /** Cases with a command that went on by itself and did not go as it was meant; each with the last one. */
  readonly mislukt: (lezer: Medewerker) => Promise<
    readonly {
      readonly ketenzaak: string
      readonly bij: OrganisatieId
      readonly nummer: string
      readonly uitkomst: string
    }[]
  >
  /** Those that wait, and those of the last days that did not go as they were meant. */
  readonly opdrachten: (lezer: Medewerker, ketenzaak: string) => Promise<readonly Eldersopdracht[]>
  readonly erbij: (rij: {
    readonly ketenzaak: string
    readonly bij: OrganisatieId
    readonly voor: OrganisatieId
    readonly op: Date
  }) => Promise<void>
  /** They answered for it. */
  readonly merkAntwoord: (rij: {
    readonly ketenzaak: string
    readonly bij: OrganisatieId
    readonly voor: OrganisatieId
    readonly nummer: string
    readonly op: Date
  }) => Promise<void>
  /** As that installation says. What somebody here did in it and did not see the outcome of keeps the row. */
  readonly weg: (ketenzaak: string, bij: OrganisatieId, op: Date) => Promise<void>
  /** Something there may not be read here any more: words were erased, or a share was stopped. */
  readonly vergeet: (ketenzaak: string, bij: OrganisatieId, op: Date) => Promise<void>
  /** The list of work of an organisation at one installation, in the place of what it was. */
  readonly zetWerk: (
    waar: { readonly bij: OrganisatieId; readonly voor: OrganisatieId; readonly op: Date },
    regels: readonly Werkregel[],
  ) => Promise<void>
}
