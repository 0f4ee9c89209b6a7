import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kanalenproef } from '../bench/kanalenproef.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'

test('while the server that sends is killed and its database breaks off, each message reaches its person, once', async (t) => {
  const { url } = await openProefdatabank(t)
  const proef = { aantal: 200, mensen: 20, keren: 2, databank: 'verbreek', databaseUrl: url } as const
  const metingen = await kanalenproef(proef)
  const uitkomst = new Map(metingen.map(({ naam, waarde }) => [naam, waarde]))
  assert.equal(uitkomst.get('kanalen.aanvaard'), 200)
  for (const { naam, waarde, grens } of metingen)
    if (grens !== undefined) assert.ok(waarde <= grens, `${naam}: ${waarde}`)
})
