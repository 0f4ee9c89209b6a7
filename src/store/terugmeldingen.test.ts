import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { proefbewijs } from '../audit/proefaudit.ts'
import { maakPersoonId, maakUuid7, type PersoonId } from '../domain/index.ts'
import type { Terugmelding } from '../inwoner/index.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { ruimTerugmeldingenOp, terugmeldingOpslag } from './terugmeldingen.ts'

const nu = new Date('2026-03-01T10:00:00.123Z')
const later = new Date('2026-03-01T11:00:00Z')
const nieuwePersoon = (): PersoonId => maakPersoonId(nu, randomBytes)

function melding(persoon: PersoonId, over: Partial<Terugmelding> = {}): Terugmelding {
  return {
    id: maakUuid7(nu, randomBytes),
    persoon,
    door: persoon,
    gegeven: 'adres',
    toelichting: 'Ik ben verhuisd.',
    status: 'opgesteld',
    sinds: nu,
    gemaaktOp: nu,
    uitleg: undefined,
    pogingen: 0,
    volgendePoging: nu,
    ...over,
  }
}

test('a report is kept once, read back whole, and changed only by who knew how it was', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = terugmeldingOpslag(databank)
  const ik = nieuwePersoon()
  const een = melding(ik, { door: nieuwePersoon() })
  await store.bewaar(een)
  await store.bewaar({ ...een, toelichting: 'Iets anders.' })
  assert.deepEqual(await store.vanPersoon(ik, proefbewijs(ik)), [een])
  assert.deepEqual(await store.haal(ik, proefbewijs(ik), een.id), een)

  const ontvangen = { ...een, status: 'ontvangen', sinds: later, volgendePoging: undefined } as const
  assert.equal(await store.wijzig(een, ontvangen), true)
  assert.equal(await store.wijzig(een, { ...een, pogingen: 1, volgendePoging: later }), false)
  assert.deepEqual(await store.haal(ik, proefbewijs(ik), een.id), ontvangen)
  const tegelijk = ['aangepast', 'niet-aangepast'].map((status) =>
    store.wijzig(ontvangen, {
      ...ontvangen,
      status: status === 'aangepast' ? 'aangepast' : 'niet-aangepast',
    }),
  )
  assert.deepEqual((await Promise.all(tegelijk)).sort(), [false, true])
})

test('the task sees what still has to go and is due, the longest waiting first', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = terugmeldingOpslag(databank)
  const [a, b] = [melding(nieuwePersoon(), { volgendePoging: later }), melding(nieuwePersoon())]
  const wacht = ({ id, persoon, gegeven }: Terugmelding) => ({ id, persoon, gegeven })
  const klaar = melding(nieuwePersoon(), { status: 'ontvangen', volgendePoging: undefined })
  for (const een of [a, b, klaar]) await store.bewaar(een)
  assert.deepEqual(await store.teVerzenden(nu, 10), [wacht(b)])
  assert.deepEqual(await store.teVerzenden(later, 10), [wacht(b), wacht(a)])
  assert.deepEqual(await store.teVerzenden(later, 1), [wacht(b)])
})

test('nobody sees or changes a report of somebody else, and without a context there is nothing', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = terugmeldingOpslag(databank)
  const [ik, ander] = [nieuwePersoon(), nieuwePersoon()]
  const een = melding(ik)
  await store.bewaar(een)
  assert.deepEqual(await store.vanPersoon(ander, proefbewijs(ander)), [])
  assert.equal(await store.haal(ander, proefbewijs(ander), een.id), undefined)
  assert.equal(await store.wijzig({ ...een, persoon: ander }, { ...een, pogingen: 1 }), false)
  const { rows } = await sql`select * from terugmelding`.execute(databank)
  assert.deepEqual(rows, [])
  await assert.rejects(sql`delete from terugmelding`.execute(databank), /permission denied/)
  await assert.rejects(
    sql`insert into terugmelding (id, persoon, door, gegeven, toelichting, status, sinds, gemaakt, pogingen)
      values (${melding(ik).id}, ${ik}, ${ik}, 'adres', 'x', 'ontvangen', now(), now(), 0)`.execute(databank),
    /row-level security/,
  )
})

test('retention takes away what is finished and old, and nothing else', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const store = terugmeldingOpslag(databank)
  const ik = nieuwePersoon()
  const oud = melding(ik, { status: 'aangepast', volgendePoging: undefined })
  const lopend = melding(ik, { status: 'in-onderzoek', volgendePoging: undefined })
  const nieuw = melding(ik, { status: 'niet-aangepast', sinds: later, volgendePoging: undefined })
  for (const een of [oud, lopend, nieuw]) await store.bewaar(een)
  assert.equal(await ruimTerugmeldingenOp(alsRol('bewaring'), later), 1)
  assert.deepEqual(
    new Set((await store.vanPersoon(ik, proefbewijs(ik))).map(({ id }) => id)),
    new Set([lopend.id, nieuw.id]),
  )
})
