import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Berichtsoort } from './berichtsoort.ts'
import type { Lezer } from './lezer.ts'

/** A message as it is kept: what it says is sealed. */
export interface BerichtRij {
  readonly id: string
  readonly persoon: PersoonId
  readonly soort: Berichtsoort
  readonly kenmerk: Buffer
  readonly verstuurd: Date
  readonly geopend: Date | undefined
  readonly corrigeert: string | undefined
  readonly kid: string
  readonly cijfer: Buffer
}

/** With what one reader did with it. */
export interface GelezenRij extends BerichtRij {
  readonly gecorrigeerdDoor: string | undefined
  readonly isGelezen: boolean
  readonly isGearchiveerd: boolean
}

/** A file as it is kept: name, kind and what is in it are sealed. */
export interface BijlageRij {
  readonly bericht: string
  readonly nummer: number
  readonly kid: string
  readonly cijfer: Buffer
}

/** What is written when a message is sent. */
export interface Plaatsing {
  readonly rij: BerichtRij
  readonly bijlagen: readonly BijlageRij[]
  /** Whose message it is, for who makes good what does not arrive. */
  readonly organisatie: OrganisatieId | undefined
  /** By when a notice must be out, unless none turns out to be owed. */
  readonly uiterlijk: Date
  readonly bewijzen: readonly VerzegeldBewijs[]
}

/** Which ones, as this reader left them; behind the one with this id, that is before it in time. */
export interface Lijstvraag {
  readonly isGearchiveerd?: boolean
  readonly alleenNieuw?: boolean
  readonly na?: string | undefined
}

export interface BerichtStore {
  /** Was this message sent already? */
  readonly kent: (persoon: PersoonId, kenmerk: Buffer) => Promise<boolean>
  /** Is there a message of theirs with this id? */
  readonly bestaat: (persoon: PersoonId, id: string) => Promise<boolean>
  /** Which of these marks were sent already, as hexadecimal. */
  readonly bekend: (kenmerken: readonly Buffer[]) => Promise<ReadonlySet<string>>
  /**
   * Each message with its way to whom it is for and the evidence of it, all in one act. Gives the ids of those that
   * were not there already.
   */
  readonly plaats: (plaatsingen: readonly Plaatsing[]) => Promise<ReadonlySet<string>>
  /** The latest first, as the reader left them; without a reader as the owner did. */
  readonly lijst: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    hoogstens: number,
    lezer?: PersoonId,
    vraag?: Lijstvraag,
  ) => Promise<readonly GelezenRij[]>
  readonly vind: (
    persoon: PersoonId,
    id: string,
    bewijs: Verwerkingsbewijs,
    lezer?: PersoonId,
  ) => Promise<GelezenRij | undefined>
  /** The first time counts, with its evidence; `false` when it was open already. */
  readonly merkGeopend: (
    persoon: PersoonId,
    id: string,
    op: Date,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
  /** For this reader alone, with the evidence when it was new to them. */
  readonly merkGelezen: (
    wie: Pick<Lezer, 'persoon' | 'lezer'>,
    id: string,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<void>
  /** What one reader wants it to be; nothing of the message changes. `false`: not theirs. */
  readonly markeer: (
    persoon: PersoonId,
    id: string,
    lezer: PersoonId,
    als: { readonly isGelezen?: boolean; readonly isGearchiveerd?: boolean },
  ) => Promise<boolean>
  readonly bijlage: (
    persoon: PersoonId,
    id: string,
    nummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<BijlageRij | undefined>
}
