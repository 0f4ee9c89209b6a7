import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Kader, type Label, plaatsLabels, rijenNodig } from './labels.ts'
import { lineair, rondEinde, rondeTreden } from './schaal.ts'
import { breedteVan } from './schrift.ts'
import { lijnpad, vlakpad } from './tekenen.ts'

test('an axis names round values, never more than there is room for, all within its ends', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5_000_000 }),
      fc.integer({ min: 100, max: 20_000_000 }),
      fc.integer({ min: 2, max: 9 }),
      (van, lengte, hoogstens) => {
        const treden = rondeTreden([van, van + lengte], hoogstens)
        assert.ok(treden.length <= hoogstens)
        const trede = (treden[1] ?? 0) - (treden[0] ?? 0)
        for (const waarde of treden) {
          assert.ok(waarde >= van - 1e-6 && waarde <= van + lengte + 1e-6)
        }
        if (treden.length > 1) {
          const cijfer = trede / 10 ** Math.floor(Math.log10(trede) + 1e-9)
          assert.ok(
            [1, 2, 2.5, 5].some((c) => Math.abs(c - cijfer) < 1e-6),
            `${trede}`,
          )
        }
      },
    ),
    { seed: 3 },
  )
  assert.deepEqual(rondeTreden([0, 150_000], 5), [0, 50_000, 100_000, 150_000])
  assert.deepEqual(rondeTreden([26_000, 60_000], 4), [30_000, 40_000, 50_000, 60_000])
})

test('the highest value stays under the end of its axis', () => {
  for (const hoogste of [1, 99, 100, 101, 14_700, 362_200, 9_999_999]) {
    assert.ok(rondEinde(hoogste, 4) >= hoogste)
    assert.ok(rondEinde(hoogste, 4) <= hoogste * 2.5)
  }
  assert.equal(rondEinde(114_300, 4), 150_000)
})

test('a scale without width puts everything at its beginning', () => {
  assert.equal(lineair([5, 5], [10, 90])(5), 10)
  assert.equal(lineair([0, 10], [100, 0])(2.5), 75)
})

const kader: Kader = { links: 0, rechts: 680, boven: 14, rijen: 5, rijhoogte: 19, grootte: 15 }

function vak({ tekst, tx, ty, anker }: ReturnType<typeof plaatsLabels>[number]) {
  const breed = breedteVan(tekst, kader.grootte)
  const links = anker === 'start' ? tx : anker === 'end' ? tx - breed : tx - breed / 2
  return { links, rechts: links + breed, boven: ty - kader.grootte, onder: ty + 2 }
}

test('no label lies over another, none sticks out, no leader runs through a text', () => {
  const label = fc.record({
    x: fc.integer({ min: 62, max: 670 }),
    tekst: fc.stringMatching(/^[a-z €0-9]{3,30}$/),
    y: fc.integer({ min: 130, max: 300 }),
  })
  fc.assert(
    fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
      const geplaatst = plaatsLabels(labels, kader)
      const vakken = geplaatst.map(vak)
      for (const [i, a] of vakken.entries()) {
        assert.ok(a.links >= 0 && a.rechts <= kader.rechts + 0.01)
        for (const [j, b] of vakken.entries()) {
          const over = a.links < b.rechts && b.links < a.rechts && a.boven < b.onder && b.boven < a.onder
          assert.ok(i === j || !over)
          const stok = geplaatst[j]
          const door = stok && stok.x > a.links && stok.x < a.rechts && a.onder > stok.ty && a.boven < stok.y
          assert.ok(i === j || !door, JSON.stringify([geplaatst[i], stok]))
        }
      }
    }),
    { seed: 5 },
  )
})

test('four endings of a falling line all keep their names', () => {
  const labels: Label[] = [
    { x: 224, y: 200, tekst: 'u nu: € 26.000' },
    { x: 304, y: 250, tekst: 'boven € 40.857: Zorgtoeslag stopt' },
    { x: 370, y: 290, tekst: 'boven € 53.012: Huurtoeslag stopt' },
    { x: 668, y: 340, tekst: 'boven € 108.321: Kindgebonden budget stopt' },
  ]
  const rijen = rijenNodig(labels, kader, 5)
  assert.equal(plaatsLabels(labels, { ...kader, rijen }).length, 4)
  assert.ok(rijen <= 4)
})

test('a path is a line through its points; an area comes back along the other line', () => {
  assert.equal(
    lijnpad([
      [0, 1],
      [2.25, 3],
    ]),
    'M0 1L2.3 3',
  )
  assert.equal(
    vlakpad(
      [
        [0, 0],
        [1, 0],
      ],
      [
        [0, 5],
        [1, 5],
      ],
    ),
    'M0 0L1 0L1 5L0 5Z',
  )
  assert.equal(vlakpad([], []), '')
})
