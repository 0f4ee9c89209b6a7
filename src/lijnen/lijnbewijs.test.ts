import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beloftebewijs, nagekomenbewijs } from './lijnbewijs.ts'
import { belt, proefrij, proefteam } from './proeflijn.ts'

const team = proefteam()
const teams = new Map([[team.id, team]])

/** What of each step is proof. */
function opstelling() {
  const rij = proefrij([team])
  const na = (doe: () => void) => {
    const [was, vanaf] = [rij.stand, rij.voorvallen.length]
    doe()
    return beloftebewijs(was, rij.voorvallen.slice(vanaf), teams)
  }
  const minuten = (doel: number) => rij.later((doel - rij.nu.getTime()) / 60_000)
  const belofte = () => rij.stand.afgesproken[0]?.toezegging ?? rij.stand.wachtenden[0]?.toezegging
  return { rij, na, minuten, belofte }
}

test('a promise is proof when it is made, when it is kept and when it is missed, at the organisation of the team', () => {
  const { rij, na, minuten, belofte } = opstelling()
  assert.deepEqual(
    na(() => rij.doe(belt('een'))),
    [],
  )
  const [gemaakt] = na(() => rij.doe({ soort: 'kies-terugbellen', beller: 'een' }))
  const eerst = belofte()
  assert.ok(eerst)
  const begin = new Date(eerst.beginMs).toISOString()
  assert.deepEqual(
    [gemaakt?.onderwerp, gemaakt?.soort, gemaakt?.codes, gemaakt?.inhoud],
    [
      'organisatie:gemeente-GM0001',
      'terugbellen-toegezegd',
      { beller: 'een', team: team.id, begin, keer: 1, waarom: 'gevraagd' },
      undefined,
    ],
  )
  assert.deepEqual(
    na(() => minuten(eerst.beginMs)),
    [],
  )
  const [gemist] = na(() => minuten(eerst.uiterlijkMs))
  const nieuw = belofte()
  assert.ok(nieuw)
  assert.deepEqual(
    [gemist?.soort, gemist?.codes],
    [
      'terugbellen-gemist',
      { beller: 'een', team: team.id, begin, keer: 1, nieuw: new Date(nieuw.beginMs).toISOString() },
    ],
  )
  // Chosen by the queue is not called yet.
  assert.deepEqual(
    na(() => rij.doe({ soort: 'meld-aan', plek: 'p1', teams: [team.id] })),
    [],
  )
  const gesprek = rij.stand.plekken[0]?.gesprek
  assert.ok(gesprek)
  const nagekomen = (opMs: number) => nagekomenbewijs(gesprek, team.organisatie, opMs)
  assert.deepEqual(
    [nagekomen(nieuw.uiterlijkMs)?.soort, nagekomen(nieuw.uiterlijkMs)?.codes.keer],
    ['terugbellen-nagekomen', 2],
  )
  assert.equal(nagekomen(nieuw.uiterlijkMs + 1), undefined)
})

test('a promise that is not wanted any more ends as such, and a call without one is no proof', () => {
  const { rij, na } = opstelling()
  rij.doe(belt('een'))
  rij.doe({ soort: 'kies-terugbellen', beller: 'een' })
  assert.deepEqual(
    na(() => rij.doe({ soort: 'verlaat', beller: 'een' })).map(({ soort, codes }) => [soort, codes.waarom]),
    [['terugbellen-vervallen', 'ingetrokken']],
  )
  rij.doe(belt('twee'))
  assert.deepEqual(
    na(() => rij.doe({ soort: 'verlaat', beller: 'twee' })),
    [],
  )
})
