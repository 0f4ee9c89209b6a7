/** Stories of one started program: what an organisation asks is done, a question is asked, and another portal asks. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { logIn, type startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

type Start = Awaited<ReturnType<typeof startReis>>
const apeldoorn = 'Gemeente Apeldoorn'
const telefoon = { viewport: { width: 360, height: 800 } }
const zonderScript = { ...telefoon, javaScriptEnabled: false }
const pdf = { name: 'strook.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nproef') }

/** Somebody logged in, with everything there that can come; also what this organisation asks. */
async function bijDeLijst(
  { nieuw }: Start,
  wie: RegExp,
  organisatie: string,
  opties: BrowserContextOptions,
): Promise<Page> {
  const { page } = await nieuw(opties)
  page.setDefaultTimeout(30_000)
  await page.goto('/inloggen?naar=zaken')
  await logIn(page, wie)
  await page.waitForURL('**/mijn/zaken')
  await totKlaar(page, organisatie)
  return page
}

/** Also without a script: then by looking again. Who was too busy to say what it asks is asked once more. */
async function totKlaar(page: Page, organisatie: string): Promise<void> {
  const eind = performance.now() + 60_000
  while (performance.now() < eind) {
    await page.goto('/mijn/zaken')
    const isKlaar = (await page.locator('[data-verrijk="zaken"]').getAttribute('data-klaar')) === 'ja'
    const onbekend = page.locator('#taken-onbekend', { hasText: organisatie })
    if (isKlaar && (await onbekend.count()) === 0) return
    if (isKlaar) {
      await onbekend.locator('summary').click()
      await onbekend.getByRole('button', { name: 'Vraag het opnieuw' }).click()
      await page.getByText('Wij vragen het opnieuw.').waitFor()
    }
    await page.waitForTimeout(1000)
  }
  assert.fail('de lijst werd niet klaar')
}

const inLijst = (page: Page, organisatie: string): Locator =>
  page.locator('[data-verrijk="zaken"] .vd-zaak').filter({ hasText: organisatie })
const teDoen = (page: Page, organisatie: string): Locator =>
  inLijst(page, organisatie).filter({ hasText: '1 ding te doen' })

async function openMet(page: Page, organisatie: string, taak: string): Promise<string> {
  const links = inLijst(page, organisatie).filter({ hasText: 'te doen' }).locator('a[href^="/mijn/zaken/"]')
  const adressen = await links.evaluateAll((alle) => alle.map((een) => een.getAttribute('href') ?? ''))
  for (const adres of adressen) {
    await page.goto(adres)
    if ((await page.getByRole('link', { name: taak }).count()) > 0) return adres
  }
  return assert.fail(`geen zaak bij ${organisatie} vraagt: ${taak}`)
}

/** Seen in the list and in the case, done to the end, and asked no more: with a script, and without. */
export async function doeTaken(reis: Start): Promise<void> {
  const page = await bijDeLijst(reis, /Peter/, apeldoorn, telefoon)
  assert.equal(await teDoen(page, apeldoorn).count(), 2)

  const papieren = 'Stuur de papieren die ontbreken'
  const zaak = await openMet(page, apeldoorn, papieren)
  await page.getByRole('heading', { name: 'Wat de organisatie van u vraagt' }).waitFor()
  await controleerToegankelijkheid(page)
  await page.getByRole('link', { name: papieren }).click()
  await page.getByRole('button', { name: 'Verstuur', exact: true }).click()
  await page.getByRole('alert').getByText('Kies een bestand.').waitFor()
  await controleerToegankelijkheid(page)
  await page.locator('#bestand').setInputFiles(pdf)
  await page.getByRole('button', { name: 'Verstuur', exact: true }).click()
  await page.getByText('Verstuurd. Dit is gedaan.').waitFor()
  await controleerToegankelijkheid(page)
  await page.getByRole('link', { name: 'Terug naar de zaak' }).click()
  await page.getByText('Dit is gedaan.').waitFor()
  assert.equal(await page.getByRole('link', { name: papieren }).count(), 0)
  await page.goto('/mijn/zaken')
  assert.equal(await teDoen(page, apeldoorn).count(), 1, 'the list asks no more for what was done')
  await stelVraag(page, zaak, 'Is mijn brief <b>aangekomen</b>?')

  // What axe looks for it cannot find where no script runs: the form with its faults is looked at here.
  const gesprek = 'Geef door wanneer u kunt voor een gesprek'
  await page.goto('/mijn/zaken')
  const ander = await openMet(page, apeldoorn, gesprek)
  await page.getByRole('link', { name: gesprek }).click()
  await page.getByRole('button', { name: 'Verstuur', exact: true }).click()
  await page.getByRole('alert').getByText('Vul dit in.').first().waitFor()
  await controleerToegankelijkheid(page)

  const kaal = await bijDeLijst(reis, /Peter/, apeldoorn, zonderScript)
  await kaal.goto(ander)
  await kaal.getByRole('link', { name: gesprek }).click()
  await kaal.getByLabel('Wilt u er iets bij zeggen?').fill('Liefst na tien uur')
  await kaal.getByRole('button', { name: 'Verstuur', exact: true }).click()
  await kaal.getByRole('alert').getByText('Vul dit in.').first().waitFor()
  assert.equal(await kaal.getByLabel('Wilt u er iets bij zeggen?').inputValue(), 'Liefst na tien uur')
  for (const [deel, waarde] of [
    ['Dag', '9'],
    ['Maand', 'maart'],
    ['Jaar', '2026'],
  ] as const)
    await kaal.getByLabel(deel, { exact: true }).fill(waarde)
  await kaal.getByLabel('ochtend').check()
  await kaal.getByRole('button', { name: 'Verstuur', exact: true }).click()
  await kaal.getByText('Verstuurd. Dit is gedaan.').waitFor()
  await kaal.goto('/mijn/zaken')
  assert.equal(await teDoen(kaal, apeldoorn).count(), 0)
  await stelVraag(kaal, ander, 'Mag mijn zus mee?', false)
}

/** A question gets a number, sent twice it is one, and it stands with the case; people are there too. */
async function stelVraag(page: Page, zaak: string, vraag: string, metScript = true): Promise<void> {
  await page.goto(zaak)
  await page.locator('#contact').getByText('de balie van de gemeente').waitFor()
  await page.getByRole('link', { name: 'Stel een vraag over deze zaak' }).click()
  await page.getByRole('button', { name: 'Verstuur de vraag' }).click()
  await page.getByRole('alert').getByText('Schrijf uw vraag op.').waitFor()
  await page.getByLabel('Wat wilt u vragen?').fill(vraag)
  await page.getByRole('button', { name: 'Verstuur de vraag' }).click()
  const nummer = await vraagnummer(page)
  await page.getByText(vraag).waitFor()
  if (metScript) await controleerToegankelijkheid(page)
  // A browser that sends the same form again.
  await page.reload()
  assert.equal(await vraagnummer(page), nummer, 'sent twice it is one question')
  await page.getByRole('link', { name: 'Terug naar de zaak' }).click()
  assert.equal(await page.locator('.vd-report', { hasText: vraag }).count(), 1)
}

async function vraagnummer(page: Page): Promise<string> {
  const zin = await page.getByText('Het nummer van uw vraag is').innerText()
  return /\d{10}/.exec(zin)?.[0] ?? assert.fail(zin)
}

/** Whom to call; then to the page of the organisation and back: with nothing done it is still open, and once paid it is done. */
export async function betaalElders(reis: Start): Promise<void> {
  const page = await bijDeLijst(reis, /^Ria/, 'CAK', telefoon)
  await openMet(page, 'CAK', 'Betaal de rekening')
  const bel = page.locator('#contact a[href^="tel:"]').first()
  assert.match((await bel.getAttribute('href')) ?? '', /^tel:\+?\d/)
  await page.getByRole('link', { name: 'Betaal de rekening' }).click()
  const taak = page.url()
  await controleerToegankelijkheid(page)
  await page.getByRole('link', { name: 'Ga betalen' }).click()
  await page.getByRole('heading', { name: 'Betalen', exact: true }).waitFor()
  assert.notEqual(new URL(page.url()).origin, new URL(taak).origin)
  await page.getByRole('link', { name: 'Terug' }).click()
  await page.getByRole('link', { name: 'Ga betalen' }).click()
  await page.getByRole('button', { name: 'Nu doen' }).click()
  await page.waitForURL(taak)
  await page.getByText('Dit is gedaan.').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Ga betalen' }).count(), 0)
  await page.goto('/mijn/zaken')
  assert.equal(await teDoen(page, 'CAK').count(), 0)
}

/** What another portal is known by, for `startReis`. */
export const portaal = { client: 'mijnstad', geheim: 'p'.repeat(40), naam: 'Mijn Stad' } as const

/** Yes, what was said yes to and nothing else, a line with its name, no more: over HTTP, against the organisations. */
export async function vraagAlsPortaal(reis: Start): Promise<void> {
  const { app, klok } = reis
  const bsn = app.demo?.bekenden.find(({ id }) => id === 'peter')?.persoon.bsn
  assert.ok(bsn)
  const vraag = (include: readonly string[]) => stuur({ app, klok }, bsn, '/api/v1/context/zoek', include)
  const nee = await vraag(['taken'])
  assert.deepEqual([nee.status, nee.inhoud.taken], [403, undefined])
  // Somebody that nobody knows gets the very same.
  const vreemd = await stuur({ app, klok }, '999991802', '/api/v1/context/zoek', ['taken'])
  assert.deepEqual([vreemd.status, vreemd.inhoud.type], [nee.status, nee.inhoud.type])

  const page = await bijDeLijst(reis, /Peter/, apeldoorn, telefoon)
  const titels = await page.locator('[data-verrijk="zaken"]').innerText()
  await page.goto('/mijn/portalen')
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: `Ja, ${portaal.naam} mag mijn zaken laten zien` }).click()
  await page.getByText('Dat is vastgelegd. Dit portaal mag nu vragen.').waitFor()
  await controleerToegankelijkheid(page)

  const ja = await vraag(['zaken'])
  assert.equal(ja.status, 200)
  assert.deepEqual(Object.keys(ja.inhoud).sort(), ['volledigheid', 'zaken'])
  const { zaken } = ja.inhoud
  assert.ok(zaken.length > 0)
  const lopend = zaken.filter((een: { einddatum?: string }) => een.einddatum === undefined)
  for (const { titel } of lopend) assert.ok(titels.includes(titel.nl), titel.nl)
  assert.doesNotMatch(JSON.stringify(ja.inhoud), new RegExp(bsn))
  const { taken } = (await vraag(['taken'])).inhoud
  assert.deepEqual(Object.keys((await vraag(['taken'])).inhoud).sort(), ['taken', 'volledigheid'])
  const een = await stuur({ app, klok }, bsn, `/api/v1/taken/${taken[0]?.uuid}`)
  assert.deepEqual([een.status, een.inhoud.uuid], [200, taken[0]?.uuid])
  // Of somebody else there is nothing, however it asks.
  const ria = app.demo?.bekenden.find(({ id }) => id === 'ria')?.persoon.bsn ?? ''
  assert.equal((await stuur({ app, klok }, ria, `/api/v1/taken/${taken[0]?.uuid}`)).status, 403)

  await page.goto('/mijn/inzage?wie=portaal')
  const regels = page.locator('.vd-log__item')
  assert.ok((await regels.count()) > 0)
  for (const regel of await regels.allInnerTexts()) assert.ok(regel.includes(portaal.naam), regel)
  await page.getByLabel('Wie keek').selectOption({ label: `Portaal «${portaal.naam}»` })
  await page.getByRole('button', { name: 'Toon', exact: true }).click()
  await page.getByText(`U ziet alleen: Portaal «${portaal.naam}».`).waitFor()
  assert.ok((await regels.count()) > 0)
  await controleerToegankelijkheid(page)

  await page.goto('/mijn/portalen')
  await page.getByRole('button', { name: `Stop: ${portaal.naam} mag niets meer vragen` }).click()
  await page.getByText('Dit portaal mag niets meer vragen.').waitFor()
  const weg = await vraag(['zaken'])
  assert.deepEqual([weg.status, weg.inhoud.type], [nee.status, nee.inhoud.type])
  assert.equal((await stuur({ app, klok }, bsn, `/api/v1/taken/${taken[0]?.uuid}`)).status, 403)
}

/** As the portal does: with a token of a moment, signed with its secret. */
async function stuur(
  { app, klok }: Pick<Start, 'app' | 'klok'>,
  bsn: string,
  pad: string,
  include?: readonly string[],
) {
  const iat = Math.floor(klok.nu().getTime() / 1000)
  const klantId = 'a8f3c1d2-7e44-4b1a-9c0f-123456789abc'
  const lading = { iss: portaal.client, sub: klantId, bsn, iat, exp: iat + 240 }
  const deel = [{ alg: 'HS256', typ: 'JWT' }, lading]
    .map((een) => Buffer.from(JSON.stringify(een)).toString('base64url'))
    .join('.')
  const teken = createHmac('sha256', portaal.geheim).update(deel).digest('base64url')
  const antwoord = await fetch(new URL(pad, app.adres), {
    headers: { authorization: `Bearer ${deel}.${teken}`, 'content-type': 'application/json' },
    ...(include && { method: 'POST', body: JSON.stringify({ klantId, include }) }),
  })
  const inhoud: ReturnType<typeof JSON.parse> = await antwoord.json()
  return { status: antwoord.status, inhoud }
}
