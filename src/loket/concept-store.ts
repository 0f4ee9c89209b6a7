import type { Zegel } from '../audit/index.ts'
import type { OrganisatieId } from '../domain/index.ts'

interface Wie {
  readonly organisatie: OrganisatieId
  readonly medewerker: string
}

/** Texts under a seal that wait for a case, each seen by the organisation that sent it and by no other. */
export interface ConceptStore {
  readonly bewaar: (wie: Wie, rij: Zegel & { readonly id: string; readonly op: Date }) => Promise<void>
  readonly haal: (wie: Wie, id: string, vanaf: Date) => Promise<Zegel | undefined>
  readonly verwijder: (wie: Wie, id: string) => Promise<void>
  readonly ruimOp: (voor: Date) => Promise<void>
}
