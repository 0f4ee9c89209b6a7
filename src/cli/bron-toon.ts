/**
 * `voordeur bron toon <organisatie>`: a connection as a file for `bron zet`. Without secrets, and without test persons:
 * what a file does not name stays as it is.
 */
import { parseOrganisatieId } from '../domain/index.ts'
import { metBronnen } from './bronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = ([getypt], wereld) =>
  metBronnen(wereld, async ({ beheer }) => {
    const id = parseOrganisatieId(getypt)
    const bekend = id && (await beheer.aansluitingen.vind(id))
    if (bekend === undefined) {
      wereld.fout(`${getypt} is niet aangesloten. Zie: voordeur bron lijst`)
      return 2
    }
    const { proefpersonen: _, ...rest } = bekend.aansluiting
    wereld.uit(JSON.stringify(rest, undefined, 2))
    return 0
  })
