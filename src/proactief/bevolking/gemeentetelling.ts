/** What a run gives, per municipality: small enough to keep whole, and all that use and non-use are worked out from. */
import type { Opdracht, Stukuitkomst } from './doorrekening.ts'
import { KLASSEN } from './klassen.ts'

export interface Geteldeklasse {
  readonly recht: number
  /** Cents in a year of all of them together. */
  readonly centen: number
}

export interface Regelingsoort {
  readonly id: string
  readonly naam: string
  /** `bedrag` has an amount, `recht` and `signaal` have none. */
  readonly soort: string
}

export interface Regelingrij {
  /** Place in `regelingen`. */
  readonly regeling: number
  /** Households of which the law does not say yet. */
  readonly onbekend: number
  /** In the order of KLASSEN. */
  readonly klassen: readonly Geteldeklasse[]
}

export interface Gemeenterij {
  readonly gemeente: string
  readonly provincie: string
  readonly huishoudens: number
  readonly mensen: number
  readonly regelingen: readonly Regelingrij[]
}

export interface Bevolkingsuitkomst {
  readonly regelingen: readonly Regelingsoort[]
  readonly gemeenten: readonly Gemeenterij[]
}

/** Schemes without anybody in a municipality have no row there. */
export function perGemeente(o: Opdracht, uitkomsten: Iterable<Stukuitkomst>): Bevolkingsuitkomst {
  const regelingen: Regelingsoort[] = []
  const plaats = new Map<string, number>()
  const nummers = o.functies.map(({ regeling, naam, soort }) => {
    const al = plaats.get(regeling)
    if (al !== undefined) return al
    const nr = regelingen.push({ id: regeling, naam, soort }) - 1
    plaats.set(regeling, nr)
    return nr
  })
  const rijen = new Map<string, Bouwrij>()
  for (const u of uitkomsten) {
    const stuk = o.stukken[u.nr]
    if (stuk === undefined) continue
    const rij = rijen.get(stuk.gemeente) ?? nieuw(stuk)
    rijen.set(stuk.gemeente, rij)
    rij.huishoudens += u.huishoudens
    rij.mensen += u.mensen
    for (const t of u.tellingen) {
      const nr = nummers[t.functie] ?? -1
      const bij = rij.regelingen.get(nr) ?? { onbekend: 0, getallen: new Array(2 * KLASSEN.length).fill(0) }
      rij.regelingen.set(nr, bij)
      bij.onbekend += t.onbekend
      t.klassen.forEach((n, i) => {
        bij.getallen[i] = (bij.getallen[i] ?? 0) + n
      })
    }
  }
  return {
    regelingen,
    gemeenten: [...rijen.values()].map(({ regelingen: van, ...rij }) => ({
      ...rij,
      regelingen: [...van]
        .filter(([, r]) => r.onbekend > 0 || r.getallen.some((n) => n > 0))
        .map(([regeling, { onbekend, getallen }]) => ({
          ...{ regeling, onbekend },
          klassen: KLASSEN.map((_, i) => ({
            recht: getallen[i] ?? 0,
            centen: getallen[KLASSEN.length + i] ?? 0,
          })),
        })),
    })),
  }
}

interface Bouwrij {
  readonly gemeente: string
  readonly provincie: string
  huishoudens: number
  mensen: number
  readonly regelingen: Map<number, { onbekend: number; readonly getallen: number[] }>
}

function nieuw({ gemeente, provincie }: { gemeente: string; provincie: string }): Bouwrij {
  return { gemeente, provincie, huishoudens: 0, mensen: 0, regelingen: new Map() }
}
