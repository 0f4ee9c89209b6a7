import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proactiefproef } from '../../bench/proactiefproef.ts'
import { openProefdatabank } from '../../src/store/proefdatabank.ts'

test('nodes are killed while events come in: who was to be told is told once, and nobody else', async (t) => {
  const { url: databaseUrl } = await openProefdatabank(t)
  const metingen = await proactiefproef({ aantal: 60, keren: 2, databank: 'verbreek', databaseUrl })
  for (const { naam, waarde, grens } of metingen)
    if (grens !== undefined) assert.ok(waarde <= grens, `${naam}: ${waarde}`)
})
