import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  breuk,
  FIGUREN,
  formules,
  type Proefgezin,
  rond,
  STAFFEL,
  uitTekst,
} from '../../test/engine/formules.ts'
import { maakCorpus, regel, uitkomst, vraag, wet } from '../../test/engine/klein.ts'
import { maakKolommen } from './kolommen.ts'
import { compilePopulatie } from './populatie.ts'

const PARAMETERS = [
  ...Object.entries(FIGUREN).map(
    ([naam, [waarde, eenheid]]) => `${naam}: { waarde: ${waarde}, eenheid: ${eenheid}, bron: x }`,
  ),
  `staffel: { eenheid: EUR/jaar, per: EUR/jaar, tabel: [${STAFFEL.map(([tot, w]) => `[${tot}, ${w}]`).join(', ')}], bron: x }`,
].join('\n')

/** The whole value, sign and all: once above zero, once below, since an amount that is paid is never negative. */
const corpusVan = (formule: string) =>
  maakCorpus({
    'plus.yaml': wet(
      PARAMETERS,
      [regel('kern', 'EUR/jaar', formule), regel('uit', 'EUR/jaar', 'afronden(kern, 2)')].join('\n'),
    ),
    'min.yaml': wet(
      PARAMETERS,
      [regel('kern', 'EUR/jaar', formule), regel('uit', 'EUR/jaar', 'afronden(-kern, 2)')].join('\n'),
    ).replace('id: proef', 'id: min'),
  })

const inkomen = fc.oneof(
  fc.integer({ min: -100_000_000, max: 100_000_000 }),
  fc.constantFrom(0, 1, -1, 5, -5, 50, -50, 2973600, 5641250, 5641251, 100_000_000, -100_000_000, 99_999_999),
)
const gezin: fc.Arbitrary<Proefgezin> = fc.record({
  inkomen,
  huur: fc.integer({ min: 0, max: 1_000_000 }),
  legaal: fc.boolean(),
  kinderen: fc.array(fc.record({ inkomen, thuis: fc.boolean() }), { maxLength: 4 }),
})
const json = (g: Proefgezin) => ({
  aanvrager: { inkomen: g.inkomen, legaal: g.legaal },
  partner: null,
  kinderen: g.kinderen.map((k) => ({ ...k, opvang: [] })),
  medebewoners: [],
  woning: { huur: g.huur },
})

test('random formulas come out as in fractions without limit, in the evaluator and in the generated code', () => {
  let groot = 0
  fc.assert(
    fc.property(formules(4), fc.array(gezin, { minLength: 3, maxLength: 3 }), (formule, gezinnen) => {
      fc.pre(formule.tekst.length < 1500)
      const corpus = corpusVan(formule.tekst)
      for (const g of gezinnen) {
        const verwacht = rond(formule.reken(g, undefined), 2, 'half').t
        const abs = verwacht < 0n ? -verwacht : verwacht
        // Amounts beyond safe integers cannot stand in an answer; formulas inside may be as large as they like.
        if (abs > 9_007_199_254_740_991n) {
          groot++
          continue
        }
        for (const [id, cents] of [
          ['proef', verwacht],
          ['min', -verwacht],
        ] as const) {
          const u = uitkomst(corpus, json(g), '2026-03-15', id)
          const moet = cents > 0n ? Number(cents) : 0
          assert.equal(u.bedrag?.waarde, moet, `${formule.tekst}\n${JSON.stringify(g)}`)
          const kolommen = maakKolommen(corpus, id, '2026-03-15', [
            vraag(corpus, { datum: '2026-03-15', huishouden: json(g) }).huishouden,
          ])
          const uit = new Float64Array(1)
          compilePopulatie(corpus, id, '2026-03-15').bereken(kolommen, uit)
          assert.equal(uit[0], moet, `generated: ${formule.tekst}\n${JSON.stringify(g)}`)
        }
      }
    }),
    { seed: 20260306, numRuns: 250 },
  )
  assert.ok(groot < 400)
})

test('between limits of one fact lies every value of the formula in between', () => {
  fc.assert(
    fc.property(
      formules(3),
      gezin,
      inkomen,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
      (formule, g, ander, delen) => {
        const [van, tot] = [Math.min(g.inkomen, ander), Math.max(g.inkomen, ander)]
        const corpus = corpusVan(formule.tekst)
        const u = uitkomst(corpus, { ...json(g), aanvrager: { inkomen: { van, tot }, legaal: g.legaal } })
        const grenzen = u.grenzen
        if (!grenzen) return
        for (const d of [0, ...delen, 1]) {
          const x = Math.round(van + (tot - van) * d)
          const cents = rond(formule.reken({ ...g, inkomen: x }, undefined), 2, 'half').t
          const moet = cents > 0n ? cents : 0n
          assert.ok(moet >= BigInt(grenzen.van), `${formule.tekst} at ${x}: ${moet} below ${grenzen.van}`)
          if (grenzen.tot !== null)
            assert.ok(moet <= BigInt(grenzen.tot), `${formule.tekst} at ${x}: ${moet} above ${grenzen.tot}`)
        }
      },
    ),
    { seed: 20260307, numRuns: 200 },
  )
})

test('ties, negatives and the largest safe values, vector by vector', () => {
  const bij = (formule: string, inkomen: number) => {
    const corpus = corpusVan(formule)
    const plus = uitkomst(corpus, { aanvrager: { inkomen } }).bedrag?.waarde ?? Number.NaN
    const min = uitkomst(corpus, { aanvrager: { inkomen } }, '2026-03-15', 'min').bedrag?.waarde ?? Number.NaN
    return plus - min
  }
  const half = 'deel(aanvrager.inkomen, 2, 2, "half")'
  assert.deepEqual(
    [1, -1, 3, -3, 0].map((x) => bij(half, x)),
    [1, -1, 2, -2, 0],
  )
  assert.deepEqual(
    [1, -1, 3, -3].map((x) => bij('deel(aanvrager.inkomen, 2, 2, "omlaag")', x)),
    [0, -1, 1, -2],
  )
  assert.deepEqual(
    [1, -1, 3, -3].map((x) => bij('deel(aanvrager.inkomen, 2, 2, "omhoog")', x)),
    [1, 0, 2, -1],
  )
  assert.deepEqual(
    [1, -1, 3, -3].map((x) => bij('deel(aanvrager.inkomen, -2, 2, "half")', x)),
    [-1, 1, -2, 2],
  )
  assert.deepEqual(
    [25649, 25650, 25651, -25649, -25650, -25651].map((x) => bij('afronden(aanvrager.inkomen)', x)),
    [25600, 25700, 25700, -25600, -25700, -25700],
  )
  assert.deepEqual(
    [25652, 25600, -25652].map((x) => bij('floor(aanvrager.inkomen)', x)),
    [25600, 25600, -25700],
  )
  assert.deepEqual(
    [25652, 25600, -25652].map((x) => bij('ceiling(aanvrager.inkomen)', x)),
    [25700, 25600, -25600],
  )
  assert.equal(bij('aanvrager.inkomen * 100 * duizend * 12', 7_505_999), 7_505_999 * 1_200_000) // 9 007 198 800 000 cents
})

test('values around the last safe integer stay exact, where doubles would slip', () => {
  // 10 · 9 007 199 254 740.99 and its neighbours, taken apart again: a double loses the last cents.
  const corpus = (formule: string) =>
    maakCorpus({
      'a.yaml': wet(
        'm: { waarde: 9007199254740.99, eenheid: EUR/jaar, bron: x }\nd: { waarde: 9007199254740.00, eenheid: EUR/jaar, bron: x }\nt: { waarde: 1000.001, eenheid: getal, bron: x }',
        regel('uit', 'EUR/jaar', formule),
      ),
    })
  const bij = (formule: string, inkomen: number) =>
    uitkomst(corpus(formule), { aanvrager: { inkomen } }).bedrag?.waarde
  for (const inkomen of [1, 2, 3, 99, 12345]) {
    assert.equal(bij('afronden((m * 100 + aanvrager.inkomen) - m * 100, 2)', inkomen), inkomen)
    assert.equal(bij('afronden((m * t + aanvrager.inkomen) - m * t, 2)', inkomen), inkomen)
    assert.equal(bij('deel((m - d) * t * 0 + aanvrager.inkomen, 1, 2, "half")', inkomen), inkomen)
    assert.equal(
      bij('if m * t * 100 + aanvrager.inkomen > m * t * 100 then aanvrager.inkomen else 0', inkomen),
      inkomen,
    )
    assert.equal(
      bij('afronden(max(m * t * 100 + aanvrager.inkomen, m * t * 100) - m * t * 100, 2)', inkomen) ?? -1,
      inkomen,
    )
  }
})

test('a table with very fine or very large values, and bounds beyond safe integers, is exact', () => {
  const corpus = maakCorpus({
    'a.yaml': wet(
      'm: { waarde: 90071992547409.94, eenheid: EUR/jaar, bron: x }\nfijn: { eenheid: EUR/jaar, per: EUR/jaar, tabel: [[90071992547409.95, 12345678.123456789], [90071992547409.96, 2], [rest, 3]], bron: x }',
      regel('uit', 'EUR/jaar', 'afronden(opzoeken(fijn, m + aanvrager.inkomen), 2)'),
    ),
  })
  assert.deepEqual(
    [0, 1, 2, 3].map((inkomen) => uitkomst(corpus, { aanvrager: { inkomen } }).bedrag?.waarde),
    [1234567812, 1234567812, 200, 300],
  )
})

test('a number fact with decimals is taken as its digits say', () => {
  const corpus = maakCorpus({
    'a.yaml': wet(
      'tarief: { waarde: 11.23, eenheid: EUR/uur, bron: x }',
      regel(
        'uit',
        'EUR/maand',
        'afronden(sum(for k in kinderen return sum(for o in k.opvang return o.uren)) * tarief, 2)',
      ),
    ),
  })
  const bij = (...uren: number[]) =>
    uitkomst(corpus, { kinderen: [{ opvang: uren.map((u) => ({ uren: u })) }] }).bedrag?.waarde
  for (const uren of [0.29, 1.15, 4.35, 8.2, 64.1, 75.05, 140.25]) {
    assert.equal(
      BigInt(bij(uren) ?? -1),
      rond(breuk(uitTekst(String(uren)).t * 1123n, uitTekst(String(uren)).n * 100n), 2, 'half').t,
      String(uren),
    )
  }
  assert.equal(bij(0.1, 0.2), 337) // 0.3 · 11.23 = 3.369
})
