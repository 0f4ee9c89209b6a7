import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verpak, zetRegels } from './koekje.ts'
import { inlogRegel, inlogUit, sessieRegel, sessieUit, zonderSessieRegel } from './sessiekoekje.ts'

const sleutel = Buffer.alloc(32, 7)
const nuSeconden = 1_770_000_000
const iv = Buffer.alloc(12, 3)
const onderweg = {
  staat: { middel: 'digid', niveau: 'substantieel', state: 's', nonce: 'n', verifier: 'v' },
  naar: 'inzage',
  mee: undefined,
  taal: 'pap',
} as const

function koekje(regel: string): string {
  return regel.split(';')[0] ?? ''
}

test('the cookie of a session is for this host alone, out of reach of scripts and of other sites', () => {
  assert.equal(sessieRegel('abc', true), '__Host-voordeur-sessie=abc; Path=/; HttpOnly; SameSite=Lax; Secure')
  assert.equal(sessieUit(`x=1; ${koekje(sessieRegel('abc', true))}`, true), 'abc')
  // A cookie without the prefix may come from another host of the same domain.
  assert.equal(sessieUit('voordeur-sessie=abc', true), undefined)
  assert.match(zonderSessieRegel(true), /Max-Age=0/)
})

test('what a login must remember comes back sealed, and only in the browser that went', () => {
  const regel = inlogRegel(onderweg, { sleutel, nuSeconden, iv, isHttps: true })
  assert.ok(!regel.includes('inzage'))
  const lees = (header: string, met = sleutel) =>
    inlogUit(header, { sleutel: met, nuSeconden, isHttps: true })
  assert.deepEqual(lees(koekje(regel)), onderweg)
  const metTeam = { ...onderweg, naar: 'afspraakNieuw', mee: { team: 'svb-telefoon' } } as const
  assert.deepEqual(lees(koekje(inlogRegel(metTeam, { sleutel, nuSeconden, iv, isHttps: true }))), metTeam)
  assert.equal(lees(''), undefined)
  assert.equal(lees(koekje(regel), Buffer.alloc(32, 8)), undefined)
  assert.equal(lees(`${koekje(regel).slice(0, -3)}AAA`), undefined)
  // A cookie with answers, put in its place, is no login.
  const antwoorden = verpak({ ...onderweg.staat, naar: 'mijn', taal: 'nl' }, sleutel, nuSeconden, iv)
  assert.ok(antwoorden.status === 'ok')
  const vals = koekje(zetRegels(antwoorden.delen, true)[0] ?? '').replace(
    '__Host-voordeur0',
    '__Host-voordeur-inlog',
  )
  assert.equal(lees(vals), undefined)
})
