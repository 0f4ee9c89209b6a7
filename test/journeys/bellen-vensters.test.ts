import assert from 'node:assert/strict'
import { test } from 'node:test'
import { belmensen, belOrganisatie, hoort } from './belreis.ts'
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
