import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOrganisatieId } from '../domain/index.ts'
import { parseDatum } from '../kalender/index.ts'
import type { Inzending } from './inzending.ts'
import type { Taak, Takenlijst } from './taakbron.ts'
import { legTakenErbij } from './takenlijst.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'

const svb = parseOrganisatieId('svb') ?? assert.fail()
const duo = parseOrganisatieId('duo') ?? assert.fail()

const zaak = (uuid: string, bron = svb): Zaakbeeld => ({
  ref: { bron, uuid },
  organisatie: bron,
  rol: 'initiator',
  titel: { van: 'bron', tekst: 'AOW' },
  start: parseDatum('2026-01-01') ?? assert.fail(),
  doet: 'organisatie',
  verwacht: [],
  isOpgeschort: false,
  isVerlengd: false,
  signalen: [],
  verwant: [],
})
const taak = (over: Partial<Taak> = {}): Taak => ({
  uuid: 't',
  titel: { nl: 'Stuur iets' },
  status: 'open',
  zaak: 'a',
  uitvoering: { soort: 'anders', elders: new URL('https://svb.example/doe') },
  ...over,
})

const heel = (taken: readonly Taak[]) => ({ taken, isVolledig: true })

test('an open task makes its own case one in which they must act, and no other', () => {
  const { metTaken } = legTakenErbij(
    [zaak('a'), zaak('b'), zaak('a', duo)],
    [{ bron: svb, taken: heel([taak()]) }],
    undefined,
  )
  assert.deepEqual(
    metTaken.map(({ doet, openTaken }) => [doet, openTaken]),
    [
      ['u', 1],
      ['organisatie', undefined],
      ['organisatie', undefined],
    ],
  )
})

test('while an organisation waits for them it is not late or silent', () => {
  const laat = {
    ...zaak('a'),
    signalen: [
      { soort: 'te-laat', termijn: parseDatum('2026-01-05') ?? assert.fail(), volgens: 'organisatie' },
    ],
  } as const
  assert.deepEqual(
    legTakenErbij([laat], [{ bron: svb, taken: { taken: [taak()], isVolledig: true } }], undefined)
      .metTaken[0]?.signalen,
    [],
  )
  assert.equal(
    legTakenErbij(
      [laat],
      [{ bron: svb, taken: { taken: [taak({ status: 'afgerond' })], isVolledig: true } }],
      undefined,
    ).metTaken[0]?.signalen.length,
    1,
  )
})

const inzending = (op: string, waar = 'a'): Inzending => ({
  nummer: 1,
  op: new Date(op),
  bron: svb,
  zaak: waar,
  taak: 't',
  bestanden: [],
})
const dag = (tekst: string) => parseDatum(tekst) ?? assert.fail()

test('what was sent makes it the turn of the organisation, until it takes a step or asks again', () => {
  const wacht: Zaakbeeld = { ...zaak('a'), doet: 'u', groep: 'wacht-op-u', statusOp: dag('2026-01-10') }
  const na = (
    een: Zaakbeeld,
    verstuurd: readonly Inzending[],
    taken: Takenlijst | 'onbekend' = heel([taak({ status: 'afgerond' })]),
  ) => {
    const { doet, groep, verstuurdOp } =
      legTakenErbij([een], [{ bron: svb, taken }], undefined, verstuurd).metTaken[0] ?? assert.fail()
    return [doet, groep, verstuurdOp]
  }
  const laat = '2026-01-12T10:00:00Z'
  assert.deepEqual(na(wacht, [inzending('2026-01-11T10:00:00Z'), inzending(laat)]), [
    'organisatie',
    'in-behandeling',
    '2026-01-12',
  ])
  const blijft = ['u', 'wacht-op-u', undefined]
  assert.deepEqual(na(wacht, []), blijft)
  // Of another case, before a step of a later day, or while the organisation does not say what it asks.
  assert.deepEqual(na(wacht, [inzending(laat, 'b')]), blijft)
  assert.deepEqual(na({ ...wacht, statusOp: dag('2026-01-13') }, [inzending(laat)]), blijft)
  assert.deepEqual(na(wacht, [inzending(laat)], 'onbekend'), blijft)
  assert.deepEqual(na(wacht, [inzending(laat)], heel([taak()])), blijft)
  assert.deepEqual(na({ ...wacht, einde: dag('2026-01-20') }, [inzending(laat)]), blijft)
  // After midnight in Amsterdam it is the next day.
  assert.equal(na(wacht, [inzending('2026-01-12T23:30:00Z')])[2], '2026-01-13')
})

test('a task that is done, cancelled, or in a state that nobody knows asks for nothing', () => {
  const taken = (['afgerond', 'geannuleerd', 'onbekend'] as const).map((status) => taak({ status }))
  const { metTaken, losseTaken } = legTakenErbij([zaak('a')], [{ bron: svb, taken: heel(taken) }], undefined)
  assert.equal(metTaken[0]?.openTaken, undefined)
  assert.deepEqual(losseTaken, [])
})

test('a task of a case that is not in the list stands apart, but not for whoever sees a part', () => {
  const { zaak: _, ...zonder } = taak()
  const perBron = [{ bron: svb, taken: heel([taak({ zaak: 'weg' }), zonder]) }]
  assert.equal(legTakenErbij([zaak('a')], perBron, undefined).losseTaken.length, 2)
  assert.deepEqual(
    legTakenErbij([zaak('a')], perBron, { soort: 'organisatie', organisatie: svb }).losseTaken,
    [],
  )
})

test('an organisation that did not say what it asks is named', () => {
  const perBron = [
    { bron: svb, taken: 'onbekend' as const },
    { bron: duo, taken: heel([]) },
  ]
  assert.deepEqual(legTakenErbij([], perBron, undefined).takenOnbekend, [svb])
  const deels = [{ bron: duo, taken: { taken: [taak()], isVolledig: false } }]
  assert.deepEqual(legTakenErbij([], deels, undefined).takenOnbekend, [duo])
})

test('who sees a part hears of a task that we could not read only where they see a case; of silence everywhere', () => {
  const half = { taken: [], isVolledig: false }
  const perBron = [
    { bron: svb, taken: half },
    { bron: duo, taken: half },
  ]
  const zicht = { soort: 'onderwerpen', onderwerpen: ['onderwijs'] } as const
  assert.deepEqual(legTakenErbij([zaak('a')], perBron, zicht).takenOnbekend, [svb])
  assert.deepEqual(legTakenErbij([zaak('a')], perBron, undefined).takenOnbekend, [svb, duo])
  const stil = [{ bron: duo, taken: 'onbekend' }] as const
  assert.deepEqual(legTakenErbij([zaak('a')], stil, zicht).takenOnbekend, [duo])
})
