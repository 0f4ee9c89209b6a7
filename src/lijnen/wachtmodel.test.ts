import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { speelNa } from './nabootsing/nabootsing.ts'
import { type Modelvraag, publiekLanger, rekenModel } from './wachtmodel.ts'
import { metGeduld } from './wachttijd/geduld.ts'
import type { Uitkomst } from './wachttijd/uitkomst.ts'
import { tweeKlassenMetGeduld } from './wachttijd/voorrang-geduld.ts'

function waarde<T>(uitkomst: Uitkomst<T>): T {
  if (uitkomst.soort !== 'bekend') throw new Error(JSON.stringify(uitkomst))
  return uitkomst.waarde
}

const bijna = (gevonden: number, verwacht: number, marge: number, wat = ''): void =>
  assert.ok(Math.abs(gevonden - verwacht) <= marge, `${wat} ${gevonden}, verwacht ${verwacht} ± ${marge}`)

const vijftig: Modelvraag = {
  medewerkers: 50,
  bezetting: 0.95,
  aandeelLijn: 0.03,
  behandelMinuten: 8,
  eigenTeam: 2,
}

test('the model gives the check values for one queue, the lane and a team of their own', () => {
  for (const [medewerkers, bezetting, rij, lijn, publiek, extra] of [
    [50, 0.85, 12.1, 1.9, 12.5, 0.026],
    [50, 0.9, 34.9, 3.6, 35.9, 0.028],
    [50, 0.95, 120.8, 6.2, 124.3, 0.029],
    [50, 0.97, 244.5, 7.6, 251.9, 0.03],
    [10, 0.95, 793, 41, 816, 0.029],
    [200, 0.95, 17.5, 0.9, 18.0, 0.029],
  ] as const) {
    const beeld = rekenModel({ ...vijftig, medewerkers, bezetting })
    const marge = rij > 500 ? 0.5 : 0.051
    const seconden = (vorm: 'een-rij' | 'voorrang', klasse: 'lijn' | 'publiek') =>
      waarde(beeld[vorm][klasse]).gemiddeldMinuten * 60
    bijna(seconden('een-rij', 'lijn'), rij, marge)
    bijna(seconden('voorrang', 'lijn'), lijn, marge)
    bijna(seconden('voorrang', 'publiek'), publiek, marge)
    bijna(publiekLanger(beeld) ?? 0, extra, 0.00051)
  }
  const team = (eigenTeam: number) => rekenModel({ ...vijftig, eigenTeam })['eigen-team']
  bijna(waarde(team(2).lijn).gemiddeldMinuten * 60, 494.9, 0.06)
  bijna(waarde(team(2).publiek).gemiddeldMinuten * 60, 174.4, 0.06)
  bijna(waarde(team(3).lijn).gemiddeldMinuten * 60, 64.2, 0.06)
  assert.equal(team(4).publiek.soort, 'instabiel')
  assert.equal(team(4).lijn.soort, 'bekend')
})

test('with people who hang up the lane and the public together wait as in one queue, whatever the numbers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 30, max: 160 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 60 }),
      (medewerkers, procent, aandeel, geduld) => {
        const drukte = { medewerkers, behandelMinuten: 8, perMinuut: (medewerkers * procent) / 800 }
        const deel = aandeel / 100
        const { lijn, publiek, eenRij } = waarde(tweeKlassenMetGeduld(drukte, deel, geduld))
        const samen = deel * lijn.gemiddeldMinuten + (1 - deel) * publiek.gemiddeldMinuten
        bijna(samen, eenRij.gemiddeldMinuten, 1e-9 * Math.max(1, eenRij.gemiddeldMinuten))
        assert.ok(lijn.gemiddeldMinuten <= eenRij.gemiddeldMinuten + 1e-12)
        assert.ok(lijn.gemiddeldMinuten >= 0 && publiek.gemiddeldMinuten >= eenRij.gemiddeldMinuten - 1e-12)
      },
    ),
    { seed: 8, numRuns: 150 },
  )
})

test('with everybody on the lane, or endless patience, it is the formula that was known already', () => {
  const drukte = { medewerkers: 50, behandelMinuten: 8, perMinuut: (50 * 1.05) / 8 }
  const alles = waarde(tweeKlassenMetGeduld(drukte, 1, 10))
  bijna(alles.lijn.gemiddeldMinuten, waarde(metGeduld(drukte, 10)).gemiddeldMinuten, 1e-9)
  const rustig = { ...drukte, perMinuut: (50 * 0.95) / 8 }
  const geduldig = waarde(tweeKlassenMetGeduld(rustig, 0.03, 1e7))
  bijna(geduldig.lijn.gemiddeldMinuten * 60, 6.2, 0.051)
  bijna(geduldig.publiek.gemiddeldMinuten * 60, 124.3, 0.1)
  // One call of the lane among none waits for the first free hand, as a first of few does.
  const niets = waarde(tweeKlassenMetGeduld(drukte, 0, 10)).lijn.gemiddeldMinuten
  bijna(waarde(tweeKlassenMetGeduld(drukte, 1e-7, 10)).lijn.gemiddeldMinuten, niets, 1e-6)
})

test('too busy, with people who hang up: as the simulator says, for the lane and for the public', () => {
  const drukte = { medewerkers: 50, behandelMinuten: 8, perMinuut: (50 * 1.05) / 8 }
  const uit = waarde(tweeKlassenMetGeduld(drukte, 0.3, 10))
  const spel = speelNa({
    ...drukte,
    ...{ zaad: 1, aandeelLijn: 0.3, geduldMinuten: 10, oproepen: 20_000, opwarm: 2_000 },
    // A cap that never says no: the formula has none.
    vorm: { soort: 'voorrang', plafond: 0.99 },
  })
  let stuk = spel.next()
  while (stuk.done !== true) stuk = spel.next()
  bijna((stuk.value.lijn.gemiddeldSeconden ?? 0) / (uit.lijn.gemiddeldMinuten * 60), 1, 0.12, 'lijn')
  bijna((stuk.value.publiek.gemiddeldSeconden ?? 0) / (uit.publiek.gemiddeldMinuten * 60), 1, 0.12, 'publiek')
})
