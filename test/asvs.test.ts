import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const wortel = join(import.meta.dirname, '..')
const tekst = readFileSync(join(wortel, 'docs/asvs.md'), 'utf8')
const rijen = [...tekst.matchAll(/^\| (\d[^|]*) \| (\S+) \| (.+) \|$/gm)].map(
  ([, eisen = '', stand = '', hoe = '']) => ({
    eisen: eisen.split(', ').flatMap(uitgeschreven),
    stand,
    hoe,
  }),
)

/** `6.2.1–6.2.12` is twelve of them. */
function uitgeschreven(deel: string): string[] {
  const [van = '', tot = van] = deel.trim().split('–')
  const [eerste, laatste] = [van, tot].map((eis) => Number(eis.split('.')[2]))
  const sectie = van.split('.').slice(0, 2).join('.')
  assert.ok(tot.startsWith(`${sectie}.`) && eerste && laatste && laatste >= eerste, deel)
  return Array.from({ length: laatste - eerste + 1 }, (_, i) => `${sectie}.${eerste + i}`)
}

/** How many requirements of level 1 and 2 each chapter of version 5.0.0 has, counted in its own list. */
const perHoofdstuk = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]

test('every requirement of level 1 and 2 has one answer, with a state that means something', () => {
  const alle = rijen.flatMap(({ eisen }) => eisen)
  assert.deepEqual(
    alle.filter((eis, i) => alle.indexOf(eis) !== i),
    [],
    'twee keer',
  )
  const geteld = perHoofdstuk.map((_, i) => alle.filter((eis) => eis.startsWith(`${i + 1}.`)).length)
  assert.deepEqual(geteld, perHoofdstuk)
  for (const { eisen, stand } of rijen)
    assert.ok(['ja', 'deels', 'beheer', 'nvt', 'nee'].includes(stand), eisen.join())
})

test('every file that is named as proof is there', () => {
  const genoemd = [...tekst.matchAll(/`((?:src|test|bench|docs|corpus)\/[\w./-]+|[A-Z]+\.md)`/g)].map(
    ([, pad = '']) => pad,
  )
  assert.ok(genoemd.length > 60)
  assert.deepEqual(
    genoemd.filter((pad) => !existsSync(join(wortel, pad))),
    [],
  )
})
