import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCorpus } from '../../../bench/corpus.ts'
import { maakOpdracht } from './doorrekening.ts'
import { GEBRUIKCIJFERS, gebruikcijfer, OORZAAKDELEN, OORZAKEN } from './gebruikcijfers.ts'
import { gebruiksbeeld, kansenVoor, oorzaakkansen, trekAantal } from './gebruikmodel.ts'
import { type Bevolkingsuitkomst, perGemeente } from './gemeentetelling.ts'
import { KLASSEN } from './klassen.ts'
import { rekenDoor } from './loop.ts'
import { begin, stroom } from './toeval.ts'

const DAG = Date.UTC(2026, 2, 1) / 86_400_000
const opdracht = maakOpdracht(openCorpus(), DAG, { datum: '2026-03-01', zaad: 3, huishoudens: 60_000 })
const uitkomst: Bevolkingsuitkomst = perGemeente(
  opdracht,
  (await rekenDoor(opdracht, { draden: 2 })).uitkomsten,
)
const beeld = gebruiksbeeld(uitkomst, 3)
const regeling = (id: string) => {
  const r = beeld.regelingen.find((een) => een.regeling === id)
  assert.ok(r, id)
  return r
}

test('published figures of non-use come out: within half a point, and what chance allows in a small population', () => {
  for (const c of GEBRUIKCIJFERS) {
    const { recht, niet } = regeling(c.regeling)
    assert.ok(niet && recht > 50, c.regeling)
    const ruimte = 0.005 + 3 * Math.sqrt((c.deel * (1 - c.deel)) / recht)
    const deel = niet.huishoudens / recht
    assert.ok(deel > c.van - ruimte && deel < c.tot + ruimte, `${c.regeling}: ${deel}, published ${c.deel}`)
  }
})

test('chances solve the published share exactly, keep published groups, and are higher at a small amount', () => {
  const cijfer = gebruikcijfer('huurtoeslag')
  assert.ok(cijfer)
  // 100 households in each class, worked by hand: of the classes of bijstand 65% × 1,5% and 35% × the others.
  const klassen = KLASSEN.map(() => ({ recht: 100, centen: 0 }))
  const kansen = kansenVoor({ ...cijfer, deel: 0.2 }, klassen)
  const [bK = 0, bG = 0, pK = 0, pG = 0, oK = 0, oG = 0, rK = 0, rG = 0] = kansen
  assert.deepEqual([pK, pG, oK, oG], [0.2, 0.2, 0.25, 0.25])
  assert.ok(Math.abs(rK - 2 * rG) < 1e-9)
  assert.ok(Math.abs(bK - (0.65 * 0.015 + 0.35 * rK)) < 1e-9)
  assert.ok(Math.abs(bG - (0.65 * 0.015 + 0.35 * rG)) < 1e-9)
  const som = [bK, bG, pK, pG, oK, oG, rK, rG].reduce((a, b) => a + b, 0)
  assert.ok(Math.abs(som / 8 - 0.2) < 1e-9)
  // (1,6 − 0,4 − 0,5 − 0,0195) / (3 × 1,35) = 0,16802…
  assert.ok(Math.abs(rG - 0.680_5 / 4.05) < 1e-9)
})

test('a whole that is below its groups makes the groups less, and never more than everybody', () => {
  const cijfer = gebruikcijfer('huurtoeslag')
  assert.ok(cijfer)
  const klassen = KLASSEN.map(({ groep }) => ({ recht: groep === 'ondernemer' ? 1000 : 0, centen: 0 }))
  const kansen = kansenVoor(cijfer, klassen)
  assert.ok(Math.abs((kansen[4] ?? 0) - 0.12) < 1e-9)
  assert.ok(kansenVoor({ ...cijfer, deel: 1 }, klassen).every((k) => k >= 0 && k <= 1))
})

test('causes add up to everybody who does not use it, in each municipality and in the country', () => {
  for (const r of beeld.regelingen) {
    if (r.niet === undefined) continue
    for (const g of [r, ...r.gemeenten.values()]) {
      assert.ok(g.niet)
      assert.equal(
        g.niet.oorzaken.reduce((a, b) => a + b, 0),
        g.niet.huishoudens,
      )
      assert.ok(g.niet.huishoudens <= g.recht)
    }
  }
  for (const delen of Object.values(OORZAAKDELEN))
    assert.ok(Math.abs(OORZAKEN.reduce((n, o) => n + delen.waarde[o], 0) - 1) < 1e-9)
  const [, , , klein = 0] = oorzaakkansen('zorgtoeslag', true)
  assert.ok(Math.abs(klein - 0.45 / 1.3) < 1e-9, 'three times as often too little')
})

test('the same seed gives the same picture; another seed another one, with the same rights', () => {
  assert.deepEqual(gebruiksbeeld(uitkomst, 3), beeld)
  const ander = gebruiksbeeld(uitkomst, 4)
  const [a, b] = [regeling('zorgtoeslag'), ander.regelingen.find((r) => r.regeling === 'zorgtoeslag')]
  assert.equal(a.recht, b?.recht)
  assert.notDeepEqual(
    [...a.gemeenten.values()].map((g) => g.niet?.huishoudens),
    [...(b?.gemeenten.values() ?? [])].map((g) => g.niet?.huishoudens),
  )
})

test('a scheme of which nobody published non-use has rights and no figure', () => {
  const { niet, recht } = regeling('kinderopvangtoeslag')
  assert.equal(niet, undefined)
  assert.ok(recht > 0)
})

test('a municipality has the households of its pieces, and all schemes count the same people', () => {
  assert.equal(uitkomst.gemeenten.length, 342)
  assert.equal(beeld.huishoudens, 60_000)
  const zorg = regeling('zorgtoeslag')
  const [groot, klein] = ['GM0363', 'GM0088'].map((g) => zorg.gemeenten.get(g)?.recht ?? 0)
  assert.ok((groot ?? 0) > 500 && (klein ?? 0) < 20)
})

test('drawing has the mean and the spread of a binomial, one by one and by the curve', () => {
  const toeval = stroom(begin(1, 1, 'proef'))
  for (const [n, p] of [
    [50, 0.3],
    [5000, 0.12],
  ] as const) {
    const proef = Array.from({ length: 4000 }, () => trekAantal(n, p, toeval))
    const gemiddeld = proef.reduce((a, b) => a + b, 0) / proef.length
    const spreiding = Math.sqrt(proef.reduce((s, x) => s + (x - gemiddeld) ** 2, 0) / proef.length)
    const sd = Math.sqrt(n * p * (1 - p))
    assert.ok(Math.abs(gemiddeld - n * p) < (4 * sd) / Math.sqrt(4000), `${n} ${gemiddeld}`)
    assert.ok(Math.abs(spreiding / sd - 1) < 0.06, `${n} ${spreiding} ${sd}`)
  }
  assert.equal(trekAantal(7, 1, toeval), 7)
  assert.equal(trekAantal(7, 0, toeval), 0)
})
