/** `voordeur gebeurtenis controleer <bestand.yaml>`: every fault with its place and remedy, or what is in order. No database needed. */
import {
  controleerErbovenop,
  controleerTerPlaatse,
  type Levensgebeurtenis,
  leesLagen,
  MEEGELEVERD,
} from '../corpus/index.ts'
import { loadConfig } from '../platform/index.ts'
import type { VoerUit } from './opdracht.ts'
import { leesGetyptBestand } from './regeling-bestand.ts'
import { meldFouten } from './regeling-controleer.ts'

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const { corpusMappen } = loadConfig(wereld.omgeving, wereld.werkmap)
  const mappen = [MEEGELEVERD, ...corpusMappen]
  const bestand = leesGetyptBestand(getypt, mappen, wereld)
  if (bestand === undefined) return 2
  const lagen = leesLagen({ mappen })
  const { bron } = bestand
  const uit = bestand.isTerPlaatse
    ? controleerTerPlaatse(lagen, bron.bestand)
    : controleerErbovenop(lagen, bron)
  if (uit.status === 'fout') return meldFouten(uit, bestand, wereld)
  wereld.uit(`${getypt}: geen fouten.`)
  const id = bron.bestand.replace(/^gebeurtenissen\//, '').replace(/\.yaml$/, '')
  const gebeurtenis = uit.gebeurtenissen.get(id)
  for (const regel of gebeurtenis ? watErStaat(gebeurtenis) : []) wereld.uit(regel)
  return 0
}

/** What the file says, so that its author sees whether it was read as meant. */
function watErStaat({ id, naam, stappen, vragen, regelingen }: Levensgebeurtenis): string[] {
  const organisaties = new Set(stappen.map((stap) => stap.organisatie))
  const termijnen = stappen.flatMap(({ termijn }) => termijn ?? [])
  const wet = termijnen.filter(({ zekerheid }) => zekerheid === 'wet')
  return [
    `${naam.nl} (${id}): ${stappen.length} stappen bij ${organisaties.size} organisaties, ${vragen.length} vragen.`,
    `Termijnen: ${termijnen.length}, waarvan ${wet.length} in de wet.`,
    `Regelingen: ${regelingen.length === 0 ? 'geen' : regelingen.join(', ')}.`,
  ]
}
