import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Verwerkingsactiviteit, Verwerkingsregister } from '../audit/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { type Datum, maakPersoonId, type PersoonId, parseDatum } from '../domain/index.ts'
import {
  beleid,
  beslis,
  handelingen,
  type Machtiging,
  type MachtigingSoort,
  medewerkerrollen,
  niveaus,
  persoonVan,
  type Subject,
  standVan,
  type Toegangsvraag,
  type Voor,
  type Voorwerp,
  voorwerpen,
} from './index.ts'

const nu = new Date('2026-06-01T12:00:00Z')
const vandaag = dag('2026-06-01')
const svb = proeforganisatie('svb')
const duo = proeforganisatie('duo')

const mens = (nummer: number): PersoonId =>
  maakPersoonId(new Date(nummer), () => new Uint8Array(16).fill(nummer))
const [ik, ander, vreemde, kind, bedrijf] = [mens(1), mens(2), mens(3), mens(4), mens(5)]

function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

/** Every purpose that the policy names, for everybody and every role. */
const activiteiten = [...new Set(beleid.flatMap(({ doelen }) => doelen ?? []))].map(
  (id): Verwerkingsactiviteit => ({
    id,
    versie: 1,
    gegevens: ['x'],
    betrokkenen: ['inwoner'],
    door: ['inwoner', 'medewerker'],
    rollen: [...new Set(beleid.flatMap((r) => (r.doelen?.includes(id) === true ? (r.rollen ?? []) : [])))],
    bewaren: { regel: 'B', termijn: 'P1Y' },
  }),
)
const register: Verwerkingsregister = {
  vind: (id) => activiteiten.find((a) => a.id === id),
  alle: () => activiteiten,
}
const doelen = [undefined, 'iets-anders', ...activiteiten.map(({ id }) => id)]

function inwoner(niveau: (typeof niveaus)[number], minutenGeleden = 0): Subject {
  const op = new Date(nu.getTime() - minutenGeleden * 60_000)
  return {
    soort: 'inwoner',
    persoon: ik,
    herkenning: { middel: 'digid', niveau, bron: 'https://x.example', op },
  }
}

function medewerker(anders: Partial<Subject & { soort: 'medewerker' }> = {}): Subject {
  return {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: svb,
    rollen: ['balie'],
    doelen: activiteiten.map(({ id }) => id),
    ...anders,
  }
}

function machtiging(soort: MachtigingSoort, anders: Partial<Machtiging> = {}): Voor {
  return {
    soort: 'machtiging',
    machtiging: {
      id: 'x',
      soort,
      gever: ander,
      gemachtigde: ik,
      organisatie: svb,
      diensten: ['aow'],
      geldigVanaf: dag('2026-01-01'),
      geldigTot: dag('2027-01-01'),
      wijze: { soort: 'digitaal' },
      vastgelegd: nu,
      ingetrokken: undefined,
      ...anders,
    },
  }
}

const soorten = ['machtiging', 'bewind', 'mentorschap', 'curatele'] as const
const voorWie: readonly Voor[] = [
  { soort: 'zelf' },
  { soort: 'kind', persoon: kind, meerderjarigOp: dag('2026-06-02') },
  { soort: 'kind', persoon: kind, meerderjarigOp: dag('2026-06-01') },
  { soort: 'bedrijf', persoon: bedrijf },
  ...soorten.flatMap((soort) => [
    machtiging(soort),
    machtiging(soort, { ingetrokken: nu }),
    machtiging(soort, { geldigTot: dag('2026-06-01') }),
    machtiging(soort, { geldigVanaf: dag('2026-06-02') }),
    machtiging(soort, { gemachtigde: vreemde }),
    machtiging(soort, { organisatie: duo, diensten: [] }),
  ]),
]

const grond = (doel: string, persoon: PersoonId | undefined, minuten = 0) => ({
  doel,
  gesteldOp: new Date(nu.getTime() - minuten * 60_000),
  ...(persoon !== undefined && { persoon }),
})

const subjecten: readonly Subject[] = [
  { soort: 'anoniem' },
  { soort: 'helper' },
  ...niveaus.map((niveau) => inwoner(niveau)),
  inwoner('hoog', 6),
  medewerker(),
  medewerker({ rollen: [] }),
  // Everybody with a role, whatever they stated: about this person, or about nobody yet.
  ...medewerkerrollen.flatMap((rol) =>
    [undefined, ...activiteiten.map(({ id }) => id)].flatMap((id) => [
      medewerker({ rollen: [rol], ...(id !== undefined && { grond: grond(id, ander) }) }),
      medewerker({ rollen: [rol], ...(id !== undefined && { grond: grond(id, undefined) }) }),
    ]),
  ),
  ...activiteiten.flatMap(({ id }) => {
    const rollen = register.vind(id)?.rollen ?? []
    return [
      medewerker({ rollen, grond: grond(id, ander), organisatie: duo }),
      medewerker({ rollen, grond: grond(id, ander), doelen: [] }),
      medewerker({ rollen, grond: grond(id, ander, 61) }),
      medewerker({ rollen, grond: grond(id, undefined, 61) }),
      medewerker({ rollen, grond: grond(id, ander, -1) }),
      medewerker({ rollen, grond: { ...grond(id, ander), ander: vreemde } }),
    ]
  }),
]

const eigenaren = [undefined, ik, ander, vreemde, kind, bedrijf]
const plaatsen = [
  {},
  { organisatie: svb },
  { organisatie: svb, dienst: 'aow' },
  { organisatie: svb, dienst: 'anw' },
  { organisatie: duo, dienst: 'aow' },
]

// A professional has nothing of their own here, and services are of no concern to them: fewer will do.
const vanAnderen = [undefined, ander, vreemde]
const plaatsenVanMedewerkers = [{}, { organisatie: svb }, { organisatie: duo }]

function* alleVragen(): Generator<Toegangsvraag> {
  for (const subject of subjecten)
    for (const voor of subject.soort === 'inwoner' ? voorWie : voorWie.slice(0, 1))
      for (const handeling of handelingen)
        for (const soort of voorwerpen)
          for (const eigenaar of subject.soort === 'medewerker' ? vanAnderen : eigenaren)
            for (const plaats of subject.soort === 'medewerker' ? plaatsenVanMedewerkers : plaatsen) {
              const voorwerp: Voorwerp = { soort, ...plaats, ...(eigenaar !== undefined && { eigenaar }) }
              // Only purposes that could matter for this thing, and two that never do.
              for (const doel of doelen) {
                if (doel !== undefined && doel !== 'iets-anders' && !raakt(soort, doel)) continue
                yield { subject, voor, handeling, voorwerp, nu, vandaag, ...(doel !== undefined && { doel }) }
              }
            }
}

function raakt(soort: Voorwerp['soort'], doel: string): boolean {
  return beleid.some((regel) => regel.voorwerpen.includes(soort) && regel.doelen?.includes(doel))
}

/** What the law asks, said again in other words than the table uses. */
function magVolgensDeWet(vraag: Toegangsvraag): boolean {
  const { subject, voor, handeling, voorwerp, doel } = vraag
  if (voorwerp.soort === 'openbaar') return true
  if (subject.soort === 'anoniem' || subject.soort === 'helper') return false
  if (subject.soort === 'medewerker') return magMedewerker(vraag, subject)
  if (doel === undefined || register.vind(doel) === undefined) return false
  if (voorwerp.eigenaar !== persoonVan(subject, voor)) return false
  if (voorwerp.soort !== 'sessie' && subject.herkenning.niveau === 'laag') return false
  const minuten = (nu.getTime() - subject.herkenning.op.getTime()) / 60_000
  if ((handeling === 'toestemmen' || handeling === 'geven') && minuten > 5) return false
  if (voor.soort === 'kind') return voor.meerderjarigOp > vandaag
  if (voor.soort !== 'machtiging') return true
  const { machtiging: m } = voor
  if (m.gemachtigde !== subject.persoon || standVan(m, vandaag) !== 'geldig') return false
  if (m.soort === 'mentorschap') return voorwerp.soort !== 'inkomen' && voorwerp.soort !== 'toestemming'
  if (m.soort !== 'machtiging') return true
  const isGedekt =
    m.diensten.length === 0 || (voorwerp.dienst !== undefined && m.diensten.includes(voorwerp.dienst))
  return m.organisatie === voorwerp.organisatie && isGedekt && voorwerp.soort !== 'inzagelog'
}

/** What each role may ever see of a person, and whatever else is about nobody. */
const zicht: Readonly<Record<string, readonly string[]>> = {
  balie: ['eigen-gegevens', 'machtiging'],
  klantcontact: ['eigen-gegevens', 'machtiging'],
  hulpverlener: ['eigen-gegevens', 'inkomen', 'machtiging'],
  behandelaar: ['eigen-gegevens', 'inkomen', 'machtiging'],
}

const helpt: Readonly<Record<string, readonly string[]>> = {
  balie: ['inwoner-helpen', 'machtiging-registreren'],
  klantcontact: ['inwoner-helpen'],
  hulpverlener: ['schuldhulp-geven'],
  behandelaar: ['regeling-uitvoeren'],
}

function magMedewerker(
  { handeling, voorwerp, doel }: Toegangsvraag,
  { rollen, doelen: heeft, grond: gesteld, organisatie }: Subject & { soort: 'medewerker' },
): boolean {
  const zoekt = rollen.some((rol) => zicht[rol] !== undefined)
  if (voorwerp.soort === 'werkplek') return rollen.length > 0
  if (voorwerp.soort === 'grond') return zoekt && handeling === 'stellen'
  if (voorwerp.soort === 'toezicht')
    return rollen.includes('toezicht') && voorwerp.organisatie === organisatie
  if (gesteld === undefined || doel === undefined || !zoekt) return false
  const minuten = (nu.getTime() - gesteld.gesteldOp.getTime()) / 60_000
  if (minuten < 0 || minuten > 60 || !heeft.includes(doel) || !heeft.includes(gesteld.doel)) return false
  if (voorwerp.soort === 'inwoner') {
    const magTweede = gesteld.doel === 'machtiging-registreren' && gesteld.ander === undefined
    const isHulp = rollen.some((rol) => helpt[rol]?.includes(gesteld.doel) === true)
    if (!isHulp || doel !== 'inwoner-zoeken' || handeling !== 'zoeken') return false
    return gesteld.persoon === undefined || magTweede
  }
  if (gesteld.doel !== doel || gesteld.persoon === undefined || gesteld.persoon !== voorwerp.eigenaar)
    return false
  if (voorwerp.organisatie !== organisatie) return false
  if (handeling !== 'bekijken') return rollen.includes('balie') && voorwerp.soort === 'machtiging'
  return rollen.some((rol) => zicht[rol]?.includes(voorwerp.soort) === true)
}

test('every subject crossed with every act on everything of everybody: nothing leaks', (t) => {
  const geraakt = new Set<string>()
  let aantal = 0
  let toegestaan = 0
  for (const vraag of alleVragen()) {
    aantal++
    const besluit = beslis(register, vraag)
    if (!besluit.mag) continue
    toegestaan++
    geraakt.add(besluit.regel)
    assert.ok(magVolgensDeWet(vraag), JSON.stringify({ ...vraag, besluit }))
  }
  t.diagnostic(`${aantal} vragen, ${toegestaan} toegestaan`)
  assert.ok(aantal > 100_000)
  // A line that can never be met is a mistake; that it can be met keeps this test from being true of an empty table.
  assert.deepEqual(
    beleid.map(({ id }) => id).filter((id) => !geraakt.has(id)),
    [],
  )
})

test('an empty table allows nothing', () => {
  for (const handeling of handelingen)
    for (const soort of voorwerpen) {
      const vraag = {
        subject: inwoner('hoog'),
        voor: voorWie[0] ?? { soort: 'zelf' },
        handeling,
        voorwerp: { soort, eigenaar: ik },
        nu,
        vandaag,
      } as const
      assert.deepEqual(beslis(register, vraag, []), { mag: false, regel: undefined, reden: 'geen-regel' })
    }
})

test('a refusal says what would help', () => {
  const vraag = (anders: Partial<Toegangsvraag>): Toegangsvraag => ({
    subject: inwoner('substantieel'),
    voor: { soort: 'zelf' },
    handeling: 'bekijken',
    voorwerp: { soort: 'eigen-gegevens', eigenaar: ik },
    doel: 'eigen-gegevens-tonen',
    nu,
    vandaag,
    ...anders,
  })
  const toestemming = {
    handeling: 'toestemmen',
    doel: 'rechten-invullen',
    voorwerp: { soort: 'toestemming', eigenaar: ik },
  } as const
  const vanAnder = { soort: 'eigen-gegevens', eigenaar: ander, organisatie: svb, dienst: 'aow' } as const
  const helpen = {
    doel: 'inwoner-helpen',
    voorwerp: { soort: 'eigen-gegevens', eigenaar: ander, organisatie: svb },
  } as const
  const zoeken = { handeling: 'zoeken', doel: 'inwoner-zoeken', voorwerp: { soort: 'inwoner' } } as const
  const gevallen: readonly (readonly [Partial<Toegangsvraag>, string])[] = [
    [{ subject: inwoner('laag') }, 'niveau-te-laag'],
    [{ subject: { soort: 'helper' } }, 'helper-ziet-niets-alleen'],
    [{ subject: { soort: 'anoniem' } }, 'geen-regel'],
    [{ voorwerp: { soort: 'eigen-gegevens', eigenaar: ander } }, 'niet-van-hen'],
    [{ doel: 'sessies' }, 'doel-past-niet'],
    [{ doel: 'zomaar' }, 'doel-onbekend'],
    [{ ...toestemming, subject: inwoner('hoog', 6) }, 'opnieuw-inloggen'],
    [{ voor: machtiging('machtiging', { ingetrokken: nu }), voorwerp: vanAnder }, 'machtiging-geldt-niet'],
    [{ voor: machtiging('machtiging', { diensten: ['anw'] }), voorwerp: vanAnder }, 'machtiging-dekt-niet'],
    [{ ...helpen, subject: medewerker() }, 'grond-ontbreekt'],
    [{ ...helpen, subject: medewerker({ grond: grond('inwoner-helpen', vreemde) }) }, 'grond-ontbreekt'],
    [{ ...helpen, subject: medewerker({ grond: grond('inwoner-helpen', ander, 61) }) }, 'grond-verlopen'],
    [{ ...zoeken, subject: medewerker() }, 'grond-ontbreekt'],
    [{ ...zoeken, subject: medewerker({ grond: grond('inwoner-helpen', ander) }) }, 'grond-voor-ander'],
    [{ ...zoeken, subject: medewerker({ rollen: ['informatiepunt'] }) }, 'doel-niet-gegeven'],
    [
      { voor: voorWie[2] ?? { soort: 'zelf' }, voorwerp: { soort: 'eigen-gegevens', eigenaar: kind } },
      'kind-is-meerderjarig',
    ],
  ]
  for (const [anders, reden] of gevallen) {
    const besluit = beslis(register, vraag(anders))
    assert.deepEqual([besluit.mag, besluit.mag ? '' : besluit.reden], [false, reden], reden)
  }
  assert.deepEqual(beslis(register, vraag({})), { mag: true, regel: 'gegevens-zien' })
  assert.deepEqual(beslis(register, vraag({ ...toestemming, subject: inwoner('substantieel', 5) })), {
    mag: true,
    regel: 'toestemming-geven',
  })
})

test('more assurance never takes anything away, and a helper beside somebody never adds anything', () => {
  const vragen = [...alleVragen()].filter(({ subject }) => subject.soort === 'inwoner')
  fc.assert(
    fc.property(fc.nat(vragen.length - 1), (nummer) => {
      const vraag = vragen[nummer]
      assert.ok(vraag && vraag.subject.soort === 'inwoner')
      const { subject } = vraag
      const besluit = beslis(register, vraag)
      const hoger = { ...subject, herkenning: { ...subject.herkenning, niveau: 'hoog' as const, op: nu } }
      if (besluit.mag) assert.ok(beslis(register, { ...vraag, subject: hoger }).mag)
      assert.deepEqual(beslis(register, { ...vraag, subject: { ...subject, metHelper: true } }), besluit)
    }),
    { numRuns: 2_000, seed: 9 },
  )
})
