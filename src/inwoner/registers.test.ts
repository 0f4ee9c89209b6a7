import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { inspect } from 'node:util'
import { nepbewijs, proefbewijs } from '../audit/proefaudit.ts'
import { type Persoon as DemoPersoon, type Storing, startDemo, storingen } from '../demo/index.ts'
import { maakPersoonId, type PersoonId, parseBsn } from '../domain/index.ts'
import { type Bron, type BronGrenzen, createBron } from '../platform/bron/index.ts'
import { Proeftijd, vasteBytes } from '../platform/bron/proeftijd.ts'
import { createLog } from '../platform/index.ts'
import { brpRegister } from './brp/brp.ts'
import { eigenGegevens } from './eigen-gegevens.ts'
import { huishoudenVoorRechten } from './huishouden-voor-rechten.ts'
import type { BronId, MetBsn, PersonenBij, Verwerk } from './index.ts'
import { inkomensRegister } from './inkomen/inkomen.ts'
import type { Registerfout } from './register.ts'
import { terugmeldloket } from './terugmeldloket/terugmeldloket.ts'

const begin = '2026-03-01T10:00:00Z'
const verwerk: Verwerk = (bron, fn) => fn(nepbewijs(`proef-${bron}`))

/** The made-up registers on their ports, our adapters before them, and a clock for each side. */
async function opstelling(t: TestContext, grenzen: Partial<BronGrenzen> = {}) {
  const daar = new Proeftijd(begin)
  const hier = new Proeftijd(begin)
  const demo = await startDemo({ nu: daar.klok.nu, wekker: daar.wekker })
  const regels: string[] = []
  const maakBron = (naam: BronId): Bron =>
    createBron(
      {
        naam,
        basisUrl: demo[naam].url,
        aanmelden: async () => ({ 'x-api-key': demo[naam].sleutel }),
        grenzen,
      },
      {
        klok: hier.klok,
        wekker: hier.wekker,
        toeval: vasteBytes(3),
        log: createLog(hier.klok.nu, (regel) => regels.push(regel)),
      },
    )
  const bronnen = { brp: maakBron('brp'), inkomen: maakBron('inkomen') }
  const kluis = createProefkluis(demo.bevolking.personen)
  t.after(async () => {
    bronnen.brp.sluit()
    bronnen.inkomen.sluit()
    await demo.sluit()
  })
  const registers = {
    brp: brpRegister(bronnen.brp, kluis),
    inkomen: inkomensRegister(bronnen.inkomen, kluis.metBsn),
  }
  const bekende = (id: string): DemoPersoon => {
    const gevonden = demo.bekenden.find((een) => een.id === id)
    assert.ok(gevonden, id)
    return gevonden.persoon
  }
  const zet = async (bron: BronId, soort: Storing | null, bsn?: string) => {
    const antwoord = await fetch(new URL('storing', demo[bron].beheerUrl), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-beheersleutel': demo.beheersleutel },
      body: JSON.stringify({ soort, ...(bsn === undefined ? {} : { burgerservicenummer: bsn }) }),
    })
    assert.equal(antwoord.status, 200)
  }
  const lopend = () => bronnen.brp.stand().lopend + bronnen.inkomen.stand().lopend
  /** Lets time pass where somebody waits for it: short pauses at once, the whole time when only silence is left. */
  const tot = async <T>(belofte: Promise<T>): Promise<T> => {
    let isKlaar = false
    const klaar = belofte.finally(() => {
      isKlaar = true
    })
    while (!isKlaar) {
      await new Promise((verder) => setImmediate(verder))
      if ((hier.eerstvolgendeMs ?? 1_000) <= 400) hier.vooruit(400)
      else if (daar.wachtend > 0 && daar.wachtend === lopend()) hier.vooruit(3_000)
    }
    return klaar
  }
  return {
    demo,
    registers,
    bronnen,
    kluis,
    bekende,
    zet,
    tot,
    hier,
    daar,
    regels,
    persoonVan: kluis.persoonVan,
  }
}

function createProefkluis(personen: readonly DemoPersoon[]) {
  const idVan = new Map<number, PersoonId>()
  const bytes = vasteBytes(9)
  for (const { nr } of personen) idVan.set(nr, maakPersoonId(new Date(begin), bytes))
  const persoonVan = (persoon: DemoPersoon): PersoonId => {
    const id = idVan.get(persoon.nr)
    assert.ok(id)
    return id
  }
  const metBsn: MetBsn = async (id, _doel, fn) => {
    const bsn = parseBsn(personen.find((een) => idVan.get(een.nr) === id)?.bsn)
    return bsn === undefined ? { status: 'geen-bsn' } : { status: 'ok', uitkomst: await fn(bsn) }
  }
  const personenBij: PersonenBij = async (bsns) =>
    bsns.map((bsn) => {
      const persoon = personen.find((een) => parseBsn(een.bsn)?.isGelijk(bsn) === true)
      assert.ok(persoon, 'onbekend nummer')
      return persoonVan(persoon)
    })
  return { metBsn, personenBij, schrijfMeegekomen: async () => {}, persoonVan }
}

test('a resident sees their own data with source and date, and what they may do for a child', async (t) => {
  const { registers, bekende, persoonVan, tot, demo, hier } = await opstelling(t)
  const fatima = bekende('fatima')
  const { brp, inkomen, ontbreekt } = await tot(eigenGegevens(registers, persoonVan(fatima), verwerk))
  assert.deepEqual(ontbreekt, [])
  assert.ok(brp.status === 'ok' && inkomen.status === 'ok')
  const { gegevens } = brp
  assert.equal(gegevens.naam.waarde.geslachtsnaam, 'Nourani')
  assert.deepEqual(gegevens.geboortedatum.waarde, { van: '1990-05-01', tot: '1990-05-01' })
  assert.equal(gegevens.adres.waarde.gebied, 'GM0599')
  assert.equal(gegevens.adres.datum, fatima.woontSinds)
  assert.deepEqual(gegevens.adres.opgehaaldOp, hier.klok.nu())
  assert.equal(gegevens.partner.waarde, null)
  assert.deepEqual(
    gegevens.kinderen.waarde.map(({ naam, isZelfdeAdres, alsOuder }) => [
      naam.voornamen,
      isZelfdeAdres,
      alsOuder,
    ]),
    fatima.kinderen.map((nr) => {
      const kind = demo.bevolking.persoon(nr)
      return [kind.voornamen, true, persoonVan(kind)]
    }),
  )
  assert.ok(gegevens.medebewoners !== undefined && 'waarde' in gegevens.medebewoners)
  assert.deepEqual(gegevens.medebewoners.waarde, [])
  assert.deepEqual(
    inkomen.gegevens.toetsingsinkomens.map(({ waarde }) => waarde.jaar),
    [2026, 2025, 2024],
  )
  assert.equal(inkomen.gegevens.toetsingsinkomens[0]?.waarde.bedrag, 2_340_000)
  assert.equal(inkomen.gegevens.vermogen?.datum, '2026-01-01')
})

test('what a purpose does not cover is not asked', async (t) => {
  const { registers, bekende, persoonVan, tot } = await opstelling(t)
  const liesbeth = persoonVan(bekende('liesbeth'))
  const brp = await tot(registers.brp.raadpleeg(liesbeth, nepbewijs('x', ['naam'])))
  assert.ok(brp.status === 'ok')
  assert.equal(brp.gegevens.isOnderCuratele, false, 'a kind of data of its own')
  const fatima = persoonVan(bekende('fatima'))
  const alles = await tot(registers.inkomen.raadpleeg(fatima, nepbewijs()))
  const bezit = await tot(registers.inkomen.raadpleeg(fatima, nepbewijs('x', ['vermogen'])))
  const inkomen = await tot(registers.inkomen.raadpleeg(fatima, nepbewijs('x', ['inkomen'])))
  assert.ok(alles.status === 'ok' && bezit.status === 'ok' && inkomen.status === 'ok')
  assert.ok(alles.gegevens.toetsingsinkomens.length > 0 && alles.gegevens.vermogen !== undefined)
  assert.deepEqual([bezit.gegevens.toetsingsinkomens, bezit.gegevens.nettoMaandinkomen], [[], undefined])
  assert.deepEqual(bezit.gegevens.vermogen?.waarde, alles.gegevens.vermogen.waarde)
  assert.equal(inkomen.gegevens.vermogen, undefined)
  assert.ok(inkomen.gegevens.toetsingsinkomens.length > 0)
})

test('secrecy, curatele, doubt, a half-known birth, a dead spouse and an island come across', async (t) => {
  const { registers, bekende, persoonVan, tot } = await opstelling(t)
  const vraag = async (id: string) => {
    const uitkomst = await tot(registers.brp.raadpleeg(persoonVan(bekende(id)), nepbewijs()))
    assert.ok(uitkomst.status === 'ok', id)
    return uitkomst.gegevens
  }
  assert.equal((await vraag('noor')).geheimhouding, 'ja')
  assert.equal((await vraag('liesbeth')).isOnderCuratele, true)
  assert.equal((await vraag('kees')).adres.isInOnderzoek, true)
  assert.deepEqual((await vraag('dawit')).geboortedatum.waarde, { van: '1994-01-01', tot: '1994-12-31' })
  assert.equal((await vraag('greet')).partner.waarde, null)
  assert.equal((await vraag('karin')).partner.waarde, null)
  const lisa = await vraag('lisa')
  assert.equal(lisa.partner.waarde?.isZelfdeAdres, true)
  assert.equal(lisa.partner.datum, '2026-02-14')
  assert.equal((await vraag('shurensly')).adres.waarde.gebied, 'bonaire')
})

test('who has no BSN is told so, by every register that knows people by it', async (t) => {
  const { registers, bekende, persoonVan, tot } = await opstelling(t)
  for (const id of ['elaine', 'curtis', 'klaus']) {
    const { brp, inkomen, ontbreekt } = await tot(eigenGegevens(registers, persoonVan(bekende(id)), verwerk))
    assert.deepEqual([brp.status, inkomen.status, ontbreekt], ['geen-bsn', 'geen-bsn', []])
  }
})

const verwacht: Readonly<Record<Storing, Registerfout>> = {
  weg: 'storing',
  traag: 'te-laat',
  hangt: 'te-laat',
  'fout-500': 'storing',
  onzin: 'onleesbaar',
  'ander-persoon': 'ander-persoon',
  half: 'storing',
}

for (const bron of ['brp', 'inkomen'] as const) {
  for (const soort of storingen) {
    test(`${bron} ${soort}: that part is missing and named, the other part is there, nothing wrong is shown`, async (t) => {
      const { registers, bronnen, bekende, persoonVan, tot, hier, demo } = await opstelling(t)
      const wie = bekende(`${bron}-${soort}`)
      const uitkomst = await tot(eigenGegevens(registers, persoonVan(wie), verwerk))
      const ander = bron === 'brp' ? uitkomst.inkomen : uitkomst.brp
      assert.equal(ander.status, 'ok')
      assert.deepEqual(
        uitkomst.ontbreekt.map((een) => [een.bron, een.deel, een.soort]),
        [[bron, 'alles', verwacht[soort]]],
      )
      const [mist] = uitkomst.ontbreekt
      assert.ok(mist !== undefined && mist.sinds <= hier.klok.nu() && mist.sinds >= new Date(begin))
      assert.deepEqual(bronnen[bron].stand().foutSinds, mist.sinds)
      // Of nobody else anything: only what was made for this one person may be in the answer.
      const getoond = inspect(uitkomst, { depth: 20 })
      const eigenNaam = wie.geslachtsnaam
      for (const persoon of demo.bevolking.personen) {
        if (persoon.geslachtsnaam !== eigenNaam) assert.ok(!getoond.includes(`'${persoon.geslachtsnaam}'`))
        if (persoon.bsn !== undefined) assert.ok(!getoond.includes(persoon.bsn))
      }
      assert.equal(hier.wachtend, 0, 'geen wekker blijft staan')
    })
  }
}

test('slow within the time is no fault', async (t) => {
  const { registers, bekende, persoonVan, daar, hier } = await opstelling(t, { totaalMs: 10_000 })
  const vraag = registers.brp.raadpleeg(persoonVan(bekende('brp-traag')), nepbewijs())
  // Both questions wait for their six seconds, one after the other.
  for (let i = 0; i < 2; i++) {
    while (daar.wachtend === 0) await new Promise((verder) => setImmediate(verder))
    daar.vooruit(6_000)
    hier.vooruit(6_000)
  }
  assert.equal((await vraag).status, 'ok')
})

test('when only the question about the address fails, only the co-residents are missing', async (t) => {
  const { registers, bekende, persoonVan, tot, zet, demo } = await opstelling(t)
  const sanne = bekende('sanne')
  const medebewoner = demo.bevolking
    .thuisVan(sanne)
    .leden.map(demo.bevolking.persoon)
    .find(({ nr }) => nr !== sanne.nr)
  for (const soort of ['onzin', 'ander-persoon'] as const) {
    await zet('brp', soort, medebewoner?.bsn)
    const { brp, ontbreekt } = await tot(eigenGegevens(registers, persoonVan(sanne), verwerk))
    assert.equal(brp.status, 'ok')
    assert.deepEqual(
      ontbreekt.map((een) => [een.bron, een.deel, een.soort]),
      [['brp', 'medebewoners', soort === 'onzin' ? 'onleesbaar' : 'ander-persoon']],
    )
  }
})

test('a register that keeps failing is left alone, and asked again when it has had its rest', async (t) => {
  const { registers, bronnen, bekende, persoonVan, tot, zet, hier } = await opstelling(t)
  const ria = persoonVan(bekende('ria'))
  await zet('brp', 'onzin')
  const soorten: string[] = []
  for (let i = 0; i < 7; i++) {
    const { ontbreekt, inkomen } = await tot(eigenGegevens(registers, ria, verwerk))
    soorten.push(ontbreekt[0]?.soort ?? 'goed')
    assert.equal(inkomen.status, 'ok')
  }
  assert.deepEqual(soorten, [...Array(5).fill('onleesbaar'), 'niet-gevraagd', 'niet-gevraagd'])
  assert.equal(bronnen.brp.stand().keten, 'open')
  await zet('brp', null)
  hier.vooruit(10_000)
  assert.deepEqual((await tot(eigenGegevens(registers, ria, verwerk))).ontbreekt, [])
  assert.equal(bronnen.brp.stand().keten, 'dicht')
})

test('a register that is not there at all', async (t) => {
  const { registers, bekende, persoonVan, tot, demo } = await opstelling(t)
  await demo.sluit()
  const { ontbreekt } = await tot(eigenGegevens(registers, persoonVan(bekende('ria')), verwerk))
  assert.deepEqual(
    ontbreekt.map((een) => [een.bron, een.soort]),
    [
      ['brp', 'onbereikbaar'],
      ['inkomen', 'onbereikbaar'],
    ],
  )
})

test('only the sources with consent are asked, and each fact knows where it came from', async (t) => {
  const { registers, bekende, persoonVan, tot, regels } = await opstelling(t)
  const lisa = persoonVan(bekende('lisa'))
  const vraag = (toestemming: readonly BronId[], gebied?: string) =>
    tot(
      huishoudenVoorRechten(
        registers,
        // A literal of this test.
        {
          persoon: lisa,
          toestemming: new Set(toestemming),
          op: '2026-03-01' as never,
          ...(gebied && { gebied }),
        },
        verwerk,
      ),
    )
  assert.deepEqual((await vraag([])).huishouden, {})
  assert.equal(regels.length, 0)
  const alles = await vraag(['brp', 'inkomen'])
  assert.deepEqual(alles.huishouden, {
    aanvrager: {
      geboortedatum: '1995-07-23',
      toetsingsinkomen: 3_450_000,
      vermogen: 900_000,
      netto_maandinkomen: 234_313,
    },
    woning: { gemeente: 'GM0034' },
    kinderen: [],
    partner: { geboortedatum: '1993-03-08', gehuwd: true, zelfde_adres: true },
    medebewoners: [],
  })
  assert.equal(alles.herkomst.get('/aanvrager/toetsingsinkomen')?.bron, 'inkomen')
  assert.equal(alles.herkomst.get('/partner')?.bron, 'brp')
  const voor = [
    { feiten: new Map([['aanvrager', new Set(['vermogen'])] as const]), lijsten: new Set<never>() },
  ]
  const deel = await tot(
    huishoudenVoorRechten(
      registers,
      { persoon: lisa, toestemming: new Set(['brp', 'inkomen']), op: '2026-03-01' as never, voor },
      verwerk,
    ),
  )
  assert.deepEqual(deel.huishouden, { aanvrager: { vermogen: 900_000 } }, 'for one scheme only what it reads')
  const alleenInkomen = await vraag(['inkomen'], 'GM0034')
  assert.deepEqual(alleenInkomen.bronnen, { inkomen: 'ok' })
  assert.deepEqual(Object.keys(alleenInkomen.huishouden), ['aanvrager'])
  assert.deepEqual((await vraag(['inkomen'])).huishouden, {}, 'zonder plaats is de munt niet zeker')
})

test('a correction reaches the source holder once, and is followed to its end', async (t) => {
  const { bronnen, kluis, bekende, persoonVan, tot, demo } = await opstelling(t)
  const loket = terugmeldloket(bronnen.brp, kluis.metBsn)
  const kees = persoonVan(bekende('kees'))
  const melding = {
    id: '018f2d9a-0000-7000-8000-000000000001',
    persoon: kees,
    door: kees,
    gegeven: 'adres',
    toelichting: 'Ik woon nu ergens anders.',
    status: 'opgesteld',
    sinds: new Date(begin),
    gemaaktOp: new Date(begin),
    uitleg: undefined,
    pogingen: 0,
    volgendePoging: new Date(begin),
  } as const
  const doel = proefbewijs(kees)
  const eerste = await tot(loket.meld(melding, doel))
  assert.ok(eerste.status === 'ok')
  assert.equal(eerste.stand.status, 'ontvangen')
  assert.deepEqual(await tot(loket.meld(melding, doel)), eerste)
  await fetch(new URL(`terugmeldingen/${melding.id}`, demo.brp.beheerUrl), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-beheersleutel': demo.beheersleutel },
    body: JSON.stringify({ status: 'niet-aangepast', uitleg: 'U staat nog op dit adres.' }),
  })
  const daarna = await tot(loket.volg(melding, doel))
  assert.ok(daarna.status === 'ok')
  assert.deepEqual(
    [daarna.stand.status, daarna.stand.uitleg],
    ['niet-aangepast', 'U staat nog op dit adres.'],
  )
  const elaine = persoonVan(bekende('elaine'))
  assert.deepEqual(await tot(loket.meld({ ...melding, persoon: elaine }, doel)), { status: 'geen-bsn' })
})

test('no BSN stands in a line of the log, whatever happens', async (t) => {
  const { registers, bekende, persoonVan, tot, regels, demo } = await opstelling(t)
  for (const { id } of demo.bekenden) {
    await tot(eigenGegevens(registers, persoonVan(bekende(id)), verwerk))
  }
  const logboek = regels.join('\n')
  assert.ok(regels.length > 40)
  for (const { bsn } of demo.bevolking.personen) if (bsn !== undefined) assert.ok(!logboek.includes(bsn))
  // The net that masks numbers had nothing to catch.
  assert.doesNotMatch(logboek, /#########/)
})
