import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { Loketvrager, Opdracht } from '../loket/index.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { datum, duo, eiland, gemeente, openProefloket, svb, w } from './proefloket.ts'

const dagMs = 86_400_000

test('whatever is typed is kept as it is, too much or nothing is refused, and what is made up is not there', async (t) => {
  const { bij, loket, nieuw, open } = openProefloket(await openProefdatabank(t))
  const { ketenzaak } = await open()
  const nr = async () => (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.nr ?? 0
  const doe = async (tekst: string, anders: Partial<Parameters<typeof loket.doe>[1]> = {}) => {
    const kop = { id: nieuw(), ketenzaak, verwacht: await nr(), ...anders }
    const uitslag = await loket.doe(bij.gemeente, kop, { soort: 'voeg-toe', wat: 'notitie', tekst: w(tekst) })
    return uitslag.status === 'geweigerd' ? uitslag.weigering.reden : uitslag.status
  }
  const raar = [
    '<script>alert(1)</script>',
    `'; drop table loket_zaak; --`,
    'een \u0000 en \u202e omgekeerd',
    'half \ud83d teken',
    '👩🏽‍🦽 Papiamentu: ñ',
    'x'.repeat(4_000),
    '{"tekst":"id","hash":"h"}',
  ]
  for (const tekst of raar) assert.equal(await doe(tekst), 'ok', tekst.slice(0, 20))
  const gelezen = (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.onderdelen
  assert.deepEqual(
    gelezen?.filter(({ soort }) => soort === 'notitie').map(({ tekst }) => tekst),
    raar,
  )
  assert.equal(await doe('x'.repeat(4_001)), 'te-lang')
  assert.equal(await doe(' \n '), 'leeg')
  assert.equal(await doe('x', { id: '../../etc' }), 'niet-gevonden')
  assert.equal(await doe('x', { ketenzaak: `${ketenzaak}' or true` }), 'niet-gevonden')
  assert.equal(await doe('x', { ketenzaak: nieuw() }), 'niet-gevonden')
  assert.equal(await doe('x', { verwacht: (await nr()) + 1 }), 'verwacht-onbekend')
})

test('two who each add half of a circle at once: one of them hears it, whoever is first', async (t) => {
  const { bij, loket, nieuw, open } = openProefloket(await openProefdatabank(t))
  const { ketenzaak, eerst, daarna, nr } = await open({
    stappen: [],
  }).then(async (zaak) => {
    const [a, b] = [nieuw(), nieuw()]
    const stap = {
      titel: { soort: 'vrij', tekst: w('stap') } as const,
      termijn: datum('2026-03-20'),
      wachtOp: [],
    }
    const eigenaar = { soort: 'organisatie', organisatie: svb } as const
    const plan = {
      soort: 'plan-stappen',
      stappen: [a, b].map((id) => ({ ...stap, stap: id, eigenaar })),
    } as const
    const uit = await loket.doe(
      bij.gemeente,
      { id: nieuw(), ketenzaak: zaak.ketenzaak, verwacht: zaak.nr },
      plan,
    )
    assert.ok(uit.status === 'ok')
    return { ...zaak, eerst: a, daarna: b, nr: uit.nr }
  })
  const wacht = (stap: string, op: string) =>
    loket.doe(
      bij.gemeente,
      { id: nieuw(), ketenzaak, verwacht: nr },
      { soort: 'wijzig-stap', stap, wachtOp: [op] },
    )
  const samen = await Promise.all([wacht(eerst, daarna), wacht(daarna, eerst)])
  assert.deepEqual(
    samen.map((een) => (een.status === 'geweigerd' ? een.weigering.reden : een.status)).toSorted(),
    ['kring', 'ok'],
  )
})

test('a code that was used, taken back or is over opens nothing, and a made-up participant is nobody', async (t) => {
  const { bij, klok, loket, nieuw, open } = openProefloket(await openProefdatabank(t))
  const [{ ketenzaak }, { ketenzaak: ander }] = [await open(), await open()]
  const nr = async () => (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.nr ?? 0
  const kop = async () => ({ id: nieuw(), ketenzaak, verwacht: await nr() })
  const partij = async () =>
    (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.deelnemers.find(({ wie }) => wie.soort === 'partij')
      ?.id ?? ''
  const tot = () => new Date(klok.nu.getTime() + 3 * dagMs)
  const nodig = (naam: string) =>
    ({ soort: 'nodig-uit', partij: 'bank', naam: w(naam), doel: 'meedenken', tot: tot() }) as const
  const eersteKop = await kop()
  const eerste = await loket.nodigUit(bij.gemeente, eersteKop, nodig('Bank'))
  // Pressed twice on a slow line: the code that did not reach the screen comes again, and is no other one.
  assert.deepEqual(await loket.nodigUit(bij.gemeente, eersteKop, nodig('Bank')), eerste)
  const deelnemer = await partij()
  const tweede = await loket.nodigUit(bij.gemeente, await kop(), {
    ...({ soort: 'nodig-opnieuw-uit', deelnemer } as const),
    tot: tot(),
  })
  assert.ok(eerste.status === 'ok' && tweede.status === 'ok')
  assert.deepEqual(await loket.nodigUit(bij.gemeente, eersteKop, nodig('Bank')), {
    status: 'geweigerd',
    weigering: { reden: 'kan-niet-nu', stand: 'ingetrokken' },
  })
  const probeer = async (code: string) => {
    const uit = await loket.meldAan({ code, ondertekenaar: 'J. Jansen' }, nieuw())
    return uit.status === 'geweigerd' ? uit.weigering.reden : uit
  }
  assert.equal(await probeer(eerste.code), 'code-onbekend', 'de oude doet niets meer')
  assert.equal(await probeer('AAAA-AAAA-AAAA-AAAA'), 'code-onbekend')
  const binnen = await probeer(tweede.code)
  assert.ok(typeof binnen === 'object' && binnen.status === 'ok')
  assert.equal(await probeer(tweede.code), 'code-gebruikt')
  const derde = await loket.nodigUit(bij.gemeente, await kop(), nodig('Notaris'))
  assert.ok(derde.status === 'ok')
  klok.nu = new Date(klok.nu.getTime() + 3 * dagMs)
  assert.equal(await probeer(derde.code), 'code-verlopen')

  for (const subject of [
    { soort: 'genodigde', ketenzaak: ander, deelnemer },
    { soort: 'genodigde', ketenzaak, deelnemer: nieuw() },
    { soort: 'genodigde', ketenzaak, deelnemer: 'vraag' },
  ] as const) {
    const vals: Loketvrager = { subject, voor: { soort: 'zelf' } }
    const doe = await loket.doe(
      vals,
      { id: nieuw(), ketenzaak: subject.ketenzaak, verwacht: 1 },
      { soort: 'voeg-toe', wat: 'bericht', tekst: w('Ik ben de bank') },
    )
    assert.equal(doe.status, 'geweigerd')
    assert.equal(await loket.bekijk(vals, subject.ketenzaak), undefined)
  }
})

test('on two nodes whose clocks differ nothing is lost, nothing goes back in time, and a term ends once', async (t) => {
  const proef = await openProefdatabank(t)
  const [voor, achter] = [openProefloket(proef), openProefloket(proef)]
  voor.klok.nu = new Date('2026-03-20T23:30:00Z')
  achter.klok.nu = new Date('2026-03-20T22:50:00Z')
  const { ketenzaak, nr } = await voor.open({ betrokkene: { soort: 'anoniem' }, stappen: [] })
  const plan = (termijn: string): Extract<Opdracht, { soort: 'plan-stappen' }> => ({
    soort: 'plan-stappen',
    stappen: [
      {
        ...{
          stap: voor.nieuw(),
          titel: { soort: 'vrij', tekst: w('s') },
          termijn: datum(termijn),
          wachtOp: [],
        },
        eigenaar: { soort: 'organisatie', organisatie: svb },
      },
    ],
  })
  // It is 21 March in the Netherlands by the one clock, and still the 20th by the other: what happened last decides.
  const kop = () => ({ id: voor.nieuw(), ketenzaak, verwacht: nr })
  const over = await achter.loket.doe(achter.bij.gemeente, kop(), plan('2026-03-20'))
  assert.ok(over.status === 'geweigerd' && over.weigering.reden === 'termijn-voorbij')
  const samen = await Promise.all(
    Array.from({ length: 10 }, (_, nummer) => {
      const { loket, bij } = nummer % 2 === 0 ? voor : achter
      return loket.doe(bij.gemeente, kop(), plan('2026-03-21'))
    }),
  )
  assert.ok(samen.every(({ status }) => status === 'ok'))
  const beeld = await achter.loket.bekijk(achter.bij.gemeente, ketenzaak)
  const tijden = beeld?.verloop.map(({ op }) => op.getTime()) ?? []
  assert.equal(beeld?.zicht.stappen.length, 10)
  assert.deepEqual(
    tijden,
    tijden.toSorted((x, y) => x - y),
  )
  // Both see that the terms are over: each is missed once.
  voor.klok.nu = new Date('2026-03-21T23:10:00Z')
  achter.klok.nu = new Date('2026-03-21T23:05:00Z')
  await Promise.all([voor.loket.klok(), achter.loket.klok()])
  const na = await voor.loket.bekijk(voor.bij.gemeente, ketenzaak)
  // Each at who owns the case, and where the step lies.
  assert.equal(na?.zicht.opschalingen.length, 20)
})

test('a term is a day at who has to do it: on Bonaire it is in time while it is tomorrow in The Hague', async (t) => {
  const { bij, klok, loket, nieuw, open } = openProefloket(await openProefdatabank(t))
  const { ketenzaak, nr } = await open({ stappen: [] })
  // Three at night on 11 March in The Hague, ten in the evening on the 10th on Bonaire.
  klok.nu = new Date('2026-03-11T02:00:00Z')
  const plan = (wie: typeof svb) =>
    loket.doe(
      bij.gemeente,
      { id: nieuw(), ketenzaak, verwacht: nr },
      {
        soort: 'plan-stappen',
        stappen: [
          {
            ...{
              stap: nieuw(),
              titel: { soort: 'vrij', tekst: w('s') },
              termijn: datum('2026-03-10'),
              wachtOp: [],
            },
            eigenaar: { soort: 'organisatie', organisatie: wie },
          },
        ],
      },
    )
  const inDenHaag = await plan(svb)
  assert.ok(inDenHaag.status === 'geweigerd' && inDenHaag.weigering.reden === 'termijn-voorbij')
  assert.equal((await plan(eiland)).status, 'ok')
  assert.equal(await loket.klok(), 0)
  klok.nu = new Date('2026-03-11T03:59:59Z')
  assert.equal(await loket.klok(), 0)
  klok.nu = new Date('2026-03-11T04:00:00Z')
  assert.deepEqual([await loket.klok(), await loket.klok()], [1, 0])
  const beeld = await loket.bekijk(bij.gemeente, ketenzaak)
  assert.deepEqual(
    beeld?.zicht.opschalingen.map(({ aanleiding, organisatie }) => [aanleiding, organisatie]),
    [
      ['termijn-gemist', gemeente],
      ['termijn-gemist', eiland],
    ],
  )
  assert.equal(await loket.bekijk(bij.duo, ketenzaak), undefined, `${duo} hoort er niet bij`)
})

test('a library presses twice: the same number and code, for nobody else, until somebody used it', async (t) => {
  const { als, klok, loket, nieuw } = openProefloket(await openProefdatabank(t))
  const bieb = (medewerker: string) =>
    als({
      soort: 'medewerker',
      medewerker,
      organisatie: proeforganisatie('een-bank'),
      rollen: ['informatiepunt'],
      doelen: [],
    })
  const kop = { id: nieuw(), ketenzaak: nieuw() }
  const wat = {
    ...{ vraag: w('Kan niet betalen'), uitkomst: w('Lucht'), aanspreekpunt: w('De coördinator') },
    ...({ aan: gemeente, partij: 'ander', naam: w('Bibliotheek') } as const),
    tot: new Date(klok.nu.getTime() + 9 * dagMs),
  }
  const een = await loket.brengAan(bieb('b-1'), kop, wat)
  assert.ok(een.status === 'ok')
  assert.deepEqual(await loket.brengAan(bieb('b-1'), kop, wat), een)
  const reden = async (uit: ReturnType<typeof loket.brengAan>) => {
    const is = await uit
    return is.status === 'ok' ? is.code : is.weigering.reden
  }
  assert.equal(await reden(loket.brengAan(bieb('b-2'), kop, wat)), 'niet-gevonden')
  assert.equal(await reden(loket.brengAan(bieb('b-1'), { ...kop, id: nieuw() }, wat)), 'niet-gevonden')
  assert.equal(
    await reden(loket.brengAan(bieb('b-1'), kop, { ...wat, vraag: w('Iets anders') })),
    'opdracht-anders',
  )
  await loket.meldAan({ code: een.code, ondertekenaar: 'Bieb' }, nieuw())
  assert.equal(await reden(loket.brengAan(bieb('b-1'), kop, wat)), 'kan-niet-nu')
})
