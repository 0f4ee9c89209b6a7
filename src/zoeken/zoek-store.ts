import type { Doelgroep, Zoekdocument, Zoeksoort } from './document.ts'

/** One thing that somebody means, in the words that may stand for it. Each entry is one word, or words that stand together. */
export interface Begrip {
  /** As it was typed, so that whoever finds something is told by which of their words. */
  readonly woord: string
  /** The word itself and its synonyms. */
  readonly sterk: readonly string[]
  /** Guesses: parts of a compound, the beginning of a word, a typing error. */
  readonly zwak: readonly string[]
}

export interface Opzoeking {
  readonly index: string
  readonly taal: string
  readonly doelgroep: Doelgroep
  readonly begrippen: readonly Begrip[]
  /** The whole question in plain words, as typed and as mended: for who types exactly a name. */
  readonly geheel: readonly string[]
  /** What a question of one notion is also called. */
  readonly synoniem: readonly string[]
  /** Codes of the places somebody lives in; what is only for other places comes last. */
  readonly gebieden: readonly string[]
  readonly hoogstens: number
}

export interface Treffer {
  readonly soort: Zoeksoort
  readonly id: string
  readonly ouder: string | undefined
  readonly titel: string
  readonly kort: string
  readonly gebied: string | undefined
  /** By which of the words that were typed it was found. */
  readonly door: readonly string[]
}

export interface Zoekindex {
  /** Hash of all that is in it: nodes with the same corpus share it. */
  readonly hash: string
  readonly documenten: readonly Zoekdocument[]
  /** Every word of a language, to recognise typing errors by. */
  readonly woorden: readonly { readonly taal: string; readonly woord: string }[]
  /** Beside its own words, what a document is found by: parts of compounds. */
  readonly delen: ReadonlyMap<string, readonly string[]>
}

/** What search asks of a database with full text and trigrams. */
export interface Zoekopslag {
  heeft(hash: string): Promise<boolean>
  bewaar(index: Zoekindex): Promise<void>
  /** Words of the index that look like these, at most a handful for each, most alike first; a word that is there itself is among them. */
  lijktOp(
    hash: string,
    taal: string,
    woorden: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>
  zoek(opzoeking: Opzoeking): Promise<readonly Treffer[]>
}
