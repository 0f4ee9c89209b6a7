import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { begrenzingOpslag, ruimBegrenzingOp } from './begrenzing.ts'
import { openProefdatabank } from './proefdatabank.ts'

const begin = new Date('2026-03-01T10:00:00Z')
const sleutel = (n: number): Buffer => Buffer.alloc(32, n)

test('all servers count in the same rows, at once and in any order, and old counts go', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const [een, ander] = [begrenzingOpslag(databank), begrenzingOpslag(alsRol('app'))]
  const [a, b] = [
    { sleutel: sleutel(1), begin },
    { sleutel: sleutel(2), begin },
  ]
  assert.deepEqual(await een.tel([b, a]), [1, 1])
  assert.deepEqual(await ander.tel([a]), [2])
  assert.deepEqual(await een.tel([b, a]), [2, 3], 'in the order of the question')
  const tellingen = await Promise.all(
    Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? een.tel([a, b]) : ander.tel([b, a]))),
  )
  assert.equal(Math.max(...tellingen.flat()), 43)
  assert.deepEqual(await een.tel([{ sleutel: sleutel(1), begin: new Date(begin.getTime() + 60_000) }]), [1])

  const { rows } = await sql<{ rij: string }>`select b::text as rij from begrenzing b`.execute(databank)
  assert.equal(rows.length, 3)
  assert.equal(await ruimBegrenzingOp(alsRol('bewaring'), new Date(begin.getTime() + 1)), 2)
  assert.deepEqual(await een.tel([a]), [1])
  await assert.rejects(sql`delete from begrenzing`.execute(databank), { code: '42501' })
})
