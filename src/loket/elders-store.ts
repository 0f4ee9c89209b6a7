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

export interface EldersStore {
  readonly vind: (
    lezer: Medewerker,
    ketenzaak: string,
  ) => Promise<{ readonly bij: OrganisatieId } | undefined>
  readonly lijst: (lezer: Medewerker) => Promise<readonly Eldersrij[]>
  /** Those that wait, and those of the last days that did not go as they were meant. */
  readonly opdrachten: (lezer: Medewerker, ketenzaak: string) => Promise<readonly Eldersopdracht[]>
  readonly erbij: (rij: {
    readonly ketenzaak: string
    readonly bij: OrganisatieId
    readonly voor: OrganisatieId
    readonly op: Date
  }) => Promise<void>
  readonly weg: (ketenzaak: string, bij: OrganisatieId) => Promise<void>
  /** The list of work of an organisation at one installation, in the place of what it was. */
  readonly zetWerk: (
    waar: { readonly bij: OrganisatieId; readonly voor: OrganisatieId; readonly op: Date },
    regels: readonly Werkregel[],
  ) => Promise<void>
}
