import type { Audit } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Tijdzone } from '../kalender/index.ts'
import type { Plekgrenzen, Plekken, Wekker } from './plekken.ts'
import type { Vraagbaak } from './vraagbaak.ts'
import type { Leeswijze } from './zaakbeeld-maken.ts'
import type { Zaakbron, Zaakbroninstelling } from './zaakbron.ts'
import type { BronId } from './zaakgegevens.ts'
import type { Deelnemer } from './zaakindex-store.ts'

/** One organisation that is connected. */
export interface Zaakverbinding {
  readonly bron: Zaakbron
  readonly instelling: Zaakbroninstelling
}

/** What MijnZaken is made of; handed over by the composition root. */
export interface ZakenOnderdelen {
  /** Of this moment: an operator may connect another one while somebody looks. */
  readonly verbindingen: () => readonly Zaakverbinding[]
  readonly zaaktaal: () => Leeswijze['zaaktaal']
  readonly audit: Pick<Audit, 'metVerwerking'>
  /** Where people have cases; without it everybody is asked about everybody. */
  readonly index?: Zaakindexpoort
  readonly nu: () => Date
  readonly wekker: Wekker
  /** Of the body that decides. */
  readonly zone?: (organisatie: OrganisatieId) => Tijdzone
  /** What went wrong beside a page that still works. Nothing about a person. */
  readonly meld: (wat: string, velden: Readonly<Record<string, unknown>>) => void
  readonly grenzen?: Plekgrenzen
}

/** The index, for whoever has a PersoonId. Writes no line in the log; who calls does. */
export interface Zaakindexpoort {
  /** Takes part from now on, unless they refused. What is known of them; `undefined`: refused. */
  readonly meldAan: (persoon: PersoonId) => Promise<Deelnemer | undefined>
  /** The same without making anybody take part. */
  readonly bekend: (persoon: PersoonId) => Promise<Deelnemer | undefined>
  readonly deelname: (persoon: PersoonId) => Promise<'ja' | 'nee' | 'onbekend'>
  readonly zetDeelname: (persoon: PersoonId, meedoen: boolean) => Promise<void>
  /** The whole answer of one connection to a question that began at `op`; nothing is kept of who does not take part. */
  readonly bevestig: (persoon: PersoonId, bron: BronId, uuids: readonly string[], op: Date) => Promise<void>
}

/** The same with what is made of it, for the use cases. */
export interface Zakenomgeving extends ZakenOnderdelen {
  readonly plekken: Plekken
  readonly vraagbaak: Vraagbaak
  readonly zone: (organisatie: OrganisatieId) => Tijdzone
}

/** Those that residents see. */
export function levend({ verbindingen }: Pick<ZakenOnderdelen, 'verbindingen'>): readonly Zaakverbinding[] {
  return verbindingen().filter(({ instelling }) => instelling.isAan)
}
