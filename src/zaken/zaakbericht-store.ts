import type { BronId, Zaakref } from './zaakgegevens.ts'

/** Somebody said that something happened to this case. What it is, stands at the source. */
export interface Hint {
  readonly ref: Zaakref
  /** Raised by each delivery about the same case. */
  readonly versie: number
  readonly sinds: Date
  readonly pogingen: number
}

/** One delivery, as far as it is kept: without a case it is only counted. */
export interface Ontvangst {
  readonly bron: BronId
  readonly zaak?: string
  readonly op: Date
}

/** The inbox. What was accepted survives a crash; several nodes share the work, one case at a time for each. */
export interface ZaakberichtStore {
  /** All of them or none; one row for each case, however often it is named. */
  readonly ontvang: (ontvangsten: readonly Ontvangst[]) => Promise<void>
  /** Takes hints of each of these connections that is not resting, the longest waiting first. */
  readonly pak: (opdracht: Pakopdracht) => Promise<readonly Hint[]>
  /** Done, all of one connection; about what something new was said meanwhile stays, to be done again. */
  readonly klaar: (bron: BronId, hints: readonly Hint[]) => Promise<void>
  /** Tried, and to be tried again. */
  readonly stelUit: (hint: Hint, tot: Date) => Promise<void>
  /** Taken, and not tried. */
  readonly laatLos: (hint: Hint) => Promise<void>
  /** Given up: counted, and the index of this connection is asked anew. */
  readonly geefOp: (hint: Hint, op: Date) => Promise<void>
  /** The source fails: nothing is taken before `tot(how often in a row)`. */
  readonly rust: (bron: BronId, tot: (keren: number) => Date) => Promise<void>
  readonly hervat: (bron: BronId) => Promise<void>
  /** How the subscription was found. `isGemist`: it was not as it should be, so something may have been missed. */
  readonly zetAbonnement: (
    bron: BronId,
    stand: { readonly fout?: string; readonly isGemist: boolean },
    op: Date,
  ) => Promise<void>
  /** So that of several nodes one looks: true for whoever is first since `voor`. */
  readonly neemControle: (bron: BronId, voor: Date, op: Date) => Promise<boolean>
  /** Which connections tell us of changes: subscribed to, or heard of since this moment. */
  readonly meldend: (sinds: Date) => Promise<ReadonlySet<BronId>>
  readonly standen: () => Promise<readonly Berichtenstand[]>
}

export interface Pakopdracht {
  readonly bronnen: readonly BronId[]
  readonly nu: Date
  /** The node that takes it has this long; then another one may. */
  readonly tot: Date
  readonly perBron: number
}

/** For the operator: counts and times of one connection, about nobody. */
export interface Berichtenstand {
  readonly bron: BronId
  readonly laatsteBericht?: Date
  readonly ontvangen: number
  /** Accepted, of a kind that we do nothing with. */
  readonly onbekend: number
  readonly verwerkt: number
  /** Given up after many tries. */
  readonly mislukt: number
  readonly wachtend: number
  readonly wachtSinds?: Date
  readonly gemistOp?: Date
  readonly rustTot?: Date
  readonly abonnement?: { readonly op: Date; readonly fout?: string }
  /** So many people this connection confirmed at some time. */
  readonly deelnemers: number
}
