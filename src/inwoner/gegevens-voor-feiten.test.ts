import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { persoonJson } from '../demo/brp/persoon-json.ts'
import { kiesVelden, persoonVelden } from '../demo/brp/velden.ts'
import { createBevolking, type Persoon } from '../demo/index.ts'
import { parseCents } from '../domain/index.ts'
import { type GelezenFeiten, gelezenFeiten } from '../engine/index.ts'
import { datum } from '../kalender/index.ts'
import { raadpleegAntwoord, veldenVoor } from './brp/haal-centraal.ts'
import { vertaal } from './brp/vertaal.ts'
import type { Gegeven } from './gegeven.ts'
import {
  alleenGelezen,
  metOverWie,
  nodigVoor,
  soortenOmInTeVullen,
  soortenVan,
  vindplaatsen,
} from './gegevens-voor-feiten.ts'
import { huishoudfeiten } from './huishoudfeiten.ts'
import type { Inkomensgegevens } from './inkomensregister.ts'
import type { Persoonsgegevens } from './persoonsregister.ts'

const op = datum('2026-03-01')
const nu = new Date('2026-03-01T10:00:00Z')
const { engine } = proefcorpus()
const bevolking = createBevolking()
const mensen = bevolking.personen.filter(({ bsn }) => bsn !== undefined)

const leest = (id: string): GelezenFeiten => {
  const gelezen = gelezenFeiten(engine, id, op)
  assert.ok(gelezen, id)
  return gelezen
}

/** What the register says when it is asked these kinds of data, as the adapter asks it. */
function brp(persoon: Persoon, soorten?: Iterable<string>): Persoonsgegevens {
  const velden = veldenVoor(soorten && [...soorten])
  const json = JSON.parse(JSON.stringify(persoonJson(bevolking, persoon, op)))
  const gekozen = kiesVelden(json, persoonVelden, velden)
  const { personen } = raadpleegAntwoord.parse({
    type: 'RaadpleegMetBurgerservicenummer',
    personen: [{ ...gekozen, burgerservicenummer: persoon.bsn }],
  })
  const [gelezen] = personen
  assert.ok(gelezen)
  const isGevraagd = gelezen.verblijfplaats?.adresseerbaarObjectIdentificatie !== undefined
  const bewoners = bevolking.thuisVan(persoon).leden.flatMap((nr) => {
    const { bsn, geboren } = bevolking.persoon(nr)
    if (bsn === undefined) return []
    const geboorte = geboren.length < 10 ? {} : { datum: { type: 'Datum' as const, datum: geboren } }
    return [{ burgerservicenummer: bsn, geboorte }]
  })
  return vertaal({
    persoon: gelezen,
    bewoners: isGevraagd ? bewoners : undefined,
    op: nu,
    onderGezag: new Map(),
    zwijgt: 'onbekend',
  })
}

function geld(waarde: number) {
  const bedrag = parseCents(waarde)
  assert.ok(bedrag !== undefined)
  return bedrag
}

function gegeven<T>(waarde: T, dag = '2026-01-01'): Gegeven<T> {
  return { waarde, bron: 'inkomen', datum: datum(dag), opgehaaldOp: nu, isInOnderzoek: false }
}

const inkomen: Inkomensgegevens = {
  valuta: 'EUR',
  toetsingsinkomens: [gegeven({ jaar: 2026, bedrag: geld(100), status: 'verwacht' as const })],
  vermogen: gegeven(geld(500)),
  nettoMaandinkomen: gegeven(geld(200), '2026-02-01'),
  bronnen: [],
}

test('the table of where a fact stands names exactly what the registers fill, in words of the vocabulary', () => {
  const gevuld = new Set<string>()
  for (const persoon of mensen) {
    const { huishouden } = huishoudfeiten({ brp: brp(persoon), inkomen }, op)
    for (const [groep, waarde] of Object.entries(huishouden)) {
      if (groep !== 'aanvrager' && groep !== 'woning') gevuld.add(groep)
      for (const een of [waarde].flat())
        for (const id of Object.keys(Object(een))) gevuld.add(`${groep}.${id}`)
    }
  }
  assert.deepEqual(Object.keys(vindplaatsen).sort(), [...gevuld].sort())
  for (const naam of gevuld)
    if (naam.includes('.'))
      assert.ok(
        engine.feiten.some(({ id, bij }) => bij.some((b) => `${b}.${id}` === naam)),
        naam,
      )
})

test('asking only what a scheme reads fills its questions as asking everything would', (t) => {
  let feiten = 0
  const eenOpZes = mensen.filter((_, i) => i % 6 === 0)
  const namen = Object.keys(vindplaatsen)
  // Schemes that read the same are the same question; and each list and fact by itself.
  const alle = [...[...engine.ids].map(leest), ...namen.map(alleen)]
  const vragen = new Map(alle.map((een) => [JSON.stringify(lijstVan(een)), een]))
  for (const gelezen of vragen.values()) {
    const soorten = soortenOmInTeVullen([gelezen])
    const heeftInkomen = ['inkomen', 'maandinkomen', 'vermogen'].some((soort) => soorten.has(soort))
    for (const persoon of eenOpZes) {
      const alles = alleenGelezen(huishoudfeiten({ brp: brp(persoon), inkomen }, op), [gelezen])
      const gevraagd = { brp: brp(persoon, soorten), inkomen: heeftInkomen ? inkomen : undefined }
      const minder = alleenGelezen(huishoudfeiten(gevraagd, op), [gelezen])
      assert.deepEqual(minder, alles, JSON.stringify([persoon.nr, [...soorten]]))
      feiten += minder.herkomst.size
    }
  }
  t.diagnostic(`${vragen.size} vragen, ${feiten} feiten`)
  assert.ok(vragen.size > 15 && feiten > 3_000)
})

function alleen(naam: string): GelezenFeiten {
  const [wie = '', id] = naam.split('.')
  const bij = engine.feiten.flatMap((feit) => feit.bij).find((een) => een === wie)
  assert.ok(bij, naam)
  const isLijst = bij !== 'aanvrager' && bij !== 'woning'
  // The place is read by every scheme.
  const plaats = ['woning', new Set(['gemeente'])] as const
  return {
    feiten: new Map(id === undefined || bij === 'woning' ? [plaats] : [plaats, [bij, new Set([id])]]),
    lijsten: new Set(isLijst ? [bij] : []),
  }
}

function lijstVan({ feiten, lijsten }: GelezenFeiten): unknown {
  return [[...lijsten].sort(), [...feiten].map(([bij, ids]) => [bij, ...[...ids].sort()]).sort()]
}

test('what is to be seen for a scheme is what it reads, and whom it is about', () => {
  const overWie = ['naam', 'geboortedatum', 'adres']
  const zien = (...ids: string[]) => [...metOverWie(nodigVoor(ids.map(leest)))]
  assert.deepEqual(zien(), overWie)
  assert.deepEqual(zien('ooievaarspas'), overWie)
  assert.deepEqual(zien('aow'), [...overWie, 'partner'])
  assert.deepEqual(zien('kinderbijslag'), [...overWie, 'kinderen'])
  assert.deepEqual(zien('aow', 'kinderbijslag'), [...overWie, 'partner', 'kinderen'])
  assert.deepEqual(zien('zorgtoeslag'), [...overWie, 'partner', 'kinderen', 'toetsingsinkomen', 'vermogen'])
  const bijstand = zien('bijstand')
  assert.ok(bijstand.includes('maandinkomen') && bijstand.includes('medebewoners'))
  assert.ok(!bijstand.includes('toetsingsinkomen'))
  assert.deepEqual(
    [...soortenVan(metOverWie(nodigVoor([leest('zorgtoeslag')])))],
    [...overWie, 'partner', 'kinderen', 'inkomen', 'vermogen'],
  )
})

test('filling in asks no name, and what a fact is worked out from besides', () => {
  assert.deepEqual([...soortenOmInTeVullen([leest('aow')])].sort(), [
    'adres',
    'geboortedatum',
    'huishouden',
    'partner',
  ])
  assert.deepEqual([...soortenOmInTeVullen([])], [])
  const alles = huishoudfeiten({ inkomen }, op, 'GM0363')
  assert.ok(alles.herkomst.size > 0)
  assert.deepEqual(alleenGelezen(alles, []), { huishouden: {}, herkomst: new Map() })
})

test('others at the address are counted right when only they are asked about', () => {
  let metGezin = 0
  for (const persoon of mensen) {
    const aantal = ({ medebewoners }: Persoonsgegevens) =>
      medebewoners !== undefined && 'waarde' in medebewoners ? medebewoners.waarde.length : undefined
    const alleen = aantal(brp(persoon, ['huishouden']))
    assert.equal(alleen, aantal(brp(persoon)), `persoon ${persoon.nr}`)
    if (persoon.kinderen.length > 0 && alleen === 0) metGezin++
  }
  assert.ok(metGezin > 50)
})
