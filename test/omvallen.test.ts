import assert from 'node:assert/strict'
import { test } from 'node:test'
import { omvallen } from '../bench/omvallen.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'

test('a server that is killed while people log in and report loses nothing it accepted, and does nothing twice', async (t) => {
  const { url } = await openProefdatabank(t)
  const metingen = await omvallen({ aantal: 2, keren: 1, databaseUrl: url })
  const uitkomst = new Map(metingen.map(({ naam, waarde }) => [naam, waarde]))
  assert.equal(uitkomst.get('omvallen.inlogs'), 2)
  assert.equal(uitkomst.get('omvallen.meldingen'), 2)
  assert.ok((uitkomst.get('omvallen.gedood') ?? 0) >= 1)
  for (const { naam, waarde, grens } of metingen)
    if (grens !== undefined) assert.ok(waarde <= grens, `${naam}: ${waarde}`)
})
