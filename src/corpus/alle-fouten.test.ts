import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { compileCorpus } from '../engine/index.ts'
import { bronBestand } from './bestand.ts'
import { controleerErbovenop, controleerTerPlaatse } from './controleer.ts'
import type { Laag } from './laag.ts'
import { leesLagen } from './laden.ts'
import { stelSamen } from './samenstellen.ts'

const lagen = leesLagen({ mappen: [join(import.meta.dirname, '../../corpus')] })
const PAD = 'regelingen/lokaal/GM0344/proefbijdrage/2026-01-01.yaml'

const REGELING = `id: proefbijdrage
naam: Proefbijdrage
soort: geld
uitvoerder: gemeente
gebied: GM0344
grondslag: { wet: Verordening proefbijdrage }
vanaf: 2026-01-01
gebeurtenissen: [verhuizen]
parameters:
  bijdrage_bedrag: { waarde: 10, eenheid: EUR/maand, bron: artikel 1 }
  hoogste_inkomen: { waarde: 25000, eenheid: EUR/jaar, bron: artikel 2 }
regels:
  inkomen_is_laag:
    artikel: "2"
    eenheid: ja-nee
    formule: aanvrager.toetsingsinkomen <= hoogste_inkomen
  bijdrage:
    artikel: "1"
    eenheid: EUR/maand
    formule: bijdrage_bedrag
uitkomst: { voorwaarden: [inkomen_is_laag], bedrag: bijdrage }
teksten:
  nl: { titel: Proef, kort: Een proef., voorwaarden: { inkomen_is_laag: Uw inkomen is laag. } }
kanalen:
  balie: { tekst: { nl: Loop binnen. } }
`

function anders(...paren: readonly (readonly [string, string])[]): string {
  return paren.reduce((tekst, [van, naar]) => {
    assert.ok(tekst.includes(van), van)
    return tekst.replace(van, naar)
  }, REGELING)
}

/** What somebody sees: line and code of each fault, in order of the file. */
function fouten(tekst: string): string[] {
  const uit = controleerErbovenop(lagen, bronBestand(PAD, tekst))
  if (uit.status === 'goed') return []
  assert.deepEqual(uit.elders, [])
  const plek = uit.fouten.map((f) => `${f.regel}:${f.kolom} ${f.melding}`)
  assert.equal(new Set(plek).size, plek.length, plek.join('\n'))
  return uit.fouten.map((f) => `${f.regel} ${f.code}`)
}

test('the scheme of these tests is right', () => assert.deepEqual(fouten(REGELING), []))

test('formulas, organisation, channel, life event and texts: every fault in one run, each once', () => {
  const stuk = anders(
    ['uitvoerder: gemeente', 'uitvoerder: gemeentte'],
    ['[verhuizen]', '[verhuizen, verhuisd]'],
    ['toetsingsinkomen <=', 'inkomen <='],
    ['formule: bijdrage_bedrag', 'formule: bijdrage_bedrag +'],
    [
      '{ titel: Proef, kort: Een proef., voorwaarden: { inkomen_is_laag: Uw inkomen is laag. } }',
      '{ kort: [x] }',
    ],
    ['balie: { tekst: { nl: Loop binnen. } }', 'web: { url: "https://www.utrecht.nl" }'],
  )
  assert.deepEqual(fouten(stuk), [
    '4 uitvoerder-onbekend',
    '8 gebeurtenis-onbekend',
    '16 formule',
    '20 formule',
    '23 tekst-ontbreekt',
    '23 tekst-voorwaarde',
    '23 veld-geen-tekst',
    '25 kanaal-niet-digitaal',
  ])
})

test('what has no shape is named once, and hides nothing else', () => {
  const stuk = anders(
    ['uitvoerder: gemeente\n', ''],
    ['kanalen:\n  balie: { tekst: { nl: Loop binnen. } }', 'kanalen: balie'],
    ['formule: bijdrage_bedrag', 'formule: bijdrge_bedrag'],
  ).replace(/teksten:\n.*\n/, 'teksten: geen\n')
  const gevonden = fouten(stuk).map((f) => f.replace(/^\d+ /, ''))
  assert.equal(gevonden.length, 4, gevonden.join())
  assert.ok(gevonden.includes('formule'))
  assert.equal(gevonden.filter((code) => code === 'veld-geen-lijst').length, 2)
})

test('what YAML would change without a word is named together with the faults behind it', () => {
  const stuk = anders(
    ['waarde: 10,', 'waarde: 010,'],
    ['waarde: 25000', 'waarde: 25_000'],
    ['bron: artikel 2 }', 'bron: artikel 2, lid 3 }'],
    ['aanvrager.toetsingsinkomen <= hoogste_inkomen', '"aanvrager.inkomen <= hoogste_inkomen"'],
    ['formule: bijdrage_bedrag', 'formule: bijdrage_bedrg # bedrag'],
    ['uitvoerder: gemeente', 'uitvoerder: gemeentte'],
  )
  assert.deepEqual(fouten(stuk), [
    '4 uitvoerder-onbekend',
    '10 yaml-getal',
    '11 yaml-getal',
    '11 yaml-komma',
    '16 formule-aanhaling',
    '16 formule',
    '20 formule',
    '20 formule-hekje',
  ])
})

test('a file in the wrong folder, or of a version that exists, shows the faults inside it as well', () => {
  const bestand = 'regelingen/lokaal/GM0344/andere-naam/2026-01-01.yaml'
  const stuk = anders(
    ['toetsingsinkomen <=', 'inkomen <='],
    ['uitvoerder: gemeente', 'uitvoerder: gemeentte'],
  )
  const erbij: Laag = { naam: 'erbij', soort: 'toegevoegd', bestanden: [bronBestand(bestand, stuk)] }
  const uit = controleerTerPlaatse([...lagen, erbij], bestand)
  assert.ok(uit.status === 'fout')
  assert.deepEqual(uit.fouten.map((f) => f.code).sort(), ['formule', 'regeling-map', 'uitvoerder-onbekend'])

  const goed: Laag = { naam: 'goed', soort: 'toegevoegd', bestanden: [bronBestand(PAD, REGELING)] }
  const bovenop = controleerErbovenop([...lagen, goed], bronBestand(PAD, stuk))
  assert.ok(bovenop.status === 'fout')
  assert.deepEqual(bovenop.fouten.map((f) => f.code).sort(), [
    'formule',
    'regeling-versie',
    'uitvoerder-onbekend',
  ])
})

test('a file is not refused for what the fault of another made of it', () => {
  // The later file inherits from the earlier one, which now has faults; its last good text comes back.
  const later = 'regelingen/lokaal/GM0344/proefbijdrage/2027-01-01.yaml'
  const erop = 'id: proefbijdrage\ngebied: GM0344\nvanaf: 2027-01-01\nbouwt_voort_op: 2026-01-01\n'
  const stuk = anders(
    ['formule: bijdrage_bedrag', 'formule: bijdrage_bedrag +'],
    ['uitvoerder: gemeente', 'uitvoerder: x'],
  )
  const erbij: Laag = {
    naam: 'erbij',
    soort: 'toegevoegd',
    bestanden: [bronBestand(PAD, stuk), bronBestand(later, erop)],
  }
  const gemaakt = stelSamen({
    lagen: [...lagen, erbij],
    compileer: compileCorpus,
    geheugen: new Map(),
    laatsteGoede: (_laag, bestand) => (bestand === PAD ? bronBestand(PAD, REGELING) : undefined),
  })
  assert.ok(gemaakt.ok)
  assert.deepEqual(
    gemaakt.geweigerd.map((g) => [g.bestand, g.inPlaats, g.fouten.map((f) => f.code).sort()]),
    [[PAD, 'laatste-goede', ['formule', 'uitvoerder-onbekend']]],
  )
})
