import assert from 'node:assert/strict'
import { test } from 'node:test'
import { controleerToegankelijkheid, openReis } from './reis.ts'
import { beantwoordAlles, ouderMetKind } from './vragen.ts'

for (const javaScriptEnabled of [true, false]) {
  const hoe = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`a parent tries what more work and a partner would change, ${hoe}`, async (t) => {
    const { page } = await openReis(t, { javaScriptEnabled })
    await beantwoordAlles(page, ouderMetKind)
    const figuur = page.locator('#per-inkomen svg:visible')
    assert.equal(await figuur.count(), 1, 'one of the two drawings shows')
    assert.match((await figuur.textContent()) ?? '', /u nu: €\s26\.000/)
    assert.match((await figuur.textContent()) ?? '', /boven €\s40\.857: Zorgtoeslag stopt/)
    await page.locator('#per-inkomen summary').click()
    assert.match(await page.locator('#per-inkomen table').innerText(), /€\s26\.000/)
    assert.match(
      await page.locator('#per-maand').innerText(),
      /1 juli 2026: Kinderbijslag\. Er gelden nieuwe bedragen\./,
    )

    await page.getByRole('link', { name: 'ik meer of minder ga werken' }).click()
    await page.fill('#inkomen', 'veel')
    await page.locator('main form button').click()
    assert.match(await page.locator('.vd-error-summary').innerText(), /bedrag in cijfers/)
    assert.equal(await page.inputValue('#inkomen'), 'veel')
    await page.fill('#inkomen', '42.000')
    await page.locator('main form button').click()
    assert.ok(page.url().endsWith('/rechten/wat-als/werken/uitslag'), page.url())
    assert.match(await page.locator('.vd-vergelijk').innerText(), /€\s\d+ minder/)
    const zorg = page.locator('.vd-wissel', { hasText: 'Zorgtoeslag' })
    assert.match(await zorg.innerText(), /€\s129 minder per maand/)
    assert.match(await zorg.innerText(), /Dit klopt dan niet: Uw inkomen is niet te hoog/)
    assert.match(await zorg.innerText(), /Nu €\s26\.000 per jaar, straks €\s42\.000 per jaar/)

    await page.goto('/rechten/overzicht')
    assert.match(await page.locator('#zeker').innerText(), /€\s129/, 'the own answers stay as they were')
    await page.goto('/rechten/wat-als/werken')
    assert.equal(await page.inputValue('#inkomen'), '42000')
    await page.goto('/rechten/wat-als/samenwonen/uitslag')
    assert.ok(page.url().endsWith('/wat-als/samenwonen'), 'nothing filled in: the form comes first')
    await page.fill('#geboortedatum-dag', '3')
    await page.fill('#geboortedatum-maand', 'februari')
    await page.fill('#geboortedatum-jaar', '1988')
    await page.fill('#inkomen', '30000')
    await page.getByLabel('Geen van beide').check()
    await page.locator('main form button').click()
    assert.match(await page.locator('.vd-wissel', { hasText: 'Kindgebonden budget' }).innerText(), /minder/)
    // The checker itself is a script.
    if (javaScriptEnabled) await controleerToegankelijkheid(page)
  })
}

test('growing older begins at the own AOW date, and shows the pension with the amounts of today', async (t) => {
  const { page } = await openReis(t)
  await beantwoordAlles(page, ouderMetKind)
  await page.goto('/rechten/wat-als/ouder')
  assert.match(
    await page.locator('main').innerText(),
    /Met de regels van nu bereikt u de AOW-leeftijd op 2 juli 2057/,
  )
  assert.equal(await page.inputValue('#datum-jaar'), '2057')
  await page.fill('#jaren', '50')
  await page.locator('main form button').click()
  assert.match(
    await page.locator('.vd-wissel', { hasText: 'AOW-pensioen' }).innerText(),
    /€\s1\.637,57 per maand/,
  )
})

test('in English, and in Papiamentu on Bonaire with dollars', async (t) => {
  const { page } = await openReis(t, { locale: 'en-GB' })
  await beantwoordAlles(page, ouderMetKind, '/en')
  assert.match(await page.locator('#per-maand').innerText(), /1 July 2026/)
  await page.goto('/en/rechten/wat-als/kind')
  await page.fill('#geboortedatum-dag', '3')
  await page.fill('#geboortedatum-maand', 'August')
  await page.fill('#geboortedatum-jaar', '2026')
  await page.locator('main form button').click()
  assert.match(await page.locator('.vd-vergelijk').innerText(), /€\d+ more/)

  const opBonaire = { ...ouderMetKind, gemeente: 'bonaire', 'kinderen/0/geboortedatum': '2 aprel 2016' }
  const { page: eiland } = await openReis(t)
  await beantwoordAlles(eiland, opBonaire, '/pap')
  await eiland.goto('/pap/rechten/wat-als/kind')
  await eiland.fill('#geboortedatum-dag', '3')
  await eiland.fill('#geboortedatum-maand', 'ougùstùs')
  await eiland.fill('#geboortedatum-jaar', '2026')
  await eiland.locator('main form button').click()
  const tekst = await eiland.locator('main').innerText()
  assert.match(tekst, /\$\s\d+ mas/)
  assert.doesNotMatch(tekst, /€/)
})
