import type { Synoniemen } from '../corpus/index.ts'
import { enkelvouden } from './meervoud.ts'
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

/** A slip inside a plural: two guesses at once, so only in a long word. `Tegelen` is no plural of a mistyped `tegen`. */
const MINSTENS_FOUT_ENKELVOUD = 7

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
 * `ontslgen` with the index word `ontslagen` becomes one notion: strong `ontslagen` and its synonyms. A plural stands for
 * its singular as well, and that is no slip.
 */
export function begrippenVan(
  tekst: string,
  taal: string,
  synoniemen: Synoniemen,
  lijktOp: ReadonlyMap<string, readonly string[]>,
  { eigennamen, genoemd: plaatswoorden }: Namen = GEEN_NAMEN,
): Zoekvraag {
  const groepen = (synoniemen[taal] ?? []).map((groep) => groep.map((naam) => woordenVan(naam)))
  const { gevraagd, getypt, verbeterd, enkelvoudenVan } = leesWoorden(tekst, taal, {
    groepen,
    lijktOp,
    eigennamen,
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
    ...samen.map(
      (groep): Begrip => ({
        woord: (groep.find((naam) => naam.length > 1 && naam.every((w) => alle.has(w))) ?? []).join(' '),
        sterk: groep.map((naam) => naam.join(' ')),
        zwak: [],
      }),
    ),
    ...gevraagd
      .filter((woord) => !gedekt.has(woord) && !isPlaats.has(woord))
      .map((woord): Begrip => {
        const vormen = [woord, ...enkelvoudenVan(woord)]
        const eigen = groepen.filter((groep) =>
          groep.some((naam) => naam.length === 1 && vormen.includes(naam[0] ?? '')),
        )
        const delen = [woord, ...meervoudIn(woord, taal)].flatMap((vorm) =>
          delenVan(vorm, (deel) => bekend.has(deel)),
        )
        return {
          woord: getypt.get(woord) ?? woord,
          sterk: [
            ...new Set([
              ...vormen,
              ...samengesteld.filter((s) => s.includes(woord)),
              ...eigen.flat().map((naam) => naam.join(' ')),
            ]),
          ],
          zwak: [
            ...(woord.length >= MINSTENS_BEGIN ? [`${woord}*`] : []),
            ...new Set(delen),
            ...(eigennamen.has(woord) ? [] : herken(woord, lijktOp.get(woord) ?? []).slice(1)),
          ],
        }
      }),
  ]
  return {
    begrippen,
    geheel: [
      ...new Set([
        woordenVan(tekst).join(' '),
        gevraagd.join(' '),
        gevraagd.map((woord) => enkelvoudenVan(woord)[0] ?? woord).join(' '),
        ...samengesteld,
      ]),
    ],
    synoniem: begrippen.length === 1 ? (begrippen[0]?.sterk ?? []) : [],
    verbeterd,
  }
}

/** Each word of the question as the word that is meant, with how it was typed. */
function leesWoorden(
  tekst: string,
  taal: string,
  {
    groepen,
    lijktOp,
    eigennamen,
  }: {
    readonly groepen: readonly (readonly (readonly string[])[])[]
    readonly lijktOp: ReadonlyMap<string, readonly string[]>
    readonly eigennamen: ReadonlySet<string>
  },
) {
  const verbeterd: { woord: string; bedoeld: string }[] = []
  const heeftSynoniem = new Set(
    groepen.flatMap((groep) => groep.flatMap((naam) => (naam.length === 1 ? naam : []))),
  )
  /** Those that are words: of the index, or of our own synonyms. */
  const enkelvoudenVan = (woord: string) =>
    meervoudIn(woord, taal).filter((een) => lijktOp.get(een)?.includes(een) || heeftSynoniem.has(een))
  const kies = (woord: string): string => {
    if (eigennamen.has(woord)) return woord
    if (lijktOp.get(woord)?.includes(woord)) return woord
    // `verhuisen` is a slip of `verhuizen` before it is more than one `verhuis`.
    const enkel = enkelvoudenVan(woord)
    const [zoals] = herken(woord, lijktOp.get(woord) ?? [])
    if (enkel[0] !== undefined && (zoals === undefined || enkel.includes(zoals))) return zoals ?? enkel[0]
    const bedoeld =
      zoals ??
      meervoudIn(woord, taal)
        .filter((vorm) => vorm.length >= MINSTENS_FOUT_ENKELVOUD)
        .flatMap((vorm) => herken(vorm, lijktOp.get(vorm) ?? []).slice(0, 1))[0]
    if (bedoeld === undefined) return woord
    verbeterd.push({ woord, bedoeld })
    return bedoeld
  }
  const getypt = new Map<string, string>()
  const gevraagd = vraagwoorden(tekst, taal).map((woord) => {
    const gekozen = kies(woord)
    getypt.set(gekozen, woord)
    return gekozen
  })
  return { gevraagd, getypt, verbeterd, enkelvoudenVan }
}

/** Only Dutch makes its plurals like this. */
function meervoudIn(woord: string, taal: string): readonly string[] {
  return taal === 'nl' ? enkelvouden(woord) : []
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
