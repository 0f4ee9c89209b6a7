import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { geldende, hoogstensCorrecties, hoogstensPerDag } from '../proactief/index.ts'
import { ingangen } from './context.ts'
import { alsEigenaar } from './proefdatabank.ts'
import { openProefvolgen } from './proefvolgen.ts'

const na = (moment: Date, uren: number) => new Date(moment.getTime() + uren * 3_600_000)
const bericht = (id: string, wie: string, soort: string, data: object = { op: '2026-02-27' }) => ({
  ...{ specversion: '1.0', id, source: 'urn:rvig', subject: wie, data },
  type: `nl.voordeur.levensloop.${soort}`,
})
const dag = (n: number) => `2026-01-${String(n).padStart(2, '0')}`

async function opzet(t: Parameters<typeof openProefvolgen>[0]) {
  const proef = await openProefvolgen(t)
  const { werk, klok, boeking, ontvangst, naam, doetMee } = proef
  const ik = await doetMee()
  const wie = naam('rvig', ik)
  return {
    ...{ ...proef, ik, wie },
    stuur: (...berichten: readonly object[]) => ontvangst.ontvang('rvig', berichten),
    pak: async () => (await werk.pak(klok.nu, na(klok.nu, 1), 10))[0],
    async verwerk() {
      const handen = await werk.pak(klok.nu, na(klok.nu, 1), 10)
      await werk.boek(handen.map((een) => boeking(een)))
      return handen[0]
    },
  }
}

test('of a flood about one person few are kept and the last day is; the rest is counted, and looked at', async (t) => {
  const { wie, ik, stuur, verwerk, pak, werk, klok, boeking, levensloop, url } = await opzet(t)
  const veel = Array.from({ length: 300 }, (_, i) =>
    bericht(`m${i}`, wie, 'inkomen-gewijzigd', { op: dag(1 + (i % 28)) }),
  )
  const over = 300 - hoogstensPerDag
  const antwoord = { status: 'ontvangen', nieuw: hoogstensPerDag, dubbel: 0, samen: over, onbekend: 0 }
  assert.deepEqual(await stuur(...veel), antwoord)
  // Another kind has nothing to do with that.
  assert.deepEqual(await stuur(bericht('kind', wie, 'geboorte')), { ...antwoord, nieuw: 1, samen: 0 })
  const eerst = await verwerk()
  assert.equal(eerst?.nieuw.length, hoogstensPerDag + 2)
  const laatste = geldende(eerst.meldingen).findLast(({ wat }) => wat.soort === 'inkomen-gewijzigd')
  assert.equal(laatste?.wat.op, dag(28))
  assert.equal(await pak(), undefined)

  // One more, and they come again; one that comes while they are in hand is not put away with what was seen.
  await stuur(bericht('nog een', wie, 'inkomen-gewijzigd', { op: dag(3) }))
  const inHanden = await pak()
  assert.equal(inHanden?.nieuw.length, 1)
  await stuur(bericht('en nog een', wie, 'inkomen-gewijzigd', { op: dag(30) }))
  await werk.boek([boeking(inHanden)])
  const weer = await verwerk()
  assert.deepEqual(
    weer?.meldingen.map(({ wat }) => wat),
    [{ soort: 'inkomen-gewijzigd', op: dag(30) }],
  )
  const rijen = `select count(*)::int as n, count(*) filter (where samengevat)::int as samen from voordeur.levensloop_melding`
  assert.deepEqual(await alsEigenaar({ url }, rijen), [{ n: hoogstensPerDag + 2, samen: 1 }])
  assert.equal((await levensloop.tellingen()).get('rvig')?.samen, over + 2)
  const bewijs = `select sum((codes::jsonb ->> 'samen')::int)::int as n from voordeur.bewijs_regel
    where onderwerp = 'persoon:${ik}' and soort = 'gebeurtenis-ontvangen'`
  assert.deepEqual(await alsEigenaar({ url }, bewijs), [{ n: over + 2 }])
  // The next day each counts by itself again.
  klok.nu = na(klok.nu, 25)
  assert.equal((await stuur(bericht('morgen', wie, 'inkomen-gewijzigd'))).status, 'ontvangen')
  assert.deepEqual((await verwerk())?.nieuw, [{ bron: 'rvig', id: 'morgen' }])
})

test('a flood that goes on and whoever writes what came of it wait for each other in one order', async (t) => {
  const { wie, ik, stuur, databank, url } = await opzet(t)
  const veel = (naam: string) =>
    Array.from({ length: 40 }, (_, i) => bericht(`${naam}${i}`, wie, 'inkomen-gewijzigd'))
  await stuur(...veel('a'))
  const wacht = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  // As it is booked: the dossier first, and then what was seen is put away.
  const bezig = await ingangen(databank).alsTaak('levensloop', async (tx) => {
    await sql`select 1 from levensloop_dossier where persoon = ${ik} for no key update`.execute(tx)
    const gestuurd = stuur(...veel('b'))
    while ((await alsEigenaar({ url }, wacht)).length === 0);
    await sql`update levensloop_melding set is_nieuw = false where persoon = ${ik} and samengevat`.execute(tx)
    return { gestuurd }
  })
  assert.equal((await bezig.gestuurd).status, 'ontvangen')
})

test('in a flood of corrections those of what was kept all count, and a death is never made of many', async (t) => {
  const { wie, stuur, verwerk } = await opzet(t)
  const doden = Array.from({ length: 40 }, (_, i) => bericht(`d${i}`, wie, 'overlijden'))
  assert.equal((await verwerk())?.nieuw, undefined)
  await stuur(...doden)
  assert.equal((await verwerk())?.nieuw.length, hoogstensPerDag)
  const loos = Array.from({ length: hoogstensCorrecties + 50 }, (_, i) =>
    bericht(`x${i}`, wie, 'ingetrokken', { intrekt: `weet niet ${i}` }),
  )
  for (let i = 0; i < loos.length; i += 200) await stuur(...loos.slice(i, i + 200))
  const terug = doden.flatMap(({ id }) => [
    bericht(`t${id}`, wie, 'ingetrokken', { intrekt: id }),
    bericht(`u${id}`, wie, 'ingetrokken', { intrekt: id }),
  ])
  await stuur(...terug)
  const gezien = await verwerk()
  assert.equal(gezien?.nieuw.length, hoogstensCorrecties + hoogstensPerDag)
  // Nobody is dead any more.
  assert.deepEqual(geldende(gezien.meldingen), [])
  await stuur(bericht('leeft', wie, 'geboorte'))
  assert.deepEqual(
    (await verwerk())?.meldingen.map(({ id }) => id),
    ['leeft'],
  )
})

test('corrections that come before what they take back all count, also above what is kept of an event', async (t) => {
  const { wie, stuur, verwerk } = await opzet(t)
  const soorten = ['geboorte', 'verhuizing', 'huwelijk']
  const ids = soorten.flatMap((soort) =>
    Array.from({ length: hoogstensPerDag }, (_, i) => ({ soort, id: `${soort}${i}` })),
  )
  await verwerk()
  for (const { id } of ids) await stuur(bericht(`weg-${id}`, wie, 'ingetrokken', { intrekt: id }))
  await stuur(...ids.map(({ id, soort }) => bericht(id, wie, soort)))
  const gezien = await verwerk()
  assert.equal(gezien?.nieuw.length, 2 * ids.length)
  assert.deepEqual(geldende(gezien.meldingen), [])
})

test('however often somebody moved or died in the past, a look reads the last of it', async (t) => {
  const { ik, wie, stuur, verwerk, url } = await opzet(t)
  await stuur(bericht('a', wie, 'geboorte'))
  await alsEigenaar(
    { url },
    `insert into voordeur.levensloop_melding (bron, id, persoon, soort, op, ontvangen, is_nieuw)
      select 'rvig', s || n, '${ik}', s, '2024-01-01'::date + n, now(), false
      from generate_series(1, 300) n, unnest(array['verhuizing', 'overlijden']) s returning 1`,
  )
  await stuur(bericht('t', wie, 'ingetrokken', { intrekt: 'verhuizing300' }))
  const een = await verwerk()
  assert.deepEqual(een?.meldingen.map(({ id }) => id).toSorted(), [
    ...['a', 'overlijden300', 't', 'verhuizing299', 'verhuizing300'],
  ])
})

test('what a newer node keeps waits for that node, and stops nobody else', async (t) => {
  const { ik, wie, stuur, werk, klok, doetMee, naam, url } = await opzet(t)
  const ander = await doetMee()
  const namens = naam('rvig', ander)
  const zet = (wat: string) =>
    alsEigenaar({ url }, `update voordeur.levensloop_melding set ${wat} where persoon = '${ik}' returning 1`)
  await stuur(bericht('a', wie, 'geboorte'), bericht('b', namens, 'geboorte'))
  await zet(`soort = 'van-later'`)
  const wieIsEr = async () =>
    (await werk.pak(klok.nu, na(klok.nu, 1), 10)).map(({ persoon, nieuw }) => [persoon, nieuw.length])
  assert.deepEqual(await wieIsEr(), [[ander, 1]])
  // Nor is it taken back here, when a newer node worked it off.
  await zet('is_nieuw = false')
  await stuur(bericht('t', wie, 'ingetrokken', { intrekt: 'a' }))
  assert.deepEqual(await wieIsEr(), [])
  const rijen = `select id, is_nieuw from voordeur.levensloop_melding where persoon = '${ik}' order by id`
  assert.deepEqual(await alsEigenaar({ url }, rijen), [
    { id: 'a', is_nieuw: false },
    { id: 't', is_nieuw: true },
  ])
  // A node that knows the kind takes both.
  await zet(`soort = case id when 'a' then 'geboorte' else soort end`)
  assert.deepEqual(await wieIsEr(), [[ik, 1]])
})
