import type { Datum, Geheimhouding, OrganisatieId, PersoonId, Vestigingsnummer } from '../domain/index.ts'
import type { Machtiging, MachtigingSoort } from './machtiging.ts'

/** How sure we are of who somebody is, in the words of eIDAS. From low to high. */
export const niveaus = ['laag', 'substantieel', 'hoog'] as const
export type Niveau = (typeof niveaus)[number]

/** By which means somebody was recognised. */
export type Middel = 'digid' | 'eherkenning' | 'eidas' | 'eiland' | 'wallet' | 'balie'

/**
 * How this person was recognised: by which means, at which level, and who vouches for it. It does not say through
 * which protocol: OpenID Connect today, the identity wallet tomorrow.
 */
export interface Herkenning {
  readonly middel: Middel
  readonly niveau: Niveau
  /** Issuer: the address of the provider, or the organisation of the desk. */
  readonly bron: string
  /** When they last proved who they are; not when they last clicked. */
  readonly op: Date
}

/** Who is at the door. */
export type Subject =
  | { readonly soort: 'anoniem' }
  | {
      readonly soort: 'inwoner'
      readonly persoon: PersoonId
      readonly herkenning: Herkenning
      /** The company that this person was recognised for; absent for everybody else. */
      readonly bedrijf?: EigenBedrijf
      /** Somebody without a mandate sits beside them: recorded, and allowed nothing by it. */
      readonly metHelper?: boolean
    }
  /** Helps somebody who is not logged in, without a mandate: sees nothing of anybody. */
  | { readonly soort: 'helper' }
  /** An outside party of one chain case, let in by invitation: a bank, a landlord. Not known as a person. */
  | { readonly soort: 'genodigde'; readonly ketenzaak: string; readonly deelnemer: string }
  | {
      readonly soort: 'medewerker'
      /** What their organisation calls them; with the organisation it names one person. */
      readonly medewerker: string
      readonly organisatie: OrganisatieId
      readonly rollen: readonly string[]
      /** Purposes that come with those roles (`rollen.ts`). */
      readonly doelen: readonly string[]
      /** For the line on their own pages; it goes with the session. */
      readonly naam?: string
      /** What they stated before they looked. */
      readonly grond?: Grond
    }

/** A company is somebody of its own; who acts for it stands beside it, and is never it. */
export interface EigenBedrijf {
  readonly persoon: PersoonId
  /** They may act for this branch and no other. */
  readonly vestiging?: Vestigingsnummer
  /** What the login service calls it. */
  readonly naam?: string
}

export interface Grond {
  readonly doel: string
  /** For whom; absent while searching. */
  readonly persoon?: PersoonId
  /** Whom that person gives a mandate to; only for the purpose of recording one. */
  readonly ander?: PersoonId
  readonly gesteldOp: Date
}

/** For whom somebody acts. */
export type Voor =
  | { readonly soort: 'zelf' }
  /** From the BRP: it ends by itself on the eighteenth birthday, and is read again when it was read too long ago. */
  | {
      readonly soort: 'kind'
      readonly persoon: PersoonId
      readonly meerderjarigOp: Datum
      /** The first day that the child can be twelve; absent: not known, and then they may be. */
      readonly twaalfOp?: Datum
      /** When the register last said that they have custody. */
      readonly gezagOp: Date
      /** What the register says about secrecy of the child, asked after `gezagOp`; absent: not asked since. */
      readonly geheimhouding?: Geheimhouding
    }
  /** A mandate, or bewind, mentorschap or curatele: what kind stands in it. Read anew for each request. */
  | {
      readonly soort: 'machtiging'
      readonly machtiging: Machtiging
      /** For which of its services; absent when it covers all of them, or when none was chosen yet. */
      readonly dienst?: string
    }
  | { readonly soort: 'bedrijf'; readonly persoon: PersoonId; readonly vestiging?: Vestigingsnummer }

export type VoorSoort = 'zelf' | 'kind' | 'bedrijf' | MachtigingSoort

export function soortVan(voor: Voor): VoorSoort {
  return voor.soort === 'machtiging' ? voor.machtiging.soort : voor.soort
}

/** Whose data and rights it is about. */
export function persoonVan(subject: Subject & { soort: 'inwoner' }, voor: Voor): PersoonId {
  switch (voor.soort) {
    case 'zelf':
      return subject.persoon
    case 'machtiging':
      return voor.machtiging.gever
    case 'kind':
    case 'bedrijf':
      return voor.persoon
  }
}

export function isNiveau(heeft: Niveau, nodig: Niveau): boolean {
  return niveaus.indexOf(heeft) >= niveaus.indexOf(nodig)
}
