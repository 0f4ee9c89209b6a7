import type { Audit } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Tijdzone } from '../kalender/index.ts'
import type { Contactbron } from './contactbron.ts'
import type { Inzendingen } from './inzending.ts'
import type { Plekgrenzen, Plekken, Wekker } from './plekken.ts'
import type { Taakbron } from './taakbron.ts'
import type { Vraagbaak } from './vraagbaak.ts'
import type { Leeswijze } from './zaakbeeld-maken.ts'
import type { Zaakbron, Zaakbroninstelling } from './zaakbron.ts'
import type { BronId } from './zaakgegevens.ts'
import type { Zaakindex } from './zaakindex.ts'

/** One organisation that is connected. */
export interface Zaakverbinding {
  readonly bron: Zaakbron
  /** Absent: this organisation has none, or none that we are connected to. */
  readonly contacten?: Contactbron
  readonly taken?: Taakbron
  readonly instelling: Zaakbroninstelling
}

/** What MijnZaken is made of; handed over by the composition root. */
export interface ZakenOnderdelen {
  /** Of this moment: an operator may connect another one while somebody looks. */
  readonly verbindingen: () => readonly Zaakverbinding[]
  /** Called with the connections that changed; see `Zaakbronnen`. Gives what stops it. */
  readonly bijWissel?: (fn: (bronnen: readonly BronId[]) => void) => () => void
  readonly zaaktaal: () => Leeswijze['zaaktaal']
  readonly audit: Pick<Audit, 'metVerwerking'>
  /** Gets ready what asking about somebody takes, while the line in the log is still being written. */
  readonly bereidVoor?: (persoon: PersoonId) => void
  /** What people sent because it was asked; without it nothing is kept of that. */
  readonly inzendingen?: Inzendingen
  /** Where people have cases; without it everybody is asked about everybody. */
  readonly index?: Zaakindex
  readonly nu: () => Date
  readonly wekker: Wekker
  /** Of the body that decides. */
  readonly zone?: (organisatie: OrganisatieId) => Tijdzone
  /** What went wrong beside a page that still works. Nothing about a person. */
  readonly meld: (wat: string, velden: Readonly<Record<string, unknown>>) => void
  readonly grenzen?: Plekgrenzen
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
