import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { Adres, Bladvraag, Keuze, Voorkeurwijziging } from '../kanalen/index.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'
import { openProefverzending } from './proefverzending.ts'

const tekst = (nl: string) => ({ nl, en: nl, pap: nl })
const brief = (onderwerp: string, alinea: string) => ({
  onderwerp: tekst(onderwerp),
  alineas: [tekst(alinea)],
})

async function openHuis(t: Parameters<typeof openProefdatabank>[0]) {
  const proef = await openProefdatabank(t)
  const huis = openProefverzending(proef)
  const an = huis.persoon()
  const post = huis.postbus
  const als = <T>(fn: Parameters<typeof huis.als<T>>[2]) => huis.als(an, 'berichten-tonen', fn)
  const wie = { persoon: an, lezer: an }
  /** Which evidence there is of reading it. */
  const soorten = async () =>
    (
      await alsEigenaar(
        proef,
        `select soort from voordeur.bewijs_regel where onderwerp = $1
          and soort in ('geopend', 'gelezen-namens') order by volgnummer`,
        [`persoon:${an}`],
      )
    ).map(({ soort }) => String(soort))
  return { huis, an, post, als, wie, soorten }
}

test('words are found in a message however they are typed, and never in that of somebody else', async (t) => {
  const { huis, an, post, als, wie } = await openHuis(t)
  const id = await huis.stuur(an, { inhoud: brief('Uw ÉÉN aanvraag', 'Wij vragen een coördinator.') })
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 1_000)
  await huis.stuur(an, { inhoud: brief('Iets anders', 'Niets.') })
  await huis.stuur(huis.persoon(), { inhoud: brief('Een aanvraag', 'Van een ander.') })
  const zoek = async (woorden: string) =>
    (await als((bewijs) => post.zoek(wie, woorden, bewijs))).map((een) => een.id)
  assert.deepEqual(await zoek('een AANVRAAG'), [id])
  assert.deepEqual(await zoek('coordinator'), [id])
  assert.deepEqual(await zoek('aanvraag niets'), [])
  assert.deepEqual(await zoek(' % _ '), [])
  // Also in what lies further back than one round of searching.
  for (let nr = 0; nr < 4; nr++) {
    huis.klok.nu = new Date(huis.klok.nu.getTime() + 1_000)
    await huis.stuur(an, { inhoud: brief(`Bericht ${nr}`, 'Niets.') })
  }
  assert.deepEqual(await zoek('coordinator'), [id])
  assert.equal((await zoek('niets')).length, 5)
})

test('each reader keeps order for themselves; that it was opened stays so', async (t) => {
  const { huis, an, post, als, wie } = await openHuis(t)
  const id = await huis.stuur(an)
  const bewind = { persoon: an, lezer: huis.persoon() }
  const markeer = (als_: Parameters<typeof post.markeer>[2], lezer = wie) =>
    als((bewijs) => post.markeer(lezer, id, als_, bewijs))
  await als((bewijs) => huis.berichten.open(wie, id, bewijs))
  assert.equal(await markeer('archief'), true)
  assert.equal(await markeer('ongelezen'), true)
  const lijst = async (map: 'postvak' | 'archief', lezer = wie) =>
    (await als((bewijs) => post.lijst(lezer, { map }, bewijs))).berichten
  assert.deepEqual(await lijst('postvak'), [])
  const [mijn] = await lijst('archief')
  assert.deepEqual([mijn?.isGelezen, mijn?.isGearchiveerd, mijn?.geopend !== undefined], [false, true, true])
  const [hunne] = await lijst('postvak', bewind)
  assert.deepEqual([hunne?.isGelezen, hunne?.isGearchiveerd], [true, false])
  assert.equal(await markeer('postvak'), true)
  assert.equal((await lijst('postvak')).length, 1)
  const ander = huis.persoon()
  const vreemd = { persoon: ander, lezer: ander }
  assert.equal(
    await huis.als(ander, 'berichten-tonen', (bewijs) => post.markeer(vreemd, id, 'archief', bewijs)),
    false,
  )
})

test('what a helper reads is read for the helper, and opened by nobody whom it is for (Awb 2:25)', async (t) => {
  const { huis, an, post, als, wie, soorten } = await openHuis(t)
  const id = await huis.stuur(an)
  const bewind = { persoon: an, lezer: huis.persoon() }
  const open = (wiens: typeof wie) => als((bewijs) => huis.berichten.open(wiens, id, bewijs))
  assert.equal((await open(bewind))?.geopend, undefined)
  await open(bewind)
  assert.deepEqual(await soorten(), ['gelezen-namens'], 'once, and of its own kind')
  const lijst = async (wiens: typeof wie) =>
    (await als((bewijs) => post.lijst(wiens, { map: 'postvak' }, bewijs))).berichten.map(
      (een) => een.isGelezen,
    )
  assert.deepEqual([await lijst(wie), await lijst(bewind)], [[false], [true]])
  assert.equal(
    (await als((bewijs) => post.bekijk(wie, id, bewijs)))?.geopend,
    undefined,
    'a look opens nothing',
  )
  assert.deepEqual((await open(wie))?.geopend, huis.klok.nu)
  assert.deepEqual(await soorten(), ['gelezen-namens', 'geopend'])
})

test('who acts for a company opens as the company', async (t) => {
  const { huis, an, als, soorten } = await openHuis(t)
  const id = await huis.stuur(an)
  const wie = { persoon: an, lezer: huis.persoon(), isBedrijf: true }
  assert.deepEqual((await als((bewijs) => huis.berichten.open(wie, id, bewijs)))?.geopend, huis.klok.nu)
  assert.deepEqual(await soorten(), ['geopend'])
})

test('a correction is a new message that names the old one, of the same person alone (Awb 2:12)', async (t) => {
  const { huis, an, als, wie } = await openHuis(t)
  const oud = await huis.stuur(an, { inhoud: brief('Het bedrag', 'U krijgt 10 euro.') })
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 1_000)
  const nieuw = await huis.stuur(an, { inhoud: brief('Verbeterd', 'U krijgt 100 euro.'), corrigeert: oud })
  const open = (id: string) => als((bewijs) => huis.berichten.open(wie, id, bewijs))
  assert.equal((await open(oud))?.gecorrigeerdDoor, nieuw)
  assert.equal((await open(oud))?.inhoud.alineas[0]?.nl, 'U krijgt 10 euro.')
  assert.equal((await open(nieuw))?.corrigeert, oud)
  await assert.rejects(huis.stuur(huis.persoon(), { corrigeert: oud }), /niet van deze persoon/)
})

test('a file goes along sealed and comes out as it went in; too large a one does not go', async (t) => {
  const { huis, an, post, als, wie } = await openHuis(t)
  const inhoud = new Uint8Array([0, 1, 2, 255])
  const bijlagen = [{ naam: 'besluit.pdf', type: 'application/pdf', inhoud }] as const
  const id = await huis.stuur(an, { bijlagen })
  const bericht = await als((bewijs) => huis.berichten.open(wie, id, bewijs))
  assert.deepEqual(bericht?.inhoud.bijlagen, [{ naam: 'besluit.pdf', type: 'application/pdf', bytes: 4 }])
  const bijlage = await als((bewijs) => post.bijlage(an, id, 0, bewijs))
  assert.deepEqual([...(bijlage?.inhoud ?? [])], [...inhoud])
  assert.equal(await als((bewijs) => post.bijlage(an, id, 1, bewijs)), undefined)
  const groot = { naam: 'groot.pdf', type: 'application/pdf', inhoud: new Uint8Array(5_000_001) } as const
  await assert.rejects(huis.stuur(an, { bijlagen: [groot] }), /te-groot/)
  await assert.rejects(huis.stuur(an, { bijlagen: [{ ...groot, inhoud, naam: '../x' }] }), /naam-onjuist/)
})

test('a message goes on to who holds a mandate for it, once, and stops when that ends', async (t) => {
  const { huis, an, post } = await openHuis(t)
  const [helper, vreemde] = [huis.persoon(), huis.persoon()]
  huis.helpers.add(`${an} ${helper}`)
  const van = proeforganisatie('svb')
  const id = await huis.stuur(an, { inhoud: { ...brief('Uw zaak', 'Nieuws.'), van } })
  const door = (naar: typeof an) =>
    huis.als(an, 'bericht-doorsturen', (bewijs) => post.stuurDoor(an, id, naar, bewijs))
  assert.equal(await door(vreemde), 'mag-niet')
  assert.equal(await door(helper), 'gestuurd')
  assert.equal(await door(helper), 'was-er-al')
  const lees = () => huis.inbox(helper)
  const [mee] = await lees()
  assert.deepEqual([mee?.soort, mee?.inhoud.doorgestuurdVan, mee?.inhoud.van], ['meegelezen', an, van])

  await huis.als(an, 'contactvoorkeuren', (bewijs) =>
    huis.voorkeuren.wijzig(huis.zelf(an), () => ({ keuzes: [{ bereik: {}, keuze: { helper } }] }), bewijs),
  )
  await huis.stuur(an)
  await huis.werkAf()
  await huis.werkAf()
  assert.equal((await lees()).length, 2, 'a helper in copy gets it by itself')
  huis.helpers.clear()
  await huis.stuur(an)
  await huis.werkAf()
  assert.equal((await lees()).length, 2, 'not without a mandate')
  assert.deepEqual(huis.fouten, [])
})

test('a helper in copy hears of a new address where the helper is reached, and never where the owner was', async (t) => {
  const { huis, an } = await openHuis(t)
  const bo = huis.persoon()
  const [email, brief] = [huis.weg('email'), huis.weg('brief')]
  const vanAn = { soort: 'email', waarde: 'an@oud.example' } as const
  const vanBo = { soort: 'email', waarde: 'bo@voorbeeld.example' } as const
  huis.postadressen.set(an, ['An', 'Oude Weg 1', '1111 AA Toen'])
  huis.postadressen.set(bo, ['Bo', 'Helperlaan 9', '9999 ZZ Elders'])
  await huis.maakBereikbaar(an, vanAn)
  await huis.maakBereikbaar(bo, vanBo)
  huis.helpers.add(`${an} ${bo}`)
  const zet = (wie: typeof an, keuze: Keuze) =>
    huis.als(wie, 'contactvoorkeuren', (bewijs) =>
      huis.voorkeuren.wijzig(huis.zelf(wie), () => ({ keuzes: [{ bereik: {}, keuze }] }), bewijs),
    )
  const voegToe = (adres: Adres) =>
    huis.als(an, 'contactvoorkeuren', (bewijs) => huis.adressen.voegToe(huis.zelf(an), adres, bewijs))
  huis.tellen.adressen = true
  await huis.maakBereikbaar(an, { soort: 'email', waarde: 'an@nieuw.example' })
  await zet(an, { kanaal: 'berichtenbox', helper: bo })
  await huis.werkAf()
  const naar = (weg: typeof email) => weg.gekregen.map(({ adres }) => adres)
  assert.deepEqual(naar(email), [vanAn, vanBo])
  await zet(bo, { kanaal: 'brief' })
  await voegToe({ soort: 'post', regels: ['An', 'Nieuwe Weg 2', '2222 BB Nu'] })
  await huis.werkAf()
  assert.deepEqual(naar(brief), [
    { soort: 'post', regels: ['An', 'Oude Weg 1', '1111 AA Toen'] },
    { soort: 'post', regels: ['Bo', 'Helperlaan 9', '9999 ZZ Elders'] },
  ])
  assert.deepEqual(huis.fouten, [])
})

test('what we tell of a matter of an organisation follows the choice and the mandate for that one, and is theirs to repair', async (t) => {
  const { huis, an } = await openHuis(t)
  const helper = huis.persoon()
  huis.helpers.add(`${an} ${helper} svb`)
  const over = proeforganisatie('svb')
  const keuzes = [{ bereik: { organisatie: over }, keuze: { helper, kanaal: 'telefoon' } }] as const
  await huis.als(an, 'contactvoorkeuren', (bewijs) =>
    huis.voorkeuren.wijzig(huis.zelf(an), () => ({ keuzes }), bewijs),
  )
  await huis.stuur(an, { inhoud: { ...brief('Uw zaak', 'Staat stil.'), over } })
  await huis.werkAf()
  await huis.werkAf()
  const mee = await huis.inbox(helper)
  assert.deepEqual(
    mee.map(({ inhoud }) => [inhoud.doorgestuurdVan, inhoud.over]),
    [[an, over]],
  )
  // Nobody could be reached, which is theirs to repair.
  assert.equal((await huis.werkVan(over)).length, 2)
  assert.deepEqual(await huis.herstelwerk.zonderOrganisatie(), [])
})

test('a code proves an address: five tries, half an hour, and only the last one sent', async (t) => {
  const { huis, an } = await openHuis(t)
  const email = huis.weg('email')
  const houder = huis.zelf(an)
  const als = <T>(fn: Parameters<typeof huis.als<T>>[2]) => huis.als(an, 'contactvoorkeuren', fn)
  const gegeven = await als((bewijs) =>
    huis.adressen.voegToe(houder, { soort: 'email', waarde: 'an@voorbeeld.example' }, bewijs),
  )
  const id = gegeven.status === 'ok' ? gegeven.id : assert.fail()
  const stuur = () => als((bewijs) => huis.adressen.stuurCode(houder, id, 'nl', bewijs))
  const bevestig = (code: string) => als((bewijs) => huis.adressen.bevestig(houder, id, code, bewijs))
  assert.equal(await bevestig('123456'), 'verlopen')
  assert.equal(await stuur(), 'gestuurd')
  const [eerste = ''] = huis.codes
  assert.equal(await stuur(), 'gestuurd')
  const tweede = huis.codes[1] ?? ''
  assert.equal(email.gekregen.length, 2)
  assert.equal(await bevestig(eerste), 'onjuist')
  for (let i = 0; i < 4; i++) assert.equal(await bevestig(eerste), 'onjuist')
  assert.equal(await bevestig(tweede), 'te-vaak')
  await stuur()
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 30 * 60_000)
  assert.equal(await bevestig(huis.codes[2] ?? ''), 'verlopen')
  await stuur()
  assert.equal(await bevestig(huis.codes[3] ?? ''), 'bevestigd')
  const ander = huis.persoon()
  const weg = huis.als(ander, 'contactvoorkeuren', (bewijs) =>
    huis.adressen.wis(huis.zelf(ander), id, bewijs),
  )
  assert.equal(await weg, false)
  huis.wegen.clear()
  assert.equal(await stuur(), 'geen-weg')
  const { adressen } = await als((bewijs) => huis.voorkeuren.haal(houder, bewijs))
  assert.equal(adressen[0]?.bevestigd?.toISOString(), huis.klok.nu.toISOString())
})

test('at a desk a professional writes it down for one person, and that stands with it', async (t) => {
  const { huis, an } = await openHuis(t)
  const door = {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: proeforganisatie('svb'),
    wijze: 'balie',
  } as const
  const houder = { persoon: an, door }
  const als = <T>(fn: Parameters<typeof huis.als<T>>[2]) => huis.als(an, 'contactvoorkeuren', fn)
  const wijzig = (wie: typeof houder | ReturnType<typeof huis.zelf>, wat: Voorkeurwijziging) =>
    als((bewijs) => huis.voorkeuren.wijzig(wie, () => wat, bewijs))
  const ja = { verklaar: [{ kanaal: 'berichtenbox' }] } as const
  assert.deepEqual(await wijzig(houder, ja), { status: 'ok', verklaard: 1, ingetrokken: 0 })
  const nogEens = await wijzig(huis.zelf(an), ja)
  assert.deepEqual(nogEens, { status: 'ok', verklaard: 0, ingetrokken: 0 }, 'it was said already')
  const { verklaringen } = await als((bewijs) => huis.voorkeuren.haal(huis.zelf(an), bewijs))
  assert.deepEqual(verklaringen[0]?.door, door)
  const weg = await wijzig(huis.zelf(an), { trekIn: [verklaringen[0]?.id ?? ''] })
  assert.deepEqual(weg, { status: 'ok', verklaard: 0, ingetrokken: 1 })
})

test('however many there are, every message is on a page, by sender and when only what is new is asked', async (t) => {
  const { huis, an, post, als, wie } = await openHuis(t)
  const svb = proeforganisatie('svb')
  // What one organisation sent lies under many of another.
  const eerste = await huis.stuur(an, { inhoud: { ...brief('Oud', 'x'), van: svb } })
  for (let i = 0; i < 205; i += 5) {
    huis.klok.nu = new Date(huis.klok.nu.getTime() + 1_000)
    const kenmerken = [0, 1, 2, 3, 4].map((n) => `k${i + n}`)
    await Promise.all(
      kenmerken.map((kenmerk) =>
        huis.berichten.stuur({ persoon: an, soort: 'zaak-stil', kenmerk, inhoud: brief(kenmerk, 'x') }),
      ),
    )
  }
  const alles = async (vraag: Omit<Bladvraag, 'map'>) => {
    const gezien: string[] = []
    const afzenders = new Set<string>()
    let na: string | undefined
    do {
      const blad = await als((bewijs) => post.lijst(wie, { map: 'postvak', ...vraag, na }, bewijs))
      gezien.push(...blad.berichten.map(({ id }) => id))
      for (const een of blad.afzenders) afzenders.add(een)
      na = blad.volgende
    } while (na !== undefined && gezien.length < 500)
    return { gezien, afzenders }
  }
  const { gezien, afzenders } = await alles({})
  assert.deepEqual([gezien.length, new Set(gezien).size, gezien.at(-1)], [206, 206, eerste])
  assert.deepEqual(afzenders, new Set(['ons', 'svb']))
  assert.deepEqual((await alles({ van: svb })).gezien, [eerste])
  assert.equal((await alles({ van: 'ons' })).gezien.length, 205)
  await als((bewijs) => huis.berichten.open(wie, gezien[0] ?? '', bewijs))
  assert.deepEqual((await alles({ alleenNieuw: true })).gezien, gezien.slice(1))
})
