import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../kalender/index.ts'
import { bronBestand } from './bestand.ts'
import { aanwijzingOp, leesPostwegen, POSTSOORTEN, verlopenUitzonderingen } from './postwegen.ts'
import { proefcorpus } from './proefcorpus.ts'
import { leesYaml } from './yaml.ts'

function lees(
  soorten: Readonly<Record<string, string>>,
  kop = 'organisatie: svb\nversie: 2\nvanaf: 2026-01-01',
) {
  const regels = POSTSOORTEN.map((soort) => `  ${soort}: ${soorten[soort] ?? 'niet-vastgesteld'}`)
  const tekst = `${kop}\nsoorten:\n${regels.join('\n')}\n`
  const { document } = leesYaml(bronBestand('postwegen/svb.yaml', tekst))
  assert.ok(document)
  return leesPostwegen(document)
}

test('a kind without a way, a body without a file and an exception that is over are the same: nothing is designated', () => {
  const { postwegen, fouten } = lees({
    klacht:
      '{ wegen: [{ kanaal: email, waar: klacht@svb.example }, { kanaal: web, waar: voordeur }], besluit: proef }',
    bezwaar: '{ uitzondering_tot: 2026-07-01, besluit: proef }',
  })
  assert.deepEqual(fouten, [])
  const alle = new Map([['svb', postwegen]])
  const op = (soort: 'klacht' | 'bezwaar' | 'overig', dag: string, organisatie = 'svb') =>
    aanwijzingOp(alle, { organisatie, soort }, datum(dag)).soort
  assert.deepEqual(aanwijzingOp(alle, { organisatie: 'svb', soort: 'klacht' }, datum('2026-03-01')), {
    soort: 'vastgesteld',
    wegen: [{ kanaal: 'email', waar: 'klacht@svb.example' }, { kanaal: 'web' }],
    besluit: 'proef',
  })
  assert.equal(op('klacht', '2025-12-31'), 'niet-vastgesteld')
  assert.equal(op('klacht', '2026-03-01', 'uwv'), 'niet-vastgesteld')
  assert.equal(op('overig', '2026-03-01'), 'niet-vastgesteld')
  assert.equal(op('bezwaar', '2026-06-30'), 'uitzondering')
  assert.equal(op('bezwaar', '2026-07-01'), 'niet-vastgesteld')
  assert.deepEqual(verlopenUitzonderingen(alle, datum('2026-06-30')), [])
  assert.deepEqual(verlopenUitzonderingen(alle, datum('2026-07-01')), [
    { organisatie: 'svb', soort: 'bezwaar', tot: '2026-07-01' },
  ])
})

test('what somebody gets wrong in a register of ways is named at its place', () => {
  const codes = (soorten: Readonly<Record<string, string>>, kop?: string) =>
    lees(soorten, kop).fouten.map(({ code, regel }) => `${code} ${regel}`)
  assert.deepEqual(codes({ bezwaar: 'onbekend' }), ['postwegen-soort 5'])
  assert.deepEqual(codes({ bezwaar: '{ wegen: [], besluit: x }' }), ['postwegen-zonder-weg 5'])
  assert.deepEqual(codes({ bezwaar: '{ wegen: [{ kanaal: fax, waar: x }], besluit: x }' }), ['veld-keuze 5'])
  assert.deepEqual(codes({ bezwaar: '{ wegen: [{ kanaal: web, waar: voordeur }] }' }), ['veld-ontbreekt 5'])
  assert.deepEqual(codes({ bezwaar: '{ uitzondering_tot: morgen, besluit: x }' }), ['postwegen-datum 5'])
  assert.deepEqual(codes({}, 'organisatie: uwv\nversie: 0\nvanaf: 2026-01-01'), [
    'postwegen-naam 1',
    'postwegen-versie 2',
  ])
})

test('of what is shipped no way is made up: only what a decision says is designated', () => {
  const { postwegen } = proefcorpus()
  assert.ok(postwegen.size > 0)
  for (const { organisatie, soorten } of postwegen.values())
    for (const soort of POSTSOORTEN) assert.equal(soorten[soort].soort, 'niet-vastgesteld', organisatie)
})
