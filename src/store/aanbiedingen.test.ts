import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { controleerBewijs } from '../audit/index.ts'
import { openProefaudit, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { type Datum, maakUuid7, type PersoonId, parseDatum } from '../domain/index.ts'
import {
  aanbodStand,
  codeUren,
  type NieuwAanbod,
  openAanbiedingen,
  openMachtigingen,
  pogingen,
  standVan,
} from '../toegang/index.ts'
import { aanbodOpslag, ruimAanbiedingenOp } from './aanbiedingen.ts'
import { bewijsOpslag } from './bewijs.ts'
import { bewijsLezer } from './bewijs-lezer.ts'
import { ingangen } from './context.ts'
import { machtigingOpslag } from './machtigingen.ts'
import { openProefdatabank } from './proefdatabank.ts'

const svb = proeforganisatie('svb')

function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

const vandaag = dag('2026-06-01')

async function opstelling(t: TestContext) {
  const { databank, alsRol } = await openProefdatabank(t)
  const bewijs = bewijsOpslag({ databank, bewijs: alsRol('bewijs') })
  const { audit, ring, persoon, klok } = openProefaudit(bewijs)
  klok.nu = new Date('2026-06-01T10:00:00.000Z')
  const store = aanbodOpslag(databank)
  const samen = { audit, nu: () => klok.nu, toeval: randomBytes }
  const aanbiedingen = openAanbiedingen({ store, ring, ...samen })
  const machtigingen = openMachtigingen({ store: machtigingOpslag(databank), ...samen })
  const nieuw = (anders: Partial<NieuwAanbod> = {}): NieuwAanbod => ({
    id: maakUuid7(klok.nu, randomBytes),
    organisatie: svb,
    diensten: ['aow', 'anw'],
    geldigVanaf: vandaag,
    geldigTot: dag('2027-01-01'),
    ...anders,
  })
  const maak = async (gever: PersoonId, anders: Partial<NieuwAanbod> = {}) => {
    const uitkomst = await aanbiedingen.maak(gever, proefbewijs(gever), nieuw(anders), vandaag)
    assert.ok(uitkomst.status === 'ok', JSON.stringify(uitkomst))
    return uitkomst
  }
  const curatele = async (gever: PersoonId, bij = svb) => {
    const balie = { soort: 'medewerker', medewerker: 'griffie', organisatie: bij, persoon: gever } as const
    const uitkomst = await machtigingen.geef(
      balie,
      {
        soort: 'curatele',
        gever,
        gemachtigde: persoon(),
        organisatie: bij,
        diensten: [],
        geldigVanaf: dag('2026-01-01'),
        geldigTot: dag('2100-01-01'),
        wijze: { soort: 'register', bij, medewerker: 'griffie', kenmerk: 'register' },
      },
      vandaag,
    )
    assert.ok(uitkomst.status === 'ok')
  }
  const bewijsVan = async (
    wie: PersoonId,
  ): Promise<readonly (readonly [string, Record<string, string>])[]> => {
    const { rows } = await ingangen(databank).alsPersoon(wie, (tx) =>
      sql<{
        soort: string
        codes: string
      }>`select soort, codes from bewijs_regel order by volgnummer`.execute(tx),
    )
    return rows.map(({ soort, codes }) => [soort, JSON.parse(codes) as Record<string, string>] as const)
  }
  const als = (wie: PersoonId) => ({ soort: 'persoon', persoon: wie }) as const
  return {
    databank,
    alsRol,
    store,
    ring,
    persoon,
    klok,
    aanbiedingen,
    machtigingen,
    nieuw,
    maak,
    /** Somebody nobody knows, with proof about them. */
    nieuweling: () => {
      const wie = persoon()
      return [wie, proefbewijs(wie)] as const
    },
    curatele,
    bewijsVan,
    als,
  }
}

test('somebody offers, hands over the code, and the other sees what it holds and accepts; both can end it at once', async (t) => {
  const { aanbiedingen, machtigingen, persoon, maak, als, bewijsVan, databank, ring } = await opstelling(t)
  const [anna, bo] = [persoon(), persoon()]
  const { aanbod, code } = await maak(anna)
  assert.deepEqual(await aanbiedingen.alle(anna, proefbewijs(anna)), [aanbod])
  assert.deepEqual(await aanbiedingen.alle(bo, proefbewijs(bo)), [])

  const gezien = await aanbiedingen.bekijk(bo, proefbewijs(bo), code, vandaag)
  assert.deepEqual(gezien, { status: 'ok', aanbod })
  assert.deepEqual(await machtigingen.alle(als(bo), proefbewijs(bo)), [], 'looking is not accepting')
  const genomen = await aanbiedingen.neemAan(bo, proefbewijs(bo), code, vandaag)
  assert.ok(genomen.status === 'ok')
  assert.equal(genomen.machtiging.id, aanbod.id)
  for (const wie of [anna, bo])
    assert.deepEqual(await machtigingen.alle(als(wie), proefbewijs(wie)), [genomen.machtiging])
  assert.equal((await aanbiedingen.alle(anna, proefbewijs(anna)))[0]?.door, bo)

  assert.equal(await machtigingen.trekIn(als(bo), aanbod.id), 'ok')
  const weg = await machtigingen.vind(als(anna), aanbod.id)
  assert.ok(weg)
  assert.equal(standVan(weg, vandaag), 'ingetrokken')

  const beiden = { machtiging: aanbod.id, organisatie: 'svb', gever: anna, gemachtigde: bo }
  const aangeboden = [
    'machtiging-aangeboden',
    { machtiging: aanbod.id, organisatie: 'svb', gever: anna },
  ] as const
  const samen = [
    ['machtiging-aangenomen', beiden],
    ['machtiging-ingetrokken', beiden],
  ]
  assert.deepEqual(await bewijsVan(anna), [aangeboden, ...samen])
  assert.deepEqual(await bewijsVan(bo), samen)
  assert.deepEqual((await controleerBewijs(bewijsLezer(databank), ring)).afwijkingen, [])
})

test('wrong, over, used, refused, taken back and one’s own: always the same answer', async (t) => {
  const { aanbiedingen, persoon, maak, klok, bewijsVan, nieuweling } = await opstelling(t)
  const anna = persoon()
  const codes = {
    verzonnen: '123 456 789 012',
    'geen code': 'drop table',
    leeg: '',
    gebruikt: (await maak(anna)).code,
    geweigerd: (await maak(anna)).code,
    ingetrokken: (await maak(anna)).code,
  }
  assert.equal((await aanbiedingen.neemAan(...nieuweling(), codes.gebruikt, vandaag)).status, 'ok')
  const nee = persoon()
  assert.equal((await aanbiedingen.weiger(nee, proefbewijs(nee), codes.geweigerd, vandaag)).status, 'ok')
  assert.equal((await bewijsVan(nee))[0]?.[0], 'machtiging-geweigerd')
  const open = (await aanbiedingen.alle(anna, proefbewijs(anna))).find(({ stand }) => stand === 'open')
  assert.ok(open)
  assert.equal(await aanbiedingen.trekIn(...nieuweling(), open.id), false)
  assert.equal(await aanbiedingen.trekIn(anna, proefbewijs(anna), open.id), true)
  assert.equal(await aanbiedingen.trekIn(anna, proefbewijs(anna), open.id), false)
  for (const [naam, code] of Object.entries(codes))
    for (const doe of ['bekijk', 'neemAan', 'weiger'] as const)
      assert.deepEqual(await aanbiedingen[doe](...nieuweling(), code, vandaag), { status: 'onbekend' }, naam)

  const eigen = await maak(anna)
  assert.deepEqual(await aanbiedingen.neemAan(anna, proefbewijs(anna), eigen.code, vandaag), {
    status: 'onbekend',
  })
  klok.nu = new Date(klok.nu.getTime() + codeUren * 3_600_000)
  assert.equal(aanbodStand(eigen.aanbod, klok.nu), 'verlopen')
  assert.deepEqual(await aanbiedingen.neemAan(...nieuweling(), eigen.code, vandaag), { status: 'onbekend' })
  assert.equal(await aanbiedingen.sluitVerlopen(vandaag), 1)
  assert.equal(await aanbiedingen.sluitVerlopen(vandaag), 0)
  assert.equal((await bewijsVan(anna)).at(-1)?.[0], 'machtiging-aanbod-verlopen')
})

test('guessing ends: also with a right code, also when a hundred are tried at once, and it opens again later', async (t) => {
  const { aanbiedingen, persoon, maak, klok, nieuweling } = await opstelling(t)
  const [anna, dief] = [persoon(), persoon()]
  const { code } = await maak(anna)
  const gok = (n: number) =>
    aanbiedingen.bekijk(dief, proefbewijs(dief), String(n).padStart(12, '0'), vandaag)
  const uitkomsten = await Promise.all(Array.from({ length: 100 }, (_, n) => gok(n)))
  assert.equal(uitkomsten.filter(({ status }) => status === 'onbekend').length, pogingen.perUur)
  assert.equal(uitkomsten.filter(({ status }) => status === 'te-vaak').length, 100 - pogingen.perUur)
  assert.deepEqual(await aanbiedingen.neemAan(dief, proefbewijs(dief), code, vandaag), { status: 'te-vaak' })
  // Somebody else is not kept out by it.
  assert.equal((await aanbiedingen.bekijk(...nieuweling(), code, vandaag)).status, 'ok')
  for (let uur = 1; uur <= 2; uur++) {
    klok.nu = new Date(klok.nu.getTime() + 3_600_001)
    for (let n = 0; n < pogingen.perUur; n++) assert.equal((await gok(n)).status, 'onbekend')
  }
  klok.nu = new Date(klok.nu.getTime() + 3_600_001)
  assert.equal((await gok(1)).status, 'te-vaak', 'the limit of a day')
  klok.nu = new Date(klok.nu.getTime() + 24 * 3_600_000)
  await aanbiedingen.sluitVerlopen(vandaag)
  assert.equal((await aanbiedingen.bekijk(dief, proefbewijs(dief), code, vandaag)).status, 'ok')
})

test('of two who accept at once one has it', async (t) => {
  const { aanbiedingen, machtigingen, persoon, maak, als } = await opstelling(t)
  const anna = persoon()
  const { code } = await maak(anna)
  const mensen = Array.from({ length: 8 }, persoon)
  const uitkomsten = await Promise.all(
    mensen.map((wie) => aanbiedingen.neemAan(wie, proefbewijs(wie), code, vandaag)),
  )
  assert.equal(uitkomsten.filter(({ status }) => status === 'ok').length, 1)
  assert.equal((await machtigingen.alle(als(anna), proefbewijs(anna))).length, 1)
})

test('a code that was looked at too often, sent twice or one too many is not there', async (t) => {
  const { aanbiedingen, persoon, maak, nieuw, bewijsVan, nieuweling } = await opstelling(t)
  const anna = persoon()
  const { code, aanbod } = await maak(anna)
  for (let i = 0; i < 10; i++)
    assert.equal((await aanbiedingen.bekijk(...nieuweling(), code, vandaag)).status, 'ok')
  assert.deepEqual(await aanbiedingen.bekijk(...nieuweling(), code, vandaag), { status: 'onbekend' })
  assert.equal(await aanbiedingen.sluitVerlopen(vandaag), 1)
  const dubbel = await aanbiedingen.maak(anna, proefbewijs(anna), { ...nieuw(), id: aanbod.id }, vandaag)
  assert.deepEqual(dubbel, { status: 'bestaat-al' })
  assert.equal((await bewijsVan(anna)).length, 2, 'what was not made left nothing')
  for (let i = 0; i < 10; i++) await maak(anna)
  assert.deepEqual(await aanbiedingen.maak(anna, proefbewijs(anna), nieuw(), vandaag), {
    status: 'ongeldig',
    fouten: ['te-veel-open'],
  })
})

test('who is under curatele gives nothing, and what they offered or gave before ends with the decision of the court', async (t) => {
  const { aanbiedingen, machtigingen, persoon, maak, nieuw, curatele, als } = await opstelling(t)
  const [anna, bo] = [persoon(), persoon()]
  const eerder = await maak(anna)
  const onderweg = await maak(anna)
  assert.equal((await aanbiedingen.neemAan(bo, proefbewijs(bo), eerder.code, vandaag)).status, 'ok')
  const stand = async () => {
    const een = await machtigingen.vind(als(bo), eerder.aanbod.id)
    assert.ok(een)
    return standVan(een, vandaag)
  }
  assert.equal(await stand(), 'geldig')
  await curatele(anna)
  assert.equal(await stand(), 'door-rechter')
  assert.deepEqual(await aanbiedingen.bekijk(bo, proefbewijs(bo), onderweg.code, vandaag), {
    status: 'onbekend',
  })
  assert.deepEqual(await aanbiedingen.neemAan(bo, proefbewijs(bo), onderweg.code, vandaag), {
    status: 'onbekend',
  })
  assert.deepEqual(await aanbiedingen.maak(anna, proefbewijs(anna), nieuw(), vandaag), {
    status: 'ongeldig',
    fouten: ['niet-zelf-te-geven'],
  })
})

test('the end of a mandate by itself is written down once, on the record of both', async (t) => {
  const { aanbiedingen, persoon, maak, bewijsVan } = await opstelling(t)
  const [anna, bo] = [persoon(), persoon()]
  const { code } = await maak(anna, { geldigTot: dag('2026-06-08') })
  await aanbiedingen.neemAan(bo, proefbewijs(bo), code, vandaag)
  assert.equal(await aanbiedingen.sluitVerlopen(dag('2026-06-07')), 0)
  assert.equal(await aanbiedingen.sluitVerlopen(dag('2026-06-08')), 1)
  assert.equal(await aanbiedingen.sluitVerlopen(dag('2026-06-09')), 0)
  for (const wie of [anna, bo]) assert.equal((await bewijsVan(wie)).at(-1)?.[0], 'machtiging-voorbij')
})

test('past the use cases the database does not do it either', async (t) => {
  const { databank, alsRol, aanbiedingen, persoon, maak, klok } = await opstelling(t)
  const { alsPersoon, alsTaak } = ingangen(databank)
  const [anna, bo] = [persoon(), persoon()]
  const { aanbod, code } = await maak(anna)
  const tel = (tx: typeof databank) => sql`select id from machtiging_aanbod`.execute(tx)
  assert.deepEqual((await tel(databank)).rows, [])
  assert.deepEqual((await alsPersoon(bo, tel)).rows, [])
  assert.equal((await alsPersoon(anna, tel)).rows.length, 1)
  // The code stands nowhere: not as it is, and not as a hash that anybody can make.
  const { rows } = await alsPersoon(anna, (tx) =>
    sql<{ rij: string }>`select a::text as rij from machtiging_aanbod a`.execute(tx),
  )
  assert.ok(!rows[0]?.rij.includes(code))

  const geweigerd = { code: '42501' }
  const neem = sql`insert into machtiging (id, soort, gever, gemachtigde, organisatie, diensten, vanaf, tot, wijze,
    vastgelegd) values (${aanbod.id}, 'machtiging', ${anna}, ${bo}, 'svb', '{aow,anw}', ${aanbod.geldigVanaf},
    ${aanbod.geldigTot}, 'digitaal', now())`
  await assert.rejects(
    alsPersoon(bo, (tx) => neem.execute(tx)),
    geweigerd,
    'without the code',
  )
  await assert.rejects(
    alsPersoon(bo, (tx) =>
      sql`insert into machtiging_aanbod (id, gever, organisatie, diensten, vanaf, tot, gemaakt, verloopt, code, stand)
        values (gen_random_uuid(), ${anna}, 'svb', '{}', '2026-01-01', '2027-01-01', now(), now(), ${randomBytes(32)},
          'open')`.execute(tx),
    ),
    geweigerd,
    'in the name of somebody else',
  )
  // Nobody makes their offer wider afterwards, forgets their own wrong codes, or asks what a court said about others.
  for (const zet of ['organisatie', 'diensten', 'gever', 'vanaf', 'tot', 'verloopt'])
    await assert.rejects(
      alsPersoon(anna, (tx) =>
        sql`update machtiging_aanbod set ${sql.ref(zet)} = ${sql.ref(zet)}`.execute(tx),
      ),
      geweigerd,
      zet,
    )
  await aanbiedingen.bekijk(bo, proefbewijs(bo), '0', vandaag)
  const vergeet = sql`delete from machtiging_poging`
  assert.equal((await alsPersoon(bo, (tx) => vergeet.execute(tx))).numAffectedRows, 0n)
  assert.equal((await alsTaak('machtigingen', (tx) => vergeet.execute(tx))).numAffectedRows, 1n)

  assert.equal(await aanbiedingen.trekIn(anna, proefbewijs(anna), aanbod.id), true)
  assert.equal(await ruimAanbiedingenOp(alsRol('bewaring'), klok.nu), 0)
  assert.equal(await ruimAanbiedingenOp(alsRol('bewaring'), new Date(klok.nu.getTime() + 1)), 1)
})

test('what a court decided about somebody is seen by whoever has to do with it, and by nobody else', async (t) => {
  const { databank, persoon, curatele, maak, aanbiedingen, machtigingen, als } = await opstelling(t)
  const [anna, vreemde, bo] = [persoon(), persoon(), persoon()]
  const { aanbod, code } = await maak(anna)
  assert.equal((await aanbiedingen.neemAan(bo, proefbewijs(bo), code, vandaag)).status, 'ok')
  await curatele(anna)
  const { alsPersoon } = ingangen(databank)
  const vraag = async (wie: PersoonId) => {
    const { rows } = await alsPersoon(wie, (tx) =>
      sql<{ aantal: number }>`select jsonb_array_length(maatregelen_van(${anna})) as aantal`.execute(tx),
    )
    return rows[0]?.aantal
  }
  assert.equal(await vraag(anna), 1)
  assert.equal(await vraag(vreemde), 0)
  assert.equal(await vraag(bo), 1)
  assert.equal(await machtigingen.trekIn(als(bo), aanbod.id), 'ok')
  assert.equal(await vraag(bo), 0, 'whose mandate is over has nothing to do with it any more')
})

test('of a mandate is told once that it was given, is near its end and was taken back; what failed is told later', async (t) => {
  const { aanbiedingen, machtigingen, persoon, maak, curatele, als, klok } = await opstelling(t)
  const [anna, bo, cas] = [persoon(), persoon(), persoon()]
  const verteld: string[] = []
  const vertel = (op: string) => {
    klok.nu = new Date(`${op}T10:00:00.000Z`)
    return aanbiedingen.vertel(dag(op), async (een, nieuws) => {
      assert.deepEqual([een.gever, een.gemachtigde], [anna, bo])
      verteld.push(nieuws)
    })
  }
  const geef = async (geldigTot: string) => {
    const { code } = await maak(anna, { geldigTot: dag(geldigTot) })
    const uitkomst = await aanbiedingen.neemAan(bo, proefbewijs(bo), code, vandaag)
    assert.ok(uitkomst.status === 'ok')
    return uitkomst.machtiging.id
  }
  const lang = await geef('2027-01-01')
  // Of a decision of a court the court tells, and not we.
  await curatele(cas)
  const stuk = new Error('stuk')
  const mislukt = await aanbiedingen.vertel(vandaag, () => Promise.reject(stuk))
  assert.deepEqual(mislukt, { gedaan: 0, fouten: [stuk] })
  assert.deepEqual(await vertel('2026-06-01'), { gedaan: 1, fouten: [] })
  await vertel('2026-06-01')
  assert.deepEqual(verteld, ['gegeven'])
  await vertel('2026-12-01')
  assert.deepEqual(verteld, ['gegeven'], 'thirty-one days before its end')
  await vertel('2026-12-02')
  await vertel('2026-12-03')
  assert.deepEqual(verteld, ['gegeven', 'loopt-af'])
  assert.equal(await machtigingen.trekIn(als(bo), lang), 'ok')
  await vertel('2026-12-03')
  await vertel('2026-12-03')
  assert.deepEqual(verteld, ['gegeven', 'loopt-af', 'ingetrokken'])
  // Given for a week: with that it was said until when.
  klok.nu = new Date('2026-06-01T10:00:00.000Z')
  await geef('2026-06-08')
  verteld.length = 0
  for (const op of ['2026-06-01', '2026-06-03', '2026-06-09']) await vertel(op)
  assert.deepEqual(verteld, ['gegeven'])
})
