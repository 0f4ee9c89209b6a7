import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { type Termijnstuk, termijnbegin } from './behandeltermijn.ts'
import type { Kenniswijze, Postgebeurtenis } from './poststuk.ts'
import type { Triage } from './triage.ts'

const [svb, uwv] = [proeforganisatie('svb'), proeforganisatie('uwv')]
const ontvangen = new Date('2026-03-02T22:30:00Z')
const anders: Triage = { uitkomst: 'wijs-weg', wegen: [{ kanaal: 'web' }] }

function door(
  op: string,
  { van = svb, naar = svb, hoe = 'bericht' as Kenniswijze, bezorgd = '' } = {},
): Postgebeurtenis {
  const kennisgeving = {
    id: op,
    soort: 'doorgezonden',
    hoe,
    op: new Date(op),
    ...(bezorgd && { bezorgd: new Date(bezorgd) }),
  } as const
  return { soort: 'doorgezonden', van, naar, kennisgeving }
}

const begin = (anders: Partial<Termijnstuk>) => {
  const {
    dagVan,
    door: waardoor,
    ontvangen: bij,
  } = termijnbegin(
    {
      ontvangen,
      bij: svb,
      triage: { uitkomst: 'behandel', grond: 'aangewezen-weg' },
      gebeurd: [],
      ...anders,
    },
    'Europe/Amsterdam',
  )
  return [dagVan, waardoor, bij.toISOString()]
}

test('a term to decide begins at receipt, on the day at the body, whoever passes it on inside (Awb 2:20)', () => {
  const ontvangst = ['2026-03-02', 'ontvangst', ontvangen.toISOString()]
  assert.deepEqual(begin({}), ontvangst)
  assert.deepEqual(begin({ gebeurd: [door('2026-03-05T10:00:00Z')] }), ontvangst)
  // Where nothing is designated no way is another one.
  const triage: Triage = { uitkomst: 'behandel', grond: 'geen-weg-aangewezen' }
  assert.deepEqual(begin({ triage, gebeurd: [door('2026-03-05T10:00:00Z')] }), ontvangst)
})

test('what came by another way and is treated has it begin at the forwarding inside, if told at once (Awb 2:24)', () => {
  const om = (hoe: Kenniswijze, bezorgd = '') =>
    begin({ triage: anders, gebeurd: [door('2026-03-05T10:00:00Z', { hoe, bezorgd })] })[0]
  assert.equal(om('bericht'), '2026-03-05')
  assert.equal(om('email', '2026-03-05T10:00:05Z'), '2026-03-05')
  // Nobody was told, or days later.
  assert.equal(om('geen-adres'), '2026-03-02')
  assert.equal(om('adres'), '2026-03-02')
  assert.equal(om('adres', '2026-03-09T10:00:00Z'), '2026-03-02')
  // An objection that had to be treated came by another way all the same; the first time counts.
  assert.deepEqual(
    begin({
      triage: { uitkomst: 'behandel', grond: 'bezwaar' },
      gebeurd: [door('2026-03-05T10:00:00Z'), door('2026-03-08T10:00:00Z')],
    }).slice(0, 2),
    ['2026-03-05', 'doorzending'],
  )
})

test('another body receives what is forwarded to it when that is done, and what went before was elsewhere', () => {
  const gebeurd = [door('2026-03-04T10:00:00Z'), door('2026-03-05T10:00:00Z', { naar: uwv })]
  assert.deepEqual(begin({ triage: anders, bij: uwv, gebeurd }), [
    '2026-03-05',
    'ontvangst',
    '2026-03-05T10:00:00.000Z',
  ])
})
