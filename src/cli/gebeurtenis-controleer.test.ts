import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { voerUit } from './gebeurtenis-controleer.ts'

const wortel = join(import.meta.dirname, '..', '..')
const MODEL = 'corpus/gebeurtenissen/kind-krijgen.yaml'

async function controleer(pad: string) {
  const uit: string[] = []
  const fout: string[] = []
  const code = await voerUit([pad], {
    uit: (tekst) => uit.push(tekst),
    fout: (tekst) => fout.push(tekst),
    omgeving: {},
    werkmap: wortel,
  })
  return { code, uit: uit.join('\n'), fout: fout.join('\n') }
}

function los(t: TestContext, tekst: string): string {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-gebeurtenis-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const pad = join(map, 'kind-krijgen.yaml')
  writeFileSync(pad, tekst)
  return pad
}

test('a shipped event without faults says what stands in it', async () => {
  const { code, uit } = await controleer(MODEL)
  assert.equal(code, 0)
  assert.match(uit, /geen fouten/)
  assert.match(uit, /15 stappen bij 10 organisaties, 3 vragen/)
})

test('a loose file is checked where it would stand, and each fault has its line, column and remedy', async (t) => {
  const tekst = readFileSync(join(wortel, MODEL), 'utf8').replace('plus: 3 dagen', 'plus: drie dagen')
  const regel = tekst.split('\n').findIndex((r) => r.includes('drie dagen')) + 1
  const { code, fout } = await controleer(los(t, tekst))
  assert.equal(code, 1)
  assert.match(
    fout,
    new RegExp(`kind-krijgen\\.yaml:${regel}:\\d+ drie dagen is geen duur\\. — Schrijf een getal`),
  )
})

test('a file that is not there is a wrong command', async () => {
  assert.equal((await controleer('bestaat-niet.yaml')).code, 2)
})
