import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logIn, opstelling } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

test('a resident goes digital with an address that is proved, a desk puts decisions back on paper, and everything goes back at once', async (t) => {
  const { app, page, nieuw, regels, gezien } = await opstelling(t, { javaScriptEnabled: false })
  await page.goto('/inloggen?naar=kanalen')
  await logIn(page, /^Ria/)
  await page.getByText('Nu krijgt u: brieven op papier.').waitFor()
  await page.getByRole('button', { name: 'Stuur mij berichten' }).click()
  await page.getByText('Zet een vinkje als u dit wilt.').first().waitFor()
  await page.getByLabel('Ja, ik lees mijn post hier.').check()
  await page.getByRole('button', { name: 'Stuur mij berichten' }).click()
  await page.getByText('Nu krijgt u: berichten op deze website.').waitFor()
  await page.getByText('Wij kunnen u nog niet laten weten').waitFor()

  // The code comes by the mail server of the demo, and is proved here.
  await page.getByText('Voeg een e-mailadres toe').click()
  await page.getByLabel('E-mailadres').fill('ria@voorbeeld.example')
  await page.locator('form:has(#adres-email) button').click()
  await page.getByText('Wij stuurden een code.').waitFor()
  const brief = app.demo?.post.bord.lijst()[0]
  assert.equal(brief?.aan, 'ria@voorbeeld.example')
  const [code = ''] = /\d{6}/.exec(brief.onderwerp) ?? []
  await page.getByLabel(/^Code voor/).fill('000000')
  await page.getByRole('button', { name: 'Bevestig' }).click()
  await page.getByText('Deze code klopt niet.').first().waitFor()
  await page.getByLabel(/^Code voor/).fill(code)
  await page.getByRole('button', { name: 'Bevestig' }).click()
  await page.getByText('Uw adres is bevestigd.').waitFor()

  // Somebody at the desk writes down what she says, and prints it.
  const { page: balie } = await nieuw()
  await balie.goto('/balie/inloggen')
  await balie.getByRole('link', { name: /Rotterdam/ }).click()
  await balie.getByRole('button', { name: /Esra/ }).click()
  await balie.waitForURL('**/balie')
  assert.equal((await balie.goto('/balie/kanalen'))?.status(), 403)
  await balie.goto('/balie/herstel')
  await balie.getByText('Er is niets te doen.').waitFor()
  await controleerToegankelijkheid(balie)
  await balie.goto('/balie')
  await balie.getByLabel('Vastleggen hoe iemand post wil', { exact: true }).check()
  await balie.getByLabel('De inwoner staat bij mij aan de balie').check()
  await balie.getByRole('button', { name: 'Verder naar zoeken' }).click()
  const bsn = app.demo?.bekenden.find(({ id }) => id === 'ria')?.persoon.bsn ?? ''
  await balie.getByLabel('Burgerservicenummer').fill(bsn)
  await balie.getByRole('button', { name: 'Zoek met dit nummer' }).click()
  await balie.getByRole('button', { name: /Ria/ }).click()
  await balie.waitForURL('**/balie/kanalen')
  await controleerToegankelijkheid(balie)
  await balie.getByRole('link', { name: 'Per soort bericht' }).click()
  await balie.getByRole('button', { name: /^Brief.*Besluiten/ }).click()
  await balie.getByText('Uw keuze is bewaard.').waitFor()
  await controleerToegankelijkheid(balie)
  await balie.goto('/balie/kanalen/wensen')
  await balie.getByLabel('Grote letters').check({ force: true })
  await controleerToegankelijkheid(balie)
  await balie.getByRole('button', { name: 'Bewaar' }).click()
  await balie.goto('/balie/kanalen/print')
  await balie.getByText('Besluiten: brieven op papier').waitFor()
  await balie.getByText('ria@voorbeeld.example').waitFor()

  // She sees it, and who looked; and takes everything back with one button.
  await page.goto('/mijn/kanalen')
  await page.getByText('Besluiten: brieven op papier').waitFor()
  await page.getByText(/Grote letters/).waitFor()
  await page.goto('/mijn/inzage')
  await page.locator('.vd-log__item').filter({ hasText: 'Gemeente Rotterdam' }).first().waitFor()
  await page.goto('/mijn/kanalen')
  await page.getByRole('button', { name: 'Neem alles terug' }).click()
  await page.getByText('Al uw post komt weer op papier.').waitFor()
  await page.getByText('Nu krijgt u: brieven op papier.').waitFor()
  await page.getByText(/Grote letters/).waitFor()

  const { page: klein } = await nieuw({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
  await klein.goto('/inloggen?naar=kanalen')
  await logIn(klein, /^Jan/)
  for (const pad of ['', '/en', '/pap'].flatMap((taal) =>
    [
      '/mijn/kanalen',
      '/mijn/kanalen/soorten',
      '/mijn/kanalen/organisaties',
      '/mijn/kanalen/wensen',
      '/mijn/berichten',
    ].map((deel) => `${taal}${deel}`),
  )) {
    await klein.goto(pad)
    await controleerToegankelijkheid(klein)
    const breedte = await klein.evaluate<number>('document.documentElement.scrollWidth')
    assert.ok(breedte <= 360, `${pad} is ${breedte} breed`)
  }
  // What somebody chose stands in no address, and an address of theirs in no log.
  const adressen = gezien.filter((regel) => regel.startsWith('http'))
  assert.ok(
    ![...adressen, ...regels].some((regel) => regel.includes('voorbeeld.example') || regel.includes(code)),
  )
})
