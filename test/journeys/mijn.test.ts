import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesDatabank, vindNummers } from '../nummers.ts'
import { logIn, opstelling } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

test('a resident logs in, sees their data, lets questions be filled in, takes that back, and leaves no number behind', async (t) => {
  const { app, browser, page, context, regels, gezien, url } = await opstelling(t)
  // What an anonymous visitor filled in stays through the login.
  await page.goto('/rechten/vraag?n=1')
  await page.getByRole('textbox').first().fill('Rotterdam')
  await page.locator('button[value=verder]').click()
  await page.getByText('Rotterdam').first().waitFor()

  // Not logged in: the page to log in, and back to where one was.
  const dicht = await page.goto('/mijn/gegevens')
  assert.equal(dicht?.status(), 401)
  await controleerToegankelijkheid(page)
  await logIn(page, /Fatima/)
  await page.waitForURL('**/mijn/gegevens')
  await page.getByRole('heading', { level: 1, name: 'Mijn gegevens' }).waitFor()
  await page.getByText('Fatima el Nourani').waitFor()
  await page.getByText(/2025: €/).waitFor()
  await controleerToegankelijkheid(page)

  // The address on which one came back lets nobody in a second time, and nobody else at all.
  const terug = gezien.find((adres) => adres.includes('/inloggen/terug?')) ?? ''
  const vreemde = await browser.newContext()
  t.after(() => vreemde.close())
  const elders = await vreemde.newPage()
  for (const wie of [page, elders]) assert.equal((await wie.goto(terug))?.status(), 400)
  assert.equal((await elders.goto(new URL('/mijn', terug).href))?.status(), 401)
  await page.goto('/mijn/gegevens')

  // «This is not right» goes to the source holder and is followed.
  await page.getByRole('link', { name: /Dit klopt niet.*Adres/ }).click()
  await controleerToegankelijkheid(page)
  await page.getByRole('textbox').fill('Mijn huisnummer is 12.')
  await page.getByRole('button', { name: 'Stuur de melding' }).click()
  await page.getByText('De bron heeft uw melding ontvangen.').waitFor()
  await controleerToegankelijkheid(page)

  // One yes for one source; the answers are there, and gone when it is taken back.
  await page.goto('/mijn/invullen')
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: 'Ja, gebruik het personenregister' }).click()
  await page.getByText(/Ingevuld: \d+ antwoorden/).waitFor()
  await page.getByRole('button', { name: 'Ja, gebruik mijn inkomen' }).click()
  await page.getByText('Neem terug: niet meer mijn inkomen').waitFor()
  await page.goto('/rechten/antwoorden')
  await page.getByText('1 mei 1990').waitFor()
  await page.getByText('Rotterdam').first().waitFor()
  await page.goto('/mijn/invullen')
  await page.getByRole('button', { name: /Neem terug: niet meer het personenregister/ }).click()
  await page.getByRole('button', { name: /Neem terug: niet meer mijn inkomen/ }).click()
  await page.goto('/rechten/antwoorden')
  await page.getByText('Rotterdam').first().waitFor()
  assert.equal(await page.getByText('1 mei 1990').count(), 0)

  // For a child: every page says so, income is not shown, and the record keeps both persons.
  await page.goto('/mijn/voor-wie')
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: /Kies.*Yassin/ }).click()
  await page.getByText(/Yassin.*\(uw kind\)/).waitFor()
  await page.goto('/mijn/gegevens')
  await page
    .getByText(/Yassin/)
    .nth(1)
    .waitFor()
  assert.equal(await page.getByRole('heading', { name: 'Inkomen en bezit' }).count(), 0)
  assert.equal((await page.goto('/mijn/machtigingen'))?.status(), 403)
  await page.goto('/mijn/inzage')
  await page.getByText('U, namens deze persoon (uw kind)').first().waitFor()
  // The data of the child came along when the parent looked at their own.
  await page.getByText('Opgehaald voor een ouder van deze persoon').first().waitFor()
  await page.goto('/mijn/voor-wie')
  await page.getByRole('button', { name: /Kies.*Uzelf/ }).click()

  await page.goto('/mijn/inzage')
  await page.getByRole('heading', { name: 'Uw gegevens laten zien' }).first().waitFor()
  await controleerToegankelijkheid(page)
  const bestand = await context.request.get('/mijn/inzage/inzage.json')
  const { regels: inzagen } = (await bestand.json()) as { regels: readonly unknown[] }
  assert.ok(inzagen.length > 10)
  gezien.push(await bestand.text())
  const papier = await context.request.get('/mijn/inzage/inzage.pdf')
  assert.equal(papier.headers()['content-type'], 'application/pdf')
  assert.match((await papier.body()).toString('latin1', 0, 8), /^%PDF-1\.7/)

  await page.goto('/mijn')
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await page.getByText('U bent uitgelogd.').waitFor()
  assert.equal((await page.goto('/mijn'))?.status(), 401)

  const nummers = (app.demo?.bevolking.personen ?? []).flatMap(({ bsn }) => bsn ?? [])
  assert.ok(nummers.length > 400)
  const eigen = gezien.filter((tekst) => !tekst.includes('Deze mensen bestaan niet'))
  const overal = { pagina: eigen.join('\n'), logboek: regels.join('\n'), databank: await leesDatabank(url) }
  assert.deepEqual(vindNummers(new Map(Object.entries(overal)), nummers), [])
})

test('a register that is down costs its own part, and an administrator acts for somebody else', async (t) => {
  const { page } = await opstelling(t)
  await page.goto('/inloggen?naar=gegevens')
  await page.getByRole('link', { name: 'Inloggen met DigiD' }).click()
  await page.getByText('Mensen bij wie een bron niet goed antwoordt').click()
  await page.locator('button[value="brp-fout-500"]').click()
  await page.waitForURL('**/mijn/gegevens')
  await page.getByText('Het personenregister ontbreekt op deze pagina.').waitFor()
  await page.getByText('Inkomen per maand', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Uitloggen' }).click()

  await page.goto('/inloggen?naar=voorWie')
  await logIn(page, /Marloes/)
  await page.getByRole('button', { name: /Kies.*Willem.*het geld regelt/ }).click()
  await page.getByText(/Willem.*\(bewind\)/).waitFor()
  await page.goto('/mijn/gegevens')
  await page
    .getByText(/Willem/)
    .nth(1)
    .waitFor()
  await page.getByText(/2025: €/).waitFor()

  // In the dark, on a small telephone, in the other languages.
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 360, height: 740 })
  for (const pad of [
    '/pap/mijn',
    '/en/mijn/gegevens',
    '/pap/mijn/inzage',
    '/en/mijn/invullen',
    '/en/inloggen',
  ]) {
    await page.goto(pad)
    await controleerToegankelijkheid(page)
    const breedte = await page.evaluate<number>('document.documentElement.scrollWidth')
    assert.ok(breedte <= 360, `${pad} is ${breedte} breed`)
  }
})
