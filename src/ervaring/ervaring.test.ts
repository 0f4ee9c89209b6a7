import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { type Ervaring, openErvaring } from './ervaring.ts'
import { geheugenErvaring } from './proefervaring.ts'
import { reizen, stappen, vindStap } from './reizen.ts'
import {
  antwoorden,
  type Gelukt,
  kanalen,
  type Reden,
  redenen,
  type Soort,
  soorten,
  talen,
} from './telling.ts'

const sleutel = Buffer.alloc(32, 3)
const svb = proeforganisatie('svb')
const via = { kanaal: 'web', taal: 'nl' } as const

function opstelling({ kapot = false }: { kapot?: boolean } = {}) {
  const store = geheugenErvaring()
  const stand = { nu: new Date('2026-03-01T22:30:00Z'), kapot }
  const ervaring = openErvaring({
    store: {
      ...store,
      schrijf: async (...wat) => {
        if (stand.kapot) throw new Error('de databank is weg')
        await store.schrijf(...wat)
      },
    },
    sleutel,
    nu: () => stand.nu,
    toeval: randomBytes,
  })
  const aantal = (soort: Soort) =>
    store.rijen().tellingen.reduce((som, een) => (een.soort === soort ? som + een.aantal : som), 0)
  return { ervaring, store, stand, aantal }
}

test('a form counts once, on the day it was made and the next, for the step and the organisation that it was made for', async () => {
  const { ervaring, store, stand, aantal } = opstelling()
  const stempel = ervaring.stempel('zaken-zaak', svb)
  assert.equal(await ervaring.antwoord(stempel, 'nee', via), 'geteld')
  assert.equal(await ervaring.antwoord(stempel, 'nee', via), 'al')
  assert.equal(await ervaring.antwoord(stempel, 'ja', via), 'al', 'nor another answer')
  const gisteren = ervaring.stempel('zaken-zaak', svb)
  const eergisteren = ervaring.stempel('zaken-zaak', svb)
  stand.nu = new Date('2026-03-02T22:30:00Z')
  assert.equal(await ervaring.antwoord(gisteren, 'ja', via), 'geteld')
  stand.nu = new Date('2026-03-03T23:30:00Z')
  assert.equal(await ervaring.antwoord(eergisteren, 'ja', via), 'oud')
  await ervaring.schrijf()
  assert.deepEqual([aantal('antwoord-nee'), aantal('antwoord-ja'), aantal('antwoord-deels')], [1, 1, 0])
  assert.deepEqual(
    store.rijen().tellingen.map(({ dag, stap, organisatie }) => [dag, stap, organisatie]),
    [
      ['2026-03-01', 'zaken-zaak', svb],
      ['2026-03-02', 'zaken-zaak', svb],
    ],
  )
})

test('what we did not sign, or signed for something else, counts nothing', async () => {
  const { ervaring, store } = opstelling()
  const stempel = ervaring.stempel('zaken-zaak', svb)
  const waarom = ervaring.stempel('zaken-zaak', svb, 'nee')
  for (const vals of [
    '',
    '.',
    'x'.repeat(1_000),
    stempel.replace('svb', 'duo'),
    stempel.replace('zaken-zaak', 'zaken-lijst'),
    stempel.replace('2026-03-01', '2026-03-02'),
    stempel.slice(0, -1),
    `${stempel}A`,
    openErvaring({ store, sleutel: Buffer.alloc(32), nu: () => new Date(), toeval: randomBytes }).stempel(
      'zaken-zaak',
      svb,
    ),
  ]) {
    assert.equal(await ervaring.antwoord(vals, 'ja', via), 'oud', vals)
    assert.equal(await ervaring.waarom(vals, { reden: 'storing', tekst: 'hallo' }, via), 'oud', vals)
    assert.equal(ervaring.lees(vals), undefined)
  }
  assert.equal(await ervaring.antwoord(waarom, 'ja', via), 'oud', 'a form for the reason is no answer')
  assert.equal(await ervaring.waarom(stempel, { tekst: 'hallo' }, via), 'oud')
  await ervaring.schrijf()
  assert.deepEqual(store.rijen(), { tellingen: [], zinnen: [] })
})

test('a reason and a sentence are kept without numbers; the same sentence on one day is one row', async () => {
  const { ervaring, store, aantal } = opstelling()
  for (const tekst of ['bel 0612345678', 'bel 06-87654321'])
    await ervaring.waarom(ervaring.stempel('zaken-zaak', undefined, 'nee'), { reden: 'storing', tekst }, via)
  await ervaring.waarom(ervaring.stempel('zaken-zaak', undefined, 'deels'), { tekst: '111222333' }, via)
  await ervaring.schrijf()
  assert.equal(aantal('reden-storing'), 2)
  assert.deepEqual(
    store.rijen().zinnen.map(({ tekst, aantal: n, antwoord, reden }) => [tekst, n, antwoord, reden]),
    [['bel […]', 2, 'nee', 'storing']],
  )
})

test('what the database refuses is counted later, once', async () => {
  const { ervaring, stand, aantal } = opstelling({ kapot: true })
  const plek = { stap: 'echt-vragen', ...via }
  ervaring.tel(plek, 'begonnen')
  await assert.rejects(ervaring.schrijf())
  ervaring.tel(plek, 'begonnen')
  stand.kapot = false
  await ervaring.schrijf()
  await ervaring.schrijf()
  assert.equal(aantal('begonnen'), 2)
  ervaring.tel({ stap: 'geen-stap', ...via }, 'begonnen')
  await ervaring.schrijf()
  assert.equal(aantal('begonnen'), 2, 'a step that is none of ours is not counted')
})

test('more different sentences than there is room for are counted, not kept', async () => {
  const { ervaring, store, aantal } = opstelling()
  for (let i = 0; i < 700; i++)
    ervaring.noteer({ stap: 'echt-vragen', kanaal: 'balie', taal: 'nl' }, 'nee', {
      reden: 'anders',
      tekst: `zin ${String.fromCodePoint(0x4e00 + i)}`,
    })
  await ervaring.schrijf()
  assert.equal(aantal('antwoord-nee'), 700)
  assert.equal(aantal('reden-anders'), 700)
  assert.equal(store.rijen().zinnen.length, 500)
})

/** What one visitor does, in their own order. */
type Daad =
  | { readonly soort: 'voorval'; readonly stap: string; readonly wat: Soort }
  | { readonly soort: 'antwoord'; readonly stap: string; readonly antwoord: Gelukt }
  | { readonly soort: 'waarom'; readonly stap: string; readonly reden: Reden; readonly tekst: string }

const stap = fc.constantFrom(...stappen.map(({ id }): string => id))
const daad: fc.Arbitrary<Daad> = fc.oneof(
  fc.record({ soort: fc.constant('voorval' as const), stap, wat: fc.constantFrom(...soorten) }),
  fc.record({ soort: fc.constant('antwoord' as const), stap, antwoord: fc.constantFrom(...antwoorden) }),
  fc.record({
    soort: fc.constant('waarom' as const),
    stap,
    reden: fc.constantFrom(...redenen),
    tekst: fc.constantFrom('', 'het lukt niet', 'bel 0612345678', 'te moeilijk'),
  }),
)
const bezoek = fc.record({
  taal: fc.constantFrom(...talen),
  kanaal: fc.constantFrom(...kanalen),
  daden: fc.array(daad, { maxLength: 6 }),
})

async function speel(
  reeks: readonly {
    readonly daad: Daad
    readonly taal: (typeof talen)[number]
    readonly kanaal: (typeof kanalen)[number]
  }[],
  schrijfNa: ReadonlySet<number>,
) {
  const { ervaring, store } = opstelling()
  for (const [i, { daad: een, taal, kanaal }] of reeks.entries()) {
    await doe(ervaring, een, { taal, kanaal })
    if (schrijfNa.has(i)) await ervaring.schrijf()
  }
  await ervaring.schrijf()
  return store.rijen()
}

async function doe(ervaring: Ervaring, een: Daad, hoe: Parameters<Ervaring['antwoord']>[2]): Promise<void> {
  if (een.soort === 'voorval') ervaring.tel({ stap: een.stap, ...hoe }, een.wat)
  else if (een.soort === 'antwoord')
    await ervaring.antwoord(ervaring.stempel(een.stap, undefined), een.antwoord, hoe)
  else await ervaring.waarom(ervaring.stempel(een.stap, undefined, 'nee'), een, hoe)
}

test('nobody is followed: who did what after what leaves no trace, whatever the order and whoever it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(bezoek, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat({ max: 40 }), { maxLength: 4 }),
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      async (bezoeken, schrijf, volgorde) => {
        // One after the other, each visitor whole.
        const naElkaar = bezoeken.flatMap(({ daden, ...hoe }) => daden.map((een) => ({ daad: een, ...hoe })))
        // All through each other, as if every act were of somebody else.
        const doorElkaar = naElkaar
          .map((een, i) => ({ een, plek: volgorde[i % volgorde.length] ?? 0 }))
          .toSorted((a, b) => a.plek - b.plek)
          .map(({ een }) => een)
        assert.deepEqual(await speel(naElkaar, new Set(schrijf)), await speel(doorElkaar, new Set()))
      },
    ),
    { numRuns: 150, seed: 14 },
  )
})

test('what is kept has no place for anybody: only these names, and a day', async () => {
  const { ervaring, store } = opstelling()
  await ervaring.antwoord(ervaring.stempel('zaken-zaak', svb), 'nee', via)
  await ervaring.waarom(ervaring.stempel('zaken-zaak', svb, 'nee'), { reden: 'storing', tekst: 'stuk' }, via)
  await ervaring.schrijf()
  const { tellingen, zinnen } = store.rijen()
  const plek = ['aantal', 'dag', 'kanaal', 'organisatie', 'stap', 'taal']
  for (const een of tellingen) assert.deepEqual(Object.keys(een).toSorted(), [...plek, 'soort'].toSorted())
  for (const een of zinnen)
    assert.deepEqual(Object.keys(een).toSorted(), [...plek, 'antwoord', 'reden', 'tekst'].toSorted())
  for (const { dag } of [...tellingen, ...zinnen]) assert.match(dag, /^\d{4}-\d{2}-\d{2}$/)
})

test('each step has an id of its own, in one journey', () => {
  assert.equal(new Set(stappen.map(({ id }) => id)).size, stappen.length)
  assert.equal(new Set(reizen.map(({ id }) => id)).size, reizen.length)
  for (const een of stappen) {
    assert.equal(vindStap(een.id), een)
    assert.match(een.id, /^[a-z][a-z-]{1,60}$/)
    assert.ok(een.begin.length > 0, een.id)
  }
})
