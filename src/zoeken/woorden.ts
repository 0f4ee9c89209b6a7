/**
 * Words as search compares them: small letters without accents. Stems are the database's work (Dutch and English
 * Snowball); compounds are ours, because Dutch writes them as one word and PostgreSQL does not take them apart.
 */

/** Words longer than this are no words; longer questions than this are cut off. */
export const HOOGSTENS_LETTERS = 40
export const HOOGSTENS_WOORDEN = 12

const ACCENTEN = /\p{Mn}+/gu
const LOS = /[^\p{L}\p{N}]+/u

/** `Ik ben m'n baan kwijt!` gives ik, ben, mn, baan, kwijt. */
export function woordenVan(tekst: string): readonly string[] {
  const plat = tekst.normalize('NFD').replace(ACCENTEN, '').toLowerCase().replace(/['’`]/g, '')
  return plat.split(LOS).filter((woord) => woord !== '' && woord.length <= HOOGSTENS_LETTERS)
}

const STOPWOORDEN: Readonly<Record<string, ReadonlySet<string>>> = {
  nl: new Set(
    `aan aanvragen al als betalen bij ben bent dan dat de deze die dit door doorgeven een en er ga gaan gaat geld had heb hebben hebt heeft het hier hoe
    hun ik in is je kan kun kunt kunnen krijg krijgen krijgt kom maar mag me met mij mijn mn moet moeten na naar nee niet nog nu of om
    ook op over regelen te tot u uit uw van veel vergeten verlopen voor vragen waar wanneer wat we wel wie wij wil word worden wordt ze zelf zich zijn zo zou`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `a about am an apply and any are as at be been by can could did do does for from get getting go going had has have how i if im in
    into is it me my not of on or our pay should so some that the their there this to was we what when money where which who will with you
    your`.split(/\s+/),
  ),
  pap: new Set('a den di e i ku mi na no nos of pa por ta tin un unda kon ki bo su'.split(' ')),
}

/** The words that carry the question; when it has no others, all of them. */
export function vraagwoorden(tekst: string, taal: string): readonly string[] {
  const alle = [...new Set(woordenVan(tekst))]
  const dragend = alle.filter((woord) => !STOPWOORDEN[taal]?.has(woord))
  return (dragend.length > 0 ? dragend : alle).slice(0, HOOGSTENS_WOORDEN)
}

/** Shorter parts are chance: `toe` and `slag` say nothing about a toeslag. */
const MINSTENS_DEEL = 4
const TUSSENKLANKEN = ['', 's', 'en', 'e', 'n'] as const

/**
 * The parts of a Dutch compound, when all of them are words of their own: `huurtoeslag` gives huur and toeslag,
 * `verhuiskosten` gives nothing when nobody writes `verhuis`. The longest last part wins, since it is the thing itself.
 */
export function delenVan(woord: string, isWoord: (deel: string) => boolean): readonly string[] {
  for (let knip = MINSTENS_DEEL; knip <= woord.length - MINSTENS_DEEL; knip++) {
    const rechts = woord.slice(knip)
    if (!isWoord(rechts)) continue
    const links = linkerdeel(woord.slice(0, knip), isWoord)
    if (links === undefined) continue
    return [...new Set([links, ...delenVan(links, isWoord), rechts, ...delenVan(rechts, isWoord)])]
  }
  return []
}

/** Longer questions are sentences: their words are not parts of one word. */
const HOOGSTENS_LOS = 3

/** What loose words may be together: `toeslag huur` may be huurtoeslag. */
export function samenstellingenVan(
  woorden: readonly string[],
): readonly { readonly woord: string; readonly van: readonly [string, string] }[] {
  if (woorden.length > HOOGSTENS_LOS) return []
  return woorden.flatMap((a) =>
    woorden.flatMap((b) => (a === b ? [] : [{ woord: `${a}${b}`, van: [a, b] as const }])),
  )
}

function linkerdeel(tekst: string, isWoord: (deel: string) => boolean): string | undefined {
  for (const klank of TUSSENKLANKEN) {
    if (!tekst.endsWith(klank)) continue
    const deel = tekst.slice(0, tekst.length - klank.length)
    if (deel.length >= MINSTENS_DEEL && isWoord(deel)) return deel
  }
  return undefined
}

/**
 * How many letters differ: added, missing, another, or two that changed places (Damerau–Levenshtein, adjacent).
 * `hoogstens`: from there on the exact number does not matter.
 */
export function letterverschil(a: string, b: string, hoogstens: number): number {
  if (Math.abs(a.length - b.length) > hoogstens) return hoogstens + 1
  let vorige2: number[] = []
  let vorige = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const rij = [i]
    for (let j = 1; j <= b.length; j++) {
      const gelijk = a[i - 1] === b[j - 1]
      let beste = Math.min(
        (vorige[j] ?? 0) + 1,
        (rij[j - 1] ?? 0) + 1,
        (vorige[j - 1] ?? 0) + (gelijk ? 0 : 1),
      )
      const isWissel = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isWissel) beste = Math.min(beste, (vorige2[j - 2] ?? 0) + 1)
      rij.push(beste)
    }
    vorige2 = vorige
    vorige = rij
  }
  return vorige[b.length] ?? 0
}

/** Typing errors that a word of this length may have and still be meant: about one in every five letters. */
export function foutenIn(woord: string): number {
  if (woord.length <= 3) return 0
  return Math.max(1, Math.min(3, Math.floor(woord.length / 5)))
}

/** From here on one error may be in the first letter, as in `uurtoeslag`. */
const LANG = 8

/**
 * How many letters differ when one word can be a slip of the other, else undefined. Who mistypes nearly always has
 * the first letter right: `Vleuten` is a village and no slip of `sleutel`, `Wierden` none of `worden`.
 */
export function typefouten(woord: string, bedoeld: string): number | undefined {
  const mag = foutenIn(woord)
  const fouten = letterverschil(woord, bedoeld, mag)
  if (fouten > mag) return undefined
  const isWissel = woord[0] === bedoeld[1] && woord[1] === bedoeld[0]
  if (woord[0] === bedoeld[0] || isWissel) return fouten
  return fouten === 1 && woord.length >= LANG ? fouten : undefined
}
