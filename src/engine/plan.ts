/** A plan: one scheme at a date and place, checked and ready to evaluate. */
import { Checker } from './check.ts'
import { type Eenheid, gelijk, metValuta } from './eenheid.ts'
import { Evaluator } from './evalueer.ts'
import type { Interval, JaNee } from './gezin.ts'
import { type GetalKnoop, isGetal, type JaNeeKnoop, type PlanRegel } from './ir.ts'
import type { GetalFn, JaNeeFn, Omgeving } from './omgeving.ts'
import type { CorpusFout, Per, Valuta } from './types.ts'
import type { Vocabulaire } from './vocabulaire.ts'
import type { ParamDef, RegelDef, Wet } from './wet-vorm.ts'

export interface Plan {
  readonly wet: Wet
  readonly valuta: Valuta
  readonly regels: readonly PlanRegel[]
  readonly evaluator: Evaluator
  readonly voorwaarden: readonly { readonly i: number; readonly knoop: JaNeeKnoop; readonly f: JaNeeFn }[]
  readonly bedrag: Bedragregel | undefined
  readonly jaarbedrag: Bedragregel | undefined
  readonly per: Per | undefined
  /** Day number from which a figure is no longer known, over this file and all it uses. */
  readonly bedragenTot: number | undefined
  readonly bestanden: readonly { readonly bestand: string; readonly sha256: string }[]
  /** The scheme's own file, the shared files it uses, and those that fill its open values (most general first). */
  readonly onderdelen: readonly Wet[]
}

export interface Bedragregel {
  readonly i: number
  readonly knoop: GetalKnoop
  readonly f: GetalFn
  /** Factor from the node's scale to cents. */
  readonly naarCenten: number
}

export interface PlanDelen {
  readonly wet: Wet
  readonly gedeeld: readonly Wet[]
  readonly invulling: readonly Wet[]
  readonly keten: readonly string[]
  readonly valuta: Valuta
  readonly vocabulaire: Vocabulaire
}

/** Checks everything and makes the plan; undefined when there were faults (added to `fouten`). */
export function maakPlan(d: PlanDelen, fouten: CorpusFout[]): Plan | undefined {
  const begin = fouten.length
  const parameters = new Map<string, ParamDef>(d.wet.parameters)
  const regels = new Map<string, RegelDef>(d.wet.regels)
  for (const g of d.gedeeld) neemOver(g, parameters, regels, fouten)
  for (const i of d.invulling) vulIn(d.wet, i, parameters)
  const onleesbaar = new Set([d.wet, ...d.gedeeld].flatMap((w) => [...w.namen]))
  const checker = new Checker({
    vocabulaire: d.vocabulaire,
    parameters,
    regels,
    valuta: d.valuta,
    gebiedsketen: d.keten,
    onleesbaar,
  })
  for (const naam of d.wet.regels.keys()) checker.regel(naam)
  const { uitkomst, lezing } = d.wet
  const evaluator = new Evaluator(checker.plan)

  const bedragregel = (sleutel: 'bedrag' | 'jaarbedrag'): Bedragregel | undefined => {
    const naam = uitkomst[sleutel]
    if (naam === undefined) return undefined
    const i = checker.regel(naam)
    const r = i === undefined ? undefined : checker.plan[i]
    if (!regels.has(naam) && onleesbaar.has(naam)) return undefined
    if (!regels.has(naam))
      return lezing.fout(
        ['uitkomst', sleutel],
        'onbekende-regel',
        `De regel «${naam}» bestaat niet.`,
        'Noem een regel van deze regeling.',
      )
    if (i === undefined || !r) return undefined
    if (
      r.soort !== 'getal' ||
      !isGetal(r.knoop) ||
      r.v !== undefined ||
      r.knoop.schaal > 2 ||
      perVan(r.knoop.eenheid, d.valuta) === undefined
    ) {
      return lezing.fout(
        ['uitkomst', sleutel],
        'uitkomst',
        `«${naam}» is geen bedrag in hele centen per maand, kwartaal, jaar, 2 weken of ineens.`,
        'Rond af met floor(…, 2) of floor(…), en kijk naar de eenheid.',
      )
    }
    return { i, knoop: r.knoop, f: evaluator.getal(r.knoop), naarCenten: 10 ** (2 - r.knoop.schaal) }
  }
  const bedrag = bedragregel('bedrag')
  const jaarbedrag = bedragregel('jaarbedrag')
  if (jaarbedrag && perVan(jaarbedrag.knoop.eenheid, d.valuta) !== 'jaar')
    lezing.fout(
      ['uitkomst', 'jaarbedrag'],
      'uitkomst',
      'Het jaarbedrag hoort een bedrag per jaar te zijn.',
      `Gebruik een regel met eenheid: ${d.valuta}/jaar.`,
    )
  const voorwaarden = uitkomst.voorwaarden.flatMap((naam, n) => {
    const i = checker.regel(naam)
    const r = i === undefined ? undefined : checker.plan[i]
    if (!regels.has(naam) && onleesbaar.has(naam)) return []
    if (!regels.has(naam) || (r && (r.soort !== 'ja-nee' || r.v !== undefined))) {
      lezing.fout(
        ['uitkomst', 'voorwaarden', n],
        'uitkomst',
        `«${naam}» is geen regel die ja of nee geeft.`,
        'Noem een regel met eenheid: ja-nee, die niet over één persoon gaat.',
      )
      return []
    }
    const knoop = r?.knoop as JaNeeKnoop | undefined // r.soort is ja-nee
    return i === undefined || !knoop ? [] : [{ i, knoop, f: evaluator.jaNee(knoop) }]
  })
  // About what is written, not about what could be made of it: a rule with a fault was told already.
  if (uitkomst.voorwaarden.length === 0 && uitkomst.bedrag === undefined && uitkomst.beslist)
    lezing.fout(
      ['uitkomst'],
      'uitkomst',
      'Deze regeling heeft geen uitkomst.',
      'Vul uitkomst: in met voorwaarden en, als er geld is, een bedrag.',
    )
  if (fouten.length > begin) return undefined

  const onderdelen = [d.wet, ...d.gedeeld, ...d.invulling]
  const totten = onderdelen.flatMap((w) => (w.bedragenTot === undefined ? [] : [w.bedragenTot]))
  return {
    wet: d.wet,
    valuta: d.valuta,
    regels: checker.plan,
    evaluator,
    voorwaarden,
    bedrag,
    jaarbedrag,
    per: bedrag && perVan(bedrag.knoop.eenheid, d.valuta),
    bedragenTot: totten.length === 0 ? undefined : Math.min(...totten),
    bestanden: onderdelen.flatMap((w) => w.bestanden),
    onderdelen,
  }
}

function neemOver(
  g: Wet,
  parameters: Map<string, ParamDef>,
  regels: Map<string, RegelDef>,
  fouten: CorpusFout[],
): void {
  for (const [naam, p] of g.parameters) {
    const al = parameters.get(naam) ?? regels.get(naam)
    if (al) dubbel(al, naam, g, fouten)
    else parameters.set(naam, p)
  }
  for (const [naam, r] of g.regels) {
    const al = regels.get(naam) ?? parameters.get(naam)
    if (al) dubbel(al, naam, g, fouten)
    else regels.set(naam, r)
  }
}

function dubbel(al: ParamDef | RegelDef, naam: string, g: Wet, fouten: CorpusFout[]): void {
  const p = al.plek.lezing.doc.plaats(al.plek.pad)
  fouten.push({
    code: 'dubbele-naam',
    bestand: al.plek.lezing.doc.bestand,
    regel: p.regel,
    kolom: p.kolom,
    melding: `«${naam}» bestaat ook in het gedeelde bestand ${g.id}.`,
    remedie: 'Kies hier een andere naam.',
  })
}

function vulIn(wet: Wet, invulling: Wet, parameters: Map<string, ParamDef>): void {
  const { lezing } = invulling
  for (const [naam, p] of invulling.parameters) {
    const open = wet.parameters.get(naam)
    if (!open?.open) {
      lezing.fout(
        ['parameters', naam],
        'niet-open',
        `«${naam}» staat in ${wet.id} niet open.`,
        `Open staan: ${
          [...wet.parameters.values()]
            .filter((x) => x.open)
            .map((x) => x.naam)
            .join(', ') || 'geen'
        }.`,
      )
    } else if (
      !gelijk(open.eenheid, p.eenheid) ||
      (open.eenheidTekst === 'ja-nee') !== (p.eenheidTekst === 'ja-nee')
    ) {
      lezing.fout(
        ['parameters', naam, 'eenheid'],
        'eenheid',
        `«${naam}» hoort ${open.eenheidTekst} te zijn.`,
        `Schrijf eenheid: ${open.eenheidTekst}.`,
      )
    } else parameters.set(naam, p)
  }
}

const PER: readonly (readonly [Per, Eenheid])[] = [
  ['maand', { geld: 1, maand: -1 }],
  ['kwartaal', { geld: 1, kwartaal: -1 }],
  ['jaar', { geld: 1, jaar: -1 }],
  ['2-weken', { geld: 1, '2-weken': -1 }],
  ['eenmalig', { geld: 1 }],
]

function perVan(e: Eenheid, valuta: string): Per | undefined {
  return PER.find(([, u]) => gelijk(metValuta(u, valuta), e))?.[0]
}

/** The outcome within limits: whether all conditions hold, and the amount in cents (0 when they do not). */
export interface Ruw {
  readonly c: JaNee
  readonly lo: number
  readonly hi: number
}

export function ruweUitkomst(p: Plan, e: Omgeving): Ruw {
  let c: JaNee = 1
  for (const v of p.voorwaarden) {
    const w = v.f(e)
    if (w === 0) return { c: 0, lo: 0, hi: 0 }
    if (w === 2) c = 2
  }
  if (!p.bedrag) return { c, lo: c === 1 ? 1 : 0, hi: 1 }
  const b = centen(p.bedrag, e)
  return { c, lo: c === 1 ? Math.max(0, Number(b.lo)) : 0, hi: Math.max(0, Number(b.hi)) }
}

export function centen(b: Bedragregel, e: Omgeving): { lo: number; hi: number } {
  const i: Interval = b.f(e)
  return { lo: Number(i.lo) * b.naarCenten, hi: Number(i.hi) * b.naarCenten }
}
