/**
 * `voordeur bewijs controleer`: reads all evidence again and names each line that is not what was written. What was
 * erased under a rule of retention is in order. Changes nothing.
 */
import { type Bevinding, controleerBewijs } from '../audit/index.ts'
import { bewijsLezer } from '../store/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metPersonen } from './personen.ts'

const woorden: Readonly<Record<Bevinding, string>> = {
  'regel-gewijzigd': 'is gewijzigd',
  'regel-ontbreekt': 'ontbreekt',
  'regels-verwisseld': 'is verwisseld met een andere',
  'einde-klopt-niet': 'is niet het einde dat de databank onthoudt',
  'inhoud-gewijzigd': 'heeft een gewijzigde inhoud, of er ontbreekt een sleutel',
  'inhoud-ontbreekt': 'mist de inhoud, zonder regel van het wissen',
  'inhoud-te-veel': 'heeft een inhoud die er niet hoort te zijn',
  'te-vroeg-gewist': 'is gewist vóór de bewaartermijn om was',
  'anker-gewijzigd': 'is gewijzigd',
  'anker-ontbreekt': 'ontbreekt',
  'anker-zonder-handtekening': 'heeft geen geldige handtekening',
  'anker-wortel-klopt-niet': 'hoort niet bij de regels eronder',
}

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metPersonen(wereld, async ({ opslag, ring }) => {
    const verslag = await controleerBewijs(bewijsLezer(opslag.databank), ring)
    const { onderwerpen, regels, ankers, gewist, afwijkingen } = verslag
    wereld.uit(`${regels} regels over ${onderwerpen} onderwerpen, ${ankers} ankers.`)
    for (const [regel, aantal] of gewist) wereld.uit(`${aantal} keer gewist volgens regel ${regel}: in orde.`)
    for (const { wat, onderwerp, volgnummer } of afwijkingen)
      wereld.fout(`${onderwerp} nummer ${volgnummer} ${woorden[wat]}.`)
    if (afwijkingen.length > 0) return 1
    wereld.uit('Alles is zoals het is geschreven.')
    return 0
  })
