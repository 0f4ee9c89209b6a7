/** `voordeur bereken <bestand.json>`: the answer that POST /api/v1/berekeningen gives, without server or database. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beantwoord, leesJson } from '../api/index.ts'
import { foutregel, loadCorpus, MEEGELEVERD } from '../corpus/index.ts'
import type { InvoerFout } from '../engine/index.ts'
import { loadConfig, PlatformError } from '../platform/index.ts'
import { onleesbaar } from './onleesbaar.ts'
import type { VoerUit } from './opdracht.ts'

/** Without it, who just published a scheme would look for a fault in the question. */
const ALLEEN_BESTANDEN =
  '\nbereken kent alleen bestanden; wat u publiceerde, kent de server. Vraag het aan POST /api/v1/berekeningen, of noem de map met uw regeling in VOORDEUR_CORPUS.'

type LeesInvoer = () => Promise<Uint8Array>

export const voerUit: VoerUit = berekenMet(() => buffer(process.stdin))

/** `leesInvoer` is what `-` stands for. */
export function berekenMet(leesInvoer: LeesInvoer): VoerUit {
  return async ([bestand = '-'], wereld) => {
    let inhoud: Uint8Array
    try {
      inhoud = bestand === '-' ? await leesInvoer() : await readFile(resolve(wereld.werkmap, bestand))
    } catch (fout) {
      wereld.fout(onleesbaar(bestand, fout))
      return 2
    }
    const { corpusMappen } = loadConfig(wereld.omgeving, wereld.werkmap)
    const geladen = loadCorpus({ mappen: [MEEGELEVERD, ...corpusMappen] })
    if (!geladen.ok) {
      const regels = geladen.fouten.map((fout) => foutregel(fout))
      throw new PlatformError('corpus-ongeldig', { detail: regels.join('\n') })
    }
    const { engine } = geladen.corpus
    const uit = beantwoord({ corpus: () => engine }, leesJson(inhoud))
    if (uit.ok) {
      wereld.uit(JSON.stringify(uit.antwoord, null, 2))
      return 0
    }
    wereld.fout(toonFouten(bestand === '-' ? 'de invoer' : bestand, uit.fouten))
    if (uit.fouten.some(({ code }) => code === 'onbekende-regeling')) wereld.fout(ALLEEN_BESTANDEN)
    return 1
  }
}

function toonFouten(naam: string, fouten: readonly InvoerFout[]): string {
  const aantal = fouten.length === 1 ? 'staat 1 fout' : `staan ${fouten.length} fouten`
  return [`In ${naam} ${aantal}.`, ...fouten.map(toonFout)].join('\n\n')
}

function toonFout({ pointer, code, melding, gegeven, verwacht }: InvoerFout): string {
  const regels = [pointer === '' ? '(het geheel)' : pointer, `  ${melding} [${code}]`]
  if (gegeven !== undefined) regels.push(`  gegeven:  ${gegeven}`)
  regels.push(`  verwacht: ${verwacht}`)
  return regels.join('\n')
}
