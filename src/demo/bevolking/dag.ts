/** Days as `YYYY-MM-DD`; as strings they sort as days do. */

const maanden = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]

export function dag(jaar: number, maand: number, nummer: number): string {
  return new Date(Date.UTC(jaar, maand - 1, nummer)).toISOString().slice(0, 10)
}

export function jaarVan(datum: string): number {
  return Number(datum.slice(0, 4))
}

export function leeftijd(geboren: string, op: string): number {
  return jaarVan(op) - jaarVan(geboren) - (op.slice(5) >= geboren.slice(5) ? 0 : 1)
}

/** `15 november 1956`, as the register of persons writes it. */
export function langFormaat(datum: string): string {
  const [jaar = '', maand = '', nummer = ''] = datum.split('-')
  const naam = maanden[Number(maand) - 1]
  if (naam === undefined) return jaar
  return nummer === '' ? `${naam} ${jaar}` : `${Number(nummer)} ${naam} ${jaar}`
}
