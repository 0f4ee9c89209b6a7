import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startReis } from './inwoners.ts'
import { naarBalie, vindFatima, voegStapToe } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

test('who was nobody becomes known, and what is stuck goes up until somebody breaks through', async (t) => {
  const { nieuw } = await startReis(t)
  const { page } = await nieuw()
  await naarBalie(page, /Rotterdam/, /Esra/)
  await page.goto('/balie/loket/nieuw')
  await page.getByLabel('Wat is de vraag, in eigen woorden?').fill('Ik krijg van niemand antwoord')
  await page.getByLabel('Wat wilt u samen bereiken?').fill('Een antwoord')
  await page.getByLabel('Nog anoniem').check()
  await page.getByLabel('Wie kan de inwoner bellen?').fill('Esra Havenstroom, 14 010')
  await page.getByRole('button', { name: 'Open de ketenzaak' }).click()
  await page.getByText('Deze inwoner kan niet inloggen bij de zaak.').waitFor()
  const zaak = new URL(page.url()).pathname
  await voegStapToe(page, { titel: 'Antwoord geven', van: 'UWV' })
  await voegStapToe(page, { titel: 'De rekening laten rusten', van: 'CAK' })
  // Nobody of the CAK reads here: who owns the case asks by telephone, and writes down what is said.
  await page.getByText('antwoordt hier nog niet; u kunt opschrijven wat zij zeggen').waitFor()
  await page.getByRole('link', { name: 'Schrijf op wat zij zeggen' }).click()
  await controleerToegankelijkheid(page)
  await page.getByLabel('Zij doen deze stap').check()
  await page.getByLabel('Uitleg').fill('Gebeld met het CAK')
  await page.getByRole('button', { name: 'Schrijf het op' }).click()
  await page.getByText('Gebeld met het CAK').waitFor()

  // With a stated ground, and only then: the case becomes theirs.
  assert.equal(await page.getByRole('link', { name: 'Koppel de inwoner die u nu helpt' }).count(), 0)
  await page.goto('/balie')
  await vindFatima(page)
  await page.goto(zaak)
  await page.getByRole('link', { name: 'Koppel de inwoner die u nu helpt' }).click()
  await page.getByLabel('Met een identiteitsbewijs').check()
  await page.getByRole('button', { name: 'Koppel' }).click()
  await page.getByText('een bekende inwoner, met een identiteitsbewijs').waitFor()

  // Nobody acts: to the coordinator, and then to who may decide.
  for (const keer of [1, 2]) {
    await page.getByRole('link', { name: 'Dit zit vast' }).click()
    await page.getByLabel('Iets anders').check()
    await page.getByLabel('Waarom?').fill(`UWV geeft geen antwoord (${keer})`)
    await page.getByRole('button', { name: 'Schaal op' }).click()
    await page.getByText('Het is gedaan.').waitFor()
  }
  const rachida = await nieuw()
  await naarBalie(rachida.page, /Rotterdam/, /Rachida/)
  await rachida.page.getByRole('link', { name: 'Ketenzaken' }).click()
  await rachida.page.locator('.vd-werk a').first().click()
  await controleerToegankelijkheid(rachida.page)
  await rachida.page.getByRole('link', { name: 'Doorbreken' }).click()
  await rachida.page.getByLabel('Wat beslist u?').fill('UWV antwoordt deze week; wij nemen het over')
  await rachida.page.getByLabel(/andere laatste dag/).selectOption({ index: 1 })
  await rachida.page.getByRole('button', { name: 'Beslis' }).click()
  // One without the other says nothing.
  await rachida.page.getByRole('alert').getByText('Vul een dag in.').waitFor()
  await controleerToegankelijkheid(rachida.page)
  await rachida.page.getByLabel(/nieuwe laatste dag/i).fill('2026-03-06')
  await rachida.page.getByLabel('Mijn organisatie neemt de ketenzaak over').check()
  await rachida.page.getByLabel(/Wie kan de inwoner bellen/).fill('Rachida Brugwater, 14 010')
  await rachida.page.getByRole('button', { name: 'Beslis' }).click()
  await rachida.page.getByText('Het is gedaan.').waitFor()
  await rachida.page.getByText('vóór of op 6 maart').first().waitFor()

  // The resident sees who decided what, and whom to call now.
  const fatima = await nieuw()
  await fatima.page.goto('/inloggen?naar=loket')
  await fatima.page.getByRole('link', { name: 'Inloggen met DigiD' }).click()
  await fatima.page.getByRole('button', { name: /Fatima/ }).click()
  await fatima.page.getByRole('link', { name: /Uw vraag van/ }).click()
  await fatima.page.getByText('Rachida Brugwater, 14 010').first().waitFor()
  await fatima.page.getByText('UWV antwoordt deze week').waitFor()
  await controleerToegankelijkheid(fatima.page)
})
