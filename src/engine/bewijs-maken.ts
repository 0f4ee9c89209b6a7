/** The receipt: which engine, which texts of the law, which facts, which answer. */

import type { Corpus } from './corpus.ts'
import { isObject, isPeriodes } from './invoer-vorm.ts'
import type { Plan } from './plan.ts'
import type { Huishouden, HuishoudenJson, Ontvangstbewijs, Uitkomst } from './types.ts'
import { ENGINE_VERSIE } from './versie.ts'

type Deel = Pick<Uitkomst, 'recht' | 'bedrag' | 'jaarbedrag' | 'grenzen'>

export function maakBewijs(
  s: { readonly corpus: Corpus; readonly huishouden: Huishouden },
  plan: Plan,
  datum: string,
  keten: readonly string[],
  u: Deel,
  volledig: boolean,
): Ontvangstbewijs {
  return {
    engine: ENGINE_VERSIE,
    regeling: plan.wet.id,
    datum,
    gebied: keten[0] ?? 'nederland',
    bestanden: plan.bestanden,
    vocabulaire: s.corpus.vocabulaireBestanden,
    feiten: volledig ? gelezenFeiten(plan, s.huishouden.json) : {},
    uitkomst: samenvatting(u),
  }
}

export function samenvatting(u: Deel): Ontvangstbewijs['uitkomst'] {
  return {
    recht: u.recht,
    ...(u.bedrag ? { bedrag: u.bedrag.waarde } : {}),
    ...(u.jaarbedrag === undefined ? {} : { jaarbedrag: u.jaarbedrag }),
    ...(u.grenzen ? { van: u.grenzen.van, tot: u.grenzen.tot } : {}),
  }
}

const leeslijsten = new WeakMap<Plan, Map<string, Set<string>>>()

/** Per kind of person the facts that the scheme reads; the place always. */
function leeslijst(plan: Plan): Map<string, Set<string>> {
  const al = leeslijsten.get(plan)
  if (al) return al
  const ids = new Map<string, Set<string>>([['woning', new Set(['gemeente', 'waterschap'])]])
  for (const f of plan.feiten) {
    const [wie = '', id = ''] = f.split('.')
    for (const w of wie.split('|')) {
      const rij = ids.get(w) ?? new Set()
      rij.add(id)
      ids.set(w, rij)
    }
  }
  leeslijsten.set(plan, ids)
  return ids
}

/** Only what the scheme reads goes on the receipt. */
function gelezenFeiten(plan: Plan, json: HuishoudenJson): HuishoudenJson {
  const ids = leeslijst(plan)
  const mens = (w: unknown, bij: string): unknown => {
    if (!isObject(w)) return w
    const uit: Record<string, unknown> = {}
    for (const [k, x] of Object.entries(w)) {
      if (ids.get(bij)?.has(k)) uit[k] = x
      else if (k === 'opvang' && Array.isArray(x) && ids.has('opvang'))
        uit[k] = x.map((o) => mens(o, 'opvang'))
    }
    return uit
  }
  const deel = (w: unknown, bij: string): unknown => {
    if (isPeriodes(w)) return w.map((p) => ({ ...p, waarde: deel(p['waarde'], bij) }))
    return Array.isArray(w) ? w.map((x) => mens(x, bij)) : mens(w, bij)
  }
  return Object.fromEntries(Object.entries(json).map(([bij, w]) => [bij, deel(w, bij)]))
}
