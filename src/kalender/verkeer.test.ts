import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  beginBehandeltermijn,
  beginVan,
  type Datum,
  datum,
  datumOp,
  isVerschoonbaar,
  isVrijeDag,
  naUitval,
  naVerkeerdeWeg,
  notificatieoordeel,
  ontvangenOp,
  plusDagen,
  type Tijdzone,
  verzendmoment,
  verzondenOp,
} from './index.ts'

const op = (tekst: string) => new Date(tekst)
const uur = 3_600_000

const uitvallen: readonly [string, Tijdzone, string, readonly [string, string][], string][] = [
  ['no outage', 'Europe/Amsterdam', '2026-06-10', [], '2026-06-10'],
  [
    'two hours on the last day: the day after',
    'Europe/Amsterdam',
    '2026-06-10',
    [['2026-06-10T18:00Z', '2026-06-10T20:00Z']],
    '2026-06-11',
  ],
  [
    'Friday evening: not Saturday but Monday',
    'Europe/Amsterdam',
    '2026-06-12',
    [['2026-06-12T16:00Z', '2026-06-12T21:00Z']],
    '2026-06-15',
  ],
  [
    'Maundy Thursday: past Easter',
    'Europe/Amsterdam',
    '2026-04-02',
    [['2026-04-02T10:00Z', '2026-04-02T12:00Z']],
    '2026-04-07',
  ],
  [
    'three days that begin before the end count as a whole',
    'Europe/Amsterdam',
    '2026-06-10',
    [['2026-06-10T20:00Z', '2026-06-13T20:00Z']],
    '2026-06-15',
  ],
  [
    'what lay before the term does not count',
    'Europe/Amsterdam',
    '2026-06-10',
    [['2026-05-01T00:00Z', '2026-05-02T00:00Z']],
    '2026-06-10',
  ],
  [
    'what lay after the end does not count',
    'Europe/Amsterdam',
    '2026-06-10',
    [['2026-06-10T22:00Z', '2026-06-12T00:00Z']],
    '2026-06-10',
  ],
  [
    'the end of a day on Bonaire is four hours later',
    'America/Kralendijk',
    '2026-06-10',
    [['2026-06-10T23:00Z', '2026-06-11T01:00Z']],
    '2026-06-11',
  ],
  [
    'two ways that fail at once fail once',
    'Europe/Amsterdam',
    '2026-06-08',
    [
      ['2026-06-08T00:00Z', '2026-06-08T20:00Z'],
      ['2026-06-08T04:00Z', '2026-06-08T21:00Z'],
    ],
    '2026-06-09',
  ],
  [
    'one in the time that was won counts as well',
    'Europe/Amsterdam',
    '2026-06-08',
    [
      ['2026-06-08T10:00Z', '2026-06-08T20:00Z'],
      ['2026-06-09T01:00Z', '2026-06-09T21:00Z'],
    ],
    '2026-06-10',
  ],
]
for (const [naam, zone, laatsteDag, stukken, verwacht] of uitvallen)
  test(`Awb 2:21: ${naam}`, () => {
    const uitval = stukken.map(([begin, einde]) => ({ begin: op(begin), einde: op(einde) }))
    const termijn = { dagVan: datum('2026-05-20'), laatsteDag: datum(laatsteDag), zone }
    const vroeg = laatsteDag < '2026-05-20' ? { ...termijn, dagVan: datum('2026-02-19') } : termijn
    const na = naUitval(vroeg, uitval, op('2026-12-01T00:00Z'))
    assert.deepEqual([na.soort, na.soort === 'bekend' && na.laatsteDag], ['bekend', verwacht])
  })

test('Awb 2:21: while a way cannot be reached the end is not known, and a term the law leaves alone may end on Sunday', () => {
  const eis = {
    dagVan: datum('2026-05-20'),
    laatsteDag: datum('2026-06-10'),
    zone: 'Europe/Amsterdam',
  } as const
  const loopt = naUitval(eis, [{ begin: op('2026-06-10T10:00Z') }], op('2026-06-11T10:00Z'))
  assert.deepEqual(loopt, { soort: 'loopt-nog', nietVoor: '2026-06-11', uitvalMs: 24 * uur })
  const zondag = { ...eis, laatsteDag: datum('2026-06-13'), verlengt: false }
  const gestopt = [{ begin: op('2026-06-13T10:00Z'), einde: op('2026-06-13T12:00Z') }]
  const na = naUitval(zondag, gestopt, op('2026-07-01T00:00Z'))
  assert.deepEqual(na, { soort: 'bekend', laatsteDag: '2026-06-14', uitvalMs: 2 * uur })
})

const eenDag = fc.integer({ min: 0, max: 1500 }).map((n) => plusDagen(datum('2026-01-01'), n))
const zones = fc.constantFrom<Tijdzone>('Europe/Amsterdam', 'America/Kralendijk')
const eindeVan = (dag: Datum, zone: Tijdzone) => beginVan(plusDagen(dag, 1), zone).getTime()

test('Awb 2:21: whatever fails, nobody gets less than the old end and the time in it that was lost', () => {
  const stuk = fc.tuple(fc.integer({ min: -400, max: 900 }), fc.integer({ min: 1, max: 300 }))
  fc.assert(
    fc.property(eenDag, zones, fc.array(stuk, { maxLength: 5 }), (dagVan, zone, stukken) => {
      const laatsteDag = plusDagen(dagVan, 21)
      const begin = eindeVan(dagVan, zone)
      const uitval = stukken.map(([na, duur]) => ({
        begin: new Date(begin + na * uur),
        einde: new Date(begin + (na + duur) * uur),
      }))
      const na = naUitval({ dagVan, laatsteDag, zone }, uitval, new Date(begin + 5000 * uur))
      assert.ok(na.soort === 'bekend')
      const verloren = uren(uitval, begin, eindeVan(laatsteDag, zone))
      assert.ok(eindeVan(na.laatsteDag, zone) >= eindeVan(laatsteDag, zone) + verloren)
      if (verloren > 0) assert.ok(!isVrijeDag(na.laatsteDag))
      if (na.uitvalMs === 0) assert.equal(na.laatsteDag, laatsteDag)
      // More outage never takes time away.
      const minder = naUitval({ dagVan, laatsteDag, zone }, uitval.slice(1), new Date(begin + 5000 * uur))
      assert.ok(minder.soort === 'bekend' && minder.laatsteDag <= na.laatsteDag)
    }),
  )
})

/** Counted another way than the code does: hour by hour. */
function uren(uitval: readonly { begin: Date; einde: Date }[], van: number, tot: number): number {
  let som = 0
  for (let moment = van; moment < tot; moment += uur)
    if (uitval.some(({ begin, einde }) => begin.getTime() <= moment && moment < einde.getTime())) som += uur
  return som
}

const verkeerd: readonly [string, Tijdzone, string, string, string, string][] = [
  [
    'within an hour: one working day',
    'Europe/Amsterdam',
    '2026-06-10',
    '2026-06-09T08:00Z',
    '2026-06-09T09:00Z',
    '2026-06-11',
  ],
  [
    'on Friday: Monday',
    'Europe/Amsterdam',
    '2026-06-12',
    '2026-06-12T08:00Z',
    '2026-06-12T09:00Z',
    '2026-06-15',
  ],
  [
    'before Ascension: not on it',
    'Europe/Amsterdam',
    '2026-05-13',
    '2026-05-13T08:00Z',
    '2026-05-13T09:00Z',
    '2026-05-15',
  ],
  [
    'after six days: six days',
    'Europe/Amsterdam',
    '2026-06-10',
    '2026-06-08T08:00Z',
    '2026-06-14T08:00Z',
    '2026-06-16',
  ],
  [
    'after nine days that end on Saturday: Monday',
    'Europe/Amsterdam',
    '2026-06-11',
    '2026-06-08T08:00Z',
    '2026-06-17T08:00Z',
    '2026-06-22',
  ],
  [
    'after the end of the term it is not too late',
    'Europe/Amsterdam',
    '2026-06-10',
    '2026-06-10T20:00Z',
    '2026-06-18T20:00Z',
    '2026-06-18',
  ],
  ['on Bonaire', 'America/Kralendijk', '2026-06-10', '2026-06-11T02:00Z', '2026-06-11T03:00Z', '2026-06-11'],
]
for (const [naam, zone, laatsteDag, ontvangen, gereageerd, verwacht] of verkeerd)
  test(`Awb 2:23: ${naam}`, () => {
    const na = naVerkeerdeWeg(
      { laatsteDag: datum(laatsteDag), zone },
      { ontvangen: op(ontvangen), gereageerd: op(gereageerd) },
    )
    assert.equal(na, verwacht)
  })

test('Awb 2:23: at least the time that passed, at least a working day, and never a free day', () => {
  fc.assert(
    fc.property(eenDag, zones, fc.integer({ min: 0, max: 2000 }), (laatsteDag, zone, duur) => {
      const ontvangen = beginVan(laatsteDag, zone)
      const gereageerd = new Date(ontvangen.getTime() + duur * uur)
      const na = naVerkeerdeWeg({ laatsteDag, zone }, { ontvangen, gereageerd })
      assert.ok(na > laatsteDag && !isVrijeDag(na))
      assert.ok(eindeVan(na, zone) >= eindeVan(laatsteDag, zone) + duur * uur)
    }),
  )
})

const begin: readonly [string, string | undefined, string | undefined, string, string][] = [
  ['not forwarded', undefined, undefined, '2026-06-01', 'ontvangst'],
  ['forwarded and told with it', '2026-06-04T09:00Z', '2026-06-04T09:00Z', '2026-06-04', 'doorzending'],
  ['forwarded and never told', '2026-06-04T09:00Z', undefined, '2026-06-01', 'ontvangst'],
  ['told later', '2026-06-04T09:00Z', '2026-06-04T09:01Z', '2026-06-01', 'ontvangst'],
]
for (const [naam, doorgezonden, gemeld, dagVan, door] of begin)
  test(`Awb 2:24: the term to decide, ${naam}`, () => {
    const feiten = {
      ontvangen: op('2026-06-01T22:30-04:00'),
      ...(doorgezonden !== undefined && { doorgezonden: op(doorgezonden) }),
      ...(gemeld !== undefined && { gemeld: op(gemeld) }),
    }
    assert.deepEqual(beginBehandeltermijn(feiten, 'America/Kralendijk'), { dagVan, door })
    // The same evening it is the next day in The Hague.
    if (door === 'ontvangst')
      assert.equal(beginBehandeltermijn(feiten, 'Europe/Amsterdam').dagVan, '2026-06-02')
  })

test('Awb 2:11: the first sending that could be delivered is the sending, in whatever order it is told', () => {
  const poging = (dag: string, isOnbestelbaar: boolean) => ({ op: op(dag), isOnbestelbaar })
  const pogingen = [poging('2026-06-01', true), poging('2026-06-05', false), poging('2026-06-09', false)]
  assert.equal(verzendmoment(pogingen)?.toISOString().slice(0, 10), '2026-06-05')
  assert.equal(verzendmoment(pogingen.toReversed())?.toISOString().slice(0, 10), '2026-06-05')
  assert.equal(
    verzendmoment([poging('2026-06-01', false)])
      ?.toISOString()
      .slice(0, 10),
    '2026-06-01',
  )
  assert.equal(verzendmoment([poging('2026-06-01', true)]), undefined)
  assert.equal(verzendmoment([]), undefined)
})

test('Awb 2:22: excusable where no notice was sent or came through, and unknown is not «no»', () => {
  const begonMetVerzending = true
  for (const [stand, verwacht] of [
    [{ notificatie: 'niet-verzonden' }, true],
    [{ notificatie: 'niet-ontvangen', eigenSchuld: false }, true],
    [{ notificatie: 'niet-ontvangen', eigenSchuld: true }, false],
    [{ notificatie: 'niet-ontvangen' }, 'onbekend'],
    [{ notificatie: 'onbekend' }, 'onbekend'],
    [{ notificatie: 'ontvangen' }, false],
    [{ notificatie: 'niet-nodig' }, false],
  ] as const) {
    assert.equal(isVerschoonbaar({ ...stand, begonMetVerzending }), verwacht, JSON.stringify(stand))
    assert.equal(isVerschoonbaar({ ...stand, begonMetVerzending: false }), false)
  }
})

test('Awb 2:19 and 2:20: what counts as sent and as received, per way', () => {
  const [a, b, c, d] = ['01', '02', '03', '04'].map((dag) => op(`2026-06-${dag}T10:00Z`))
  assert.ok(a && b && c && d)
  const reis = { buitenOrgaan: a, bijOrgaan: b, toegankelijk: c, toegankelijkInBerichtenbox: d }
  assert.deepEqual(
    (['bericht', 'portaal', 'berichtenbox'] as const).map((weg) => verzondenOp(weg, reis)),
    [a, c, d],
  )
  assert.deepEqual([ontvangenOp('bericht', reis), ontvangenOp('portaal', reis)], [b, c])
  assert.equal(verzondenOp('berichtenbox', { toegankelijk: c }), undefined)
  assert.equal(ontvangenOp('bericht', {}), undefined)
})

test('Awb 2:10: a notice within 48 hours, with a warning and an alarm before', () => {
  const geplaatst = op('2026-03-28T12:00Z')
  const na = (uren: number) => new Date(geplaatst.getTime() + uren * uur)
  for (const [uren, verwacht] of [
    [0, 'wacht'],
    [23.9, 'wacht'],
    [24, 'waarschuwing'],
    [40, 'alarm'],
    [48, 'alarm'],
    [48.1, 'te-laat'],
  ] as const)
    assert.equal(notificatieoordeel({ geplaatst }, na(uren)), verwacht, String(uren))
  assert.equal(notificatieoordeel({ geplaatst, genotificeerd: na(48) }, na(60)), 'op-tijd')
  assert.equal(notificatieoordeel({ geplaatst, genotificeerd: na(49) }, na(60)), 'te-laat')
  // In a zone it says nothing: hours are hours, also when the clock changes.
  assert.equal(datumOp(na(48), 'Europe/Amsterdam'), '2026-03-30')
})
