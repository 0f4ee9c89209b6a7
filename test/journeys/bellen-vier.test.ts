import assert from 'node:assert/strict'
import { test } from 'node:test'
import { belmensen, belOrganisatie, eersteGeluid, hoort, isDoof, isStil, metCode } from './belreis.ts'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'

test('four hear each other, hold silences both ways, and the desk leaves while resident, interpreter and library point go on', async (t) => {
  const { app } = await startReis(t)
  const nieuw = await belmensen(t, app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost'))
  const [balie, svb, inwoner] = [await nieuw(), await nieuw(), await nieuw()]
  const [tolk, punt] = [await nieuw(), await nieuw()]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
  const opMs = await belOrganisatie(balie, svb, 'svb')
  await Promise.all([eersteGeluid(balie, 1), eersteGeluid(svb, 1)])
  // A figure, not a demand: the machine on which this runs has other work as well.
  t.diagnostic(`heard both ways ${Math.round(performance.now() - opMs)} ms after the click on "Neem op"`)
  await metCode(balie, inwoner, 'Code voor de inwoner')
  await Promise.all([balie, svb, inwoner].map((page) => hoort(page, 2)))
  await metCode(balie, tolk, 'Code voor de tolk')
  await Promise.all([balie, svb, inwoner, tolk].map((page) => hoort(page, 3)))

  // Two guests have the same button: with one in hand, a change of the list puts no other person under it.
  const weg = balie.getByRole('button', { name: /Haal .*: de tolk/ })
  await weg.focus()
  await svb.getByRole('button', { name: 'Microfoon uit' }).click()
  await balie.getByText('in gesprek, microfoon uit').waitFor()
  assert.match((await balie.locator('button:focus').textContent()) ?? '', /de tolk$/)
  await svb.getByRole('button', { name: 'Microfoon aan' }).click()
  await balie.getByText('in gesprek, microfoon uit').waitFor({ state: 'detached' })
  assert.match((await balie.locator('button:focus').textContent()) ?? '', /de tolk$/)

  // The answer to a form is lost: it is not sent again by itself, and the call goes on.
  const verstuurd: string[] = []
  await balie.route('**/*', async (weg) => {
    if (weg.request().method() !== 'POST') return weg.continue()
    verstuurd.push(weg.request().url())
    await weg.fetch()
    return weg.abort('connectionreset')
  })
  await balie.getByRole('button', { name: 'Code voor het informatiepunt' }).click()
  await balie.getByText('Wij weten niet of dat overkwam.').waitFor()
  assert.equal(verstuurd.length, 1)
  await balie.unroute('**/*')
  await Promise.all([balie, tolk].map((page) => hoort(page, 3)))

  // A fifth is one too many.
  await balie.getByRole('button', { name: 'Code voor het informatiepunt' }).click()
  await balie.getByText('Er kan niemand bij. Een gesprek heeft hoogstens vier deelnemers.').waitFor()
  await Promise.all([balie, tolk].map((page) => hoort(page, 3)))

  // On hold: everybody sees it, the desk hears nobody, and only the desk is not heard.
  await balie.getByRole('button', { name: 'Zet in de wacht' }).click()
  for (const page of [svb, inwoner, tolk]) await page.getByText('in gesprek, in de wacht').waitFor()
  assert.equal(await isDoof(balie), true)
  assert.equal(await isDoof(svb), false)
  await Promise.all([svb, inwoner, tolk].map((page) => hoort(page, 3, 2)))
  await balie.getByRole('button', { name: 'Ga verder' }).click()
  await Promise.all([svb, inwoner, tolk].map((page) => hoort(page, 3)))
  assert.equal(await isDoof(balie), false)

  await balie.getByRole('button', { name: 'Hang op' }).click()
  await balie.getByRole('heading', { name: 'Wat is er besproken?' }).waitFor()
  await Promise.all([svb, inwoner, tolk].map((page) => hoort(page, 2)))
  await metCode(svb, punt, 'Code voor het informatiepunt')
  await Promise.all([svb, inwoner, tolk, punt].map((page) => hoort(page, 3)))

  // Two guests who mute themselves: whoever is left is the only one that is heard.
  for (const page of [inwoner, tolk]) await page.getByRole('button', { name: 'Microfoon uit' }).click()
  await Promise.all([hoort(svb, 3, 1), hoort(punt, 3, 1)])
  await svb.getByRole('button', { name: 'Microfoon uit' }).click()
  assert.equal(await isStil(punt), true)
})
