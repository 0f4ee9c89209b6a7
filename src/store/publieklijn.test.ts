import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import {
  CENTRALE_WEG_MS,
  createPublieklijn,
  type Lijnwerker,
  openLijncijfers,
  type Publiekgesprek,
  publiekstanden,
} from '../lijnen/index.ts'
import { DINSDAG_TIEN_UUR, proefteam, proefvraag } from '../lijnen/proeflijn.ts'
import { dienstOpslag } from './lijndienst.ts'
import { gidsOpslag } from './lijngids.ts'
import { lijnvoorvalOpslag } from './lijnwachtrij.ts'
import { lijnopstelling } from './proeflijnen.ts'

const [svb, duo, gemeente] = [
  proeforganisatie('svb'),
  proeforganisatie('duo'),
  proeforganisatie('gemeente-GM0001'),
]
const team = proefteam({ organisatie: svb })
/** In the same pool, of another organisation: it has no telephone of the SVB. */
const ander = proefteam({ id: 'bijstand-b', organisatie: duo })
const [henk, ria, dirk]: readonly [Lijnwerker, Lijnwerker, Lijnwerker] = [
  { medewerker: 'henk', organisatie: svb },
  { medewerker: 'ria', organisatie: svb },
  { medewerker: 'dirk', organisatie: duo },
]
const anna: Lijnwerker = { medewerker: 'anna', organisatie: gemeente, naam: 'Anna' }

async function opzet(t: Parameters<typeof lijnopstelling>[0]) {
  const op = await lijnopstelling(t, { teams: [team], vraag: proefvraag, nu: DINSDAG_TIEN_UUR })
  await op.een.gids.bewaar('beheer', { team: ander, vanVersie: 0, pool: svb })
  const verteld: string[] = []
  const centrale = ({ lijn, wachtrijen, oproepen, gids }: typeof op.een) =>
    createPublieklijn({
      ...{ wachtrijen, oproepen, gids, verlaat: lijn.verlaat, nu: () => op.klok.nu },
      bijOpgenomen: (plek) => verteld.push(plek),
      diensten: dienstOpslag(op.proef.databank),
    })
  // An exchange asks whichever node it reaches.
  const [een, twee] = [centrale(op.een), centrale(op.twee)]
  let keer = 0
  const meld = async (standen: Readonly<Record<string, string>>, bij = team.id) => {
    const gesprekken = Object.entries(standen).map(([id, hoe]): Publiekgesprek => {
      const [stand, medewerker] = hoe.split(' ')
      return {
        id,
        team: bij,
        stand: publiekstanden.find((een) => een === stand) ?? assert.fail(hoe),
        medewerker,
      }
    })
    const uit = await (keer++ % 2 === 0 ? een : twee).meld(svb, gesprekken)
    await op.rust()
    return uit.map(({ id, ...rest }) => [id, ...Object.values(rest)].join(' '))
  }
  const dienst = (wie: Lijnwerker, teams = [team.id]) => op.dienst({ wie, pool: svb, teams })
  const plekken = async () =>
    Promise.all([henk, ria].map(async (wie) => (await op.een.lijn.dienst(wie))?.plek.stand))
  return { ...op, meld, dienst, plekken, verteld }
}

test('the public waits in the same pool, is given to who has that telephone, and leaves them time to write', async (t) => {
  const { een, meld, dienst, plekken, klok, verteld } = await opzet(t)
  await dienst(dirk, [ander.id])
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a wacht 0', 'b wacht 1'])
  await dienst(henk)
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a verbind henk', 'b wacht 0'])
  const beeld = await een.lijn.dienst(henk)
  assert.deepEqual([beeld?.isPubliek, beeld?.isOpgenomen, beeld?.wachtend], [true, false, 0])
  assert.deepEqual(await meld({ a: 'gesprek', b: 'wacht' }), ['a gesprek henk', 'b wacht 0'])
  const daarna = await een.lijn.dienst(henk)
  assert.equal(daarna?.isOpgenomen, true)
  // Whoever has the page of that shift open is told, and sees a higher number.
  assert.deepEqual(verteld, [daarna?.plek.id])
  assert.ok((daarna?.nr ?? 0) > (beeld?.nr ?? 0))
  // Nobody else comes to them, and who called hangs up: they write, and only then the next one comes.
  assert.deepEqual(await meld({ b: 'wacht' }), ['b wacht 0'])
  assert.deepEqual(await plekken(), ['nawerk', undefined])
  klok.nu = new Date(klok.nu.getTime() + 60_000)
  assert.equal((await een.lijn.zetStand(henk, 'vrij')).status, 'ok')
  assert.deepEqual(await meld({ b: 'wacht' }), ['b verbind henk'])
  // A call that ended does not begin anew, and a team of nobody or of another one is none of theirs.
  assert.deepEqual(await meld({ a: 'wacht', b: 'gesprek' }), ['a voorbij', 'b gesprek henk'])
  assert.deepEqual(await meld({ c: 'wacht' }, ander.id), ['c onbekend'])
  assert.deepEqual(await plekken(), ['nawerk', undefined])
})

test('whoever does not answer has a break and the caller keeps the place; an exchange that falls silent leaves nobody engaged', async (t) => {
  const { meld, dienst, plekken, later } = await opzet(t)
  await dienst(henk)
  assert.deepEqual(await meld({ a: 'wacht' }), ['a verbind henk'])
  await later(1)
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a verbind henk', 'b wacht 0'])
  assert.deepEqual(await meld({ a: 'niet-opgenomen', b: 'wacht' }), ['a wacht 0', 'b wacht 1'])
  assert.deepEqual(await plekken(), ['pauze', undefined])
  await dienst(ria)
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a verbind ria', 'b wacht 0'])
  // It rings for too long and nobody says so.
  await later(46)
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a wacht 0', 'b wacht 1'])
  assert.deepEqual(await plekken(), ['pauze', 'pauze'])
  await dienst({ medewerker: 'jo', organisatie: svb })
  // What is said of the one at whom it rang before says nothing of the one at whom it rings now.
  for (const laat of ['gesprek ria', 'niet-opgenomen ria'])
    assert.deepEqual(await meld({ a: laat, b: 'wacht' }), ['a verbind jo', 'b wacht 0'])
  assert.deepEqual(await meld({ a: 'gesprek jo', b: 'wacht' }), ['a gesprek jo', 'b wacht 0'])
  await later(CENTRALE_WEG_MS / 1000, 'rondom')
  assert.deepEqual(await meld({ a: 'gesprek', b: 'wacht' }), ['a voorbij', 'b voorbij'])
})

test('a colleague goes before the public until the lane took its share, and then waits in one row with it', async (t) => {
  const { een, meld, dienst, bel, rij, alsRol, klok } = await opzet(t)
  await meld({ a: 'wacht', b: 'wacht', c: 'wacht' })
  // The lane begins with room for two calls; after that nothing goes before anybody.
  for (let n = 0; n < 4; n++) await bel({ ...anna, medewerker: `anna-${n}` }, { pool: svb })
  const klassen = (await rij(svb))?.wachtenden.map(({ klasse }) => klasse)
  assert.deepEqual(klassen, ['lijn', 'lijn', 'publiek', 'publiek', 'publiek', 'lijn', 'lijn'])
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht', c: 'wacht' }), [
    'a wacht 2',
    'b wacht 3',
    'c wacht 4',
  ])
  await dienst(henk)
  assert.equal((await een.lijn.dienst(henk))?.isPubliek, false)
  // It is counted, beside the lane and apart from it.
  const cijfers = await openLijncijfers({
    lees: lijnvoorvalOpslag(alsRol('app')).lees,
    gids: gidsOpslag(alsRol('app')),
    hoogstens: 1_000,
  }).cijfers(svb, DINSDAG_TIEN_UUR, new Date(klok.nu.getTime() + 1))
  assert.deepEqual(
    cijfers.publiek.map(({ team: pool, gebeld }) => [pool, gebeld.soort]),
    [[svb, 'klein']],
  )
})
