import { type Datum, datum, jaarVan, maakDatum, plusDagen, weekdagVan } from './datum.ts'

/** The days that the Algemene termijnenwet (BWBR0002448) names, with the words of that law. */
export type Feestdag =
  | 'nieuwjaarsdag'
  | 'goede-vrijdag'
  | 'tweede-paasdag'
  | 'koningsdag'
  | 'bevrijdingsdag'
  | 'hemelvaartsdag'
  | 'tweede-pinksterdag'
  | 'eerste-kerstdag'
  | 'tweede-kerstdag'

/**
 * Art. 3 lid 1 and 2: the generally recognised holidays, and Good Friday, which is equated with them.
 * Easter and Whit Sunday are missing on purpose: the law does not name them, they are Sundays anyway.
 * Art. 3 lid 3 (days the Crown equates by decision, such as a Friday after Ascension) is not included:
 * those decisions hold for one year and are published in the Staatscourant.
 */
export function feestdagenIn(jaar: number): ReadonlyMap<Datum, Feestdag> {
  const bekend = perJaar.get(jaar)
  if (bekend !== undefined) return bekend
  const pasen = paaszondag(jaar)
  const dagen = new Map<Datum, Feestdag>([
    [datum(`${jaar}-01-01`), 'nieuwjaarsdag'],
    [plusDagen(pasen, -2), 'goede-vrijdag'],
    [plusDagen(pasen, 1), 'tweede-paasdag'],
    [koningsdag(jaar), 'koningsdag'],
    [datum(`${jaar}-05-05`), 'bevrijdingsdag'],
    [plusDagen(pasen, 39), 'hemelvaartsdag'],
    [plusDagen(pasen, 50), 'tweede-pinksterdag'],
    [datum(`${jaar}-12-25`), 'eerste-kerstdag'],
    [datum(`${jaar}-12-26`), 'tweede-kerstdag'],
  ])
  perJaar.set(jaar, dagen)
  return dagen
}

export function feestdagOp(dag: Datum): Feestdag | undefined {
  return feestdagenIn(jaarVan(dag)).get(dag)
}

/** Saturday, Sunday or one of the days above. */
export function isVrijeDag(dag: Datum): boolean {
  return weekdagVan(dag) >= 6 || feestdagOp(dag) !== undefined
}

/** Gregorian computus (Meeus, Jones and Butcher). */
export function paaszondag(jaar: number): Datum {
  const a = jaar % 19
  const eeuw = Math.floor(jaar / 100)
  const rest = jaar % 100
  const maancorrectie = Math.floor((eeuw - Math.floor((eeuw + 8) / 25) + 1) / 3)
  const h = (19 * a + eeuw - Math.floor(eeuw / 4) - maancorrectie + 15) % 30
  const l = (32 + 2 * (eeuw % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const som = h + l - 7 * m + 114
  const dag = maakDatum(jaar, Math.floor(som / 31), (som % 31) + 1)
  if (dag === undefined) throw new Error(`geen Pasen in ${jaar}`)
  return dag
}

/** 27 April since 2014; on 26 April when the 27th is a Sunday. Until 2013 Queen's Day: 30 April, or the 29th. */
function koningsdag(jaar: number): Datum {
  const dag = datum(jaar >= 2014 ? `${jaar}-04-27` : `${jaar}-04-30`)
  return weekdagVan(dag) === 7 ? plusDagen(dag, -1) : dag
}

const perJaar = new Map<number, ReadonlyMap<Datum, Feestdag>>()
