import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bewaarVerbindingen, hoort, startBelbrowser } from './belreis.ts'
import { GEDULD } from './browser.ts'
import { startReis } from './inwoners.ts'
import { naarBalie, vindFatima } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

/** In lane hours of the made-up teams. */
const MAANDAGOCHTEND = '2026-03-02T09:00:00Z'

test('a colleague finds the team in the guide, sees how long it takes and calls; who is on duty there hears it ring and takes it', async (t) => {
  const browser = await startBelbrowser()
  t.after(() => browser.close())
  const { app, gezien } = await startReis(t, {}, MAANDAGOCHTEND)
  const baseURL = app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost')
  const nieuw = async (met?: { readonly javaScriptEnabled: boolean }) => {
    const context = await browser.newContext({ baseURL, locale: 'nl-NL', ...met })
    t.after(() => context.close())
    await context.addInitScript(bewaarVerbindingen)
    const page = await context.newPage()
    page.setDefaultTimeout(GEDULD)
    page.on('request', (vraag) => gezien.push(vraag.url()))
    return page
  }
  const [anna, svb] = [await nieuw(), await nieuw()]
  await naarBalie(anna, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)

  // Nobody is on duty: that is said before anybody calls, with the time at which they can be called back.
  await anna.goto('/balie/lijnen')
  await anna.getByLabel('Of kies een onderwerp').selectOption('regeling-aow')
  await anna.getByRole('button', { name: 'Zoek een team' }).click()
  await anna.getByText('er is nu niemand aanwezig.').waitFor()
  await controleerToegankelijkheid(anna)
  await anna.getByRole('button', { name: /Laat mij terugbellen/ }).click()
  await anna.getByRole('heading', { name: 'Wij bellen u terug' }).waitFor()
  await controleerToegankelijkheid(anna)
  await anna.getByRole('button', { name: 'Bel mij niet terug' }).click()
  await anna.getByRole('heading', { name: 'Deze oproep is voorbij' }).waitFor()

  // On duty; the guide says so at once.
  await svb.getByRole('link', { name: 'Uw dienst op de lijn' }).click()
  await controleerToegankelijkheid(svb)
  await svb.getByRole('button', { name: 'Meld u aan' }).click()
  await svb.getByRole('heading', { name: 'U bent vrij' }).waitFor()
  await controleerToegankelijkheid(svb)
  await anna.goto('/balie/kennis/regelingen/aow')
  await anna.getByText('er is nu iemand vrij.').first().waitFor()
  await controleerToegankelijkheid(anna)
  await anna.getByRole('button', { name: /Bel nu voor de inwoner bij mij/ }).click()
  await anna.getByRole('heading', { name: 'Het gaat over' }).waitFor()
  assert.match(new URL(anna.url()).pathname, /^\/balie\/lijnen\/oproep\/[\w-]{22}$/)

  // It rings on the page that is open, and in no other browser; whoever takes it is heard.
  await svb.getByRole('heading', { name: 'Er belt iemand' }).waitFor()
  await svb.getByText('Over AOW-pensioen').waitFor()
  await controleerToegankelijkheid(svb)
  // Who called went on with something else: there it is said as soon as somebody answers.
  await anna.goto('/balie')
  await anna.getByText('Uw oproep gaat over.').waitFor()
  await svb.getByRole('button', { name: 'Neem op' }).click()
  await svb.getByText('De ander heeft dit gesprek nog niet open.').waitFor()
  await anna.getByText('Er is opgenomen.').waitFor()
  await controleerToegankelijkheid(anna)
  await anna.getByRole('link', { name: 'Naar het gesprek' }).click()
  await anna.waitForURL('**/balie/lijnen/gesprek/*')
  await Promise.all([hoort(anna, 1), hoort(svb, 1)])

  // While they talk the line says so to the next one, as a band.
  const bob = await nieuw()
  await naarBalie(bob, /UWV/, /Naima/)
  await bob.goto('/balie/kennis/regelingen/aow')
  await bob
    .getByText(/U wacht waarschijnlijk/)
    .first()
    .waitFor()
  await bob.getByRole('button', { name: /Bel nu voor mezelf/ }).click()
  await bob.getByText('U bent de eerste.').waitFor()
  await controleerToegankelijkheid(bob)
  // On another page the place is said as well.
  await bob.goto('/balie')
  await bob.getByText('U staat in de rij. U bent de eerste.').waitFor()
  await bob.goBack()

  // In the call itself the strip says nothing of it; after it there is nothing left to say.
  assert.equal((await anna.locator('.vd-lijnstrook').innerText()).trim(), '')
  await anna.getByRole('button', { name: 'Hang op' }).click()
  await anna.goto('/balie')
  await anna.getByRole('link', { name: 'Uw oproep' }).waitFor({ state: 'detached' })
  await svb.goto('/balie/lijnen/dienst')
  await svb.getByRole('heading', { name: 'Na het gesprek' }).waitFor()
  await controleerToegankelijkheid(svb)
  await svb.getByRole('button', { name: 'Ik ben klaar' }).click()
  // Now it is the turn of who waited. On another page as well whoever is on duty sees that it rings.
  await svb.getByRole('heading', { name: 'Er belt iemand' }).waitFor()
  await bob.getByRole('heading', { name: 'Het gaat over' }).waitFor()
  await svb.goto('/balie')
  await svb.getByText(/^Er belt iemand: Naima/).waitFor()
  await controleerToegankelijkheid(svb)
  await svb.goto('/balie/lijnen/dienst')
  await svb.getByRole('button', { name: 'Nu niet' }).click()
  await bob.getByRole('heading', { name: 'U staat in de rij' }).waitFor()
  await svb.goto('/balie/lijnen/dienst')
  await svb.getByRole('heading', { name: 'U hebt pauze' }).waitFor()
  await svb.getByRole('button', { name: 'Meld u af' }).click()
  await svb.getByText('U bent afgemeld.').waitFor()
})

test('a time that was promised is kept: whoever is on duty then calls, and it rings on whatever page the other has open', async (t) => {
  const browser = await startBelbrowser()
  t.after(() => browser.close())
  const { app, later } = await startReis(t, {}, MAANDAGOCHTEND)
  const baseURL = app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost')
  const nieuw = async () => {
    const context = await browser.newContext({ baseURL, locale: 'nl-NL' })
    t.after(() => context.close())
    await context.addInitScript(bewaarVerbindingen)
    const page = await context.newPage()
    page.setDefaultTimeout(GEDULD)
    return page
  }
  const [anna, svb] = [await nieuw(), await nieuw()]
  await naarBalie(anna, /Rotterdam/, /Esra/)
  await anna.goto('/balie/kennis/regelingen/aow')
  await anna.getByRole('button', { name: /Laat mij terugbellen/ }).click()
  await anna.getByText('maandag 2 maart 2026, 10:20 uur, uiterlijk 10:35.').waitFor()
  // At that time both are at work again, each with a login of then.
  later(21 * 60_000)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
  await svb.goto('/balie/lijnen/dienst')
  await svb.getByRole('button', { name: 'Meld u aan' }).click()
  await svb.getByRole('heading', { name: 'Bel nu terug' }).waitFor()
  await svb.getByText(/Esra Havenstroom, Gemeente Rotterdam wacht op uw telefoontje/).waitFor()
  await controleerToegankelijkheid(svb)
  // What her page asked for is on its way still when it rings: it says what was so before.
  let laatDoor = (): void => {}
  const opgehouden = new Promise<void>((klaar) => {
    laatDoor = klaar
  })
  let nieuws = (): void => {}
  anna.on('websocket', (draad) => draad.on('framereceived', () => nieuws()))
  const gevraagd = new Promise<void>((klaar) => {
    const eens = anna.route(
      '**/balie/lijnen/strook*',
      async (vraag) => {
        const antwoord = await vraag.fetch()
        klaar()
        await opgehouden
        await vraag.fulfill({ response: antwoord })
      },
      { times: 1 },
    )
    t.after(() => eens)
  })
  await naarBalie(anna, /Rotterdam/, /Esra/)
  await gevraagd
  const gemeld = new Promise<void>((klaar) => {
    nieuws = klaar
  })
  await svb.getByRole('button', { name: 'Bel terug' }).click()
  await svb.waitForURL('**/balie/lijnen/gesprek/*')
  await gemeld
  laatDoor()
  await anna.getByText(/^Er belt iemand: Henk/).waitFor()
  await anna.getByRole('link', { name: 'Naar het gesprek' }).click()
  await anna.getByRole('button', { name: 'Neem op' }).click()
  await Promise.all([hoort(anna, 1), hoort(svb, 1)])
  await svb.getByRole('button', { name: 'Hang op' }).click()
  await svb.goto('/balie/lijnen/dienst')
  await svb.getByRole('heading', { name: 'Na het gesprek' }).waitFor()
})

test('without script, out of a chain case: the guide takes the case along, one press is enough, and the way back is there', async (t) => {
  const { nieuw } = await startReis(t, {}, MAANDAGOCHTEND)
  const { page } = await nieuw({ javaScriptEnabled: false })
  await naarBalie(page, /Rotterdam/, /Esra/)
  await vindFatima(page)
  await page.goto('/balie/loket/nieuw')
  await page.getByLabel('Wat is de vraag, in eigen woorden?').fill('Ik krijg te weinig AOW')
  await page.getByLabel('Wat wilt u samen bereiken?').fill('De AOW klopt')
  await page.getByLabel('De inwoner die u nu helpt').check()
  await page.getByLabel(/Hoe weet u wie het is/).selectOption('document')
  await page.getByLabel('Wie kan de inwoner bellen?').fill('Esra Havenstroom, 14 010')
  await page.getByRole('button', { name: 'Open de ketenzaak' }).click()
  await page.getByRole('link', { name: 'Vind een collega die dit uitlegt of beslist' }).click()
  await page.getByLabel('Of kies een onderwerp').selectOption('regeling-aow')
  await page.getByRole('button', { name: 'Zoek een team' }).click()
  await page.getByRole('button', { name: /Wacht toch in de rij/ }).click()
  await page.getByRole('heading', { name: 'U staat in de rij' }).waitFor()
  assert.equal(await page.locator('meta[http-equiv="refresh"]').count(), 1)
  await page.getByRole('button', { name: 'Laat mij terugbellen' }).click()
  await page.getByRole('heading', { name: 'Wij bellen u terug' }).waitFor()
  await page.getByText('Kies een latere tijd').click()
  await page.getByLabel('Niet voor').first().fill('2026-03-02')
  await page.getByLabel('Niet voor').last().fill('14:00')
  await page.getByRole('button', { name: 'Zoek een tijd' }).click()
  await page.getByText('maandag 2 maart 2026, 14:00 uur, uiterlijk 14:15.').waitFor()
  await page.getByRole('button', { name: 'Bel mij niet terug' }).click()
  await page.getByRole('link', { name: 'Terug naar de ketenzaak' }).click()
  await page.getByText('Ik krijg te weinig AOW').first().waitFor()
})
