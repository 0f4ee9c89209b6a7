import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GeladenCorpus, Levensgebeurtenis } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { type Datum, datum, plusDagen, weekdagVan } from '../kalender/index.ts'
import type { Gegevens } from './gegevens.ts'
import { maakStappenplan, type PlanInvoer, type Stappenplan } from './stappenplan.ts'

function laad(): GeladenCorpus {
  const geladen = proefcorpus()
  return geladen
}

const corpus = laad()
const VANDAAG = datum('2026-03-01')

function gebeurtenis(id = 'kind-krijgen'): Levensgebeurtenis {
  const gevonden = corpus.gebeurtenissen.get(id)
  assert.ok(gevonden, id)
  return gevonden
}

interface Wens {
  readonly dag?: string
  readonly antwoorden?: Gegevens['antwoorden']
  readonly plaats?: string
  readonly vandaag?: Datum
  readonly land?: PlanInvoer['landBijGeenPlaats']
  readonly gebeurtenis?: Levensgebeurtenis
}

function plan({
  dag,
  antwoorden = {},
  plaats,
  vandaag = VANDAAG,
  land = 'nederland',
  ...rest
}: Wens): Stappenplan {
  return maakStappenplan({
    gebeurtenis: rest.gebeurtenis ?? gebeurtenis(),
    gegevens: { ...(dag !== undefined && { datum: datum(dag) }), antwoorden },
    plaats: plaats === undefined ? undefined : corpus.engine.gebieden.get(plaats),
    organisaties: corpus.organisaties,
    vandaag,
    landBijGeenPlaats: land,
  })
}

function stap(van: Stappenplan, id: string) {
  const gevonden = van.stappen.find((s) => s.stap.id === id)
  assert.ok(gevonden, `${id} staat niet in ${van.stappen.map((s) => s.stap.id).join()}`)
  return gevonden
}

test('the birth report: three days as the Algemene termijnenwet works out, for each day of the week', () => {
  // Monday is 1. Born on the left, last day on the right: a week without holidays.
  const tabel = new Map([
    [1, 4],
    [2, 5],
    [3, 1],
    [4, 1],
    [5, 2],
    [6, 2],
    [7, 3],
  ])
  for (let i = 0; i < 7; i += 1) {
    const geboren = plusDagen(datum('2026-03-02'), i)
    const { tot } = stap(plan({ dag: geboren }), 'geboorteaangifte').termijn
    assert.ok(tot)
    assert.equal(weekdagVan(tot), tabel.get(weekdagVan(geboren)), geboren)
  }
})

test('a holiday lengthens the birth report, and what it would have been is kept to explain it', () => {
  // Good Friday 3 April, Easter Monday 6 April 2026.
  const { termijn } = stap(plan({ dag: '2026-04-02' }), 'geboorteaangifte')
  assert.deepEqual(termijn, { tot: '2026-04-08', zonderVerlenging: '2026-04-05' })
  // Christmas on Friday and Saturday.
  assert.equal(stap(plan({ dag: '2026-12-23' }), 'geboorteaangifte').termijn.tot, '2026-12-28')
})

test('29 February: months and years count to the last day there is', () => {
  assert.equal(stap(plan({ dag: '2027-10-31' }), 'zorgverzekering').termijn.tot, '2028-02-29')
  assert.equal(stap(plan({ dag: '2028-02-29' }), 'zorgverzekering').termijn.tot, '2028-06-29')
  assert.equal(stap(plan({ dag: '2026-10-31' }), 'zorgverzekering').termijn.tot, '2027-02-28')
})

test('what custom says is not lengthened, and counts backwards from the date too', () => {
  const { termijn } = stap(plan({ dag: '2026-05-31' }), 'zwangerschapsverlof')
  assert.deepEqual(termijn, { tot: '2026-04-12' })
})

test('without a date there are no days, but every step', () => {
  const zonder = plan({})
  assert.ok(zonder.stappen.every(({ termijn }) => Object.keys(termijn).length === 0))
  assert.equal(zonder.eersteTermijn, undefined)
  assert.equal(stap(zonder, 'geboorteaangifte').staat, 'te-doen')
})

test('a birth to come: what needs the birth is for later, and so is what waits for that', () => {
  const straks = plan({ dag: '2026-06-10', antwoorden: { eerste: 'ja' } })
  assert.equal(stap(straks, 'erkennen').staat, 'te-doen')
  assert.equal(stap(straks, 'geboorteaangifte').staat, 'later')
  assert.equal(stap(straks, 'kinderbijslag').staat, 'later')
  assert.equal(stap(straks, 'bsn').staat, 'vanzelf')
})

test('the last day itself is in time, the day after is late', () => {
  const op = (vandaag: string) =>
    stap(plan({ dag: '2026-03-02', vandaag: datum(vandaag) }), 'geboorteaangifte').staat
  assert.equal(op('2026-03-02'), 'te-doen')
  assert.equal(op('2026-03-05'), 'te-doen')
  assert.equal(op('2026-03-06'), 'te-laat')
})

test('an answer makes a step fall away and says why; an open question keeps it, with the words for whom', () => {
  const getrouwd = plan({ antwoorden: { getrouwd: 'ja' } })
  assert.ok(!getrouwd.stappen.some((s) => s.stap.id === 'erkennen'))
  assert.equal(getrouwd.vervallen.find((v) => v.stap.id === 'erkennen')?.reden, 'antwoord')
  assert.equal(stap(plan({}), 'erkennen').isVoorwaardelijk, true)
  assert.equal(stap(plan({ antwoorden: { getrouwd: 'nee' } }), 'erkennen').isVoorwaardelijk, false)
})

test('numbers run on after a step has fallen away, and waiting names the step by its number here', () => {
  const { stappen } = plan({ antwoorden: { getrouwd: 'ja', werk: 'nee' } })
  assert.deepEqual(
    stappen.map((s) => s.nummer),
    stappen.map((_, i) => i + 1),
  )
  const aangifte = stappen.find((s) => s.stap.id === 'geboorteaangifte')
  assert.deepEqual(stappen.find((s) => s.stap.id === 'bsn')?.wachtOp, [aangifte?.nummer])
})

test('an organisation is the one of the place: a municipality, or on an island the public entity', () => {
  const utrecht = stap(plan({ plaats: 'GM0344' }), 'erkennen').wie
  assert.equal(utrecht.id, 'gemeente-GM0344')
  assert.equal(utrecht.vragen.telefoon?.nummer, '14 030')
  // The birth is reported where the child was born, wherever that is.
  assert.equal(stap(plan({ plaats: 'GM0344' }), 'geboorteaangifte').wie.id, 'gemeente')
  assert.equal(stap(plan({ plaats: 'bonaire' }), 'erkennen').wie.id, 'eiland-bonaire')
  assert.equal(stap(plan({ plaats: 'saba' }), 'kinderbijslag-eiland').wie.id, 'rcn-szw')
})

test('recognising a child is done at the desk of this municipality; calling and writing are to ask', () => {
  const { kanalen, vragen } = stap(plan({ plaats: 'GM0344' }), 'erkennen').wie
  assert.deepEqual(Object.keys(kanalen), ['balie'])
  assert.match(kanalen.balie?.adres ?? '', /^Stadsplateau/)
  assert.match(kanalen.balie?.tekst?.nl ?? '', /Burgerzaken/)
  assert.deepEqual(Object.keys(vragen).sort(), ['brief', 'informatiepunt', 'telefoon', 'web'])
})

test('registering where one is going to live is at that municipality, also for who leaves an island', () => {
  const gebeurtenis = corpus.gebeurtenissen.get('emigreren')
  assert.ok(gebeurtenis)
  assert.equal(stap(plan({ plaats: 'saba', gebeurtenis }), 'inschrijven-nieuw').wie.id, 'gemeente')
})

test('who moves reports it where they are going to live, which is not the place they live in now', () => {
  for (const [id, stapId] of [
    ['verhuizen', 'melden'],
    ['samenwonen', 'verhuizen'],
    ['scheiden', 'adres'],
    ['studeren', 'verhuizen'],
    ['trouwen', 'verhuizen'],
  ] as const) {
    const gebeurtenis = corpus.gebeurtenissen.get(id)
    assert.ok(gebeurtenis)
    const { wie, stap: gemaakt } = stap(plan({ plaats: 'GM0344', gebeurtenis }), stapId)
    assert.equal(wie.id, 'gemeente', id)
    assert.match(gemaakt.welke?.nl ?? '', /waar u gaat wonen/)
  }
})

test('a municipality that we have no description of keeps its own name and the general ways', () => {
  const { eigenNaam, kanalen } = stap(plan({ plaats: 'GM0037' }), 'erkennen').wie
  assert.equal(eigenNaam, 'Gemeente Stadskanaal')
  assert.ok(kanalen.balie)
})

test('each place has its own steps; before we know the place, the country of the language', () => {
  const ids = (wens: Wens) => plan(wens).stappen.map((s) => s.stap.id)
  assert.ok(!ids({ plaats: 'bonaire' }).includes('geboorteaangifte'))
  assert.ok(ids({ plaats: 'bonaire' }).includes('geboorteaangifte-eiland'))
  assert.ok(!ids({ plaats: 'GM0344' }).includes('kinderbijslag-eiland'))
  assert.ok(ids({ land: 'caribisch' }).includes('kinderbijslag-eiland'))
  assert.ok(ids({}).includes('geboorteaangifte'))
})

test('no step anywhere is without a way for somebody without a computer', () => {
  for (const [id, g] of corpus.gebeurtenissen) {
    for (const plaats of ['GM0344', 'GM0037', 'bonaire', 'saba', 'sint-eustatius', undefined]) {
      for (const { stap: s, wie } of plan({ gebeurtenis: g, ...(plaats && { plaats }) }).stappen) {
        const wegen = Object.keys(wie.kanalen)
        assert.ok(
          wegen.some((w) => ['telefoon', 'balie', 'brief', 'informatiepunt'].includes(w)),
          `${id} ${s.id} ${plaats}`,
        )
      }
    }
  }
})

test('the first term to come is the one the page begins with', () => {
  assert.equal(plan({ dag: '2026-03-02' }).eersteTermijn?.stap.id, 'geboorteaangifte')
  assert.equal(plan({ dag: '2026-06-10' }).eersteTermijn?.stap.id, 'zwangerschapsverlof')
})
