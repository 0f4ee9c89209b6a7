import type { Onderdeel } from './aansluiting.ts'

/** What the test of a connection looks at, in the order in which somebody mends it. */
export const proefonderdelen = [
  'naam',
  'certificaat',
  'aanmelden',
  'zrc',
  'ztc',
  'drc',
  'brc',
  'nrc',
  'slot',
  'klok',
  'crs',
  'eigen-adres',
  'zoek',
  'contacten',
  'expand',
  'bladeren',
  'catalogus',
  'statustekst',
  'proefpersoon',
  'vreemd',
  'documenten',
  'berichten',
] as const
export type Proefonderdeel = (typeof proefonderdelen)[number]

/**
 * `fout`: residents miss something, or must not be shown anything yet. `let-op`: it works, less well than it could.
 * `niet-gedaan`: cannot be known until something else is right.
 */
export type Proefuitslag = 'goed' | 'let-op' | 'fout' | 'niet-gedaan'

export interface Proefregel {
  readonly onderdeel: Proefonderdeel
  readonly uitslag: Proefuitslag
  /** Which sentence and which remedy; a closed list, see `proefcodes`. */
  readonly code: Proefcode
  /** Numbers and names in the sentence. Nothing of a person, no secret. */
  readonly met?: Readonly<Record<string, string | number>>
}

/** Each has a sentence; each that is not `goed` also a remedy. */
export const proefcodes = {
  'naam-goed': 'goed',
  'naam-onbekend': 'fout',
  'naam-eigen-netwerk': 'fout',
  'certificaat-goed': 'goed',
  'certificaat-kort': 'let-op',
  'certificaat-verlopen': 'fout',
  'certificaat-naam': 'fout',
  'certificaat-vreemd': 'fout',
  'certificaat-geen': 'fout',
  'certificaat-hier': 'niet-gedaan',
  'deel-goed': 'goed',
  'deel-weg': 'fout',
  'deel-geen-verbinding': 'fout',
  'deel-traag': 'fout',
  'deel-storing': 'fout',
  'deel-geen-zgw': 'fout',
  'deel-geen-rechten': 'fout',
  'deel-onbegrepen': 'fout',
  'aanmelden-goed': 'goed',
  'aanmelden-client': 'fout',
  'aanmelden-geheim': 'fout',
  'aanmelden-klok': 'fout',
  'aanmelden-geweigerd': 'fout',
  'slot-goed': 'goed',
  'slot-open': 'fout',
  'klok-goed': 'goed',
  'klok-scheef': 'let-op',
  'klok-fout': 'fout',
  'klok-onbekend': 'niet-gedaan',
  'crs-goed': 'goed',
  'crs-geweigerd': 'fout',
  'eigen-adres-goed': 'goed',
  'eigen-adres-anders': 'fout',
  'zoek-ja': 'goed',
  'zoek-nee': 'let-op',
  'contacten-nummer': 'let-op',
  'contacten-geen': 'goed',
  'expand-ja': 'goed',
  'expand-nee': 'let-op',
  'bladeren-goed': 'goed',
  'bladeren-een': 'goed',
  'bladeren-vreemd': 'fout',
  'bladeren-mislukt': 'fout',
  'catalogus-goed': 'goed',
  'catalogus-leeg': 'fout',
  'catalogus-intern': 'fout',
  'statustekst-goed': 'goed',
  'statustekst-weinig': 'let-op',
  'proefpersoon-goed': 'goed',
  'proefpersoon-niets': 'let-op',
  'proefpersoon-mislukt': 'fout',
  'proefpersoon-geen': 'niet-gedaan',
  'vreemd-geweigerd': 'goed',
  'vreemd-getoond': 'fout',
  'vreemd-geen': 'niet-gedaan',
  'vreemd-geen-zaak': 'niet-gedaan',
  'vreemd-mislukt': 'niet-gedaan',
  'documenten-goed': 'goed',
  'documenten-mislukt': 'fout',
  'documenten-geen': 'niet-gedaan',
  'berichten-goed': 'goed',
  'berichten-geen-kanaal': 'fout',
  'berichten-geen-abonnement': 'let-op',
  'berichten-mislukt': 'fout',
  'berichten-geen': 'let-op',
  'berichten-gebracht': 'goed',
  'berichten-nog-niet-gebracht': 'niet-gedaan',
  onbekend: 'niet-gedaan',
} as const satisfies Readonly<Record<string, Proefuitslag>>
export type Proefcode = keyof typeof proefcodes

/** What was seen on the way and at the door. An adapter gathers it; `beoordeel` says what it means. */
export interface Bevindingen {
  /** Of each place in the settings, once. */
  readonly plaatsen: readonly Plaatsbevinding[]
  readonly onderdelen: readonly Onderdeelbevinding[]
  /** How the source took our token, and one that was signed with a secret that nobody has. */
  readonly eigenToken: Antwoordbevinding | undefined
  readonly valsToken: Antwoordbevinding | undefined
  /** Their clock less ours, in seconds. */
  readonly klokverschilS?: number
  readonly crs: 'goed' | 'geweigerd' | 'onbekend'
  readonly noemtZich?: string
  readonly zoek: 'ja' | 'nee' | 'onbekend'
  /** Klantinteracties finds a person by a number in the address and has no other way. */
  readonly contacten: 'in-adres' | 'geen'
  readonly expand: 'ja' | 'weigert' | 'negeert' | 'onbekend'
  readonly bladeren: 'goed' | 'een-pagina' | 'vreemd-adres' | 'mislukt' | 'onbekend'
  /** Published types, and those that say they are for residents. */
  readonly catalogus?: {
    readonly typen: number
    readonly extern: number
    readonly statussen: number
    readonly metTekst: number
  }
  readonly berichten:
    | 'geabonneerd'
    | 'niet-geabonneerd'
    | 'mislukt'
    | 'geen-kanaal'
    | 'geen-nrc'
    /** It brings them by itself: something came, or nothing yet. */
    | 'gebracht'
    | 'nog-niet-gebracht'
    | 'onbekend'
  readonly proef?: Proefbevinding
}

export interface Plaatsbevinding {
  readonly host: string
  readonly naam: 'goed' | 'onbekend' | 'eigen-netwerk'
  readonly tls: 'goed' | 'verlopen' | 'andere-naam' | 'vreemd' | 'geen-verbinding' | 'geen-tls' | 'onbekend'
  readonly dagenOver?: number
}

export interface Onderdeelbevinding {
  readonly onderdeel: Onderdeel
  readonly antwoord: Antwoordbevinding
  readonly versie?: string
}

/** One answer: no answer at all, or which one. */
export type Antwoordbevinding =
  | { readonly soort: 'geen'; readonly waarom: 'verbinding' | 'te-laat' | 'afgebroken' }
  | {
      readonly soort: 'antwoord'
      readonly http: number
      /** Of the problem that it describes: `permission_denied`, `invalid-jwt-signature`. */
      readonly code?: string
      /** A list as the standard has it. */
      readonly isLijst: boolean
    }

export interface Proefbevinding {
  readonly zaken:
    | { readonly status: 'ok'; readonly aantal: number }
    | { readonly status: 'mislukt'; readonly soort: string }
  /**
   * A case of another test person, asked for as this one. `geen`: there is no other test person; `geen-zaak`: none of
   * the others has a case of their own.
   */
  readonly vreemd: 'geweigerd' | 'getoond' | 'geen' | 'geen-zaak' | 'mislukt'
  readonly documenten: 'goed' | 'mislukt' | 'geen'
}

/** Named limits. Open Zaak refuses a token from the future; a certificate takes time to renew. */
const klokFoutS = 60
const klokScheefS = 10
const certificaatKortDagen = 30
const tekstDeel = 0.5

/** The list of green and red. Pure: the same findings give the same list. */
export function beoordeel(wat: Bevindingen): readonly Proefregel[] {
  const aanmelden = aanmeldregel(wat)
  // Refused everywhere for one reason: that one is said, and what follows from it is not known.
  const isGeweigerd = aanmelden.uitslag === 'fout'
  return [
    ...wat.plaatsen.flatMap(plaatsregels),
    aanmelden,
    ...wat.onderdelen.map((deel) => onderdeelregel(deel, isGeweigerd)),
    slotregel(wat, isGeweigerd),
    klokregel(wat),
    regel('crs', { goed: 'crs-goed', geweigerd: 'crs-geweigerd', onbekend: 'onbekend' } as const, wat.crs),
    eigenAdresregel(wat),
    regel('zoek', { ja: 'zoek-ja', nee: 'zoek-nee', onbekend: 'onbekend' } as const, wat.zoek),
    regel('contacten', { 'in-adres': 'contacten-nummer', geen: 'contacten-geen' } as const, wat.contacten),
    regel(
      'expand',
      { ja: 'expand-ja', weigert: 'expand-nee', negeert: 'expand-nee', onbekend: 'onbekend' } as const,
      wat.expand,
    ),
    regel('bladeren', bladercodes, wat.bladeren),
    ...catalogusregels(wat.catalogus),
    ...proefregels(wat.proef, isGeweigerd),
    regel('berichten', berichtcodes, wat.berichten),
  ]
}

/** Nothing red: the connection may go on. */
export function isGeslaagd(regels: readonly Proefregel[]): boolean {
  return regels.every(({ uitslag }) => uitslag !== 'fout')
}

/** What could not be looked at, in the order of the list. */
export function nietNagekeken(regels: readonly Proefregel[]): readonly Proefonderdeel[] {
  return [
    ...new Set(regels.flatMap(({ uitslag, onderdeel }) => (uitslag === 'niet-gedaan' ? [onderdeel] : []))),
  ]
}

const bladercodes = {
  goed: 'bladeren-goed',
  'een-pagina': 'bladeren-een',
  'vreemd-adres': 'bladeren-vreemd',
  mislukt: 'bladeren-mislukt',
  onbekend: 'onbekend',
} as const
const berichtcodes = {
  geabonneerd: 'berichten-goed',
  'niet-geabonneerd': 'berichten-geen-abonnement',
  mislukt: 'berichten-mislukt',
  'geen-kanaal': 'berichten-geen-kanaal',
  'geen-nrc': 'berichten-geen',
  gebracht: 'berichten-gebracht',
  'nog-niet-gebracht': 'berichten-nog-niet-gebracht',
  onbekend: 'onbekend',
} as const

function met(onderdeel: Proefonderdeel, code: Proefcode, waarden?: Proefregel['met']): Proefregel {
  return { onderdeel, uitslag: proefcodes[code], code, ...(waarden && { met: waarden }) }
}

function regel<K extends string>(
  onderdeel: Proefonderdeel,
  codes: Readonly<Record<K, Proefcode>>,
  gezien: K,
): Proefregel {
  return met(onderdeel, codes[gezien])
}

function plaatsregels({ host, naam, tls, dagenOver }: Plaatsbevinding): readonly Proefregel[] {
  if (naam !== 'goed')
    return [met('naam', naam === 'onbekend' ? 'naam-onbekend' : 'naam-eigen-netwerk', { host })]
  return [met('naam', 'naam-goed', { host }), certificaatregel(host, tls, dagenOver)]
}

function certificaatregel(host: string, tls: Plaatsbevinding['tls'], dagen: number | undefined): Proefregel {
  const code = {
    goed: dagen !== undefined && dagen <= certificaatKortDagen ? 'certificaat-kort' : 'certificaat-goed',
    verlopen: 'certificaat-verlopen',
    'andere-naam': 'certificaat-naam',
    vreemd: 'certificaat-vreemd',
    'geen-verbinding': 'certificaat-geen',
    'geen-tls': 'certificaat-hier',
    onbekend: 'onbekend',
  } as const
  return met('certificaat', code[tls], { host, ...(dagen !== undefined && { dagen }) })
}

function onderdeelregel(
  { onderdeel, antwoord, versie }: Onderdeelbevinding,
  isGeweigerd: boolean,
): Proefregel {
  const code = onderdeelcode(antwoord)
  if (isGeweigerd && code === 'deel-geen-rechten') return met(onderdeel, 'onbekend')
  return met(onderdeel, code, {
    versie: versie ?? '?',
    ...(antwoord.soort === 'antwoord' && { http: antwoord.http }),
    scope: scopes[onderdeel],
  })
}

/** What an application needs at each part. */
const scopes: Readonly<Record<Onderdeel, string>> = {
  zrc: 'zaken.lezen',
  ztc: 'catalogi.lezen',
  drc: 'documenten.lezen',
  brc: 'besluiten.lezen',
  nrc: 'notificaties.consumeren',
}

function onderdeelcode(antwoord: Antwoordbevinding): Proefcode {
  if (antwoord.soort === 'geen') return antwoord.waarom === 'te-laat' ? 'deel-traag' : 'deel-geen-verbinding'
  const { http, isLijst } = antwoord
  if (http === 401 || http === 403) return 'deel-geen-rechten'
  if (http === 404) return 'deel-weg'
  if (http === 429 || http >= 500) return 'deel-storing'
  if (http < 200 || http >= 300) return 'deel-onbegrepen'
  return isLijst ? 'deel-goed' : 'deel-geen-zgw'
}

/** The codes of the reference; another supplier says no more than that it refuses. */
const tokencodes: Readonly<Record<string, Proefcode>> = {
  'invalid-client-identifier': 'aanmelden-client',
  'invalid-jwt-signature': 'aanmelden-geheim',
  'jwt-expired': 'aanmelden-klok',
  'jwt-not-yet-valid': 'aanmelden-klok',
}

function aanmeldregel({ eigenToken, klokverschilS = 0 }: Bevindingen): Proefregel {
  if (eigenToken?.soort !== 'antwoord') return met('aanmelden', 'onbekend')
  const { http, code = '' } = eigenToken
  if (http >= 200 && http < 300) return met('aanmelden', 'aanmelden-goed')
  // What is allowed is another question than who we are.
  if (code === 'permission_denied') return met('aanmelden', 'aanmelden-goed')
  if (http !== 401 && http !== 403) return met('aanmelden', 'onbekend')
  if (Math.abs(klokverschilS) > klokFoutS)
    return met('aanmelden', 'aanmelden-klok', { seconden: Math.abs(klokverschilS) })
  return met('aanmelden', tokencodes[code] ?? 'aanmelden-geweigerd')
}

/** A register that lets in whoever says something is open to everybody: then nothing may be connected. */
function slotregel({ valsToken }: Bevindingen, isGeweigerd: boolean): Proefregel {
  if (valsToken?.soort !== 'antwoord') return met('slot', 'onbekend')
  if (valsToken.http >= 200 && valsToken.http < 300) return met('slot', 'slot-open')
  // Where ours is refused too, a refusal tells nothing.
  if (isGeweigerd) return met('slot', 'onbekend')
  return met('slot', [401, 403].includes(valsToken.http) ? 'slot-goed' : 'onbekend')
}

/** Who accepts our token has the same time where it matters, whatever the answer is dated. */
function klokregel({ klokverschilS, eigenToken }: Bevindingen): Proefregel {
  if (klokverschilS === undefined) return met('klok', 'klok-onbekend')
  const seconden = Math.abs(klokverschilS)
  const isAangenomen = eigenToken?.soort === 'antwoord' && eigenToken.http >= 200 && eigenToken.http < 300
  const isMis = seconden > klokFoutS && !isAangenomen
  return met('klok', isMis ? 'klok-fout' : seconden > klokScheefS ? 'klok-scheef' : 'klok-goed', { seconden })
}

function eigenAdresregel({ noemtZich, onderdelen }: Bevindingen): Proefregel {
  if (noemtZich !== undefined) return met('eigen-adres', 'eigen-adres-anders', { adres: noemtZich })
  const ztc = onderdelen.find(({ onderdeel }) => onderdeel === 'ztc')
  return met(
    'eigen-adres',
    ztc !== undefined && onderdeelcode(ztc.antwoord) === 'deel-goed' ? 'eigen-adres-goed' : 'onbekend',
  )
}

function catalogusregels(catalogus: Bevindingen['catalogus']): readonly Proefregel[] {
  if (catalogus === undefined) return [met('catalogus', 'onbekend'), met('statustekst', 'onbekend')]
  const { typen, extern, statussen, metTekst } = catalogus
  if (typen === 0) return [met('catalogus', 'catalogus-leeg'), met('statustekst', 'onbekend')]
  const gezien = met('catalogus', extern === 0 ? 'catalogus-intern' : 'catalogus-goed', { typen, extern })
  if (statussen === 0) return [gezien, met('statustekst', 'onbekend')]
  const deel = metTekst / statussen
  const code = deel >= tekstDeel ? 'statustekst-goed' : 'statustekst-weinig'
  return [gezien, met('statustekst', code, { procent: Math.round(deel * 100) })]
}

function proefregels(proef: Proefbevinding | undefined, isGeweigerd: boolean): readonly Proefregel[] {
  if (proef === undefined)
    return [
      met('proefpersoon', 'proefpersoon-geen'),
      met('vreemd', 'vreemd-geen'),
      met('documenten', 'documenten-geen'),
    ]
  const { zaken, vreemd, documenten } = proef
  if (isGeweigerd && zaken.status === 'mislukt')
    return [met('proefpersoon', 'onbekend'), met('vreemd', 'onbekend'), met('documenten', 'onbekend')]
  const persoon =
    zaken.status === 'ok'
      ? met('proefpersoon', zaken.aantal > 0 ? 'proefpersoon-goed' : 'proefpersoon-niets', {
          n: zaken.aantal,
        })
      : met('proefpersoon', 'proefpersoon-mislukt', { soort: zaken.soort })
  return [persoon, met('vreemd', `vreemd-${vreemd}`), met('documenten', `documenten-${documenten}`)]
}
