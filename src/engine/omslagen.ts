/** What would change it: for each fact that the scheme reads, the nearest value at which the right turns. */

import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import { gelezenDoor } from './gelezen-feiten.ts'
import { GEGEVEN, type Interval, type JaNee, type Mens } from './gezin.ts'
import { type Omgeving, omgeving } from './omgeving.ts'
import { metWaarde } from './onbekenden.ts'
import { type Plan, ruweUitkomst } from './plan.ts'
import { alsJson } from './prior.ts'
import { peildag, Situatie } from './situatie.ts'
import type { Omslag, Recht, Vraag } from './types.ts'
import type { Feit } from './vocabulaire.ts'

/** Doubling steps from the present value; 2^40 cents is beyond every domain. */
const MAX_STAPPEN = 40

/** In order of the vocabulary; empty when the scheme does not apply here or its figures are not known. */
export function omslagen(corpus: Corpus, vraag: Pick<Vraag, 'datum' | 'huishouden'>, id: string): Omslag[] {
  const dag = leesDatum(vraag.datum) ?? 0
  const s = Situatie.van(corpus, vraag.huishouden)
  const { keus } = s.kies(id, dag)
  if (keus.k !== 'plan') return []
  const { plan } = keus
  const e = omgeving(s.op(peildag(plan.wet, dag)), plan.regels.length)
  const nu = rechtOp(plan, e)
  if (nu === 'onbekend') return []
  const gelezen = gelezenDoor(plan).feiten
  return e.g.mensen.flatMap((m) =>
    corpus.vocabulaire.bij[m.soort].flatMap((f) =>
      gelezen.get(m.soort)?.has(f.id) && m.herkomst[f.slot] === GEGEVEN ? vind(plan, e, m, f, nu) : [],
    ),
  )
}

function rechtOp(p: Plan, e: Omgeving): Recht {
  const r = ruweUitkomst(p, e)
  if (r.c === 0 || (p.bedrag && r.hi === 0)) return 'nee'
  if (p.bedrag) return r.lo > 0 ? 'ja' : 'onbekend'
  return r.c === 1 ? 'ja' : 'onbekend'
}

function vind(p: Plan, e: Omgeving, m: Mens, f: Feit, nu: Recht): Omslag[] {
  const w = m.waarden[f.slot]
  if (w === undefined || f.type === 'gebied' || f.type === 'datum') return []
  const op = (x: number): Recht =>
    metWaarde(e, m, f, f.type === 'ja-nee' ? (x as JaNee) : { lo: x, hi: x }, () => rechtOp(p, e)) // x is 0 or 1 for ja-nee
  const omslag = (van: number, naar: number): Omslag => ({
    pad: `${m.pad}/${f.id}`,
    nu: toon(f, van),
    wordt: toon(f, naar),
    recht: op(naar),
  })
  if (typeof w === 'number') return op(1 - w) !== nu ? [omslag(w, 1 - w)] : []
  const x = Number((w as Interval).lo)
  if (f.type === 'keuze') {
    return f.opties.flatMap((_, i) => (i !== x && op(i) !== nu ? [omslag(x, i)] : []))
  }
  return [-1, 1].flatMap((richting) => {
    const y = dichtstbij(x, richting, f, (n) => op(n) !== nu)
    return y === undefined ? [] : [omslag(x, y)]
  })
}

/** Steps outward, doubling, then halves back to the first value that differs. */
function dichtstbij(
  x: number,
  richting: number,
  f: Feit,
  anders: (n: number) => boolean,
): number | undefined {
  let goed = x
  for (let i = 0; i < MAX_STAPPEN; i++) {
    const n = Math.min(f.tot, Math.max(f.van, x + richting * 2 ** i))
    if (n === goed) return undefined
    if (anders(n)) {
      let [a, b] = [goed, n]
      while (Math.abs(b - a) > 1) {
        const m = Math.trunc((a + b) / 2)
        if (anders(m)) b = m
        else a = m
      }
      return b
    }
    goed = n
  }
  return undefined
}

function toon(f: Feit, x: number): string | boolean {
  const w = alsJson(f, x)
  return typeof w === 'boolean' ? w : String(w)
}
