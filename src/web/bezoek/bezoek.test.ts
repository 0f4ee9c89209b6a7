import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LEEG, leesBezoek, schrijfInhoud } from './bezoek.ts'
import { verpak } from './koekje.ts'

const sleutel = Buffer.alloc(32, 7)
const nu = new Date('2026-03-01T12:00:00Z')

function heenEnTerug(inhoud: unknown) {
  const verpakt = verpak(inhoud, sleutel, nu.getTime() / 1000, Buffer.alloc(12, 1))
  assert.ok(verpakt.status === 'ok')
  return leesBezoek(`voordeur0=${verpakt.delen[0]}`, { sleutel, isHttps: false, nu })
}

test('the change that somebody tries out travels along with the answers', () => {
  const watAls = { soort: 'werken', waarden: { inkomen: 4_200_000 } } as const
  assert.deepEqual(heenEnTerug(schrijfInhoud({ ...LEEG, watAls })).watAls, watAls)
  assert.equal(heenEnTerug(schrijfInhoud(LEEG)).watAls, undefined)
})

test('a change that cannot be read is forgotten, the answers are not', () => {
  for (const w of [['vliegen', {}], ['werken'], 'werken', ['werken', []], 3]) {
    const gelezen = heenEnTerug({ h: { partner: null }, o: [], v: [], w })
    assert.deepEqual(
      [gelezen.staat, gelezen.watAls, gelezen.antwoorden.huishouden],
      ['ok', undefined, { partner: null }],
    )
  }
  const rommel = heenEnTerug({ h: {}, o: [], v: [], w: ['werken', { inkomen: { van: 1 }, netto: 5 }] })
  assert.deepEqual(rommel.watAls, { soort: 'werken', waarden: { netto: 5 } })
})
