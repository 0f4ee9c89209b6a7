import assert from 'node:assert/strict'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { vrijePoort, Waakhond } from '../../bench/waakhond.ts'
import { belmensen, belOrganisatie, hoort, isStil, metCode } from './belreis.ts'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { openSchakelaar } from './schakelaar.ts'

function poortVan(adres: ReturnType<Server['address']>): number {
  return typeof adres === 'object' && adres !== null ? adres.port : assert.fail('geen poort')
}

/** Kept on each page, to see afterwards that nothing began anew. */
const onthoud = (page: Page) =>
  page.evaluate(
    `void (globalThis.toen = [alle.length, alle.filter((pc) => pc.connectionState === 'connected')])`,
  )
const isNogDezelfde = (page: Page) =>
  page.evaluate<boolean>(
    `alle.length === toen[0] && toen[1].every((pc) => pc.connectionState === 'connected')`,
  )

test('the node that holds everybody falls over: they go on hearing each other, and another node takes the signalling', async (t) => {
  const schakelaar = await openSchakelaar()
  t.after(schakelaar.sluit)
  const { app, url } = await startReis(t, { VOORDEUR_URL: schakelaar.url })
  const blijft = poortVan(app.server.server.address())
  const valt = await vrijePoort()
  const node = new Waakhond(join(import.meta.dirname, '..', '..', 'src', 'main.ts'), {
    ...{ DATABASE_URL: url, VOORDEUR_PORT: String(valt), VOORDEUR_URL: schakelaar.url },
    ...{ VOORDEUR_SLEUTEL: 'x'.repeat(40), VOORDEUR_NU: '2026-03-01T13:00:00+01:00' },
  })
  t.after(() => node.stop())
  await node.start()
  schakelaar.naar(blijft)
  const nieuw = await belmensen(t, schakelaar.url)
  const [balie, svb, inwoner] = [await nieuw(), await nieuw(), await nieuw()]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)

  // One is held by this node and two by the other: what they say to each other goes from node to node.
  schakelaar.naar(valt)
  schakelaar.breek()
  await belOrganisatie(balie, svb, 'svb')
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])
  schakelaar.naar(blijft)
  await metCode(balie, inwoner, 'Code voor de inwoner')
  await Promise.all([balie, svb, inwoner].map((page) => hoort(page, 2)))
  await Promise.all([balie, svb, inwoner].map(onthoud))

  await node.dood()
  // Nobody noticed: the same connections, and the sound goes on.
  await Promise.all([balie, svb, inwoner].map((page) => hoort(page, 2)))
  for (const page of [balie, svb, inwoner]) assert.equal(await isNogDezelfde(page), true)

  // Signalling came back by itself, on the node that stands: who mutes is seen to, and somebody can still come in.
  await svb.getByRole('button', { name: 'Microfoon uit' }).click()
  for (const page of [balie, inwoner]) await page.getByText('in gesprek, microfoon uit').waitFor()
  await svb.getByRole('button', { name: 'Microfoon aan' }).click()
  const tolk = await nieuw()
  await metCode(balie, tolk, 'Code voor de tolk')
  await Promise.all([balie, svb, inwoner, tolk].map((page) => hoort(page, 3)))

  // The network breaks off under everybody, as when somebody walks to another one; then somebody leaves.
  schakelaar.breek()
  await tolk.getByRole('button', { name: 'Hang op' }).click()
  await Promise.all([balie, svb, inwoner].map((page) => hoort(page, 2)))
  await inwoner.getByRole('button', { name: 'Microfoon uit' }).click()
  await svb.getByRole('button', { name: 'Hang op' }).click()
  assert.equal(await isStil(balie), true)
})
