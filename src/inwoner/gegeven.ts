import type { Datum } from '../domain/index.ts'
import type { BronId } from './kluistoegang.ts'

/** One thing that a register says about somebody, with everything a person may ask about it. */
export interface Gegeven<T> {
  readonly waarde: T
  readonly bron: BronId
  /** Since when it is so, or of which day it is, as the source says; `undefined` when it does not. */
  readonly datum: Datum | undefined
  readonly opgehaaldOp: Date
  /** The source doubts it: shown, with a remark, and used for nothing. */
  readonly isInOnderzoek: boolean
}

/**
 * What a person can say is wrong: which source holds it, under which name it stands in the register of processing
 * activities, and what it is used for besides being shown.
 */
export const gegevensoorten = {
  naam: { bron: 'brp', verwerking: 'naam', waarvoor: ['brieven'] },
  geboortedatum: { bron: 'brp', verwerking: 'geboortedatum', waarvoor: ['rechten', 'vertegenwoordiging'] },
  adres: { bron: 'brp', verwerking: 'adres', waarvoor: ['rechten', 'brieven'] },
  partner: { bron: 'brp', verwerking: 'partner', waarvoor: ['rechten'] },
  kinderen: { bron: 'brp', verwerking: 'kinderen', waarvoor: ['rechten', 'vertegenwoordiging'] },
  medebewoners: { bron: 'brp', verwerking: 'huishouden', waarvoor: ['rechten'] },
  toetsingsinkomen: { bron: 'inkomen', verwerking: 'inkomen', waarvoor: ['rechten'] },
  vermogen: { bron: 'inkomen', verwerking: 'vermogen', waarvoor: ['rechten'] },
  maandinkomen: { bron: 'inkomen', verwerking: 'maandinkomen', waarvoor: ['rechten'] },
} as const satisfies Readonly<
  Record<
    string,
    { bron: BronId; verwerking: string; waarvoor: readonly ('rechten' | 'brieven' | 'vertegenwoordiging')[] }
  >
>

export type Gegevensoort = keyof typeof gegevensoorten

/** In the order in which pages name them. */
// The keys of the table are the kinds.
export const gegevensoortLijst = Object.keys(gegevensoorten) as readonly Gegevensoort[]

export function isGegevensoort(waarde: unknown): waarde is Gegevensoort {
  return typeof waarde === 'string' && Object.hasOwn(gegevensoorten, waarde)
}
