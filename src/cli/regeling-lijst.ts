/** `voordeur regeling lijst`: what is published now, whether each file holds, and what was withdrawn. */
import { beschrijfPublicatie, foutregel, type Gepubliceerd, standVanPublicaties } from '../corpus/index.ts'
import { metArchief } from './archief.ts'
import type { VoerUit } from './opdracht.ts'

const STANDEN = {
  geldt: 'geldt',
  geweigerd: 'geweigerd',
  'telt-niet-mee': 'telt niet mee: een andere laag heeft een hogere versie of dezelfde tekst',
} as const

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metArchief(wereld, async ({ archief, mappen }) => {
    const { nummer, bestanden } = await archief.gepubliceerd()
    const weg = (await archief.ingetrokken()).map(beschrijfPublicatie)
    const meldWeg = () => {
      for (const p of weg) wereld.uit(`${noem(p)}: ingetrokken.\n  ${p.bestand} (${p.sha256.slice(0, 12)})`)
    }
    if (bestanden.length === 0) {
      meldWeg()
      wereld.uit(
        weg.length === 0 ? 'Er is niets gepubliceerd.' : 'Van wat is gepubliceerd, geldt nu niets meer.',
      )
      wereld.uit('Alleen de bestanden in de mappen van het corpus gelden.')
      return 0
    }
    const standen = standVanPublicaties({ mappen, gepubliceerd: bestanden })
    for (const p of standen) {
      wereld.uit(`${noem(p)}: ${STANDEN[p.stand]}.`)
      wereld.uit(`  ${p.bestand} (${p.sha256.slice(0, 12)})`)
      for (const fout of p.fouten) wereld.uit(`  ${foutregel(fout)}`)
    }
    meldWeg()
    const aantal = standen.length === 1 ? '1 bestand' : `${standen.length} bestanden`
    wereld.uit(`${aantal} gepubliceerd; het laatste nummer is ${nummer}.`)
    return 0
  })

/** `huurbijdrage 2026-01-01 GM0344, versie 2`: what `trek-in` takes. */
export function noem({ id, vanaf, gebied, versie, bestand }: Gepubliceerd): string {
  if (id === undefined || vanaf === undefined) return bestand
  return `${id} ${vanaf} ${gebied ?? ''}, versie ${versie}`
}
