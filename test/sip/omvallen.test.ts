import assert from 'node:assert/strict'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { vrijePoort, Waakhond } from '../../bench/waakhond.ts'
import { TELEFOON_MS } from '../../src/lijnen/index.ts'
import { belmensen, belOrganisatie, hoort } from '../journeys/belreis.ts'
import { startReis } from '../journeys/inwoners.ts'
import { naarBalie } from '../journeys/ketenreis.ts'
import { openSchakelaar } from '../journeys/schakelaar.ts'
import { belNummer, totdat, uitMenger } from './pagina.ts'
import { vrijeUdppoort } from './proces.ts'
import { bestaatKamer, startBaresip, startTelefoonnet, vindTelefoonnet } from './telefoonnet.ts'

function poortVan(adres: ReturnType<Server['address']>): number {
  return typeof adres === 'object' && adres !== null ? adres.port : assert.fail('geen poort')
}

test('the node that dialled a telephone is killed: another one hangs it up and clears its room, and the others talk on', async (t) => {
  const programmas = vindTelefoonnet()
  if ('reden' in programmas) return t.skip(programmas.reden)
  const net = await startTelefoonnet(t, programmas)
  const telefoon = await startBaresip(t, programmas, { poort: net.poorten.baresip, ctrl: await vrijePoort() })
  const schakelaar = await openSchakelaar()
  t.after(schakelaar.sluit)
  const { app, url } = await startReis(t, { ...net.omgeving, VOORDEUR_URL: schakelaar.url })
  const valt = await vrijePoort()
  const node = new Waakhond(join(import.meta.dirname, '..', '..', 'src', 'main.ts'), {
    ...{ ...net.omgeving, VOORDEUR_SIP_HIER: `127.0.0.1:${await vrijeUdppoort()}` },
    ...{ DATABASE_URL: url, VOORDEUR_PORT: String(valt), VOORDEUR_URL: schakelaar.url },
    ...{ VOORDEUR_SLEUTEL: 'x'.repeat(40), VOORDEUR_NU: '2026-03-01T13:00:00+01:00' },
  })
  t.after(() => node.stop())
  await node.start()
  schakelaar.naar(valt)
  const nieuw = await belmensen(t, schakelaar.url)
  const [balie, svb] = [await nieuw(), await nieuw()]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await naarBalie(svb, /Sociale Verzekeringsbank|SVB/, /Henk/)
  await belOrganisatie(balie, svb, 'svb')
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])
  await belNummer(balie, '010 765 43 21')
  const opDeLijst = (page: typeof balie) => page.locator('li', { hasText: 'de inwoner, aan de telefoon' })
  for (const page of [balie, svb]) {
    await opDeLijst(page).getByText('in gesprek').waitFor()
    await totdat('hoort niets uit de menger', async () => (await uitMenger(page)) > 0)
  }
  assert.match(telefoon.regels(), /Call established/)

  const kamer = Number(/joined room (\d+)/.exec(net.janus.regels())?.[1])
  assert.equal(await bestaatKamer(net, kamer), true)

  schakelaar.naar(poortVan(app.server.server.address()))
  await node.dood()
  const doodMs = performance.now()
  const naMs = () => `${Math.round(performance.now() - doodMs)} ms after its node was killed`
  // It speaks to nobody, until another node hangs it up in the dialogue that it did not begin.
  await totdat(
    'de telefoon blijft in gesprek',
    () => /terminated|closed/i.test(telefoon.regels()),
    2 * TELEFOON_MS,
  )
  t.diagnostic(`the telephone was hung up ${naMs()}`)
  for (const page of [balie, svb]) await opDeLijst(page).getByText('is weg').waitFor()
  // They were never let go, and hear each other without the mixer again.
  await Promise.all([hoort(balie, 1), hoort(svb, 1)])
  t.diagnostic(`both browsers heard each other directly ${naMs()}`)
  await balie.getByRole('button', { name: 'Hang op' }).click()
  await svb.getByText('Het gesprek is voorbij.').waitFor()
  await totdat('de kamer blijft', async () => !(await bestaatKamer(net, kamer)))
})
