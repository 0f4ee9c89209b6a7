import type { PersoonId } from '../domain/index.ts'
import { type Gegevensoort, gegevensoorten } from './gegeven.ts'
import type { BronId } from './kluistoegang.ts'

/**
 * Somebody says that a datum is wrong. The source holder decides, we send it and follow it. `opgesteld`: kept by us,
 * not yet at the source; it is sent again until the source has it.
 */
export type TerugmeldingStatus = 'opgesteld' | 'ontvangen' | 'in-onderzoek' | 'aangepast' | 'niet-aangepast'

/** Only forward: a source that says otherwise is behind or wrong. */
const volgorde: Readonly<Record<TerugmeldingStatus, number>> = {
  opgesteld: 0,
  ontvangen: 1,
  'in-onderzoek': 2,
  aangepast: 3,
  'niet-aangepast': 3,
}

export interface Terugmelding {
  /** A UUID; also the `kenmerk` by which the source recognises a second sending. */
  readonly id: string
  /** Whose datum it is, and who reports it: not always the same. */
  readonly persoon: PersoonId
  readonly door: PersoonId
  readonly gegeven: Gegevensoort
  /** In the reporter's own words. */
  readonly toelichting: string
  readonly status: TerugmeldingStatus
  readonly sinds: Date
  readonly gemaaktOp: Date
  /** What the source holder says about it. */
  readonly uitleg: string | undefined
  /** How often sending was tried, and when the next time is; `undefined` once the source has it. */
  readonly pogingen: number
  readonly volgendePoging: Date | undefined
}

export interface NieuweTerugmelding {
  readonly id: string
  readonly persoon: PersoonId
  readonly door: PersoonId
  readonly gegeven: Gegevensoort
  readonly toelichting: string
}

export const maxToelichting = 2_000

/** `undefined` when there is nothing to say, or too much. */
export function stelOp(nieuw: NieuweTerugmelding, nu: Date): Terugmelding | undefined {
  const toelichting = nieuw.toelichting.trim()
  if (toelichting === '' || toelichting.length > maxToelichting) return undefined
  return {
    ...nieuw,
    toelichting,
    status: 'opgesteld',
    sinds: nu,
    gemaaktOp: nu,
    uitleg: undefined,
    pogingen: 0,
    volgendePoging: nu,
  }
}

export interface StandBijBron {
  readonly status: Exclude<TerugmeldingStatus, 'opgesteld'>
  readonly sinds: Date
  readonly uitleg: string | undefined
}

/** The same when nothing is new. */
export function volgens(melding: Terugmelding, stand: StandBijBron): Terugmelding {
  if (volgorde[stand.status] < volgorde[melding.status] || isAf(melding)) return melding
  if (stand.status === melding.status && stand.uitleg === melding.uitleg) return melding
  return { ...melding, ...stand, volgendePoging: undefined }
}

/** The source could not be reached: again in a minute, then ever later, at most six hours. */
export function nogEens(melding: Terugmelding, nu: Date): Terugmelding {
  const pogingen = melding.pogingen + 1
  const wachtMs = Math.min(60_000 * 2 ** (pogingen - 1), 6 * 3_600_000)
  return { ...melding, pogingen, volgendePoging: new Date(nu.getTime() + wachtMs) }
}

export function isAf({ status }: Terugmelding): boolean {
  return status === 'aangepast' || status === 'niet-aangepast'
}

export function bronVan({ gegeven }: { readonly gegeven: Gegevensoort }): BronId {
  return gegevensoorten[gegeven].bron
}
