import type { CorpusDocument, CorpusFout, Tekst } from '../engine/index.ts'
import {
  leesIdZoalsBestand,
  leesLijst,
  leesMogelijkeTaaltekst,
  leesTaaltekst,
  leesUpl,
} from './gebeurtenis-lezen.ts'
import { leesStap, type Stap } from './gebeurtenis-stap.ts'
import { type Pad, type Velden, type VeldLezer, veldLezer, waardeOp } from './velden.ts'

export const DOELGROEPEN = ['inwoner', 'ondernemer'] as const
export type Doelgroep = (typeof DOELGROEPEN)[number]

/** More questions than this are an interview, and the page asks them all at once. */
export const HOOGSTENS_VRAGEN = 3

/** Something that happens in a life, with every step at every organisation in the order people meet them. */
export interface Levensgebeurtenis {
  readonly id: string
  readonly doelgroep: Doelgroep
  /** As a topic: «Een kind krijgen». */
  readonly naam: Tekst
  /** As a person says it: «Ik krijg een kind». */
  readonly titel: Tekst
  readonly kort: Tekst
  readonly zoekwoorden: Readonly<Record<string, readonly string[]>>
  /** Information area of the Single Digital Gateway (EU 2018/1724, annex I). */
  readonly sdg?: string
  readonly datum: {
    readonly vraag: Tekst
    readonly hulp?: Tekst
    /** What the date is of, for terms in words: «de geboorte» in «binnen 3 dagen na de geboorte». */
    readonly naam?: Tekst
  }
  readonly vragen: readonly GebeurtenisVraag[]
  readonly stappen: readonly Stap[]
  /** Schemes that must be looked at again when this happens. */
  readonly regelingen: readonly string[]
  /** How the household of the visitor changes, in the names of the evaluation contract. */
  readonly wijziging?: Velden
}

export interface GebeurtenisVraag {
  readonly id: string
  readonly vraag: Tekst
  readonly waarom?: Tekst
  readonly opties: readonly { readonly id: string; readonly naam: Tekst }[]
}

const VELDEN = [
  'id',
  'doelgroep',
  'naam',
  'titel',
  'kort',
  'zoekwoorden',
  'sdg',
  'upl',
  'datum',
  'vragen',
  'stappen',
  'regelingen',
  'wijziging',
] as const

/** Reads a file as far as it can stand alone; whether its names exist is seen when all is laid together. */
export function leesLevensgebeurtenis(
  document: CorpusDocument,
  eis: { readonly talen: readonly string[] },
): { readonly gebeurtenis: Levensgebeurtenis; readonly fouten: readonly CorpusFout[] } {
  const lezer = veldLezer(document)
  const { talen } = eis
  const inhoud: unknown = document.inhoud
  lezer.alleen([], VELDEN)
  const sdg = lezer.mogelijkeTekst(['sdg'])
  leesUpl(lezer, inhoud, ['upl'])
  const gebeurtenis: Levensgebeurtenis = {
    id: leesIdZoalsBestand(lezer, document.bestand),
    doelgroep: leesDoelgroep(lezer),
    naam: leesTaaltekst(lezer, ['naam'], talen),
    titel: leesTaaltekst(lezer, ['titel'], talen),
    kort: leesTaaltekst(lezer, ['kort'], talen),
    zoekwoorden: leesZoekwoorden(lezer, inhoud, talen),
    ...(sdg !== undefined && { sdg }),
    datum: leesDatum(lezer, inhoud, talen),
    vragen: leesVragen(lezer, inhoud, talen),
    stappen: leesLijst(lezer, inhoud, ['stappen']).map((pad) => leesStap(lezer, inhoud, pad, talen)),
    regelingen: leesLijst(lezer, inhoud, ['regelingen'], 'mag-weg').map((pad) => lezer.tekst(pad)),
    ...(waardeOp(inhoud, ['wijziging']) !== undefined && { wijziging: lezer.velden(['wijziging']) }),
  }
  return { gebeurtenis, fouten: lezer.fouten }
}

function leesDoelgroep(lezer: VeldLezer): Doelgroep {
  const tekst = lezer.tekst(['doelgroep'])
  const doelgroep = DOELGROEPEN.find((d) => d === tekst)
  if (doelgroep === undefined && tekst !== '') {
    lezer.meld(
      ['doelgroep'],
      'gebeurtenis-doelgroep',
      `De doelgroep ${tekst} bestaat niet.`,
      'Schrijf inwoner of ondernemer.',
    )
  }
  return doelgroep ?? 'inwoner'
}

function leesZoekwoorden(
  lezer: VeldLezer,
  inhoud: unknown,
  talen: readonly string[],
): Levensgebeurtenis['zoekwoorden'] {
  const woorden: Record<string, readonly string[]> = {}
  lezer.alleen(['zoekwoorden'], ['nl', 'en', 'pap'])
  const gegeven = Object.keys(lezer.velden(['zoekwoorden']))
  for (const taal of new Set([...talen, ...gegeven])) {
    const pad = ['zoekwoorden', taal]
    woorden[taal] = leesLijst(lezer, inhoud, pad).map((woord) => lezer.tekst(woord))
  }
  return woorden
}

function leesDatum(lezer: VeldLezer, inhoud: unknown, talen: readonly string[]): Levensgebeurtenis['datum'] {
  lezer.alleen(['datum'], ['vraag', 'hulp', 'naam'])
  const hulp = leesMogelijkeTaaltekst(lezer, inhoud, ['datum', 'hulp'], talen)
  const naam = leesMogelijkeTaaltekst(lezer, inhoud, ['datum', 'naam'], talen)
  return {
    vraag: leesTaaltekst(lezer, ['datum', 'vraag'], talen),
    ...(hulp && { hulp }),
    ...(naam && { naam }),
  }
}

function leesVragen(lezer: VeldLezer, inhoud: unknown, talen: readonly string[]): GebeurtenisVraag[] {
  const paden = leesLijst(lezer, inhoud, ['vragen'], 'mag-weg')
  if (paden.length > HOOGSTENS_VRAGEN) {
    lezer.meld(
      ['vragen', HOOGSTENS_VRAGEN],
      'gebeurtenis-vragen',
      `Er staan ${paden.length} vragen.`,
      `Stel er hoogstens ${HOOGSTENS_VRAGEN}.`,
    )
  }
  return paden.map((pad) => leesVraag(lezer, inhoud, pad, talen))
}

function leesVraag(lezer: VeldLezer, inhoud: unknown, pad: Pad, talen: readonly string[]): GebeurtenisVraag {
  lezer.alleen(pad, ['id', 'vraag', 'waarom', 'opties'])
  const opties = leesLijst(lezer, inhoud, [...pad, 'opties']).map((optie) => {
    lezer.alleen(optie, ['id', 'naam'])
    return { id: lezer.tekst([...optie, 'id']), naam: leesTaaltekst(lezer, [...optie, 'naam'], talen) }
  })
  if (opties.length < 2 || opties.length > 4) {
    lezer.meld(
      [...pad, 'opties'],
      'gebeurtenis-opties',
      `Bij deze vraag staan ${opties.length} antwoorden.`,
      'Geef er 2, 3 of 4. «Weet ik niet» komt er vanzelf bij.',
    )
  }
  const waarom = leesMogelijkeTaaltekst(lezer, inhoud, [...pad, 'waarom'], talen)
  return {
    id: lezer.tekst([...pad, 'id']),
    vraag: leesTaaltekst(lezer, [...pad, 'vraag'], talen),
    ...(waarom && { waarom }),
    opties,
  }
}
