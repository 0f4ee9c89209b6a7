import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { maakStappenplan } from '../gebeurtenissen/index.ts'
import { datum, parseDatum } from '../kalender/index.ts'
import type { Overzicht } from '../rechten/index.ts'
import { vindKring } from './plan.ts'
import { stelVoor, type Voorstelinvoer } from './voorstel.ts'

const corpus = proefcorpus()
const vandaag = datum('2026-03-01')

function invoer(gebeurtenis: string, anders: Partial<Voorstelinvoer> = {}): Voorstelinvoer {
  const gevonden = corpus.gebeurtenissen.get(gebeurtenis)
  assert.ok(gevonden, gebeurtenis)
  const stappenplan = maakStappenplan({
    gebeurtenis: gevonden,
    gegevens: { datum: datum('2026-02-20'), antwoorden: {} },
    plaats: corpus.engine.gebieden.get('GM0363'),
    organisaties: corpus.organisaties,
    vandaag,
    landBijGeenPlaats: 'nederland',
  })
  return {
    plan: { gebeurtenis, stappenplan },
    zaken: [],
    uitvoerderVan: () => undefined,
    isOverheid: (id) => corpus.organisaties.get(id)?.overheid === true,
    vandaag,
    ...anders,
  }
}

test('of every life event a plan that can be taken over: owners, no term that is over, no circle, a reason for each', (t) => {
  let stappen = 0
  for (const id of corpus.gebeurtenissen.keys()) {
    const voorstel = stelVoor(invoer(id))
    stappen += voorstel.stappen.length
    const ids = new Set(voorstel.stappen.map(({ stap }) => stap))
    for (const { wachtOp, termijn, redenen } of voorstel.stappen) {
      assert.ok(wachtOp.every((een) => ids.has(een)))
      assert.ok(termijn === undefined || (termijn >= vandaag && parseDatum(termijn)))
      assert.ok(redenen.length > 0)
    }
    assert.equal(vindKring(new Map(voorstel.stappen.map((een) => [een.stap, een]))), undefined)
    for (const { organisatie, redenen } of voorstel.organisaties)
      assert.ok(redenen.length > 0 && corpus.organisaties.get(organisatie)?.overheid === true)
  }
  t.diagnostic(`${stappen} stappen`)
  assert.ok(stappen > 100)
})

test('running cases and rights bring in organisations that no step names, and say why', () => {
  const uitkomst = (regeling: string) => ({ regeling }) as Overzicht['groepen']['zeker'][number]
  const voorstel = stelVoor({
    ...invoer('scheiden'),
    zaken: [{ zaak: 'zaak-1', organisatie: 'duo' }],
    overzicht: {
      groepen: {
        zeker: [uitkomst('aow')],
        mogelijk: [],
        'vraag-na': [],
        'niet-nu': [uitkomst('kinderbijslag')],
      },
    },
    uitvoerderVan: (regeling) => (regeling === 'aow' ? 'svb' : 'gemeente-nergens'),
  })
  const van = (organisatie: string) =>
    voorstel.organisaties.find((een) => een.organisatie === organisatie)?.redenen
  assert.ok(van('duo')?.some((reden) => reden.soort === 'lopende-zaak' && reden.zaak === 'zaak-1'))
  assert.ok(van('svb')?.some((reden) => reden.soort === 'recht' && reden.groep === 'zeker'))
  assert.equal(JSON.stringify(voorstel).includes('kinderbijslag'), false, 'wat niet kan, is geen reden')
  const { plan: _, ...zonder } = invoer('scheiden')
  assert.deepEqual(stelVoor(zonder), { stappen: [], organisaties: [] })
})
