import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum, plusDagen } from '../kalender/index.ts'
import { HOOGSTENS_STAPPEN } from './begrippen.ts'
import { vindKring } from './plan.ts'
import {
  bank,
  begin,
  gemeente,
  geopend,
  inwoner,
  medewerker,
  stapje,
  svb,
  vandaagOp,
  woord,
} from './proefketen.ts'
import { verloopVan } from './verloop.ts'
import { ketenzin, stapduur, type Verwachtbaar } from './verwachting.ts'
import { zicht } from './zicht.ts'

const weigering = (besluit: ReturnType<ReturnType<typeof geopend>['doe']>) =>
  besluit.soort === 'geweigerd' ? besluit.weigering : 'ok'
const baas = medewerker(gemeente)

test('a plan that goes round is refused, and the circle is named', () => {
  const keten = geopend()
  const plan = (...stappen: Parameters<typeof stapje>[]) =>
    weigering(keten.doe(baas, { soort: 'plan-stappen', stappen: stappen.map((een) => stapje(...een)) }))
  assert.deepEqual(plan(['a', { wachtOp: ['c'] }], ['b', { wachtOp: ['a'] }], ['c', { wachtOp: ['b'] }]), {
    reden: 'kring',
    stappen: ['a', 'c', 'b', 'a'],
  })
  assert.equal(keten.stand?.stappen.size, 0, 'all or nothing')
  assert.deepEqual(plan(['a', { wachtOp: ['a'] }]), { reden: 'kring', stappen: ['a', 'a'] })
  assert.equal(plan(['a'], ['b', { wachtOp: ['a'] }], ['c', { wachtOp: ['a', 'b'] }]), 'ok')
  // Two who each add half of a circle: the second is refused, whatever it was based on.
  assert.deepEqual(weigering(keten.doe(baas, { soort: 'wijzig-stap', stap: 'a', wachtOp: ['c'] })), {
    reden: 'kring',
    stappen: ['a', 'c', 'a'],
  })
})

test('a chain of a hundred thousand steps is looked at without falling over', () => {
  const lang = new Map(
    Array.from({ length: 100_000 }, (_, n) => [`${n}`, { wachtOp: n === 0 ? [] : [`${n - 1}`] }]),
  )
  assert.equal(vindKring(lang), undefined)
  lang.set('0', { wachtOp: ['99999'] })
  assert.equal(vindKring(lang)?.length, 100_001)
})

test('too many steps, a term that is over, a step that is not there, an owner who is no government: said as it is', () => {
  const keten = geopend()
  const plan = (...stappen: ReturnType<typeof stapje>[]) =>
    weigering(keten.doe(baas, { soort: 'plan-stappen', stappen }))
  const vandaag = vandaagOp(begin)
  const tot = (aantal: number) => plan(...Array.from({ length: aantal }, (_, n) => stapje(`s${n}`)))
  assert.deepEqual(tot(5_000), { reden: 'te-veel', wat: 'stappen', hoogstens: HOOGSTENS_STAPPEN })
  assert.deepEqual(plan(stapje('x', { termijn: plusDagen(vandaag, -1) })), {
    reden: 'termijn-voorbij',
    stap: 'x',
  })
  assert.equal(plan(stapje('x', { termijn: vandaag })), 'ok')
  assert.deepEqual(plan(stapje('y', { wachtOp: ['nergens'] })), { reden: 'niet-gevonden' })
  assert.deepEqual(plan(stapje('y', { eigenaar: { soort: 'organisatie', organisatie: bank } })), {
    reden: 'geen-overheid',
  })
  assert.deepEqual(plan(stapje('y', { eigenaar: { soort: 'partij', deelnemer: 'wie' } })), {
    reden: 'niet-gevonden',
  })
  assert.deepEqual(plan(stapje('x')), { reden: 'bestaat-al' })
  assert.deepEqual(plan(), { reden: 'leeg' })
  assert.equal(tot(HOOGSTENS_STAPPEN - 1), 'ok')
  assert.deepEqual(plan(stapje('een te veel')), {
    reden: 'te-veel',
    wat: 'stappen',
    hoogstens: HOOGSTENS_STAPPEN,
  })
})

test('a step goes as a task of FHIR goes: only its owner takes it on, and it is not done before what it waits for', () => {
  const keten = geopend()
  keten.doe(baas, {
    soort: 'plan-stappen',
    stappen: [stapje('a'), stapje('b', { eigenaar: { soort: 'inwoner' }, wachtOp: ['a'] })],
  })
  const zet = (
    wie: Parameters<typeof keten.doe>[0],
    soort: 'aanvaard-stap' | 'begin-stap' | 'rond-stap-af',
    stap = 'a',
  ) => weigering(keten.doe(wie, { soort, stap }))
  const bijSvb = medewerker(svb)
  assert.deepEqual(zet(baas, 'aanvaard-stap'), { reden: 'mag-niet' })
  assert.deepEqual(zet(bijSvb, 'rond-stap-af'), { reden: 'kan-niet-nu', stand: 'gevraagd' })
  assert.equal(zet(bijSvb, 'aanvaard-stap'), 'ok')
  assert.equal(zet(bijSvb, 'begin-stap'), 'ok')
  assert.deepEqual(zet(inwoner, 'rond-stap-af', 'b'), { reden: 'wacht-nog', stappen: ['a'] })
  assert.equal(zet(bijSvb, 'rond-stap-af'), 'ok')
  assert.equal(zet(inwoner, 'rond-stap-af', 'b'), 'ok')
  const [a, b] = ['a', 'b'].map((id) => keten.stand?.stappen.get(id))
  assert.deepEqual([a?.stand, b?.stand, b?.vrijSinds], ['klaar', 'klaar', keten.nu])
  assert.equal(
    weigering(keten.doe(bijSvb, { soort: 'weiger-stap', stap: 'a', reden: woord('r') })) === 'ok',
    false,
  )
})

test('a step can get another title, and has one number for everybody who sees it', () => {
  const keten = geopend()
  const plan = [stapje('a', { eigenaar: { soort: 'inwoner' } }), stapje('b')]
  keten.doe(baas, { soort: 'plan-stappen', stappen: plan })
  const titel = { soort: 'vrij', tekst: woord('zonder typfout') } as const
  assert.equal(weigering(keten.doe(baas, { soort: 'wijzig-stap', stap: 'b', titel })), 'ok')
  assert.notEqual(weigering(keten.doe(medewerker(svb), { soort: 'wijzig-stap', stap: 'b', titel })), 'ok')
  assert.ok(keten.stand)
  const stand = keten.stand
  const ziet = (wie: Parameters<typeof zicht>[1]) =>
    zicht(stand, wie, keten.nu)?.stappen.map((een) => [een.stap, een.plaats, een.titel])
  assert.deepEqual(ziet(medewerker(svb)), [['b', 2, titel]])
  assert.deepEqual(ziet(inwoner)?.at(-1), ['b', 2, titel])
})

const vandaag = datum('2026-03-02')
const los = (stap: string, anders: Partial<Verwachtbaar> = {}): readonly [string, Verwachtbaar] => [
  stap,
  {
    stap,
    eigenaar: { soort: 'organisatie', organisatie: svb },
    stand: 'aanvaard',
    termijn: datum('2026-04-01'),
    wachtOp: [],
    ...anders,
  },
]

test('the sentence: where it lies now, what comes after it, and when, along the longest way', () => {
  const dagen: Readonly<Record<string, number>> = { a: 4, b: 9, c: 6 }
  const zin = ketenzin(
    new Map([los('a'), los('b'), los('c', { wachtOp: ['a', 'b'] }), los('d', { stand: 'klaar' })]),
    ({ stap }) => {
      const mediaan = dagen[stap] ?? 0
      return { soort: 'bekend', aantal: 20, mediaan, kwart: mediaan - 2, driekwart: mediaan + 3 }
    },
    vandaag,
  )
  assert.deepEqual(zin.kritiek, ['b', 'c'])
  assert.deepEqual([zin.nu.map(({ stap }) => stap), zin.daarna.map(({ stap }) => stap)], [['a', 'b'], ['c']])
  // 9 + 6 days; a quarter of the time 7 + 4, a quarter of the time more than 12 + 9.
  assert.deepEqual(zin.einde, {
    soort: 'verwacht',
    dag: datum('2026-03-17'),
    vanaf: datum('2026-03-13'),
    tot: datum('2026-03-23'),
  })
  assert.deepEqual(
    zin.wachten.map(({ stap, op }) => [stap, op.stap]),
    [
      ['c', 'a'],
      ['c', 'b'],
    ],
  )
})

test('unknown is not zero: without history there is a term and no forecast, and so for what comes after', () => {
  const onbekend = { soort: 'onbekend', aantal: 3 } as const
  const bekend = { soort: 'bekend', aantal: 10, mediaan: 1, kwart: 1, driekwart: 2 } as const
  const plan = new Map([los('a'), los('b', { wachtOp: ['a'], termijn: datum('2026-03-10') })])
  const zin = ketenzin(plan, ({ stap }) => (stap === 'a' ? onbekend : bekend), vandaag)
  assert.deepEqual(
    [...zin.nu, ...zin.daarna].map(({ klaar }) => klaar),
    // Its own term is before that of what it waits for: not before then.
    [
      { soort: 'termijn', dag: datum('2026-04-01') },
      { soort: 'termijn', dag: datum('2026-04-01') },
    ],
  )
  // It takes longer already than three in four did: history says nothing about this one any more.
  const lang = new Map([los('a', { vrijSinds: new Date('2026-02-01T10:00:00Z') })])
  assert.deepEqual(ketenzin(lang, () => bekend, vandaag).einde, {
    soort: 'termijn',
    dag: datum('2026-04-01'),
  })
  assert.deepEqual(
    ketenzin(new Map(), () => bekend, vandaag),
    { nu: [], daarna: [], kritiek: [], wachten: [] },
  )
})

test('from fewer than ten nothing is said; median and quarters of what was counted', () => {
  assert.deepEqual(stapduur([]), { soort: 'onbekend', aantal: 0 })
  assert.deepEqual(stapduur([{ dagen: 3, aantal: 9 }]), { soort: 'onbekend', aantal: 9 })
  const tellingen = [
    { dagen: 30, aantal: 1 },
    { dagen: 2, aantal: 4 },
    { dagen: 5, aantal: 5 },
  ]
  assert.deepEqual(stapduur(tellingen), { soort: 'bekend', aantal: 10, mediaan: 5, kwart: 2, driekwart: 5 })
})

test('what is given anew for a later term is one share: who stops it stops all of it, and it keeps its name', () => {
  const keten = geopend()
  keten.doe(baas, { soort: 'plan-stappen', stappen: [stapje('a', { mee: ['vraag'] })] })
  const termijn = plusDagen(vandaagOp(keten.nu), 60)
  assert.equal(weigering(keten.doe(baas, { soort: 'wijzig-stap', stap: 'a', termijn })), 'ok')
  const geldt = () =>
    [...(keten.stand?.delingen.values() ?? [])].filter(
      ({ onderdeel, stand }) => onderdeel === 'vraag' && stand === 'geldt',
    )
  const ziet = () =>
    keten.stand && zicht(keten.stand, medewerker(svb), keten.nu)?.onderdelen.some(({ id }) => id === 'vraag')
  const alle = geldt()
  const laatste = alle.at(-1)
  assert.ok(laatste && alle.length > 1 && ziet())
  assert.equal(weigering(keten.doe(baas, { soort: 'stop-deling', deling: laatste.id })), 'ok')
  assert.deepEqual([geldt(), ziet()], [[], false])
  const gestopt = verloopVan(keten.voorvallen).filter(({ soort }) => soort === 'deling-gestopt')
  assert.deepEqual(
    gestopt.map(({ wie }) => wie),
    alle.map(() => svb),
  )
})
