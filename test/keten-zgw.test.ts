import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefbewijs } from '../src/audit/proefaudit.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import { svb } from '../src/store/proefloket.ts'
import { openProefzgw, rsins, wortel } from './zgw/ketendeur.ts'

const zrc = '/zaken/api/v1'
const drc = '/documenten/api/v1'
const ztc = '/catalogi/api/v1'

test('a chain case is read as a case with roles, statuses and steps; each organisation sees what is shared with it', async (t) => {
  const proef = await openProefdatabank(t)
  const { open, vraag, loket, bij, nieuw, ik } = await openProefzgw(proef)
  const { ketenzaak, nr } = await open()
  const url = `${wortel}${zrc}/zaken/${ketenzaak}`

  const { inhoud: lijst } = await vraag('svb-systeem', 'GET', `${zrc}/zaken`)
  assert.deepEqual([lijst.count, lijst.results[0].url], [1, url])
  assert.equal((await vraag('duo-systeem', 'GET', `${zrc}/zaken`)).inhoud.count, 0)
  assert.equal((await vraag('duo-systeem', 'GET', url)).status, 404)

  const { inhoud: zaak, status } = await vraag('svb-systeem', 'GET', `${zrc}/zaken/${ketenzaak}`)
  assert.equal(status, 200)
  assert.equal(zaak.bronorganisatie, rsins['gemeente-GM0363'])
  assert.equal(zaak.deelzaken.length, 1, 'de eigen stap, en niet die van de gemeente')
  assert.equal(zaak.zaakinformatieobjecten.length, 0)
  assert.ok(!JSON.stringify(zaak).includes('AOW'), 'in de zaak zelf staat geen woord van de inwoner')

  const { inhoud: stap } = await vraag('svb-systeem', 'GET', zaak.deelzaken[0])
  assert.deepEqual(
    [stap.omschrijving, stap.hoofdzaak, stap.einddatumGepland, stap.einddatum],
    ['Herstel de AOW', url, '2026-03-20', null],
  )
  const { inhoud: statustype } = await vraag(
    'svb-systeem',
    'GET',
    (await vraag('svb-systeem', 'GET', stap.status)).inhoud.statustype,
  )
  assert.equal(statustype.omschrijving, 'Gevraagd')
  const { inhoud: rollen } = await vraag('svb-systeem', 'GET', `${zrc}/rollen?zaak=${url}`)
  assert.deepEqual(
    rollen.results.map((een: { omschrijvingGeneriek: string }) => een.omschrijvingGeneriek),
    ['zaakcoordinator', 'behandelaar'],
    'wie het betreft is niet gedeeld',
  )
  assert.equal(
    (await vraag('svb-systeem', 'GET', rollen.results[0].url)).inhoud.roltoelichting,
    'Fatma, 14 020',
  )

  // The owner sees the other step too, and which comes first.
  const { inhoud: heel } = await vraag('stad-systeem', 'GET', url)
  assert.equal(heel.deelzaken.length, 2)
  const tweede = (await vraag('stad-systeem', 'GET', heel.deelzaken[1])).inhoud
  assert.deepEqual(tweede.relevanteAndereZaken, [{ url: heel.deelzaken[0], aardRelatie: 'bijdrage' }])
  const wie = (
    await vraag('stad-systeem', 'GET', `${zrc}/rollen?zaak=${url}&betrokkeneType=natuurlijk_persoon`)
  ).inhoud
  assert.equal(wie.count, 1)
  assert.ok(!JSON.stringify(wie).includes(ik))

  // Shared: from now on it is a document of theirs as well.
  const deelnemer = (await loket.bekijk(bij.svb, ketenzaak))?.zicht.deelnemer ?? ''
  const tot = new Date('2026-04-01T00:00:00Z')
  await loket.doe(
    bij.gemeente,
    { id: nieuw(), ketenzaak, verwacht: nr },
    { soort: 'deel', onderdeel: 'vraag', deelnemer, doel: 'stap-uitvoeren', grond: 'taak', tot },
  )
  const { inhoud: stukken } = await vraag('svb-systeem', 'GET', `${zrc}/zaakinformatieobjecten?zaak=${url}`)
  assert.equal(stukken.length, 1)
  const { inhoud: document } = await vraag('svb-systeem', 'GET', stukken[0].informatieobject)
  assert.equal(document.titel, 'Vraag van de inwoner')
  assert.equal((await vraag('svb-systeem', 'GET', document.inhoud)).tekst, 'Mijn AOW is gestopt')
  const { inhoud: spiegels } = await vraag(
    'svb-systeem',
    'GET',
    `${drc}/objectinformatieobjecten?object=${url}`,
  )
  assert.equal(spiegels[0].informatieobject, document.url)
  for (const pad of ['catalogussen', 'zaaktypen', 'statustypen', 'roltypen', 'informatieobjecttypen'])
    assert.ok((await vraag('svb-systeem', 'GET', `${ztc}/${pad}`)).inhoud.count > 0, pad)
})

test('the list takes filters of the standard, goes by pages, and refuses what it cannot answer', async (t) => {
  const { open, vraag, klok } = await openProefzgw(await openProefdatabank(t))
  for (let n = 0; n < 27; n++) await open()
  klok.nu = new Date(klok.nu.getTime() + 86_400_000)
  const laatste = await open({ betrokkene: { soort: 'anoniem' } })
  const eerste = (await vraag('svb-systeem', 'GET', `${zrc}/zaken`)).inhoud
  assert.deepEqual([eerste.count, eerste.results.length], [28, 25])
  const tweede = (await vraag('svb-systeem', 'GET', eerste.next)).inhoud
  assert.deepEqual([tweede.results.length, tweede.next], [3, null])
  const aantal = async (vragen: string) =>
    (await vraag('svb-systeem', 'GET', `${zrc}/zaken?${vragen}`)).inhoud.count
  const dag = klok.nu.toISOString().slice(0, 10)
  assert.equal(await aantal(`startdatum=${dag}`), 1)
  assert.equal(await aantal(`startdatum__lt=${dag}`), 27)
  assert.equal(await aantal('einddatum__isnull=true'), 28)
  assert.equal(await aantal('einddatum__isnull=false'), 0)
  assert.equal(await aantal('bronorganisatie=000000012'), 28)
  assert.equal(await aantal('bronorganisatie=000000024'), 0)
  assert.equal(await aantal('archiefstatus=overgedragen'), 0)
  assert.equal(await aantal('maximaleVertrouwelijkheidaanduiding=openbaar'), 0)
  const nieuwste = (await vraag('svb-systeem', 'GET', `${zrc}/zaken?ordering=-startdatum`)).inhoud.results[0]
  assert.equal(nieuwste.uuid, laatste.ketenzaak)
  assert.equal(await aantal(`identificatie=${nieuwste.identificatie}`), 1)
  for (const vragen of [
    'rol__betrokkeneType=medewerker',
    'ordering=einddatum',
    'iets=1',
    'startdatum=morgen',
  ])
    assert.equal((await vraag('svb-systeem', 'GET', `${zrc}/zaken?${vragen}`)).status, 400, vragen)
  assert.equal((await vraag('svb-systeem', 'GET', `${zrc}/statussen`)).status, 400)
  const uitgevouwen = (
    await vraag(
      'svb-systeem',
      'GET',
      `${zrc}/zaken/${laatste.ketenzaak}?expand=status.statustype,zaaktype,rollen`,
    )
  ).inhoud
  assert.equal(uitgevouwen._expand.status._expand.statustype.omschrijving, 'Open')
})

test('a participant sets a status on its own step: once, however often it is sent; what does not fit is a conflict', async (t) => {
  const { open, vraag, loket, bij } = await openProefzgw(await openProefdatabank(t))
  const { ketenzaak, eerst } = await open()
  const { deelzaken } = (await vraag('svb-systeem', 'GET', `${zrc}/zaken/${ketenzaak}`)).inhoud
  const [zaak] = deelzaken
  const typen = (await vraag('svb-systeem', 'GET', `${ztc}/statustypen`)).inhoud.results
  const type = (naam: string) =>
    typen.find((een: { omschrijving: string }) => een.omschrijving === naam).url as string
  const zet = (als: string, naam: string, meer: object = {}) =>
    vraag(als, 'POST', `${zrc}/statussen`, {
      json: { zaak, statustype: type(naam), datumStatusGezet: '2026-03-01T09:00:00Z', ...meer },
    })
  const stand = async () =>
    (await loket.bekijk(bij.svb, ketenzaak))?.zicht.stappen.find(({ stap }) => stap === eerst)

  const een = await zet('svb-systeem', 'Aanvaard')
  assert.equal(een.status, 201, een.tekst)
  assert.equal(een.inhoud.url, een.koppen.location)
  assert.equal((await stand())?.stand, 'aanvaard')
  const nr = (await loket.bekijk(bij.svb, ketenzaak))?.zicht.nr
  const nogEens = await zet('svb-systeem', 'Aanvaard')
  assert.deepEqual([nogEens.status, nogEens.inhoud.url], [201, een.inhoud.url])
  assert.equal(
    (await loket.bekijk(bij.svb, ketenzaak))?.zicht.nr,
    nr,
    'twee keer gestuurd is één keer gedaan',
  )

  const anders = await zet('svb-systeem', 'Aanvaard', { datumStatusGezet: '2026-03-01T09:01:00Z' })
  assert.deepEqual([anders.status, anders.inhoud.code], [409, 'kan-niet-nu'])
  assert.equal((await zet('svb-systeem', 'Geweigerd')).status, 400, 'weigeren zegt waarom')
  assert.equal((await zet('svb-systeem', 'Gevraagd')).status, 400)
  assert.equal((await zet('svb-systeem', 'Bezig', { datumStatusGezet: '2036-03-01T09:00:00Z' })).status, 400)
  assert.equal((await zet('duo-systeem', 'Bezig')).status, 400, 'een zaak die zij niet ziet')
  assert.equal(
    (await zet('stad-systeem', 'Bezig')).status,
    403,
    'de regisseur doet de stap van een ander niet',
  )
  const klaar = await zet('svb-systeem', 'Klaar', { statustoelichting: 'De AOW loopt weer' })
  assert.equal(klaar.status, 201, klaar.tekst)
  assert.equal(klaar.inhoud.statustoelichting, 'De AOW loopt weer')
  assert.equal(
    (await zet('svb-systeem', 'Klaar', { statustoelichting: 'De AOW loopt weer' })).inhoud.url,
    klaar.inhoud.url,
  )
  assert.equal((await stand())?.stand, 'klaar')
  const { inhoud: stap } = await vraag('svb-systeem', 'GET', zaak)
  assert.ok(stap.einddatum)
  const { inhoud: verloop } = await vraag('svb-systeem', 'GET', `${zrc}/statussen?zaak=${zaak}`)
  assert.equal(verloop.count, 3)
  // Of the chain case itself the resident decides whether it is closed.
  assert.equal(
    (await zet('svb-systeem', 'Gesloten', { zaak: `${wortel}${zrc}/zaken/${ketenzaak}` })).status,
    403,
  )
  assert.equal((await vraag('svb-systeem', 'DELETE', zaak)).status, 405)
  assert.equal((await vraag('svb-systeem', 'POST', `${zrc}/zaken`, { json: {} })).status, 405)
})

test('a document is made, tied to the case, and then read by the owner; nobody else sees it before or after', async (t) => {
  const { open, vraag, loket, bij } = await openProefzgw(await openProefdatabank(t))
  const { ketenzaak } = await open()
  const zaak = `${wortel}${zrc}/zaken/${ketenzaak}`
  const typen = (await vraag('svb-systeem', 'GET', `${ztc}/informatieobjecttypen`)).inhoud.results
  const type = typen.find((een: { omschrijving: string }) => een.omschrijving === 'Document').url
  const nieuw = (tekst: string, meer: object = {}) =>
    vraag('svb-systeem', 'POST', `${drc}/enkelvoudiginformatieobjecten`, {
      json: {
        bronorganisatie: '000000024',
        creatiedatum: '2026-03-01',
        titel: 'Beschikking',
        auteur: 'SVB',
        taal: 'nld',
        formaat: 'text/plain',
        inhoud: Buffer.from(tekst).toString('base64'),
        informatieobjecttype: type,
        ...meer,
      },
    })
  const { inhoud: document, status } = await nieuw('U krijgt vanaf april weer AOW.')
  assert.equal(status, 201, JSON.stringify(document))
  assert.equal(document.titel, 'Beschikking')
  assert.equal((await vraag('stad-systeem', 'GET', document.url)).status, 404)
  const koppel = (als: string, informatieobject = document.url) =>
    vraag(als, 'POST', `${zrc}/zaakinformatieobjecten`, { json: { zaak, informatieobject } })
  assert.equal((await koppel('stad-systeem')).status, 400)
  const gekoppeld = await koppel('svb-systeem')
  assert.equal(gekoppeld.status, 201, gekoppeld.tekst)
  assert.equal(gekoppeld.inhoud.informatieobject, document.url)
  const bijStad = (await vraag('stad-systeem', 'GET', document.url)).inhoud
  assert.equal(bijStad.titel, 'Beschikking')
  assert.equal((await vraag('stad-systeem', 'GET', bijStad.inhoud)).tekst, 'U krijgt vanaf april weer AOW.')
  assert.equal((await vraag('duo-systeem', 'GET', document.url)).status, 404)
  const stukken = (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.onderdelen ?? []
  assert.equal(stukken.at(-1)?.tekst, 'Beschikking\n\nU krijgt vanaf april weer AOW.')
  assert.equal((await koppel('svb-systeem')).status, 400, 'dit document hoort al bij de zaak')
  assert.equal((await nieuw('x'.repeat(4_000))).status, 400)
  assert.equal((await nieuw('%PDF', { formaat: 'application/pdf' })).status, 400)
})

test('a real file goes in and comes out as it was, for who it is shared with, and is gone when it is erased', async (t) => {
  const { open, vraag, loket, bij, inwoner, nieuw: nieuwId } = await openProefzgw(await openProefdatabank(t))
  const { ketenzaak } = await open()
  const zaak = `${wortel}${zrc}/zaken/${ketenzaak}`
  const typen = (await vraag('svb-systeem', 'GET', `${ztc}/informatieobjecttypen`)).inhoud.results
  const type = typen.find((een: { omschrijving: string }) => een.omschrijving === 'Document').url
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500_000, 0xe2), Buffer.from('\n%%EOF')])
  const maak = (inhoud: Buffer, formaat = 'application/pdf') =>
    vraag('svb-systeem', 'POST', `${drc}/enkelvoudiginformatieobjecten`, {
      json: {
        ...{
          bronorganisatie: '000000024',
          creatiedatum: '2026-03-01',
          titel: 'Beschikking AOW',
          auteur: 'SVB',
        },
        ...{ taal: 'nld', formaat, inhoud: inhoud.toString('base64'), informatieobjecttype: type },
      },
    })
  // What it says it is, no program, and not without end.
  assert.equal((await maak(Buffer.from('<script>alert(1)</script>'))).status, 400)
  assert.equal((await maak(pdf, 'text/html')).status, 400)
  assert.equal((await maak(Buffer.concat([pdf, Buffer.alloc(3 * 1024 * 1024)]))).status, 400)
  const { inhoud: document, status } = await maak(pdf)
  assert.equal(status, 201, JSON.stringify(document))
  assert.deepEqual(
    [document.formaat, document.bestandsomvang, document.bestandsnaam, document.titel],
    ['application/pdf', pdf.length, 'document.pdf', 'Beschikking AOW'],
  )
  assert.equal((await vraag('stad-systeem', 'GET', document.url)).status, 404)
  const gekoppeld = await vraag('svb-systeem', 'POST', `${zrc}/zaakinformatieobjecten`, {
    json: { zaak, informatieobject: document.url },
  })
  assert.equal(gekoppeld.status, 201, gekoppeld.tekst)
  const bijStad = (await vraag('stad-systeem', 'GET', document.url)).inhoud
  assert.deepEqual([bijStad.titel, bijStad.bestandsomvang], ['Beschikking AOW', pdf.length])
  const stuk = (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.onderdelen.at(-1)
  assert.deepEqual(
    [stuk?.tekst, stuk?.bestand],
    ['Beschikking AOW', { soort: 'application/pdf', omvang: pdf.length }],
  )
  const id = stuk?.id ?? ''
  for (const wie of [bij.gemeente, bij.svb, inwoner()])
    assert.ok(pdf.equals((await loket.bestand?.(wie, ketenzaak, id))?.inhoud ?? Buffer.of()))
  assert.equal(await loket.bestand?.(bij.duo, ketenzaak, id), undefined)
  assert.equal(await loket.bestand?.(bij.gemeente, ketenzaak, 'vraag'), undefined)
  assert.equal((await vraag('stad-systeem', 'GET', bijStad.inhoud)).lichaam.length, pdf.length)
  assert.equal((await vraag('duo-systeem', 'GET', bijStad.inhoud)).status, 404)
  // The share ends, and so does the file; erased it is there for nobody.
  const doe = async (opdracht: Parameters<typeof loket.doe>[2]) => {
    const { nr = 0, delingen = [] } = (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht ?? {}
    assert.equal(
      (await loket.doe(bij.gemeente, { id: nieuwId(), ketenzaak, verwacht: nr }, opdracht)).status,
      'ok',
    )
    return delingen
  }
  const delingen = (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.delingen ?? []
  await doe({ soort: 'stop-deling', deling: delingen.find(({ onderdeel }) => onderdeel === id)?.id ?? '' })
  assert.equal(await loket.bestand?.(bij.svb, ketenzaak, id), undefined)
  assert.ok(await loket.bestand?.(inwoner(), ketenzaak, id))
  const inhoud = { woorden: pdf.toString('base64') }
  const bestand = { soort: 'application/pdf', omvang: pdf.length, inhoud } as const
  await doe({ soort: 'voeg-toe', wat: 'document', tekst: { woorden: 'Brief' }, bestand })
  const eigen = (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.onderdelen.at(-1)?.id ?? ''
  assert.ok(await loket.bestand?.(inwoner(), ketenzaak, eigen))
  await doe({ soort: 'wis-woorden', onderdeel: eigen, waarom: 'verkeerde-zaak' })
  assert.equal(await loket.bestand?.(inwoner(), ketenzaak, eigen), undefined)
})

test('who is forged, too late, too early, or comes again is told what is wrong; each read stands in the evidence', async (t) => {
  const proef = await openProefdatabank(t)
  const {
    open,
    vraag,
    token,
    klok,
    koppelingen,
    loket,
    bij,
    nieuw,
    inwoner,
    ik,
    audit,
    teVeel,
    geteld,
    deur,
  } = await openProefzgw(proef)
  const { ketenzaak } = await open()
  const url = `${wortel}${zrc}/zaken/${ketenzaak}`
  const nuS = Math.floor(klok.nu.getTime() / 1000)
  const als = async (authorization: string) => {
    const { status, inhoud } = await vraag('svb-systeem', 'GET', url, { authorization })
    return [status, inhoud.code]
  }
  assert.deepEqual(await als('Bearer x.y.z'), [403, 'jwt-decode-error'])
  assert.deepEqual(await als(token('svb-systeem', {}, 'een-ander-geheim-dat-lang-genoeg-is')), [
    403,
    'invalid-jwt-signature',
  ])
  assert.deepEqual(await als(token('verzonnen')), [403, 'invalid-client-identifier'])
  // A clock that is five minutes ahead is said to be; one that is five minutes behind does no harm.
  assert.deepEqual(await als(token('svb-systeem', { iat: nuS + 300 })), [403, 'jwt-not-yet-valid'])
  assert.equal((await als(token('svb-systeem', { iat: nuS - 300 })))[0], 200)
  assert.deepEqual(await als(token('svb-systeem', { iat: nuS - 3_601 })), [403, 'jwt-expired'])
  const eens = token('svb-systeem', { jti: 'een-keer-en-niet-weer' })
  assert.equal((await als(eens))[0], 200)
  assert.deepEqual(await als(eens), [403, 'jwt-replayed'])

  assert.deepEqual(
    (await loket.wieZag(inwoner(), ketenzaak)).rijen.map(({ wie }) => wie),
    [{ soort: 'organisatie', organisatie: svb }],
    'de inwoner ziet dat het systeem van de SVB keek',
  )
  const inzage = await audit.leesInzage(ik, proefbewijs(ik))
  assert.ok(inzage.length >= 2, 'bij elke vraag een regel')

  // A share that is over shows nothing any more, on the very next question.
  const deelnemer = (await loket.bekijk(bij.svb, ketenzaak))?.zicht.deelnemer ?? ''
  const nr = (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.nr ?? 0
  const tot = new Date(klok.nu.getTime() + 3_600_000)
  await loket.doe(
    bij.gemeente,
    { id: nieuw(), ketenzaak, verwacht: nr },
    { soort: 'deel', onderdeel: 'vraag', deelnemer, doel: 'meedenken', grond: 'taak', tot },
  )
  const stukken = async () =>
    (await vraag('svb-systeem', 'GET', `${zrc}/zaakinformatieobjecten?zaak=${url}`)).inhoud
  const [stuk] = await stukken()
  assert.ok(stuk)
  klok.nu = tot
  assert.deepEqual(await stukken(), [])
  assert.equal((await vraag('svb-systeem', 'GET', stuk.informatieobject)).status, 404)

  // Who knows the name alone cannot use up what its owner may ask.
  geteld.length = 0
  for (let keer = 0; keer < 3; keer++)
    assert.deepEqual(await als(token('svb-systeem', {}, 'een-heel-ander-geheim-van-wie-dan-ook')), [
      403,
      'invalid-jwt-signature',
    ])
  assert.deepEqual(geteld, [])
  await als(token('svb-systeem'))
  assert.deepEqual(geteld, ['svb-systeem'])
  teVeel.set('203.0.113.9', 30)
  const vanAf = (van: string) =>
    deur({
      ...{ methode: 'GET', adres: new URL(url), lichaam: '', van },
      koppen: { authorization: token('svb-systeem'), 'accept-crs': 'EPSG:4326' },
    })
  assert.deepEqual([(await vanAf('203.0.113.9')).status, (await vanAf('203.0.113.8')).status], [429, 200])

  teVeel.set('svb-systeem', 30)
  assert.deepEqual(await als(token('svb-systeem')), [429, 'throttled'])
  teVeel.clear()

  // A connection that is off lets nobody in.
  await koppelingen.bewaar({ organisatie: svb, client: 'svb-systeem', rsin: rsins[svb], stand: 'uit' })
  assert.deepEqual(await als(token('svb-systeem')), [403, 'invalid-client-identifier'])
})
