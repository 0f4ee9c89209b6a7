import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { stilLog } from '../platform/index.ts'
import { inTransactie } from './databank.ts'
import { migreer } from './migreer.ts'
import { isOnversleuteld } from './opslag.ts'
import { openProefdatabank } from './proefdatabank.ts'

const bestand = {
  sha256: 'a'.repeat(64),
  pad: 'regelingen/lokaal/GM0363/stadspas/2026-01-01.yaml',
  inhoud: 'id: x',
}
const geweigerd = { code: '42501' }

test('a database elsewhere without checked TLS is warned about, one on this computer is not', () => {
  for (const url of [
    'postgres://a:b@db.example/x',
    'postgres://a:b@db.example/x?sslmode=prefer',
    'postgres://a:b@10.0.0.1/x?sslmode=no-verify',
  ])
    assert.ok(isOnversleuteld(url), url)
  for (const url of [
    'postgres://a:b@localhost/x',
    'postgres:///x?host=/run/postgresql',
    'postgres://a:b@db.example/x?sslmode=verify-full',
  ])
    assert.ok(!isOnversleuteld(url), url)
})

test('app owns nothing, is no superuser, passes no row-level security and makes nothing', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { rows } = await sql`
    select session_user as wie, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*) from pg_class where relowner = r.oid) as bezit,
      (select count(*) from pg_auth_members where member = r.oid) as lidmaatschappen
    from pg_roles r where rolname = current_user`.execute(databank)
  assert.deepEqual(rows, [
    {
      wie: 'voordeur_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      bezit: 0,
      lidmaatschappen: 0,
    },
  ])
  await assert.rejects(sql`create table x (y int)`.execute(databank), geweigerd)
  await assert.rejects(sql`create table public.x (y int)`.execute(databank), geweigerd)
  await assert.rejects(sql`set role voordeur_eigenaar`.execute(databank), geweigerd)
})

test('published files can be added and read, never changed or removed', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const { pad, sha256 } = bestand
  await inTransactie(databank, async (tx) => {
    await tx.insertInto('regeling_bestand').values(bestand).execute()
    await tx.insertInto('regeling_activering').values({ pad, sha256, status: 'actief' }).execute()
  })
  const rij = await databank.selectFrom('regeling_activering').selectAll().executeTakeFirstOrThrow()
  assert.equal(rij.volgnummer, 1)
  assert.ok(rij.op instanceof Date)
  await assert.rejects(sql`update regeling_bestand set inhoud = ''`.execute(databank), geweigerd)
  await assert.rejects(sql`delete from regeling_activering`.execute(databank), geweigerd)
  await assert.rejects(sql`select * from regeling_bestand`.execute(alsRol('bewijs')), geweigerd)
})

test('half a transaction is nothing', async (t) => {
  const { databank } = await openProefdatabank(t)
  const halverwege = inTransactie(databank, async (tx) => {
    await tx.insertInto('regeling_bestand').values(bestand).execute()
    throw new Error('halverwege')
  })
  await assert.rejects(halverwege, /halverwege/)
  assert.deepEqual(await databank.selectFrom('regeling_bestand').selectAll().execute(), [])
})

test('nodes that start together bring the database up to date once', async (t) => {
  const { url } = await openProefdatabank(t)
  await Promise.all([migreer(url, stilLog), migreer(url, stilLog), migreer(url, stilLog)])
})

test('a date is a string and a large number is exact or refused', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { rows } = await sql`select date '2026-03-01' as dag, ${sql.lit(2 ** 53 - 1)}::int8 as groot`.execute(
    databank,
  )
  assert.deepEqual(rows, [{ dag: '2026-03-01', groot: 9007199254740991 }])
  await assert.rejects(
    sql`select 9007199254740993::int8 as te_groot`.execute(databank),
    /int8 buiten het bereik/,
  )
})
