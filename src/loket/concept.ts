import { ontzegel, type Sleutelring, verzegel } from '../audit/index.ts'
import type { Toeval } from '../domain/index.ts'
import type { Bestand } from './bestand.ts'
import type { ConceptStore } from './concept-store.ts'
import type { Loketvrager } from './loket.ts'
import type { Woorden } from './woorden.ts'

/** A text that an organisation sent, before it says to which case it belongs. */
export interface Concept {
  readonly titel: string
  readonly tekst: string
  /** What else it said about it, as it came. */
  readonly erbij: unknown
}

export interface Concepten {
  readonly bewaar: (vrager: Loketvrager, id: string, concept: Concept) => Promise<void>
  readonly haal: (vrager: Loketvrager, id: string) => Promise<Concept | undefined>
  readonly verwijder: (vrager: Loketvrager, id: string) => Promise<void>
  /** What was tied to no case in time; asked again and again, also when nobody sends anything. */
  readonly ruimOp: () => Promise<void>
}

/** Named limit: what is tied to no case by then was a mistake. */
const bewaarMs = 24 * 3_600_000

export function createConcepten({
  store,
  ring,
  nu,
  toeval,
}: {
  readonly store: ConceptStore
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}): Concepten {
  const plek = (id: string) => ({ tabel: 'loket_concept', rij: id, doel: 'tekst' })
  const vanaf = () => new Date(nu().getTime() - bewaarMs)
  return {
    async bewaar({ subject }, id, concept) {
      if (subject.soort !== 'medewerker') return
      await store.bewaar(subject, {
        id,
        op: nu(),
        ...verzegel(ring, plek(id), JSON.stringify(concept), { toeval }),
      })
    },
    async haal({ subject }, id) {
      const rij = subject.soort === 'medewerker' ? await store.haal(subject, id, vanaf()) : undefined
      // Sealed by us, with the id as a part of it.
      return rij && (JSON.parse(ontzegel(ring, plek(id), rij)) as Concept)
    },
    async verwijder({ subject }, id) {
      if (subject.soort === 'medewerker') await store.verwijder(subject, id)
    },
    ruimOp: () => store.ruimOp(vanaf()),
  }
}

/** The file that it is; of a text none. Written by us, under our seal. */
export function bestandUit({ erbij }: Pick<Concept, 'erbij'>): Bestand<Woorden> | undefined {
  return (erbij as { readonly bestand?: Bestand<Woorden> }).bestand
}
