import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { Bsn, Datum, Eilandnummer, Geheimhouding, PersoonId } from '../domain/index.ts'
import type { Deeldatum } from './deeldatum.ts'
import type { Naam } from './persoonsregister.ts'
import type { RegisterMislukt } from './register.ts'

/** What may be searched with. By address alone nobody is looked for here. */
export type Zoekvraag =
  | Registervraag
  /** No register of the islands answers yet: only who was here before is found, without a name. */
  | { readonly soort: 'eilandnummer'; readonly eilandnummer: Eilandnummer }

/** What the register of persons is asked with. */
export type Registervraag =
  | { readonly soort: 'bsn'; readonly bsn: Bsn }
  /** The surname may end in `*` after three letters; the first names too. Both with the day of birth. */
  | {
      readonly soort: 'naam'
      readonly geslachtsnaam: string
      readonly voornamen: string | undefined
      readonly geboren: Datum
    }
  /** Who of this surname is registered at this number, whatever stands behind it; nobody else there is given or kept. */
  | {
      readonly soort: 'adres'
      /** `3011AB` */
      readonly postcode: string
      readonly huisnummer: number
      readonly geslachtsnaam: string
    }

/** As little as is needed to see whether this is the right one. */
export interface Treffer {
  readonly persoon: PersoonId
  /** Absent for who is found by a number that no register answers to. */
  readonly naam: Naam | undefined
  readonly geboren: Deeldatum | undefined
  /** Municipality; `undefined` when it is not known, or secret, or when that is not known. */
  readonly woonplaats: string | undefined
  readonly geheim: Geheimhouding
  readonly isOverleden: boolean
}

export type Zoekuitkomst =
  | { readonly status: 'ok'; readonly treffers: readonly Treffer[] }
  /** The register gives none when there are more than it allows. */
  | { readonly status: 'te-veel' }
  | RegisterMislukt

/** Asks the register of persons who somebody is. Without proof that it stands in the log nobody can call it. */
export interface Zoekregister {
  zoek(bewijs: Verwerkingsbewijs, vraag: Zoekvraag): Promise<Zoekuitkomst>
}

/** The part of it that the register of persons answers. */
export interface PersonenZoekregister {
  zoek(bewijs: Verwerkingsbewijs, vraag: Registervraag): Promise<Zoekuitkomst>
}

/** What Haal Centraal takes for a surname and for first names; a star stands for the rest of it. */
const naamvorm = /^[a-zA-Z0-9À-ž .\-']{1,200}$|^[a-zA-Z0-9À-ž .\-']{3,199}\*$/
const voornaamvorm = /^[a-zA-Z0-9À-ž .\-']{1,199}\*?$/

export function isGeslachtsnaam(tekst: string): boolean {
  return naamvorm.test(tekst)
}

export function isVoornamen(tekst: string): boolean {
  return voornaamvorm.test(tekst)
}

/** The same surname however it is written: capitals, accents and what parts it do not count. Without its prefix. */
export function isZelfdeGeslachtsnaam(a: string, b: string): boolean {
  return letters(a) === letters(b) && letters(a) !== ''
}

/** Whether what is known of first names fits those of the register: the first of them whole, or where only that is given its initial. */
export function pastVoornaam(gegeven: string, inRegister: string | undefined): boolean {
  const [eerste = ''] = gegeven.split(/[\s.]+/).map(letters)
  const [heet = ''] = (inRegister ?? '').split(/\s+/).map(letters)
  return eerste !== '' && (eerste.length === 1 ? heet.startsWith(eerste) : heet === eerste)
}

function letters(tekst: string): string {
  return tekst
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}
