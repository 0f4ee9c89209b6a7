import type { Datum } from '../domain/index.ts'
import type { Vertrouwelijkheid } from '../zgw/index.ts'
import type { Zaaktypesleutel } from './zaakgegevens.ts'

/** What an organisation shows of its cases. Each type may differ from the rule for all. */
export interface Toonregels {
  readonly standaard: Toonregel
  readonly perZaaktype: readonly { readonly sleutel: Zaaktypesleutel; readonly regel: Partial<Toonregel> }[]
}

export interface Toonregel {
  readonly tonen: boolean
  /** Closed cases that began before this day stay out; running ones are always shown. */
  readonly vanaf?: Datum
  readonly documenten: boolean
  /** May a resident add a document? */
  readonly toevoegen: boolean
  /** Where the title comes from: our words for the type, the source's own name of it, or what the official wrote. */
  readonly titel: 'zaaktaal' | 'zaaktype' | 'omschrijving'
  readonly hoogsteVertrouwelijkheid: Vertrouwelijkheid
  /** The text that an official wrote with a status. */
  readonly statustoelichting: boolean
  /** A case counts as complete from its first status on (facts: Open Zaak). */
  readonly zonderStatus: boolean
}

/** Fail closed where the standard is silent: the defaults that running portals have. An organisation may open more. */
export const gewoneToonregel: Toonregel = {
  tonen: true,
  documenten: true,
  toevoegen: true,
  titel: 'zaaktaal',
  hoogsteVertrouwelijkheid: 'zaakvertrouwelijk',
  statustoelichting: false,
  zonderStatus: false,
}

export const gewoneToonregels: Toonregels = { standaard: gewoneToonregel, perZaaktype: [] }

/** The rule for one type of case. */
export function regelVoor({ standaard, perZaaktype }: Toonregels, sleutel: Zaaktypesleutel): Toonregel {
  const eigen = perZaaktype.find(({ sleutel: van }) => isZelfdeType(van, sleutel))
  return { ...standaard, ...eigen?.regel }
}

export function isZelfdeType(een: Zaaktypesleutel, ander: Zaaktypesleutel): boolean {
  return een.domein === ander.domein && een.rsin === ander.rsin && een.identificatie === ander.identificatie
}
