/**
 * Who does not use what, worked out from counts of a made-up population and published figures of use. Pure: the same
 * counts, figures and seed give the same answer. Nothing here is about anybody who exists.
 */

import {
  type Gebruikcijfer,
  gebruikcijfer,
  KLEIN_BEDRAG,
  OORZAAKDELEN,
  OORZAKEN,
  oorzaaksoort,
} from './gebruikcijfers.ts'
import type { Bevolkingsuitkomst, Geteldeklasse } from './gemeentetelling.ts'
import { KLASSEN } from './klassen.ts'
import { begin, stroom } from './toeval.ts'

/** Chances of not using, by the number of the class (KLASSEN). */
export type Kansen = readonly number[]

/**
 * The chances of the classes with which the published share comes out over the whole population. Groups of which a share
 * was published have that; the others get one chance x, and KLEIN_BEDRAG times x at a small amount. Solved by halving:
 * the whole share rises with x. Where the groups alone are more than the whole, x is 0 and the groups are made less.
 */
export function kansenVoor(cijfer: Gebruikcijfer, landelijk: readonly Geteldeklasse[]): Kansen {
  const alles = landelijk.reduce((n, k) => n + k.recht, 0)
  const bij = (x: number): Kansen =>
    KLASSEN.map(({ groep, band }) => {
      const bekend = groep === 'overig' ? undefined : cijfer.groepen[groep]
      const rest = Math.min(1, x * (band === 'klein' ? KLEIN_BEDRAG.waarde.niet : 1))
      if (bekend === undefined) return rest
      // Who has a right to bijstand and does not use that, is like others.
      return groep === 'bijstand' ? (1 - NIET_IN_BIJSTAND) * bekend + NIET_IN_BIJSTAND * rest : bekend
    })
  const deel = (k: Kansen) => landelijk.reduce((n, { recht }, i) => n + recht * (k[i] ?? 0), 0) / alles
  if (alles === 0) return bij(cijfer.deel)
  const zonder = deel(bij(0))
  if (zonder >= cijfer.deel) return bij(0).map((k) => (k * cijfer.deel) / zonder)
  let [laag, hoog] = [0, 1]
  for (let i = 0; i < HALVERINGEN; i++) {
    const x = (laag + hoog) / 2
    if (deel(bij(x)) < cijfer.deel) laag = x
    else hoog = x
  }
  return bij(hoog)
}

const HALVERINGEN = 50
const NIET_IN_BIJSTAND = gebruikcijfer('bijstand')?.deel ?? 0

export interface Gebruik {
  /** Households that probably have a right. */
  readonly recht: number
  /** Of those, who do not use it; with what is left in a year, in cents. Absent where no figure was published. */
  readonly niet?: Nietgebruik
  /** Households of which the law does not say yet. */
  readonly onbekend: number
}

export interface Nietgebruik {
  readonly huishoudens: number
  readonly centen: number
  /** In the order of OORZAKEN; together `huishoudens`. */
  readonly oorzaken: readonly number[]
}

export interface Regelinggebruik extends Gebruik {
  readonly regeling: string
  readonly naam: string
  readonly soort: string
  readonly cijfer: Gebruikcijfer | undefined
  readonly gemeenten: ReadonlyMap<string, Gebruik>
}

export interface Gebruiksbeeld {
  readonly huishoudens: number
  readonly mensen: number
  readonly regelingen: readonly Regelinggebruik[]
  /** Households of each municipality. */
  readonly gemeenten: ReadonlyMap<string, number>
}

/** Draws for each municipality, scheme and class how many do not use it, and for each of those why. */
export function gebruiksbeeld(uitkomst: Bevolkingsuitkomst, zaad: number): Gebruiksbeeld {
  const regelingen = uitkomst.regelingen.map((r, nr): Regelinggebruik => {
    const rijen = uitkomst.gemeenten.flatMap(({ gemeente, regelingen: van }) => {
      const rij = van.find((een) => een.regeling === nr)
      return rij === undefined ? [] : [{ gemeente, ...rij }]
    })
    const landelijk = KLASSEN.map((_, i) => ({
      recht: rijen.reduce((n, { klassen }) => n + (klassen[i]?.recht ?? 0), 0),
      centen: rijen.reduce((n, { klassen }) => n + (klassen[i]?.centen ?? 0), 0),
    }))
    const cijfer = gebruikcijfer(r.id)
    const kansen = cijfer && kansenVoor(cijfer, landelijk)
    const gemeenten = new Map(
      rijen.map(({ gemeente, klassen, onbekend }): [string, Gebruik] => {
        const recht = klassen.reduce((n, k) => n + k.recht, 0)
        if (kansen === undefined) return [gemeente, { recht, onbekend }]
        const toeval = stroom(begin(zaad, Number(gemeente.slice(2)), `gebruik:${r.id}`))
        return [gemeente, { recht, onbekend, niet: trek(klassen, kansen, r.id, toeval) }]
      }),
    )
    const alle = [...gemeenten.values()]
    const som = {
      recht: alle.reduce((n, g) => n + g.recht, 0),
      onbekend: alle.reduce((n, g) => n + g.onbekend, 0),
    }
    const { id: regeling, naam, soort } = r
    const rest = { regeling, naam, soort, cijfer, gemeenten, ...som }
    return kansen === undefined ? rest : { ...rest, niet: telOp(alle.flatMap(({ niet }) => niet ?? [])) }
  })
  return {
    huishoudens: uitkomst.gemeenten.reduce((n, g) => n + g.huishoudens, 0),
    mensen: uitkomst.gemeenten.reduce((n, g) => n + g.mensen, 0),
    regelingen,
    gemeenten: new Map(uitkomst.gemeenten.map(({ gemeente, huishoudens }) => [gemeente, huishoudens])),
  }
}

export function telOp(delen: readonly Nietgebruik[]): Nietgebruik {
  return {
    huishoudens: delen.reduce((n, d) => n + d.huishoudens, 0),
    centen: delen.reduce((n, d) => n + d.centen, 0),
    oorzaken: OORZAKEN.map((_, i) => delen.reduce((n, d) => n + (d.oorzaken[i] ?? 0), 0)),
  }
}

function trek(
  klassen: readonly Geteldeklasse[],
  kansen: Kansen,
  regeling: string,
  toeval: () => number,
): Nietgebruik {
  return telOp(
    klassen.map(({ recht, centen }, i) => {
      const huishoudens = trekAantal(recht, kansen[i] ?? 0, toeval)
      const oorzaken = trekDelen(huishoudens, oorzaakkansen(regeling, KLASSEN[i]?.band === 'klein'), toeval)
      return { huishoudens, oorzaken, centen: recht === 0 ? 0 : Math.round((centen * huishoudens) / recht) }
    }),
  )
}

/** Chances of the causes, in the order of OORZAKEN; together 1. */
export function oorzaakkansen(regeling: string, isKlein: boolean): readonly number[] {
  const delen = OORZAAKDELEN[oorzaaksoort(regeling)].waarde
  const gewicht = OORZAKEN.map(
    (o) => delen[o] * (isKlein && o === 'vindt-te-weinig' ? KLEIN_BEDRAG.waarde.teWeinig : 1),
  )
  const som = gewicht.reduce((a, b) => a + b, 0)
  return gewicht.map((g) => g / som)
}

/** Named limit: up to so many are drawn one by one; above it the bell curve is near enough. */
const EEN_VOOR_EEN = 200

/** How many of n, each with chance p. */
export function trekAantal(n: number, p: number, toeval: () => number): number {
  if (n <= 0 || p <= 0) return 0
  if (p >= 1) return n
  if (n <= EEN_VOOR_EEN) {
    let m = 0
    for (let i = 0; i < n; i++) if (toeval() < p) m++
    return m
  }
  // Box and Muller: 1 − u is never 0.
  const z = Math.sqrt(-2 * Math.log(1 - toeval())) * Math.cos(2 * Math.PI * toeval())
  return Math.min(n, Math.max(0, Math.round(n * p + z * Math.sqrt(n * p * (1 - p)))))
}

/** n over the chances, one after the other: what is left of n is drawn from what is left of the chances. */
function trekDelen(n: number, kansen: readonly number[], toeval: () => number): readonly number[] {
  let [over, rest] = [n, 1]
  return kansen.map((k, i) => {
    const m = i === kansen.length - 1 ? over : trekAantal(over, rest <= 0 ? 0 : Math.min(1, k / rest), toeval)
    over -= m
    rest -= k
    return m
  })
}
