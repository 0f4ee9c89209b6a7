import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { bronBestand } from './bestand.ts'
import { leesMap } from './map-lezen.ts'
import { proefcorpus } from './proefcorpus.ts'
import { controleerVoorbeelden, leesVoorbeelden } from './voorbeelden.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')

test('every example beside a law file comes out as expected', (t) => {
  const geladen = proefcorpus()
  const verschillen: string[] = []
  const herkomst = new Map<string, number>()
  for (const bron of leesMap(CORPUS)) {
    if (!bron.bestand.endsWith('.voorbeelden.yaml')) continue
    const gelezen = leesVoorbeelden(bron)
    if (!gelezen.ok) {
      verschillen.push(...gelezen.fouten.map((f) => `${f.bestand}:${f.regel} ${f.melding}`))
      continue
    }
    for (const { voorbeeld, verschillen: anders } of controleerVoorbeelden(
      geladen.engine,
      gelezen.voorbeelden,
    )) {
      herkomst.set(voorbeeld.herkomst, (herkomst.get(voorbeeld.herkomst) ?? 0) + 1)
      if (anders.length > 0)
        verschillen.push(`${bron.bestand}:${voorbeeld.plek.regel} ${voorbeeld.naam}: ${anders.join('; ')}`)
    }
  }
  t.diagnostic([...herkomst].map(([naam, aantal]) => `${naam}: ${aantal}`).join(', '))
  assert.deepEqual(verschillen, [])
})

test('an example that does not come out says what is and what was expected', () => {
  const geladen = proefcorpus()
  const gelezen = leesVoorbeelden(
    bronBestand(
      'x.voorbeelden.yaml',
      `regeling: zorgtoeslag
voorbeelden:
  - naam: niets bekend
    herkomst: eigen-berekening
    datum: 2026-03-01
    huishouden: { woning: { gemeente: GM0363 } }
    verwacht: { recht: ja, bedrag: 100 }
  - naam: bestaat niet
    herkomst: eigen-berekening
    datum: 2026-03-01
    huishouden: { aanvrager: { schoenmaat: 42 } }
    verwacht: { recht: nee }
`,
    ),
  )
  assert.ok(gelezen.ok)
  const [eerste, tweede] = controleerVoorbeelden(geladen.engine, gelezen.voorbeelden)
  assert.deepEqual(eerste?.verschillen, [
    'recht is "onbekend", verwacht "ja"',
    'bedrag is er niet, verwacht 100',
  ])
  assert.match(tweede?.verschillen[0] ?? '', /^\/huishouden\/aanvrager\/schoenmaat: /)
})

test('a faulty file of examples is refused with every fault', () => {
  const gelezen = leesVoorbeelden(
    bronBestand(
      'x.voorbeelden.yaml',
      'regeling: a\nvoorbeelden:\n  - naam: x\n    herkomst: gehoord\n    datum: 2026-01-01\n    huishouden: {}\n    verwacht: { rcht: ja }\n',
    ),
  )
  assert.ok(!gelezen.ok)
  assert.deepEqual(
    gelezen.fouten.map((f) => `${f.regel} ${f.code}`),
    ['7 veld-onbekend', '4 voorbeeld-herkomst'],
  )
})
