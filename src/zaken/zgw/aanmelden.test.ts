import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesToken } from '../../zgw/index.ts'
import { metJwt, metVastToken } from './aanmelden.ts'

test('a token of the moment, that says for whom, or that it is for nobody', async () => {
  const klok = { nu: new Date('2026-03-01T10:00:00Z') }
  const aanmelden = metJwt({ client: 'voordeur', geheim: 'g', weergave: 'Inwoner', nu: () => klok.nu })
  const lees = async (namens: string | undefined, op: Date) => {
    const { authorization = '' } = await aanmelden(namens)
    return leesToken(authorization.replace(/^Bearer /, ''), () => 'g', op)
  }
  assert.deepEqual(await lees('p-7', klok.nu), { client: 'voordeur', gebruiker: 'p-7' })
  assert.deepEqual(await lees(undefined, klok.nu), { client: 'voordeur', gebruiker: 'voordeur' })
  klok.nu = new Date('2026-03-01T12:00:00Z')
  assert.deepEqual(
    await lees('p-7', klok.nu),
    { client: 'voordeur', gebruiker: 'p-7' },
    'twee uur later opnieuw gemaakt',
  )
})

test('a source that knows keys gets one, whoever it is for', async () => {
  assert.deepEqual(await metVastToken('abc')('p-7'), { authorization: 'Token abc' })
})
