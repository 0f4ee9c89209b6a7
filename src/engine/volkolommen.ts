/** A population of which every fact is known, in columns: what the fast back-ends read. */
import type { Feit, Vocabulaire } from './vocabulaire.ts'

/** A number per person or per home: 0 and 1 for no and yes, the number of a choice, cents, a day; scaled as the fact says. */
export type Kolom = Uint8Array | Int32Array | Float64Array

/**
 * People of household h stand together in rows `begin[h]` up to `begin[h + 1]`: the applicant, the partner (when
 * `kinderen[h]` lies two further), the children from `kinderen[h]`, the co-residents from `medebewoners[h]`.
 * Facts of the home and the business have a row per household; care entries of the child in row r stand in rows
 * `opvang[r]` up to `opvang[r + 1]` of their own columns. Columns are found by the slot of the fact.
 */
export interface VolleKolommen {
  readonly aantal: number
  readonly begin: Uint32Array
  readonly kinderen: Uint32Array
  readonly medebewoners: Uint32Array
  readonly opvang: Uint32Array
  readonly mens: readonly (Kolom | undefined)[]
  readonly woning: readonly (Kolom | undefined)[]
  readonly onderneming: readonly (Kolom | undefined)[]
  readonly opvangFeit: readonly (Kolom | undefined)[]
  /** Per person: 1 when the fact was given; a column only for facts that are derived otherwise. */
  readonly gegeven: readonly (Uint8Array | undefined)[]
}

/** Where the column of a fact stands. */
export type Ruimte = 'mens' | 'woning' | 'onderneming' | 'opvangFeit'

export function ruimtenVan(f: Feit): ReadonlySet<Ruimte> {
  return new Set(
    f.bij.map(
      (b): Ruimte =>
        b === 'woning'
          ? 'woning'
          : b === 'onderneming'
            ? 'onderneming'
            : b === 'opvang'
              ? 'opvangFeit'
              : 'mens',
    ),
  )
}

export function maakKolom(f: Feit, lengte: number): Kolom {
  if (f.type === 'ja-nee' || f.type === 'keuze' || f.type === 'gebied') return new Uint8Array(lengte)
  const past = f.van >= -(2 ** 31) && f.tot < 2 ** 31
  return past ? new Int32Array(lengte) : new Float64Array(lengte)
}

/** Facts that some rule derives when they are not given (`gegeven_of`). */
export function maakRuimte(
  v: Vocabulaire,
  mensen: number,
  huishoudens: number,
  opvang: number,
  maak: (f: Feit, lengte: number) => Kolom = maakKolom,
): Pick<VolleKolommen, Ruimte | 'gegeven'> {
  const lengte: Readonly<Record<Ruimte, number>> = {
    mens: mensen,
    woning: huishoudens,
    onderneming: huishoudens,
    opvangFeit: opvang,
  }
  const kolommen = (r: Ruimte) =>
    v.feiten.map((f) => (ruimtenVan(f).has(r) && f.type !== 'gebied' ? maak(f, lengte[r]) : undefined))
  return {
    mens: kolommen('mens'),
    woning: kolommen('woning'),
    onderneming: kolommen('onderneming'),
    opvangFeit: kolommen('opvangFeit'),
    gegeven: v.feiten.map((f) => (ruimtenVan(f).has('mens') ? new Uint8Array(mensen) : undefined)),
  }
}
