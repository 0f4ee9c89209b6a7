/**
 * The published guess of how facts are spread over households (corpus/feiten/prior.yaml). It only decides
 * the order of questions and draws random households for tests and benchmarks; no answer ever uses it.
 */
import { dagVan, leesDatum, toonDatum } from './datum.ts'
import { Lezing } from './lezing.ts'
import type { CorpusDocument, CorpusFout, FeitBij, FeitInfo, HuishoudenJson } from './types.ts'
import type { Vocabulaire } from './vocabulaire.ts'

export interface Prior {
  /** Points [probability, value] of a distribution, by fact id or `<bij>.<id>`; values in units as written. */
  readonly verdeling: ReadonlyMap<string, readonly (readonly [number, number])[]>
  readonly kans: ReadonlyMap<string, number>
  readonly kansen: ReadonlyMap<string, Readonly<Record<string, number>>>
}

export type Toeval = () => number

export function leesPrior(
  docs: readonly CorpusDocument[],
  vocabulaire: Vocabulaire,
  fouten: CorpusFout[],
): Prior {
  const verdeling = new Map<string, readonly (readonly [number, number])[]>()
  const kans = new Map<string, number>()
  const kansen = new Map<string, Record<string, number>>()
  const lijsten = ['partner', 'kinderen', 'medebewoners', 'opvang']
  for (const doc of docs) {
    const l = new Lezing(doc, fouten)
    const wortel = l.waarde(['prior']) === undefined ? [] : ['prior']
    for (const naam of l.sleutels(wortel)) {
      const p = [...wortel, naam]
      if (naam === 'bron' || naam === 'toelichting') continue
      const kaal = naam.includes('.') ? naam.slice(naam.indexOf('.') + 1) : naam
      if (!lijsten.includes(naam) && !vocabulaire.feiten.some((f) => f.id === kaal)) {
        l.fout(p, 'onbekend-feit', `Het feit «${naam}» bestaat niet.`, 'Kijk in corpus/feiten.')
      }
      for (const s of l.sleutels(p, [
        'verdeling',
        'leeftijd',
        'kans',
        'kansen',
        'aantal',
        'bron',
        'toelichting',
        'afhankelijk',
      ])) {
        const w = l.waarde([...p, s])
        if (s === 'kans') kans.set(naam, Number(w))
        else if ((s === 'kansen' || s === 'aantal') && typeof w === 'object' && w !== null) {
          kansen.set(naam, Object.fromEntries(Object.entries(w).map(([k, v]) => [k, Number(v)])))
        } else if (s === 'verdeling' || s === 'leeftijd') {
          verdeling.set(
            naam,
            l
              .lijst([...p, s])
              .map(
                (_, i) => [Number(l.waarde([...p, s, i, 0])), getalOfDag(l.waarde([...p, s, i, 1]))] as const,
              ),
          )
        }
      }
    }
  }
  return { verdeling, kans, kansen }
}

function getalOfDag(w: unknown): number {
  return leesDatum(String(w)) ?? Number(w)
}

function zoek<T>(m: ReadonlyMap<string, T>, bij: string, id: string): T | undefined {
  return m.get(`${bij}.${id}`) ?? m.get(id)
}

/** Whether the guess says anything about a fact. */
export function heeftSchatting(p: Prior, id: string, bij: FeitBij): boolean {
  return [p.verdeling, p.kans, p.kansen].some((m) => m.has(`${bij}.${id}`) || m.has(id))
}

/** A value of a fact at a quantile between 0 and 1, in scaled integers; undefined when the prior says nothing. */
export function kwantiel(p: Prior, f: FeitInfo, bij: FeitBij, q: number, peil: number): number {
  const punten = zoek(p.verdeling, bij, f.id)
  if (f.type === 'ja-nee') return q < (zoek(p.kans, bij, f.id) ?? 0.5) ? 1 : 0
  if (f.type === 'keuze') {
    const k = zoek(p.kansen, bij, f.id) ?? {}
    let som = 0
    const totaal = f.opties.reduce((s, o) => s + (k[o] ?? 1 / f.opties.length), 0)
    for (const [i, o] of f.opties.entries()) {
      som += (k[o] ?? 1 / f.opties.length) / totaal
      if (q < som) return i
    }
    return f.opties.length - 1
  }
  const x = punten ? tussen(punten, q) : undefined
  if (f.type === 'datum') {
    const leeftijd = Math.round((x ?? 30) * 365.25)
    return Math.min(f.tot, Math.max(f.van, peil - leeftijd))
  }
  const w = x === undefined ? f.van + (f.tot - f.van) * q * 0.01 : x * 10 ** f.decimalen
  return Math.min(f.tot, Math.max(f.van, Math.round(w)))
}

function tussen(punten: readonly (readonly [number, number])[], q: number): number {
  const eerste = punten[0]
  const laatste = punten.at(-1)
  if (!eerste || !laatste) return 0
  if (q <= eerste[0]) return eerste[1]
  for (const [i, [kans, w]] of punten.entries()) {
    const v = punten[i - 1]
    if (v && q <= kans) return v[1] + ((w - v[1]) * (q - v[0])) / Math.max(1e-9, kans - v[0])
  }
  return laatste[1]
}

/** A household drawn from the prior: every fact known, as a request would give it. */
export function trekHuishouden(
  v: Vocabulaire,
  p: Prior,
  toeval: Toeval,
  gebied: string,
  peil: number,
): HuishoudenJson {
  const mens = (bij: FeitBij, extra: Record<string, unknown> = {}): Record<string, unknown> => {
    const uit: Record<string, unknown> = {}
    for (const f of v.bij[bij]) {
      if (f.type === 'gebied') continue
      if (f.aanname !== undefined && toeval() < 0.5) continue
      uit[f.id] = alsJson(f, kwantiel(p, f, bij, toeval(), peil))
    }
    return { ...uit, ...extra }
  }
  const aantal = (lijst: string, anders: Record<string, number>): number => {
    const k = p.kansen.get(lijst) ?? anders
    let q = toeval() * Object.values(k).reduce((a, b) => a + b, 0)
    for (const [n, kans] of Object.entries(k)) {
      q -= kans
      if (q < 0) return Number(n)
    }
    return 0
  }
  const ouder = dagVan(1945, 1, 1) + Math.floor(toeval() * (peil - 19 * 365 - dagVan(1945, 1, 1)))
  const kind = (): Record<string, unknown> => {
    const k = mens('kinderen', {
      geboortedatum: toonDatum(Math.max(ouder + 16 * 365, peil - Math.floor(toeval() * 22 * 365))),
    })
    const jong = peil - (leesDatum(String(k.geboortedatum)) ?? 0) < 12 * 365
    return jong && toeval() < (p.kans.get('opvang') ?? 0.3) ? { ...k, opvang: [mens('opvang')] } : k
  }
  const partner = toeval() < (p.kans.get('partner') ?? 0.5)
  return {
    aanvrager: mens('aanvrager', { geboortedatum: toonDatum(ouder) }),
    partner: partner
      ? mens('partner', { geboortedatum: toonDatum(ouder + Math.floor((toeval() - 0.5) * 2000)) })
      : null,
    kinderen: Array.from({ length: aantal('kinderen', { 0: 0.6, 1: 0.15, 2: 0.17, 3: 0.08 }) }, kind),
    medebewoners: Array.from({ length: aantal('medebewoners', { 0: 0.9, 1: 0.08, 2: 0.02 }) }, () =>
      mens('medebewoners'),
    ),
    woning: mens('woning', gebied === 'nederland' ? {} : { gemeente: gebied }),
    ...(v.bij.onderneming.length > 0 ? { onderneming: mens('onderneming') } : {}),
  }
}

export function alsJson(f: FeitInfo, w: number): unknown {
  if (f.type === 'ja-nee') return w === 1
  if (f.type === 'keuze') return f.opties[w]
  if (f.type === 'datum') return toonDatum(w)
  return f.type === 'getal' ? w / 10 ** f.decimalen : w
}
