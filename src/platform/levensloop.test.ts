import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Levensloop } from './levensloop.ts'
import { stilLog } from './log.ts'

test('closes in reverse order, once, and past a failure', async () => {
  const gedaan: string[] = []
  const loop = new Levensloop(stilLog)
  loop.bijSluiten('databank', async () => void gedaan.push('databank'))
  loop.bijSluiten('pool', async () => {
    throw new Error('pool wil niet')
  })
  loop.bijSluiten('server', async () => void gedaan.push('server'))
  await Promise.all([loop.sluit(), loop.sluit()])
  assert.deepEqual(gedaan, ['server', 'databank'])
})
