/** From a checked request to a household at one day: spells resolved, assumptions filled in, the rest unknown. */
import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import {
  AANNAME,
  BEREIK,
  GEGEVEN,
  type Gezin,
  type Interval,
  type JaNee,
  LEEG,
  type Lid,
  type Lijst,
  type Mens,
  ONBEKEND,
  onbekendeWaarde,
} from './gezin.ts'
import { geschaald, isObject, isPeriodes } from './invoer-vorm.ts'
import type { FeitBij, Huishouden } from './types.ts'
import { type Feit, gebiedsketen, LIJST_MAX, type Vocabulaire } from './vocabulaire.ts'

/** A value that holds on a day; `undefined` when no spell covers it. */
export function opDag(w: unknown, dag: number): unknown {
  if (!isPeriodes(w)) return w
  const p = w.find((x) => {
    const van = typeof x.vanaf === 'string' ? (leesDatum(x.vanaf) ?? 0) : Number.NEGATIVE_INFINITY
    const tot = typeof x.tot === 'string' ? (leesDatum(x.tot) ?? 0) : Number.POSITIVE_INFINITY
    return van <= dag && dag < tot
  })
  return p?.waarde
}

/** Days on which some spell begins or ends, anywhere in the household. */
export function periodeGrenzen(json: unknown, uit: Set<number> = new Set(), diepte = 0): Set<number> {
  if (diepte > 6 || typeof json !== 'object' || json === null) return uit
  if (isPeriodes(json)) {
    for (const p of json)
      for (const k of ['vanaf', 'tot']) if (typeof p[k] === 'string') uit.add(leesDatum(p[k]) ?? 0)
  }
  for (const w of Object.values(json)) periodeGrenzen(w, uit, diepte + 1)
  return uit
}

export function maakGezin(corpus: Corpus, h: Huishouden, peildatum: number): Gezin {
  const mensen: Mens[] = []
  const v = corpus.vocabulaire
  const een = (bij: FeitBij, pad: string, w: unknown, sjabloon = false): Mens => {
    const m = maakMens(v, mensen.length, bij, pad, w, peildatum, sjabloon)
    mensen.push(m)
    if (bij === 'kinderen')
      m.opvang = lijst('opvang', `${pad}/opvang`, isObject(w) ? w.opvang : sjabloon ? undefined : [])
    return m
  }
  const lijst = (
    bij: 'partner' | 'kinderen' | 'medebewoners' | 'opvang',
    pad: string,
    ruw: unknown,
  ): Lijst => {
    const w = opDag(ruw, peildatum)
    if (w === undefined) {
      const m = een(bij, bij === 'partner' ? pad : `${pad}/0`, undefined, true)
      return { leden: [{ m, min: 0, max: LIJST_MAX[bij] ?? 1 }], een: false, leegKan: false }
    }
    const leden: Lid[] =
      bij === 'partner'
        ? w === null
          ? []
          : [{ m: een(bij, pad, w), min: 1, max: 1 }]
        : Array.isArray(w)
          ? w.map((x, i) => ({ m: een(bij, `${pad}/${i}`, x), min: 1, max: 1 }))
          : []
    return leden.length === 0 ? LEEG : { leden, een: false, leegKan: false }
  }
  const j = h.json
  const aanvrager = een('aanvrager', '/huishouden/aanvrager', j.aanvrager)
  return {
    aanvrager,
    woning: een('woning', '/huishouden/woning', opDag(j.woning, peildatum)),
    onderneming: een('onderneming', '/huishouden/onderneming', j.onderneming),
    zelf: { leden: [{ m: aanvrager, min: 1, max: 1 }], een: false, leegKan: false },
    partner: lijst('partner', '/huishouden/partner', j.partner),
    kinderen: lijst('kinderen', '/huishouden/kinderen', j.kinderen),
    medebewoners: lijst('medebewoners', '/huishouden/medebewoners', j.medebewoners),
    mensen,
    peildatum,
    ...plaatsOpen(corpus, h, peildatum),
  }
}

function maakMens(
  v: Vocabulaire,
  nr: number,
  bij: FeitBij,
  pad: string,
  w: unknown,
  dag: number,
  sjabloon: boolean,
): Mens {
  const waarden: (Interval | JaNee)[] = []
  const herkomst: number[] = []
  const reden: (string | undefined)[] = []
  const o = isObject(w) ? w : undefined
  for (const f of v.bij[bij]) {
    const ruw = o?.[f.id]
    const x = ruw === undefined ? undefined : opDag(ruw, dag)
    if (x !== undefined) {
      if (isObject(x) && Object.hasOwn(x, 'onbekend')) {
        waarden[f.slot] = onbekendeWaarde(f)
        herkomst[f.slot] = BEREIK
        reden[f.slot] = String(x.onbekend)
      } else {
        waarden[f.slot] = leesFeitWaarde(f, x)
        herkomst[f.slot] = isObject(x) ? BEREIK : GEGEVEN
      }
    } else if (f.aanname !== undefined && ruw === undefined && !sjabloon) {
      waarden[f.slot] = leesFeitWaarde(f, f.aanname)
      herkomst[f.slot] = AANNAME
    } else {
      waarden[f.slot] = onbekendeWaarde(f)
      // Of somebody of whom nothing is known nothing is assumed or derived: once there, anything may be said.
      herkomst[f.slot] = ruw === undefined && !sjabloon ? ONBEKEND : BEREIK
    }
  }
  return { nr, soort: bij, pad, sjabloon, waarden, herkomst, reden, verteld: [], opvang: LEEG }
}

/** A checked value as the evaluator holds it. */
export function leesFeitWaarde(f: Feit, x: unknown): Interval | JaNee {
  if (f.type === 'ja-nee') return x === true ? 1 : 0
  if (f.type === 'gebied') return { lo: 0, hi: 0 }
  if (isObject(x)) {
    const [a, b] = [leesFeitWaarde(f, x.van), leesFeitWaarde(f, x.tot)]
    return { lo: (a as Interval).lo, hi: (b as Interval).hi } // only numbers and dates can be ranges
  }
  const n =
    f.type === 'keuze'
      ? f.opties.indexOf(String(x))
      : f.type === 'datum'
        ? (leesDatum(String(x)) ?? 0)
        : f.type === 'getal'
          ? (geschaald(Number(x), f.decimalen) ?? 0)
          : Number(x)
  return { lo: n, hi: n }
}

interface Plaats {
  readonly gemeente: string | undefined
  readonly waterschap: string | undefined
}

/** Where the household lives on a day; a municipality with one water board needs no further question. */
function plaatsOp(corpus: Corpus, h: Huishouden, dag: number): Plaats {
  const woning = opDag(h.json.woning, dag)
  const o = isObject(woning) ? woning : {}
  const code = (id: string): string | undefined => {
    const w = opDag(o[id], dag)
    return typeof w === 'string' ? w : undefined
  }
  const gemeente = code('gemeente')
  const info = gemeente === undefined ? undefined : corpus.gebieden.get(gemeente)
  const enig = info?.waterschappen.length === 1 ? info.waterschappen[0] : undefined
  return { gemeente, waterschap: code('waterschap') ?? enig }
}

/** The chain of places on a day, most specific first. */
export function ketenOp(corpus: Corpus, h: Huishouden, dag: number): string[] {
  const { gemeente, waterschap } = plaatsOp(corpus, h, dag)
  return gebiedsketen(corpus.gebieden, gemeente, waterschap)
}

function plaatsOpen(
  corpus: Corpus,
  h: Huishouden,
  dag: number,
): { gemeenteOpen: boolean; waterschapOpen: boolean } {
  const { gemeente, waterschap } = plaatsOp(corpus, h, dag)
  const borden = gemeente === undefined ? 0 : (corpus.gebieden.get(gemeente)?.waterschappen.length ?? 0)
  return { gemeenteOpen: gemeente === undefined, waterschapOpen: waterschap === undefined && borden > 1 }
}
