import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

const wortel = join(import.meta.dirname, '..')

function run(opdracht: string, argumenten: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(opdracht, argumenten, { cwd, encoding: 'utf8' })
  assert.equal(status, 0, `${opdracht} ${argumenten.join(' ')}\n${stdout}\n${stderr}`)
  return stdout
}

/** What the package offers: names in `src/engine/index.ts` that are no type. */
function aangeboden(index: string): string[] {
  return [...index.matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap(([, namen = '']) => namen.split(','))
    .map((naam) => naam.trim())
    .filter((naam) => naam !== '' && !naam.startsWith('type '))
}

/** A stranger's folder with the tarball unpacked as npm does; the one dependency comes from ours, without network. */
function pakUit(map: string, tarball: string): void {
  const modules = join(map, 'node_modules')
  mkdirSync(join(modules, 'voordeur'), { recursive: true })
  run('tar', ['-xzf', tarball, '-C', join(modules, 'voordeur'), '--strip-components=1'], map)
  symlinkSync(join(wortel, 'node_modules', 'lezer-feel'), join(modules, 'lezer-feel'))
}

test('the packed engine works alone, with its types and its example, and asks for lezer-feel only', (t) => {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-pakket-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const tarball = run(process.execPath, ['scripts/pack-engine.mjs'], wortel).trim().split('\n').at(-1) ?? ''
  pakUit(map, join(wortel, 'dist', tarball))

  const manifest: unknown = JSON.parse(readFileSync(join(map, 'node_modules/voordeur/package.json'), 'utf8'))
  assert.ok(typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest)
  assert.deepEqual(Object.keys(manifest.dependencies ?? {}), ['lezer-feel'])

  writeFileSync(join(map, 'package.json'), '{ "type": "module" }')
  // What a stranger finds in the package itself: its example must run, and say what it promises to say.
  const readme = readFileSync(join(map, 'node_modules/voordeur/README.md'), 'utf8')
  const [, voorbeeld = ''] = readme.match(/^```js\n([\s\S]*?)^```$/m) ?? []
  const [, uitvoer = ''] = readme.match(/^It prints:\n\n```\n([\s\S]*?)^```$/m) ?? []
  assert.ok(uitvoer !== '')
  writeFileSync(join(map, 'voorbeeld.mjs'), voorbeeld)
  assert.equal(run(process.execPath, ['voorbeeld.mjs'], map), uitvoer)
  const tsc = join(wortel, 'node_modules', '.bin', 'tsc')
  run(
    tsc,
    [
      ...['--noEmit', '--allowJs', '--checkJs', '--strict', '--module', 'nodenext', '--target', 'es2024'],
      ...['--lib', 'es2024,dom', '--types', '', 'voorbeeld.mjs'],
    ],
    map,
  )
})

test('the README of the engine names every function it offers', () => {
  const readme = readFileSync(join(wortel, 'src/engine/README.md'), 'utf8')
  const namen = aangeboden(readFileSync(join(wortel, 'src/engine/index.ts'), 'utf8'))
  assert.ok(namen.length > 10)
  assert.deepEqual(
    namen.filter((naam) => !readme.includes(`\`${naam}\``)),
    [],
  )
})
