import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakPersoonId } from '../../../domain/index.ts'
import type { Herkomst } from '../../../inwoner/index.ts'
import { beantwoord, GEEN_ANTWOORDEN } from '../../../rechten/index.ts'
import { bijInloggen, vulIn, zonderBronnen } from './invul-feiten.ts'

const uit = (bron: Herkomst['bron']): Herkomst => ({
  bron,
  datum: undefined,
  opgehaaldOp: new Date('2026-03-01T12:00:00Z'),
})
const feiten = {
  huishouden: {
    aanvrager: { geboortedatum: '1990-05-01', toetsingsinkomen: 2_340_000 },
    woning: { gemeente: 'GM0599' },
    partner: null,
    kinderen: [
      { geboortedatum: '2016-04-02', thuiswonend: true },
      { geboortedatum: { van: '2022-01-01', tot: '2022-12-31' }, thuiswonend: { onbekend: 'bron-zweeg' } },
    ],
  },
  herkomst: new Map([
    ['/aanvrager/geboortedatum', uit('brp')],
    ['/aanvrager/toetsingsinkomen', uit('inkomen')],
    ['/woning/gemeente', uit('brp')],
    ['/partner', uit('brp')],
    ['/kinderen', uit('brp')],
  ]),
}

test('facts of one source become answers; what is half known stays a question', () => {
  const { antwoorden, paden } = vulIn(GEEN_ANTWOORDEN, feiten, 'brp')
  assert.deepEqual(antwoorden.huishouden, {
    aanvrager: { geboortedatum: '1990-05-01' },
    woning: { gemeente: 'GM0599' },
    partner: null,
    kinderen: [{ geboortedatum: '2016-04-02', thuiswonend: true }, {}],
  })
  assert.deepEqual(paden, antwoorden.volgorde)
})

test('what a visitor answered stays, and is not taken back with the source', () => {
  const eigen = beantwoord(
    beantwoord(GEEN_ANTWOORDEN, '/huishouden/woning/gemeente', 'GM0363'),
    '/huishouden/kinderen',
    1,
  )
  const brp = vulIn(eigen, feiten, 'brp')
  assert.deepEqual(brp.antwoorden.huishouden.woning, { gemeente: 'GM0363' })
  assert.deepEqual(brp.antwoorden.huishouden.kinderen, [{}])
  const beide = vulIn(brp.antwoorden, feiten, 'inkomen')
  const uitBronnen = { brp: brp.paden, inkomen: beide.paden }

  const zonderBrp = zonderBronnen({ antwoorden: beide.antwoorden, uitBronnen }, ['brp'])
  assert.deepEqual(zonderBrp.bewaar?.huishouden, {
    woning: { gemeente: 'GM0363' },
    kinderen: [{}],
    aanvrager: { toetsingsinkomen: 2_340_000 },
  })
  assert.deepEqual(zonderBrp.bewaarUitBronnen, { inkomen: beide.paden })

  const alles = zonderBronnen({ antwoorden: beide.antwoorden, uitBronnen })
  assert.deepEqual(alles.bewaar?.volgorde, eigen.volgorde)
  assert.deepEqual(alles.bewaarUitBronnen, {})
  assert.deepEqual(zonderBronnen({ antwoorden: eigen, uitBronnen: {} }), {})
})

test('who logs in on a browser of somebody else finds nothing of their registers; who logs in again keeps their own', () => {
  const [ik, ander] = [1, 2].map((n) => maakPersoonId(new Date(0), () => new Uint8Array(16).fill(n)))
  assert.ok(ik && ander)
  const eigen = beantwoord(GEEN_ANTWOORDEN, '/huishouden/woning/gemeente', 'GM0363')
  const { antwoorden, paden } = vulIn(eigen, feiten, 'inkomen')
  const bezoek = { antwoorden, uitBronnen: { inkomen: paden } }
  assert.deepEqual(bijInloggen(bezoek, ik, ik), {})
  for (const vorige of [ander, undefined]) {
    const { bewaar, bewaarUitBronnen } = bijInloggen(bezoek, vorige, ik)
    assert.deepEqual(bewaar?.volgorde, eigen.volgorde, 'what was typed stays')
    assert.ok(!JSON.stringify(bewaar).includes('2340000'))
    assert.deepEqual(bewaarUitBronnen, {})
  }
  assert.deepEqual(bijInloggen({ antwoorden: eigen, uitBronnen: {} }, undefined, ik), {})
})
