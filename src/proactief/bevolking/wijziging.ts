/** A change of the law that somebody wants to see worked out: another text, or a version that exists. */
import { type BronBestand, type Laag, probeerVersie, proeffouten } from '../../corpus/index.ts'
import type { Corpus, CorpusFout } from '../../engine/index.ts'
import { maakVergelijking, type Vergelijkbaar } from './vergelijkopdracht.ts'

export type Wijziging =
  /** A scheme as somebody wrote it; it takes the place of the file of that scheme and day. */
  | { readonly soort: 'tekst'; readonly bron: BronBestand }
  /** The scheme as it is on another day; all others stay as they are now. */
  | { readonly soort: 'versie'; readonly regeling: string; readonly datum: string }

export interface Wijzigvraag {
  readonly lagen: readonly Laag[]
  /** As it is now, made of those layers. */
  readonly corpus: Corpus
  /** The day on which people have their age, and the law as it is now: as text and as day number. */
  readonly peildatum: string
  readonly dag: number
  readonly wijziging: Wijziging
  readonly zaad: number
  readonly huishoudens?: number
}

export type Wijziguitslag =
  | Vergelijkbaar
  | { readonly status: 'fout'; readonly fouten: readonly CorpusFout[] }

/** Everybody whose results are to be compared is made with this seed: two comparisons are about the same people. */
export const BEVOLKINGSZAAD = 20_260_301

export async function openVergelijking(v: Wijzigvraag): Promise<Wijziguitslag> {
  const { corpus, peildatum, dag, zaad, huishoudens, wijziging: w } = v
  const vraag = (straks: Corpus, datum: string, regelingen: readonly string[]): Promise<Vergelijkbaar> =>
    maakVergelijking({
      nu: { corpus, datum: peildatum },
      straks: { corpus: straks, datum },
      dag,
      peildatum,
      zaad,
      regelingen,
      ...(huishoudens !== undefined && { huishoudens }),
    })
  if (w.soort === 'versie') return vraag(corpus, w.datum, [w.regeling])
  const controle = probeerVersie(v.lagen, w.bron)
  if (controle.status === 'fout') return { status: 'fout', fouten: proeffouten(controle) }
  const { corpus: straks } = controle
  const vanaf = straks.wetten.find((x) => x.lezing.doc.bestand === w.bron.bestand)?.info.vanaf ?? ''
  // A text for later counts on its first day; what it does not touch stays as it is now.
  return vraag(straks, vanaf > peildatum ? vanaf : peildatum, geraakteRegelingen(straks, w.bron.bestand))
}

/** Schemes that are made of this file: also those that build on it, read it, or are filled in by it. */
function geraakteRegelingen({ wetten }: Corpus, bestand: string): readonly string[] {
  const uit = new Set<string>()
  for (const w of wetten)
    if (w.bestanden.some((b) => b.bestand === bestand)) uit.add(w.id).add(w.vultIn ?? w.id)
  for (let n = -1; n !== uit.size; ) {
    n = uit.size
    for (const w of wetten) if (w.gebruikt.some((id) => uit.has(id))) uit.add(w.id).add(w.vultIn ?? w.id)
  }
  return [...uit]
}
