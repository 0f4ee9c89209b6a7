import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../../../kalender/index.ts'
import { filterVan, inAdres, inzageZoekdeel, leesKeuze } from './inzage-filter.ts'

const keuzes = {
  verwerkingen: ['inloggen', 'schuldhulp-geven'],
  organisaties: ['gemeente-utrecht', 'svb'],
  portalen: ['mijn-stad', 'mijn-land'],
}
const lees = (vraag: string) => leesKeuze(new URLSearchParams(vraag), keuzes)

test('a choice survives the address, in which no organisation and no purpose stands', () => {
  for (const keuze of [
    {},
    { kijker: 'programma' },
    { kijker: 'portaal' },
    { kijker: 'portaal', portaal: 'mijn-land' },
    { verwerking: 'schuldhulp-geven', organisatie: 'gemeente-utrecht' },
    { kijker: 'zelf', vanaf: datum('2026-01-01'), totEnMet: datum('2026-01-31') },
  ] as const) {
    const inVraag = new URLSearchParams(inAdres(keuze, keuzes)).toString()
    assert.deepEqual(lees(inVraag), { keuze, fouten: [], bladzij: 1, voor: undefined })
    assert.doesNotMatch(inVraag, /utrecht|svb|schuld|mijn/)
  }
})

test('a choice that is not on the list is said, and never gives everything instead', () => {
  for (const [vraag, veld] of [
    ['wat=3', 'wat'],
    ['wat=0', 'wat'],
    ['wat=inloggen', 'wat'],
    ['wie=3', 'wie'],
    ['wie=svb', 'wie'],
    ['wie=-1', 'wie'],
    ['wie=portaal3', 'wie'],
    ['wie=portaal0', 'wie'],
    ['wie=zelf1', 'wie'],
  ] as const)
    assert.deepEqual(lees(vraag).fouten, [{ veld, soort: 'niet-in-lijst' }], vraag)
  assert.deepEqual(lees('wat=&wie=').fouten, [])
})

test('what is no page is the first one; what is no date, or ends before it begins, is said', () => {
  for (const vreemd of ['n=0', 'n=100', 'n=x', 'voor=gisteren', 'voor=-1'])
    assert.deepEqual(lees(vreemd), { keuze: {}, fouten: [], bladzij: 1, voor: undefined }, vreemd)
  assert.deepEqual(lees('n=2&voor=1000').voor, new Date(1000))
  assert.equal(lees('n=7').bladzij, 7)
  assert.equal(lees('vanaf=5-2-2026').keuze.vanaf, '2026-02-05')
  assert.deepEqual(lees('vanaf=2026-02-30').fouten, [{ veld: 'vanaf', soort: 'geen-dag' }])
  assert.deepEqual(lees('vanaf=2026-02-02&tm=2026-02-01').fouten, [{ veld: 'tm', soort: 'te-vroeg' }])
  assert.deepEqual(lees('vanaf=2026-02-02&tm=2026-02-02').fouten, [])
})

test('a period is of whole days in the Netherlands, and the last day belongs to it', () => {
  assert.deepEqual(filterVan({ vanaf: datum('2026-03-28'), totEnMet: datum('2026-03-29') }), {
    vanaf: new Date('2026-03-27T23:00:00Z'),
    tot: new Date('2026-03-29T22:00:00Z'),
  })
  assert.deepEqual(filterVan({ organisatie: 'svb' }), { organisatie: 'svb' })
  assert.deepEqual(filterVan({ kijker: 'zelf' }), { zonderOrganisatie: true })
})

test('another language gets the same choice, and nothing else that stood in the address', () => {
  assert.equal(
    inzageZoekdeel(new URLSearchParams('wat=2&wie=meegekomen&vanaf=2026-01-01&tm=&naam=Jan&n=2&voor=1000')),
    '?wat=2&wie=meegekomen&vanaf=2026-01-01&n=2&voor=1000',
  )
  assert.equal(inzageZoekdeel(new URLSearchParams('wie=portaal2')), '?wie=portaal2')
  assert.equal(inzageZoekdeel(new URLSearchParams('wie=Jan Jansen&vanaf=morgen')), '')
})
