import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { maakPersoonId, maakUuid7 } from '../domain/index.ts'
import { openWachtrijen } from '../lijnen/index.ts'
import { belt, DINSDAG_TIEN_UUR, proefteam } from '../lijnen/proeflijn.ts'
import { ingangen, type Tx } from './context.ts'
import { gidsOpslag } from './lijngids.ts'
import { wachtrijOpslag } from './lijnwachtrij.ts'
import { openProefbelafspraken } from './proefbelafspraken.ts'
import { alsEigenaar } from './proefdatabank.ts'
import { verzegel } from './proeflijnen.ts'

const svb = proeforganisatie('svb')
const team = proefteam({ organisatie: svb })
const aan = { medewerker: 'm-1', organisatie: svb }
const van = { medewerker: 'm-2', organisatie: proeforganisatie('duo') }
const ander = { medewerker: 'm-3', organisatie: proeforganisatie('uwv') }

async function opzet(t: Parameters<typeof openProefbelafspraken>[0]) {
  const { proef, klok, nu, belafspraken } = await openProefbelafspraken(t, { team, begin: DINSDAG_TIEN_UUR })
  const { databank, alsRol } = proef
  const wachtrijen = [alsRol('app'), alsRol('app')].map((knoop) =>
    openWachtrijen({
      ...{ store: wachtrijOpslag(knoop), gids: gidsOpslag(knoop), nu, verzegel, bij: () => undefined },
    }),
  )
  const tijden = async () => {
    const rooster = (await belafspraken.team(team.id))?.rooster
    assert.ok(rooster)
    return [...(await belafspraken.vrij(rooster)).values()].flat().map(({ begin }) => begin)
  }
  const id = () => maakUuid7(klok.nu, randomBytes)
  return { proef, databank, belafspraken, wachtrijen, klok, tijden, id }
}

test('a time is seen by who calls and who is called, moved and cancelled by either, and by nobody else', async (t) => {
  const { belafspraken, tijden, id } = await opzet(t)
  const [eerste, tweede, derde] = await tijden()
  assert.ok(eerste && tweede && derde)
  const mark = id()
  assert.equal(await belafspraken.boek(van, { id: mark, team: team.id, begin: eerste }), 'ok')
  // Sent twice it is one; and there is one place.
  assert.equal(await belafspraken.boek(van, { id: mark, team: team.id, begin: eerste }), 'ok')
  assert.equal(await belafspraken.boek(van, { id: id(), team: team.id, begin: eerste }), 'vol')
  for (const wie of [van, aan])
    assert.deepEqual(
      (await belafspraken.lijst(wie)).map(({ begin, stand }) => [begin, stand]),
      [[eerste, 'gemaakt']],
    )
  assert.deepEqual(await belafspraken.lijst(ander), [])
  assert.equal(await belafspraken.verzet(ander, mark, tweede), 'niet-gevonden')
  assert.equal(await belafspraken.zegAf(ander, mark), 'niet-gevonden')

  assert.equal(await belafspraken.verzet(aan, mark, tweede), 'ok')
  assert.deepEqual((await belafspraken.lijst(van))[0]?.begin, tweede)
  // The old place is free again, and the new one is not.
  assert.deepEqual((await tijden()).slice(0, 2), [eerste, derde])
  assert.equal(await belafspraken.boek(van, { id: id(), team: team.id, begin: eerste }), 'ok')
  assert.equal(await belafspraken.verzet(van, mark, eerste), 'vol')
  assert.equal(await belafspraken.zegAf(van, mark), 'ok')
  assert.equal(await belafspraken.zegAf(van, mark), 'niet-gevonden')
  assert.deepEqual((await tijden())[0], tweede)
})

test('what one changes is news at the other until somebody there saw it as it is, and never at whoever did it', async (t) => {
  const { belafspraken, tijden, id } = await opzet(t)
  const [eerste, tweede, derde] = await tijden()
  assert.ok(eerste && tweede && derde)
  const mark = id()
  const nieuws = async (wie: typeof van) => (await belafspraken.lijst(wie)).map((een) => een.nieuws)
  await belafspraken.boek(van, { id: mark, team: team.id, begin: eerste })
  assert.deepEqual([await nieuws(van), await nieuws(aan)], [[undefined], [{ soort: 'nieuw' }]])
  await belafspraken.gezien(aan, mark, { begin: eerste, stand: 'gemaakt' })
  assert.deepEqual(await nieuws(aan), [undefined])
  await belafspraken.verzet(aan, mark, tweede)
  assert.deepEqual([await nieuws(van), await nieuws(aan)], [[{ soort: 'verzet', was: eerste }], [undefined]])
  // Moved once more before they said that they saw it: what they say is of the page that they had.
  await belafspraken.verzet(aan, mark, derde)
  await belafspraken.gezien(van, mark, { begin: tweede, stand: 'gemaakt' })
  assert.deepEqual(await nieuws(van), [{ soort: 'verzet', was: tweede }])
  // Nobody says it for another organisation.
  await belafspraken.gezien(ander, mark, { begin: derde, stand: 'gemaakt' })
  assert.equal((await nieuws(van)).length, 1)
  await belafspraken.zegAf(van, mark)
  assert.deepEqual([await nieuws(van), await nieuws(aan)], [[undefined], [{ soort: 'afgezegd' }]])
  // Made and taken back before anybody saw it.
  const kort = id()
  await belafspraken.boek(van, { id: kort, team: team.id, begin: eerste })
  await belafspraken.zegAf(van, kort)
  assert.equal((await belafspraken.vind(aan, kort))?.nieuws, undefined)
})

test('what was agreed, moved and cancelled is proof at both organisations, once each, also when it is sent twice', async (t) => {
  const { proef, belafspraken, tijden, id } = await opzet(t)
  const [eerste, tweede] = await tijden()
  assert.ok(eerste && tweede)
  const mark = id()
  for (let keer = 0; keer < 2; keer++)
    await belafspraken.boek(van, { id: mark, team: team.id, begin: eerste })
  for (let keer = 0; keer < 2; keer++) await belafspraken.verzet(aan, mark, tweede)
  for (let keer = 0; keer < 2; keer++) await belafspraken.zegAf(van, mark)
  await belafspraken.verzet(ander, mark, eerste)
  const regels = await alsEigenaar(
    proef,
    `select onderwerp, soort, codes from voordeur.bewijs_regel order by onderwerp, volgnummer`,
  )
  const soorten = ['belafspraak-gemaakt', 'belafspraak-verzet', 'belafspraak-afgezegd']
  assert.deepEqual(
    regels.map(({ onderwerp, soort }) => [onderwerp, soort]),
    ['duo', 'svb'].flatMap((wie) => soorten.map((soort) => [`organisatie:${wie}`, soort])),
  )
  assert.ok(
    regels.map(({ codes }) => String(codes)).every((codes) => codes.includes(mark) && !codes.includes('m-')),
  )
})

test('where a resident takes part both organisations see when it is and no more; with that resident before them the row, with another nothing', async (t) => {
  const { databank, belafspraken, id, klok } = await opzet(t)
  const { alsMedewerker, alsPersoon } = ingangen(databank)
  const [hij, zij] = [maakPersoonId(klok.nu, randomBytes), maakPersoonId(klok.nu, randomBytes)]
  const [mark, afspraak, kenmerk] = [id(), id(), randomBytes(32)]
  const [begin, einde] = [new Date(klok.nu.getTime() + 3_600_000), new Date(klok.nu.getTime() + 7_200_000)]
  await alsMedewerker({ ...van, persoon: hij }, async (tx) => {
    await sql`insert into belafspraak (id, team, organisatie, van, medewerker, kenmerk, gemaakt)
      values (${mark}, ${team.id}, ${aan.organisatie}, ${van.organisatie}, 'm-2', ${kenmerk}, ${klok.nu})`.execute(
      tx,
    )
    await sql`insert into afspraak (id, nummer, persoon, organisatie, team, vorm, begin, einde, plek, stand, door,
      kenmerk, gemaakt, herinner_vanaf, kid, cijfer) values (${afspraak}, 'ABC-234', ${hij}, ${aan.organisatie}, 'lijn', 'samen',
      ${begin}, ${einde}, 1, 'gemaakt', 'medewerker', ${kenmerk}, ${klok.nu}, ${begin}, 'k', ${randomBytes(8)})`.execute(
      tx,
    )
  })
  const ziet = async (tx: Tx) =>
    (await sql`select 1 from afspraak where id = ${afspraak}`.execute(tx)).rows.length
  const wijzigt = async (tx: Tx) =>
    Number(
      (await sql`update afspraak set stand = 'afgezegd' where id = ${afspraak}`.execute(tx)).numAffectedRows,
    )
  const wanneer = async (tx: Tx) =>
    (await sql`select afspraak, begin, einde, stand from belafspraak_tijden()`.execute(tx)).rows
  const tijd = [{ afspraak, begin, einde, stand: 'gemaakt' }]
  for (const wie of [van, aan]) {
    // Without anybody before them: the time, and not the row.
    assert.deepEqual([await alsMedewerker(wie, ziet), await alsMedewerker(wie, wijzigt)], [0, 0])
    assert.deepEqual(await alsMedewerker(wie, wanneer), tijd)
    assert.deepEqual(
      (await belafspraken.lijst(wie)).map((een) => [een.afspraak, een.begin]),
      [[afspraak, begin]],
    )
    const bijHem = { ...wie, persoon: hij }
    assert.deepEqual([await alsMedewerker(bijHem, ziet), await alsMedewerker(bijHem, wanneer)], [1, tijd])
    const bijAnder = { ...wie, persoon: zij }
    assert.deepEqual([await alsMedewerker(bijAnder, ziet), await alsMedewerker(bijAnder, wijzigt)], [0, 0])
    assert.deepEqual(await alsMedewerker(bijAnder, wanneer), [])
  }
  for (const wie of [ander, { ...ander, persoon: hij }])
    assert.deepEqual([await alsMedewerker(wie, ziet), await alsMedewerker(wie, wanneer)], [0, []])
  assert.deepEqual(await alsPersoon(hij, wanneer), [])
  assert.deepEqual([await alsPersoon(hij, ziet), await alsPersoon(zij, ziet)], [1, 0])
})

test('a promise of the queue and an agreed time never take the same place, however many ask at once on two nodes', async (t) => {
  const { belafspraken, wachtrijen, klok, tijden, id } = await opzet(t)
  // The lane is shut: each caller is promised a time.
  klok.nu = new Date('2026-12-01T19:00:00Z')
  const vrij = await tijden()
  const bellers = Array.from({ length: 6 }, (_, i) => `b-${i}`)
  const uit = await Promise.all([
    ...bellers.map(async (beller, i) => {
      const bij = wachtrijen[i % 2]
      assert.ok(bij)
      await bij.doe(svb, belt(beller))
      return 'queue'
    }),
    ...vrij.slice(0, 6).map((begin) => belafspraken.boek(van, { id: id(), team: team.id, begin })),
  ])
  const stand = await wachtrijen[0]?.lees(svb)
  const beloofd = (stand?.afgesproken ?? []).map(({ toezegging }) => toezegging?.beginMs ?? 0)
  assert.equal(beloofd.length, 6)
  const geboekt = (await belafspraken.lijst(aan)).map(({ begin }) => begin.getTime())
  assert.equal(geboekt.length, uit.filter((een) => een === 'ok').length)
  // One place at a time: nothing begins twice.
  assert.equal(new Set([...beloofd, ...geboekt]).size, 6 + geboekt.length)
  // Whoever looks for a time now is offered none of these.
  const nog = new Set((await tijden()).map((begin) => begin.getTime()))
  assert.ok([...beloofd, ...geboekt].every((ms) => !nog.has(ms)))
  // Who gives up gives the place back.
  const weg = stand?.afgesproken[0]
  assert.ok(weg)
  await wachtrijen[1]?.doe(svb, { soort: 'verlaat', beller: weg.id })
  assert.ok((await tijden()).some((begin) => begin.getTime() === weg.toezegging?.beginMs))
})
