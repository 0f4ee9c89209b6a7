import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

async function naarModel(page: Page): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: /Rotterdam/ }).click()
  await page.getByRole('button', { name: /Esra/ }).click()
  await page.waitForURL('**/balie')
  await page.goto('/balie/lijnen')
  await page.getByRole('link', { name: 'Wat doet een eigen lijn met de wachttijd?' }).click()
}

const rij = (page: Page) => page.locator('tr', { hasText: 'Eigen lijn: collega' }).locator('td')

test('what a lane does is reckoned at once and played beside, in place with a script and by a link without', async (t) => {
  const { nieuw } = await startReis(t)
  const met = await nieuw({ viewport: { width: 360, height: 800 }, colorScheme: 'dark' })
  await naarModel(met.page)
  await controleerToegankelijkheid(met.page)
  await met.page.getByLabel('Apart team').fill('60')
  await met.page.getByRole('button', { name: 'Reken uit' }).click()
  await met.page.getByRole('alert').getByText('Vul hoogstens 49 in').waitFor()
  await controleerToegankelijkheid(met.page)
  await met.page.getByLabel('Apart team').fill('3')
  await met.page.getByRole('button', { name: 'Reken uit' }).click()
  await met.page.getByText('Wij speelden steeds dezelfde').waitFor()
  assert.equal(await rij(met.page).first().textContent(), '6,2')
  assert.notEqual(await rij(met.page).nth(1).textContent(), '–')
  await controleerToegankelijkheid(met.page)
  assert.ok(Number(await met.page.evaluate('document.documentElement.scrollWidth')) <= 360)

  const zonder = await nieuw({ javaScriptEnabled: false })
  await naarModel(zonder.page)
  // Other calls than those that were played a moment ago.
  await zonder.page.goto('/balie/lijnen/model?medewerkers=200&bezetting=95&aandeel=3&minuten=8&team=8&k=1')
  const klaar = zonder.page.getByText('Wij speelden steeds dezelfde')
  const kijk = zonder.page.getByRole('link', { name: 'Kijk hoe ver het is' })
  for (let n = 0; n < 40 && (await klaar.count()) === 0; n++) {
    await kijk.click()
  }
  assert.equal(await rij(zonder.page).first().textContent(), '0,9')
  assert.notEqual(await rij(zonder.page).nth(1).textContent(), '–')
})
