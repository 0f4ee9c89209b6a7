import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { MEEGELEVERD } from '../corpus/index.ts'
import { voerUit } from './bevolking-vergelijk.ts'

test('a changed scheme is worked out for a small country, a faulty one is told with its line', async (t) => {
  const map = mkdtempSync(join(tmpdir(), 'vergelijk-'))
  t.after(() => rmSync(map, { recursive: true }))
  const zorg = readFileSync(join(MEEGELEVERD, 'regelingen/nationaal/zorgtoeslag/2026-01-01.yaml'), 'utf8')
  writeFileSync(join(map, 'meer.yaml'), zorg.replace('waarde: 2119,', 'waarde: 2219,'))
  writeFileSync(join(map, 'fout.yaml'), zorg.replace('waarde: 2119,', 'waarde: veel,'))
  const roep = async (wat: string) => {
    const [uit, fout]: [string[], string[]] = [[], []]
    const wereld = {
      uit: (r: string) => uit.push(r),
      fout: (r: string) => fout.push(r),
      omgeving: {},
      werkmap: map,
    }
    const code = await voerUit([wat, 'uitkomst', '2026-03-01', '2000'], wereld)
    return { code, uit: uit.join('\n'), fout: fout.join('\n') }
  }
  const meer = await roep('meer.yaml')
  assert.equal(meer.code, 0, meer.fout)
  assert.match(meer.uit, /Vooruit: [1-9].*\nAchteruit: 0 huishoudens, samen €\s0 /)
  assert.match(readFileSync(join(map, 'uitkomst/groepen.csv'), 'utf8'), /^groep,code.*\r\nland,nederland/)
  // Asked again it takes what was done.
  assert.deepEqual(await roep('meer.yaml'), meer)

  const fout = await roep('fout.yaml')
  assert.equal(fout.code, 1)
  assert.match(fout.fout, /^fout\.yaml:9:\d+ .* — /)

  assert.equal((await roep('zorgtoeslag@ooit')).code, 2)
  assert.match((await roep('zorgtoeslag@2026-01-01')).uit, /Er verandert niets/)
})
