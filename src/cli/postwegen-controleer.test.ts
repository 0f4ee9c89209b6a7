import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { POSTSOORTEN } from '../corpus/index.ts'
import { voerUit } from './postwegen-controleer.ts'

test('an exception that is over fails the check from the day on which it ends', async (t) => {
  const map = mkdtempSync(join(tmpdir(), 'postwegen-'))
  t.after(() => rmSync(map, { recursive: true }))
  mkdirSync(join(map, 'postwegen'))
  const soorten = POSTSOORTEN.map((soort) =>
    soort === 'klacht'
      ? '  klacht: { uitzondering_tot: 2026-07-01, besluit: proef }'
      : `  ${soort}: niet-vastgesteld`,
  )
  const tekst = `organisatie: kvk\nversie: 1\nvanaf: 2026-01-01\nsoorten:\n${soorten.join('\n')}\n`
  writeFileSync(join(map, 'postwegen', 'kvk.yaml'), tekst)
  for (const [dag, code] of [
    ['2026-06-30', 0],
    ['2026-07-01', 1],
  ] as const) {
    const regels: string[] = []
    const uit = await voerUit([], {
      uit: (regel) => regels.push(regel),
      fout: (regel) => regels.push(regel),
      omgeving: { VOORDEUR_NU: dag, VOORDEUR_CORPUS: map },
      werkmap: process.cwd(),
    })
    assert.equal(uit, code, regels.join('\n'))
    assert.equal(regels.join().includes('postwegen/kvk.yaml'), code === 1)
  }
})
