/** `voordeur afzenders lees`: puts a snapshot of a register of domain names in the place of the last one. */
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { leesMomentopname } from '../afzender/index.ts'
import { parseDatum } from '../domain/index.ts'
import { codeVan } from '../platform/index.ts'
import { momentopnameOpslag } from '../store/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metPersonen } from './personen.ts'

/** Named limit: so many lines that were left out are named. */
const maxGenoemd = 20

export const voerUit: VoerUit = async ([bestand = '', dag = ''], wereld) => {
  const peildatum = parseDatum(dag)
  if (peildatum === undefined) {
    wereld.fout(`${dag} is geen datum. Schrijf de dag waarop het register zo was, zoals 2026-03-01.`)
    return 2
  }
  const tekst = lees(resolve(wereld.werkmap, bestand))
  const gelezen = tekst === undefined ? undefined : leesMomentopname(tekst)
  if (gelezen === undefined) {
    wereld.fout(
      `${bestand} is niet te lezen. Het moet CSV zijn met een kopregel, of JSON, met de kolommen domein en organisatie.`,
    )
    return 1
  }
  const { domeinen, overgeslagen } = gelezen
  return metPersonen(wereld, async ({ opslag }) => {
    await momentopnameOpslag(opslag.databank).zet(
      { bron: basename(bestand), peildatum, domeinen },
      new Date(),
    )
    wereld.uit(`${domeinen.length} domeinen gelezen, zoals het was op ${peildatum}.`)
    if (overgeslagen.length > 0)
      wereld.uit(
        `${overgeslagen.length} regels overgeslagen, zonder domein of organisatie: ${overgeslagen.slice(0, maxGenoemd).join(', ')}`,
      )
    return 0
  })
}

function lees(pad: string): string | undefined {
  try {
    return readFileSync(pad, 'utf8')
  } catch (fout) {
    if (codeVan(fout) === undefined) throw fout
    return undefined
  }
}
