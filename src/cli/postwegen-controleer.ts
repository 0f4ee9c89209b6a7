/** `voordeur postwegen controleer`: temporary exceptions (Awb 2:13 lid 4) that are over, so that a way must be designated. No database needed. */
import { loadCorpus, MEEGELEVERD, verlopenUitzonderingen } from '../corpus/index.ts'
import { datumOp } from '../kalender/index.ts'
import { loadConfig } from '../platform/index.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = async (_argumenten, wereld) => {
  const { corpusMappen, nu } = loadConfig(wereld.omgeving, wereld.werkmap)
  const geladen = loadCorpus({ mappen: [MEEGELEVERD, ...corpusMappen] })
  if (!geladen.ok) {
    for (const { bestand, regel, melding } of geladen.fouten) wereld.fout(`${bestand}:${regel} ${melding}`)
    return 1
  }
  const { postwegen } = geladen.corpus
  const verlopen = verlopenUitzonderingen(postwegen, datumOp(nu ?? new Date(), 'Europe/Amsterdam'))
  for (const { organisatie, soort, tot } of verlopen)
    wereld.fout(`postwegen/${organisatie}.yaml: de uitzondering voor ${soort} is voorbij sinds ${tot}.`)
  if (verlopen.length === 0) wereld.uit(`${postwegen.size} organisaties: geen uitzondering is voorbij.`)
  return verlopen.length === 0 ? 0 : 1
}
