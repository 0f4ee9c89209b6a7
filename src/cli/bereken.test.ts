import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { api } from '../api/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { createKern } from '../platform/http/index.ts'
import { stilLog } from '../platform/index.ts'
import { berekenMet } from './bereken.ts'

const VRAAG = JSON.stringify({
  datum: '2026-03-01',
  huishouden: {
    aanvrager: { geboortedatum: '1990-05-01', zorgverzekerd: true, toetsingsinkomen: 2_950_000, vermogen: 0 },
    partner: null,
    kinderen: [],
    medebewoners: [],
    woning: { gemeente: 'GM0363' },
  },
  regelingen: ['zorgtoeslag'],
})

describe('voordeur bereken', () => {
  let map: string
  before(async () => {
    map = await mkdtemp(join(tmpdir(), 'voordeur-bereken-'))
  })
  after(() => rm(map, { recursive: true }))

  async function voer(bestand: string, invoer = ''): Promise<{ code: number; uit: string; fout: string }> {
    const uit: string[] = []
    const fout: string[] = []
    const wereld = {
      uit: (t: string) => uit.push(t),
      fout: (t: string) => fout.push(t),
      omgeving: {},
      werkmap: map,
    }
    const code = await berekenMet(async () => Buffer.from(invoer))([bestand], wereld)
    return { code, uit: uit.join('\n'), fout: fout.join('\n') }
  }

  it('gives the answer of the interface, from a file and from standard input', async () => {
    await writeFile(join(map, 'vraag.json'), VRAAG)
    const geladen = proefcorpus()
    const { engine } = geladen
    const kern = createKern({ log: stilLog })
    kern.register(api, {
      log: stilLog,
      corpus: () => engine,
      gebeurtenissen: () => new Map(),
      organisaties: () => new Map(),
      nu: () => new Date('2026-03-01T09:00:00+01:00'),
    })
    const antwoord = await kern.inject({
      method: 'POST',
      url: '/api/v1/berekeningen',
      headers: { 'content-type': 'application/json' },
      payload: VRAAG,
    })
    for (const { code, uit, fout } of [await voer('vraag.json'), await voer('-', VRAAG)]) {
      assert.equal(code, 0)
      assert.equal(fout, '')
      assert.deepEqual(JSON.parse(uit), antwoord.json())
    }
  })

  it('names every fault on standard error, and nothing on standard output', async () => {
    const { code, uit, fout } = await voer(
      '-',
      VRAAG.replace('2026-03-01', '2026-02-30').replace('2950000', '-5.5'),
    )
    assert.equal(code, 1)
    assert.equal(uit, '')
    assert.match(fout, /staan 2 fouten/)
    assert.match(fout, /\/datum\n {2}.*\n {2}gegeven: {2}"2026-02-30"\n {2}verwacht: een datum/)
    assert.match(fout, /\/huishouden\/aanvrager\/toetsingsinkomen/)
    assert.equal((await voer('-', '')).code, 1)
    assert.equal((await voer('-', '{')).code, 1)
  })

  it('who asks for a scheme that is only published, hears that files alone count', async () => {
    const { code, fout } = await voer('-', VRAAG.replace('["zorgtoeslag"]', '["huurbijdrage"]'))
    assert.equal(code, 1)
    assert.match(fout, /bereken kent alleen bestanden/)
    assert.doesNotMatch((await voer('-', '{')).fout, /alleen bestanden/)
  })

  it('a file that is not there is a wrong command', async () => {
    const { code, fout } = await voer('nergens.json')
    assert.equal(code, 2)
    assert.match(fout, /nergens\.json: Dit bestand bestaat niet\.$/)
  })
})
