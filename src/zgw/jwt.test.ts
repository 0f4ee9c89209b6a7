import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { maakRegister, nu, token } from '../../test/zgw/register.ts'
import { leesToken, maakToken } from './index.ts'
import { weergaveIn } from './jwt.ts'

const geheimVan = (client: string) => (client === 'portaal' ? 'geheim' : undefined)
const keus = { client: 'portaal', geheim: 'geheim', gebruiker: 'persoon-1', weergave: 'Inwoner' }
const later = (seconden: number) => new Date(nu.getTime() + seconden * 1000)
const deel = (waarde: unknown) => Buffer.from(JSON.stringify(waarde)).toString('base64url')

function teken(kop: unknown, lading: unknown, geheim = 'geheim'): string {
  const begin = `${deel(kop)}.${deel(lading)}`
  return `${begin}.${createHmac('sha256', geheim).update(begin).digest('base64url')}`
}

test('a token names client and user, and is good for an hour', async () => {
  const gemaakt = maakToken(keus, nu)
  const lading = JSON.parse(Buffer.from(gemaakt.split('.')[1] ?? '', 'base64url').toString())
  assert.deepEqual(lading, {
    iss: 'portaal',
    iat: 1772359200,
    client_id: 'portaal',
    user_id: 'persoon-1',
    user_representation: 'Inwoner',
  })
  assert.deepEqual(await leesToken(gemaakt, geheimVan, later(3599)), {
    client: 'portaal',
    gebruiker: 'persoon-1',
  })
  assert.equal(weergaveIn(gemaakt), 'Inwoner')
  assert.deepEqual(await leesToken(gemaakt, geheimVan, later(3600)), { fout: 'jwt-expired' })
  // A clock that is a little ahead is forgiven, an hour is not.
  assert.ok(!('fout' in (await leesToken(gemaakt, geheimVan, later(-60)))))
  assert.deepEqual(await leesToken(gemaakt, geheimVan, later(-3600)), { fout: 'jwt-not-yet-valid' })
})

test('what is forged, broken, or signed otherwise is refused', async () => {
  const goed = { iss: 'portaal', client_id: 'portaal', iat: nu.getTime() / 1000 }
  const hs256 = { alg: 'HS256', typ: 'JWT' }
  for (const [tekst, fout] of [
    ['', 'jwt-decode-error'],
    ['a.b', 'jwt-decode-error'],
    ['a.b.c', 'jwt-decode-error'],
    [`${deel(hs256)}.${deel(goed)}.`, 'invalid-jwt-signature'],
    // Who signs may not choose that nothing is signed.
    [`${deel({ alg: 'none' })}.${deel(goed)}.`, 'jwt-decode-error'],
    [teken({ alg: 'RS256' }, goed), 'jwt-decode-error'],
    [teken(hs256, goed, 'ander geheim'), 'invalid-jwt-signature'],
    [teken(hs256, { ...goed, client_id: 'vreemd' }), 'invalid-client-identifier'],
    [teken(hs256, { ...goed, iat: undefined }), 'jwt-missing-iat-claim'],
    [teken(hs256, { ...goed, iat: 'gisteren' }), 'jwt-missing-iat-claim'],
    [teken(hs256, [goed]), 'jwt-decode-error'],
    [`${'x'.repeat(9000)}.b.c`, 'jwt-decode-error'],
  ] as const) {
    assert.deepEqual(await leesToken(tekst, geheimVan, nu), { fout }, tekst.slice(0, 60))
  }
})

test('the kernel answers 403 with the code of what is wrong with a token', async () => {
  const { vraag } = maakRegister()
  for (const [authorization, code] of [
    [undefined, 'permission_denied'],
    ['', 'permission_denied'],
    ['Bearer', 'permission_denied'],
    ['Token abc', 'permission_denied'],
    ['Bearer x.y.z', 'jwt-decode-error'],
    [token('lezer', later(-4000)), 'jwt-expired'],
    [token('lezer', nu, 'verkeerd'), 'invalid-jwt-signature'],
    [token('onbekend', nu, 'x'), 'invalid-client-identifier'],
  ] as const) {
    const { status, inhoud, koppen } = await vraag('GET', '/zaken/api/v1/zaken', {
      koppen: { authorization },
    })
    assert.equal(status, 403, String(authorization))
    assert.equal(inhoud.code, code)
    assert.equal(koppen['content-type'], 'application/problem+json')
  }
})
