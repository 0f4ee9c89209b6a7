import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heeftNietDigitaalKanaal } from './kanalen.ts'
import { proefcorpus } from './proefcorpus.ts'
import { regelingverbanden } from './verband.ts'
import { verdeelWegen } from './wegen.ts'

const geladen = proefcorpus()
const { engine, gebeurtenissen, organisaties } = geladen

test('every step of every event can be done by who has no computer', () => {
  const zonder = [...gebeurtenissen.values()].flatMap(({ id, stappen }) =>
    stappen
      .filter(
        ({ organisatie, kanalen }) =>
          !heeftNietDigitaalKanaal(verdeelWegen(organisaties.get(organisatie)?.kanalen, kanalen).doen),
      )
      .map((stap) => `${id}: ${stap.id}`),
  )
  assert.deepEqual(zonder, [])
  assert.ok([...gebeurtenissen.values()].flatMap(({ stappen }) => stappen).length > 150)
})

test('every version of every scheme can be asked for by who has no computer', () => {
  const eigen = engine.wetten.filter(({ soort, vultIn }) => soort !== 'gedeeld' && vultIn === undefined)
  const wegen = ({ uitvoerder, kanalen }: (typeof eigen)[number]['info']) =>
    verdeelWegen(organisaties.get(uitvoerder)?.kanalen, kanalen)
  const zonder = eigen.filter(({ info }) => !heeftNietDigitaalKanaal(wegen(info).doen))
  assert.deepEqual(
    zonder.map(({ id, info }) => `${id} ${info.vanaf}`),
    [],
  )
  assert.ok(eigen.length > 90)
})

test('schemes and life events name each other on both sides', () => {
  const eenzijdig = [...regelingverbanden(engine, gebeurtenissen)].flatMap(
    ([id, { alleenRegeling, alleenGebeurtenis }]) => [
      ...alleenRegeling.map((naam) => `${naam} does not name ${id}`),
      ...alleenGebeurtenis.map((naam) => `${id} does not name ${naam}`),
    ],
  )
  assert.deepEqual(eenzijdig, [])
})

test('every scheme belongs to a life event, so that nobody must know its name', () => {
  const los = [...regelingverbanden(engine, gebeurtenissen)].filter(([, { beide }]) => beide.length === 0)
  assert.deepEqual(
    los.map(([id]) => id),
    [],
  )
})

test('a name on one side is found, whichever side it is', () => {
  const kind = gebeurtenissen.get('kind-krijgen')
  assert.ok(kind)
  const zonder = { ...kind, regelingen: [], stappen: [] }
  const verband = regelingverbanden(engine, new Map([['kind-krijgen', zonder]])).get('kinderbijslag')
  assert.ok(verband?.alleenRegeling.includes('kind-krijgen'))
  const vreemd = { ...zonder, id: 'iets-anders', regelingen: ['kinderbijslag'] }
  const ander = regelingverbanden(engine, new Map([['iets-anders', vreemd]])).get('kinderbijslag')
  assert.deepEqual(ander?.alleenGebeurtenis, ['iets-anders'])
})
