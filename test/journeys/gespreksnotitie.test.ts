import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startBelbrowser } from './belreis.ts'
import { GEDULD } from './browser.ts'
import { startReis } from './inwoners.ts'
import { naarBalie, openKetenzaak, vindFatima, voegStapToe } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

const vraag = 'Wanneer krijg ik geld van de SVB?'
const antwoord = 'De aanvraag ligt er <b>al</b>. Er mist nog één brief.'

for (const javaScriptEnabled of [true, false])
  test(`${javaScriptEnabled ? 'with' : 'without'} scripts: the desk calls the agency with the resident, and what was agreed becomes steps that the resident reads in plain language`, async (t) => {
    const browser = await startBelbrowser()
    t.after(() => browser.close())
    const { app, gezien } = await startReis(t)
    const baseURL = app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost')
    const nieuw = async () => {
      const context = await browser.newContext({ baseURL, locale: 'nl-NL', javaScriptEnabled })
      t.after(() => context.close())
      const page = await context.newPage()
      page.setDefaultTimeout(GEDULD)
      page.on('request', (vraagnaar) => gezien.push(vraagnaar.url()))
      return page
    }
    const kijk = (page: Page) => (javaScriptEnabled ? controleerToegankelijkheid(page) : Promise.resolve())
    const [balie, svb, telefoon, fatima] = [await nieuw(), await nieuw(), await nieuw(), await nieuw()]
    await naarBalie(balie, /Rotterdam/, /Esra/)
    await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
    await vindFatima(balie)
    const zaak = await openKetenzaak(balie)
    await voegStapToe(balie, { titel: 'Anw-uitkering beoordelen', van: 'Sociale Verzekeringsbank (SVB)' })

    // One press on the case; it rings at the agency, with the case that it is about.
    await balie.goto(zaak)
    await balie.getByRole('button', { name: /Bel direct in de browser.*SVB/ }).click()
    const gesprek = new URL(balie.url()).pathname
    await svb.goto('/balie/lijnen/gesprekken')
    await svb.getByRole('link', { name: 'Bekijk de ketenzaak waar het over gaat' }).waitFor()
    await svb.getByRole('button', { name: 'Neem op' }).click()
    // The resident on their own phone.
    await balie.goto(gesprek)
    await balie.getByRole('button', { name: 'Code voor de inwoner' }).click()
    const code = await balie.locator('.vd-code').innerText()
    await telefoon.goto('/gesprek')
    await telefoon.getByLabel('Uw code').fill(code)
    await telefoon.getByRole('button', { name: 'Doe mee' }).click()
    if (javaScriptEnabled)
      for (const page of [balie, svb, telefoon]) await page.getByText('U bent verbonden.').waitFor()

    // Who hangs up is asked what was discussed; what is wrong comes back with all that was typed.
    await balie.getByRole('button', { name: 'Hang op' }).click()
    await balie.getByRole('heading', { name: 'Wat is er besproken?' }).waitFor()
    await kijk(balie)
    await balie.getByLabel('De vraag').fill(vraag)
    await balie.getByLabel('Wie doet iets?').first().selectOption({ label: 'Sociale Verzekeringsbank (SVB)' })
    await balie.getByRole('button', { name: 'Leg vast' }).click()
    await balie.getByRole('alert').getByText('Vul dit in.').first().waitFor()
    await kijk(balie)
    assert.equal(await balie.getByLabel('De vraag').inputValue(), vraag)
    await balie.getByLabel('Het antwoord').fill(antwoord)
    await balie.getByLabel('Wat gaat die doen?').first().fill('Betaalt het voorschot')
    await balie.getByLabel('Voor of op welke dag').first().fill('2026-03-12')
    await balie.getByRole('button', { name: 'Nog een regel' }).click()
    assert.equal(await balie.getByLabel('Het antwoord').inputValue(), antwoord)
    await balie.getByLabel('Wie doet iets?').nth(2).selectOption({ label: 'de inwoner' })
    await balie.getByLabel('Wat gaat die doen?').nth(2).fill('Stuurt de brief van de bank')
    await balie.getByLabel('Voor of op welke dag').nth(2).fill('2026-03-10')
    await balie.getByRole('button', { name: 'Leg vast' }).click()
    await balie.getByText('Het gesprek is vastgelegd.').waitFor()
    await balie.getByText('Dit staat in de ketenzaak.').waitFor()
    await kijk(balie)

    // On paper, in the language that they read.
    await balie.goto(`/pap${gesprek}/notitie/print`)
    await balie.getByRole('heading', { name: 'Loke a papia' }).waitFor()
    await balie.getByText('Betaalt het voorschot').waitFor()
    const doet = balie.getByRole('region', { name: 'Esaki abo ta hasi' })
    assert.match(await doet.innerText(), /Stuurt de brief van de bank.*10 di mart 2026/)
    await balie.getByText(/Yama Esra Havenstroom, 14.010, Gemeente Rotterdam/).waitFor()
    await kijk(balie)

    // The colleague, who still has the form before them, loses nothing and sees what is there already.
    await svb.goto(gesprek)
    await svb.getByRole('button', { name: 'Hang op' }).click()
    await svb.getByText(antwoord).waitFor()
    assert.equal(await svb.getByRole('button', { name: 'Leg vast' }).count(), 0)
    // On their own phone the resident reads it as well, after the call.
    await telefoon.goto('/gesprek')
    await telefoon.getByRole('link', { name: 'Lees wat er is besproken' }).click()
    await telefoon.getByText(antwoord).waitFor()
    await telefoon
      .getByRole('region', { name: 'Dit doet u' })
      .getByText('Stuurt de brief van de bank (uiterlijk 10 maart 2026)')
      .waitFor()
    await kijk(telefoon)
    // On a device of others they take it away: whoever comes next reads nothing.
    await telefoon.getByRole('button', { name: 'Haal dit weg van dit apparaat' }).click()
    await telefoon.getByText('Het is weg van dit apparaat.').waitFor()
    await telefoon.goto('/gesprek/na')
    await telefoon.getByText('Hier staat nog niets.').waitFor()
    assert.equal(await telefoon.getByText(antwoord).count(), 0)

    // The plan of the case, and what the agency was asked.
    await balie.goto(zaak)
    await balie.getByText('Betaalt het voorschot').first().waitFor()
    await svb.goto(zaak)
    await svb.getByText('Betaalt het voorschot').first().waitFor()

    // The resident, logged in: a message by the way they chose, and the steps in their own case.
    await fatima.goto('/inloggen')
    await fatima.getByRole('link', { name: 'Inloggen met DigiD' }).click()
    await fatima.getByRole('button', { name: /Fatima/ }).click()
    await fatima.goto('/mijn/berichten')
    await fatima.getByRole('link', { name: /Wat wij over uw zaak bespraken/ }).click()
    await fatima.getByText(`Het antwoord: ${antwoord}`).waitFor()
    await fatima.getByText('U: Stuurt de brief van de bank (uiterlijk 10 maart 2026).').waitFor()
    await fatima.goto('/mijn/loket')
    await fatima.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').click()
    await fatima.getByRole('heading', { name: 'Stuurt de brief van de bank' }).first().waitFor()
    await fatima.getByText('Betaalt het voorschot').first().waitFor()
    await kijk(fatima)
  })
