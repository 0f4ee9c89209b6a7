import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bronBestand } from './bestand.ts'
import { controleerKennisblad, leesKennisblad } from './kennisblad.ts'
import { proefcorpus } from './proefcorpus.ts'
import { leesYaml } from './yaml.ts'

function lees(bestand: string, tekst: string) {
  const gelezen = leesYaml(bronBestand(bestand, tekst))
  assert.ok(gelezen.document)
  const { organisaties, gebeurtenissen, engine } = proefcorpus()
  const regelingen = new Set(engine.alleRegelingen().map(({ id }) => id))
  const { blad, fouten } = leesKennisblad(gelezen.document)
  const verband = controleerKennisblad(gelezen.document, blad, { organisaties, gebeurtenissen, regelingen })
  return { blad, codes: [...fouten, ...verband].map(({ code }) => code) }
}

test('a sheet says what it is about, and everything in it where it comes from', () => {
  const goed = `over: { regeling: aow }
legt_uit: { organisatie: svb }
uitzonderingen:
  - { wat: "Hoogstens 12 maanden terug.", artikel: "16 lid 2", bron: "AOW", vertrouwen: opgesteld }
`
  const { blad, codes } = lees('kennis/regeling-aow.yaml', goed)
  assert.deepEqual(codes, [])
  assert.equal(blad.legtUit?.weg, undefined)
  assert.equal(blad.hardheid.length, 0)
})

test('an exception without an article, a sheet about nothing, and an unknown organisation are refused by name', () => {
  const zonder = `over: { regeling: aow }
hardheid:
  - { wat: "Het kan anders.", bron: "AOW", vertrouwen: opgesteld }
`
  assert.deepEqual(lees('kennis/regeling-aow.yaml', zonder).codes, ['veld-ontbreekt'])
  assert.deepEqual(lees('kennis/regeling-aow.yaml', 'over: { regeling: bestaat-niet }\n').codes, [
    'kennis-naam',
    'kennis-onderwerp',
  ])
  assert.deepEqual(lees('kennis/regeling-aow.yaml', 'over: { regeling: aow }\nbeslist: niemand\n').codes, [
    'kennis-organisatie',
  ])
  assert.ok(
    lees('kennis/x.yaml', 'over: { regeling: aow, gebeurtenis: scheiden }\n').codes.includes('kennis-over'),
  )
})

test('every shipped sheet has its own subject, and its sources are named', () => {
  const { kennis } = proefcorpus()
  assert.ok(kennis.size >= 20)
  for (const { id, struikelblokken, vragen, uitzonderingen, hardheid } of kennis.values())
    for (const { bron } of [...struikelblokken, ...vragen, ...uitzonderingen, ...hardheid])
      assert.ok(bron.length > 3, id)
})
