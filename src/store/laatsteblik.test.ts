/** What is about to leave is asked about once more, on every way. Who answers is held by test/proactief/laatsteblik.test.ts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { type Laatsteoordeel, maakLigoordeel, werkKanaalAf } from '../kanalen/index.ts'
import { openProefhuis, straat } from './proefverzending.ts'

const minuutMs = 60_000

test('what is not right any more when it is about to leave stays, by every way, and nobody is called about it', async (t) => {
  const huis = await openProefhuis(t)
  const [email, brief] = [
    huis.weg('email', async () => ({ soort: 'blijvend', reden: 'postbus-vol' })),
    huis.weg('brief'),
  ]
  const gevraagd: string[] = []
  let oordeel: Laatsteoordeel = 'juist'
  huis.laatsteBlikken.set('kans', async ({ kanaal }) => {
    gevraagd.push(kanaal)
    return oordeel
  })
  const stand = async (id: string) =>
    (await huis.verloop(huis.an, id)).map(({ kanaal, stand, reden }) => [kanaal, stand, reden])

  // Died between the e-mail and the letter.
  const eerste = await huis.stuur(huis.an, { soort: 'kans' })
  for (const kanaal of ['berichtenbox', 'email'] as const) {
    huis.klok.nu = new Date(huis.klok.nu.getTime() + 10)
    await werkKanaalAf(huis.werk, kanaal)
  }
  oordeel = 'vervallen'
  await huis.werkAf()
  assert.deepEqual(gevraagd, ['email', 'brief'])
  assert.deepEqual((await stand(eerste)).slice(1), [
    ['email', 'mislukt', 'postbus-vol'],
    ['brief', 'mislukt', 'niet-meer-juist'],
  ])
  assert.deepEqual([email.gekregen.length, brief.gekregen.length], [1, 0])

  // The register is silent: nothing leaves until it speaks, and after four days not at all.
  oordeel = 'weet-niet'
  const tweede = await huis.stuur(huis.an, { soort: 'kans' })
  await huis.werkAf()
  assert.deepEqual((await stand(tweede))[1], ['email', 'gemaakt', undefined])
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 97 * 60 * minuutMs)
  await huis.werkAf()
  assert.deepEqual((await stand(tweede))[1], ['email', 'mislukt', 'niet-na-te-gaan'])
  assert.deepEqual([email.gekregen.length, brief.gekregen.length], [1, 0])
  assert.deepEqual(await huis.herstelwerk.zonderOrganisatie(), [])

  // Or, of what somebody must do in time: by no other way either, and then a professional hears that it did not leave.
  oordeel = 'weet-niet-dan-mens'
  const stil = await huis.stuur(huis.an, { soort: 'kans' })
  for (let keer = 0; keer < 2; keer++) {
    await huis.werkAf()
    huis.klok.nu = new Date(huis.klok.nu.getTime() + 25 * 60 * minuutMs)
  }
  await huis.werkAf()
  assert.deepEqual((await stand(stil)).slice(1).sort(), [
    ['brief', 'mislukt', 'niet-na-te-gaan'],
    ['email', 'mislukt', 'niet-na-te-gaan'],
  ])
  const [gestrand] = await huis.herstelwerk.zonderOrganisatie()
  assert.equal(gestrand?.reden, 'niet-na-te-gaan')
  assert.equal(await huis.doeWerk(gestrand.id, huis.an, proeforganisatie('svb')), 'gedaan')

  // Not to a home that turned out to be secret: a professional does it.
  oordeel = 'naar-mens'
  const derde = await huis.stuur(huis.an, { soort: 'kans' })
  await huis.werkAf()
  // Made in one moment, so in no order.
  assert.deepEqual((await stand(derde)).slice(1).sort(), [
    ['brief', 'mislukt', 'adres-geheim'],
    ['email', 'mislukt', 'adres-geheim'],
  ])
  const [taak] = await huis.herstelwerk.zonderOrganisatie()
  const id = taak?.id ?? ''

  // And who opens that work after a death finds it done.
  oordeel = 'vervallen'
  const rotterdam = proeforganisatie('svb')
  const wie = { medewerker: 'm-1', organisatie: rotterdam }
  await huis.herstelwerk.geefAan(wie, id, rotterdam)
  const open = () =>
    huis.als(huis.an, 'inwoner-helpen', (bewijs) =>
      huis.herstelwerk.open({ ...wie, persoon: huis.an }, id, bewijs),
    )
  assert.equal(await open(), undefined)
  assert.deepEqual(await huis.werkVan(rotterdam), [])
})

test('a copy for a helper is asked about as the message that it is of, and whom that is for', async (t) => {
  const huis = await openProefhuis(t)
  const helper = huis.persoon()
  const brief = huis.weg('brief')
  huis.helpers.add(`${huis.an} ${helper}`)
  huis.postadressen.set(helper, straat.regels)
  await huis.als(huis.an, 'contactvoorkeuren', (bewijs) =>
    huis.voorkeuren.wijzig(
      huis.zelf(huis.an),
      () => ({ keuzes: [{ bereik: {}, keuze: { kanaal: 'brief', helper } }] }),
      bewijs,
    ),
  )
  const gevraagd: unknown[] = []
  let oordeel: 'juist' | 'vervallen' | 'naar-mens' = 'naar-mens'
  huis.laatsteBlikken.set('kans', async ({ persoon, bericht, kanaal }) => {
    gevraagd.push([persoon, bericht, kanaal])
    return persoon === huis.an ? oordeel : 'vervallen'
  })
  // A home that is secret is not where the helper is.
  const id = await huis.stuur(huis.an, { soort: 'kans' })
  await huis.werkAf()
  assert.deepEqual(gevraagd, [
    [huis.an, id, 'brief'],
    [huis.an, id, 'brief'],
  ])
  const kijk = { soort: 'kans', van: { persoon: huis.an, bericht: id } }
  assert.deepEqual(
    brief.gekregen.map((een) => een.kijk),
    [kijk],
  )
  const nakijken = maakLigoordeel(huis.werk)
  const kopie = brief.gekregen[0]?.zending ?? ''
  assert.equal(await nakijken(kopie, kijk), 'juist')

  // They died: of what lies ready nothing goes, and what came after it is not begun.
  oordeel = 'vervallen'
  assert.equal(await nakijken(kopie, kijk), 'weg')
  await huis.stuur(huis.an, { soort: 'kans' })
  await huis.werkAf()
  assert.equal(brief.gekregen.length, 1)
})
