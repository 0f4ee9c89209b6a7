import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openSleutelring, type Sleutelring } from '../audit/index.ts'
import { openProefaudit, proefbewijs, proefverwerking } from '../audit/proefaudit.ts'
import { type Identificatie, onthul, type PersoonId, parseIdentificatie } from '../domain/index.ts'
import { stilLog } from '../platform/index.ts'
import { openKluis, pseudoniemVoor, wisselSleutels } from '../toegang/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { openDatabank } from './databank.ts'
import { kluisOpslag } from './kluis.ts'
import { openProefdatabank } from './proefdatabank.ts'

type T = Parameters<typeof openProefdatabank>[0]

const oudGeheim = 'het eerste geheim, van ruim dertig tekens'
const nieuwGeheim = 'het tweede geheim, van ruim dertig tekens'

async function opzet(t: T, geheimen: () => readonly string[] = () => [oudGeheim]) {
  const proef = await openProefdatabank(t)
  const proefaudit = openProefaudit(
    bewijsOpslag({ databank: proef.databank, bewijs: proef.alsRol('bewijs') }),
  )
  const store = kluisOpslag(proef.databank)
  const nu = () => proefaudit.klok.nu
  const kluisMet = (ring: Sleutelring) =>
    openKluis({ store, ring, audit: proefaudit.audit, nu, toeval: randomBytes })
  const ring = openSleutelring(geheimen)
  const wissel = (metRing: Sleutelring) =>
    wisselSleutels({ store, ring: metRing, audit: proefaudit.audit, nu, toeval: randomBytes })
  const inbreker = openDatabank({ url: proef.url, log: stilLog, max: 1 })
  t.after(() => inbreker.destroy())
  return { proef, audit: proefaudit.audit, store, ring, kluis: kluisMet(ring), kluisMet, wissel, inbreker }
}

function id(soort: Identificatie['soort'], waarde: string): Identificatie {
  const identificatie = parseIdentificatie(soort, waarde)
  assert.ok(identificatie, `${soort} ${waarde}`)
  return identificatie
}

/** The `nummer`-th number that passes the eleven test, from 99999 0000 on: for tests alone. */
function proefbsn(nummer: number): Identificatie {
  let over = nummer
  for (let getal = 999_990_000; ; getal++) {
    const bsn = parseIdentificatie('bsn', String(getal))
    if (bsn !== undefined && over-- === 0) return bsn
  }
}

test('somebody is the same person each time, with or without a BSN, and others are others', async (t) => {
  const { kluis, proef, inbreker } = await opzet(t)
  const identificaties = [
    id('bsn', '999990019'),
    id('bsn', '999990020'),
    id('eilandnummer', '1985031204'),
    id('eidas', 'DE/NL/geheim-1'),
    id('kvk', '90001354'),
    id('eherkenning', 'eh-90001354-1'),
  ]
  assert.equal(await kluis.zoekPersoon(proefbsn(0)), undefined)
  const eerst = await Promise.all(identificaties.map((identificatie) => kluis.persoonBij(identificatie)))
  const later = await Promise.all(identificaties.map((identificatie) => kluis.zoekPersoon(identificatie)))
  assert.deepEqual(later, eerst)
  assert.equal(new Set(eerst).size, identificaties.length)
  const [ik] = eerst
  assert.ok(ik)
  assert.deepEqual(await kluis.toonNummers(ik, proefbewijs(ik)), [{ soort: 'bsn' }])
  // Nothing of it can be read in the database, nor in what the roles of the product see.
  const { rows } =
    await sql`select i.*, encode(cijfer, 'escape') as tekst from kluis_identificatie i`.execute(inbreker)
  assert.equal(rows.length, identificaties.length)
  for (const identificatie of identificaties) {
    const geheim = onthul(identificatie)
    assert.ok(!JSON.stringify(rows).includes(geheim))
    assert.ok(!JSON.stringify(rows).includes(Buffer.from(geheim).toString('hex')))
  }
  const gezien = await sql`select * from kluis_identificatie`.execute(proef.databank)
  assert.deepEqual(gezien.rows, [])
})

test('twenty who come in with one BSN at the same moment are one person', async (t) => {
  const { kluis, inbreker } = await opzet(t)
  const bsn = id('bsn', '999990019')
  const wie = await Promise.all(Array.from({ length: 20 }, () => kluis.persoonBij(bsn)))
  assert.equal(new Set(wie).size, 1)
  const { rows } = await sql`select count(*) as aantal from kluis_persoon`.execute(inbreker)
  assert.deepEqual(rows, [{ aantal: 1 }])
})

test('many at once come back in order, each once, also when households with the same people come together', async (t) => {
  const { kluis, inbreker } = await opzet(t)
  const bekend = await kluis.persoonBij(proefbsn(3))
  const huizen = Array.from({ length: 12 }, (_, i) =>
    [i % 4, 3, (i + 1) % 4, (i * 5) % 7, i % 4].map(proefbsn),
  )
  const gevonden = await Promise.all(huizen.map((huis) => kluis.personenBij(huis)))
  for (const [i, huis] of huizen.entries())
    for (const [j, bsn] of huis.entries())
      assert.equal(gevonden[i]?.[j], await kluis.zoekPersoon(bsn), `huis ${i}, ${j}`)
  for (const personen of gevonden) {
    assert.equal(personen[1], bekend)
    assert.equal(personen[0], personen[4], 'twice the same number is one person')
  }
  const { rows } = await sql`select count(*) as aantal from kluis_persoon`.execute(inbreker)
  assert.deepEqual(rows, [{ aantal: new Set(gevonden.flat()).size }])
  assert.deepEqual(await kluis.personenBij([]), [])
})

test('a BSN comes out after a line in the log of that person, and only for that person', async (t) => {
  const { kluis, audit } = await opzet(t)
  const bsn = id('bsn', '999990019')
  const ik = await kluis.persoonBij(bsn)
  const ander = await kluis.persoonBij(id('eilandnummer', '1985031204'))
  const uit = await kluis.metBsn(ik, proefverwerking(ik), async (gekregen) => {
    assert.equal((await audit.leesInzage(ik, proefbewijs(ik))).length, 1)
    return onthul(gekregen)
  })
  assert.deepEqual(uit, { status: 'ok', uitkomst: '999990019' })
  // With a proof there is no second line for the same act.
  await audit.metVerwerking(proefverwerking(ik), async (bewijs) => {
    await kluis.metBsn(ik, bewijs, async () => {})
    await assert.rejects(
      kluis.metBsn(ander, bewijs, async () => {}),
      { reden: 'bewijs-van-ander' },
    )
  })
  assert.equal((await audit.leesInzage(ik, proefbewijs(ik))).length, 2)
  await assert.rejects(
    kluis.metBsn(ander, proefverwerking(ik), async () => {}),
    /over iemand anders/,
  )
  assert.deepEqual(await kluis.metBsn(ander, proefverwerking(ander), async () => assert.fail('geen bsn')), {
    status: 'geen-bsn',
  })
  // A purpose that is not in the register lets nothing out.
  await assert.rejects(
    kluis.metBsn(ik, proefverwerking(ik, { doel: 'zomaar' }), async () => assert.fail('eruit')),
    { reden: 'doel-onbekend' },
  )
})

test('of their own numbers people see as much as is safe, after a line in their log, and never those of others', async (t) => {
  const { kluis, audit } = await opzet(t)
  const gevallen = [
    ['bsn', '999990019', undefined],
    ['eilandnummer', '1985031204', '… 204'],
    ['eidas', 'DE/NL/geheim-1', '… m-1'],
    ['kvk', '90001354', '90001354'],
    ['eherkenning', 'eh-90001354-1', undefined],
  ] as const
  const vreemde = await kluis.persoonBij(id('bsn', '999990020'))
  for (const [soort, waarde, toon] of gevallen) {
    const persoon = await kluis.persoonBij(id(soort, waarde))
    const gezien = await audit.metVerwerking(proefverwerking(persoon), async (bewijs) => {
      await assert.rejects(kluis.toonNummers(vreemde, bewijs), { reden: 'bewijs-van-ander' })
      return kluis.toonNummers(persoon, bewijs)
    })
    assert.deepEqual(gezien, [toon === undefined ? { soort } : { soort, toon }])
  }
})

test('a row of the vault that was moved to somebody else does not open', async (t) => {
  const { kluis, inbreker } = await opzet(t)
  const ik = await kluis.persoonBij(id('bsn', '999990019'))
  const ander = await kluis.persoonBij(id('eidas', 'DE/NL/1'))
  await sql`update kluis_identificatie set persoon = ${ander} where persoon = ${ik}`.execute(inbreker)
  await assert.rejects(kluis.metBsn(ander, proefverwerking(ander), async () => assert.fail('eruit')))
})

test('a new key rewrites the vault only, goes on after a stop, and nobody is lost or doubled', async (t) => {
  const { kluis, kluisMet, store, wissel, audit, ring, inbreker } = await opzet(t)
  const bsns = Array.from({ length: 30 }, (_, nummer) => proefbsn(nummer))
  const wie: PersoonId[] = []
  for (const bsn of bsns) wie.push(await kluis.persoonBij(bsn))
  const [ik] = wie
  assert.ok(ik)
  const pseudoniem = pseudoniemVoor(ring, 'svb', ik)

  const beide = openSleutelring(() => [nieuwGeheim, oudGeheim])
  // Halfway somebody pulls the plug: the key is in use and a part is rewritten.
  await store.neemInGebruik(beide.actief())
  const deel = await store.teWisselen(beide.actief(), undefined, 10)
  assert.equal(deel.length, 10)
  const halverwege = wisselSleutels({
    store: {
      ...store,
      wissel: async (rijen) => {
        await store.wissel(rijen.slice(0, 7))
        throw new Error('stroom weg')
      },
    },
    ring: beide,
    audit,
    nu: () => new Date(),
    toeval: randomBytes,
  })
  await assert.rejects(halverwege, /stroom weg/)
  const nieuweKluis = kluisMet(beide)
  for (const [i, bsn] of bsns.entries()) assert.equal(await nieuweKluis.persoonBij(bsn), wie[i])
  // A server that does not have the new key says so, and makes no second person.
  await assert.rejects(kluis.persoonBij(bsns[0] ?? proefbsn(0)), { name: 'SleutelOntbreekt' })

  const [uitslag] = await Promise.all([
    wissel(beide),
    ...bsns.map(async (bsn, i) => assert.equal(await nieuweKluis.persoonBij(bsn), wie[i])),
    ...bsns.map((_, i) => nieuweKluis.persoonBij(proefbsn(100 + (i % 10)))),
  ])
  assert.deepEqual(uitslag, { rijen: 23, uitGebruik: [ring.actief()] })
  assert.deepEqual(await wissel(beide), { rijen: 0, uitGebruik: [] })
  assert.deepEqual(await store.sleutels(), [beide.actief()])
  const { rows } =
    await sql`select count(*) as aantal, count(distinct persoon) as mensen from kluis_identificatie
    where kid = ${beide.actief()} and zoek_kid = ${beide.actief()}`.execute(inbreker)
  assert.deepEqual(rows, [{ aantal: 40, mensen: 40 }])

  // The vault now needs the new secret alone; pseudonyms of before keep the key they were made with.
  const alleenNieuw = kluisMet(openSleutelring(() => [nieuwGeheim]))
  assert.equal(await alleenNieuw.zoekPersoon(bsns[0] ?? proefbsn(0)), ik)
  assert.deepEqual(pseudoniemVoor(beide, 'svb', ik, pseudoniem.kid), pseudoniem)
  assert.notEqual(pseudoniemVoor(beide, 'svb', ik).waarde, pseudoniem.waarde)
})

test('recipients cannot lay their pseudonyms together', async (t) => {
  const { kluis, ring } = await opzet(t)
  const [ik, ander] = [await kluis.persoonBij(proefbsn(1)), await kluis.persoonBij(proefbsn(2))]
  const waarden = [
    pseudoniemVoor(ring, 'svb', ik),
    pseudoniemVoor(ring, 'duo', ik),
    pseudoniemVoor(ring, 'svb', ander),
  ].map(({ waarde }) => waarde)
  assert.equal(new Set(waarden).size, 3)
  for (const waarde of waarden) assert.match(waarde, /^[\w-]{43}$/)
})

test('two persons that are one are linked, on the record of both, and neither changes', async (t) => {
  const { kluis, audit, inbreker } = await opzet(t)
  const wie: PersoonId[] = []
  for (let i = 0; i < 4; i++) wie.push(await kluis.persoonBij(proefbsn(i)))
  const [a, b, c, los] = wie
  assert.ok(a && b && c && los)
  assert.equal(await kluis.verbind(b, a, 'dubbel-ingeschreven'), true)
  assert.equal(await kluis.verbind(a, b, 'dubbel-ingeschreven'), false)
  assert.equal(await kluis.verbind(b, c, 'zelfde-bsn'), true)
  await assert.rejects(kluis.verbind(a, a, 'x'))
  assert.deepEqual(new Set(await kluis.zelfdePersonen(a)), new Set([a, b, c]))
  assert.deepEqual(await kluis.zelfdePersonen(los), [los])
  assert.equal(await kluis.zoekPersoon(proefbsn(1)), b)
  const { rows } =
    await sql`select onderwerp from bewijs_regel where soort = 'verbonden' order by onderwerp`.execute(
      inbreker,
    )
  assert.equal(rows.length, 4)
  assert.equal((await audit.leesInzage(a, proefbewijs(a))).length, 0)
})
