import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bewaarVerbindingen, hoort, startBelbrowser } from './belreis.ts'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
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
    page.setDefaultTimeout(15_000)
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
  await controleerToegankelijkheid(svb)
  await svb.getByRole('button', { name: 'Neem op' }).click()
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

  await anna.getByRole('button', { name: 'Hang op' }).click()
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
