import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { logIn, startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

async function schrijf(page: Page, soort: string, onderwerp: string, tekst: string): Promise<void> {
  await page.getByLabel(soort).check()
  await page.getByLabel('Waar gaat het over?').fill(onderwerp)
  await page.getByLabel('Uw bericht').fill(tekst)
}

async function naarBalie(page: Page, organisatie: RegExp, wie: RegExp): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: organisatie }).click()
  await page.getByRole('button', { name: wie }).click()
  await page.waitForURL('**/balie')
}

test('a message is sent without a script, confirmed, forwarded with its notice, and read back with all evidence', async (t) => {
  const { app, nieuw, gezien, regels } = await startReis(t)
  // Somebody whom nobody knows: the receipt stands on the page, and sent again it is the same.
  const vreemde = (await nieuw({ javaScriptEnabled: false })).page
  await vreemde.goto('/post')
  await vreemde.getByRole('link', { name: /Rotterdam/ }).click()
  await vreemde.getByRole('button', { name: 'Verstuur' }).click()
  await vreemde.getByRole('alert').getByText('Kies wat voor bericht het is.').waitFor()
  await schrijf(vreemde, 'Klacht over', 'Te lang gewacht', 'Ik wachtte een uur.')
  await vreemde.getByLabel('Waar wilt u antwoord?').fill('Kade 1, Rotterdam')
  await vreemde.getByRole('button', { name: 'Verstuur' }).click()
  await vreemde.getByRole('heading', { name: 'Uw bericht is ontvangen' }).waitFor()
  const [nummer = ''] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec(await vreemde.locator('main').innerText()) ?? []
  await vreemde.reload()
  assert.ok((await vreemde.locator('main').innerText()).includes(nummer))

  // Somebody who is logged in finds it back, with the file, and in pdf, a page and the evidence.
  const { page, context } = await nieuw()
  await page.goto('/inloggen?naar=post')
  await logIn(page, /Fatima/)
  await page.waitForURL('**/post')
  await controleerToegankelijkheid(page)
  await page.getByRole('link', { name: /Rotterdam/ }).click()
  await controleerToegankelijkheid(page)
  await schrijf(
    page,
    'Bezwaar of beroep',
    'Bezwaar tegen een boete',
    'Ik ben het er niet mee eens.\n\nZie de foto.',
  )
  const buffer = Buffer.from('89504e470d0a1a0a0000', 'hex')
  await page.setInputFiles('#bestand', [{ name: 'foto.png', mimeType: 'image/png', buffer }])
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await page.waitForURL('**/mijn/verstuurd/**')
  await controleerToegankelijkheid(page)
  const adres = page.url().split('?')[0] ?? ''
  const haal = async (pad: string) => (await context.request.get(`${adres}${pad}`)).body()
  assert.deepEqual(await haal('/bijlagen/0'), buffer)
  assert.ok((await haal('/verstuurd.pdf')).includes('%PDF-1.7'))
  assert.match((await haal('/verstuurd.html')).toString(), /Ik ben het er niet mee eens/)
  const alles = JSON.parse(
    (await (await context.request.get('/mijn/verstuurd/bewijs.json')).body()).toString(),
  )
  assert.equal(alles.verstuurd[0].onderwerp, 'Bezwaar tegen een boete')
  assert.deepEqual(
    alles.bewijsregels.map((een: { soort: string }) => een.soort).filter((s: string) => s === 'ontvangen'),
    ['ontvangen'],
  )

  // At the desk: numbers alone without a reason, then what nobody recognised, and forwarded it is gone.
  const balie = (await nieuw()).page
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await balie.goto('/balie/post')
  assert.ok(!(await balie.locator('main').innerText()).includes('Te lang gewacht'))
  await balie.goto('/balie')
  await balie.getByLabel('Een inwoner helpen', { exact: true }).check()
  await balie.getByLabel('De inwoner staat bij mij aan de balie').check()
  await balie.getByRole('button', { name: 'Verder naar zoeken' }).click()
  await balie.waitForURL('**/balie/zoeken')
  await balie.goto('/balie/post')
  await controleerToegankelijkheid(balie)
  assert.ok(!(await balie.locator('main').innerText()).includes('Bezwaar tegen een boete'))
  await balie.getByRole('link', { name: 'Te lang gewacht' }).click()
  await controleerToegankelijkheid(balie)
  // Done it leaves the list, is found by its number, and is taken up again.
  await balie.getByRole('button', { name: 'Dit bericht is klaar' }).click()
  await balie.waitForURL('**/balie/post?gedaan=gereed')
  assert.equal(await balie.getByRole('link', { name: 'Te lang gewacht' }).count(), 0)
  await balie.getByLabel('Zoek op nummer').fill('niets')
  await balie.getByRole('button', { name: 'Zoek', exact: true }).click()
  await balie.getByRole('alert').getByText('Vul het hele nummer in').waitFor()
  await balie.getByLabel('Zoek op nummer').fill(nummer.toLowerCase().replaceAll('-', ''))
  await balie.getByRole('button', { name: 'Zoek', exact: true }).click()
  await balie.getByRole('button', { name: 'Toch nog niet klaar' }).click()
  await balie.waitForURL('**gedaan=heropend')
  await balie.getByText('Doorsturen naar de organisatie').click()
  await balie.getByLabel('Naar welke organisatie?').selectOption('svb')
  await balie.getByRole('button', { name: 'Stuur door en meld het' }).click()
  await balie.waitForURL('**/balie/post?gedaan=doorgezonden')
  assert.equal(await balie.getByRole('link', { name: 'Te lang gewacht' }).count(), 0)

  // What somebody wrote stands in no address and in no log.
  assert.ok(app.adres.length > 0)
  for (const geheim of ['boete', 'gewacht', 'Kade']) {
    assert.ok(!gezien.filter((een) => een.startsWith('http')).some((een) => een.includes(geheim)), geheim)
    assert.ok(!regels.some((een) => een.includes(geheim)), geheim)
  }
})

test('post of somebody who is known opens by its number with a reason that they read back; forwarded it is still found, and read there', async (t) => {
  const { nieuw } = await startReis(t)
  const { page } = await nieuw()
  await page.goto('/inloggen?naar=post')
  await logIn(page, /Fatima/)
  await page.waitForURL('**/post')
  await page.getByRole('link', { name: /Rotterdam/ }).click()
  await schrijf(page, 'Klacht over', 'Te lang gewacht', 'Ik wachtte een uur.')
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await page.waitForURL('**/mijn/verstuurd/**')
  const [nummer = ''] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec(await page.locator('main').innerText()) ?? []

  const balie = (await nieuw()).page
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await balie.goto('/balie/post')
  await balie.getByRole('button', { name: new RegExp(nummer) }).click()
  await controleerToegankelijkheid(balie)
  assert.doesNotMatch(await balie.locator('main').innerText(), /Te lang gewacht|Fatima/)
  await balie.getByRole('button', { name: 'Open dit bericht' }).click()
  await balie.getByRole('alert').waitFor()
  await balie.getByLabel('Ik kreeg een brief').or(balie.getByRole('radio').nth(2)).first().check()
  await balie.getByRole('button', { name: 'Open dit bericht' }).click()
  await balie.waitForURL('**/balie/post/**')
  await balie.getByText('Ik wachtte een uur.').waitFor()
  await controleerToegankelijkheid(balie)
  await balie.getByText('Doorsturen naar de organisatie').click()
  await balie.getByLabel('Naar welke organisatie?').selectOption('uwv')
  await balie.getByRole('button', { name: 'Stuur door en meld het' }).click()
  await balie.waitForURL('**/balie/post?gedaan=doorgezonden')
  await balie.getByLabel('Zoek op nummer').fill(nummer)
  await balie.getByRole('button', { name: 'Zoek', exact: true }).click()
  await balie.getByText(/ligt niet meer bij u.*door naar UWV/).waitFor()
  assert.equal(await balie.getByRole('button', { name: new RegExp(nummer) }).count(), 0)

  const uwv = (await nieuw()).page
  await naarBalie(uwv, /UWV/, /Samira/)
  await uwv.goto('/balie/post')
  await uwv.getByRole('button', { name: new RegExp(nummer) }).click()
  await uwv.getByRole('radio').nth(2).check()
  await uwv.getByRole('button', { name: 'Open dit bericht' }).click()
  await uwv.getByText('Ik wachtte een uur.').waitFor()

  await page.goto('/mijn/inzage')
  const gezien = await page.locator('main').innerText()
  assert.ok(gezien.includes(nummer), 'with the number of what was opened')
  for (const wie of [/Rotterdam/, /UWV/]) assert.match(gezien, wie)
})
