/** The parts of a formula, for those who look through one without evaluating it. */
import type { Knoop } from './ir.ts'
import type { Plan } from './plan.ts'
import type { ParamDef } from './wet-vorm.ts'

/** The nodes directly below; rules that are called are not followed (see `geroepen`). */
export function delen(k: Knoop): readonly Knoop[] {
  switch (k.t) {
    case 'op':
    case 'deel':
    case 'vgl':
    case 'en':
    case 'of':
      return [k.a, k.b]
    case 'schaal':
    case 'rond':
    case 'niet':
      return [k.a]
    case 'als':
    case 'bals':
      return [k.c, k.a, k.b]
    case 'som':
    case 'kwantor':
    case 'filter':
      return [k.l, k.x]
    case 'uiterste':
      return [k.l, k.x, k.leeg]
    case 'tel':
    case 'eerste':
      return [k.l]
    case 'zoek':
      return [k.x]
    case 'dag':
      return k.b ? [k.a, k.b] : [k.a]
    case 'gegeven':
    case 'bgegeven':
      return [k.anders]
    case 'samen':
      return k.delen
    default:
      return []
  }
}

/** Numbers of the rules that a node itself calls. */
export function geroepen(k: Knoop): readonly number[] {
  switch (k.t) {
    case 'regel':
    case 'pregel':
    case 'bregel':
    case 'bpregel':
    case 'lregel':
      return [k.i]
    case 'eerste':
      return k.sleutels
    default:
      return []
  }
}

/** Whether a formula reads one of these figures, itself or through the rules that it calls. */
export function leestCijfer(p: Plan, cijfers: ReadonlySet<ParamDef>): (k: Knoop) => boolean {
  return komtVoor(p, (k) => (k.t === 'param' || k.t === 'bparam' || k.t === 'zoek') && cijfers.has(k.def))
}

/** Whether a formula reads a figure that nobody has set and of which no limits are known. */
export function leestOnbegrensd(p: Plan): (k: Knoop) => boolean {
  return komtVoor(p, (k) => k.t === 'param' && k.w === undefined && !k.begrensd)
}

/** Whether a formula has such a node, itself or in the rules that it calls. */
function komtVoor(p: Plan, is: (k: Knoop) => boolean): (k: Knoop) => boolean {
  const regels = new Map<number, boolean>()
  const regel = (i: number): boolean => {
    const al = regels.get(i)
    if (al !== undefined) return al
    const r = p.regels[i]
    const uit = r !== undefined && heeft(r.knoop)
    regels.set(i, uit)
    return uit
  }
  const heeft = (k: Knoop): boolean => is(k) || geroepen(k).some(regel) || delen(k).some(heeft)
  return heeft
}
