import type { Meld } from './config-bestand.ts'

/** Through what sound goes when somebody on an ordinary telephone takes part: a mixer, and a line of an operator. */
export interface Telefooninstelling {
  readonly menger: { readonly url: URL; readonly geheim: string; readonly beheer: string | undefined }
  readonly sbc: Plek
  readonly hier: Plek
  readonly nummer: string
  readonly aanmelding: { readonly gebruiker: string; readonly wachtwoord: string } | undefined
  /** Beside the Netherlands: beginnings of numbers that may be dialled. */
  readonly landen: readonly string[]
  /** Named limits: so many telephones rung in one call, and by one professional in an hour. */
  readonly perGesprek: number
  readonly perUur: number
}

interface Plek {
  readonly host: string
  readonly poort: number
}

/** Named limit, in characters: whoever has the secret is in every call that the mixer mixes. */
const kortsteGeheim = 16
const nodig = [
  'VOORDEUR_MENGER_URL',
  'VOORDEUR_MENGER_GEHEIM',
  'VOORDEUR_SIP_SBC',
  'VOORDEUR_SIP_HIER',
  'VOORDEUR_SIP_NUMMER',
] as const

/** VOORDEUR_MENGER_… and VOORDEUR_SIP_…: all of them or none; a name and a password for the operator where it asks for them. */
export function leesTelefoonlijn(
  lees: (naam: string) => string | undefined,
  meld: Meld,
): Telefooninstelling | undefined {
  const [url, geheim, sbcTekst, hierTekst, nummer] = nodig.map(lees)
  const beheer = lees('VOORDEUR_MENGER_BEHEER')
  const gebruiker = lees('VOORDEUR_SIP_GEBRUIKER')
  const wachtwoord = lees('VOORDEUR_SIP_WACHTWOORD')
  const alle = [url, geheim, sbcTekst, hierTekst, nummer, beheer, gebruiker, wachtwoord]
  if (alle.every((een) => een === undefined)) return undefined
  for (const naam of nodig)
    if (lees(naam) === undefined) meld(naam, 'ontbreekt: nodig om gewone telefoons te bellen')
  const adres = url !== undefined && URL.canParse(url) ? new URL(url) : undefined
  if (url !== undefined && !/^https?:$/.test(adres?.protocol ?? ''))
    meld('VOORDEUR_MENGER_URL', 'moet het adres van Janus zijn, zoals http://janus.intern:8088/janus')
  if (geheim !== undefined && geheim.length < kortsteGeheim)
    meld('VOORDEUR_MENGER_GEHEIM', `moet minstens ${kortsteGeheim} tekens lang zijn`)
  const [sbc, hier] = [leesPlek(sbcTekst), leesPlek(hierTekst)]
  if (sbcTekst !== undefined && sbc === undefined)
    meld('VOORDEUR_SIP_SBC', 'moet een naam met een poort zijn, zoals sbc.operator.example:5060')
  if (hierTekst !== undefined && hier === undefined)
    meld('VOORDEUR_SIP_HIER', 'moet een adres met een poort zijn, zoals 10.0.0.5:5070')
  if (nummer !== undefined && !/^\+\d{8,15}$/.test(nummer))
    meld('VOORDEUR_SIP_NUMMER', 'moet een nummer zijn dat met + begint, zoals +31101234567')
  if ((gebruiker === undefined) !== (wachtwoord === undefined))
    meld('VOORDEUR_SIP_GEBRUIKER', 'moet er samen met VOORDEUR_SIP_WACHTWOORD zijn, of geen van beide')
  if (gebruiker !== undefined && /["\\\s]/.test(gebruiker))
    meld('VOORDEUR_SIP_GEBRUIKER', 'mag geen spaties of aanhalingstekens hebben')
  if (adres === undefined || geheim === undefined || sbc === undefined || hier === undefined) return undefined
  const aanmelding =
    gebruiker === undefined || wachtwoord === undefined ? undefined : { gebruiker, wachtwoord }
  return nummer === undefined
    ? undefined
    : { menger: { url: adres, geheim, beheer }, sbc, hier, nummer, aanmelding, ...leesGrenzen(lees, meld) }
}

/** Our choices: whoever needs more in one call, or in one hour, dials for something else than a conversation. */
const gewoonPerGesprek = 4
const gewoonPerUur = 20

function leesGrenzen(
  lees: (naam: string) => string | undefined,
  meld: Meld,
): Pick<Telefooninstelling, 'landen' | 'perGesprek' | 'perUur'> {
  const landen = (lees('VOORDEUR_SIP_LANDEN') ?? '').split(/[\s,]+/).filter((land) => land !== '')
  if (!landen.every((land) => /^\+[1-9]\d{0,6}$/.test(land)))
    meld('VOORDEUR_SIP_LANDEN', 'moeten landnummers zijn die met + beginnen, zoals +32 +49')
  const getal = (naam: string, gewoon: number): number => {
    const tekst = lees(naam)
    const n = tekst === undefined ? gewoon : Number(tekst)
    if (!Number.isInteger(n) || n < 1 || n > 1000) meld(naam, 'moet een geheel getal van 1 tot 1000 zijn')
    return n
  }
  return {
    landen,
    perGesprek: getal('VOORDEUR_SIP_PER_GESPREK', gewoonPerGesprek),
    perUur: getal('VOORDEUR_SIP_PER_UUR', gewoonPerUur),
  }
}

function leesPlek(tekst: string | undefined): Plek | undefined {
  const [, host, poort] = /^([\w.-]+):(\d{1,5})$/.exec(tekst ?? '') ?? []
  return host === undefined || Number(poort) < 1 || Number(poort) > 65_535
    ? undefined
    : { host, poort: Number(poort) }
}
