import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../kalender/index.ts'
import { bronBestand } from './bestand.ts'
import {
  aanwijzingOp,
  controleerPostwegen,
  leesPostwegen,
  maakPostwegregister,
  POSTSOORTEN,
  postwegenOp,
  verlopenUitzonderingen,
} from './postwegen.ts'
import { proefcorpus } from './proefcorpus.ts'
import { leesYaml } from './yaml.ts'

function lees(
  soorten: Readonly<Record<string, string>>,
  kop = 'organisatie: svb\nversie: 2\nvanaf: 2026-01-01',
  naam = 'svb',
) {
  const regels = POSTSOORTEN.map((soort) => `  ${soort}: ${soorten[soort] ?? 'niet-vastgesteld'}`)
  const tekst = `${kop}\nsoorten:\n${regels.join('\n')}\n`
  const { document } = leesYaml(bronBestand(`postwegen/${naam}.yaml`, tekst))
  assert.ok(document)
  return { document, ...leesPostwegen(document) }
}

test('a kind without a way, a body without a file and an exception that is over are the same: nothing is designated', () => {
  const { postwegen, fouten } = lees({
    klacht:
      '{ wegen: [{ kanaal: email, waar: klacht@svb.example }, { kanaal: web, waar: voordeur }], besluit: proef }',
    bezwaar: '{ uitzondering_tot: 2026-07-01, besluit: proef }',
  })
  assert.deepEqual(fouten, [])
  const alle = maakPostwegregister([postwegen])
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

test('a later text waits for its day, and what held before it can still be asked', () => {
  const klacht = (waar: string) => ({
    klacht: `{ wegen: [{ kanaal: email, waar: ${waar} }], besluit: proef }`,
  })
  const nu = lees(klacht('een@svb.example'))
  const straks = lees(
    klacht('twee@svb.example'),
    'organisatie: svb\nversie: 3\nvanaf: 2027-01-01',
    'svb@2027-01-01',
  )
  assert.deepEqual([...nu.fouten, ...straks.fouten], [])
  const register = maakPostwegregister([straks.postwegen, nu.postwegen])
  const op = (dag: string) => {
    const van = aanwijzingOp(register, { organisatie: 'svb', soort: 'klacht' }, datum(dag))
    return van.soort === 'vastgesteld' ? van.wegen[0]?.waar : van.soort
  }
  assert.deepEqual(['2025-12-31', '2026-11-26', '2026-12-31', '2027-01-01', '2030-01-01'].map(op), [
    'niet-vastgesteld',
    'een@svb.example',
    'een@svb.example',
    'twee@svb.example',
    'twee@svb.example',
  ])
  assert.equal(postwegenOp(register, 'svb', datum('2026-12-31'))?.versie, 2)
  // One day, one text, and a later one has a higher version.
  const { organisaties } = proefcorpus()
  const code = ({ document, postwegen }: typeof nu, ander: typeof nu) =>
    controleerPostwegen(document, postwegen, {
      organisaties,
      register: maakPostwegregister([postwegen, ander.postwegen]),
    }).map((fout) => fout.code)
  assert.deepEqual([code(straks, nu), code(nu, straks)], [[], []])
  assert.deepEqual(code(nu, lees({})), ['postwegen-dubbel'])
  const lager = lees({}, 'organisatie: svb\nversie: 2\nvanaf: 2027-01-01', 'svb@2027-01-01')
  assert.deepEqual(code(lager, nu), ['postwegen-dubbel'])
  const verkeerd = lees({}, 'organisatie: svb\nversie: 3\nvanaf: 2027-01-01', 'svb@2027-02-01')
  assert.deepEqual(
    verkeerd.fouten.map((fout) => fout.code),
    ['postwegen-naam'],
  )
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
  for (const { organisatie, soorten } of [...postwegen.values()].flat())
    for (const soort of POSTSOORTEN) assert.equal(soorten[soort].soort, 'niet-vastgesteld', organisatie)
})
