import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOrganisatieId } from '../../domain/index.ts'
import { type Belgesprek, beginGesprek, doeInGesprek } from './belgesprek.ts'
import { createMediabrug, type Telefoonlijn, type Telefoonnieuws } from './mediabrug.ts'

const gemeente = parseOrganisatieId('gemeente-rotterdam') ?? assert.fail()
const plek = { ip: '192.0.2.1', poort: 4000 }
const nummer = '+31101234567'

/** A mixer that makes room when it is told to, and a line that writes down what it is asked. */
function maak({ verwacht = true, neemtAan = true } = {}) {
  const gedaan: string[] = []
  const fouten: unknown[] = []
  let [maakRuimte, raakKwijt, hoor] = [() => {}, () => {}, (() => {}) as Parameters<Telefoonlijn['bel']>[2]]
  const is = { verwacht, spreekt: async () => {} }
  const ruimte = () => new Promise<void>((klaar) => (maakRuimte = klaar))
  const been = (wie: string) => ({
    weg: async () => {
      gedaan.push(`${wie} los`)
    },
  })
  const brug = createMediabrug({
    menger: {
      neemBrowser: async (_gesprek, sdp) => {
        await ruimte()
        return { sdp: `antwoord op ${sdp}`, ...been(sdp) }
      },
      neemTelefoon: async (_gesprek, kwijt) => {
        raakKwijt = kwijt
        await ruimte()
        return { hoort: plek, spreekTegen: () => is.spreekt(), ...been('menger') }
      },
      ruimOp: async () => {},
    },
    lijn: {
      bel: (_nummer, _hoort, luister) => {
        hoor = luister
        gedaan.push('belt')
        return { hangOp: () => void gedaan.push('hangt op') }
      },
      hangOp: (van) => void gedaan.push(`hangt ${van} op`),
    },
    meld: async (_gesprek, _deelnemer, hoe) => {
      gedaan.push(hoe)
      return hoe !== 'opgenomen' || neemtAan
    },
    leeft: async () => is.verwacht,
    klacht: (fout) => fouten.push(fout),
  })
  const rust = () => new Promise((klaar) => setImmediate(klaar))
  const bel = async () => {
    const af = brug.bel?.('g', 't', nummer) ?? assert.fail()
    maakRuimte()
    await af
  }
  return {
    ...{ brug, gedaan, fouten, is, rust, bel },
    ruimte: () => maakRuimte(),
    kwijt: () => raakKwijt(),
    hoor: async (nieuws: Telefoonnieuws) => {
      hoor(nieuws, nieuws === 'opgenomen' ? plek : undefined)
      await rust()
    },
  }
}

function gesprek(...daarna: readonly Parameters<typeof doeInGesprek>[1][]): Belgesprek {
  const begin = beginGesprek(
    { id: 'g', door: { id: 'a', partij: { soort: 'medewerker', organisatie: gemeente, medewerker: 'm' } } },
    0,
  )
  const telefoon = { soort: 'telefoon', als: 'inwoner' } as const
  const opdrachten = [{ soort: 'roep-erbij', door: 'a', id: 't', partij: telefoon } as const, ...daarna]
  return opdrachten.reduce((nu, opdracht) => {
    const uit = doeInGesprek(nu, opdracht, 1)
    return uit.status === 'ok' ? uit.gesprek : assert.fail(uit.reden)
  }, begin)
}
const neemtOp = { soort: 'neem-op', deelnemer: 't', wie: { lijn: undefined } } as const
const hangtOp = { soort: 'ga-weg', deelnemer: 'a' } as const

test('who hangs up while the mixer makes room lets nobody be rung', async () => {
  const { brug, gedaan, ruimte } = maak()
  const af = brug.bel?.('g', 't', nummer)
  brug.isGewijzigd(gesprek(hangtOp))
  ruimte()
  await af
  assert.deepEqual(gedaan, ['menger los'])
})

test('nobody is rung who is not expected, also when no notice of that came', async () => {
  const { gedaan, bel } = maak({ verwacht: false })
  await bel()
  assert.deepEqual(gedaan, ['menger los'])
})

test('a telephone that answers after it was given up is hung up at once', async () => {
  const { gedaan, bel, hoor } = maak({ neemtAan: false })
  await bel()
  await hoor('opgenomen')
  assert.deepEqual(gedaan.slice(0, 4), ['belt', 'opgenomen', 'hangt op', 'menger los'])
})

test('a telephone that the mixer cannot speak to is let go, and said not to be reached', async () => {
  const { gedaan, bel, hoor, is, fouten } = maak()
  is.spreekt = () => Promise.reject(new Error('janus zweeg'))
  await bel()
  await hoor('opgenomen')
  assert.deepEqual(
    [gedaan.includes('hangt op'), gedaan.includes('niet-bereikt'), fouten.length],
    [true, true, 1],
  )
})

test('sound of a telephone that moves is followed, and it answers once', async () => {
  const { gedaan, bel, hoor } = maak()
  await bel()
  await hoor('opgenomen')
  await hoor('opgenomen')
  assert.deepEqual(gedaan, ['belt', 'opgenomen'])
})

test('a telephone goes when it is not in the call, when the mixer lost it, and when it is expected no more', async () => {
  const eindes: readonly ((een: ReturnType<typeof maak>) => unknown)[] = [
    ({ brug }) => brug.isGewijzigd(gesprek(neemtOp, hangtOp)),
    ({ kwijt }) => kwijt(),
    ({ is, brug }) => {
      is.verwacht = false
      return brug.houdVast()
    },
  ]
  for (const eindig of eindes) {
    const een = maak()
    await een.bel()
    await een.hoor('opgenomen')
    await een.brug.houdVast()
    assert.equal(een.gedaan.includes('hangt op'), false)
    await eindig(een)
    await een.rust()
    assert.deepEqual(een.gedaan.slice(2, 4), ['hangt op', 'menger los'])
  }
})

test('a node that stops says of its telephones that they are gone', async () => {
  const { brug, gedaan, bel, hoor } = maak()
  await bel()
  await hoor('opgenomen')
  await brug.sluit()
  assert.deepEqual(gedaan.slice(2), ['hangt op', 'menger los', 'opgehangen', 'niet-bereikt'])
})

test('a browser comes to the mixer only while a telephone is in its call, and nothing stays of who left meanwhile', async () => {
  const { brug, gedaan, ruimte, rust } = maak()
  assert.equal(await brug.meng(gesprek(), { deelnemer: 'a', weg: 'w1' }, 'x'), undefined)
  assert.equal(await brug.meng(gesprek(neemtOp), { deelnemer: 'z', weg: 'w1' }, 'x'), undefined)
  const eerst = brug.meng(gesprek(neemtOp), { deelnemer: 'a', weg: 'w1' }, 'x')
  ruimte()
  assert.equal(await eerst, 'antwoord op x')
  const later = brug.meng(gesprek(neemtOp), { deelnemer: 'a', weg: 'w2' }, 'y')
  brug.isGewijzigd(gesprek(neemtOp, hangtOp))
  ruimte()
  assert.equal(await later, undefined)
  await rust()
  assert.deepEqual(gedaan, ['x los', 'y los'])
})
