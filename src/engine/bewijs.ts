/** Replaying a receipt: the same engine, the same texts of the law, the same facts must give the same answer. */
import { berekenOp } from './bereken.ts'
import { samenvatting } from './bewijs-maken.ts'
import { type Corpus, compileCorpus } from './corpus.ts'
import { parseVraag } from './invoer.ts'
import { isObject } from './invoer-vorm.ts'
import type { CorpusDocument, InvoerFout } from './types.ts'
import { ENGINE_VERSIE } from './versie.ts'

export type Controleuitslag =
  | { readonly status: 'gelijk' }
  | { readonly status: 'anders'; readonly verschillen: readonly string[] }
  /** Made by another version of the calculation; it is not guessed what that would say. */
  | { readonly status: 'andere-engine'; readonly engine: string }
  /** Texts of the law that are not here (any more). */
  | { readonly status: 'bestand-onbekend'; readonly bestanden: readonly string[] }
  | { readonly status: 'ongeldig'; readonly fouten: readonly InvoerFout[] }

/** `opHash` finds earlier texts of law files; the texts in use are found without it. */
export function controleerBewijs(
  corpus: Corpus,
  bewijs: unknown,
  opHash: (sha256: string) => CorpusDocument | undefined = () => undefined,
): Controleuitslag {
  const fout = (pointer: string, melding: string, verwacht: string): Controleuitslag => ({
    status: 'ongeldig',
    fouten: [{ pointer, code: 'vorm', melding, verwacht }],
  })
  if (!isObject(bewijs))
    return fout(
      '',
      'Een ontvangstbewijs is een object.',
      'het ontvangstbewijs zoals het in de uitkomst stond',
    )
  const { engine, regeling, datum, bestanden, feiten, uitkomst } = bewijs
  if (typeof engine !== 'string') return fout('/engine', 'De versie van de berekening ontbreekt.', 'tekst')
  if (typeof regeling !== 'string') return fout('/regeling', 'De regeling ontbreekt.', 'een id')
  if (!Array.isArray(bestanden) || bestanden.length === 0 || bestanden.length > 50)
    return fout('/bestanden', 'De lijst van wetsbestanden ontbreekt.', '[{ bestand, sha256 }]')
  if (!isObject(uitkomst)) return fout('/uitkomst', 'De uitkomst ontbreekt.', '{ recht, … }')
  if (engine !== ENGINE_VERSIE) return { status: 'andere-engine', engine: engine.slice(0, 40) }
  const eigen = new Map(corpus.documenten.regelingen.map((d) => [d.sha256, d]))
  const docs: CorpusDocument[] = []
  const mist: string[] = []
  for (const [i, b] of bestanden.entries()) {
    if (!isObject(b) || typeof b['sha256'] !== 'string')
      return fout(`/bestanden/${i}`, 'Een wetsbestand heeft een sha256.', '{ bestand, sha256 }')
    const d = eigen.get(b['sha256']) ?? opHash(b['sha256'])
    if (d) docs.push(d)
    else mist.push(typeof b['bestand'] === 'string' ? b['bestand'].slice(0, 200) : b['sha256'].slice(0, 64))
  }
  if (mist.length > 0) return { status: 'bestand-onbekend', bestanden: mist }
  const klein = compileCorpus({ ...corpus.documenten, regelingen: docs })
  if (!klein.ok) return { status: 'bestand-onbekend', bestanden: klein.fouten.map((f) => f.bestand) }
  const v = parseVraag(klein.corpus, { datum, huishouden: feiten, regelingen: [regeling] })
  if (!v.ok)
    return {
      status: 'ongeldig',
      fouten: v.fouten.map((f) => ({ ...f, pointer: f.pointer.replace('/huishouden', '/feiten') })),
    }
  const nu = berekenOp(klein.corpus, v.vraag, { uitleg: false }).uitkomsten[0]
  if (!nu) return fout('/regeling', 'Deze regeling bestaat niet.', 'een id')
  const is: Record<string, unknown> = samenvatting(nu)
  const verschillen = [...new Set([...Object.keys(is), ...Object.keys(uitkomst)])].flatMap((k) =>
    is[k] === uitkomst[k]
      ? []
      : [
          `${k.slice(0, 40)}: op het bewijs ${JSON.stringify(uitkomst[k])?.slice(0, 40)}, nu berekend ${JSON.stringify(is[k])}`,
        ],
  )
  return verschillen.length === 0 ? { status: 'gelijk' } : { status: 'anders', verschillen }
}
