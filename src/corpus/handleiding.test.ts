import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bereken, parseVraag } from '../engine/index.ts'
import { bronBestand, controleerErbovenop, leesLagen, plaatsVoor } from './index.ts'

const wortel = join(import.meta.dirname, '..', '..')
const handleiding = readFileSync(join(wortel, 'docs', 'regelingen-schrijven.md'), 'utf8')
const [, voorbeeld = ''] = /```yaml\n([\s\S]*?)```/.exec(handleiding) ?? []
const lagen = leesLagen({ mappen: [join(wortel, 'corpus')] })

function controleer(tekst: string) {
  const bestand = plaatsVoor('2026-01-01.yaml', tekst)
  assert.equal(bestand, 'regelingen/lokaal/GM0344/huurbijdrage/2026-01-01.yaml')
  return controleerErbovenop(lagen, bronBestand(bestand, tekst))
}

test('the example in the manual is a whole scheme: it is accepted and computes', () => {
  const uit = controleer(voorbeeld)
  assert.equal(uit.status, 'goed', JSON.stringify(uit.status === 'fout' ? uit.fouten : ''))
  const reken = (huur: number, inkomen: number) => {
    const v = parseVraag(uit.corpus, {
      datum: '2026-03-01',
      huishouden: {
        aanvrager: { toetsingsinkomen: inkomen },
        woning: { kale_huur: huur, gemeente: 'GM0344' },
      },
      regelingen: ['huurbijdrage'],
    })
    assert.ok(v.ok)
    return bereken(uit.corpus, v.vraag).uitkomsten[0]
  }
  // A quarter of 650,50 - 400 is 62,625: in whole euros 62.
  assert.equal(reken(65_050, 2_500_000)?.bedrag?.waarde, 6200)
  assert.equal(reken(65_050, 2_500_001)?.recht, 'nee')
})

test('two faults in the example are both named, at their line, with a remedy', () => {
  const stuk = voorbeeld
    .replace('aanvrager.toetsingsinkomen <=', 'aanvrager.inkomen <=')
    .replace('eenheid: EUR/maand\n    uitleg', 'eenheid: EUR/jaar\n    uitleg')
  const uit = controleer(stuk)
  assert.equal(uit.status, 'fout')
  const regels = stuk.split('\n')
  const plek = (deel: string) => regels.findIndex((r) => r.includes(deel)) + 1
  assert.deepEqual(
    uit.fouten.map((f) => f.regel),
    [plek('aanvrager.inkomen'), plek('floor(deel')],
  )
  for (const f of uit.fouten) assert.ok(f.remedie.length > 10)
})
