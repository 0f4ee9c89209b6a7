import assert from 'node:assert/strict'
import { test } from 'node:test'
import { controleerToegankelijkheid, openReis } from './reis.ts'
import { beantwoord, beantwoordAlles, ouderMetKind } from './vragen.ts'

/** Every kind of page. The questions of all kinds are looked at on the way, in Dutch. */
const paginas = [
  '/',
  '/gebeurtenissen',
  '/gebeurtenissen/kind-krijgen',
  '/gebeurtenissen/kind-krijgen/print',
  '/rechten',
  '/rechten/vraag?n=1',
  '/rechten/vraag?n=2',
  '/rechten/overzicht',
  '/rechten/zorgtoeslag',
  '/rechten/aow',
  '/rechten/antwoorden',
  '/rechten/huurtoeslag',
  '/rechten/print',
  '/rechten/wat-als',
  '/rechten/wat-als/werken',
  '/rechten/wat-als/werken/uitslag',
  '/rechten/wat-als/samenwonen',
  '/rechten/wat-als/verhuizen',
  '/rechten/wat-als/ouder',
  '/hulp',
  '/over',
  '/privacy',
  '/toegankelijkheid',
  '/redactie',
  '/redactie/regelingen',
  '/redactie/regelingen?gebied=GM0599',
  '/redactie/regelingen/kinderopvangtoeslag',
  '/redactie/regelingen/aow-leeftijd',
  '/redactie/gebeurtenissen',
  '/redactie/gebeurtenissen/kind-krijgen',
  '/redactie/organisaties',
  '/redactie/schrijven/regelingen',
  '/bestaat-niet',
]

for (const taal of ['', '/en', '/pap']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every kind of page, ${taal || 'nl'}, ${colorScheme}: nothing that axe can find`, async (t) => {
      const { page } = await openReis(t, { colorScheme, viewport: { width: 360, height: 800 } })
      await beantwoordAlles(page, ouderMetKind, taal)
      await page.goto(`${taal}/rechten/wat-als/werken`)
      await page.fill('#inkomen', '42000')
      await page.locator('main form button').click()
      for (const pad of paginas) {
        await page.goto(`${taal}${pad}`)
        await controleerToegankelijkheid(page)
        const breedte = Number(await page.evaluate('document.documentElement.scrollWidth'))
        assert.ok(breedte <= 360, `${pad} is ${breedte} wide`)
      }
    })
  }
}

test('each question on the way, and a form with a fault: nothing that axe can find', async (t) => {
  const { page } = await openReis(t)
  await page.goto('/rechten/vraag?n=1')
  await page.locator('button[value=verder]').click()
  await controleerToegankelijkheid(page)
  await page.goto('/rechten/vraag?n=1')
  const soorten = new Set<string>()
  for (let n = 0; n < 40 && page.url().includes('/vraag'); n += 1) {
    const velden = await page.evaluate(
      "[...document.querySelectorAll('main input:not([type=hidden])')].map((veld) => veld.id).join()",
    )
    if (!soorten.has(String(velden))) await controleerToegankelijkheid(page)
    soorten.add(String(velden))
    await beantwoord(page, ouderMetKind)
  }
  assert.ok(soorten.size > 3)
})

test('a life event filled in, opened everywhere, and with a fault: nothing that axe can find', async (t) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await openReis(t, { colorScheme, viewport: { width: 360, height: 800 } })
    await page.goto('/gebeurtenissen/kind-krijgen')
    await page.fill('#dag', '30')
    await page.fill('#maand', 'februari')
    await page.fill('#jaar', '2026')
    await page.locator('main form button').click()
    await controleerToegankelijkheid(page)
    await page.fill('#dag', '2')
    await page.locator('main form button').click()
    await page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
    await controleerToegankelijkheid(page)
    const breedte = Number(await page.evaluate('document.documentElement.scrollWidth'))
    assert.ok(breedte <= 360, `${breedte} wide`)
  }
})
