/** When two nodes say the same: a text that is equal for equal nodes, whatever their loop variables are called. */
import type { Knoop, Wie } from './ir.ts'

/** Undefined when the node asks about somebody outside it: then it depends on where it stands. */
export function knoopvorm(k: Knoop): string | undefined {
  return vorm(k, new Map())
}

type Gebonden = ReadonlyMap<number, number>

function vorm(k: Knoop, g: Gebonden): string | undefined {
  const wie = (w: Wie): string | undefined => (w < 0 ? `${w}` : g.get(w)?.toString())
  const samen = (...delen: (string | undefined)[]): string | undefined =>
    delen.some((d) => d === undefined) ? undefined : `(${delen.join(' ')})`
  const met = (v: number): Gebonden => new Map([...g, [v, g.size]])
  switch (k.t) {
    case 'c':
      return `${k.w}`
    case 'b':
      return `${k.w}`
    case 'feit':
    case 'bfeit':
      return samen('f', `${k.feit.slot}`, wie(k.wie))
    case 'gegeven':
    case 'bgegeven':
      return samen('g', `${k.feit.slot}`, wie(k.wie), vorm(k.anders, g))
    case 'regel':
    case 'bregel':
    case 'lregel':
      return `r${k.i}`
    case 'pregel':
    case 'bpregel':
      return samen(`p${k.i}`, wie(k.wie))
    case 'leden':
      return k.bron
    case 'opvang':
      return samen('o', wie(k.v))
    case 'som':
    case 'filter':
    case 'uiterste':
    case 'kwantor': {
      const soort = k.t === 'kwantor' ? k.soort : k.t === 'uiterste' ? k.hoe : ''
      return samen(k.t, soort, vorm(k.l, g), vorm(k.x, met(k.v)), k.t === 'uiterste' ? vorm(k.leeg, g) : '')
    }
    case 'tel':
      return samen('tel', vorm(k.l, g))
    case 'eerste':
      return samen('eerste', vorm(k.l, g), k.sleutels.join())
    case 'samen':
      return samen('samen', ...k.delen.map((d) => vorm(d, g)))
    case 'zoek':
      return samen('zoek', k.grenzen.join(), k.waarden.join(), vorm(k.x, g))
    case 'dag':
      return samen(k.fn, vorm(k.a, g), k.b ? vorm(k.b, g) : '')
    case 'als':
    case 'bals':
      return samen('als', vorm(k.c, g), vorm(k.a, g), vorm(k.b, g))
    case 'op':
    case 'vgl':
      return samen(k.op, vorm(k.a, g), vorm(k.b, g))
    case 'en':
    case 'of':
      return samen(k.t, vorm(k.a, g), vorm(k.b, g))
    case 'niet':
      return samen('niet', vorm(k.a, g))
    case 'schaal':
      return samen('maal', `${k.f}`, vorm(k.a, g))
    case 'rond':
      return samen('rond', k.hoe, `${k.f}`, vorm(k.a, g))
    case 'deel':
      return samen('deel', k.hoe, `${k.f}`, vorm(k.a, g), vorm(k.b, g))
    default:
      return undefined
  }
}
