/** What differs between databases, for the SQL that a scheme is written in: whole numbers of 64 bits and nothing else. */

export interface Dialect {
  readonly naam: string
  /** A whole number as one of 64 bits: a shorter one would overflow in a product. */
  readonly getal: (w: bigint) => string
  /** a / b, the fraction cut off; both are not negative. */
  readonly heleDeling: (a: string, b: string) => string
  /** A sum or count of whole numbers as one of 64 bits: several databases widen a sum. */
  readonly smal: (x: string) => string
  readonly kleinste: (a: string, b: string) => string
  readonly grootste: (a: string, b: string) => string
  /** Put before the query of a named part that is worked out once. */
  readonly eenmaal: string
}

const BIGINT = (w: bigint | string) => `cast(${w} as bigint)`

const GEWOON = {
  getal: BIGINT,
  smal: BIGINT,
  kleinste: (a: string, b: string) => `least(${a}, ${b})`,
  grootste: (a: string, b: string) => `greatest(${a}, ${b})`,
  eenmaal: '',
}

/** Only whole numbers: DuckDB makes a DOUBLE of a DECIMAL that is divided, and `/` gives a DOUBLE as well. */
export const DUCKDB: Dialect = {
  ...GEWOON,
  naam: 'DuckDB',
  heleDeling: (a, b) => `(${a} // ${b})`,
  eenmaal: 'materialized ',
}
export const POSTGRESQL: Dialect = {
  ...GEWOON,
  naam: 'PostgreSQL',
  heleDeling: (a, b) => `(${a} / ${b})`,
  eenmaal: 'materialized ',
}
export const TRINO: Dialect = { ...GEWOON, naam: 'Trino', heleDeling: (a, b) => `(${a} / ${b})` }
export const SPARK: Dialect = { ...GEWOON, naam: 'Spark', heleDeling: (a, b) => `(${a} div ${b})` }
