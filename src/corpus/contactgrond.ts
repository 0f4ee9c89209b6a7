import type { CorpusDocument, CorpusFout, Vertrouwen } from '../engine/index.ts'
import { leesKeuze } from './gebeurtenis-lezen.ts'
import { foutOp, veldLezer } from './velden.ts'

/**
 * How somebody may be told of a scheme without having applied. Whatever is not established goes through a person: a
 * bill is no ground. `automatisch` and `na-toestemming` name the article that says so.
 */
export type Contactgrond =
  | {
      readonly wijze: 'automatisch' | 'na-toestemming'
      readonly wet: string
      readonly artikel: string
      readonly bron: string
      readonly vertrouwen: Vertrouwen
    }
  | { readonly wijze: 'alleen-mens' }

/** By the id of the scheme; of one that is not in it nothing is established. */
export type Contactgronden = ReadonlyMap<string, Contactgrond>

const WIJZEN = ['automatisch', 'na-toestemming', 'alleen-mens'] as const
const VERTROUWEN = ['alleen-tekst', 'opgesteld', 'beoordeeld', 'nagerekend'] as const
const GROND = ['wet', 'artikel', 'bron', 'vertrouwen'] as const

export function leesContactgrond(document: CorpusDocument): {
  readonly regeling: string
  readonly grond: Contactgrond
  readonly fouten: readonly CorpusFout[]
} {
  const lezer = veldLezer(document)
  const regeling = lezer.tekst(['regeling'])
  const naam = document.bestand.slice(document.bestand.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
  if (regeling !== '' && regeling !== naam)
    lezer.meld(
      ['regeling'],
      'contactgrond-naam',
      `De regeling ${regeling} en de bestandsnaam ${naam}.yaml verschillen.`,
      `Noem het bestand ${regeling}.yaml, of schrijf regeling: ${naam}.`,
    )
  const versie = lezer.tekst(['versie'])
  if (versie !== '' && !/^[1-9]\d{0,5}$/.test(versie))
    lezer.meld(
      ['versie'],
      'contactgrond-versie',
      `${versie} is geen versie.`,
      'Schrijf een heel getal vanaf 1.',
    )
  const wijze = leesKeuze(lezer, ['wijze'], WIJZEN)
  if (wijze === 'alleen-mens') {
    lezer.alleen([], ['regeling', 'versie', 'wijze', 'waarom'])
    lezer.tekst(['waarom'])
    return { regeling, grond: { wijze }, fouten: lezer.fouten }
  }
  lezer.alleen([], ['regeling', 'versie', 'wijze', ...GROND])
  const vertrouwen = leesKeuze(lezer, ['vertrouwen'], VERTROUWEN)
  // Speaking to people who asked for nothing: somebody with knowledge of the law looked at it, or it is not done.
  if (wijze === 'automatisch' && (vertrouwen === 'alleen-tekst' || vertrouwen === 'opgesteld'))
    lezer.meld(
      ['vertrouwen'],
      'contactgrond-vertrouwen',
      'Zonder dat iemand erom vroeg berichten wij alleen als de grond is beoordeeld.',
      'Laat een jurist kijken en schrijf beoordeeld, of kies na-toestemming of alleen-mens.',
    )
  const [wet, artikel, bron] = [lezer.tekst(['wet']), lezer.tekst(['artikel']), lezer.tekst(['bron'])]
  return { regeling, grond: { wijze, wet, artikel, bron, vertrouwen }, fouten: lezer.fouten }
}

/** A ground for a scheme that does not exist is a typing error, and leaves the real one without. */
export function controleerContactgrond(
  document: CorpusDocument,
  regeling: string,
  regelingen: ReadonlySet<string> | undefined,
): readonly CorpusFout[] {
  if (regelingen === undefined || regeling === '' || regelingen.has(regeling)) return []
  return [
    foutOp(document, ['regeling'], {
      code: 'regeling-onbekend',
      melding: `De regeling ${regeling} is er niet.`,
      remedie: 'Schrijf het id van een regeling die in het corpus staat.',
    }),
  ]
}
