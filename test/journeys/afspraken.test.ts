import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

const smal = { width: 360, height: 780 }

async function maakAfspraak(page: Page, telefoon: string): Promise<void> {
  await page.locator('input[name=tijd]').nth(1).check()
  await page.getByLabel('Een brief die ik niet begrijp').check()
  await page.locator('#telefoon').fill(telefoon)
  await page.getByRole('button', { name: 'Maak de afspraak' }).click()
  await page.getByText('Uw afspraak staat.').waitFor()
}

/** What was agreed is told within a minute. */
async function leesBericht(page: Page, onderwerp: RegExp): Promise<void> {
  const link = page.getByRole('link', { name: onderwerp })
  for (let keer = 0; keer < 60; keer++) {
    await page.goto('/mijn/berichten')
    if ((await link.count()) > 0) return link.first().click()
    await page.waitForTimeout(2000)
  }
  throw new Error(`geen bericht ${onderwerp}`)
}

test('somebody says what helps them, makes an appointment without a script, and who helps them sees both and moves it', async (t) => {
  const { app, nieuw, regels, gezien } = await startReis(t)
  const { page } = await nieuw({ javaScriptEnabled: false, viewport: smal })
  await page.goto('/inloggen?naar=mijn')
  await page.getByRole('link', { name: 'Inloggen met DigiD' }).click()
  await page.getByRole('button', { name: /Fatima/ }).click()
  await page.goto('/mijn/hulp/wensen')
  await page.getByRole('button', { name: 'Onthoud dit' }).click()
  await page.getByText('Kies minstens een ding.').first().waitFor()
  await page.getByLabel('Een tolk', { exact: true }).check()
  await page.getByLabel(/welke taal/).selectOption('tr')
  await page.getByLabel(/Ja, onthoud dit/).check()
  await page.getByRole('button', { name: 'Onthoud dit' }).click()
  await page.getByText('Een tolk: Turks').waitFor()

  await page.goto('/mijn/afspraken')
  await page.getByRole('link', { name: 'Wij bellen u terug', exact: true }).click()
  await page.getByRole('button', { name: 'Maak de afspraak' }).click()
  await page.getByText('Kies een tijd.').first().waitFor()
  await maakAfspraak(page, '06 1234 5678')
  const agenda = await page.request.get((await page.locator('a[href$=".ics"]').getAttribute('href')) ?? '')
  assert.match(await agenda.text(), /DTSTART:20260302T081500Z\r\n/)
  assert.doesNotMatch(await agenda.text(), /brief|0612345678/i, 'what it is about stays here')

  // Told of this time first: of what nobody heard of nothing is moved.
  await leesBericht(page, /Uw afspraak op 2 maart 2026/)

  // The desk: the same person, under a ground.
  const { page: balie } = await nieuw({})
  await balie.goto('/balie/inloggen')
  await balie.getByRole('link', { name: /Rotterdam/ }).click()
  await balie.getByRole('button', { name: /Esra/ }).click()
  await balie.waitForURL('**/balie')
  assert.equal((await balie.goto('/balie/afspraken'))?.status(), 403)
  await balie.goto('/balie')
  await balie.getByLabel('Een inwoner helpen', { exact: true }).check()
  await balie.getByLabel(/De inwoner staat bij mij aan de balie/).check()
  await balie.getByRole('button', { name: 'Verder naar zoeken' }).click()
  await balie.waitForURL('**/balie/zoeken')
  const bsn = app.demo?.bekenden.find((een) => een.id === 'fatima')?.persoon.bsn
  assert.ok(bsn)
  await balie.getByLabel('Burgerservicenummer').fill(bsn)
  await balie.getByRole('button', { name: 'Zoek met dit nummer' }).click()
  await balie.locator('main form button[name=wie]').first().click()
  await balie.waitForURL('**/balie/inwoner')
  await balie.getByText('Zo wil deze inwoner geholpen worden').waitFor()
  await balie.getByText('Een tolk: Turks').waitFor()
  await balie.getByRole('link', { name: 'Afspraken', exact: true }).click()
  // Whom they help stands there by name.
  assert.match(await balie.locator('.vd-desk__who').innerText(), /Fatima/)
  // Only their own organisation.
  assert.equal(await balie.getByText('Dienst Toeslagen').count(), 0)
  await controleerToegankelijkheid(balie)
  await balie.getByRole('link', { name: /maandag 2 maart 2026/ }).click()
  await balie.locator('#verzetten summary').click()
  await balie.locator('#verzetten input[name=tijd]').nth(4).check()
  await balie.getByRole('button', { name: 'Verzet de afspraak' }).click()
  await balie.getByText('De afspraak is verzet.').waitFor()
  await controleerToegankelijkheid(balie)

  await leesBericht(page, /Uw afspraak is nu op 2 maart 2026/)
  const mee = await page.request.get(
    (await page.getByRole('link', { name: /afspraak\.ics/ }).getAttribute('href')) ?? '',
  )
  assert.match(mee.headers()['content-disposition'] ?? '', /afspraak\.ics/)
  assert.match(await mee.text(), /^BEGIN:VCALENDAR\r\n/)

  await page.goto('/mijn/afspraken')
  await page.getByRole('link', { name: /maandag 2 maart 2026/ }).click()
  await page.getByRole('button', { name: 'Zeg de afspraak af' }).click()
  await page.getByText('Uw afspraak is afgezegd.').waitFor()
  await leesBericht(page, /gaat niet door/)

  await page.goto('/mijn/hulp/wensen')
  await page.getByRole('button', { name: 'Vergeet dit' }).click()
  await page.getByText('Wij zijn het vergeten.').waitFor()
  await balie.goto('/balie/inwoner')
  assert.equal(await balie.getByText('Een tolk: Turks').count(), 0)
  await page.goto('/mijn/inzage')
  await page.locator('.vd-log__item', { hasText: 'Gemeente Rotterdam' }).first().waitFor()
  for (const adres of gezien.filter((een) => een.startsWith('http')))
    assert.doesNotMatch(adres, /0612345678|1234/)
  assert.doesNotMatch(regels.join('\n'), /0612345678/)
})

test('pages of appointments and of what helps somebody are accessible in three languages, light and dark', async (t) => {
  const { nieuw } = await startReis(t)
  for (const [taal, colorScheme] of [
    ['', 'light'],
    ['/en', 'dark'],
    ['/pap', 'light'],
  ] as const) {
    const { page } = await nieuw({ colorScheme, viewport: smal })
    await page.goto('/inloggen?naar=mijn')
    await page.getByRole('link', { name: 'Inloggen met DigiD' }).click()
    await page.getByRole('button', { name: /Fatima/ }).click()
    for (const pad of [
      '/mijn/afspraken',
      '/mijn/afspraken/nieuw?team=gemeente-GM0599-terugbellen',
      '/mijn/hulp/wensen',
      '/hulp',
    ]) {
      assert.equal((await page.goto(`${taal}${pad}`))?.status(), 200, pad)
      await controleerToegankelijkheid(page)
      const past = await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')
      assert.ok(past, `${taal}${pad} past`)
    }
  }
})
