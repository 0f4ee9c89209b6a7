/**
 * Which question first: the one that is expected to decide most over all schemes. For each unknown that still
 * matters somewhere, a few likely answers (from the published prior) are tried, and what they leave open is
 * weighed. Only the schemes that the unknown touches are worked out again.
 */

import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import type { Interval, JaNee } from './gezin.ts'
import { type Omgeving, omgeving, vergeet } from './omgeving.ts'
import { metWaarde, type Onbekende, onbekenden, plaatsVraag } from './onbekenden.ts'
import { type Plan, ruweUitkomst } from './plan.ts'
import { kwantiel } from './prior.ts'
import { peildag, Situatie } from './situatie.ts'
import type { Vraag, Vraagkandidaat } from './types.ts'
import { zonderBedragen } from './verlopen.ts'

export interface VragenOpties {
  /** JSON Pointers that the visitor does not know: not asked again. */
  readonly overslaan?: readonly string[]
  readonly hoogstens?: number
  /** Only for these schemes. */
  readonly regelingen?: readonly string[]
}

/** Quantiles of a number that stand for its likely answers, with their weights. */
const PROEVEN: readonly (readonly [number, number])[] = [
  [0.1, 0.25],
  [0.37, 0.25],
  [0.63, 0.25],
  [0.9, 0.25],
]
/** A scheme that can never be decided here (ask the municipality) weighs less than one that pays. */
const GEWICHT_SIGNAAL = 0.25
/** A scheme that only waits for its amount weighs less than one whose right is open. */
const GEWICHT_BEDRAG = 0.5
/** Touching many schemes breaks ties, so that a fact needed everywhere comes before a detail. */
const GEWICHT_BREEDTE = 0.08

interface Open {
  readonly plan: Plan
  readonly e: Omgeving
  readonly was: number
}

interface Kandidaat {
  readonly pad: string
  readonly feit: string
  readonly wat: Onbekende
  readonly raakt: Open[]
}

/** Most deciding first; empty when no answer can change anything any more. */
export function volgendeVragen(
  corpus: Corpus,
  vraag: Pick<Vraag, 'datum' | 'huishouden'>,
  opties: VragenOpties = {},
): Vraagkandidaat[] {
  const dag = leesDatum(vraag.datum) ?? 0
  const s = Situatie.van(corpus, vraag.huishouden)
  const over = new Set(opties.overslaan)
  const ids = opties.regelingen ?? s.geldend(dag)
  const kandidaten = new Map<string, Kandidaat>()
  for (const id of ids) {
    const { keus } = s.kies(id, dag)
    if (keus.k !== 'plan' && keus.k !== 'verlopen') continue
    const { plan } = keus
    const e = omgeving(s.op(peildag(plan.wet, dag)), plan.regels.length)
    // Figures not published yet: what is asked gives last year's amount as an indication, or a sure no.
    if (keus.k === 'verlopen' && zonderBedragen(plan, dag).voorwaarden.some((f) => f(e) === 0)) continue
    const was = openheid(plan, e)
    if (was === 0) continue
    const open: Open = { plan, e, was }
    for (const wat of onbekenden(plan, e)) {
      const k = kandidaat(wat, e)
      if (!k || over.has(k.pad)) continue
      const al = kandidaten.get(k.pad)
      if (al) {
        if (!al.raakt.includes(open)) al.raakt.push(open)
      } else kandidaten.set(k.pad, { ...k, wat, raakt: [open] })
    }
  }
  const uit = [...kandidaten.values()]
    .map((k) => ({
      pad: k.pad,
      feit: k.feit,
      score: score(corpus, k, dag),
      regelingen: k.raakt.map((o) => o.plan.wet.id),
    }))
    .sort((a, b) => b.score - a.score || (a.pad < b.pad ? -1 : 1))
  const plaats = '/huishouden/woning/gemeente'
  const eerst: Vraagkandidaat[] =
    s.op(dag).gemeenteOpen && !over.has(plaats) && !opties.regelingen
      ? [{ pad: plaats, feit: 'gemeente', score: Number.MAX_VALUE, regelingen: ids }]
      : []
  return [...eerst, ...uit].slice(0, opties.hoogstens ?? Number.POSITIVE_INFINITY)
}

/** Figures of the law cannot be asked; of people of whom nothing is known, first whether they are there. */
function kandidaat(o: Onbekende, e: Omgeving): { pad: string; feit: string } | undefined {
  const plek = plaatsVraag(o, e)
  if (plek) return { pad: plek, feit: plek.slice(plek.lastIndexOf('/') + 1) }
  if (o.soort === 'param') return undefined
  if (o.soort === 'lijst') return { pad: o.pad, feit: o.naam }
  if (o.m.sjabloon) return undefined
  return { pad: `${o.m.pad}/${o.feit.id}`, feit: o.feit.id }
}

/** 0 when decided; otherwise how much is open, between 0 and 1. */
function openheid(p: Plan, e: Omgeving): number {
  const r = ruweUitkomst(p, e)
  if (r.c === 0 || (p.bedrag && r.hi === 0)) return 0
  if (!p.wet.uitkomst.beslist) return r.c === 2 ? GEWICHT_SIGNAAL : 0
  const rechtOpen = p.bedrag ? r.lo <= 0 : r.c !== 1
  if (rechtOpen) return 1
  return p.bedrag && r.lo < r.hi ? GEWICHT_BEDRAG * Math.min(1, (r.hi - r.lo) / Math.max(1, r.hi)) : 0
}

function score(corpus: Corpus, k: Kandidaat, dag: number): number {
  let winst = 0
  for (const o of k.raakt) {
    const over = proeven(corpus, k.wat, dag, o).reduce((s, [kans, rest]) => s + kans * rest, 0)
    winst += Math.max(0, o.was - over) + GEWICHT_BREEDTE * o.was
  }
  return winst
}

/** Likely answers, each with its weight and the openness it leaves. */
function proeven(corpus: Corpus, wat: Onbekende, dag: number, { plan, e }: Open): [number, number][] {
  const { prior } = corpus
  // Where one lives decides it half the time: a municipality or water board may have filled it in or not.
  if (wat.soort === 'param')
    return [
      [0.5, 0],
      [0.5, openheid(plan, e)],
    ]
  if (wat.soort === 'lijst') {
    const lid = wat.lijst.leden[0]
    if (!lid) return []
    const niemand =
      wat.naam === 'partner'
        ? 1 - (prior.kans.get('partner') ?? 0.5)
        : (prior.kansen.get(wat.naam)?.['0'] ?? 0.6)
    const { min, max } = lid
    const met = (a: number, b: number): number => {
      lid.min = a
      lid.max = b
      vergeet(e)
      const r = openheid(plan, e)
      lid.min = min
      lid.max = max
      vergeet(e)
      return r
    }
    return [
      [niemand, met(0, 0)],
      [1 - niemand, met(1, wat.naam === 'partner' ? 1 : 2)],
    ]
  }
  const { m, feit } = wat
  const na = (w: Interval | JaNee): number => metWaarde(e, m, feit, w, () => openheid(plan, e))
  if (feit.type === 'ja-nee') {
    const kans = prior.kans.get(`${m.soort}.${feit.id}`) ?? prior.kans.get(feit.id) ?? 0.5
    return [
      [kans, na(1)],
      [1 - kans, na(0)],
    ]
  }
  if (feit.type === 'keuze') {
    const k = prior.kansen.get(`${m.soort}.${feit.id}`) ?? prior.kansen.get(feit.id) ?? {}
    const gewicht = feit.opties.map((o) => k[o] ?? 1 / feit.opties.length)
    const som = gewicht.reduce((a, b) => a + b, 0)
    return feit.opties.map((_, i) => [(gewicht[i] ?? 0) / som, na({ lo: i, hi: i })])
  }
  return PROEVEN.map(([q, kans]) => {
    const n = kwantiel(prior, feit, m.soort, q, dag)
    return [kans, na({ lo: n, hi: n })]
  })
}
