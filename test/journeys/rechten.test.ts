import assert from 'node:assert/strict'
import { test } from 'node:test'
import { controleerToegankelijkheid, openReis } from './reis.ts'
import { beantwoordAlles, ouderMetKind } from './vragen.ts'

for (const javaScriptEnabled of [true, false]) {
  const hoe = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`a parent asks what she is entitled to, ${hoe}, from the front door to paper`, async (t) => {
    const { page } = await openReis(t, { javaScriptEnabled })
    await page.goto('/')
    assert.deepEqual(await page.context().cookies(), [], 'no cookie before the first answer')
    await page.getByRole('link', { name: 'Bekijk waar u recht op heeft' }).click()
    await page.getByRole('link', { name: 'Begin', exact: true }).click()
    assert.equal(await page.locator('h1').innerText(), 'Waar woont u?')
    assert.deepEqual(await page.context().cookies(), [], 'looking at a question sets nothing')

    const vragen = await beantwoordAlles(page, ouderMetKind)
    assert.ok(vragen < 30, `${vragen} questions`)
    const koekjes = await page.context().cookies()
    assert.ok(koekjes.length > 0 && koekjes.every((k) => k.httpOnly && k.sameSite === 'Lax'))

    const zeker = page.locator('#zeker')
    assert.match(await zeker.innerText(), /Zorgtoeslag/)
    assert.match(await zeker.innerText(), /€\s129/)
    assert.match(await page.locator('.vd-figure--zeker').innerText(), /per maand, zeker/)

    await zeker.getByRole('link', { name: 'Zorgtoeslag', exact: true }).click()
    assert.match(await page.locator('main').innerText(), /Dit krijgt u waarschijnlijk/)
    assert.match(await page.locator('#aanvragen').innerText(), /Langsgaan/)
    assert.match((await page.locator('main').textContent()) ?? '', /Bel(len)?.*0800 0543/s)
    assert.ok((await page.locator('a[href^="https://wetten.overheid.nl/"]').count()) > 2)

    await page.goto('/rechten/antwoorden')
    await page.getByRole('link', { name: /^Wijzig.*Inkomen per jaar/ }).click()
    assert.equal(await page.inputValue('#waarde'), '26000')
    await page.fill('#waarde', '60.000')
    await page.locator('button[value=verder]').click()
    assert.match(page.url(), /\/rechten\/antwoorden$/)
    await page.goto('/rechten/overzicht')
    assert.match((await page.locator('#niet-nu').textContent()) ?? '', /Zorgtoeslag/)
    assert.match((await page.locator('#niet-nu').textContent()) ?? '', /te hoog\. De grens is/)

    await page.goto('/rechten/print')
    await page.emulateMedia({ media: 'print' })
    assert.ok(await page.locator('.vd-todo').isVisible())
    assert.ok(!(await page.locator('.vd-footer').isVisible()))
    await page.emulateMedia({ media: 'screen' })

    await page.locator('.vd-footer button').click()
    assert.match(await page.locator('main').innerText(), /Uw antwoorden zijn weg/)
    assert.deepEqual(await page.context().cookies(), [])
  })
}

test('Back goes to the question before, with its answer, and nothing is sent twice', async (t) => {
  const { page } = await openReis(t)
  await page.goto('/rechten/vraag?n=1')
  await page.fill('#gemeente', 'Utrecht')
  await page.locator('button[value=verder]').click()
  const tweede = await page.locator('h1').innerText()
  await page.goBack()
  assert.equal(await page.inputValue('#gemeente'), 'Utrecht')
  await page.goForward()
  assert.equal(await page.locator('h1').innerText(), tweede)
  await page.reload()
  assert.equal(await page.locator('h1').innerText(), tweede)
})

test('the keyboard alone: skip to the content, choose, go on', async (t) => {
  const { page } = await openReis(t)
  await page.goto('/rechten/vraag?n=1')
  await page.keyboard.press('Tab')
  assert.equal(
    await page.evaluate('document.activeElement.className'),
    'utrecht-skip-link utrecht-skip-link--visible-on-focus',
  )
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'inhoud')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.locator('#gemeente:focus').waitFor()
  await page.keyboard.type('Enschede')
  await page.keyboard.press('Enter')
  await page.waitForURL(/n=2/)
  assert.match(await page.locator('.vd-strip').innerText(), /Enschede/)
})

test('while typing, the browser offers names of municipalities', async (t) => {
  const { page } = await openReis(t)
  await page.goto('/rechten/vraag?n=1')
  await page.focus('#gemeente')
  await page.locator('datalist option').first().waitFor({ state: 'attached' })
  assert.ok((await page.locator('datalist option').count()) > 300)
})

test('a fault takes the focus, and leads to the field', async (t) => {
  const { page } = await openReis(t)
  await page.goto('/rechten/vraag?n=1')
  await page.fill('#gemeente', 'Enskede')
  await page.locator('button[value=verder]').click()
  // A page that just came takes its focus when it is drawn.
  await page.locator('#fouten:focus').waitFor()
  await page.locator('.vd-error-summary a').click()
  await page.locator('#gemeente:focus').waitFor()
  assert.equal(await page.inputValue('#gemeente'), 'Enskede')
  await controleerToegankelijkheid(page)
  await page.getByLabel('Enschede', { exact: true }).check()
  await page.locator('button[value=verder]').click()
  assert.match(await page.locator('.vd-strip').innerText(), /Enschede/)
})

test('who types a village chooses the municipality from the list', async (t) => {
  const { page } = await openReis(t, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  await page.goto('/rechten/vraag?n=1')
  await page.fill('#gemeente', 'Vleuten')
  await page.locator('button[value=verder]').click()
  assert.match(await page.locator('.vd-error-summary').innerText(), /Kies uw gemeente, niet uw woonplaats/)
  await page.getByLabel('Of kies uw gemeente uit de lijst').selectOption('Utrecht')
  await page.locator('button[value=verder]').click()
  assert.match(await page.locator('.vd-strip').innerText(), /Utrecht/)
})

test('in English, on the way to the same amounts', async (t) => {
  const { page } = await openReis(t, { locale: 'en-GB' })
  await beantwoordAlles(page, ouderMetKind, '/en')
  assert.match(await page.locator('#zeker').innerText(), /€129/)
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
})

test('in Papiamentu, on Bonaire, in dollars', async (t) => {
  const { page } = await openReis(t)
  const opBonaire = { ...ouderMetKind, gemeente: 'bonaire', 'kinderen/0/geboortedatum': '2 aprel 2016' }
  await beantwoordAlles(page, opBonaire, '/pap')
  const tekst = await page.locator('main').innerText()
  assert.match(tekst, /\$\s239/)
  assert.doesNotMatch(tekst, /€|januari|maart|april/)
  assert.match(tekst, /Un papiadó di papiamentu/)
})
