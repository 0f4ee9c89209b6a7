import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesLogins } from '../src/app-medewerkers.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { type Medewerkerinstelling, PlatformError } from '../src/platform/index.ts'
import { beleid, medewerkerrollen, rollenBuitenOverheid } from '../src/toegang/index.ts'

const corpus = { huidig: proefcorpus }

const login = (organisatie: string, rollen: Readonly<Record<string, string>>): Medewerkerinstelling => ({
  organisatie,
  uitgever: new URL('https://login.example'),
  client: 'voordeur',
  geheim: 'geheim',
  scope: 'profile',
  niveaus: ['urn:twee'],
  claims: { organisatie: 'org', rollen: 'rollen', medewerker: 'sub', naam: 'name' },
  organisatiewaarde: organisatie,
  rollen,
})

test('who is no government hands out no role that opens the data of anybody, and every fault is named', () => {
  const gelezen = leesLogins(
    [login('svb', { KCC: 'klantcontact' }), login('bank', { A: 'adviseur' })],
    corpus,
  )
  assert.deepEqual([...(gelezen[0]?.rollen ?? [])], [['KCC', 'klantcontact']])
  assert.throws(
    () =>
      leesLogins(
        [
          login('bank', { A: 'balie' }),
          login('bibliotheek', { A: 'behandelaar' }),
          login('svb', { A: 'koning' }),
          login('nergens', {}),
        ],
        corpus,
      ),
    (fout: unknown) => {
      assert.ok(fout instanceof PlatformError && fout.code === 'configuratie-ongeldig')
      for (const woord of ['bank is geen overheid', 'bibliotheek is geen', 'koning', 'nergens'])
        assert.match(fout.message, new RegExp(woord))
      return true
    },
  )
})

test('every role of the policy and of the register exists, and those outside government see nobody', () => {
  const bestaat = (rol: string) => (medewerkerrollen as readonly string[]).includes(rol)
  const inRegister = [...proefcorpus().verwerkingen.values()].flatMap(({ rollen }) => rollen)
  const inBeleid = beleid.flatMap(({ rollen }) => rollen ?? [])
  assert.deepEqual(
    [...inRegister, ...inBeleid].filter((rol) => !bestaat(rol)),
    [],
  )
  const overIemand = beleid.filter(({ wie, doelen }) => wie === 'medewerker' && doelen !== undefined)
  for (const { id, rollen } of overIemand)
    assert.deepEqual(
      rollenBuitenOverheid.filter((rol) => rollen?.includes(rol)),
      [],
      id,
    )
})
