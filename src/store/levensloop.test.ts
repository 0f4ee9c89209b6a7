import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { openSleutelring } from '../audit/index.ts'
import { openProefaudit } from '../audit/proefaudit.ts'
import { maakPersoonId } from '../domain/index.ts'
import { bronsleutel, bronVanToken, geldende, openLevensloop, tekenLevensloop } from '../proactief/index.ts'
import { levensloopOpslag } from './levensloop.ts'
import { openProefdatabank } from './proefdatabank.ts'

const nu = new Date('2026-03-01T10:00:00Z')
const straks = new Date(nu.getTime() + 60_000)
const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])

async function opzet(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank } = await openProefdatabank(t)
  const store = levensloopOpslag(databank)
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  return { store, levensloop: openLevensloop({ store, audit, ring, nu: () => nu }) }
}

const bericht = (
  id: string,
  wie: string | undefined,
  soort: string,
  data: object = { op: '2026-02-27' },
) => ({
  specversion: '1.0',
  id,
  source: 'urn:nld:oin:00000001:brp',
  type: `nl.voordeur.levensloop.${soort}`,
  ...(wie !== undefined && { subject: wie }),
  time: '2026-02-28T09:00:00Z',
  data,
})

test('what a source says is kept once, about who takes part, and the rest is counted and dropped', async (t) => {
  const { store, levensloop } = await opzet(t)
  const [ik, ander] = [maakPersoonId(nu, randomBytes), maakPersoonId(nu, randomBytes)]
  const [{ wie } = { wie: '' }] = await levensloop.volg(ik, ['rvig'])
  const [elders] = await levensloop.volg(ander, ['uwv'])
  const reeks = [
    bericht('a', wie, 'geboorte'),
    bericht('a', wie, 'geboorte'),
    bericht('b', 'k0000000000.iemand-die-wij-niet-kennen-van-deze-lengte', 'verhuizing'),
    // The name by which another source knows somebody is nobody's here.
    bericht('c', elders?.wie, 'verhuizing'),
    bericht('d', wie, 'iets-nieuws'),
    bericht('e', undefined, 'wetswijziging'),
  ]
  assert.deepEqual(await levensloop.ontvang('rvig', reeks), {
    status: 'ontvangen',
    nieuw: 1,
    dubbel: 1,
    onbekend: 4,
  })
  assert.deepEqual(await levensloop.ontvang('rvig', reeks[0]), {
    status: 'ontvangen',
    nieuw: 0,
    dubbel: 1,
    onbekend: 0,
  })
  assert.deepEqual([...(await store.tellingen())], [['rvig', { nieuw: 1, dubbel: 2, onbekend: 4 }]])
  // One that is wrong, and nothing of the batch is kept.
  const fout = await levensloop.ontvang('rvig', [bericht('f', wie, 'huwelijk'), { id: 'g' }])
  assert.deepEqual(fout, { status: 'ongeldig', plaats: '/1' })
  const werk = await store.pak(nu, straks, 10)
  assert.deepEqual(
    werk.map(({ persoon, meldingen }) => [persoon, meldingen.map(({ id }) => id)]),
    [[ik, ['a']]],
  )
})

test('ten thousand duplicates are one event, and a flood about one person is one piece of work', async (t) => {
  const { store, levensloop } = await opzet(t)
  const ik = maakPersoonId(nu, randomBytes)
  const [{ wie } = { wie: '' }] = await levensloop.volg(ik, ['rvig'])
  const dubbel = Array.from({ length: 1_000 }, () => bericht('a', wie, 'geboorte'))
  for (let i = 0; i < 10; i++) await levensloop.ontvang('rvig', dubbel)
  assert.deepEqual((await store.tellingen()).get('rvig'), { nieuw: 1, dubbel: 9_999, onbekend: 0 })
  await levensloop.ontvang(
    'rvig',
    Array.from({ length: 500 }, (_, i) => bericht(`v${i}`, wie, 'verhuizing')),
  )
  const [werk, ...rest] = await store.pak(nu, straks, 10)
  assert.ok(werk)
  assert.equal(rest.length, 0)
  assert.equal(werk.nieuw.length, 501)
  // In one pair of hands, until the term is over; what comes meanwhile waits.
  assert.deepEqual(await store.pak(nu, straks, 10), [])
  await levensloop.ontvang('rvig', bericht('later', wie, 'huwelijk'))
  assert.deepEqual(await store.pak(nu, straks, 10), [])
  assert.equal((await store.pak(straks, new Date(straks.getTime() + 60_000), 10))[0]?.nieuw.length, 502)
  await store.klaar(werk)
  const later = await store.pak(
    new Date(straks.getTime() + 120_000),
    new Date(straks.getTime() + 180_000),
    10,
  )
  assert.deepEqual(
    later.map(({ nieuw }) => nieuw.map(({ id }) => id)),
    [['later']],
  )
})

test('a correction undoes an event, also when it comes first', async (t) => {
  const { store, levensloop } = await opzet(t)
  const ik = maakPersoonId(nu, randomBytes)
  const [{ wie } = { wie: '' }] = await levensloop.volg(ik, ['rvig'])
  await levensloop.ontvang('rvig', bericht('terug', wie, 'ingetrokken', { intrekt: 'a' }))
  const [eerst] = await store.pak(nu, straks, 10)
  assert.ok(eerst)
  await store.klaar(eerst)
  await levensloop.ontvang('rvig', bericht('a', wie, 'verhuizing'))
  const [werk] = await store.pak(nu, straks, 10)
  assert.deepEqual(werk?.nieuw, [{ bron: 'rvig', id: 'a' }])
  assert.deepEqual(geldende(werk.meldingen), [])
})

test('who stops is forgotten at once, and what comes later is about nobody', async (t) => {
  const { store, levensloop } = await opzet(t)
  const ik = maakPersoonId(nu, randomBytes)
  const [{ wie } = { wie: '' }] = await levensloop.volg(ik, ['rvig', 'uwv'])
  await levensloop.ontvang('rvig', bericht('a', wie, 'geboorte'))
  await levensloop.stop(ik)
  assert.deepEqual(await store.pak(nu, straks, 10), [])
  assert.deepEqual(await levensloop.ontvang('rvig', bericht('b', wie, 'geboorte')), {
    status: 'ontvangen',
    nieuw: 0,
    dubbel: 0,
    onbekend: 1,
  })
})

test('a signature is of one source, for one body, for a minute', () => {
  const sleutel = bronsleutel(ring, 'rvig')
  const kop = `Bearer ${tekenLevensloop('rvig', sleutel, 'tekst', nu)}`
  assert.equal(bronVanToken(ring, kop, 'tekst', nu), 'rvig')
  assert.equal(bronVanToken(ring, kop, 'andere tekst', nu), undefined)
  assert.equal(bronVanToken(ring, kop, 'tekst', new Date(nu.getTime() + 121_000)), undefined)
  assert.equal(bronVanToken(ring, kop, 'tekst', new Date(nu.getTime() - 61_000)), undefined)
  // With its own key nobody speaks for another.
  const vals = `Bearer ${tekenLevensloop('uwv', sleutel, 'tekst', nu)}`
  assert.equal(bronVanToken(ring, vals, 'tekst', nu), undefined)
  assert.equal(bronVanToken(ring, undefined, 'tekst', nu), undefined)
})
