import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decide } from './decide.ts'
import { speelAf } from './evolve.ts'
import { passingVoor } from './kiezen.ts'
import { isOpen, type Lijnteam } from './lijnteam.ts'
import type { Opdracht } from './opdracht.ts'
import { belt, DINSDAG_TIEN_UUR, proefteam, proefvraag } from './proeflijn.ts'
import { HOOGSTENS_DAGEN } from './toezegging.ts'
import { collegasVoor } from './voorlaten.ts'
import type { Voorval } from './voorval.ts'
import { nieuweWachtrij, volgorde, type Wachtrij } from './wachtrij.ts'

const teams: readonly Lijnteam[] = [
  proefteam({ capaciteit: 30 }),
  proefteam({ id: 'bijstand-b', gebied: { soort: 'plaatsen', eigen: ['GM0002'], buren: ['GM0001'] } }),
  proefteam({ id: 'algemeen', kan: [], niveau: 'generalist' }),
]
const gids = new Map(teams.map((team) => [team.id, team]))

/** Sensible or not: what somebody might ask of a queue of five workplaces and thirty callers. */
const opdracht: fc.Arbitrary<Opdracht> = (() => {
  const plek = fc.integer({ min: 0, max: 4 }).map((n) => `p${n}`)
  const beller = fc.integer({ min: 0, max: 29 }).map((n) => `b${n}`)
  const lijst = fc.subarray([...gids.keys()], { minLength: 1 })
  const vraag = fc
    .record({ gebied: fc.constantFrom('GM0001', 'GM0002', 'GM0003'), taal: fc.constantFrom('nl', 'en') })
    .map((deel) => ({ ...proefvraag, ...deel }))
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ soort: fc.constant('meld-aan' as const), plek, teams: lijst }) },
    { weight: 1, arbitrary: fc.record({ soort: fc.constant('meld-af' as const), plek }) },
    {
      weight: 2,
      arbitrary: fc.record({
        soort: fc.constant('zet-stand' as const),
        plek,
        stand: fc.constantFrom('vrij' as const, 'pauze' as const, 'bezet' as const),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        soort: fc.constant('rond-af' as const),
        plek,
        daarna: fc.constantFrom('vrij' as const, 'nawerk' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ soort: fc.constant('niet-opgenomen' as const), plek }) },
    {
      weight: 8,
      arbitrary: fc
        .record({
          beller,
          vraag,
          klasse: fc.constantFrom('lijn' as const, 'publiek' as const),
          namens: fc.constantFrom('inwoner' as const, 'zelf' as const),
        })
        .map(({ beller: id, ...deel }) => belt(id, deel)),
    },
    { weight: 1, arbitrary: fc.record({ soort: fc.constant('verlaat' as const), beller }) },
    { weight: 2, arbitrary: fc.record({ soort: fc.constant('kies-terugbellen' as const), beller }) },
    { weight: 4, arbitrary: fc.constant({ soort: 'klok' as const }) },
  )
})()

test('whatever whoever does: each caller in one place, in order, nobody idle beside who waits, every promise within lane hours', (t) => {
  const gebeurd = new Map<string, number>()
  // Now and then an evening or a weekend goes by.
  const stap = fc.record({
    opdracht,
    minuten: fc.oneof(
      { weight: 30, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 1, arbitrary: fc.constant(1000) },
    ),
  })
  fc.assert(
    fc.property(fc.array(stap, { minLength: 30, maxLength: 120 }), (reeks) => {
      const leeg = nieuweWachtrij('proef', DINSDAG_TIEN_UUR)
      const alle: Voorval[] = []
      let stand = leeg
      let nu = DINSDAG_TIEN_UUR
      for (const { opdracht: wat, minuten } of reeks) {
        nu = new Date(nu.getTime() + minuten * 60_000)
        const besluit = decide(stand, wat, { nu, teams: gids })
        // Any node decides the same, on the queue as it comes out of a store.
        const elders = decide(JSON.parse(JSON.stringify(stand)) as Wachtrij, wat, { nu, teams: gids })
        assert.deepEqual(elders, besluit)
        if (besluit.soort === 'geweigerd') continue
        houdGesprekken(stand, besluit.stand, besluit.voorvallen)
        stand = besluit.stand
        alle.push(...besluit.voorvallen)
        for (const { inhoud } of besluit.voorvallen)
          gebeurd.set(inhoud.soort, (gebeurd.get(inhoud.soort) ?? 0) + 1)
        houdRegels(stand, besluit.voorvallen, nu, wat.soort === 'klok')
      }
      assert.deepEqual(speelAf(leeg, alle), stand)
    }),
    { numRuns: 40, seed: 8 },
  )
  t.diagnostic([...gebeurd].map(([soort, keer]) => `${soort} ${keer}`).join(', '))
  // Rules that nothing could break are none.
  for (const soort of [
    'verbonden',
    'voorgelaten',
    'verruimd',
    'aangeboden',
    'toegezegd',
    'aan-de-beurt',
    'toezegging-gemist',
    'weg',
  ])
    assert.ok((gebeurd.get(soort) ?? 0) > 0, `${soort} gebeurde nooit`)
})

/** No call ends because somebody else comes first. */
function houdGesprekken(voor: Wachtrij, na: Wachtrij, voorvallen: readonly Voorval[]): void {
  for (const { id, gesprek } of voor.plekken) {
    if (
      gesprek === undefined ||
      na.plekken.find((plek) => plek.id === id)?.gesprek?.beller.id === gesprek.beller.id
    )
      continue
    const reden = voorvallen.some(
      ({ inhoud }) =>
        'plek' in inhoud &&
        inhoud.plek === id &&
        ['afgemeld', 'stand-gezet', 'niet-opgenomen'].includes(inhoud.soort),
    )
    assert.ok(reden, `het gesprek bij ${id} werd afgebroken`)
  }
}

function houdRegels(stand: Wachtrij, voorvallen: readonly Voorval[], nu: Date, naKlok: boolean): void {
  const gesprekken = stand.plekken.flatMap(({ gesprek }) => (gesprek ? [gesprek.beller] : []))
  const ids = [...stand.wachtenden, ...stand.afgesproken, ...gesprekken].map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length, 'iemand staat op twee plaatsen')
  for (const [i, beller] of stand.wachtenden.entries()) {
    const vorige = stand.wachtenden[i - 1]
    assert.ok(vorige === undefined || volgorde(vorige, beller) <= 0, 'de rij staat niet op volgorde')
  }
  const balie = stand.wachtenden.findLastIndex(
    ({ klasse, namens, rang }) => klasse === 'lijn' && namens === 'inwoner' && rang > 0,
  )
  const inDeWeg = collegasVoor(
    stand.wachtenden.slice(0, Math.max(0, balie)),
    stand.wachtenden[balie] ?? { passend: [] },
  )
  assert.deepEqual(
    inDeWeg.map(({ id }) => id),
    [],
    'een collega voor zichzelf gaat voor een inwoner aan de balie',
  )
  for (const { toezegging, rang } of stand.afgesproken) assert.ok(toezegging !== undefined && rang === 0)
  for (const { inhoud } of voorvallen) {
    const belofte =
      inhoud.soort === 'aangeboden'
        ? inhoud.aanbod
        : inhoud.soort === 'toezegging-gemist'
          ? inhoud.nieuw
          : undefined
    if (belofte === undefined) continue
    const team = gids.get(belofte.team)
    assert.ok(team && isOpen(team.rooster, new Date(belofte.beginMs)), 'beloofd buiten de uren')
    const overMs = belofte.beginMs - nu.getTime()
    assert.ok(overMs > 0 && overMs < (HOOGSTENS_DAGEN + 1) * 86_400_000)
  }
  if (!naKlok) return
  const open = (team: string) => isOpen((gids.get(team) as Lijnteam).rooster, nu) // every team of these tests is in it
  for (const plek of stand.plekken.filter((een) => een.stand === 'vrij'))
    for (const beller of stand.wachtenden)
      assert.equal(passingVoor(plek, beller, open), undefined, `${plek.id} is vrij en ${beller.id} wacht`)
  const buiten = stand.wachtenden.find(
    (een) =>
      een.klasse === 'lijn' && een.toezegging === undefined && !een.passend.some(({ team }) => open(team)),
  )
  assert.equal(buiten, undefined, 'iemand wacht bij een lijn die dicht is')
}
