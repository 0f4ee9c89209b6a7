import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { vrijePoort } from '../../bench/waakhond.ts'
import { belmensen, belOrganisatie, hoort } from '../journeys/belreis.ts'
import { startReis } from '../journeys/inwoners.ts'
import { naarBalie } from '../journeys/ketenreis.ts'
import { belNummer, direct, groeitOp, totdat, uitMenger } from './pagina.ts'
import {
  gehoord,
  sipp,
  startBaresip,
  startSipp,
  startTelefoonnet,
  vindTelefoonnet,
  zegBaresip,
} from './telefoonnet.ts'

test('the desk dials the resident on an ordinary telephone: all hear each other, the desk leaves, and the others go on', async (t) => {
  const programmas = vindTelefoonnet()
  if ('reden' in programmas) return t.skip(programmas.reden)
  const net = await startTelefoonnet(t, programmas)
  const ctrl = await vrijePoort()
  const telefoon = await startBaresip(t, programmas, { poort: net.poorten.baresip, ctrl })
  const { app, regels } = await startReis(t, net.omgeving)
  const nieuw = await belmensen(t, app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost'))
  const [balie, svb] = [await nieuw(), await nieuw()]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
  await belOrganisatie(balie, svb, 'svb')
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])

  await belNummer(balie, '112')
  await balie.getByText('Dit nummer kunnen wij niet bellen.').first().waitFor()
  const beginMs = performance.now()
  await belNummer(balie, '010 765 43 21')
  for (const page of [balie, svb])
    await page.locator('li', { hasText: 'de inwoner, aan de telefoon' }).getByText('in gesprek').waitFor()
  t.diagnostic(`answered ${Math.round(performance.now() - beginMs)} ms after the click on "Bel dit nummer"`)
  for (const page of [balie, svb])
    await totdat('hoort niets uit de menger', async () => (await uitMenger(page)) > 0)
  t.diagnostic(`both browsers heard the mixer ${Math.round(performance.now() - beginMs)} ms after that click`)

  // Everything goes through the mixer now, and nothing goes directly beside it.
  for (const page of [balie, svb])
    await totdat('gaat nog direct', async () => (await groeitOp(page, direct)) < 1e-4)
  // Both professionals are silent: what they hear is the telephone.
  for (const page of [balie, svb]) await page.getByRole('button', { name: 'Microfoon uit' }).click()
  for (const page of [balie, svb])
    await totdat('hoort de telefoon niet', async () => (await groeitOp(page, uitMenger)) > 1e-3)
  await svb.getByRole('button', { name: 'Microfoon aan' }).click()

  await balie.getByRole('button', { name: 'Hang op' }).click()
  await balie.getByRole('heading', { name: 'Wat is er besproken?' }).waitFor()
  await totdat('hoort de telefoon niet meer', async () => (await groeitOp(svb, uitMenger)) > 1e-3)
  assert.equal(/terminated|closed/i.test(telefoon.regels()), false)

  // Somebody speaks, and the telephone hears them as well.
  await totdat('de telefoon hoort niets', () => gehoord(telefoon) > 500)

  // The telephone hangs up: that ends the call of who is left alone.
  await zegBaresip(ctrl, 'hangup')
  await svb.getByText('Het gesprek is voorbij.').waitFor()
  assert.equal(
    regels.some((regel) => /107654321/.test(regel)),
    false,
  )
})

test('a telephone that is busy, that nobody answers, that does not exist, and one that is let go by the desk', async (t) => {
  const programmas = vindTelefoonnet()
  if ('reden' in programmas) return t.skip(programmas.reden)
  const net = await startTelefoonnet(t, programmas)
  const { app, regels } = await startReis(t, net.omgeving)
  const nieuw = await belmensen(t, app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost'))
  const [balie, svb] = [await nieuw(), await nieuw()]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
  await belOrganisatie(balie, svb, 'svb')
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])
  const standen = (page: Page) => page.locator('li', { hasText: 'aan de telefoon' })
  const poort = net.poorten.sipp

  const bezet = await startSipp(t, programmas, { poort, stappen: sipp.bezet })
  await belNummer(balie, '020 123 45 67')
  for (const page of [balie, svb]) await standen(page).getByText('kan nu niet').waitFor()
  await bezet.stop()

  const over = await startSipp(t, programmas, { poort, stappen: sipp.blijftOvergaan })
  await belNummer(balie, '020 123 45 67')
  await standen(svb).getByText('gaat over').waitFor()
  await balie.getByRole('button', { name: 'Verbreek deze telefoon' }).click()
  await standen(svb).getByText('nam niet op').waitFor()
  await over.stop()

  await belNummer(balie, '030 123 45 67')
  await standen(svb).getByText('is niet bereikt').waitFor()

  const neemt = await startSipp(t, programmas, { poort, stappen: sipp.neemtOp })
  await belNummer(balie, '020 123 45 67')
  await standen(svb).getByText('in gesprek').waitFor()
  await totdat('hoort niets uit de menger', async () => (await uitMenger(svb)) > 0)
  await balie.getByRole('button', { name: 'Verbreek deze telefoon' }).click()
  await standen(svb).getByText('is weg').waitFor()
  await neemt.stop()
  // Without a telephone they hear each other directly again.
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])
  assert.equal(
    regels.some((regel) => /20?1234567/.test(regel)),
    false,
  )
})
