/** One scheme at one moment, and at moments that never were: the law of one day with the facts or the age of another. */
import { kern } from './bereken.ts'
import type { Keus } from './corpus.ts'
import type { Dag } from './datum.ts'
import { MAX_COMBINATIES } from './grenzen.ts'
import { type Omgeving, omgeving } from './omgeving.ts'
import type { Plan } from './plan.ts'
import { peildag, type Situatie } from './situatie.ts'
import type { Bedrag, Grenzen, Recht } from './types.ts'

export interface Uitslag {
  readonly recht: Recht
  readonly bedrag?: Bedrag
  readonly grenzen?: Grenzen
}

export interface Moment extends Uitslag {
  readonly dag: Dag
  /** The day whose text of the law is used; the same, for a moment that really was. */
  readonly wetDag: Dag
  readonly keus: Keus
  readonly plan: Plan | undefined
  readonly e: Omgeving | undefined
}

/** The day on which each is taken: the text of the law, the facts of the household, and what time it is. */
export interface Assen {
  readonly wet: Dag
  readonly feiten: Dag
  readonly tijd: Dag
}

export function momentOp(s: Situatie, id: string, dag: Dag): Moment {
  return momentMet(s, id, { wet: dag, feiten: dag, tijd: dag })
}

export function momentMet(s: Situatie, id: string, a: Assen): Moment {
  const { keus } = s.kies(id, a.wet, a.feiten)
  const kaal = { dag: a.tijd, wetDag: a.wet, keus, plan: undefined, e: undefined }
  if (keus.k === 'niet-hier') return { ...kaal, recht: s.op(a.feiten).gemeenteOpen ? 'onbekend' : 'nee' }
  if (keus.k === 'niet-dan') return { ...kaal, recht: 'onbekend' }
  const { plan } = keus
  const g = s.op(peildag(plan.wet, a.feiten))
  const peildatum = peildag(plan.wet, a.tijd)
  const e = omgeving(peildatum === g.peildatum ? g : { ...g, peildatum }, plan.regels.length)
  return { ...kaal, plan, e, ...uitslag(plan, e, keus.k === 'verlopen' ? a.wet : undefined) }
}

export function uitslag(plan: Plan, e: Omgeving, verlopenOp: Dag | undefined): Uitslag {
  const { recht, bedrag, grenzen } = kern(plan, e, verlopenOp, MAX_COMBINATIES)
  return { recht, ...(bedrag ? { bedrag } : {}), ...(grenzen ? { grenzen } : {}) }
}

export function gelijk(a: Uitslag, b: Uitslag): boolean {
  return (
    a.recht === b.recht &&
    a.bedrag?.waarde === b.bedrag?.waarde &&
    a.bedrag?.per === b.bedrag?.per &&
    a.grenzen?.van === b.grenzen?.van &&
    a.grenzen?.tot === b.grenzen?.tot
  )
}
