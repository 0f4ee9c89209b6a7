import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openCorpus } from '../../../bench/corpus.ts'
import {
  leesLagen,
  MEEGELEVERD,
  metCijfers,
  probeerVersie,
  proefbestand,
  proefcijfers,
} from '../../corpus/index.ts'
import { huishoudenUit, parseHuishouden, uitHuishoudens } from '../../engine/index.ts'
import { maakBevolking } from './bevolking.ts'
import { vergelijkDoor } from './loop.ts'
import { SOORTEN } from './marges.ts'
import { drukCsv, vergelijkCsv } from './vergelijk-csv.ts'
import { maakVergelijker } from './vergelijker.ts'
import type { Vergelijkopdracht } from './vergelijkopdracht.ts'
import { telVergelijking, type Vergelijkuitslag } from './vergelijkuitslag.ts'
import { openVergelijking, type Wijziguitslag } from './wijziging.ts'

const corpus = openCorpus()
const lagen = leesLagen({ mappen: [MEEGELEVERD] })
const ZORG = 'regelingen/nationaal/zorgtoeslag/2026-01-01.yaml'
const zorg = readFileSync(join(MEEGELEVERD, ZORG), 'utf8')
const PEIL = '2026-03-01'
const DAG = Date.UTC(2026, 2, 1) / 86_400_000

function metTekst(tekst: string, huishoudens = 2000): Promise<Wijziguitslag> {
  const bron = proefbestand('2026-01-01.yaml', tekst)
  return openVergelijking({
    lagen,
    corpus,
    peildatum: PEIL,
    dag: DAG,
    wijziging: { soort: 'tekst', bron },
    zaad: 1,
    huishoudens,
  })
}

function goed(u: Wijziguitslag): Vergelijkopdracht {
  assert.equal(u.status, 'goed', JSON.stringify(u))
  return u.status === 'goed' ? u.opdracht : assert.fail()
}

const met = (cijfers: Readonly<Record<string, string>>) =>
  metCijfers(zorg, proefcijfers(corpus, ZORG), new Map(Object.entries(cijfers)))

interface Gezin {
  readonly inkomen: number
  readonly partner?: number
}

/** People with a home of their own and without children, of whom nothing but care benefit depends on income; in one piece. */
function klein(o: Vergelijkopdracht, gezinnen: readonly Gezin[]): Vergelijkuitslag {
  const stuk = o.stukken.find((s) => s.gemeente === 'GM0202')
  assert.ok(stuk)
  const volk = maakBevolking(o.woorden, 1, o.dag).maak(stuk)
  const alleen = volk.soort.indexOf(SOORTEN.indexOf('alleen'))
  const paar = [...volk.soort.subarray(0, volk.aantal)].findIndex(
    (s, h) =>
      SOORTEN[s] === 'paar-zonder-kinderen' && (volk.medebewoners[h] ?? 0) === (volk.begin[h + 1] ?? 0),
  )
  const plaats = { gemeente: 'GM0202' }
  const mens = {
    geboortedatum: '1990-05-01',
    zorgverzekerd: true,
    gedetineerd: false,
    rechtmatig_verblijf: true,
    vermogen: 0,
    student: false,
  }
  const huishoudens = gezinnen.map(({ inkomen, partner }) => {
    const h = huishoudenUit(corpus, volk, partner === undefined ? alleen : paar, plaats)
    const lees = parseHuishouden(corpus, {
      ...h,
      aanvrager: { ...(h.aanvrager as object), ...mens, toetsingsinkomen: inkomen * 100 },
      partner:
        partner === undefined
          ? null
          : {
              ...(h.partner as object),
              ...mens,
              gehuwd: true,
              zelfde_adres: true,
              toetsingsinkomen: partner * 100,
            },
      medebewoners: [],
      woning: { ...(h.woning as object), soort: 'koop' },
    })
    assert.ok(lees.ok, JSON.stringify(lees))
    return lees.huishouden
  })
  const k = uitHuishoudens(corpus, PEIL, huishoudens)
  const soort = Uint8Array.from(gezinnen, (g) =>
    SOORTEN.indexOf(g.partner === undefined ? 'alleen' : 'paar-zonder-kinderen'),
  )
  return telVergelijking(o, [maakVergelijker(o).reken(stuk, { ...k, soort })])
}

test('who gains and who loses is what one works out by hand', async () => {
  // 15 per cent above the threshold in place of 13,73. Alone with 35.000: 69 euros a month (published), then
  // 2119 - 568,55 - 0,15 x 5264 = 760,85, so 761 a year and 63 a month. Below the threshold of 29.736 nothing changes.
  // Partners with 45.000: 72 (published), then 4238 - 1275,38 - 0,15 x 15264 = 673,02, so 56. Alone with 40.857: 2
  // (published), then nothing.
  const u = klein(goed(await metTekst(met({ percentage_boven_drempel: '15.0' }))), [
    { inkomen: 35_000 },
    { inkomen: 29_500 },
    { inkomen: 31_499, partner: 13_501 },
    { inkomen: 40_857 },
  ])
  const { totaal } = u
  assert.deepEqual(
    { ...totaal },
    {
      huishoudens: 4,
      vooruit: 0,
      achteruit: 3,
      onbekend: 0,
      winst: 0,
      verlies: (6 * 12 + 16 * 12 + 2 * 12) * 100,
      nu: (69 + 129 + 72 + 2) * 1200,
      straks: (63 + 129 + 56) * 1200,
      rechtErbij: 0,
      rechtEraf: 1,
    },
  )
  const perSoort = new Map(u.perSoort.map((g) => [g.soort, g.verlies]))
  assert.deepEqual(perSoort.get('paar-zonder-kinderen'), 16 * 1200)
  assert.deepEqual(perSoort.get('alleen'), 8 * 1200)
  // Between 0 and 100 twice (24 and 72), between 100 and 250 once (192), one the same.
  assert.deepEqual(u.klassen, [0, 0, 0, 1, 2, 1, 0, 0, 0, 0, 0])
  assert.deepEqual(
    u.perGemeente.filter((g) => g.huishoudens > 0).map((g) => g.gemeente),
    ['GM0202'],
  )
})

test('what a thousand euros more is worth, and where one euro costs more than a euro, before and after', async () => {
  // Alone with 36.000: 2119 - 568,55 - 0,1373 x 6264 = 690, so 57 a month; 35.000 gives 69: 144 euros less.
  const druk = klein(goed(await metTekst(met({ percentage_boven_drempel: '15.0' }))), [{ inkomen: 35_000 }])
  const band = druk.banden.find((b) => b.huishoudens > 0)
  assert.deepEqual([band?.van, band?.druk], [34_000, { nu: 14_400, straks: (63 - 50) * 1200 }])
  assert.deepEqual(druk.duizend, { nu: 0, straks: 0 })

  // Nothing below 600 euros a year: 36.662 still gives 600 (50 a month), 36.663 gives 599 and so nothing. Now it goes
  // from 50 to 49 a month: rounding to whole euros.
  const rand = klein(goed(await metTekst(met({ laagste_jaarbedrag: '600' }))), [
    { inkomen: 36_662 },
    { inkomen: 36_000 },
  ])
  assert.deepEqual(rand.randen, { nu: [1, 0, 0, 0], straks: [0, 0, 0, 1] })
  assert.equal(rand.totaal.verlies, 0)
})

test('gains less losses are the difference in cost to the cent, in every group and over all groups', async () => {
  const o = goed(
    await openVergelijking({
      lagen,
      corpus,
      peildatum: PEIL,
      dag: DAG,
      wijziging: { soort: 'versie', regeling: 'zorgtoeslag', datum: '2025-03-01' },
      zaad: 3,
      huishoudens: 20_000,
    }),
  )
  const uit = await vergelijkDoor(o, { draden: 1 })
  const u = telVergelijking(o, uit.uitkomsten)
  assert.ok(u.totaal.vooruit > 100 && u.totaal.achteruit > 100, JSON.stringify(u.totaal))
  for (const rij of [[u.totaal], u.perSoort, u.perTiende, u.perProvincie, u.perGemeente, u.perRegeling]) {
    for (const g of rij) assert.equal(g.winst - g.verlies, g.straks - g.nu)
    for (const veld of ['huishoudens', 'vooruit', 'achteruit', 'onbekend', 'winst', 'verlies', 'nu'] as const)
      assert.equal(
        rij.reduce((n, g) => n + g[veld], 0),
        u.totaal[veld],
        veld,
      )
  }
  assert.equal(u.klassen.reduce((a, b) => a + b, 0) + u.totaal.onbekend, u.huishoudens)
  assert.equal(
    u.banden.reduce((n, b) => n + b.huishoudens, 0),
    u.huishoudens,
  )
  for (const t of u.perTiende) assert.ok(Math.abs(t.huishoudens / u.huishoudens - 0.1) < 0.02, `${t.tiende}`)

  const regels = vergelijkCsv(u, (code) => corpus.gebieden.get(code)?.naam ?? code).split('\r\n')
  assert.equal(regels.length, 1 + 1 + 1 + 7 + 10 + 12 + 342 + 1)
  assert.match(regels[1] ?? '', /^land,nederland,Nederland,20000,.*leeftijd.*vermogen/)
  assert.equal(drukCsv(u).split('\r\n').length, 1 + 61 + 1)
})

test('a change that changes nothing changes nobody', async () => {
  assert.equal((await metTekst(zorg)).status, 'gelijk')
  assert.equal(
    (await metTekst(zorg.replace('Een bijdrage van de overheid', 'Geld van de overheid'))).status,
    'gelijk',
  )
  // Written otherwise, and the same: it is worked out, and nobody gains or loses.
  const o = goed(
    await metTekst(
      zorg.replace('vermogen_samen <= vermogensgrens', 'not(vermogensgrens < vermogen_samen)'),
      20_000,
    ),
  )
  const u = telVergelijking(o, (await vergelijkDoor(o, { draden: 1 })).uitkomsten)
  assert.equal(u.totaal.nu, u.totaal.straks)
  assert.ok(u.totaal.nu > 0)
  const { vooruit, achteruit, rechtErbij, rechtEraf } = u.totaal
  assert.deepEqual([vooruit, achteruit, rechtErbij, rechtEraf], [0, 0, 0, 0])
  assert.deepEqual(u.randen.nu, u.randen.straks)
})

test('faults in a text are named with file and line, as the corpus names them', async () => {
  const uit = await metTekst(
    zorg.replace('vermogen_samen <= vermogensgrens', 'vermogen_samen <= vermogens_grens'),
  )
  assert.ok(uit.status === 'fout')
  const regel = zorg.split('\n').findIndex((r) => r.includes('vermogen_samen <= vermogensgrens')) + 1
  assert.deepEqual(
    uit.fouten.map((f) => [f.bestand, f.regel]),
    [[ZORG, regel]],
  )
  // A figure that is no number is a fault on its own line; all other lines stay where they are.
  const komma = await metTekst(met({ standaardpremie: '2119,50' }))
  assert.ok(komma.status === 'fout')
  assert.deepEqual(
    komma.fouten[0]?.regel,
    zorg.split('\n').findIndex((r) => r.includes('standaardpremie:')) + 1,
  )
})

test('a figure of a file that it builds on is added; one of its own changes where it stands', async () => {
  const cijfers = proefcijfers(corpus, ZORG)
  assert.deepEqual(
    cijfers
      .filter((c) => ['percentage_boven_drempel', 'laagste_jaarbedrag'].includes(c.naam))
      .map((c) => [c.naam, c.waarde, c.isEigen])
      .sort(),
    [
      ['laagste_jaarbedrag', '24', false],
      ['percentage_boven_drempel', '13.730', true],
    ],
  )
  assert.equal(met({ percentage_boven_drempel: '13.730' }), zorg, 'the same value changes nothing')
  const twee = met({ percentage_boven_drempel: '15.0', laagste_jaarbedrag: '600' })
  const controle = probeerVersie(lagen, proefbestand('x.yaml', twee))
  assert.ok(controle.status === 'goed')
  const na = new Map(proefcijfers(controle.corpus, ZORG).map((c) => [c.naam, c.waarde]))
  assert.deepEqual([na.get('percentage_boven_drempel'), na.get('laagste_jaarbedrag')], ['15.0', '600'])
})

test('figures that nobody knows on that day are no comparison', async () => {
  const uit = await openVergelijking({
    lagen,
    corpus,
    peildatum: PEIL,
    dag: DAG,
    wijziging: { soort: 'versie', regeling: 'zorgtoeslag', datum: '2028-03-01' },
    zaad: 3,
    huishoudens: 2000,
  })
  assert.deepEqual(uit, { status: 'verlopen', regelingen: ['zorgtoeslag'] })
})
