import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  corpus,
  type Json,
  KEER,
  kies,
  lees,
  met,
  PLAATSEN,
  plekken,
  uitkomsten,
  vervaag,
  volledig,
} from '../../test/engine/meegeleverd.ts'
import { controleerBewijs } from './bewijs.ts'
import { vasteToeval } from './steekproef.ts'

test('a receipt replays to the same answer, also with answers missing, spells, and figures not known yet', (t) => {
  const toeval = vasteToeval(20260350)
  let gezien = 0
  for (let i = 0; i < 3 * KEER; i++) {
    const [gebied, datum] = [
      kies(toeval, PLAATSEN),
      kies(toeval, ['2026-03-01', '2026-08-15', '2025-02-10', '2027-02-03']),
    ]
    let h: Json = volledig(toeval, gebied, datum)
    const p = kies(
      toeval,
      plekken(h).filter((x) => x.bij !== 'opvang'),
    )
    h = met(h, p.pad, [
      { vanaf: '1950-01-01', tot: datum, waarde: lees(h, p.pad) },
      { vanaf: datum, waarde: lees(h, p.pad) },
    ])
    for (let n = Math.floor(toeval() * 6); n > 0; n--) h = vervaag(h, toeval)?.h ?? h
    for (const { ontvangstbewijs } of uitkomsten(h, datum, undefined, true)) {
      gezien++
      const bewijs: unknown = JSON.parse(JSON.stringify(ontvangstbewijs))
      assert.deepEqual(
        controleerBewijs(corpus(), bewijs),
        { status: 'gelijk' },
        `${ontvangstbewijs.regeling} ${datum} ${JSON.stringify(h)}`,
      )
    }
  }
  t.diagnostic(`${gezien} receipts`)
})
