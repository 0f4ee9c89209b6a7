import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOrganisatieId } from '../domain/index.ts'
import {
  type Campagneplan,
  effecten,
  groepen,
  keurPlan,
  keurTelling,
  LEGE_TELLING,
  ontwerpfactor,
  toewijzing,
} from './campagne.ts'

const plan: Campagneplan = {
  regeling: 'huurtoeslag',
  gemeente: 'GM0599',
  kanaal: 'brief',
  eenheid: 'huishouden',
  perEenheid: 1,
  lagen: [
    { naam: 'noord', omvang: 600 },
    { naam: 'zuid', omvang: 401 },
  ],
  controledeel: 0.5,
  zaad: 7,
  grond: 'grond-een',
  verwacht: { zonder: 0.1, stijging: 0.05 },
}
const kennis = {
  regelingen: new Set(['huurtoeslag']),
  gemeenten: new Set(['GM0599']),
  magLijst: (grond: string) => grond === 'grond-een',
}
assert.ok(parseOrganisatieId('svb'))

test('who gets nothing is drawn by lot in each layer, the same with the same seed, and half of each', () => {
  const lot = toewijzing(plan)
  assert.equal(lot.length, 1001)
  assert.deepEqual(lot, toewijzing(plan))
  assert.notDeepEqual(lot, toewijzing({ ...plan, zaad: 8 }))
  const controle = (laag: string) => lot.filter((l) => l.laag === laag && l.arm === 'controle').length
  assert.deepEqual([controle('noord'), controle('zuid')], [300, 201])
  assert.deepEqual(groepen(plan), { campagne: 500, controle: 501 })
  // By lot, and not the first or every second one.
  const eerste = lot.filter((l) => l.laag === 'noord' && l.nummer <= 300 && l.arm === 'controle').length
  assert.ok(eerste > 120 && eerste < 180, `${eerste}`)
})

test('each number has the same chance', () => {
  const keer = new Map<number, number>()
  for (let zaad = 0; zaad < 2000; zaad++)
    for (const { nummer, arm } of toewijzing({ lagen: [{ naam: 'a', omvang: 10 }], controledeel: 0.3, zaad }))
      if (arm === 'controle') keer.set(nummer, (keer.get(nummer) ?? 0) + 1)
  for (let nummer = 1; nummer <= 10; nummer++)
    assert.ok(Math.abs((keer.get(nummer) ?? 0) - 600) < 100, `${nummer}: ${keer.get(nummer)}`)
})

test('a list of households needs a ground; whole neighbourhoods need none', () => {
  assert.deepEqual(keurPlan(plan, kennis), [])
  assert.deepEqual(keurPlan({ ...plan, grond: undefined }, kennis), [
    { veld: 'grond', code: 'niet-vastgesteld' },
  ])
  assert.deepEqual(keurPlan({ ...plan, grond: 'wetsvoorstel' }, kennis), [
    { veld: 'grond', code: 'niet-vastgesteld' },
  ])
  assert.deepEqual(keurPlan({ ...plan, eenheid: 'buurt', perEenheid: 40, grond: undefined }, kennis), [])
  // One neighbourhood against nine says how those two differ, and nothing of the campaign.
  const negen: Campagneplan = {
    ...plan,
    ...{ eenheid: 'buurt', perEenheid: 40, grond: undefined },
    ...{ lagen: [{ naam: 'a', omvang: 10 }], controledeel: 0.1 },
  }
  assert.deepEqual(keurPlan(negen, kennis), [{ veld: 'lagen', code: 'weinig-buurten' }])
  assert.deepEqual(keurPlan({ ...negen, lagen: [] }, kennis), [{ veld: 'lagen', code: 'aantal' }])
  assert.deepEqual(keurPlan({ ...negen, controledeel: 0.4 }, kennis), [])
})

test('a plan that cannot be is refused, with each field named', () => {
  const fout = keurPlan(
    {
      ...plan,
      regeling: 'bestaat-niet',
      gemeente: 'GM9999',
      lagen: [{ naam: 'a', omvang: 1 }],
      controledeel: 0.9,
      perEenheid: 3,
      verwacht: { zonder: 0.9, stijging: 0.2 },
    },
    kennis,
  ).map(({ veld }) => veld)
  assert.deepEqual(fout, ['regeling', 'gemeente', 'lagen', 'controledeel', 'perEenheid', 'stijging'])
})

test('counts never grow from one stage to the next, and who gets nothing is not reached', () => {
  const goed = {
    campagne: { bereikt: 400, bekeken: 200, aangevraagd: 90, toegekend: 70 },
    controle: { bereikt: 0, bekeken: 0, aangevraagd: 50, toegekend: 40 },
  }
  assert.deepEqual(keurTelling(plan, goed), [])
  const fout = {
    campagne: { bereikt: 501, bekeken: 600, aangevraagd: 90, toegekend: 91 },
    controle: { bereikt: 1, bekeken: 0, aangevraagd: 1.5, toegekend: 0 },
  }
  assert.deepEqual(
    keurTelling(plan, fout).map(({ veld }) => veld),
    [
      'campagne-bereikt',
      'campagne-bekeken',
      'campagne-toegekend',
      'controle-bereikt',
      'controle-aangevraagd',
    ],
  )
})

test('the effect is over everybody who was drawn; in neighbourhoods it is less sure; nothing counted yet says nothing', () => {
  const tellingen = {
    campagne: { bereikt: 400, bekeken: 200, aangevraagd: 100, toegekend: 80 },
    controle: { bereikt: 0, bekeken: 0, aangevraagd: 50, toegekend: 40 },
  }
  const { toegekend } = effecten({ plan, tellingen })
  assert.ok(typeof toegekend === 'object' && toegekend.isZeker)
  assert.ok(Math.abs(toegekend.verschil - (80 / 500 - 40 / 501)) < 1e-12)
  const buurt: Campagneplan = {
    ...plan,
    ...{ eenheid: 'buurt', perEenheid: 101 },
    lagen: [{ naam: 'a', omvang: 10 }],
  }
  assert.equal(ontwerpfactor(buurt), 2)
  const breder = effecten({ plan: buurt, tellingen }).toegekend
  const los = effecten({ plan: { ...plan, lagen: [{ naam: 'a', omvang: 1010 }] }, tellingen }).toegekend
  assert.ok(typeof breder === 'object' && typeof los === 'object')
  const breedte = ({ interval }: { interval: { van: number; tot: number } }) => interval.tot - interval.van
  assert.ok(
    breedte(breder) > 1.35 * breedte(los) && breedte(breder) < 1.47 * breedte(los),
    'about √2 as wide',
  )
  assert.equal(
    effecten({ plan, tellingen: { ...tellingen, controle: LEGE_TELLING.controle } }).toegekend !== 'leeg',
    true,
  )
  const klein = { ...tellingen, controle: { ...tellingen.controle, toegekend: 4 } }
  assert.equal(effecten({ plan, tellingen: klein }).toegekend, 'klein')
})

test('with one neighbourhood without it nothing is sure, however far the counts lie apart', () => {
  const tellingen = {
    campagne: { bereikt: 400, bekeken: 200, aangevraagd: 300, toegekend: 280 },
    controle: { bereikt: 0, bekeken: 0, aangevraagd: 50, toegekend: 40 },
  }
  const met = (omvang: number): Campagneplan => ({
    ...plan,
    ...{ eenheid: 'buurt', perEenheid: 400, grond: undefined },
    lagen: [{ naam: 'a', omvang }],
  })
  for (const [omvang, isZeker] of [
    [2, false],
    [7, false],
    [8, true],
  ] as const) {
    const een = effecten({ plan: { ...met(omvang), perEenheid: 3200 / omvang }, tellingen }).toegekend
    assert.ok(typeof een === 'object')
    assert.equal(een.isZeker, isZeker, `${omvang}`)
  }
  assert.deepEqual(keurPlan(met(7), kennis), [{ veld: 'lagen', code: 'weinig-buurten' }])
  // A body of the whole country plans anywhere; a municipality at home.
  assert.deepEqual(keurPlan(met(8), { ...kennis, eigen: 'GM0344' }), [{ veld: 'gemeente', code: 'andere' }])
  assert.deepEqual(keurPlan(met(8), { ...kennis, eigen: 'GM0599' }), [])
})
