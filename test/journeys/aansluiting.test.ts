import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

async function naarBalie(page: Page, organisatie: RegExp, wie: RegExp): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: organisatie }).click()
  await page.getByRole('button', { name: wie }).click()
  await page.waitForURL('**/balie')
}

const geheim = /[A-Za-z0-9_-]{32}-gemeente-GM0599/

test('an operator tests a connection, looks as a test person by rules that are not saved yet, and then saves them', async (t) => {
  const { nieuw, app } = await startReis(t)
  const { page } = await nieuw()
  await naarBalie(page, /Rotterdam/, /Tessa/)
  await page.getByRole('link', { name: 'Aansluitingen' }).click()
  await page.getByRole('link', { name: 'Gemeente Rotterdam' }).waitFor()
  await controleerToegankelijkheid(page)
  await page.getByRole('link', { name: 'Gemeente Rotterdam' }).click()
  await controleerToegankelijkheid(page)

  await page.getByRole('link', { name: 'Test de aansluiting' }).click()
  await page.getByRole('button', { name: 'Begin de test' }).click()
  await page.getByText('De aansluiting werkt.').waitFor()
  await page.getByRole('heading', { name: 'Zaken van een proefpersoon' }).waitFor()
  // The test subscribed, and the organisation reached us.
  await page.getByText('Wij krijgen bericht als er iets verandert.').waitFor()
  await controleerToegankelijkheid(page)

  await page.goto('/balie/bronnen/gemeente-GM0599/regels')
  await controleerToegankelijkheid(page)
  const fatima = app.demo?.bekenden.find(({ id }) => id === 'fatima')?.persoon.bsn
  assert.ok(fatima)
  const eindigt = `Eindigt op ${fatima.slice(-3)}`
  assert.ok(!(await page.content()).includes(fatima))
  await page.getByLabel('Proefpersoon').selectOption({ label: eindigt })
  await page.getByRole('button', { name: 'Bekijk met deze regels' }).click()
  await page.getByRole('button', { name: 'Bijzondere bijstand' }).first().waitFor()
  await controleerToegankelijkheid(page)
  assert.ok(!page.url().includes(fatima))

  await page.goto('/balie/bronnen/gemeente-GM0599/regels')
  await page.locator('summary', { hasText: 'Bijzondere bijstand' }).click()
  await page.getByRole('group', { name: 'Bijzondere bijstand' }).getByLabel('Laten zien').selectOption('nee')
  await page.getByLabel('Proefpersoon').selectOption({ label: eindigt })
  await page.getByRole('button', { name: 'Bekijk met deze regels' }).click()
  await page.getByRole('button', { name: 'Voorrang op een huurwoning' }).first().waitFor()
  assert.equal(await page.getByRole('button', { name: 'Bijzondere bijstand' }).count(), 0)
  await page.getByRole('button', { name: 'Bewaar deze regels' }).click()
  await page.getByText('Bewaard. Het geldt nu meteen.').waitFor()
  await page.getByText('wat inwoners zien').first().waitFor()

  await page.goto('/balie/bronnen/gemeente-GM0599/instellen')
  await controleerToegankelijkheid(page)
  assert.doesNotMatch(await page.content(), geheim)
  await page.getByLabel('Zaken API', { exact: true }).fill('http://10.0.0.1/zaken')
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await page.getByRole('alert').getByText('Dit adres ligt in een eigen netwerk').waitFor()
  await controleerToegankelijkheid(page)

  // What was saved holds for residents at once.
  const { page: bij } = await nieuw()
  await bij.goto('/inloggen?naar=zaken')
  await bij.getByRole('link', { name: 'Inloggen met DigiD' }).click()
  await bij.getByRole('button', { name: /Fatima/ }).click()
  await bij.getByRole('link', { name: 'Voorrang op een huurwoning' }).first().waitFor()
  assert.equal(await bij.getByRole('link', { name: 'Bijzondere bijstand' }).count(), 0)
})

test('who looks after one organisation sees that one, and its addresses are not for them to change', async (t) => {
  const { nieuw } = await startReis(t)
  const { page } = await nieuw()
  await naarBalie(page, /Rotterdam/, /Ingrid/)
  await page.getByRole('link', { name: 'Aansluitingen' }).click()
  assert.deepEqual(await page.getByRole('heading', { level: 2 }).allInnerTexts(), ['Gemeente Rotterdam'])
  await page.goto('/balie/bronnen/gemeente-GM0599/instellen')
  await controleerToegankelijkheid(page)
  assert.equal(await page.getByLabel('Zaken API').count(), 0)
  assert.equal((await page.goto('/balie/bronnen/gemeente-GM0344'))?.status(), 403)
})
