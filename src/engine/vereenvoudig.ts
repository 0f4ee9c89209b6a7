/** Nodes made smaller where the answer is already known: figures worked out beforehand, dates turned into a last day of birth. */
import { type GetalKnoop, isGroot, type JaNeeKnoop } from './ir.ts'
import { DEEL, dag as dagfunctie } from './rekenen.ts'

type Bewerking = GetalKnoop & { t: 'op' }
type Vergelijking = JaNeeKnoop & { t: 'vgl' }

function vast(k: GetalKnoop, w: bigint): GetalKnoop {
  return { t: 'c', w, lo: w, hi: w, schaal: k.schaal, eenheid: k.eenheid }
}

export function op(k: Bewerking, a: GetalKnoop, b: GetalKnoop): GetalKnoop {
  if (a.t === 'c' && b.t === 'c') {
    switch (k.op) {
      case '+':
        return vast(k, a.w + b.w)
      case '-':
        return vast(k, a.w - b.w)
      case '*':
        return vast(k, a.w * b.w)
      case 'min':
        return vast(k, a.w < b.w ? a.w : b.w)
      case 'max':
        return vast(k, a.w > b.w ? a.w : b.w)
    }
  }
  return { ...k, a, b }
}

export function schaal(k: GetalKnoop & { t: 'schaal' }, a: GetalKnoop): GetalKnoop {
  return a.t === 'c' ? vast(k, a.w * k.f) : { ...k, a }
}

export function rond(k: GetalKnoop & { t: 'rond' }, a: GetalKnoop): GetalKnoop {
  return a.t === 'c' ? vast(k, DEEL[k.hoe](a.w, k.f)) : { ...k, a }
}

export function deel(k: GetalKnoop & { t: 'deel' }, a: GetalKnoop, b: GetalKnoop): GetalKnoop {
  return a.t === 'c' && b.t === 'c' && b.w !== 0n ? vast(k, DEEL[k.hoe](a.w * k.f, b.w)) : { ...k, a, b }
}

export function dag(k: GetalKnoop & { t: 'dag' }, a: GetalKnoop, b: GetalKnoop | undefined): GetalKnoop {
  if (a.t === 'c' && (!b || b.t === 'c'))
    return vast(k, BigInt(dagfunctie(k.fn, Number(a.w), Number(b?.w ?? 0n))))
  return { ...k, a, b }
}

export function voorwaardelijk(
  k: GetalKnoop & { t: 'als' },
  c: JaNeeKnoop,
  a: GetalKnoop,
  b: GetalKnoop,
): GetalKnoop {
  if (c.t === 'b') return c.w ? a : b
  return { ...k, c, a, b }
}

export function bals(c: JaNeeKnoop, a: JaNeeKnoop, b: JaNeeKnoop): JaNeeKnoop {
  if (c.t === 'b') return c.w ? a : b
  return { t: 'bals', c, a, b }
}

export function en(a: JaNeeKnoop, b: JaNeeKnoop): JaNeeKnoop {
  if (a.t === 'b') return a.w ? b : a
  if (b.t === 'b') return b.w ? a : b
  return { t: 'en', a, b }
}

export function of(a: JaNeeKnoop, b: JaNeeKnoop): JaNeeKnoop {
  if (a.t === 'b') return a.w ? a : b
  if (b.t === 'b') return b.w ? b : a
  return { t: 'of', a, b }
}

export function niet(a: JaNeeKnoop): JaNeeKnoop {
  return a.t === 'b' ? { t: 'b', w: !a.w } : { t: 'niet', a }
}

export function vgl(k: Vergelijking, a: GetalKnoop, b: GetalKnoop): JaNeeKnoop {
  if (a.t === 'c' && b.t === 'c')
    return { t: 'b', w: k.op === '<' ? a.w < b.w : k.op === '<=' ? a.w <= b.w : a.w === b.w }
  return grensdag(k, a, b) ?? { ...k, a, b }
}

/**
 * Whether somebody has reached an age on a known day says as much as whether the day of birth is at most some day.
 * `verjaardag(geboortedatum, 18) <= peildatum` becomes `geboortedatum <= 2008-03-01`. Only where the answer turns at
 * most once over all days that the fact can hold: tried for each of them.
 */
function grensdag(k: Vergelijking, a: GetalKnoop, b: GetalKnoop): JaNeeKnoop | undefined {
  const kant = b.t === 'c' ? a : b
  const vaste = b.t === 'c' ? b : a
  if (kant.t !== 'dag' || vaste.t !== 'c' || k.op === '=') return undefined
  const feit = enigFeit(kant)
  if (!feit || isGroot(vaste)) return undefined
  const grens = Number(vaste.w)
  const geldt = (x: number): boolean => {
    const w = reken(kant, x)
    if (kant === a) return k.op === '<' ? w < grens : w <= grens
    return k.op === '<' ? grens < w : grens <= w
  }
  const [van, tot] = [Number(feit.lo), Number(feit.hi)]
  const wat = `${kant === a ? '' : '-'}${k.op} ${grens} ${tekstVan(kant)} ${van} ${tot}`
  const { eerst, om } = onthoud(wat, () => zoekKeer(geldt, van, tot))
  if (om === undefined) return undefined
  if (om > tot) return { t: 'b', w: eerst }
  const dag = vast(feit, BigInt(om - 1))
  return eerst ? { t: 'vgl', op: '<=', a: feit, b: dag } : { t: 'vgl', op: '<', a: dag, b: feit }
}

/** What holds on the first day, and the day on which that turns: after the last when never, undefined when more than once. */
interface Keer {
  readonly eerst: boolean
  readonly om: number | undefined
}

function zoekKeer(geldt: (x: number) => boolean, van: number, tot: number): Keer {
  const eerst = geldt(van)
  let om = van + 1
  while (om <= tot && geldt(om) === eerst) om++
  // From there on the answer has to stay what it became.
  for (let x = om; x <= tot; x++) if (geldt(x) === eerst) return { eerst, om: undefined }
  return { eerst, om }
}

/** Named limit. The law of one day has some hundreds of them. */
const maxKeren = 5_000
/** A corpus that is put together again mostly asks what was tried before: tens of thousands of days each. */
const keren = new Map<string, Keer>()

function onthoud(wat: string, zoek: () => Keer): Keer {
  const bekend = keren.get(wat)
  if (bekend !== undefined) return bekend
  if (keren.size >= maxKeren) keren.clear()
  const keer = zoek()
  keren.set(wat, keer)
  return keer
}

/** All that `reken` looks at. */
function tekstVan(k: GetalKnoop): string {
  if (k.t === 'c') return String(k.w)
  if (k.t === 'feit') return 'x'
  if (k.t === 'zoek') return `zoek(${tekstVan(k.x)} ${k.grenzen.join()} ${k.waarden.join()})`
  return k.t === 'dag' ? `${k.fn}(${tekstVan(k.a)} ${k.b ? tekstVan(k.b) : 0})` : k.t
}

/** The one fact that a date rests on; undefined when it rests on more, or on anything else. */
function enigFeit(k: GetalKnoop): (GetalKnoop & { t: 'feit' }) | undefined {
  if (k.t === 'feit') return k.feit.type === 'datum' ? k : undefined
  if (k.t === 'zoek') return enigFeit(k.x)
  if (k.t !== 'dag') return undefined
  const [a, b] = [k.a, k.b].map((x) => (x === undefined || x.t === 'c' ? undefined : x))
  const [p, q] = [a && enigFeit(a), b && enigFeit(b)]
  if ((a && !p) || (b && !q)) return undefined
  if (p && q) return p.feit === q.feit && p.wie === q.wie ? p : undefined
  return p ?? q
}

function reken(k: GetalKnoop, x: number): number {
  if (k.t === 'c') return Number(k.w)
  if (k.t === 'feit') return x
  if (k.t === 'zoek') {
    const w = BigInt(reken(k.x, x))
    const i = k.grenzen.findIndex((g) => w <= g)
    return Number(k.waarden[i < 0 ? k.grenzen.length : i] ?? 0n)
  }
  return k.t === 'dag' ? dagfunctie(k.fn, reken(k.a, x), k.b ? reken(k.b, x) : 0) : Number.NaN
}
