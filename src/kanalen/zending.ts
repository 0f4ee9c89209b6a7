import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Terugbericht, Verzendkanaal, Verzenduitslag } from './verzendweg.ts'

/**
 * One message on its way to one person by one channel. Made, taken by a worker, ready where it has to wait for somebody
 * who takes it away, handed over, and then either known to have arrived or not; what did not arrive is made good by another channel or by a human.
 */
export const zendingstanden = [
  'gemaakt',
  'bezig',
  'klaar',
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
  /** It is told at once or not at all: not after `uiterlijk`, and nobody makes good what failed. */
  readonly alleenSnel?: true
  /** Where it goes when this way fails, in this order. After the last comes a human. */
  readonly daarna: readonly Verzendkanaal[]
  readonly verzonden?: Date
  /** The number of the other side. */
  readonly kenmerk?: string
  readonly reden?: string
  /** A letter of what they have already, because they asked for it. */
  readonly opVerzoek?: true
  /** Which of their addresses it last went to; absent: none that they gave, or not known. */
  readonly adres?: string
}

/** Only a notice says that there is something; everything else carries the message itself. */
export function isMelding(kanaal: Verzendkanaal): boolean {
  return kanaal === 'email' || kanaal === 'sms'
}

export type Gebeurtenis =
  /** Of what was taken with this number. */
  | {
      readonly soort: 'uitslag'
      readonly greep: number
      readonly uitslag: Verzenduitslag
      readonly op: Date
      /** The id of the address that was tried; absent: none that they gave. */
      readonly adres?: string
    }
  /** Not tried: it is not the hour for it. */
  | { readonly soort: 'later'; readonly greep: number; readonly volgende: Date }
  | { readonly soort: 'terug'; readonly terug: Omit<Terugbericht, 'zending'> }
  /** It may not leave any more (laatste-blik.ts). Nothing comes in its place, unless it goes on by another way. */
  | { readonly soort: 'vervallen'; readonly reden: string; readonly gaatVerder?: true }
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

const uurMs = 3_600_000

/**
 * Named limits per channel: at first after so long, twice as long each time, never longer than that in between, and
 * no more when it was made so long ago. What must be out by a day goes on until near it, however often that is.
 */
const herhaling: Readonly<Record<Verzendkanaal, { eersteMs: number; langsteMs: number; opMs: number }>> = {
  berichtenbox: { eersteMs: 5_000, langsteMs: 300_000, opMs: 96 * uurMs },
  email: { eersteMs: 60_000, langsteMs: 4 * uurMs, opMs: 48 * uurMs },
  sms: { eersteMs: 30_000, langsteMs: uurMs, opMs: 48 * uurMs },
  brief: { eersteMs: 60_000, langsteMs: 6 * uurMs, opMs: 24 * uurMs },
  telefoon: { eersteMs: 60_000, langsteMs: uurMs, opMs: 24 * uurMs },
}

/**
 * Named limits: of so many tries nobody may have heard what came of them, and so long at least lies between those, or
 * a server that takes everything and says nothing fills somebody's mailbox.
 */
const maxOngewis = 4
const ongewisMs = uurMs / 2

/** Named limit: so long before the term ends no more waiting for this channel. */
const margeMs = 8 * uurMs

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
    case 'vervallen':
      if (isVertrokken(zending)) return undefined
      return gebeurtenis.gaatVerder
        ? mislukt(zending, 'mislukt', gebeurtenis.reden)
        : { zending: { ...zending, stand: 'mislukt', reden: gebeurtenis.reden } }
    case 'hersteld':
      if (zending.stand !== 'mislukt' && zending.stand !== 'retour') return undefined
      return { zending: { ...zending, stand: 'hersteld' } }
  }
}

/** Or over in another way. What a worker holds it has not begun: it asks before it does. */
function isVertrokken({ stand }: Zending): boolean {
  return stand !== 'gemaakt' && stand !== 'bezig' && stand !== 'klaar'
}

function naUitslag(
  was: Zending,
  { greep, uitslag, op, adres }: Extract<Gebeurtenis, { soort: 'uitslag' }>,
  uitstel: Uitstel,
): Stap | undefined {
  if (!isVanHouder(was, greep)) return undefined
  const zending = adres === undefined ? was : { ...was, adres }
  if (uitslag.soort === 'verzonden') {
    const { kenmerk } = uitslag
    return {
      zending: { ...zending, stand: 'verzonden', verzonden: op, ...(kenmerk !== undefined && { kenmerk }) },
    }
  }
  if (uitslag.soort === 'klaar') return { zending: { ...zending, stand: 'klaar' } }
  if (uitslag.soort === 'blijvend') return mislukt(zending, 'mislukt', uitslag.reden)
  const { geteld, volgende } = nogEens(zending, uitslag, op, uitstel)
  if (volgende === undefined) return mislukt(geteld, 'mislukt', uitslag.reden)
  return { zending: { ...geteld, stand: 'gemaakt', volgende, reden: uitslag.reden } }
}

type Tijdelijk = Extract<Verzenduitslag, { soort: 'tijdelijk' }>

/** What trying again depends on; whatever goes out by a way does so by this rule. */
export type Herhaalbaar = Pick<
  Zending,
  'kanaal' | 'greep' | 'pogingen' | 'ongewis' | 'gemaakt' | 'uiterlijk' | 'daarna' | 'alleenSnel'
>

/** How often it was tried now, and when it is again; `undefined`: not any more by this way. */
export function nogEens<T extends Herhaalbaar>(
  was: T,
  uitslag: Tijdelijk,
  op: Date,
  uitstel: Uitstel,
): { readonly geteld: T; readonly volgende: Date | undefined } {
  const geteld = teller(was, uitslag)
  return { geteld, volgende: opnieuwOp(geteld, op, uitslag, uitstel) }
}

/** What did not leave the house was no try. */
function teller<T extends Herhaalbaar>(zending: T, { hoever }: Tijdelijk): T {
  if (hoever === 'niet-begonnen') return zending
  if (hoever === 'ongewis') return { ...zending, ongewis: zending.ongewis + 1 }
  return { ...zending, pogingen: zending.pogingen + 1 }
}

/**
 * News of the other side may come twice, in any order, and before the worker that sent it wrote so. Bad news counts
 * after good news and good news never after bad: a bounce after delivery is a bounce.
 */
function naTerug(zending: Zending, { uitkomst, reden, op }: Omit<Terugbericht, 'zending'>): Stap | undefined {
  const { stand } = zending
  if (stand === 'mislukt' || stand === 'retour' || stand === 'hersteld') return undefined
  if (uitkomst === 'verzonden')
    return stand === 'verzonden' || stand === 'bezorgd'
      ? undefined
      : { zending: { ...zending, stand: 'verzonden', verzonden: op } }
  // That there is news of it says that it had left.
  const verzonden = zending.verzonden ?? op
  if (uitkomst !== 'bezorgd') return mislukt({ ...zending, verzonden }, uitkomst, reden ?? uitkomst)
  return stand === 'bezorgd' ? undefined : { zending: { ...zending, stand: 'bezorgd', verzonden } }
}

function mislukt(zending: Zending, stand: 'mislukt' | 'retour', reden: string): Stap {
  const [opvolger] = zending.daarna
  const wordt = { ...zending, stand, reden }
  if (opvolger !== undefined) return { zending: wordt, opvolger }
  // After a call that has nothing behind it comes nothing: the letter went beside it, or would come too late.
  const isAf = zending.kanaal === 'telefoon' || zending.alleenSnel
  return isAf ? { zending: wordt } : { zending: wordt, herstel: reden }
}

/** Never exactly so long; `undefined` when another way must be tried now. */
function opnieuwOp(
  { kanaal, greep, pogingen, ongewis, gemaakt, uiterlijk, daarna, alleenSnel }: Herhaalbaar,
  op: Date,
  { nietVoor, hoever }: Tijdelijk,
  { loting }: Uitstel,
): Date | undefined {
  if (hoever === 'ongewis' && ongewis >= maxOngewis) return undefined
  const { eersteMs, langsteMs, opMs } = herhaling[kanaal]
  // What failed here itself is no try, but it does not go on every minute either.
  const keren = hoever === 'niet-begonnen' && nietVoor === undefined ? greep : pogingen + ongewis
  const langer = eersteMs * 2 ** Math.max(0, keren - 1)
  const ms = Math.min(Math.max(langer, hoever === 'ongewis' ? ongewisMs : 0), langsteMs)
  const volgende = Math.max(op.getTime() + ms * (0.5 + loting() / 2), nietVoor?.getTime() ?? 0)
  const lang = gemaakt.getTime() + opMs
  const tot = alleenSnel
    ? (uiterlijk?.getTime() ?? lang)
    : uiterlijk !== undefined && daarna.length > 0
      ? uiterlijk.getTime() - margeMs
      : Math.max(lang, uiterlijk?.getTime() ?? 0)
  return volgende > tot ? undefined : new Date(volgende)
}

function isVanHouder({ stand, greep }: Zending, van: number): boolean {
  return stand === 'bezig' && greep === van
}
