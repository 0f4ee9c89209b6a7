import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maakUuid7 } from '../../domain/index.ts'
import { retourmerk, zendingIn } from './retouradres.ts'

const [oud, nieuw] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const met = (...sleutels: readonly Uint8Array[]) => ({ sleutels: () => sleutels })
const zending = '019f5b2e-7c4a-7000-8000-0000000000a1'

test('every item comes back as itself, whatever the letters, and fits in an address', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.date({ noInvalidDate: true, min: new Date(0) }),
      (bytes, op) => {
        const id = maakUuid7(op, () => bytes)
        const merk = retourmerk(id, met(nieuw)) ?? ''
        assert.ok(merk.length > 0 && merk.length <= 64)
        assert.equal(zendingIn(`To: <${merk.toUpperCase()}@retour.example>`, met(nieuw)), id)
      },
    ),
    { seed: 6, numRuns: 500 },
  )
})

test('who does not have the key makes no mark that we know', () => {
  const merk = retourmerk(zending, met(oud)) ?? ''
  assert.equal(zendingIn(merk, met(nieuw)), undefined)
  // After a change of keys what is under way still comes home.
  assert.equal(zendingIn(merk, met(nieuw, oud)), zending)
  for (let plek = 2; plek < merk.length; plek++) {
    if (merk[plek] === '-') continue
    const anders = merk.slice(0, plek) + (merk[plek] === '0' ? '1' : '0') + merk.slice(plek + 1)
    assert.equal(zendingIn(anders, met(oud)), undefined, anders)
  }
  for (const tekst of ['', 'b-', `${merk}0`, `x${merk}`, merk.slice(0, -1)])
    assert.equal(zendingIn(tekst, met(oud)), undefined, tekst)
  // One that is not ours in front hides nothing.
  const vals = `b-${'0'.repeat(32)}-${'0'.repeat(20)}`
  assert.equal(zendingIn(`${vals}@x ${merk}@y`, met(oud)), zending)
})

test('what is no uuid or has no key gets no mark', () => {
  assert.equal(retourmerk('x', met(oud)), undefined)
  assert.equal(retourmerk(zending, met()), undefined)
})
