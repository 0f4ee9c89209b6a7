/**
 * Calendar days as whole numbers: days since 1970-01-01 in the proleptic Gregorian calendar.
 * No clock and no time zone here; a date is a date.
 */

export type Dag = number

/** The days that may be asked about, both included: 1990-01-01 and 2099-12-31. */
export const EERSTE_DAG: Dag = 7305
export const LAATSTE_DAG: Dag = 47481

/** Days since 1970-01-01 for a civil date. Algorithm: era of 400 years, year starting in March. */
export function dagVan(jaar: number, maand: number, dag: number): Dag {
  const y = maand <= 2 ? jaar - 1 : jaar
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const mp = (maand + 9) % 12
  const doy = Math.floor((153 * mp + 2) / 5) + dag - 1
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy
  return era * 146097 + doe - 719468
}

export interface Civiel {
  readonly jaar: number
  readonly maand: number
  readonly dag: number
}

export function civielVan(d: Dag): Civiel {
  const z = d + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const maand = mp < 10 ? mp + 3 : mp - 9
  return {
    jaar: yoe + era * 400 + (maand <= 2 ? 1 : 0),
    maand,
    dag: doy - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

/** The whole number that these digits write; NaN when one of them is none. */
function cijfers(tekst: string, van: number, tot: number): number {
  let n = 0
  for (let i = van; i < tot; i++) {
    const c = tekst.charCodeAt(i) - 48
    n = c >= 0 && c <= 9 ? n * 10 + c : Number.NaN
  }
  return n
}

/** The day of `YYYY-MM-DD`, or undefined when there is no such day (2026-02-30). */
export function leesDatum(tekst: string): Dag | undefined {
  if (tekst.length !== 10 || tekst[4] !== '-' || tekst[7] !== '-') return undefined
  const [jaar, maand, dag] = [cijfers(tekst, 0, 4), cijfers(tekst, 5, 7), cijfers(tekst, 8, 10)]
  // NaN lies within no bounds.
  if (!(jaar >= 0 && maand >= 1 && maand <= 12 && dag >= 1 && dag <= dagenInMaand(jaar, maand)))
    return undefined
  return dagVan(jaar, maand, dag)
}

export function toonDatum(d: Dag): string {
  const c = civielVan(d)
  const jaar = c.jaar > 999 ? c.jaar : String(c.jaar).padStart(4, '0')
  return `${jaar}${c.maand < 10 ? '-0' : '-'}${c.maand}${c.dag < 10 ? '-0' : '-'}${c.dag}`
}

export function dagenInMaand(jaar: number, maand: number): number {
  if (maand === 2) return jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0) ? 29 : 28
  return maand === 4 || maand === 6 || maand === 9 || maand === 11 ? 30 : 31
}

/**
 * The birthday on which somebody turns `jaren`. Born on 29 February: 1 March in other years,
 * because a year of life is full only when its last day has passed.
 */
export function verjaardag(geboren: Dag, jaren: number): Dag {
  const c = civielVan(geboren)
  const jaar = c.jaar + jaren
  if (c.maand === 2 && c.dag === 29 && dagenInMaand(jaar, 2) === 28) return dagVan(jaar, 3, 1)
  return dagVan(jaar, c.maand, c.dag)
}

/** Whole years of age on a day; negative before birth. */
export function leeftijd(geboren: Dag, op: Dag): number {
  const g = civielVan(geboren)
  const o = civielVan(op)
  const voor = o.maand < g.maand || (o.maand === g.maand && o.dag < g.dag)
  return o.jaar - g.jaar - (voor ? 1 : 0)
}

/** Months later; the last day of the month when the month is shorter (31 January + 1 = 28 February). */
export function plusMaanden(d: Dag, maanden: number): Dag {
  const c = civielVan(d)
  const m = c.jaar * 12 + (c.maand - 1) + maanden
  const jaar = Math.floor(m / 12)
  const maand = m - jaar * 12 + 1
  return dagVan(jaar, maand, Math.min(c.dag, dagenInMaand(jaar, maand)))
}

/** Whole months from `a` to `b`; negative when `b` lies before `a`. */
export function maandenTussen(a: Dag, b: Dag): number {
  const x = civielVan(a)
  const y = civielVan(b)
  return (y.jaar - x.jaar) * 12 + (y.maand - x.maand) - (y.dag < x.dag ? 1 : 0)
}

export function beginMaand(d: Dag): Dag {
  return d - civielVan(d).dag + 1
}

export function beginKwartaal(d: Dag): Dag {
  const c = civielVan(d)
  return dagVan(c.jaar, c.maand - ((c.maand - 1) % 3), 1)
}

export function beginJaar(d: Dag): Dag {
  return dagVan(civielVan(d).jaar, 1, 1)
}
