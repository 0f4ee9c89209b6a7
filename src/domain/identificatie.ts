import { Afgeschermd } from './afgeschermd.ts'
import { type Bsn, parseBsn } from './bsn.ts'

declare const merk: unique symbol

/** The ten-digit number of the population registers of Bonaire, Sint Eustatius and Saba. */
export type Eilandnummer = EilandWaarde & { readonly [merk]: 'Eilandnummer' }

class EilandWaarde extends Afgeschermd<'eilandnummer'> {}

/** Ten digits. No check digit is established, so none is checked. */
export function parseEilandnummer(waarde: unknown): Eilandnummer | undefined {
  if (typeof waarde !== 'string' || !/^\d{10}$/.test(waarde)) return undefined
  // The pattern above is the proof of this cast.
  return new EilandWaarde('eilandnummer', waarde) as Eilandnummer
}

/** The PersonIdentifier that another member state gives: `DE/NL/…`, from which state, to which state. */
export type EidasId = EidasWaarde & { readonly [merk]: 'EidasId' }

class EidasWaarde extends Afgeschermd<'eidas'> {}

export function parseEidasId(waarde: unknown): EidasId | undefined {
  if (typeof waarde !== 'string' || !/^[A-Z]{2}\/[A-Z]{2}\/[\x21-\x7e]{1,256}$/.test(waarde)) return undefined
  // The pattern above is the proof of this cast.
  return new EidasWaarde('eidas', waarde) as EidasId
}

/** A number of the business register. The register is public, but of a sole trader it still names a person. */
export type KvkNummer = KvkWaarde & { readonly [merk]: 'KvkNummer' }

class KvkWaarde extends Afgeschermd<'kvk'> {}

export function parseKvkNummer(waarde: unknown): KvkNummer | undefined {
  if (typeof waarde !== 'string' || !/^\d{8}$/.test(waarde)) return undefined
  // The pattern above is the proof of this cast.
  return new KvkWaarde('kvk', waarde) as KvkNummer
}

/**
 * By what eHerkenning knows the person who acts for a company: a pseudonym, and another one for each company. It says
 * nothing about who it is, and is the same the next time.
 */
export type EherkenningPseudoniem = EherkenningWaarde & { readonly [merk]: 'EherkenningPseudoniem' }

class EherkenningWaarde extends Afgeschermd<'eherkenning'> {}

export function parseEherkenningPseudoniem(waarde: unknown): EherkenningPseudoniem | undefined {
  if (typeof waarde !== 'string' || !/^[\x21-\x7e]{8,256}$/.test(waarde)) return undefined
  // The pattern above is the proof of this cast.
  return new EherkenningWaarde('eherkenning', waarde) as EherkenningPseudoniem
}

declare const vestiging: unique symbol

/** A branch of a business: twelve digits, printed on shop windows. */
export type Vestigingsnummer = string & { readonly [vestiging]: 'Vestigingsnummer' }

export function parseVestigingsnummer(waarde: unknown): Vestigingsnummer | undefined {
  if (typeof waarde !== 'string' || !/^\d{12}$/.test(waarde)) return undefined
  // The pattern above is the proof of this cast.
  return waarde as Vestigingsnummer
}

/** By what a register or a login knows somebody. People without a BSN are no exception here. */
export type Identificatie = Bsn | Eilandnummer | EidasId | KvkNummer | EherkenningPseudoniem

export type IdentificatieSoort = Identificatie['soort']

const parsers: Readonly<Record<IdentificatieSoort, (waarde: unknown) => Identificatie | undefined>> = {
  bsn: parseBsn,
  eilandnummer: parseEilandnummer,
  eidas: parseEidasId,
  kvk: parseKvkNummer,
  eherkenning: parseEherkenningPseudoniem,
}

export const identificatieSoorten: readonly IdentificatieSoort[] = [
  'bsn',
  'eilandnummer',
  'eidas',
  'kvk',
  'eherkenning',
]

export function parseIdentificatie(soort: IdentificatieSoort, waarde: unknown): Identificatie | undefined {
  return parsers[soort](waarde)
}
