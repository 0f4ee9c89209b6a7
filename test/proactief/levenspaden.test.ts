/** Whole paths: an event or a day, whose dossier is looked at, what became of it, and what somebody reads of it. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { proefbewijs, proeforganisatie } from '../../src/audit/proefaudit.ts'
import { MEEGELEVERD } from '../../src/corpus/index.ts'
import { loadTeksten } from '../../src/platform/i18n/index.ts'
import type { Volgfeiten } from '../../src/proactief/index.ts'
import { maakKansopsteller } from '../../src/web/index.ts'
import { inkomen, inschrijving, proefhuishouden } from './proefinschrijving.ts'
import { openProefvolgwerk } from './proefvolgwerk.ts'

const opstel = maakKansopsteller(loadTeksten(join(MEEGELEVERD, 'teksten')), {
  regelingnaam: (id) => ({ nl: id }),
  beslisser: () => 'de uitvoerder',
  site: 'voordeur.example',
})

/** Lives alone in Amsterdam, in a home with rent; only what a path is about is other than this. */
const mens = (anders: object = {}) => ({ ...(proefhuishouden.aanvrager as object), ...anders })

async function pad(
  t: TestContext,
  wie: {
    readonly begin: string
    readonly huishouden?: object
    readonly brp?: Parameters<typeof inschrijving>[1]
    readonly verdient?: number
    /** Which registers they let us ask. */
    readonly bronnen?: Volgfeiten['bronnen']
  },
) {
  const proef = await openProefvolgwerk(t, { opstel })
  const { klok, registers } = proef
  klok.nu = new Date(`${wie.begin}T10:00:00Z`)
  const ik = proef.persoon()
  const zeg = (brp: Parameters<typeof inschrijving>[1], verdient: number, perMaand?: number) => {
    registers.brp.set(ik, inschrijving(klok.nu, brp))
    registers.inkomen.set(ik, inkomen(klok.nu, verdient, perMaand))
  }
  zeg(wie.brp ?? {}, wie.verdient ?? 6_000_000)
  await proef.volg(ik, {
    huishouden: { ...proefhuishouden, ...wie.huishouden },
    bronnen: wie.bronnen ?? [],
  })
  const beeld = async () => (await proef.volgen.bekijk(ik, proefbewijs(ik))).volgt
  return {
    ...{ ...proef, ik, zeg, beeld },
    /** Early on this day in Amsterdam; gives what they have been told until then, the lines of each message. */
    async op(dag: string) {
      klok.nu = new Date(`${dag}T04:00:00Z`)
      await proef.werkAf()
      return (await proef.berichtenVan(ik)).map(({ alineas }) => alineas.map(({ nl = '' }) => nl))
    },
    standen: async () =>
      (await proef.signalen.van(ik, proefbewijs(ik)))
        .map(({ regeling, soort, stand }) => `${regeling} ${soort} ${stand}`)
        .toSorted(),
  }
}

/** What a message says of schemes, and why it came. */
const regels = (bericht: readonly string[] | undefined) =>
  bericht?.filter((een) => /^(Wij schreven|U heeft misschien)/.test(een))
const waarom = (bericht: readonly string[] | undefined) =>
  /keken opnieuw: (.*)\.$/.exec(bericht?.[0] ?? '')?.[1]

const recht = (regeling: string) => `U heeft misschien recht op: ${regeling}. Dat bepaalt de uitvoerder.`
const geenRecht = (regeling: string) =>
  `U heeft misschien geen recht meer op: ${regeling}. Krijgt u dit nu? Vraag het na bij de uitvoerder.`
const anders = (regeling: string, wat: 'meer' | 'minder') =>
  `U heeft misschien recht op ${wat}: ${regeling}. Dat bepaalt de uitvoerder.`

test('turning 18: the first day of the month after it, and not the birthday itself', async (t) => {
  const jong = mens({ geboortedatum: '2008-05-10', toetsingsinkomen: 500_000, netto_maandinkomen: 40_000 })
  const { op, beeld } = await pad(t, { begin: '2026-03-01', huishouden: { aanvrager: jong } })
  for (const dag of ['2026-05-09', '2026-05-10', '2026-05-31']) assert.deepEqual(await op(dag), [], dag)
  const [bericht, ...meer] = await op('2026-06-01')
  assert.deepEqual(meer, [])
  assert.deepEqual(regels(bericht), [recht('huurtoeslag'), recht('zorgtoeslag')])
  assert.equal(waarom(bericht), 'u bent nu 18 jaar')
  // On the birthday it was looked at, and they can see that nothing came of it.
  assert.deepEqual((await beeld())?.gekeken, [
    { op: '2026-06-01', waardoor: ['tijd'], isAnders: true },
    { op: '2026-05-10', waardoor: ['tijd'], isAnders: false },
  ])
  assert.equal((await op('2026-07-05')).length, 1)
})

test('a child turns 18: what its parent had ends, each on its own day', async (t) => {
  const kind = { geboortedatum: '2008-05-10', kinderbijslag: true, naar_school: true }
  const aanvrager = mens({ toetsingsinkomen: 2_000_000 })
  const { op } = await pad(t, { begin: '2026-03-01', huishouden: { aanvrager, kinderen: [kind] } })
  assert.deepEqual(await op('2026-05-31'), [])
  const [budget, ...later] = await op('2026-06-01')
  assert.deepEqual(later, [])
  assert.ok(regels(budget)?.includes(geenRecht('kindgebonden-budget')), String(budget))
  assert.ok(!regels(budget)?.includes(geenRecht('kinderbijslag')))
  assert.equal(waarom(budget), 'uw kind is nu 18 jaar')
  const [, bijslag] = await op('2026-07-01')
  assert.deepEqual(
    regels(bijslag)?.filter((een) => /kinderbijslag/.test(een)),
    [geenRecht('kinderbijslag')],
  )
})

test('reaching the AOW age: on that very day, and not the day before', async (t) => {
  const aanvrager = mens({ geboortedatum: '1959-05-20', aow_opbouwjaren: 50 })
  const { op } = await pad(t, { begin: '2026-03-01', huishouden: { aanvrager } })
  assert.deepEqual(await op('2026-05-19'), [])
  const [bericht] = await op('2026-05-20')
  assert.deepEqual(regels(bericht), [recht('aow')])
  assert.equal(waarom(bericht), 'u heeft nu de AOW-leeftijd')
})

test('1 January: new amounts are told as more or less; of a year that is not known nothing is said', async (t) => {
  const aanvrager = mens({ toetsingsinkomen: 2_000_000 })
  const { op } = await pad(t, { begin: '2025-12-01', huishouden: { aanvrager } })
  assert.deepEqual(await op('2025-12-31'), [])
  const [bericht, ...meer] = await op('2026-01-01')
  assert.deepEqual(regels(bericht), [anders('huurtoeslag', 'meer'), anders('zorgtoeslag', 'minder')])
  assert.deepEqual(meer, [])
  assert.equal(waarom(bericht), 'er zijn nieuwe regels en er is een nieuw jaar met nieuwe bedragen')
  // No amount stands in a message, and a year without figures is no end of anything.
  assert.doesNotMatch(String(bericht), /€|EUR|\d,\d\d/)
  assert.equal((await op('2026-12-31')).length, 1)
  assert.equal((await op('2027-01-01')).length, 1)
})

for (const [soort, zin] of [
  ['inkomen-gewijzigd', 'uw inkomen veranderde'],
  ['uitkering-beeindigd', 'een uitkering stopte'],
  ['baanverlies', 'uw baan stopte'],
] as const)
  test(`${soort}: the register of incomes is asked, and the message says why`, async (t) => {
    const { klok, zeg, meld, berichtenVan, ik, standen, registers, signalen } = await pad(t, {
      ...{ begin: '2026-03-01', bronnen: ['brp', 'inkomen'] },
    })
    const voor = registers.gevraagd.inkomen
    klok.nu = new Date('2026-03-10T10:00:00Z')
    zeg({}, 1_100_000, 40_000)
    await meld(ik, 'a', soort)
    assert.equal(registers.gevraagd.inkomen, voor + 1)
    const berichten = (await berichtenVan(ik)).map(({ alineas }) => alineas.map(({ nl = '' }) => nl))
    assert.equal(berichten.length, 1)
    assert.equal(waarom(berichten[0]), zin)
    assert.deepEqual(regels(berichten[0]), [recht('huurtoeslag'), recht('zorgtoeslag')])
    // What only a person may tell lies on the list of a desk, and in no message.
    const bureau = await signalen.bureaulijst({
      medewerker: 'm',
      organisatie: proeforganisatie('gemeente-GM0363'),
    })
    const open = (await standen()).filter((een) => een.endsWith(' open'))
    assert.deepEqual(
      bureau.regels.map(({ reden }) => reden),
      open.map(() => 'alleen-mens'),
    )
    assert.ok(open.length > 0)
    assert.doesNotMatch(String(berichten), /bijstand|kwijtschelding|inkomenstoeslag/)
  })

test('a separation: without a partner other amounts hold, and who decides is named', async (t) => {
  const { zeg, meld, berichtenVan, ik, beeld, klok } = await pad(t, {
    ...{ begin: '2026-03-01', bronnen: ['brp', 'inkomen'], verdient: 2_500_000 },
    brp: { partner: '1991-02-03' },
    huishouden: {
      aanvrager: mens({ toetsingsinkomen: 2_500_000 }),
      partner: {
        geboortedatum: '1991-02-03',
        gehuwd: true,
        zelfde_adres: true,
        toetsingsinkomen: 4_000_000,
        vermogen: 0,
      },
    },
  })
  klok.nu = new Date('2026-03-10T10:00:00Z')
  zeg({}, 2_500_000)
  await meld(ik, 'a', 'scheiding')
  const [bericht] = (await berichtenVan(ik)).map(({ alineas }) => alineas.map(({ nl = '' }) => nl))
  assert.equal(waarom(bericht), 'uw huwelijk of partnerschap is voorbij')
  assert.deepEqual(regels(bericht), [recht('huurtoeslag'), recht('zorgtoeslag')])
  assert.equal((await beeld())?.laatst.partner, null)
})

test('a child of who does not let everything be known: nobody is told, and they see that we looked and what is missing', async (t) => {
  // With a partner whose income no register tells us, and no answers of their own.
  const partner = '1993-03-08'
  const { zeg, meld, ik, beeld, standen, klok, berichtenVan } = await pad(t, {
    ...{ begin: '2026-03-01', bronnen: ['brp', 'inkomen'], verdient: 3_450_000, brp: { partner } },
    huishouden: { partner: { geboortedatum: partner, gehuwd: true, zelfde_adres: true } },
  })
  klok.nu = new Date('2026-03-02T10:00:00Z')
  zeg({ partner, kinderen: ['2026-02-20'] }, 3_450_000)
  await meld(ik, 'a', 'geboorte')
  assert.deepEqual([await berichtenVan(ik), await standen()], [[], []])
  const na = await beeld()
  assert.deepEqual(na?.gekeken, [{ op: '2026-03-02', waardoor: ['geboorte'], isAnders: false }])
  assert.ok(na.onzeker.includes('kindgebonden-budget'), na.onzeker.join())
  // The first day of the quarter, and it is looked at by itself.
  assert.equal(na.kijkt.toISOString().slice(0, 10), '2026-03-31')
  // A mistake of the register: what was uncertain is certain again, and it says that it was one.
  zeg({ partner }, 3_450_000)
  await meld(ik, 'weg-a', 'ingetrokken', { intrekt: 'a' })
  const terug = await beeld()
  assert.deepEqual(terug?.onzeker, [])
  assert.deepEqual(terug?.gekeken[0]?.waardoor, ['geboorte', 'ingetrokken'])
})

test('a day on which nothing changes: nothing is worked out, told, or shown as a change', async (t) => {
  const { op, beeld, klok, werk, standen } = await pad(t, { begin: '2026-03-01' })
  const kijkt = (await beeld())?.kijkt
  assert.ok(kijkt && kijkt > klok.nu)
  for (let dag = 2; dag <= 28; dag++)
    assert.deepEqual(await op(`2026-03-${String(dag).padStart(2, '0')}`), [])
  assert.deepEqual([await standen(), (await beeld())?.gekeken, (await beeld())?.kijkt], [[], [], kijkt])
  assert.equal((await werk.stand(klok.nu)).wachtend, 0)
})
