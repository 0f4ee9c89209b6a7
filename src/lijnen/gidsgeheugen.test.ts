import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GIDS_MS, onthoudGids } from './gidsgeheugen.ts'

test('the guide is read once a second, by all together, and again at once when that failed', async () => {
  let [nu, gelezen, isStuk] = [0, 0, false]
  const gids = onthoudGids(
    {
      alle: async () => {
        gelezen++
        if (isStuk) throw new Error('stil')
        return []
      },
    },
    () => nu,
  )
  const [een, twee] = await Promise.all([gids.alle(), gids.alle()])
  assert.equal(een, twee)
  nu = GIDS_MS - 1
  await gids.alle()
  assert.equal(gelezen, 1)
  nu = GIDS_MS
  isStuk = true
  await assert.rejects(gids.alle())
  isStuk = false
  await gids.alle()
  assert.equal(gelezen, 3)
})
