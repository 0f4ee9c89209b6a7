import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { proeforganisatie } from '../src/audit/proefaudit.ts'
import { createGesprekken, createSeinpost } from '../src/lijnen/index.ts'
import { belgesprekOpslag } from '../src/store/belgesprekken.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import { sessieOpslag } from '../src/store/sessies.ts'
import { openSessies } from '../src/toegang/index.ts'
import { maakSeindeur, type Seinbronnen } from '../src/web/seindeur.ts'

const [gemeente, svb] = [proeforganisatie('gemeente-rotterdam'), proeforganisatie('svb')]
const MINUUT = 60_000
const hartslagMs = MINUUT / 2

/** Two professionals who logged in, in one call, with sessions and calls in a database. */
async function opzet(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank } = await openProefdatabank(t)
  let ms = Date.parse('2026-03-02T09:00:00Z')
  const nu = () => new Date(ms)
  const sessies = openSessies({
    store: sessieOpslag(databank),
    audit: { verzegel: () => assert.fail('hier is geen hulp') },
    ...{ nu, toeval: randomBytes },
  })
  const store = belgesprekOpslag(databank)
  const gesprekken = createGesprekken({
    ...{ store, nu, toeval: randomBytes, isHier: () => true, gewijzigd: () => {} },
  })
  const seinpost = createSeinpost({
    ...{ gesprekken, vind: store.vind, turn: undefined, nu, turnNu: nu },
    ...{
      meng: async () => undefined,
      naarAndere: async () => {},
      klacht: (fout) => assert.fail(String(fout)),
    },
  })
  const deur = maakSeindeur({
    balie: { toegang: { sessies, gronden: { vind: async () => undefined } } },
    loket: { loket: { volg: async () => undefined }, gesprekken, seinpost },
    isHttps: false,
  } as unknown as Seinbronnen)
  const login = async (medewerker: string, organisatie: typeof svb) => {
    const wie = { soort: 'medewerker', medewerker, organisatie, rollen: [], doelen: [] } as const
    const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
    return { token, wie: { medewerker, organisatie, magZaak: async () => true } }
  }
  const [esra, bo] = [await login('esra', gemeente), await login('bo', svb)]
  const gebeld = await gesprekken.bel(esra.wie, { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  const { id } = gebeld.uitkomst.gesprek
  assert.equal((await gesprekken.neemOp(bo.wie, id)).status, 'ok')
  const draad = async ({ token }: typeof esra) => {
    const headers = { cookie: `voordeur-balie=${token}` }
    const gast = await deur({ url: `/seinen?kant=balie&gesprek=${id}`, headers } as IncomingMessage)
    assert.ok(gast)
    return gast
  }
  /** Nobody clicks; each wire is asked twice a minute, as the heartbeat does. Which of them still stand? */
  const praat = async (minuten: number, draden: readonly Awaited<ReturnType<typeof draad>>[]) => {
    const staat = draden.map(() => true)
    for (let om = 0; om < minuten * MINUUT; om += hartslagMs) {
      ms += hartslagMs
      for (const [i, een] of draden.entries()) staat[i] = staat[i] === true && (await een.leeft())
    }
    return staat
  }
  const later = (om: number) => {
    ms += om
  }
  const isIngelogd = async ({ token }: typeof esra) => (await sessies.leeft(token)) !== undefined
  return { esra, bo, id, gesprekken, draad, praat, isIngelogd, later }
}

test('two colleagues talk for three quarters of an hour without a click: the call goes on and neither is logged out', async (t) => {
  const { esra, bo, id, gesprekken, draad, praat, isIngelogd, later } = await opzet(t)
  const draden = [await draad(esra), await draad(bo)]
  assert.deepEqual(await praat(45, draden), [true, true])
  assert.deepEqual([await isIngelogd(esra), await isIngelogd(bo)], [true, true])
  // The quiet minutes begin when the other hangs up, and not before.
  const bijBo = await gesprekken.alsMedewerker(bo.wie, id)
  assert.ok(bijBo)
  await gesprekken.gaWeg(bijBo)
  assert.equal(await isIngelogd(esra), true)
  later(16 * MINUUT)
  assert.deepEqual([await isIngelogd(esra), await isIngelogd(bo)], [false, false])
})

test('whoever has no wire of that call open is no part of it: their session ends after the quiet minutes', async (t) => {
  const { esra, bo, draad, praat, isIngelogd } = await opzet(t)
  assert.deepEqual(await praat(16, [await draad(esra)]), [true])
  assert.deepEqual([await isIngelogd(esra), await isIngelogd(bo)], [true, false])
})
