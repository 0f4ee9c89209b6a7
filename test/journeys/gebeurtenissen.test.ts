import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { controleerToegankelijkheid, openReis } from './reis.ts'

const telefoon = { viewport: { width: 360, height: 800 } }

/** The step with this title, as text. */
async function stap(page: Page, titel: string): Promise<string> {
  const gevonden = page.locator('.vd-link').filter({ has: page.getByRole('heading', { name: titel }) })
  return (await gevonden.innerText()).replace(/\s+/g, ' ')
}

for (const javaScriptEnabled of [true, false]) {
  const hoe = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`a child is on its way, on a phone, ${hoe}: from the front door to a calendar and paper`, async (t) => {
    const { page, basis } = await openReis(t, { ...telefoon, javaScriptEnabled })
    await page.goto('/')
    await page.getByRole('link', { name: 'Gebeurtenissen', exact: true }).click()
    await page.getByRole('link', { name: 'Ik krijg een kind' }).click()
    assert.match(await stap(page, 'Geef de geboorte aan'), /binnen 3 dagen na de geboorte/)
    assert.deepEqual(await page.context().cookies(), [], 'looking sets nothing')

    await page.fill('#dag', '14')
    await page.fill('#maand', 'maart')
    await page.fill('#jaar', '2026')
    await page
      .getByRole('group', { name: /Bent u getrouwd/ })
      .getByText('Nee', { exact: true })
      .click()
    await page
      .getByRole('group', { name: /Is dit het eerste kind/ })
      .getByText('Ja', { exact: true })
      .click()
    await page.fill('#gemeente', 'Utrecht')
    await page.getByRole('button', { name: 'Laat mijn stappen zien' }).click()

    assert.equal(page.url(), `${basis}/gebeurtenissen/kind-krijgen#voortgang`)
    assert.match(await page.locator('.vd-progress').innerText(), /eerste termijn is .*dinsdag 17 maart/s)
    assert.match(await stap(page, 'Geef de geboorte aan'), /uiterlijk dinsdag 17 maart/)
    assert.match(await stap(page, 'Erken uw kind'), /Gemeente Utrecht/)
    assert.match(await stap(page, 'Uw kind krijgt een burgerservicenummer'), /dit gaat vanzelf/)
    assert.match(await stap(page, 'Verzeker uw kind'), /geen overheid/)
    assert.match(await page.locator('#vervallen + p + ul').innerText(), /U krijgt kinderbijslag/)

    // Ways that take words open in their place, and a phone number is a link.
    const erken = page.locator('.vd-link').filter({ hasText: 'Erken uw kind' }).first()
    await erken.getByText('Zo doet u dit').click()
    await erken.getByText('Langsgaan').click()
    assert.ok(await erken.getByText('Stadsplateau 1').isVisible())
    await erken.getByText('Vragen of hulp nodig?').click()
    assert.equal(await erken.getByRole('link', { name: '14 030' }).getAttribute('href'), 'tel:14030')

    await page.reload()
    assert.match(await stap(page, 'Geef de geboorte aan'), /dinsdag 17 maart/)
    const agenda = await page.context().request.get('/gebeurtenissen/kind-krijgen/agenda.ics')
    assert.match(await agenda.text(), /DTSTART;VALUE=DATE:20260317/)

    await page.getByRole('link', { name: 'Print uw stappen' }).click()
    await page.emulateMedia({ media: 'print' })
    assert.match(await page.locator('main').innerText(), /Postbus 16200/)
    assert.ok(!(await page.locator('.vd-footer').isVisible()))
    await page.emulateMedia({ media: 'screen' })
    await page.locator('.vd-footer button').click()
    assert.deepEqual(await page.context().cookies(), [])
  })
}

test('on a phone the chain is seen at a glance; on a wide screen and on paper nothing is folded', async (t) => {
  const { page } = await openReis(t, telefoon)
  await page.goto('/gebeurtenissen/kind-krijgen')
  const zichtbaar = () =>
    page.locator('.vd-link__what').evaluateAll((lijst) => lijst.map((el) => el.checkVisibility()))
  const opTelefoon = await zichtbaar()
  assert.ok(opTelefoon.length > 10)
  assert.deepEqual(opTelefoon.filter(Boolean), [true], 'the first step to do')
  const keten = await page.locator('.vd-chain').boundingBox()
  assert.ok(keten && keten.height < 280 * opTelefoon.length, `${keten?.height} px`)
  await controleerToegankelijkheid(page)
  const tweede = page.locator('#stap-2')
  await tweede.locator('.vd-link__open').focus()
  await page.keyboard.press('Enter')
  assert.ok(await tweede.locator('.vd-link__what').isVisible())
  await page.setViewportSize({ width: 1280, height: 800 })
  assert.ok((await zichtbaar()).every(Boolean))
  assert.equal(await page.locator('.vd-link__open:visible').count(), 0)
  await page.setViewportSize({ width: 360, height: 800 })
  await page.emulateMedia({ media: 'print' })
  assert.ok((await zichtbaar()).every(Boolean))
})

test('a day that does not exist: the form comes back filled, and the fault leads to the field', async (t) => {
  const { page } = await openReis(t, telefoon)
  await page.goto('/gebeurtenissen/kind-krijgen')
  await page.fill('#dag', '30')
  await page.fill('#maand', 'februari')
  await page.fill('#jaar', '2026')
  await page.keyboard.press('Enter')
  await page.locator('.vd-error-summary').waitFor()
  // A page that just came takes its focus when it is drawn.
  await page.locator('#fouten:focus').waitFor()
  await page.locator('.vd-error-summary a').click()
  await page.locator('#dag:focus').waitFor()
  assert.equal(await page.inputValue('#maand'), 'februari')
  await page.fill('#dag', '28')
  await page.keyboard.press('Enter')
  await page.locator('.vd-progress').waitFor()
  assert.match(await page.locator('#situatie').innerText(), /28 februari 2026/)
})

test('the keyboard alone opens a way and what stands behind a step', async (t) => {
  const { page } = await openReis(t)
  await page.goto('/gebeurtenissen/kind-krijgen')
  const eerste = page.locator('#stap-1')
  await eerste.locator('.vd-way summary').focus()
  await page.keyboard.press('Enter')
  assert.ok(await eerste.locator('.vd-way__text').isVisible())
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.ok(await eerste.locator('.vd-facts').isVisible())
})

test('in English, the same days', async (t) => {
  const { page } = await openReis(t, { ...telefoon, locale: 'en-GB' })
  await page.goto('/en/gebeurtenissen/kind-krijgen')
  await page.fill('#dag', '14')
  await page.fill('#maand', 'March')
  await page.fill('#jaar', '2026')
  await page.getByRole('button', { name: 'Show my steps' }).click()
  assert.match(await stap(page, 'Register the birth'), /by Tuesday 17 March/)
  assert.match(await stap(page, 'Insure your child'), /Your health insurer · not government/)
})

test('in Papiamentu, on Bonaire: the steps of the island', async (t) => {
  const { page } = await openReis(t, telefoon)
  await page.goto('/pap/gebeurtenissen/kind-krijgen')
  await page.fill('#dag', '14')
  await page.fill('#maand', 'mart')
  await page.fill('#jaar', '2026')
  await page.fill('#gemeente', 'Boneiru')
  await page.getByRole('button', { name: 'Mustra mi pasonan' }).click()
  assert.match(await stap(page, 'Registrá e nasementu'), /Entidat Públiko Boneiru/)
  const tekst = await page.locator('main').innerText()
  assert.doesNotMatch(tekst, /maart|zorgverzekeraar|SVB\)/)
})
