import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import type { BronBestand } from './bestand.ts'
import type { Getallen, MeldFout } from './melding.ts'
import { foutVanYaml } from './yaml-fouten.ts'
import { controleerFormule, controleerTekst, leesScalar } from './yaml-scalar.ts'

export type Gelezen =
  | { readonly ok: true; readonly document: CorpusDocument }
  | {
      readonly ok: false
      readonly fouten: readonly CorpusFout[]
      /** When the file has a shape all the same: to look for its other faults in, never to compute with. */
      readonly document?: CorpusDocument
    }

export interface Plek {
  readonly regel: number
  readonly kolom: number
}

/** More than this is no law file but an accident; the parser is not fed with it. */
const MAX_TEKENS = 1_000_000
const MAX_DIEPTE = 40

/**
 * Reads one YAML file strictly: what YAML would change without a word (012, ` # ` in a formula,
 * anchors, folded lines) is a fault here, because an amount would change with it.
 */
export function leesYaml(bron: BronBestand, getallen: Getallen = 'tekst'): Gelezen {
  const regels = new LineCounter()
  const fouten: CorpusFout[] = []
  const meld: MeldFout = (positie, code, melding, remedie) => {
    const { line, col } = regels.linePos(positie)
    const plek = { regel: Math.max(1, line), kolom: Math.max(1, col) }
    const bekend = fouten.some((f) => f.code === code && f.regel === plek.regel && f.kolom === plek.kolom)
    if (!bekend) fouten.push({ code, bestand: bron.bestand, ...plek, melding, remedie })
  }
  if (bron.tekst.length > MAX_TEKENS) {
    meld(
      0,
      'bestand-te-groot',
      `Dit bestand is groter dan ${MAX_TEKENS} tekens.`,
      'Verdeel het over meer bestanden.',
    )
    return { ok: false, fouten }
  }
  const boom = parseDocument(bron.tekst, {
    schema: 'failsafe',
    lineCounter: regels,
    prettyErrors: false,
    // Not 'silent': that would let a second document in the same file pass unseen.
    logLevel: 'error',
  })
  controleerTekst(bron.tekst, meld)
  // A tab is reported once, by its own message, not again as a riddle about indentation.
  for (const fout of boom.errors) if (fout.code !== 'TAB_AS_INDENT') foutVanYaml(fout, meld)
  if (boom.contents === null && fouten.length === 0) {
    meld(0, 'yaml-leeg', 'Dit bestand is leeg.', 'Vul het, of haal het weg.')
  }
  if (boom.errors.length > 0 || boom.contents === null) return { ok: false, fouten }
  const wortel = boom.contents
  const inhoud = naarWaarde(wortel, { getallen, tekst: bron.tekst, meld }, 0)
  const plaats = (pad: readonly (string | number)[]): Plek =>
    plekVan(knoopOp(wortel, pad), bron.tekst, regels)
  const document: CorpusDocument = { bestand: bron.bestand, sha256: bron.sha256, inhoud, plaats }
  return fouten.length > 0 ? { ok: false, fouten, document } : { ok: true, document }
}

interface Leesstand {
  readonly getallen: Getallen
  readonly tekst: string
  readonly meld: MeldFout
}

function naarWaarde(knoop: ParsedNode | null, stand: Leesstand, diepte: number): unknown {
  if (knoop === null) return null
  const { meld } = stand
  const begin = knoop.range[0]
  if (diepte > MAX_DIEPTE) {
    meld(begin, 'yaml-te-diep', `Dit staat dieper dan ${MAX_DIEPTE} lagen.`, 'Maak de opbouw platter.')
    return null
  }
  if (knoop.tag !== undefined) {
    meld(begin, 'yaml-tag', 'Een type met een uitroepteken (!…) mag hier niet.', 'Haal het type weg.')
  }
  if (isScalar(knoop)) {
    if (knoop.anchor !== undefined) meldAnker(begin, meld)
    return leesScalar(knoop, stand.getallen, meld)
  }
  if (isSeq(knoop)) {
    if (knoop.anchor !== undefined) meldAnker(begin, meld)
    return knoop.items.map((item) => naarWaarde(item, stand, diepte + 1))
  }
  if (!isMap(knoop)) {
    meldAnker(begin, meld)
    return null
  }
  if (knoop.anchor !== undefined) meldAnker(begin, meld)
  const velden: [string, unknown][] = []
  for (const { key, value } of knoop.items) {
    if (!isScalar(key)) {
      meld(
        begin,
        'yaml-sleutel',
        'Een naam voor de dubbele punt moet één woord zijn.',
        'Schrijf: naam: waarde',
      )
      continue
    }
    const naam = String(key.value)
    if (naam === '<<') {
      meldAnker(key.range[0], meld)
      continue
    }
    // `{ reden: dit, dat telt niet mee }`: the comma ends the text and what follows becomes a name.
    if (knoop.flow === true && value === null) {
      meld(
        key.range[0],
        'yaml-komma',
        `Na een komma staat hier «${naam}» zonder dubbele punt: de tekst ervoor is afgekapt.`,
        'Zet de hele tekst tussen aanhalingstekens.',
      )
      continue
    }
    if (naam === 'formule' && isScalar(value)) controleerFormule(value, stand.tekst, meld)
    velden.push([naam, naarWaarde(value, stand, diepte + 1)])
  }
  // fromEntries defines own properties: a key called __proto__ stays a key.
  return Object.fromEntries(velden)
}

function meldAnker(positie: number, meld: MeldFout): void {
  meld(
    positie,
    'yaml-anker',
    'Verwijzen met & , * of << mag niet: de lezer moet elk bedrag zien waar het staat.',
    'Schrijf de waarde hier voluit.',
  )
}

/** The node at a path, or the nearest parent that exists. */
function knoopOp(wortel: ParsedNode, pad: readonly (string | number)[]): ParsedNode {
  let hier = wortel
  for (const stap of pad) {
    let volgende: ParsedNode | null | undefined
    if (isMap(hier)) {
      volgende = hier.items.find(({ key }) => isScalar(key) && String(key.value) === String(stap))?.value
    } else if (isSeq(hier)) {
      volgende = hier.items[Number(stap)]
    }
    if (!volgende) return hier
    hier = volgende
  }
  return hier
}

/**
 * Where the text of a value begins. For a `|` block that is its first line of content, so that a
 * place inside a formula is this line and column plus the line and column within the formula.
 */
function plekVan(knoop: ParsedNode, tekst: string, regels: LineCounter): Plek {
  const begin = knoop.range[0]
  const { line, col } = regels.linePos(begin)
  if (!isScalar(knoop) || (knoop.type !== 'BLOCK_LITERAL' && knoop.type !== 'BLOCK_FOLDED')) {
    return { regel: line, kolom: col }
  }
  const eersteRegel = tekst.slice(begin).match(/\n(?:[ ]*\r?\n)*([ ]*)[^\s]/)
  return { regel: line + 1, kolom: (eersteRegel?.[1]?.length ?? 0) + 1 }
}
