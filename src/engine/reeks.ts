/** Time as an axis: the outcome of each month, and the days on which a right changes, with what made it change. */
import { type BerekenOpties, berekenOp, Situatie } from './bereken.ts'
import type { Corpus } from './corpus.ts'
import { beginMaand, civielVan, type Dag, leesDatum, plusMaanden, toonDatum, verjaardag } from './datum.ts'
import { periodeGrenzen } from './gezin-maken.ts'
import { gelijk, type Moment, momentOp } from './moment.ts'
import { oorzaken } from './oorzaken.ts'
import type { Antwoord, Maand, Vraag, Wijziging } from './types.ts'

export function bereken(corpus: Corpus, vraag: Vraag, opties: BerekenOpties = {}): Antwoord {
  const antwoord = berekenOp(corpus, vraag, opties)
  if (!vraag.reeks) return antwoord
  const van = leesDatum(vraag.reeks.van) ?? 0
  const tot = leesDatum(vraag.reeks.tot) ?? 0
  const s = Situatie.van(corpus, vraag.huishouden)
  return {
    ...antwoord,
    uitkomsten: antwoord.uitkomsten.map((u) => ({ ...u, ...reeksVan(s, u.regeling, van, tot) })),
  }
}

function reeksVan(
  s: Situatie,
  id: string,
  van: Dag,
  tot: Dag,
): { maanden: Maand[]; wijzigingen: Wijziging[] } {
  const maanden: Maand[] = []
  const op = onthouden(s, id)
  for (let m = beginMaand(van); m < tot; m = plusMaanden(m, 1)) {
    const x = op(m < van ? van : m)
    maanden.push({
      maand: toonDatum(m),
      recht: x.recht,
      ...(x.bedrag ? { bedrag: x.bedrag } : {}),
      ...(x.grenzen ? { grenzen: x.grenzen } : {}),
    })
  }
  return { maanden, wijzigingen: wijzigingen(s, id, van, tot, op) }
}

/** The first of a month is a month and may be a change: worked out once. */
function onthouden(s: Situatie, id: string): (dag: Dag) => Moment {
  const momenten = new Map<Dag, Moment>()
  return (dag) => {
    const m = momenten.get(dag) ?? momentOp(s, id, dag)
    momenten.set(dag, m)
    return m
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

function wijzigingen(s: Situatie, id: string, van: Dag, tot: Dag, op: (dag: Dag) => Moment): Wijziging[] {
  const uit: Wijziging[] = []
  let vorige = op(van)
  for (const dag of kandidaten(s, van, tot)) {
    const nu = op(dag)
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
