import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { Belgesprek } from '../lijnen/index.ts'
import { openSessies } from '../toegang/index.ts'
import { geheugensessies } from './proefinwoner.ts'
import { proefdag } from './proefweb.ts'
import { maakSeindeur, type Seinbronnen } from './seindeur.ts'

const svb = proeforganisatie('svb')

/** A professional in a call with somebody else; `ander` is how that one stands. */
async function opstelling() {
  let [nu, ander] = [proefdag, 'in-gesprek' as Belgesprek['deelnemers'][number]['stand']]
  const sessies = openSessies({
    store: geheugensessies(),
    audit: { verzegel: () => assert.fail('hier is geen hulp') },
    nu: () => nu,
    toeval: randomBytes,
  })
  const deelnemer = (id: string, stand: typeof ander) => ({
    ...{ id, stand, sindsMs: 0, isGedempt: false, staatInWacht: false },
    partij: { soort: 'medewerker' as const, organisatie: svb, medewerker: id },
  })
  const gesprek = (): Belgesprek => ({
    ...{ id: 'g-1', nr: 1, begonnenMs: 0, gewijzigdMs: 0 },
    deelnemers: [deelnemer('ik', 'in-gesprek'), deelnemer('ander', ander)],
  })
  const deur = maakSeindeur({
    balie: { toegang: { sessies, gronden: { vind: async () => undefined } } },
    loket: {
      loket: { volg: async () => undefined },
      gesprekken: { alsMedewerker: async () => ({ gesprek: gesprek(), deelnemer: 'ik' }) },
      seinpost: {},
    },
    isHttps: false,
    // What the door reads of the house, and nothing else of it.
  } as unknown as Seinbronnen)
  const wie = { soort: 'medewerker', medewerker: 'ik', organisatie: svb, rollen: [], doelen: [] } as const
  const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
  // A door looks at the address and the headers alone.
  const vraag = {
    url: '/seinen?kant=balie&gesprek=g-1',
    headers: { cookie: `voordeur-balie=${token}` },
  } as IncomingMessage
  const gast = await deur(vraag)
  assert.ok(gast)
  return {
    gast,
    zet: (stand: typeof ander) => {
      ander = stand
    },
    /** As the heartbeat asks: twice a minute. */
    praat: async (minuten: number) => {
      for (let n = 0; n < minuten * 2; n++) {
        nu = new Date(nu.getTime() + 30_000)
        if (!(await gast.leeft())) return false
      }
      return true
    },
    isIngelogd: async () => (await sessies.leeft(token)) !== undefined,
    logUit: () => sessies.beeindig(token),
  }
}

test('whoever talks for an hour without a click is not logged out, nor cut off', async () => {
  const { praat, isIngelogd } = await opstelling()
  assert.equal(await praat(60), true)
  assert.equal(await isIngelogd(), true)
})

test('alone in a call is no use of a session: it ends after the quiet minutes, and the wire with it', async () => {
  const { praat, zet, isIngelogd } = await opstelling()
  zet('gaat-over')
  assert.equal(await praat(20), true)
  for (const stand of ['weg', 'niet-opgenomen', 'geweigerd'] as const) zet(stand)
  assert.equal(await praat(20), false)
  assert.equal(await isIngelogd(), false)
})

test('whoever logs out is out of the call, however long they talked', async () => {
  const { praat, logUit } = await opstelling()
  assert.equal(await praat(20), true)
  await logUit()
  assert.equal(await praat(1), false)
})
