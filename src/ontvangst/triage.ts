import type { Aanwijzing, Postsoort, Postweg } from '../corpus/index.ts'
import type { Inkomweg } from './inkomweg.ts'

/** What is known of an item when it comes in. */
export interface Triagefeiten {
  readonly soort: Postsoort
  readonly weg: Inkomweg
  /** The address it came to, of an e-mail. */
  readonly waar?: string
  /** Of this kind at this body, on the day of receipt. */
  readonly aanwijzing: Aanwijzing
  /** Is the way it came by designated for any kind of message of this body? */
  readonly isWegErgensVoor: boolean
  /** Can it be treated as it came, without working on it first (Awb 2:16 lid 1 onder a)? A human being says so. */
  readonly isZoBehandelbaar: boolean | 'onbekend'
}

/** What the body has to do with it. `wegen`: the right ones, to point at. */
export type Triage =
  /** It is treated. */
  | { readonly uitkomst: 'behandel'; readonly grond: Behandelgrond }
  /** Awb 2:16 lid 1: the body may point to the right way, and then Awb 2:23 gives time. */
  | { readonly uitkomst: 'wijs-weg'; readonly wegen: readonly Postweg[] }
  /** The same, unless it can be treated as it came: somebody looks first. */
  | { readonly uitkomst: 'beoordeel'; readonly wegen: readonly Postweg[] }
  /** Awb 2:16 lid 2: the way is designated for nothing; there is no duty to react. We still say where to go. */
  | { readonly uitkomst: 'geen-plicht'; readonly wegen: readonly Postweg[] }
  /** Awb 2:14: the body did not open this way for other messages. */
  | { readonly uitkomst: 'niet-open'; readonly wegen: readonly Postweg[] }

export type Behandelgrond =
  /** Paper, a desk and a telephone are no electronic ways: section 2.3 asks nothing of them. */
  | 'niet-elektronisch'
  | 'aangewezen-weg'
  /** Awb 2:14: open for messages that no law speaks of. */
  | 'opengesteld'
  /** Another message, and nobody wrote down yet which ways are open: not known is not «no». */
  | 'niet-vastgesteld'
  /** Awb 2:16 lid 1 onder a, b and c. */
  | 'zo-behandelbaar'
  | 'bezwaar'
  | 'geen-weg-aangewezen'

/** Decision table of Awb 2:14 and 2:16; the first line that fits. Pure. */
export function triage(feiten: Triagefeiten): Triage {
  const { soort, weg, aanwijzing, isWegErgensVoor, isZoBehandelbaar } = feiten
  if (weg !== 'web' && weg !== 'email') return { uitkomst: 'behandel', grond: 'niet-elektronisch' }
  const isOverig = soort === 'overig'
  if (aanwijzing.soort !== 'vastgesteld')
    return { uitkomst: 'behandel', grond: isOverig ? 'niet-vastgesteld' : 'geen-weg-aangewezen' }
  const { wegen } = aanwijzing
  if (wegen.some((een) => isDezeWeg(een, feiten)))
    return { uitkomst: 'behandel', grond: isOverig ? 'opengesteld' : 'aangewezen-weg' }
  if (isOverig) return { uitkomst: 'niet-open', wegen }
  if (soort === 'bezwaar') return { uitkomst: 'behandel', grond: 'bezwaar' }
  if (isZoBehandelbaar === true) return { uitkomst: 'behandel', grond: 'zo-behandelbaar' }
  if (!isWegErgensVoor) return { uitkomst: 'geen-plicht', wegen }
  return { uitkomst: isZoBehandelbaar === 'onbekend' ? 'beoordeel' : 'wijs-weg', wegen }
}

/** `web` here is our own form: a page elsewhere is another way. An e-mail address is that address and no other. */
export function isDezeWeg({ kanaal, waar }: Postweg, van: Pick<Triagefeiten, 'weg' | 'waar'>): boolean {
  if (kanaal !== van.weg) return false
  if (kanaal === 'web') return waar === undefined
  return waar?.toLowerCase() === van.waar?.toLowerCase()
}

/** Whether a receipt is due, and if not why. One is given all the same wherever somebody can be told. */
export type Bevestiging =
  | { readonly plicht: true }
  | { readonly plicht: false; readonly reden: 'zelfde-systeem' | 'geen-adres' | 'niet-aangewezen' }

/**
 * Awb 2:17 lid 1: what came by a designated way is confirmed, unless sender and body use the same system and the
 * sender can see there that it is available, or no electronic address is known. Where nothing is designated our form
 * takes the place of the designated way, and we ask of ourselves what the law would.
 */
export function bevestigingVan({
  triage: gevonden,
  isZelfdeSysteem,
  heeftAdres,
}: {
  readonly triage: Triage
  readonly isZelfdeSysteem: boolean
  readonly heeftAdres: boolean
}): Bevestiging {
  const isAangewezen =
    gevonden.uitkomst === 'behandel' &&
    (gevonden.grond === 'aangewezen-weg' || gevonden.grond === 'geen-weg-aangewezen')
  if (!isAangewezen) return { plicht: false, reden: 'niet-aangewezen' }
  if (isZelfdeSysteem) return { plicht: false, reden: 'zelfde-systeem' }
  return heeftAdres ? { plicht: true } : { plicht: false, reden: 'geen-adres' }
}
