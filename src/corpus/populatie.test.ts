import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bereken,
  compilePopulatie,
  type Huishouden,
  maakKolommen,
  parseHuishouden,
  randomHuishouden,
  vasteToeval,
} from '../engine/index.ts'
import { proefcorpus } from './proefcorpus.ts'

const geladen = proefcorpus()
const corpus = geladen.engine

function lees(json: unknown): Huishouden {
  const h = parseHuishouden(corpus, json)
  assert.ok(h.ok)
  return h.huishouden
}

test('generated JavaScript and the explaining evaluator agree to the cent on random households', () => {
  const toeval = vasteToeval(2026)
  let vergeleken = 0
  for (const plek of [undefined, 'GM0363', 'bonaire']) {
    for (const datum of ['2024-05-01', '2025-08-15', '2026-03-01', '2026-08-01']) {
      const huishoudens = Array.from({ length: 60 }, () =>
        lees(randomHuishouden(corpus, toeval, plek ?? 'nederland', datum)),
      )
      for (const { id } of corpus.regelingenOp(datum, plek)) {
        const uit = genereer(id, datum, plek, huishoudens)
        if (!uit) continue
        huishoudens.forEach((huishouden, i) => {
          const u = bereken(corpus, { datum, huishouden, regelingen: [id] }, { uitleg: false }).uitkomsten[0]
          const is = uit[i] ?? Number.NaN
          if (Number.isNaN(is) || !u?.bedrag) return
          vergeleken++
          assert.equal(is, u.bedrag.waarde, `${id} ${datum}: ${JSON.stringify(huishouden.json)}`)
        })
      }
    }
  }
  assert.ok(vergeleken > 4000, `only ${vergeleken} compared`)
})

/** Schemes whose figures are not known on that day have no generated function. */
function genereer(
  id: string,
  datum: string,
  plek: string | undefined,
  huishoudens: readonly Huishouden[],
): Float64Array | undefined {
  try {
    const plan = compilePopulatie(corpus, id, datum, plek)
    const uit = new Float64Array(huishoudens.length)
    plan.bereken(maakKolommen(corpus, id, datum, huishoudens), uit)
    return uit
  } catch (fout) {
    if (fout instanceof RangeError && fout.message.includes('no known figures')) return undefined
    throw fout
  }
}

test('a household of which something needed is unknown gives no amount, and does not stop the others', () => {
  const bekend = {
    aanvrager: {
      geboortedatum: '1990-05-01',
      zorgverzekerd: true,
      toetsingsinkomen: 3_000_000,
      vermogen: 0,
    },
    partner: null,
    kinderen: [],
    medebewoners: [],
  }
  const { toetsingsinkomen: _, ...zonder } = bekend.aanvrager
  const { partner: __, ...zonderPartner } = bekend
  const rij = [bekend, { ...bekend, aanvrager: zonder }, zonderPartner, bekend].map(lees)
  const uit = new Float64Array(4)
  const plan = compilePopulatie(corpus, 'zorgtoeslag', '2026-03-01')
  plan.bereken(maakKolommen(corpus, 'zorgtoeslag', '2026-03-01', rij), uit)
  assert.deepEqual([...uit], [12600, Number.NaN, Number.NaN, 12600])
})
