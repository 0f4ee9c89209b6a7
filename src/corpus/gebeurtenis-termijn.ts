import type { Termijn } from '../kalender/index.ts'
import { leesKeuze } from './gebeurtenis-lezen.ts'
import { type Pad, type VeldLezer, waardeOp } from './velden.ts'

/** A day relative to the date of the event: that day itself, so long before it, or so long after it. */
export type Termijnpunt =
  | { readonly richting: 'op' }
  | { readonly richting: 'voor' | 'na'; readonly duur: Termijn }

/** When a step can or must be done. At least one of `vanaf` and `tot` is there. */
export interface Staptermijn {
  readonly vanaf?: Termijnpunt
  readonly tot?: Termijnpunt
  /** Whether the Algemene termijnenwet moves the last day. */
  readonly isVerlengbaar: boolean
  readonly zekerheid: 'wet' | 'meestal'
  readonly artikel?: string
  readonly bron?: string
}

const EENHEDEN: Readonly<Record<string, Termijn['eenheid']>> = {
  dag: 'dagen',
  dagen: 'dagen',
  werkdag: 'werkdagen',
  werkdagen: 'werkdagen',
  week: 'weken',
  weken: 'weken',
  maand: 'maanden',
  maanden: 'maanden',
  jaar: 'jaren',
  jaren: 'jaren',
}

/** More than half a life is a typing error. */
const HOOGSTENS: Readonly<Record<Termijn['eenheid'], number>> = {
  dagen: 1000,
  werkdagen: 1000,
  weken: 520,
  maanden: 480,
  jaren: 40,
}

export function leesStaptermijn(lezer: VeldLezer, inhoud: unknown, pad: Pad): Staptermijn | undefined {
  if (waardeOp(inhoud, pad) === undefined) return undefined
  lezer.alleen(pad, ['vanaf', 'tot', 'termijnenwet', 'zekerheid', 'artikel', 'bron'])
  const vanaf = leesPunt(lezer, inhoud, [...pad, 'vanaf'])
  const tot = leesPunt(lezer, inhoud, [...pad, 'tot'])
  if (vanaf === undefined && tot === undefined) {
    lezer.meld(
      pad,
      'termijn-leeg',
      'Bij deze termijn staat geen vanaf en geen tot.',
      'Zet er een van de twee bij, of haal de termijn weg en schrijf termijn_tekst.',
    )
  }
  const zekerheid = leesKeuze(lezer, [...pad, 'zekerheid'], ['meestal', 'wet'])
  const artikel = lezer.mogelijkeTekst([...pad, 'artikel'])
  if (zekerheid === 'wet' && artikel === undefined) {
    lezer.meld(
      [...pad, 'artikel'],
      'termijn-artikel',
      'Deze termijn staat in de wet, maar het artikel ontbreekt.',
      'Schrijf artikel: met wet en nummer, of zekerheid: meestal.',
    )
  }
  const bron = lezer.mogelijkeTekst([...pad, 'bron'])
  const isGezegd = waardeOp(inhoud, [...pad, 'termijnenwet']) !== undefined
  const isVanzelfWet = zekerheid === 'wet' && tot?.richting === 'na'
  return {
    ...(vanaf && { vanaf }),
    ...(tot && { tot }),
    isVerlengbaar: isGezegd ? lezer.jaNee([...pad, 'termijnenwet']) : isVanzelfWet,
    zekerheid,
    ...(artikel !== undefined && { artikel }),
    ...(bron !== undefined && { bron }),
  }
}

function leesPunt(lezer: VeldLezer, inhoud: unknown, pad: Pad): Termijnpunt | undefined {
  if (waardeOp(inhoud, pad) === undefined) return undefined
  lezer.alleen(pad, ['bij', 'plus', 'min'])
  leesKeuze(lezer, [...pad, 'bij'], ['datum'])
  const plus = leesDuur(lezer, [...pad, 'plus'])
  const min = leesDuur(lezer, [...pad, 'min'])
  if (plus !== undefined && min !== undefined) {
    lezer.meld(pad, 'termijn-dubbel', 'Hier staan plus en min allebei.', 'Haal er een weg.')
  }
  if (plus !== undefined) return { richting: 'na', duur: plus }
  if (min !== undefined) return { richting: 'voor', duur: min }
  return { richting: 'op' }
}

export function leesDuur(lezer: VeldLezer, pad: Pad): Termijn | undefined {
  const tekst = lezer.mogelijkeTekst(pad)
  if (tekst === undefined) return undefined
  const delen = /^(\d{1,4}) ([a-z]+)$/.exec(tekst)
  const eenheid = EENHEDEN[delen?.[2] ?? '']
  const aantal = Number(delen?.[1])
  if (eenheid !== undefined && aantal >= 1 && aantal <= HOOGSTENS[eenheid]) return { aantal, eenheid }
  lezer.meld(
    pad,
    'termijn-duur',
    `${tekst} is geen duur.`,
    'Schrijf een getal en dagen, werkdagen, weken, maanden of jaren: 3 dagen.',
  )
  return undefined
}
