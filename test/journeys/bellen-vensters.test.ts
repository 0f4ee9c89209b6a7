import assert from 'node:assert/strict'
import { test } from 'node:test'
import { belmensen, belOrganisatie, hoort, metCode } from './belreis.ts'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'

test('a call that is opened in a second window goes on there alone, and what is typed says who typed it', async (t) => {
  const { app } = await startReis(t)
  const nieuw = await belmensen(t, app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost'))
  const [balie, svb] = [await nieuw(), await nieuw()]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
  await belOrganisatie(balie, svb, 'svb')
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])
  const tweede = await balie.context().newPage()
  await tweede.goto(balie.url())
  await balie.getByText('Dit gesprek is open in een ander venster.').waitFor()
  await Promise.all([hoort(tweede, 1), hoort(svb, 1)])
  // The first window can take nothing back: what it made to hear others is closed for good.
  assert.equal(await balie.evaluate(`alle.every((pc) => pc.connectionState === 'closed')`), true)
  await tweede.getByLabel('Uw bericht').fill('Ik hoor u niet goed')
  await tweede.getByRole('button', { name: 'Stuur' }).click()
  await svb.getByText('Esra Havenstroom, Gemeente Rotterdam: Ik hoor u niet goed').waitFor()
  await tweede.getByText('U: Ik hoor u niet goed').waitFor()
})

test('a code that is in the wrong hands is withdrawn, and a guest who should not be there is let go; the others talk on', async (t) => {
  const { app } = await startReis(t)
  const nieuw = await belmensen(t, app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost'))
  const [balie, svb, vreemd] = [await nieuw(), await nieuw(), await nieuw()]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
  await belOrganisatie(balie, svb, 'svb')
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])
  await balie.getByRole('button', { name: 'Code voor de tolk' }).click()
  const link = (await balie.getByText(/\/gesprek#/).textContent()) ?? ''
  await svb.getByRole('button', { name: 'Trek de code in' }).click()
  await balie.getByText('code is ingetrokken').waitFor()
  await vreemd.goto(link)
  await vreemd.getByRole('button', { name: 'Doe mee' }).click()
  await vreemd.getByRole('alert').waitFor()
  await metCode(balie, vreemd, 'Code voor de inwoner')
  await Promise.all([balie, svb, vreemd].map((page) => hoort(page, 2)))
  await balie.getByRole('button', { name: 'Haal uit het gesprek' }).click()
  await vreemd.getByText('Het gesprek is voorbij.').waitFor()
  await Promise.all([balie, svb].map((page) => hoort(page, 1)))
  assert.equal(await vreemd.evaluate(`alle.every((pc) => pc.connectionState === 'closed')`), true)
})
