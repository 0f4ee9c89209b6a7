import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesAfspraakteam } from './afspraakteam.ts'
import { bronBestand } from './bestand.ts'
import { informatiepuntenBij, leesInformatiepunt } from './informatiepunt.ts'
import { leesYaml } from './yaml.ts'

function documentVan(bestand: string, tekst: string) {
  const { document } = leesYaml(bronBestand(bestand, tekst))
  assert.ok(document)
  return document
}

const team = `id: t
organisatie: svb
naam: { nl: "T", en: "T", pap: "T" }
vorm: balie
zone: Europe/Amsterdam
plek: "Plein 1"
openingstijden:
  - { dagen: [ma, di], van: "09:00", tot: "12:30" }
  - { dagen: [ma], van: "13:00", tot: "24:00" }
feestdagen: dicht
gesloten: ["2026-03-04"]
duur: 20
capaciteit: 3
vooraf: 120
dagen: 42
steun: ja
vertrouwen: verzonnen
bron: proef
`
const lees = (tekst: string) =>
  leesAfspraakteam(documentVan('afspraakteams/t.yaml', tekst), { talen: ['nl', 'pap'] })

test('a team is read with its hours in the order of the week', () => {
  const { team: gelezen, fouten } = lees(team)
  assert.deepEqual(fouten, [])
  assert.deepEqual(gelezen.openingstijden, [
    { weekdag: 1, vanMinuut: 540, totMinuut: 750 },
    { weekdag: 1, vanMinuut: 780, totMinuut: 1440 },
    { weekdag: 2, vanMinuut: 540, totMinuut: 750 },
  ])
  assert.deepEqual([gelezen.duurMinuten, gelezen.capaciteit, gelezen.gesloten], [20, 3, ['2026-03-04']])
})

test('every fault of a team is named', () => {
  const gevallen: readonly (readonly [string, string, string])[] = [
    ['van: "13:00"', 'van: "12:00"', 'openingstijd'],
    ['tot: "12:30"', 'tot: "08:30"', 'openingstijd'],
    ['tot: "12:30"', 'tot: "25:30"', 'openingstijd'],
    ['dagen: [ma, di]', 'dagen: [ma, maandag]', 'openingstijd'],
    ['capaciteit: 3', 'capaciteit: 0', 'team-aantal'],
    ['duur: 20', 'duur: 20.5', 'team-aantal'],
    ['"2026-03-04"', '"4 maart"', 'team-dag'],
    ['plek: "Plein 1"\n', '', 'veld-ontbreekt'],
    ['vorm: balie', 'vorm: telefoon', 'team-nummer'],
    ['vorm: balie', 'vorm: chat', 'veld-keuze'],
    ['id: t', 'id: u', 'gebeurtenis-naam'],
    ['duur: 20', 'duurt: 20', 'veld-onbekend'],
  ]
  for (const [goed, fout, code] of gevallen) {
    const { fouten } = lees(team.replace(goed, fout))
    assert.ok(
      fouten.some((een) => een.code === code),
      `${fout}: ${JSON.stringify(fouten)}`,
    )
  }
})

const punt = (postcodes: string) =>
  leesInformatiepunt(
    documentVan(
      'informatiepunten/p.yaml',
      `id: p
naam: Bieb
adres: Plein 1
openingstijden:
  - { dagen: [za], van: "10:00", tot: "16:00" }
postcodes: ${postcodes}
vertrouwen: verzonnen
bron: proef
`,
    ),
  )

test('a point is found by the first and last postcode it is there for, and by none beside them', () => {
  const { punt: gelezen, fouten } = punt('["6811-6846", "6900"]')
  assert.deepEqual(fouten, [])
  const bij = (cijfers: number) => informatiepuntenBij([gelezen], cijfers).length
  assert.deepEqual([6810, 6811, 6846, 6847, 6899, 6900, 6901].map(bij), [0, 1, 1, 0, 0, 1, 0])
  for (const fout of ['["6846-6811"]', '["0123"]', '["6811 AB"]'])
    assert.equal(punt(fout).fouten[0]?.code, 'informatiepunt-postcode', fout)
})
