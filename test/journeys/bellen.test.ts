import assert from 'node:assert/strict'
import { test } from 'node:test'
import { belmensen, hoort, isStil } from './belreis.ts'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

test('two organisations and the resident hear each other, the desk leaves and they go on; who has no part in it hears nothing', async (t) => {
  const { app, gezien } = await startReis(t)
  const baseURL = app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost')
  const nieuw = await belmensen(t, baseURL, gezien)
  const [balie, svb, inwoner] = [await nieuw(), await nieuw(), await nieuw()]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
  await svb.goto('/balie/lijnen/gesprekken')
  await svb.getByText('Er belt nu niemand.').waitFor()
  await controleerToegankelijkheid(svb)

  await balie.getByRole('link', { name: 'Bellen met een collega' }).click()
  await balie.getByLabel('Welke organisatie?').selectOption('svb')
  await balie.getByRole('button', { name: 'Bel', exact: true }).click()
  const gesprek = new URL(balie.url()).pathname
  assert.match(gesprek, /^\/balie\/lijnen\/gesprek\/[\w-]{22}$/)
  // It rings by itself on a page that was open already. When somebody else calls, the first one stays in hand.
  const ring = svb.locator('form', { has: svb.getByRole('button', { name: 'Neem op' }) })
  const vanEsra = ring.filter({ hasText: 'Esra' }).getByRole('button', { name: 'Nu niet' })
  await vanEsra.focus()
  const uwv = await nieuw()
  await naarBalie(uwv, /UWV/, /Naima/)
  await uwv.goto('/balie/lijnen/gesprekken')
  await uwv.getByLabel('Welke organisatie?').selectOption('svb')
  await uwv.getByRole('button', { name: 'Bel', exact: true }).click()
  await ring.filter({ hasText: 'Naima' }).waitFor()
  const inHand = svb.locator('form', { has: svb.locator('button:focus') })
  assert.match((await inHand.textContent()) ?? '', /Esra/)
  assert.equal(await svb.locator('button:focus').textContent(), 'Nu niet')
  await uwv.getByRole('button', { name: 'Hang op' }).click()
  await ring.filter({ hasText: 'Naima' }).waitFor({ state: 'detached' })
  await svb.getByRole('button', { name: 'Neem op' }).click()
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])
  await balie.getByText('U bent verbonden.').waitFor()

  // The resident comes in by the link; the code stands in no address that went to us.
  // Made without leaving the call: the sound goes on over the way that it had.
  await balie.evaluate('globalThis.eerste = alle[0]')
  await balie.getByRole('button', { name: 'Code voor de inwoner' }).click()
  await balie.getByText('heeft een code, is nog niet binnen').waitFor()
  assert.equal(await balie.evaluate('eerste.connectionState'), 'connected')
  const link = await balie.getByText(/\/gesprek#/).textContent()
  await inwoner.goto(link ?? '')
  await controleerToegankelijkheid(inwoner)
  await inwoner.getByRole('button', { name: 'Doe mee' }).click()
  await Promise.all([hoort(balie, 2), hoort(svb, 2), hoort(inwoner, 2)])
  await controleerToegankelijkheid(inwoner)
  // The code is used, and is shown no more; that needs no press.
  await balie.getByText(/\/gesprek#/).waitFor({ state: 'detached' })
  await controleerToegankelijkheid(balie)
  const code = link?.split('#')[1] ?? assert.fail('geen code')
  assert.ok(gezien.every((adres) => !adres.split('#')[0]?.includes(code)))

  // What somebody types, the others read.
  await inwoner.getByLabel('Uw bericht').fill('Ik hoor u niet zo goed <b>')
  await inwoner.getByRole('button', { name: 'Stuur' }).click()
  for (const page of [balie, svb])
    await page
      .getByRole('log')
      .getByText(/^De inwoner: Ik hoor u niet zo goed <b>$/)
      .waitFor()
  await svb.getByLabel('Uw bericht').fill('Ik praat wat harder')
  await svb.getByRole('button', { name: 'Stuur' }).click()
  await inwoner
    .getByRole('log')
    .getByText(/^Henk Lentebrug, Sociale Verzekeringsbank \(SVB\): Ik praat wat harder$/)
    .waitFor()

  // Somebody of another organisation, with the address in hand: no page, no wire.
  await uwv.goto(gesprek)
  await uwv.getByText('Dit gesprek is voorbij.').waitFor()
  const kant = await uwv.evaluate<string>(`new Promise((klaar) => {
    const ws = new WebSocket('ws://' + location.host + '/seinen?kant=balie&gesprek=${gesprek.split('/').at(-1)}')
    ws.onopen = () => klaar('open')
    ws.onerror = () => klaar('dicht')
  })`)
  assert.equal(kant, 'dicht')

  // The desk leaves; the colleague and the resident go on.
  await balie.getByRole('button', { name: 'Hang op' }).click()
  await balie.getByRole('heading', { name: 'Wat is er besproken?' }).waitFor()
  await Promise.all([hoort(svb, 1), hoort(inwoner, 1)])

  // Muted: packets go on, and no sound comes with them any more.
  await svb.getByRole('button', { name: 'Microfoon uit' }).click()
  await inwoner.getByText('in gesprek, microfoon uit').waitFor()
  assert.equal(await isStil(inwoner), true)
  await hoort(svb, 1)
  await svb.getByRole('button', { name: 'Microfoon aan' }).click()
  await hoort(inwoner, 1)

  // The page is opened again: everything begins anew by itself, and nobody was asked anything.
  await svb.reload()
  await Promise.all([hoort(svb, 1), hoort(inwoner, 1)])

  // The last professional leaves: the resident hears that it is over, and the code opens nothing any more.
  await svb.getByRole('button', { name: 'Hang op' }).click()
  await inwoner.getByText('Het gesprek is voorbij.').waitFor()
  assert.equal(await inwoner.getByRole('button', { name: 'Hang op' }).count(), 0)
  assert.equal(await inwoner.getByLabel('Uw bericht').isVisible(), false)
  await inwoner.getByText('Ik praat wat harder').waitFor()
  await inwoner.goto('/gesprek')
  await inwoner.getByLabel('Uw code').fill(code)
  await inwoner.getByRole('button', { name: 'Doe mee' }).click()
  await inwoner.getByRole('alert').getByText('Deze code werkt niet.').first().waitFor()
})
