import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { isAnders, leesMap, type Schijfgeheugen } from './map-lezen.ts'

test('what changed on the disk is seen without reading it: a text, a new file, one that is gone', async (t) => {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-corpus-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const geheugen: Schijfgeheugen = new Map()
  const pad = (nr: number): string => join(map, 'regelingen', 'lokaal', `${nr}.yaml`)
  assert.equal(await isAnders(map, geheugen), false, 'nothing there, and nothing known')
  mkdirSync(join(map, 'regelingen', 'lokaal'), { recursive: true })
  for (let nr = 0; nr < 20; nr += 1) writeFileSync(pad(nr), `nr: ${nr}`)
  const nagekeken = async (wat: string, aantal: number): Promise<void> => {
    assert.equal(await isAnders(map, geheugen), true, wat)
    assert.equal(leesMap(map, geheugen).length, aantal)
    assert.equal(await isAnders(map, geheugen), false, `${wat}: read`)
  }
  await nagekeken('new', 20)
  writeFileSync(pad(17), 'nr: 170')
  await nagekeken('another text', 20)
  utimesSync(pad(3), new Date(0), new Date(0))
  await nagekeken('another time', 20)
  rmSync(pad(4))
  await nagekeken('one gone', 19)
  rmSync(pad(5))
  writeFileSync(pad(40), 'nr: 40')
  await nagekeken('one gone and one new', 19)
  writeFileSync(join(map, 'regelingen', 'lees-mij.txt'), 'geen corpus')
  assert.equal(await isAnders(map, geheugen), false)
})
