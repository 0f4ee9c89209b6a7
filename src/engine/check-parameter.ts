/** A figure of the law as a node: a value, the value of the place, or unknown between limits. */
import { CheckFout } from './bouw.ts'
import { EERSTE_DAG, LAATSTE_DAG } from './datum.ts'
import { isDatum, metValuta } from './eenheid.ts'
import { macht10 } from './getal.ts'
import type { Knoop } from './ir.ts'
import type { ParamDef } from './wet-vorm.ts'

/** An unknown figure without limits is taken to lie within these, in units of one; its upper limit is never shown. */
const RUIM = 10_000_000_000n
/** As limits of a date in a formula; the second is the day after the last. */
export const DAG_VAN = BigInt(EERSTE_DAG)
export const DAG_TOT = BigInt(LAATSTE_DAG) + 1n

interface Plaats {
  readonly valuta: string
  readonly gebiedsketen: readonly string[]
}

export function paramKnoop(p: ParamDef, van: number, { valuta, gebiedsketen }: Plaats): Knoop {
  if (p.waarde.k === 'ja-nee') return { t: 'bparam', def: p, w: p.waarde.waarde }
  if (p.eenheidTekst === 'ja-nee') return { t: 'bparam', def: p, w: undefined }
  if (p.waarde.k === 'tabel')
    throw new CheckFout(van, `«${p.naam}» is een tabel.`, `Schrijf opzoeken(${p.naam}, …).`)
  const eenheid = metValuta(p.eenheid, valuta)
  const d =
    p.waarde.k === 'getal'
      ? p.waarde.d
      : p.waarde.k === 'per-gebied'
        ? perGebied(p, van, gebiedsketen)
        : undefined
  if (d) return { t: 'param', def: p, w: d.w, begrensd: true, schaal: d.schaal, lo: d.w, hi: d.w, eenheid }
  const bereik = p.waarde.k === 'onbekend' ? p.waarde.bereik : undefined
  const schaal = isDatum(eenheid) ? 0 : Math.max(2, bereik?.[0].schaal ?? 0, bereik?.[1].schaal ?? 0)
  const lo = bereik ? bereik[0].w * macht10(schaal - bereik[0].schaal) : 0n
  const hi = bereik
    ? bereik[1].w * macht10(schaal - bereik[1].schaal)
    : isDatum(eenheid)
      ? DAG_TOT
      : RUIM * macht10(schaal)
  return {
    t: 'param',
    def: p,
    w: undefined,
    begrensd: bereik !== undefined,
    schaal,
    lo,
    hi,
    eenheid,
  }
}

function perGebied(p: ParamDef, van: number, keten: readonly string[]) {
  if (p.waarde.k !== 'per-gebied') return undefined
  for (const g of keten) if (p.waarde.waarden.has(g)) return p.waarde.waarden.get(g)
  // A plan for the group as a whole (no island chosen yet): any of the values, so the limits are their hull.
  if (p.waarde.waarden.size === 0)
    throw new CheckFout(van, `«${p.naam}» heeft voor geen enkel gebied een waarde.`, 'Vul per_gebied in.')
  return undefined
}
