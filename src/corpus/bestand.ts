import { createHash } from 'node:crypto'

/** A file of the corpus as text, before anything was read in it. */
export interface BronBestand {
  /** Path relative to its corpus directory, with forward slashes. */
  readonly bestand: string
  readonly tekst: string
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  readonly sha256: string
}

/** What a file is for, by where it stands. */
export type BestandSoort =
  | 'regeling'
  | 'voorbeelden'
  | 'feiten'
  | 'prior'
  | 'gebieden'
  | 'organisatie'
  | 'gebeurtenis'
  | 'synoniemen'
  | 'verwerking'
  | 'vraagvolgorde'
  | 'zaaktaal'
  | 'afzender'
  | 'postwegen'
  | 'afspraakteam'
  | 'informatiepunt'
  | 'kennisblad'
  | 'contactgrond'
  | 'lijstgrond'

// A scheme stands in a folder with its own id; the file name is the day it begins.
const VORMEN: readonly (readonly [BestandSoort, RegExp])[] = [
  ['voorbeelden', /^regelingen\/(.+\/)?[^/]+\/[^/]+\.voorbeelden\.yaml$/],
  ['regeling', /^regelingen\/(.+\/)?[^/]+\/[^/]+\.yaml$/],
  ['prior', /^feiten\/prior(-[^/]+)?\.yaml$/],
  ['feiten', /^feiten\/[^/]+\.yaml$/],
  ['gebieden', /^gebieden\/[^/]+\.yaml$/],
  ['organisatie', /^organisaties\/[^/]+\.yaml$/],
  ['gebeurtenis', /^gebeurtenissen\/[^/]+\.yaml$/],
  ['synoniemen', /^zoeken\/synoniemen(-[^/]+)?\.yaml$/],
  ['vraagvolgorde', /^vragen\/eerst\.yaml$/],
  ['verwerking', /^verwerkingen\/[^/]+\.yaml$/],
  ['afzender', /^afzenders\/[^/]+\.yaml$/],
  ['zaaktaal', /^zaaktaal\/[^/]+\.yaml$/],
  ['postwegen', /^postwegen\/[^/]+\.yaml$/],
  ['afspraakteam', /^afspraakteams\/[^/]+\.yaml$/],
  ['informatiepunt', /^informatiepunten\/[^/]+\.yaml$/],
  ['kennisblad', /^kennis\/[^/]+\.yaml$/],
  ['contactgrond', /^contactgronden\/[^/]+\.yaml$/],
  ['lijstgrond', /^lijstgronden\/[^/]+\.yaml$/],
]

/** Undefined for a file that belongs to another part of the corpus (texts of the product, JSON Schemas, …). */
export function soortVan(bestand: string): BestandSoort | undefined {
  return VORMEN.find(([, vorm]) => vorm.test(bestand))?.[0]
}

export function sha256Van(tekst: string): string {
  return createHash('sha256').update(tekst, 'utf8').digest('hex')
}

export function bronBestand(bestand: string, tekst: string): BronBestand {
  return { bestand, tekst, sha256: sha256Van(tekst) }
}
