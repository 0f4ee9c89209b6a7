import type { Vertrouwelijkheid } from '../waarden.ts'
import type { Soort } from './verzamelingen.ts'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [veld: string]: Json
}

/** A resource as it goes over the wire, references as complete addresses. Known by its `url`. */
export interface Rij extends JsonObject {
  readonly url: string
}

/** One condition. A field with a dot is a field inside: `betrokkeneIdentificatie.inpBsn`. */
export type Voorwaarde =
  | { readonly op: 'is'; readonly veld: string; readonly waarde: string | boolean }
  | { readonly op: 'in'; readonly veld: string; readonly waarden: readonly string[] }
  /** Dates; an empty one is never before or after. */
  | { readonly op: 'lt' | 'lte' | 'gt' | 'gte'; readonly veld: string; readonly waarde: string }
  | { readonly op: 'leeg'; readonly veld: string; readonly isLeeg: boolean }
  /** A list that holds one of these. */
  | { readonly op: 'bevatEen'; readonly veld: string; readonly waarden: readonly string[] }
  /** Moments, which may be written in different zones. */
  | { readonly op: 'voor' | 'na'; readonly veld: string; readonly waarde: string; readonly ook: boolean }
  /** A list that holds this. */
  | { readonly op: 'bevat'; readonly veld: string; readonly waarde: string }
  | { readonly op: 'hoogstens'; readonly veld: string; readonly maximum: Vertrouwelijkheid }
  /** Of the row itself, or of the zaaktype that it belongs to. */
  | { readonly op: 'versie'; readonly isConcept: boolean }
  /** Valid on this day; what says nothing about it always is. */
  | { readonly op: 'geldig'; readonly dag: string }
  /** A point that lies inside: longitude and latitude, the first corner again at the end. */
  | { readonly op: 'binnen'; readonly veld: string; readonly hoeken: readonly (readonly [number, number])[] }
  /** Cases with one role for which everything holds. */
  | { readonly op: 'rol'; readonly met: readonly Voorwaarde[] }

/** What a client may see: of this type (of all, without one), up to this level (all, without one). */
export interface Toelating {
  readonly type?: string
  readonly maximum?: Vertrouwelijkheid
}

export interface Zoekvraag {
  readonly voorwaarden: readonly Voorwaarde[]
  /** Absent: everything. A list that is empty lets nothing through. */
  readonly toelating?: readonly Toelating[]
  readonly ordening?: readonly { readonly veld: string; readonly isAflopend: boolean }[]
  readonly vanaf?: number
  readonly aantal?: number
  /** Where the page before this one ended, as `Gevonden.volgende` said; then nothing before it need be read. */
  readonly na?: string
}

export interface Gevonden {
  /** Of everything that matches, beyond this page too. */
  readonly aantal: number
  readonly rijen: readonly Rij[]
  /** Where the next page goes on, of who keeps too many to count from the first. */
  readonly volgende?: string
  /** `false`: the page before this one can no longer be asked by its number. */
  readonly kanTerug?: boolean
}

export interface ZgwLezer {
  readonly haal: (soort: Soort, url: string) => Promise<Rij | undefined>
  readonly zoek: (soort: Soort, vraag: Zoekvraag) => Promise<Gevonden>
}

export interface ZgwSchrijver extends ZgwLezer {
  /** New, or in the place of what had this address. */
  readonly zet: (soort: Soort, rij: Rij) => Promise<void>
  /** Gone for good: the standard knows no soft delete. */
  readonly verwijder: (soort: Soort, url: string) => Promise<void>
  readonly zetInhoud: (url: string, inhoud: Uint8Array) => Promise<void>
}

/** The port of the kernel. Whoever answers ZGW requests keeps the resources somewhere behind this. */
export interface ZgwOpslag extends ZgwLezer {
  readonly inhoud: (url: string) => Promise<Uint8Array | undefined>
  /** All of it or nothing. */
  readonly samen: <T>(doe: (schrijver: ZgwSchrijver) => Promise<T>) => Promise<T>
}
