import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import {
  CENTRALE_BEZIG_MS,
  CENTRALE_WEG_MS,
  createPublieklijn,
  type Lijnwerker,
  openLijncijfers,
  type Publiekgesprek,
  publiekstanden,
} from '../lijnen/index.ts'
import { DINSDAG_TIEN_UUR, proefteam, proefvraag } from '../lijnen/proeflijn.ts'
import { centraleOpslag } from './lijncentrale.ts'
import { dienstOpslag } from './lijndienst.ts'
import { gidsOpslag } from './lijngids.ts'
import { lijnvoorvalOpslag } from './lijnwachtrij.ts'
import { alsEigenaar } from './proefdatabank.ts'
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
  const centrale = ({ lijn, wachtrijen, oproepen, gids }: typeof op.een, nu = () => op.klok.nu) =>
    createPublieklijn({
      centrales: centraleOpslag(op.alsRol('app')),
      ...{ wachtrijen, oproepen, gids, verlaat: lijn.verlaat, nu },
      bijOpgenomen: (plek) => verteld.push(plek),
      diensten: dienstOpslag(op.proef.databank),
    })
  // An exchange asks whichever node it reaches.
  const [een, twee] = [centrale(op.een), centrale(op.twee)]
  let keer = 0
  const gesprekkenVan = (standen: Readonly<Record<string, string>>, bij: string) =>
    Object.entries(standen).map(([id, hoe]): Publiekgesprek => {
      const [stand, medewerker] = hoe.split(' ')
      return {
        ...{ id, team: bij, medewerker },
        stand: publiekstanden.find((een) => een === stand) ?? assert.fail(hoe),
      }
    })
  const meldAls = async (
    volgnummer: number,
    standen: Readonly<Record<string, string>>,
    { bij = team.id, node = volgnummer % 2 === 0 ? een : twee } = {},
  ) => {
    const uit = await node.meld(svb, { volgnummer, gesprekken: gesprekkenVan(standen, bij) })
    await op.rust()
    return uit.soort === 'ok'
      ? uit.standen.map(({ id, ...rest }) => [id, ...Object.values(rest)].join(' '))
      : uit.soort
  }
  const meld = (standen: Readonly<Record<string, string>>, bij = team.id) => meldAls(++keer, standen, { bij })
  const dienst = (wie: Lijnwerker, teams = [team.id]) => op.dienst({ wie, pool: svb, teams })
  const plekken = async () =>
    Promise.all([henk, ria].map(async (wie) => (await op.een.lijn.dienst(wie))?.plek.stand))
  const traag = centrale(op.een, () => {
    op.klok.nu = new Date(op.klok.nu.getTime() + 1_000)
    return op.klok.nu
  })
  return { ...op, een: { ...op.een, centrale: een }, traag, meld, meldAls, dienst, plekken, verteld }
}

test('the public waits in the same pool, is given to who has that telephone, and leaves them time to write', async (t) => {
  const { een, meld, dienst, plekken, klok, verteld } = await opzet(t)
  await dienst(dirk, [ander.id])
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a wacht 0', 'b wacht 1'])
  await dienst(henk)
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a verbind henk', 'b wacht 0'])
  const beeld = await een.lijn.dienst(henk)
  assert.deepEqual([beeld?.isPubliek, beeld?.isOpgenomen, beeld?.wachtend], [true, false, 0])
  assert.deepEqual(await meld({ a: 'gesprek henk', b: 'wacht' }), ['a gesprek henk', 'b wacht 0'])
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
  assert.deepEqual(await meld({ a: 'wacht', b: 'gesprek henk' }), ['a voorbij', 'b gesprek henk'])
  assert.deepEqual(await meld({ c: 'wacht' }, ander.id), ['c onbekend'])
  assert.deepEqual(await plekken(), ['nawerk', undefined])
})

test('whoever does not answer has a break and the caller keeps the place; an exchange that falls silent leaves nobody engaged', async (t) => {
  const { meld, dienst, plekken, later } = await opzet(t)
  await dienst(henk)
  assert.deepEqual(await meld({ a: 'wacht' }), ['a verbind henk'])
  await later(1)
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a verbind henk', 'b wacht 0'])
  assert.deepEqual(await meld({ a: 'niet-opgenomen henk', b: 'wacht' }), ['a wacht 0', 'b wacht 1'])
  assert.deepEqual(await plekken(), ['pauze', undefined])
  await dienst(ria)
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a verbind ria', 'b wacht 0'])
  // It rings for too long and nobody says so.
  await later(46)
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a wacht 0', 'b wacht 1'])
  assert.deepEqual(await plekken(), ['pauze', 'pauze'])
  await dienst({ medewerker: 'jo', organisatie: svb })
  // What is said of the one at whom it rang before says nothing of the one at whom it rings now.
  for (const laat of ['gesprek ria', 'niet-opgenomen ria', 'niet-opgenomen', 'gesprek'])
    assert.deepEqual(await meld({ a: laat, b: 'wacht' }), ['a verbind jo', 'b wacht 0'])
  assert.deepEqual(await meld({ a: 'gesprek jo', b: 'wacht' }), ['a gesprek jo', 'b wacht 0'])
  await later(CENTRALE_WEG_MS / 1000, 'rondom')
  assert.deepEqual(await meld({ a: 'gesprek jo', b: 'wacht' }), ['a voorbij', 'b voorbij'])
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

test('a report that was overtaken on the way undoes nothing, and two at once are not looked at together', async (t) => {
  const { een, meldAls, rij } = await opzet(t)
  assert.deepEqual(await meldAls(7, { a: 'wacht', b: 'wacht' }), ['a wacht 0', 'b wacht 1'])
  // It was sent before they called, or comes once more.
  for (const oud of [6, 7]) assert.equal(await meldAls(oud, {}), 'oud')
  const samen = await Promise.all([
    meldAls(8, { a: 'wacht', b: 'wacht', c: 'wacht' }),
    meldAls(9, { a: 'wacht', b: 'wacht', c: 'wacht', d: 'wacht' }),
  ])
  // Either the second waited for its turn, or it is sent again; nobody is told that their call is over.
  assert.ok(samen.every((uit) => uit === 'bezig' || uit === 'oud' || !uit.some((een) => /voorbij/.test(een))))
  assert.deepEqual(await meldAls(10, { a: 'wacht', b: 'wacht' }), ['a wacht 0', 'b wacht 1'])
  assert.equal((await rij(svb))?.wachtenden.length, 2)
  // Of another organisation it is another number.
  assert.deepEqual(await een.centrale.meld(duo, { volgnummer: 1, gesprekken: [] }), {
    ...{ soort: 'ok', standen: [] },
  })
})

test('what a slow node did not come to is to be sent again, before another one looks at the next report', async (t) => {
  const { traag, meldAls, rij } = await opzet(t)
  const acht = Object.fromEntries([...'abcdefgh'].map((id) => [id, 'wacht']))
  const uit = await meldAls(1, acht, { node: traag })
  assert.ok(Array.isArray(uit))
  const binnen = uit.filter((een) => / wacht /.test(een)).length
  assert.ok(binnen > 0 && binnen < 8)
  assert.ok(uit.slice(binnen).every((een) => een.endsWith(' druk')))
  assert.equal((await rij(svb))?.wachtenden.length, binnen)
  assert.equal((await meldAls(2, acht))[7], 'h wacht 7')
})

test('of a node that fell over in the middle of a report the next one is looked at a while later', async (t) => {
  const { meld, proef } = await opzet(t)
  const centrales = centraleOpslag(proef.databank)
  assert.equal(await centrales.neem(svb, 40), 'ok')
  assert.equal(await centrales.neem(svb, 41), 'bezig')
  assert.equal(await centrales.neem(svb, 40), 'oud')
  await alsEigenaar(
    proef,
    `update voordeur.lijn_centrale set bezig_tot = bezig_tot - make_interval(secs => ${CENTRALE_BEZIG_MS / 1000})`,
  )
  assert.equal(await meld({}), 'oud')
  assert.equal(await centrales.neem(svb, 42), 'ok')
  await centrales.laatLos(svb, 41)
  assert.equal(await centrales.neem(svb, 43), 'bezig')
  await centrales.laatLos(svb, 42)
  assert.equal(await centrales.neem(svb, 43), 'ok')
})

test('at the end of lane hours whoever waits still is told so, and does not wait for nobody', async (t) => {
  const { meld, rij, klok, alsRol, proef } = await opzet(t)
  klok.nu = new Date('2026-12-01T15:59:00Z')
  assert.deepEqual(await meld({ a: 'wacht' }), ['a wacht 0'])
  klok.nu = new Date('2026-12-01T16:00:30Z')
  assert.deepEqual(await meld({ a: 'wacht', b: 'wacht' }), ['a gesloten', 'b gesloten'])
  assert.deepEqual((await rij(svb))?.wachtenden, [])
  // They did not hang up, and are not counted so.
  const gebeurd = await lijnvoorvalOpslag(alsRol('app')).lees(DINSDAG_TIEN_UUR, new Date('2026-12-02'))
  const weg = gebeurd.flatMap(({ inhoud }) => (inhoud.soort === 'weg' ? [inhoud.waarom] : []))
  assert.deepEqual(weg, ['geen-tijd'])
  const oproepen = await alsEigenaar(proef, 'select afloop from voordeur.lijn_oproep')
  assert.deepEqual(oproepen, [{ afloop: 'geen-tijd' }])
})

test('whoever talks and signs off talks on, and the call was one in which was spoken', async (t) => {
  const { een, meld, dienst, rust, proef } = await opzet(t)
  await dienst(henk)
  await meld({ a: 'wacht' })
  assert.deepEqual(await meld({ a: 'gesprek henk' }), ['a gesprek henk'])
  await een.lijn.meldAf(henk)
  await rust()
  assert.deepEqual(await meld({ a: 'gesprek henk' }), ['a gesprek henk'])
  await meld({})
  const oproepen = await alsEigenaar(proef, 'select afloop from voordeur.lijn_oproep')
  assert.deepEqual(oproepen, [{ afloop: 'gesproken' }])
})

test('whoever was given a resident that hung up at that very moment comes free', async (t) => {
  const { een, meld, dienst, plekken, later } = await opzet(t)
  await meld({ a: 'wacht' })
  const [oproep] = await een.oproepen.van({ medewerker: ':telefooncentrale', organisatie: svb })
  // As by two nodes at once: the call is closed, and its place in the queue is not.
  await een.oproepen.sluit(oproep?.beller ?? '', 'verlaten', DINSDAG_TIEN_UUR)
  await dienst(henk)
  assert.deepEqual(await plekken(), ['vrij', undefined])
  await meld({ b: 'wacht' })
  const [tweede] = await een.oproepen.van({ medewerker: ':telefooncentrale', organisatie: svb })
  assert.deepEqual(await plekken(), ['in-gesprek', undefined])
  await een.oproepen.sluit(tweede?.beller ?? '', 'verlaten', DINSDAG_TIEN_UUR)
  await later(60, 'rondom')
  assert.deepEqual(await plekken(), ['vrij', undefined])
})
