/** What a law file holds once it is read. */
import type { Eenheid } from './eenheid.ts'
import type { Ast } from './feel.ts'
import type { Decimaal } from './getal.ts'
import type { Lezing, Pad } from './lezing.ts'
import type { FeitBij, RegelingInfo, Soort, Vertalingen, Vertrouwen } from './types.ts'

export const VERTROUWEN: readonly Vertrouwen[] = ['alleen-tekst', 'opgesteld', 'beoordeeld', 'nagerekend']

export const SOORTEN: readonly (Soort | 'gedeeld')[] = [
  'geld',
  'korting',
  'kwijtschelding',
  'natura',
  'signaal',
  'gedeeld',
]

export type Peilmoment = 'dag' | 'maand' | 'kwartaal' | 'jaar'

export interface Plek {
  readonly lezing: Lezing
  readonly pad: Pad
}

export type ParamWaarde =
  | { readonly k: 'getal'; readonly d: Decimaal }
  | { readonly k: 'ja-nee'; readonly waarde: boolean }
  | { readonly k: 'per-gebied'; readonly waarden: ReadonlyMap<string, Decimaal | undefined> }
  /** Rows sorted by upper bound (included); the last bound is absent: the rest. */
  | {
      readonly k: 'tabel'
      readonly sleutel: Eenheid
      readonly rijen: readonly { readonly tot?: Decimaal; readonly d: Decimaal }[]
    }
  | { readonly k: 'onbekend'; readonly bereik?: readonly [Decimaal, Decimaal] }

export interface ParamDef {
  readonly naam: string
  readonly eenheid: Eenheid
  readonly eenheidTekst: string
  readonly waarde: ParamWaarde
  readonly bron: string
  readonly vertrouwen: Vertrouwen
  readonly reden: 'bedrag-niet-vastgesteld' | 'niet-gemodelleerd'
  /** Does not end with `bedragen_tot` of its file: an age in the law, say. */
  readonly vast?: true
  /** An open value that nobody has filled yet. */
  readonly open?: string
  readonly plek: Plek
}

/** The law that a rule of a file stands in. */
export type Grondslag = Pick<RegelingInfo['grondslag'], 'wet' | 'bwb' | 'cvdr'>

export interface RegelDef {
  readonly naam: string
  readonly artikel: string
  readonly uitleg: string
  readonly vertalingen: Vertalingen | undefined
  readonly formule: string
  readonly ast: Ast | undefined
  readonly eenheidTekst: string
  readonly vertrouwen: Vertrouwen
  readonly voor: readonly FeitBij[] | undefined
  /** The law of the article, when that is not the law of the file. */
  readonly grondslag: Grondslag | undefined
  readonly plek: Plek
}

export interface UitkomstDef {
  readonly voorwaarden: readonly string[]
  readonly bedrag: string | undefined
  readonly jaarbedrag: string | undefined
  readonly beslist: boolean
}

export interface Wet {
  readonly id: string
  readonly soort: Soort | 'gedeeld'
  readonly gebied: string
  /** Day number. */
  readonly vanaf: number
  readonly versie: number
  readonly bedragenTot: number | undefined
  readonly peilmoment: Peilmoment
  readonly gebruikt: readonly string[]
  readonly vultIn: string | undefined
  readonly parameters: ReadonlyMap<string, ParamDef>
  readonly regels: ReadonlyMap<string, RegelDef>
  readonly uitkomst: UitkomstDef
  readonly info: RegelingInfo
  /** This file and the ones it builds on. */
  readonly bestanden: readonly { readonly bestand: string; readonly sha256: string }[]
  readonly lezing: Lezing
  /** Every name that stands in this file or in one it builds on, read or not. */
  readonly namen: ReadonlySet<string>
}
