import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrpPersoon } from './haal-centraal.ts'
import { meegekomenMet } from './meegekomen.ts'

const [ik, partner, kind, oma, ex, vader] = ['1', '2', '3', '4', '5', '6'].map((n) => n.repeat(9)) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const bewoner = (burgerservicenummer: string) => ({ burgerservicenummer })
const noor: BrpPersoon = {
  burgerservicenummer: ik,
  gemeenteVanInschrijving: { code: '0599' },
  naam: { voornamen: 'Noor', voorvoegsel: 'de', geslachtsnaam: 'Vries' },
}
const wie = (persoon: BrpPersoon, ...bewoners: string[]) =>
  meegekomenMet(persoon, bewoners.map(bewoner), 'nee').map(({ nummer, relatie, naam }) => [
    nummer,
    relatie,
    naam,
  ])

test('a partner and a child read who it was; who only lives there reads that, and no name', () => {
  const persoon = { ...noor, partners: [bewoner(partner)], kinderen: [bewoner(kind)] }
  assert.deepEqual(wie(persoon, ik, partner, oma), [
    [partner, 'partner', 'Noor de Vries'],
    [kind, 'ouder', 'Noor de Vries'],
    [oma, 'medebewoner', undefined],
  ])
  const [eerste, tweede, derde] = meegekomenMet(persoon, [ik, partner, oma].map(bewoner), 'nee')
  assert.deepEqual(eerste?.gegevens, ['naam', 'geboortedatum', 'partner', 'huishouden'])
  assert.deepEqual(tweede?.gegevens, ['naam', 'geboortedatum'])
  assert.deepEqual(derde?.gegevens, ['geboortedatum', 'huishouden'])
})

test('only a partner who is registered at the same address hears more than that it happened', () => {
  const persoon = { ...noor, partners: [bewoner(partner)], kinderen: [bewoner(kind)] }
  const thuis = (...bewoners: string[]) =>
    meegekomenMet(persoon, bewoners.map(bewoner), 'nee').flatMap(({ nummer, isPartnerThuis }) =>
      isPartnerThuis ? [nummer] : [],
    )
  assert.deepEqual(thuis(ik, partner, kind, oma), [partner])
  assert.deepEqual(thuis(ik, kind), [])
  assert.deepEqual(thuis(), [])
})

test('without a name in the answer nobody reads one', () => {
  const { naam: _, ...zonder } = noor
  assert.deepEqual(wie({ ...zonder, partners: [bewoner(partner)] }), [[partner, 'partner', undefined]])
})

test('a partner of before and who only shares custody read nothing about the other, unless they live there', () => {
  const voorbij = { ...bewoner(ex), ontbindingHuwelijkPartnerschap: {} }
  const gezag = [
    {
      type: 'GezamenlijkOuderlijkGezag',
      minderjarige: bewoner(kind),
      ouders: [bewoner(ik), bewoner(vader)],
    },
  ]
  const persoon = { ...noor, partners: [voorbij], kinderen: [bewoner(kind)], gezag }
  assert.deepEqual(wie(persoon), [
    [kind, 'ouder', 'Noor de Vries'],
    [ex, 'afgeschermd', undefined],
    [vader, 'afgeschermd', undefined],
  ])
  assert.deepEqual(wie(persoon, ik, ex)[1], [ex, 'medebewoner', undefined])
  assert.deepEqual(meegekomenMet(persoon, [], 'nee')[0]?.gegevens, ['naam', 'geboortedatum', 'gezag'])
})

test('who has custody of the person it is about reads that it was their child', () => {
  const gezag = [{ type: 'EenhoofdigOuderlijkGezag', minderjarige: bewoner(ik), ouder: bewoner(vader) }]
  assert.deepEqual(wie({ ...noor, gezag }), [[vader, 'kind', undefined]])
})

test('of somebody who asked for secrecy nobody reads anything but who is registered at the same address', () => {
  const persoon = {
    ...noor,
    geheimhoudingPersoonsgegevens: true,
    partners: [bewoner(partner)],
    kinderen: [bewoner(kind)],
  }
  assert.deepEqual(wie(persoon, ik, kind), [
    [partner, 'afgeschermd', undefined],
    [kind, 'ouder', 'Noor de Vries'],
  ])
  // When who lives there was not to be seen, nobody is known to live there.
  assert.deepEqual(
    wie(persoon).map(([, relatie]) => relatie),
    ['afgeschermd', 'afgeschermd'],
  )
})

test('who has no number in the register is nobody we could write it down for', () => {
  assert.deepEqual(wie({ ...noor, partners: [{}], kinderen: [{}] }), [])
})

test('where nobody can say that it is no secret, who lives elsewhere reads nothing', () => {
  const persoon = { ...noor, partners: [bewoner(partner)], kinderen: [bewoner(kind)] }
  const wieDan = meegekomenMet(persoon, [ik, partner].map(bewoner), 'onbekend')
  assert.deepEqual(
    wieDan.map(({ nummer, relatie, naam }) => [nummer, relatie, naam]),
    [
      [partner, 'partner', 'Noor de Vries'],
      [kind, 'afgeschermd', undefined],
    ],
  )
})
