import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import { maakProefmap } from '../store/proefdatabank.ts'
import { inEigenDatabank } from './archief.ts'
import { voerUit as lijst } from './regeling-lijst.ts'

test('a database of your own is named by its host, without user or password', () => {
  const zin = (url: string) => inEigenDatabank(new URL(url))
  assert.equal(
    zin('postgres://jan:geheim@db.example:5433/voordeur'),
    'In de databank voordeur op db.example:5433:',
  )
  assert.equal(
    zin('postgres:///voordeur?host=/run/postgresql'),
    'In de databank voordeur op /run/postgresql:',
  )
})

test('who makes an empty database by accident hears so, the second time no longer', async (t) => {
  const map = maakProefmap()
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const vraag = async () => {
    const uit: string[] = []
    const fout: string[] = []
    await lijst([], {
      uit: (tekst) => uit.push(tekst),
      fout: (tekst) => fout.push(tekst),
      omgeving: { VOORDEUR_DATA: map },
      werkmap: map,
    })
    return { uit, fout: fout.join('\n') }
  }
  const eerst = await vraag()
  assert.equal(eerst.uit[0], `In de databank in ${map}:`)
  assert.match(eerst.fout, /^Deze databank is nieuw: .*VOORDEUR_DATA of DATABASE_URL/)
  assert.equal((await vraag()).fout, '')
})
