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

/** A stranger's folder with the tarball unpacked as npm does; the one dependency comes from ours, without network. */
function pakUit(map: string, tarball: string): void {
  const modules = join(map, 'node_modules')
  mkdirSync(join(modules, 'voordeur'), { recursive: true })
  run('tar', ['-xzf', tarball, '-C', join(modules, 'voordeur'), '--strip-components=1'], map)
  symlinkSync(join(wortel, 'node_modules', 'lezer-feel'), join(modules, 'lezer-feel'))
}

test('the packed engine works alone, with its types, and asks for lezer-feel only', (t) => {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-pakket-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const tarball = run(process.execPath, ['scripts/pack-engine.mjs'], wortel).trim().split('\n').at(-1) ?? ''
  pakUit(map, join(wortel, 'dist', tarball))

  const manifest: unknown = JSON.parse(readFileSync(join(map, 'node_modules/voordeur/package.json'), 'utf8'))
  assert.ok(typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest)
  assert.deepEqual(Object.keys(manifest.dependencies ?? {}), ['lezer-feel'])

  writeFileSync(join(map, 'package.json'), '{ "type": "module" }')
  writeFileSync(
    join(map, 'vreemde.ts'),
    `import { bereken, compileCorpus, type CorpusDocument, parseVraag } from 'voordeur/engine'

// One scheme and two facts, as plain objects: half of what is above 100 euro a month, in whole euros.
const document = (bestand: string, inhoud: unknown): CorpusDocument => ({
  bestand,
  sha256: '0'.repeat(64),
  inhoud,
  plaats: () => ({ regel: 1, kolom: 1 }),
})
const bron = 'Verordening buurtbijdrage'
const regeling = {
  id: 'buurtbijdrage', naam: 'Buurtbijdrage', soort: 'geld', uitvoerder: 'gemeente', gebied: 'nederland', vanaf: '2026-01-01',
  parameters: {
    vrij: { waarde: '100', eenheid: 'EUR/maand', bron },
    deel: { waarde: '50', eenheid: 'procent', bron },
  },
  regels: {
    bedrag: { artikel: '2', eenheid: 'EUR/maand', formule: 'floor(deel * max(0, woning.kale_huur - vrij))' },
  },
  uitkomst: { voorwaarden: [], bedrag: 'bedrag' },
}
const gemaakt = compileCorpus({
  regelingen: [document('buurtbijdrage.yaml', regeling)],
  feiten: [document('feiten.yaml', { feiten: [
    { id: 'kale_huur', bij: ['woning'], type: 'geld', eenheid: 'geld/maand', bereik: ['0', '5000'] },
    { id: 'gemeente', bij: ['woning'], type: 'gebied' },
  ] })],
  gebieden: [document('gebieden.yaml', { gebieden: [{ code: 'nederland', naam: 'Nederland', soort: 'land', valuta: 'EUR' }] })],
  prior: [],
})
if (!gemaakt.ok) throw new Error(JSON.stringify(gemaakt.fouten))
const vraag = parseVraag(gemaakt.corpus, { datum: '2026-03-01', huishouden: { woning: { kale_huur: 70_150 } } })
if (!vraag.ok) throw new Error(JSON.stringify(vraag.fouten))
console.log(bereken(gemaakt.corpus, vraag.vraag).uitkomsten[0]?.bedrag?.waarde)
`,
  )
  assert.equal(run(process.execPath, ['vreemde.ts'], map), '30000\n')
  const tsc = join(wortel, 'node_modules', '.bin', 'tsc')
  run(
    tsc,
    ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', '', 'vreemde.ts'],
    map,
  )
})
