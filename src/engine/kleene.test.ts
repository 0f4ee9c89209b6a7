import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakCorpus, regel, vraag as vraagIn, wet } from '../../test/engine/klein.ts'
import {
  corpus,
  KEER,
  kies,
  lees,
  PLAATSEN,
  uitkomsten,
  vervaag,
  volledig,
  vraag,
} from '../../test/engine/meegeleverd.ts'
import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import { maakKolommen } from './kolommen.ts'
import { compilePopulatie, type Populatieplan } from './populatie.ts'
import { Situatie } from './situatie.ts'
import { vasteToeval } from './steekproef.ts'

const PARAMETERS = `
open_getal: { waarde: onbekend, eenheid: EUR/jaar, bron: "vraag de dienst" }
nul: { waarde: 0, eenheid: EUR/jaar, bron: x }
open_keus: { waarde: onbekend, eenheid: ja-nee, bron: "vraag de dienst" }
bedrag: { waarde: 100, eenheid: EUR/maand, bron: x }
`

function genereer(c: Corpus, huishoudens: readonly unknown[]): number[] {
  const uit = new Float64Array(huishoudens.length)
  const rij = huishoudens.map((huishouden) => vraagIn(c, { datum: '2026-03-15', huishouden }).huishouden)
  compilePopulatie(c, 'proef', '2026-03-15').bereken(maakKolommen(c, 'proef', '2026-03-15', rij), uit)
  return [...uit]
}

function bij(formule: string): Corpus {
  return maakCorpus({
    'a.yaml': wet(
      PARAMETERS,
      [regel('mag', 'ja-nee', formule), regel('uit', 'EUR/maand', 'bedrag')].join('\n'),
      'uitkomst: { voorwaarden: [mag], bedrag: uit }',
    ),
  })
}

test('generated code decides with a figure missing where the rest already decides', () => {
  const klein = { aanvrager: { inkomen: -1 } }
  const groot = { aanvrager: { inkomen: 1 } }
  const positief = 'aanvrager.inkomen > 0'
  assert.deepEqual(genereer(bij(`open_keus and ${positief}`), [klein, groot]), [0, Number.NaN])
  assert.deepEqual(genereer(bij(`open_keus or ${positief}`), [klein, groot]), [Number.NaN, 10_000])
  assert.deepEqual(genereer(bij(`not(open_keus and ${positief})`), [klein, groot]), [10_000, Number.NaN])
  assert.deepEqual(
    genereer(bij(`if open_keus then ${positief} else aanvrager.inkomen > nul`), [klein, groot]),
    [0, 10_000],
  )
  // A figure of the law is never below 0.
  assert.deepEqual(genereer(bij('aanvrager.inkomen >= open_getal'), [klein, groot]), [0, Number.NaN])
})

test('a list of which nothing is known counts only where the scheme reads it', () => {
  const c = bij('count(kinderen[item.thuis]) > 1 or aanvrager.inkomen > 0')
  const kind = { thuis: true }
  // `kinderen` without the key `opvang`: how much care there is does not matter here.
  assert.deepEqual(
    genereer(c, [
      { aanvrager: { inkomen: 1 } },
      { aanvrager: { inkomen: -1 } },
      { aanvrager: { inkomen: -1 }, kinderen: [kind, kind] },
      { aanvrager: { inkomen: -1 }, kinderen: [kind] },
      { aanvrager: {}, kinderen: [kind, kind] },
    ]),
    [10_000, Number.NaN, 10_000, 0, 10_000],
  )
})

test('generated code answers where the explaining evaluator is certain, and nowhere else', (t) => {
  const toeval = vasteToeval(20260312)
  const plannen = new Map<string, Populatieplan>()
  let [gezien, zeker, twijfel] = [0, 0, 0]
  for (let i = 0; i < 80 * KEER; i++) {
    const [gebied, datum] = [kies(toeval, PLAATSEN), kies(toeval, ['2026-03-01', '2026-08-15', '2025-02-10'])]
    let h = volledig(toeval, gebied, datum)
    for (let n = Math.floor(toeval() * 8); n > 0; n--) h = vervaag(h, toeval)?.h ?? h
    const { huishouden } = vraag(h, datum)
    const bord = lees(h, ['woning', 'waterschap']) as string | undefined // drawn from the places
    for (const u of uitkomsten(h, datum)) {
      const id = u.regeling
      const dag = leesDatum(datum) ?? 0
      const keus = corpus().planOp(id, dag, Situatie.van(corpus(), huishouden).keten(dag))
      // Only figures that are known are generated, and only what decides has one answer.
      if (keus.k !== 'plan' || !keus.plan.wet.uitkomst.beslist) continue
      const sleutel = `${id} ${datum} ${gebied} ${bord}`
      let plan = plannen.get(sleutel)
      if (!plan) {
        plan = compilePopulatie(corpus(), id, datum, gebied, bord)
        plannen.set(sleutel, plan)
      }
      const uit = new Float64Array(1)
      plan.bereken(maakKolommen(corpus(), id, datum, [huishouden]), uit)
      const moet =
        u.recht === 'nee'
          ? 0
          : u.grenzen
            ? (u.bedrag?.waarde ?? Number.NaN)
            : u.recht === 'ja'
              ? 1
              : Number.NaN
      gezien++
      if (Number.isNaN(moet)) twijfel++
      else zeker++
      assert.equal(uit[0], moet, `${sleutel} ${JSON.stringify(h)}`)
    }
  }
  t.diagnostic(`${gezien} outcomes, ${zeker} certain, ${twijfel} open`)
})
