import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PlatformError } from '../platform/index.ts'
import type { Opdracht } from './opdracht.ts'
import { opdrachten as echte } from './opdrachten.ts'
import { voerOpdrachtUit } from './voer-uit.ts'

const opdrachten: readonly Opdracht[] = [
  {
    naam: 'regeling controleer',
    argumenten: ['<bestand.yaml>'],
    uitleg: 'controleert',
    laad: async () => ({
      voerUit: async ([bestand], { uit }) => {
        if (bestand === 'weg') throw new PlatformError('niet-gevonden', { detail: 'weg bestaat niet' })
        uit(`goed: ${bestand}`)
        return 0
      },
    }),
  },
]

async function typ(...getypt: string[]) {
  const uit: string[] = []
  const fout: string[] = []
  const wereld = {
    uit: (t: string) => uit.push(t),
    fout: (t: string) => fout.push(t),
    omgeving: {},
    werkmap: '/',
  }
  const code = await voerOpdrachtUit(getypt, opdrachten, wereld)
  return { code, uit: uit.join('\n'), fout: fout.join('\n') }
}

test('a command gets its arguments', async () => {
  assert.deepEqual(await typ('regeling', 'controleer', 'a.yaml'), { code: 0, uit: 'goed: a.yaml', fout: '' })
})

test('who types something wrong sees what can be typed, on standard error', async () => {
  for (const getypt of [
    ['rekenen'],
    ['regeling'],
    ['regeling', 'controleer'],
    ['regeling', 'controleer', 'a', 'b'],
  ]) {
    const { code, uit, fout } = await typ(...getypt)
    assert.deepEqual([code, uit], [2, ''])
    assert.match(fout, /regeling controleer <bestand.yaml>/)
  }
  assert.equal((await typ('help')).code, 0)
  assert.equal((await typ()).code, 2)
})

test('half a name shows what goes on from there, and nothing else', async () => {
  const uit: string[] = []
  const wereld = { uit: () => {}, fout: (tekst: string) => void uit.push(tekst), omgeving: {}, werkmap: '/' }
  assert.equal(await voerOpdrachtUit(['bron'], echte, wereld), 2)
  assert.match(uit.join(), /bron zet <bestand.json>/)
  assert.doesNotMatch(uit.join(), /regeling controleer/)
})

test('an operating error is a sentence and exit code 1', async () => {
  const { code, fout } = await typ('regeling', 'controleer', 'weg')
  assert.equal(code, 1)
  assert.match(fout, /weg bestaat niet/)
})

test('every command can be loaded', async () => {
  for (const { naam, laad } of echte) assert.equal(typeof (await laad()).voerUit, 'function', naam)
})

test('an argument between brackets may be left out, one without may not', async () => {
  const gekregen: (readonly string[])[] = []
  const metKeuze: readonly Opdracht[] = [
    {
      naam: 'trek-in',
      argumenten: ['<id>', '[vanaf]'],
      uitleg: 'trekt in',
      laad: async () => ({
        voerUit: async (argumenten) => {
          gekregen.push(argumenten)
          return 0
        },
      }),
    },
  ]
  const wereld = { uit: () => {}, fout: () => {}, omgeving: {}, werkmap: '/' }
  const codes = []
  for (const getypt of [['a'], ['a', 'b'], [], ['a', 'b', 'c']])
    codes.push(await voerOpdrachtUit(['trek-in', ...getypt], metKeuze, wereld))
  assert.deepEqual(codes, [0, 0, 2, 2])
  assert.deepEqual(gekregen, [['a'], ['a', 'b']])
})
