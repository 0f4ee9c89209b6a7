import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { LEEG, leesBezoek, schrijfInhoud, secondenVan } from './bezoek.ts'
import { HOOGSTENS_VRAAG, type Intakekaart, leesKaart, schrijfKaart, sessiemerk } from './intakekaart.ts'
import { verpak, zetRegels } from './koekje.ts'

const op = new Date('2026-03-02T10:00:00Z')
const kaart: Intakekaart = {
  sessie: sessiemerk('een sessie'),
  op,
  vraag: 'Mijn huur is te hoog.',
  plaats: 'GM0599',
  gekozen: ['regeling:huurtoeslag', 'organisatie:svb'],
  afspraken: [{ nummer: 'KWR-2745', team: 'svb-telefoon', begin: new Date('2026-03-04T09:00:00Z') }],
}
const na = (minuten: number) => new Date(op.getTime() + minuten * 60_000)

test('a card comes back as it was written, within the hour', () => {
  const inhoud = JSON.parse(JSON.stringify({ k: schrijfKaart(kaart) }))
  assert.deepEqual(leesKaart(inhoud, na(60)), kaart)
  assert.equal(leesKaart(inhoud, na(61)), undefined)
})

test('the hour of a card is its own: answers that are written later do not keep it', () => {
  const sleutel = randomBytes(32)
  const schrijf = (nu: Date, inhoud: Parameters<typeof schrijfInhoud>[0]) => {
    const verpakt = verpak(schrijfInhoud(inhoud), sleutel, secondenVan(nu), randomBytes(12))
    assert.ok(verpakt.status === 'ok')
    return zetRegels(verpakt.delen, false)
      .map((regel) => regel.split(';')[0])
      .join('; ')
  }
  const lees = (koekje: string, nu: Date) => leesBezoek(koekje, { sleutel, isHttps: false, nu })
  const eerst = lees(schrijf(na(0), { ...LEEG, kaart }), na(50))
  assert.deepEqual(eerst.kaart, kaart)
  // Somebody answers a question on a page for everybody at 50 minutes: the cookie lives on, the card does not.
  const later = lees(schrijf(na(50), eerst), na(70))
  assert.equal(later.staat, 'ok')
  assert.equal(later.kaart, undefined)
})

test('what an older version or somebody else wrote is no card; too long is cut off', () => {
  for (const k of [undefined, null, 1, [], ['x'], ['x', 'y', 'z', '', [], []], { vraag: 'x' }])
    assert.equal(leesKaart({ k }, op), undefined, JSON.stringify(k))
  const lang = leesKaart({ k: schrijfKaart({ ...kaart, vraag: 'a'.repeat(5_000) }) }, op)
  assert.equal(lang?.vraag.length, HOOGSTENS_VRAAG)
  const vreemd = leesKaart(
    { k: schrijfKaart({ ...kaart, gekozen: ['<script>', 'persoon:1', 'regeling:aow'] }) },
    op,
  )
  assert.deepEqual(vreemd?.gekozen, ['regeling:aow'])
})

test('of two logins each has a mark of its own, which does not say which login it is', () => {
  assert.notEqual(sessiemerk('a'), sessiemerk('b'))
  assert.ok(!sessiemerk('sessie-geheim').includes('geheim'))
})
