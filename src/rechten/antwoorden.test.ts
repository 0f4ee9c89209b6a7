import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beantwoord, GEEN_ANTWOORDEN, isTeVragen, vergeet, waardeOp, weetNiet } from './antwoorden.ts'

const KIND = '/huishouden/kinderen/0/geboortedatum'

test('people come and go with the number of them, and what was said of the others stays', () => {
  let a = beantwoord(GEEN_ANTWOORDEN, '/huishouden/kinderen', 2)
  a = beantwoord(a, KIND, '2016-04-02')
  a = beantwoord(a, '/huishouden/kinderen/1/geboortedatum', '2018-01-01')
  a = beantwoord(a, '/huishouden/kinderen', 1)
  assert.deepEqual(a.huishouden, { kinderen: [{ geboortedatum: '2016-04-02' }] })
  assert.deepEqual(a.volgorde, ['/huishouden/kinderen', KIND])
  a = beantwoord(a, '/huishouden/kinderen', 0)
  assert.deepEqual(a.huishouden, { kinderen: [] })
  assert.deepEqual(a.volgorde, ['/huishouden/kinderen'])
})

test('no partner is an answer of its own, and takes the questions about the partner along', () => {
  let a = beantwoord(GEEN_ANTWOORDEN, '/huishouden/partner', 1)
  a = weetNiet(a, '/huishouden/partner/vermogen')
  assert.deepEqual(a.huishouden, { partner: {} })
  a = beantwoord(a, '/huishouden/partner', 0)
  assert.deepEqual(a, { huishouden: { partner: null }, onbekend: [], volgorde: ['/huishouden/partner'] })
})

test('«I do not know» takes an earlier answer back and is not asked again', () => {
  const pad = '/huishouden/aanvrager/vermogen'
  const a = weetNiet(beantwoord(GEEN_ANTWOORDEN, pad, 100), pad)
  assert.equal(waardeOp(a, pad), undefined)
  assert.deepEqual([a.onbekend, a.volgorde], [[pad], [pad]])
  assert.deepEqual(beantwoord(a, pad, 5).onbekend, [])
  assert.deepEqual(vergeet(a, [pad]).volgorde, [])
})

test('nothing is changed in place', () => {
  const eerst = beantwoord(GEEN_ANTWOORDEN, '/huishouden/kinderen', 1)
  const kopie = structuredClone(eerst)
  beantwoord(eerst, KIND, '2016-04-02')
  weetNiet(eerst, '/huishouden/kinderen')
  assert.deepEqual(eerst, kopie)
  assert.deepEqual(GEEN_ANTWOORDEN, { huishouden: {}, onbekend: [], volgorde: [] })
})

test('only somebody who is there can be asked about', () => {
  const a = beantwoord(GEEN_ANTWOORDEN, '/huishouden/kinderen', 1)
  assert.ok(isTeVragen(a, KIND))
  assert.ok(isTeVragen(a, '/huishouden/kinderen/0/opvang'))
  for (const pad of [
    '/huishouden/kinderen/1/geboortedatum',
    '/huishouden/kinderen/0/opvang/0/uren',
    '/huishouden/partner/vermogen',
    '/huishouden/kinderen/__proto__/x',
    '/elders',
    '',
  ]) {
    assert.ok(!isTeVragen(a, pad), pad)
  }
})
