import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openProefaudit, proefbewijs } from '../audit/proefaudit.ts'
import type { PersoonId } from '../domain/index.ts'
import { signaalsoortregel, vroegsignaalDoel } from '../proactief/index.ts'
import { ingangen } from './context.ts'
import { alsEigenaar } from './proefdatabank.ts'
import { ander, balie, bericht, desk, intrekken, openProefvroeg, organisatie, zelf } from './proefvroeg.ts'
import { wisVroegsignalen } from './vroegsignalen.ts'

test('a signal becomes an offer of one municipality to one person, once, and only they and who helps them see it', async (t) => {
  const { ontvang, koppel, aanbod, mens, tel } = await openProefvroeg(t)
  const [ik, buur] = [mens('1990-05-01'), mens('1980-01-01', 'Voorbeeldstraat 14')]
  const reeks = [bericht('a', '1990-05-01'), bericht('a', '1990-05-01'), bericht('b', '1971-01-01')]
  const uit = await ontvang('woonstad', [...reeks, bericht('c', '1990-05-01', { bsn: 'x' })])
  assert.deepEqual(uit, {
    ...{ status: 'ontvangen', nieuw: 2, dubbel: 1, ingetrokken: 0 },
    geweigerd: [{ id: 'c', reden: 'meer-dan-mag', veld: 'bsn' }],
  })
  assert.deepEqual(await ontvang('niemand', reeks), { status: 'geen-partner' })
  assert.deepEqual(await ontvang('woonstad', [bericht('z', '1990-05-01'), { id: 'x' }]), {
    ...{ status: 'ongeldig', plaats: '/1' },
  })
  await koppel()
  await ontvang('woonstad', reeks)
  await ontvang('stroom', bericht('a', '1990-05-01'))
  await koppel()
  const { regels, apart } = await aanbod.werklijst(desk)
  assert.deepEqual(
    regels.map(({ stand, aanleiding, soorten, uiterlijk }) => [stand, aanleiding, soorten, uiterlijk]),
    [['te-doen', 'achterstand', ['energie', 'huur'], '2026-03-30']],
  )
  assert.deepEqual(
    apart.map(({ reden }) => reden),
    ['niet-gevonden'],
  )
  assert.doesNotMatch(JSON.stringify(regels), new RegExp(ik))
  const id = regels[0]?.id ?? ''
  assert.equal(await aanbod.wie(desk, id, proefbewijs([])), ik)
  assert.equal(await aanbod.wie({ ...desk, organisatie: ander }, id, proefbewijs([])), undefined)
  // Of another municipality, of a neighbour, or of nobody: there is nothing.
  assert.equal((await aanbod.open(zelf(ik), id, proefbewijs(ik)))?.signalen.length, 2)
  assert.equal((await aanbod.open(balie(ik), id, proefbewijs(ik)))?.signalen[0]?.bedrag, 120_000)
  assert.equal(await aanbod.open(balie(ik, ander), id, proefbewijs(ik)), undefined)
  assert.equal(await aanbod.open(zelf(buur), id, proefbewijs(buur)), undefined)
  assert.deepEqual(await aanbod.lijst(zelf(buur), proefbewijs(buur)), [])
  await assert.rejects(aanbod.open(zelf(ik), id, proefbewijs(buur)))
  assert.deepEqual(await tel(), {
    ...{ 'huur binnen': 2, 'huur geweigerd': 1, 'huur apart': 1, 'energie binnen': 1 },
  })
})

test('without a ground nobody of the desk reads a row, nor a task that is another', async (t) => {
  const { ontvang, koppel, mens, databank } = await openProefvroeg(t)
  mens('1990-05-01')
  await ontvang('woonstad', bericht('a', '1990-05-01'))
  await koppel()
  const { alsTaak, alsMedewerker } = ingangen(databank)
  const tel = (tx: Parameters<Parameters<typeof alsTaak>[1]>[0]) =>
    sql<{ n: number }>`select (select count(*) from hulpaanbod) + (select count(*) from vroegsignaal) as n`
      .execute(tx)
      .then(({ rows }) => Number(rows[0]?.n))
  assert.equal(await alsTaak('levensloop', tel), 0)
  assert.equal(await alsMedewerker(desk, tel), 0)
  assert.equal(await alsTaak('vroegsignalering', tel), 2)
})

test('declined is as easy as accepted: it erases what was told, is respected, and a threat asks once more', async (t) => {
  const { ontvang, koppel, aanbod, mens, tel, gestuurd, databank } = await openProefvroeg(t)
  const ik = mens('1990-05-01')
  await ontvang('woonstad', bericht('a', '1990-05-01'))
  await koppel()
  const [regel] = (await aanbod.werklijst(desk)).regels
  const id = regel?.id ?? ''
  const doe = (
    wie: Parameters<typeof aanbod.doe>[0],
    opdracht: Parameters<typeof aanbod.doe>[2],
    welk = id,
  ) => aanbod.doe(wie, welk, opdracht, proefbewijs(ik)).then(({ status }) => status)
  assert.equal(await doe(balie(ik), { soort: 'aangeboden', weg: 'bericht', bel: 'Joost, 14 010' }), 'ok')
  assert.equal(
    await doe(balie(ik), { soort: 'aangeboden', weg: 'bericht', bel: 'Joost, 14 010' }),
    'was-al-zo',
  )
  assert.equal(gestuurd.length, 1)
  assert.equal(await doe(zelf(ik), { soort: 'afgewezen' }), 'ok')
  assert.equal(await doe(zelf(ik), { soort: 'afgewezen' }), 'was-al-zo')
  const na = await aanbod.open(zelf(ik), id, proefbewijs(ik))
  assert.deepEqual([na?.aanbod.stand, na?.signalen], ['afgewezen', []])
  assert.deepEqual((await aanbod.werklijst(desk)).regels, [])
  // The chain stays for ever: it names no creditor and no answer.
  const regels = await ingangen(databank).alsTaak('bewijs-controle', async (tx) => {
    const { rows } = await sql<{ soort: string; codes: Record<string, string> }>`
      select soort, codes from bewijs_regel where onderwerp = ${`persoon:${ik}`} order by volgnummer`.execute(
      tx,
    )
    return rows
  })
  assert.ok(regels.length >= 3)
  assert.doesNotMatch(JSON.stringify(regels), /woonstad|huur|afgewezen|bericht/)
  // The same once more, and another one of the same creditor: nobody asks.
  await ontvang('woonstad', [bericht('a', '1990-05-01'), bericht('a2', '1990-05-01')])
  await koppel()
  assert.deepEqual((await aanbod.werklijst(desk)).regels, [])
  assert.equal((await aanbod.lijst(zelf(ik), proefbewijs(ik))).length, 1)
  await ontvang('woonstad', bericht('a3', '1990-05-01', { dreiging: signaalsoortregel('huur').dreiging }))
  await koppel()
  const [weer] = (await aanbod.werklijst(desk)).regels
  assert.deepEqual([weer?.aanleiding, weer?.uiterlijk], ['dreiging', '2026-03-05'])
  assert.equal(await doe(zelf(ik), { soort: 'aangenomen' }, weer?.id), 'ok')
  const [open] = (await aanbod.werklijst(desk)).regels
  assert.deepEqual([open?.stand, open?.gesprekUiterlijk], ['aangenomen', '2026-03-05'])
  assert.deepEqual(await tel(), {
    ...{ 'huur binnen': 3, 'huur eerder-nee': 1, 'huur aangeboden': 1, 'huur aangeboden-op-tijd': 1 },
    ...{ 'huur bereikt': 2, 'huur afgewezen': 1, 'huur aangenomen': 1 },
  })
})

test('what a creditor takes back goes, also before it came; a correction takes the place of what it corrects', async (t) => {
  const { ontvang, koppel, aanbod, mens } = await openProefvroeg(t)
  const ik = mens('1990-05-01')
  await ontvang('woonstad', intrekken('i1', 'a'))
  assert.equal((await ontvang('woonstad', bericht('a', '1990-05-01'))).status, 'ontvangen')
  await koppel()
  assert.deepEqual((await aanbod.werklijst(desk)).regels, [])
  await ontvang('woonstad', bericht('b', '1990-05-01'))
  await koppel()
  await ontvang('woonstad', bericht('c', '1990-05-01', { vervangt: 'b', bedrag: 50_000 }))
  await koppel()
  const [regel] = (await aanbod.werklijst(desk)).regels
  const open = await aanbod.open(balie(ik), regel?.id ?? '', proefbewijs(ik))
  assert.deepEqual(
    open?.signalen.map(({ bedrag }) => bedrag),
    [50_000],
  )
  // Another creditor cannot take it back.
  await ontvang('stroom', intrekken('i2', 'c'))
  await koppel()
  assert.equal((await aanbod.werklijst(desk)).regels.length, 1)
  await ontvang('woonstad', intrekken('i3', 'c'))
  await koppel()
  assert.deepEqual((await aanbod.werklijst(desk)).regels, [])
  assert.equal((await aanbod.open(zelf(ik), regel?.id ?? '', proefbewijs(ik)))?.aanbod.stand, 'gesloten')
})

test('who does not live there, or of whom there are two, waits for a human and not for a machine', async (t) => {
  const { ontvang, koppel, aanbod, mens } = await openProefvroeg(t)
  mens('1990-05-01', 'Andere straat 3')
  mens('1981-01-01')
  mens('1981-01-01')
  await ontvang('woonstad', [
    bericht('a', '1990-05-01'),
    bericht('b', '1981-01-01'),
    bericht('c', undefined),
    bericht('d', '1970-01-01'),
  ])
  await koppel()
  assert.deepEqual((await aanbod.werklijst(desk)).apart.map(({ reden }) => reden).toSorted(), [
    'ander-adres',
    'meer-gevonden',
    'niet-gevonden',
    'zonder-geboortedatum',
  ])
})

test('of who died no professional makes an offer or writes an answer, and no invitation that was placed leaves', async (t) => {
  const { ontvang, koppel, aanbod, mens, mensen, gestuurd, blik, register } = await openProefvroeg(t)
  const ik = mens('1990-05-01')
  await ontvang('woonstad', [bericht('a', '1990-05-01')])
  await koppel()
  const [regel] = (await aanbod.werklijst(desk)).regels
  const id = regel?.id ?? assert.fail('geen aanbod')
  const oordeel = (kanaal: 'brief' | 'email', opVerzoek = false, wie = ik, bij = organisatie) =>
    blik({ persoon: wie, bericht: id, organisatie: bij, kanaal, opVerzoek }, proefbewijs(wie))
  const doe = (soort: 'bekeken' | 'aangenomen' | 'gesproken') =>
    aanbod.doe(balie(ik), id, soort === 'gesproken' ? { soort, weg: 'telefoon' } : { soort }, proefbewijs(ik))
  assert.equal(await oordeel('brief'), 'juist')
  // Offered again after they said that it is not so: the invitation is placed before that is written down.
  assert.equal((await aanbod.doe(zelf(ik), id, { soort: 'betwist' }, proefbewijs(ik))).status, 'ok')
  assert.equal(await oordeel('brief'), 'juist')
  const weer = { soort: 'aangeboden', weg: 'telefoon' } as const
  assert.equal((await aanbod.doe(balie(ik), id, weer, proefbewijs(ik))).status, 'ok')
  assert.equal(await oordeel('brief', false, ik, ander), 'vervallen', 'another municipality offers nothing')

  const [wie] = mensen
  assert.ok(wie)
  for (const geheim of ['ja', 'onbekend'] as const) {
    wie.geheim = geheim
    assert.deepEqual(
      [await oordeel('brief'), await oordeel('email'), await oordeel('brief', true)],
      ['naar-mens', 'juist', 'juist'],
    )
  }
  delete wie.geheim
  register.staat = 'weg'
  assert.equal(await oordeel('email'), 'weet-niet-dan-mens')
  register.staat = 'goed'

  wie.overleden = true
  assert.deepEqual([await oordeel('brief'), await oordeel('email')], ['vervallen', 'vervallen'])
  const uitnodiging = { soort: 'aangeboden', weg: 'bericht', bel: 'Joost, 010' } as const
  const geweigerd = { status: 'geweigerd', reden: 'overleden' }
  assert.deepEqual(await aanbod.doe(balie(ik), id, uitnodiging, proefbewijs(ik)), geweigerd)
  assert.deepEqual(await doe('gesproken'), geweigerd)
  assert.deepEqual(await doe('aangenomen'), geweigerd)
  assert.deepEqual(gestuurd, [])
  // It can be looked at, and closed.
  assert.equal((await doe('bekeken')).status, 'ok')
  const af = await aanbod.doe(balie(ik), id, { soort: 'gesloten', reden: 'niet-bereikt' }, proefbewijs(ik))
  assert.equal(af.status, 'ok')
  delete wie.overleden
  assert.equal(await oordeel('brief'), 'vervallen', 'of an offer that is closed nothing leaves either')
})

test('the retention role erases what is over, with a line on their record, and nothing else', async (t) => {
  const { ontvang, koppel, aanbod, mens, alsRol, klok } = await openProefvroeg(t)
  const [ik, ander_, derde] = [mens('1990-05-01'), mens('1980-01-01'), mens('1970-01-01')]
  await ontvang('woonstad', [
    bericht('a', '1990-05-01'),
    bericht('b', '1980-01-01'),
    bericht('c', '1970-01-01'),
    bericht('d', '1960-01-01'),
  ])
  await koppel()
  const vind = async (wie: PersoonId) => (await aanbod.lijst(zelf(wie), proefbewijs(wie)))[0]?.id ?? ''
  const [mijn, zijn] = [await vind(ik), await vind(ander_)]
  await aanbod.doe(balie(ik), mijn, { soort: 'gesloten', reden: 'betaald' }, proefbewijs(ik))
  await aanbod.doe(zelf(ander_), zijn, { soort: 'afgewezen' }, proefbewijs(ander_))
  const gewist: string[] = []
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const wis = async (dag: string) => {
    gewist.length = 0
    klok.nu = new Date(`${dag}T12:00:00Z`)
    return wisVroegsignalen(alsRol('bewaring'), klok.nu, ({ persoon, aanbod: id, stand }) => {
      gewist.push(stand)
      return audit.verzegel({
        onderwerp: `persoon:${persoon}`,
        soort: 'gewist',
        tijd: klok.nu,
        codes: { verwerking: vroegsignaalDoel, aanbod: id, stand },
      })
    })
  }
  assert.equal(await wis('2026-03-29'), 0)
  // Four weeks: the closed one, and the signal of nobody.
  assert.equal(await wis('2026-03-30'), 2)
  assert.deepEqual(gewist, ['gesloten'])
  assert.deepEqual((await aanbod.werklijst(desk)).apart, [])
  assert.equal(await vind(ik), '')
  assert.notEqual(await vind(ander_), '')
  // Half a year: who said no, and who never answered with what was told of them.
  assert.equal(await wis('2026-09-02'), 3)
  assert.deepEqual(gewist.toSorted(), ['afgewezen', 'te-doen'])
  assert.deepEqual([await vind(ander_), await vind(derde)], ['', ''])
  // What is erased does not come back with the same id.
  klok.nu = new Date('2026-09-02T13:00:00Z')
  const weer = await ontvang('woonstad', bericht('c', '1970-01-01'))
  assert.ok(weer.status === 'ontvangen')
  assert.deepEqual([weer.nieuw, weer.dubbel], [0, 1])
})

test('what a register does not answer comes again, and one that goes wrong holds up no other', async (t) => {
  const { ontvang, koppel, aanbod, mens, register, klok, url } = await openProefvroeg(t)
  const ik = mens('1990-05-01')
  const ander_ = mens('1980-01-01')
  await ontvang('woonstad', [bericht('a', '1990-05-01'), bericht('b', '1980-01-01')])
  const aantal = async () => (await aanbod.werklijst(desk)).regels.length
  register.staat = 'weg'
  await koppel()
  assert.equal(await aantal(), 0)
  register.staat = 'stuk'
  klok.nu = new Date(klok.nu.getTime() + 61_000)
  await assert.rejects(koppel(), /stuk/)
  assert.equal(await aantal(), 1)
  register.staat = 'goed'
  klok.nu = new Date(klok.nu.getTime() + 61_000)
  await koppel()
  assert.equal(await aantal(), 2)
  // Two that come at once about one person make one offer.
  await ontvang('stroom', [bericht('p', '1990-05-01'), bericht('q', '1990-05-01')])
  await Promise.all([koppel(), koppel()])
  assert.equal(await aantal(), 2)
  // Nor does an offer that cannot be opened hold up what a creditor takes back about somebody else.
  await alsEigenaar(
    { url },
    `set session_replication_role to replica;
    update voordeur.hulpaanbod set kid = 'k0000000000' where persoon = '${ander_}'`,
  )
  for (const een of ['a', 'b']) await ontvang('woonstad', intrekken(`weg-${een}`, een))
  await assert.rejects(koppel())
  const [mijn] = await aanbod.lijst(zelf(ik), proefbewijs(ik))
  const open = await aanbod.open(zelf(ik), mijn?.id ?? '', proefbewijs(ik))
  assert.equal(open?.voorvallen.at(-1)?.soort, 'signaal-weg')
})
