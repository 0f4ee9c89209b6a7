import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { nepbewijs, openProefaudit, proeforganisatie } from '../../../audit/proefaudit.ts'
import { type Geheimhouding, maakPersoonId, parseCents } from '../../../domain/index.ts'
import {
  type Gegeven,
  type Inkomensgegevens,
  maakDeeldatum,
  type Naam,
  type Persoonsgegevens,
} from '../../../inwoner/index.ts'
import { datum } from '../../../kalender/index.ts'
import { createKern } from '../../../platform/http/index.ts'
import { loadTeksten } from '../../../platform/i18n/index.ts'
import { stilLog } from '../../../platform/index.ts'
import { type Machtiging, openSessies, type VoorKeuze } from '../../../toegang/index.ts'
import { geheugensessies, proefmachtiging, proefmijn } from '../../proefinwoner.ts'
import { proefbronnen, proefdag, proefsleutel } from '../../proefweb.ts'
import { createWeb } from '../../register.ts'

const [ik, ander] = [maakPersoonId(proefdag, randomBytes), maakPersoonId(proefdag, randomBytes)]

function gegeven<T>(waarde: T, bron: 'brp' | 'inkomen'): Gegeven<T> {
  return { waarde, bron, datum: datum('2026-01-01'), opgehaaldOp: proefdag, isInOnderzoek: false }
}

function heet(voornamen: string): Naam {
  return { voornamen, voorvoegsel: undefined, geslachtsnaam: 'Proef', aanschrijfnaam: undefined }
}

function geld(waarde: number) {
  const bedrag = parseCents(waarde)
  assert.ok(bedrag !== undefined)
  return bedrag
}

/** Registers that say everything, whatever was asked: then the page alone decides what is seen. */
const persoon: Persoonsgegevens = {
  naam: gegeven(heet('Gever'), 'brp'),
  geboortedatum: gegeven(maakDeeldatum(1950, 5, 1), 'brp'),
  adres: gegeven({ regel1: 'Dorpsstraat 1', regel2: undefined, gebied: 'GM0363' }, 'brp'),
  partner: gegeven(
    {
      naam: heet('Wederhelft'),
      geboren: maakDeeldatum(1951, 2, 3),
      soort: 'huwelijk' as const,
      sinds: undefined,
      isZelfdeAdres: true,
    },
    'brp',
  ),
  kinderen: gegeven(
    [
      {
        naam: heet('Nageslacht'),
        geboren: maakDeeldatum(2015, 1, 1),
        isZelfdeAdres: true,
        alsOuder: undefined,
      },
    ],
    'brp',
  ),
  medebewoners: gegeven([{ geboren: maakDeeldatum(1980, 1, 1) }], 'brp'),
  geheimhouding: 'nee',
  isOnderCuratele: false,
  isOverleden: false,
}
const inkomen: Inkomensgegevens = {
  valuta: 'EUR',
  toetsingsinkomens: [
    gegeven({ jaar: 2026, bedrag: geld(11_111_00), status: 'verwacht' as const }, 'inkomen'),
  ],
  vermogen: gegeven(geld(22_222_00), 'inkomen'),
  nettoMaandinkomen: gegeven(geld(3_333_00), 'inkomen'),
  bronnen: [],
}
const woorden: Readonly<Record<string, string>> = {
  nummer: 'Waaraan wij u kennen',
  naam: 'Gever Proef',
  geboortedatum: '1 mei 1950',
  adres: 'Dorpsstraat 1',
  partner: 'Wederhelft',
  kinderen: 'Nageslacht',
  medebewoners: '1 ander',
  toetsingsinkomen: '11.111',
  vermogen: '22.222',
  maandinkomen: '3.333',
}
const overWie = ['naam', 'geboortedatum', 'adres']

const basis = proefmachtiging(ander, ik)

/** One website for all of these tests: making it takes longer than asking it. */
function opstelling() {
  const regels: (readonly [string, readonly string[]])[] = []
  let machtiging = basis
  let geheimhouding: Geheimhouding = 'nee'
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const sessies = openSessies({ store: geheugensessies(), audit, nu: () => proefdag, toeval: randomBytes })
  const mijn = proefmijn({
    sessies,
    audit: {
      ...audit,
      metVerwerking: async ({ doel, gegevens }, fn) => {
        regels.push([doel, gegevens])
        return fn(nepbewijs(doel, gegevens))
      },
    },
    registers: {
      brp: {
        raadpleeg: async () => ({ status: 'ok', gegevens: { ...persoon, geheimhouding }, op: proefdag }),
      },
      inkomen: { raadpleeg: async () => ({ status: 'ok', gegevens: inkomen, op: proefdag }) },
    },
    vindMachtiging: async () => machtiging,
  })
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', '..', '..', 'corpus', 'teksten'))
  const web = createWeb({ bronnen: proefbronnen(), mijn, teksten, sleutel: proefsleutel, isHttps: false })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const herkenning = {
    middel: 'digid',
    niveau: 'substantieel',
    bron: 'https://x.example',
    op: proefdag,
  } as const
  const wie = { soort: 'inwoner', persoon: ik, herkenning } as const
  /** What the page shows, and what stands on the record. */
  return async (
    voor: VoorKeuze,
    deel: Partial<Machtiging> = {},
    pad = '/mijn/gegevens',
    geheim: Geheimhouding = 'nee',
  ) => {
    machtiging = { ...basis, ...deel }
    geheimhouding = geheim
    regels.length = 0
    const { token } = await sessies.begin({ wie, voor, apparaat: '' })
    const headers = { accept: 'text/html', cookie: `voordeur-sessie=${token}` }
    const { statusCode, body } = await app.inject({ url: pad, headers })
    assert.equal(statusCode, 200)
    const getoond = Object.entries(woorden).flatMap(([naam, woord]) => (body.includes(woord) ? [naam] : []))
    return { body, getoond, regels: regels.toSorted(([a], [b]) => a.localeCompare(b)) }
  }
}
const kijk = opstelling()

const gezagOp = proefdag.toISOString()
const kind: VoorKeuze = { soort: 'kind', persoon: ander, meerderjarigOp: datum('2030-01-01'), gezagOp }
const met = (dienst?: string): VoorKeuze => ({
  soort: 'machtiging',
  id: basis.id,
  naam: 'Gever Proef',
  ...(dienst !== undefined && { dienst }),
})
const voorDienst = (dienst: string, organisatie = 'svb', pad?: string) =>
  kijk(met(dienst), { organisatie: proeforganisatie(organisatie), diensten: [dienst] }, pad)

test('who has a mandate for a scheme sees what that scheme reads; the rest is not asked, not on the record, and named', async () => {
  const aow = await voorDienst('aow')
  assert.deepEqual(aow.getoond, [...overWie, 'partner'])
  assert.deepEqual(aow.regels, [['eigen-gegevens-tonen', [...overWie, 'partner']]])
  assert.match(
    aow.body,
    /U regelt hier AOW-pensioen bij Sociale[^.]*voor Gever Proef\. Daarvoor zijn deze gegevens nodig/,
  )
  assert.match(aow.body, /Wat u hier niet ziet[\s\S]*<li>Kinderen<\/li>[\s\S]*<li>Spaargeld en bezit<\/li>/)
  assert.match(aow.body, /Zo weet u om wie het gaat[\s\S]*Nodig voor wat u regelt/)
  assert.doesNotMatch(aow.body, /Nodig om|Zie wie uw gegevens zag/)
  assert.doesNotMatch(aow.body, /<li>Partner<\/li>|Inkomen en bezit/)

  const zorgtoeslag = await voorDienst('zorgtoeslag', 'dienst-toeslagen')
  assert.deepEqual(zorgtoeslag.getoond, [...overWie, 'partner', 'kinderen', 'toetsingsinkomen', 'vermogen'])
  assert.deepEqual(zorgtoeslag.regels, [
    ['eigen-gegevens-tonen', [...overWie, 'partner', 'kinderen']],
    ['inkomen-tonen', ['inkomen', 'vermogen']],
  ])
  assert.match(
    zorgtoeslag.body,
    /<li>Anderen op uw adres<\/li>\s*<li>Inkomen per maand<\/li>|<li>Anderen op uw adres<\/li><li>Inkomen per maand<\/li>/,
  )
})

test('for what is no scheme only whom it is about is shown, and it is said why', async () => {
  const paspoort = await voorDienst('paspoort', 'gemeente-utrecht')
  assert.deepEqual(paspoort.getoond, overWie)
  assert.deepEqual(paspoort.regels, [['eigen-gegevens-tonen', overWie]])
  assert.match(paspoort.body, /Wat u hier niet ziet[\s\S]*Wij weten niet of dit nodig is/)
  assert.doesNotMatch(paspoort.body, /Nodig voor wat u regelt/)
  assert.match(
    paspoort.body,
    /Wij weten niet welke gegevens daarvoor nodig zijn\. Daarom ziet u alleen om wie het gaat/,
  )
})

test('a mandate for a whole organisation opens what all of its schemes together read', async () => {
  const svb = await kijk(met(), { diensten: [] })
  for (const soort of [...overWie, 'partner', 'kinderen', 'maandinkomen'])
    assert.ok(svb.getoond.includes(soort), soort)
  assert.ok(!svb.getoond.includes('toetsingsinkomen'), 'no scheme of the SVB reads it')
  assert.match(svb.body, /U regelt hier alles bij Sociale/)
  // An organisation that carries out nothing that we know.
  const geen = await kijk(met(), { organisatie: proeforganisatie('bestaat-niet') })
  assert.deepEqual(geen.getoond, overWie)
})

test('everybody else sees what they saw: themselves, a parent, who the court appointed', async () => {
  const alles = Object.keys(woorden)
  const zonderGeld = alles.filter((naam) => !/inkomen|vermogen/.test(naam))
  const brp = ['naam', 'geboortedatum', 'adres', 'huishouden', 'partner', 'kinderen']
  const vol = [
    ['eigen-gegevens-tonen', ['nummer']],
    ['eigen-gegevens-tonen', brp],
    ['inkomen-tonen', ['inkomen', 'maandinkomen', 'vermogen']],
  ]
  for (const [naam, beeld, getoond, regels] of [
    ['zelf', await kijk({ soort: 'zelf' }), alles, vol],
    ['kind', await kijk(kind), zonderGeld, vol.slice(0, 2)],
    ['bewind', await kijk(met(), { soort: 'bewind' }), alles, vol],
    ['curatele', await kijk(met(), { soort: 'curatele' }), alles, vol],
    ['mentorschap', await kijk(met(), { soort: 'mentorschap' }), zonderGeld, vol.slice(0, 2)],
  ] as const) {
    assert.deepEqual(beeld.getoond, getoond, naam)
    assert.deepEqual(beeld.regels, regels, naam)
    assert.doesNotMatch(beeld.body, /Wat u hier niet ziet/, naam)
  }
})

test('the reason stands there in the language of the page', async () => {
  assert.match((await voorDienst('aow', 'svb', '/en/mijn/gegevens')).body, /These data are needed for that/)
  assert.match((await voorDienst('aow', 'svb', '/pap/mijn/gegevens')).body, /Pa esei mester di e datonan akí/)
})

test('a secret address is seen by who it is about and whom the court appointed; others read no address, secret or unknown, in the same words', async () => {
  for (const [voor, deel, zin] of [
    [{ soort: 'zelf' }, {}, /U heeft gevraagd om uw gegevens geheim te houden/],
    [met(), { soort: 'bewind' }, /Geef het aan niemand door/],
    [met(), { soort: 'curatele' }, /Geef het aan niemand door/],
    [met(), { soort: 'mentorschap' }, /Geef het aan niemand door/],
  ] as const) {
    const { body, getoond } = await kijk(voor, deel, '/mijn/gegevens', 'ja')
    assert.ok(getoond.includes('adres') && getoond.includes('medebewoners'), JSON.stringify(deel))
    assert.match(body, zin)
  }
  for (const [voor, deel] of [
    [kind, {}],
    [met('zorgtoeslag'), { organisatie: proeforganisatie('dienst-toeslagen'), diensten: ['zorgtoeslag'] }],
    [met(), { diensten: [] }],
  ] as const) {
    const { body, getoond } = await kijk(voor, deel, '/mijn/gegevens', 'ja')
    assert.ok(getoond.includes('naam') && !getoond.includes('adres') && !getoond.includes('medebewoners'))
    assert.match(body, /Dit adres laten wij u niet zien/)
    assert.doesNotMatch(body, /adres is geheim/)
    // What is not known is kept as if it were secret, and reads the same: otherwise the page would say which it is.
    const hoofd = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    const onbekend = await kijk(voor, deel, '/mijn/gegevens', 'onbekend')
    assert.equal(hoofd(onbekend.body), hoofd(body))
    // Open again as soon as it is no secret.
    assert.ok((await kijk(voor, deel)).getoond.includes('adres'))
  }
})
