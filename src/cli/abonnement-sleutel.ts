/** `voordeur abonnement sleutel <bron>`: with which key a source signs, and where it brings what happened. */
import { bronsleutel } from '../proactief/index.ts'
import { metLevensloopbronnen } from './levensloopbronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = ([bron = ''], wereld) =>
  metLevensloopbronnen(wereld, async (bronnen, { config, ring }) => {
    if (!(await bronnen.alle()).some((een) => een.bron === bron)) {
      wereld.fout(
        `${bron} is niet aangesloten. Sluit haar eerst aan: voordeur abonnement zet <bestand.json>.`,
      )
      return 1
    }
    const hier = config.url ?? new URL(`http://localhost:${config.poort}`)
    wereld.uit(`Adres: POST ${new URL('/api/v1/levensloopberichten', hier).href}`)
    wereld.uit(`Naam in elk bericht (iss): ${bron}`)
    wereld.uit(`Sleutel (geheim, deel haar over een veilige weg): ${bronsleutel(ring, bron)}`)
    wereld.uit('Hoe u tekent, staat in docs/levensloop.md.')
    return 0
  })
