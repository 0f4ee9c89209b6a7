import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Ketenbeeld, Loketvrager } from '../src/loket/index.ts'
import { duo, gemeente, svb, w } from '../src/store/proefloket.ts'
import { maakToken, tekenToken } from '../src/zgw/index.ts'
import { geheim, openEigenaar, twee } from './zgw/ketentwee.ts'

const stapVan = (beeld: Ketenbeeld | undefined, id: string) =>
  beeld?.zicht.stappen.find(({ stap }) => stap === id)

test('a municipality and an agency on two installations: told by an event, read and done there, kept while the other is away', async (t) => {
  const { stad, agentschap, henk } = await twee(t)
  const { ketenzaak, eerst, daarna } = await stad.open()
  const vrager: Loketvrager = henk
  assert.deepEqual(await agentschap.loket.werkvoorraad(vrager), [])

  // Told: in the list of work by number, with whom it lies, and nothing of whom or what.
  await stad.ronde()
  await agentschap.keten.ronde.ververs()
  const [regel, ...rest] = await agentschap.loket.werkvoorraad(vrager)
  assert.deepEqual(rest, [])
  assert.deepEqual([regel?.ketenzaak, regel?.stap, regel?.elders], [ketenzaak, eerst, gemeente])
  const rijen = await sql`select * from loket_elders`.execute(agentschap.proef.alsRol('app'))
  assert.deepEqual(rijen.rows, [], 'zonder context ziet niemand wat elders ligt')

  // Read where it lies: their own step, whose the next one is, and no word that was not shared.
  const beeld = await agentschap.loket.bekijk(vrager, ketenzaak)
  assert.deepEqual(stapVan(beeld, eerst)?.titel, { soort: 'vrij', tekst: 'Herstel de AOW' })
  assert.equal(stapVan(beeld, daarna)?.isAfgeschermd, true)
  assert.deepEqual(beeld?.zicht.onderdelen, [])
  assert.ok(beeld?.zicht.geopend instanceof Date)
  assert.equal(beeld?.elders?.isNu, true)
  assert.ok(!beeld?.zicht.kan.includes('plan-stappen'))
  assert.ok(beeld?.zicht.kan.includes('aanvaard-stap'))
  assert.equal(await agentschap.loket.bekijk(agentschap.medewerker(duo), ketenzaak), undefined)

  // Done there, once, however often it is sent.
  const id = agentschap.nieuw()
  const kop = { id, ketenzaak, verwacht: beeld?.zicht.nr ?? 0 }
  const aanvaard = { soort: 'aanvaard-stap', stap: eerst } as const
  const een = await agentschap.loket.doe(vrager, kop, aanvaard)
  assert.deepEqual([een.status, 'isBewaard' in een], ['ok', false])
  const nogEens = await agentschap.loket.doe(vrager, kop, aanvaard)
  assert.equal(nogEens.status === 'ok' && nogEens.isHerhaald, true)
  assert.equal(stapVan(await stad.loket.bekijk(stad.bij.gemeente, ketenzaak), eerst)?.stand, 'aanvaard')
  const mag = await agentschap.loket.doe(
    vrager,
    { ...kop, id: agentschap.nieuw() },
    { soort: 'sluit-met-reden', om: 'niet-haalbaar', uitleg: w('Nee') },
  )
  assert.deepEqual(mag, { status: 'geweigerd', weigering: { reden: 'mag-niet' } })

  // The other installation is away: what was read is shown with its moment, what is done is kept, nothing is lost.
  await stad.sluit()
  const weg = await agentschap.loket.bekijk(vrager, ketenzaak)
  assert.equal(weg?.elders?.isNu, false)
  const begin = await agentschap.loket.doe(
    vrager,
    { id: agentschap.nieuw(), ketenzaak, verwacht: kop.verwacht + 1 },
    { soort: 'begin-stap', stap: eerst },
  )
  assert.equal(begin.status === 'ok' && begin.isBewaard, true)
  const klaar = await agentschap.loket.doe(
    vrager,
    { id: agentschap.nieuw(), ketenzaak, verwacht: kop.verwacht + 1 },
    { soort: 'rond-stap-af', stap: eerst, uitkomst: w('De AOW loopt weer') },
  )
  assert.equal(klaar.status === 'ok' && klaar.isBewaard, true)
  assert.deepEqual(
    (await agentschap.loket.ligtElders?.(vrager, ketenzaak))?.opdrachten.map(({ soort }) => soort),
    ['begin-stap', 'rond-stap-af'],
  )
  const bewaard = await sql<{ t: string }>`select inhoud::text as t from loket_uitgaand`.execute(
    await openEigenaar(agentschap.proef, t),
  )
  assert.ok(
    bewaard.rows.every(({ t: tekst }) => !tekst.includes('AOW')),
    'wat bewaard wordt is verzegeld',
  )

  await stad.heropen()
  // One after another, in the order in which they were given; the road rested a while, so not all at the first try.
  for (let keer = 0; keer < 12; keer++) {
    agentschap.klok.nu = new Date(agentschap.klok.nu.getTime() + 40_000)
    stad.klok.nu = agentschap.klok.nu
    await agentschap.keten.ronde.bezorg()
  }
  const na = await stad.loket.bekijk(stad.bij.gemeente, ketenzaak)
  assert.equal(stapVan(na, eerst)?.stand, 'klaar')
  assert.equal(stapVan(na, eerst)?.toelichting, 'De AOW loopt weer')
  assert.deepEqual((await agentschap.loket.ligtElders?.(vrager, ketenzaak))?.opdrachten, [])

  // On both sides stands who did it, by the same mark, and on what ground.
  const regels = async (wie: typeof stad) =>
    (
      await sql<{ soort: string; codes: string }>`select soort, codes from bewijs_regel
        where onderwerp = ${`zaak:${ketenzaak}`} order by volgnummer`.execute(
        await openEigenaar(wie.proef, t),
      )
    ).rows.map(({ soort, codes }) => ({ soort, ...(JSON.parse(codes) as Record<string, string>) }))
  const [daar, hier] = [await regels(stad), await regels(agentschap)]
  const bij = (rij: typeof daar, soort: string) => rij.filter((een) => een.soort === soort)
  const merk = bij(hier, 'opdracht-naar-elders')[0]
  assert.ok(merk && 'medewerker' in merk)
  assert.ok(
    bij(daar, 'opdracht-van-elders').every(
      (een) => 'medewerker' in een && een.medewerker === merk.medewerker,
    ),
  )
  assert.equal(bij(daar, 'opdracht-van-elders').length, 3)
  assert.ok(bij(hier, 'elders-gezien').length >= 1 && bij(daar, 'gezien-van-elders').length >= 1)
  assert.ok(!JSON.stringify([daar, hier]).includes('m-1'), 'hoe iemand daar heet gaat de deur niet uit')
  assert.ok(
    (await stad.loket.wieZag(stad.inwoner(), ketenzaak)).rijen.some(
      ({ wie }) => 'organisatie' in wie && wie.organisatie === svb,
    ),
  )
})

test('an event is told at least once, to who sees a difference, with nothing of whom; a forged or repeated message is refused', async (t) => {
  const { stad, agentschap, henk, naar } = await twee(t)
  const { ketenzaak, nr } = await stad.open()
  await agentschap.sluit()
  await stad.ronde()
  const wacht = async () =>
    (
      await sql<{ n: number; tekst: string }>`select pogingen as n, inhoud::text as tekst from loket_uitgaand
        where klaar is null order by id`.execute(await openEigenaar(stad.proef, t))
    ).rows
  const nietGebracht = await wacht()
  assert.ok(nietGebracht.length > 0 && nietGebracht.every(({ n }) => n === 1))
  assert.ok(!/AOW|Fatma|m-1/.test(JSON.stringify(nietGebracht)))
  // Not again at once; and when it is back everything arrives.
  await stad.ronde()
  assert.ok((await wacht()).every(({ n }) => n === 1))
  await agentschap.heropen()
  stad.klok.nu = new Date(stad.klok.nu.getTime() + 31_000)
  agentschap.klok.nu = stad.klok.nu
  await stad.ronde()
  assert.deepEqual(await wacht(), [])
  await agentschap.keten.ronde.ververs()
  assert.equal((await agentschap.loket.werkvoorraad(henk)).length, 1)
  assert.deepEqual(agentschap.loket.nietGelezen?.(henk), [])

  // Clocks that differ: nobody takes a list that could not be read for no work, and it says what to mend.
  agentschap.klok.nu = new Date(stad.klok.nu.getTime() + 300_000)
  await agentschap.keten.ronde.ververs()
  const [stil] = agentschap.loket.nietGelezen?.(henk) ?? []
  assert.deepEqual([stil?.bij, stil?.om], [gemeente, 'klok'])
  const ander = { ...henk, subject: { ...henk.subject, organisatie: gemeente } } as typeof henk
  assert.deepEqual(agentschap.loket.nietGelezen?.(ander), [], 'wie er niets aan heeft, ziet het niet')
  agentschap.klok.nu = stad.klok.nu
  await agentschap.keten.ronde.ververs()
  assert.deepEqual(agentschap.loket.nietGelezen?.(henk), [])

  // What they do not see they are not told of.
  await stad.loket.doe(
    stad.bij.gemeente,
    { id: stad.nieuw(), ketenzaak, verwacht: nr },
    {
      soort: 'voeg-werknotitie-toe',
      tekst: w('Eigen werk'),
      waarom: 'overleg',
      tot: new Date(stad.klok.nu.getTime() + 86_400_000),
    },
  )
  await stad.loket.zend()
  await stad.keten.meld(stad.verstuurd)
  assert.deepEqual(await wacht(), [])

  // The door: forged, of another text, too old, of a clock that is five minutes ahead, twice.
  const nuS = () => Math.floor(stad.klok.nu.getTime() / 1000)
  const door = { medewerker: 'a'.repeat(32), rollen: ['behandelaar'], grond: 'ketenzaak' }
  const tekst = JSON.stringify({ door })
  const hash = (van: string) => createHash('sha256').update(van).digest('base64url')
  const token = (meer: object = {}, met = geheim) =>
    tekenToken(
      {
        iss: 'svb',
        client_id: 'svb',
        iat: nuS(),
        exp: nuS() + 60,
        jti: crypto.randomUUID(),
        inhoud: hash(tekst),
        ...meer,
      },
      met,
    )
  const klop = async (authorization: string) => {
    const antwoord = await fetch(naar(stad, `/keten/v1/zaken/${ketenzaak}/beeld`), {
      method: 'POST',
      headers: { authorization: `Bearer ${authorization}`, 'content-type': 'application/json' },
      body: tekst,
    })
    const inhoud = (await antwoord.json()) as { code?: string; detail?: string }
    return { status: antwoord.status, ...inhoud }
  }
  const goed = token()
  assert.equal((await klop(goed)).status, 200)
  for (const [welk, code] of [
    [goed, 'jwt-replayed'],
    [token({}, 'een-verzonnen-geheim-van-iemand-anders'), 'invalid-jwt-signature'],
    [token({ iss: 'duo', client_id: 'duo' }), 'invalid-client-identifier'],
    [token({ inhoud: hash('iets anders') }), 'jwt-other-content'],
    [token({ iat: nuS() - 300, exp: nuS() - 240 }), 'jwt-expired'],
    [token({ iat: nuS() + 300, exp: nuS() + 360 }), 'jwt-not-yet-valid'],
    ['x', 'jwt-decode-error'],
  ] as const) {
    const antwoord = await klop(welk)
    assert.deepEqual([antwoord.status, antwoord.code], [403, code])
    if (code === 'jwt-not-yet-valid') assert.match(antwoord.detail ?? '', /klokken loopt niet gelijk.*2026/)
  }
  // What the municipality itself sends opens nothing at the municipality.
  assert.equal((await klop(token({ iss: 'stad', client_id: 'stad' }))).status, 403)
})

test('a removed participant is told that the case is gone, and finds nothing left of it', async (t) => {
  const { stad, agentschap, henk } = await twee(t)
  const { ketenzaak, eerst } = await stad.open()
  await stad.ronde()
  await agentschap.keten.ronde.ververs()
  const zicht = (await agentschap.loket.bekijk(henk, ketenzaak))?.zicht
  const doe = async (opdracht: Parameters<typeof stad.loket.doe>[2]) => {
    const verwacht = (await stad.loket.bekijk(stad.bij.gemeente, ketenzaak))?.zicht.nr ?? 0
    const uitslag = await stad.loket.doe(
      stad.bij.gemeente,
      { id: stad.nieuw(), ketenzaak, verwacht },
      opdracht,
    )
    assert.equal(uitslag.status, 'ok', JSON.stringify(uitslag))
  }
  await doe({ soort: 'wijzig-stap', stap: eerst, eigenaar: { soort: 'organisatie', organisatie: gemeente } })
  await doe({ soort: 'haal-deelnemer-weg', deelnemer: zicht?.deelnemer ?? '' })
  stad.verstuurd.length = 0
  await stad.loket.zend()
  await stad.keten.meld(stad.verstuurd)
  const wachtend = await sql<{ id: string; inhoud: { type: string } }>`select id, inhoud from loket_uitgaand
    where klaar is null order by op, id`.execute(await openEigenaar(stad.proef, t))
  assert.equal(wachtend.rows.at(-1)?.inhoud.type, 'nl.overheid.zaken.zaak-verwijderd')
  await stad.keten.ronde.bezorg()
  assert.deepEqual(await agentschap.loket.werkvoorraad(henk), [])
  assert.equal(await agentschap.loket.bekijk(henk, ketenzaak), undefined)
})

test('the doors stand in the server: a system reads and writes over HTTP, and is told of what it did not do itself', async (t) => {
  const { stad } = await twee(t)
  const { ketenzaak, eerst } = await stad.open()
  const vraag = async (methode: string, adres: string, json?: object) => {
    const antwoord = await fetch(new URL(adres, stad.adres), {
      method: methode,
      headers: {
        authorization: `Bearer ${maakToken({ client: 'svb', geheim }, stad.klok.nu)}`,
        'accept-crs': 'EPSG:4326',
        'content-crs': 'EPSG:4326',
        ...(json && { 'content-type': 'application/json' }),
      },
      ...(json && { body: JSON.stringify(json) }),
    })
    const inhoud: ReturnType<typeof JSON.parse> = await antwoord.json()
    return { status: antwoord.status, versie: antwoord.headers.get('api-version'), inhoud }
  }
  const lijst = await vraag('GET', '/zgw/zaken/api/v1/zaken')
  assert.deepEqual([lijst.status, lijst.versie, lijst.inhoud.count], [200, '1.5.2', 1])
  const [zaak] = lijst.inhoud.results
  assert.ok(zaak.url.startsWith(stad.adres.origin))
  const typen = (await vraag('GET', '/zgw/catalogi/api/v1/statustypen')).inhoud.results
  const type = typen.find((een: { omschrijving: string }) => een.omschrijving === 'Aanvaard').url
  const gezet = await vraag('POST', '/zgw/zaken/api/v1/statussen', {
    zaak: zaak.deelzaken[0],
    statustype: type,
    datumStatusGezet: stad.klok.nu.toISOString(),
  })
  assert.equal(gezet.status, 201, JSON.stringify(gezet.inhoud))
  assert.equal(stapVan(await stad.loket.bekijk(stad.bij.gemeente, ketenzaak), eerst)?.stand, 'aanvaard')
  assert.equal((await vraag('DELETE', `/zgw/zaken/api/v1/zaken/${ketenzaak}`)).status, 405)
  assert.equal((await vraag('GET', '/zgw/besluiten/api/v1/besluiten')).status, 403)
  const kaal = await fetch(new URL('/zgw/zaken/api/v1/zaken', stad.adres))
  assert.equal(kaal.status, 403)
  assert.match(kaal.headers.get('content-type') ?? '', /problem\+json/)
})

test('what was read elsewhere is shown while the other is away, but no word that was erased there or is shared no longer', async (t) => {
  const { stad, agentschap, henk } = await twee(t)
  const doe = async (ketenzaak: string, opdracht: Parameters<typeof stad.loket.doe>[2]) => {
    const { nr = 0 } = (await stad.loket.bekijk(stad.bij.gemeente, ketenzaak))?.zicht ?? {}
    const kop = { id: stad.nieuw(), ketenzaak, verwacht: nr }
    assert.equal((await stad.loket.doe(stad.bij.gemeente, kop, opdracht)).status, 'ok')
  }
  const zaken = [await stad.open(), await stad.open(), await stad.open()]
  const [gewist, gestopt, gewoon] = zaken
  assert.ok(gewist && gestopt && gewoon)
  await stad.ronde()
  await agentschap.keten.ronde.ververs()
  for (const { ketenzaak } of zaken) {
    const deelnemer = (await agentschap.loket.bekijk(henk, ketenzaak))?.zicht.deelnemer ?? ''
    const tot = new Date('2026-04-01T00:00:00Z')
    await doe(ketenzaak, {
      soort: 'deel',
      onderdeel: 'vraag',
      deelnemer,
      doel: 'beslissen',
      grond: 'taak',
      tot,
    })
    const vraag = (await agentschap.loket.bekijk(henk, ketenzaak))?.zicht.onderdelen[0]
    assert.equal(vraag?.tekst, 'Mijn AOW is gestopt')
  }
  await doe(gewist.ketenzaak, { soort: 'wis-woorden', onderdeel: 'vraag', waarom: 'verkeerde-zaak' })
  const deling = (await stad.loket.bekijk(stad.bij.gemeente, gestopt.ketenzaak))?.zicht.delingen.at(-1)?.id
  await doe(gestopt.ketenzaak, { soort: 'stop-deling', deling: deling ?? '' })
  await doe(gewoon.ketenzaak, {
    soort: 'wijzig-stap',
    stap: gewoon.eerst,
    titel: { soort: 'vrij', tekst: w('Herstel de AOW snel') },
  })
  await stad.ronde()
  await stad.sluit()
  const daarna = async (ketenzaak: string) => agentschap.loket.bekijk(henk, ketenzaak)
  assert.equal(await daarna(gewist.ketenzaak), undefined)
  assert.equal(await daarna(gestopt.ketenzaak), undefined)
  // Nothing of it was taken away: it is there with its moment, as it was.
  assert.equal((await daarna(gewoon.ketenzaak))?.elders?.isNu, false)
})
