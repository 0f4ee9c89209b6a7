/** A small vocabulary and law files written in the test itself, read by the real reader, so that faults carry real lines and columns. */
import assert from 'node:assert/strict'
import { bronBestand } from '../../src/corpus/bestand.ts'
import { leesYaml } from '../../src/corpus/yaml.ts'
import { type Corpus, compileCorpus } from '../../src/engine/corpus.ts'
import { parseVraag } from '../../src/engine/invoer.ts'
import { bereken } from '../../src/engine/reeks.ts'
import type { CorpusDocument, CorpusFout, Uitkomst, Vraag } from '../../src/engine/types.ts'

const FEITEN = `feiten:
  - { id: geboortedatum, bij: [aanvrager, partner, kinderen, medebewoners], type: datum, bereik: [1900-01-01, 2035-12-31] }
  - { id: inkomen, bij: [aanvrager, partner, kinderen, medebewoners], type: geld, eenheid: geld/jaar, bereik: [-1000000, 1000000] }
  - { id: vermogen, bij: [aanvrager, partner], type: geld, eenheid: geld, bereik: [0, 10000000] }
  - { id: legaal, bij: [aanvrager, partner], type: ja-nee, aanname: ja }
  - { id: gehuwd, bij: [partner], type: ja-nee }
  - { id: thuis, bij: [kinderen], type: ja-nee }
  - { id: bijslag, bij: [kinderen], type: ja-nee }
  - { id: uren, bij: [opvang], type: getal, eenheid: uur/maand, bereik: [0, 300], decimalen: 2 }
  - { id: soort, bij: [woning], type: keuze, opties: [huur, koop, geen] }
  - { id: huur, bij: [woning], type: geld, eenheid: geld/maand, bereik: [0, 10000] }
  - { id: gemeente, bij: [woning], type: gebied }
  - { id: waterschap, bij: [woning], type: gebied }
`

const GEBIEDEN = `gebieden:
  - { code: nederland, naam: Nederland, soort: land, valuta: EUR, in: [] }
  - { code: caribisch, naam: Caribisch Nederland, soort: groep, valuta: USD, in: [] }
  - { code: bonaire, naam: Bonaire, soort: eiland, valuta: USD, in: [caribisch] }
  - { code: saba, naam: Saba, soort: eiland, valuta: USD, in: [caribisch] }
  - { code: PV01, naam: Provincie, soort: provincie, valuta: EUR, in: [nederland] }
  - { code: WS0001, naam: Waterschap, soort: waterschap, valuta: EUR, in: [nederland] }
  - { code: GM0001, naam: Eendorp, soort: gemeente, valuta: EUR, in: [PV01], waterschappen: [WS0001] }
  - { code: GM0002, naam: Andersdorp, soort: gemeente, valuta: EUR, in: [PV01], waterschappen: [WS0001] }
`

export function document(bestand: string, tekst: string): CorpusDocument {
  const gelezen = leesYaml(bronBestand(bestand, tekst))
  assert.ok(gelezen.ok, gelezen.ok ? '' : gelezen.fouten.map((f) => `${f.regel}: ${f.melding}`).join('\n'))
  return gelezen.document
}

/** File name (relative) to text; the vocabulary and the places are added. */
export function compileer(bestanden: Readonly<Record<string, string>>, prior = '', feiten = '') {
  return compileCorpus({
    regelingen: Object.entries(bestanden).map(([naam, tekst]) => document(naam, tekst)),
    feiten: [
      document('feiten/basis.yaml', FEITEN),
      ...(feiten ? [document('feiten/meer.yaml', feiten)] : []),
    ],
    gebieden: [document('gebieden/gebieden.yaml', GEBIEDEN)],
    prior: prior ? [document('feiten/prior.yaml', prior)] : [],
  })
}

export function maakCorpus(bestanden: Readonly<Record<string, string>>, prior = ''): Corpus {
  const gemaakt = compileer(bestanden, prior)
  assert.ok(gemaakt.ok, gemaakt.ok ? '' : gemaakt.fouten.map(regelVan).join('\n'))
  return gemaakt.corpus
}

export function fouten(
  bestanden: Readonly<Record<string, string>>,
  prior = '',
  feiten = '',
): readonly CorpusFout[] {
  const gemaakt = compileer(bestanden, prior, feiten)
  return gemaakt.ok ? [] : gemaakt.fouten
}

export function regelVan(f: CorpusFout): string {
  return `${f.bestand}:${f.regel}:${f.kolom} [${f.code}] ${f.melding} | ${f.remedie}`
}

/** The head of a law file of the test scheme. */
export const KOP = `id: proef
naam: Proef
soort: geld
uitvoerder: dienst
gebied: nederland
grondslag: { wet: Proefwet }
vanaf: 2020-01-01
`

/** Two spaces to the right. */
export function in2(tekst: string): string {
  return tekst
    .replace(/^\n+|\s+$/g, '')
    .split('\n')
    .map((r) => `  ${r}`)
    .join('\n')
}

/** A whole law file: parameters and rules as given; the outcome is the rule `uit` unless said otherwise. */
export function wet(
  parameters: string,
  regels: string,
  meer = 'uitkomst: { voorwaarden: [], bedrag: uit }',
): string {
  const p = parameters || 'niets: { waarde: 1, eenheid: getal, bron: x }'
  return `${KOP}parameters:\n${in2(p)}\nregels:\n${in2(regels)}\n${meer}\n`
}

/** One rule, with its formula in a block. */
export function regel(naam: string, eenheid: string, formule: string, voor?: string): string {
  const kop = `${naam}:\n  artikel: "1"\n  eenheid: ${eenheid}\n`
  return `${kop}${voor ? `  voor: ${voor}\n` : ''}  formule: |\n${in2(in2(formule))}`
}

export function vraag(corpus: Corpus, json: unknown): Vraag {
  const v = parseVraag(corpus, json)
  assert.ok(v.ok, v.ok ? '' : JSON.stringify(v.fouten))
  return v.vraag
}

export function uitkomst(corpus: Corpus, huishouden: unknown, datum = '2026-03-15', id = 'proef'): Uitkomst {
  const u = bereken(corpus, vraag(corpus, { datum, huishouden, regelingen: [id] })).uitkomsten[0]
  assert.ok(u)
  return u
}
