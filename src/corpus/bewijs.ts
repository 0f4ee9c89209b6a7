import type { CorpusDocument } from '../engine/index.ts'
import { type Corpus, compileCorpus } from '../engine/index.ts'
import type { CorpusArchief } from './archief.ts'
import { type BronBestand, bronBestand, soortVan } from './bestand.ts'
import type { GeladenCorpus } from './laden.ts'
import { isVelden, waardeOp } from './velden.ts'
import { leesYaml } from './yaml.ts'

/** The part of a receipt that says with which texts was computed. */
export interface BewijsTexten {
  readonly regeling: string
  readonly datum: string
  readonly bestanden: readonly { readonly bestand: string; readonly sha256: string }[]
}

/** Old corpora kept for the next receipt of the same time; each costs a compilation. */
const MAX_BEWAARD = 4

/**
 * The corpus as it was for a receipt: its texts in place of those of now, and without the files of the
 * same schemes that came later. Receipts of today get the corpus of today, without any work.
 */
export function maakBewijsCorpus(archief: Pick<CorpusArchief, 'teksten'>) {
  const bewaard = new Map<string, Corpus>()
  return async (nu: GeladenCorpus, bewijs: unknown): Promise<Corpus> => {
    const texten = leesBewijs(bewijs)
    if (texten === undefined) return nu.engine
    const oud = texten.bestanden.filter((b) => !nu.bestanden.some((n) => n.sha256 === b.sha256))
    const gevonden = oud.length === 0 ? [] : await archief.teksten(oud.map((b) => b.sha256))
    // A text that nobody knows: the engine says so itself.
    if (gevonden.length < oud.length) return nu.engine
    const bestanden = legTerug(
      nu.bestanden,
      texten,
      gevonden.map(({ bestand, tekst }) => bronBestand(bestand, tekst)),
    )
    if (bestanden.length === nu.bestanden.length && oud.length === 0) return nu.engine
    const sleutel = bestanden
      .map((b) => b.sha256)
      .sort()
      .join()
    const eerder = bewaard.get(sleutel)
    if (eerder !== undefined) return eerder
    const corpus = compileer(bestanden)
    if (corpus === undefined) return nu.engine
    const oudste = bewaard.keys().next()
    if (bewaard.size >= MAX_BEWAARD && !oudste.done) bewaard.delete(oudste.value)
    bewaard.set(sleutel, corpus)
    return corpus
  }
}

function leesBewijs(bewijs: unknown): BewijsTexten | undefined {
  const regeling = waardeOp(bewijs, ['regeling'])
  const datum = waardeOp(bewijs, ['datum'])
  const lijst = waardeOp(bewijs, ['bestanden'])
  if (typeof regeling !== 'string' || typeof datum !== 'string' || !Array.isArray(lijst)) return undefined
  const bestanden = lijst.flatMap((b: unknown) => {
    if (!isVelden(b) || typeof b.bestand !== 'string' || typeof b.sha256 !== 'string') return []
    return { bestand: b.bestand, sha256: b.sha256 }
  })
  return bestanden.length === lijst.length ? { regeling, datum, bestanden } : undefined
}

function legTerug(
  nu: readonly BronBestand[],
  texten: BewijsTexten,
  oud: readonly BronBestand[],
): BronBestand[] {
  const genoemd = new Map(texten.bestanden.map((b) => [b.bestand, b.sha256]))
  const mappen = new Map<string, string>()
  for (const bestand of genoemd.keys()) {
    const map = mapVan(bestand)
    const laatste = mappen.get(map)
    if (laatste === undefined || laatste < bestand) mappen.set(map, bestand)
  }
  const isLater = (bron: BronBestand): boolean => {
    if (soortVan(bron.bestand) !== 'regeling' || genoemd.has(bron.bestand)) return false
    const laatste = mappen.get(mapVan(bron.bestand))
    if (laatste !== undefined) return bron.bestand > laatste && datumVan(bron.bestand) <= texten.datum
    return datumVan(bron.bestand) <= texten.datum && vultIn(bron) === texten.regeling
  }
  const blijft = nu.filter((bron) => !genoemd.has(bron.bestand) && !isLater(bron))
  const zelfde = nu.filter((bron) => genoemd.get(bron.bestand) === bron.sha256)
  return [...blijft, ...zelfde, ...oud]
}

function mapVan(bestand: string): string {
  return bestand.slice(0, bestand.lastIndexOf('/') + 1)
}

function datumVan(bestand: string): string {
  return bestand.slice(bestand.lastIndexOf('/') + 1).replace('.yaml', '')
}

function vultIn(bron: BronBestand): string | undefined {
  return bron.tekst.match(/^vult_in:[ ]*["']?([\w-]+)/m)?.[1]
}

function compileer(bestanden: readonly BronBestand[]): Corpus | undefined {
  const van = (soort: string): CorpusDocument[] =>
    bestanden.flatMap((bron) => {
      if (soortVan(bron.bestand) !== soort) return []
      const gelezen = leesYaml(bron)
      return gelezen.ok ? [gelezen.document] : []
    })
  const gecompileerd = compileCorpus({
    regelingen: van('regeling'),
    feiten: van('feiten'),
    gebieden: van('gebieden'),
    prior: van('prior'),
  })
  return gecompileerd.ok ? gecompileerd.corpus : undefined
}
