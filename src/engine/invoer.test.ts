import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakCorpus, regel, wet } from '../../test/engine/klein.ts'
import { parseVraag } from './invoer.ts'

const corpus = maakCorpus({ 'a.yaml': wet('', regel('uit', 'EUR/jaar', 'aanvrager.inkomen')) })

/** Pointer, code, what was given and what is expected, of each fault. */
function fouten(vraag: Record<string, unknown>): (readonly string[])[] {
  const uit = parseVraag(corpus, { datum: '2026-03-15', huishouden: {}, ...vraag })
  return uit.ok ? [] : uit.fouten.map((f) => [f.pointer, f.code, f.gegeven ?? '', f.verwacht])
}

const codes = (vraag: Record<string, unknown>) => fouten(vraag).map(([, code]) => code)

test('a series holds exactly the months that its limit says', () => {
  assert.deepEqual(codes({ reeks: { van: '2020-01-01', tot: '2030-01-01' } }), [])
  assert.deepEqual(codes({ reeks: { van: '2020-01-01', tot: '2030-01-02' } }), ['te-lang'])
  assert.deepEqual(codes({ reeks: { van: '2020-03-15', tot: '2030-03-15' } }), [])
})

test('the first and last day that may be asked about are those in the message', () => {
  for (const datum of ['1990-01-01', '2099-12-31']) assert.deepEqual(codes({ datum }), [])
  for (const datum of ['1989-12-31', '2100-01-01'])
    assert.deepEqual(fouten({ datum }), [
      ['/datum', 'bereik', `"${datum}"`, 'een datum van 1990-01-01 tot en met 2099-12-31'],
    ])
  assert.deepEqual(codes({ reeks: { van: '2099-01-01', tot: '2100-01-01' } }), [])
})

test('what is expected belongs to the thing that is asked about', () => {
  assert.deepEqual(fouten({ huishouden: { woning: null, aanvrager: 3 } }), [
    ['/huishouden/aanvrager', 'vorm', '3', '{ "geboortedatum": … }'],
    ['/huishouden/woning', 'vorm', 'null', '{ "soort": … }'],
  ])
})

test('a long list is named by its length, and a number beyond JSON by its name', () => {
  const kinderen = Array.from({ length: 5_000 }, () => ({}))
  assert.deepEqual(fouten({ huishouden: { kinderen, aanvrager: { inkomen: Number('1e400') } } }), [
    [
      '/huishouden/aanvrager/inkomen',
      'soort',
      'Infinity',
      'hele centen, van -100000000 tot en met 100000000',
    ],
    ['/huishouden/kinderen', 'te-veel', 'een lijst van 5000', 'hoogstens 20'],
  ])
})
