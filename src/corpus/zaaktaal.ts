import type { CorpusDocument, CorpusFout, Tekst } from '../engine/index.ts'
import type { Termijn } from '../kalender/index.ts'
import { leesKeuze, leesLijst } from './gebeurtenis-lezen.ts'
import { leesDuur } from './gebeurtenis-termijn.ts'
import { leesTeksten } from './kanalen.ts'
import { isVelden, type Pad, type VeldLezer, veldLezer, waardeOp } from './velden.ts'

/** The same for every organisation: what VNG calls the group of a status, and that somebody waits for the resident. */
export const STATUSGROEPEN = ['ontvangen', 'in-behandeling', 'wacht-op-u', 'beslist', 'afgerond'] as const
export type Statusgroep = (typeof STATUSGROEPEN)[number]

export interface Statustaal {
  readonly id: string
  readonly groep: Statusgroep
  /** Who must act now. */
  readonly doet: 'organisatie' | 'u' | 'niemand'
  readonly herken: readonly string[]
  /** What it means, and what comes next. */
  readonly wat: Tekst
  readonly straks: Tekst
}

/** How long it may take. Only where a law says so; nothing is derived from how long cases happened to take. */
export interface Zaakduur {
  readonly tot: Termijn
  readonly vanaf?: 'aanvraag' | 'einde-bezwaartermijn'
  readonly zekerheid: 'wet' | 'meestal'
  readonly artikel: string
  readonly vertrouwen: 'opgesteld' | 'beoordeeld'
}

export interface Zaaktypetaal {
  readonly id: string
  readonly onderwerp: Onderwerp
  readonly herken: readonly string[]
  readonly naam: Tekst
  /** Absent: not known. */
  readonly duur?: Zaakduur
  /** A late decision may cost the organisation money, by this article. Absent: not established, so not spoken of. */
  readonly dwangsom?: Zaakdwangsom
  /** Which scheme such a case is about: an application for it, or that it is paid. Absent: not established. */
  readonly regeling?: Zaakregeling
}

export interface Zaakregeling {
  /** Id of a scheme of the corpus. */
  readonly id: string
  readonly vertrouwen: 'opgesteld' | 'beoordeeld'
}

export interface Zaakdwangsom {
  readonly artikel: string
  readonly vertrouwen: 'opgesteld' | 'beoordeeld'
}

export const ONDERWERPEN = [
  'geld',
  'kinderen',
  'zorg',
  'wonen',
  'parkeren',
  'ondernemen',
  'buurt',
  'burgerzaken',
  'belasting',
  'bezwaar',
  'pensioen',
  'werk',
  'onderwijs',
  'toeslagen',
  'boetes',
  'verblijf',
] as const
export type Onderwerp = (typeof ONDERWERPEN)[number]

export interface Zaaktaaldeel {
  readonly zaaktypen: readonly Zaaktypetaal[]
  readonly statussen: readonly Statustaal[]
}

/** One file: types of cases, statuses, or both. */
export function leesZaaktaal(
  document: CorpusDocument,
  eis: { readonly talen: readonly string[] },
): { readonly zaaktaal: Zaaktaaldeel; readonly fouten: readonly CorpusFout[] } {
  const lezer = veldLezer(document)
  const { inhoud } = document
  lezer.alleen([], ['zaaktypen', 'statussen'])
  const teksten = (pad: Pad): Tekst => {
    const gelezen = leesTeksten(lezer, pad)
    for (const taal of eis.talen)
      if (taal !== 'nl' && gelezen[taal] === undefined) lezer.tekst([...pad, taal])
    return gelezen
  }
  const herken = (pad: Pad) => leesHerken(lezer, inhoud, [...pad, 'herken'])
  const zaaktypen = leesLijst(lezer, inhoud, ['zaaktypen'], 'mag-weg').map((pad): Zaaktypetaal => {
    lezer.alleen(pad, ['id', 'herken', 'onderwerp', 'naam', 'duur', 'dwangsom', 'regeling'])
    const duur = leesZaakduur(lezer, inhoud, [...pad, 'duur'])
    return {
      id: leesId(lezer, [...pad, 'id']),
      onderwerp: leesKeuze(lezer, [...pad, 'onderwerp'], ONDERWERPEN),
      herken: herken(pad),
      naam: teksten([...pad, 'naam']),
      ...(duur === undefined ? {} : { duur }),
      ...(waardeOp(inhoud, [...pad, 'dwangsom']) === undefined
        ? {}
        : { dwangsom: leesDwangsom(lezer, [...pad, 'dwangsom']) }),
      ...(waardeOp(inhoud, [...pad, 'regeling']) === undefined
        ? {}
        : { regeling: leesRegeling(lezer, [...pad, 'regeling']) }),
    }
  })
  const statussen = leesLijst(lezer, inhoud, ['statussen'], 'mag-weg').map((pad): Statustaal => {
    lezer.alleen(pad, ['id', 'groep', 'doet', 'herken', 'wat', 'straks'])
    return {
      id: leesId(lezer, [...pad, 'id']),
      groep: leesKeuze(lezer, [...pad, 'groep'], STATUSGROEPEN),
      doet: leesKeuze(lezer, [...pad, 'doet'], ['organisatie', 'u', 'niemand']),
      herken: herken(pad),
      wat: teksten([...pad, 'wat']),
      straks: teksten([...pad, 'straks']),
    }
  })
  return { zaaktaal: { zaaktypen, statussen }, fouten: lezer.fouten }
}

function leesId(lezer: VeldLezer, pad: Pad): string {
  const id = lezer.tekst(pad)
  if (id !== '' && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    lezer.meld(pad, 'zaaktaal-id', `${id} is geen id.`, 'Schrijf kleine letters met streepjes.')
  return id
}

function leesHerken(lezer: VeldLezer, inhoud: unknown, pad: Pad): string[] {
  const namen = leesLijst(lezer, inhoud, pad).map((deel) => lezer.tekst(deel))
  if (waardeOp(inhoud, pad) !== undefined && namen.length === 0)
    lezer.meld(pad, 'zaaktaal-herken', 'Zonder naam wordt dit nooit herkend.', 'Zet er minstens één naam in.')
  return namen
}

function leesDwangsom(lezer: VeldLezer, pad: Pad): Zaakdwangsom {
  lezer.alleen(pad, ['artikel', 'vertrouwen'])
  return {
    artikel: lezer.tekst([...pad, 'artikel']),
    vertrouwen: leesKeuze(lezer, [...pad, 'vertrouwen'], ['opgesteld', 'beoordeeld']),
  }
}

function leesRegeling(lezer: VeldLezer, pad: Pad): Zaakregeling {
  lezer.alleen(pad, ['id', 'vertrouwen'])
  return {
    id: leesId(lezer, [...pad, 'id']),
    vertrouwen: leesKeuze(lezer, [...pad, 'vertrouwen'], ['opgesteld', 'beoordeeld']),
  }
}

/** `onbekend` must be written: a gap would look like somebody forgot it. */
function leesZaakduur(lezer: VeldLezer, inhoud: unknown, pad: Pad): Zaakduur | undefined {
  const waarde = waardeOp(inhoud, pad)
  if (waarde === 'onbekend') return undefined
  if (!isVelden(waarde)) {
    lezer.meld(
      pad,
      'zaaktaal-duur',
      'De duur is onbekend, of een termijn uit de wet.',
      'Schrijf duur: onbekend.',
    )
    return undefined
  }
  lezer.alleen(pad, ['tot', 'vanaf', 'zekerheid', 'artikel', 'vertrouwen'])
  const tot = lezer.tekst([...pad, 'tot']) === '' ? undefined : leesDuur(lezer, [...pad, 'tot'])
  const heeftVanaf = waardeOp(inhoud, [...pad, 'vanaf']) !== undefined
  const rest = {
    ...(heeftVanaf
      ? { vanaf: leesKeuze(lezer, [...pad, 'vanaf'], ['aanvraag', 'einde-bezwaartermijn']) }
      : {}),
    zekerheid: leesKeuze(lezer, [...pad, 'zekerheid'], ['meestal', 'wet']),
    artikel: lezer.tekst([...pad, 'artikel']),
    vertrouwen: leesKeuze(lezer, [...pad, 'vertrouwen'], ['opgesteld', 'beoordeeld']),
  }
  return tot === undefined ? undefined : { tot, ...rest }
}
