import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

const smal = { width: 360, height: 780 }

/** A made-up company tells the municipality of arrears, over HTTP, as any company would. */
async function meld(page: Page, pagina: URL, bedrijf: string, dreigt = false, zonder = false): Promise<void> {
  await page.goto(pagina.href)
  await page.locator('select[name=bron]').selectOption({ label: bedrijf })
  await page.locator('select[name=wie]').selectOption({ label: 'Fatima el Nourani' })
  if (dreigt) await page.locator('input[name=dreigt]').check()
  if (zonder) await page.locator('input[name=zonder]').check()
  await page.getByRole('button').click()
  await page.getByText('"nieuw":1').first().waitFor()
}

async function werklijst(page: Page): Promise<void> {
  for (let keer = 0; keer < 30; keer++) {
    await page.goto('/balie/hulpaanbod')
    if ((await page.locator('tbody button').count()) > 0) return
    await page.waitForTimeout(1000)
  }
  throw new Error('er kwam geen aanbod op de lijst')
}

async function openEerste(page: Page): Promise<void> {
  await page.locator('tbody button').first().click()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByText('Kies een reden.').first().waitFor()
  await page.getByLabel(/brief of bericht/).check()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('heading', { name: 'Bied hulp aan' }).waitFor()
}

async function nodigUit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stuur de uitnodiging' }).click()
  await page.getByText('Vul een naam en een nummer in.').first().waitFor()
  await page.locator('#bel').fill('Joost Kadewater, 010 267 0000')
  await page.getByRole('button', { name: 'Stuur de uitnodiging' }).click()
  await page.getByText('Vastgelegd.').waitFor()
}

test('an offer of help after arrears, declined and respected; a threat asks once more, and that one is accepted', async (t) => {
  const { app, nieuw, gezien } = await startReis(t)
  const { pagina } = app.demo?.schuldeisers ?? assert.fail()
  const { page: bedrijf } = await nieuw({})
  await meld(bedrijf, pagina, 'Woonhuis Voorbeeld')
  await meld(bedrijf, pagina, 'Stroom & Zo')

  const { page: balie } = await nieuw({})
  await balie.goto('/balie/inloggen')
  await balie.getByRole('link', { name: /Rotterdam/ }).click()
  await balie.getByRole('button', { name: /Joost/ }).click()
  await balie.waitForURL('**/balie')
  await werklijst(balie)
  assert.doesNotMatch(await balie.locator('main').innerText(), /Fatima|Nourani|1\.340/, 'of nobody yet')
  await controleerToegankelijkheid(balie)
  await openEerste(balie)
  assert.match(
    await balie.locator('main').innerText(),
    /Fatima el Nourani[\s\S]*Woonhuis Voorbeeld: €\s1\.340/,
  )
  await nodigUit(balie)
  await controleerToegankelijkheid(balie)

  const { page, context } = await nieuw({ javaScriptEnabled: false, viewport: smal })
  /** They go without scripts; the same page is looked at by a browser that has them. */
  const bekijk = async () => {
    const ook = await nieuw({ storageState: await context.storageState(), viewport: smal })
    await ook.page.goto(page.url())
    await controleerToegankelijkheid(ook.page)
  }
  await page.goto('/inloggen?naar=mijn')
  await page.getByRole('link', { name: 'Inloggen met DigiD' }).click()
  await page.getByRole('button', { name: /Fatima/ }).click()
  await page.goto('/mijn/berichten')
  await page
    .getByRole('link', { name: /aanbod van hulp/i })
    .first()
    .click()
  assert.match(
    await page.locator('main').innerText(),
    /Woonhuis Voorbeeld en Stroom & Zo: [\s\S]*uw huur en uw energie[\s\S]*Bel Joost Kadewater, 010 267 0000/,
  )
  await page.getByRole('link', { name: 'Naar het aanbod van hulp' }).click()
  const [ja, nee] = [
    page.getByRole('button', { name: 'Ja, graag hulp' }),
    page.getByRole('button', { name: 'Nee, dank u' }),
  ]
  assert.equal(await ja.getAttribute('class'), await nee.getAttribute('class'), 'as easy as the other')
  await page.getByText(/Woonhuis Voorbeeld gaf op .* door .* uw huur: €\s1\.340/).waitFor()
  await bekijk()
  await nee.click()
  await page.getByText('U zei nee. Wij vragen het niet opnieuw om deze achterstand.').waitFor()
  assert.doesNotMatch(await page.locator('main').innerText(), /1\.340|412/, 'what was told is erased')
  await page.goto('/mijn/inzage')
  await page.getByRole('link', { name: 'Hulp aanbieden bij een betalingsachterstand' }).first().waitFor()

  // The same creditor once more: nobody asks.
  await meld(bedrijf, pagina, 'Woonhuis Voorbeeld')
  await page.waitForTimeout(3000)
  await balie.goto('/balie/hulpaanbod')
  await balie.getByText('Er wacht nu niemand op een aanbod.').waitFor()

  await meld(bedrijf, pagina, 'Woonhuis Voorbeeld', true)
  await werklijst(balie)
  await balie.getByText('Er dreigt iets').waitFor()
  await openEerste(balie)
  await balie.getByText('Er dreigt ontruiming van de woning.').waitFor()
  await nodigUit(balie)
  await page.goto('/mijn/hulpaanbod')
  await page.locator('main li a').first().click()
  await page.getByRole('button', { name: 'Ja, graag hulp' }).click()
  // Sunday 1 March, and three working days.
  await page.getByText('Het gesprek is op 4 maart 2026 of eerder.').waitFor()
  await page.getByRole('button', { name: 'Kies deze tijd' }).click()
  await page.getByText('Kies een tijd.').first().waitFor()
  await page
    .getByLabel(/Publieksbalie/)
    .first()
    .check()
  await page.getByRole('button', { name: 'Kies deze tijd' }).click()
  await page.getByText('Uw gesprek staat.').waitFor()
  await bekijk()

  await balie.goto(balie.url().split('?')[0] ?? '')
  await balie.locator('#bel-zaak').fill('Joost Kadewater, 010 267 0000')
  await balie.getByRole('button', { name: 'Open de ketenzaak' }).click()
  await balie.waitForURL('**/balie/loket/**')
  assert.doesNotMatch(
    await balie.locator('main').innerText(),
    /1\.340|Woonhuis/,
    'nothing of the signals goes along',
  )
  await page.goto('/mijn/loket')
  await page.locator('main a[href*="/mijn/loket/"]').first().waitFor()

  // A company that knows no first name and no day of birth: in a family of one name nobody is guessed.
  await meld(bedrijf, pagina, 'Woonhuis Voorbeeld', true, true)
  await werklijst(balie)
  await balie.getByText('Past bij meer mensen').waitFor()
  await controleerToegankelijkheid(balie)
  await balie.locator('tbody button').first().click()
  await balie.getByLabel(/brief of bericht/).check()
  await balie.getByRole('button', { name: 'Open', exact: true }).click()
  await balie.getByRole('heading', { name: 'Over wie gaat deze melding?' }).waitFor()
  assert.doesNotMatch(await balie.locator('main').innerText(), /1\.340|Fatima/)
  await balie.getByRole('button', { name: 'Laat los' }).click()
  await balie.getByText('Kies waarom u deze melding loslaat.').first().waitFor()
  await balie.locator('button[value=zoek]').click()
  assert.match(await balie.locator('main').innerText(), /Is het deze persoon[\s\S]*Fatima el Nourani/)
  await controleerToegankelijkheid(balie)
  await balie.locator('li', { hasText: 'Fatima el Nourani' }).locator('button[value=koppel]').click()
  await balie.getByText('De melding hoort nu bij deze persoon.').waitFor()
  assert.equal(await balie.getByText('Past bij meer mensen').count(), 0)
  await openEerste(balie)

  await balie.goto('/balie/hulpaanbod/cijfers')
  await balie.getByText('minder dan 10').first().waitFor()
  await controleerToegankelijkheid(balie)
  for (const adres of gezien.filter((een) => een.startsWith('http')))
    assert.doesNotMatch(adres, /9999|Fatima|Nourani|134000/i)
})
