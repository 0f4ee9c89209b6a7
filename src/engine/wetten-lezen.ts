/** All law files of a corpus, each read after the one it builds on; of corrections only the highest version. */
import type { CorpusDocument, CorpusFout } from './types.ts'
import { leesWet } from './wet.ts'
import type { Wet } from './wet-vorm.ts'

/** Reads the files in the order in which they build on each other. */
export function leesWetten(docs: readonly CorpusDocument[], fouten: CorpusFout[]): Wet[] {
  const kop = (d: CorpusDocument, s: string): string => {
    const i = d.inhoud
    const w = typeof i === 'object' && i !== null ? (i as Record<string, unknown>)[s] : undefined
    return typeof w === 'string' || typeof w === 'number' ? String(w) : ''
  }
  const sleutel = (id: string, gebied: string, vanaf: string) => `${id}|${gebied}|${vanaf}`
  const klaar = new Map<string, Wet | undefined>()
  const opSleutel = new Map<string, CorpusDocument>()
  for (const d of docs) {
    const s = sleutel(kop(d, 'id'), kop(d, 'gebied') || 'nederland', kop(d, 'vanaf'))
    const al = opSleutel.get(s)
    if (!al || Number(kop(al, 'versie') || 1) < Number(kop(d, 'versie') || 1)) opSleutel.set(s, d)
    else if (Number(kop(al, 'versie') || 1) === Number(kop(d, 'versie') || 1)) {
      const p = d.plaats(['id'])
      fouten.push({
        code: 'dubbel',
        bestand: d.bestand,
        regel: p.regel,
        kolom: p.kolom,
        melding: `${al.bestand} gaat over dezelfde regeling, plaats en datum.`,
        remedie: 'Geef een verbetering een hogere versie:.',
      })
    }
  }
  const lees = (s: string, doc: CorpusDocument, diepte: number): Wet | undefined => {
    if (klaar.has(s)) return klaar.get(s)
    klaar.set(s, undefined)
    const op = kop(doc, 'bouwt_voort_op')
    let basis: Wet | undefined
    if (op !== '') {
      const bs = sleutel(kop(doc, 'id'), kop(doc, 'gebied') || gebiedVan(docs, kop(doc, 'id'), op), op)
      const bd = opSleutel.get(bs)
      if (!bd || diepte > 20 || op >= kop(doc, 'vanaf')) {
        const p = doc.plaats(['bouwt_voort_op'])
        fouten.push({
          code: 'basis',
          bestand: doc.bestand,
          regel: p.regel,
          kolom: p.kolom,
          melding: `Er is geen eerder bestand van ${kop(doc, 'id')} vanaf ${op}.`,
          remedie: 'Noem de datum van een eerder bestand van dezelfde regeling.',
        })
      } else basis = lees(bs, bd, diepte + 1)
    }
    const w = leesWet(doc, basis, fouten)
    klaar.set(s, w)
    return w
  }
  for (const [s, d] of opSleutel) lees(s, d, 0)
  return [...klaar.values()].filter((w) => w !== undefined)
}

function gebiedVan(docs: readonly CorpusDocument[], id: string, vanaf: string): string {
  for (const d of docs) {
    const i = d.inhoud as Record<string, unknown> | null
    if (i && i.id === id && i.vanaf === vanaf && typeof i.gebied === 'string') return i.gebied
  }
  return 'nederland'
}
