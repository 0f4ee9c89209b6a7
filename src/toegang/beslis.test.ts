import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Verwerkingsactiviteit, Verwerkingsregister } from '../audit/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import {
  type Datum,
  maakPersoonId,
  type PersoonId,
  parseDatum,
  parseVestigingsnummer,
  type Vestigingsnummer,
} from '../domain/index.ts'
import {
  beleid,
  beslis,
  type EigenBedrijf,
  handelingen,
  type Maatregel,
  type Machtiging,
  type MachtigingSoort,
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

const [arnhem, nijmegen] = [vestigingMet('000090009111'), vestigingMet('000090009112')]

function vestigingMet(tekst: string): Vestigingsnummer {
  const vestiging = parseVestigingsnummer(tekst)
  assert.ok(vestiging)
  return vestiging
}

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
    rollen: ['klantcontact', 'balie'],
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

/** Recognised for a company, or for one branch of it. */
function ondernemer(eigen: EigenBedrijf): Subject {
  const wie = inwoner('substantieel')
  assert.ok(wie.soort === 'inwoner')
  return { ...wie, herkenning: { ...wie.herkenning, middel: 'eherkenning' }, bedrijf: eigen }
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

const onderCuratele: Maatregel = {
  soort: 'curatele',
  geldigVanaf: dag('2020-01-01'),
  geldigTot: dag('2100-01-01'),
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
  { soort: 'bedrijf', persoon: bedrijf, vestiging: arnhem },
  { soort: 'bedrijf', persoon: bedrijf, vestiging: nijmegen },
  machtiging('machtiging', { diensten: ['aow', 'anw'] }),
  machtiging('machtiging', { diensten: ['aow'], maatregelen: [onderCuratele] }),
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
  ondernemer({ persoon: bedrijf }),
  ondernemer({ persoon: bedrijf, vestiging: arnhem }),
  ondernemer({ persoon: vreemde }),
  medewerker(),
  medewerker({ rollen: [] }),
  ...activiteiten.flatMap(({ id }) => [
    medewerker({ grond: grond(id, ander) }),
    medewerker({ grond: grond(id, ander), rollen: ['klantcontact'] }),
    medewerker({ grond: grond(id, ander), organisatie: duo }),
    medewerker({ grond: grond(id, ander), doelen: [] }),
    medewerker({ grond: grond(id, ander, 61) }),
    medewerker({ grond: grond(id, undefined) }),
  ]),
]

const eigenaren = [undefined, ik, ander, vreemde, kind, bedrijf]
const plaatsen = [
  {},
  { organisatie: svb },
  { organisatie: svb, dienst: 'aow' },
  { organisatie: svb, dienst: 'anw' },
  { organisatie: duo, dienst: 'aow' },
]

/** A branch is of a company; of a company a service is of no matter. */
function plaatsenVoor(voor: Voor): readonly Omit<Voorwerp, 'soort'>[] {
  return voor.soort === 'bedrijf' ? [{}, { vestiging: arnhem }, { vestiging: nijmegen }] : plaatsen
}

function* alleVragen(): Generator<Toegangsvraag> {
  for (const subject of subjecten)
    for (const voor of subject.soort === 'inwoner' ? voorWie : voorWie.slice(0, 1))
      for (const handeling of handelingen)
        for (const soort of voorwerpen)
          for (const eigenaar of eigenaren)
            for (const plaats of plaatsenVoor(voor)) {
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
function magVolgensDeWet({ subject, voor, handeling, voorwerp, doel }: Toegangsvraag): boolean {
  if (voorwerp.soort === 'openbaar') return true
  if (doel === undefined || register.vind(doel) === undefined) return false
  if (subject.soort === 'anoniem' || subject.soort === 'helper') return false
  if (subject.soort === 'medewerker') {
    const { grond: gesteld } = subject
    if (gesteld?.doel !== doel || nu.getTime() - gesteld.gesteldOp.getTime() > 3_600_000) return false
    if (!subject.doelen.includes(doel) || subject.rollen.length === 0) return false
    if (voorwerp.soort === 'inwoner') return handeling === 'zoeken'
    return voorwerp.organisatie === subject.organisatie && gesteld.persoon === voorwerp.eigenaar
  }
  if (voorwerp.eigenaar !== persoonVan(subject, voor)) return false
  if (voorwerp.soort !== 'sessie' && subject.herkenning.niveau === 'laag') return false
  const minuten = (nu.getTime() - subject.herkenning.op.getTime()) / 60_000
  if (['toestemmen', 'geven', 'aannemen'].includes(handeling) && minuten > 5) return false
  if (voor.soort === 'bedrijf') {
    const { bedrijf: eigen } = subject
    if (eigen?.persoon !== voor.persoon) return false
    if (eigen.vestiging !== undefined && voor.vestiging !== eigen.vestiging) return false
    return voor.vestiging === undefined || voorwerp.vestiging === voor.vestiging
  }
  if (voor.soort === 'kind') return voor.meerderjarigOp > vandaag
  if (voor.soort !== 'machtiging') return true
  const { machtiging: m } = voor
  if (m.gemachtigde !== subject.persoon || standVan(m, vandaag) !== 'geldig') return false
  if (m.soort === 'mentorschap') return voorwerp.soort !== 'inkomen' && voorwerp.soort !== 'toestemming'
  if (m.soort !== 'machtiging') return true
  // A court took everything from the giver, so there is nothing that they gave.
  if (m.maatregelen !== undefined) return false
  const isGedekt =
    m.diensten.length === 0 || (voorwerp.dienst !== undefined && m.diensten.includes(voorwerp.dienst))
  return m.organisatie === voorwerp.organisatie && isGedekt && voorwerp.soort !== 'inzagelog'
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

test('a mandate over several services is decided for each of them, and for no other', () => {
  const diensten = ['aow', 'anw', 'aio']
  const alle = [...diensten, 'kinderbijslag', undefined]
  const mag = (organisatie: typeof svb, dienst: string | undefined, anders: Partial<Machtiging>) =>
    beslis(register, {
      subject: inwoner('substantieel'),
      voor: machtiging('machtiging', anders),
      handeling: 'bekijken',
      voorwerp: { soort: 'eigen-gegevens', eigenaar: ander, organisatie, ...(dienst && { dienst }) },
      doel: 'eigen-gegevens-tonen',
      nu,
      vandaag,
    })
  const gedekt = (anders: Partial<Machtiging>, organisatie = svb) =>
    alle.filter((dienst) => mag(organisatie, dienst, anders).mag)
  // In whatever order they stand: none of them stands for the others.
  for (const volgorde of [diensten, diensten.toReversed(), ['aio', 'aow', 'anw']]) {
    assert.deepEqual(gedekt({ diensten: volgorde }), diensten)
    assert.deepEqual(gedekt({ diensten: volgorde }, duo), [])
  }
  assert.deepEqual(gedekt({ diensten: ['anw'] }), ['anw'])
  assert.deepEqual(gedekt({ diensten: [] }), alle, 'the whole organisation')
  assert.deepEqual(gedekt({ diensten: [] }, duo), [])
  assert.deepEqual(gedekt({ diensten, ingetrokken: nu }), [])
  assert.deepEqual(mag(svb, 'kinderbijslag', { diensten }), {
    mag: false,
    regel: 'gemachtigd-zien',
    reden: 'machtiging-dekt-niet',
  })
})

test('who may act for one branch sees that branch, and neither another nor the company as a whole', () => {
  const mag = (eigen: EigenBedrijf, gekozen: typeof arnhem | undefined, van: typeof arnhem | undefined) =>
    beslis(register, {
      subject: ondernemer(eigen),
      voor: { soort: 'bedrijf', persoon: bedrijf, ...(gekozen && { vestiging: gekozen }) },
      handeling: 'bekijken',
      voorwerp: { soort: 'inzagelog', eigenaar: bedrijf, ...(van && { vestiging: van }) },
      doel: 'inzage-tonen',
      nu,
      vandaag,
    }).mag
  const plekken = [undefined, arnhem, nijmegen]
  const heel = { persoon: bedrijf }
  assert.ok(plekken.every((van) => mag(heel, undefined, van)))
  for (const gekozen of plekken)
    for (const van of plekken)
      assert.equal(mag({ ...heel, vestiging: arnhem }, gekozen, van), gekozen === arnhem && van === arnhem)
})
