import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pauze } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import type { App } from '../../src/app.ts'
import { leesPdf } from '../../src/kanalen/brief/proefpdf.ts'
import { logIn, startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

type Post = NonNullable<App['demo']>['post']
type Stuk = ReturnType<Post['bord']['lijst']>[number]

const codevorm = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}\b/

/** Named limit: a notice goes by three rounds of a second, and a bounce comes in between. */
const wachtMs = 30_000

async function wachtOp(app: App, is: (stuk: Stuk) => boolean): Promise<Stuk> {
  for (const eind = Date.now() + wachtMs; Date.now() < eind; await pauze(200)) {
    const stuk = app.demo?.post.bord.lijst().find(is)
    if (stuk !== undefined) return stuk
  }
  return assert.fail('er kwam niets')
}

async function wordDigitaal(app: App, page: Page, adres: string): Promise<void> {
  await page.goto('/mijn/kanalen')
  await page.getByLabel('Ja, ik lees mijn post hier.').check()
  await page.getByRole('button', { name: 'Stuur mij berichten' }).click()
  await page.getByText('Voeg een e-mailadres toe').click()
  await page.getByLabel('E-mailadres').fill(adres)
  await page.locator('form:has(#adres-email) button').click()
  await page.getByText('Wij stuurden een code.').waitFor()
  const [code = ''] = /\d{6}/.exec(app.demo?.post.bord.lijst()[0]?.onderwerp ?? '') ?? []
  await page.getByLabel(/^Code voor/).fill(code)
  await page.getByRole('button', { name: 'Bevestig' }).click()
  await page.getByText('Uw adres is bevestigd.').waitFor()
}

async function schrijf(page: Page): Promise<void> {
  await page.goto('/post')
  await page.getByRole('link', { name: /Rotterdam/ }).click()
  await page.getByLabel('Bezwaar of beroep').check()
  await page.getByLabel('Waar gaat het over?').fill('Bezwaar tegen een boete')
  await page.getByLabel('Uw bericht').fill('Ik ben het er niet mee eens.')
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await page.waitForURL('**/mijn/verstuurd/**')
}

/** Somebody at the desk sends what she wrote on to where it belongs: she hears of that (Awb 2:3). */
async function stuurDoor(app: App, page: Page): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: /Rotterdam/ }).click()
  await page.getByRole('button', { name: /Esra/ }).click()
  await page.waitForURL('**/balie')
  await page.getByLabel('Een inwoner helpen', { exact: true }).check()
  await page.getByLabel('De inwoner staat bij mij aan de balie').check()
  await page.getByRole('button', { name: 'Verder naar zoeken' }).click()
  const bsn = app.demo?.bekenden.find(({ id }) => id === 'ria')?.persoon.bsn ?? ''
  await page.getByLabel('Burgerservicenummer').fill(bsn)
  await page.getByRole('button', { name: 'Zoek met dit nummer' }).click()
  await page.getByRole('button', { name: /Ria/ }).click()
  await page.waitForURL('**/balie/inwoner')
  await page.goto('/balie/post')
  await page.getByRole('link', { name: 'Bezwaar tegen een boete' }).click()
  await page.getByText('Doorsturen naar de organisatie').click()
  await page.getByLabel('Naar welke organisatie?').selectOption('svb')
  await page.getByRole('button', { name: 'Stuur door en meld het' }).click()
  await page.waitForURL('**/balie/post?gedaan=doorgezonden')
}

test('a notice that bounces and the letter after it carry one code, which says who, when and which group, and leads only its reader to the message', async (t) => {
  const { app, nieuw } = await startReis(t)
  const { page } = await nieuw({ javaScriptEnabled: false })
  await page.goto('/inloggen?naar=kanalen')
  await logIn(page, /^Ria/)
  await wordDigitaal(app, page, 'terug+ria@voorbeeld.example')
  await schrijf(page)
  await stuurDoor(app, (await nieuw()).page)

  const mail = await wachtOp(app, ({ weg, tekst }) => weg === 'email' && codevorm.test(tekst))
  const gelezen = await PostalMime.parse(mail.ruw ?? '')
  const [geschreven = ''] = codevorm.exec(gelezen.text ?? '') ?? []
  assert.match(gelezen.text ?? '', /\/echt/)
  assert.doesNotMatch(gelezen.text ?? '', /boete/)
  const kaal = geschreven.replaceAll('-', '')
  assert.doesNotMatch(Buffer.from(mail.ruw ?? '').toString(), new RegExp(kaal), 'in no link')

  // That their first e-mail address was added is told in a letter of its own.
  const staatIn = (ruw: Uint8Array) => leesPdf(Buffer.from(ruw)).delen[0]?.[1].includes(geschreven) === true
  const brief = await wachtOp(app, ({ weg, ruw }) => weg === 'brief' && ruw !== undefined && staatIn(ruw))
  const { delen, bron } = leesPdf(Buffer.from(brief.ruw ?? ''))
  assert.ok(delen.some(([soort, tekst]) => soort === 'H2' && tekst === 'Is deze brief echt?'))
  assert.match(bron, /\/Alt/)

  // Whoever finds it hears from whom, of which day and which group, and nothing more.
  const { page: vreemde } = await nieuw()
  await vreemde.goto('/echt')
  await vreemde.locator('#wat').fill(geschreven)
  await vreemde.locator('form:has(#wat) button').click()
  await vreemde.getByText('Verstuurd door Gemeente Rotterdam op 1 maart 2026.').waitFor()
  const antwoord = await vreemde.locator('#uitkomst').innerText()
  assert.match(antwoord, /Besluiten/)
  assert.doesNotMatch(antwoord, /boete/i)
  assert.equal(await vreemde.locator('#uitkomst a[href*="/mijn/berichten/"]').count(), 0)
  await controleerToegankelijkheid(vreemde)
  for (const taal of ['en', 'pap']) {
    await vreemde.goto(`/${taal}/echt/${kaal}`)
    assert.match(await vreemde.locator('main').innerText(), /Gemeente Rotterdam/)
  }
  // Somebody else who is logged in hears the same.
  const { page: ander } = await nieuw({ javaScriptEnabled: false })
  await ander.goto('/inloggen?naar=berichten')
  await logIn(ander, /^Jan/)
  await ander.goto(`/echt/${kaal}`)
  await ander.getByText('Verstuurd door Gemeente Rotterdam').waitFor()
  assert.equal(await ander.locator('main a[href*="/mijn/berichten"]').count(), 0)

  await page.goto(`/echt/${kaal}`)
  await page.getByRole('link', { name: 'Lees hier het hele bericht.' }).click()
  await page.locator('#controlecode').getByText(geschreven).waitFor()
  await page.emulateMedia({ media: 'print' })
  assert.ok(await page.locator('#controlecode').getByText(geschreven).isVisible())
})
