import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { maakPersoonId, type PersoonId } from '../domain/index.ts'
import {
  type Ingelogd,
  maxDuurMinuten,
  maxStilMinuten,
  maxStilMinutenMedewerker,
  openSessies,
  type VoorKeuze,
} from '../toegang/index.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { ruimSessiesOp, sessieOpslag } from './sessies.ts'

const zelf: VoorKeuze = { soort: 'zelf' }

async function opstelling(t: TestContext) {
  const { databank, alsRol } = await openProefdatabank(t)
  const klok = { nu: new Date('2026-06-01T10:00:00.000Z') }
  const open = () => openSessies({ store: sessieOpslag(databank), nu: () => klok.nu, toeval: randomBytes })
  return {
    databank,
    alsRol,
    sessies: open(),
    /** What another node has, or this one after a restart. */
    open,
    vooruit: (minuten: number) => {
      klok.nu = new Date(klok.nu.getTime() + minuten * 60_000)
    },
    inwoner: (persoon: PersoonId = maakPersoonId(klok.nu, randomBytes)) =>
      ({
        soort: 'inwoner',
        persoon,
        herkenning: { middel: 'digid', niveau: 'substantieel', bron: 'https://x.example', op: klok.nu },
      }) as const satisfies Ingelogd,
    klok,
  }
}

test('a session is found by its token alone, also after a restart, and the token is kept nowhere', async (t) => {
  const { sessies, open, inwoner, databank } = await opstelling(t)
  const wie = inwoner()
  const { token, sessie } = await sessies.begin({ wie, voor: zelf, apparaat: 'Firefox, Linux' })
  assert.match(token, /^[\w-]{43}$/)
  assert.deepEqual(await open().vind(token), sessie)
  assert.deepEqual(sessie.wie, wie)
  for (const vreemd of ['', 'x', randomBytes(32).toString('base64url'), `${token}a`, sessie.id]) {
    assert.equal(await sessies.vind(vreemd), undefined)
  }
  // A query without context gives nothing, and with a hash only that row.
  assert.deepEqual((await sql`select * from sessie`.execute(databank)).rows, [])
  const { rows } = await databank.transaction().execute(async (tx) => {
    const hash = createHash('sha256').update(token).digest('hex')
    await sql`select set_config('voordeur.taak', 'sessies', true), set_config('voordeur.zoek', ${hash}, true)`.execute(
      tx,
    )
    return sql<{ tekst: string }>`select s::text as tekst from sessie s`.execute(tx)
  })
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(token))
})

test('a session ends after silence and after a working day, however busy', async (t) => {
  const { sessies, inwoner, vooruit } = await opstelling(t)
  const stil = await sessies.begin({ wie: inwoner(), voor: zelf, apparaat: '' })
  vooruit(maxStilMinuten - 0.1)
  assert.ok(await sessies.vind(stil.token))
  vooruit(maxStilMinuten - 0.1)
  assert.ok(await sessies.vind(stil.token), 'de vorige vraag telde als gebruik')
  vooruit(maxStilMinuten)
  assert.equal(await sessies.vind(stil.token), undefined)

  const druk = await sessies.begin({ wie: inwoner(), voor: zelf, apparaat: '' })
  for (let minuut = 10; minuut < maxDuurMinuten; minuut += 10) {
    vooruit(10)
    assert.ok(await sessies.vind(druk.token), `minuut ${minuut}`)
  }
  vooruit(10)
  assert.equal(await sessies.vind(druk.token), undefined)
})

test('a professional is logged out sooner than a resident, and when the operator says so sooner still', async (t) => {
  const { sessies, vooruit, databank, klok } = await opstelling(t)
  const wie = {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: proeforganisatie('svb'),
    rollen: ['balie'],
    doelen: [],
    naam: 'M. de Proef',
  } as const
  const { token } = await sessies.begin({ wie, voor: zelf, apparaat: '' })
  assert.deepEqual((await sessies.vind(token))?.wie, wie)
  const strenger = openSessies({
    store: sessieOpslag(databank),
    nu: () => klok.nu,
    toeval: randomBytes,
    stilMinutenMedewerker: 3,
  })
  vooruit(4)
  assert.equal(await strenger.vind(token), undefined)
  assert.ok(await sessies.vind(token))
  vooruit(maxStilMinutenMedewerker)
  assert.equal(await sessies.vind(token), undefined)
})

test('logging in gives a new token and ends the old one, so that a planted session gives nothing', async (t) => {
  const { sessies, inwoner } = await opstelling(t)
  const [aanvaller, slachtoffer] = [inwoner(), inwoner()]
  const geplant = await sessies.begin({ wie: aanvaller, voor: zelf, apparaat: '' })
  const eigen = await sessies.begin({ wie: slachtoffer, voor: zelf, apparaat: '', vorige: geplant.token })
  assert.notEqual(eigen.token, geplant.token)
  assert.equal(await sessies.vind(geplant.token), undefined)
  assert.deepEqual((await sessies.vind(eigen.token))?.wie, slachtoffer)
})

test('a resident sees their own sessions, ends one or all others, and it holds for the next request', async (t) => {
  const { sessies, inwoner, vooruit } = await opstelling(t)
  const ik = inwoner()
  const begin = async (wie: Ingelogd, apparaat: string) => {
    vooruit(1)
    return sessies.begin({ wie, voor: zelf, apparaat })
  }
  const [telefoon, laptop, hier] = [
    await begin(ik, 'Safari, iPhone'),
    await begin(ik, 'Edge, Windows'),
    await begin(ik, 'Firefox, Linux'),
  ]
  const ander = await begin(inwoner(), 'Chrome, Android')
  const namen = async () => (await sessies.lijst(ik.persoon)).map(({ apparaat }) => apparaat)
  assert.deepEqual(await namen(), ['Firefox, Linux', 'Edge, Windows', 'Safari, iPhone'])

  assert.equal(await sessies.beeindigEen(ik.persoon, ander.sessie.id), false)
  assert.equal(await sessies.beeindigEen(ik.persoon, 'geen id'), false)
  assert.equal(await sessies.beeindigEen(ik.persoon, laptop.sessie.id), true)
  assert.equal(await sessies.vind(laptop.token), undefined)
  assert.equal(await sessies.beeindigAndere(ik.persoon, hier.sessie.id), 1)
  assert.equal(await sessies.vind(telefoon.token), undefined)
  assert.deepEqual(await namen(), ['Firefox, Linux'])
  assert.ok(await sessies.vind(ander.token))
  await sessies.beeindig(hier.token)
  assert.equal(await sessies.vind(hier.token), undefined)
  assert.equal(await sessies.kies(hier.token, zelf), false)
})

test('for whom somebody acts stays with the session; professionals have sessions too', async (t) => {
  const { sessies, inwoner, klok } = await opstelling(t)
  const { token } = await sessies.begin({ wie: inwoner(), voor: zelf, apparaat: '' })
  const voor = { soort: 'bedrijf', persoon: maakPersoonId(klok.nu, randomBytes) } as const
  assert.equal(await sessies.kies(token, voor), true)
  assert.deepEqual((await sessies.vind(token))?.voor, voor)

  const medewerker = {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: proeforganisatie('svb'),
    rollen: ['balie'],
    doelen: ['inwoner-zoeken'],
  } as const
  const balie = await sessies.begin({ wie: medewerker, voor: zelf, apparaat: '' })
  assert.deepEqual((await sessies.vind(balie.token))?.wie, medewerker)
})

test('retention removes what was last used before its limit, and nothing else can', async (t) => {
  const { sessies, inwoner, vooruit, alsRol, klok } = await opstelling(t)
  const oud = await sessies.begin({ wie: inwoner(), voor: zelf, apparaat: '' })
  vooruit(10)
  const nieuw = await sessies.begin({ wie: inwoner(), voor: zelf, apparaat: '' })
  assert.equal(await ruimSessiesOp(alsRol('bewaring'), new Date(klok.nu.getTime() - 60_000)), 1)
  assert.equal(await sessies.vind(oud.token), undefined)
  assert.ok(await sessies.vind(nieuw.token))
})
