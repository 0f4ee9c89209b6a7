import { readFileSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { delimiter as padscheider, resolve } from 'node:path'
import { type Briefinstelling, leesBrieven } from './config-brieven.ts'
import { type Inwonerinstelling, leesInwoners } from './config-inwoners.ts'
import { type Kanaalinstelling, leesKanalen } from './config-kanalen.ts'
import { leesMedewerkers, type Medewerkerinstelling } from './config-medewerkers.ts'
import { leesPortalen, type Portaalinstelling } from './config-portalen.ts'
import { leesTelefoonlijn, type Telefooninstelling } from './config-telefoon.ts'
import { leesTurn, type Turninstelling } from './config-turn.ts'
import { type Invoerfout, PlatformError } from './errors.ts'
import { leesMoment } from './klok.ts'

/** Every setting, with its default. README and docs/operations.md list the same names. */
export interface Config {
  /** VOORDEUR_ADRES. `localhost` by default: a new installation is not open to the network by accident. */
  readonly adres: string
  /** VOORDEUR_PORT, or PORT as hosting platforms name it. 0 lets the system choose. */
  readonly poort: number
  /** VOORDEUR_URL: how people reach us, when something stands in front. With https we send HSTS. */
  readonly url: URL | undefined
  /** VOORDEUR_PROXY: addresses (or networks) of the proxies whose X-Forwarded-* headers we believe. */
  readonly proxies: readonly string[]
  /** VOORDEUR_DATA: where the embedded database lives. Without it `store/` picks a reachable place. */
  readonly dataMap: string | undefined
  /** VOORDEUR_SLEUTEL: the secret behind every seal of ours; the same on every machine. Without it one is made. */
  readonly sleutel: string | undefined
  /** VOORDEUR_SLEUTEL_VORIGE: what it was before, newest first, with spaces: old seals still open with these. */
  readonly vorigeSleutels: readonly string[]
  /** DATABASE_URL: a PostgreSQL of your own; then nothing is started. */
  readonly databaseUrl: string | undefined
  /** VOORDEUR_CONTACT_NAAM, _EMAIL, _URL: whom users of the API ask for help; stands in the OpenAPI document. */
  readonly contact: ApiContact | undefined
  /** VOORDEUR_HERKOMSTEN: other websites that may call the API from a browser (CORS). None by default. */
  readonly herkomsten: readonly string[]
  /** DEMO=false: no demo organisations. */
  readonly demo: boolean
  /** VOORDEUR_DEMO_POORT: the first of thirty-five ports for the demo organisations. Without it the system chooses. */
  readonly demoPoort: number | undefined
  /**
   * Logging in and the registers: VOORDEUR_OIDC_URL, VOORDEUR_OIDC_CLIENT, VOORDEUR_OIDC_GEHEIM, and how the provider
   * names things in VOORDEUR_OIDC_NIVEAUS, VOORDEUR_OIDC_CLAIMS and VOORDEUR_OIDC_SCOPES; VOORDEUR_BRP_URL,
   * VOORDEUR_BRP_SLEUTEL, VOORDEUR_BRP_ZWIJGT, VOORDEUR_INKOMEN_URL and VOORDEUR_INKOMEN_SLEUTEL. Without them and without the demo
   * nobody can log in.
   */
  readonly inwoners: Inwonerinstelling | undefined
  /** VOORDEUR_MEDEWERKERS: a file that says how each organisation lets its own professionals in. */
  readonly medewerkers: readonly Medewerkerinstelling[]
  /** VOORDEUR_MEDEWERKERS_STIL: after so many minutes without a click a professional is logged out. */
  readonly medewerkersStil: number | undefined
  /** VOORDEUR_PORTALEN: a file that names other portals, which residents may let show their cases. */
  readonly portalen: readonly Portaalinstelling[]
  /**
   * How messages leave. E-mail: VOORDEUR_SMTP_URL, VOORDEUR_SMTP_AFZENDER, VOORDEUR_SMTP_NAAM and
   * VOORDEUR_SMTP_RETOURDOMEIN. SMS, letters and e-mail through a service: VOORDEUR_NOTIFY_URL,
   * VOORDEUR_NOTIFY_SLEUTEL, VOORDEUR_NOTIFY_SMS, VOORDEUR_NOTIFY_EMAIL and VOORDEUR_NOTIFY_BRIEF.
   */
  readonly kanalen: Kanaalinstelling
  /** VOORDEUR_MAILRAND: names of our own mail servers as they write them in `Received`, with spaces (Awb 2:20). */
  readonly mailrand: readonly string[]
  /** VOORDEUR_BRONNEN_NETWERK: networks that are not public where case registers may be all the same: `10.20.0.0/16`. */
  readonly bronnenNetwerk: readonly string[]
  /** VOORDEUR_GOV_NL=true: every name below gov.nl is of government. Off as long as nothing is decided. */
  readonly govNl: boolean
  /**
   * VOORDEUR_BRIEVEN: where letters lie that the organisation prints itself; VOORDEUR_BRIEVEN_VENSTER, the window of its
   * envelopes; VOORDEUR_BRIEVEN_RETOUR, where the post brings back what it cannot deliver.
   */
  readonly brieven: Briefinstelling | undefined
  /**
   * VOORDEUR_TURN_URLS, VOORDEUR_TURN_GEHEIM: a TURN server for calls, and the secret that it knows as well;
   * VOORDEUR_TURN_ALLEEN=true: calls go through it and never directly.
   */
  readonly turn: Turninstelling | undefined
  /**
   * VOORDEUR_MENGER_URL, _GEHEIM, _BEHEER and VOORDEUR_SIP_SBC, _HIER, _NUMMER, _GEBRUIKER, _WACHTWOORD, _LANDEN, _PER_GESPREK, _PER_UUR: a mixer and a
   * line of an operator, for who takes part by an ordinary telephone. Absent: nobody is dialled.
   */
  readonly telefoonlijn: Telefooninstelling | undefined
  /** VOORDEUR_NU: the moment at which the clock starts. */
  readonly nu: Date | undefined
  /** VOORDEUR_CORPUS: directories beside the shipped corpus, later ones first in rank. */
  readonly corpusMappen: readonly string[]
  /** VOORDEUR_THEMA: a style sheet with the tokens of an organisation (colours, roundness, letter). */
  readonly themaBestand: string | undefined
}

export interface ApiContact {
  readonly name: string
  readonly email: string
  readonly url: string
}

type Omgeving = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment; throws once, with every fault named. `isMap` looks whether a directory is there: a name
 * with a typing error would otherwise be an empty directory, and its schemes silently absent.
 */
export function loadConfig(
  omgeving: Omgeving,
  werkmap: string,
  isMap = isBestaandeMap,
  leesBestand = leesTekstbestand,
): Config {
  const fouten: Invoerfout[] = []
  const lees = (naam: string): string | undefined => omgeving[naam]?.trim() || undefined
  const meld = (pointer: string, melding: string): undefined => {
    fouten.push({ pointer, melding })
  }

  const poortNaam = lees('VOORDEUR_PORT') === undefined ? 'PORT' : 'VOORDEUR_PORT'
  const poort = leesPoort(lees(poortNaam)) ?? meld(poortNaam, 'moet een getal zijn van 0 tot en met 65535')
  const nuTekst = lees('VOORDEUR_NU')
  const nu = nuTekst === undefined ? undefined : leesMoment(nuTekst)
  if (nuTekst !== undefined && nu === undefined) {
    meld(
      'VOORDEUR_NU',
      'moet een datum zijn, zoals 2026-03-01, of een moment, zoals 2026-03-01T09:00:00+01:00',
    )
  }
  const demo = leesJaNee(lees('DEMO') ?? 'true') ?? meld('DEMO', 'moet true of false zijn')
  const govNl =
    leesJaNee(lees('VOORDEUR_GOV_NL') ?? 'false') ?? meld('VOORDEUR_GOV_NL', 'moet true of false zijn')
  const url = leesUrl(lees('VOORDEUR_URL'), ['http:', 'https:'])
  if (url === 'fout') meld('VOORDEUR_URL', 'moet een adres zijn dat begint met https:// of http://')
  const databaseUrl = leesDatabaseUrl(lees('DATABASE_URL'))
  const sleutel = lees('VOORDEUR_SLEUTEL')
  if (sleutel !== undefined && sleutel.length < 32) {
    meld('VOORDEUR_SLEUTEL', 'moet minstens 32 tekens lang zijn')
  }
  const vorigeSleutels = lijst(lees('VOORDEUR_SLEUTEL_VORIGE'), ' ')
  if (vorigeSleutels.some((vorige) => vorige.length < 32)) {
    meld('VOORDEUR_SLEUTEL_VORIGE', 'moet sleutels van minstens 32 tekens hebben, met een spatie ertussen')
  }
  // The value itself is not repeated: it may hold a password.
  if (databaseUrl === 'fout') {
    meld('DATABASE_URL', 'moet zo zijn: postgres://gebruiker:wachtwoord@computer:5432/databank')
  }
  const demoTekst = lees('VOORDEUR_DEMO_POORT')
  const demoPoort = demoTekst === undefined ? undefined : leesPoort(demoTekst)
  if (demoTekst !== undefined && (demoPoort === undefined || demoPoort === 0 || demoPoort > 65_501))
    meld('VOORDEUR_DEMO_POORT', 'moet een getal zijn van 1 tot en met 65501')
  const inwoners = leesInwoners(lees, meld)
  const inBestand = (naam: string): string | undefined => {
    const bestand = lees(naam)
    const tekst = bestand === undefined ? undefined : leesBestand(resolve(werkmap, bestand))
    if (bestand !== undefined && tekst === undefined) meld(naam, 'moet een bestand noemen dat te lezen is')
    return tekst
  }
  const medewerkers = leesMedewerkers(inBestand('VOORDEUR_MEDEWERKERS'), lees, meld)
  const portalen = leesPortalen(inBestand('VOORDEUR_PORTALEN'), lees, meld)
  const kanalen = leesKanalen(lees, meld)
  const mailrand = lijst(lees('VOORDEUR_MAILRAND'), ' ')
  if (mailrand.some((naam) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(naam)))
    meld(
      'VOORDEUR_MAILRAND',
      'moet namen van eigen mailservers zijn, met een spatie ertussen: mx1.gemeente.example',
    )
  const stilTekst = lees('VOORDEUR_MEDEWERKERS_STIL')
  const medewerkersStil = stilTekst === undefined ? undefined : Number(stilTekst)
  // Longer than a resident may be silent makes no sense at a desk.
  if (
    medewerkersStil !== undefined &&
    !(Number.isInteger(medewerkersStil) && medewerkersStil >= 1 && medewerkersStil <= 15)
  )
    meld('VOORDEUR_MEDEWERKERS_STIL', 'moet een geheel getal zijn van 1 tot en met 15')
  const contact = leesContact(lees, meld)
  const herkomsten = leesHerkomsten(lijst(lees('VOORDEUR_HERKOMSTEN'), ','), meld)
  const proxies = leesProxies(lijst(lees('VOORDEUR_PROXY'), ','), meld)
  const bronnenNetwerk = lijst(lees('VOORDEUR_BRONNEN_NETWERK'), ',')
  for (const netwerk of bronnenNetwerk.filter((een) => !isNetwerk(een)))
    meld('VOORDEUR_BRONNEN_NETWERK', `moet netwerken noemen, zoals 10.20.0.0/16; niet: ${netwerk}`)
  const turn = leesTurn(lees, meld)
  const telefoonlijn = leesTelefoonlijn(lees, meld)
  const brieven = leesBrieven(lees, meld, (map) => resolve(werkmap, map))
  const corpusMappen = lijst(lees('VOORDEUR_CORPUS'), padscheider).map((map) => resolve(werkmap, map))
  for (const map of corpusMappen)
    if (!isMap(map)) meld('VOORDEUR_CORPUS', `moet bestaande mappen noemen; deze is er niet: ${map}`)
  if (fouten.length > 0) {
    const regels = fouten.map(({ pointer, melding }) => `${pointer} ${melding}`)
    throw new PlatformError('configuratie-ongeldig', { detail: regels.join('; '), fouten })
  }

  const dataMap = lees('VOORDEUR_DATA')
  const thema = lees('VOORDEUR_THEMA')
  return {
    adres: lees('VOORDEUR_ADRES') ?? 'localhost',
    poort: poort ?? 3000,
    url: url === 'fout' ? undefined : url,
    proxies,
    dataMap: dataMap === undefined ? undefined : resolve(werkmap, dataMap),
    sleutel,
    vorigeSleutels,
    databaseUrl: databaseUrl instanceof URL ? databaseUrl.href : undefined,
    contact,
    herkomsten,
    demo: demo ?? true,
    demoPoort,
    inwoners,
    medewerkers,
    medewerkersStil,
    portalen,
    kanalen,
    mailrand,
    bronnenNetwerk,
    govNl: govNl ?? false,
    brieven,
    turn,
    telefoonlijn,
    nu,
    corpusMappen,
    themaBestand: thema === undefined ? undefined : resolve(werkmap, thema),
  }
}

type Lees = (naam: string) => string | undefined
type Meld = (naam: string, melding: string) => undefined

/** All three or none: half a contact would be filled up with somebody else's. */
function leesContact(lees: Lees, meld: Meld): ApiContact | undefined {
  const [naam, email, adres] = (['NAAM', 'EMAIL', 'URL'] as const).map((deel) =>
    lees(`VOORDEUR_CONTACT_${deel}`),
  )
  if (naam === undefined && email === undefined && adres === undefined) return undefined
  if (naam === undefined) meld('VOORDEUR_CONTACT_NAAM', 'ontbreekt; geef naam, e-mail en adres alle drie')
  if (email === undefined || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    meld('VOORDEUR_CONTACT_EMAIL', 'moet een e-mailadres zijn, zoals api@gemeente.example')
  const url = leesUrl(adres, ['https:', 'http:'])
  if (!(url instanceof URL))
    meld('VOORDEUR_CONTACT_URL', 'moet een adres zijn dat begint met https:// of http://')
  if (naam === undefined || email === undefined || !(url instanceof URL)) return undefined
  return { name: naam, email, url: url.href }
}

/** An origin as a browser sends it. `*` is not offered: who may read answers about people is named by name. */
function leesHerkomsten(genoemd: readonly string[], meld: Meld): readonly string[] {
  return genoemd.flatMap((herkomst) => {
    const url = leesUrl(herkomst, ['https:', 'http:'])
    if (url instanceof URL && url.origin === herkomst.replace(/\/$/, '').toLowerCase()) return [url.origin]
    meld(
      'VOORDEUR_HERKOMSTEN',
      `moet een lijst zijn van websites zonder pad, zoals https://www.gemeente.example; dit is er geen: ${herkomst}`,
    )
    return []
  })
}

/** What Fastify takes: addresses, networks in CIDR notation, and names for the usual networks. */
function leesProxies(genoemd: readonly string[], meld: Meld): readonly string[] {
  return genoemd.filter((proxy) => {
    if (isNetwerk(proxy)) return true
    if (['loopback', 'linklocal', 'uniquelocal'].includes(proxy)) return true
    meld('VOORDEUR_PROXY', `moet adressen of netwerken noemen, zoals 10.0.0.5 of 10.0.0.0/8; niet: ${proxy}`)
    return false
  })
}

/** An address, or a network in CIDR notation. */
function isNetwerk(tekst: string): boolean {
  const [adres = '', bits, ...rest] = tekst.split('/')
  const maxBits = { 0: -1, 4: 32, 6: 128 }[isIP(adres)] ?? -1
  const isDeel = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= maxBits)
  return maxBits > 0 && isDeel && rest.length === 0
}

/** Name and password stand in it with percent signs, and must be readable as such. */
function leesDatabaseUrl(tekst: string | undefined): URL | 'fout' | undefined {
  const url = leesUrl(tekst, ['postgres:', 'postgresql:'])
  if (!(url instanceof URL)) return url
  try {
    decodeURIComponent(`${url.username}${url.password}${url.pathname}`)
    return url
  } catch {
    return 'fout'
  }
}

function isBestaandeMap(pad: string): boolean {
  return statSync(pad, { throwIfNoEntry: false })?.isDirectory() === true
}

/** `undefined` when it cannot be read; its name is said by who asked. */
function leesTekstbestand(pad: string): string | undefined {
  try {
    return readFileSync(pad, 'utf8')
  } catch {
    return undefined
  }
}

function leesPoort(tekst: string | undefined): number | undefined {
  if (tekst === undefined) return 3000
  const poort = Number(tekst)
  return /^\d{1,5}$/.test(tekst) && poort <= 65_535 ? poort : undefined
}

function leesJaNee(tekst: string): boolean | undefined {
  return { true: true, ja: true, '1': true, false: false, nee: false, '0': false }[tekst.toLowerCase()]
}

function leesUrl(tekst: string | undefined, soorten: readonly string[]): URL | 'fout' | undefined {
  if (tekst === undefined) return undefined
  if (!URL.canParse(tekst)) return 'fout'
  const url = new URL(tekst)
  return soorten.includes(url.protocol) ? url : 'fout'
}

function lijst(tekst: string | undefined, scheider: string): string[] {
  return (tekst ?? '')
    .split(scheider)
    .map((deel) => deel.trim())
    .filter((deel) => deel !== '')
}
