/** One question, every outcome: which scheme files apply, what they give within which limits, and why. */

import { maakBewijs, samenvatting } from './bewijs-maken.ts'
import type { Corpus, Keus } from './corpus.ts'
import { type Dag, leesDatum } from './datum.ts'
import { type Begrensd, begrens, MAX_COMBINATIES } from './grenzen.ts'
import { type Omgeving, omgeving } from './omgeving.ts'
import { type Onbekende, onbekenden, onbekendenZonder, plaatsVraag } from './onbekenden.ts'
import type { Plan } from './plan.ts'
import { peildag, Situatie } from './situatie.ts'
import type { Antwoord, Bedrag, Grenzen, Ontbreekt, Recht, Reden, Uitkomst, Uitleg, Vraag } from './types.ts'
import { type Kern, maakUitkomst } from './uitkomst-vorm.ts'
import { jaarbedrag, legUit, recht, type Uitgelegd } from './uitleg.ts'
import { zonderBedragen } from './verlopen.ts'
import { ENGINE_VERSIE } from './versie.ts'
import { gebiedsketen } from './vocabulaire.ts'

export interface BerekenOpties {
  /** Without explanation and receipt the answer is many times faster (default: with). */
  readonly uitleg?: boolean
  /** Combinations of choices tried for exact limits (default 2^10). */
  readonly combinaties?: number
}

/**
 * Answers a checked question. `regelingen` in the question limits the schemes; without it, all that apply
 * at the place and date. Months and changes are added by `metReeks` in reeks.ts.
 */
export function berekenOp(corpus: Corpus, vraag: Vraag, opties: BerekenOpties = {}): Antwoord {
  const dag = leesDatum(vraag.datum) ?? 0
  const s = Situatie.van(corpus, vraag.huishouden)
  const ids = vraag.regelingen ?? s.geldend(dag)
  return { datum: vraag.datum, uitkomsten: ids.map((id) => uitkomst(s, id, dag, vraag.datum, opties)) }
}

/** The same, one scheme at a time: who must keep an eye on others can let them go first in between. */
export function* berekenOpInStappen(
  corpus: Corpus,
  vraag: Vraag,
  opties: BerekenOpties = {},
): Generator<undefined, Antwoord> {
  const dag = leesDatum(vraag.datum) ?? 0
  const s = Situatie.van(corpus, vraag.huishouden)
  const ids = vraag.regelingen ?? s.geldend(dag)
  const uitkomsten: Uitkomst[] = []
  for (const id of ids) {
    uitkomsten.push(uitkomst(s, id, dag, vraag.datum, opties))
    yield
  }
  return { datum: vraag.datum, uitkomsten }
}

export function totEinde<T>(stappen: Generator<undefined, T>): T {
  for (;;) {
    const stap = stappen.next()
    if (stap.done) return stap.value
  }
}

export function uitkomst(s: Situatie, id: string, dag: Dag, datum: string, opties: BerekenOpties): Uitkomst {
  const { keus, keten } = s.kies(id, dag)
  if (keus.k === 'niet-hier' || keus.k === 'niet-dan') return zonderPlan(s, keus, id, dag, datum, keten)
  const { plan } = keus
  const e = omgeving(s.op(peildag(plan.wet, dag)), plan.regels.length)
  const einde = keus.k === 'verlopen' ? dag : undefined
  const k = kern(plan, e, einde, opties.combinaties ?? MAX_COMBINATIES)
  const u = opties.uitleg === false ? GEEN_UITLEG : legUit(plan, e)
  const uitleg = einde === undefined ? u.uitleg : metVerlopen(u.uitleg, plan, e, einde)
  const bewijs = maakBewijs(s, plan, datum, keten, k, opties.uitleg !== false)
  return maakUitkomst(id, plan.wet.info, k, u, uitleg, bewijs)
}

/** Cents. More than any scheme pays a household: such a limit only says that a figure of the law is missing. */
const GEEN_GRENS = 100_000_000

const GEEN_UITLEG: Uitgelegd = {
  uitleg: { wet: { naam: '' }, voorwaarden: [], stappen: [], onzeker: [] },
  vertrouwen: 'alleen-tekst',
  aannames: [],
}

/** With last year's figures a condition may seem to fail or hold: only what needs none of them is told as certain. */
function metVerlopen(uitleg: Uitleg, plan: Plan, e: Omgeving, dag: Dag): Uitleg {
  const zeker = zonderBedragen(plan, dag).voorwaarden
  return {
    ...uitleg,
    voorwaarden: uitleg.voorwaarden.map((v) => {
      const i = plan.voorwaarden.findIndex((w) => plan.regels[w.i]?.def.naam === v.naam)
      const { afstand, ...kaal } = v
      const voldaan = recht(zeker[i]?.(e) ?? 2)
      return { ...kaal, voldaan, ...(afstand && voldaan === 'nee' ? { afstand } : {}) }
    }),
  }
}

/**
 * Right, amount, limits and what is missing. `verlopenOp`: the figures of this day are not published yet; then
 * only a condition that needs none of them decides.
 */
export function kern(plan: Plan, e: Omgeving, verlopenOp: Dag | undefined, combinaties: number): Kern {
  const b = begrens(plan, e, combinaties)
  // What is certain misses nothing.
  const o = b.c !== 2 && b.lo === b.hi ? [] : onbekenden(plan, e)
  if (verlopenOp !== undefined) return verlopenKern(plan, e, verlopenOp, b)
  const recht = beslis(plan, b)
  if (recht === 'nee') return nee(plan)
  const ontbreekt = ontbrekend(o, e)
  if (recht === 'onbekend' && b.c === 1 && !plan.wet.uitkomst.beslist) {
    const rest: Ontbreekt = { reden: 'niet-gemodelleerd', bron: plan.wet.info.uitvoerder }
    return { ...LEEG, ontbreekt: [...ontbreekt, rest], onbekend: o }
  }
  const zeker = recht === 'ja'
  return {
    recht,
    bedrag: zeker && b.lo === b.hi ? geld(plan, b.lo) : undefined,
    grenzen: grens(plan, b, o),
    jaar: zeker ? jaarbedrag(plan, e) : undefined,
    ontbreekt,
    indicatie: undefined,
    onbekend: o,
  }
}

function verlopenKern(plan: Plan, e: Omgeving, dag: Dag, b: Begrensd): Kern {
  const zonder = zonderBedragen(plan, dag)
  if (zonder.voorwaarden.some((f) => f(e) === 0)) return nee(plan)
  return {
    ...LEEG,
    ontbreekt: [
      { reden: 'bedragen-nog-niet-bekend', bron: plan.wet.info.uitvoerder },
      ...ontbrekend(onbekendenZonder(plan, e, zonder), e),
    ],
    indicatie: b.lo === b.hi ? geld(plan, b.lo) : undefined,
  }
}

function geld({ per, bedrag, valuta }: Plan, waarde: number): Bedrag | undefined {
  return per && bedrag ? { waarde, valuta, per } : undefined
}

const LEEG: Kern = {
  recht: 'onbekend',
  bedrag: undefined,
  grenzen: undefined,
  jaar: undefined,
  ontbreekt: [],
  indicatie: undefined,
  onbekend: [],
}

const afwijzingen = new WeakMap<Plan, Kern>()

/** Of one plan every no is the same. */
function nee(plan: Plan): Kern {
  const al = afwijzingen.get(plan)
  if (al) return al
  const { valuta, per } = plan
  const bedrag = geld(plan, 0)
  const uit: Kern = {
    ...LEEG,
    recht: 'nee',
    bedrag,
    grenzen: bedrag && per && { van: 0, tot: 0, valuta, per, exact: true },
    jaar: plan.jaarbedrag ? 0 : undefined,
  }
  afwijzingen.set(plan, uit)
  return uit
}

/** `ja` only when the whole range pays: a figure that nobody has set may be nothing, unless its file says otherwise. */
function beslis(plan: Plan, b: Begrensd): Recht {
  if (b.c === 0 || (plan.bedrag && b.hi === 0)) return 'nee'
  if (!plan.wet.uitkomst.beslist) return 'onbekend'
  if (plan.bedrag) return b.lo > 0 ? 'ja' : 'onbekend'
  return b.c === 1 ? 'ja' : 'onbekend'
}

function grens(plan: Plan, b: Begrensd, o: readonly Onbekende[]): Grenzen | undefined {
  if (!plan.bedrag || !plan.per) return undefined
  const open = b.hi > GEEN_GRENS && o.some((x) => x.soort === 'param' && !x.begrensd)
  return {
    van: b.lo,
    tot: open ? null : b.hi,
    valuta: plan.valuta,
    per: plan.per,
    exact: b.exact && !o.some((x) => x.soort === 'param'),
  }
}

/** Missing facts as JSON Pointers (people of whom nothing is known: their list), then missing figures of the law. */
export function ontbrekend(o: readonly Onbekende[], e: Omgeving): Ontbreekt[] {
  if (o.length === 0) return []
  const uit = new Map<string, Ontbreekt>()
  for (const x of o) {
    const plek = plaatsVraag(x, e)
    if (plek) uit.set(plek, { pad: plek, reden: 'niet-gevraagd' })
    else if (x.soort === 'param')
      uit.set(`param ${x.def.naam}`, { parameter: x.def.naam, reden: x.def.reden, bron: x.def.bron })
    else {
      const pad =
        x.soort === 'lijst' ? x.pad : x.m.sjabloon ? x.m.pad.replace(/\/0$/, '') : `${x.m.pad}/${x.feit.id}`
      const reden = (x.soort === 'feit' ? x.m.reden[x.feit.slot] : undefined) as Reden | undefined
      if (!uit.has(pad)) uit.set(pad, { pad, reden: reden ?? 'niet-gevraagd' })
    }
  }
  return [...uit.values()]
}

function zonderPlan(
  s: Situatie,
  keus: Keus & { k: 'niet-hier' | 'niet-dan' },
  id: string,
  dag: Dag,
  datum: string,
  keten: readonly string[],
): Uitkomst {
  const { info, lezing: _, ...wet } = keus.wet
  // Of a place that is not known nobody can say that the scheme does not apply there.
  const open = keus.k === 'niet-hier' && s.op(dag).gemeenteOpen
  const hier = keus.k === 'niet-hier'
  // Where and when it does apply: its money, and the files with those they share, so that the receipt can be replayed.
  const elders = s.corpus.planOp(id, Math.max(dag, wet.vanaf), gebiedsketen(s.corpus.gebieden, wet.gebied))
  const plan = 'plan' in elders ? elders.plan : undefined
  const geld = hier && plan ? { valuta: plan.valuta, per: plan.per } : undefined
  const r: Recht = hier && !open ? 'nee' : 'onbekend'
  const grenzen = geld?.per && {
    van: 0,
    tot: open ? null : 0,
    valuta: geld.valuta,
    per: geld.per,
    exact: !open,
  }
  return {
    regeling: id,
    naam: info.naam,
    soort: info.soort,
    recht: r,
    vertrouwen: info.vertrouwen,
    ...(geld?.per && !open ? { bedrag: { waarde: 0, valuta: geld.valuta, per: geld.per } } : {}),
    ...(grenzen ? { grenzen } : {}),
    ontbreekt: open
      ? [{ pad: '/huishouden/woning/gemeente', reden: 'niet-gevraagd' }]
      : hier
        ? []
        : [{ reden: 'niet-gemodelleerd', bron: info.uitvoerder }],
    aannames: [],
    uitleg: {
      wet: { naam: info.grondslag.wet },
      voorwaarden: [{ naam: hier ? 'geldt_op_deze_plek' : 'geldt_op_deze_datum', artikel: '', voldaan: r }],
      stappen: [],
      onzeker: [],
    },
    ontvangstbewijs: {
      engine: ENGINE_VERSIE,
      regeling: id,
      datum,
      gebied: keten[0] ?? 'nederland',
      bestanden: plan?.bestanden ?? wet.bestanden,
      vocabulaire: s.corpus.vocabulaireBestanden,
      feiten: open || wet.gebied === keten[0] ? {} : { woning: { gemeente: keten[0] } },
      uitkomst: samenvatting(r, geld?.per && !open ? 0 : undefined, undefined, grenzen || undefined),
    },
  }
}
