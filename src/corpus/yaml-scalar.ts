import type { Scalar } from 'yaml'
import type { Getallen, MeldFout } from './melding.ts'

type GelezenScalar = Scalar.Parsed

const GETAL = /^-?(0|[1-9]\d*)(\.\d+)?$/

// Ways to write a number that YAML or a reader would take for another number.
const VERKEERDE_GETALLEN: readonly (readonly [RegExp, string])[] = [
  [/^[-+]?0\d+(\.\d+)?$/, 'begint met een 0'],
  [/^\+[\d.]+$/, 'begint met een plus'],
  [/^[-+]?\.\d+$/, 'begint met een punt'],
  [/^[-+]?\d+\.$/, 'eindigt op een punt'],
  [/^[-+]?\d[\d.]*[eE][-+]?\d+$/, 'is met een e geschreven'],
  [/^0[xob][\da-fA-F]+$/, 'is niet tientallig'],
  [/^[-+]?\d[\d_]*_[\d_.]*$/, 'heeft een laag streepje'],
]

/** Scalars stay the text that was written; only true, false, null and (for households) numbers change. */
export function leesScalar(knoop: GelezenScalar, getallen: Getallen, meld: MeldFout): unknown {
  const tekst = String(knoop.value ?? '')
  if (knoop.type !== 'PLAIN') return tekst
  if (tekst === '' || tekst === '~' || tekst === 'null') return null
  if (tekst === 'true') return true
  if (tekst === 'false') return false
  for (const [vorm, wat] of VERKEERDE_GETALLEN) {
    if (!vorm.test(tekst)) continue
    meld(
      knoop.range[0],
      'yaml-getal',
      `${tekst} ${wat}: dat is geen getal zoals wij het schrijven.`,
      'Schrijf een getal als 12, -12 of 12.50. Is het geen getal (een telefoonnummer, een artikel), zet het tussen aanhalingstekens.',
    )
    return bedoeld(tekst)
  }
  return getallen === 'json' && GETAL.test(tekst) ? Number(tekst) : tekst
}

// The file is refused; its other faults are sought with the number that was meant, so that this one tells no second.
function bedoeld(tekst: string): string {
  const getal = Number(tekst.replaceAll('_', ''))
  return Number.isFinite(getal) ? String(getal) : tekst
}

/** A formula is one line or a `|` block, without `#`: then what you see is what is computed, at the place you see it. */
export function controleerFormule(knoop: GelezenScalar, bron: string, meld: MeldFout): void {
  const [begin, eind] = knoop.range
  const tekst = String(knoop.value ?? '')
  if (knoop.type === 'BLOCK_FOLDED') {
    meld(
      begin,
      'formule-gevouwen',
      'Een formule mag niet met > beginnen: dan klopt de plaats van een fout niet.',
      'Gebruik | in plaats van >.',
    )
  } else if (knoop.type !== 'PLAIN' && knoop.type !== 'BLOCK_LITERAL') {
    meld(
      begin,
      'formule-aanhaling',
      'Een formule staat niet tussen aanhalingstekens.',
      'Haal de aanhalingstekens om de hele formule weg, of zet de formule in een blok met |.',
    )
  } else if (knoop.type === 'PLAIN' && bron.slice(begin, eind).includes('\n')) {
    meld(
      begin,
      'formule-regels',
      'Een formule over meer regels moet in een blok met | staan.',
      'Zet | achter formule: en de formule op de volgende regels, ingesprongen.',
    )
  }
  const rest = bron.slice(eind).match(/^[^\n]*/)?.[0] ?? ''
  const hekje = knoop.type === 'PLAIN' && rest.trimStart().startsWith('#') ? eind + rest.indexOf('#') : -1
  if (hekje >= 0) meldHekje(hekje, meld)
  else if (tekst.includes('#')) meldHekje(begin + Math.max(0, bron.slice(begin, eind).indexOf('#')), meld)
}

function meldHekje(positie: number, meld: MeldFout): void {
  meld(
    positie,
    'formule-hekje',
    'Er staat een # in de formule: alles erachter zou wegvallen.',
    'Zet de opmerking op een eigen regel boven de regel, of in uitleg.',
  )
}

/** Faults in the text itself, before YAML looks at it. */
export function controleerTekst(tekst: string, meld: MeldFout): void {
  const tab = tekst.indexOf('\t')
  if (tab >= 0) {
    meld(tab, 'yaml-tab', 'Er staat een tab in dit bestand.', 'Vervang elke tab door spaties: twee per laag.')
  }
  const onleesbaar = tekst.indexOf('\uFFFD')
  if (onleesbaar >= 0) {
    meld(onleesbaar, 'bestand-codering', 'Dit teken is niet te lezen.', 'Bewaar het bestand als UTF-8.')
  }
  const opdracht = tekst.search(/^%/m)
  if (opdracht >= 0) {
    meld(opdracht, 'yaml-opdracht', 'Een regel die met % begint mag niet.', 'Haal die regel weg.')
  }
}
