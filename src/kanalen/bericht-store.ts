import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { Berichtsoort } from './berichtsoort.ts'

/** A message as it is kept: what it says is sealed. */
export interface BerichtRij {
  readonly id: string
  readonly persoon: PersoonId
  readonly soort: Berichtsoort
  readonly kenmerk: Buffer
  readonly verstuurd: Date
  readonly geopend: Date | undefined
  readonly kid: string
  readonly cijfer: Buffer
}

export interface BerichtStore {
  /** Was this message sent already? */
  readonly kent: (persoon: PersoonId, kenmerk: Buffer) => Promise<boolean>
  /** With the evidence of sending, or neither. `false`: this message was there already. */
  readonly plaats: (rij: BerichtRij, bewijzen: readonly VerzegeldBewijs[]) => Promise<boolean>
  /** The latest first. */
  readonly lijst: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    hoogstens: number,
  ) => Promise<readonly BerichtRij[]>
  readonly vind: (
    persoon: PersoonId,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<BerichtRij | undefined>
  /** The first time counts, with its evidence; `false` when it was open already. */
  readonly merkGeopend: (
    persoon: PersoonId,
    id: string,
    op: Date,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
  readonly ongelezen: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<number>
}
