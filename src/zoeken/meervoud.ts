/**
 * Dutch plurals. The stems of the database take off `-en` and no more: `gemeentes`, `grenzen` and `brieven` keep a stem
 * of their own, and a synonym is known by its own letters alone.
 */

/** Shorter words are not taken apart: `wens` is no plural of `wen`. */
const MINSTENS = 5

/**
 * What a word may be the plural of, in no order that matters: `grenzen` gives grenz, grens and grenze; whoever asks knows
 * which of them are words.
 */
export function enkelvouden(woord: string): readonly string[] {
  if (woord.length < MINSTENS) return []
  const uit: string[] = []
  if (woord.endsWith('s')) uit.push(woord.slice(0, -1))
  if (woord.endsWith('en')) {
    const stam = woord.slice(0, -2)
    uit.push(stam, `${stam}e`)
    const laatste = stam.at(-1) ?? ''
    // Before `-en` a voiced letter stands for its other half, a double one for one, and one vowel for two.
    if (laatste === 'z') uit.push(`${stam.slice(0, -1)}s`)
    if (laatste === 'v') uit.push(`${stam.slice(0, -1)}f`)
    if (/([bdfgklmnprst])\1$/.test(stam)) uit.push(stam.slice(0, -1))
    const [, voor, klinker, na] = /^(.*[^aeiou])([aeou])([^aeiou])$/.exec(stam) ?? []
    if (voor !== undefined && klinker !== undefined) uit.push(`${voor}${klinker}${klinker}${na}`)
    if (stam.endsWith('er')) uit.push(stam.slice(0, -2))
  }
  return [...new Set(uit)].filter((een) => een.length >= MINSTENS - 1)
}
