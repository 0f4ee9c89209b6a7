import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opVolgorde } from './vraagstelling.ts'

const kandidaat = (pad: string) => ({
  pad: `/huishouden/${pad}`,
  feit: pad.split('/').at(-1) ?? '',
  score: 1,
  regelingen: [],
})
const paden = (lijst: readonly { readonly pad: string }[]) => lijst.map(({ pad }) => pad.slice(12))

test('first the groups, one after the other; the rest stays as it is', () => {
  const kandidaten = [
    'woning/warmtepomp_soort',
    'aanvrager/vermogen',
    'kinderen/1/geboortedatum',
    'partner',
    'aanvrager/toetsingsinkomen',
    'kinderen/0/opvang/0/soort',
    'kinderen/0/geboortedatum',
    'aanvrager/geboortedatum',
  ].map(kandidaat)
  const eerst = [
    ['aanvrager.geboortedatum'],
    ['partner'],
    ['kinderen.geboortedatum'],
    ['aanvrager.toetsingsinkomen', 'aanvrager.vermogen'],
  ]
  assert.deepEqual(paden(opVolgorde(kandidaten, eerst)), [
    'aanvrager/geboortedatum',
    'partner',
    'kinderen/1/geboortedatum',
    'kinderen/0/geboortedatum',
    'aanvrager/vermogen',
    'aanvrager/toetsingsinkomen',
    'woning/warmtepomp_soort',
    'kinderen/0/opvang/0/soort',
  ])
  assert.deepEqual(opVolgorde(kandidaten, []), kandidaten)
})

test('a fact of a child is not the same fact of somebody else, and childcare has its own name', () => {
  const kandidaten = ['partner/geboortedatum', 'kinderen/0/soort', 'kinderen/0/opvang/0/soort'].map(kandidaat)
  assert.deepEqual(paden(opVolgorde(kandidaten, [['kinderen.geboortedatum'], ['opvang.soort']])), [
    'kinderen/0/opvang/0/soort',
    'partner/geboortedatum',
    'kinderen/0/soort',
  ])
})
