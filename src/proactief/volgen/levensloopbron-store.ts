import type { VerzegeldBewijs, Zegel } from '../../audit/index.ts'
import type { PersoonId } from '../../domain/index.ts'
import type { Levensloopbron } from './levensloopbron.ts'

export interface Levensloopbronrij extends Levensloopbron {
  /** With what we make ourselves known to it, sealed; absent: it asks for nothing. */
  readonly geheim: Zegel | undefined
  readonly sinds: Date
}

/** What a source still has to be told: whom to follow from now on, or by which name nobody is followed any more. */
export interface Aanmelding {
  readonly nr: number
  readonly bron: string
  readonly wie: string
  /** Only of who is to be followed, and only until that is done. */
  readonly persoon: PersoonId | undefined
  readonly wat: 'aan' | 'af'
  readonly pogingen: number
}

export interface LevensloopbronStore {
  /** By name; those that are connected now. */
  readonly alle: () => Promise<readonly Levensloopbronrij[]>
  /**
   * A new one or a change; without `geheim` it keeps the one that it has. From `vanaf` on whoever takes part is followed
   * (`vulAan`); of a change also who is followed already is told again.
   */
  readonly zet: (
    bron: Levensloopbron,
    opties: { readonly geheim?: Zegel; readonly op: Date; readonly vanaf: Date },
    bewijs: VerzegeldBewijs,
  ) => Promise<void>
  readonly herzegel: (bron: string, geheim: Zegel) => Promise<void>
  /** Nothing is taken from it any more; every name that it had for somebody goes. `false`: not connected. */
  readonly sluit: (bron: string, bewijs: VerzegeldBewijs) => Promise<boolean>
  /**
   * Gives names to the next so many who take part and have none at a source that asks for it, with their evidence, and
   * puts them on the list of what is to be told, as long as that is no long one. Gives how many were looked at; 0:
   * nothing is left to do, or not now.
   */
  readonly vulAan: (
    nu: Date,
    aantal: number,
    maak: (bron: string, persoon: PersoonId) => { readonly wie: string; readonly bewijs: VerzegeldBewijs },
  ) => Promise<number>
  /** What waits, the oldest first; of one name one at a time. After `tot` another node may take it. */
  readonly pak: (nu: Date, tot: Date, aantal: number) => Promise<readonly Aanmelding[]>
  readonly later: (nr: number, volgend: Date) => Promise<void>
  readonly klaar: (nr: number) => Promise<void>
  /** How many wait, per source. */
  readonly wachtend: () => Promise<ReadonlyMap<string, number>>
}
