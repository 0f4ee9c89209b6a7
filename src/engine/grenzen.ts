/**
 * Limits of an outcome when not everything is known. Always sound; exact when, after trying every combination
 * of choices (at most 2^10), at most one number is unknown: then the limits are found by cutting its range
 * until no piece can hold a higher or lower outcome than one that was really reached (both sides of each jump).
 */

import type { JaNee, Lid, Mens } from './gezin.ts'
import { type Omgeving, vergeet } from './omgeving.ts'
import { metWaarde, type Onbekende, onbekenden } from './onbekenden.ts'
import { type Plan, type Ruw, ruweUitkomst } from './plan.ts'
import type { FeitBij } from './types.ts'
import type { Feit } from './vocabulaire.ts'

/** Combinations of choices that are tried (design: 2^10). */
export const MAX_COMBINATIES = 1024
/** The same when more than one number is unknown. */
const MAX_COMBINATIES_RUW = 32
/** Pieces of a range that are looked at before giving up on exactness. */
const MAX_STUKKEN = 6000

export interface Begrensd extends Ruw {
  readonly exact: boolean
  /** There were more choices than were tried. */
  readonly rest?: true
}

export function begrens(p: Plan, e: Omgeving, combinaties = MAX_COMBINATIES): Begrensd {
  const basis = ruweUitkomst(p, e)
  if (isZeker(basis)) return { c: basis.c, lo: basis.lo, hi: basis.hi, exact: true }
  const o = onbekenden(p, e)
  const hoogste = hoogstens(o, combinaties)
  const alles = begrensMet(p, e, { combinaties: hoogste, vlug: false, zonder: GEEN }, { basis, o })
  if (!alles.rest) return alles
  // Naming the people on a list opens questions about them, which leave fewer tries for what was open before.
  // Limits that pass over such people hold as well; where they are closer they count, so naming never widens.
  return groepenZonder(o).reduce(
    (b, zonder) => doorsnede(b, begrensMet(p, e, { combinaties: hoogste, vlug: false, zonder })),
    alles,
  )
}

/** Cents (1 or 0 without an amount) when all that is unknown leaves it the same; stops at the first difference. */
export function zekereUitkomst(p: Plan, e: Omgeving): number | undefined {
  const vlug = begrensMet(p, e, {
    combinaties: hoogstens(onbekenden(p, e), MAX_COMBINATIES),
    vlug: true,
    zonder: GEEN,
  })
  const b = vlug.lo < vlug.hi && vlug.rest ? begrens(p, e) : vlug
  return b.lo === b.hi ? b.lo : undefined
}

/** With several numbers unknown the limits cannot be exact: fewer combinations make them close enough. */
function hoogstens(o: readonly Onbekende[], combinaties: number): number {
  return onbekendeGetallen(o) > 1 ? Math.min(combinaties, MAX_COMBINATIES_RUW) : combinaties
}

const GEEN: ReadonlySet<FeitBij> = new Set()
/** People who come in numbers. */
const LIJSTEN: readonly FeitBij[] = ['kinderen', 'opvang', 'medebewoners']

/** Each way to leave out the choices of some of these people. */
function groepenZonder(o: readonly Onbekende[]): readonly ReadonlySet<FeitBij>[] {
  const groepen = LIJSTEN.filter((l) => o.some((x) => x.soort === 'feit' && x.m.soort === l && splitsbaar(x)))
  return Array.from(
    { length: 2 ** groepen.length - 1 },
    (_, n) => new Set(groepen.filter((_, i) => ((n + 1) >> i) & 1)),
  )
}

function doorsnede(a: Begrensd, b: Begrensd): Begrensd {
  return { ...a, c: a.c === 2 ? b.c : a.c, lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) }
}

function onbekendeGetallen(rij: readonly Onbekende[]): number {
  return rij.filter(
    (o) =>
      (o.soort === 'lijst' && o.naam !== 'partner') ||
      (o.soort === 'feit' && o.feit.type !== 'ja-nee' && o.feit.type !== 'keuze'),
  ).length
}

interface Poging {
  readonly combinaties: number
  /** Only whether the ends meet counts: what differs once is not looked at further. */
  readonly vlug: boolean
  /** Whose choices are not tried. */
  readonly zonder: ReadonlySet<FeitBij>
}

function isZeker({ c, lo, hi }: Ruw): boolean {
  return c !== 2 && lo === hi
}

/** `al`: what was already worked out for this state of the household. */
function begrensMet(
  p: Plan,
  e: Omgeving,
  t: Poging,
  al?: { readonly basis: Ruw; readonly o: readonly Onbekende[] },
): Begrensd {
  const basis = al?.basis ?? ruweUitkomst(p, e)
  if (isZeker(basis)) return { ...basis, exact: true }
  const o = al?.o ?? onbekenden(p, e)
  if (o.length === 0) return { ...basis, exact: true }
  const splits = o
    .map((x) => (x.soort === 'feit' && t.zonder.has(x.m.soort) ? undefined : splitsbaar(x)))
    .filter((x) => x !== undefined)
    .sort((a, b) => a.rang - b.rang)[0]
  if (splits && splits.opties.length <= t.combinaties) {
    const deel = { ...t, combinaties: Math.floor(t.combinaties / splits.opties.length) }
    let uit: Begrensd | undefined
    for (const optie of splits.opties) {
      const b = optie(e, () => begrensMet(p, e, deel))
      uit = uit ? samen(uit, b) : b
      if (t.vlug && uit.lo < uit.hi) break
    }
    return uit ?? { ...basis, exact: false }
  }
  const [enige, ...rest] = o
  if (
    enige?.soort === 'feit' &&
    rest.length === 0 &&
    !(enige.m.sjabloon && enige.m.soort !== 'partner') &&
    !splits
  )
    return overBereik(p, e, enige.m, enige.feit, t.vlug)
  return { ...basis, exact: false, ...(splits ? { rest: true } : {}) }
}

function samen(a: Begrensd, b: Begrensd): Begrensd {
  return {
    c: a.c === b.c ? a.c : 2,
    lo: Math.min(a.lo, b.lo),
    hi: Math.max(a.hi, b.hi),
    exact: a.exact && b.exact,
    ...(a.rest || b.rest ? { rest: true } : {}),
  }
}

type Optie = (e: Omgeving, doe: () => Begrensd) => Begrensd
interface Splitsing {
  /** Fixed order, so that filling in a fact never leads to a coarser split. */
  readonly rang: number
  readonly opties: readonly Optie[]
}

/** The values of a choice, each as a way to try it; undefined for numbers, figures of the law and people of whom nothing is known. */
function splitsbaar(o: Onbekende): Splitsing | undefined {
  if (o.soort === 'lijst') {
    const lid = o.lijst.leden[0]
    if (o.naam !== 'partner' || !lid) return undefined
    return { rang: -1, opties: [metAantal(lid, 0), metAantal(lid, 1)] }
  }
  if (o.soort !== 'feit' || (o.m.sjabloon && o.m.soort !== 'partner')) return undefined
  const { m, feit } = o
  const n = feit.type === 'ja-nee' ? 2 : feit.type === 'keuze' ? feit.opties.length : 0
  if (n === 0) return undefined
  const opties = Array.from(
    { length: n },
    (_, i): Optie =>
      (e, doe) =>
        metWaarde(e, m, feit, feit.type === 'ja-nee' ? (i as JaNee) : { lo: i, hi: i }, doe),
  ) // i is 0 or 1
  return { rang: m.nr * 1000 + feit.slot, opties }
}

function metAantal(lid: Lid, n: number): Optie {
  return (e, doe) => {
    const { min, max } = lid
    lid.min = n
    lid.max = n
    vergeet(e)
    try {
      return doe()
    } finally {
      lid.min = min
      lid.max = max
      vergeet(e)
    }
  }
}

interface Stuk {
  readonly van: number
  readonly tot: number
  readonly r: Ruw
}

function overBereik(p: Plan, e: Omgeving, m: Mens, feit: Feit, vlug: boolean): Begrensd {
  const w = m.waarden[feit.slot]
  if (w === undefined || typeof w === 'number') return { ...ruweUitkomst(p, e), exact: false }
  const reken = (van: number, tot: number): Ruw =>
    metWaarde(e, m, feit, { lo: van, hi: tot }, () => ruweUitkomst(p, e))
  let stukken = 0
  let c: JaNee | undefined
  let [hoogste, laagste] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const proef = (x: number): void => {
    const r = reken(x, x)
    c = c === undefined || c === r.c ? r.c : 2
    hoogste = Math.max(hoogste, r.hi)
    laagste = Math.min(laagste, r.lo)
  }
  const [van, tot] = [Number(w.lo), Number(w.hi)]
  proef(van)
  proef(tot)
  const rij: Stuk[] = [{ van, tot, r: reken(van, tot) }]
  /** A piece is open while it could hold an outcome beyond those reached, or another answer to the conditions. */
  const open = (s: Stuk): boolean =>
    s.tot - s.van > 1 && (s.r.hi > hoogste || s.r.lo < laagste || (c !== 2 && s.r.c !== c))
  while (stukken < MAX_STUKKEN && !(vlug && laagste < hoogste)) {
    let beste = -1
    let winst = -1
    rij.forEach((s, i) => {
      if (!open(s)) return
      const g = Math.max(s.r.hi - hoogste, laagste - s.r.lo, 0)
      if (g > winst) {
        winst = g
        beste = i
      }
    })
    const s = rij[beste]
    if (!s) return { c: c ?? 2, lo: laagste, hi: hoogste, exact: true }
    const midden = Math.floor((s.van + s.tot) / 2)
    proef(midden)
    proef(midden + 1)
    stukken += 4
    rij.splice(
      beste,
      1,
      ...[
        { van: s.van, tot: midden, r: reken(s.van, midden) },
        { van: midden + 1, tot: s.tot, r: reken(midden + 1, s.tot) },
      ].filter(open),
    )
  }
  // What was found and what the open pieces could hold: never wider than the same for a wider range.
  return {
    c: rij.every((s) => s.r.c === c) ? (c ?? 2) : 2,
    lo: rij.reduce((l, s) => Math.min(l, s.r.lo), laagste),
    hi: rij.reduce((h, s) => Math.max(h, s.r.hi), hoogste),
    exact: false,
  }
}
