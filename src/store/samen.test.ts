import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { samen } from './samen.ts'

test('who asks alone goes at once; who asks meanwhile goes together, each with their own answer', async () => {
  const keren: (readonly number[])[] = []
  let laatGaan = () => {}
  const vraag = samen(async (vragen: readonly number[]) => {
    keren.push(vragen)
    if (keren.length === 1)
      await new Promise<void>((klaar) => {
        laatGaan = klaar
      })
    return vragen.map((een) => een * 2)
  })
  const eerste = vraag(1)
  const later = Array.from({ length: 120 }, (_, i) => vraag(i + 2))
  laatGaan()
  assert.equal(await eerste, 2)
  assert.deepEqual(
    await Promise.all(later),
    later.map((_, i) => (i + 2) * 2),
  )
  assert.deepEqual(
    keren.map(({ length }) => length),
    [1, 50, 50, 20],
  )
})

test('what goes wrong is told to who went along, and the next go on', async () => {
  let keer = 0
  const vraag = samen(async (vragen: readonly string[]) => {
    if (++keer === 1) throw new Error('weg')
    return vragen
  })
  await assert.rejects(vraag('a'), /weg/)
  assert.equal(await vraag('b'), 'b')
})

test('one that cannot be written takes no other with it; of any other fault all hear', async () => {
  const keren: number[] = []
  let fout: Error = Object.assign(new pg.DatabaseError('bestaat al', 10, 'error'), { code: '23505' })
  const schrijf = samen(async (vragen: readonly number[]) => {
    keren.push(vragen.length)
    await null
    if (vragen.includes(2)) throw fout
    return vragen
  })
  const uit = async () =>
    (await Promise.allSettled([schrijf(0), schrijf(1), schrijf(2), schrijf(3)])).map(({ status }) => status)
  assert.deepEqual(await uit(), ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  assert.deepEqual(keren, [1, 3, 1, 1, 1])
  // Nobody knows whether that was written: it is not tried again.
  fout = new Error('verbinding weg')
  assert.deepEqual(await uit(), ['fulfilled', 'rejected', 'rejected', 'rejected'])
})
