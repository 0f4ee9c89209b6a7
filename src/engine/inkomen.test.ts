import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  KEER,
  kies,
  met,
  PLAATSEN,
  plekken,
  pointer,
  uitkomsten,
  volledig,
} from '../../test/engine/meegeleverd.ts'
import { vasteToeval } from './steekproef.ts'

/** Highest value tried, in cents: well past where these schemes end. */
const HOOGSTE: Readonly<Record<string, number>> = {
  toetsingsinkomen: 6_000_000,
  netto_maandinkomen: 250_000,
  vermogen: 20_000_000,
  inkomen_uit_werk: 250_000,
  aanvullend_pensioen: 250_000,
}

test('no amount and no right grows with income or savings, to the cent', (t) => {
  const toeval = vasteToeval(20260340)
  let [gezien, lager] = [0, 0]
  const regelingen = new Set<string>()
  for (let i = 0; i < 100 * KEER; i++) {
    const [gebied, datum] = [
      kies(toeval, PLAATSEN),
      kies(toeval, ['2026-03-01', '2025-08-15', '2024-05-05', '2026-09-01']),
    ]
    const rijk = volledig(toeval, gebied, datum)
    // Most drawn households earn or own too much for anything: here each is as rich as it happens, mostly not.
    const h = plekken(rijk).reduce(
      (x, { pad, id }) =>
        HOOGSTE[id] === undefined ? x : met(x, pad, Math.floor(toeval() ** 3 * HOOGSTE[id])),
      rijk,
    )
    const id = kies(toeval, [
      'toetsingsinkomen',
      'toetsingsinkomen',
      'netto_maandinkomen',
      ...Object.keys(HOOGSTE),
    ])
    const plaatsen = plekken(h).filter((x) => x.id === id)
    if (plaatsen.length === 0) continue
    const p = kies(toeval, plaatsen)
    const minder = Math.floor(toeval() * 0.6 * (HOOGSTE[p.id] ?? 0))
    const meer = minder + 1 + Math.floor(toeval() * kies(toeval, [1, 10_000, 2_000_000]))
    const [voor, na] = [minder, meer].map((x) => uitkomsten(met(h, p.pad, x), datum))
    voor?.forEach((u, n) => {
      const v = na?.[n]
      if (!u.grenzen || !v?.grenzen) return
      gezien++
      const wat = `${u.regeling} ${pointer(p.pad)} ${minder} → ${meer} ${datum}: ${JSON.stringify(h)}`
      assert.ok(v.grenzen.van <= u.grenzen.van, wat)
      assert.ok(
        (v.grenzen.tot ?? Number.POSITIVE_INFINITY) <= (u.grenzen.tot ?? Number.POSITIVE_INFINITY),
        wat,
      )
      if (v.grenzen.van < u.grenzen.van) {
        lager++
        regelingen.add(u.regeling)
      }
    })
  }
  t.diagnostic(`${gezien} pairs, ${lager} lower: ${[...regelingen].sort().join(', ')}`)
  assert.ok(lager > 3)
})
