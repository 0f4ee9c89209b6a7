import type { Weten } from '../corpus/index.ts'
import type { Datum } from '../domain/index.ts'

/** Whose something is. */
export interface Wie {
  /** In corpus/organisaties, when it is described there. */
  readonly organisatie?: string
  readonly naam: string
}

/** Why an entry stands here. */
export type Herkomst =
  /** `isEigen`: a source for this very entry, and not only for the organisation that it stands with. */
  | {
      readonly soort: 'corpus'
      readonly bron: string
      readonly vertrouwen: string
      readonly isEigen: boolean
    }
  | { readonly soort: 'momentopname'; readonly bron: string; readonly peildatum: Datum }
  /** This website itself. */
  | { readonly soort: 'eigen' }

export interface Domeiningang {
  readonly domein: string
  readonly onder: Weten
  readonly web: Weten
  readonly mail: Weten
  readonly van: Wie
  readonly herkomst: Herkomst
  /** Of a municipality, province, water board or island: then its name is also just the name of a place. */
  readonly isPlaatselijk: boolean
}

export interface Nummeringang<N extends string = string> {
  readonly nummer: N
  readonly van: Wie
  readonly herkomst: Herkomst
}
