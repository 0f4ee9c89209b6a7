import type { CorpusDocument, CorpusFout, Tekst } from '../engine/index.ts'
import { leesIdZoalsBestand, leesKeuze, leesLijst, leesTaaltekst } from './gebeurtenis-lezen.ts'
import { veldLezer } from './velden.ts'

export const LIJSTSTANDEN = ['in-werking', 'wetsvoorstel', 'vervallen'] as const
export const LIJSTVERTROUWEN = ['alleen-tekst', 'opgesteld', 'beoordeeld'] as const

/**
 * A legal ground with which a list of people may be made who probably have a right and do not use it. Says what the law
 * allows, for which schemes and bodies; without one that is in force and was reviewed, there is no list.
 */
export interface Lijstgrond {
  readonly id: string
  readonly naam: Tekst
  readonly wet: string
  readonly artikel: string
  /** What it allows, and what it does not. */
  readonly uitleg: Tekst
  readonly stand: (typeof LIJSTSTANDEN)[number]
  readonly vertrouwen: (typeof LIJSTVERTROUWEN)[number]
  readonly bron: string
  /** Ids of schemes; empty when it is for something else than schemes. */
  readonly regelingen: readonly string[]
  /** Which data may be used. */
  readonly gegevens: readonly string[]
  /** ISO 8601 duration: so long may the list exist. */
  readonly termijn: string
}

export function leesLijstgrond(
  document: CorpusDocument,
  { talen }: { readonly talen: readonly string[] },
): { readonly grond: Lijstgrond; readonly fouten: readonly CorpusFout[] } {
  const lezer = veldLezer(document)
  const { inhoud } = document
  lezer.alleen(
    [],
    [
      'id',
      'naam',
      'wet',
      'artikel',
      'uitleg',
      'stand',
      'vertrouwen',
      'bron',
      'regelingen',
      'gegevens',
      'termijn',
    ],
  )
  const teksten = (naam: string) => leesLijst(lezer, inhoud, [naam], 'mag-weg').map((pad) => lezer.tekst(pad))
  const termijn = lezer.tekst(['termijn'])
  if (termijn !== '' && !/^P(\d+Y)?(\d+M)?(\d+D)?$/.test(termijn))
    lezer.meld(['termijn'], 'lijstgrond-termijn', 'Dit is geen duur.', 'Schrijf bijvoorbeeld P3M of P30D.')
  const grond: Lijstgrond = {
    id: leesIdZoalsBestand(lezer, document.bestand),
    naam: leesTaaltekst(lezer, ['naam'], talen),
    wet: lezer.tekst(['wet']),
    artikel: lezer.tekst(['artikel']),
    uitleg: leesTaaltekst(lezer, ['uitleg'], talen),
    stand: leesKeuze(lezer, ['stand'], LIJSTSTANDEN),
    vertrouwen: leesKeuze(lezer, ['vertrouwen'], LIJSTVERTROUWEN),
    bron: lezer.tekst(['bron']),
    regelingen: teksten('regelingen'),
    gegevens: teksten('gegevens'),
    termijn,
  }
  return { grond, fouten: lezer.fouten }
}
