import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { werkKanaalAf } from '../kanalen/index.ts'
import { ingangen } from './context.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { mail, openProefverzending, straat } from './proefverzending.ts'

const mobiel = { soort: 'telefoon', nummer: '06 12345678' } as const
const uurMs = 3_600_000

async function openHuis(t: Parameters<typeof openProefdatabank>[0]) {
  const proef = await openProefdatabank(t)
  return { ...openProefverzending(proef), databank: proef.databank }
}

test('who said nothing gets a letter, and without an address for it a human calls', async (t) => {
  const huis = await openHuis(t)
  const brief = huis.weg('brief')
  const [an, bo] = [huis.persoon(), huis.persoon()]
  huis.postadressen.set(an, straat.regels)
  const [vanAn, vanBo] = [await huis.stuur(an), await huis.stuur(bo)]
  await huis.werkAf()
  assert.deepEqual(
    brief.gekregen.map(({ adres }) => adres),
    [straat],
  )
  const stand = async (wie: typeof an, id: string) =>
    (await huis.verloop(wie, id)).map(({ kanaal, stand: s, reden }) => [kanaal, s, reden])
  assert.deepEqual(await stand(an, vanAn), [
    ['berichtenbox', 'hersteld', 'niet-verklaard'],
    ['brief', 'verzonden', undefined],
  ])
  assert.deepEqual(await stand(bo, vanBo), [
    ['berichtenbox', 'mislukt', 'niet-verklaard'],
    ['brief', 'mislukt', 'geen-adres'],
  ])
  const [taak] = await huis.herstelwerk.zonderOrganisatie()
  assert.equal(taak?.soort, 'bellen')
  const doe = () => huis.doeWerk(taak?.id ?? '', bo, proeforganisatie('svb'))
  assert.deepEqual([await doe(), await doe()], ['gedaan', 'niet-gevonden'])
  assert.deepEqual(
    (await stand(bo, vanBo)).map(([, s]) => s),
    ['hersteld', 'hersteld'],
  )
  assert.deepEqual(huis.fouten, [])
})

test('who said the inbox will do gets a notice there, and the message counts as sent when it lay there', async (t) => {
  const huis = await openHuis(t)
  const email = huis.weg('email')
  const an = huis.persoon()
  await huis.maakBereikbaar(an, mail)
  const id = await huis.stuur(an)
  const verstuurd = huis.klok.nu
  huis.klok.nu = new Date(verstuurd.getTime() + uurMs)
  await huis.werkAf()
  assert.equal(email.gekregen.length, 1)
  assert.doesNotMatch(JSON.stringify(email.gekregen[0]?.inhoud), /zaak|gemeente/i)
  const verloop = await huis.als(an, 'berichten-tonen', (bewijs) => huis.postbus.verloop(an, id, bewijs))
  assert.deepEqual(verloop?.moment, { op: verstuurd, kanaal: 'berichtenbox', isTweede: false })
  await huis.werkAf()
  assert.equal(email.gekregen.length, 1)
})

test('a notice that bounces goes by SMS and then as a letter; after two bounces nothing goes to that address', async (t) => {
  const huis = await openHuis(t)
  const [email, sms, brief] = [huis.weg('email'), huis.weg('sms'), huis.weg('brief')]
  const an = huis.persoon()
  await huis.maakBereikbaar(an, mail)
  await huis.maakBereikbaar(an, mobiel)
  await huis.als(an, 'contactvoorkeuren', (bewijs) => huis.adressen.voegToe(huis.zelf(an), straat, bewijs))
  const id = await huis.stuur(an)
  await huis.werkAf()
  const bounce = (i: number) => ({
    zending: [...email.gekregen, ...sms.gekregen][i]?.zending ?? '',
    uitkomst: 'mislukt' as const,
    reden: 'adres-bestaat-niet',
    op: huis.klok.nu,
  })
  assert.equal(await huis.bezorgdienst.neemTerug(bounce(0)), 'gewijzigd')
  assert.equal(await huis.bezorgdienst.neemTerug(bounce(0)), 'was-er-al')
  assert.equal(await huis.bezorgdienst.neemTerug({ ...bounce(0), uitkomst: 'bezorgd' }), 'was-er-al')
  await huis.werkAf()
  assert.deepEqual([email.gekregen.length, sms.gekregen.length, brief.gekregen.length], [1, 1, 0])
  assert.equal(await huis.bezorgdienst.neemTerug(bounce(1)), 'gewijzigd')
  await huis.werkAf()
  assert.equal(brief.gekregen.length, 1)
  assert.deepEqual(
    (await huis.verloop(an, id)).map(({ kanaal, stand }) => [kanaal, stand]),
    [
      ['berichtenbox', 'verzonden'],
      ['email', 'hersteld'],
      ['sms', 'hersteld'],
      ['brief', 'verzonden'],
    ],
  )
  assert.deepEqual(await huis.herstelwerk.zonderOrganisatie(), [])

  await huis.stuur(an)
  await huis.werkAf()
  await huis.bezorgdienst.neemTerug({ ...bounce(0), zending: email.gekregen[1]?.zending ?? '' })
  const [taak] = await huis.herstelwerk.zonderOrganisatie()
  assert.deepEqual([taak?.soort, taak?.reden], ['adres', 'email-onbestelbaar'])
  await huis.stuur(an)
  await huis.werkAf()
  assert.equal(email.gekregen.length, 2, 'an address that came back twice is left alone')
})

test('who replaces a dead address keeps the new one: what comes back says something of the one that was used', async (t) => {
  const huis = await openHuis(t)
  const [email] = [huis.weg('email'), huis.weg('brief')]
  const an = huis.persoon()
  huis.postadressen.set(an, straat.regels)
  const nieuw = { soort: 'email', waarde: 'nieuw@voorbeeld.example' } as const
  await huis.maakBereikbaar(an, mail)
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 1_000)
  huis.tellen.adressen = true
  await huis.maakBereikbaar(an, nieuw)
  const adressen = () =>
    huis.als(an, 'contactvoorkeuren', async (bewijs) =>
      (await huis.voorkeuren.haal(huis.zelf(an), bewijs)).adressen.map(({ id, adres, mislukt }) => ({
        ...{ id, adres, mislukt },
      })),
    )
  const komtTerug = () =>
    huis.bezorgdienst.neemTerug({
      ...{ zending: email.gekregen.at(-1)?.zending ?? '', uitkomst: 'mislukt' },
      ...{ reden: 'adres-bestaat-niet', op: huis.klok.nu },
    })
  await huis.werkAf()
  await komtTerug()
  const [oud, ander] = await adressen()
  assert.deepEqual([oud?.adres, oud?.mislukt, ander?.adres, ander?.mislukt], [mail, 1, nieuw, 0])
  await huis.als(an, 'contactvoorkeuren', (bewijs) => huis.adressen.wis(huis.zelf(an), oud?.id ?? '', bewijs))
  await huis.werkAf()
  await komtTerug()
  assert.deepEqual(
    email.gekregen.map(({ adres }) => adres),
    [mail, mail],
  )
  assert.deepEqual(
    (await adressen()).map(({ mislukt }) => mislukt),
    [0],
  )
  await huis.stuur(an)
  await huis.werkAf()
  assert.deepEqual(email.gekregen.at(-1)?.adres, nieuw)
})

test('that our own server or text is refused says nothing of an address', async (t) => {
  for (const reden of ['zegt-te-veel', 'geweigerd', 'te-groot']) {
    const huis = await openHuis(t)
    const an = huis.persoon()
    huis.postadressen.set(an, straat.regels)
    huis.weg('email', async () => ({ soort: 'blijvend', reden }))
    huis.weg('brief')
    await huis.maakBereikbaar(an, mail)
    for (let i = 0; i < 3; i++) {
      await huis.stuur(an)
      await huis.werkAf()
    }
    assert.deepEqual(await huis.herstelwerk.zonderOrganisatie(), [], reden)
    const weer = huis.weg('email')
    await huis.stuur(an)
    await huis.werkAf()
    assert.equal(weer.gekregen.length, 1, reden)
  }
})

test('a statement that was taken back holds at once, also for what is under way', async (t) => {
  const huis = await openHuis(t)
  const [email, brief] = [huis.weg('email'), huis.weg('brief')]
  const an = huis.persoon()
  huis.postadressen.set(an, straat.regels)
  await huis.maakBereikbaar(an, mail)
  await huis.stuur(an)
  await werkKanaalAf(huis.werk, 'berichtenbox')
  await huis.als(an, 'contactvoorkeuren', async (bewijs) => {
    const { verklaringen } = await huis.voorkeuren.haal(huis.zelf(an), bewijs)
    const weg = { trekIn: [verklaringen[0]?.id ?? ''] }
    const uitkomst = await huis.voorkeuren.wijzig(huis.zelf(an), () => weg, bewijs)
    assert.deepEqual(uitkomst, { status: 'ok', verklaard: 0, ingetrokken: 1 })
  })
  await huis.werkAf()
  assert.deepEqual([email.gekregen.length, brief.gekregen.length], [0, 1])
})

test('a worker that fell over loses nothing: what it held is taken again, and its own late outcome changes nothing', async (t) => {
  const huis = await openHuis(t)
  const an = huis.persoon()
  huis.postadressen.set(an, straat.regels)
  const brief = huis.weg('brief')
  const id = await huis.stuur(an)
  await werkKanaalAf(huis.werk, 'berichtenbox')
  const { nu } = huis.klok
  const greep = { kanaal: 'brief', nu, tot: new Date(nu.getTime() + 1_000), hoogstens: 10 } as const
  assert.deepEqual(
    await huis.zendingen.erIsWerk([greep.kanaal, 'telefoon'], greep.nu),
    [true, false],
    'only where something is due',
  )
  const [gevallen] = await huis.zendingen.pak(greep)
  assert.ok(gevallen)
  assert.deepEqual(await huis.zendingen.pak(greep), [], 'nobody takes what is held')
  huis.klok.nu = new Date(nu.getTime() + 2_000)
  await huis.werkAf()
  assert.equal(brief.gekregen.length, 1)
  const laat = {
    was: gevallen,
    wordt: { ...gevallen, stand: 'mislukt' },
    nieuw: [],
    taken: [],
    bewijzen: [],
  } as const
  assert.equal(await huis.zendingen.boek([laat]), 0)
  assert.equal((await huis.verloop(an, id)).at(-1)?.stand, 'verzonden')
})

test('many workers at once hand over each item once', async (t) => {
  const huis = await openHuis(t)
  const brief = huis.weg('brief')
  for (let i = 0; i < 30; i++) {
    const wie = huis.persoon()
    huis.postadressen.set(wie, straat.regels)
    await huis.stuur(wie)
  }
  await Promise.all([1, 2, 3, 4].map(() => huis.werkAf()))
  await huis.werkAf()
  assert.equal(brief.gekregen.length, 30)
  assert.equal(new Set(brief.gekregen.map(({ zending }) => zending)).size, 30)
  assert.deepEqual(huis.fouten, [])
})

test('of a message without a notice somebody is warned at 24 and 40 hours, and someone calls', async (t) => {
  const huis = await openHuis(t)
  huis.weg('email', async () => ({ soort: 'tijdelijk', reden: 'vol' }))
  const an = huis.persoon()
  await huis.maakBereikbaar(an, mail)
  await huis.stuur(an)
  const begin = huis.klok.nu.getTime()
  const na = async (uren: number) => {
    huis.klok.nu = new Date(begin + uren * uurMs)
    return huis.bezorgdienst.bewaak()
  }
  assert.equal(await na(23.9), 0)
  assert.equal(await na(24), 1)
  assert.equal(await na(39), 0)
  assert.deepEqual(await huis.herstelwerk.zonderOrganisatie(), [])
  assert.equal(await na(40), 1)
  assert.equal((await huis.herstelwerk.zonderOrganisatie()).length, 1)
  assert.equal(await na(48), 1)
  assert.equal(await na(60), 0)
  assert.deepEqual(huis.alarmen, [
    [24, 1],
    [40, 1],
    [48, 1],
  ])
})

test('who gets the notice after the warning is not called any more, and is again when it comes back', async (t) => {
  const huis = await openHuis(t)
  huis.weg('email', async () => ({ soort: 'tijdelijk', reden: 'vol', nietVoor: huis.klok.nu }))
  const an = huis.persoon()
  await huis.maakBereikbaar(an, mail)
  await huis.stuur(an)
  await werkKanaalAf(huis.werk, 'berichtenbox')
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 41 * uurMs)
  assert.equal(await huis.bezorgdienst.bewaak(), 1)
  const redenen = async () => (await huis.herstelwerk.zonderOrganisatie()).map(({ reden }) => reden)
  assert.deepEqual(await redenen(), ['melding-uitgebleven'])
  const email = huis.weg('email')
  await huis.werkAf()
  assert.equal(email.gekregen.length, 1)
  assert.deepEqual(await redenen(), [])
  const terug = { uitkomst: 'mislukt', reden: 'postbus-vol', op: huis.klok.nu } as const
  await huis.bezorgdienst.neemTerug({ ...terug, zending: email.gekregen[0]?.zending ?? '' })
  await huis.werkAf()
  assert.deepEqual(await redenen(), ['geen-weg'])
})

test('nobody sees what is on its way to somebody else, and nobody changes what was sent', async (t) => {
  const huis = await openHuis(t)
  const [an, bo] = [huis.persoon(), huis.persoon()]
  await huis.maakBereikbaar(an, mail)
  await huis.stuur(an)
  const { alsPersoon, alsTaak } = ingangen(huis.databank)
  for (const tabel of ['zending', 'contactadres', 'contactvoorkeur', 'bereikbaarheid', 'bericht']) {
    const tel = (tx: typeof huis.databank) => sql`select 1 from ${sql.table(tabel)}`.execute(tx)
    assert.equal((await tel(huis.databank)).rows.length, 0, tabel)
    assert.equal((await alsPersoon(bo, tel)).rows.length, 0, tabel)
    assert.equal((await alsPersoon(an, tel)).rows.length, 1, tabel)
    const vrij = tabel === 'zending' ? 1 : 0
    assert.equal((await alsTaak('verzenden', tel)).rows.length, vrij, `${tabel}: nothing is in hand`)
  }
  for (const kolom of ['kanaal', 'bericht', 'persoon'])
    await assert.rejects(
      alsTaak('verzenden', (tx) => sql`update zending set ${sql.ref(kolom)} = null`.execute(tx)),
      /permission denied/,
    )
  await assert.rejects(
    alsPersoon(an, (tx) => sql`update bericht set corrigeert = null`.execute(tx)),
    /permission denied/,
  )
  const rijen = await alsPersoon(an, (tx) => sql`select a::text from contactadres a`.execute(tx))
  assert.doesNotMatch(JSON.stringify(rijen.rows), /voorbeeld/)
})

test('on request a message comes as a letter as well, which changes nothing about when it counts as sent', async (t) => {
  const huis = await openHuis(t)
  const brief = huis.weg('brief', async () => ({ soort: 'klaar' }))
  huis.weg('email')
  const [an, ander] = [huis.persoon(), huis.persoon()]
  huis.postadressen.set(an, straat.regels)
  await huis.maakBereikbaar(an, mail)
  const id = await huis.stuur(an)
  await huis.werkAf()
  const vraag = (wie = an) =>
    huis.als(wie, 'berichten-tonen', (bewijs) =>
      huis.postbus.vraagPapier({ persoon: wie, lezer: wie }, id, bewijs),
    )
  const gezien = () => huis.als(an, 'berichten-tonen', async (bewijs) => huis.postbus.verloop(an, id, bewijs))
  const eerst = (await gezien())?.moment
  assert.equal(brief.gekregen.length, 0)
  assert.equal(await vraag(ander), 'onbekend')
  assert.equal(await vraag(), 'gevraagd')
  assert.equal(await vraag(), 'onderweg')
  await huis.werkAf()
  assert.deepEqual(
    brief.gekregen.map(({ adres }) => adres),
    [straat],
  )
  assert.equal(await vraag(), 'onderweg', 'it waits to be printed')
  const [laatste] = (await huis.verloop(an, id)).filter(({ kanaal }) => kanaal === 'brief')
  await huis.bezorgdienst.neemTerug({ zending: laatste?.id ?? '', uitkomst: 'verzonden', op: huis.klok.nu })
  assert.deepEqual((await gezien())?.moment, eerst)
  assert.equal(await vraag(), 'gevraagd')
  await huis.werkAf()
  const [, tweede] = (await huis.verloop(an, id)).filter(({ kanaal }) => kanaal === 'brief')
  await huis.bezorgdienst.neemTerug({ zending: tweede?.id ?? '', uitkomst: 'retour', op: huis.klok.nu })
  assert.equal(await vraag(), 'genoeg')
  assert.deepEqual((await gezien())?.moment, eerst)
  assert.equal(
    await huis.bezorgdienst.bewaak().then(() => huis.alarmen.length),
    0,
    'a notice went out, whatever became of the letter',
  )
  const { rows } = await ingangen(huis.databank).alsPersoon(an, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from bewijs_regel
      where onderwerp = ${`persoon:${an}`} and soort = 'papier-gevraagd'`.execute(tx),
  )
  assert.equal(rows[0]?.n, 2)
})

test('a letter that somebody asked for stands in the way of none that must follow when the notice comes back', async (t) => {
  const huis = await openHuis(t)
  const email = huis.weg('email')
  const an = huis.persoon()
  huis.postadressen.set(an, straat.regels)
  await huis.maakBereikbaar(an, mail)
  const id = await huis.stuur(an)
  await huis.werkAf()
  const vraag = () =>
    huis.als(an, 'berichten-tonen', (bewijs) =>
      huis.postbus.vraagPapier({ persoon: an, lezer: an }, id, bewijs),
    )
  assert.equal(await vraag(), 'geen-weg', 'nothing is promised that cannot be')
  const brief = huis.weg('brief')
  assert.equal(await vraag(), 'gevraagd')
  await huis.werkAf()
  const terug = { uitkomst: 'mislukt', reden: 'adres-bestaat-niet', op: huis.klok.nu } as const
  await huis.bezorgdienst.neemTerug({ ...terug, zending: email.gekregen[0]?.zending ?? '' })
  await huis.werkAf()
  assert.equal(brief.gekregen.length, 2)
})

test('work of no body is given to one that has a desk, and only then opened there', async (t) => {
  const huis = await openHuis(t)
  const bo = huis.persoon()
  await huis.stuur(bo)
  await huis.werkAf()
  const svb = proeforganisatie('svb')
  const [taak] = await huis.herstelwerk.zonderOrganisatie()
  assert.ok(taak)
  assert.doesNotMatch(JSON.stringify(taak), new RegExp(bo))
  const beheer = { medewerker: 'b-1', organisatie: proeforganisatie('uwv') }
  const balie = { medewerker: 'm-1', organisatie: svb }
  assert.deepEqual((await huis.herstelwerk.werklijst(balie)).taken, [])
  assert.equal(await huis.herstelwerk.geefAan(beheer, taak.id, svb), true)
  assert.equal(await huis.herstelwerk.geefAan(beheer, taak.id, proeforganisatie('uwv')), false)
  assert.deepEqual(await huis.herstelwerk.zonderOrganisatie(), [])
  assert.deepEqual(
    (await huis.herstelwerk.werklijst(balie)).taken.map(({ id }) => id),
    [taak.id],
  )
})
