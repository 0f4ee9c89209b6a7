import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { Bijdrage, Gesprekken, Notitiebeeld, Notities } from '../lijnen/index.ts'
import type { Loket } from '../loket/index.ts'
import { proefbalieZonderMensen } from './proefbalie.ts'
import { Bezoeker, proefweb } from './proefweb.ts'

/** Half past midnight on 3 March in the Netherlands. */
const begonnenMs = Date.parse('2026-03-02T23:30:00Z')
const gesprek = 'g'.repeat(22)
const svb = proeforganisatie('svb')
const bijdrage: Bijdrage = {
  ...{ id: 'b-1', door: { organisatie: svb, medewerker: 'm-1' }, opMs: begonnenMs, isContact: true },
  ...{ isGepland: true, inhoud: { vraag: 'Wanneer?', antwoord: 'Morgen', acties: [] } },
}

/** Somebody who was in that call, and each time that they looked at a case. */
async function opstelling(meer: Partial<Notitiebeeld>) {
  const { sessies, balie } = proefbalieZonderMensen()
  const gezien: string[] = []
  const beeld: Notitiebeeld = {
    gesprek: { id: gesprek, nr: 1, begonnenMs, gewijzigdMs: begonnenMs, deelnemers: [] },
    notitie: { gesprek, nr: 1, begonnenMs, bijdragen: [bijdrage], ingangen: [] },
    ...meer,
  }
  const notities = { lees: async () => beeld } as unknown as Notities // these pages read, and no more
  const loket = {
    bekijk: async (_: unknown, zaak: string) => void gezien.push(zaak),
  } as unknown as Loket // idem
  const bellen = { loket, gesprekken: {} as Gesprekken, notities }
  const app = proefweb({}, { balie, loket: bellen as never })
  const wie = {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: svb,
    rollen: ['klantcontact'],
    doelen: [],
  } as const
  const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
  const bezoeker = new Bezoeker(app)
  bezoeker.koekjes = `voordeur-balie=${token}`
  const haal = (rest = '') => bezoeker.haal(`/balie/lijnen/gesprek/${gesprek}/notitie${rest}`)
  return { haal, gezien }
}

test('what the resident takes along on paper bears the day on which they called, also just after midnight', async () => {
  const { haal } = await opstelling({})
  const { statusCode, body } = await haal('/print')
  assert.equal(statusCode, 200)
  assert.match(body, /3 maart 2026/)
})

test('reading a note of a case is looking at the case: whom it is about sees that', async () => {
  const zaak = '0195c3a0-0000-7000-8000-000000000001'
  const over = await opstelling({ ketenzaak: zaak })
  assert.match((await over.haal()).body, /Morgen/)
  assert.deepEqual(over.gezien, [zaak])
  const zonder = await opstelling({})
  assert.match((await zonder.haal()).body, /Morgen/)
  assert.deepEqual(zonder.gezien, [])
})
