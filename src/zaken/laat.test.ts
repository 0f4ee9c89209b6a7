import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Zaakduur, Zaaktypetaal } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { naDuur } from './duur.ts'
import { dwangsom, isIngebrekestellingMogelijk } from './ingebreke.ts'
import { type Signaalvraag, signalenVan } from './laat.ts'
import { bronId, dag, proeftype, proefzaak } from './proefzaken.ts'
import { verwachtingen, wettelijkeTermijn } from './termijn.ts'
import type { Zaakgegevens } from './zaakgegevens.ts'

const wet: Zaakduur = {
  tot: { aantal: 8, eenheid: 'weken' },
  vanaf: 'aanvraag',
  zekerheid: 'wet',
  artikel: 'Proefwet artikel 1',
  vertrouwen: 'opgesteld',
}

function taal(duur?: Zaakduur): Zaaktypetaal {
  const naam = { nl: 'Proef', en: 'Proef', pap: 'Proef' }
  return { id: 'proef', onderwerp: 'wonen', herken: ['Proef'], naam, ...(duur && { duur }) }
}

function vraag(vandaag: string, anders: Partial<Signaalvraag> = {}): Signaalvraag {
  return {
    zaaktype: undefined,
    groep: 'in-behandeling',
    doet: 'organisatie',
    laatst: dag('2026-01-05'),
    vandaag: dag(vandaag),
    ...anders,
  }
}

const soorten = (zaak: Partial<Zaakgegevens>, wat: Signaalvraag) =>
  signalenVan(proefzaak(zaak), wat).map(({ soort }) => soort)

test('a case is late on the first day after its term, and a term never ends on a day when nobody works', () => {
  for (const [termijn, vandaag, isLaat] of [
    // Wednesday.
    ['2026-03-04', '2026-03-04', false],
    ['2026-03-04', '2026-03-05', true],
    // Saturday: Monday is in time as well.
    ['2026-03-07', '2026-03-09', false],
    ['2026-03-07', '2026-03-10', true],
    // Good Friday to Easter Monday.
    ['2026-04-03', '2026-04-07', false],
    ['2026-04-03', '2026-04-08', true],
    // King's Day is a Monday; Liberation Day a Tuesday.
    ['2026-04-25', '2026-04-28', false],
    ['2026-04-25', '2026-04-29', true],
    ['2026-05-05', '2026-05-06', false],
    ['2026-05-05', '2026-05-07', true],
    // Christmas 2026 is a Friday and a Saturday.
    ['2026-12-25', '2026-12-28', false],
    ['2026-12-25', '2026-12-29', true],
  ] as const)
    assert.deepEqual(
      soorten({ uiterlijk: dag(termijn) }, vraag(vandaag, { laatst: dag(vandaag) })),
      isLaat ? ['te-laat'] : [],
      `${termijn} op ${vandaag}`,
    )
})

test('who waits for the applicant, or decided, or is closed, or whose term stands still, is not late', () => {
  const voorbij = { uiterlijk: dag('2026-02-02') }
  const later = '2026-06-01'
  assert.deepEqual(soorten(voorbij, vraag(later)), ['te-laat'])
  assert.deepEqual(soorten(voorbij, vraag(later, { doet: undefined, groep: undefined })), ['te-laat'])
  for (const [zaak, anders] of [
    [{ ...voorbij, isOpgeschort: true }, {}],
    [{ ...voorbij, einde: dag('2026-03-01') }, {}],
    [voorbij, { groep: 'wacht-op-u', doet: 'u' }],
    [voorbij, { groep: 'in-behandeling', doet: 'u' }],
    [voorbij, { groep: 'beslist', doet: 'niemand' }],
    [voorbij, { groep: 'afgerond', doet: undefined }],
  ] as const)
    assert.deepEqual(soorten(zaak, vraag(later, anders)), [])
})

test('we count ourselves only from an article that says from where, and never past an extension', () => {
  const zaak = { start: dag('2026-03-10'), isVerlengd: false }
  // Eight weeks after Tuesday 10 March is Tuesday 5 May, Liberation Day.
  assert.deepEqual(wettelijkeTermijn(zaak, taal(wet)), {
    soort: 'wettelijk',
    datum: '2026-05-06',
    volgens: 'wet',
    artikel: 'Proefwet artikel 1',
  })
  assert.deepEqual(wettelijkeTermijn({ ...zaak, uiterlijk: dag('2026-04-01') }, taal(wet)), {
    soort: 'wettelijk',
    datum: '2026-04-01',
    volgens: 'organisatie',
  })
  const { vanaf: _, ...zonderBegin } = wet
  for (const duur of [
    undefined,
    zonderBegin,
    { ...wet, vanaf: 'einde-bezwaartermijn' },
    { ...wet, zekerheid: 'meestal' },
  ] as const)
    assert.equal(wettelijkeTermijn(zaak, taal(duur)), undefined)
  assert.equal(wettelijkeTermijn({ ...zaak, isVerlengd: true }, taal(wet)), undefined)
  assert.equal(wettelijkeTermijn(zaak, undefined), undefined)
})

test('every date says what it is, the soonest first; what is no promise is not there', () => {
  const zaak = proefzaak({ gepland: dag('2026-07-01'), uiterlijk: dag('2026-06-20') })
  const verwacht = (anders: Partial<Zaakgegevens>, groep: Signaalvraag['groep'] = 'in-behandeling') =>
    verwachtingen({ ...zaak, ...anders }, undefined, groep, dag('2026-06-01'))
  const [plan, wettelijk] = [
    { soort: 'gepland', datum: '2026-07-01' },
    { soort: 'wettelijk', datum: '2026-06-20', volgens: 'organisatie' },
  ]
  assert.deepEqual(verwacht({}), [wettelijk, plan])
  assert.deepEqual(verwacht({ isOpgeschort: true }), [])
  assert.deepEqual(verwacht({ einde: dag('2026-05-30') }), [])
  assert.deepEqual(verwacht({}, 'beslist'), [plan])
  assert.deepEqual(verwacht({ gepland: dag('2026-05-31') }), [wettelijk], 'a plan that is past says nothing')
  assert.deepEqual(verwacht({ gepland: dag('2026-05-31'), uiterlijk: dag('2026-05-30') }), [
    { ...wettelijk, datum: '2026-05-30' },
  ])
})

test('silence counts from what last happened, by what the organisation itself says, and only then', () => {
  const type = proeftype({ servicenorm: 'P4W', doorlooptijd: 'P8W' })
  const stil = (t: Zaakgegevens['type'], vandaag: string) =>
    signalenVan(proefzaak({ type: t }), vraag(vandaag, { laatst: dag('2026-03-02') }))
  // Four weeks after Monday 2 March is Monday 30 March.
  assert.deepEqual(stil(type, '2026-03-30'), [])
  assert.deepEqual(stil(type, '2026-03-31'), [
    { soort: 'stil', sinds: '2026-03-02', gebruikelijkDagen: 28, volgens: 'servicenorm' },
  ])
  assert.deepEqual(stil(proeftype({ doorlooptijd: 'P8W' }), '2026-05-01'), [
    { soort: 'stil', sinds: '2026-03-02', gebruikelijkDagen: 56, volgens: 'doorlooptijd' },
  ])
  // Five weeks after 2 March would be Easter Monday.
  assert.deepEqual(stil(proeftype({ doorlooptijd: 'P5W' }), '2026-04-07'), [])
  assert.equal(stil(proeftype({ doorlooptijd: 'P5W' }), '2026-04-08').length, 1)
  assert.deepEqual(stil(proeftype(), '2030-01-01'), [], 'nobody knows how long it usually takes')
  assert.deepEqual(stil(proeftype({ servicenorm: 'gauw', doorlooptijd: 'P0D' }), '2030-01-01'), [])
})

test('a duration of a catalogue is read as the standard writes it', () => {
  for (const [duur, dan] of [
    ['P8W', '2026-03-28'],
    ['P1M', '2026-02-28'],
    ['P1Y', '2027-01-31'],
    ['P56D', '2026-03-28'],
    ['P99Y', undefined],
    ['P0D', undefined],
    ['acht weken', undefined],
  ] as const)
    assert.equal(naDuur(dag('2026-01-31'), duur), dan, duur)
})

const bijstandMetDwangsom: Zaaktypetaal = {
  id: 'bijstandsuitkering',
  onderwerp: 'geld',
  herken: ['Bijstand'],
  naam: { nl: 'Bijstand' },
  dwangsom: { artikel: 'Algemene wet bestuursrecht artikel 4:17', vertrouwen: 'opgesteld' },
}

test('of tax, of requests for information and of what nobody described it is never spoken', () => {
  const { zaaktaal } = proefcorpus()
  for (const naam of [
    'Kwijtschelding gemeentelijke belastingen',
    'Woo-verzoek',
    'Parkeervergunning',
    'Iets anders',
  ])
    assert.equal(zaaktaal.vindZaaktype(naam)?.dwangsom, undefined, naam)
  assert.ok(zaaktaal.vindZaaktype('Bijstandsuitkering')?.dwangsom)
})

test('ingebrekestelling is spoken of only where it is established, and its amounts add up', () => {
  const zaak = proefzaak({ type: proeftype({ isAanvraagMetBesluit: true }), uiterlijk: dag('2026-02-02') })
  const zaaktype = bijstandMetDwangsom
  assert.ok(isIngebrekestellingMogelijk(zaak, zaaktype))
  assert.equal(isIngebrekestellingMogelijk(zaak, undefined), false)
  assert.deepEqual(signalenVan(zaak, { ...vraag('2026-06-01'), zaaktype }), [
    { soort: 'te-laat', termijn: '2026-02-02', volgens: 'organisatie', kan: 'ingebrekestelling' },
  ])
  for (const anders of [
    { type: proeftype() },
    { rol: 'belanghebbende' },
    { organisatie: bronId('dienst-toeslagen') },
    { organisatie: bronId('uwv') },
  ] as const)
    assert.equal(isIngebrekestellingMogelijk({ ...zaak, ...anders }, zaaktype), false)
  const samen = dwangsom.treden.reduce((som, { dagen, perDag }) => som + dagen * perDag, 0)
  assert.equal(samen, dwangsom.hoogstens)
})
