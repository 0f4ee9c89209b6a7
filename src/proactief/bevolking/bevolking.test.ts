import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCorpus } from '../../../bench/corpus.ts'
import { maakBevolking } from './bevolking.ts'
import { woordenVan } from './doorrekening.ts'
import { gemeentecijfers } from './gemeenten.ts'
import { aannames, BRUTO, MARGES, SOORTEN } from './marges.ts'
import type { Bevolkingsstuk } from './ruimte.ts'
import { gemeentedelen, HUISHOUDENS, type Stuk, stukkenVan } from './stukken.ts'
import { opPunt } from './toeval.ts'

const DAG = Date.UTC(2026, 2, 1) / 86_400_000
const corpus = openCorpus()
const woorden = woordenVan(corpus)
const slot = (bij: string, id: string) => corpus.vocabulaire.opNaam.get(`${bij}.${id}`)?.slot ?? -1

/** A fortieth of the country: every margin is measured on it, against the published one. */
const DEEL = 40
const proef = tel(stukkenVan(corpus.gebieden, Math.round(HUISHOUDENS / DEEL)))

interface Getelde {
  readonly mensen: number
  readonly kinderen: number
  readonly soorten: readonly number[]
  readonly kindertal: ReadonlyMap<string, number>
  readonly jong: number
  readonly huur: ReadonlyMap<string, readonly [number, number]>
  readonly bruto: readonly number[]
  /** Per municipality: private households, the people in them, rented homes. */
  readonly gemeenten: ReadonlyMap<string, readonly [number, number, number]>
}

function tel(stukken: readonly Stuk[]): Getelde {
  const b = maakBevolking(woorden, 1, DAG)
  const soorten: number[] = SOORTEN.map(() => 0)
  const kindertal = new Map<string, number>()
  const huur = new Map<string, [number, number]>()
  const bruto: number[] = []
  const gemeenten = new Map<string, [number, number, number]>()
  let [mensen, kinderen, jong] = [0, 0, 0]
  for (const stuk of stukken) {
    const k = b.maak(stuk)
    mensen += k.begin[k.aantal] ?? 0
    const rij = huur.get(stuk.provincie) ?? [0, 0]
    huur.set(stuk.provincie, rij)
    const plaats = gemeenten.get(stuk.gemeente) ?? [0, 0, 0]
    gemeenten.set(stuk.gemeente, plaats)
    for (let h = 0; h < k.aantal; h++) {
      const s = k.soort[h] ?? 0
      soorten[s] = (soorten[s] ?? 0) + 1
      const [k0, m0] = [k.kinderen[h] ?? 0, k.medebewoners[h] ?? 0]
      kinderen += m0 - k0
      const naam = `${SOORTEN[s]} ${Math.min(3, m0 - k0)}`
      kindertal.set(naam, (kindertal.get(naam) ?? 0) + 1)
      // Children stand from young to old.
      if (m0 > k0 && DAG - (k.mens[slot('kinderen', 'geboortedatum')]?.[k0] ?? 0) < 6 * 365.25) jong++
      if (s === 6) continue
      rij[k.woning[slot('woning', 'soort')]?.[h] === 0 ? 0 : 1]++
      plaats[0]++
      plaats[1] += (k.begin[h + 1] ?? 0) - (k.begin[h] ?? 0)
      if (k.woning[slot('woning', 'soort')]?.[h] === 0) plaats[2]++
      bruto.push(inkomen(k, h))
    }
  }
  return {
    ...{ mensen, kinderen, soorten, kindertal, jong, huur, gemeenten },
    bruto: bruto.sort((a, c) => a - c),
  }
}

function inkomen(k: Bevolkingsstuk, h: number): number {
  let som = 0
  for (let i = k.begin[h] ?? 0; i < (k.kinderen[h] ?? 0); i++)
    som += k.mens[slot('aanvrager', 'toetsingsinkomen')]?.[i] ?? 0
  return som / 100
}

/** Within two in a hundred and what chance allows: three times the spread of a count. */
function dichtbij(kreeg: number, landelijk: number, wat: string): void {
  const verwacht = landelijk / DEEL
  const ruimte = 0.02 * verwacht + 3 * Math.sqrt(verwacht)
  assert.ok(Math.abs(kreeg - verwacht) <= ruimte, `${wat}: ${kreeg}, expected ${Math.round(verwacht)}`)
}

test('kinds of household, children and people are as many as CBS counts', () => {
  SOORTEN.forEach((s, i) => {
    dichtbij(proef.soorten[i] ?? 0, MARGES.huishoudens.waarde[s], s)
  })
  dichtbij(proef.kinderen, MARGES.kinderen.waarde, 'children at home')
  dichtbij(proef.mensen, MARGES.mensen.waarde, 'people')
})

test('households with one, two and three or more children, and with a child under six', () => {
  let jong = 0
  for (const s of ['ongehuwd-met-kinderen', 'gehuwd-met-kinderen', 'een-ouder'] as const) {
    MARGES.kindertal.waarde[s]?.forEach((n, i) => {
      dichtbij(proef.kindertal.get(`${s} ${i + 1}`) ?? 0, n, `${s} with ${i + 1}`)
    })
    jong += MARGES.jongsteOnder6.waarde[s]?.reduce((a, b) => a + b, 0) ?? 0
  }
  dichtbij(proef.jong, jong, 'youngest child under six')
})

test('homes are rented in each province as often as CBS counts', () => {
  for (const [provincie, deel] of Object.entries(MARGES.huur.waarde)) {
    const [huur, anders] = proef.huur.get(provincie) ?? [0, 0]
    assert.ok(
      Math.abs(huur / (huur + anders) - deel) < 0.03,
      `${provincie}: ${huur / (huur + anders)}, ${deel}`,
    )
  }
})

test('the figures per municipality add up to the country and, for rented homes, to what CBS counts per province', () => {
  const alle = [...gemeentecijfers()]
  assert.equal(alle.length, 342)
  assert.equal(
    alle.reduce((n, [, g]) => n + g.inwoners, 0),
    17_811_291,
    'CBS, 1 January 2023',
  )
  for (const [provincie, deel] of Object.entries(MARGES.huur.waarde)) {
    const hier = alle.filter(([code]) => corpus.gebieden.get(code)?.in.includes(provincie))
    const huishoudens = hier.reduce((n, [, g]) => n + g.inwoners / g.grootte, 0)
    const huur = hier.reduce((n, [, g]) => n + (g.huur * g.inwoners) / g.grootte, 0) / huishoudens
    assert.ok(Math.abs(huur - deel) < 0.01, `${provincie}: ${huur}, ${deel}`)
  }
  const tegels = new Set(alle.map(([, g]) => `${g.kolom} ${g.rij}`))
  assert.equal(tegels.size, 342, 'each has a tile of its own')
})

test('households of a municipality are as large, and rent as often, as counted there', () => {
  for (const [code, [huishoudens, mensen, huur]] of proef.gemeenten) {
    const cijfer = gemeentecijfers().get(code)
    assert.ok(cijfer)
    // Of a fortieth of a small place there are too few to tell.
    if (huishoudens < 1000) continue
    const spreiding = 3 * Math.sqrt(1.5 / huishoudens)
    assert.ok(
      Math.abs(mensen / huishoudens - cijfer.grootte) < 0.05 + spreiding,
      `${code}: ${mensen / huishoudens} people in a household, ${cijfer.grootte}`,
    )
    const deel = huur / huishoudens
    assert.ok(
      Math.abs(deel - cijfer.huur) < 0.01 + 3 * Math.sqrt(0.25 / huishoudens),
      `${code}: rents ${deel}, ${cijfer.huur}`,
    )
  }
})

test('incomes above the basic pension follow the published tenths', () => {
  // Below those a pension or a student grant decides; both are guesses.
  for (const [deel, grens] of BRUTO.filter(([p]) => p >= 0.3 && p <= 0.9)) {
    const onder = proef.bruto.filter((x) => x < grens).length / proef.bruto.length
    assert.ok(Math.abs(onder - deel) < 0.03, `${deel} should lie below ${grens}: ${onder}`)
  }
  assert.equal(opPunt(BRUTO, 0.5), 62_700)
})

test('every municipality has households, all together the country', () => {
  const delen = gemeentedelen(corpus.gebieden, HUISHOUDENS)
  assert.equal(delen.length, 342)
  assert.ok(delen.every((d) => d.huishoudens > 0))
  assert.equal(
    delen.reduce((n, d) => n + d.huishoudens, 0),
    HUISHOUDENS,
  )
  const stukken = stukkenVan(corpus.gebieden)
  assert.equal(
    stukken.reduce((n, s) => n + s.huishoudens, 0),
    HUISHOUDENS,
  )
})

test('a piece made alone has the people it has after others, and another seed has others', () => {
  const stukken = stukkenVan(corpus.gebieden, 40_000)
  const [eerst, stuk] = [stukken[3], stukken[40]]
  assert.ok(eerst && stuk)
  const kopie = (k: Bevolkingsstuk) => {
    const mensen = k.begin[k.aantal] ?? 0
    return structuredClone([
      k.begin.slice(0, k.aantal + 1),
      k.soort.slice(0, k.aantal),
      k.mens.map((c) => c?.slice(0, mensen)),
      k.woning.map((c) => c?.slice(0, k.aantal)),
      k.opvangFeit.map((c) => c?.slice(0, k.opvang[mensen])),
    ])
  }
  const samen = maakBevolking(woorden, 7, DAG)
  samen.maak(eerst)
  assert.deepEqual(kopie(samen.maak(stuk)), kopie(maakBevolking(woorden, 7, DAG).maak(stuk)))
  const ander = maakBevolking(woorden, 8, DAG).maak(stuk)
  assert.notDeepEqual(kopie(ander)[1], kopie(samen.maak(stuk))[1])
})

test('margins that nobody published are named as assumed, with their source', () => {
  const namen = aannames().map((a) => a.naam)
  assert.ok(namen.includes('vermogen') && namen.includes('leeftijd') && !namen.includes('huishoudens'))
  assert.ok(aannames().every((a) => a.bron.length > 5))
})
