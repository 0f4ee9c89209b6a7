import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import { leesKanaalkeuzes } from './kanalen.ts'
import { isVelden, type Pad, type VeldLezer, veldLezer, waardeOp } from './velden.ts'

const TALEN = ['nl', 'en', 'pap'] as const
const REGELING_TEKSTEN = ['titel', 'kort', 'voorwaarden', 'waarom', 'aanvragen', 'let_op'] as const
const FEIT_TEKSTEN = ['naam', 'vraag', 'vraag_ander', 'waarom', 'hulp', 'opties'] as const

/**
 * The words of a scheme, whose shape the engine takes on trust: pages show them as they stand,
 * so a number or a list where a sentence belongs is found here and not by a resident.
 */
export function controleerRegelingTeksten(document: CorpusDocument): readonly CorpusFout[] {
  const lezer = veldLezer(document)
  if (heeft(document, ['kanalen'])) leesKanaalkeuzes(lezer, ['kanalen'])
  if (heeft(document, ['grondslag'])) {
    lezer.alleen(['grondslag'], ['wet', 'bwb', 'cvdr', 'artikel', 'url'])
    for (const veld of Object.keys(lezer.velden(['grondslag']))) lezer.mogelijkeTekst(['grondslag', veld])
  }
  if (heeft(document, ['upl'])) {
    lezer.alleen(['upl'], ['naam', 'uri'])
    lezer.tekst(['upl', 'naam'])
    lezer.tekst(['upl', 'uri'])
  }
  controleerPerTaal(lezer, document, ['teksten'], { namen: REGELING_TEKSTEN, groep: 'voorwaarden' })
  return lezer.fouten
}

/** The question of each fact, in each language asked for. */
export function controleerFeitTeksten(
  document: CorpusDocument,
  talen: readonly string[],
): readonly CorpusFout[] {
  const lezer = veldLezer(document)
  const feiten = waardeOp(document.inhoud, ['feiten'])
  if (!Array.isArray(feiten)) return []
  for (const [index, feit] of feiten.entries()) {
    const pad = ['feiten', index, 'teksten']
    controleerPerTaal(lezer, document, pad, { namen: FEIT_TEKSTEN, groep: 'opties' })
    const opties = waardeOp(feit, ['opties'])
    for (const taal of talen) {
      for (const veld of ['naam', 'vraag']) lezer.tekst([...pad, taal, veld])
      for (const optie of Array.isArray(opties) ? opties : [])
        lezer.tekst([...pad, taal, 'opties', String(optie)])
    }
  }
  return lezer.fouten
}

function heeft(document: CorpusDocument, pad: Pad): boolean {
  return waardeOp(document.inhoud, pad) !== undefined
}

interface Vorm {
  readonly namen: readonly string[]
  /** The one name that holds texts by name instead of a text. */
  readonly groep: string
}

function controleerPerTaal(lezer: VeldLezer, document: CorpusDocument, pad: Pad, vorm: Vorm): void {
  if (!heeft(document, pad)) return
  lezer.alleen(pad, TALEN)
  for (const [taal, teksten] of Object.entries(lezer.velden(pad))) {
    const hier = [...pad, taal]
    lezer.alleen(hier, vorm.namen)
    if (!isVelden(teksten)) {
      lezer.velden(hier)
      continue
    }
    for (const naam of Object.keys(teksten)) {
      if (naam !== vorm.groep) lezer.mogelijkeTekst([...hier, naam])
      else for (const regel of Object.keys(lezer.velden([...hier, naam]))) lezer.tekst([...hier, naam, regel])
    }
  }
}
