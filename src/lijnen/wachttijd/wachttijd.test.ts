import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { binnen, eenRij, erlangB, erlangC, kwantiel } from './erlang.ts'
import { metGeduld } from './geduld.ts'
import type { Drukte, Uitkomst } from './uitkomst.ts'
import { publiekGrens, tweeKlassen } from './voorrang.ts'
import { type Wachtvraag, wachtband } from './wachtband.ts'

function waarde<T>(uitkomst: Uitkomst<T>): T {
  if (uitkomst.soort !== 'bekend') throw new Error(JSON.stringify(uitkomst))
  return uitkomst.waarde
}

const bijna = (gevonden: number, verwacht: number, marge: number, wat = ''): void =>
  assert.ok(Math.abs(gevonden - verwacht) <= marge, `${wat} ${gevonden}, verwacht ${verwacht} ± ${marge}`)

/** So many people, busy for that part of their time, with calls of eight minutes. */
const acht = (medewerkers: number, bezetting: number): Drukte => ({
  medewerkers,
  behandelMinuten: 8,
  perMinuut: (medewerkers * bezetting) / 8,
})

test('Erlang B and C give the published check values', () => {
  bijna(waarde(erlangB(5, 3)), 0.110054, 5e-7)
  bijna(waarde(erlangC(5, 3)), 0.236152, 5e-7)
  bijna(waarde(erlangC(10, 8)), 0.40918, 5e-7)
  // One server: B = a/(1+a), C = ρ, mean wait = ρ/(μ-λ).
  bijna(waarde(erlangB(1, 0.5)), 1 / 3, 1e-15)
  bijna(waarde(eenRij({ medewerkers: 1, perMinuut: 0.5, behandelMinuten: 1 })).gemiddeldMinuten, 1, 1e-12)
})

test('one queue, the lane and the public at the busyness of the model table', () => {
  for (const [medewerkers, bezetting, rij, lijn, publiek, extra] of [
    [50, 0.85, 12.1, 1.9, 12.5, 0.026],
    [50, 0.9, 34.9, 3.6, 35.9, 0.028],
    [50, 0.95, 120.8, 6.2, 124.3, 0.029],
    [50, 0.97, 244.5, 7.6, 251.9, 0.03],
    [10, 0.95, 793, 41, 816, 0.029],
    [200, 0.95, 17.5, 0.9, 18.0, 0.029],
  ] as const) {
    const uit = waarde(tweeKlassen(acht(medewerkers, bezetting), 0.03))
    const wat = `${medewerkers} mensen, ${bezetting}`
    const marge = rij > 500 ? 0.5 : 0.051
    bijna(uit.eenRij.gemiddeldMinuten * 60, rij, marge, wat)
    bijna(uit.lijn.gemiddeldMinuten * 60, lijn, marge, wat)
    bijna(uit.publiek.gemiddeldMinuten * 60, publiek, marge, wat)
    bijna(uit.publiekExtra, extra, 0.00051, wat)
  }
  const { lijn, eenRij: rij } = waarde(tweeKlassen(acht(50, 0.95), 0.03))
  bijna(waarde(binnen(lijn, 20 / 60)), 0.92, 0.005)
  bijna(waarde(kwantiel(lijn, 0.9)) * 60, 18, 0.5)
  bijna(waarde(binnen(rij, 20 / 60)), 0.44, 0.01)
})

test('a team of its own is worse with the same people', () => {
  const deel = (medewerkers: number, aandeel: number) =>
    eenRij({ medewerkers, perMinuut: 5.9375 * aandeel, behandelMinuten: 8 })
  // Beside it what one simulated run of two million calls gave, which is further off the busier it is.
  for (const [medewerkers, aandeel, seconden, nagebootst] of [
    [2, 0.03, 494.9, 477],
    [48, 0.97, 174.4, 164],
    [3, 0.03, 64.2, 65],
    [47, 0.97, 438.7, 386],
  ] as const) {
    const wacht = waarde(deel(medewerkers, aandeel)).gemiddeldMinuten * 60
    bijna(wacht, seconden, 0.06)
    bijna(wacht / nagebootst, 1, 0.14)
  }
  assert.equal(deel(46, 0.97).soort, 'instabiel')
})

test('Erlang A gives the published check values, above 100 % too', () => {
  const gewoon = waarde(metGeduld(acht(50, 0.95), 10))
  bijna(gewoon.kansWachten, 0.396, 0.0005)
  bijna(gewoon.kansAfhaken, 0.033, 0.0005)
  const teDruk = waarde(metGeduld(acht(50, 1.05), 10))
  bijna(teDruk.kansWachten, 0.686, 0.0005)
  bijna(teDruk.kansAfhaken, 0.078, 0.0005)
  bijna(teDruk.gemiddeldMinuten, 0.78, 0.005)
  // What is not hung up is done: λ(1-P) = cμ·ρ.
  bijna(teDruk.bezetting, 1.05 * (1 - teDruk.kansAfhaken), 1e-12)
  // Who never hangs up: Erlang C.
  bijna(waarde(metGeduld(acht(50, 0.9), 1e9)).kansWachten, waarde(erlangC(50, 45)), 1e-6)
})

test('large numbers neither overflow nor take long', () => {
  bijna(waarde(erlangC(20_000, 19_900)), 0.4, 0.1)
  assert.equal(waarde(erlangB(20_000, 1)), 0)
  const groot = waarde(metGeduld({ medewerkers: 20_000, perMinuut: 2750, behandelMinuten: 8 }, 10))
  bijna(groot.kansAfhaken, 1 - 20_000 / 22_000, 0.002)
  assert.equal(
    waarde(metGeduld({ medewerkers: 1, perMinuut: 1e-9, behandelMinuten: 1 }, 1)).bezetting > 0,
    true,
  )
})

test('conservation, order and bounds hold for any number of people and any busyness', () => {
  const eigen = fc.record({
    medewerkers: fc.integer({ min: 1, max: 300 }),
    rho: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    aandeel: fc.double({ min: 0, max: 1, noNaN: true }),
    behandelMinuten: fc.double({ min: 0.5, max: 60, noNaN: true }),
  })
  fc.assert(
    fc.property(eigen, ({ medewerkers, rho, aandeel, behandelMinuten }) => {
      const drukte = { medewerkers, behandelMinuten, perMinuut: (medewerkers * rho) / behandelMinuten }
      const { lijn, publiek, eenRij: rij, publiekExtra } = waarde(tweeKlassen(drukte, aandeel))
      const som = aandeel * lijn.gemiddeldMinuten + (1 - aandeel) * publiek.gemiddeldMinuten
      bijna(som, rij.gemiddeldMinuten, 1e-9 * (1 + rij.gemiddeldMinuten))
      assert.ok(lijn.gemiddeldMinuten <= rij.gemiddeldMinuten * (1 + 1e-9))
      assert.ok(publiek.gemiddeldMinuten >= rij.gemiddeldMinuten * (1 - 1e-9))
      bijna(publiekExtra, publiekGrens(rho * aandeel), 1e-9 * (1 + publiekExtra))
      const meer = waarde(eenRij({ ...drukte, medewerkers: medewerkers + 1 }))
      assert.ok(meer.kansWachten <= rij.kansWachten && rij.kansWachten <= 1)
      assert.ok(waarde(erlangB(medewerkers, medewerkers * rho)) <= rij.kansWachten + 1e-12)
      const geduld = waarde(metGeduld(drukte, 5))
      assert.ok(geduld.kansWachten <= rij.kansWachten + 1e-9 && geduld.kansAfhaken < 1)
      assert.ok(geduld.gemiddeldMinuten <= rij.gemiddeldMinuten + 1e-9)
      const p90 = waarde(kwantiel(rij, 0.9))
      if (p90 > 0) bijna(waarde(binnen(rij, p90)), 0.9, 1e-9)
    }),
    { numRuns: 150, seed: 8 },
  )
})

const vraag = (deel: Partial<Wachtvraag> = {}): Wachtvraag => ({
  voor: 0,
  medewerkers: 10,
  behandelMinuten: 8,
  inhalersPerMinuut: 0,
  ...deel,
})

test('the forecast behind n others is the band of Erlang(n+1, cμ)', () => {
  // Behind nobody: exponential, -ln(1-p)/(cμ).
  const eerste = waarde(wachtband(vraag()))
  bijna(eerste.vanMinuten, -Math.log(0.95) * 0.8, 1e-5)
  bijna(eerste.totMinuten, -Math.log(0.05) * 0.8, 1e-5)
  // Tables of chi-square with 10 and 100 degrees of freedom, halved: 3.9403 and 18.3070, 77.929 and 124.342.
  const vijfde = waarde(wachtband(vraag({ voor: 4 })))
  bijna(vijfde.vanMinuten, (3.9403 / 2) * 0.8, 1e-4)
  bijna(vijfde.totMinuten, (18.307 / 2) * 0.8, 1e-4)
  const vijftigste = waarde(wachtband(vraag({ voor: 49 })))
  bijna(vijftigste.vanMinuten, (77.929 / 2) * 0.8, 1e-3)
  bijna(vijftigste.totMinuten, (124.342 / 2) * 0.8, 1e-3)
  const ver = waarde(wachtband(vraag({ voor: 2000 })))
  bijna(ver.totMinuten, (2001 + 1.645 * Math.sqrt(2001)) * 0.8, 1.5)
})

test('who can be overtaken waits longer, and the band says so', () => {
  const gewoon = waarde(wachtband(vraag({ voor: 3 })))
  const inhaalbaar = waarde(wachtband(vraag({ voor: 3, inhalersPerMinuut: 0.25 })))
  bijna(inhaalbaar.gemiddeldMinuten, 4 / (1.25 - 0.25), 1e-12)
  assert.ok(inhaalbaar.totMinuten > gewoon.totMinuten && inhaalbaar.vanMinuten > gewoon.vanMinuten)
  // Behind nobody, overtaken at half the pace: the busy period of M/M/1, which is 1/(μ-λ) long on average.
  const heel = waarde(wachtband(vraag({ medewerkers: 1, behandelMinuten: 1, inhalersPerMinuut: 0.5 })))
  bijna(heel.gemiddeldMinuten, 2, 1e-12)
  assert.ok(heel.totMinuten > 2 * 2 && heel.totMinuten < 2 * 6)
  assert.equal(wachtband(vraag({ inhalersPerMinuut: 1.2 })).soort, 'onbekend')
  assert.equal(wachtband(vraag({ inhalersPerMinuut: 1.25 })).soort, 'instabiel')
})

test('what makes no sense has a reason, and never an answer that is no number', () => {
  const onzin = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5]
  for (const n of [...onzin, 0]) {
    assert.deepEqual(erlangB(n, 1), { soort: 'onbekend', reden: 'medewerkers' })
    assert.deepEqual(wachtband(vraag({ medewerkers: n })), { soort: 'onbekend', reden: 'medewerkers' })
  }
  assert.deepEqual(erlangB(20_001, 1), { soort: 'onbekend', reden: 'te-groot' })
  assert.deepEqual(erlangC(3, 3), { soort: 'instabiel', bezetting: 1 })
  assert.deepEqual(eenRij(acht(4, 1.2)), { soort: 'instabiel', bezetting: 1.2 })
  assert.deepEqual(wachtband(vraag({ voor: 0.5 })), { soort: 'onbekend', reden: 'aantal-voor' })
  assert.deepEqual(metGeduld(acht(2, 2), 0), { soort: 'onbekend', reden: 'geduld' })
  assert.deepEqual(metGeduld(acht(2, 2), 1e300), { soort: 'onbekend', reden: 'geduld' })
  assert.deepEqual(tweeKlassen(acht(2, 0.5), 1.1), { soort: 'onbekend', reden: 'aandeel' })
  const getal = fc.oneof(fc.double(), fc.constantFrom(...onzin, 0, 1, 5, 1e308, 5e-324))
  fc.assert(
    fc.property(getal, getal, getal, getal, (a, b, c, d) => {
      const drukte = { medewerkers: a, perMinuut: b, behandelMinuten: c }
      const uitkomsten: readonly Uitkomst<unknown>[] = [
        erlangC(a, b),
        eenRij(drukte),
        metGeduld(drukte, d),
        tweeKlassen(drukte, d),
        wachtband({ voor: b, medewerkers: a, behandelMinuten: c, inhalersPerMinuut: d }),
      ]
      // JSON has no word for what is no number: it becomes null.
      for (const uit of uitkomsten) assert.doesNotMatch(JSON.stringify(uit), /null/)
    }),
    { numRuns: 500, seed: 8 },
  )
})
