import { notificatieUren, verzendmoment, verzondenOp } from '../kalender/index.ts'
import type { Verzendkanaal } from './verzendweg.ts'
import { isMelding, type Zending } from './zending.ts'

/** Since when a message counts as sent, and by what. */
export interface Verzendmoment {
  readonly op: Date
  readonly kanaal: Verzendkanaal
  /** An earlier sending was undeliverable: this one counts (Awb 2:11). */
  readonly isTweede: boolean
}

/** What became of it, as far as the moment of sending depends on it. */
export type Verzendfeit = Pick<Zending, 'kanaal' | 'stand' | 'verzonden'>

/**
 * In the inbox the moment at which the addressee can get at it, elsewhere the moment at which it reached a system or a
 * carrier that is not ours (Awb 2:19). A notice is never the sending. `undefined`: not sent yet.
 */
export function verzendmomentVan(feiten: readonly Verzendfeit[]): Verzendmoment | undefined {
  const pogingen = feiten.flatMap(({ kanaal, stand, verzonden }) =>
    // What never left is no sending that failed.
    isMelding(kanaal) || verzonden === undefined
      ? []
      : [
          {
            kanaal,
            op: sinds(kanaal, verzonden) ?? verzonden,
            isOnbestelbaar: stand !== 'verzonden' && stand !== 'bezorgd',
          },
        ],
  )
  const op = verzendmoment(pogingen)
  const welke = pogingen.find((poging) => poging.op === op && !poging.isOnbestelbaar)
  return (
    welke && {
      op: welke.op,
      kanaal: welke.kanaal,
      // What came back later, beside what counts already, makes no other sending the first.
      isTweede: pogingen.some((poging) => poging.isOnbestelbaar && poging.op <= welke.op),
    }
  )
}

/** What was written down of an item is the fact that the law asks about for its way. */
function sinds(kanaal: Verzendkanaal, op: Date): Date | undefined {
  return kanaal === 'berichtenbox'
    ? verzondenOp('portaal', { toegankelijk: op })
    : verzondenOp('bericht', { buitenOrgaan: op })
}

const uurMs = 3_600_000
/** When somebody is warned that a notice is not out yet (Awb 2:10 lid 1), in hours after the message. */
const alarmUren = Object.values(notificatieUren)

/** The last warning that is due by now; `undefined`: none yet. */
export function alarmOp(verstuurd: Date, nu: Date): number | undefined {
  return alarmUren.findLast((uren) => nu.getTime() >= verstuurd.getTime() + uren * uurMs)
}

/** Messages of before these moments should have had each of the warnings. */
export function alarmgrenzen(nu: Date): readonly { readonly uren: number; readonly verstuurdVoor: Date }[] {
  return alarmUren.map((uren) => ({ uren, verstuurdVoor: new Date(nu.getTime() - uren * uurMs) }))
}

/** By when a notice must be out. */
export function meldtermijn(verstuurd: Date): Date {
  return new Date(verstuurd.getTime() + notificatieUren.uiterlijk * uurMs)
}

/** From this warning on somebody calls or writes: waiting for the machine would take too long. */
export const herstelVanafUren: number = notificatieUren.alarm
