import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  corpus,
  type Json,
  KEER,
  kies,
  PLAATSEN,
  vervaag,
  volledig,
  vraag,
} from '../../../test/engine/meegeleverd.ts'
import { bereken, eersteWijzigingen, vasteToeval } from '../../engine/index.ts'
import { parseDatum, plusDagen } from '../../kalender/index.ts'
import { afhankelijkheden, geraakt } from './afhankelijkheid.ts'
import { geldende, ingetrokken, kenmerkenVan, levensloopsoorten, type Melding } from './gebeurtenis.ts'
import { type Dossier, herzie, isZelfde, standVan } from './herziening.ts'
import { tijdlijn } from './tijdlijn.ts'

const dag = (tekst: string, n = 0) => {
  const begin = parseDatum(tekst)
  assert.ok(begin)
  return plusDagen(begin, n)
}

/** Somebody else's facts in a part of the household: whatever could happen to anybody. */
function gebeur(h: Json, toeval: () => number, gebied: string, op: string): Json {
  const ander = volledig(toeval, gebied, op)
  const groep = kies(toeval, ['aanvrager', 'partner', 'kinderen', 'medebewoners', 'woning'])
  const [a, b] = [h[groep], ander[groep]]
  if (Array.isArray(b) || b === null || a === null || toeval() < 0.4) return { ...h, [groep]: b }
  const namen = Object.keys(b as Json)
  const naam = kies(toeval, namen)
  return { ...h, [groep]: { ...(a as Json), [naam]: (b as Json)[naam] } }
}

test('what is worked out bit by bit, over events and days, is what is worked out whole', (t) => {
  const toeval = vasteToeval(20270321)
  const wijze = { corpus: corpus(), versie: 'een', vooruitDagen: 60 }
  let [gespaard, alle, anders] = [0, 0, 0]
  for (let i = 0; i < 6 * KEER; i++) {
    const gebied = kies(toeval, PLAATSEN)
    let op = kies(toeval, ['2026-02-10', '2025-11-20', '2026-11-25'])
    let h = volledig(toeval, gebied, op)
    let dossier: Dossier | undefined
    for (let keer = 0; keer < 6; keer++) {
      const uitkomst = herzie(wijze, dossier, h, op)
      if (uitkomst === undefined) break
      const heel = bereken(corpus(), vraag(h, op), { uitleg: false }).uitkomsten
      for (const een of heel) {
        const stand = uitkomst.dossier.standen[een.regeling]
        assert.ok(
          isZelfde(stand, standVan(een)),
          `${een.regeling} op ${op}: ${JSON.stringify([stand, standVan(een), h])}`,
        )
      }
      assert.deepEqual(
        Object.keys(uitkomst.dossier.standen).toSorted(),
        heel.map((u) => u.regeling).toSorted(),
      )
      if (keer > 0) {
        alle += heel.length
        gespaard += heel.length - uitkomst.gerekend.length
        anders += uitkomst.verschillen.length
      }
      dossier = uitkomst.dossier
      if (toeval() < 0.6) h = gebeur(h, toeval, gebied, op)
      if (toeval() < 0.2) h = vervaag(h, toeval)?.h ?? h
      // To the day that the timer names, just before it, or somewhere.
      op = kies(toeval, [
        uitkomst.volgende,
        dag(op, 1 + Math.floor(toeval() * 40)),
        dag(uitkomst.volgende, -1),
      ])
      if (op < dossier.dag) op = dossier.dag
    }
  }
  t.diagnostic(`${gespaard} of ${alle} left alone, ${anders} changed`)
  assert.ok(gespaard > 50 && anders > 20)
})

/** In the middle of these days they or a child reach an age that the law looks at, and there is a right to lose or get. */
function opDrempel(h: Json, toeval: () => number, van: string): Json {
  const geboren = (leeftijd: number) => {
    const verjaardag = dag(van, 1 + Math.floor(toeval() * 60))
    return `${Number(verjaardag.slice(0, 4)) - leeftijd}${verjaardag.slice(4).replace('-02-29', '-02-28')}`
  }
  const aanvrager = {
    ...(h.aanvrager as Json),
    geboortedatum: geboren(kies(toeval, [18, 21, 23, 27, 67, 67])),
    ...{ toetsingsinkomen: 900_000, netto_maandinkomen: 60_000, vermogen: 0, zorgverzekerd: true },
    aow_opbouwjaren: 50,
  }
  const kind = {
    geboortedatum: geboren(kies(toeval, [6, 12, 16, 18])),
    kinderbijslag: true,
    naar_school: true,
  }
  return { ...h, aanvrager, partner: null, medebewoners: [], kinderen: toeval() < 0.5 ? [kind] : [] }
}

test('the timeline names every day on which a right changes, and no other', (t) => {
  const toeval = vasteToeval(20270322)
  let [genoemd, dagen, jarig, maand] = [0, 0, 0, 0]
  for (let i = 0; i < 20 * KEER; i++) {
    const gebied = kies(toeval, PLAATSEN)
    const van = kies(toeval, ['2025-12-20', '2026-06-15', '2026-11-20', '2026-03-10'])
    const heel = volledig(toeval, gebied, van)
    const h = i % 2 === 0 ? heel : opDrempel(heel, toeval, van)
    const ids = bereken(corpus(), vraag(h, van), { uitleg: false }).uitkomsten.map(({ regeling }) => regeling)
    const { huishouden } = vraag(h, van)
    const lijn = tijdlijn(corpus(), huishouden, { van, tot: dag(van, 75) }, ids)
    const eerste = eersteWijzigingen(corpus(), huishouden, { van, tot: dag(van, 75) }, ids)
    for (const id of ids) assert.equal(eerste.get(id), lijn.find(({ regeling }) => regeling === id)?.datum)
    const op = (datum: string) =>
      new Map(
        bereken(corpus(), { datum, huishouden, regelingen: ids }, { uitleg: false }).uitkomsten.map((u) => [
          u.regeling,
          standVan(u),
        ]),
      )
    let gister = op(van)
    for (let n = 1; n <= 75; n++) {
      const vandaag = op(dag(van, n))
      for (const id of ids) {
        const isGenoemd = lijn.some(({ datum, regeling }) => regeling === id && datum === dag(van, n))
        const [a, b] = [gister.get(id), vandaag.get(id)]
        const isAnders = JSON.stringify(a) !== JSON.stringify(b)
        assert.equal(isGenoemd, isAnders, `${id} op ${dag(van, n)}: ${JSON.stringify([a, b, h])}`)
        if (isGenoemd) genoemd++
        if (isGenoemd && !dag(van, n).endsWith('-01')) jarig++
        if (isGenoemd && /-(02|03|05|06|08|09|11|12)-01$/.test(dag(van, n))) maand++
        dagen++
      }
      gister = vandaag
    }
  }
  t.diagnostic(`${genoemd} changes on ${dagen} days, ${jarig} within a month, ${maand} within a quarter`)
  assert.ok(genoemd > 40 && jarig > 5 && maand > 2)
})

test('messages say the same in any order, any number of times, and with the correction first', () => {
  const toeval = vasteToeval(20270323)
  for (let i = 0; i < 200; i++) {
    const meldingen = Array.from({ length: 12 }, (_, n): Melding => {
      const id = String(n % 8)
      const bron = kies(toeval, ['rvig', 'uwv'])
      return toeval() < 0.25
        ? { bron, id: `c${n}`, wat: { soort: ingetrokken, intrekt: id } }
        : {
            bron,
            id: `${bron}${id}`,
            wat: { soort: kies(toeval, levensloopsoorten), op: dag('2026-01-01', n % 8) },
          }
    })
    // One id is one message: what a source sends again is what it sent before.
    const eens = [...new Map(meldingen.map((een) => [`${een.bron} ${een.id}`, een])).values()]
    const door = eens.flatMap((een) => (toeval() < 0.4 ? [een, een] : [een])).toSorted(() => toeval() - 0.5)
    assert.deepEqual(geldende(door), geldende(eens))
  }
  const geboren: Melding = { bron: 'rvig', id: 'a', wat: { soort: 'geboorte', op: dag('2026-03-01') } }
  const terug: Melding = { bron: 'rvig', id: 'b', wat: { soort: ingetrokken, intrekt: 'a' } }
  assert.deepEqual(geldende([terug, geboren]), [])
  // Of another source it takes nothing back.
  assert.deepEqual(geldende([{ ...terug, bron: 'uwv' }, geboren]), [geboren])
})

test('an event is worked out only for schemes that it can touch', () => {
  const afhankelijk = afhankelijkheden(corpus(), '2026-03-01')
  const van = (soort: (typeof levensloopsoorten)[number]) => geraakt(afhankelijk, kenmerkenVan(soort).raakt)
  assert.ok(van('geboorte').has('kinderbijslag'))
  assert.ok(van('inkomen-gewijzigd').has('zorgtoeslag') && !van('inkomen-gewijzigd').has('kinderbijslag'))
  // Arrears have a door of their own: no right is looked at, or told of, because of them.
  assert.ok(!levensloopsoorten.some((soort) => /achterstand/.test(soort)))
  assert.deepEqual([...van('nieuw-jaar')].toSorted(), [...afhankelijk.keys()].toSorted())
  assert.deepEqual(
    [...geraakt(afhankelijk, ['kinderen.geboortedatum'])].filter((id) => id === 'aow'),
    [],
  )
})
