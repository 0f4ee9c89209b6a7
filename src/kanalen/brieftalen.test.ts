import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ookInTalen } from './brieftalen.ts'

const eigen = ['Mevrouw Curiel', 'Kaya Grandi 4', 'Kralendijk', 'Bonaire']

test('a letter to Bonaire is in Dutch and Papiamentu, whichever somebody chose first', () => {
  assert.deepEqual(ookInTalen({ regels: [], gebied: 'bonaire' }, 'nl'), ['pap'])
  assert.deepEqual(ookInTalen({ regels: [], gebied: 'bonaire' }, 'pap'), ['nl'])
  assert.deepEqual(ookInTalen({ regels: [], gebied: 'bonaire' }, 'en'), ['nl', 'pap'])
  assert.deepEqual(ookInTalen({ regels: eigen }, 'nl'), ['pap'])
  assert.deepEqual(ookInTalen({ regels: [...eigen, 'Caribisch Nederland'] }, 'nl'), ['pap'])
})

test('of any other place nothing is established, and a street or a name is no place', () => {
  for (const gebied of ['saba', 'sint-eustatius', 'GM0363'])
    assert.deepEqual(ookInTalen({ regels: eigen, gebied }, 'nl'), [])
  for (const regels of [
    ['Mevrouw Bonaire', 'Dorpsstraat 1', '1234 AB Dorp'],
    ['Mevrouw An', 'Bonaire 12', '1234 AB Dorp'],
    ['Mevrouw An', 'Dorpsstraat 1', '1234 AB Bonaire'],
    ['Mevrouw An', 'Bonairestraat 12', 'Saba'],
    [],
  ])
    assert.deepEqual(ookInTalen({ regels }, 'nl'), [])
})
