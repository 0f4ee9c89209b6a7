import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { controleerBewijs } from '../audit/index.ts'
import { openProefaudit, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { maakPersoonId, type PersoonId, parseVestigingsnummer } from '../domain/index.ts'
import {
  type Ingelogd,
  maxDuurMinuten,
  maxStilMinuten,
  maxStilMinutenMedewerker,
  openSessies,
  type VoorKeuze,
} from '../toegang/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { bewijsLezer } from './bewijs-lezer.ts'
import { ingangen } from './context.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { ruimSessiesOp, sessieOpslag } from './sessies.ts'

const zelf: VoorKeuze = { soort: 'zelf' }

async function opstelling(t: TestContext) {
  const { databank, alsRol } = await openProefdatabank(t)
  const klok = { nu: new Date('2026-06-01T10:00:00.000Z') }
  const bewijs = bewijsOpslag({ databank, bewijs: alsRol('bewijs') })
  const { audit, ring } = openProefaudit(bewijs)
  const open = () =>
    openSessies({ store: sessieOpslag(databank), audit, nu: () => klok.nu, toeval: randomBytes })
  return {
    databank,
    audit,
    alsRol,
    sessies: open(),
    /** What stands on the record of this person, in order; and whether the whole of it is sound. */
    bewijsVan: async (persoon: PersoonId) => {
      const { afwijkingen } = await controleerBewijs(bewijsLezer(databank), ring)
      assert.deepEqual(afwijkingen, [])
      const { rows } = await ingangen(databank).alsPersoon(persoon, (tx) =>
        sql<{ soort: string; tijd: Date }>`select soort, tijd from bewijs_regel order by volgnummer`.execute(
          tx,
        ),
      )
      return rows
    },
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
  const { sessies, audit, vooruit, databank, klok } = await opstelling(t)
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
    audit,
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
  const namen = async () =>
    (await sessies.lijst(ik.persoon, proefbewijs(ik.persoon))).map(({ apparaat }) => apparaat)
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
  // In the place of what it was, and of nothing else: another window may have chosen another.
  assert.equal(await sessies.kies(token, zelf, zelf), false)
  assert.equal(await sessies.kies(token, voor, voor), true)
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

test('a helper sits beside somebody until they say so, log out, or nobody clicks any more; each end is on the record', async (t) => {
  const { sessies, open, inwoner, vooruit, klok, bewijsVan } = await opstelling(t)
  const wie = inwoner()
  const { token } = await sessies.begin({ wie, voor: zelf, apparaat: '' })
  assert.equal(await sessies.stoptHulp(token), false, 'nobody sits there yet')
  assert.ok(await sessies.begintHulp(token, { naam: 'Joke', organisatie: 'Bibliotheek' }))
  assert.deepEqual((await open().vind(token))?.helper, {
    sinds: klok.nu,
    naam: 'Joke',
    organisatie: 'Bibliotheek',
  })
  vooruit(5)
  assert.ok(await sessies.stoptHulp(token))
  assert.equal((await sessies.vind(token))?.helper, undefined)
  assert.deepEqual(
    (await bewijsVan(wie.persoon)).map(({ soort }) => soort),
    ['hulp-begonnen', 'hulp-geeindigd'],
  )

  // Another helper takes the chair: the first one left.
  await sessies.begintHulp(token, {})
  await sessies.begintHulp(token, { naam: 'Ans' })
  await sessies.beeindig(token)
  assert.equal(await sessies.begintHulp(token, {}), false, 'the session is gone')
  assert.equal((await bewijsVan(wie.persoon)).length, 6)

  // Logged in again in the same browser, and logged out from another one.
  const eerste = await sessies.begin({ wie, voor: zelf, apparaat: '' })
  await sessies.begintHulp(eerste.token, {})
  const tweede = await sessies.begin({ wie, voor: zelf, apparaat: '', vorige: eerste.token })
  await sessies.begintHulp(tweede.token, {})
  assert.equal(await sessies.beeindigAndere(wie.persoon, eerste.sessie.id), 1)
  assert.equal((await bewijsVan(wie.persoon)).length, 10)

  // Nobody clicks any more: written down with the moment at which it was over, and once.
  const derde = await sessies.begin({ wie, voor: zelf, apparaat: '' })
  await sessies.begintHulp(derde.token, {})
  const over = klok.nu.getTime() + maxStilMinuten * 60_000
  assert.equal(await sessies.sluitHulp(), 0)
  vooruit(maxStilMinuten + 30)
  assert.equal(await sessies.sluitHulp(), 1)
  assert.equal(await sessies.sluitHulp(), 0)
  const regels = await bewijsVan(wie.persoon)
  assert.deepEqual(
    regels.map(({ soort }) => soort),
    Array.from({ length: 6 }, () => ['hulp-begonnen', 'hulp-geeindigd']).flat(),
  )
  assert.equal(regels.at(-1)?.tijd.getTime(), over)
})

test('for whom a company acts is kept with the session, the branch too', async (t) => {
  const { sessies, inwoner } = await opstelling(t)
  const vestiging = parseVestigingsnummer('000090009111')
  assert.ok(vestiging)
  const bedrijf = { persoon: maakPersoonId(new Date(0), randomBytes), vestiging, naam: 'De Bakker' }
  const wie = { ...inwoner(), bedrijf }
  const { token } = await sessies.begin({ wie, voor: { soort: 'bedrijf', ...bedrijf }, apparaat: '' })
  assert.deepEqual((await sessies.vind(token))?.wie, wie)
})
