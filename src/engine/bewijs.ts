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
  const { engine, regeling, datum, bestanden, vocabulaire, feiten, uitkomst } = bewijs
  if (typeof engine !== 'string') return fout('/engine', 'De versie van de berekening ontbreekt.', 'tekst')
  if (typeof regeling !== 'string') return fout('/regeling', 'De regeling ontbreekt.', 'een id')
  if (!Array.isArray(bestanden) || bestanden.length === 0 || bestanden.length > 50)
    return fout('/bestanden', 'De lijst van wetsbestanden ontbreekt.', '[{ bestand, sha256 }]')
  if (vocabulaire !== undefined && (!Array.isArray(vocabulaire) || vocabulaire.length > 50))
    return fout('/vocabulaire', 'Dit is geen lijst van bestanden.', '[{ bestand, sha256 }]')
  if (!isObject(uitkomst)) return fout('/uitkomst', 'De uitkomst ontbreekt.', '{ recht, … }')
  if (engine !== ENGINE_VERSIE) return { status: 'andere-engine', engine: engine.slice(0, 40) }
  // A receipt that does not name its words cannot be replayed: those of now may mean something else.
  if (vocabulaire === undefined || vocabulaire.length === 0)
    return { status: 'bestand-onbekend', bestanden: ['feiten', 'gebieden'] }
  const wetten = zoekTeksten(bestanden, '/bestanden', corpus, opHash)
  if (!wetten.ok) return wetten.uitslag
  const woorden = zoekTeksten(vocabulaire, '/vocabulaire', corpus, opHash)
  if (!woorden.ok) return woorden.uitslag
  const mist = [...wetten.mist, ...woorden.mist]
  if (mist.length > 0) return { status: 'bestand-onbekend', bestanden: mist }
  const klein = compileCorpus({
    regelingen: wetten.docs,
    feiten: woorden.docs.filter((d) => !isGebieden(d)),
    gebieden: woorden.docs.filter(isGebieden),
    // Estimates only decide the order of questions.
    prior: [],
  })
  if (!klein.ok)
    return { status: 'bestand-onbekend', bestanden: [...new Set(klein.fouten.map((f) => f.bestand))] }
  const v = parseVraag(klein.corpus, { datum, huishouden: feiten, regelingen: [regeling] })
  if (!v.ok)
    return {
      status: 'ongeldig',
      fouten: v.fouten.map((f) => ({ ...f, pointer: f.pointer.replace('/huishouden', '/feiten') })),
    }
  const nu = berekenOp(klein.corpus, v.vraag, { uitleg: false }).uitkomsten[0]
  if (!nu) return fout('/regeling', 'Deze regeling bestaat niet.', 'een id')
  const is: Record<string, unknown> = samenvatting(nu.recht, nu.bedrag?.waarde, nu.jaarbedrag, nu.grenzen)
  const verschillen = [...new Set([...Object.keys(is), ...Object.keys(uitkomst)])].flatMap((k) =>
    is[k] === uitkomst[k]
      ? []
      : [
          `${k.slice(0, 40)}: op het bewijs ${JSON.stringify(uitkomst[k])?.slice(0, 40)}, nu berekend ${JSON.stringify(is[k])}`,
        ],
  )
  return verschillen.length === 0 ? { status: 'gelijk' } : { status: 'anders', verschillen }
}

type Gezocht =
  | { readonly ok: true; readonly docs: readonly CorpusDocument[]; readonly mist: readonly string[] }
  | { readonly ok: false; readonly uitslag: Controleuitslag }

/** The texts by their hash: those in use, else what the archive has of then. */
function zoekTeksten(
  bestanden: readonly unknown[],
  pad: string,
  corpus: Corpus,
  opHash: (sha256: string) => CorpusDocument | undefined,
): Gezocht {
  const { regelingen, feiten, gebieden } = corpus.documenten
  const eigen = new Map([...regelingen, ...feiten, ...gebieden].map((d) => [d.sha256, d]))
  const docs: CorpusDocument[] = []
  const mist: string[] = []
  for (const [i, b] of bestanden.entries()) {
    const sha256 = isObject(b) ? b.sha256 : undefined
    if (!isObject(b) || typeof sha256 !== 'string') {
      const pointer = `${pad}/${i}`
      const melding = 'Een bestand heeft een sha256.'
      const verwacht = '{ bestand, sha256 }'
      return {
        ok: false,
        uitslag: { status: 'ongeldig', fouten: [{ pointer, code: 'vorm', melding, verwacht }] },
      }
    }
    const d = eigen.get(sha256) ?? opHash(sha256)
    if (d) docs.push(d)
    else mist.push(typeof b.bestand === 'string' ? b.bestand.slice(0, 200) : sha256.slice(0, 64))
  }
  return { ok: true, docs, mist }
}

function isGebieden({ inhoud }: CorpusDocument): boolean {
  return isObject(inhoud) && Object.hasOwn(inhoud, 'gebieden')
}
