/**
 * `voordeur regeling publiceer <bestand.yaml>`: checks a file against what is in force, stores it by its hash, and
 * activates it on all nodes at once. Nothing changes when there is a fault, or when somebody published in between.
 */
import { controleerErbovenop, leesLagen, MEEGELEVERD } from '../corpus/index.ts'
import { loadConfig } from '../platform/index.ts'
import { metArchief, metHerkansing } from './archief.ts'
import type { VoerUit } from './opdracht.ts'
import { leesGetyptBestand } from './regeling-bestand.ts'
import { meldControle } from './regeling-controleer.ts'

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const { corpusMappen } = loadConfig(wereld.omgeving, wereld.werkmap)
  // Before the database: who types a wrong name hears so at once.
  const bestand = leesGetyptBestand(getypt, [MEEGELEVERD, ...corpusMappen], wereld)
  if (bestand === undefined) return 2
  const { bron, tekst } = bestand
  return metArchief(wereld, ({ archief, mappen }) =>
    metHerkansing(wereld, async () => {
      const { nummer, bestanden } = await archief.gepubliceerd()
      const lagen = leesLagen({ mappen, gepubliceerd: bestanden })
      const code = meldControle(controleerErbovenop(lagen, bron), bestand, wereld)
      if (code !== 0) return code
      const uit = await archief.activeer([{ bestand: bron.bestand, sha256: bron.sha256, tekst }], nummer)
      if (uit.status === 'ingehaald') return undefined
      wereld.uit(`Gepubliceerd als nummer ${uit.nummer}: ${bron.bestand} (${bron.sha256.slice(0, 12)}).`)
      return 0
    }),
  )
}
