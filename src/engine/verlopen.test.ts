import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KOP, maakCorpus, regel, uitkomst, wet } from '../../test/engine/klein.ts'
import {
  corpus,
  type Json,
  KEER,
  kies,
  PLAATSEN,
  uitkomsten,
  vervaag,
  volledig,
  vraag,
} from '../../test/engine/meegeleverd.ts'
import { leesDatum } from './datum.ts'
import { omgeving } from './omgeving.ts'
import { ruweUitkomst } from './plan.ts'
import { peildag, Situatie } from './situatie.ts'
import { vasteToeval } from './steekproef.ts'

const MEER = 'bedragen_tot: 2027-01-01\nuitkomst: { voorwaarden: [mag], bedrag: uit }'
const PARAMETERS = `
grens: { waarde: 20000, eenheid: EUR/jaar, bron: x }
volwassen: { waarde: 18, eenheid: jaar, vast: ja, bron: x }
pensioen: { waarde: 67, eenheid: jaar, bron: x }
bedrag: { waarde: 100, eenheid: EUR/maand, bron: x }
tabel: { eenheid: EUR/jaar, per: jaar, tabel: [[18, 100], [rest, 200]], bron: x }
`
const laag = regel('laag', 'ja-nee', 'dit.inkomen <= grens', '[aanvrager, kinderen]')
const na = '2027-03-01'

function recht(formule: string, huishouden: unknown, datum = na): string {
  const c = maakCorpus({
    'a.yaml': wet(
      PARAMETERS,
      [laag, regel('mag', 'ja-nee', formule), regel('uit', 'EUR/maand', 'bedrag')].join('\n'),
      MEER,
    ),
  })
  return uitkomst(c, huishouden, datum).recht
}

test('after the last known figures a condition that needs none of them still decides', () => {
  const jong = { aanvrager: { geboortedatum: '2015-01-01', inkomen: 0, legaal: true }, kinderen: [] }
  const volwassen = 'verjaardag(aanvrager.geboortedatum, volwassen) <= peildatum'
  assert.equal(recht(volwassen, jong), 'nee')
  assert.equal(recht('aanvrager.legaal', { aanvrager: { legaal: false } }), 'nee')
  assert.equal(recht(`aanvrager.laag and ${volwassen}`, jong), 'nee')
  assert.equal(recht(`not(aanvrager.laag or not(${volwassen}))`, jong), 'nee')
  assert.equal(recht(`if aanvrager.laag then ${volwassen} else ${volwassen}`, jong), 'nee')
  assert.equal(recht('aanvrager.laag', jong), 'onbekend')
  // An age that is a figure of the period, an income limit, a table: who would fail last year may not fail now.
  assert.equal(recht('verjaardag(aanvrager.geboortedatum, pensioen) <= peildatum', jong), 'onbekend')
  assert.equal(recht('aanvrager.laag', { aanvrager: { inkomen: 90_000_000 } }), 'onbekend')
  assert.equal(
    recht('aanvrager.inkomen <= opzoeken(tabel, leeftijd(aanvrager.geboortedatum, peildatum))', {
      aanvrager: { geboortedatum: '2015-01-01', inkomen: 90_000_000 },
    }),
    'onbekend',
  )
  assert.equal(recht('aanvrager.laag', { aanvrager: { inkomen: 90_000_000 } }, '2026-12-31'), 'nee')
  // What holds does not make it yes: the amount is not known.
  assert.equal(recht('aanvrager.legaal', { aanvrager: {} }), 'onbekend')
})

test('somebody for whom it surely fails decides in «some» and «every»', () => {
  const kind = (thuis: boolean) => ({ thuis, inkomen: 0, opvang: [] })
  const allemaal = 'every k in kinderen satisfies (k.thuis and k.laag)'
  assert.equal(recht(allemaal, { kinderen: [kind(true), kind(false)] }), 'nee')
  assert.equal(recht(allemaal, { kinderen: [kind(true)] }), 'onbekend')
  const een = 'some k in kinderen satisfies (k.thuis and k.laag)'
  assert.equal(recht(een, { kinderen: [kind(false)] }), 'nee')
  assert.equal(recht(een, { kinderen: [] }), 'nee')
  assert.equal(recht(een, { kinderen: [kind(false), kind(true)] }), 'onbekend')
  assert.equal(
    recht('some k in kinderen[item.laag] satisfies k.thuis', { kinderen: [kind(false)] }),
    'onbekend',
  )
})

test('figures of a shared file end with that file, figures of another hold on', () => {
  const gedeeld = (id: string, naam: string, tot: string) =>
    `id: ${id}\nsoort: gedeeld\ngrondslag: { wet: Deelwet }\nvanaf: 2020-01-01\n${tot}parameters:\n  ${naam}: { waarde: 67, eenheid: jaar, bron: x }\n`
  const c = maakCorpus({
    'kort.yaml': gedeeld('kort', 'kort_leeftijd', 'bedragen_tot: 2027-01-01\n'),
    'lang.yaml': gedeeld('lang', 'lang_leeftijd', 'bedragen_tot: 2032-01-01\n'),
    'a.yaml': `${KOP.replace('vanaf', 'gebruikt: [kort, lang]\nvanaf')}regels:\n  jong:\n    artikel: "1"\n    eenheid: ja-nee\n    formule: verjaardag(aanvrager.geboortedatum, lang_leeftijd) > peildatum\n  oud:\n    artikel: "2"\n    eenheid: ja-nee\n    formule: verjaardag(aanvrager.geboortedatum, kort_leeftijd) <= peildatum\nuitkomst: { voorwaarden: [jong, oud] }\n`,
  })
  const bij = (geboortedatum: string, datum: string) => uitkomst(c, { aanvrager: { geboortedatum } }, datum)
  assert.equal(bij('1950-01-01', '2027-03-01').recht, 'nee')
  assert.equal(bij('2000-01-01', '2027-03-01').recht, 'onbekend')
  assert.equal(bij('1964-01-01', '2032-03-01').recht, 'onbekend')
  assert.equal(bij('2000-01-01', '2026-03-01').recht, 'nee')
  // The explanation says no more than is certain.
  assert.deepEqual(
    bij('2000-01-01', '2027-03-01').uitleg.voorwaarden.map((v) => v.voldaan),
    ['ja', 'onbekend'],
  )
})

test('at 76 there is no individuele inkomenstoeslag, whatever the figures of 2027 will be', () => {
  const [u] = uitkomsten(
    { aanvrager: { geboortedatum: '1951-01-01' } },
    '2027-03-01',
    ['individuele-inkomenstoeslag'],
    true,
  )
  assert.equal(u?.recht, 'nee')
  assert.deepEqual([u?.bedrag?.waarde, u?.ontbreekt], [0, []])
  const [jonger] = uitkomsten({ aanvrager: { geboortedatum: '1990-01-01' } }, '2027-03-01', [
    'individuele-inkomenstoeslag',
  ])
  assert.equal(jonger?.recht, 'onbekend')
  assert.equal(jonger?.ontbreekt[0]?.reden, 'bedragen-nog-niet-bekend')
})

test('no after the last known figures stays no when facts are filled in', (t) => {
  const toeval = vasteToeval(20260313)
  let [nee, open] = [0, 0]
  for (let i = 0; i < 150 * KEER; i++) {
    const gebied = kies(toeval, PLAATSEN)
    const h = volledig(toeval, gebied, '2026-12-01')
    let vaag: Json = h
    for (let n = Math.floor(toeval() * 6); n > 0; n--) vaag = vervaag(vaag, toeval)?.h ?? vaag
    const vol = new Map(uitkomsten(h, '2027-02-03').map((u) => [u.regeling, u]))
    for (const u of uitkomsten(vaag, '2027-02-03')) {
      if (u.recht !== 'nee') {
        open++
        continue
      }
      nee++
      assert.equal(vol.get(u.regeling)?.recht, 'nee', `${u.regeling} ${JSON.stringify(vaag)}`)
      // What fails without the figures of the period fails with those of last year as well.
      const s = Situatie.van(corpus(), vraag(h, '2027-02-03').huishouden)
      const dag = leesDatum('2027-02-03') ?? 0
      const keus = corpus().planOp(u.regeling, dag, s.keten(dag))
      if (keus.k === 'verlopen')
        assert.equal(
          ruweUitkomst(keus.plan, omgeving(s.op(peildag(keus.plan.wet, dag)), keus.plan.regels.length)).c,
          0,
          u.regeling,
        )
    }
  }
  t.diagnostic(`${nee} times no, ${open} open`)
  assert.ok(nee > 200)
})
