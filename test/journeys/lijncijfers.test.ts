import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

/** In lane hours of the made-up teams. */
const MAANDAGOCHTEND = '2026-03-02T09:00:00Z'

async function zoek(page: Page, onderwerp: string, plaats: string): Promise<void> {
  await page.goto('/balie/lijnen')
  await page.getByLabel('Of kies een onderwerp').selectOption(onderwerp)
  await page.getByLabel('Woonplaats of eiland van de inwoner').fill(plaats)
  await page.getByRole('button', { name: 'Zoek een team' }).click()
}

test('what colleagues asked for and did not find stands in the numbers, in a picture and in a table without script', async (t) => {
  const { nieuw } = await startReis(t, {}, MAANDAGOCHTEND)
  const { page: esra } = await nieuw({ javaScriptEnabled: false })
  await naarBalie(esra, /Rotterdam/, /Esra/)
  for (let keer = 0; keer < 10; keer++) {
    await zoek(esra, 'regeling-bijstand', 'Groningen')
    await esra.getByText('Voor deze vraag is er nog geen team met een lijn.').waitFor()
  }
  // What was found goes first, and the form is folded; what was not found leaves it open.
  assert.equal(await esra.locator('#opnieuw').getAttribute('open'), '')
  await zoek(esra, 'regeling-bijstand', 'Assen')
  await zoek(esra, 'regeling-aow', 'Rotterdam')
  assert.equal(await esra.locator('#opnieuw').getAttribute('open'), null)
  await esra.getByRole('button', { name: /Laat mij terugbellen/ }).click()

  const { page: tessa } = await nieuw({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  await naarBalie(tessa, /Rotterdam/, /Tessa/)
  await tessa.goto('/balie/lijnen/cijfers')
  const gemist = tessa.getByRole('table', { name: 'Waar een lijn ontbreekt' }).getByRole('row')
  assert.match((await gemist.nth(1).textContent()) ?? '', /Bijstand.*Groningen.*10$/)
  assert.equal(await gemist.count(), 2, 'what was asked for once is not named')
  const team = tessa.getByRole('table', { name: 'Wachttijd per team' }).getByRole('row')
  assert.match((await team.nth(1).textContent()) ?? '', /AOW.*minder dan 10/)
  assert.ok(Number(await tessa.evaluate('document.documentElement.scrollWidth')) <= 360)

  const { page: donker } = await nieuw({ colorScheme: 'dark' })
  await naarBalie(donker, /Rotterdam/, /Tessa/)
  for (const taal of ['', '/en', '/pap']) {
    await donker.goto(`${taal}/balie/lijnen/cijfers?weken=13`)
    await controleerToegankelijkheid(donker)
  }
  const [bestand] = await Promise.all([
    donker.waitForEvent('download'),
    donker.locator('a[href*="cijfers.csv"]').click(),
  ])
  assert.match(bestand.suggestedFilename(), /^lijnen-2025-12-01-2026-03-02\.csv$/)
})
