import type { Geheimhouding, PersoonId } from '../domain/index.ts'
import type { Deeldatum } from './deeldatum.ts'
import type { Gegeven } from './gegeven.ts'
import type { Verwerkingsbewijs } from './kluistoegang.ts'
import type { RegisterMislukt, RegisterUitkomst } from './register.ts'

export interface Naam {
  readonly voornamen: string | undefined
  readonly voorvoegsel: string | undefined
  readonly geslachtsnaam: string | undefined
  /** How to write it on a letter, as the register says. */
  readonly aanschrijfnaam: string | undefined
}

export interface Adres {
  readonly regel1: string | undefined
  readonly regel2: string | undefined
  /** Place code of the evaluation contract (`GM0363`, `bonaire`); `undefined` when abroad or not known. */
  readonly gebied: string | undefined
}

export interface Partner {
  readonly naam: Naam
  readonly geboren: Deeldatum | undefined
  readonly soort: 'huwelijk' | 'partnerschap' | undefined
  readonly sinds: Deeldatum | undefined
  /** Registered at the same address; `undefined` when that was not to be seen. */
  readonly isZelfdeAdres: boolean | undefined
}

export interface Kind {
  readonly naam: Naam
  readonly geboren: Deeldatum | undefined
  readonly isZelfdeAdres: boolean | undefined
  /** Set for a child under custody of this person: as whom this person may act. */
  readonly alsOuder: PersoonId | undefined
}

export interface Medebewoner {
  readonly geboren: Deeldatum | undefined
}

/** What the register of persons says about somebody. What it does not say is `undefined`, never filled in. */
export interface Persoonsgegevens {
  readonly naam: Gegeven<Naam>
  readonly geboortedatum: Gegeven<Deeldatum | undefined>
  readonly adres: Gegeven<Adres>
  /** `null`: not married and no registered partnership. Somebody may still share their life with another. */
  readonly partner: Gegeven<Partner | null>
  /** Of any age, wherever they live. The register also keeps children who died and does not always say so. */
  readonly kinderen: Gegeven<readonly Kind[]>
  /** Others at the address, without partner and own children. A question of its own, that can fail by itself. */
  readonly medebewoners: Gegeven<readonly Medebewoner[]> | RegisterMislukt | undefined
  /** Asked not to give the data to others. */
  readonly geheimhouding: Geheimhouding
  readonly isOnderCuratele: boolean
  readonly isOverleden: boolean
}

export interface PersoonsRegister {
  readonly raadpleeg: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
  ) => Promise<RegisterUitkomst<Persoonsgegevens>>
}
