import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Terugbericht, Verzendkanaal, Verzenduitslag } from './verzendweg.ts'

/**
 * One message on its way to one person by one channel. Made, taken by a worker, handed over, and then either known to
 * have arrived or not; what did not arrive is made good by another channel or by a human.
 */
export const zendingstanden = [
  'gemaakt',
  'bezig',
  'verzonden',
  'bezorgd',
  'mislukt',
  'retour',
  'hersteld',
] as const
export type Zendingstand = (typeof zendingstanden)[number]

export interface Zending {
  readonly id: string
  readonly persoon: PersoonId
  readonly bericht: string
  /** Whose message it is; absent: of this installation itself. */
  readonly organisatie?: OrganisatieId
  readonly kanaal: Verzendkanaal
  /** The same message by the same channel once more: 2 when somebody sent a returned letter again. */
  readonly beurt: number
  readonly stand: Zendingstand
  /** How often it was taken by a worker: an outcome of an earlier take changes nothing any more. */
  readonly greep: number
  /** How often it was tried in vain. */
  readonly pogingen: number
  /** How often nobody heard what came of a try: then the other side may have it. */
  readonly ongewis: number
  readonly gemaakt: Date
  /** Not taken before; while a worker holds it, until when. */
  readonly volgende: Date
  /** By when something must have gone out (Awb 2:10: 48 hours). */
  readonly uiterlijk?: Date
  /** Where it goes when this way fails, in this order. After the last comes a human. */
  readonly daarna: readonly Verzendkanaal[]
  readonly verzonden?: Date
  /** The number of the other side. */
  readonly kenmerk?: string
  readonly reden?: string
}

/** Only a notice says that there is something; everything else carries the message itself. */
export function isMelding(kanaal: Verzendkanaal): boolean {
  return kanaal === 'email' || kanaal === 'sms'
}

export type Gebeurtenis =
  /** Of what was taken with this number. */
  | { readonly soort: 'uitslag'; readonly greep: number; readonly uitslag: Verzenduitslag; readonly op: Date }
  /** Not tried: it is not the hour for it. */
  | { readonly soort: 'later'; readonly greep: number; readonly volgende: Date }
  | { readonly soort: 'terug'; readonly terug: Omit<Terugbericht, 'zending'> }
  /** A human made it good. */
  | { readonly soort: 'hersteld'; readonly op: Date }

/** What follows from an event; nothing of it without the rest. */
export interface Stap {
  readonly zending: Zending
  /** The next channel, when this one failed. */
  readonly opvolger?: Verzendkanaal
  /** Every way failed: somebody must do something. */
  readonly herstel?: string
}

export interface Uitstel {
  /** Between 0 and 1, so that what failed together does not come back together. */
  readonly loting: () => number
}

/** Named limits per channel: so often, at first after so long, and never longer than that in between. */
const herhaling: Readonly<Record<Verzendkanaal, { keren: number; eersteMs: number; langsteMs: number }>> = {
  berichtenbox: { keren: 1_000, eersteMs: 5_000, langsteMs: 300_000 },
  email: { keren: 6, eersteMs: 60_000, langsteMs: 4 * 3_600_000 },
  sms: { keren: 5, eersteMs: 30_000, langsteMs: 3_600_000 },
  brief: { keren: 12, eersteMs: 60_000, langsteMs: 6 * 3_600_000 },
  telefoon: { keren: 4, eersteMs: 60_000, langsteMs: 3_600_000 },
}

/** Named limit: so long before the term ends no more waiting for this channel. */
const margeMs = 8 * 3_600_000

/** `undefined`: nothing changes, because it is over or the news is old. */
export function stap(zending: Zending, gebeurtenis: Gebeurtenis, uitstel: Uitstel): Stap | undefined {
  switch (gebeurtenis.soort) {
    case 'uitslag':
      return naUitslag(zending, gebeurtenis, uitstel)
    case 'later':
      if (!isVanHouder(zending, gebeurtenis.greep)) return undefined
      return { zending: { ...zending, stand: 'gemaakt', volgende: gebeurtenis.volgende } }
    case 'terug':
      return naTerug(zending, gebeurtenis.terug)
    case 'hersteld':
      if (zending.stand !== 'mislukt' && zending.stand !== 'retour') return undefined
      return { zending: { ...zending, stand: 'hersteld' } }
  }
}

function naUitslag(
  zending: Zending,
  { greep, uitslag, op }: Extract<Gebeurtenis, { soort: 'uitslag' }>,
  uitstel: Uitstel,
): Stap | undefined {
  if (!isVanHouder(zending, greep)) return undefined
  if (uitslag.soort === 'verzonden') {
    const { kenmerk } = uitslag
    return {
      zending: { ...zending, stand: 'verzonden', verzonden: op, ...(kenmerk !== undefined && { kenmerk }) },
    }
  }
  if (uitslag.soort === 'blijvend') return mislukt(zending, 'mislukt', uitslag.reden)
  const geteld = { ...zending, pogingen: zending.pogingen + 1 }
  const volgende = opnieuwOp(geteld, op, uitslag.nietVoor, uitstel)
  if (volgende === undefined) return mislukt(geteld, 'mislukt', uitslag.reden)
  return { zending: { ...geteld, stand: 'gemaakt', volgende, reden: uitslag.reden } }
}

/**
 * News of the other side may come twice, in any order, and before the worker that sent it wrote so. Bad news counts
 * after good news and good news never after bad: a bounce after delivery is a bounce.
 */
function naTerug(zending: Zending, { uitkomst, reden, op }: Omit<Terugbericht, 'zending'>): Stap | undefined {
  const { stand } = zending
  if (stand === 'mislukt' || stand === 'retour' || stand === 'hersteld') return undefined
  // That there is news of it says that it had left.
  const verzonden = zending.verzonden ?? op
  if (uitkomst !== 'bezorgd') return mislukt({ ...zending, verzonden }, uitkomst, reden ?? uitkomst)
  return stand === 'bezorgd' ? undefined : { zending: { ...zending, stand: 'bezorgd', verzonden } }
}

function mislukt(zending: Zending, stand: 'mislukt' | 'retour', reden: string): Stap {
  const [opvolger] = zending.daarna
  return {
    zending: { ...zending, stand, reden },
    ...(opvolger === undefined ? { herstel: reden } : { opvolger }),
  }
}

/** Twice as long each time and never exactly; `undefined` when another way must be tried now. */
function opnieuwOp(
  { kanaal, pogingen, uiterlijk, daarna }: Zending,
  op: Date,
  nietVoor: Date | undefined,
  { loting }: Uitstel,
): Date | undefined {
  const { keren, eersteMs, langsteMs } = herhaling[kanaal]
  if (pogingen >= keren) return undefined
  const ms = Math.min(eersteMs * 2 ** (pogingen - 1), langsteMs) * (0.5 + loting() / 2)
  const volgende = Math.max(op.getTime() + ms, nietVoor?.getTime() ?? 0)
  const moetVerder = uiterlijk !== undefined && daarna.length > 0
  return moetVerder && volgende > uiterlijk.getTime() - margeMs ? undefined : new Date(volgende)
}

function isVanHouder({ stand, greep }: Zending, van: number): boolean {
  return stand === 'bezig' && greep === van
}
