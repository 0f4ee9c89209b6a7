/** The compiled corpus: every law file checked, and the choice of files for a date and a place. Immutable. */
import { controleerPlannen, ontdubbel, type PlanMaker } from './corpus-controle.ts'
import { leesDatum } from './datum.ts'
import { maakPlan, type Plan } from './plan.ts'
import { leesPrior, type Prior } from './prior.ts'
import type { CorpusDocumenten, CorpusFout, FeitInfo, GebiedInfo, RegelingInfo, Valuta } from './types.ts'
import { gebiedsketen, leesVocabulaire, type Vocabulaire } from './vocabulaire.ts'
import type { Wet } from './wet-vorm.ts'
import { leesWetten } from './wetten-lezen.ts'

export interface Corpus {
  readonly vocabulaire: Vocabulaire
  readonly feiten: readonly FeitInfo[]
  readonly gebieden: ReadonlyMap<string, GebiedInfo>
  readonly prior: Prior
  readonly wetten: readonly Wet[]
  /** What it was made of. */
  readonly documenten: CorpusDocumenten
  readonly bestanden: readonly { readonly bestand: string; readonly sha256: string }[]
  /** The files of facts and places, for receipts. */
  readonly vocabulaireBestanden: readonly { readonly bestand: string; readonly sha256: string }[]
  /** The schemes that apply on a date at a place (a municipality or island; without it: the Netherlands). */
  regelingenOp(datum: string, gebied?: string, waterschap?: string): readonly RegelingInfo[]
  /** Every version of every scheme. */
  alleRegelingen(): readonly RegelingInfo[]
  /** Ids of the schemes that exist anywhere, at any date. */
  readonly ids: ReadonlySet<string>
  /** The scheme's plan on a day (number) along a chain of places, most specific first. */
  planOp(id: string, dag: number, keten: readonly string[]): Keus
  wettenOp(dag: number, keten: readonly string[]): readonly Wet[]
}

export type Keus =
  | { readonly k: 'plan'; readonly plan: Plan }
  /** Its figures are not known for this day; `plan` holds the last ones. */
  | { readonly k: 'verlopen'; readonly plan: Plan }
  | { readonly k: 'niet-hier'; readonly wet: Wet }
  | { readonly k: 'niet-dan'; readonly wet: Wet }

/**
 * Checks every document and makes the corpus. With faults all of them come back at once, sorted by file and line;
 * nothing is thrown for what stands in a document.
 */
export function compileCorpus(
  docs: CorpusDocumenten,
): { ok: true; corpus: Corpus } | { ok: false; fouten: CorpusFout[]; gelezen: Corpus } {
  const fouten: CorpusFout[] = []
  const vocabulaire = leesVocabulaire(docs.feiten, docs.gebieden, fouten)
  const wetten = leesWetten(docs.regelingen, fouten)
  const prior = leesPrior(docs.prior, vocabulaire, fouten)
  const { corpus, plan } = maakCorpus(docs, vocabulaire, wetten, prior)
  // Also with faults already found: a law file shows all of them at once.
  controleerPlannen(corpus, plan, fouten)
  // What could be read goes along, so that others can name their faults at the same time; nobody computes with it.
  return fouten.length > 0 ? { ok: false, fouten: ontdubbel(fouten), gelezen: corpus } : { ok: true, corpus }
}

function maakCorpus(
  documenten: CorpusDocumenten,
  vocabulaire: Vocabulaire,
  wetten: readonly Wet[],
  prior: Prior,
): { readonly corpus: Corpus; readonly plan: PlanMaker } {
  const opId = new Map<string, Wet[]>()
  const invullingen = new Map<string, Wet[]>()
  const voeg = (m: Map<string, Wet[]>, k: string, w: Wet) => {
    const rij = m.get(k)
    if (rij) rij.push(w)
    else m.set(k, [w])
  }
  for (const w of wetten) {
    if (w.vultIn !== undefined) voeg(invullingen, w.vultIn, w)
    else voeg(opId, w.id, w)
  }
  const plannen = new Map<string, Plan | undefined>()
  /** The file in force on a day: the latest start; of corrections the highest version. */
  const geldig = (rij: readonly Wet[], dag: number): Wet | undefined =>
    rij.reduce<Wet | undefined>(
      (b, w) =>
        w.vanaf <= dag && (!b || w.vanaf > b.vanaf || (w.vanaf === b.vanaf && w.versie > b.versie)) ? w : b,
      undefined,
    )

  /** Files that fill the open values of a scheme, most general place first: the more specific one wins. */
  const invullingenOp = (id: string, dag: number, keten: readonly string[]): Wet[] =>
    [...keten].reverse().flatMap((g) => {
      const perId = new Map<string, Wet[]>()
      for (const w of invullingen.get(id) ?? []) if (w.gebied === g) voeg(perId, w.id, w)
      return [...perId.values()].flatMap((r) => geldig(r, dag) ?? []).sort((a, b) => a.vanaf - b.vanaf)
    })

  const plan: PlanMaker = (wet, dag, keten, fouten) => {
    const gedeeld = wet.gebruikt.map((id) => {
      const g = geldig(opId.get(id) ?? [], dag)
      return g?.soort === 'gedeeld'
        ? g
        : wet.lezing.fout(
            ['gebruikt'],
            'gedeeld',
            `Het gedeelde bestand «${id}» bestaat niet op ${wet.info.vanaf}.`,
            'Kijk in corpus/regelingen/gedeeld.',
          )
    })
    if (gedeeld.some((g) => g === undefined)) return undefined
    const alle = volledigGedeeld(
      gedeeld.filter((g) => g !== undefined),
      opId,
      dag,
      geldig,
    )
    const invulling = invullingenOp(wet.id, dag, keten)
    const perGebied = [wet, ...alle].some((w) =>
      [...w.parameters.values()].some((p) => p.waarde.k === 'per-gebied'),
    )
    const valuta: Valuta = vocabulaire.gebieden.get(wet.gebied)?.valuta ?? 'EUR'
    const sleutel = [
      ...[wet, ...alle, ...invulling].map((w) => w.lezing.doc.bestand),
      perGebied ? keten[0] : '',
    ].join('|')
    if (!plannen.has(sleutel))
      plannen.set(sleutel, maakPlan({ wet, gedeeld: alle, invulling, keten, valuta, vocabulaire }, fouten))
    return plannen.get(sleutel)
  }

  const kiesWetten = (dag: number, keten: readonly string[]): Wet[] =>
    [...opId.values()].flatMap((rij) => {
      const hier = keten
        .map((g) =>
          geldig(
            rij.filter((w) => w.gebied === g && w.soort !== 'gedeeld'),
            dag,
          ),
        )
        .find((w) => w !== undefined)
      return hier ? [hier] : []
    })

  /** The choice of files for a day and place, remembered for the days asked about most. */
  const keuzes = new Map<string, Gekozen>()
  /** The day and place asked about last: one request asks about many schemes. */
  let laatste: { dag: number; keten: readonly string[]; hier: Gekozen } | undefined
  const gekozenOp = (dag: number, keten: readonly string[]): Gekozen => {
    if (laatste?.dag === dag && laatste.keten === keten) return laatste.hier
    const sleutel = `${dag} ${keten.join(' ')}`
    let hier = keuzes.get(sleutel)
    if (!hier) {
      if (keuzes.size >= MAX_KEUZES) keuzes.clear()
      hier = { perId: new Map(), wetten: undefined, infos: undefined }
      keuzes.set(sleutel, hier)
    }
    laatste = { dag, keten, hier }
    return hier
  }
  const onthoud = (id: string, dag: number, keten: readonly string[], kies: () => Keus): Keus => {
    const { perId } = gekozenOp(dag, keten)
    let k = perId.get(id)
    if (!k) {
      k = kies()
      perId.set(id, k)
    }
    return k
  }
  const wettenOp = (dag: number, keten: readonly string[]): readonly Wet[] => {
    const hier = gekozenOp(dag, keten)
    hier.wetten ??= kiesWetten(dag, keten)
    return hier.wetten
  }

  const alle = wetten.filter((w) => w.soort !== 'gedeeld' && w.vultIn === undefined).map((w) => w.info)
  const corpus: Corpus = {
    vocabulaire,
    feiten: vocabulaire.feiten,
    gebieden: vocabulaire.gebieden,
    prior,
    wetten,
    documenten,
    bestanden: wetten.flatMap((w) => w.bestanden.slice(-1)),
    vocabulaireBestanden: [...documenten.feiten, ...documenten.gebieden].map(({ bestand, sha256 }) => ({
      bestand,
      sha256,
    })),
    ids: new Set([...opId].flatMap(([id, rij]) => (rij.some((w) => w.soort !== 'gedeeld') ? [id] : []))),
    wettenOp,
    regelingenOp: (datum, gebied, waterschap) => {
      const dag = leesDatum(datum) ?? 0
      const keten = gebiedsketen(vocabulaire.gebieden, gebied, waterschap)
      const hier = gekozenOp(dag, keten)
      hier.infos ??= wettenOp(dag, keten).map((w) =>
        invullingenOp(w.id, dag, keten).reduce(metPlaats, w.info),
      )
      return hier.infos
    },
    alleRegelingen: () => alle,
    planOp: (id, dag, keten) =>
      onthoud(id, dag, keten, () => {
        const rij = (opId.get(id) ?? []).filter((w) => w.soort !== 'gedeeld')
        const hier = rij.filter((w) => keten.includes(w.gebied))
        const eerste = hier[0] ?? rij[0]
        if (!eerste) throw new Error(`unknown scheme ${id}`)
        if (hier.length === 0) return { k: 'niet-hier', wet: geldig(rij, dag) ?? eerste }
        const wet = keten
          .map((g) =>
            geldig(
              hier.filter((w) => w.gebied === g),
              dag,
            ),
          )
          .find((w) => w !== undefined)
        const p = wet && plan(wet, dag, keten, [])
        if (!p) return { k: 'niet-dan', wet: eerste }
        return { k: p.bedragenTot !== undefined && dag >= p.bedragenTot ? 'verlopen' : 'plan', plan: p }
      }),
  }
  return { corpus, plan }
}

/** A place that fills in a national scheme says itself where to apply. */
function metPlaats(info: RegelingInfo, w: Wet): RegelingInfo {
  const teksten = Object.fromEntries(
    Object.entries(info.teksten).map(([taal, t]) => [
      taal,
      {
        ...t,
        ...w.info.teksten[taal],
        voorwaarden: { ...t.voorwaarden, ...w.info.teksten[taal]?.voorwaarden },
      },
    ]),
  )
  return {
    ...info,
    uitvoerder: w.info.uitvoerder || info.uitvoerder,
    kanalen: { ...info.kanalen, ...w.info.kanalen },
    teksten,
  }
}

/** Shared files may use shared files. */
function volledigGedeeld(
  start: readonly Wet[],
  opId: ReadonlyMap<string, Wet[]>,
  dag: number,
  geldig: (rij: readonly Wet[], dag: number) => Wet | undefined,
): Wet[] {
  const uit: Wet[] = []
  const rij = [...start]
  for (let w = rij.shift(); w; w = rij.shift()) {
    if (uit.includes(w)) continue
    uit.push(w)
    rij.push(...w.gebruikt.flatMap((id) => geldig(opId.get(id) ?? [], dag) ?? []))
  }
  return uit
}

/** What was chosen for a day and a place, as far as it was asked. */
interface Gekozen {
  readonly perId: Map<string, Keus>
  wetten: readonly Wet[] | undefined
  /** As they are called there; what a place fills in is in it. */
  infos: ReturnType<Corpus['regelingenOp']> | undefined
}

/** Days and places whose choice of files is remembered. */
const MAX_KEUZES = 2000
