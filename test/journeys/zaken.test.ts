import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { leesDatabank, vindNummers } from '../nummers.ts'
import { logIn, startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'
import { loopMetTab } from './toetsenbord.ts'
import { betaalElders, doeTaken, portaal, vraagAlsPortaal } from './zaaktaken.ts'

/** The slowest of the made-up organisations answers after six seconds. */
const LANGZAAM = 60_000

async function naarZaken(page: Page, naam: RegExp): Promise<void> {
  await page.goto('/inloggen?naar=zaken')
  await logIn(page, naam)
  await page.waitForURL('**/mijn/zaken')
}

const lijst = (page: Page) => page.locator('[data-verrijk="zaken"]')

/** Without a script somebody asks for the page again; it shows more each time. */
async function ververs(page: Page): Promise<void> {
  const eind = performance.now() + LANGZAAM
  while (performance.now() < eind && (await lijst(page).getAttribute('data-klaar')) !== 'ja') {
    await page.waitForTimeout(1000)
    await page.getByRole('link', { name: 'Vernieuw de lijst' }).click()
  }
  assert.equal(await lijst(page).getAttribute('data-klaar'), 'ja')
}

async function telAntwoorden(page: Page): Promise<readonly number[]> {
  const tekst = await page.locator('[data-deel="bronnen"]').innerText()
  const [, geantwoord = '', alle = ''] = /(\d+) van de (\d+) organisaties hebben geantwoord/.exec(tekst) ?? []
  return [Number(geantwoord), Number(alle)]
}

type Reis = Awaited<ReturnType<typeof opstelling>>

/** With one other portal that may ask. */
async function opstelling(t: TestContext) {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-portalen-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const bestand = join(map, 'portalen.json')
  const { client, naam, geheim } = portaal
  writeFileSync(bestand, JSON.stringify([{ id: 'mijn-stad', naam, client, geheim_uit: 'PORTAAL_GEHEIM' }]))
  const reis = await startReis(t, { VOORDEUR_PORTALEN: bestand, PORTAAL_GEHEIM: geheim })
  return { ...reis, telefoon: { viewport: { width: 360, height: 800 } } }
}

test('MijnZaken in a browser, before the made-up organisations', async (t) => {
  const reis = await opstelling(t)
  await t.test(
    'all cases fill in by themselves, who is down is named and can be asked again; a case, its papers, one added; a professional sees the same',
    () => bekijkZaken(reis),
  )
  await t.test('what is asked is seen in list and case and done here, with and without a script', () =>
    doeTaken(reis),
  )
  await t.test('somebody pays elsewhere and comes back, and coming back alone proves nothing', () =>
    betaalElders(reis),
  )
  await t.test(
    'another portal gets what the resident said yes to, is named in the log, and gets nothing after a stop',
    () => vraagAlsPortaal(reis),
  )
  await t.test('nowhere did a number come along', () => controleerNummers(reis))
})

async function bekijkZaken({ nieuw, telefoon }: Reis): Promise<void> {
  const { page, context } = await nieuw(telefoon)
  page.setDefaultTimeout(30_000)
  await naarZaken(page, /Fatima/)
  await page.getByRole('heading', { level: 1, name: 'Mijn zaken' }).waitFor()

  // It fills in without a click, and says aloud when it is complete.
  await page
    .locator('[data-verrijk="zaken"][data-klaar="ja"]')
    .waitFor({ timeout: LANGZAAM, state: 'attached' })
  const [geantwoord = 0, alle = 0] = await telAntwoorden(page)
  assert.equal(alle, 28)
  assert.ok(geantwoord > 20 && geantwoord < 28, `${geantwoord} van ${alle}`)
  assert.match((await page.locator('[data-nieuws]').textContent()) ?? '', /van de 28 organisaties/)
  const haarlem = page.locator('.vd-bron-rij', { hasText: 'Gemeente Haarlem' })
  await haarlem.getByText('ging iets mis').or(haarlem.getByText('niet bereiken')).waitFor()
  await haarlem.getByRole('button', { name: /Vraag het opnieuw/ }).click()
  await page.getByText('Wij vragen het opnieuw.').waitFor()
  await page
    .locator('[data-verrijk="zaken"][data-klaar="ja"]')
    .waitFor({ timeout: LANGZAAM, state: 'attached' })
  await page.locator('.vd-bron-rij', { hasText: 'Gemeente Haarlem' }).waitFor()
  await page.goto('/mijn/zaken')
  assert.ok((await loopMetTab(page)) > 10)
  await controleerToegankelijkheid(page)

  // What is looked for stands in no address.
  await page.goto('/mijn/zaken')
  await page.locator('#zoek-zaken summary').click()
  await page.getByLabel('Zoek in uw zaken').fill('ROTTERDAM bijstand')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  const gevonden = await page.locator('[data-deel="lijst"] h3 a, [data-deel="lijst"] th a').allInnerTexts()
  assert.ok(gevonden.length > 0 && gevonden.every((titel) => /bijstand/i.test(titel)), gevonden.join())
  assert.doesNotMatch(page.url(), /bijstand/i)

  // One case; its paper is a file to keep.
  await page.locator('[data-deel="lijst"] a[href^="/mijn/zaken/gemeente"]').first().click()
  await page.getByRole('heading', { name: 'Wat er gebeurde en wat er komt' }).waitFor()
  const zaak = new URL(page.url()).pathname
  await page.getByRole('heading', { name: 'Een vraag over deze zaak?' }).waitFor()
  const wacht = page.waitForEvent('download')
  await page.locator('.vd-papier a').first().click()
  const bestand = await wacht
  assert.match(bestand.suggestedFilename(), /\.pdf$/)
  assert.equal(readFileSync(await bestand.path(), 'latin1').slice(0, 5), '%PDF-')
  await controleerToegankelijkheid(page)

  // Without a script: the same list by asking again, and a paper added, first wrong and then right.
  const kaal = await nieuw({ ...telefoon, javaScriptEnabled: false })
  kaal.page.setDefaultTimeout(30_000)
  await naarZaken(kaal.page, /Fatima/)
  await ververs(kaal.page)
  // The second time only those are asked that had something, unless one wants them all.
  assert.equal((await telAntwoorden(kaal.page))[1], 8)
  await kaal.page.getByText('20 organisaties vroegen wij nu niet.').waitFor()
  await kaal.page.getByRole('button', { name: 'Vraag ook deze' }).click()
  await ververs(kaal.page)
  assert.deepEqual(await telAntwoorden(kaal.page), [geantwoord, alle])
  await kaal.page.goto(zaak)
  await kaal.page.locator('#toevoegen summary').click()
  await kaal.page.getByLabel('Wat is het?').fill('Loonstrook maart')
  await kaal.page.getByRole('button', { name: 'Verstuur dit document' }).click()
  await kaal.page.getByRole('alert').getByText('Kies een bestand.').waitFor()
  assert.equal(await kaal.page.getByLabel('Wat is het?').inputValue(), 'Loonstrook maart')
  await kaal.page.getByLabel('Kies het bestand').setInputFiles({
    name: 'strook.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\nproef'),
  })
  await kaal.page.getByRole('button', { name: 'Verstuur dit document' }).click()
  await kaal.page.getByText('Uw document is verstuurd.').waitFor()
  await kaal.page.locator('.vd-papier', { hasText: 'Loonstrook maart' }).waitFor()

  // A professional with a ground: the same cases, in the same words.
  await page.goto('/mijn/zaken')
  const titels = await alleTitels(page)
  assert.ok(titels.length > 0)
  const werk = await nieuw()
  werk.page.setDefaultTimeout(30_000)
  await naarBalie(werk.page)
  assert.equal((await werk.page.goto(zaak.replace('/mijn', '/balie')))?.status(), 403)
  await vindFatima(werk.page)
  await werk.page.getByRole('link', { name: 'Bekijk de zaken' }).click()
  await werk.page.getByText('U ziet dezelfde zaken als de inwoner').waitFor()
  await werk.page
    .locator('[data-verrijk="zaken"][data-klaar="ja"]')
    .waitFor({ timeout: LANGZAAM, state: 'attached' })
  assert.deepEqual(await alleTitels(werk.page), titels)
  await werk.page.getByRole('heading', { name: 'Alleen voor medewerkers' }).waitFor()
  await controleerToegankelijkheid(werk.page)
  await werk.page.goto(zaak.replace('/mijn', '/balie'))
  await werk.page.locator('.vd-papier', { hasText: 'Loonstrook maart' }).waitFor()
  assert.equal(await werk.page.locator('#toevoegen').count(), 0)
  await controleerToegankelijkheid(werk.page)

  // The resident reads back who looked.
  await page.goto('/mijn/inzage')
  await page.locator('.vd-log__item', { hasText: 'Uw zaken laten zien' }).first().waitFor()
  await page.locator('.vd-log__item', { hasText: 'Een inwoner helpen' }).first().waitFor()
  await context.close()
}

/** Those in which they must act stand apart; whether one does, a busy source may say to one and not yet to the other. */
async function alleTitels(page: Page): Promise<readonly string[]> {
  const titels = page.locator('[data-deel="actie"] h3 a, [data-deel="lijst"] th a, [data-deel="lijst"] h3 a')
  return (await titels.allInnerTexts()).toSorted()
}

async function controleerNummers({ app, regels, gezien, url }: Reis): Promise<void> {
  const nummers = (app.demo?.bevolking.personen ?? []).flatMap(({ bsn }) => bsn ?? [])
  assert.ok(nummers.length > 400)
  // Of the made-up login, which is not ours, nothing is asked.
  const eigen = gezien.filter((tekst) => !tekst.includes('Deze mensen bestaan niet'))
  const overal = { pagina: eigen.join('\n'), logboek: regels.join('\n'), databank: await leesDatabank(url) }
  assert.deepEqual(vindNummers(new Map(Object.entries(overal)), nummers), [])
}

async function naarBalie(page: Page): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: /Rotterdam/ }).click()
  await page.getByRole('button', { name: /Esra/ }).click()
  await page.waitForURL('**/balie')
}

async function vindFatima(page: Page): Promise<void> {
  await page.goto('/balie')
  await page.getByLabel('Een inwoner helpen', { exact: true }).check()
  await page.getByLabel('De inwoner staat bij mij aan de balie').check()
  await page.getByRole('button', { name: 'Verder naar zoeken' }).click()
  await page.getByLabel('Achternaam').fill('Nourani')
  await page.getByLabel('Dag').fill('1')
  await page.getByLabel('Maand').fill('mei')
  await page.getByLabel('Jaar').fill('1990')
  await page.getByRole('button', { name: 'Zoek met deze naam' }).click()
  await page.getByRole('button', { name: /Kies.*Fatima/ }).click()
  await page.waitForURL('**/balie/inwoner')
}
