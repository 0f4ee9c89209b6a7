import type { CorpusDocument, CorpusFout, Tekst } from '../engine/index.ts'
import { type Datum, parseDatum, type Tijdzone } from '../kalender/index.ts'
import { leesIdZoalsBestand, leesKeuze, leesLijst, leesTaaltekst } from './gebeurtenis-lezen.ts'
import { leesOpeningstijden, type Openingstijd } from './openingstijd.ts'
import { type VeldLezer, veldLezer, waardeOp } from './velden.ts'

/** How somebody is helped: they come, they call at that time, or they are called. */
export const AFSPRAAKVORMEN = ['balie', 'telefoon', 'terugbellen'] as const
/** `samen`: professionals call each other, and whoever it is about takes part; of no team in the corpus. */
export type Afspraakvorm = (typeof AFSPRAAKVORMEN)[number] | 'samen'

/** `verzonnen`: made up to show how it works; an installation without made-up organisations leaves it out. */
export const HULPVERTROUWEN = ['verzonnen', 'opgesteld', 'beoordeeld'] as const
export type Hulpvertrouwen = (typeof HULPVERTROUWEN)[number]

/** People of one organisation with whom an appointment can be made, and when. */
export interface Afspraakteam {
  readonly id: string
  /** Id of the organisation in corpus/organisaties. */
  readonly organisatie: string
  readonly naam: Tekst
  readonly vorm: Afspraakvorm
  readonly zone: Tijdzone
  /** Where to go, or which number to call. Absent for who calls back. */
  readonly plek?: string
  readonly openingstijden: readonly Openingstijd[]
  /** Closed on the holidays of the Algemene termijnenwet. */
  readonly dichtOpFeestdagen: boolean
  /** Other days on which nobody is there. */
  readonly gesloten: readonly Datum[]
  readonly duurMinuten: number
  /** So many people at the same time. */
  readonly capaciteit: number
  /** No sooner than this after somebody asks. */
  readonly voorafMinuten: number
  /** No later than this after somebody asks. */
  readonly hoogstensDagen: number
  /** Helps whoever gets stuck, with whatever: offered on every page (Awb 2:1 lid 1). */
  readonly steun: boolean
  readonly vertrouwen: Hulpvertrouwen
  readonly bron: string
}

/** Named limit: a number like 14 010 is the shortest. */
const minsteCijfers = 5

const VELDEN = [
  'id',
  'organisatie',
  'naam',
  'vorm',
  'zone',
  'plek',
  'openingstijden',
  'feestdagen',
  'gesloten',
  'duur',
  'capaciteit',
  'vooraf',
  'dagen',
  'steun',
  'vertrouwen',
  'bron',
] as const

export function leesAfspraakteam(
  document: CorpusDocument,
  eis: { readonly talen: readonly string[] },
): { readonly team: Afspraakteam; readonly fouten: readonly CorpusFout[] } {
  const lezer = veldLezer(document)
  const { inhoud } = document
  lezer.alleen([], VELDEN)
  const vorm = leesKeuze(lezer, ['vorm'], AFSPRAAKVORMEN)
  const plek = lezer.mogelijkeTekst(['plek'])
  if (vorm !== 'terugbellen' && plek === undefined)
    lezer.meld(
      ['plek'],
      'veld-ontbreekt',
      'plek ontbreekt.',
      'Schrijf het adres, of het nummer om te bellen.',
    )
  // Whoever calls themselves must be able to: «the number is in your letter» is no number.
  if (vorm === 'telefoon' && plek !== undefined && plek.replace(/\D/g, '').length < minsteCijfers)
    lezer.meld(
      ['plek'],
      'team-nummer',
      'In plek staat geen telefoonnummer.',
      'Schrijf het nummer dat mensen bellen, of kies vorm: terugbellen.',
    )
  const gesloten = leesLijst(lezer, inhoud, ['gesloten'], 'mag-weg').flatMap((pad): Datum[] => {
    const dag = parseDatum(lezer.tekst(pad))
    if (dag !== undefined) return [dag]
    lezer.meld(pad, 'team-dag', 'Dit is geen dag.', 'Schrijf een dag als "2026-12-24".')
    return []
  })
  const team: Afspraakteam = {
    id: leesIdZoalsBestand(lezer, document.bestand),
    organisatie: lezer.tekst(['organisatie']),
    naam: leesTaaltekst(lezer, ['naam'], eis.talen),
    vorm,
    zone: leesKeuze(lezer, ['zone'], ['Europe/Amsterdam', 'America/Kralendijk']),
    ...(plek !== undefined && { plek }),
    openingstijden: leesOpeningstijden(lezer, inhoud, ['openingstijden']),
    dichtOpFeestdagen: leesKeuze(lezer, ['feestdagen'], ['dicht', 'open']) === 'dicht',
    gesloten,
    duurMinuten: leesAantal(lezer, inhoud, 'duur', [5, 240]),
    capaciteit: leesAantal(lezer, inhoud, 'capaciteit', [1, 200]),
    voorafMinuten: leesAantal(lezer, inhoud, 'vooraf', [0, 20_160]),
    hoogstensDagen: leesAantal(lezer, inhoud, 'dagen', [1, 92]),
    steun: lezer.jaNee(['steun']),
    vertrouwen: leesKeuze(lezer, ['vertrouwen'], HULPVERTROUWEN),
    bron: lezer.tekst(['bron']),
  }
  return { team, fouten: lezer.fouten }
}

/** A whole number between two limits; the lower one after a fault, so that reading goes on. */
function leesAantal(
  lezer: VeldLezer,
  inhoud: unknown,
  veld: string,
  [minst, meest]: readonly [number, number],
): number {
  const waarde = waardeOp(inhoud, [veld])
  const aantal = typeof waarde === 'string' && waarde.trim() !== '' ? Number(waarde) : waarde
  if (typeof aantal === 'number' && Number.isInteger(aantal) && aantal >= minst && aantal <= meest)
    return aantal
  lezer.meld(
    [veld],
    'team-aantal',
    `${veld} is geen goed aantal.`,
    `Schrijf een getal van ${minst} tot ${meest}.`,
  )
  return minst
}

/** What only shows beside the organisations. */
export function controleerTeam(
  document: CorpusDocument,
  { organisatie }: Afspraakteam,
  organisaties: ReadonlyMap<string, unknown>,
): readonly CorpusFout[] {
  if (organisatie === '' || organisaties.has(organisatie)) return []
  const lezer = veldLezer(document)
  lezer.meld(
    ['organisatie'],
    'team-organisatie',
    `De organisatie ${organisatie} staat niet in organisaties/.`,
    'Schrijf het id van een organisatie die er is.',
  )
  return lezer.fouten
}
