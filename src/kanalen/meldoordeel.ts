import { isVerschoonbaar, type Notificatieoordeel, notificatieoordeel } from '../kalender/index.ts'
import type { Berichtinhoud } from './bericht.ts'
import { meldtermijn } from './verzendmoment.ts'
import { isMelding, type Zending } from './zending.ts'

/** What the law says of the notice of one message, from what was written down (Awb 2:10, 2:11 lid 2, 2:22). */
export type Meldoordeel =
  /** They refused notices, so none is owed (Awb 2:10 lid 1). */
  | { readonly soort: 'geweigerd' }
  | {
      readonly soort: 'verplicht'
      /** By when it must be out. */
      readonly uiterlijk: Date
      readonly oordeel: Notificatieoordeel
      /** When the first left; absent: none did. */
      readonly gemeld?: Date
      /** Whether one arrived: a receipt, or all that left came back; otherwise nobody heard. */
      readonly kwamAan: boolean | 'onbekend'
      /** When they were told in another way than by a notice. */
      readonly anders?: Date
      /**
       * Whether being late may be held against them, where a term began with this message: `true` is that it may not
       * (Awb 2:22). Absent while the notice can still be in time.
       */
      readonly verschoonbaar?: boolean | 'onbekend'
    }

export type Meldfeit = Pick<Zending, 'kanaal' | 'stand' | 'verzonden' | 'uiterlijk' | 'opVerzoek'>

/**
 * `undefined`: nothing to say. The inbox does not count as sending here (paper does), or it is a message that is told at
 * once or not at all, of which no notice is owed.
 */
export function meldoordeelVan(
  feiten: readonly Meldfeit[],
  { verstuurd, inhoud }: { readonly verstuurd: Date; readonly inhoud: Pick<Berichtinhoud, 'alleenSnel'> },
  nu: Date,
): Meldoordeel | undefined {
  const postvak = feiten.find(({ kanaal }) => kanaal === 'berichtenbox')
  if (postvak?.verzonden === undefined || inhoud.alleenSnel) return undefined
  if (postvak.uiterlijk === undefined) return { soort: 'geweigerd' }
  const uit = feiten.filter(({ kanaal, verzonden }) => isMelding(kanaal) && verzonden !== undefined)
  const gemeld = eerste(uit)
  const anders = eerste(feiten.filter(isVerteld))
  const oordeel = notificatieoordeel(
    { geplaatst: verstuurd, ...(gemeld !== undefined && { genotificeerd: gemeld }) },
    nu,
  )
  const kwamAan = aankomst(uit)
  const isNogTeDoen = gemeld === undefined && anders === undefined && oordeel !== 'te-laat'
  return {
    soort: 'verplicht',
    uiterlijk: meldtermijn(verstuurd),
    oordeel,
    ...(gemeld !== undefined && { gemeld }),
    kwamAan,
    ...(anders !== undefined && { anders }),
    ...(!isNogTeDoen && { verschoonbaar: gevolg({ isVerstuurd: gemeld !== undefined, kwamAan, anders }) }),
  }
}

/** Of what left: a receipt is enough, and what came back did not arrive. What others made good came back first. */
function aankomst(uit: readonly Meldfeit[]): boolean | 'onbekend' {
  if (uit.some(({ stand }) => stand === 'bezorgd')) return true
  return uit.length > 0 && uit.every(({ stand }) => stand !== 'verzonden') ? false : 'onbekend'
}

/** Whether it lay with them that it did not arrive nobody here knows: then somebody has to find out first. */
function gevolg({
  isVerstuurd,
  kwamAan,
  anders,
}: {
  readonly isVerstuurd: boolean
  readonly kwamAan: boolean | 'onbekend'
  readonly anders: Date | undefined
}): boolean | 'onbekend' {
  const notificatie =
    kwamAan === true
      ? 'ontvangen'
      : kwamAan === false
        ? 'niet-ontvangen'
        : isVerstuurd || anders !== undefined
          ? 'onbekend'
          : 'niet-verzonden'
  return isVerschoonbaar({ notificatie, begonMetVerzending: true })
}

/** Who asked for a letter had found the message already: it makes no notice good. */
function isVerteld({ kanaal, stand, opVerzoek }: Meldfeit): boolean {
  if (opVerzoek) return false
  return (
    (kanaal === 'brief' && (stand === 'verzonden' || stand === 'bezorgd')) ||
    (kanaal === 'telefoon' && stand === 'bezorgd')
  )
}

function eerste(feiten: readonly Meldfeit[]): Date | undefined {
  const momenten = feiten.flatMap(({ verzonden }) => verzonden ?? [])
  return momenten.toSorted((a, b) => a.getTime() - b.getTime())[0]
}
