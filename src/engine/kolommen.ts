/** Checked households as the columns that the generated JavaScript reads. */

import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import type { Gezin, Lijst, Mens } from './gezin.ts'
import { peildag, Situatie } from './situatie.ts'
import type { Huishouden } from './types.ts'

/**
 * A population in columns. `personen` holds, for each fact slot, a number per person (1 and 0 for yes and no);
 * `gegeven` says whether the fact was given (1) or not. People of one list of one household stand together:
 * those of household h are rows `begin[h]` up to `begin[h + 1]`.
 */
export interface Kolommen {
  readonly aantal: number
  readonly feit: readonly Float64Array[]
  readonly gegeven: readonly Uint8Array[]
  /** Row of the applicant, the home and the business of each household. */
  readonly aanvrager: Uint32Array
  readonly woning: Uint32Array
  readonly onderneming: Uint32Array
  readonly begin: Readonly<Record<'partner' | 'kinderen' | 'medebewoners', Uint32Array>>
  /** Care entries of a child (a row): rows `opvang[row]` up to `opvangEinde[row]`. */
  readonly opvang: Uint32Array
  readonly opvangEinde: Uint32Array
  /** 1 when it is known who is on that list of a household, and which care entries a child (a row) has. */
  readonly zeker: Readonly<Record<'partner' | 'kinderen' | 'medebewoners', Uint8Array>>
  readonly opvangZeker: Uint8Array
  /** A household as the evaluator takes it, for those of whom something is needed that is not known. */
  readonly gezin: (h: number) => Gezin
}

/** Facts are taken on the day on which the scheme takes them (`peilmoment`). */
export function maakKolommen(
  corpus: Corpus,
  id: string,
  datum: string,
  huishoudens: readonly Huishouden[],
): Kolommen {
  const dag = leesDatum(datum) ?? 0
  const gezin = (h: Huishouden): Gezin => {
    const s = Situatie.van(corpus, h)
    const { keus } = s.kies(id, dag)
    return s.op(keus.k === 'plan' || keus.k === 'verlopen' ? peildag(keus.plan.wet, dag) : dag)
  }
  return kolommenVan(corpus, huishoudens.map(gezin), (h) => {
    const huishouden = huishoudens[h]
    if (!huishouden) throw new RangeError(`no household ${h}`)
    return gezin(huishouden)
  })
}

/** Households as columns; a fact between limits becomes NaN. */
function kolommenVan(corpus: Corpus, gezinnen: readonly Gezin[], gezin: (h: number) => Gezin): Kolommen {
  const mensen: Mens[] = []
  const opvang: number[] = []
  const opvangEinde: number[] = []
  const neem = (m: Mens): number => {
    mensen.push(m)
    const i = mensen.length - 1
    opvang[i] = 0
    opvangEinde[i] = 0
    return i
  }
  const enkel = {
    aanvrager: new Uint32Array(gezinnen.length),
    woning: new Uint32Array(gezinnen.length),
    onderneming: new Uint32Array(gezinnen.length),
  }
  const begin = {
    partner: new Uint32Array(gezinnen.length + 1),
    kinderen: new Uint32Array(gezinnen.length + 1),
    medebewoners: new Uint32Array(gezinnen.length + 1),
  }
  gezinnen.forEach((g, h) => {
    for (const b of ['aanvrager', 'woning', 'onderneming'] as const) enkel[b][h] = neem(g[b])
  })
  const bekend = (l: Lijst) => (l.leden.every((d) => d.min === d.max) ? 1 : 0)
  const zeker = {
    partner: Uint8Array.from(gezinnen, (g) => bekend(g.partner)),
    kinderen: Uint8Array.from(gezinnen, (g) => bekend(g.kinderen)),
    medebewoners: Uint8Array.from(gezinnen, (g) => bekend(g.medebewoners)),
  }
  const lijst = (l: Lijst) => l.leden.filter((d) => d.min === 1 && d.max === 1).map((d) => neem(d.m))
  for (const b of ['partner', 'kinderen', 'medebewoners'] as const) {
    gezinnen.forEach((g, h) => {
      begin[b][h] = mensen.length
      lijst(g[b])
      begin[b][h + 1] = mensen.length
    })
  }
  for (const [i, m] of [...mensen.entries()]) {
    opvang[i] = mensen.length
    lijst(m.opvang)
    opvangEinde[i] = mensen.length
  }
  const feit = corpus.vocabulaire.feiten.map(() => new Float64Array(mensen.length).fill(Number.NaN))
  const gegeven = corpus.vocabulaire.feiten.map(() => new Uint8Array(mensen.length))
  for (const [i, m] of mensen.entries()) {
    for (const f of corpus.vocabulaire.bij[m.soort]) {
      const w = m.waarden[f.slot]
      const n =
        typeof w === 'number' ? (w === 2 ? Number.NaN : w) : w && w.lo === w.hi ? Number(w.lo) : Number.NaN
      const [rij, rijGegeven] = [feit[f.slot], gegeven[f.slot]]
      if (rij) rij[i] = n
      if (rijGegeven) rijGegeven[i] = m.herkomst[f.slot] === 0 ? 0 : 1
    }
  }
  return {
    aantal: gezinnen.length,
    feit,
    gegeven,
    ...enkel,
    begin,
    opvang: Uint32Array.from(opvang),
    opvangEinde: Uint32Array.from(opvangEinde),
    zeker,
    opvangZeker: Uint8Array.from(mensen, (m) => bekend(m.opvang)),
    gezin,
  }
}
