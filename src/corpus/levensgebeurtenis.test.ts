import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bronBestand } from './bestand.ts'
import { controleerErbovenop, controleerTerPlaatse } from './controleer.ts'
import type { Laag } from './laag.ts'
import { laadLagen, leesLagen } from './laden.ts'

const MAP = join(import.meta.dirname, '../../corpus')
const PAD = 'gebeurtenissen/kind-krijgen.yaml'
const TEKST = readFileSync(join(MAP, PAD), 'utf8')

/** The shipped corpus with another text of the model event. */
function metTekst(tekst: string): readonly Laag[] {
  return leesLagen({ mappen: [MAP] }).map((laag) => ({
    ...laag,
    bestanden: laag.bestanden.map((b) => (b.bestand === PAD ? bronBestand(PAD, tekst) : b)),
  }))
}

function fouten(van: string, naar: string): readonly string[] {
  assert.ok(TEKST.includes(van), van)
  const uit = controleerTerPlaatse(metTekst(TEKST.replace(van, naar)), PAD)
  if (uit.status === 'goed') return []
  return uit.fouten.map(({ regel, kolom, code, remedie }) => {
    assert.ok(regel > 1 && kolom > 0 && remedie.length > 10, `${code} ${regel}:${kolom} ${remedie}`)
    return code
  })
}

test('the model event has no fault, and is read whole', () => {
  const uit = controleerTerPlaatse(metTekst(TEKST), PAD)
  assert.equal(uit.status, 'goed')
  const kind = uit.status === 'goed' ? uit.gebeurtenissen.get('kind-krijgen') : undefined
  const aangifte = kind?.stappen.find((s) => s.id === 'geboorteaangifte')
  assert.deepEqual(aangifte?.termijn?.tot, { richting: 'na', duur: { aantal: 3, eenheid: 'dagen' } })
  assert.equal(aangifte?.termijn?.isVerlengbaar, true)
})

for (const [wat, van, naar, code] of [
  [
    'an organisation that does not exist',
    'organisatie: kraamzorg',
    'organisatie: kraamzork',
    'stap-organisatie',
  ],
  [
    'a scheme that does not exist',
    'regelingen: [kinderbijslag]',
    'regelingen: [kinderbijslach]',
    'gebeurtenis-regeling',
  ],
  ['waiting for a step that is not there', 'wacht_op: [kinderopvang]', 'wacht_op: [opvang]', 'stap-wacht-op'],
  [
    'an answer that cannot be given',
    'als: { getrouwd: [nee] }',
    'als: { getrouwd: [soms] }',
    'stap-als-antwoord',
  ],
  ['a question that is not put', 'als: { getrouwd: [nee] }', 'als: { gehuwd: [nee] }', 'stap-als-vraag'],
  [
    'a term of the law without its article',
    '      artikel: Burgerlijk Wetboek boek 1 artikel 19e\n',
    '',
    'termijn-artikel',
  ],
  ['a length that is none', 'plus: 3 dagen', 'plus: drie dagen', 'termijn-duur'],
  ['a length beyond a life', 'plus: 4 maanden', 'plus: 5000 maanden', 'termijn-duur'],
  ['who acts, misspelt', 'wie: vanzelf', 'wie: vanzelfs', 'veld-keuze'],
  ['a name that does not belong', 'sdg: G1', 'sgd: G1', 'veld-onbekend'],
  ['a text that misses in a language', 'en: Arrange maternity care, ', '', 'veld-ontbreekt'],
  ['two steps with one name', '- id: bsn', '- id: erkennen', 'gebeurtenis-dubbel'],
  ['another name than its file', 'id: kind-krijgen', 'id: kind-krijg', 'gebeurtenis-naam'],
] as const) {
  test(`a fault has its place and a remedy: ${wat}`, () => {
    const gevonden = fouten(van, naar)
    assert.ok(gevonden.includes(code), `${code} niet in ${gevonden.join()}`)
  })
}

test('steps that wait for each other in a circle are refused', () => {
  const codes = fouten('    wacht_op: [kinderopvang]\n', '    wacht_op: [kinderopvangtoeslag]\n')
  assert.deepEqual(codes, ['stap-kring'])
})

test('a step that only a computer can do is refused, whoever does it', () => {
  const lagen = metTekst(TEKST).map((laag) => ({
    ...laag,
    bestanden: laag.bestanden.map((b) =>
      b.bestand === 'organisaties/kraamzorg.yaml'
        ? bronBestand(
            b.bestand,
            b.tekst.replace(/kanalen:[\s\S]*?\nbron/, 'kanalen:\n  web: { url: https://x.nl }\nbron'),
          )
        : b,
    ),
  }))
  const uit = controleerTerPlaatse(lagen, PAD)
  assert.deepEqual(uit.status === 'fout' && uit.fouten.map((f) => f.code), ['stap-niet-digitaal'])
})

const KLEIN = `id: boot-kopen
doelgroep: inwoner
naam: { nl: Een boot kopen }
titel: { nl: Ik koop een boot }
kort: { nl: Dit regelt u. }
zoekwoorden: { nl: [boot] }
datum: { vraag: { nl: Wanneer koopt u de boot? } }
stappen:
  - id: ligplaats
    titel: { nl: Vraag een ligplaats aan }
    wie: u
    organisatie: gemeente
    wat: { nl: De gemeente geeft een ligplaats. }
    bron: algemeen bekend
`

test('an added layer may be small and in Dutch alone, and may replace an event', () => {
  const basis = leesLagen({ mappen: [MAP] })
  assert.equal(
    controleerErbovenop(basis, bronBestand('gebeurtenissen/boot-kopen.yaml', KLEIN)).status,
    'goed',
  )
  const eigen = TEKST.replace('titel: { nl: Ik krijg een kind', 'titel: { nl: Wij krijgen een kind')
  const bestanden = [bronBestand(PAD, eigen), bronBestand('gebeurtenissen/boot-kopen.yaml', KLEIN)]
  const geladen = laadLagen([...basis, { naam: 'eigen', soort: 'toegevoegd', bestanden }], {})
  assert.ok(geladen.ok)
  assert.deepEqual(geladen.corpus.geweigerd, [])
  assert.equal(geladen.corpus.gebeurtenissen.get('kind-krijgen')?.titel.nl, 'Wij krijgen een kind')
  assert.ok(geladen.corpus.gebeurtenissen.has('boot-kopen'))
})

test('an added file with a fault is refused alone; a shipped one stops the start', () => {
  const kapot = TEKST.replace('organisatie: kraamzorg', 'organisatie: niemand')
  const basis = leesLagen({ mappen: [MAP] })
  const geladen = laadLagen(
    [...basis, { naam: 'eigen', soort: 'toegevoegd', bestanden: [bronBestand(PAD, kapot)] }],
    {},
  )
  assert.ok(geladen.ok)
  assert.deepEqual(
    geladen.corpus.geweigerd.map(({ bestand, inPlaats }) => [bestand, inPlaats]),
    [[PAD, 'eerdere-laag']],
  )
  assert.equal(laadLagen(metTekst(kapot), {}).ok, false)
})
