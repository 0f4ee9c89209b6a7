import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { proefbewijs } from '../audit/proefaudit.ts'
import { ander, bericht, desk, openProefvroeg, organisatie, partner } from './proefvroeg.ts'
import { wisVroegsignalen } from './vroegsignalen.ts'

const weekMs = 7 * 24 * 3_600_000

test('a signal without date of birth finds the one of that name at that address, where the municipality may search so', async (t) => {
  const { ontvang, koppel, aanbod, mens, mensen, store } = await openProefvroeg(t)
  const ik = mens('1990-05-01')
  mens('1991-01-01', 'Voorbeeldstraat 14', { geslachtsnaam: 'Ander' })
  // No ground to search by address: it is put aside, and nobody was asked.
  await ontvang('woonstad', [bericht('a', undefined)])
  await koppel()
  assert.deepEqual(
    (await aanbod.werklijst(desk)).apart.map(({ reden }) => reden),
    ['zonder-geboortedatum'],
  )

  await store.zetPartner(partner('woonstad', 'huur', { zoektOpAdres: true }))
  await ontvang('woonstad', [bericht('b', undefined)])
  await koppel()
  const { regels, apart } = await aanbod.werklijst(desk)
  assert.deepEqual([regels.length, apart.length], [1, 1])
  assert.equal(await aanbod.wie(desk, regels[0]?.id ?? '', proefbewijs([])), ik)

  // Two of one name and no first name: nobody is guessed. With a first name one is left.
  mens('1992-01-01', 'Voorbeeldstraat 12', { voornamen: 'Samira' })
  await ontvang('stroom', [])
  await store.zetPartner(partner('stroom', 'energie', { zoektOpAdres: true }))
  await ontvang('stroom', [bericht('c', undefined)])
  await koppel()
  assert.deepEqual((await aanbod.werklijst(desk)).apart.map(({ reden }) => reden).toSorted(), [
    'meer-gevonden',
    'zonder-geboortedatum',
  ])
  const [wie] = mensen
  assert.ok(wie)
  await ontvang('stroom', [
    bericht('d', undefined, {
      contact: { geslachtsnaam: 'nourani', voornamen: 'Samira', postcode: '3011AB', huisnummer: '12' },
    }),
  ])
  await koppel()
  assert.equal((await aanbod.werklijst(desk)).regels.length, 2)
})

test('what fits nobody by itself a professional of that municipality finds out or lets go, and sees no amount', async (t) => {
  const { ontvang, koppel, aanbod, mens, databank, klok, alsRol, gezien } = await openProefvroeg(t)
  const ik = mens('1990-05-01')
  await ontvang('woonstad', [
    bericht('a', undefined, { dreiging: 'ontruiming' }),
    bericht('b', undefined),
    bericht('c', undefined),
  ])
  await koppel()
  const { apart } = await aanbod.werklijst(desk)
  // What threatens has the first day: three working days.
  assert.deepEqual(
    apart.map(({ uiterlijk }) => uiterlijk),
    ['2026-03-05', '2026-03-30', '2026-03-30'],
  )
  assert.deepEqual(Object.keys(apart[0] ?? {}), ['id', 'soort', 'reden', 'ontvangen', 'uiterlijk'])
  const [a = '', b = '', c = ''] = apart.map(({ id }) => id)
  const { uitzoeken } = aanbod
  const elders = { ...desk, organisatie: ander }
  assert.deepEqual((await aanbod.werklijst(elders)).apart, [])
  assert.equal(await uitzoeken.open(elders, a, proefbewijs([])), undefined)
  await assert.rejects(uitzoeken.open(desk, a, proefbewijs(ik)), 'only as a search')

  const geopend = await uitzoeken.open(desk, a, proefbewijs([]))
  assert.deepEqual(
    [geopend?.contact.geslachtsnaam, geopend?.dreiging, geopend?.van],
    ['Nourani', 'ontruiming', 'Bedrijf woonstad'],
  )
  assert.doesNotMatch(JSON.stringify(geopend), /120000|bedrag|plichten/)
  assert.equal(geopend?.vraag, undefined, 'this municipality may not search by address')

  assert.equal(await uitzoeken.koppel(elders, a, ik, proefbewijs(ik)), 'niet-gevonden')
  assert.equal(await uitzoeken.koppel(desk, a, ik, proefbewijs(ik)), 'gekoppeld')
  assert.equal(await uitzoeken.koppel(desk, a, ik, proefbewijs(ik)), 'niet-gevonden', 'once')
  const [regel] = (await aanbod.werklijst(desk)).regels
  assert.deepEqual([regel?.aanleiding, regel?.uiterlijk], ['dreiging', '2026-03-05'])
  const open = await aanbod.open(
    { soort: 'medewerker', persoon: ik, ...desk },
    regel?.id ?? '',
    proefbewijs(ik),
  )
  assert.deepEqual(open?.voorvallen[0]?.door, { soort: 'medewerker', medewerker: desk.medewerker })
  assert.equal(open?.signalen.length, 1)

  // They say no; what comes of the same company after that is nowhere, also when a professional found them.
  const nee = { soort: 'afgewezen' } as const
  const mij = { soort: 'persoon', persoon: ik } as const
  assert.equal((await aanbod.doe(mij, regel?.id ?? '', nee, proefbewijs(ik))).status, 'ok')
  await ontvang('woonstad', [bericht('d', undefined)])
  await koppel()
  const later = (await aanbod.werklijst(desk)).apart.find(({ id }) => id !== b && id !== c)
  assert.equal(await uitzoeken.koppel(desk, later?.id ?? '', ik, proefbewijs(ik)), 'eerder-nee')
  assert.equal((await aanbod.werklijst(desk)).regels.length, 0)

  // Let go: erased, counts no more, and the company hears nothing of it.
  assert.equal(await uitzoeken.laatLos(elders, b, 'klopt-niet', proefbewijs([])), undefined)
  assert.equal(await uitzoeken.laatLos(desk, b, 'niet-te-vinden', proefbewijs([])), 'losgelaten')
  const nogeens = await ontvang('woonstad', [bericht('b', undefined)])
  assert.deepEqual(
    [nogeens.status === 'ontvangen' && nogeens.dubbel, (await aanbod.werklijst(desk)).apart.length],
    [1, 1],
  )
  assert.deepEqual(await gezien(`organisatie:${organisatie}`), [
    { soort: 'vroegsignaal-losgelaten', codes: { signaal: b, reden: 'niet-te-vinden', medewerker: 'joost' } },
  ])
  assert.deepEqual(
    (await gezien(`persoon:${ik}`)).flatMap(({ soort, codes }) =>
      soort === 'vroegsignaal-ontvangen' ? [codes] : [],
    ),
    [
      { signaal: a, door: 'medewerker' },
      { signaal: later?.id, door: 'medewerker' },
    ],
  )

  // And what nobody found out goes by itself after four weeks.
  klok.nu = new Date(klok.nu.getTime() + 5 * weekMs)
  await wisVroegsignalen(alsRol('bewaring'), klok.nu, () => assert.fail('an offer that is open stays'))
  assert.equal(await uitzoeken.open(desk, c, proefbewijs([])), undefined)
  const { rows } = await sql<{ n: number }>`select 1 as n from vroegsignaal`.execute(databank)
  assert.equal(rows.length, 0, 'and without a context nobody reads a row')
})
