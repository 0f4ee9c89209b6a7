import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { GEDULD } from './browser.ts'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { startKnoop } from './knoop.ts'

/** In lane hours of the made-up teams. */
const MAANDAGOCHTEND = '2026-03-02T09:00:00Z'

/** An open page goes on asking the node that is gone, and would cross where somebody goes next. */
async function nieuwTabblad(page: Page): Promise<Page> {
  const ander = await page.context().newPage()
  ander.setDefaultTimeout(GEDULD)
  await page.close()
  return ander
}

test('of two nodes one is killed: who waited there keeps the place, who was on duty there still is, and the call comes', async (t) => {
  const { app, nieuw, url } = await startReis(t, {}, MAANDAGOCHTEND)
  const hier = app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost')
  const daar = await startKnoop(t, {
    DATABASE_URL: url,
    VOORDEUR_SLEUTEL: 'x'.repeat(40),
    VOORDEUR_NU: '2026-03-02T10:00:00+01:00',
  })
  let [esra, naima, henk] = [
    (await nieuw()).page,
    (await nieuw({ javaScriptEnabled: false })).page,
    (await nieuw()).page,
  ]
  await naarBalie(esra, /Rotterdam/, /Esra/)
  await naarBalie(naima, /UWV/, /Naima/)
  await naarBalie(henk, /Sociale Verzekeringsbank|SVB/, /Henk/)

  // Both of them are at the other node: on duty, with a break, and first in the queue.
  await henk.goto(`${daar.basis}/balie/lijnen/dienst`)
  await henk.getByRole('button', { name: 'Meld u aan' }).click()
  await henk.getByRole('button', { name: 'Pauze' }).click()
  await henk.getByRole('heading', { name: 'U hebt pauze' }).waitFor()
  await esra.goto(`${daar.basis}/balie/kennis/regelingen/aow`)
  await esra.getByRole('button', { name: /Wacht toch in de rij/ }).click()
  await esra.getByRole('heading', { name: 'U staat in de rij' }).waitFor()
  const oproep = new URL(esra.url()).pathname

  // Who comes later comes in here, without script.
  await naima.goto(`${hier}/balie/kennis/regelingen/aow`)
  await naima.getByRole('button', { name: /Wacht toch in de rij/ }).click()
  await naima.getByRole('heading', { name: 'U staat in de rij' }).waitFor()

  await daar.dood()
  await assert.rejects(fetch(`${daar.basis}${oproep}`))
  ;[esra, henk] = [await nieuwTabblad(esra), await nieuwTabblad(henk)]
  await esra.goto(`${hier}${oproep}`)
  await esra.getByRole('heading', { name: 'U staat in de rij' }).waitFor()
  await henk.goto(`${hier}/balie/lijnen/dienst`)
  await henk.getByRole('heading', { name: 'U hebt pauze' }).waitFor()
  await henk.getByText('Er wachten 2 collega’s op uw teams.').waitFor()
  await henk.getByRole('button', { name: 'Ik ben vrij' }).click()
  await henk.getByRole('heading', { name: 'Er belt iemand' }).waitFor()
  await henk.getByText(/Esra/).first().waitFor()
  await esra.getByRole('heading', { name: 'Het gaat over' }).waitFor()
  await naima.reload()
  await naima.getByRole('heading', { name: 'U staat in de rij' }).waitFor()
  // Without script it is taken and ended as well; then it is the turn of who came later.
  await henk.getByRole('button', { name: 'Nu niet' }).click()
  await esra.getByRole('heading', { name: 'U staat in de rij' }).waitFor()
  await esra.getByRole('button', { name: 'Hang op' }).click()
  await henk.goto(`${hier}/balie/lijnen/dienst`)
  await henk.getByRole('button', { name: 'Ik ben vrij' }).click()
  await henk.getByText(/Naima/).first().waitFor()
  await naima.reload()
  await naima.getByRole('heading', { name: 'Het gaat over' }).waitFor()
  await henk.getByRole('button', { name: 'Neem op' }).click()
  await henk.waitForURL('**/balie/lijnen/gesprek/*')
  await naima.reload()
  assert.match(new URL(naima.url()).pathname, /^\/balie\/lijnen\/gesprek\//)
})
