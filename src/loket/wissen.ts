/** Which words stand behind something in a case. */
import { overVan } from './verloop.ts'
import type { Voorval, Voorvalinhoud } from './voorval.ts'
import { verwijzingenIn } from './woorden.ts'

/** Every text that was ever written for it, also what was changed since: ids of `loket_tekst`. */
export function tekstenOver(voorvallen: readonly Voorval[], onderdeel: string): readonly string[] {
  return voorvallen.flatMap(({ nr, inhoud }) =>
    verwijzingenIn(String(nr) === onderdeel ? inhoud : deelOver(inhoud, onderdeel)).map(({ tekst }) => tekst),
  )
}

export function deelOver(inhoud: Voorvalinhoud, onderdeel: string): unknown {
  switch (inhoud.soort) {
    case 'geopend': {
      const { vraag, uitkomst, betrokkene, helper } = inhoud
      return new Map<string, unknown>(Object.entries({ vraag, uitkomst, betrokkene, helper })).get(onderdeel)
    }
    case 'uitkomst-gewijzigd':
      return onderdeel === 'uitkomst' ? inhoud : undefined
    default:
      return overVan(inhoud) === onderdeel ? inhoud : undefined
  }
}

/** What goes because of these events, out of all that came before them. */
export function gewistDoor(
  inhouden: readonly Voorvalinhoud[],
  voorvallen: readonly Voorval[],
): readonly string[] {
  const weg = inhouden.flatMap((een) =>
    een.soort === 'woorden-gewist' ? tekstenOver(voorvallen, een.onderdeel) : [],
  )
  return [...new Set(weg)]
}
