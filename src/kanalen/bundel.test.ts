import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BundelVol, bundel } from './bundel.ts'

test('what comes while one runs goes together into the next, each with its own answer', async () => {
  const rondes: number[][] = []
  const vraag = bundel(
    async (getallen: readonly number[]) => {
      rondes.push([...getallen])
      await Promise.resolve()
      return getallen.map((getal) => getal * 10)
    },
    { hoogstens: 3 },
  )
  assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map(vraag)), [10, 20, 30, 40, 50])
  assert.deepEqual(rondes, [[1], [2, 3, 4], [5]])
})

test('one that cannot be keeps no other, and its own fault comes back to whoever asked', async () => {
  const rondes: string[][] = []
  const vraag = bundel(
    async (woorden: readonly string[]) => {
      rondes.push([...woorden])
      if (woorden.includes('mis')) throw new Error(`kan niet: ${woorden.join(' ')}`)
      return woorden.map((woord) => woord.toUpperCase())
    },
    { hoogstens: 10 },
  )
  const uit = await Promise.allSettled(['eerst', 'een', 'mis', 'twee'].map(vraag))
  assert.deepEqual(
    uit.map((een) => (een.status === 'fulfilled' ? een.value : String(een.reason))),
    ['EERST', 'EEN', 'Error: kan niet: mis', 'TWEE'],
  )
  assert.deepEqual(rondes, [['eerst'], ['een', 'mis', 'twee'], ['een'], ['mis'], ['twee']])
  assert.equal(await vraag('verder'), 'VERDER')
})

test('more than may wait is refused at once, and what waited is answered', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const vraag = bundel(
    async (getallen: readonly number[]) => {
      await promise
      return getallen
    },
    { hoogstens: 2, wachtend: 2 },
  )
  const [eerste, tweede, derde] = [vraag(1), vraag(2), vraag(3)]
  await assert.rejects(vraag(4), BundelVol)
  resolve()
  assert.deepEqual(await Promise.all([eerste, tweede, derde]), [1, 2, 3])
  assert.equal(await vraag(5), 5)
})
