import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { proeforganisatie } from '../../audit/proefaudit.ts'
import { leesLagen, MEEGELEVERD } from '../../corpus/index.ts'
import type { BevolkingsloopStore } from './bevolkingsloop-store.ts'
import { openVergelijkingen } from './vergelijkloop.ts'
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

test('another version is laid beside the law in that thread too: who asks pages meanwhile waits for neither', async () => {
  const bewaard: unknown[] = []
  const vergelijkingen = openVergelijkingen({
    // Nothing else of the store is asked.
    store: {
      vraag: async (wat: unknown) => {
        bewaard.push(wat)
        return 'ok'
      },
    } as unknown as BevolkingsloopStore,
    corpus: () => ({
      bestanden: bestanden.map((een) => ({ ...een, laag: 'meegeleverd' })),
      get engine(): never {
        throw new Error('het corpus van wie pagina’s geeft, hoort hier niet aangeraakt')
      },
    }),
    nu: () => new Date('2026-03-01T10:00:00Z'),
    nieuwId: () => 'een',
  })
  const vraag = (datum: string) =>
    vergelijkingen.vraag({
      ...{ organisatie: proeforganisatie('gemeente-GM0599'), regeling: 'zorgtoeslag', naam: 'toen' },
      ...{ wens: { soort: 'versie', datum }, peildatum: '2026-03-01' },
    })
  assert.deepEqual(await vraag('2025-03-01'), { status: 'ok', id: 'een' })
  assert.deepEqual(await vraag('2026-03-01'), { status: 'gelijk', regelingen: ['zorgtoeslag'] })
  assert.equal(bewaard.length, 1)
})
