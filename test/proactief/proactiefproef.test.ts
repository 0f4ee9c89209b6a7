import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proactiefproef } from '../../bench/proactiefproef.ts'
import { openProefdatabank } from '../../src/store/proefdatabank.ts'

test('nodes are killed while events come in: who was to be told is told once, and nobody else', async (t) => {
  const { url: databaseUrl } = await openProefdatabank(t)
  const telling = { zendingen: 3, keren: 2 }
  const proef = { mensen: 60, dubbel: 100, vloed: 100, telling, databank: 'verbreek', databaseUrl } as const
  const metingen = await proactiefproef(proef)
  for (const { naam, waarde, grens } of metingen ?? [])
    if (grens !== undefined) assert.ok(waarde <= grens, `${naam}: ${waarde}`)
})
