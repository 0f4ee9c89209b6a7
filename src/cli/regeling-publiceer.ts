/**
 * `voordeur regeling publiceer <bestand.yaml>`: checks a file against what is in force, stores it by its hash, and
 * activates it on all nodes at once. Nothing changes when there is a fault, or when somebody published in between.
 */
import { controleerErbovenop, leesLagen } from '../corpus/index.ts'
import { createLog, loadConfig } from '../platform/index.ts'
import { openOpslag, regelingOpslag } from '../store/index.ts'
import type { Eindcode, VoerUit } from './opdracht.ts'
import { leesGetyptBestand, MEEGELEVERD } from './regeling-bestand.ts'
import { meldControle } from './regeling-controleer.ts'

/** Named limit: so often is a publication tried again that was overtaken by another. */
const MAX_POGINGEN = 3

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const { corpusMappen, databaseUrl, dataMap } = loadConfig(wereld.omgeving, wereld.werkmap)
  const mappen = [MEEGELEVERD, ...corpusMappen]
  const bestand = leesGetyptBestand(getypt, mappen, wereld)
  if (bestand === undefined) return 2
  const { bron, tekst } = bestand
  const log = createLog(() => new Date())
  const opslag = await openOpslag({ databaseUrl, dataMap, log: { ...log, info: () => {} } })
  try {
    const archief = regelingOpslag(opslag.databank)
    for (let poging = 0; poging < MAX_POGINGEN; poging++) {
      const { nummer, bestanden } = await archief.gepubliceerd()
      const lagen = leesLagen({ mappen, gepubliceerd: bestanden })
      const code: Eindcode = meldControle(controleerErbovenop(lagen, bron), bestand, wereld)
      if (code !== 0) return code
      const uit = await archief.activeer([{ bestand: bron.bestand, sha256: bron.sha256, tekst }], nummer)
      if (uit.status === 'geactiveerd') {
        wereld.uit(`Gepubliceerd als nummer ${uit.nummer}: ${bron.bestand} (${bron.sha256.slice(0, 12)}).`)
        return 0
      }
    }
    wereld.fout('Anderen publiceren op dit moment ook. Er is niets veranderd; probeer het zo opnieuw.')
    return 1
  } finally {
    await opslag.sluit()
  }
}
