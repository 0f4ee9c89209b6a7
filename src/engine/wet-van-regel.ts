/** Which law an article belongs to, for a rule that does not stand in the scheme's own file. */
import type { Plan } from './plan.ts'
import type { WetVerwijzing } from './types.ts'
import type { Grondslag, RegelDef, Wet } from './wet-vorm.ts'

/** Undefined: the scheme's own law. */
export function wetVanRegel(p: Plan, def: RegelDef): WetVerwijzing | undefined {
  if (def.grondslag) return alsWet(def.grondslag)
  const uit = p.onderdelen.find((w) => w.regels.get(def.naam) === def)
  return uit && uit !== p.wet ? wetVan(uit) : undefined
}

/** The law of a file; undefined when the file names none. */
export function wetVan(w: Wet): WetVerwijzing | undefined {
  const g = w.info.grondslag
  return g.wet === '' ? undefined : alsWet(g)
}

function alsWet({ wet, bwb, cvdr }: Grondslag): WetVerwijzing {
  return { naam: wet, ...(bwb ? { bwb } : {}), ...(cvdr ? { cvdr } : {}) }
}
