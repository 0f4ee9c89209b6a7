import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pauze } from 'node:timers/promises'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { type Bijlage, werkKanaalAf } from '../kanalen/index.ts'
import { openProefhuis, straat } from './proefverzending.ts'

const minuutMs = 60_000

/** A thousand times as fast as it is waited for in the house. */
async function snel<T>(ms: number, belofte: Promise<T>): Promise<T | 'te-laat'> {
  const opgeven = new AbortController()
  try {
    return await Promise.race([belofte, pauze(ms / 1_000, 'te-laat' as const, opgeven)])
  } finally {
    opgeven.abort()
  }
}

test('a mail server that takes its minutes gets an e-mail once, and no letter follows', async (t) => {
  const huis = await openProefhuis(t)
  const werk = { ...huis.werk, hoogstens: snel }
  const brief = huis.weg('brief')
  let aangenomen = 0
  const traag = huis.weg('email', async () => {
    await pauze(150)
    aangenomen++
    return { soort: 'verzonden' }
  })
  huis.wegen.set('email', { ...traag, langsteMs: 310_000 })
  const id = await huis.stuur(huis.an)
  for (let i = 0; i < 20; i++) {
    huis.klok.nu = new Date(huis.klok.nu.getTime() + minuutMs)
    for (const kanaal of ['berichtenbox', 'email', 'brief'] as const) await werkKanaalAf(werk, kanaal)
  }
  await pauze(200)
  assert.deepEqual([traag.gekregen.length, aangenomen, brief.gekregen.length], [1, 1, 0])
  const [, email] = await huis.verloop(huis.an, id)
  assert.equal(email?.stand, 'verzonden')
})

test('what one worker is still sending no other takes, for as long as the way may need', async (t) => {
  const huis = await openProefhuis(t)
  const { promise: klaar, resolve: laatGaan } = Promise.withResolvers<{ soort: 'verzonden' }>()
  const weg = huis.weg('email', () => klaar)
  huis.wegen.set('email', { ...weg, langsteMs: 310_000 })
  const id = await huis.stuur(huis.an)
  await werkKanaalAf(huis.werk, 'berichtenbox')
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 10)
  const eerste = werkKanaalAf(huis.werk, 'email')
  while (weg.gekregen.length === 0) await pauze(2)
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 5 * minuutMs)
  const tweede = werkKanaalAf(huis.werk, 'email')
  await pauze(50)
  laatGaan({ soort: 'verzonden' })
  assert.deepEqual(await Promise.all([eerste, tweede]), [true, false])
  assert.equal(weg.gekregen.length, 1)
  assert.equal((await huis.verloop(huis.an, id)).at(-1)?.stand, 'verzonden')
})

test('what was too slow to get ready is begun anew, and not sent beside that', async (t) => {
  const huis = await openProefhuis(t)
  const email = huis.weg('email')
  let keren = 0
  const werk = {
    ...huis.werk,
    hoogstens: snel,
    opstel: async (vraag: Parameters<typeof huis.werk.opstel>[0]) => {
      if (keren++ === 0) await pauze(200)
      return huis.werk.opstel(vraag)
    },
  }
  await huis.stuur(huis.an)
  for (let i = 0; i < 5; i++) {
    huis.klok.nu = new Date(huis.klok.nu.getTime() + 2 * minuutMs)
    for (const kanaal of ['berichtenbox', 'email'] as const) await werkKanaalAf(werk, kanaal)
  }
  await pauze(250)
  assert.equal(email.gekregen.length, 1)
})

test('of what a fallen worker may have sent is asked first, and of what only waited is not', async (t) => {
  const huis = await openProefhuis(t)
  const email = huis.weg('email')
  await huis.stuur(huis.an)
  await werkKanaalAf(huis.werk, 'berichtenbox')
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 10)
  const dood = { ...huis.zendingen, boek: async () => Promise.reject(new Error('de databank is weg')) }
  await assert.rejects(werkKanaalAf({ ...huis.werk, store: dood }, 'email'))
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 3 * minuutMs)
  await werkKanaalAf(huis.werk, 'email')
  assert.deepEqual(
    email.gekregen.map(({ poging }) => poging),
    [1, 2],
  )
})

test('what fails before anything is begun uses nothing up, and what makes workers fall over ends with a human', async (t) => {
  const huis = await openProefhuis(t)
  const [email, brief] = [huis.weg('email'), huis.weg('brief')]
  const id = await huis.stuur(huis.an)
  await werkKanaalAf(huis.werk, 'berichtenbox')
  const codes = { maakControlecodes: async () => Promise.reject(new Error('de codes zijn weg')) }
  const stuk = { ...huis.werk, codes }
  const ronde = async (werk: typeof huis.werk) => {
    huis.klok.nu = new Date(huis.klok.nu.getTime() + 121_000)
    await werkKanaalAf(werk, 'email').catch(() => {})
  }
  for (let i = 0; i < 120; i++) await ronde(stuk)
  assert.deepEqual((await huis.verloop(huis.an, id)).at(-1)?.ongewis, 0)
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 4 * 60 * minuutMs)
  await huis.werkAf()
  assert.deepEqual([email.gekregen.length, brief.gekregen.length], [1, 0])
  assert.equal(email.gekregen[0]?.poging, 1)

  // A worker that dies each time writes nothing down at all.
  const dood = { ...huis.zendingen, boek: async () => Promise.reject(new Error('dood')) }
  huis.weg('email')
  const tweede = await huis.stuur(huis.an)
  await werkKanaalAf(huis.werk, 'berichtenbox')
  for (let i = 0; i < 22; i++) await ronde({ ...huis.werk, store: dood })
  await ronde(huis.werk)
  await huis.werkAf()
  const verloop = (await huis.verloop(huis.an, tweede)).map(({ kanaal, reden }) => [kanaal, reden])
  assert.deepEqual(verloop.slice(1), [
    ['email', 'vastgelopen'],
    ['brief', undefined],
  ])
})

test('a mail server that is out for a morning costs no letter: the e-mail goes when it is back', async (t) => {
  const huis = await openProefhuis(t)
  const [brief, uur] = [huis.weg('brief'), 60 * minuutMs]
  const terug = huis.klok.nu.getTime() + 5 * uur
  const email = huis.weg('email', async () =>
    huis.klok.nu.getTime() < terug
      ? {
          soort: 'tijdelijk',
          reden: 'server-rust',
          hoever: 'niet-begonnen',
          nietVoor: new Date(huis.klok.nu.getTime() + 10_000),
        }
      : { soort: 'verzonden' },
  )
  const id = await huis.stuur(huis.an)
  for (let i = 0; i < 110; i++) {
    huis.klok.nu = new Date(huis.klok.nu.getTime() + 3 * minuutMs)
    for (const kanaal of ['berichtenbox', 'email', 'brief'] as const) await werkKanaalAf(huis.werk, kanaal)
  }
  assert.deepEqual([brief.gekregen.length, email.gekregen.every(({ poging }) => poging === 1)], [0, true])
  assert.equal((await huis.verloop(huis.an, id)).at(-1)?.stand, 'verzonden')
})

test('what is told at once or not at all ends with what it is about, and nobody calls about it', async (t) => {
  const huis = await openProefhuis(t)
  const begin = huis.klok.nu.getTime() + 24 * 60 * minuutMs
  const inhoud = {
    ...{ onderwerp: { nl: 'Morgen' }, alineas: [], van: proeforganisatie('svb') },
    ...{ alleenSnel: true as const, nutTot: new Date(begin).toISOString() },
  } as const
  const email = huis.weg('email', async () =>
    huis.klok.nu.getTime() < begin + 6 * 60 * minuutMs
      ? { soort: 'tijdelijk', reden: 'onbereikbaar', hoever: 'niet-begonnen' }
      : { soort: 'verzonden' },
  )
  const brief = huis.weg('brief')
  const id = await huis.stuur(huis.an, { soort: 'afspraak-herinnering', inhoud })
  while (huis.klok.nu.getTime() < begin + 7 * 60 * minuutMs) {
    huis.klok.nu = new Date(huis.klok.nu.getTime() + 20 * minuutMs)
    for (const kanaal of ['berichtenbox', 'email', 'brief'] as const) await werkKanaalAf(huis.werk, kanaal)
  }
  assert.ok(email.gekregen.length > 3)
  const verloop = (await huis.verloop(huis.an, id)).map(({ kanaal, stand }) => [kanaal, stand])
  assert.deepEqual(verloop, [
    ['berichtenbox', 'verzonden'],
    ['email', 'mislukt'],
  ])
  huis.weg('email', async () => ({ soort: 'blijvend', reden: 'postbus-vol' }))
  const { nutTot: _, ...zonderEinde } = inhoud
  await huis.stuur(huis.an, { soort: 'zaak-bijgewerkt', inhoud: zonderEinde })
  await huis.werkAf()
  assert.deepEqual(
    [await huis.werkVan(inhoud.van), brief.gekregen.length],
    [[], 0],
    'neither a letter nor a call',
  )

  // Who wants to be called is called before it, and not after.
  const bo = huis.persoon()
  await huis.als(bo, 'contactvoorkeuren', (bewijs) =>
    huis.voorkeuren.wijzig(
      huis.zelf(bo),
      () => ({ keuzes: [{ bereik: {}, keuze: { kanaal: 'telefoon' } }] }),
      bewijs,
    ),
  )
  await huis.als(bo, 'contactvoorkeuren', (bewijs) =>
    huis.adressen.voegToe(huis.zelf(bo), { soort: 'telefoon', nummer: '06 12345678' }, bewijs),
  )
  huis.weg('telefoon', async () => ({ soort: 'klaar' }))
  const straks = new Date(huis.klok.nu.getTime() + 5 * 60 * minuutMs)
  await huis.stuur(bo, { soort: 'afspraak-herinnering', inhoud: { ...inhoud, nutTot: straks.toISOString() } })
  await huis.werkAf()
  const [bel] = await huis.werkVan(inhoud.van)
  assert.deepEqual([bel?.soort, bel?.uiterlijk], ['bellen', straks])
  huis.klok.nu = straks
  assert.equal(await huis.herstelwerk.verlopen(), 1)
  await huis.werkAf()
  assert.deepEqual([await huis.werkVan(inhoud.van), brief.gekregen.length], [[], 0])
})

test('that an address was put right silences no warning about a message of which nobody heard', async (t) => {
  const huis = await openProefhuis(t)
  huis.weg('email', async () => ({ soort: 'blijvend', reden: 'adres-bestaat-niet' }))
  huis.weg('brief', async () => ({ soort: 'tijdelijk', reden: 'geen-zetter' }))
  for (let i = 0; i < 2; i++) {
    await huis.stuur(huis.an)
    await huis.werkAf()
  }
  const [taak] = await huis.herstelwerk.zonderOrganisatie()
  assert.equal(taak?.soort, 'adres')
  assert.equal(await huis.doeWerk(taak?.id ?? '', huis.an, proeforganisatie('svb')), 'gedaan')
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 49 * 60 * minuutMs)
  assert.equal(await huis.bezorgdienst.bewaak(), 2)
})

test('a file that belongs to a letter is posted by hand; one for a calendar says what the letter says', async (t) => {
  const huis = await openProefhuis(t)
  const brief = huis.weg('brief')
  const bo = huis.persoon()
  huis.postadressen.set(bo, straat.regels)
  const bijlage = (type: Bijlage['type']) => ({
    bijlagen: [{ naam: 'stuk', type, inhoud: Buffer.from('x') }],
  })
  await huis.stuur(bo, bijlage('text/calendar'))
  await huis.werkAf()
  assert.equal(brief.gekregen.length, 1)
  await huis.stuur(bo, bijlage('application/pdf'))
  await huis.werkAf()
  assert.equal(brief.gekregen.length, 1)
  const taken = await huis.herstelwerk.zonderOrganisatie()
  assert.deepEqual(
    taken.map(({ soort, reden }) => [soort, reden]),
    [['brief', 'bijlage-op-papier']],
  )
})

test('a copy for a helper that fails keeps nobody from their own message, and comes later', async (t) => {
  const huis = await openProefhuis(t)
  const email = huis.weg('email')
  const helper = huis.persoon()
  await huis.als(huis.an, 'contactvoorkeuren', (bewijs) =>
    huis.voorkeuren.wijzig(
      huis.zelf(huis.an),
      () => ({ keuzes: [{ bereik: {}, keuze: { kanaal: 'berichtenbox', helper } }] }),
      bewijs,
    ),
  )
  const gekopieerd: string[] = []
  let isStuk = true
  const werk: typeof huis.werk = {
    ...huis.werk,
    kopieer: async (wat) => {
      if (isStuk) throw new Error('machtigingen zijn niet te lezen')
      gekopieerd.push(wat.helper)
    },
  }
  const id = await huis.stuur(huis.an)
  const ronde = async () => {
    huis.klok.nu = new Date(huis.klok.nu.getTime() + minuutMs)
    for (const kanaal of ['berichtenbox', 'email', 'berichtenbox'] as const) await werkKanaalAf(werk, kanaal)
  }
  await ronde()
  assert.deepEqual([email.gekregen.length, gekopieerd], [1, []])
  isStuk = false
  await ronde()
  await ronde()
  assert.deepEqual([email.gekregen.length, gekopieerd], [1, [helper]])
  const verloop = await huis.als(huis.an, 'berichten-tonen', (bewijs) =>
    huis.postbus.verloop(huis.an, id, bewijs),
  )
  assert.equal(verloop?.moment?.kanaal, 'berichtenbox')
  assert.equal(verloop?.moment?.isTweede, false)
})
