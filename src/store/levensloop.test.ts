import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openSleutelring } from '../audit/index.ts'
import { proefbewijs } from '../audit/proefaudit.ts'
import { bronsleutel, bronVanToken, geldende, hoogstensPerDag, tekenLevensloop } from '../proactief/index.ts'
import { ingangen } from './context.ts'
import { alsEigenaar } from './proefdatabank.ts'
import { openProefvolgen } from './proefvolgen.ts'

const nu = new Date('2026-03-01T10:00:00Z')
const na = (moment: Date, minuten: number) => new Date(moment.getTime() + minuten * 60_000)
const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])

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
  const { klok, werk, levensloop, ontvangst, naam, doetMee } = await openProefvolgen(t)
  const [ik, ander] = [await doetMee(), await doetMee()]
  const wie = naam('rvig', ik)
  const reeks = [
    bericht('a', wie, 'geboorte'),
    bericht('a', wie, 'geboorte'),
    bericht('b', 'k0000000000.iemand-die-wij-niet-kennen-van-deze-lengte', 'verhuizing'),
    // The name by which another source knows somebody is nobody's here.
    bericht('c', naam('uwv', ander), 'verhuizing'),
    bericht('d', wie, 'iets-nieuws'),
    bericht('e', undefined, 'wetswijziging'),
  ]
  assert.deepEqual(await ontvangst.ontvang('rvig', reeks), {
    status: 'ontvangen',
    nieuw: 1,
    dubbel: 1,
    samen: 0,
    onbekend: 4,
  })
  assert.deepEqual(await ontvangst.ontvang('rvig', reeks[0]), {
    status: 'ontvangen',
    nieuw: 0,
    dubbel: 1,
    samen: 0,
    onbekend: 0,
  })
  assert.deepEqual(
    [...(await levensloop.tellingen())],
    [['rvig', { nieuw: 1, dubbel: 2, samen: 0, onbekend: 4 }]],
  )
  // One that is wrong, and nothing of the batch is kept.
  const fout = await ontvangst.ontvang('rvig', [bericht('f', wie, 'huwelijk'), { id: 'g' }])
  assert.deepEqual(fout, { status: 'ongeldig', plaats: '/1' })
  const handen = await werk.pak(klok.nu, na(klok.nu, 1), 10)
  assert.deepEqual(
    handen.map(({ persoon, meldingen }) => [persoon, meldingen.map(({ id }) => id)]),
    [[ik, ['a']]],
  )
})

test('ten thousand duplicates are one event, and a flood about one person is one piece of work', async (t) => {
  const { klok, werk, levensloop, ontvangst, naam, doetMee, boeking } = await openProefvolgen(t)
  const { nu } = klok
  const wie = naam('rvig', await doetMee())
  const dubbel = Array.from({ length: 1_000 }, () => bericht('a', wie, 'geboorte'))
  for (let i = 0; i < 10; i++) await ontvangst.ontvang('rvig', dubbel)
  assert.deepEqual((await levensloop.tellingen()).get('rvig'), {
    nieuw: 1,
    dubbel: 9_999,
    samen: 0,
    onbekend: 0,
  })
  await ontvangst.ontvang(
    'rvig',
    Array.from({ length: 500 }, (_, i) => bericht(`v${i}`, wie, 'verhuizing')),
  )
  const [een, ...rest] = await werk.pak(nu, na(nu, 1), 10)
  assert.ok(een)
  assert.equal(rest.length, 0)
  // The birth, so many moves as are kept each by itself, and one for all that were more.
  const aantal = 1 + hoogstensPerDag + 1
  assert.equal(een.nieuw.length, aantal)
  // In one pair of hands, until the term is over; what comes meanwhile waits.
  await ontvangst.ontvang('rvig', bericht('later', wie, 'huwelijk'))
  assert.deepEqual(await werk.pak(nu, na(nu, 1), 10), [])
  const [ander] = await werk.pak(na(nu, 1), na(nu, 2), 10)
  assert.equal(ander?.nieuw.length, aantal + 1)
  // Whose hands it left writes nothing; who has it does, and what came after that keeps them on the list.
  assert.equal((await werk.boek([boeking(een)])).size, 0)
  await ontvangst.ontvang('rvig', bericht('nog later', wie, 'huwelijk'))
  assert.equal((await werk.boek([boeking(ander)])).size, 1)
  const later = await werk.pak(na(nu, 1), na(nu, 2), 10)
  assert.deepEqual(
    later.map(({ nieuw }) => nieuw.map(({ id }) => id)),
    [['nog later']],
  )
})

test('a correction undoes an event, also when it comes first', async (t) => {
  const { klok, werk, ontvangst, naam, doetMee, boeking } = await openProefvolgen(t)
  const wie = naam('rvig', await doetMee())
  await ontvangst.ontvang('rvig', bericht('terug', wie, 'ingetrokken', { intrekt: 'a' }))
  const [eerst] = await werk.pak(klok.nu, na(klok.nu, 1), 10)
  assert.ok(eerst)
  await werk.boek([boeking(eerst)])
  await ontvangst.ontvang('rvig', bericht('a', wie, 'verhuizing'))
  const [een] = await werk.pak(klok.nu, na(klok.nu, 1), 10)
  assert.deepEqual(een?.nieuw, [{ bron: 'rvig', id: 'a' }])
  assert.deepEqual(geldende(een.meldingen), [])
})

test('what comes in about somebody at the moment that they stop is about nobody, and nothing of it stays', async (t) => {
  const { ontvangst, naam, doetMee, databank, url } = await openProefvolgen(t)
  const [ik, ander] = [await doetMee(), await doetMee()]
  const wacht = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  // Stopping, as it is written down: everything is erased, and what came in meanwhile is not to be seen yet.
  const bezig = await ingangen(databank).alsTaak('levensloop', async (tx) => {
    for (const tabel of ['dossier', 'abonnement', 'melding'])
      await sql`delete from ${sql.id(`levensloop_${tabel}`)} where persoon = ${ik}`.execute(tx)
    const beide = [ik, ander].map((wie) => bericht('a', naam('rvig', wie), 'geboorte'))
    const ontvangen = ontvangst.ontvang('rvig', beide)
    while ((await alsEigenaar({ url }, wacht)).length === 0);
    return { ontvangen }
  })
  const telling = { nieuw: 1, dubbel: 0, samen: 0, onbekend: 1 }
  assert.deepEqual(await bezig.ontvangen, { status: 'ontvangen', ...telling })
  const over = `select persoon::text from voordeur.levensloop_melding`
  assert.deepEqual(await alsEigenaar({ url }, over), [{ persoon: ander }])
  const bewijs = `select onderwerp from voordeur.bewijs_regel where soort = 'gebeurtenis-ontvangen'`
  assert.deepEqual(await alsEigenaar({ url }, bewijs), [{ onderwerp: `persoon:${ander}` }])
})

test('who stops is forgotten at once, and what comes later is about nobody', async (t) => {
  const { klok, werk, ontvangst, volgen, naam, doetMee, boeking, signaal, url } = await openProefvolgen(t)
  const ik = await doetMee()
  const wie = naam('rvig', ik)
  await ontvangst.ontvang('rvig', bericht('a', wie, 'geboorte'))
  const [een] = await werk.pak(klok.nu, na(klok.nu, 1), 10)
  assert.ok(een)
  assert.equal(await volgen.stop(ik, proefbewijs(ik), { afmelden: true }), true)
  // Also what somebody had in hand at that moment.
  assert.equal((await werk.boek([boeking(een, { signalen: [signaal(ik)] })])).size, 0)
  assert.deepEqual(await ontvangst.ontvang('rvig', bericht('b', wie, 'geboorte')), {
    status: 'ontvangen',
    nieuw: 0,
    dubbel: 0,
    samen: 0,
    onbekend: 1,
  })
  const over = ['dossier', 'abonnement', 'melding', 'signaal'].map(
    (tabel) => `select 1 from voordeur.levensloop_${tabel}`,
  )
  assert.deepEqual(await alsEigenaar({ url }, over.join(' union all ')), [])
  const beeld = await volgen.bekijk(ik, proefbewijs(ik))
  assert.deepEqual([beeld.afgemeld, beeld.volgt], [klok.nu, undefined])
  assert.equal(await volgen.stop(ik, proefbewijs(ik), { afmelden: true }), false)
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
