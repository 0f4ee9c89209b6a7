import type { Synoniemen } from '../corpus/index.ts'
import { delenVan, samenstellingenVan, typefouten, vraagwoorden, woordenVan } from './woorden.ts'
import type { Begrip } from './zoek-store.ts'

export interface Zoekvraag {
  readonly begrippen: readonly Begrip[]
  /** The whole question as one name, as typed and as mended. */
  readonly geheel: readonly string[]
  /** Other names of it, when it is one notion. */
  readonly synoniem: readonly string[]
  /** Words that nobody writes, with what was probably meant. */
  readonly verbeterd: readonly { readonly woord: string; readonly bedoeld: string }[]
}

/** Who types one of these with a name looks for the place itself. */
const VAN_EEN_PLAATS: ReadonlySet<string> = new Set(
  'gemeente provincie eiland openbaar lichaam stad municipality island city munisipio isla entidat publiko'.split(
    ' ',
  ),
)

/** Words of this length or more also stand for words that begin with them. */
const MINSTENS_BEGIN = 4

/** Words that belong to names of places: of all of them, and of those that the question is about. */
export interface Namen {
  readonly eigennamen: ReadonlySet<string>
  readonly genoemd: ReadonlySet<string>
}

const GEEN_NAMEN: Namen = { eigennamen: new Set(), genoemd: new Set() }

/**
 * Makes of a question what the database looks for. `lijktOp` holds, per word, the words of the index that look like it;
 * `eigennamen` words that are right as they are, also when nothing is written about them; `genoemd` where it is about.
 *
 * `ontslgen` with the index word `ontslagen` becomes one notion: strong `ontslagen` and its synonyms.
 */
export function begrippenVan(
  tekst: string,
  taal: string,
  synoniemen: Synoniemen,
  lijktOp: ReadonlyMap<string, readonly string[]>,
  { eigennamen, genoemd: plaatswoorden }: Namen = GEEN_NAMEN,
): Zoekvraag {
  const groepen = (synoniemen[taal] ?? []).map((groep) => groep.map((naam) => woordenVan(naam)))
  const verbeterd: { woord: string; bedoeld: string }[] = []
  const gevraagd = vraagwoorden(tekst, taal).map((woord) => {
    if (eigennamen.has(woord)) return woord
    const [bedoeld] = herken(woord, lijktOp.get(woord) ?? [])
    if (bedoeld === undefined || bedoeld === woord) return woord
    verbeterd.push({ woord, bedoeld })
    return bedoeld
  })
  const alle = new Set([...gevraagd, ...woordenVan(tekst)])
  const samen = groepen.filter((groep) =>
    groep.some((naam) => naam.length > 1 && naam.every((w) => alle.has(w))),
  )
  const gedekt = new Set(
    samen.flatMap((groep) =>
      groep.filter((naam) => naam.length > 1 && naam.every((w) => alle.has(w))).flat(),
    ),
  )
  // The place is where, not what: with its name as a notion, everything there would be an answer.
  const isErMeer = gevraagd.some((woord) => !plaatswoorden.has(woord) && !VAN_EEN_PLAATS.has(woord))
  const isPlaats = isErMeer ? plaatswoorden : new Set<string>()
  const bekend = new Set([...lijktOp.values()].flat())
  const samengesteld = samenstellingenVan(gevraagd)
    .map(({ woord }) => woord)
    .filter((woord) => lijktOp.get(woord)?.includes(woord))
  const begrippen = [
    ...samen.map((groep): Begrip => ({ sterk: groep.map((naam) => naam.join(' ')), zwak: [] })),
    ...gevraagd
      .filter((woord) => !gedekt.has(woord) && !isPlaats.has(woord))
      .map((woord): Begrip => {
        const eigen = groepen.filter((groep) => groep.some((naam) => naam.length === 1 && naam[0] === woord))
        const delen = delenVan(woord, (deel) => bekend.has(deel))
        return {
          sterk: [
            ...new Set([
              woord,
              ...samengesteld.filter((s) => s.includes(woord)),
              ...eigen.flat().map((naam) => naam.join(' ')),
            ]),
          ],
          zwak: [
            ...(woord.length >= MINSTENS_BEGIN ? [`${woord}*`] : []),
            ...delen,
            ...(eigennamen.has(woord) ? [] : herken(woord, lijktOp.get(woord) ?? []).slice(1)),
          ],
        }
      }),
  ]
  return {
    begrippen,
    geheel: [...new Set([woordenVan(tekst).join(' '), gevraagd.join(' '), ...samengesteld])],
    synoniem: begrippen.length === 1 ? (begrippen[0]?.sterk ?? []) : [],
    verbeterd,
  }
}

/** The words that can be meant, best first: the word itself when it exists, else those that differ in a few letters. */
function herken(woord: string, kandidaten: readonly string[]): readonly string[] {
  if (kandidaten.includes(woord)) return [woord]
  return kandidaten
    .flatMap((kandidaat) => {
      const fouten = typefouten(woord, kandidaat)
      return fouten === undefined ? [] : [{ kandidaat, fouten }]
    })
    .sort((a, b) => a.fouten - b.fouten)
    .map(({ kandidaat }) => kandidaat)
    .slice(0, 3)
}
