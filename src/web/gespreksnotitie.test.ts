import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { Gesprekken, Notitiebeeld, Notities } from '../lijnen/index.ts'
import type { Loket } from '../loket/index.ts'
import { proefbalieZonderMensen } from './proefbalie.ts'
import { Bezoeker, proefweb } from './proefweb.ts'

test('what the resident takes along on paper bears the day on which they called, also just after midnight', async () => {
  const { sessies, balie } = proefbalieZonderMensen()
  const gesprek = 'g'.repeat(22)
  // Half past midnight on 3 March in the Netherlands.
  const begonnenMs = Date.parse('2026-03-02T23:30:00Z')
  const beeld: Notitiebeeld = {
    gesprek: { id: gesprek, nr: 1, begonnenMs, gewijzigdMs: begonnenMs, deelnemers: [] },
    notitie: { gesprek, nr: 1, begonnenMs, bijdragen: [], ingangen: [] },
  }
  const notities = { lees: async () => beeld } as unknown as Notities // printing reads, and no more
  const app = proefweb(
    {},
    { balie, loket: { loket: {} as Loket, gesprekken: {} as Gesprekken, notities } as never },
  )
  const wie = {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: proeforganisatie('svb'),
    rollen: ['klantcontact'],
    doelen: [],
  } as const
  const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
  const bezoeker = new Bezoeker(app)
  bezoeker.koekjes = `voordeur-balie=${token}`
  const { statusCode, body } = await bezoeker.haal(`/balie/lijnen/gesprek/${gesprek}/notitie/print`)
  assert.equal(statusCode, 200)
  assert.match(body, /3 maart 2026/)
})
