import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type BewijsLezer, controleerBewijs, voerBewaringUit } from '../audit/index.ts'
import { openProefaudit, proefbewijs, proefmedewerker, proefverwerking } from '../audit/proefaudit.ts'
import { stilLog } from '../platform/index.ts'
import { bewaringOpslag, bewijsOpslag } from './bewijs.ts'
import { bewijsLezer } from './bewijs-lezer.ts'
import { type Databank, openDatabank } from './databank.ts'
import { openProefdatabank, type Proefdatabank } from './proefdatabank.ts'
import { alsRol } from './rollen.ts'

type T = Parameters<typeof openProefdatabank>[0]

async function opzet(t: T) {
  const proef = await openProefdatabank(t)
  const store = bewijsOpslag({ databank: proef.databank, bewijs: proef.alsRol('bewijs') })
  return { proef, store, lezer: bewijsLezer(proef.databank), ...openProefaudit(store) }
}

/** As somebody who owns the server: the one against whom the chain is there. */
function alsInbreker(t: T, { url }: Proefdatabank): Databank {
  const databank = openDatabank({ url, log: stilLog, max: 1 })
  t.after(() => databank.destroy())
  return databank
}

test('what is written can be read by the person it is about, and checks out', async (t) => {
  const { audit, ring, lezer, persoon, klok, store } = await opzet(t)
  const [ik, ander] = [persoon(), persoon()]
  const door = proefmedewerker()
  await audit.metVerwerking(proefverwerking(ik), async () => {})
  klok.nu = new Date('2026-03-02T23:59:59.999Z')
  await audit.metVerwerking(proefverwerking(ik, { door, gegevens: ['adres'] }), async () => {})
  await audit.metVerwerking(proefverwerking(ander), async () => {})
  const mislukt = audit.metVerwerking(
    proefverwerking(ik, { doel: 'inkomen-tonen', gegevens: ['inkomen'] }),
    async () => {
      throw new Error('weg')
    },
  )
  await assert.rejects(mislukt)

  const alles = await audit.leesInzage(ik, proefbewijs(ik))
  assert.deepEqual(
    alles.map(({ verwerking, afloop, inhoud }) => [verwerking, afloop, inhoud?.door.soort]),
    [
      ['inkomen-tonen', 'mislukt', 'inwoner'],
      ['gegevens-tonen', 'gelukt', 'medewerker'],
      ['gegevens-tonen', 'gelukt', 'inwoner'],
    ],
  )
  assert.deepEqual(await store.leesKeuzes(ik, proefbewijs(ik)), {
    verwerkingen: ['gegevens-tonen', 'inkomen-tonen'],
    organisaties: ['gemeente-utrecht'],
  })
  const niemand = persoon()
  assert.deepEqual(await store.leesKeuzes(niemand, proefbewijs(niemand)), {
    verwerkingen: [],
    organisaties: [],
  })
  const [nieuwste] = alles
  assert.equal(nieuwste?.versie, 3)
  assert.equal(nieuwste?.ldv.status, 'Error')
  assert.ok(nieuwste?.ldv.attributes['dpl.core.data_subject_id'])
  const filters = [
    [{ verwerking: 'inkomen-tonen' }, 1],
    [{ organisatie: 'gemeente-utrecht' }, 1],
    [{ tot: new Date('2026-03-02T00:00:00Z') }, 1],
    [{ vanaf: new Date('2026-03-02T00:00:00Z') }, 2],
    [{ max: 2 }, 2],
    [{ voorVolgnummer: alles[1]?.volgnummer ?? 0 }, 1],
    [{ organisatie: 'gemeente-delft' }, 0],
    [{ zonderOrganisatie: true }, 2],
    [{ zonderOrganisatie: true, verwerking: 'inkomen-tonen' }, 1],
  ] as const
  for (const [filter, aantal] of filters)
    assert.equal((await audit.leesInzage(ik, proefbewijs(ik), filter)).length, aantal, JSON.stringify(filter))

  await audit.veranker()
  assert.equal(await audit.veranker(), undefined)
  const verslag = await controleerBewijs(lezer, ring)
  assert.deepEqual(verslag.afwijkingen, [])
  assert.equal(verslag.regels, 8)
  assert.equal(verslag.onderwerpen, 2)
})

test('twenty writers on one subject keep one chain, and writers on two subjects do not wait for ever', async (t) => {
  const { proef, ring, lezer, persoon } = await opzet(t)
  const breed = openDatabank({ ...alsRol(proef.url, 'bewijs'), log: stilLog, max: 20 })
  t.after(() => breed.destroy())
  const { audit } = openProefaudit(bewijsOpslag({ databank: proef.databank, bewijs: breed }))
  const [ik, ander] = [persoon(), persoon()]
  const schrijver = async (nummer: number) => {
    const betrokkenen = nummer % 2 === 0 ? [ik, ander] : [ander, ik]
    for (let i = 0; i < 5; i++)
      await audit.metVerwerking(proefverwerking(ik, { betrokkenen }), async () => {})
  }
  const ankers = async () => {
    for (let i = 0; i < 3; i++) await audit.veranker()
  }
  await Promise.all([...Array.from({ length: 20 }, (_, nummer) => schrijver(nummer)), ankers()])
  await audit.veranker()
  const verslag = await controleerBewijs(lezer, ring)
  assert.deepEqual(verslag.afwijkingen, [])
  assert.equal(verslag.regels, 20 * 5 * 2 * 2)
  const { regels, bladen } = await lezer.keten(`persoon:${ik}`)
  assert.deepEqual(
    regels.map(({ volgnummer }) => volgnummer),
    Array.from({ length: 200 }, (_, i) => i + 1),
  )
  assert.equal(bladen.size, 200)
})

test('the roles of the product can add and nothing else', async (t) => {
  const { proef, audit, persoon } = await opzet(t)
  await audit.metVerwerking(proefverwerking(persoon()), async () => {})
  const geweigerd = { code: '42501' }
  for (const rol of ['app', 'bewijs', 'bewaring', 'taken'] as const) {
    const databank = rol === 'app' ? proef.databank : proef.alsRol(rol)
    for (const opdracht of [
      `update voordeur.bewijs_regel set codes = '{}'`,
      `delete from voordeur.bewijs_regel`,
      `update voordeur.bewijs_inhoud set cijfer = ''`,
      `update voordeur.bewijs_keten set volgnummer = 0`,
      `update voordeur.bewijs_anker set aantal = 0`,
      `delete from voordeur.bewijs_blad`,
      `truncate voordeur.bewijs_regel`,
      `insert into voordeur.bewijs_regel values ('persoon:x', 1, '', now(), 'x', '{}', null, '')`,
      ...(rol === 'bewaring' ? [] : ['delete from voordeur.bewijs_inhoud']),
    ])
      await assert.rejects(sql.raw(opdracht).execute(databank), geweigerd, `${rol}: ${opdracht}`)
  }
  const zonderContext = sql`select * from bewijs_voeg_toe('[]'::jsonb)`.execute(proef.databank)
  await assert.rejects(zonderContext, geweigerd)
})

/** Each is one thing that somebody with the whole server in hand could do, and where it must be found. */
const inbraken: readonly (readonly [naam: string, opdracht: string, gevonden: readonly string[]])[] = [
  ['a code changed', `update bewijs_regel set codes = '{"x":1}' where volgnummer = 3`, ['regel-gewijzigd 3']],
  [
    'a time changed',
    `update bewijs_regel set tijd = tijd + interval '1 ms' where volgnummer = 3`,
    ['regel-gewijzigd 3'],
  ],
  ['a line gone', 'delete from bewijs_regel where volgnummer = 3', ['regel-ontbreekt 3']],
  ['the first line gone', 'delete from bewijs_regel where volgnummer = 1', ['regel-ontbreekt 1']],
  ['the last line gone', 'delete from bewijs_regel where volgnummer = 6', ['regel-ontbreekt 6']],
  [
    'the last line gone, and the end set back',
    `delete from bewijs_regel where volgnummer = 6;
     update bewijs_keten set volgnummer = 5, hash = (select hash from bewijs_regel where volgnummer = 5)`,
    ['regel-ontbreekt 6'],
  ],
  [
    'two lines swapped',
    `update bewijs_regel set volgnummer = 99 where volgnummer = 2;
     update bewijs_regel set volgnummer = 2 where volgnummer = 4;
     update bewijs_regel set volgnummer = 4 where volgnummer = 99`,
    ['regels-verwisseld 2', 'regels-verwisseld 4'],
  ],
  [
    'a line changed and its hash with it',
    `update bewijs_regel set codes = '{}', hash = sha256(convert_to(concat_ws(E'\\n', 'voordeur-bewijs-1',
       onderwerp, volgnummer, to_char(tijd at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), soort, '{}',
       coalesce(encode(inhoud_hash, 'hex'), '-'), encode(vorige, 'hex')), 'UTF8')) where volgnummer = 3`,
    ['regel-gewijzigd 3'],
  ],
  [
    'everything from a line on written anew',
    `do $$ declare r record; h bytea; begin
       for r in select * from bewijs_regel where volgnummer >= 3 order by volgnummer loop
         select hash into h from bewijs_regel where volgnummer = r.volgnummer - 1;
         update bewijs_regel set vorige = h, soort = case r.volgnummer when 3 then 'verzonden' else r.soort end
           where volgnummer = r.volgnummer;
         update bewijs_regel set hash = sha256(convert_to(concat_ws(E'\\n', 'voordeur-bewijs-1', onderwerp,
           volgnummer, to_char(tijd at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), soort, codes,
           coalesce(encode(inhoud_hash, 'hex'), '-'), encode(vorige, 'hex')), 'UTF8'))
           where volgnummer = r.volgnummer;
       end loop;
       update bewijs_keten set hash = (select hash from bewijs_regel where volgnummer = 6);
     end $$`,
    ['regel-gewijzigd 3', 'regel-gewijzigd 4', 'regel-gewijzigd 5', 'regel-gewijzigd 6'],
  ],
  ['a payload gone', 'delete from bewijs_inhoud where volgnummer = 3', ['inhoud-ontbreekt 3']],
  [
    'a payload changed',
    `update bewijs_inhoud set cijfer = set_byte(cijfer, 20, 7 # get_byte(cijfer, 20)) where volgnummer = 3`,
    ['inhoud-gewijzigd 3'],
  ],
  [
    'two payloads swapped',
    `update bewijs_inhoud set volgnummer = 99 where volgnummer = 1;
     update bewijs_inhoud set volgnummer = 1 where volgnummer = 3;
     update bewijs_inhoud set volgnummer = 3 where volgnummer = 99`,
    ['inhoud-gewijzigd 1', 'inhoud-gewijzigd 3'],
  ],
  [
    'a payload added',
    `insert into bewijs_inhoud select onderwerp, 2, persoon, verwerking, organisatie, tijd, kid, zout, cijfer from bewijs_inhoud where volgnummer = 1`,
    ['inhoud-te-veel 2'],
  ],
  [
    'an anchor changed',
    'update bewijs_anker set aantal = 5',
    ['anker-gewijzigd 1', 'anker-wortel-klopt-niet 1'],
  ],
  [
    'an anchor signed by somebody else',
    `update bewijs_anker set handtekening = decode(repeat('ab', 64), 'hex')`,
    ['anker-zonder-handtekening 1'],
  ],
  [
    'a leaf changed',
    `update bewijs_blad set hash = sha256('x') where volgnummer = 3`,
    ['anker-wortel-klopt-niet 1', 'regel-gewijzigd 3'],
  ],
]

test('whoever changes, removes or swaps a line is found, at that line', async (t) => {
  const { proef, audit, ring, lezer, persoon } = await opzet(t)
  const ik = persoon()
  for (let i = 0; i < 3; i++) await audit.metVerwerking(proefverwerking(ik), async () => {})
  await audit.veranker()
  const inbreker = alsInbreker(t, proef)
  const tabellen = ['bewijs_blad', 'bewijs_anker', 'bewijs_inhoud', 'bewijs_regel', 'bewijs_keten']
  await sql
    .raw(tabellen.map((naam) => `create table kopie_${naam} as table ${naam}`).join(';'))
    .execute(inbreker)
  const herstel = [
    ...tabellen.map((naam) => `delete from ${naam}`),
    ...tabellen.toReversed().map((naam) => `insert into ${naam} select * from kopie_${naam}`),
  ].join(';')
  for (const [naam, opdracht, gevonden] of inbraken) {
    await sql.raw(opdracht).execute(inbreker)
    const { afwijkingen } = await controleerBewijs(lezer, ring)
    assert.deepEqual(afwijkingen.map(({ wat, volgnummer }) => `${wat} ${volgnummer}`).sort(), gevonden, naam)
    await sql.raw(herstel).execute(inbreker)
    assert.deepEqual((await controleerBewijs(lezer, ring)).afwijkingen, [], `${naam}: hersteld`)
  }
})

test('any one line of many that is changed or removed is found', async (t) => {
  const { proef, audit, ring, lezer, persoon } = await opzet(t)
  const ik = persoon()
  const aantal = 1_000
  for (let i = 0; i < aantal / 100; i++)
    await audit.schrijf(
      ...Array.from({ length: 100 }, (_, j) => ({
        onderwerp: `persoon:${ik}` as const,
        soort: 'ontvangen',
        tijd: new Date(i * 100 + j),
        codes: { nummer: i * 100 + j },
      })),
    )
  const inbreker = alsInbreker(t, proef)
  const schoon = await lezer.keten(`persoon:${ik}`)
  // The rows as they are, and in memory each with one fault: so that a thousand checks take no thousand reads.
  for (let ronde = 0; ronde < 40; ronde++) {
    const plaats = randomInt(aantal)
    const regels = schoon.regels.flatMap((regel, i) => {
      if (i !== plaats) return [regel]
      return ronde % 2 === 0 ? [] : [{ ...regel, codes: `${regel.codes} ` }]
    })
    const stuk: BewijsLezer = { ...lezer, keten: async () => ({ ...schoon, regels }) }
    const { afwijkingen } = await controleerBewijs(stuk, ring)
    const wat = ronde % 2 === 0 ? 'regel-ontbreekt' : 'regel-gewijzigd'
    assert.deepEqual(afwijkingen, [{ wat, onderwerp: `persoon:${ik}`, volgnummer: plaats + 1 }])
  }
  await sql`delete from bewijs_regel where volgnummer = 500`.execute(inbreker)
  assert.equal((await controleerBewijs(lezer, ring)).afwijkingen.length, 1)
})

test('what is old is erased under its rule, stays provable, and the erasing is evidence itself', async (t) => {
  const { proef, store, audit, ring, register, lezer, klok, persoon } = await opzet(t)
  const ik = persoon()
  await audit.metVerwerking(proefverwerking(ik, { door: proefmedewerker() }), async () => {})
  await audit.metVerwerking(
    proefverwerking(ik, { doel: 'inkomen-tonen', gegevens: ['inkomen'] }),
    async () => {},
  )
  await audit.veranker()
  klok.nu = new Date('2027-03-02T10:00:00Z')
  await audit.metVerwerking(proefverwerking(ik), async () => {})
  let opgeruimd = 0
  const bewaring = {
    bewaring: bewaringOpslag(proef.alsRol('bewaring')),
    store,
    register: () => register,
    opruimers: [
      {
        verwerking: 'gegevens-tonen',
        ruimOp: async (grens: Date) => {
          assert.equal(grens.toISOString(), '2026-03-02T10:00:00.000Z')
          opgeruimd++
          return 0
        },
      },
    ],
    ring,
    nu: () => klok.nu,
    toeval: () => new Uint8Array(32),
  }
  assert.deepEqual(await voerBewaringUit(bewaring), [
    { verwerking: 'gegevens-tonen', regel: 'B1', inhouden: 1, rijen: 0 },
  ])
  assert.equal(opgeruimd, 1)
  const verslag = await controleerBewijs(lezer, ring)
  assert.deepEqual(verslag.afwijkingen, [])
  assert.deepEqual([...verslag.gewist], [['B1', 1]])
  // That it happened stays visible; by whom is gone.
  const inzagen = await audit.leesInzage(ik, proefbewijs(ik))
  assert.deepEqual(
    inzagen.map(({ inhoud }) => inhoud?.door.soort),
    ['inwoner', 'inwoner', undefined],
  )
  const { regels } = await lezer.keten('installatie:bewaring')
  assert.match(regels[0]?.codes ?? '', /"regel":"B1".*"inhouden":1/)
  assert.deepEqual(await voerBewaringUit(bewaring), [])

  // Somebody with the role of `bewaring` who erases too early, and says so on the chain, is found all the same.
  const wis = { verwerking: 'inkomen-tonen', grens: new Date('2030-01-01T00:00:00Z'), max: 10 }
  const maakRegel = (onderwerp: string, nummers: readonly number[]) =>
    audit.verzegel({
      onderwerp: onderwerp as `persoon:${string}`,
      soort: 'gewist',
      tijd: klok.nu,
      codes: { regel: 'B2', grens: '2022-03-02T10:00:00.000Z', nummers: nummers.join(',') },
    })
  assert.equal(await bewaring.bewaring.wisInhoud({ ...wis, maakRegel }), 1)
  const { afwijkingen } = await controleerBewijs(lezer, ring)
  assert.deepEqual(
    afwijkingen.map(({ wat, volgnummer }) => `${wat} ${volgnummer}`),
    ['te-vroeg-gewist 3'],
  )
})

test('a processing that a crash cut off stands there without an end', async (t) => {
  const { proef, audit, persoon } = await opzet(t)
  const ik = persoon()
  await audit.metVerwerking(proefverwerking(ik), async () => {})
  await audit.metVerwerking(proefverwerking(ik), async () => {})
  const inbreker = alsInbreker(t, proef)
  await sql`delete from bewijs_regel where volgnummer = 4`.execute(inbreker)
  const inzagen = await audit.leesInzage(ik, proefbewijs(ik))
  assert.deepEqual(
    inzagen.map(({ afloop, ldv }) => [afloop, ldv.status, ldv.end_time === undefined]),
    [
      ['onbekend', 'Unset', true],
      ['gelukt', 'Ok', false],
    ],
  )
})
