import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDatum } from '../domain/index.ts'
import type { Weektelling } from './ervaring-store.ts'
import { reizen, stappen } from './reizen.ts'
import { type Soort, soorten } from './telling.ts'
import {
  grootsteUitval,
  KLEINSTE,
  maandagVan,
  perReden,
  perStap,
  perWeek,
  toonGetal,
  verdeling,
} from './uitkomst.ts'

function dag(tekst: string) {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}
const maandag = dag('2026-03-02')
const tel = (stap: string, soort: Soort, aantal: number, deel: Partial<Weektelling> = {}): Weektelling => ({
  week: maandag,
  stap,
  kanaal: 'web',
  soort,
  aantal,
  ...deel,
})
const rechten = reizen.find(({ id }) => id === 'rechten')?.stappen ?? []
const getal = (n: number) => ({ soort: 'getal', n })

test('per step who came, went on and stopped; where one can be done nobody gave up; too few is no picture', () => {
  const uit = perStap(
    [
      tel('rechten-begin', 'begonnen', 100),
      tel('rechten-begin', 'verder', 60),
      tel('rechten-vragen', 'begonnen', 61),
      tel('rechten-vragen', 'verder', 41),
      tel('rechten-vragen', 'fout', 12),
      tel('rechten-overzicht', 'begonnen', 500),
      tel('rechten-overzicht', 'verder', 10),
      tel('rechten-regeling', 'begonnen', 9),
    ],
    rechten,
  )
  assert.deepEqual(
    uit.map(({ gekomen, verder, gestopt }) => [gekomen, verder, gestopt]),
    [
      [getal(100), getal(60), getal(40)],
      [getal(60), getal(40), getal(20)],
      [getal(500), getal(10), getal(490)],
      [{ soort: 'klein' }, undefined, undefined],
    ],
  )
  assert.deepEqual([uit[1]?.fout, uit[1]?.terug], [getal(10), getal(0)])
  assert.equal(uit[3]?.lengte, undefined)
  assert.equal(grootsteUitval(uit)?.stap.id, 'rechten-begin', 'not the overview, where one can be done')
})

test('who came and who went on never tell how few stopped, nor the other way round, and no bar is drawn of it', () => {
  const een = (gekomen: number, verder: number) =>
    perStap([tel('rechten-begin', 'begonnen', gekomen), tel('rechten-begin', 'verder', verder)], rechten)[0]
  // Of each pair of what is said there are several that it may have been.
  const gezegd = new Map<string, Set<number>>()
  for (let gekomen = KLEINSTE; gekomen < 60; gekomen++)
    for (let verder = 0; verder <= gekomen; verder++) {
      const { stap: _, ...uit } = een(gekomen, verder) ?? assert.fail()
      const tekst = JSON.stringify(uit)
      gezegd.set(tekst, (gezegd.get(tekst) ?? new Set()).add(gekomen - verder))
      const isKlein = [verder, gekomen - verder].some((n) => n > 0 && n < KLEINSTE)
      assert.equal(uit.lengte?.verder === undefined, isKlein, tekst)
      assert.equal(uit.gestopt === undefined && uit.verder === undefined, isKlein, tekst)
    }
  for (const [tekst, mogelijk] of gezegd)
    assert.ok([...mogelijk].every((n) => n === 0 || n >= KLEINSTE) || mogelijk.size > 1, tekst)
})

test('whoever goes on by another way makes nobody stop, and no bar longer than its step', () => {
  const [uit] = perStap([tel('rechten-begin', 'begonnen', 20), tel('rechten-begin', 'verder', 30)], rechten)
  assert.deepEqual([uit?.gestopt, uit?.lengte], [getal(0), { gekomen: 20, verder: 20 }])
})

test('shares only where enough answered, and a total only where it gives no small number away', () => {
  const van = (ja: number, deels: number, nee: number) =>
    verdeling([tel('x', 'antwoord-ja', ja), tel('x', 'antwoord-deels', deels), tel('x', 'antwoord-nee', nee)])
  const klein = { soort: 'klein' }
  assert.equal(van(0, 0, 0), undefined)
  assert.deepEqual(van(60, 20, 20), {
    delen: { ja: getal(60), deels: getal(20), nee: getal(20) },
    totaal: getal(100),
    procent: { ja: 60, deels: 20, nee: 20 },
  })
  // 14 of which 10 yes: the total would say that four said no.
  assert.deepEqual(van(10, 0, 4), { delen: { ja: getal(10), deels: getal(0), nee: klein } })
  assert.deepEqual(van(20, 3, 4), {
    delen: { ja: getal(20), deels: klein, nee: klein },
    totaal: getal(25),
    procent: { ja: 80 },
  })
  assert.deepEqual(van(1, 1, 0), { delen: { ja: klein, deels: klein, nee: getal(0) }, totaal: klein })
})

test('a number from one to nine is never said, in whatever is shown', () => {
  const willekeurig = fc.array(
    fc.record({
      week: fc.constantFrom(maandag, dag('2026-02-23')),
      stap: fc.constantFrom(...stappen.map(({ id }): string => id)),
      kanaal: fc.constantFrom('web' as const, 'balie' as const),
      soort: fc.constantFrom(...soorten),
      aantal: fc.integer({ min: 1, max: 25 }),
    }),
    { maxLength: 60 },
  )
  const periode = { van: dag('2026-02-23'), tot: dag('2026-03-09') }
  fc.assert(
    fc.property(willekeurig, (van) => {
      const alles = {
        stappen: perStap(van, stappen).map(({ lengte: _, stap: __, ...rest }) => rest),
        weken: perWeek(van, periode),
        redenen: perReden(van),
        verdeling: verdeling(van),
      }
      for (const [, n] of JSON.stringify(alles).matchAll(/"n":(\d+)/g))
        assert.ok(Number(n) === 0 || Number(n) >= KLEINSTE, `${n}`)
    }),
    { numRuns: 300, seed: 14 },
  )
  assert.deepEqual([toonGetal(0), toonGetal(9), toonGetal(10)], [getal(0), { soort: 'klein' }, getal(10)])
})

test('every week of the period is there, also an empty one; a week begins on Monday', () => {
  const uit = perWeek([tel('x', 'begonnen', 12)], { van: dag('2026-02-18'), tot: dag('2026-03-04') })
  assert.deepEqual(
    uit.map(({ week, gekomen }) => [week, gekomen]),
    [
      ['2026-02-16', getal(0)],
      ['2026-02-23', getal(0)],
      ['2026-03-02', getal(10)],
    ],
  )
  assert.equal(maandagVan(dag('2026-03-08')), '2026-03-02')
  assert.equal(maandagVan(dag('2026-03-02')), '2026-03-02')
})

test('reasons, the most named first, and none that nobody named', () => {
  assert.deepEqual(
    perReden([tel('x', 'reden-storing', 3), tel('y', 'reden-anders', 30), tel('y', 'reden-storing', 20)]),
    [
      { reden: 'anders', aantal: getal(30) },
      { reden: 'storing', aantal: getal(25) },
    ],
  )
})
