import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesAansluiting } from './aansluiting.ts'
import type { Brondag, Bronverloop } from './aansluiting-store.ts'
import type { Verbinding } from './aansluitingen.ts'
import { gezondheidVan } from './brongezondheid.ts'
import { openBronverkeer } from './bronverkeer.ts'
import { proefinvoer } from './proefaansluiting.ts'
import type { Zaakbron, Zaakvraag } from './zaakbron.ts'
import { openZaakbronnen } from './zaakbronnen.ts'

const nu = new Date('2026-03-01T12:00:00Z')

function verbinding(organisatie: string, versie: number, anders: object = {}): Verbinding {
  const gelezen = leesAansluiting({ ...proefinvoer(), organisatie, stand: 'aan', ...anders })
  assert.ok(gelezen.ok)
  return { aansluiting: gelezen.aansluiting, versie, geheimen: { register: 'een-geheim' } }
}

function opstelling(begin: readonly Verbinding[]) {
  const stand = { nummer: 1, lijst: begin }
  const gemaakt: string[] = []
  const gesloten: string[] = []
  const antwoord: { zoek: Awaited<ReturnType<Zaakbron['zoek']>> } = { zoek: { status: 'onbekend', op: nu } }
  const geteld: (readonly (Brondag & Bronverloop)[])[] = []
  const verkeer = openBronverkeer({
    store: { tel: async (dagen) => void geteld.push(dagen), dagen: async () => [], verloop: async () => [] },
    nu: () => nu,
    dagVan: () => '2026-03-01',
  })
  const zaakbronnen = openZaakbronnen({
    aansluitingen: { nummer: async () => stand.nummer, verbindingen: async () => stand },
    maak: ({ aansluiting: { organisatie }, versie }) => {
      const naam = `${organisatie} ${versie}`
      gemaakt.push(naam)
      const nooit = async () => antwoord.zoek as never
      const bron: Zaakbron = {
        id: organisatie,
        zoek: async () => antwoord.zoek,
        haal: nooit,
        document: nooit,
        voegToe: nooit,
      }
      return { bron, sluit: () => void gesloten.push(naam) }
    },
    tel: verkeer.tel,
  })
  return { stand, gemaakt, gesloten, zaakbronnen, antwoord, verkeer, geteld }
}

test('a client is made anew for what changed alone, and everybody who wants to hears which', async (t) => {
  const utrecht = verbinding('gemeente-GM0344', 1)
  const { stand, gemaakt, gesloten, zaakbronnen } = opstelling([utrecht, verbinding('svb', 1)])
  t.after(zaakbronnen.sluit)
  const gehoord: (readonly string[])[] = []
  const stop = zaakbronnen.bijWissel((welke) => gehoord.push([...welke].sort()))
  assert.deepEqual(zaakbronnen.alle(), [])
  await Promise.all([zaakbronnen.ververs(), zaakbronnen.ververs()])
  const eerst = zaakbronnen.bij(utrecht.aansluiting.organisatie)?.bron
  Object.assign(stand, {
    nummer: 2,
    lijst: [utrecht, verbinding('svb', 2, { stand: 'proef' }), verbinding('duo', 1)],
  })
  await zaakbronnen.ververs()
  assert.deepEqual(gemaakt, ['gemeente-GM0344 1', 'svb 1', 'svb 2', 'duo 1'])
  assert.equal(zaakbronnen.bij(utrecht.aansluiting.organisatie)?.bron, eerst)
  // On trial: there for who tests, and not for residents.
  assert.deepEqual(
    zaakbronnen.alle().map(({ bron }) => bron.id),
    ['gemeente-GM0344', 'duo'],
  )
  assert.equal(zaakbronnen.verbindingen().length, 3)
  assert.deepEqual(gehoord, [
    ['gemeente-GM0344', 'svb'],
    ['duo', 'svb'],
  ])
  stop()
  Object.assign(stand, { nummer: 3, lijst: [] })
  await zaakbronnen.ververs()
  assert.equal(gehoord.length, 2)
  assert.deepEqual(gesloten, [], 'wat bezig is mag klaar komen')
  zaakbronnen.sluit()
  assert.deepEqual(gesloten.sort(), ['duo 1', 'gemeente-GM0344 1', 'svb 1', 'svb 2'])
})

test('answers are counted by outcome and by day; what was never asked is not', async (t) => {
  const { zaakbronnen, antwoord, verkeer, geteld } = opstelling([verbinding('svb', 1)])
  t.after(zaakbronnen.sluit)
  await zaakbronnen.ververs()
  const bron = zaakbronnen.alle()[0]?.bron
  assert.ok(bron)
  // The fake asks nothing of it.
  const vraag = {} as Zaakvraag
  for (const uitkomst of [
    { status: 'onbekend', op: nu },
    { status: 'geen-bsn' },
    { status: 'fout', soort: 'niet-gevraagd', sinds: nu },
    { status: 'fout', soort: 'te-laat', sinds: nu },
  ] as const) {
    antwoord.zoek = uitkomst
    await bron.zoek(vraag)
  }
  await verkeer.schrijf()
  await verkeer.schrijf()
  assert.deepEqual(geteld, [
    [
      {
        bron: 'svb',
        dag: '2026-03-01',
        gevraagd: 2,
        mislukt: 1,
        laatstGoed: nu,
        laatstMislukt: nu,
        laatsteFout: 'te-laat',
      },
    ],
  ])
})

test('what could not be written is counted again later', async () => {
  const dagen: number[] = []
  let isStuk = true
  const verkeer = openBronverkeer({
    store: {
      tel: async (rijen) => {
        if (isStuk) throw new Error('databank weg')
        for (const { gevraagd } of rijen) dagen.push(gevraagd)
      },
      dagen: async () => [],
      verloop: async () => [],
    },
    nu: () => nu,
    dagVan: () => '2026-03-01',
  })
  const { organisatie } = verbinding('svb', 1).aansluiting
  verkeer.tel(organisatie, { soort: 'gevraagd' })
  const bezig = assert.rejects(verkeer.schrijf())
  verkeer.tel(organisatie, { soort: 'gevraagd' })
  await bezig
  isStuk = false
  await verkeer.schrijf()
  assert.deepEqual(dagen, [2])
})

test('how a connection is doing, for each thing that can be known of it', () => {
  const geleden = (minuten: number) => new Date(nu.getTime() - minuten * 60_000)
  const { aansluiting } = verbinding('svb', 1)
  const bron = aansluiting.organisatie
  const goed = { aansluiting, versie: 1, heeftGeheim: ['register'], bezwaren: [] } as const
  const dag = { bron, dag: '2026-03-01', gevraagd: 100, mislukt: 0 }
  const van = (loop: Partial<Bronverloop>, over: Partial<Brondag> = {}, deel: Partial<typeof goed> = {}) => {
    const { kleur, reden } = gezondheidVan(
      { ...goed, ...deel },
      { loop: { bron, ...loop }, dag: { ...dag, ...over } },
      nu,
    )
    return `${kleur} ${reden}`
  }
  assert.equal(van({ laatstGoed: geleden(1) }), 'groen goed')
  assert.equal(van({}), 'grijs nog-niet-gevraagd')
  assert.equal(van({ laatstGoed: geleden(5), laatstMislukt: geleden(1) }), 'oranje hapert')
  assert.equal(van({ laatstGoed: geleden(20), laatstMislukt: geleden(1) }), 'rood antwoordt-niet')
  assert.equal(van({ laatstMislukt: geleden(1) }), 'rood antwoordt-niet')
  assert.equal(van({ laatstGoed: geleden(1), laatstMislukt: geleden(2) }, { mislukt: 6 }), 'oranje hapert')
  assert.equal(van({ laatstGoed: geleden(1) }, { gevraagd: 10, mislukt: 5 }), 'groen goed')
  const berichten = { bron, ontvangen: 9, onbekend: 0, verwerkt: 8, mislukt: 1, wachtend: 0, deelnemers: 3 }
  const loop = { bron, laatstGoed: geleden(1) }
  const gemist = (minuten: number, mislukt = 2) =>
    gezondheidVan(goed, { loop, dag, berichten: { ...berichten, mislukt, gemistOp: geleden(minuten) } }, nu)
  assert.deepEqual(gemist(60), { kleur: 'oranje', reden: 'berichten-mislukken', n: 2 })
  assert.equal(gemist(25 * 60).reden, 'goed')
  // As a subscription that was just made leaves it: nothing of ours failed.
  assert.equal(gemist(60, 0).reden, 'goed')
  const abonnement = { op: nu, fout: 'geweigerd' }
  assert.equal(
    gezondheidVan(goed, { loop, berichten: { ...berichten, abonnement } }, nu).reden,
    'abonnement-mislukt',
  )
  const uit = { ...aansluiting, stand: 'uit' } as const
  assert.equal(gezondheidVan({ ...goed, aansluiting: uit }, {}, nu).reden, 'uit')
  const bezwaar = { ...goed, bezwaren: [{ veld: 'adressen.zrc', code: 'geen-https' }] } as const
  assert.equal(gezondheidVan(bezwaar, {}, nu).kleur, 'rood')
})
