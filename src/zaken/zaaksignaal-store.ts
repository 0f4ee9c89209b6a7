import type { Zegel } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { BronId } from './zaakgegevens.ts'

/** Which case, as the database knows it: a key made of the ring, that leads to no case without it. */
export type Signaalsleutel = Buffer

/** A signal as it is kept: nothing of whose case it is, and nothing of the case that can be read. */
export interface VerzegeldSignaal {
  readonly bron: BronId
  readonly sleutel: Signaalsleutel
  readonly organisatie: OrganisatieId
  readonly soort: 'te-laat' | 'stil'
  /** The last day of the term, or the day of the last thing that happened. */
  readonly vanaf: Datum
  readonly inhoud: Zegel
}

export interface ZaaksignaalStore {
  /** `true` the first time; the same signal of the same case is one row. */
  readonly merk: (signaal: VerzegeldSignaal, op: Date) => Promise<boolean>
  /** These cases were looked at and have no other signals than these: what was open besides is solved, and goes. */
  readonly rond: (
    bron: BronId,
    zaken: readonly Signaalsleutel[],
    open: readonly Pick<VerzegeldSignaal, 'sleutel' | 'soort' | 'vanaf'>[],
    op: Date,
  ) => Promise<void>
  /** Of one organisation, the oldest first; for who works there. */
  readonly open: (
    wie: { readonly medewerker: string; readonly organisatie: OrganisatieId },
    hoogstens: number,
  ) => Promise<readonly (VerzegeldSignaal & { readonly gemerkt: Date })[]>
}
