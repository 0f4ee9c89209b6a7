/**
 * Syllables of a Dutch word, by its groups of vowels: «zorgtoeslag» is 3. A trema begins a new group, and an `y`
 * counts only after the first letter. A guess that is right for about 99 in 100 of the words it was tried on; use it for whole texts.
 */
const GROEPEN = /tion|eeu|ieu|aai|ooi|oei|eau|ë[ie]|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ei|ij|[aeiouäëïöü]|(?<!^)y/g

export function lettergrepen(woord: string): number {
  return Math.max(1, zonderAccent(woord.toLowerCase()).match(GROEPEN)?.length ?? 0)
}

/** «één» sounds as «een»; only a trema changes how many syllables there are. */
function zonderAccent(woord: string): string {
  return woord
    .normalize('NFD')
    .replace(/[\u0300-\u0307\u0309-\u036f]/g, '')
    .normalize('NFC')
}
