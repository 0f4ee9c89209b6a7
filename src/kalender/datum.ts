declare const merk: unique symbol

/**
 * A day in the calendar, `YYYY-MM-DD`, without time or zone, as laws mean it.
 * Strings of this form sort and compare as days do.
 */
export type Datum = string & { readonly [merk]: 'Datum' }

/** Years outside this range are typing errors; see `parseDatum`. */
export const eersteJaar = 1800
export const laatsteJaar = 2200

const msPerDag = 86_400_000

/** Refuses what does not exist (30 February) and what cannot be meant (the year 20226). */
export function parseDatum(waarde: unknown): Datum | undefined {
  if (typeof waarde !== 'string') return undefined
  const delen = /^(\d{4})-(\d{2})-(\d{2})$/.exec(waarde)
  if (delen === null) return undefined
  return maakDatum(Number(delen[1]), Number(delen[2]), Number(delen[3]))
}

/** For dates in our own code and tests; throws when it is none. */
export function datum(tekst: string): Datum {
  const gelezen = parseDatum(tekst)
  if (gelezen === undefined) throw new Error(`geen datum: ${tekst}`)
  return gelezen
}

export function maakDatum(jaar: number, maand: number, dag: number): Datum | undefined {
  if (![jaar, maand, dag].every(Number.isInteger)) return undefined
  if (jaar < eersteJaar || jaar > laatsteJaar || maand < 1 || maand > 12) return undefined
  if (dag < 1 || dag > dagenInMaand(jaar, maand)) return undefined
  return schrijf(jaar, maand, dag)
}

export function jaarVan(dag: Datum): number {
  return Number(dag.slice(0, 4))
}

/** 1 is January. */
export function maandVan(dag: Datum): number {
  return Number(dag.slice(5, 7))
}

export function dagVan(dag: Datum): number {
  return Number(dag.slice(8, 10))
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdagVan(dag: Datum): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dagnummer(dag) + 3) % 7) + 7) % 7) + 1
}

export function plusDagen(dag: Datum, aantal: number): Datum {
  return vanDagnummer(dagnummer(dag) + aantal)
}

/** The same day of a later or earlier month; where that day is missing, the last one: 31 January + 1 = 28 February. */
export function plusMaanden(dag: Datum, aantal: number): Datum {
  const maanden = jaarVan(dag) * 12 + (maandVan(dag) - 1) + aantal
  const jaar = Math.floor(maanden / 12)
  const maand = maanden - jaar * 12 + 1
  return schrijf(jaar, maand, Math.min(dagVan(dag), dagenInMaand(jaar, maand)))
}

export function plusJaren(dag: Datum, aantal: number): Datum {
  return plusMaanden(dag, aantal * 12)
}

export function dagenTussen(van: Datum, tot: Datum): number {
  return dagnummer(tot) - dagnummer(van)
}

/** Completed years on a day. Who is born on 29 February completes a year on 1 March in years without that day. */
export function leeftijdOp(geboren: Datum, op: Datum): number {
  const isGeweest = op.slice(5) >= geboren.slice(5)
  return jaarVan(op) - jaarVan(geboren) - (isGeweest ? 0 : 1)
}

export function isSchrikkeljaar(jaar: number): boolean {
  return (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0
}

export function dagenInMaand(jaar: number, maand: number): number {
  if (maand === 2) return isSchrikkeljaar(jaar) ? 29 : 28
  return [4, 6, 9, 11].includes(maand) ? 30 : 31
}

/** Days since 1 January 1970. */
export function dagnummer(dag: Datum): number {
  return Date.UTC(jaarVan(dag), maandVan(dag) - 1, dagVan(dag)) / msPerDag
}

function vanDagnummer(nummer: number): Datum {
  const tekst = new Date(nummer * msPerDag).toISOString().slice(0, 10)
  return datum(tekst)
}

function schrijf(jaar: number, maand: number, dag: number): Datum {
  const twee = (getal: number) => String(getal).padStart(2, '0')
  // Only called with a year, month and day that exist.
  return `${String(jaar).padStart(4, '0')}-${twee(maand)}-${twee(dag)}` as Datum
}
