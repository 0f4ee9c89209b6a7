import type { Kanaalkeuze, Tekst } from '../engine/index.ts'
import {
  leesKeuze,
  leesLijst,
  leesMogelijkeTaaltekst,
  leesTaaltekst,
  leesUpl,
  type Upl,
} from './gebeurtenis-lezen.ts'
import { leesStaptermijn, type Staptermijn } from './gebeurtenis-termijn.ts'
import { leesKanaalkeuzes } from './kanalen.ts'
import { type Pad, type VeldLezer, waardeOp } from './velden.ts'

export const STAPGEBIEDEN = ['nederland', 'caribisch', 'bonaire', 'saba', 'sint-eustatius'] as const
export type Stapgebied = (typeof STAPGEBIEDEN)[number]

/** `u`: the person acts. `vanzelf`: it happens by itself. `ander`: somebody else acts. */
export type Wie = 'u' | 'vanzelf' | 'ander'

export interface Stap {
  readonly id: string
  readonly titel: Tekst
  readonly wie: Wie
  /** An id of corpus/organisaties; `gemeente` and the like are the ones of the place. */
  readonly organisatie: string
  /** Which one it is when that is not the one of the place where somebody lives: «waar uw kind geboren is». */
  readonly welke?: Tekst
  /** Absent: everywhere. */
  readonly gebied?: Stapgebied
  /** Answers with which the step is there; absent: always. */
  readonly als?: Readonly<Record<string, readonly string[]>>
  readonly alsTekst?: Tekst
  readonly wat: Tekst
  readonly nodig: readonly Tekst[]
  readonly wachtOp: readonly string[]
  readonly termijn?: Staptermijn
  readonly termijnTekst?: Tekst
  /** Where it can be done, when that is not everywhere the organisation can be reached (wegen.ts). */
  readonly kanalen: Readonly<Record<string, Kanaalkeuze>>
  readonly regelingen: readonly string[]
  readonly upl?: Upl
  readonly bron: string
}

const VELDEN = [
  'id',
  'titel',
  'wie',
  'organisatie',
  'welke',
  'gebied',
  'als',
  'als_tekst',
  'wat',
  'nodig',
  'wacht_op',
  'termijn',
  'termijn_tekst',
  'kanalen',
  'regelingen',
  'upl',
  'bron',
] as const

export function leesStap(lezer: VeldLezer, inhoud: unknown, pad: Pad, talen: readonly string[]): Stap {
  lezer.alleen(pad, VELDEN)
  const op = (veld: string): Pad => [...pad, veld]
  const heeft = (veld: string): boolean => waardeOp(inhoud, op(veld)) !== undefined
  const mogelijk = (veld: string): Tekst | undefined => leesMogelijkeTaaltekst(lezer, inhoud, op(veld), talen)
  const welke = mogelijk('welke')
  const alsTekst = mogelijk('als_tekst')
  const termijn = leesStaptermijn(lezer, inhoud, op('termijn'))
  const termijnTekst = mogelijk('termijn_tekst')
  const upl = leesUpl(lezer, inhoud, op('upl'))
  if (heeft('als') !== (alsTekst !== undefined)) meldAls(lezer, pad, heeft('als'))
  return {
    id: lezer.tekst(op('id')),
    titel: leesTaaltekst(lezer, op('titel'), talen),
    wie: leesKeuze(lezer, op('wie'), ['u', 'vanzelf', 'ander']),
    organisatie: lezer.tekst(op('organisatie')),
    ...(welke && { welke }),
    ...(heeft('gebied') && { gebied: leesKeuze(lezer, op('gebied'), STAPGEBIEDEN) }),
    ...(heeft('als') && { als: leesAls(lezer, inhoud, op('als')) }),
    ...(alsTekst && { alsTekst }),
    wat: leesTaaltekst(lezer, op('wat'), talen),
    nodig: leesLijst(lezer, inhoud, op('nodig'), 'mag-weg').map((p) => leesTaaltekst(lezer, p, talen)),
    wachtOp: leesLijst(lezer, inhoud, op('wacht_op'), 'mag-weg').map((p) => lezer.tekst(p)),
    ...(termijn && { termijn }),
    ...(termijnTekst && { termijnTekst }),
    kanalen: heeft('kanalen') ? leesStapkanalen(lezer, op('kanalen'), talen) : {},
    regelingen: leesLijst(lezer, inhoud, op('regelingen'), 'mag-weg').map((p) => lezer.tekst(p)),
    ...(upl && { upl }),
    bron: lezer.tekst(op('bron')),
  }
}

function meldAls(lezer: VeldLezer, pad: Pad, heeftAls: boolean): void {
  lezer.meld(
    [...pad, heeftAls ? 'als_tekst' : 'als'],
    'stap-als-tekst',
    heeftAls ? 'Bij als hoort als_tekst.' : 'Er staat als_tekst, maar geen als.',
    heeftAls
      ? 'Schrijf in gewone woorden voor wie de stap is, zoals «alleen als u niet getrouwd bent».'
      : 'Zet als: erbij, of haal als_tekst weg.',
  )
}

function leesAls(lezer: VeldLezer, inhoud: unknown, pad: Pad): Readonly<Record<string, readonly string[]>> {
  const als: Record<string, readonly string[]> = {}
  for (const vraag of Object.keys(lezer.velden(pad))) {
    als[vraag] = leesLijst(lezer, inhoud, [...pad, vraag]).map((p) => lezer.tekst(p))
  }
  return als
}

function leesStapkanalen(
  lezer: VeldLezer,
  pad: Pad,
  talen: readonly string[],
): Readonly<Record<string, Kanaalkeuze>> {
  const kanalen = leesKanaalkeuzes(lezer, pad)
  for (const [id, keuze] of Object.entries(kanalen)) {
    if (typeof keuze !== 'object') continue
    const { tekst, url } = keuze
    for (const taal of talen) if (tekst && tekst[taal] === undefined) lezer.tekst([...pad, id, 'tekst', taal])
    if (url !== undefined && !url.startsWith('https://')) {
      lezer.meld(
        [...pad, id, 'url'],
        'kanaal-url',
        `${url} begint niet met https://.`,
        'Schrijf het hele adres.',
      )
    }
  }
  return kanalen
}
