/** What stories of chain cases do in common: to a desk, to a resident, a step in the plan. */
import type { Page } from 'playwright-core'

export async function naarBalie(page: Page, organisatie: RegExp, wie: RegExp): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: organisatie }).click()
  await page.getByRole('button', { name: wie }).click()
  await page.waitForURL('**/balie')
}

export async function vindFatima(page: Page): Promise<void> {
  await page.getByLabel('Een inwoner helpen', { exact: true }).check()
  await page.getByLabel('De inwoner staat bij mij aan de balie').check()
  await page.getByRole('button', { name: 'Verder naar zoeken' }).click()
  await page.getByLabel('Achternaam').fill('Nourani')
  await page.getByLabel('Dag').fill('1')
  await page.getByLabel('Maand').fill('5')
  await page.getByLabel('Jaar').fill('1990')
  await page.getByRole('button', { name: 'Zoek met deze naam' }).click()
  await page.getByRole('button', { name: /Kies.*Fatima/ }).click()
  await page.waitForURL('**/balie/inwoner')
}

export async function voegStapToe(
  page: Page,
  stap: {
    readonly titel: string
    readonly van: string
    readonly nodig?: string
    readonly na?: RegExp
    readonly ja?: boolean
  },
): Promise<void> {
  await page.getByRole('link', { name: 'Stap erbij' }).click()
  await page.getByLabel('Wat gebeurt er in deze stap?').fill(stap.titel)
  await page.getByLabel('Van wie is deze stap?').selectOption({ label: stap.van })
  if (stap.nodig !== undefined) await page.getByLabel(/Wat is er nodig/).fill(stap.nodig)
  if (stap.na !== undefined) await page.getByLabel(stap.na).check()
  if (stap.ja === true) await page.getByLabel('De inwoner zei ja tegen delen met deze partij').check()
  await page.getByRole('button', { name: 'Zet de stap in het plan' }).click()
}

/** About whoever is helped now; gives where it is. */
export async function openKetenzaak(page: Page): Promise<string> {
  await page.goto('/balie/loket/nieuw')
  await page.getByLabel('Wat is de vraag, in eigen woorden?').fill('Mijn man is overleden')
  await page.getByLabel('Wat wilt u samen bereiken?').fill('De huur betaald houden')
  await page.getByLabel('De inwoner die u nu helpt').check()
  await page.getByLabel(/Hoe weet u wie het is/).selectOption('document')
  await page.getByLabel('Wie kan de inwoner bellen?').fill('Esra Havenstroom, 14 010')
  await page.getByRole('button', { name: 'Open de ketenzaak' }).click()
  await page.getByText('De ketenzaak is open.').waitFor()
  return new URL(page.url()).pathname
}
