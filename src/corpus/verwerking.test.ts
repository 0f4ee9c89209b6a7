import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { grensVan, type Verwerkingsregister } from '../audit/index.ts'
import { beleid } from '../toegang/index.ts'
import { bronBestand } from './bestand.ts'
import { verwerkingsregister } from './index.ts'
import { proefcorpus } from './proefcorpus.ts'
import { leesVerwerking } from './verwerking.ts'
import { leesYaml } from './yaml.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')

function register() {
  const geladen = proefcorpus()
  return verwerkingsregister(geladen.verwerkingen)
}

test('the shipped register holds what the product does, and each term can be carried out', () => {
  // That it fits what audit asks is checked by the compiler here.
  const gelezen: Verwerkingsregister = register()
  const ids = gelezen.alle().map(({ id }) => id)
  for (const id of ['inloggen', 'eigen-gegevens-tonen', 'inkomen-tonen', 'rechten-invullen', 'terugmelding'])
    assert.ok(ids.includes(id), id)
  for (const { bewaren } of gelezen.alle()) {
    const grens = grensVan(bewaren, new Date('2026-03-01T00:00:00Z'))
    assert.ok(grens < new Date('2026-03-01T00:00:00Z'))
  }
  const regels = gelezen.alle().map(({ bewaren }) => bewaren.regel)
  assert.equal(new Set(regels).size, regels.length, 'a rule of retention belongs to one activity')
})

test('every purpose of the policy is in the register, for who it is for', () => {
  const { vind } = register()
  for (const { id, doelen = [], wie, rollen = [] } of beleid) {
    for (const doel of doelen) {
      const activiteit = vind(doel)
      assert.ok(activiteit, `${id}: ${doel}`)
      assert.ok(
        wie === 'iedereen' || wie === 'genodigde' || activiteit.door.includes(wie),
        `${id}: ${doel} is niet voor ${wie}`,
      )
      for (const rol of rollen)
        assert.ok(activiteit.rollen.includes(rol), `${id}: ${doel} kent geen rol ${rol}`)
    }
  }
})

test('what an author gets wrong is named, at its place', () => {
  const goed = readFileSync(join(CORPUS, 'verwerkingen/machtiging-registreren.yaml'), 'utf8')
  const codes = (tekst: string) => {
    const gelezen = leesYaml(bronBestand('verwerkingen/machtiging-registreren.yaml', tekst))
    assert.ok(gelezen.ok)
    return leesVerwerking(gelezen.document, { talen: ['nl', 'en', 'pap'] }).fouten.map(({ code }) => code)
  }
  assert.deepEqual(codes(goed), [])
  for (const [van, naar, code] of [
    ['termijn: P5Y', 'termijn: 5 jaar', 'verwerking-termijn'],
    ['termijn: P5Y', 'termijn: P0D', 'verwerking-termijn'],
    ['onder e', 'onder z', 'verwerking-grondslag'],
    ['door: [inwoner', 'door: [buurman', 'waarde-onbekend'],
    ['rollen: [balie]', 'rollen: []', 'verwerking-rollen'],
    ['versie: 2', 'versie: een', 'verwerking-versie'],
    ['id: machtiging-registreren', 'id: machtiging', 'verwerking-naam'],
    ['ontvangers: [uitvoerder]', 'ontvangers: uitvoerder', 'veld-geen-lijst'],
    ['ontvangers:', 'ontvanger:', 'veld-onbekend'],
  ] as const) {
    assert.ok(goed.includes(van), van)
    assert.ok(codes(goed.replace(van, naar)).includes(code), naar)
  }
  assert.deepEqual(codes(goed.replace(/^ {2}pap: .*\n/m, '')), ['veld-ontbreekt'])
})

test('whoever may fetch a household may write it down for who came along', () => {
  const { verwerkingen } = proefcorpus()
  const mee = verwerkingen.get('meegekomen-gegevens')
  assert.ok(mee)
  const metAnderen = [...verwerkingen.values()].filter(({ gegevens }) =>
    ['naam', 'partner', 'kinderen', 'huishouden', 'vertegenwoordiging'].some((soort) =>
      gegevens.includes(soort),
    ),
  )
  assert.ok(metAnderen.some(({ door }) => door.includes('medewerker')))
  for (const { id, door, rollen } of metAnderen.filter((een) => een.id !== 'medewerker-inloggen')) {
    assert.deepEqual(
      door.filter((wie) => !mee.door.includes(wie)),
      [],
      id,
    )
    assert.deepEqual(
      rollen.filter((rol) => !mee.rollen.includes(rol)),
      [],
      id,
    )
  }
})
