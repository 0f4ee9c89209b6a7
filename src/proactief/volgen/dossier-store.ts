import type { Verwerkingsbewijs, VerzegeldBewijs } from '../../audit/index.ts'
import type { PersoonId } from '../../domain/index.ts'
import type { Levensloopsoort } from './gebeurtenis.ts'
import type { Dossier } from './herziening.ts'

/** Registers that may be asked again when a source says that something happened. */
export const volgbronnen = ['brp', 'inkomen'] as const
export type Volgbron = (typeof volgbronnen)[number]

/** With what somebody asked to be kept informed: their own answers, as the evaluation contract writes a household. */
export interface Volgfeiten {
  /** Money in cents, days as YYYY-MM-DD; `woning.gemeente` says where. */
  readonly huishouden: Readonly<Record<string, unknown>>
  /**
   * For which of these they said yes. Another is never asked; whoever moved and let nobody look is somewhere that we do
   * not know, and nothing is said of what hangs on it. Before each message is looked in the register of persons whether
   * an address is secret: that belongs to being told.
   */
  readonly bronnen: readonly Volgbron[]
  /** They said yes to looking, before a message, whether they applied already. */
  readonly kijktZaken?: true
  /** Ids of schemes that they said they receive already. */
  readonly ontvangt?: readonly string[]
}

/** What is sealed in a dossier. */
export interface Dossierinhoud {
  readonly feiten: Volgfeiten
  /** YYYY-MM-DD: when they gave these answers. */
  readonly gegeven: string
  /** What registers said since, as parts of a household. */
  readonly register?: Registerfeiten
  /** What they corrected themselves, per fact. */
  readonly eigen?: Readonly<Record<string, EigenWoord>>
  /** Absent until it was worked out for the first time. */
  readonly dossier?: Dossier
  /** They changed their answers since it was worked out: they saw themselves what came of it. */
  readonly isZelfGewijzigd?: true
  /** ISO: when they last heard of something new. */
  readonly verteldOp?: string
  /** When it was looked at again, the newest first; at most `hoogstensGekeken`. */
  readonly gekeken?: readonly Gekeken[]
}

/** That it was looked at again, on one day, and why; also when nothing came of it. */
export interface Gekeken {
  /** YYYY-MM-DD */
  readonly op: string
  readonly waardoor: readonly Kijkreden[]
  /** Something may have changed in a right. */
  readonly isAnders: boolean
}

/** What happened; `ingetrokken`: that something did not happen after all; `antwoorden`: they changed what they said. */
export type Kijkreden = Levensloopsoort | 'ingetrokken' | 'antwoorden' | 'tijd' | 'wet'

/** Named limit: so many days on which was looked are kept. */
export const hoogstensGekeken = 5

/** Their word on one fact, which holds over a register until that reports a change of it. */
export interface EigenWoord {
  /** YYYY-MM-DD: when they said so. */
  readonly op: string
  /** Which event (`bron id`) ended that; absent: it holds. */
  readonly door?: string
}

/** Per register, a part of `huishouden` of the evaluation contract. A missing key: it does not say. */
export type Registerfeiten = Readonly<Partial<Record<Volgbron, Volgfeiten['huishouden']>>>

/** As it is kept: under a key of its own (`zout`), so that whoever takes the row away took the key away. */
export interface DossierRij {
  readonly persoon: PersoonId
  /** When they asked for it: the consent, and from where its retention counts. */
  readonly sinds: Date
  /** Goes up by one with each write; who writes on an older one writes nothing. */
  readonly versie: number
  readonly zout: Buffer
  readonly kid: string
  readonly cijfer: Buffer
}

/** What somebody said of being told, whether they take part or not. */
export interface VolgvoorkeurRij {
  readonly persoon: PersoonId
  /** No to all of it, from this moment. */
  readonly afgemeld: Date | undefined
  /** Which schemes are «not for me», sealed; absent: none. */
  readonly nietVoorMij: { readonly kid: string; readonly cijfer: Buffer } | undefined
  /** When they said the last of it: from where its retention counts. */
  readonly gezet: Date
}

export interface Bewaard {
  readonly dossier: DossierRij | undefined
  readonly voorkeur: VolgvoorkeurRij | undefined
  /** When it is looked at again without any event; absent without a dossier. */
  readonly kijkt: Date | undefined
  /** Working it out failed again and again: it is tried a day later. */
  readonly isOpzij: boolean
}

export interface DossierStore {
  /**
   * Takes part from now on, with the names by which sources know them; what was kept before is replaced, and an opt-out
   * is over. They come on the worklist at once, to have something to compare with.
   */
  readonly begin: (opdracht: {
    readonly rij: DossierRij
    readonly namen: readonly { readonly bron: string; readonly wie: string }[]
    readonly bewijzen: readonly VerzegeldBewijs[]
  }) => Promise<void>
  readonly haal: (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<Bewaard>
  /** Other answers, on this version of it (`rij.versie` is the new one). `false`: it was changed since, or is gone. */
  readonly wijzig: (rij: DossierRij, op: Date, bewijzen: readonly VerzegeldBewijs[]) => Promise<boolean>
  /**
   * In one act: dossier with its key, names, everything that was said, and every signal. `afgemeld`: and no to all of it
   * from now on. `false`: there was nothing to end.
   */
  readonly wis: (
    persoon: PersoonId,
    afgemeld: Date | undefined,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
  /** Under the lock of what they said before; `undefined` from `maak`: nothing changes. */
  readonly zetVoorkeur: (
    persoon: PersoonId,
    maak: (nu: VolgvoorkeurRij | undefined) => VolgvoorkeurRij | undefined,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<void>
}
