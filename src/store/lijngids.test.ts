import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { datum } from '../kalender/index.ts'
import { nieuweWachtrij, openGids } from '../lijnen/index.ts'
import { kantooruren, proefteam, proefvraag } from '../lijnen/proeflijn.ts'
import { ingangen } from './context.ts'
import { gidsOpslag } from './lijngids.ts'
import { wachtrijOpslag } from './lijnwachtrij.ts'
import { openProefdatabank } from './proefdatabank.ts'

const [svb, uwv] = [proeforganisatie('svb'), proeforganisatie('uwv')]
const van = (organisatie: typeof svb) => ({ medewerker: 'm-1', organisatie })
const team = proefteam({ organisatie: svb })

test('each organisation keeps its own teams, everybody finds them, and nobody touches those of another', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = gidsOpslag(databank)
  assert.equal(await store.bewaar(van(svb), { team, vanVersie: 0 }), 'ok')
  assert.equal(await store.bewaar(van(svb), { team, vanVersie: 0 }), 'ingehaald')
  assert.equal(
    await store.bewaar(van(uwv), { team: { ...team, organisatie: uwv }, vanVersie: 0 }),
    'van-ander',
  )
  // Who writes in the name of another is stopped by the database itself.
  await assert.rejects(store.bewaar(van(uwv), { team: { ...team, id: 'ander' }, vanVersie: 0 }), {
    code: '42501',
  })
  assert.equal(await store.bevestig(van(uwv), team.id, datum('2027-01-01')), false)
  assert.equal(await store.verwijder(van(uwv), team.id), false)
  const raakt = await ingangen(databank).alsMedewerker(van(uwv), (tx) =>
    sql`update lijnteam set inhoud = '{}' where id = ${team.id}`.execute(tx),
  )
  assert.equal(raakt.numAffectedRows, 0n)
  assert.equal(await store.bewaar(van(svb), { team: { ...team, naam: 'Anders' }, vanVersie: 1 }), 'ok')
  assert.deepEqual(await store.alle(), [{ team: { ...team, naam: 'Anders' }, pool: svb, versie: 2 }])
  // Whoever runs the installation puts teams of several organisations in one pool; it stays when they change theirs.
  assert.equal(await store.bewaar('beheer', { team, pool: 'regio', vanVersie: undefined }), 'ok')
  assert.equal(await store.bewaar(van(svb), { team, vanVersie: 3 }), 'ok')
  assert.equal((await store.alle())[0]?.pool, 'regio')
  assert.equal(await store.verwijder(van(svb), team.id), true)
  assert.deepEqual(await store.alle(), [])
})

test('what nobody confirmed for a quarter is asked about once, and again only after it was confirmed', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = gidsOpslag(databank)
  let nu = new Date('2027-01-05T10:00:00Z')
  const wachtrijen = wachtrijOpslag(databank)
  const gids = openGids({
    ...{ store, wachtrijen, nu: () => nu, meldFout: assert.ifError },
    isHier: () => true,
  })
  await gids.bewaar(van(svb), { team: { ...team, bevestigdOp: datum('2026-10-05') }, vanVersie: 0 })
  assert.equal(await gids.vraagNa(), 0)
  nu = new Date('2027-01-06T10:00:00Z')
  assert.deepEqual([await gids.vraagNa(), await gids.vraagNa()], [1, 0])
  assert.equal((await gids.eigen(van(svb)))[0]?.gevraagdOp, '2027-01-06')
  assert.equal((await gids.zoek({ vraag: proefvraag, namens: 'zelf' }))[0]?.isVerouderd, true)
  assert.equal(await gids.bevestig(van(svb), team.id), true)
  const [rij] = await gids.eigen(van(svb))
  assert.deepEqual(
    [rij?.gevraagdOp, rij?.team.bevestigdOp, await gids.vraagNa()],
    [undefined, '2027-01-06', 0],
  )
})

test('the guide says why a team fits, whether it is open, and what to expect; without its queue it still says the rest', async (t) => {
  const { databank } = await openProefdatabank(t)
  let kapot = false
  const opslag = wachtrijOpslag(databank)
  const fouten: unknown[] = []
  let isHier = false
  const gids = openGids({
    isHier: () => isHier,
    store: gidsOpslag(databank),
    wachtrijen: {
      ...opslag,
      lees: async (pool) => (kapot ? Promise.reject(new Error('stil')) : opslag.lees(pool)),
    },
    nu: () => new Date('2027-01-05T18:00:00Z'),
    meldFout: (fout) => fouten.push(fout),
  })
  const buur = proefteam({
    id: 'buur',
    organisatie: uwv,
    gebied: { soort: 'plaatsen', eigen: ['GM0002'], buren: ['GM0001'] },
    rooster: { soort: 'altijd', zone: kantooruren.zone },
  })
  await gids.bewaar(van(svb), { team, vanVersie: 0 })
  await gids.bewaar(van(uwv), { team: buur, vanVersie: 0 })
  // Nobody of them can sign on here: that is said, and no wait is made up.
  const nooit = await gids.zoek({ vraag: proefvraag, namens: 'inwoner' })
  assert.deepEqual(new Set(nooit.map(({ vooruitzicht }) => vooruitzicht.soort)), new Set(['geen-rij']))
  isHier = true
  await opslag.schrijf(nieuweWachtrij(svb, new Date('2027-01-05T10:00:00Z')), undefined, [])
  const [eerste, tweede, ...rest] = await gids.zoek({ vraag: proefvraag, namens: 'inwoner' })
  assert.deepEqual(rest, [])
  assert.deepEqual(
    [eerste?.rij.team.id, eerste?.isOpen, eerste?.vooruitzicht.soort],
    [team.id, false, 'gesloten'],
  )
  assert.deepEqual(
    [tweede?.rij.team.id, tweede?.isOpen, tweede?.vooruitzicht.soort],
    ['buur', true, 'niemand'],
  )
  assert.deepEqual(eerste?.passing.redenen[0], { soort: 'onderwerp', bevoegdheid: 'beslissen' })
  kapot = true
  const zonder = await gids.zoek({ vraag: proefvraag, namens: 'inwoner' })
  assert.deepEqual([zonder.length, zonder[0]?.vooruitzicht.soort, fouten.length], [2, 'stil', 2])
})

test('of two that write on the same number of a queue one is refused', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = wachtrijOpslag(databank)
  const leeg = nieuweWachtrij('regio', new Date('2027-01-05T10:00:00Z'))
  assert.deepEqual(await Promise.all([store.schrijf(leeg, undefined, []), store.lees('ander')]), [
    true,
    undefined,
  ])
  assert.equal(await store.schrijf(leeg, undefined, []), false)
  const [een, twee] = await Promise.all([
    store.schrijf({ ...leeg, nr: 1 }, 0, []),
    store.schrijf({ ...leeg, nr: 2 }, 0, []),
  ])
  assert.equal(Number(een) + Number(twee), 1)
  assert.equal((await store.lees('regio'))?.nr, een ? 1 : 2)
  assert.deepEqual(await store.pools(), ['regio'])
})
