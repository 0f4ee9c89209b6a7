/**
 * `voordeur bewijs controleer`: reads all evidence again and names each line that is not what was written. What was
 * erased under a rule of retention is in order. So is the log of the keys that senders sign with. Changes nothing.
 */
import { eersteBreuk } from '../afzender/index.ts'
import { type Bevinding, type BewijsLezer, controleerBewijs } from '../audit/index.ts'
import { bewijsLezer, sleutellogOpslag } from '../store/index.ts'
import type { VoerUit, Wereld } from './opdracht.ts'
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

export const voerUit: VoerUit = async ([getal], wereld) => {
  if (getal !== undefined && !/^[0-9a-f]{64}$/.test(getal)) {
    wereld.fout('Een controlegetal heeft 64 tekens: cijfers en letters van a tot en met f.')
    return 2
  }
  return metPersonen(wereld, async ({ opslag, ring }) => {
    const lezer = bewijsLezer(opslag.databank)
    const verslag = await controleerBewijs(lezer, ring)
    const { onderwerpen, regels, ankers, gewist, afwijkingen } = verslag
    wereld.uit(`${regels} regels over ${onderwerpen} onderwerpen, ${ankers} ankers.`)
    for (const [regel, aantal] of gewist) wereld.uit(`${aantal} keer gewist volgens regel ${regel}: in orde.`)
    for (const { wat, onderwerp, volgnummer } of afwijkingen)
      wereld.fout(`${onderwerp} nummer ${volgnummer} ${woorden[wat]}.`)
    const sleutels = await sleutellogOpslag(opslag.databank).regels()
    const breuk = eersteBreuk(sleutels)
    wereld.uit(`${sleutels.length} regels in het sleutellog van afzenders.`)
    if (breuk !== undefined) wereld.fout(`Het sleutellog van afzenders klopt niet meer vanaf regel ${breuk}.`)
    const staatEr = getal === undefined || (await noemRegel(lezer, getal, wereld))
    if (afwijkingen.length > 0 || breuk !== undefined || !staatEr) return 1
    wereld.uit('Alles is zoals het is geschreven.')
    return 0
  })
}

/** What stands on the paper of a resident: is that line still there? */
async function noemRegel(lezer: BewijsLezer, getal: string, { uit, fout }: Wereld): Promise<boolean> {
  for (const onderwerp of await lezer.onderwerpen()) {
    const { regels } = await lezer.keten(onderwerp)
    const regel = regels.find(({ hash }) => hash.toString('hex') === getal)
    if (regel === undefined) continue
    uit(`Het controlegetal is van ${onderwerp} nummer ${regel.volgnummer}, van ${regel.tijd.toISOString()}.`)
    return true
  }
  fout('Geen regel heeft dit controlegetal: de regel is veranderd, weggehaald of hier nooit geschreven.')
  return false
}
