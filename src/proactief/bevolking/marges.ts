/**
 * What the synthetic population is made after. Each margin says where it comes from and whether that is a published
 * figure (`vastgesteld`) or a guess of ours (`aangenomen`): whoever shows an outcome shows that as well.
 */

export type Zekerheid = 'vastgesteld' | 'aangenomen'

export interface Marge<T> {
  readonly waarde: T
  readonly zekerheid: Zekerheid
  readonly bron: string
}

function vastgesteld<T>(bron: string, waarde: T): Marge<T> {
  return { waarde, zekerheid: 'vastgesteld', bron }
}

function aangenomen<T>(bron: string, waarde: T): Marge<T> {
  return { waarde, zekerheid: 'aangenomen', bron }
}

/** Kinds of household, in the order of their numbers in the columns. */
export const SOORTEN = [
  'alleen',
  'paar-zonder-kinderen',
  'ongehuwd-met-kinderen',
  'gehuwd-met-kinderen',
  'een-ouder',
  'overig',
  'instelling',
] as const
export type Huishoudsoort = (typeof SOORTEN)[number]

/** A distribution as points [share of the people, value], straight lines between them. */
export type Verdeling = readonly (readonly [number, number])[]

const CBS_2024 = '1 januari 2024, CBS StatLine'

export const MARGES = {
  /** Households of each kind; of those in institutions, people. */
  huishoudens: vastgesteld<Readonly<Record<Huishoudsoort, number>>>(
    `${CBS_2024} 37975, 71487ned en 37620; paren zonder kinderen: de helft van hun leden; overig: wat overblijft`,
    {
      alleen: 3_340_560,
      'paar-zonder-kinderen': 2_338_858,
      'ongehuwd-met-kinderen': 469_618,
      'gehuwd-met-kinderen': 1_560_260,
      'een-ouder': 618_056,
      overig: 47_052,
      instelling: 289_176,
    },
  ),
  /** Of couples without children, how many are married. */
  gehuwdZonderKinderen: vastgesteld(
    `${CBS_2024} 37620: 3.375.340 van 4.677.716 mensen`,
    3_375_340 / 4_677_716,
  ),
  /** Children at home: one, two, three or more. */
  kindertal: vastgesteld<Readonly<Partial<Record<Huishoudsoort, readonly [number, number, number]>>>>(
    `${CBS_2024} 71487ned`,
    {
      'ongehuwd-met-kinderen': [198_578, 211_683, 59_357],
      'gehuwd-met-kinderen': [580_368, 686_176, 293_716],
      'een-ouder': [381_715, 177_232, 59_109],
    },
  ),
  /** Of those, how many have a youngest child of 0 up to and including 5. */
  jongsteOnder6: vastgesteld<Readonly<Partial<Record<Huishoudsoort, readonly [number, number, number]>>>>(
    `${CBS_2024} 71487ned`,
    {
      'ongehuwd-met-kinderen': [91_081, 87_445, 30_235],
      'gehuwd-met-kinderen': [146_609, 199_589, 110_759],
      'een-ouder': [42_978, 31_342, 20_047],
    },
  ),
  kinderen: vastgesteld(`${CBS_2024} 37620: thuiswonende kinderen`, 4_670_903),
  overigeLeden: vastgesteld(`${CBS_2024} 37620: overig lid van een huishouden`, 286_775),
  mensen: vastgesteld(`${CBS_2024} 37620: in huishoudens en instellingen`, 17_942_942),
  /** Of households with three or more: three, four, five. The mean of 3,30 follows from the number of children. */
  drieOfMeer: aangenomen('schatting van ons, op het gemiddelde van 3,30 dat uit 37620 en 71487ned volgt', [
    0.765, 0.17, 0.065,
  ] as readonly number[]),
  /** People per province. */
  provincies: vastgesteld<Readonly<Record<string, number>>>(
    '1 januari 2024, CBS StatLine 70072ned (voorlopig)',
    {
      PV20: 601_510,
      PV21: 661_956,
      PV22: 504_116,
      PV23: 1_189_079,
      PV24: 450_920,
      PV25: 2_149_057,
      PV26: 1_400_187,
      PV27: 2_980_494,
      PV28: 3_840_662,
      PV29: 391_657,
      PV30: 2_644_872,
      PV31: 1_133_174,
    },
  ),
  /** People, size of a household and rented homes per municipality: gemeentecijfers.ts. */
  gemeenten: vastgesteld(
    '1 januari 2023, CBS (inwoners, gemiddelde huishoudensgrootte, huurwoningen); uit een afschrift van anderen, waarvan de som precies het landelijke totaal is',
    'gemeentecijfers',
  ),
  /** How those of a municipality are spread over its water boards, where it has several. */
  waterschappen: aangenomen(
    'schatting van ons: gelijk verdeeld over de waterschappen van een gemeente',
    'gelijk',
  ),
  /** Which kinds of household live in which municipality. */
  samenstelling: aangenomen(
    'schatting van ons: zo dicht bij het land als kan, met de getelde gemiddelde grootte van een huishouden',
    'gewogen',
  ),
  /** Incomes, ages and assets within a municipality. */
  binnenGemeente: aangenomen(
    'schatting van ons: inkomen, leeftijd en vermogen per soort huishouden als in heel het land',
    'landelijk',
  ),
  /** Of the homes of a province, how many are rented. */
  huur: vastgesteld<Readonly<Record<string, number>>>(
    '2023, CBS StatLine 82900NED: huurwoningen gedeeld door koop- en huurwoningen',
    {
      PV20: 132_971 / (132_971 + 157_104),
      PV21: 116_822 / (116_822 + 191_615),
      PV22: 76_973 / (76_973 + 150_708),
      PV23: 203_713 / (203_713 + 318_872),
      PV24: 64_236 / (64_236 + 116_844),
      PV25: 366_808 / (366_808 + 573_452),
      PV26: 256_169 / (256_169 + 351_254),
      PV27: 692_752 / (692_752 + 697_661),
      PV28: 832_830 / (832_830 + 904_057),
      PV29: 61_401 / (61_401 + 127_223),
      PV30: 459_618 / (459_618 + 717_710),
      PV31: 215_295 / (215_295 + 327_911),
    },
  ),
  /** Of rented homes, those of a housing corporation. */
  corporatie: vastgesteld('2023, CBS StatLine 82900NED', 2_312_981 / 3_479_588),
  /** Gross income of a household in a year, in euros: the tenths. */
  bruto: vastgesteld<Verdeling>('2022 (voorlopig), CBS StatLine 83934NED, huishoudens met studenten', [
    [0.1, 22_900],
    [0.2, 30_200],
    [0.3, 38_900],
    [0.4, 49_700],
    [0.5, 62_700],
    [0.6, 78_600],
    [0.7, 97_400],
    [0.8, 121_300],
    [0.9, 159_500],
  ]),
  brutoUiteinden: aangenomen<Verdeling>(
    'schatting van ons: onder het eerste en boven het negende tiende deel',
    [
      [0, 0],
      [0.02, 12_000],
      [0.99, 320_000],
      [1, 600_000],
    ],
  ),
  /** Toetsingsinkomen of a household as a share of that gross income. */
  toetsingsdeel: aangenomen(
    'schatting van ons: zonder werkgeverslasten, met loonstijging van 2022 tot 2026',
    1,
  ),
  /** How far each kind of household stands from the middle of the incomes, in steps of a logistic distribution. */
  inkomensplaats: aangenomen<Readonly<Record<Huishoudsoort, number>>>('schatting van ons', {
    alleen: -1.6,
    'paar-zonder-kinderen': 0.8,
    'ongehuwd-met-kinderen': 1.6,
    'gehuwd-met-kinderen': 1.7,
    'een-ouder': -0.7,
    overig: -0.2,
    instelling: -2,
  }),
  /** Age of the first adult. */
  leeftijd: aangenomen<Readonly<Record<Huishoudsoort, Verdeling>>>('schatting van ons', {
    alleen: [
      [0, 18],
      [0.18, 26],
      [0.38, 36],
      [0.6, 56],
      [0.78, 70],
      [0.95, 86],
      [1, 101],
    ],
    'paar-zonder-kinderen': [
      [0, 19],
      [0.15, 29],
      [0.3, 45],
      [0.5, 60],
      [0.75, 70],
      [0.97, 84],
      [1, 97],
    ],
    'ongehuwd-met-kinderen': [
      [0, 20],
      [0.2, 32],
      [0.6, 40],
      [0.9, 50],
      [1, 62],
    ],
    'gehuwd-met-kinderen': [
      [0, 22],
      [0.2, 37],
      [0.6, 47],
      [0.9, 56],
      [1, 72],
    ],
    'een-ouder': [
      [0, 19],
      [0.2, 35],
      [0.6, 46],
      [0.9, 57],
      [1, 80],
    ],
    overig: [
      [0, 18],
      [0.5, 33],
      [0.9, 65],
      [1, 90],
    ],
    instelling: [
      [0, 18],
      [0.25, 45],
      [0.4, 75],
      [0.7, 86],
      [1, 102],
    ],
  }),
  /** Of younger people who live alone, how many study. */
  studenten: aangenomen('schatting van ons: alleenwonend, 18 tot en met 25', 0.4),
  huurCorporatie: aangenomen<Verdeling>('schatting van ons, euro per maand', [
    [0, 350],
    [0.2, 540],
    [0.5, 640],
    [0.8, 740],
    [1, 930],
  ]),
  huurOverig: aangenomen<Verdeling>('schatting van ons, euro per maand', [
    [0, 400],
    [0.2, 720],
    [0.5, 1000],
    [0.8, 1350],
    [1, 2400],
  ]),
  vermogen: aangenomen<Verdeling>('schatting van ons, euro, zonder eigen woning', [
    [0, 0],
    [0.1, 300],
    [0.3, 4000],
    [0.5, 17_000],
    [0.75, 62_000],
    [0.9, 170_000],
    [0.99, 700_000],
    [1, 3_000_000],
  ]),
  /** Of young children with parents who work, how many go to registered care. */
  opvang: aangenomen('schatting van ons', 0.55),
  /** Share of the toetsingsinkomen that is left after tax, from the lowest to the highest incomes. */
  netto: aangenomen<readonly [number, number]>(
    'schatting van ons: bij 20.000 en bij 100.000 euro',
    [0.88, 0.62],
  ),
  volledigeAow: aangenomen('schatting van ons: wie alle 50 jaar opbouwde', 0.88),
  /** Everything else: corpus/feiten/prior.yaml, where each fact names its source. */
  overigeFeiten: aangenomen('corpus/feiten/prior.yaml', 'prior'),
} as const

/** Gross income in a year over all households: the published tenths with our ends. */
export const BRUTO: Verdeling = [...MARGES.bruto.waarde, ...MARGES.brutoUiteinden.waarde].sort(
  ([p], [q]) => p - q,
)

/** People and private households as counted, on the day that the population is made after. */
export const TELLING = {
  datum: '2024-01-01',
  mensen: MARGES.mensen.waarde,
  /** Without people in institutions, whom the calculation takes as households of one. */
  huishoudens: SOORTEN.filter((soort) => soort !== 'instelling').reduce(
    (n, soort) => n + MARGES.huishoudens.waarde[soort],
    0,
  ),
  instelling: MARGES.huishoudens.waarde.instelling,
  /** A later count, of which not every margin is in yet: CBS StatLine 71488ned. */
  later: { datum: '2025-01-01', mensen: 18_044_027 },
} as const

/** Every margin with where it comes from. */
export function marges(): readonly {
  readonly naam: string
  readonly bron: string
  readonly zekerheid: Zekerheid
}[] {
  return Object.entries(MARGES).map(([naam, { bron, zekerheid }]) => ({ naam, bron, zekerheid }))
}

/** What stands beside every outcome: the margins that nobody published. */
export function aannames(): readonly { readonly naam: string; readonly bron: string }[] {
  return marges()
    .filter(({ zekerheid }) => zekerheid === 'aangenomen')
    .map(({ naam, bron }) => ({ naam, bron }))
}
