import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { delenUit, GELDIG_SECONDEN, ontsluit, verpak, zetRegels } from './koekje.ts'
import { loadSleutel } from './sleutel.ts'

const sleutel = Buffer.alloc(32, 1)
const iv = Buffer.alloc(12, 2)
const nu = 1_770_000_000

function delenVan(inhoud: unknown): readonly string[] {
  const verpakt = verpak(inhoud, sleutel, nu, iv)
  assert.equal(verpakt.status, 'ok')
  return verpakt.status === 'ok' ? verpakt.delen : []
}

test('what goes in comes out, within the hour and with the same key', () => {
  const delen = delenVan({ h: { aanvrager: { vermogen: 100 } } })
  assert.deepEqual(ontsluit(delen, sleutel, nu + GELDIG_SECONDEN), {
    status: 'ok',
    inhoud: { h: { aanvrager: { vermogen: 100 } } },
  })
  assert.equal(ontsluit(delen, sleutel, nu + GELDIG_SECONDEN + 1).status, 'verlopen')
  assert.equal(ontsluit(delen, Buffer.alloc(32, 9), nu).status, 'onleesbaar')
  assert.equal(ontsluit([], sleutel, nu).status, 'geen')
})

test('a changed letter anywhere makes it unreadable, never a crash', () => {
  const [deel = ''] = delenVan({ a: 1 })
  for (let i = 0; i < deel.length; i += 3) {
    const anders = `${deel.slice(0, i)}${deel[i] === 'A' ? 'B' : 'A'}${deel.slice(i + 1)}`
    assert.notEqual(ontsluit([anders], sleutel, nu).status, 'ok')
  }
  for (const kapot of ['', 'x', '____', deel.slice(0, 20)]) {
    assert.equal(ontsluit([kapot], sleutel, nu).status, 'onleesbaar')
  }
})

test('long answers are split, put together again, and have a named limit', () => {
  const lang = randomBytes(5000).toString('hex')
  const delen = delenVan(lang)
  assert.ok(delen.length > 1)
  const header = delen
    .map((deel, n) => `voordeur${n}=${deel}`)
    .reverse()
    .join('; ')
  assert.deepEqual(ontsluit(delenUit(`ander=1; ${header}`, false), sleutel, nu), {
    status: 'ok',
    inhoud: lang,
  })
  assert.equal(verpak(randomBytes(20_000).toString('hex'), sleutel, nu, iv).status, 'te-groot')
})

test('a part that is missing is damage, not absence', () => {
  assert.deepEqual(delenUit('voordeur1=abc', false), [''])
  assert.deepEqual(delenUit(undefined, false), [])
})

test('a cookie is out of reach of scripts and of other sites, and longer ones leave nothing behind', () => {
  const regels = zetRegels(['abc'], true)
  assert.equal(regels[0], '__Host-voordeur0=abc; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax; Secure')
  assert.ok(regels.slice(1).every((regel) => regel.includes('Max-Age=0')))
  assert.ok(!zetRegels(['abc'], false).join().includes('Secure'))
  // On https a cookie without the prefix may come from a neighbour: it is not read.
  assert.deepEqual(delenUit('voordeur0=abc', true), [])
  assert.deepEqual(delenUit('voordeur0=planted; __Host-voordeur0=abc', true), ['abc'])
})

test('without configuration a key is made once and only we can read it', (t) => {
  const map = mkdtempSync(join(tmpdir(), 'sleutel-'))
  t.after(() => rmSync(map, { recursive: true }))
  const eerste = loadSleutel({ geheim: undefined, map })
  assert.deepEqual(loadSleutel({ geheim: undefined, map }), eerste)
  assert.equal(statSync(join(map, 'sleutel-antwoorden')).mode & 0o077, 0)
  assert.notDeepEqual(loadSleutel({ geheim: 'x'.repeat(32), map }), eerste)
})
