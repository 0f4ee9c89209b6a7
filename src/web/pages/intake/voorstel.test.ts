import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vindOrganisatie } from '../../../corpus/index.ts'
import { proefcorpus } from '../../../corpus/proefcorpus.ts'
import type { Treffer } from '../../../zoeken/index.ts'
import { voorstellen } from './voorstel.ts'

const corpus = proefcorpus()
const gebieden = ['GM0599', 'nederland']
const waar = {
  corpus,
  datum: '2026-03-02',
  gebieden,
  organisatieBij: (id: string) => vindOrganisatie(corpus.organisaties, id, gebieden),
}
const gevonden = (soort: Treffer['soort'], id: string, door: readonly string[]): Treffer => ({
  soort,
  id,
  ouder: undefined,
  titel: id,
  kort: '',
  gebied: undefined,
  door,
})

test('each proposal says why: by which words, of which event, for which scheme', () => {
  const rij = voorstellen(
    [
      gevonden('gebeurtenis', 'overlijden', ['overleden', 'weet']),
      gevonden('regeling', 'huurtoeslag', ['huurtoeslag', 'weet']),
    ],
    waar,
  )
  const bij = (keuze: string) => rij.find((een) => een.keuze === keuze)
  // «weet» led to everything, and so to nothing.
  assert.deepEqual(bij('gebeurtenis:overlijden')?.redenen, [{ soort: 'woorden', woorden: ['overleden'] }])
  assert.deepEqual(
    bij('regeling:huurtoeslag')?.redenen.map(({ soort }) => soort),
    ['woorden', 'bij'],
  )
  assert.ok(bij('regeling:anw')?.redenen.some(({ soort }) => soort === 'bij'))
  assert.ok(bij('organisatie:dienst-toeslagen')?.redenen.some(({ soort }) => soort === 'voert-uit'))
  // The body of the place, and not «your municipality».
  assert.ok(bij('organisatie:gemeente-GM0599'))
  assert.equal(bij('organisatie:gemeente'), undefined)
  assert.ok(rij.every(({ redenen }) => redenen.length > 0 && redenen.length <= 2))
})

test('what is only for another place is no proposal; nothing found is nothing proposed', () => {
  const rij = voorstellen(
    [
      gevonden('regeling', 'stadspas-amsterdam', ['stadspas']),
      gevonden('organisatie', 'gemeente-GM0363', ['amsterdam']),
    ],
    waar,
  )
  assert.deepEqual(rij, [])
  assert.deepEqual(voorstellen([], waar), [])
})
