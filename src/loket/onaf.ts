/** What a professional was writing about a case that is not open yet, while they look for whom it is about. */
import type { Concepten } from './concept.ts'
import type { Loketvrager, Onafdienst } from './loket.ts'
import { idVan } from './vast-id.ts'
import { magVan, type Toegangsdelen } from './vrager.ts'

/** Named limit: who does not come back by then began anew, or helps somebody else. */
const geldigMs = 3_600_000

/** Sealed, as what a system sent before it said to which case it belongs, and gone within a day. */
export function createOnaf(delen: Toegangsdelen & { readonly concepten: Concepten }): Onafdienst {
  const { concepten, nu } = delen
  const plek = (vrager: Loketvrager): string | undefined => {
    const { subject } = vrager
    if (subject.soort !== 'medewerker') return undefined
    const { organisatie, medewerker } = subject
    const mag = magVan(delen, vrager, 'stellen', { organisatie })
    return mag ? idVan('onaf', organisatie, medewerker) : undefined
  }
  return {
    async bewaar(vrager, velden) {
      const id = plek(vrager)
      if (id === undefined) return
      await concepten.verwijder(vrager, id)
      await concepten.bewaar(vrager, id, { titel: 'onaf', tekst: velden, erbij: nu().toISOString() })
    },
    async haal(vrager) {
      const id = plek(vrager)
      const is = id === undefined ? undefined : await concepten.haal(vrager, id)
      const op = new Date(String(is?.erbij))
      if (is === undefined || !(nu().getTime() - op.getTime() < geldigMs)) return undefined
      return { velden: is.tekst, op }
    },
    async vergeet(vrager) {
      const id = plek(vrager)
      if (id !== undefined) await concepten.verwijder(vrager, id)
    },
  }
}
