import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import type { Begrenzer, Beller } from '../toegang/index.ts'
import { acties, grenzen } from './grenzen.ts'
import { proefbronnen, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'
import { inTaal, type Routenaam, routes, talen } from './routes.ts'

// Without one of its forms the table is no such table: what is left out does not compile.
const { wis: _, ...zonderEen } = acties
// @ts-expect-error a form without a limit
const _onvolledig: typeof acties = zonderEen

test('every form has a limit, or says that it has none', () => {
  for (const [naam, { methode }] of Object.entries(routes))
    if (methode === 'POST') assert.ok(acties[naam as Routenaam] !== undefined, naam)
})

test('every page that asks a register when it is opened has a limit', () => {
  const vragers = [
    'voorWie',
    'gegevens',
    'meldingen',
    'machtigingen',
    'balieInwoner',
    'balieMachtiging',
  ] as const
  for (const naam of vragers) assert.ok(acties[naam] !== undefined, naam)
})

test('a library with fifty people behind one address can go on', () => {
  const perMinuut = 50 * 2
  for (const [actie, regels] of Object.entries(grenzen))
    for (const { per, aantal, minuten } of regels) {
      if (per !== 'adres') continue
      const isZelden = ['code', 'controlecode', 'meewerkcode', 'melding', 'bestand', 'machtiging'].includes(
        actie,
      )
      assert.ok(
        aantal / minuten >= (isZelden ? perMinuut / 10 : perMinuut),
        `${actie}: ${aantal} per ${minuten}`,
      )
    }
})

function opstelling(begrenzer: Begrenzer, meer: { kentAdressen?: boolean } = {}) {
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const fouten: unknown[] = []
  const bronnen = proefbronnen({ meldFout: (_waar, fout) => fouten.push(fout) })
  const web = createWeb({ bronnen, begrenzer, teksten, sleutel: proefsleutel, isHttps: false, ...meer })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const stuur = (url: string) =>
    app.inject({
      method: 'POST',
      url,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'x=1',
    })
  return { app, stuur, fouten }
}

test('who is over the limit reads when to try again, in three languages, and nothing is done', async () => {
  const { stuur, app } = opstelling({ tel: async () => ({ mag: false, per: 'adres', seconden: 125 }) })
  const woorden = { nl: 'over 3 minuten opnieuw', en: 'again in 3 minutes', pap: 'den 3 minüt' }
  for (const taal of talen) {
    const { statusCode, headers, body } = await stuur(inTaal(taal, '/rechten/vraag'))
    assert.equal(statusCode, 429)
    assert.equal(headers['retry-after'], '125')
    assert.equal(headers['set-cookie'], undefined)
    assert.ok(body.includes(woorden[taal]), body)
    assert.match(body, new RegExp(`<html lang="${taal}"`))
  }
  assert.equal((await app.inject({ url: '/zoeken?q=x', headers: { accept: 'text/html' } })).statusCode, 429)
  // What takes away what we know is never refused, and reading is not counted.
  assert.equal((await stuur('/rechten/wis')).statusCode, 303)
  assert.equal((await app.inject({ url: '/rechten', headers: { accept: 'text/html' } })).statusCode, 200)
})

test('only who shares a limit reads that others count too', async () => {
  for (const per of ['adres', 'persoon'] as const) {
    const { stuur } = opstelling({ tel: async () => ({ mag: false, per, seconden: 60 }) })
    const { body } = await stuur('/rechten/vraag')
    assert.equal(body.includes('Dan tellen anderen mee.'), per === 'adres')
    assert.ok(body.includes('over 1 minuut opnieuw'))
  }
})

test('a counter that is down keeps nobody away, and behind an unknown proxy nobody is counted by address', async () => {
  const stuk = opstelling({ tel: () => Promise.reject(new Error('weg')) })
  assert.equal((await stuk.stuur('/rechten/wis')).statusCode, 303)
  assert.notEqual((await stuk.app.inject('/zoeken?q=x')).statusCode, 500)
  assert.equal(stuk.fouten.length, 1)
  const bellers: Beller[] = []
  const tel: Begrenzer['tel'] = async (_actie, _regels, wie) => {
    bellers.push(wie)
    return { mag: true }
  }
  for (const kentAdressen of [true, false])
    await opstelling({ tel }, { kentAdressen }).app.inject('/zoeken?q=x')
  assert.deepEqual(
    bellers.map(({ adres }) => adres),
    ['127.0.0.1', undefined],
  )
})
