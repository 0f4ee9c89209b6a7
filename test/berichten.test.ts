import assert from 'node:assert/strict'
import { test } from 'node:test'
import { berichtenproef } from '../bench/berichten.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'

test('a server that is killed while messages come in loses none that it took, and its index is as the sources are', async (t) => {
  const { url } = await openProefdatabank(t)
  const metingen = await berichtenproef({ aantal: 800, keren: 1, databaseUrl: url })
  const uitkomst = new Map(metingen.map(({ naam, waarde }) => [naam, waarde]))
  assert.equal(uitkomst.get('berichten.bezorgd'), 800)
  assert.equal(uitkomst.get('berichten.gedood'), 1)
  for (const { naam, waarde, grens } of metingen)
    if (grens !== undefined) assert.ok(waarde <= grens, `${naam}: ${waarde}`)
})
