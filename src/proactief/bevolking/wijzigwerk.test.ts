import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { leesLagen, MEEGELEVERD } from '../../corpus/index.ts'
import { openInDraad } from './wijzigwerk.ts'

const bestanden = leesLagen({ mappen: [MEEGELEVERD] }).flatMap((laag) => laag.bestanden)
const ZORG = 'regelingen/nationaal/zorgtoeslag/2026-01-01.yaml'
const zorg = readFileSync(join(MEEGELEVERD, ZORG), 'utf8')
const vraag = (tekst: string) => ({
  ...{ bestanden, wijziging: { soort: 'tekst', bestand: ZORG, tekst } as const },
  ...{ peildatum: '2026-03-01', dag: Date.UTC(2026, 2, 1) / 86_400_000, zaad: 1, huishoudens: 1_000 },
})

/** As large as may come in, and every rule reads the one before it twice. */
const enorm = zorg.replace(
  /^regels:$/m,
  [
    'regels:',
    ...Array.from({ length: 4_000 }, (_, i) =>
      [
        `  r${i}:`,
        '    artikel: "2"',
        '    eenheid: EUR/jaar',
        `    formule: ${i === 0 ? 'standaardpremie' : `max(r${i - 1}, r${i - 1})`}`,
      ].join('\n'),
    ),
  ].join('\n'),
)

test('a text that takes too long or too much is stopped and says so, and the next one is looked at', async () => {
  assert.ok(enorm.length > 300_000)
  assert.deepEqual(await openInDraad(vraag(enorm), { maxMs: 1 }), { status: 'te-zwaar' })
  assert.deepEqual(await openInDraad(vraag(enorm), { maxMb: 24 }), { status: 'te-zwaar' })
  // Names that stand for each other's contents eight deep, and brackets without end: faults, as of any other text.
  const namen = ['a: &a [x, x, x, x, x, x, x, x]']
  for (const [i, naam] of [...'bcdefgh'].entries())
    namen.push(`${naam}: &${naam} [${Array.from({ length: 8 }, () => `*${'abcdefgh'[i]}`).join(', ')}]`)
  const haken = zorg.replace(/formule: .*/, `formule: ${'('.repeat(200_000)}1${')'.repeat(200_000)}`)
  const uitslagen = await Promise.all([openInDraad(vraag(namen.join('\n'))), openInDraad(vraag(haken))])
  for (const uit of uitslagen) assert.ok(uit.status === 'fout' && uit.fouten.length > 0, uit.status)
})
