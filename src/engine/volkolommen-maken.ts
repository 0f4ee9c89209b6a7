/** Households as columns without unknowns, and back: to compare the back-ends on the same people. */
import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import { type Gezin, type Lijst, type Mens, ONBEKEND } from './gezin.ts'
import { alsJson } from './prior.ts'
import { Situatie } from './situatie.ts'
import type { FeitBij, Huishouden, HuishoudenJson } from './types.ts'
import type { Feit } from './vocabulaire.ts'
import { type Kolom, maakRuimte, type VolleKolommen } from './volkolommen.ts'

/**
 * Households of which everything is known on that day. Throws when something is not, but for a fact that a rule may
 * derive: `gegeven` says so.
 */
export function uitHuishoudens(
  corpus: Corpus,
  datum: string,
  huishoudens: readonly Huishouden[],
): VolleKolommen {
  const dag = leesDatum(datum) ?? 0
  const gezinnen = huishoudens.map((h) => Situatie.van(corpus, h).op(dag))
  const leden = (l: Lijst): readonly Mens[] =>
    l.leden.map((d) => {
      if (d.min !== 1) throw new RangeError(`${d.m.pad}: nobody knows who is there`)
      return d.m
    })
  return uitGezinnen(corpus, gezinnen, leden, false).k
}

/**
 * Households in rows. `leden`: who of a list gets a row. With `onbekenden` every column is one of doubles and a fact that is
 * not known is NaN; without it such a fact throws, unless nobody gave it.
 */
export function uitGezinnen(
  corpus: Corpus,
  gezinnen: readonly Gezin[],
  leden: (l: Lijst) => readonly Mens[],
  onbekenden: boolean,
): { readonly k: VolleKolommen; readonly mensen: readonly Mens[] } {
  const n = gezinnen.length
  const [begin, kinderen, medebewoners] = [new Uint32Array(n + 1), new Uint32Array(n), new Uint32Array(n)]
  const mensen: Mens[] = []
  gezinnen.forEach((g, h) => {
    begin[h] = mensen.length
    mensen.push(g.aanvrager, ...leden(g.partner))
    kinderen[h] = mensen.length
    mensen.push(...leden(g.kinderen))
    medebewoners[h] = mensen.length
    mensen.push(...leden(g.medebewoners))
  })
  begin[n] = mensen.length
  const opvangVan = new Uint32Array(mensen.length + 1)
  const opvang: Mens[] = []
  mensen.forEach((m, i) => {
    opvang.push(...leden(m.opvang))
    opvangVan[i + 1] = opvang.length
  })
  const k: VolleKolommen = {
    ...{ aantal: n, begin, kinderen, medebewoners, opvang: opvangVan },
    ...maakRuimte(corpus.vocabulaire, mensen.length, n, opvang.length, onbekenden ? onbekend : undefined),
  }
  const vul = (m: Mens, kolommen: readonly (Kolom | undefined)[], i: number) =>
    zet(corpus, { k, onbekenden }, m, kolommen, i)
  mensen.forEach((m, i) => {
    vul(m, k.mens, i)
  })
  opvang.forEach((m, i) => {
    vul(m, k.opvangFeit, i)
  })
  gezinnen.forEach((g: Gezin, h) => {
    vul(g.woning, k.woning, h)
    vul(g.onderneming, k.onderneming, h)
  })
  return { k, mensen }
}

/** What nobody has is read by nobody; a slot that is not filled is not known. */
function onbekend(_: Feit, lengte: number): Kolom {
  return new Float64Array(lengte).fill(Number.NaN)
}

function zet(
  corpus: Corpus,
  { k, onbekenden }: { readonly k: VolleKolommen; readonly onbekenden: boolean },
  m: Mens,
  kolommen: readonly (Kolom | undefined)[],
  i: number,
): void {
  for (const f of corpus.vocabulaire.bij[m.soort]) {
    const kolom = kolommen[f.slot]
    if (!kolom) continue
    const w = m.waarden[f.slot]
    const gegeven = m.herkomst[f.slot] !== ONBEKEND
    const rij = kolommen === k.mens ? k.gegeven[f.slot] : undefined
    if (rij) rij[i] = gegeven ? 1 : 0
    const bekend = typeof w === 'number' ? w !== 2 : w !== undefined && w.lo === w.hi
    if (bekend) kolom[i] = typeof w === 'number' ? w : Number(w?.lo)
    else if (gegeven && !onbekenden) throw new RangeError(`${m.pad}/${f.id} is not known`)
  }
}

/** Household h as a request would give it; `plaats` are the facts that stand in no column: the municipality and its water board. */
export function huishoudenUit(
  corpus: Corpus,
  k: VolleKolommen,
  h: number,
  plaats: Readonly<Record<string, string>>,
): HuishoudenJson {
  const v = corpus.vocabulaire
  const getal = (kolom: Kolom | undefined, i: number) => kolom?.[i] ?? 0
  const mens = (
    bij: FeitBij,
    i: number,
    kolommen: readonly (Kolom | undefined)[],
  ): Record<string, unknown> => {
    const staatEr = (f: Feit) => f.type !== 'gebied' && (kolommen !== k.mens || k.gegeven[f.slot]?.[i] === 1)
    return Object.fromEntries(
      v.bij[bij].filter(staatEr).map((f) => [f.id, alsJson(f, getal(kolommen[f.slot], i))]),
    )
  }
  const rijen = (van: number, tot: number) => Array.from({ length: tot - van }, (_, i) => van + i)
  const [a, k0, m0, e] = [k.begin[h] ?? 0, k.kinderen[h] ?? 0, k.medebewoners[h] ?? 0, k.begin[h + 1] ?? 0]
  return {
    aanvrager: mens('aanvrager', a, k.mens),
    partner: k0 - a === 2 ? mens('partner', a + 1, k.mens) : null,
    kinderen: rijen(k0, m0).map((i) => ({
      ...mens('kinderen', i, k.mens),
      opvang: rijen(k.opvang[i] ?? 0, k.opvang[i + 1] ?? 0).map((o) => mens('opvang', o, k.opvangFeit)),
    })),
    medebewoners: rijen(m0, e).map((i) => mens('medebewoners', i, k.mens)),
    woning: { ...mens('woning', h, k.woning), ...plaats },
    ...(v.bij.onderneming.length > 0 ? { onderneming: mens('onderneming', h, k.onderneming) } : {}),
  }
}
