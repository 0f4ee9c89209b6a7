import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type AfspraakVrager, type Boeking, createAfspraken, type TeVertellen } from '../afspraken/index.ts'
import { nepbewijs, openProefaudit, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import type { Afspraakteam } from '../corpus/index.ts'
import type { PersoonId } from '../domain/index.ts'
import { datum } from '../kalender/index.ts'
import { afspraakOpruimer, afspraakOpslag } from './afspraken.ts'
import { bewijsOpslag } from './bewijs.ts'
import { ingangen } from './context.ts'
import { alsEigenaar, openProefdatabank, type Proefdatabank } from './proefdatabank.ts'

const svb = proeforganisatie('svb')
const team: Afspraakteam = {
  id: 'svb-balie',
  organisatie: svb,
  naam: { nl: 'Balie' },
  vorm: 'balie',
  zone: 'Europe/Amsterdam',
  plek: 'Plein 1',
  openingstijden: [{ weekdag: 1, vanMinuut: 540, totMinuut: 600 }],
  dichtOpFeestdagen: true,
  gesloten: [],
  duurMinuten: 20,
  capaciteit: 2,
  voorafMinuten: 60,
  hoogstensDagen: 28,
  steun: false,
  vertrouwen: 'verzonnen',
  bron: 'proef',
}
// Monday 2 March 2026, nine o'clock in the Netherlands, and what follows.
const [negen, half, tien] = ['08:00', '08:20', '08:40'].map((tijd) => new Date(`2026-03-02T${tijd}:00Z`))
assert.ok(negen && half && tien)

function openProef({ databank, alsRol }: Proefdatabank) {
  const { audit, ring, klok, persoon } = openProefaudit(bewijsOpslag({ databank, bewijs: alsRol('bewijs') }))
  const store = afspraakOpslag(databank)
  const teams = [team]
  const nu = () => klok.nu
  const afspraken = createAfspraken({ store, audit, ring, teams: () => teams, nu, toeval: randomBytes })
  const vraag = (wie: PersoonId): AfspraakVrager => ({ soort: 'persoon', persoon: wie })
  const boek = (wie: PersoonId, begin: Date, anders: Partial<Boeking> = {}) =>
    afspraken.boek(
      vraag(wie),
      {
        team: team.id,
        begin,
        door: 'zelf',
        kenmerk: randomBytes(8).toString('hex'),
        inhoud: { onderwerp: 'digitale-hulp', telefoon: '0612345678' },
        ...anders,
      },
      proefbewijs(wie),
    )
  return { afspraken, boek, klok, persoon, store, vraag }
}

test('made, moved and cancelled: each has one effect however often it is sent, and its evidence', async (t) => {
  const proef = await openProefdatabank(t)
  const { afspraken, boek, persoon, vraag } = openProef(proef)
  const ik = persoon()
  const tegelijk = await Promise.all([1, 2, 3].map(() => boek(ik, negen, { kenmerk: 'een' })))
  assert.deepEqual(tegelijk.map(({ status }) => status).toSorted(), ['ok', 'was-er-al', 'was-er-al'])
  const [eerste] = tegelijk
  assert.ok(eerste && 'afspraak' in eerste)
  const { id, nummer, inhoud } = eerste.afspraak
  assert.match(nummer, /^[A-Z]{3}-\d{3}$/)
  assert.deepEqual(inhoud, { onderwerp: 'digitale-hulp', telefoon: '0612345678' })

  const verzet = (begin: Date) => afspraken.verzet(vraag(ik), id, begin, proefbewijs(ik))
  assert.equal(await verzet(tien), 'ok')
  assert.equal(await verzet(tien), 'was-al-zo')
  assert.equal(await verzet(new Date('2026-03-02T08:41:00Z')), 'niet-boekbaar')
  assert.deepEqual(
    ((await afspraken.vrij(team)).get(datum('2026-03-02')) ?? []).map(({ vrij }) => vrij),
    [2, 2, 1],
  )
  const zegAf = () => afspraken.zegAf(vraag(ik), id, proefbewijs(ik))
  assert.deepEqual([await zegAf(), await zegAf()], ['ok', 'was-al-zo'])
  assert.equal(await verzet(negen), 'niet-gevonden')
  assert.deepEqual(
    ((await afspraken.vrij(team)).get(datum('2026-03-02')) ?? []).map(({ vrij }) => vrij),
    [2, 2, 2],
  )
  const lijst = await afspraken.lijst(vraag(ik), proefbewijs(ik))
  assert.deepEqual(
    lijst.map(({ stand, nummer: n }) => [stand, n]),
    [['afgezegd', nummer]],
  )
  const regels = await alsEigenaar(
    proef,
    `select soort from voordeur.bewijs_regel where onderwerp = 'persoon:${ik}' order by volgnummer`,
  )
  assert.deepEqual(
    regels.map(({ soort }) => soort),
    ['afspraak-gemaakt', 'afspraak-verzet', 'afspraak-afgezegd'],
  )
  const [rij] = await alsEigenaar(proef, 'select afspraak::text as alles from voordeur.afspraak')
  assert.doesNotMatch(String(rij?.alles), /0612345678|digitale/)
})

test('a time that is full, too soon, or none of theirs is refused; a move to a full one changes nothing', async (t) => {
  const { afspraken, boek, klok, persoon, vraag } = openProef(await openProefdatabank(t))
  await boek(persoon(), negen)
  await boek(persoon(), negen)
  assert.deepEqual(await boek(persoon(), negen), { status: 'vol' })
  const ik = persoon()
  const mijn = await boek(ik, half)
  assert.ok('afspraak' in mijn)
  assert.equal(await afspraken.verzet(vraag(ik), mijn.afspraak.id, negen, proefbewijs(ik)), 'vol')
  assert.deepEqual((await afspraken.vind(vraag(ik), mijn.afspraak.id, proefbewijs(ik)))?.begin, half)
  assert.deepEqual(
    ((await afspraken.vrij(team)).get(datum('2026-03-02')) ?? []).map(({ begin, vrij }) => [begin, vrij]),
    [
      [half, 1],
      [tien, 2],
    ],
  )
  assert.deepEqual(await boek(ik, new Date('2026-03-02T09:00:00Z')), { status: 'niet-boekbaar' })
  assert.deepEqual(await boek(ik, tien, { team: 'een-ander' }), { status: 'niet-boekbaar' })
  klok.nu = new Date('2026-03-02T07:30:00Z')
  assert.deepEqual(await boek(ik, half), { status: 'niet-boekbaar' })
  klok.nu = new Date('2026-03-02T08:20:00Z')
  // It has begun.
  assert.equal(await afspraken.zegAf(vraag(ik), mijn.afspraak.id, proefbewijs(ik)), 'niet-gevonden')
})

test('nobody holds more than ten that are still to come', async (t) => {
  const { boek, persoon } = openProef(await openProefdatabank(t))
  const ik = persoon()
  const weken = [2, 9, 16, 23].map((dag) => `2026-03-${String(dag).padStart(2, '0')}`)
  const tijden = weken.flatMap((dag) => ['08:00', '08:20', '08:40'].map((t) => new Date(`${dag}T${t}:00Z`)))
  const uit: string[] = []
  for (const begin of tijden.slice(0, 11)) uit.push((await boek(ik, begin)).status)
  assert.deepEqual(uit, [...Array<string>(10).fill('ok'), 'te-veel'])
})

test('whatever happens at the same time, never more people than there is room for, and no place is lost', async (t) => {
  const proef = await openProefdatabank(t)
  const { afspraken, boek, persoon, vraag } = openProef(proef)
  const tijden = [negen, half, tien]
  const mensen = Array.from({ length: 6 }, persoon)
  const daad = fc.record({
    wie: fc.nat(mensen.length - 1),
    wat: fc.constantFrom('boek', 'boek', 'verzet', 'zegAf'),
    tijd: fc.nat(2),
    kenmerk: fc.nat(4).map(String),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(daad, { minLength: 4, maxLength: 16 }), async (daden) => {
      await Promise.all(
        daden.map(async ({ wie, wat, tijd, kenmerk }) => {
          const [ik, begin] = [mensen[wie], tijden[tijd]]
          assert.ok(ik && begin)
          if (wat === 'boek')
            return void (await boek(ik, begin, { kenmerk: `${kenmerk}${randomBytes(1)[0]}` }))
          const open = await afspraken.lijst(vraag(ik), proefbewijs(ik))
          const een = open.find(({ stand }) => stand === 'gemaakt')
          if (een === undefined) return
          if (wat === 'zegAf') await afspraken.zegAf(vraag(ik), een.id, proefbewijs(ik))
          else await afspraken.verzet(vraag(ik), een.id, begin, proefbewijs(ik))
        }),
      )
      const vol = await alsEigenaar(
        proef,
        `select begin, count(*)::int as aantal from voordeur.afspraak where stand = 'gemaakt' group by begin`,
      )
      for (const { aantal } of vol) assert.ok(Number(aantal) <= team.capaciteit, `${aantal} tegelijk`)
      // Each appointment has its place, and there is no place without one.
      const los = await alsEigenaar(
        proef,
        `select 1 from voordeur.afspraak_plek p full join (select * from voordeur.afspraak where stand = 'gemaakt') a
          using (team, begin, plek) where p.team is null or a.id is null`,
      )
      assert.deepEqual(los, [])
    }),
    { numRuns: 15, seed: 8 },
  )
  const vol = await alsEigenaar(proef, `select 1 from voordeur.afspraak where stand = 'gemaakt'`)
  assert.ok(vol.length > 0, 'er is iets geboekt')
})

test('forty people at once for two places: two get one', async (t) => {
  const { boek, persoon } = openProef(await openProefdatabank(t))
  const uit = await Promise.all(Array.from({ length: 40 }, () => boek(persoon(), negen)))
  assert.equal(uit.filter(({ status }) => status === 'ok').length, 2)
  assert.equal(uit.filter(({ status }) => status === 'vol').length, 38)
})

test('the database shows an appointment to nobody but that person, and their organisation about them', async (t) => {
  const proef = await openProefdatabank(t)
  const { afspraken, boek, persoon, vraag } = openProef(proef)
  const [ik, ander] = [persoon(), persoon()]
  const mijn = await boek(ik, negen)
  assert.ok('afspraak' in mijn)
  const { id } = mijn.afspraak
  assert.equal(await afspraken.vind(vraag(ander), id, proefbewijs(ander)), undefined)
  assert.equal(await afspraken.zegAf(vraag(ander), id, proefbewijs(ander)), 'niet-gevonden')
  await assert.rejects(async () => afspraken.lijst(vraag(ik), proefbewijs(ander)), {
    name: 'VerwerkingGeweigerd',
  })
  await assert.rejects(async () => afspraken.zegAf(vraag(ik), id, nepbewijs()), {
    name: 'VerwerkingGeweigerd',
  })
  const balie = (organisatie: typeof svb, over: PersoonId): AfspraakVrager => ({
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie,
    persoon: over,
  })
  const telBij = async (vrager: AfspraakVrager) =>
    (await afspraken.lijst(vrager, proefbewijs(vrager.persoon))).length
  assert.equal(await telBij(balie(svb, ik)), 1)
  assert.equal(await telBij(balie(svb, ander)), 0)
  assert.equal(await telBij(balie(proeforganisatie('duo'), ik)), 0)
  const { alsTaak } = ingangen(proef.databank)
  const tel = async (tx: Parameters<Parameters<typeof alsTaak>[1]>[0]) =>
    (await sql`select 1 from afspraak`.execute(tx)).rows.length
  assert.deepEqual([await alsTaak('berichten', tel), await alsTaak('afspraken', tel)], [0, 1])
  assert.equal((await sql`select 1 from afspraak`.execute(proef.databank)).rows.length, 0)
  await assert.rejects(sql`update afspraak set cijfer = ''`.execute(proef.databank), { code: '42501' })
})

test('a reminder goes out once, comes back when it failed, and not after a move of now; retention takes what is over', async (t) => {
  const proef = await openProefdatabank(t)
  const { afspraken, boek, klok, persoon, store, vraag } = openProef(proef)
  const ik = persoon()
  const dagenVooraf = (dagen: number) => new Date(negen.getTime() - dagen * 24 * 3_600_000)
  klok.nu = dagenVooraf(10)
  const mijn = await boek(ik, negen)
  assert.ok('afspraak' in mijn)
  const gedaan: TeVertellen[] = []
  const stuur = async (wat: TeVertellen) => void gedaan.push(wat)
  klok.nu = dagenVooraf(4.1)
  assert.equal((await afspraken.vertel('herinnering', stuur)).gedaan, 0)
  klok.nu = dagenVooraf(3.9)
  const mislukt = await afspraken.vertel('herinnering', () => Promise.reject(new Error('nu niet')))
  assert.deepEqual([mislukt.gedaan, mislukt.fouten.length], [0, 1])
  assert.deepEqual(
    await afspraken.vertel('herinnering', stuur),
    { gedaan: 0, fouten: [] },
    'left alone a while',
  )
  klok.nu = dagenVooraf(3.8)
  const beide = await Promise.all([
    afspraken.vertel('herinnering', stuur),
    afspraken.vertel('herinnering', stuur),
  ])
  assert.equal(
    beide.reduce((som, een) => som + een.gedaan, 0),
    1,
  )
  assert.deepEqual(
    gedaan.map(({ id, begin }) => [id, begin]),
    [[mijn.afspraak.id, negen]],
  )
  await afspraken.verzet(vraag(ik), mijn.afspraak.id, half, proefbewijs(ik))
  assert.equal((await afspraken.vertel('herinnering', stuur)).gedaan, 0, 'whoever moved it knows')
  await boek(ik, tien)
  assert.equal((await afspraken.vertel('herinnering', stuur)).gedaan, 0, 'whoever made it just now knows')

  const { ruimOp } = afspraakOpruimer(proef.alsRol('bewaring'))
  assert.equal(await ruimOp(half), 0)
  assert.equal(await ruimOp(new Date(tien.getTime() + 1)), 1)
  assert.deepEqual(await store.bezet(team.id, { begin: negen, einde: tien }), [])
})

test('what was agreed is told once for each time it was agreed; a move back to an earlier time is another', async (t) => {
  const { afspraken, boek, klok, persoon, vraag } = openProef(await openProefdatabank(t))
  klok.nu = new Date(negen.getTime() - 10 * 24 * 3_600_000)
  const ik = persoon()
  const mijn = await boek(ik, negen, { door: 'medewerker' })
  assert.ok('afspraak' in mijn)
  const { id } = mijn.afspraak
  const gehoord: string[] = []
  const vertel = () =>
    afspraken.vertel('bevestiging', async ({ begin, stand, keer }) => {
      gehoord.push(`${keer} ${stand} ${begin.toISOString().slice(11, 16)}`)
    })
  await Promise.all([vertel(), vertel(), vertel()])
  for (const naar of [half, negen]) {
    assert.equal(await afspraken.verzet(vraag(ik), id, naar, proefbewijs(ik)), 'ok')
    assert.equal(await afspraken.verzet(vraag(ik), id, naar, proefbewijs(ik)), 'was-al-zo')
    await vertel()
    await vertel()
  }
  await afspraken.zegAf(vraag(ik), id, proefbewijs(ik))
  await afspraken.zegAf(vraag(ik), id, proefbewijs(ik))
  await vertel()
  await vertel()
  assert.deepEqual(gehoord, ['1 gemaakt 08:00', '2 gemaakt 08:20', '3 gemaakt 08:00', '4 afgezegd 08:00'])
})

test('sixty that go on failing, all earlier, keep nobody else waiting', async (t) => {
  const proef = await openProefdatabank(t)
  const { afspraken, boek, klok, persoon } = openProef(proef)
  klok.nu = new Date(negen.getTime() - 10 * 24 * 3_600_000)
  const mijn = await boek(persoon(), tien)
  assert.ok('afspraak' in mijn)
  // More at once than there is room for: only for who is told.
  await alsEigenaar(
    proef,
    `set role voordeur_eigenaar; alter table voordeur.afspraak no force row level security;
     insert into voordeur.afspraak (id, nummer, persoon, organisatie, team, vorm, begin, einde, plek, stand, door, kenmerk,
       gemaakt, kid, cijfer)
     select gen_random_uuid(), 'BCD-' || (200 + n), persoon, organisatie, team, vorm, begin - interval '1 hour', einde,
       n + 2, stand, door, sha256(n::text::bytea), gemaakt, kid, cijfer
     from voordeur.afspraak, generate_series(1, 60) n;
     alter table voordeur.afspraak force row level security`,
  )
  const probeer = async () => {
    const gelukt: string[] = []
    for (let ronde = 0; ronde < 4; ronde++)
      await afspraken.vertel('bevestiging', async ({ id, begin }) => {
        if (begin < tien) throw new Error('nooit')
        gelukt.push(id)
      })
    return gelukt
  }
  assert.deepEqual(await probeer(), [mijn.afspraak.id])
  klok.nu = new Date(klok.nu.getTime() + 6 * 60_000)
  const later = await boek(persoon(), tien)
  assert.ok('afspraak' in later)
  assert.deepEqual(await probeer(), [later.afspraak.id])
})
