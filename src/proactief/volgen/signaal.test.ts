import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Contactgronden } from '../../corpus/index.ts'
import { type Ontvanger, planContact } from './contact.ts'
import type { Rechtsstand } from './herziening.ts'
import { beantwoord, type Signaal, verwerk } from './signaal.ts'

const eur = (waarde: number): Rechtsstand => ({
  recht: 'ja',
  bedrag: { waarde, valuta: 'EUR', per: 'maand' },
})
const niets: Rechtsstand = { recht: 'nee' }
const geboorte = { soort: 'geboorte', bron: 'rvig', melding: 'a' } as const
const waarom = { aanleidingen: [geboorte], gegevens: ['kinderen.*'] }
const erom = () => waarom
const kans: Signaal = {
  regeling: 'kinderbijslag',
  soort: 'kans',
  stand: 'open',
  voor: niets,
  na: eur(100),
  ...waarom,
}

test('a change back undoes a signal that nobody heard of, and is told to whom was told', () => {
  const heen = verwerk([], [{ regeling: 'kinderbijslag', voor: niets, na: eur(100) }], erom)
  assert.deepEqual(heen, [kans])
  const terug = [{ regeling: 'kinderbijslag', voor: eur(100), na: niets }]
  assert.deepEqual(
    verwerk(heen, terug, erom).map(({ stand }) => stand),
    ['vervallen'],
  )
  const verteld: readonly Signaal[] = [{ ...kans, stand: 'verteld' }]
  assert.deepEqual(
    verwerk(verteld, terug, erom).map(({ stand }) => stand),
    ['hersteld'],
  )
  // And what changes once more after that is a signal of its own.
  const weer = verwerk(
    verwerk(heen, terug, erom),
    [{ regeling: 'kinderbijslag', voor: niets, na: eur(90) }],
    erom,
  )
  assert.deepEqual(
    weer.map(({ stand, na }) => [stand, na?.bedrag?.waarde]),
    [
      ['vervallen', undefined],
      ['open', 90],
    ],
  )
})

test('changes one after another are one signal, from what was to what is', () => {
  const na = verwerk([kans], [{ regeling: 'kinderbijslag', voor: eur(100), na: eur(150) }], erom)
  assert.equal(na.length, 1)
  assert.deepEqual([na[0]?.soort, na[0]?.voor, na[0]?.na], ['kans', niets, eur(150)])
  // Told of the first, they hear of the second, and never of the same twice.
  const verteld = verwerk(
    [{ ...kans, stand: 'verteld' }],
    [{ regeling: 'kinderbijslag', voor: eur(100), na: eur(150) }],
    erom,
  )
  assert.deepEqual(
    verteld.map(({ stand }) => stand),
    ['hersteld', 'open'],
  )
})

test('what was never looked at has not changed, and what nobody knows is no news', () => {
  const verschil = { regeling: 'kinderbijslag', voor: undefined, na: eur(100) }
  assert.deepEqual(verwerk([], [verschil], erom, { isEerste: true }), [])
  assert.deepEqual(verwerk([], [{ regeling: 'aow', voor: niets, na: { recht: 'onbekend' } }], erom), [])
  assert.deepEqual(verwerk([], [{ regeling: 'aow', voor: eur(1), na: { recht: 'onbekend' } }], erom), [])
})

test('what only the body that decides can know is hope for who lost a partner, and no news of what they had', () => {
  const verlies = () => ({ ...waarom, aanleidingen: [{ ...geboorte, soort: 'overlijden-partner' as const }] })
  const onbekend: Rechtsstand = { recht: 'onbekend', voldoet: true }
  const soorten = (voor: Rechtsstand, door: typeof verlies | typeof erom) =>
    verwerk([], [{ regeling: 'anw', voor, na: onbekend }], door).map(({ soort }) => soort)
  assert.deepEqual([soorten(niets, verlies), soorten(niets, erom)], [['kans'], []])
  assert.deepEqual(soorten(eur(100), verlies), [])
})

test('who answered is not asked again, and of what lapsed there is nothing to say', () => {
  assert.equal(beantwoord(kans, 'geregeld')?.stand, 'geregeld')
  assert.equal(beantwoord({ ...kans, stand: 'vervallen' }, 'hulp'), undefined)
})

const gewoon: Ontvanger = {
  isOverleden: false,
  geheimhouding: 'nee',
  isAfgemeld: false,
  heeftToegestemd: true,
  nietVoorMij: new Set(),
  ontvangtAl: new Set(),
}
const avg = {
  wet: 'Algemene verordening gegevensbescherming',
  artikel: '6 lid 1 onder a',
  bron: 'x',
} as const
const gronden: Contactgronden = new Map([
  ['kinderbijslag', { wijze: 'na-toestemming', ...avg, vertrouwen: 'opgesteld' }],
  ['zorgtoeslag', { wijze: 'na-toestemming', ...avg, vertrouwen: 'opgesteld' }],
  ['aow', { wijze: 'automatisch', ...avg, vertrouwen: 'alleen-tekst' }],
])

test('several changes are one message, and what has no established ground goes to a person', () => {
  const alle = ['kinderbijslag', 'zorgtoeslag', 'aow', 'bijstand'].map((regeling) => ({ ...kans, regeling }))
  const plan = planContact([...alle, { ...kans, stand: 'verteld' }], gewoon, gronden)
  assert.deepEqual(
    plan.bericht.map(({ regeling }) => regeling),
    ['kinderbijslag', 'zorgtoeslag'],
  )
  assert.deepEqual(
    plan.mens.map(({ regeling }) => regeling),
    ['aow', 'bijstand'],
  )
  assert.deepEqual(plan.niets, [])
})

test('nobody is told who died, said no, has a secret address, or has it already', () => {
  const reden = (anders: Partial<Ontvanger>, signaal = kans) => {
    const plan = planContact([signaal], { ...gewoon, ...anders }, gronden)
    assert.equal(plan.bericht.length + plan.mens.length + plan.niets.length, 1)
    return plan.niets[0]?.reden
  }
  assert.equal(reden({ isOverleden: true, isAfgemeld: true }), 'overleden')
  assert.equal(reden({ isAfgemeld: true }), 'afgemeld')
  assert.equal(reden({ geheimhouding: 'ja' }), 'geheim-adres')
  assert.equal(reden({ geheimhouding: 'onbekend' }), 'geheim-adres')
  assert.equal(reden({ nietVoorMij: new Set(['kinderbijslag']) }), 'niet-voor-mij')
  assert.equal(reden({ ontvangtAl: new Set(['kinderbijslag']) }), 'ontvangt-al')
  assert.equal(reden({ ontvangtAl: new Set(['kinderbijslag']) }, { ...kans, soort: 'minder' }), undefined)
  assert.equal(reden({ heeftToegestemd: false }), 'geen-toestemming')
  assert.equal(reden({}), undefined)
  // Not through a person either.
  assert.equal(reden({ isAfgemeld: true }, { ...kans, regeling: 'bijstand' }), 'afgemeld')
})
