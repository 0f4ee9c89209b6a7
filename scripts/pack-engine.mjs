// npm run pack:engine: the rules engine as a library of its own. It compiles src/engine to .js and .d.ts
// under a manifest of its own and packs that into dist/voordeur-<versie>.tgz. The compiler gets no types of
// Node here, so a use of files, clock or network in the engine does not compile.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pakket = join(root, 'dist', 'pakket')
const { version, license, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

rmSync(pakket, { recursive: true, force: true })
mkdirSync(pakket, { recursive: true })
run(join(root, 'node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.engine.json'], root)

const manifest = {
  name: 'voordeur',
  version,
  description: 'Rekent uit waar iemand recht op heeft, met artikel en uitleg. De rekenkern van Voordeur.',
  license,
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20' },
  exports: { './engine': { types: './engine/index.d.ts', default: './engine/index.js' } },
  dependencies: { 'lezer-feel': dependencies['lezer-feel'] },
}
writeFileSync(join(pakket, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
copyFileSync(join(root, 'LICENSE'), join(pakket, 'LICENSE'))
copyFileSync(join(root, 'src', 'engine', 'README.md'), join(pakket, 'README.md'))

run('npm', ['pack', '--silent', '--pack-destination', join(root, 'dist')], pakket)

function run(opdracht, argumenten, cwd) {
  const { status } = spawnSync(opdracht, argumenten, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
