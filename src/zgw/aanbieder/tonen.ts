import type { JsonObject } from './opslag.ts'
import type { Verzameling } from './verzameling.ts'

/** A row as somebody may see it. */
export function toon({ verborgen }: Verzameling, rij: JsonObject): JsonObject {
  if (verborgen === undefined) return rij
  return Object.fromEntries(Object.entries(rij).filter(([veld]) => !verborgen.includes(veld)))
}
