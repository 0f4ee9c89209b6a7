/** `voordeur abonnement lijst`: which sources tell what happens, what came of it, and what they still have to hear. */
import { levensloopOpslag } from '../store/index.ts'
import { metLevensloopbronnen } from './levensloopbronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metLevensloopbronnen(wereld, async (bronnen, { opslag }) => {
    const [alle, tellingen, wachtend] = await Promise.all([
      bronnen.alle(),
      levensloopOpslag(opslag.databank).tellingen(),
      bronnen.wachtend(),
    ])
    if (alle.length === 0) wereld.uit('Er is geen bron aangesloten. Zie docs/levensloop.md.')
    for (const { bron, organisatie, soorten, aanmelden } of alle) {
      const { nieuw = 0, dubbel = 0, samen = 0, onbekend = 0 } = tellingen.get(bron) ?? {}
      wereld.uit(`${bron} (${organisatie}), wie te volgen gaat naar ${aanmelden}`)
      wereld.uit(`  vertelt: ${soorten.join(', ')}`)
      wereld.uit(
        `  ontvangen: ${nieuw} nieuw, ${dubbel} dubbel, ${samen} te veel over een mens, ${onbekend} over niemand die meedoet of van een andere soort`,
      )
      const rest = wachtend.get(bron) ?? 0
      if (rest > 0) wereld.uit(`  nog te vertellen aan deze bron: ${rest}`)
    }
    return 0
  })
