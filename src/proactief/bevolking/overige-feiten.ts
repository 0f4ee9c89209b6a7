/** Facts that hang together with nothing: each drawn by itself after corpus/feiten/prior.yaml, column by column. */
import { type FeitInfo, heeftSchatting, type Kolom, kwantiel } from '../../engine/index.ts'
import { SAMENHANG } from './huishoudens.ts'
import type { Bevolkingsstuk, Ruimte, Woordenlijst } from './ruimte.ts'
import { begin, STAPPEN } from './toeval.ts'

const tabellen = new WeakMap<Woordenlijst, Map<number, Float64Array>>()

/** A fact has a stream of its own: which others are drawn does not change it. */
export function vulOverige(
  w: Woordenlijst,
  r: Ruimte,
  k: Bevolkingsstuk,
  zaad: number,
  stuk: number,
  gelezen: ReadonlySet<number> | undefined,
): void {
  const samenhang = r.slots(SAMENHANG)
  const mensen = k.begin[k.aantal] ?? 0
  const ruimten = [
    [k.mens, mensen],
    [k.woning, k.aantal],
    [k.onderneming, k.aantal],
    [k.opvangFeit, k.opvang[mensen] ?? 0],
  ] as const
  for (const f of w.feiten) {
    if (samenhang.has(f.slot) || (gelezen && !gelezen.has(f.slot))) continue
    for (const [kolommen, lengte] of ruimten) {
      const kolom = kolommen[f.slot]
      if (kolom) vul(kolom, lengte, tabelVan(w, f), begin(zaad, stuk, `${f.bij[0]}.${f.id}`))
    }
  }
}

function vul(kolom: Kolom, lengte: number, t: Float64Array, start: number): void {
  if (t[0] === t[STAPPEN - 1]) {
    kolom.fill(t[0] ?? 0, 0, lengte)
    return
  }
  let a = start | 0
  for (let i = 0; i < lengte; i++) {
    a = (a + 0x6d2b79f5) | 0
    let x = Math.imul(a ^ (a >>> 15), 1 | a)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    kolom[i] = t[((x ^ (x >>> 14)) >>> 0) >>> 20] ?? 0
  }
}

/** Chances smaller than a step of the table happen in no step at all: the outermost step stands for the tail. */
function tabelVan(w: Woordenlijst, f: FeitInfo & { readonly slot: number }): Float64Array {
  const rij = tabellen.get(w) ?? new Map<number, Float64Array>()
  tabellen.set(w, rij)
  const al = rij.get(f.slot)
  if (al) return al
  const bij = f.bij[0] ?? 'aanvrager'
  // A fact that nobody guessed is as the vocabulary assumes it.
  const vast = f.aanname !== undefined && !heeftSchatting(w.prior, f.id, bij) ? aangenomen(f) : undefined
  const t = Float64Array.from(
    { length: STAPPEN },
    (_, i) => vast ?? kwantiel(w.prior, f, bij, (i + 0.5) / STAPPEN, 0),
  )
  rij.set(f.slot, t)
  return t
}

function aangenomen(f: FeitInfo): number {
  if (typeof f.aanname === 'boolean') return f.aanname ? 1 : 0
  return f.type === 'keuze'
    ? f.opties.indexOf(String(f.aanname))
    : Number(f.aanname) * (f.type === 'getal' ? 10 ** f.decimalen : 1)
}
