/**
 * Terms and moments of electronic traffic with government: Awb section 2.3, as in force on 1 January 2026. Pure: the
 * moments come from evidence, the zone is that of the body that is competent. Article 6:7 and further (how long a term
 * is) is no part of it.
 */
import { type Datum, plusDagen } from './datum.ts'
import { eersteWerkdagVanaf, plusWerkdagen } from './termijn.ts'
import { beginVan, datumOp, type Tijdzone } from './zone.ts'

/** A way that could not be reached; `einde` absent: it still cannot. Begin is included, end is not. */
export interface Uitval {
  readonly begin: Date
  readonly einde?: Date
}

/** A term that runs: from the first moment of the day after `dagVan` to the last moment of `laatsteDag`. */
export interface LopendeTermijn {
  readonly dagVan: Datum
  readonly laatsteDag: Datum
  readonly zone: Tijdzone
  /** False where the Algemene termijnenwet leaves the end alone; see `termijneinde`. */
  readonly verlengt?: boolean
}

export type NaUitval =
  | { readonly soort: 'bekend'; readonly laatsteDag: Datum; readonly uitvalMs: number }
  /** The way still cannot be reached: the end is not there yet, and not before this day. */
  | { readonly soort: 'loopt-nog'; readonly nietVoor: Datum; readonly uitvalMs: number }

/**
 * Awb 2:21: who could not reach the body before the end of a term is not held to that end for at least as long as the
 * outage lasted. An outage counts from the begin of the term on and as a whole, also what of it lies behind the end;
 * one that begins in the time that was won counts as well. The day on which that time ends is theirs to its last
 * moment, and moves on when it is Saturday, Sunday or a holiday (Algemene termijnenwet, art. 1).
 */
export function naUitval(termijn: LopendeTermijn, uitval: readonly Uitval[], nu: Date): NaUitval {
  const { dagVan, laatsteDag, zone, verlengt = true } = termijn
  const begin = beginVan(plusDagen(dagVan, 1), zone).getTime()
  const eindeMs = beginVan(plusDagen(laatsteDag, 1), zone).getTime()
  let over = 0
  let looptNog = false
  for (const stuk of aaneen(uitval, begin, nu)) {
    if (stuk.begin >= eindeMs + over) break
    over += stuk.einde - stuk.begin
    looptNog ||= stuk.looptNog
  }
  const dag = over === 0 ? laatsteDag : datumOp(new Date(eindeMs + over - 1), zone)
  const einde = over > 0 && verlengt ? eersteWerkdagVanaf(dag) : dag
  return looptNog
    ? { soort: 'loopt-nog', nietVoor: einde, uitvalMs: over }
    : { soort: 'bekend', laatsteDag: einde, uitvalMs: over }
}

interface Stuk {
  readonly begin: number
  einde: number
  looptNog: boolean
}

/** In order, without overlap: two ways that fail at once fail once. What has not ended counts until now. */
function aaneen(uitval: readonly Uitval[], vanaf: number, nu: Date): readonly Stuk[] {
  const stukken = uitval
    .map(({ begin, einde }) => ({
      begin: Math.max(begin.getTime(), vanaf),
      einde: (einde ?? nu).getTime(),
      looptNog: einde === undefined,
    }))
    .filter((stuk) => stuk.einde > stuk.begin)
    .sort((a, b) => a.begin - b.begin)
  const samen: Stuk[] = []
  for (const stuk of stukken) {
    const vorig = samen.at(-1)
    if (vorig === undefined || stuk.begin > vorig.einde) samen.push({ ...stuk })
    else {
      vorig.einde = Math.max(vorig.einde, stuk.einde)
      vorig.looptNog ||= stuk.looptNog
    }
  }
  return samen
}

/**
 * Awb 2:23: who sent by a way that they could reasonably think was right gets the time between receipt and the
 * reaction that it was not, and at least one working day. Ends on a working day (Algemene termijnenwet, art. 1).
 */
export function naVerkeerdeWeg(
  { laatsteDag, zone, verlengt = true }: Omit<LopendeTermijn, 'dagVan'>,
  { ontvangen, gereageerd }: { readonly ontvangen: Date; readonly gereageerd: Date },
): Datum {
  const duurMs = Math.max(0, gereageerd.getTime() - ontvangen.getTime())
  const eindeMs = beginVan(plusDagen(laatsteDag, 1), zone).getTime()
  const metDuur = datumOp(new Date(eindeMs + duurMs - 1), zone)
  const metWerkdag = plusWerkdagen(laatsteDag, 1)
  const later = metDuur > metWerkdag ? metDuur : metWerkdag
  return verlengt ? eersteWerkdagVanaf(later) : later
}

/**
 * Awb 2:24: what reached the body by another way and is treated all the same, because it was forwarded inside, has its
 * term to decide begin at the forwarding, if the sender is told at once of the forwarding and of that begin. The law
 * gives no number for «at once»; here only a notice that went out with the forwarding itself is, as `ontvangst/`
 * writes it. Otherwise the term begins at receipt, which is never later.
 */
export function beginBehandeltermijn(
  {
    ontvangen,
    doorgezonden,
    gemeld,
  }: { readonly ontvangen: Date; readonly doorgezonden?: Date; readonly gemeld?: Date },
  zone: Tijdzone,
): { readonly dagVan: Datum; readonly door: 'ontvangst' | 'doorzending' } {
  const isMeteen =
    doorgezonden !== undefined && gemeld !== undefined && gemeld.getTime() <= doorgezonden.getTime()
  return isMeteen
    ? { dagVan: datumOp(doorgezonden, zone), door: 'doorzending' }
    : { dagVan: datumOp(ontvangen, zone), door: 'ontvangst' }
}

/** One try to send a message: when, and whether it turned out not to be deliverable. */
export interface Zendpoging {
  readonly op: Date
  readonly isOnbestelbaar: boolean
}

/**
 * Awb 2:11: what could not be delivered is sent again or in another way, and then that sending counts as the time of
 * sending. `undefined`: nothing was sent that could be delivered, so no term began.
 */
export function verzendmoment(pogingen: readonly Zendpoging[]): Date | undefined {
  return pogingen.toSorted((a, b) => a.op.getTime() - b.op.getTime()).find((p) => !p.isOnbestelbaar)?.op
}

export interface Notificatiestand {
  /** Was a notice of the message due, and what is known of it? */
  readonly notificatie: 'niet-nodig' | 'ontvangen' | 'niet-verzonden' | 'niet-ontvangen' | 'onbekend'
  /** Of one that was sent and not received: did that lie with the addressee? */
  readonly eigenSchuld?: boolean
  /** Did the term begin with the sending of that message? */
  readonly begonMetVerzending: boolean
}

/**
 * Awb 2:22: a term that began with sending may not be held against somebody to whom no notice was sent, or who did
 * not receive it through no fault of theirs. What is not known is not «no»: somebody has to find out first.
 */
export function isVerschoonbaar({
  notificatie,
  eigenSchuld,
  begonMetVerzending,
}: Notificatiestand): boolean | 'onbekend' {
  if (!begonMetVerzending || notificatie === 'niet-nodig' || notificatie === 'ontvangen') return false
  if (notificatie === 'niet-verzonden') return true
  if (notificatie === 'onbekend' || eigenSchuld === undefined) return 'onbekend'
  return !eigenSchuld
}

/** Facts about the road of a message, as far as they are known. */
export interface Reismomenten {
  /** It reached a system for which the body does not answer. */
  readonly buitenOrgaan?: Date
  /** It reached a system of the body, or the one that it designated. */
  readonly bijOrgaan?: Date
  /** Somebody for whom it is could get at it, in a portal of the body. */
  readonly toegankelijk?: Date
  /** The same, in the general facility (Berichtenbox). */
  readonly toegankelijkInBerichtenbox?: Date
}

/** How a message went: as mail, in a portal of the body, or in the general facility and elsewhere as well. */
export type Reisweg = 'bericht' | 'portaal' | 'berichtenbox'

/** Awb 2:19: when a message of a body counts as sent. `undefined`: it does not yet. */
export function verzondenOp(weg: Reisweg, momenten: Reismomenten): Date | undefined {
  switch (weg) {
    case 'bericht':
      return momenten.buitenOrgaan
    case 'portaal':
      return momenten.toegankelijk
    case 'berichtenbox':
      return momenten.toegankelijkInBerichtenbox
  }
}

/** Awb 2:20: when a message to a body counts as received: at its system or where it becomes accessible to it. */
export function ontvangenOp(weg: 'bericht' | 'portaal', momenten: Reismomenten): Date | undefined {
  return weg === 'bericht' ? momenten.bijOrgaan : momenten.toegankelijk
}

/** Named limits: the law gives 48 hours (Awb 2:10 lid 1); the others warn those who can still do something. */
export const notificatieUren = { waarschuw: 24, alarm: 40, uiterlijk: 48 } as const

export type Notificatieoordeel = 'op-tijd' | 'wacht' | 'waarschuwing' | 'alarm' | 'te-laat'

/** Awb 2:10: of a message in a portal a notice goes out within 48 hours, unless somebody wants none. */
export function notificatieoordeel(
  { geplaatst, genotificeerd }: { readonly geplaatst: Date; readonly genotificeerd?: Date },
  nu: Date,
): Notificatieoordeel {
  const uren = ((genotificeerd ?? nu).getTime() - geplaatst.getTime()) / msPerUur
  if (uren > notificatieUren.uiterlijk) return 'te-laat'
  if (genotificeerd !== undefined) return 'op-tijd'
  if (uren >= notificatieUren.alarm) return 'alarm'
  return uren >= notificatieUren.waarschuw ? 'waarschuwing' : 'wacht'
}

const msPerUur = 3_600_000
