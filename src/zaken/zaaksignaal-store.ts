import type { OrganisatieId } from '../domain/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { BronId, Zaakref } from './zaakgegevens.ts'

/** What an organisation should know of a case of its own. Nothing of whose it is. */
export interface Zaaksignaal {
  readonly ref: Zaakref
  readonly organisatie: OrganisatieId
  /** As the organisation calls the case; absent when it gave no number. */
  readonly nummer?: string
  /** The plainest name that the source has for this kind of case. */
  readonly zaaktype: string
  readonly soort: 'te-laat' | 'stil'
  /** The last day of the term, or the day of the last thing that happened. */
  readonly vanaf: Datum
}

export interface GemerktSignaal extends Zaaksignaal {
  readonly gemerkt: Date
}

export interface ZaaksignaalStore {
  /** `true` the first time; the same signal of the same case is one row. */
  readonly merk: (signaal: Zaaksignaal, op: Date) => Promise<boolean>
  /** These cases were looked at and have no other signals than these: what was open besides is solved. */
  readonly rond: (
    bron: BronId,
    zaken: readonly string[],
    open: readonly Zaaksignaal[],
    op: Date,
  ) => Promise<void>
  /** Of one organisation, open ones, the oldest first; for who works there. */
  readonly open: (
    wie: { readonly medewerker: string; readonly organisatie: OrganisatieId },
    hoogstens: number,
  ) => Promise<readonly GemerktSignaal[]>
}
