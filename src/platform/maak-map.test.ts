import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { maakMap } from './maak-map.ts'

test('a directory is made with those above it, and again without harm', (t) => {
  const map = mkdtempSync(join(tmpdir(), 'maak-map-'))
  t.after(() => rmSync(map, { recursive: true }))
  const diep = join(map, 'a', 'b', 'c')
  maakMap(diep)
  maakMap(diep)
  assert.ok(statSync(diep).isDirectory())
  writeFileSync(join(map, 'bestand'), '')
  assert.throws(() => maakMap(join(map, 'bestand', 'eronder')), { code: 'ENOTDIR' })
})

test('where nothing can be made it fails, and comes back', { skip: process.platform !== 'linux' }, () => {
  assert.throws(() => maakMap('/proc/bestaat-niet/map'), /ENOENT|EACCES|EPERM|EROFS/)
})
