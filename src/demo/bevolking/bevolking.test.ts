import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createBevolking, peildatum } from './bevolking.ts'
import { leeftijd } from './dag.ts'
import { storingen } from './persoon.ts'

const bevolking = createBevolking()
const { personen, huishoudens, bekenden, persoon, thuisVan } = bevolking
const volledig = (geboren: string) => /^\d{4}-\d{2}-\d{2}$/.test(geboren)

test('there are enough of them, and the same seed makes the same people', (t) => {
  t.diagnostic(`${personen.length} personen, ${huishoudens.length} huishoudens, ${bekenden.length} bekenden`)
  assert.ok(personen.length >= 500)
  assert.ok(huishoudens.length >= 200)
  assert.deepEqual(createBevolking().personen, personen)
  assert.notDeepEqual(createBevolking(2).personen, personen)
})

test('they live in every municipality that the corpus describes and on the three islands', () => {
  const map = join(import.meta.dirname, '..', '..', '..', 'corpus', 'organisaties')
  const gemeenten = readdirSync(map).flatMap((naam) => /^gemeente-(GM\d{4})\.yaml$/.exec(naam)?.[1] ?? [])
  assert.equal(gemeenten.length, 20)
  const bewoond = new Set(huishoudens.map(({ adres }) => adres.plaats.gebied))
  assert.deepEqual([...bewoond].sort(), [...gemeenten, 'bonaire', 'saba', 'sint-eustatius'].sort())
})

test('every BSN is one for tests, passes the eleven test and belongs to one person', () => {
  const bsns = personen.flatMap(({ bsn }) => bsn ?? [])
  assert.equal(new Set(bsns).size, bsns.length)
  for (const bsn of bsns) {
    assert.match(bsn, /^9999\d{5}$/)
    const som = [...bsn].reduce((tot, cijfer, i) => tot + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0)
    assert.equal(som % 11, 0, bsn)
  }
})

test('some have no BSN: an island number, an identity of another country', () => {
  const zonder = personen.filter(({ bsn }) => bsn === undefined)
  assert.ok(zonder.some(({ eilandnummer }) => /^\d{10}$/.test(eilandnummer ?? '')))
  assert.ok(zonder.some(({ eidas }) => /^[A-Z]{2}\/NL\//.test(eidas ?? '')))
  for (const { eilandnummer, eidas } of zonder) assert.ok(eilandnummer ?? eidas)
})

test('parents are older than their children, and each knows the other', () => {
  let paren = 0
  for (const kind of personen) {
    assert.ok(kind.ouders.length <= 2)
    for (const nr of kind.ouders) {
      const ouder = persoon(nr)
      assert.ok(ouder.kinderen.includes(kind.nr))
      const verschil = leeftijd(ouder.geboren, kind.geboren)
      assert.ok(verschil >= 17 && verschil <= 55, `${nr} en ${kind.nr} schelen ${verschil} jaar`)
      paren++
    }
    for (const nr of kind.kinderen) assert.ok(persoon(nr).ouders.includes(kind.nr))
  }
  assert.ok(paren > 150)
})

test('who is married is married to each other, of age, and not before they were', () => {
  for (const een of personen.filter(({ partner }) => partner !== undefined)) {
    const ander = persoon(een.partner?.nr ?? 0)
    assert.equal(ander.partner?.nr, een.nr)
    assert.equal(ander.partner?.sinds, een.partner?.sinds)
    assert.ok(leeftijd(een.geboren, een.partner?.sinds ?? '') >= 18, `${een.nr}`)
    assert.ok((een.partner?.sinds ?? '') <= peildatum)
    assert.equal(een.overleden, undefined)
  }
})

test('a household is the people at one address; who died lives nowhere', () => {
  const gezien = new Set<number>()
  for (const { nr, leden, opvang } of huishoudens) {
    assert.ok(leden.length >= 1, `huishouden ${nr} is leeg`)
    for (const lid of leden) {
      assert.ok(!gezien.has(lid))
      gezien.add(lid)
      assert.equal(persoon(lid).huishouden, nr)
      assert.equal(persoon(lid).overleden, undefined)
    }
    for (const { kind } of opvang) {
      assert.ok(leden.includes(kind))
      const jaren = leeftijd(persoon(kind).geboren, peildatum)
      assert.ok(jaren <= 12, `opvang voor een kind van ${jaren}`)
    }
    const volwassenen = leden.filter(
      (lid) => leeftijd(persoon(lid).geboren.padEnd(10, '-01'), peildatum) >= 18,
    )
    assert.ok(volwassenen.length >= 1, `in huishouden ${nr} wonen alleen kinderen`)
  }
  for (const een of personen) assert.equal(gezien.has(een.nr), een.overleden === undefined, `${een.nr}`)
  const objecten = huishoudens.flatMap(({ adres }) => adres.object ?? [])
  assert.equal(new Set(objecten).size, objecten.length)
})

test('co-parents have the same children, registered with one of them, and the week has seven days', () => {
  const paren = huishoudens.filter(({ coOuder }) => coOuder !== undefined)
  assert.ok(paren.length >= 40)
  for (const een of paren) {
    const ander = huishoudens[(een.coOuder?.huishouden ?? 0) - 1]
    assert.equal(ander?.coOuder?.huishouden, een.nr)
    assert.equal((een.coOuder?.dagenHier ?? 0) + (ander?.coOuder?.dagenHier ?? 0), 7)
  }
})

test('incomes fit: no children with wages, years that follow, money of the place', () => {
  for (const een of personen) {
    if (een.inkomen === undefined) continue
    if (volledig(een.geboren)) assert.ok(leeftijd(een.geboren, peildatum) >= 17, `${een.nr}`)
    assert.equal(een.inkomen.valuta, thuisVan(een).adres.plaats.land === undefined ? 'EUR' : 'USD')
    assert.deepEqual(
      een.inkomen.jaren.map(({ jaar }) => jaar),
      [2024, 2025, 2026],
    )
    for (const { centen } of een.inkomen.jaren) assert.ok(Number.isInteger(centen) && centen >= 0)
    const jaar = een.inkomen.jaren[2]?.centen ?? 0
    assert.ok(een.inkomen.nettoPerMaand.centen * 12 <= jaar)
    const oud = een.inkomen.bronnen.some(({ soort }) => soort === 'aow' || soort === 'aov')
    if (oud) assert.ok(leeftijd(een.geboren, peildatum) >= 67, `${een.nr} is te jong voor pensioen`)
  }
})

test('every kind of household is there', () => {
  const soorten = new Set(huishoudens.map(({ soort }) => soort))
  for (const soort of [
    ...['alleenstaand', 'eenouder', 'co-ouder', 'gezin', 'samenwonend', 'student', 'aow-paar', 'aow-alleen'],
    ...[
      'inwonend-volwassen-kind',
      'huisgenoten',
      'ondernemer',
      'weduwe',
      'bewind',
      'curatele',
      'mentorschap',
    ],
    ...['pas-gehuwd', 'eilandgezin', 'eiland-alleen', 'zonder-bsn'],
  ])
    assert.ok(soorten.has(soort), soort)
  assert.ok(personen.some(({ isGeheim }) => isGeheim))
  assert.ok(personen.some(({ geboren }) => !volledig(geboren)))
  assert.ok(personen.some(({ onderneming }) => onderneming?.vestiging.length === 12))
  const namen = new Set(personen.map(({ geslachtsnaam }) => geslachtsnaam))
  assert.ok(namen.size >= 25)
})

test('everybody to log in as has a story in three languages, and each way to fail has somebody', () => {
  for (const { id, persoon: wie, verhaal } of bekenden) {
    assert.ok(wie.bsn ?? wie.eilandnummer ?? wie.eidas, id)
    for (const tekst of [verhaal.nl, verhaal.en, verhaal.pap]) assert.match(tekst, /^\p{Lu}.*\.$/u, id)
  }
  assert.equal(new Set(bekenden.map(({ id }) => id)).size, bekenden.length)
  const falend = bekenden.flatMap(({ persoon: { storing } }) => storing ?? [])
  for (const bron of ['brp', 'inkomen'])
    assert.deepEqual(
      falend.filter((een) => een.bron === bron).map(({ soort }) => soort),
      [...storingen],
    )
})
