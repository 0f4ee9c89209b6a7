/** The receipt: which engine, which texts of the law, which facts, which answer. */

import type { Corpus } from './corpus.ts'
import { gelezenDoor } from './gelezen-feiten.ts'
import { isObject, isPeriodes } from './invoer-vorm.ts'
import type { Plan } from './plan.ts'
import type { Grenzen, Huishouden, HuishoudenJson, Ontvangstbewijs, Recht } from './types.ts'
import type { Kern } from './uitkomst-vorm.ts'
import { ENGINE_VERSIE } from './versie.ts'

export function maakBewijs(
  s: { readonly corpus: Corpus; readonly huishouden: Huishouden },
  plan: Plan,
  datum: string,
  keten: readonly string[],
  k: Pick<Kern, 'recht' | 'bedrag' | 'jaar' | 'grenzen'>,
  volledig: boolean,
): Ontvangstbewijs {
  return {
    engine: ENGINE_VERSIE,
    regeling: plan.wet.id,
    datum,
    gebied: keten[0] ?? 'nederland',
    bestanden: plan.bestanden,
    vocabulaire: s.corpus.vocabulaireBestanden,
    feiten: volledig ? feitenOpBewijs(plan, s.huishouden.json) : {},
    uitkomst: samenvatting(k.recht, k.bedrag?.waarde, k.jaar, k.grenzen),
  }
}

/** The answer as it stands on the receipt. */
export function samenvatting(
  recht: Recht,
  bedrag: number | undefined,
  jaarbedrag: number | undefined,
  grenzen: Pick<Grenzen, 'van' | 'tot'> | undefined,
): Ontvangstbewijs['uitkomst'] {
  if (bedrag !== undefined && grenzen) {
    const { van, tot } = grenzen
    return jaarbedrag === undefined ? { recht, bedrag, van, tot } : { recht, bedrag, jaarbedrag, van, tot }
  }
  return {
    recht,
    ...(bedrag === undefined ? {} : { bedrag }),
    ...(jaarbedrag === undefined ? {} : { jaarbedrag }),
    ...(grenzen ? { van: grenzen.van, tot: grenzen.tot } : {}),
  }
}

const leeslijsten = new WeakMap<Plan, Leeslijst>()

/** What the plan reads, and the whole place: a receipt is replayed with the plan of that place. */
function leeslijst(plan: Plan): Leeslijst {
  const al = leeslijsten.get(plan)
  if (al) return al
  const { feiten } = gelezenDoor(plan)
  const ids = new Map<string, ReadonlySet<string>>(feiten)
  ids.set('woning', new Set([...(feiten.get('woning') ?? []), 'gemeente', 'waterschap']))
  leeslijsten.set(plan, ids)
  return ids
}

/** Only what the scheme reads goes on the receipt. */
function feitenOpBewijs(plan: Plan, json: HuishoudenJson): HuishoudenJson {
  const ids = leeslijst(plan)
  const uit: Record<string, unknown> = {}
  for (const bij in json) uit[bij] = deelVan(ids, json[bij], bij)
  return uit
}

type Leeslijst = ReadonlyMap<string, ReadonlySet<string>>

function deelVan(ids: Leeslijst, w: unknown, bij: string): unknown {
  if (!Array.isArray(w)) return mensVan(ids, w, bij)
  if (isPeriodes(w)) return w.map((p) => ({ ...p, waarde: deelVan(ids, p.waarde, bij) }))
  return w.map((x) => mensVan(ids, x, bij))
}

function mensVan(ids: Leeslijst, w: unknown, bij: string): unknown {
  if (!isObject(w)) return w
  const [gelezen, opvang] = [ids.get(bij), ids.has('opvang')]
  const uit: Record<string, unknown> = {}
  if (!gelezen && !opvang) return uit
  for (const k in w) {
    if (gelezen?.has(k)) uit[k] = w[k]
    else if (opvang && k === 'opvang') {
      const x = w[k]
      if (Array.isArray(x)) uit[k] = x.map((o) => mensVan(ids, o, 'opvang'))
    }
  }
  return uit
}
