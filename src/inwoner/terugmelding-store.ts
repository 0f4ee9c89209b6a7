import type { PersoonId } from '../domain/index.ts'
import type { Verwerkingsbewijs } from './kluistoegang.ts'
import type { Terugmelding } from './terugmelding.ts'

export interface TerugmeldingStore {
  /** Kept for good before anybody hears that it was received. The same id twice is kept once; then `false`. */
  readonly bewaar: (melding: Terugmelding) => Promise<boolean>
  /** `false` when somebody else changed it since `was` was read; then nothing is written. */
  readonly wijzig: (was: Terugmelding, wordt: Terugmelding) => Promise<boolean>
  readonly haal: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    id: string,
  ) => Promise<Terugmelding | undefined>
  /** The latest first. */
  readonly vanPersoon: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<readonly Terugmelding[]>
  /** Still to be sent, and due: the longest waiting first. Only which: what they say is read with proof. */
  readonly teVerzenden: (nu: Date, aantal: number) => Promise<readonly Wachtende[]>
}

export type Wachtende = Pick<Terugmelding, 'id' | 'persoon' | 'gegeven'>
