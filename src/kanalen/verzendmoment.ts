import type { Verzendkanaal } from './verzendweg.ts'
import { isMelding, type Zending } from './zending.ts'

/** Since when a message counts as sent, and by what. */
export interface Verzendmoment {
  readonly op: Date
  readonly kanaal: Verzendkanaal
  /** An earlier sending was undeliverable: this one counts (Awb 2:11 lid 1 and 3). */
  readonly isTweede: boolean
}

/** What became of it, as far as the moment of sending depends on it. */
export type Verzendfeit = Pick<Zending, 'kanaal' | 'stand' | 'verzonden'>

/**
 * Awb 2:19: in a portal the moment at which the addressee can get at it, elsewhere the moment at which it reached a
 * system (or a carrier) that is not ours. A notice never is the sending. Undeliverable: the sending that came
 * after it counts. `undefined`: not sent yet.
 */
export function verzendmoment(feiten: readonly Verzendfeit[]): Verzendmoment | undefined {
  const dragers = feiten.filter(({ kanaal }) => !isMelding(kanaal))
  // What never left is no sending that failed.
  const isMislukt = dragers.some(
    ({ stand, verzonden }) => verzonden !== undefined && ['mislukt', 'retour', 'hersteld'].includes(stand),
  )
  const geldig = dragers
    .flatMap(({ kanaal, stand, verzonden }) =>
      verzonden !== undefined && (stand === 'verzonden' || stand === 'bezorgd')
        ? [{ kanaal, op: verzonden }]
        : [],
    )
    .toSorted((a, b) => a.op.getTime() - b.op.getTime())
  const [eerste] = geldig
  return eerste && { ...eerste, isTweede: isMislukt }
}

/**
 * Awb 2:22: whether exceeding a term that began with the sending can be held against somebody. Not when they should
 * have had a notice and none went out.
 */
export function isVerschoonbaar({
  meldplicht,
  gemeld,
}: {
  readonly meldplicht: boolean
  readonly gemeld: Date | undefined
}): boolean {
  return meldplicht && gemeld === undefined
}

/** Named limits of Awb 2:10 lid 1 and of ourselves: the term of a notice, and when somebody is warned before it. */
export const meldtermijnUren = 48
export const alarmUren = [24, 40, 48] as const

/** Which warnings are due at this moment, the last one not yet given first; `undefined`: none. */
export function alarmOp(verstuurd: Date, nu: Date): (typeof alarmUren)[number] | undefined {
  const uren = (nu.getTime() - verstuurd.getTime()) / 3_600_000
  return alarmUren.findLast((grens) => uren >= grens)
}
