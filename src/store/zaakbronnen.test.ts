import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { leesDatabank, vindNummers } from '../../test/nummers.ts'
import { openSleutelring, verzegelBewijs } from '../audit/index.ts'
import { maakPersoonId, parseOrganisatieId } from '../domain/index.ts'
import { stilLog } from '../platform/index.ts'
import { maakIngrepen, openAansluitingen, openZaakbronnen } from '../zaken/index.ts'
import { proefinvoer } from '../zaken/proefaansluiting.ts'
import { ingangen } from './context.ts'
import { luister } from './luister.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { alsRol } from './rollen.ts'
import { aansluitingKanaal, aansluitingOpslag } from './zaakbronnen.ts'
import { bronverkeerOpslag } from './zaakbronverkeer.ts'

const nu = new Date('2026-03-01T12:00:00Z')
const door = { soort: 'opdracht' } as const
const geheim = 'een-geheim-van-de-gemeente'
const id = parseOrganisatieId('gemeente-GM0599')
assert.ok(id)

async function opstelling(t: Parameters<typeof openProefdatabank>[0]) {
  const proef = await openProefdatabank(t)
  const geheimen = ['een eerste geheim van minstens tweeëndertig tekens']
  const ring = openSleutelring(() => geheimen)
  const maak = (sleutels = ring) =>
    openAansluitingen({
      store: aansluitingOpslag(proef.databank),
      ring: sleutels,
      audit: { verzegel: (bewijs) => verzegelBewijs(sleutels, bewijs, randomBytes) },
      netwerk: { isDemo: false, toegestaan: [] },
      eigenAdressen: [],
      kentOrganisatie: () => true,
      personenBij: async (wie) => wie.map(() => maakPersoonId(nu, (n) => Buffer.alloc(n, 1))),
      nu: () => nu,
      toeval: randomBytes,
    })
  return { ...proef, maak, aansluitingen: maak(), geheimen }
}

test('a connection is kept with every version, its secret sealed, and a line of evidence', async (t) => {
  const { aansluitingen, databank, alsRol: opRol, url } = await opstelling(t)
  assert.deepEqual(await aansluitingen.verbindingen(), { nummer: 0, lijst: [] })
  const eerst = await aansluitingen.bewaar({ invoer: proefinvoer(), geheimen: { register: geheim }, door })
  assert.equal(eerst.status, 'ok')
  const medewerker = { soort: 'medewerker', medewerker: 'm-7', organisatie: id, rol: 'beheerder' } as const
  const tweede = await aansluitingen.bewaar({
    invoer: { ...proefinvoer(), stand: 'aan' },
    geheimen: {},
    door: medewerker,
    vanVersie: 1,
  })
  assert.deepEqual(tweede, { status: 'ok', versie: 2, wat: ['stand'] })
  // The same again changes nothing.
  const weer = { invoer: { ...proefinvoer(), stand: 'aan' }, geheimen: {}, door }
  assert.deepEqual(await aansluitingen.bewaar(weer), { status: 'ok', versie: 2, wat: [] })
  assert.deepEqual(await aansluitingen.bewaar({ ...weer, vanVersie: 1 }), { status: 'ingehaald' })

  const { nummer, lijst } = await aansluitingen.verbindingen()
  assert.equal(lijst[0]?.geheimen.register, geheim)
  assert.ok(nummer > 0)
  const versies = await aansluitingen.versies(id)
  assert.deepEqual(
    versies.map(({ versie, door: wie, wat }) => [versie, wie, wat.includes('stand')]),
    [
      [2, medewerker, true],
      [1, door, true],
    ],
  )
  // Not one byte of the secret stands in the database as it is, and no page sees the table by itself.
  assert.equal((await sql`select * from zaakbron_geheim`.execute(databank)).rows.length, 0)
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const alles = await client.query(
    'select (select json_agg(g) from voordeur.zaakbron_geheim g) as g, (select json_agg(v) from voordeur.zaakbron_versie v) as v',
  )
  const regels = await client.query(
    `select soort, codes from voordeur.bewijs_regel where onderwerp = 'organisatie:gemeente-GM0599' order by volgnummer`,
  )
  await client.end()
  assert.ok(!JSON.stringify(alles.rows).includes(geheim))
  assert.ok(!JSON.stringify(alles.rows).includes(Buffer.from(geheim).toString('hex')))
  assert.deepEqual(
    regels.rows.map(({ soort, codes }) => [soort, JSON.parse(codes).door, JSON.parse(codes).rol]),
    [
      ['aansluiting-gewijzigd', 'opdracht', undefined],
      ['aansluiting-gewijzigd', 'medewerker', 'beheerder'],
    ],
  )
  assert.ok(!JSON.stringify(regels.rows).includes('m-7'))
  await assert.rejects(sql`select 1 from zaakbron_versie`.execute(opRol('bewijs')))
})

test('the number of a test person stands in no version, and the table takes none', async (t) => {
  const { aansluitingen, databank, url } = await opstelling(t)
  const invoer = { ...proefinvoer(), proefpersonen: ['999990019'] }
  const eerst = await aansluitingen.bewaar({ invoer, geheimen: { register: geheim }, door })
  assert.equal(eerst.status, 'ok')
  // The same number is the same person, so nothing changed.
  assert.deepEqual(await aansluitingen.bewaar({ invoer, geheimen: {}, door }), {
    status: 'ok',
    versie: 1,
    wat: [],
  })
  assert.equal((await aansluitingen.vind(id))?.aansluiting.proefpersonen[0]?.einde, '019')
  assert.deepEqual(vindNummers(new Map([['databank', await leesDatabank(url)]]), ['999990019']), [])
  const instelling = JSON.stringify({ proefpersonen: ['999990019'] })
  await assert.rejects(
    ingangen(databank).alsTaak('zaakbronnen', (tx) =>
      sql`insert into zaakbron_versie (bron, versie, instelling, wat, door, op)
        values ('x', 1, ${instelling}::jsonb, '{}', '{}', now())`.execute(tx),
    ),
    /zaakbron_versie_instelling_check/,
  )
})

test('a connection that is closed is asked nothing, keeps no secret and every version; once more it needs the secret again', async (t) => {
  const { aansluitingen, alsRol: opRol } = await opstelling(t)
  const invoer = { ...proefinvoer(), stand: 'aan' }
  await aansluitingen.bewaar({ invoer, geheimen: { register: geheim }, door })
  const vergeten: string[] = []
  const { sluit, nieuweSleutel } = maakIngrepen({
    aansluitingen,
    vergeetBron: async (bron) => void vergeten.push(bron),
  })
  assert.deepEqual(await nieuweSleutel(id, { door }), { status: 'ok', versie: 2, wat: ['sleutelnummer'] })
  assert.deepEqual(await sluit(id, { door, vanVersie: 1 }), { status: 'ingehaald' })
  assert.deepEqual(vergeten, [])
  const gesloten = await sluit(id, { door, vanVersie: 2 })
  assert.ok(gesloten?.status === 'ok')
  assert.deepEqual(gesloten.wat, ['stand', 'sleutelnummer', 'geheim-register'])
  assert.deepEqual([vergeten, await aansluitingen.gesloten()], [[id], [id]])
  assert.deepEqual((await aansluitingen.verbindingen()).lijst, [])
  const na = await aansluitingen.vind(id)
  assert.deepEqual([na?.heeftGeheim, na?.bezwaren, na?.aansluiting.sleutelnummer], [[], [], 2])
  assert.equal((await aansluitingen.versies(id)).length, 3)
  const { rows } = await ingangen(opRol('app')).alsTaak('zaakbronnen', (tx) =>
    sql`select 1 from zaakbron_geheim where bron = ${id}`.execute(tx),
  )
  assert.equal(rows.length, 0)
  // Where nobody is asked any more another may come; and a later key is never an earlier one.
  const mis = await aansluitingen.bewaar({ invoer, geheimen: {}, door })
  assert.ok(mis.status === 'ongeldig' && mis.fouten[0]?.code === 'geheim-ontbreekt')
  const weer = { ...invoer, sleutelnummer: 0 }
  assert.equal(
    (await aansluitingen.bewaar({ invoer: weer, geheimen: { register: geheim }, door })).status,
    'ok',
  )
  const [verbinding] = (await aansluitingen.verbindingen()).lijst
  assert.equal(verbinding?.aansluiting.sleutelnummer, 2)
})

test('a secret goes to no other address than it was given for, and must be there', async (t) => {
  const { aansluitingen } = await opstelling(t)
  const zonder = await aansluitingen.bewaar({ invoer: proefinvoer(), geheimen: {}, door })
  assert.deepEqual(zonder, {
    status: 'ongeldig',
    fouten: [{ veld: 'geheim.register', code: 'geheim-ontbreekt' }],
  })
  const kort = await aansluitingen.bewaar({ invoer: proefinvoer(), geheimen: { register: 'kort' }, door })
  assert.equal(kort.status === 'ongeldig' && kort.fouten[0]?.code, 'geheim-kort')
  await aansluitingen.bewaar({ invoer: proefinvoer(), geheimen: { register: geheim }, door })
  for (const anders of [
    { adressen: { ...proefinvoer().adressen, drc: 'https://elders.example.org/documenten/api/v1' } },
    { aanmelden: { soort: 'token' } },
  ]) {
    const uitkomst = await aansluitingen.bewaar({
      invoer: { ...proefinvoer(), ...anders },
      geheimen: {},
      door,
    })
    assert.equal(uitkomst.status === 'ongeldig' && uitkomst.fouten[0]?.code, 'geheim-opnieuw')
  }
  // Another path at the same place is no other receiver.
  const pad = { adressen: { ...proefinvoer().adressen, drc: 'https://zaken.example.nl/drc/api/v1' } }
  const uitkomst = await aansluitingen.bewaar({ invoer: { ...proefinvoer(), ...pad }, geheimen: {}, door })
  assert.equal(uitkomst.status, 'ok')
})

test('a new key in front seals the secrets anew; without the old one they are named as lost', async (t) => {
  const { aansluitingen, geheimen, maak } = await opstelling(t)
  await aansluitingen.bewaar({ invoer: proefinvoer(), geheimen: { register: geheim }, door })
  const nieuw = 'een tweede geheim van minstens tweeëndertig tekens'
  const alleenNieuw = maak(openSleutelring(() => [nieuw]))
  assert.deepEqual((await alleenNieuw.verbindingen()).lijst, [])
  assert.deepEqual((await alleenNieuw.vind(id))?.bezwaren, [{ veld: 'geheim', code: 'sleutel-ontbreekt' }])
  const beide = maak(openSleutelring(() => [nieuw, ...geheimen]))
  assert.equal(await beide.wisselSleutel(), 1)
  assert.equal(await beide.wisselSleutel(), 0)
  assert.equal((await alleenNieuw.verbindingen()).lijst[0]?.geheimen.register, geheim)
})

test('another node hears of a change at once, and has a new client for that connection alone', async (t) => {
  const { aansluitingen, maak, url } = await opstelling(t)
  const andere = maak()
  const gemaakt: string[] = []
  const nooit = () => Promise.reject(new Error('niet gevraagd'))
  const zaakbronnen = openZaakbronnen({
    aansluitingen: andere,
    maak: ({ aansluiting: { organisatie }, versie }) => {
      gemaakt.push(`${organisatie} ${versie}`)
      return {
        bron: { id: organisatie, zoek: nooit, haal: nooit, document: nooit, voegToe: nooit },
        sluit: () => {},
      }
    },
    tel: () => {},
  })
  const gehoord = Promise.withResolvers<void>()
  zaakbronnen.bijWissel((welke) => welke.includes(id) && gehoord.resolve())
  const stop = luister({
    ...alsRol(url, 'app'),
    log: stilLog,
    kanaal: aansluitingKanaal,
    bij: () => void zaakbronnen.ververs(),
  })
  t.after(async () => {
    await stop()
    zaakbronnen.sluit()
  })
  await aansluitingen.bewaar({ invoer: proefinvoer(), geheimen: { register: geheim }, door })
  await gehoord.promise
  assert.deepEqual(gemaakt, ['gemeente-GM0599 1'])
})

test('two who change the same version at once: one of them looks again', async (t) => {
  const { aansluitingen } = await opstelling(t)
  await aansluitingen.bewaar({ invoer: proefinvoer(), geheimen: { register: geheim }, door })
  const uitkomsten = await Promise.all(
    [3, 4, 5].map((tegelijk) =>
      aansluitingen.bewaar({
        invoer: { ...proefinvoer(), grenzen: { verbindMs: 500, totaalMs: 2_000, tegelijk } },
        geheimen: {},
        door,
        vanVersie: 1,
      }),
    ),
  )
  assert.deepEqual(uitkomsten.map(({ status }) => status).sort(), ['ingehaald', 'ingehaald', 'ok'])
})

test('counts of several nodes add up, and the last moment of each kind stays', async (t) => {
  const { databank } = await opstelling(t)
  const store = bronverkeerOpslag(databank)
  const dag = { bron: id, dag: '2026-03-01', gevraagd: 2, mislukt: 1 }
  const later = new Date(nu.getTime() + 1_000)
  await store.tel([{ ...dag, laatstGoed: later, laatstMislukt: nu, laatsteFout: 'te-laat' }])
  await store.tel([{ ...dag, dag: '2026-03-02', laatstGoed: nu }, { ...dag }])
  assert.deepEqual(await store.dagen('2026-03-01'), [
    { ...dag, dag: '2026-03-02' },
    { ...dag, gevraagd: 4, mislukt: 2 },
  ])
  assert.deepEqual(await store.verloop(), [
    { bron: id, laatstGoed: later, laatstMislukt: nu, laatsteFout: 'te-laat' },
  ])
})
