/** Time as an axis: the outcome of each month, and the days on which a right changes, with what made it change. */
import { type BerekenOpties, berekenOp, berekenOpInStappen, totEinde } from './bereken.ts'
import type { Corpus } from './corpus.ts'
import { beginMaand, civielVan, type Dag, leesDatum, plusMaanden, toonDatum, verjaardag } from './datum.ts'
import { periodeGrenzen } from './gezin-maken.ts'
import { gelijk, type Moment, momentOp } from './moment.ts'
import { oorzaken } from './oorzaken.ts'
import type { Plan } from './plan.ts'
import { peildag, Situatie } from './situatie.ts'
import type { Antwoord, Huishouden, Maand, Uitkomst, Vraag, Wijziging } from './types.ts'
import { type ZonderBedragen, zonderBedragen } from './verlopen.ts'

/**
 * The answer to a question that passed `parseVraag`: one outcome per scheme that applies, in whole cents, with
 * months and changes when the question has a `reeks`. It throws nothing that a household can cause.
 */
export function bereken(corpus: Corpus, vraag: Vraag, opties: BerekenOpties = {}): Antwoord {
  return vraag.reeks ? totEinde(berekenInStappen(corpus, vraag, opties)) : berekenOp(corpus, vraag, opties)
}

/** The same, one scheme and one day at a time. A period of ten years can take seconds; a step some milliseconds. */
export function* berekenInStappen(
  corpus: Corpus,
  vraag: Vraag,
  opties: BerekenOpties = {},
): Generator<undefined, Antwoord> {
  const antwoord = yield* berekenOpInStappen(corpus, vraag, opties)
  if (!vraag.reeks) return antwoord
  const van = leesDatum(vraag.reeks.van) ?? 0
  const tot = leesDatum(vraag.reeks.tot) ?? 0
  const s = Situatie.van(corpus, vraag.huishouden)
  const uitkomsten: Uitkomst[] = []
  for (const u of antwoord.uitkomsten)
    uitkomsten.push({ ...u, ...(yield* reeksVan(s, u.regeling, van, tot)) })
  return { ...antwoord, uitkomsten }
}

function* reeksVan(
  s: Situatie,
  id: string,
  van: Dag,
  tot: Dag,
): Generator<undefined, { maanden: Maand[]; wijzigingen: Wijziging[] }> {
  const maanden: Maand[] = []
  const op = onthouden(s, id)
  for (let m = beginMaand(van); m < tot; m = plusMaanden(m, 1)) {
    const x = op(m < van ? van : m)
    yield
    maanden.push({
      maand: toonDatum(m),
      recht: x.recht,
      ...(x.bedrag ? { bedrag: x.bedrag } : {}),
      ...(x.grenzen ? { grenzen: x.grenzen } : {}),
    })
  }
  return { maanden, wijzigingen: yield* wijzigingen(s, id, van, tot, op) }
}

/**
 * Per scheme the first day after `van`, and no later than `tot`, on which its outcome is another (YYYY-MM-DD); what does
 * not change is not in it. The first of what a series would give, without working out the rest.
 */
export function eersteWijzigingen(
  corpus: Corpus,
  huishouden: Huishouden,
  periode: { readonly van: string; readonly tot: string },
  regelingen: readonly string[],
): ReadonlyMap<string, string> {
  const [van, tot] = [leesDatum(periode.van) ?? 0, leesDatum(periode.tot) ?? 0]
  const s = Situatie.van(corpus, huishouden)
  const uit = new Map<string, string>()
  let over = regelingen.map((id) => {
    const op = onthouden(s, id)
    return { id, op, nu: op(van) }
  })
  // Day by day, as which texts hold is remembered of the day that was asked last.
  for (const dag of kandidaten(s, van, tot)) {
    over = over.filter(({ id, op, nu }) => {
      const blijft = gelijk(nu, op(dag))
      if (!blijft) uit.set(id, toonDatum(dag))
      return blijft
    })
    if (over.length === 0) break
  }
  return uit
}

/** Days that take the same text of the law and the same facts have the same outcome: worked out once. */
function onthouden(s: Situatie, id: string): (dag: Dag) => Moment {
  const momenten = new Map<Plan | ZonderBedragen, Map<Dag, Moment>>()
  return (dag) => {
    const { keus } = s.kies(id, dag)
    if (keus.k !== 'plan' && keus.k !== 'verlopen') return momentOp(s, id, dag)
    const { plan } = keus
    // Of figures that ended only which they are counts, and not how long ago.
    const welke = keus.k === 'verlopen' ? zonderBedragen(plan, dag) : plan
    const peil = peildag(plan.wet, dag)
    const eerder = momenten.get(welke)?.get(peil)
    if (eerder) return { ...eerder, dag, wetDag: dag, keus }
    const nieuw = momentOp(s, id, dag)
    momenten.set(welke, (momenten.get(welke) ?? new Map()).set(peil, nieuw))
    return nieuw
  }
}

/** Days that can make a difference: months, spells, birthdays, starts of law files. */
function kandidaten(s: Situatie, van: Dag, tot: Dag): Dag[] {
  const uit = new Set<Dag>(periodeGrenzen(s.huishouden.json))
  const geboren = geboortedagen(
    s,
    [van, ...uit].filter((d) => d >= van && d <= tot),
  )
  for (let m = beginMaand(van); m <= tot; m = plusMaanden(m, 1)) uit.add(m)
  for (const w of s.corpus.wetten) {
    uit.add(w.vanaf)
    if (w.bedragenTot !== undefined) uit.add(w.bedragenTot)
  }
  for (const dag of geboren) {
    const { jaar } = civielVan(van)
    const begin = civielVan(dag).jaar
    for (let j = jaar - begin; j <= civielVan(tot).jaar - begin; j++) {
      uit.add(verjaardag(dag, j))
      uit.add(verjaardag(dag, j) + 1)
      // AOW age is years and months: 67 years and 3 months falls outside birthdays.
      for (const m of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        if (j >= 60 && j <= 72) uit.add(plusMaanden(verjaardag(dag, j), m))
    }
  }
  return [...uit].filter((d) => d > van && d <= tot).sort((a, b) => a - b)
}

/** Also of those who join the household in between. */
function geboortedagen(s: Situatie, dagen: readonly Dag[]): ReadonlySet<Dag> {
  const slot = s.corpus.vocabulaire.opNaam.get('aanvrager.geboortedatum')?.slot
  if (slot === undefined) return new Set()
  return new Set(
    dagen.flatMap((dag) =>
      s.op(dag).mensen.flatMap((m) => {
        const w = m.waarden[slot]
        return typeof w === 'object' && w.lo === w.hi && !m.sjabloon ? [Number(w.lo)] : []
      }),
    ),
  )
}

function* wijzigingen(
  s: Situatie,
  id: string,
  van: Dag,
  tot: Dag,
  op: (dag: Dag) => Moment,
): Generator<undefined, Wijziging[]> {
  const uit: Wijziging[] = []
  let vorige = op(van)
  for (const dag of kandidaten(s, van, tot)) {
    const nu = op(dag)
    yield
    if (!gelijk(vorige, nu)) {
      const door = oorzaken(s, id, vorige, nu)
      uit.push({
        datum: toonDatum(dag),
        soort: door[0]?.soort ?? 'onbekend',
        oorzaak: door.map((o) => o.oorzaak).join(' '),
        artikel: [...new Set(door.map((o) => o.artikel))].join('; '),
        oorzaken: door,
        voor: waarde(vorige),
        na: waarde(nu),
      })
    }
    vorige = nu
  }
  return uit
}

function waarde(m: Moment): number | null {
  return m.recht === 'nee' ? 0 : (m.bedrag?.waarde ?? null)
}
