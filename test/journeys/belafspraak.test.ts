import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { naarBalie, openKetenzaak, vindFatima, voegStapToe } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

async function alsFatima(page: Page): Promise<void> {
  await page.goto('/inloggen')
  await page.getByRole('link', { name: 'Inloggen met DigiD' }).click()
  await page.getByRole('button', { name: /Fatima/ }).click()
}

for (const javaScriptEnabled of [true, false])
  test(`${javaScriptEnabled ? 'with' : 'without'} scripts: a time is agreed with another organisation, the resident moves it, and when it is time one press begins the call`, async (t) => {
    const { nieuw, later } = await startReis(t)
    const met = { javaScriptEnabled }
    const kijk = (page: Page) => (javaScriptEnabled ? controleerToegankelijkheid(page) : Promise.resolve())
    const [{ page: balie }, { page: svb }, { page: fatima }] = [
      await nieuw(met),
      await nieuw(met),
      await nieuw(met),
    ]
    await naarBalie(balie, /Rotterdam/, /Esra/)
    await vindFatima(balie)
    const zaak = await openKetenzaak(balie)
    await voegStapToe(balie, { titel: 'Anw beoordelen', van: 'Sociale Verzekeringsbank (SVB)' })

    await balie.goto(zaak)
    await balie.getByRole('link', { name: /Spreek een tijd af.*Sociale/ }).click()
    await balie.getByLabel('Welk team moet bellen?').selectOption('svb-lijn')
    await balie.getByRole('button', { name: 'Toon de tijden' }).click()
    await balie.getByRole('button', { name: 'Spreek deze tijd af' }).click()
    await balie.getByRole('alert').getByText('Kies een tijd.').first().waitFor()
    await kijk(balie)
    await balie.getByRole('radio').first().check()
    await balie.getByLabel('De inwoner doet mee en krijgt bericht van deze tijd').check()
    await balie.getByRole('button', { name: 'Spreek deze tijd af' }).click()
    await balie.getByText('De tijd is afgesproken.').waitFor()
    await kijk(balie)
    const eerst = await balie.locator('article strong').innerText()

    // The other organisation sees the same time, and may not look into whom it is about.
    await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
    await svb.goto('/balie/lijnen/afspraken')
    await svb.getByText(eerst, { exact: true }).waitFor()
    await svb.getByText('Nieuw. Deze tijd is met u afgesproken.').waitFor()
    await kijk(svb)
    await svb.getByRole('button', { name: /Gezien/ }).click()
    await svb.waitForURL('**/balie/lijnen/afspraken')
    assert.equal(await svb.getByRole('button', { name: /Gezien/ }).count(), 0)
    await svb.getByRole('heading', { name: /U belt .*Rotterdam/ }).waitFor()
    assert.equal(await svb.getByRole('button', { name: 'Bel nu' }).count(), 0)
    assert.doesNotMatch(await svb.locator('main').innerText(), /Fatima|Nourani/)
    await svb.getByRole('link', { name: /Verzet of zeg af/ }).click()
    await kijk(svb)
    await svb.getByRole('button', { name: 'Zeg af' }).click()
    await svb.getByText('Wie de inwoner is, is niet met u gedeeld.').waitFor()

    // The resident has it among their own, was told of it, and moves it; both see the new time.
    await alsFatima(fatima)
    await fatima.goto('/mijn/berichten')
    await fatima
      .getByRole('link', { name: /afspraak/i })
      .first()
      .click()
    await fatima
      .getByText(/bellen medewerkers over uw vraag/)
      .first()
      .waitFor()
    await fatima.goto('/mijn/afspraken')
    await fatima.getByText('medewerkers bellen samen, u doet mee').waitFor()
    await fatima.getByRole('main').getByRole('link', { name: /2026/ }).first().click()
    await kijk(fatima)
    await fatima.locator('#verzetten summary').click()
    await fatima.locator('#verzetten input[name=tijd]').nth(2).check()
    await fatima.getByRole('button', { name: 'Verzet de afspraak' }).click()
    await fatima.getByText('Uw afspraak is verzet.').waitFor()
    await svb.goto('/balie/loket')
    await svb.getByRole('link', { name: 'Een ander wijzigde 1 afgesproken tijd.' }).click()
    await svb.getByText(/Deze tijd is verzet/).waitFor()
    const nu = await svb.locator('article strong').innerText()
    assert.notEqual(nu, eerst)

    // It is time: who calls sees it on the page of calls, and it rings at the other side, about the same case.
    const uur = /(\d\d):(\d\d)/.exec(nu)
    assert.ok(uur)
    const dag = /(\d+) maart/.exec(nu)
    assert.ok(dag)
    const tot = Date.UTC(2026, 2, Number(dag[1]), Number(uur[1]) - 1, Number(uur[2]))
    later(tot - Date.UTC(2026, 2, 1, 12))
    await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
    await svb.goto('/balie')
    await svb.getByText(/U belt .*Rotterdam/).waitFor()
    await svb.getByText('Nu aan de beurt').waitFor()
    await kijk(svb)
    await svb.locator('section', { hasText: 'Afgesproken tijden binnen een dag' }).getByRole('link').click()
    await svb.waitForURL('**/balie/lijnen/gesprekken')
    await svb.getByRole('heading', { name: 'Nu aan de beurt' }).waitFor()
    await kijk(svb)
    await svb.getByRole('button', { name: 'Bel nu' }).click()
    assert.match(new URL(svb.url()).pathname, /^\/balie\/lijnen\/gesprek\/[\w-]{22}$/)
    await naarBalie(balie, /Rotterdam/, /Esra/)
    await balie.goto('/balie/lijnen/gesprekken')
    await balie.getByRole('link', { name: 'Bekijk de ketenzaak waar het over gaat' }).first().waitFor()
    await balie.getByRole('button', { name: 'Neem op' }).waitFor()
  })
