import { z } from 'zod'

export type Meld = (naam: string, melding: string) => undefined

/**
 * Entries from a JSON file of the configuration: every fault at once, each with its place, and none of them when one
 * is wrong. What must be given once, is said when it is not.
 */
export function leesLijst<T extends object>(
  naam: string,
  tekst: string,
  vorm: z.ZodType<readonly T[]>,
  eenmalig: readonly (keyof T)[],
  meld: Meld,
): readonly T[] {
  const json = leesJson(tekst)
  if (json === undefined) {
    meld(naam, 'het bestand is geen JSON')
    return []
  }
  const gelezen = vorm.safeParse(json, { error: inHetNederlands })
  if (!gelezen.success) {
    for (const { path, message } of gelezen.error.issues)
      meld(naam, `het bestand klopt niet bij /${path.join('/')}: ${message}`)
    return []
  }
  for (const veld of eenmalig) {
    const waarden = gelezen.data.map((een) => een[veld])
    const dubbel = waarden.find((waarde, i) => waarden.indexOf(waarde) !== i)
    if (dubbel !== undefined) meld(naam, `noemt ${String(dubbel)} twee keer`)
  }
  return gelezen.data
}

/** Where a shape has no sentence of its own. */
const inHetNederlands = z.locales.nl().localeError

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
