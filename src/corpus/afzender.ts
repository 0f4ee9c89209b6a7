import { parseIban } from '../domain/index.ts'
import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import { leesLijst } from './gebeurtenis-lezen.ts'
import { foutOp, leesBestandsid, type Pad, type VeldLezer, veldLezer, waardeOp } from './velden.ts'

/** Whether something is so, as far as anybody wrote it down. Unknown is not «nee». */
export const WETEN = ['ja', 'nee', 'onbekend'] as const
export type Weten = (typeof WETEN)[number]

/** Where an entry comes from, and how far it was looked at. */
export interface Afzenderbron {
  readonly bron: string
  readonly vertrouwen: string
}

/** A domain name and what is known to come from it. */
export interface Afzenderdomein extends Afzenderbron {
  /** As it goes over the wire: `svb.nl`, `xn--…`. */
  readonly domein: string
  /** Are all names below it theirs too? `mijn.svb.nl` is only genuine when this says so. */
  readonly onder: Weten
  readonly web: Weten
  readonly mail: Weten
}

export interface Afzendernummer extends Afzenderbron {
  readonly nummer: string
}

/** From where a body of government writes, calls and is paid. One file per body. */
export interface Afzender {
  readonly id: string
  /** In corpus/organisaties. Absent: the name says who. */
  readonly organisatie?: string
  readonly naam?: string
  /** Holds only when the installation says so: `.gov.nl` is not decided. */
  readonly als?: 'gov-nl'
  readonly domeinen: readonly Afzenderdomein[]
  readonly telefoons: readonly Afzendernummer[]
  /** Names that stand as sender above an SMS. */
  readonly sms: readonly Afzendernummer[]
  readonly ibans: readonly Afzendernummer[]
}

const VERTROUWEN = ['alleen-tekst', 'opgesteld', 'beoordeeld', 'nagerekend'] as const
const VELDEN = ['id', 'organisatie', 'naam', 'als', 'domeinen', 'telefoons', 'sms', 'ibans'] as const
const domeinvorm = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/
const vormen = {
  telefoons: /^(\+[1-9]\d{7,14}|14 ?0\d{2,3})$/,
  sms: /^[A-Za-z0-9 ]{3,11}$/,
} as const

export function leesAfzender(document: CorpusDocument): {
  readonly afzender: Afzender
  readonly fouten: readonly CorpusFout[]
} {
  const lezer = veldLezer(document)
  lezer.alleen([], VELDEN)
  const organisatie = lezer.mogelijkeTekst(['organisatie'])
  const naam = lezer.mogelijkeTekst(['naam'])
  if (organisatie === undefined && naam === undefined) lezer.tekst(['organisatie'])
  const als = lezer.mogelijkeTekst(['als'])
  if (als !== undefined && als !== 'gov-nl') onbekend(lezer, ['als'], als, ['gov-nl'])
  const rijen = (veld: string) => leesLijst(lezer, document.inhoud, [veld], 'mag-weg')
  const afzender: Afzender = {
    id: leesBestandsid(lezer, document.bestand, 'afzender-naam'),
    ...(organisatie !== undefined && { organisatie }),
    ...(naam !== undefined && { naam }),
    ...(als === 'gov-nl' && { als }),
    domeinen: rijen('domeinen').map((pad) => leesDomein(lezer, document, pad)),
    telefoons: rijen('telefoons').map((pad) => leesNummer(lezer, pad, (n) => vormen.telefoons.test(n))),
    sms: rijen('sms').map((pad) => leesNummer(lezer, pad, (n) => vormen.sms.test(n))),
    ibans: rijen('ibans').map((pad) => leesNummer(lezer, pad, (n) => parseIban(n) === n)),
  }
  return { afzender, fouten: lezer.fouten }
}

/** What one file alone cannot know: is there such an organisation? */
export function onbekendeOrganisatie(
  document: CorpusDocument,
  organisaties: ReadonlyMap<string, unknown>,
): CorpusFout[] {
  const id = waardeOp(document.inhoud, ['organisatie'])
  if (typeof id !== 'string' || organisaties.has(id)) return []
  return [
    foutOp(document, ['organisatie'], {
      code: 'afzender-organisatie',
      melding: `De organisatie ${id} kennen we niet.`,
      remedie: `Maak organisaties/${id}.yaml, of schrijf in plaats van organisatie: een naam:.`,
    }),
  ]
}

function leesDomein(lezer: VeldLezer, document: CorpusDocument, pad: Pad): Afzenderdomein {
  lezer.alleen(pad, ['domein', 'onder', 'web', 'mail', 'bron', 'vertrouwen'])
  const domein = lezer.tekst([...pad, 'domein'])
  if (domein !== '' && !domeinvorm.test(domein))
    lezer.meld(
      [...pad, 'domein'],
      'afzender-domein',
      `${domein} is geen domeinnaam.`,
      'Schrijf hem zoals hij over de lijn gaat, in kleine letters: svb.nl. Zonder https:// en zonder www.',
    )
  const weten = (veld: 'onder' | 'web' | 'mail'): Weten => {
    if (waardeOp(document.inhoud, [...pad, veld]) === undefined) return 'onbekend'
    return leesUit(lezer, [...pad, veld], WETEN) as Weten // `leesUit` names anything else as a fault
  }
  return {
    domein,
    onder: weten('onder'),
    web: weten('web'),
    mail: weten('mail'),
    ...leesBron(lezer, pad),
  }
}

function leesNummer(lezer: VeldLezer, pad: Pad, isGoed: (nummer: string) => boolean): Afzendernummer {
  lezer.alleen(pad, ['nummer', 'bron', 'vertrouwen'])
  const nummer = lezer.tekst([...pad, 'nummer'])
  if (nummer !== '' && !isGoed(nummer))
    lezer.meld(
      [...pad, 'nummer'],
      'afzender-nummer',
      `${nummer} heeft niet de vorm die hier hoort.`,
      'Schrijf een telefoonnummer als +31201234567 of 14 020, een IBAN zonder spaties, een sms-naam van 3 tot 11 letters.',
    )
  return { nummer, ...leesBron(lezer, pad) }
}

/** Every entry says where it comes from: without a source nobody can look again. */
function leesBron(lezer: VeldLezer, pad: Pad): Afzenderbron {
  return {
    bron: lezer.tekst([...pad, 'bron']),
    vertrouwen: leesUit(lezer, [...pad, 'vertrouwen'], VERTROUWEN),
  }
}

function leesUit(lezer: VeldLezer, pad: Pad, uit: readonly string[]): string {
  const tekst = lezer.tekst(pad)
  if (tekst !== '' && !uit.includes(tekst)) onbekend(lezer, pad, tekst, uit)
  return tekst
}

function onbekend(lezer: VeldLezer, pad: Pad, tekst: string, uit: readonly string[]): void {
  lezer.meld(pad, 'waarde-onbekend', `${tekst} kennen we hier niet.`, `Kies uit: ${uit.join(', ')}.`)
}
