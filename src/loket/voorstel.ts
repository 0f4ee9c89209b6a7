import type { OrganisatieId } from '../domain/index.ts'
import type { Datum } from '../kalender/index.ts'

/** Why the system proposes something. */
export type Voorstelreden =
  /** A step of the life event. */
  | { readonly soort: 'gebeurtenis'; readonly gebeurtenis: string; readonly stap: string }
  /** A case of theirs runs there. */
  | { readonly soort: 'lopende-zaak'; readonly zaak: string }
  /** There is a right, or there may be one. */
  | { readonly soort: 'recht'; readonly regeling: string; readonly groep: 'zeker' | 'mogelijk' | 'vraag-na' }

export interface VoorgesteldeStap {
  readonly gebeurtenis: string
  readonly stap: string
  readonly eigenaar:
    | { readonly soort: 'organisatie'; readonly organisatie: OrganisatieId }
    | { readonly soort: 'inwoner' }
  /** Absent: the corpus knows no day for it, and the professional chooses one. */
  readonly termijn?: Datum
  /** Steps of this proposal, by the id they have in the life event. */
  readonly wachtOp: readonly string[]
  readonly redenen: readonly Voorstelreden[]
}

export interface Voorstel {
  readonly stappen: readonly VoorgesteldeStap[]
  readonly organisaties: readonly {
    readonly organisatie: OrganisatieId
    readonly redenen: readonly Voorstelreden[]
  }[]
}
