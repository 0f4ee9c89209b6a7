import assert from 'node:assert/strict'
import { test } from 'node:test'
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
