import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { eersteBreuk } from '../afzender/index.ts'
import { maakCode, nieuweCode, proefcodes } from '../afzender/proefcodes.ts'
import { parseDatum } from '../domain/index.ts'
import { momentopnameOpslag } from './afzenders.ts'
import { controlecodeOpslag, ruimControlecodesOp, sleutellogOpslag } from './controlecodes.ts'
import { openProefdatabank } from './proefdatabank.ts'

test('codes are kept as hashes, found, taken back, and gone after their term', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const codes = proefcodes(undefined, controlecodeOpslag(databank), sleutellogOpslag(databank))
  const bericht = '018f2d0a-0000-7000-8000-000000000001'
  const maak = () => maakCode(codes, nieuweCode(bericht))
  // At once, as several nodes do: one row, one line in the log.
  const [een, twee] = await Promise.all([
    maak(),
    maak(),
    maakCode(codes, nieuweCode('018f2d0a-0000-7000-8000-000000000002')),
  ])
  assert.deepEqual(een, twee)
  assert.equal((await codes.zoek(een.code, een.qrpad.split('#')[1]))?.bericht, bericht)
  const log = await codes.sleutellog()
  assert.equal(log.length, 1)
  assert.equal(eersteBreuk(log), undefined)
  assert.equal(await codes.trekIn(een.code), true)
  assert.equal(await codes.trekIn(een.code), false)
  assert.equal(await codes.zoek(een.code), undefined)
  const { rows } = await sql`select * from controlecode`.execute(databank)
  assert.deepEqual(rows, [], 'without the task nobody sees a row')
  assert.equal(await ruimControlecodesOp(alsRol('bewaring'), new Date('2026-01-01')), 0)
  assert.equal(await ruimControlecodesOp(alsRol('bewaring'), new Date('2027-01-01')), 2)
})

test('the last snapshot is the one that counts', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = momentopnameOpslag(databank)
  assert.equal(await store.laatste(), undefined)
  const peildatum = parseDatum('2026-02-01') ?? assert.fail()
  const domein = { naam: 'Proef', onder: 'onbekend', web: 'ja', mail: 'nee' } as const
  const eerste = { bron: 'RIO', peildatum, domeinen: [{ domein: 'a.example', ...domein }] }
  await store.zet(eerste, new Date('2026-03-01'))
  const was = await store.nummer()
  const tweede = { ...eerste, domeinen: [{ domein: 'b.example', ...domein }] }
  await store.zet(tweede, new Date('2026-03-02'))
  assert.deepEqual(await store.laatste(), tweede)
  assert.ok((await store.nummer()) > was)
})
