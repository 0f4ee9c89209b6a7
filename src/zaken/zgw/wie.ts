import { type Bsn, onthul, parseBsn, type Vestigingsnummer } from '../../domain/index.ts'
import { type EigenRol, eigenRollen } from '../zaakgegevens.ts'
import type { RolVorm } from './vormen.ts'

/** Whose cases are asked for, as a source knows them. Lives as long as one question. */
export type Wie =
  | { readonly soort: 'mens'; readonly bsn: Bsn }
  /** With `vestiging`: of that branch alone. */
  | { readonly soort: 'bedrijf'; readonly kvk: string; readonly vestiging?: Vestigingsnummer | undefined }

type Filter = Readonly<Record<string, string>>

const opRol = 'rol__betrokkeneIdentificatie__'

/**
 * What to look by; for a company more than one question. The standard finds a branch by its own number only, so the
 * cases of branches that we do not know are not found: see `isHeelDeVraag`.
 */
export function zoekfilters(wie: Wie): readonly Filter[] {
  if (wie.soort === 'mens') return [{ [`${opRol}natuurlijkPersoon__inpBsn`]: onthul(wie.bsn) }]
  if (wie.vestiging !== undefined) return [{ [`${opRol}vestiging__vestigingsNummer`]: wie.vestiging }]
  // The field is for the RSIN; suppliers put the number of the business register in it.
  return [{ [`${opRol}nietNatuurlijkPersoon__innNnpId`]: wie.kvk }]
}

/**
 * A second way to find a company, that is not in the standard and that one widespread register has. Refused elsewhere,
 * as an unknown name must be.
 */
export function extraFilter(wie: Wie): Filter | undefined {
  if (wie.soort === 'mens' || wie.vestiging !== undefined) return undefined
  return { [`${opRol}nietNatuurlijkPersoon__kvkNummer`]: wie.kvk }
}

export function isHeelDeVraag(wie: Wie): boolean {
  return wie.soort === 'mens' || wie.vestiging !== undefined
}

/** To ask roles of one case by: keeps officials out of the answer. A number never goes into an address. */
export function rolfilter(wie: Wie): Filter {
  return wie.soort === 'mens' ? { betrokkeneType: 'natuurlijk_persoon' } : {}
}

/** Is this role theirs, whatever the role is? */
export function isVan(wie: Wie, rol: RolVorm): boolean {
  const id = rol.betrokkeneIdentificatie
  if (id === null || id === undefined) return false
  if (wie.soort === 'mens') {
    return rol.betrokkeneType === 'natuurlijk_persoon' && bsnIn(rol)?.isGelijk(wie.bsn) === true
  }
  const isBedrijf = kvkIn(rol) === wie.kvk
  if (rol.betrokkeneType === 'vestiging') {
    if (wie.vestiging === undefined) return isBedrijf
    // A source that keeps no number of the business has only that of the branch, which is unique in the country.
    return id.vestigingsNummer === wie.vestiging && (id.kvkNummer === '' || isBedrijf)
  }
  return rol.betrokkeneType === 'niet_natuurlijk_persoon' && wie.vestiging === undefined && isBedrijf
}

export function heeftNummer({ betrokkeneIdentificatie }: RolVorm): boolean {
  return Object.values(betrokkeneIdentificatie ?? {}).some((nummer) => nummer !== '')
}

/** Some suppliers lose the zero in front. */
export function bsnIn({ betrokkeneIdentificatie }: RolVorm): Bsn | undefined {
  const cijfers = betrokkeneIdentificatie?.inpBsn ?? ''
  return cijfers === '' ? undefined : parseBsn(cijfers.padStart(9, '0'))
}

export function kvkIn({ betrokkeneType, betrokkeneIdentificatie }: RolVorm): string {
  const { kvkNummer = '', innNnpId = '' } = betrokkeneIdentificatie ?? {}
  if (kvkNummer !== '' || betrokkeneType !== 'niet_natuurlijk_persoon') return kvkNummer
  // A RSIN has nine digits, a number of the business register eight.
  return /^\d{8}$/.test(innNnpId) ? innNnpId : ''
}

/** Who acts for somebody else stands in the case too, and it is not theirs: they see it as the one they act for. */
export function eigenRolIn({ omschrijvingGeneriek, indicatieMachtiging }: RolVorm): EigenRol | undefined {
  if (indicatieMachtiging === 'gemachtigde') return undefined
  return eigenRollen.find((rol) => rol === omschrijvingGeneriek)
}

/** Of several roles of the same person the one that says most. */
export function besteRol(rollen: readonly RolVorm[]): EigenRol | undefined {
  const eigen = rollen.map(eigenRolIn)
  return eigenRollen.find((rol) => eigen.includes(rol))
}
