/**
 * Which facts can matter to a scheme, read off its formulas without evaluating them. What does not stand here cannot
 * change the outcome, whatever its value is (held by a property test over the whole corpus); what does stand here may,
 * for some household. So: what somebody who acts for this scheme needs, and when it is worth working out again.
 */
import type { Corpus } from './corpus.ts'
import { type Dag, leesDatum } from './datum.ts'
import { delen, geroepen } from './doorlopen.ts'
import { AANVRAGER, isLijst, type Knoop, ONDERNEMING, type Wie, WONING } from './ir.ts'
import type { Plan } from './plan.ts'
import type { FeitBij } from './types.ts'
import { gebiedsketen } from './vocabulaire.ts'

/** What a scheme reads of a household. */
export interface GelezenFeiten {
  /** The names of the facts, by whom or what they are of: `aanvrager` → `geboortedatum`, `toetsingsinkomen`. */
  readonly feiten: ReadonlyMap<FeitBij, ReadonlySet<string>>
  /** The lists of which it matters who is on them, also where no fact of those people is read: `partner`, `kinderen`. */
  readonly lijsten: ReadonlySet<FeitBij>
}

/**
 * The facts that a scheme reads on a date (YYYY-MM-DD): over each text that is in force somewhere on that day, with the
 * shared files and the open values it uses. Undefined when there is no such scheme, or none in force anywhere.
 */
export function gelezenFeiten(corpus: Corpus, id: string, datum: string): GelezenFeiten | undefined {
  const dag = leesDatum(datum)
  if (dag === undefined) throw new RangeError(`no such date: ${datum}`)
  const plannen = corpus.ids.has(id) ? plannenOp(corpus, id, dag) : []
  if (plannen.length === 0) return undefined
  const uit = new Verzameling(plannen)
  uit.voeg('woning', 'gemeente')
  if (hangtAanWaterschap(corpus, id, plannen)) uit.voeg('woning', 'waterschap')
  return uit
}

const perPlan = new WeakMap<Plan, GelezenFeiten>()

/** The same of one plan, without the place that chose it. */
export function gelezenDoor(plan: Plan): GelezenFeiten {
  const al = perPlan.get(plan)
  if (al) return al
  const uit = new Verzameling([plan])
  perPlan.set(plan, uit)
  return uit
}

/** A place fills in figures, never formulas: of each place with a text of its own one plan is enough. */
function plannenOp(corpus: Corpus, id: string, dag: Dag): Plan[] {
  const gebieden = new Set(corpus.wetten.filter((w) => w.id === id).map((w) => w.gebied))
  return [...gebieden].flatMap((gebied) => {
    const keus = corpus.planOp(id, dag, gebiedsketen(corpus.gebieden, gebied))
    return 'plan' in keus ? [keus.plan] : []
  })
}

/** The municipality always decides which text holds; the water board only where one has a text or a figure of its own. */
function hangtAanWaterschap(corpus: Corpus, id: string, plannen: readonly Plan[]): boolean {
  const isBord = (code: string): boolean => corpus.gebieden.get(code)?.soort === 'waterschap'
  const eigen = corpus.wetten.some((w) => (w.id === id || w.vultIn === id) && isBord(w.gebied))
  return (
    eigen ||
    plannen.some(({ onderdelen }) =>
      onderdelen.some((w) =>
        [...w.parameters.values()].some(
          ({ open, waarde }) =>
            open === 'waterschap' || (waarde.k === 'per-gebied' && [...waarde.waarden.keys()].some(isBord)),
        ),
      ),
    )
  )
}

/** Walks what the outcome is made of, and keeps of which list each loop variable is. */
class Verzameling implements GelezenFeiten {
  readonly feiten = new Map<FeitBij, Set<string>>()
  readonly lijsten = new Set<FeitBij>()
  private readonly gezien = new Set<string>()
  private readonly lus = new Map<Wie, readonly FeitBij[]>()

  /** Only what the conditions and the amounts lead to: a rule that nothing uses reads nothing. */
  constructor(plannen: readonly Plan[]) {
    for (const p of plannen) {
      this.gezien.clear()
      for (const v of p.voorwaarden) this.knoop(p, v.knoop)
      for (const b of [p.bedrag, p.jaarbedrag]) if (b) this.knoop(p, b.knoop)
    }
  }

  voeg(bij: FeitBij, id: string): void {
    const rij = this.feiten.get(bij)
    if (rij) rij.add(id)
    else this.feiten.set(bij, new Set([id]))
  }

  private knoop(p: Plan, k: Knoop): void {
    if (isLijst(k) && k.t === 'leden' && k.bron !== 'aanvrager') this.lijsten.add(k.bron)
    if (isLijst(k) && k.t === 'opvang') this.lijsten.add('opvang')
    if ('feit' in k) for (const bij of this.wie(k.wie)) this.voeg(bij, k.feit.id)
    // A variable belongs to the list before what is asked of each member is looked at.
    if ('l' in k && 'v' in k) this.lus.set(k.v, k.l.wie)
    for (const i of geroepen(k)) this.regel(p, i, k)
    for (const d of delen(k)) this.knoop(p, d)
  }

  /** A rule per person reads only of those for whom it is called. */
  private regel(p: Plan, i: number, van: Knoop): void {
    const r = p.regels[i]
    if (!r) return
    const { v } = r
    const wie =
      v === undefined ? undefined : 'wie' in van && !isLijst(van) ? this.wie(van.wie) : lijstVan(van)
    for (const bij of wie ?? [undefined]) {
      const sleutel = `${i} ${bij ?? ''}`
      if (this.gezien.has(sleutel)) continue
      this.gezien.add(sleutel)
      if (v !== undefined && bij !== undefined) this.lus.set(v, [bij])
      this.knoop(p, r.knoop)
    }
  }

  private wie(w: Wie): readonly FeitBij[] {
    if (w === AANVRAGER) return ['aanvrager']
    if (w === WONING) return ['woning']
    if (w === ONDERNEMING) return ['onderneming']
    const lijst = this.lus.get(w)
    // Rather no answer than a list that leaves out what is read.
    if (!lijst) throw new Error(`loop variable ${w} is not bound`)
    return lijst
  }
}

function lijstVan(k: Knoop): readonly FeitBij[] {
  return isLijst(k) ? k.wie : []
}
