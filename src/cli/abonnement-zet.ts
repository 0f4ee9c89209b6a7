/**
 * `voordeur abonnement zet <bestand.json>`: connects a source that tells what happens in people's lives. The file names
 * no secret but says in `geheim_uit` in which variable of the environment it stands; a change may leave it away.
 */
import { leesInstelling } from './instelling-met-geheim.ts'
import { metLevensloopbronnen } from './levensloopbronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const gelezen = leesInstelling(getypt, wereld, 'Hier hoort één bron te staan, tussen { en }.')
  if (gelezen === undefined) return 2
  return metLevensloopbronnen(wereld, async (bronnen) => {
    const uitkomst = await bronnen.zet(gelezen.invoer, gelezen.geheim)
    if (uitkomst.status === 'ongeldig') {
      for (const { veld, waarom } of uitkomst.fouten) wereld.fout(`${veld}: ${waarom}`)
      return 1
    }
    wereld.uit('Bewaard. Binnen vijf seconden geldt het op elke server.')
    wereld.uit('Geef de bron haar sleutel: voordeur abonnement sleutel <bron>.')
    return 0
  })
}
