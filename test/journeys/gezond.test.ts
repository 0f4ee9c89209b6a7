import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openReis } from './reis.ts'

test('the operator sees every part at /gezond', async (t) => {
  const { page } = await openReis(t)
  const antwoord = await page.goto('/gezond')
  assert.ok(antwoord)
  assert.equal(antwoord.status(), 200)
  const inhoud: unknown = await antwoord.json()
  assert.partialDeepStrictEqual(inhoud, {
    gereed: true,
    onderdelen: { databank: {}, corpus: { stand: 'goed' } },
  })
})

test('an address that does not exist is a page in plain words, without a script', async (t) => {
  const { page } = await openReis(t, { javaScriptEnabled: false })
  const antwoord = await page.goto('/dit-bestaat-niet')
  assert.equal(antwoord?.status(), 404)
  assert.match(await page.locator('h1').innerText(), /pagina is er niet/)
})
