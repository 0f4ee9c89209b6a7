/** `voordeur abonnement sluit <bron>`: nothing is taken from it any more, and every name that it had for people goes. */
import { metLevensloopbronnen } from './levensloopbronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = ([bron = ''], wereld) =>
  metLevensloopbronnen(wereld, async (bronnen) => {
    if (!(await bronnen.sluit(bron))) {
      wereld.fout(`${bron} is niet aangesloten. Zie: voordeur abonnement lijst.`)
      return 1
    }
    wereld.uit(`${bron} is gesloten. Wat zij nog stuurt, nemen wij binnen vijf seconden niet meer aan.`)
    wereld.uit('Vraag haar de lijst van wie zij voor ons volgde te wissen: wij kunnen dat niet meer.')
    return 0
  })
